-- Baskets, states and their moves, channels, reasons of rejection. Idempotent.
set role guichet_owner;
insert into requests.baskets (basket_code, label, sort) values
	('nouvelles', 'Nouvelles', 1), ('valider', 'À valider', 2), ('signer', 'À signer', 3), ('attente', 'En attente', 4),
	('corrigees', 'Corrigées', 5), ('rejetees', 'Rejetées', 6), ('finalisees', 'Finalisées', 7)
on conflict (basket_code) do update set label = excluded.label, sort = excluded.sort;

insert into requests.states (state_code, label, person_label, basket_code, turn_code, kind, sort) values
	('nouvelle',    'Nouvelle',                'Déposée',                           'nouvelles',  'nous', 'new',      1),
	('instruction', 'En instruction',          'À l’étude',                         'valider',    'nous', 'progress', 2),
	('attente',     'Attend l’usager',         'À vous de répondre',                'attente',    'vous', 'you',      3),
	('corrigee',    'Complétée par l’usager',  'Votre réponse est arrivée',         'corrigees',  'nous', 'progress', 4),
	('visa',        'Attend un visa',          'Réponse préparée, en relecture',    'valider',    'nous', 'progress', 5),
	('signature',   'Attend la signature',     'Réponse prête, à la signature',     'signer',     'nous', 'progress', 6),
	('scellement',  'Signée, document en cours', 'Signée, votre document se prépare', 'signer',     'nous', 'progress', 6),
	('finalisee',   'Finalisée',               'Terminée',                          'finalisees', 'fini', 'done',     7),
	('rejetee',     'Rejetée',                 'Rejetée',                           'rejetees',   'fini', 'rejected', 8),
	('retiree',     'Retirée par l’usager',    'Retirée par vous',                  'rejetees',   'fini', 'rejected', 9),
	('contestee',   'Contestée',               'Contestée, réexamen en cours',      'nouvelles',  'nous', 'new',      10)
on conflict (state_code) do update set label = excluded.label, person_label = excluded.person_label, basket_code = excluded.basket_code,
	turn_code = excluded.turn_code, kind = excluded.kind, sort = excluded.sort;

delete from requests.state_moves;
insert into requests.state_moves (from_code, to_code, move_code, roles) values
	('nouvelle',    'instruction', 'prendre',    '{clerk,manager,signatory}'),
	('contestee',   'instruction', 'rouvrir',    '{manager,signatory}'),
	('contestee',   'rejetee',     'maintenir',  '{manager,signatory}'),
	('corrigee',    'instruction', 'prendre',    '{clerk,manager,signatory}'),
	('nouvelle',    'attente',     'demander',   '{clerk,manager,signatory}'),
	('instruction', 'attente',     'demander',   '{clerk,manager,signatory}'),
	('corrigee',    'attente',     'demander',   '{clerk,manager,signatory}'),
	('attente',     'attente',     'demander',   '{clerk,manager,signatory}'),
	('attente',     'corrigee',    'completer',  '{usager}'),
	('nouvelle',    'visa',        'proposer',   '{clerk,manager,signatory}'),
	('instruction', 'visa',        'proposer',   '{clerk,manager,signatory}'),
	('corrigee',    'visa',        'proposer',   '{clerk,manager,signatory}'),
	('nouvelle',    'signature',   'proposer',   '{clerk,manager,signatory}'),
	('instruction', 'signature',   'proposer',   '{clerk,manager,signatory}'),
	('corrigee',    'signature',   'proposer',   '{clerk,manager,signatory}'),
	('nouvelle',    'finalisee',   'proposer',   '{clerk,manager,signatory}'),
	('instruction', 'finalisee',   'proposer',   '{clerk,manager,signatory}'),
	('corrigee',    'finalisee',   'proposer',   '{clerk,manager,signatory}'),
	('nouvelle',    'rejetee',     'proposer',   '{clerk,manager,signatory}'),
	('instruction', 'rejetee',     'proposer',   '{clerk,manager,signatory}'),
	('corrigee',    'rejetee',     'proposer',   '{clerk,manager,signatory}'),
	('visa',        'signature',   'viser',      '{manager,signatory}'),
	('visa',        'finalisee',   'viser',      '{manager,signatory}'),
	('visa',        'rejetee',     'viser',      '{manager,signatory}'),
	('visa',        'instruction', 'renvoyer',   '{clerk,manager,signatory}'),
	('signature',   'instruction', 'renvoyer',   '{manager,signatory}'),
	('signature',   'finalisee',   'signer',     '{signatory}'),
	('signature',   'scellement',  'signer',     '{signatory}'),
	('scellement',  'finalisee',   'sceller',    '{systeme}'),
	('nouvelle',    'finalisee',   'attester',   '{systeme}'),
	('instruction', 'finalisee',   'attester',   '{systeme}'),
	('attente',     'finalisee',   'attester',   '{systeme}'),
	('corrigee',    'finalisee',   'attester',   '{systeme}'),
	('visa',        'finalisee',   'attester',   '{systeme}'),
	('signature',   'finalisee',   'attester',   '{systeme}'),
	('signature',   'rejetee',     'signer',     '{signatory}'),
	('nouvelle',    'retiree',     'retirer',    '{usager}'),
	('instruction', 'retiree',     'retirer',    '{usager}'),
	('attente',     'retiree',     'retirer',    '{usager}'),
	('corrigee',    'retiree',     'retirer',    '{usager}'),
	('visa',        'retiree',     'retirer',    '{usager}'),
	('signature',   'retiree',     'retirer',    '{usager}'),
	('rejetee',     'contestee',   'contester',  '{usager}'),
	('finalisee',   'contestee',   'contester',  '{usager}'),
	('retiree',     'nouvelle',    'reprendre',  '{usager}'),
	('rejetee',     'instruction', 'rouvrir',    '{manager,signatory}'),
	('finalisee',   'instruction', 'rouvrir',    '{manager,signatory}');

insert into requests.channels (channel_code, label) values
	('web', 'sur ce site'), ('centre', 'dans un centre communal'), ('partner', 'par le portail national'), ('sms', 'par SMS'), ('paper', 'sur papier')
on conflict (channel_code) do update set label = excluded.label;

insert into requests.reasons (reason_code, label, remedy, sort) values
	('incomplet',    'Une pièce demandée n’est pas venue dans le délai', 'Déposez une nouvelle demande avec la pièce : vos réponses sont gardées et reprises.', 1),
	('incompetence', 'Cette demande relève d’un autre service',          'Le service compétent est nommé dans la réponse. Votre demande peut y être déposée telle quelle.', 2),
	('condition',    'Une condition n’est pas remplie',                  'La condition est nommée dans la réponse. Si vous pensez la remplir, contestez la décision en disant pourquoi.', 3),
	('piece_fausse', 'Une pièce ne correspond pas à l’original',         'Présentez l’original au bureau en charge, ou contestez la décision.', 4),
	('doublon',      'La même demande est déjà en cours',                'Suivez la première demande : son numéro est dans la réponse.', 5),
	('sans_objet',   'La demande est devenue sans objet',                'Rien à faire. Si ce n’est pas le cas, contestez la décision.', 6)
on conflict (reason_code) do update set label = excluded.label, remedy = excluded.remedy, sort = excluded.sort;
reset role;
set role guichet_owner;
-- What the certificates answer by themselves, and who numbers the documents of the labour side.
insert into requests.handed_services (service_id, kind_code)
select s.service_id, h.kind_code from (values ('attestation-presence', 'presence_poste'), ('certificat-non-radiation', 'non_radiation'),
	('attestation-validite-services', 'validite_services')) h (code, kind_code) join services.services s using (code)
on conflict (service_id) do update set kind_code = excluded.kind_code;
insert into acts.number_patterns (structure_id, kind_code, pattern, stamp, place, source)
select s.structure_id, null, '{n}/{aaaa}/MTFP/DC/SGM/DGT/SA', 'Ministère du Travail et de la Fonction publique|Secrétariat général du Ministère|Direction générale du travail', 'Cotonou',
	'Valeur de démonstration, sur le modèle des autres directions générales'
from base.structures s where s.code = 'DGT' on conflict do nothing;
-- Delays that no text seen gives: demonstration values until the ministry says its own.
insert into base.parameters (name, valid_from, value, source, certainty, is_demo) values
	('requests.contest_days', '2018-01-01', '15', 'Valeur de démonstration : jours ouvrables pour examiner une contestation', 'inconnu', true),
	('requests.answer_days',  '2018-01-01', '10', 'Valeur de démonstration : jours ouvrables laissés à l’usager pour une pièce', 'inconnu', true)
on conflict (name, valid_from) do nothing;
insert into base.jobs (kind) select 'requests.tick' where not exists (select from base.jobs j where j.kind = 'requests.tick' and j.state_code in ('attente', 'cours'));
reset role;
