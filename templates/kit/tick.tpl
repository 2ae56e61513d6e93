{{%AUTOESCAPE context="HTML"}}
{{! A box to tick a line: NAME, VALUE (token of the line), OF (what it is, heard). }}
<input class="g-tick" type="checkbox" name="[[NAME]]" value="[[VALUE]]" aria-label="Cocher [[OF]]" data-tick>
