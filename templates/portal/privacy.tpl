{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Vos données, et qui les voit" DESCRIPTION="Ce que le portail garde sur vous, qui peut le voir, et vos droits."}}
<div class="g-stack-l">
	{{<kit/title TEXT="Vos données, et qui les voit" LEAD="Ce que le portail garde sur vous, qui peut l’ouvrir, ce que vous pouvez exiger."/}}

	{{<kit/section ID="qui" TITLE="Qui voit quoi"}}
		{{<kit/table CAPTION="Chaque rôle, ce qu’il voit, ce qu’il ne voit pas" HIDE="oui"}}
			{{<kit/head}}{{<kit/th LABEL="Qui"/}}{{<kit/th LABEL="Voit"/}}{{<kit/th LABEL="Ne voit pas"/}}{{</kit/head}}
			{{<kit/rows}}
				{{<kit/row}}{{<kit/row-title}}Vous{{</kit/row-title}}{{<kit/td LABEL="Voit"}}<span>tout votre dossier, et la liste de ceux qui l’ont ouvert</span>{{</kit/td}}{{<kit/td LABEL="Ne voit pas"}}<span>le dossier d’un autre</span>{{</kit/td}}{{</kit/row}}
				{{<kit/row}}{{<kit/row-title}}Gestionnaire, chef de service{{</kit/row-title}}{{<kit/td LABEL="Voit"}}<span>les dossiers des agents de sa structure, après avoir écrit un motif</span>{{</kit/td}}{{<kit/td LABEL="Ne voit pas"}}<span>les dossiers des autres structures ; vos secrets</span>{{</kit/td}}{{</kit/row}}
				{{<kit/row}}{{<kit/row-title}}Signataire, archiviste{{</kit/row-title}}{{<kit/td LABEL="Voit"}}<span>les dossiers de sa structure, avec un motif</span>{{</kit/td}}{{<kit/td LABEL="Ne voit pas"}}<span>les listes à emporter : il ne peut pas exporter</span>{{</kit/td}}{{</kit/row}}
				{{<kit/row}}{{<kit/row-title}}Inspection{{</kit/row-title}}{{<kit/td LABEL="Voit"}}<span>le journal des consultations</span>{{</kit/td}}{{<kit/td LABEL="Ne voit pas"}}<span>le contenu des dossiers</span>{{</kit/td}}{{</kit/row}}
				{{<kit/row}}{{<kit/row-title}}Administrateur{{</kit/row-title}}{{<kit/td LABEL="Voit"}}<span>les comptes et leurs habilitations</span>{{</kit/td}}{{<kit/td LABEL="Ne voit pas"}}<span>les dossiers ; il ne peut choisir le mot de passe de personne</span>{{</kit/td}}{{</kit/row}}
			{{</kit/rows}}
		{{</kit/table}}
		<p class="g-note">Ces limites sont tenues par la base de données elle-même, ligne par ligne, et non par la seule apparence des pages.</p>
	{{</kit/section}}

	<div class="g-split g-split--even">
		{{<kit/card ID="garde" TITLE="Ce que nous gardons"}}
			{{<kit/summary}}
				{{<kit/answer LABEL="Identité" VALUE="nom, prénoms, date de naissance, sexe, matricule"/}}
				{{<kit/answer LABEL="Carrière" VALUE="vos actes et ce qui s’en déduit"/}}
				{{<kit/answer LABEL="Compte" VALUE="téléphone, courriel, empreinte du mot de passe (pas le mot lui-même)"/}}
				{{<kit/answer LABEL="Journal" VALUE="connexions, consultations, modifications : qui, quand, pourquoi"/}}
			{{</kit/summary}}
		{{</kit/card}}
		{{<kit/card ID="jamais" TITLE="Ce que nous ne faisons pas"}}
			{{<kit/checks}}
				<li>Aucune publicité, aucune mesure d’audience, aucun service extérieur appelé par les pages.</li>
				<li>Pas d’autre cookie que celui de la connexion. Il disparaît quand vous vous déconnectez.</li>
			{{</kit/checks}}
		{{</kit/card}}
	</div>

	{{<kit/section ID="droits" TITLE="Vos droits"}}
		<div class="g-stack">
			<p class="govuk-body">Le code du numérique (loi n° 2017-20 du 20 avril 2018, livre V, modifiée par la loi n° 2020-35 du 6 janvier 2021) protège vos données. Vous pouvez :</p>
			{{<kit/checks}}
				<li><strong>Les voir</strong> : votre dossier est devant vous, en entier.</li>
				<li><strong>Les faire corriger</strong> : un acte se corrige par un acte rectificatif, lié au premier.</li>
				<li><strong>Demander une explication</strong> sur une consultation que vous ne comprenez pas.</li>
				<li><strong>Vous opposer ou faire effacer</strong>, dans les limites de la loi. Les dossiers de carrière et de pension suivent les règles des archives publiques et se gardent plus longtemps.</li>
			{{</kit/checks}}
			<p class="govuk-body">Adressez-vous d’abord à la direction des ressources humaines qui tient votre dossier. Si la réponse ne vient pas ou ne vous convient pas, saisissez l’Autorité de protection des données à caractère personnel (APDP).</p>
			{{<kit/banner TITLE="À compléter avant la mise en service"}}<p>Numéro de déclaration à l’APDP, adresse du délégué à la protection des données, durées de conservation : ces mentions seront fixées par le ministère. Cette version est une démonstration.</p>{{</kit/banner}}
		</div>
	{{</kit/section}}
</div>
{{</layout}}
