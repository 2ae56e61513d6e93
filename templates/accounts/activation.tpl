{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Activer mon compte d’agent" NAV="activation"}}
<div class="g-stack-l g-narrow">
	{{<kit/error-summary/}}
	{{<kit/back HREF="/connexion" LABEL="Se connecter"/}}
	{{<kit/title TEXT="Activer mon compte d’agent" LEAD="Un code sera envoyé au téléphone ou à l’adresse électronique que l’administration connaît déjà."/}}
	{{<kit/form ACTION="/activation"}}
		{{<kit/matricule NAME="matricule"/}}
		{{<kit/date NAME="prise_de_service" LABEL="Date de votre première prise de service" HINT="Elle est sur votre premier certificat de prise de service. Par exemple 3 mars 1998"/}}
		{{<kit/button LABEL="Recevoir un code"/}}
	{{</kit/form}}
	{{<kit/details TITLE="Mon téléphone et mon adresse ont changé"}}<p>Le code ne peut partir que vers un contact inscrit à votre dossier. Faites-le mettre à jour par votre direction des ressources humaines, sur place, avec une pièce d’identité.</p>{{</kit/details}}
</div>
{{</layout}}
