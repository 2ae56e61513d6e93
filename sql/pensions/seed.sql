-- The values the computation stands on, each dated, with its source and how sure it is. A value that no text gives has no row: the page
-- then names it and waits (docs/pensions-parametres.md). What an installation changed is kept.
set role guichet_owner;
insert into base.parameters (name, valid_from, value, source, certainty, is_demo) values
	('pension.annuity_rate',   '1986-02-26', '200',    'Explication de la Direction générale du budget (presse) : 2 % par annuité', 'presse', false),
	('pension.rate_cap',       '1986-02-26', '8000',   'Explication de la Direction générale du budget (presse) : 80 % au plus', 'presse', false),
	('pension.window_months',  '1986-02-26', '60',     'Explication de la Direction générale du budget (presse) : moyenne des cinq dernières années', 'presse', false),
	('pension.least_months',   '1986-02-26', '180',    'Mémoire universitaire sur la loi 2005-24 : quinze ans de services effectifs', 'presse', false),
	('pension.least_children', '1986-02-26', '3',      'Mémoire universitaire sur la loi 2005-24 : femme ayant quinze ans de services et trois enfants', 'presse', false),
	('pension.point_value',    '1986-02-26', '300000', 'Aucun texte vu : 300 FCFA par point et par mois', 'inconnu', true),
	('pension.cnss_least_months', '1998-01-01', '180', 'Loi 98-019 modifiée par la loi 2007-02, art. 93 nouveau : 180 mois', 'loi', false)
on conflict (name, valid_from) do nothing;
reset role;
