{{%AUTOESCAPE context="HTML"}}
{{! ACTION, ENCTYPE (multipart/form-data for files), CLASS. Adds the token and the key of the form. }}
<form method="post" action="[[ACTION]]"[[?ENCTYPE]] enctype="[[ENCTYPE]]"[[/ENCTYPE]][[?CLASS]] class="[[CLASS]]"[[/CLASS]] novalidate>
	<input type="hidden" name="_jeton" value="{{CSRF}}">
	<input type="hidden" name="_cle" value="{{KEY}}">
	[[BODY]]
</form>
