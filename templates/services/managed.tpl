{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Catalogue" NAV="catalogue"}}
<div class="g-stack-l">
	{{<kit/title TEXT="Catalogue" LEAD="Ce qui est publié, ce qui est retiré, et depuis quand."/}}
	{{<kit/numbers}}{{<kit/number VALUE="{{TOTAL}}" LABEL="publiées"/}}{{<kit/number VALUE="{{OWN_FORMS}}" LABEL="ont leur formulaire"/}}{{<kit/number VALUE="{{SHARE}} %" LABEL="se font en ligne"/}}{{</kit/numbers}}
	{{<kit/table CAPTION="Démarches" HIDE="oui"}}
		{{<kit/head}}{{<kit/th LABEL="Démarche"/}}{{<kit/th LABEL="Thème"/}}{{<kit/th LABEL="État"/}}{{<kit/th LABEL="Depuis"/}}{{</kit/head}}
		{{<kit/rows}}{{#SERVICES}}{{<kit/row}}
			{{<kit/row-title HREF="/catalogue/{{CODE}}" LABEL="{{NAME}}"/}}
			{{<kit/td LABEL="Thème"}}{{THEME_NAME}}{{</kit/td}}
			{{<kit/td LABEL="État"}}<span>{{#IS_OUT}}{{<kit/state KIND="rejected" LABEL="Retirée"/}}{{/IS_OUT}}{{#NO_IS_OUT}}{{<kit/state KIND="done" LABEL="Publiée"/}}{{/NO_IS_OUT}}</span>{{</kit/td}}
			{{<kit/td LABEL="Depuis"}}{{SINCE}}{{</kit/td}}
		{{</kit/row}}{{/SERVICES}}{{</kit/rows}}
	{{</kit/table}}
</div>
{{</layout}}
