{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="{{#IS_FIRST}}Saisie{{/IS_FIRST}}{{#IS_SECOND}}Seconde saisie{{/IS_SECOND}} d’une pièce" NAV="archives" WIDE="oui"}}
<div class="g-stack">
	{{<kit/error-summary/}}
	{{<archive/layout-done/}}
	<div class="g-title-row"><h1 class="govuk-heading-l">{{#IS_FIRST}}Saisir la pièce{{/IS_FIRST}}{{#IS_SECOND}}Ressaisir la pièce, à l’aveugle{{/IS_SECOND}}</h1><p class="g-note g-break">{{#FROM_LOT}}Lot « {{LOT_NAME}} », {{/FROM_LOT}}{{#FROM_REPORT}}Copie envoyée par l’agent, signalement {{REPORT_CODE}}, {{/FROM_REPORT}}{{SCAN_NAME}}</p></div>
	<div class="g-desk">
		{{<archive/layout-viewer SRC="/archives/pieces/{{PIECE_ID}}/pages"/}}
		<div class="g-stack">
		{{#SUGGESTED}}<p class="g-note">Les champs remplis viennent de la lecture par la machine : vérifiez chacun sur la pièce.</p>{{/SUGGESTED}}
		{{<kit/form ACTION="/archives/pieces/{{PIECE_ID}}/saisie" CLASS="g-key"}}
			<div class="g-line__fields">
				{{<archive/layout-field NAME="nature" LABEL="Nature de l’acte" LIST="liste-natures" FOCUS="oui" WIDE="oui"/}}
				{{<archive/layout-field NAME="reference" LABEL="Référence, comme écrite" WIDE="oui"/}}
				{{<archive/layout-field NAME="signature" LABEL="Date de signature" HINT="03/03/1998"/}}
				<div class="govuk-form-group{{#PREUVE_ERROR}} govuk-form-group--error{{/PREUVE_ERROR}}"><label class="govuk-label" for="preuve">Papier numérisé</label>{{#PREUVE_ERROR}}<p class="govuk-error-message" id="preuve-erreur"><span class="govuk-visually-hidden">Erreur :</span> {{PREUVE_ERROR_TEXT}}</p>{{/PREUVE_ERROR}}<select class="govuk-select" id="preuve" name="preuve"{{#PREUVE_ERROR}} aria-describedby="preuve-erreur" aria-invalid="true"{{/PREUVE_ERROR}}><option value="">Choisir</option>{{<kit/option NAME="preuve" VALUE="copie" LABEL="Copie"/}}{{<kit/option NAME="preuve" VALUE="original" LABEL="Original"/}}</select></div>
			</div>
			{{<archive/layout-line N="1" TITLE="L’agent, et ce que l’acte lui donne"/}}
			<details class="g-more"{{#LIGNE2_ON}} open{{/LIGNE2_ON}}><summary>Ajouter un agent</summary>{{<archive/layout-line N="2" TITLE="Agent n° 2"/}}
			<details class="g-more"{{#LIGNE3_ON}} open{{/LIGNE3_ON}}><summary>Ajouter encore un agent</summary>{{<archive/layout-line N="3" TITLE="Agent n° 3"/}}
			<details class="g-more"{{#LIGNE4_ON}} open{{/LIGNE4_ON}}><summary>Ajouter encore un agent</summary>{{<archive/layout-line N="4" TITLE="Agent n° 4"/}}
			<details class="g-more"{{#LIGNE5_ON}} open{{/LIGNE5_ON}}><summary>Ajouter encore un agent</summary>{{<archive/layout-line N="5" TITLE="Agent n° 5"/}}
			<details class="g-more"{{#LIGNE6_ON}} open{{/LIGNE6_ON}}><summary>Ajouter encore un agent</summary>{{<archive/layout-line N="6" TITLE="Agent n° 6"/}}
			<details class="g-more"{{#LIGNE7_ON}} open{{/LIGNE7_ON}}><summary>Ajouter encore un agent</summary>{{<archive/layout-line N="7" TITLE="Agent n° 7"/}}
			<details class="g-more"{{#LIGNE8_ON}} open{{/LIGNE8_ON}}><summary>Ajouter encore un agent</summary>{{<archive/layout-line N="8" TITLE="Agent n° 8"/}}
			<details class="g-more"{{#LIGNE9_ON}} open{{/LIGNE9_ON}}><summary>Ajouter encore un agent</summary>{{<archive/layout-line N="9" TITLE="Agent n° 9"/}}
			<details class="g-more"{{#LIGNE10_ON}} open{{/LIGNE10_ON}}><summary>Ajouter encore un agent</summary>{{<archive/layout-line N="10" TITLE="Agent n° 10"/}}
			<p class="g-note">Plus de dix agents sur l’acte : passez par un import d’actes.</p>
			</details></details></details></details></details></details></details></details></details>
			{{<kit/select NAME="rejet" LABEL="Ou écarter la pièce" EMPTY="Non, c’est un acte lisible"}}{{<kit/option NAME="rejet" VALUE="illisible" LABEL="Illisible"/}}{{<kit/option NAME="rejet" VALUE="pas_un_acte" LABEL="Ce n’est pas un acte"/}}{{<kit/option NAME="rejet" VALUE="doublon" LABEL="Déjà numérisé"/}}{{<kit/option NAME="rejet" VALUE="agent_inconnu" LABEL="Agent absent du fichier du personnel"/}}{{</kit/select}}
			{{<kit/actions}}{{<kit/button LABEL="Enregistrer et prendre la suivante" NAME="suite" VALUE="{{QUEUE}}"/}}{{<kit/button LABEL="Enregistrer et finir" KIND="secondary" NAME="suite" VALUE="fin"/}}{{</kit/actions}}
		{{</kit/form}}
		{{<kit/form ACTION="/archives/pieces/{{PIECE_ID}}/rendre"}}<button class="g-as-link" type="submit">Rendre cette pièce sans la saisir</button>{{</kit/form}}
		{{<kit/details TITLE="Tout au clavier"}}<p>Tabulation passe d’un champ au suivant. Dans « Nature », « Position », « Structure » et « Corps », tapez le début du mot, flèche bas, puis Entrée. Entrée envoie le formulaire. Maj + Tabulation depuis le premier champ atteint la pièce : les flèches la font défiler.</p>{{</kit/details}}
		</div>
	</div>
	<datalist id="liste-natures">{{#NATURES}}<option value="{{LABEL}}">{{/NATURES}}</datalist>
	<datalist id="liste-positions">{{#POSITIONS}}<option value="{{LABEL}}">{{/POSITIONS}}</datalist>
	<datalist id="liste-structures">{{#STRUCTURES}}<option value="{{CODE}}">{{LABEL}}</option>{{/STRUCTURES}}</datalist>
	<datalist id="liste-corps">{{#CORPS}}<option value="{{LABEL}}">{{/CORPS}}</datalist>
</div>
{{</layout}}
