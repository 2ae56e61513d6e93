{{%AUTOESCAPE context="HTML"}}
{{! What stops a computation, each with its days, its act and what to do: section WAIT. }}
<ul class="g-rows">{{#WAIT}}<li><strong>{{WAIT_WHAT}}</strong>{{#WAIT_ON}}, le {{ON}}{{/WAIT_ON}}{{#WAIT_SPAN}}, du {{FROM}} au {{TO}}{{/WAIT_SPAN}}<br>{{#WAIT_ACT}}<span class="g-small g-break">Acte {{ACT}}</span><br>{{/WAIT_ACT}}{{WAIT_DO}}</li>{{/WAIT}}</ul>
