{{%AUTOESCAPE context="HTML"}}
{{! One breakdown: OF (its section), ID, TITLE, WHAT (heading of the first column). Each row a bar, a number, and a link that narrows the page. }}
{{#[[OF]]}}<section class="g-card g-shares" aria-labelledby="[[ID]]"><h3 class="govuk-heading-s" id="[[ID]]">[[TITLE]]</h3>
	<table><caption class="govuk-visually-hidden">[[TITLE]]</caption>
	<thead class="govuk-visually-hidden"><tr><th scope="col">[[WHAT]]</th><th scope="col">Départs</th><th scope="col">Part</th></tr></thead>
	<tbody>{{#SHARE}}<tr><th scope="row">{{#SHARE_LINK}}<a class="govuk-link" href="{{SHARE_HREF}}">{{SHARE_LABEL}}</a>{{/SHARE_LINK}}{{#SHARE_PLAIN}}{{SHARE_LABEL}}{{/SHARE_PLAIN}}<svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="c-track" width="100" height="6"/><rect class="c-a" width="{{SHARE_WIDTH}}" height="6"/></svg></th><td>{{SHARE_N}}</td><td><small>{{SHARE_PART}} %</small></td></tr>{{/SHARE}}</tbody>
	<tfoot><tr><th scope="row">Total</th><td>{{SHARE_TOTAL}}</td><td></td></tr></tfoot></table>
	{{#MORE}}<details class="govuk-details"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">{{MORE_COUNT}} autres, comptés dans le total</span></summary>
	<table><caption class="govuk-visually-hidden">[[TITLE]], suite</caption><thead class="govuk-visually-hidden"><tr><th scope="col">[[WHAT]]</th><th scope="col">Départs</th><th scope="col">Part</th></tr></thead>
	<tbody>{{#SHARE_MORE}}<tr><th scope="row">{{#SHARE_LINK}}<a class="govuk-link" href="{{SHARE_HREF}}">{{SHARE_LABEL}}</a>{{/SHARE_LINK}}{{#SHARE_PLAIN}}{{SHARE_LABEL}}{{/SHARE_PLAIN}}</th><td>{{SHARE_N}}</td><td><small>{{SHARE_PART}} %</small></td></tr>{{/SHARE_MORE}}</tbody></table></details>{{/MORE}}
</section>{{/[[OF]]}}
