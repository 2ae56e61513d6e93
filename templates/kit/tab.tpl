{{%AUTOESCAPE context="HTML"}}
{{! Of a kit/tabs: HREF, LABEL, ON="oui" (this one), COUNT. }}
<a href="[[HREF]]"[[?ON]] aria-current="page"[[/ON]]>[[LABEL]][[?COUNT]] <span class="g-count g-count--quiet">[[COUNT]]</span>[[/COUNT]]</a>
