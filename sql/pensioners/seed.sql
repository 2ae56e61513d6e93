-- Reference rows of pensioners: papers, states, reasons, delays, texts of notices. What an installation changed of the parameters is kept.
set role guichet_owner;
insert into pensioners.identity_papers (paper_code, label, sort) values
	('cip',       'Certificat d’identification personnelle (ANIP)', 1),
	('cni',       'Carte nationale d’identité', 2),
	('passeport', 'Passeport', 3),
	('autre',     'Autre pièce d’identité avec photo', 4)
on conflict (paper_code) do update set label = excluded.label, sort = excluded.sort;

insert into pensioners.claim_states (state_code, label, desk, next_words, days, is_open_to_claimant, is_over, sort) values
	('brouillon', 'À compléter et à envoyer', 'Vous', 'Rien n’est encore envoyé. Complétez la demande, puis envoyez-la.', null, true, false, 1),
	('recu', 'Reçue', 'Service des pensions', 'Le service des pensions lit votre demande. Vous n’avez rien à faire.', 15, false, false, 2),
	('incomplet', 'Il manque quelque chose', 'Vous', 'Le service des pensions attend votre réponse. Le délai est arrêté jusque-là.', null, true, false, 3),
	('admis', 'Admise', 'Service des pensions', 'Le dossier de pension de réversion est ouvert. Sa liquidation vous sera annoncée.', null, false, true, 4),
	('rejete', 'Non admise', 'Service des pensions', 'La décision et ce que vous pouvez faire sont expliqués plus bas.', null, false, true, 5)
on conflict (state_code) do update set label = excluded.label, desk = excluded.desk, next_words = excluded.next_words, days = excluded.days,
	is_open_to_claimant = excluded.is_open_to_claimant, is_over = excluded.is_over, sort = excluded.sort;
delete from pensioners.claim_moves;
insert into pensioners.claim_moves (from_code, to_code, roles) values
	('brouillon', 'recu', '{claimant}'), ('incomplet', 'recu', '{claimant}'), ('recu', 'incomplet', '{pension_officer,pension_chief}'),
	('recu', 'admis', '{pension_officer,pension_chief}'), ('recu', 'rejete', '{pension_officer,pension_chief}'), ('incomplet', 'rejete', '{pension_officer,pension_chief}');
insert into pensioners.claim_reasons (reason_code, label, remedy, sort) values
	('deces_non_prouve', 'Le décès n’est pas établi par la pièce envoyée', 'Demandez l’acte de décès à la mairie du lieu du décès, puis déposez une nouvelle demande.', 1),
	('lien_non_prouve', 'Le lien avec le défunt n’est pas établi', 'Demandez l’acte de mariage ou de naissance à l’état civil, puis déposez une nouvelle demande.', 2),
	('sans_reponse', 'Le complément demandé n’est pas venu', 'Déposez une nouvelle demande avec la pièce demandée.', 3),
	('deja_servie', 'La même demande est déjà traitée', 'Suivez la première demande : son numéro est dans l’explication.', 4),
	('autre', 'Autre motif, expliqué ci-dessous', 'Écrivez au service des pensions, ou présentez-vous dans un centre communal avec cette décision.', 5)
on conflict (reason_code) do update set label = excluded.label, remedy = excluded.remedy, sort = excluded.sort;
insert into pensioners.claim_paper_kinds (kind_code, label, hint, is_required, sort) values
	('acte_deces', 'Acte de décès', 'Une photo nette ou un PDF de la page entière.', true, 1),
	('acte_mariage', 'Acte de mariage', 'Pour chaque conjoint.', false, 2),
	('acte_naissance', 'Acte de naissance', 'Pour chaque enfant.', false, 3),
	('identite', 'Pièce d’identité de celui qui demande', '', false, 4),
	('autre', 'Autre papier', 'Jugement de tutelle, procuration, certificat de vie des enfants…', false, 5)
on conflict (kind_code) do update set label = excluded.label, hint = excluded.hint, is_required = excluded.is_required, sort = excluded.sort;

insert into base.parameters (name, valid_from, value, source, certainty, is_demo) values
	('pensioners.life_months', '1986-02-26', '12', 'Aucun texte vu : un certificat de vie vaut douze mois', 'inconnu', true),
	('pensioners.life_reminders', '1986-02-26', '[60, 30, 7]', 'Aucun texte vu : rappels 60, 30 et 7 jours avant la fin', 'inconnu', true),
	('pensioners.life_stop_hours', '1986-02-26', '24', 'Choix du portail : un enregistrement erroné se retire dans les 24 heures', 'usage', true),
	('pensioners.visit_days', '1986-02-26', '15', 'Aucun texte vu : une visite s’enregistre dans les quinze jours', 'inconnu', true),
	('pensioners.account_days', '1986-02-26', '7', 'Choix du portail : un changement de compte attend sept jours', 'usage', true)
on conflict (name, valid_from) do nothing;
insert into base.recurring (kind, every) values ('pensioners.daily', 'jour') on conflict (kind) do nothing;

-- Notices. What could rob a pensioner is owed like a code: nobody can refuse it.
insert into channels.kinds (kind_code, name, hint, is_owed, rank) values
	('pension', 'Ma pension', 'Certificat de vie, adresse.', false, 4)
on conflict (kind_code) do update set name = excluded.name, hint = excluded.hint, is_owed = excluded.is_owed, rank = excluded.rank;
insert into channels.events (event_code, kind_code, name, facts, is_secret, minutes, rank) values
	('pension.compte_demande', 'compte', 'Changement du compte de paiement d’une pension', '{"compte": "compte bancaire BOA, finissant par 4821", "effet": "2 décembre 2026", "lien": "https://guichet.example.bj/pension/arreter/0a1b2c"}', true, null, 11),
	('pension.compte_arrete', 'compte', 'Changement de compte arrêté', '{"compte": "compte bancaire BOA, finissant par 4821"}', false, null, 12),
	('pension.deces_declare', 'compte', 'Décès déclaré', '{"date": "3 mars 2026", "numero": "R2026-00012"}', false, null, 13),
	('pension.adresse', 'pension', 'Adresse changée', '{"adresse": "Quartier Zongo, Parakou"}', false, null, 60),
	('pension.vie', 'pension', 'Certificat de vie enregistré', '{"numero": "V2026-000012", "lieu": "CCSP de Parakou", "jour": "3 mars 2026", "jusquau": "3 mars 2027"}', false, null, 61),
	('pension.vie_retiree', 'pension', 'Certificat de vie retiré', '{"numero": "V2026-000012", "pourquoi": "erreur de personne"}', false, null, 62),
	('pension.vie_rappel', 'pension', 'Certificat de vie à renouveler', '{"jours": "30 jours", "date": "3 mars 2027"}', false, null, 63),
	('reversion.recue', 'demandes', 'Demande de réversion reçue', '{"numero": "R2026-00012", "defunt": "Cossi AGBO", "avant": "16 décembre 2026"}', false, null, 64),
	('reversion.complement', 'demandes', 'Demande de réversion : il manque quelque chose', '{"numero": "R2026-00012", "demande": "l’acte de mariage"}', false, null, 65),
	('reversion.admise', 'demandes', 'Demande de réversion admise', '{"numero": "R2026-00012"}', false, null, 66),
	('reversion.rejetee', 'demandes', 'Demande de réversion non admise', '{"numero": "R2026-00012", "motif": "Le lien avec le défunt n’est pas établi"}', false, null, 67)
on conflict (event_code) do update set kind_code = excluded.kind_code, name = excluded.name, facts = excluded.facts, is_secret = excluded.is_secret,
	minutes = excluded.minutes, rank = excluded.rank;
insert into channels.messages (event_code, subject, body, sms) values
	('pension.compte_demande', 'Pension : changement de compte demandé',
	E'Bonjour {nom},\n\nOn vient de demander que votre pension soit payée ailleurs : {compte}.\n\nCe changement prendra effet le {effet}. Jusque-là, rien ne change.\n\nCe n’est pas vous ? Arrêtez-le tout de suite, sans mot de passe :\n\n{lien}\n\nVous pouvez aussi aller dans un centre communal avec votre pièce d’identité. Aucun agent ne vous demandera ce lien.',
	'votre pension sera payée ailleurs à partir du {effet} ({compte}). Ce n’est pas vous ? Arrêtez : {lien}'),
	('pension.compte_arrete', 'Pension : changement de compte arrêté',
	E'Bonjour {nom},\n\nLe changement de compte demandé ({compte}) est arrêté. Votre pension reste payée comme avant.\n\nSi vous ne l’aviez pas demandé, choisissez un autre mot de passe : quelqu’un connaît peut-être le vôtre.',
	'le changement de compte de votre pension est arrêté. Elle reste payée comme avant.'),
	('pension.deces_declare', 'Un décès a été déclaré à votre nom',
	E'Bonjour,\n\nUne demande de pension de réversion ({numero}) déclare le décès de {nom} le {date}.\n\nSi c’est une erreur, présentez-vous dans un centre communal avec une pièce d’identité : un certificat de vie suffit à l’arrêter.',
	'la demande {numero} déclare le décès de {nom}. Si c’est une erreur, présentez-vous dans un centre communal avec une pièce d’identité.'),
	('pension.adresse', 'Pension : votre adresse a changé',
	E'Bonjour {nom},\n\nVotre adresse est maintenant : {adresse}.\n\nCe n’est pas vous ? Choisissez un autre mot de passe et corrigez-la dans « Ma pension ».',
	'votre adresse est maintenant : {adresse}. Ce n’est pas vous ? Changez de mot de passe.'),
	('pension.vie', 'Certificat de vie {numero} enregistré',
	E'Bonjour {nom},\n\nVotre certificat de vie est enregistré : {lieu}, le {jour}. Numéro {numero}.\n\nIl vaut jusqu’au {jusquau}. Nous vous préviendrons avant cette date.\n\nVous n’y étiez pas ? Dites-le au centre le plus proche.',
	'certificat de vie {numero} enregistré ({lieu}, {jour}). Il vaut jusqu’au {jusquau}.'),
	('pension.vie_retiree', 'Certificat de vie {numero} retiré',
	E'Bonjour {nom},\n\nLe certificat de vie {numero} a été enregistré par erreur et vient d’être retiré. Motif : {pourquoi}.\n\nLe précédent, s’il y en a un, reste valable jusqu’à sa date.',
	'le certificat de vie {numero} a été retiré : {pourquoi}.'),
	('pension.vie_rappel', 'Certificat de vie à renouveler dans {jours}',
	E'Bonjour {nom},\n\nVotre certificat de vie est à renouveler avant le {date}, dans {jours}.\n\nPrésentez-vous dans un centre communal avec votre pièce d’identité : cela prend quelques minutes.\n\nVous ne pouvez pas vous déplacer ? Demandez la visite d’un agent au service des pensions.',
	'certificat de vie à renouveler avant le {date} (dans {jours}). Présentez-vous dans un centre communal avec votre pièce d’identité.'),
	('reversion.recue', 'Demande {numero} reçue',
	E'Bonjour {nom},\n\nNous avons reçu votre demande de pension de réversion après le décès de {defunt}. Son numéro est {numero}.\n\nElle est au service des pensions. Réponse au plus tard le {avant}.\n\nVous n’avez rien à faire. Nous vous écrirons à chaque étape.',
	'demande de réversion {numero} reçue. Réponse avant le {avant}.'),
	('reversion.complement', 'Demande {numero} : il manque quelque chose',
	E'Bonjour {nom},\n\nPour continuer, le service des pensions vous demande :\n\n    {demande}\n\nRépondez depuis la page de votre demande {numero}. Le délai est arrêté en attendant.',
	'demande {numero} : le service des pensions attend votre réponse. Voyez la page de la demande.'),
	('reversion.admise', 'Demande {numero} admise',
	E'Bonjour {nom},\n\nVotre demande {numero} est admise : le dossier de pension de réversion est ouvert. La suite vous sera annoncée.',
	'demande {numero} admise : le dossier de réversion est ouvert.'),
	('reversion.rejetee', 'Demande {numero} : elle n’a pas été admise',
	E'Bonjour {nom},\n\nVotre demande {numero} n’a pas été admise : {motif}.\n\nSa page explique pourquoi et ce que vous pouvez faire.',
	'demande {numero} non admise : {motif}. Sa page dit ce que vous pouvez faire.')
on conflict (event_code) do update set subject = excluded.subject, body = excluded.body, sms = excluded.sms;
reset role;
