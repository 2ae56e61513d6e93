{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="{{SECTION_TITLE}}, étape {{STEP_NO}} sur {{STEP_COUNT}} : {{SERVICE_NAME}}" NAV="demandes"}}
<div class="g-stack-l g-narrow">
	{{<kit/back HREF="/demarches/{{CODE}}" LABEL="La fiche : {{SERVICE_NAME}}"/}}
	{{<kit/error-summary/}}
	{{#FAULTS}}<div class="govuk-error-summary" role="alert" aria-labelledby="problemes" tabindex="-1" data-problems><h2 class="govuk-error-summary__title" id="problemes">Il y a un point à corriger</h2>
		<ul class="govuk-list govuk-error-summary__list">{{#FAULT}}<li><a href="#{{FAULT_FIELD}}">{{FAULT_TEXT}}</a></li>{{/FAULT}}</ul></div>{{/FAULTS}}
	<div><p class="govuk-caption-l">{{SERVICE_NAME}} · étape {{STEP_NO}} sur {{STEP_COUNT}}</p><h1 class="govuk-heading-xl">{{SECTION_TITLE}}</h1>
	{{#HAS_SECTION_HINT}}<p class="g-lead">{{SECTION_HINT}}</p>{{/HAS_SECTION_HINT}}</div>
	<ol class="g-steps g-no-print">{{#STEPS}}<li{{#STEP_HERE}} aria-current="step"{{/STEP_HERE}}>{{#STEP_OPEN}}<a class="govuk-link" href="{{STEP_HREF}}">{{STEP_TITLE}}</a>{{/STEP_OPEN}}{{#STEP_HERE}}{{STEP_TITLE}}{{/STEP_HERE}}{{#STEP_CLOSED}}{{STEP_TITLE}}{{/STEP_CLOSED}}</li>{{/STEPS}}<li>Relire et déposer</li></ol>
	{{#RESUMED}}{{<kit/banner KIND="you" TITLE="Vous aviez déjà commencé cette demande"}}<p>Vos réponses du {{CHANGED_AT}} sont là. Continuez, ou <a class="govuk-link" href="{{BASE}}/effacer">repartez de zéro</a>.</p>{{</kit/banner}}{{/RESUMED}}
	{{#FORM_IS_NEWER}}{{<kit/banner TITLE="Le formulaire a changé depuis votre dernière visite"}}<p>Vos réponses ont été reprises. Relisez-les : une question a pu s’ajouter.</p>{{</kit/banner}}{{/FORM_IS_NEWER}}
	{{#HAS_KNOWN}}<section class="g-known" aria-labelledby="connu"><h2 class="govuk-heading-s" id="connu">Déjà connu de l’administration</h2><dl>{{#KNOWN}}<dt>{{KNOWN_LABEL}}</dt><dd>{{KNOWN_VALUE}}</dd>{{/KNOWN}}</dl><p class="g-note">Vous n’avez pas à le redonner. Si c’est faux, <a class="govuk-link" href="/demarches/correction-acte">demandez la correction</a>.</p></section>{{/HAS_KNOWN}}
	<form method="post" action="{{BASE}}/{{STEP_NO}}"{{#WITH_FILES}} enctype="multipart/form-data"{{/WITH_FILES}} novalidate data-demande>
		<input type="hidden" name="_jeton" value="{{CSRF}}"><input type="hidden" name="_cle" value="{{KEY}}">
		<button class="govuk-visually-hidden" type="submit" name="geste" value="continuer" tabindex="-1" aria-hidden="true">Continuer</button>
		{{#ITEMS}}{{#ONE_OF_MANY}}<fieldset class="g-item"><legend class="govuk-visually-hidden">{{ITEM}} {{ITEM_NO}}</legend><div class="g-item__head"><h2 class="govuk-heading-m g-cap">{{ITEM}} {{ITEM_NO}}</h2>{{#CAN_DROP}}<button class="govuk-button govuk-button--secondary" type="submit" name="geste" value="retirer.{{ITEM_NO}}">Retirer {{ITEM}} {{ITEM_NO}}</button>{{/CAN_DROP}}</div>{{#FIELDS}}{{<requests/layout-field/}}{{/FIELDS}}</fieldset>{{/ONE_OF_MANY}}{{#ALONE}}{{#FIELDS}}{{<requests/layout-field/}}{{/FIELDS}}{{/ALONE}}{{/ITEMS}}
		{{#CAN_ADD}}<p><button class="govuk-button govuk-button--secondary" type="submit" name="geste" value="ajouter">Ajouter : {{ITEM}}</button> <span class="g-note">{{ITEM_MOST}} au plus par demande</span></p>{{/CAN_ADD}}
		{{<kit/actions}}<button class="govuk-button" type="submit" name="geste" value="continuer">Enregistrer et continuer</button>{{#ACCOUNT}}<button class="govuk-button govuk-button--secondary" type="submit" name="geste" value="plus_tard">Enregistrer et finir plus tard</button>{{/ACCOUNT}}{{#BEFORE}}<a class="govuk-link" href="{{BEFORE_HREF}}">Étape précédente</a>{{/BEFORE}}{{</kit/actions}}
	</form>
	{{#NO_ACCOUNT}}<p class="g-note">Sans compte, vos réponses restent 30 jours dans ce navigateur. Pour les retrouver sur un autre appareil, <a class="govuk-link" href="/demarches/{{CODE}}/demande">connectez-vous</a>.</p>{{/NO_ACCOUNT}}
	{{#ACCOUNT}}<p class="g-note">Vos réponses sont gardées à chaque étape : vous pourrez continuer sur un autre appareil.</p>{{/ACCOUNT}}
</div>
{{</layout}}
