{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Accessibilité" DESCRIPTION="Ce que le portail fait pour être utilisable par tous, et ce qui n’est pas encore vérifié."}}
<div class="g-stack-l g-prose">
	{{<kit/title TEXT="Accessibilité" LEAD="Le portail est fait pour être utilisé par tous : au clavier, à la voix, sur un petit écran, sur un réseau lent, sur papier."/}}

	<section aria-labelledby="fait"><h2 class="govuk-heading-l" id="fait">Ce qui guide chaque page</h2>
		{{<kit/checks}}
			<li>La règle visée est WCAG 2.2, niveau AA.</li>
			<li>Chaque page est écrite pour servir sans souris et sans JavaScript.</li>
			<li>Le texte doit pouvoir s’agrandir jusqu’à 200 % sans rien perdre ; à 320 pixels de large, rien ne se lit de côté, sauf une barre de rubriques.</li>
			<li>Un état se reconnaît à sa forme et à son mot, jamais à sa seule couleur.</li>
			<li>Chaque dessin a son tableau ou sa phrase.</li>
			<li>Une erreur est dite en haut de la page et à côté du champ ; ce que vous avez écrit n’est pas perdu.</li>
		{{</kit/checks}}
	</section>
	<section aria-labelledby="reste"><h2 class="govuk-heading-l" id="reste">Ce qui n’est pas encore vérifié</h2>
		<ul class="govuk-list govuk-list--bullet">
			<li>Aucun audit par un tiers n’a eu lieu. Les contrôles faits sont ceux d’un outil automatique, qui ne voit pas tout.</li>
			<li>Les essais complets au clavier, au lecteur d’écran et avec des personnes handicapées restent à faire.</li>
			<li>Les actes anciens numérisés sont des images : un lecteur d’écran ne les lit pas. Leur contenu utile est repris en texte dans la carrière.</li>
			<li>Il n’y a pas encore de version en langues nationales ni de lecture à voix haute.</li>
		</ul>
	</section>
	<section aria-labelledby="dire"><h2 class="govuk-heading-l" id="dire">Une page vous résiste ?</h2>
		<p class="govuk-body">Dites-le à votre service ou dans un centre communal, en donnant l’adresse de la page. L’information vous sera donnée autrement : sur papier, ou de vive voix. La loi n° 2017-06 protège les droits des personnes handicapées.</p>
	</section>
</div>
{{</layout}}
