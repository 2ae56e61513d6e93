-- Settings of the delivery, kept when an installation changed them.
set role guichet_owner;
insert into base.parameters (name, valid_from, value, source, certainty) values
	('notify.retry_seconds', '2020-01-01', '60', 'réglage technique : premier délai avant de réessayer un envoi', 'usage')
on conflict do nothing;
reset role;
