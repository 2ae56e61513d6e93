-- Settings of the delivery, kept when an installation changed them.
set role guichet_owner;
insert into base.parameters (name, valid_from, value, source, certainty, is_demo) values
	('notify.retry_seconds', '2020-01-01', '60', 'réglage technique : premier délai avant de réessayer un envoi', 'usage', false),
	('notify.unsure_seconds', '2020-01-01', '600', 'réglage technique : attente d’un accusé avant de renvoyer un SMS resté sans réponse', 'usage', false),
	('notify.silent_hours', '2020-01-01', '72', 'réglage technique : sans accusé après ce délai, un SMS est compté comme expiré', 'usage', false),
	('sms.part_fcfa', '2020-01-01', '15', 'prix d’une partie de SMS : à remplacer par celui du contrat de l’opérateur', 'inconnu', true)
on conflict do nothing;
reset role;
