{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Textes des messages" NAV="canaux" WIDE="oui"}}
<div class="g-stack-l">
	{{<kit/tabs LABEL="Canaux"}}{{<kit/tab HREF="/canaux" LABEL="Chiffres"/}}{{<kit/tab HREF="/messages" LABEL="Textes" ON="oui" COUNT="{{TEXTS_COUNT}}"/}}{{<kit/tab HREF="/partenaires" LABEL="Partenaires"/}}{{</kit/tabs}}
	{{<kit/title TEXT="Textes des messages" LEAD="Ce que lit une personne, avec des faits inventés. Les textes sont des données du portail : sql/channels/seed.sql, contrôlé au chargement."/}}
	{{#PRICE}}<p class="g-note">Une partie de SMS coûte {{PART_FCFA}} F{{#IS_DEMO}} (valeur de démonstration){{/IS_DEMO}}.</p>{{/PRICE}}
	{{#TEXTS}}<section class="g-card g-stack" aria-labelledby="{{EVENT_CODE}}">
		<div class="g-title-row"><h2 class="govuk-heading-m" id="{{EVENT_CODE}}">{{NAME}}</h2>{{<kit/tag LABEL="{{KIND}}"/}}</div>
		<p class="g-small g-note g-break">{{EVENT_CODE}}{{#HAS_FACTS}} – faits : {{FACTS}}{{/HAS_FACTS}}</p>
		<div class="g-cols-2">
			<div class="g-stack"><h3 class="govuk-heading-s">Courriel</h3><p><strong>{{SUBJECT}}</strong></p><pre class="g-letter">{{BODY:pre_escape}}</pre></div>
			<div class="g-stack"><h3 class="govuk-heading-s">SMS</h3>{{#AN_SMS}}<p class="g-quote">{{SMS_TEXT}}</p><p class="g-note">{{SMS_COST}}</p>{{/AN_SMS}}{{#NO_TEMPLATE}}<p class="g-note">Pas de SMS pour cet événement.</p>{{/NO_TEMPLATE}}</div>
		</div>
	</section>{{/TEXTS}}
</div>
{{</layout}}
