-- Subjects, moves and limits. Idempotent.
set role guichet_owner;
insert into appointments.subjects (subject_code, name, hint, rank) values
	('renseignement', 'Me renseigner', 'Une question sur une démarche ou un texte.', 1),
	('depot',         'Déposer un dossier ou une pièce', 'Apportez les originaux.', 2),
	('retrait',       'Retirer un document', 'Apportez une pièce d’identité.', 3),
	('carriere',      'Ma carrière', 'Un acte manquant, un avancement, une erreur.', 4),
	('retraite',      'Préparer ma retraite', 'Dans les trois ans qui la précèdent.', 5),
	('conflit',       'Conflit du travail', 'Entretien avec l’inspection du travail.', 6),
	('aide',          'Être aidé pour une démarche en ligne', 'Un agent fait la démarche avec vous.', 7)
on conflict (subject_code) do update set name = excluded.name, hint = excluded.hint, rank = excluded.rank;
delete from appointments.moves;
insert into appointments.moves (from_code, to_code, who) values
	('pris', 'annule', 'usager'), ('pris', 'annule', 'bureau'), ('pris', 'arrive', 'bureau'), ('pris', 'recu', 'bureau'), ('pris', 'absent', 'bureau'),
	('arrive', 'recu', 'bureau'), ('arrive', 'pris', 'bureau'), ('absent', 'arrive', 'bureau'), ('absent', 'pris', 'bureau');
insert into base.parameters (name, valid_from, value, source, certainty, is_demo) values
	('appointments.most_open', '2020-01-01', '3', 'rendez-vous à venir d’une même personne, au plus', 'inconnu', true),
	('appointments.absences_most', '2020-01-01', '3', 'absences en 90 jours au-delà desquelles on ne réserve plus en ligne', 'inconnu', true)
on conflict do nothing;
reset role;
