{{%AUTOESCAPE context="HTML"}}
{{! Somebody who is signed in but is not an agent. }}
{{#NO_AGENT}}{{<kit/empty ICON="person" TITLE="Aucun dossier d’agent n’est lié à votre compte" NOTE="Cette page montre la carrière d’un agent de l’État. Si vous en êtes un, le matricule n’a pas encore été rattaché à votre compte." HREF="/aide" LINK="Que faire ?"/}}{{/NO_AGENT}}
