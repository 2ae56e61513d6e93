{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="{{KIND_LABEL}} du {{EFFECT_DATE}}" NAV="carriere"}}
<div class="g-stack-l">
	{{<kit/crumbs}}{{<kit/crumb HREF="/carriere" LABEL="Ma carrière"/}}{{<kit/crumb HREF="/carriere/actes" LABEL="Mes actes"/}}{{<kit/crumb LABEL="{{KIND_LABEL}}"/}}{{</kit/crumbs}}
	<div>{{#HAS_SIGNED_ON}}<p class="govuk-caption-xl">Signé le {{SIGNED_ON}}</p>{{/HAS_SIGNED_ON}}<h1 class="govuk-heading-xl">{{KIND_LABEL}}</h1>{{#HAS_SUBJECT}}<p class="g-lead">{{SUBJECT}}</p>{{/HAS_SUBJECT}}</div>

	<section class="g-stub" aria-label="L’acte">
		<div class="g-stub__tab"><p class="g-stub__kind">Référence</p><p class="g-stub__number g-stub__number--long">{{#HAS_REFERENCE}}{{REFERENCE}}{{/HAS_REFERENCE}}{{#NO_REFERENCE}}non indiquée{{/NO_REFERENCE}}</p><p>{{#HAS_STATE_LABEL}}{{<kit/state KIND="rejected" LABEL="{{STATE_LABEL}}"/}}{{/HAS_STATE_LABEL}}{{#NO_STATE_LABEL}}{{<kit/state KIND="done" LABEL="En vigueur"/}}{{/NO_STATE_LABEL}}</p></div>
		<div class="g-stub__body g-stack">
			{{#SEAL}}{{#NO_STATE_LABEL}}<p>{{<kit/seal SIZE="xl" LABEL="Acte scellé"/}}</p>{{/NO_STATE_LABEL}}
			<div class="govuk-button-group">{{<kit/button-link HREF="/carriere/actes/{{ACT_ID}}/copie.pdf" LABEL="Télécharger ma copie scellée (PDF)" ICON="download"/}}<a class="govuk-link" href="/verifier?code={{CODE:url_query_escape}}">Vérifier comme le ferait un tiers</a></div>
			<p class="g-note">Imprimée ou à l’écran, votre copie a la même valeur. Qui la reçoit vise le code carré : il voit le numéro, la date, votre nom et votre grade, et si l’acte tient toujours. Rien d’autre.</p>{{/SEAL}}
			{{#NO_SEAL}}<p>{{<career/layout-proof/}}</p>{{/NO_SEAL}}
			<dl class="g-facts">
				<div><dt>Effet</dt><dd>{{EFFECT_DATE}}{{#HAS_END_DATE}} <small>jusqu’au {{END_DATE}}</small>{{/HAS_END_DATE}}</dd></div>
				<div><dt>Signataire</dt><dd>{{#HAS_SIGNATORY}}{{SIGNATORY}}{{/HAS_SIGNATORY}}{{#NO_SIGNATORY}}non indiqué{{/NO_SIGNATORY}}</dd></div>
				<div><dt>Service qui l’a pris</dt><dd>{{#HAS_ISSUER_NAME}}{{ISSUER_NAME}}{{/HAS_ISSUER_NAME}}{{#NO_ISSUER_NAME}}non indiqué{{/NO_ISSUER_NAME}}</dd></div>
			</dl>
			{{#PAPER}}{{#PAPER_CODE_VISIBLE}}<p><a class="govuk-link" href="/carriere/actes/{{ACT_ID}}/piece">Voir la pièce numérisée</a></p>{{/PAPER_CODE_VISIBLE}}{{#PAPER_CODE_COLLECTIF}}<p class="g-note">La pièce numérisée nomme d’autres agents : elle se consulte au service des archives.</p>{{/PAPER_CODE_COLLECTIF}}{{/PAPER}}
			{{#NO_IS_FIRM}}<p class="g-note">{{#PROOF_CODE_INTROUVABLE}}La pièce a été cherchée et n’a pas été trouvée. Si vous en avez une copie, gardez-la.{{/PROOF_CODE_INTROUVABLE}}{{#PROOF_CODE_DECLARE}}L’acte est déclaré : sa pièce n’est pas au dossier. Il compte dans votre parcours, sans être prouvé.{{/PROOF_CODE_DECLARE}}</p>{{/NO_IS_FIRM}}
		</div>
	</section>
	{{#HAS_STATE_LABEL}}{{<kit/banner KIND="late" ICON="alert" TITLE="Cet acte n’est plus en vigueur"}}<p>Il ne compte plus dans votre situation. Il reste ici pour que l’histoire du dossier soit entière.</p>{{</kit/banner}}{{/HAS_STATE_LABEL}}

	<section aria-labelledby="ligne"><h2 class="govuk-heading-l" id="ligne">{{#ONE_LINE}}Ce qu’il change pour vous{{/ONE_LINE}}{{#MANY_LINES}}Vos lignes dans cet acte{{/MANY_LINES}}</h2>
		{{#LINES}}
		{{#CHANGES}}<table class="govuk-table"><caption class="govuk-table__caption govuk-visually-hidden">Situation avant et après le {{EFFECT_DATE}}</caption>
			<thead><tr><th scope="col" class="govuk-table__header"><span class="govuk-visually-hidden">Élément</span></th><th scope="col" class="govuk-table__header">Avant</th><th scope="col" class="govuk-table__header">Après</th></tr></thead>
			<tbody>{{#CHANGE}}<tr><th scope="row" class="govuk-table__header">{{CHANGE_LABEL}}</th><td class="govuk-table__cell">{{#CHANGE_BEFORE}}{{BEFORE}}{{/CHANGE_BEFORE}}{{#NO_CHANGE_BEFORE}}<span class="g-weak">non dit</span>{{/NO_CHANGE_BEFORE}}</td><td class="govuk-table__cell">{{#CHANGE_AFTER}}<strong>{{AFTER}}</strong>{{/CHANGE_AFTER}}{{#NO_CHANGE_AFTER}}<span class="g-weak">inchangé</span>{{/NO_CHANGE_AFTER}}</td></tr>{{/CHANGE}}</tbody>
		</table>{{/CHANGES}}
		{{#NO_CHANGES}}<p>Cet acte ne change ni votre grade, ni votre position, ni votre structure : il atteste, ou il accompagne un autre acte. Effet le {{EFFECT_DATE}}.</p>{{/NO_CHANGES}}
		{{#HAS_NOTE}}<p class="g-note">{{NOTE}}</p>{{/HAS_NOTE}}
		{{/LINES}}
		<p class="g-note">Un acte peut porter des milliers de lignes. Celles d’autres agents ne vous sont pas montrées, et ils ne voient pas la vôtre. « Non dit » : l’acte ne l’écrit pas.</p>
	</section>
	{{#SEAL}}<section class="g-stack" aria-labelledby="dit"><h2 class="govuk-heading-l" id="dit">Ce que dit l’acte</h2>
		{{#ARTICLE}}<p class="govuk-body">{{ARTICLE_TEXT}}</p>{{/ARTICLE}}
		<p class="g-note">{{VISAS_COUNT}} visas, {{<kit/count N="LINES_COUNT" ONE="ligne" MANY="lignes"/}}. Ampliations : {{COPIES}}.</p>
		{{<kit/facts}}{{<kit/fact LABEL="Scellé" VALUE="{{SEALED_AT}}"/}}{{<kit/fact LABEL="Code du sceau" VALUE="{{CODE}}"/}}{{<kit/fact LABEL="Clé" VALUE="{{KID}}"/}}{{</kit/facts}}
	</section>{{/SEAL}}
	{{#HAS_LINKS}}{{<kit/card ID="liens" TITLE="Les actes qui s’y rapportent"}}<ul class="govuk-list">{{#LINKS}}<li>{{#RELATION_CODE_REMPLACE}}Il remplace{{/RELATION_CODE_REMPLACE}}{{#RELATION_CODE_REMPLACE_PAR}}Il est remplacé par{{/RELATION_CODE_REMPLACE_PAR}} : <a class="govuk-link" href="/carriere/actes/{{ACT_ID}}">{{KIND_LABEL}}{{#HAS_SIGNED_ON}} du {{SIGNED_ON}}{{/HAS_SIGNED_ON}}</a> <span class="g-break">{{REFERENCE}}</span></li>{{/LINKS}}</ul>{{</kit/card}}{{/HAS_LINKS}}
	<p class="g-no-print"><a class="govuk-link" href="/carriere/signalements/nouveau?acte={{ACT_ID:url_query_escape}}">Signaler que cet acte est faux, ou sa pièce absente ou illisible</a></p>
</div>
{{</layout}}
