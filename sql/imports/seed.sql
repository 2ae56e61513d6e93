-- Kinds, states and moves of an import, and a few words that files use. Idempotent.
set role guichet_owner;
insert into imports.kinds (kind_code, label, permission) values
	('personnel', 'Personnel', 'import.personnel'),
	('acts', 'Actes', 'import.personnel'),
	('paye', 'Paye', 'payroll.compare')
on conflict (kind_code) do update set label = excluded.label, permission = excluded.permission;

insert into imports.states (state_code, label, is_over) values
	('colonnes',  'Colonnes à vérifier', false),
	('controle',  'Contrôle en cours', false),
	('pret',      'Contrôlé, à décider', false),
	('ecriture',  'Import en cours', false),
	('importe',   'Importé', true),
	('abandonne', 'Abandonné', true)
on conflict (state_code) do update set label = excluded.label, is_over = excluded.is_over;
insert into imports.state_moves (from_code, to_code) values
	('colonnes', 'controle'), ('colonnes', 'abandonne'),
	('controle', 'pret'), ('controle', 'controle'), ('controle', 'abandonne'),
	('pret', 'colonnes'), ('pret', 'controle'), ('pret', 'ecriture'), ('pret', 'abandonne'),
	('ecriture', 'importe'), ('ecriture', 'pret'), ('ecriture', 'ecriture')
on conflict do nothing;

insert into imports.synonyms (field, word, code) values
	('status', 'fonctionnaire', 'FE'),
	('status', 'agent contractuel de droit public', 'ACDPE'),
	('status', 'contractuel', 'ACDPE'),
	('status', 'aspirant', 'AME'),
	('status', 'occasionnel', 'OCC'),
	('position', 'en activite', 'activite'),
	('position', 'en poste', 'activite'),
	('position', 'en detachement', 'detachement'),
	('position', 'detache', 'detachement'),
	('position', 'en disponibilite', 'disponibilite'),
	('act_kind', 'avancement', 'avancement_echelon'),
	('act_kind', 'mutation', 'titre_mutation'),
	('act_kind', 'prise de service', 'certificat_prise_service'),
	('act_kind', 'avenant', 'avenant'),
	('act_kind', 'admission a la retraite', 'retraite')
on conflict (field, word) do update set code = excluded.code;
reset role;
