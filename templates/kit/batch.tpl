{{%AUTOESCAPE context="HTML"}}
{{! What to do with the ticked lines; stands in the form that holds them. Body: kit/button with NAME and VALUE. }}
<div class="g-batch"><label class="g-row" hidden><input class="g-tick" type="checkbox" data-tick-all> tout</label><span data-ticked aria-live="polite">Lignes cochées :</span>[[BODY]]</div>
