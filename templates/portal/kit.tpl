{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Composants" DESCRIPTION="Chaque composant du portail, une fois, dans tous ses états."}}
{{<kit/crumbs}}{{<kit/crumb HREF="/" LABEL="Accueil"/}}{{<kit/crumb LABEL="Composants"/}}{{</kit/crumbs}}
<div class="g-stack-l g-mt">
	{{<kit/title TEXT="Composants" LEAD="Chaque morceau une fois, dans tous ses états. Personnes et nombres sont inventés."/}}
	{{<kit/tabs LABEL="Parties de la page"}}{{<kit/tab HREF="#k-textes" LABEL="Textes" ON="oui"/}}{{<kit/tab HREF="#k-champs" LABEL="Champs" COUNT="13"/}}{{<kit/tab HREF="#k-talon" LABEL="Signatures" COUNT="3"/}}{{<kit/tab HREF="#k-tableau" LABEL="Listes"/}}{{</kit/tabs}}

	{{<kit/section ID="k-couleurs" TITLE="Couleurs"}}
		<ul class="g-swatches">
			<li><svg viewBox="0 0 10 4" preserveAspectRatio="none" aria-hidden="true"><rect class="s-green-950" width="10" height="4"/></svg><strong>green-950</strong><br>pied de page, survol</li>
			<li><svg viewBox="0 0 10 4" preserveAspectRatio="none" aria-hidden="true"><rect class="s-green-800" width="10" height="4"/></svg><strong>green-800</strong><br>en-tête, talon</li>
			<li><svg viewBox="0 0 10 4" preserveAspectRatio="none" aria-hidden="true"><rect class="s-green-700" width="10" height="4"/></svg><strong>green-700</strong><br>actions, liens</li>
			<li><svg viewBox="0 0 10 4" preserveAspectRatio="none" aria-hidden="true"><rect class="s-green-100" width="10" height="4"/></svg><strong>green-100</strong><br>en cours</li>
			<li><svg viewBox="0 0 10 4" preserveAspectRatio="none" aria-hidden="true"><rect class="s-yellow-500" width="10" height="4"/></svg><strong>yellow-500</strong><br>à vous, focus</li>
			<li><svg viewBox="0 0 10 4" preserveAspectRatio="none" aria-hidden="true"><rect class="s-yellow-100" width="10" height="4"/></svg><strong>yellow-100</strong><br>fond « à vous »</li>
			<li><svg viewBox="0 0 10 4" preserveAspectRatio="none" aria-hidden="true"><rect class="s-red-600" width="10" height="4"/></svg><strong>red-600</strong><br>traits de retard</li>
			<li><svg viewBox="0 0 10 4" preserveAspectRatio="none" aria-hidden="true"><rect class="s-red-700" width="10" height="4"/></svg><strong>red-700</strong><br>texte d’erreur</li>
			<li><svg viewBox="0 0 10 4" preserveAspectRatio="none" aria-hidden="true"><rect class="s-red-100" width="10" height="4"/></svg><strong>red-100</strong><br>fond de retard</li>
			<li><svg viewBox="0 0 10 4" preserveAspectRatio="none" aria-hidden="true"><rect class="s-slate-700" width="10" height="4"/></svg><strong>slate-700</strong><br>information</li>
			<li><svg viewBox="0 0 10 4" preserveAspectRatio="none" aria-hidden="true"><rect class="s-ink" width="10" height="4"/></svg><strong>ink</strong><br>texte</li>
			<li><svg viewBox="0 0 10 4" preserveAspectRatio="none" aria-hidden="true"><rect class="s-ink-2" width="10" height="4"/></svg><strong>ink-2</strong><br>texte second</li>
			<li><svg viewBox="0 0 10 4" preserveAspectRatio="none" aria-hidden="true"><rect class="s-line-strong" width="10" height="4"/></svg><strong>line-strong</strong><br>bord de champ</li>
			<li><svg viewBox="0 0 10 4" preserveAspectRatio="none" aria-hidden="true"><rect class="s-line" width="10" height="4"/></svg><strong>line</strong><br>filet</li>
			<li><svg viewBox="0 0 10 4" preserveAspectRatio="none" aria-hidden="true"><rect class="s-sand" width="10" height="4"/></svg><strong>sand</strong><br>fond calme</li>
			<li><svg viewBox="0 0 10 4" preserveAspectRatio="none" aria-hidden="true"><rect class="s-paper" width="10" height="4"/></svg><strong>paper</strong><br>page</li>
		</ul>
	{{</kit/section}}

	{{<kit/section ID="k-textes" TITLE="Titres et textes"}}
		<div class="g-card"><p class="govuk-caption-xl">Surtitre, 15</p><p class="govuk-heading-xl">Titre de page, 38 (30 au téléphone)</p><p class="govuk-heading-l">Titre de section, 24</p><p class="govuk-heading-m">Titre de carte, 20</p><p class="govuk-heading-s">Petit titre, 17</p><p class="g-lead">Chapeau, 20 : une phrase qui dit l’essentiel.</p><p class="govuk-body">Texte courant, 17. Une phrase qu’un instituteur à la retraite comprend. <a class="govuk-link" href="#k-textes">Un lien est vert et souligné.</a> Montants : <span class="g-num">192 000 FCFA</span>. Dates : 3 mars 2026.</p><p class="g-note">Note, 15 : la règle, la source, le nombre de dossiers.</p></div>
	{{</kit/section}}

	{{<kit/section ID="k-etats" TITLE="États : une forme et un mot, puis une couleur"}}
		<div class="g-stack">
			<p class="g-row">{{<kit/state KIND="draft" LABEL="Brouillon"/}}{{<kit/state KIND="new" LABEL="Nouvelle"/}}{{<kit/state KIND="progress" LABEL="En cours"/}}{{<kit/state KIND="you" LABEL="À vous de répondre"/}}{{<kit/state KIND="waiting" LABEL="En attente"/}}{{<kit/state KIND="late" LABEL="Hors délai : 6 jours"/}}{{<kit/state KIND="missing" LABEL="Acte manquant"/}}{{<kit/state KIND="done" LABEL="Finalisée"/}}{{<kit/state KIND="rejected" LABEL="Rejetée"/}}</p>
			<p class="g-row">{{<kit/seal LABEL="Scellé"/}}{{<kit/seal KIND="void" LABEL="Annulé"/}}{{<kit/seal KIND="none" LABEL="Copie numérisée, sans sceau"/}}{{<kit/tag LABEL="Échelon"/}}{{<kit/tag LABEL="Affectation"/}}</p>
		</div>
	{{</kit/section}}

	{{<kit/section ID="k-boutons" TITLE="Boutons"}}
		<div class="g-stack">
			{{<kit/form ACTION="/kit"}}{{<kit/actions}}{{<kit/button LABEL="Continuer"/}}{{<kit/button LABEL="Enregistrer le brouillon" KIND="secondary" NAME="brouillon"/}}{{<kit/button LABEL="Rejeter la demande" KIND="warning"/}}<button class="govuk-button" type="button" disabled>Signature en cours</button>{{<kit/button-link HREF="/kit" LABEL="Télécharger" KIND="secondary" ICON="download"/}}{{<kit/print/}}<a class="govuk-link" href="/kit">Annuler</a>{{</kit/actions}}{{</kit/form}}
			<p class="g-note">Un seul bouton plein par écran. Le rouge seulement pour ce qui ferme une porte à quelqu’un.</p>
			<p>{{<kit/back HREF="/" LABEL="Retour à l’accueil"/}}</p>
		</div>
	{{</kit/section}}

	{{<kit/section ID="k-champs" TITLE="Champs et erreurs"}}
		{{<kit/error-summary TITLE="Deux réponses sont à revoir"/}}
		<div class="g-cols-2">
			<div class="g-card">{{<kit/form ACTION="/kit" ENCTYPE="multipart/form-data"}}
				{{<kit/matricule NAME="matricule"/}}
				{{<kit/date NAME="prise_de_service" LABEL="Première prise de service"/}}
				{{<kit/text-field NAME="courriel" LABEL="Adresse électronique" TYPE="email" AUTOCOMPLETE="email" OPTIONAL="oui" HINT="Nous n’écrivons que pour vos dossiers"/}}
				{{<kit/text-field NAME="telephone" LABEL="Téléphone" TYPE="tel" AUTOCOMPLETE="tel" WIDTH="20"/}}
				{{<kit/password NAME="secret" LABEL="Mot de passe" HINT="Douze caractères au moins ; une phrase convient"/}}
				{{<kit/code NAME="code" LABEL="Code reçu par SMS" DIGITS="6" HINT="Six chiffres, valables dix minutes"/}}
				{{<kit/file NAME="piece" LABEL="Copie de l’acte" ACCEPT=".pdf,.jpg,.png" HINT="PDF, JPEG ou PNG, 5 Mo au plus"/}}
				{{<kit/button LABEL="Continuer"/}}
			{{</kit/form}}</div>
			<div class="g-card">{{<kit/form ACTION="/kit"}}
				{{<kit/radios NAME="canal" LEGEND="Comment vous prévenir ?"}}{{<kit/radio NAME="canal" VALUE="sms" LABEL="Par SMS au 01 97 •• •• 42"/}}{{<kit/radio NAME="canal" VALUE="courriel" LABEL="Par courriel" HINT="Il faut une adresse confirmée"/}}{{</kit/radios}}
				{{<kit/radios NAME="accord" LEGEND="Est-ce exact ?" CLASS="govuk-radios--inline"}}{{<kit/radio NAME="accord" VALUE="oui" LABEL="Oui"/}}{{<kit/radio NAME="accord" VALUE="non" LABEL="Non"/}}{{</kit/radios}}
				{{<kit/checkbox NAME="certifie" LABEL="Je certifie que ces pièces sont les miennes" HINT="Une fausse pièce engage votre responsabilité"/}}
				{{<kit/select NAME="commune" LABEL="Commune" EMPTY="Choisir"}}{{<kit/option NAME="commune" VALUE="cove" LABEL="Covè"/}}{{<kit/option NAME="commune" VALUE="ketou" LABEL="Kétou"/}}{{<kit/option NAME="commune" VALUE="natitingou" LABEL="Natitingou"/}}{{</kit/select}}
				{{<kit/textarea NAME="objet" LABEL="Objet" HINT="Dites ce que vous attendez" ROWS="3"/}}
				{{<kit/file NAME="annexe" LABEL="Une autre pièce" OPTIONAL="oui"/}}
				{{<kit/button LABEL="Enregistrer le brouillon" KIND="secondary"/}}
			{{</kit/form}}</div>
		</div>
	{{</kit/section}}

	{{<kit/section ID="k-bandeaux" TITLE="Bandeaux, textes à part"}}
		<div class="g-stack">
			{{<kit/banner TITLE="Un brouillon existe déjà"}}<p>Commencé le 20 novembre. <a class="govuk-link" href="#k-bandeaux">Le reprendre</a></p>{{</kit/banner}}
			{{<kit/banner KIND="you" ICON="act" TITLE="À vous : une pièce est à refaire"}}<p>Le compteur est arrêté jusqu’à votre réponse.</p>{{</kit/banner}}
			{{<kit/banner KIND="late" ICON="alert" TITLE="Échéance dépassée de 6 jours ouvrables"}}<p>Le chef de service a été prévenu le 16 novembre.</p>{{</kit/banner}}
			{{<kit/banner KIND="ok" ICON="done" TITLE="Demande enregistrée"/}}
			{{<kit/inset}}<p>Un passage mis à part : une citation, une condition.</p>{{</kit/inset}}
			{{<kit/details TITLE="Pourquoi cette question ?" OPEN="oui"}}<p>Le matricule permet de joindre vos actes tout seuls. Vous n’aurez pas à les fournir.</p>{{</kit/details}}
		</div>
	{{</kit/section}}

	{{<kit/section ID="k-talon" TITLE="Le talon : tout ce qui porte un numéro"}}
		{{<kit/stub LABEL="Ma situation" KIND="Matricule" NUMBER="061248" WHO="Mme Clémentine Ayaba HOUNKPATIN" FOOT="Fonctionnaire de l’État – en activité"}}
			{{<kit/facts}}
				{{<kit/fact LABEL="Corps" VALUE="Attachée des services administratifs"/}}
				{{<kit/fact LABEL="Catégorie A, échelle 3, échelon 9" VALUE="A3‑9" NOTE="depuis le 1er avril 2025"/}}
				{{<kit/fact LABEL="Affectation" VALUE="DDTFP Zou, Abomey" NOTE="depuis le 12 janvier 2022"/}}
				{{<kit/fact LABEL="Prochain échelon attendu" VALUE="1er avril 2027" NOTE="sans demande de votre part"/}}
			{{</kit/facts}}
		{{</kit/stub}}
	{{</kit/section}}

	<div class="g-split g-split--even">
		{{<kit/section ID="k-fil" TITLE="Le fil : toute histoire"}}
			{{<kit/thread}}
				{{<kit/knot WHEN="nœud plein" WHAT="Fait, et prouvé"/}}
				{{<kit/knot KIND="missing" WHEN="nœud brisé rouge" WHAT="Manquant"/}}
				{{<kit/knot KIND="late" WHEN="carré rouge" WHAT="Fait hors délai"/}}
				{{<kit/knot KIND="now" WHEN="anneau vert" WHAT="En cours chez nous" WHO="DGFP – service des retraites"}}<p class="g-quote">Bonjour Madame, le cachet ne se lit pas.</p>{{</kit/knot}}
				{{<kit/knot KIND="you" WHEN="losange jaune" WHAT="À vous de répondre"/}}
				{{<kit/knot KIND="next" WHEN="nœud creux" WHAT="À venir"/}}
			{{</kit/thread}}
		{{</kit/section}}
		{{<kit/section ID="k-somme" TITLE="Une somme, dite ligne à ligne"}}
			<div class="g-card g-stack">
				{{<kit/sum}}
					{{<kit/sum-line LABEL="Née le" VALUE="14 août 1969"/}}
					{{<kit/sum-line LABEL="Limite d’âge, catégorie A" NOTE="valeur de démonstration" VALUE="+ 60 ans"/}}
					{{<kit/sum-line LABEL="Premier jour du trimestre suivant" NOTE="valeur de démonstration" VALUE="1er oct. 2029"/}}
				{{</kit/sum}}
				{{<kit/checks}}<li>La signature est juste.</li><li>Rien n’a été changé depuis.</li>{{</kit/checks}}
			</div>
			<div class="g-mt">{{<kit/progress ID="travail" TITLE="Import du personnel, DDTFP Borgou" NOTE="2 318 lignes sur 3 401 – 12 erreurs" DONE="2318" TOTAL="3401"}}<p><a class="govuk-link" href="#k-somme">Voir les 12 lignes en erreur</a></p>{{</kit/progress}}</div>
		{{</kit/section}}
	</div>

	{{<kit/section ID="k-escalier" TITLE="L’escalier : une carrière d’un coup d’œil"}}
		{{<kit/stairs ALT="Escalier des échelons de 1998 à 2029 : l’acte B1‑6 de 2008 manque, deux échelons sont attendus. Un tableau donne chaque acte."}}
			<svg viewBox="0 0 330 150" aria-hidden="true" focusable="false"><path class="c-axis" d="M14 128H316"/><path class="c-line" d="M21 116H58V100H95V84H155V62H211V44H266V30H282"/><path class="c-line c-line--2" d="M282 30H304V16H316"/><circle class="c-a" cx="21" cy="116" r="6"/><circle class="c-a" cx="58" cy="100" r="6"/><circle class="c-missing" cx="95" cy="84" r="7"/><circle class="c-a" cx="155" cy="62" r="6"/><circle class="c-a" cx="211" cy="44" r="6"/><circle class="c-a" cx="266" cy="30" r="6"/><circle class="c-ring" cx="304" cy="16" r="5"/><text class="c-text" x="21" y="146">1998</text><text class="c-text c-text--end" x="316" y="146">2029</text></svg>
		{{</kit/stairs}}
	{{</kit/section}}

	{{<kit/section ID="k-nombres" TITLE="Nombres" LINK="Comment ils sont comptés" HREF="#k-nombres"}}
		{{<kit/numbers}}
			{{<kit/number VALUE="19" LABEL="actes au dossier" HREF="#k-tableau" NOTE="au 24 novembre 2026"/}}
			{{<kit/number VALUE="1" LABEL="acte manquant" HREF="#k-tableau" KIND="late"/}}
			{{<kit/number VALUE="2" LABEL="réponses attendues de vous" KIND="you"/}}
		{{</kit/numbers}}
	{{</kit/section}}

	{{<kit/section ID="k-tableau" TITLE="Listes : chercher, filtrer, cocher, feuilleter"}}
		<div class="g-stack">
			{{<kit/search ACTION="/kit" LABEL="Matricule, nom ou prénom" HINT="Les accents et les fautes légères ne gênent pas"/}}
			{{<kit/filters ACTION="/kit"}}
				{{<kit/select NAME="structure" LABEL="Structure" EMPTY="Toutes"}}{{<kit/option NAME="structure" VALUE="dgfp" LABEL="DGFP"/}}{{<kit/option NAME="structure" VALUE="dgt" LABEL="DGT"/}}{{</kit/select}}
				{{<kit/text-field NAME="annee" LABEL="Année" INPUTMODE="numeric"/}}
			{{</kit/filters}}
			{{<kit/form ACTION="/kit"}}
				{{<kit/batch}}{{<kit/button LABEL="Signaler" NAME="geste" VALUE="signaler" KIND="secondary"/}}{{</kit/batch}}
				{{<kit/table CAPTION="Actes, du dernier au plus ancien"}}
					{{<kit/head}}{{<kit/th LABEL="Cocher" HIDE="oui"/}}{{<kit/th LABEL="Acte"/}}{{<kit/th LABEL="Effet"/}}{{<kit/th LABEL="Référence"/}}{{<kit/th LABEL="Indice" NUM="oui"/}}{{<kit/th LABEL="Preuve"/}}{{</kit/head}}
					{{<kit/rows}}
						{{<kit/row}}{{<kit/td}}{{<kit/tick NAME="acte" VALUE="1" OF="l’avancement du 1er avril 2025"/}}{{</kit/td}}{{<kit/row-title HREF="#k-tableau" LABEL="Avancement d’échelon"/}}{{<kit/td LABEL="Effet"}}1er avril 2025{{</kit/td}}{{<kit/td LABEL="Référence"}}<span class="g-break">0417/MTFP/DC/SGM/DGFP/DRSC/SIA/SA</span>{{</kit/td}}{{<kit/td LABEL="Indice" NUM="oui"}}725{{</kit/td}}{{<kit/td LABEL="Preuve"}}{{<kit/seal LABEL="Scellé"/}}{{</kit/td}}{{</kit/row}}
						{{<kit/row KIND="missing"}}{{<kit/td}}{{<kit/tick NAME="acte" VALUE="2" OF="l’avancement du 3 octobre 2008"/}}{{</kit/td}}{{<kit/row-title}}Avancement d’échelon{{</kit/row-title}}{{<kit/td LABEL="Effet"}}3 octobre 2008{{</kit/td}}{{<kit/td LABEL="Référence"}}aucune{{</kit/td}}{{<kit/td LABEL="Indice" NUM="oui"}}–{{</kit/td}}{{<kit/td LABEL="Preuve"}}{{<kit/seal KIND="void" LABEL="Introuvable"/}}{{</kit/td}}{{</kit/row}}
						{{<kit/row}}{{<kit/td}}{{<kit/tick NAME="acte" VALUE="3" OF="la titularisation du 3 octobre 2000"/}}{{</kit/td}}{{<kit/row-title HREF="#k-tableau" LABEL="Titularisation"/}}{{<kit/td LABEL="Effet"}}3 octobre 2000{{</kit/td}}{{<kit/td LABEL="Référence"}}<span class="g-break">2664/MFPTRA/DC/DPE/SR/D3</span>{{</kit/td}}{{<kit/td LABEL="Indice" NUM="oui"}}320{{</kit/td}}{{<kit/td LABEL="Preuve"}}{{<kit/seal KIND="none" LABEL="Copie numérisée"/}}{{</kit/td}}{{</kit/row}}
					{{</kit/rows}}
				{{</kit/table}}
			{{</kit/form}}
			{{<kit/pagination WHERE="1 à 3 sur 19" PREVIOUS="/kit" NEXT="/kit"/}}
			{{<kit/empty TITLE="Aucune demande en cours" NOTE="Quand vous en déposerez une, elle sera ici avec son récépissé." HREF="/aide" LINK="Lire l’aide"/}}
		</div>
	{{</kit/section}}

	<div class="g-cols-3">
		{{<kit/card ID="k-c1" TITLE="Carte simple"}}{{<kit/facts TIGHT="oui"}}{{<kit/fact LABEL="Délai" VALUE="10 jours ouvrables"/}}{{<kit/fact LABEL="Coût" VALUE="0 FCFA"/}}{{</kit/facts}}{{</kit/card}}
		{{<kit/card ID="k-c2" TITLE="Carte « à vous »" KIND="you"}}<p>Filet jaune : le lecteur a quelque chose à faire.</p>{{</kit/card}}
		{{<kit/card ID="k-c3" TITLE="Carte « en retard »" KIND="late"}}<p>Filet rouge : nous avons manqué à notre parole.</p>{{</kit/card}}
	</div>

	{{<kit/section ID="k-fin" TITLE="Relire avant d’envoyer"}}
		<div class="g-card">{{<kit/summary}}{{<kit/answer LABEL="Matricule" VALUE="061248" HREF="#matricule" OF="le matricule"/}}{{<kit/answer LABEL="Prévenir par" VALUE="SMS au 01 97 •• •• 42" HREF="#canal" OF="le moyen"/}}{{</kit/summary}}</div>
	{{</kit/section}}
</div>
{{</layout}}
