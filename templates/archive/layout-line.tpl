{{%AUTOESCAPE context="HTML"}}
{{! A line of the act: N, its number. }}
<fieldset class="govuk-fieldset g-line"><legend class="govuk-fieldset__legend govuk-fieldset__legend--s">[[TITLE]]</legend>
	<div class="g-line__fields">
		{{<archive/layout-field NAME="matricule[[N]]" LABEL="Matricule"/}}
		{{<archive/layout-field NAME="effet[[N]]" LABEL="Date d’effet" HINT="01/10/1998"/}}
		{{<archive/layout-field NAME="grade[[N]]" LABEL="Grade donné" HINT="A3-8"/}}
		{{<archive/layout-field NAME="position[[N]]" LABEL="Position" LIST="liste-positions"/}}
		{{<archive/layout-field NAME="structure[[N]]" LABEL="Structure" LIST="liste-structures"/}}
		{{<archive/layout-field NAME="corps[[N]]" LABEL="Corps" LIST="liste-corps"/}}
		{{<archive/layout-field NAME="fin[[N]]" LABEL="Date de fin" HINT="si l’acte le dit"/}}
	</div>
</fieldset>
