{{%AUTOESCAPE context="HTML"}}
{{! One field of a form that is data (src/requests/step.c): NAME, LABEL, HINT, ERROR, VALUE, and one of F_INPUT F_LINES F_RADIOS F_SELECT F_FILE. }}
<div class="govuk-form-group{{#IS_WRONG}} govuk-form-group--error{{/IS_WRONG}}"{{#CONDITION}} data-si="{{CONDITION_ON}}" data-vaut="{{CONDITION_VALUES}}"{{/CONDITION}}>
	{{#CONDITION}}<p class="g-note g-si">À remplir si vous avez choisi {{CONDITION_WORDS}}</p>{{/CONDITION}}
	{{#F_RADIOS}}<fieldset class="govuk-fieldset"{{#HINTED}} aria-describedby="{{NAME}}-aide"{{/HINTED}}><legend class="govuk-fieldset__legend">{{LABEL}}{{#OPTIONAL}} <span class="g-optional">(facultatif)</span>{{/OPTIONAL}}</legend>
		{{#HINTED}}<p class="govuk-hint" id="{{NAME}}-aide">{{HINT}}</p>{{/HINTED}}
		{{#ERROR}}<p class="govuk-error-message" id="{{NAME}}-erreur"><span class="govuk-visually-hidden">Erreur :</span> {{ERROR_TEXT}}</p>{{/ERROR}}
		<div class="govuk-radios">{{#RADIOS}}<div class="govuk-radios__item"><input class="govuk-radios__input" type="radio" id="{{OPTION_ID}}" name="{{NAME}}" value="{{OPTION_VALUE}}"{{#OPTION_ON}} checked{{/OPTION_ON}}><label class="govuk-label govuk-radios__label" for="{{OPTION_ID}}">{{OPTION_LABEL}}</label></div>{{/RADIOS}}</div></fieldset>{{/F_RADIOS}}
	{{#F_SELECT}}<label class="govuk-label" for="{{NAME}}">{{LABEL}}{{#OPTIONAL}} <span class="g-optional">(facultatif)</span>{{/OPTIONAL}}</label>
		{{#HINTED}}<p class="govuk-hint" id="{{NAME}}-aide">{{HINT}}</p>{{/HINTED}}
		{{#ERROR}}<p class="govuk-error-message" id="{{NAME}}-erreur"><span class="govuk-visually-hidden">Erreur :</span> {{ERROR_TEXT}}</p>{{/ERROR}}
		<select class="govuk-select" id="{{NAME}}" name="{{NAME}}"{{#ERROR}} aria-describedby="{{NAME}}-erreur" aria-invalid="true"{{/ERROR}}><option value="">Choisissez</option>{{#OPTIONS}}<option value="{{OPTION_VALUE}}"{{#OPTION_ON}} selected{{/OPTION_ON}}>{{OPTION_LABEL}}</option>{{/OPTIONS}}</select>{{/F_SELECT}}
	{{#F_LINES}}<label class="govuk-label" for="{{NAME}}">{{LABEL}}{{#OPTIONAL}} <span class="g-optional">(facultatif)</span>{{/OPTIONAL}}</label>
		{{#HINTED}}<p class="govuk-hint" id="{{NAME}}-aide">{{HINT}}</p>{{/HINTED}}
		{{#ERROR}}<p class="govuk-error-message" id="{{NAME}}-erreur"><span class="govuk-visually-hidden">Erreur :</span> {{ERROR_TEXT}}</p>{{/ERROR}}
		<textarea class="govuk-textarea{{#ERROR}} govuk-textarea--error{{/ERROR}}" id="{{NAME}}" name="{{NAME}}" rows="5"{{#ERROR}} aria-invalid="true"{{/ERROR}}>{{VALUE:pre_escape}}</textarea>{{/F_LINES}}
	{{#F_INPUT}}<label class="govuk-label" for="{{NAME}}">{{LABEL}}{{#OPTIONAL}} <span class="g-optional">(facultatif)</span>{{/OPTIONAL}}</label>
		{{#HINTED}}<p class="govuk-hint" id="{{NAME}}-aide">{{HINT}}</p>{{/HINTED}}
		{{#ERROR}}<p class="govuk-error-message" id="{{NAME}}-erreur"><span class="govuk-visually-hidden">Erreur :</span> {{ERROR_TEXT}}</p>{{/ERROR}}
		<input class="govuk-input {{INPUT_WIDTH}}{{#ERROR}} govuk-input--error{{/ERROR}}" id="{{NAME}}" name="{{NAME}}" type="{{INPUT_TYPE}}" inputmode="{{INPUT_MODE}}" autocomplete="{{INPUT_COMPLETE}}" value="{{VALUE}}"{{#ERROR}} aria-describedby="{{NAME}}-erreur" aria-invalid="true"{{/ERROR}}>{{#IN_FRANCS}} <span class="g-note">FCFA</span>{{/IN_FRANCS}}{{/F_INPUT}}
	{{#F_FILE}}<label class="govuk-label" for="{{NAME}}">{{LABEL}}{{#OPTIONAL}} <span class="g-optional">(facultatif)</span>{{/OPTIONAL}}</label>
		<p class="govuk-hint" id="{{NAME}}-limites">{{#HINTED}}{{HINT}} – {{/HINTED}}{{FILE_LIMITS}}</p>
		{{#ERROR}}<p class="govuk-error-message" id="{{NAME}}-erreur"><span class="govuk-visually-hidden">Erreur :</span> {{ERROR_TEXT}}</p>{{/ERROR}}
		{{#FILE_THERE}}<p class="g-kept">{{<kit/state KIND="done" LABEL="Reçue"/}} <span class="g-break">{{FILE_NAME}}</span> <span class="g-note">{{FILE_SIZE}}</span> <button class="govuk-button govuk-button--secondary" type="submit" name="geste" value="oter.{{NAME}}">Retirer</button></p>{{/FILE_THERE}}
		<div class="g-file{{#ERROR}} g-file--error{{/ERROR}}"><input id="{{NAME}}" name="{{NAME}}" type="file" accept="{{ACCEPT}}" aria-describedby="{{NAME}}-limites{{#ERROR}} {{NAME}}-erreur{{/ERROR}}"><span class="g-file__button" aria-hidden="true">Choisir un fichier</span><span class="g-file__none" aria-hidden="true">Aucun fichier choisi</span></div>{{/F_FILE}}
</div>
