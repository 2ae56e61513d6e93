-- States, moves, words and the dated parameters of the archive. Idempotent.
set role guichet_owner;
insert into archive.states (state_code, label, is_over, sort) values
	('recue',      'Contrôle du fichier', false, 10),
	('refusee',    'Fichier refusé', true, 20),
	('lecture',    'Lecture du texte', false, 30),
	('a_saisir',   'À saisir', false, 40),
	('a_ressaisir', 'À ressaisir', false, 50),
	('a_comparer', 'À comparer', false, 60),
	('rattachee',  'Rattachée', true, 70),
	('rejetee',    'Écartée', true, 80)
on conflict (state_code) do update set label = excluded.label, is_over = excluded.is_over, sort = excluded.sort;
insert into archive.state_moves (from_code, to_code) values
	('recue', 'refusee'), ('recue', 'lecture'),
	('lecture', 'a_saisir'), ('lecture', 'refusee'),
	('a_saisir', 'a_ressaisir'),
	('a_ressaisir', 'rattachee'), ('a_ressaisir', 'rejetee'), ('a_ressaisir', 'a_comparer'),
	('a_comparer', 'rattachee'), ('a_comparer', 'rejetee'), ('a_comparer', 'a_saisir')
on conflict do nothing;
insert into archive.rejects (reject_code, label, sort) values
	('illisible',    'Illisible', 10),
	('pas_un_acte',  'Ce n’est pas un acte', 20),
	('doublon',      'Déjà numérisé', 30),
	('agent_inconnu', 'Agent absent du fichier du personnel', 40)
on conflict (reject_code) do update set label = excluded.label, sort = excluded.sort;
insert into archive.report_kinds (kind_code, label, sort) values
	('manquant',  'Acte manquant', 10),
	('faux',      'Acte faux ou erroné', 20),
	('illisible', 'Pièce illisible', 30)
on conflict (kind_code) do update set label = excluded.label, sort = excluded.sort;
insert into archive.report_states (state_code, label, is_over, sort) values
	('nouveau',     'Reçu', false, 10),
	('recherche',   'En recherche', false, 20),
	('trouve',      'Acte trouvé', true, 30),
	('introuvable', 'Acte introuvable', true, 40),
	('sans_objet',  'Sans objet', true, 50)
on conflict (state_code) do update set label = excluded.label, is_over = excluded.is_over, sort = excluded.sort;
insert into archive.report_moves (from_code, to_code) values
	('nouveau', 'recherche'), ('nouveau', 'trouve'), ('nouveau', 'introuvable'), ('nouveau', 'sans_objet'),
	('recherche', 'trouve'), ('recherche', 'introuvable'), ('recherche', 'sans_objet'),
	('introuvable', 'recherche')
on conflict do nothing;
insert into base.parameters (name, valid_from, value, source, certainty, is_demo) values
	('archive.report_days', '2020-01-01', '20', 'Délai de réponse à un signalement, en jours ouvrés (du lundi au vendredi). Aucun texte vu.', 'inconnu', true),
	('archive.lease_minutes', '2020-01-01', '30', 'Temps pendant lequel une pièce prise reste à qui la saisit.', 'usage', true)
on conflict (name, valid_from) do nothing;
reset role;
