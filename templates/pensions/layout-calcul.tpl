{{%AUTOESCAPE context="HTML"}}
{{! The computations of a file, fund by fund: what it waits for, its lines, what the version before said otherwise. Sections FUNDS and SEVERAL_FUNDS. }}
{{#FUNDS}}<section class="g-stack" aria-label="{{FUND_NAME}}">
	{{#SEVERAL_FUNDS}}<h2 class="govuk-heading-l">{{FUND_NAME}}{{#IS_ENTITLED}} : <span class="g-num">{{PENSION_FCFA}} FCFA</span> par mois{{/IS_ENTITLED}}</h2>{{/SEVERAL_FUNDS}}
	{{#HAS_SOME_WAITS}}<h2 class="govuk-heading-m">Ce que le calcul attend</h2>
	{{<pensions/layout-waits/}}{{/HAS_SOME_WAITS}}
	{{#NO_RIGHT}}{{<kit/banner KIND="late" ICON="alert" TITLE="Pas de droit à pension à cette date"}}<p>La ligne « Droit à pension » dit quelle condition manque.</p>{{</kit/banner}}{{/NO_RIGHT}}
	{{#HAS_BEFORE}}<div class="g-card g-stack"><h2 class="govuk-heading-m">Depuis le calcul précédent</h2>
		<p>{{#IS_MORE}}<strong class="g-num">+&nbsp;{{CHANGED_FCFA}} FCFA</strong> par mois : <span class="g-num">{{WAS_FCFA}} FCFA</span> auparavant.{{/IS_MORE}}{{#IS_LESS}}<strong class="g-num">−&nbsp;{{CHANGED_FCFA}} FCFA</strong> par mois : <span class="g-num">{{WAS_FCFA}} FCFA</span> auparavant.{{/IS_LESS}}{{#NO_IS_MORE}}{{#NO_IS_LESS}}Le montant n’a pas changé.{{/NO_IS_LESS}}{{/NO_IS_MORE}} Les lignes nouvelles sont marquées « nouveau » dans le tableau.</p>
		{{#HAS_GONE}}<p>Ce que le calcul précédent disait, et qui ne vaut plus :</p><ul class="g-rows">{{#GONE}}<li><del>{{TITLE}} : {{VALUE}}</del> <span class="g-small">{{RULE}}</span></li>{{/GONE}}</ul>{{/HAS_GONE}}
	</div>{{/HAS_BEFORE}}
	{{#HAS_SOME_LINES}}{{<pensions/layout-lines/}}{{/HAS_SOME_LINES}}
</section>{{/FUNDS}}
