{{%AUTOESCAPE context="HTML"}}
{{<layout TITLE="Vérifier sans notre logiciel" DESCRIPTION="Le sceau suit des normes publiques : n’importe quel informaticien peut le vérifier."}}
<div class="g-prose g-stack">{{<kit/title TEXT="Vérifier sans notre logiciel"/}}</div>
{{</layout}}
