{{%AUTOESCAPE context="HTML"}}
{{! NAME, LABEL, HINT, ACCEPT, OPTIONAL. The form needs ENCTYPE="multipart/form-data". }}
<div class="govuk-form-group{{#[[^NAME]]_ERROR}} govuk-form-group--error{{/[[^NAME]]_ERROR}}">
	<label class="govuk-label" for="[[NAME]]">[[LABEL]][[?OPTIONAL]] <span class="g-optional">(facultatif)</span>[[/OPTIONAL]]</label>
	[[?HINT]]<p class="govuk-hint" id="[[NAME]]-aide">[[HINT]]</p>[[/HINT]]
	{{#[[^NAME]]_ERROR}}<p class="govuk-error-message" id="[[NAME]]-erreur"><span class="govuk-visually-hidden">Erreur :</span> {{[[^NAME]]_ERROR_TEXT}}</p>{{/[[^NAME]]_ERROR}}
	<div class="g-file{{#[[^NAME]]_ERROR}} g-file--error{{/[[^NAME]]_ERROR}}">
		<input id="[[NAME]]" name="[[NAME]]" type="file"[[?ACCEPT]] accept="[[ACCEPT]]"[[/ACCEPT]][[!OPTIONAL]] required[[/OPTIONAL]][[?HINT]] aria-describedby="[[NAME]]-aide{{#[[^NAME]]_ERROR}} [[NAME]]-erreur{{/[[^NAME]]_ERROR}}"[[/HINT]][[!HINT]]{{#[[^NAME]]_ERROR}} aria-describedby="[[NAME]]-erreur"{{/[[^NAME]]_ERROR}}[[/HINT]]{{#[[^NAME]]_ERROR}} aria-invalid="true"{{/[[^NAME]]_ERROR}}>
		<span class="g-file__button" aria-hidden="true">Choisir un fichier</span>
		<span class="g-file__none" aria-hidden="true">Aucun fichier choisi</span>
	</div>
</div>
