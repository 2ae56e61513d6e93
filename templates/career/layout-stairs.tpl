{{%AUTOESCAPE context="HTML"}}
{{! The staircase of a career (src/career/stair.h): abscissas in per cent, so that one drawing fits a phone and a desk. }}
{{#STAIR}}<figure class="g-chart">
	<figcaption class="govuk-visually-hidden">Escalier des échelons depuis {{STAIR_FROM}}, de {{STAIR_FIRST}} à {{STAIR_LAST}}.{{#STAIR_MISSES}} Échelons sans acte : {{MISSES}}.{{/STAIR_MISSES}}{{#STAIR_LEAVE}} Départ{{#LEAVING}} probable{{/LEAVING}} le {{LEAVE_DATE}}.{{/STAIR_LEAVE}} Le tableau des actes donne chaque date.</figcaption>
	<div class="g-stairs"><svg width="100%" height="304" aria-hidden="true" focusable="false">
		{{#STAIR_AHEAD}}<rect class="c-track" x="{{X}}%" y="14" width="{{WIDTH}}%" height="254"/>{{/STAIR_AHEAD}}
		{{#STAIR_BAND}}<rect class="c-band" x="{{X}}%" y="60" width="{{WIDTH}}%" height="208"/>{{#LABEL}}<text class="c-text c-text--mid c-minor" x="{{TEXT_X}}%" y="260">{{TEXT}}</text>{{/LABEL}}{{/STAIR_BAND}}
		{{#STAIR_YEAR}}<text class="c-text c-text--mid{{#HALF}} c-minor{{/HALF}}" x="{{X}}%" y="290">{{YEAR}}</text><line class="c-axis" x1="{{X}}%" x2="{{X}}%" y1="268" y2="273"/>{{/STAIR_YEAR}}
		<line class="c-axis" x1="1%" x2="99%" y1="268" y2="268"/>
		<svg x="0" y="0" width="100%" height="304" viewBox="0 0 1000 304" preserveAspectRatio="none"><path class="c-area" d="{{STAIR_AREA}}"/><path class="c-line" vector-effect="non-scaling-stroke" d="{{STAIR_LINE}}"/>{{#STAIR_DOTS}}<path class="c-line c-line--2" vector-effect="non-scaling-stroke" d="{{DOTS}}"/>{{/STAIR_DOTS}}</svg>
		{{#STAIR_LEAVE}}<line class="c-mark" x1="{{X}}%" x2="{{X}}%" y1="14" y2="268"/>{{#LEAVING}}<text class="c-text c-text--strong c-text--end" x="{{X}}%" dx="-8" y="28">{{LEAVE_DATE}} : départ probable</text>{{/LEAVING}}{{#LEFT}}<text class="c-text c-text--strong c-text--end" x="{{X}}%" dx="-8" y="28">{{LEAVE_DATE}} : départ</text>{{/LEFT}}{{/STAIR_LEAVE}}
		{{#STAIR_POINT}}<circle class="{{#MAJOR}}c-a{{/MAJOR}}{{#MINOR}}c-a{{/MINOR}}{{#DECLARED}}c-dot{{/DECLARED}}{{#MISSING}}c-missing{{/MISSING}}{{#EXPECTED}}c-ring{{/EXPECTED}}" cx="{{X}}%" cy="{{Y}}" r="{{#MAJOR}}7{{/MAJOR}}{{#MINOR}}5{{/MINOR}}{{#DECLARED}}5{{/DECLARED}}{{#MISSING}}7{{/MISSING}}{{#EXPECTED}}5{{/EXPECTED}}"/>{{#LABEL}}<text class="c-text{{#TEXT_MAJOR}} c-text--strong{{/TEXT_MAJOR}}{{#TEXT_MINOR}} c-minor{{/TEXT_MINOR}}{{#TEXT_END}} c-text--end{{/TEXT_END}}" x="{{X}}%" y="{{TEXT_Y}}">{{TEXT}}</text>{{/LABEL}}{{/STAIR_POINT}}
	</svg></div>
	<ul class="g-legend">{{<kit/legend KIND="c-a" LABEL="prouvé par un acte"/}}{{<kit/legend KIND="c-dot" LABEL="déclaré, pièce non versée"/}}{{<kit/legend KIND="c-missing" LABEL="acte manquant"/}}{{<kit/legend KIND="c-ring" LABEL="attendu, non acquis"/}}</ul>
</figure>{{/STAIR}}
{{#NO_STAIR}}<p class="g-note">Aucun acte du dossier ne dit encore votre échelon : le dessin du parcours viendra avec le premier.</p>{{/NO_STAIR}}
