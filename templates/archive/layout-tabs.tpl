{{%AUTOESCAPE context="HTML"}}
{{! The parts of the archive: the one shown is given as ="oui" (DESK, LOTS, SEARCH, REPORTS, STATS). }}
<div class="g-no-print">{{<kit/tabs LABEL="Archives"}}{{<kit/tab HREF="/archives" LABEL="À faire" ON="[[DESK|]]"/}}{{<kit/tab HREF="/archives/lots" LABEL="Lots" ON="[[LOTS|]]"/}}{{<kit/tab HREF="/archives/recherche" LABEL="Recherche" ON="[[SEARCH|]]"/}}{{<kit/tab HREF="/archives/signalements" LABEL="Signalements" ON="[[REPORTS|]]"/}}{{<kit/tab HREF="/archives/statistiques" LABEL="Statistiques" ON="[[STATS|]]"/}}{{</kit/tabs}}</div>
