-- What campaigns stand on. Idempotent; a rule that the ministry changed is left alone.
set role guichet_owner;
insert into advancement.families (status_code, model_code, label) values
	('FE', 'avancement_echelon_fe', 'arrêté'),
	('ACDPE', 'avenant_acdpe', 'avenant')
on conflict (status_code) do nothing;

insert into advancement.position_rules (position_code, advances, valid_from, source, certainty, is_demo) values
	('activite',         true,  '1986-02-26', 'Usage', 'usage', false),
	('detachement',      true,  '1986-02-26', 'Fonctions politiques : loi 2015-18, art. 133 al. 2, et décret 2025-165 du 9 avril 2025 ; autres détachements : usage', 'presse', true),
	('mise_disposition', true,  '1986-02-26', 'Fonctions politiques : loi 2015-18, art. 133 al. 2, et décret 2025-165 du 9 avril 2025 ; autres cas : usage', 'presse', true),
	('disponibilite',    false, '1986-02-26', 'Usage, aucun texte vu', 'usage', true),
	('sous_drapeaux',    null,  '1986-02-26', 'Aucun texte vu', 'inconnu', true)
on conflict (position_code, valid_from) do nothing;

insert into advancement.reasons (reason_code, label, words, is_hard, sort) values
	('deces',             'Décédés',                             'L’agent est décédé.', true, 10),
	('parti',             'Partis avant l’effet',                'L’agent a quitté le service avant la date d’effet.', true, 20),
	('statut',            'Statut sans avancement',              'Ce statut n’a pas d’avancement automatique d’échelon.', true, 30),
	('grade_inconnu',     'Grade ou échelon inconnu',            'Aucun acte ne dit la catégorie, l’échelle ou l’échelon : le suivant ne peut pas être calculé.', true, 40),
	('sans_regle',        'Aucune règle à cette date',           'Aucune règle datée ne donne l’intervalle pour ce statut et cette catégorie.', true, 50),
	('deja_avance',       'Déjà avancés',                        'Un acte en vigueur accorde déjà l’avancement de ce trimestre.', true, 60),
	('dernier_echelon',   'Au dernier échelon',                  'L’agent est au dernier échelon de sa catégorie.', true, 70),
	('brouillon',         'Acte déjà en circuit',                'Un projet d’acte en cours accorde déjà un échelon à cet agent.', true, 80),
	('retraite',          'Retraite avant l’effet',              'L’agent atteint la limite d’âge au plus tard à la date d’effet.', true, 90),
	('position',          'Position sans avancement',            'La position de l’agent arrête l’avancement.', true, 100),
	('change',            'Situation changée',  'La situation de l’agent a changé entre le calcul et la préparation de l’acte.', true, 110),
	('parti_apres',       'Partis après la date due',            'L’agent a quitté le service après la date à laquelle l’échelon lui était dû.', false, 200),
	('position_expiree',  'Position arrivée à terme',            'La position prend fin avant la date d’effet et aucun acte ne dit la suite.', false, 210),
	('position_inconnue', 'Effet de position inconnu', 'Aucun texte vu ne dit si l’échelon se gagne dans cette position.', false, 220),
	('regle_changee',    'Règle changée entre-temps', 'L’intervalle ou le nombre d’échelons a changé depuis le dernier avancement : le passage d’une règle à l’autre n’est dit par aucun texte vu.', false, 225),
	('interruption',      'Interruption à décompter', 'L’agent a été dans une position sans avancement depuis son dernier échelon : la durée à retrancher n’est dite par aucun texte vu.', false, 230),
	('sanction',          'Sanction récente',  'Une sanction suit le dernier avancement : son effet sur le suivant n’est dit par aucun texte vu.', false, 240),
	('lacune',            'Acte manquant',      'Un acte manque avant celui-ci : l’échelon de départ n’est pas prouvé.', false, 250),
	('contradiction',     'Contradiction au dossier',            'Deux actes du dossier se contredisent.', false, 260),
	('corps_inconnu',     'Corps inconnu',                       'Aucun acte ne dit le corps de l’agent.', false, 270),
	('indice_inconnu',    'Indice inconnu',                      'Aucun acte ne dit l’indice actuel de l’agent.', false, 280),
	('ecarte',            'Écartés à la main',                   'Une personne a écarté cet agent, avec un motif.', false, 300)
on conflict (reason_code) do update set label = excluded.label, words = excluded.words, is_hard = excluded.is_hard, sort = excluded.sort;

insert into advancement.states (state_code, label, is_open) values
	('calcul',      'Calcul en cours', true),
	('pret',        'À examiner', true),
	('preparation', 'Préparation des actes', false),
	('prepare',     'Actes préparés', false),
	('circuit',     'Actes en circuit', false),
	('abandon',     'Abandonnée', false)
on conflict (state_code) do update set label = excluded.label, is_open = excluded.is_open;
insert into advancement.state_moves (from_code, to_code) values
	('calcul', 'pret'), ('calcul', 'abandon'), ('pret', 'calcul'), ('pret', 'abandon'), ('pret', 'preparation'), ('preparation', 'prepare'),
	('preparation', 'pret'), ('prepare', 'circuit')
on conflict do nothing;

-- Which structure issues these acts, when the asker reaches it.
insert into base.parameters (name, valid_from, value, source, certainty, is_demo) values
	('advancement.issuer', '2018-03-08', '"DRSC"', 'Presse 2023 : le suivi des carrières constate les avancements', 'presse', true)
on conflict (name, valid_from) do nothing;

insert into base.recurring (kind, every) values ('advancement.overdue', 'mois') on conflict (kind) do nothing;
analyze advancement.families, advancement.position_rules, advancement.reasons, advancement.states;
reset role;
