{{%AUTOESCAPE context="HTML"}}
{{! The pages of one file at the desk: FILE, CALCUL, CIRCUIT ="oui" for the one shown. FILE_ID of the page. }}
<div class="g-no-print">{{<kit/tabs LABEL="Le dossier"}}{{<kit/tab HREF="/pensions/dossiers/{{FILE_ID}}" LABEL="Dossier" ON="[[FILE|]]"/}}{{<kit/tab HREF="/pensions/dossiers/{{FILE_ID}}/calcul" LABEL="Calcul" ON="[[CALCUL|]]"/}}{{<kit/tab HREF="/pensions/dossiers/{{FILE_ID}}/circuit" LABEL="Approbations et livret" ON="[[CIRCUIT|]]"/}}{{</kit/tabs}}</div>
