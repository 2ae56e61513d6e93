-- Kinds of difference, likely causes, reasons, states: rules as rows. Idempotent.
set role guichet_owner;
insert into payroll.kinds (kind_code, label, help, sort) values
	('grade',          'Grade',                 'La paye et les actes ne donnent pas le même grade.', 1),
	('indice',         'Indice',                'Le grade est le même, l’indice payé est un autre.', 2),
	('position',       'Position',              'La paye et les actes ne donnent pas la même position.', 3),
	('paye_sans_acte', 'Payé sans acte',        'La solde paie ce qu’aucun acte du dossier ne donne.', 4),
	('acte_sans_paye', 'Acte sans paye',        'Les actes disent qu’il est en service, et le fichier de la solde ne le nomme pas.', 5),
	('apres_depart',   'Payé après le départ',  'Un acte a mis fin au service, et la paye continue.', 6)
on conflict (kind_code) do update set label = excluded.label, help = excluded.help, sort = excluded.sort;

insert into payroll.causes (cause_code, kind_code, sort, needs, label, sentence, who) values
	('acte_ancien_manque', 'grade', 5, '{acte_manquant,echelon_precedent}', 'Un acte ancien manque au dossier',
		'L’acte d’{manque} manque au dossier ; depuis, la solde compte un échelon de moins que les actes suivants.', 'Archives de la fonction publique (DGFP/DRA), puis solde'),
	('signe_tard_rattrape', 'grade', 10, '{acte,signe_tard,rattrape}', 'Acte signé tard, pris en compte ensuite',
		'{acte}, effet le {effet}, n’a été signé que le {signature} ; la solde l’applique depuis. Rappel à payer depuis {depuis}.', 'Solde (DGB)'),
	('signe_tard', 'grade', 20, '{acte,signe_tard,echelon_precedent}', 'Acte signé tard : rappel à payer',
		'{acte}, effet le {effet}, n’a été signé que le {signature}. Rappel à payer depuis {depuis}.', 'Solde (DGB)'),
	('non_pris_en_compte', 'grade', 30, '{acte,echelon_precedent}', 'Avancement non pris en compte par la solde',
		'La paye est restée à la situation précédente : avancement non pris en compte par la solde ({acte}, effet le {effet}).', 'Solde (DGB)'),
	('paye_en_avance', 'grade', 40, '{acte_a_venir}', 'Payé avant la date d’effet',
		'La solde paie déjà ce qu’un acte ne donne que plus tard.', 'Solde (DGB)'),
	('grade_autre', 'grade', 99, '{}', 'Grade différent, cause à chercher',
		'Aucune situation du dossier n’a ce grade : saisie à vérifier des deux côtés.', 'Service des carrières (DGFP/DRSC) et solde'),
	('indice_tard_rattrape', 'indice', 10, '{acte,signe_tard,rattrape,echelon_precedent}', 'Acte signé tard, pris en compte ensuite',
		'{acte}, effet le {effet}, n’a été signé que le {signature} ; la solde l’applique depuis. Rappel à payer depuis {depuis}.', 'Solde (DGB)'),
	('indice_precedent', 'indice', 20, '{echelon_precedent}', 'Avancement non pris en compte par la solde',
		'L’indice payé est celui de la situation précédente : avancement non pris en compte par la solde.', 'Solde (DGB)'),
	('indice_autre', 'indice', 99, '{}', 'Indice d’une autre grille',
		'Le grade est le même, mais aucune situation du dossier n’a cet indice : grille à vérifier.', 'Solde (DGB)'),
	('position_tard', 'position', 10, '{acte,dans_le_delai}', 'Changement de position récent',
		'{acte}, effet le {effet} : la solde n’a pas encore changé la position.', 'Solde (DGB)'),
	('position_ignoree', 'position', 20, '{acte}', 'Changement de position non pris en compte',
		'{acte}, effet le {effet} : la solde paie toujours l’ancienne position.', 'Solde (DGB)'),
	('position_autre', 'position', 99, '{}', 'Position différente, cause à chercher',
		'Aucun acte du dossier ne donne cette position.', 'Service des carrières (DGFP/DRSC)'),
	('echelon_sans_acte', 'paye_sans_acte', 10, '{echelon_suivant,retard_avancement}', 'Acte d’avancement manquant',
		'La solde paie déjà l’échelon {echelon} : l’acte d’{manque} manque au dossier.', 'Service des carrières (DGFP/DRSC)'),
	('echelon_manque', 'paye_sans_acte', 20, '{echelon_suivant}', 'Échelon payé sans acte',
		'La solde paie l’échelon {echelon}, qu’aucun acte du dossier ne donne : l’acte manque, ou la paye est en avance.', 'Service des carrières (DGFP/DRSC)'),
	('dossier_vide', 'paye_sans_acte', 99, '{}', 'Aucun acte au dossier',
		'La solde paie depuis {depuis}, et aucun acte d’entrée n’est au dossier : l’acte de nomination ou le contrat manque.', 'Service des carrières (DGFP/DRSC)'),
	('prise_en_charge', 'acte_sans_paye', 10, '{premier_mois}', 'Prise en charge pas encore faite',
		'L’acte d’entrée est au dossier, et la solde n’a encore jamais payé : prise en charge à faire.', 'Solde (DGB)'),
	('suspendu_repris', 'acte_sans_paye', 20, '{rattrape}', 'Paye interrompue, puis reprise',
		'La paye s’est arrêtée de {depuis} à {jusque}, puis a repris : suspension à expliquer, rappel éventuel.', 'Solde (DGB)'),
	('absent', 'acte_sans_paye', 99, '{}', 'Absent du fichier de la solde',
		'En service d’après ses actes, il n’est pas dans le fichier de la solde depuis {depuis} : suspension ou oubli à expliquer.', 'Solde (DGB)'),
	('depart_recent', 'apres_depart', 10, '{depart_recent}', 'Départ récent',
		'Le départ du {depart} n’est pas encore arrivé à la solde : certificat de cessation de paiement à établir.', 'Solde (DGB)'),
	('paye_apres_depart', 'apres_depart', 99, '{}', 'Payé longtemps après le départ',
		'Parti le {depart}, il est encore payé de {depuis} à {jusque} : paiement à arrêter, somme à reprendre.', 'Solde (DGB)')
on conflict (cause_code) do update set kind_code = excluded.kind_code, sort = excluded.sort, needs = excluded.needs, label = excluded.label,
	sentence = excluded.sentence, who = excluded.who;

insert into payroll.reasons (reason_code, label, holds, sort) values
	('rappel_paye',    'Le rappel a été payé', false, 1),
	('corrige_paye',   'La solde a corrigé la paye', false, 2),
	('acte_retrouve',  'L’acte a été retrouvé et sera saisi', false, 3),
	('trop_percu',     'La somme perçue en trop est reprise', false, 4),
	('explique',       'La différence s’explique et peut durer', true, 5),
	('autre',          'Autre raison, à écrire', false, 6)
on conflict (reason_code) do update set label = excluded.label, holds = excluded.holds, sort = excluded.sort;

insert into payroll.states (state_code, label, is_open) values
	('ouvert',  'À régler', true),
	('resolu',  'Réglé', false),
	('disparu', 'Disparu à la comparaison suivante', false)
on conflict (state_code) do update set label = excluded.label, is_open = excluded.is_open;
insert into payroll.state_moves (from_code, to_code) values
	('ouvert', 'resolu'), ('resolu', 'ouvert'), ('ouvert', 'disparu'), ('resolu', 'disparu')
on conflict do nothing;

-- No text was seen: demonstration values. Detachment and disposal are paid by the one or the other: nothing is judged.
insert into payroll.paid_positions (position_code, is_paid)
select p.position_code, case p.position_code when 'activite' then true when 'disponibilite' then false end from career.positions p
on conflict (position_code) do nothing;

insert into base.parameters (name, valid_from, value, source, certainty, is_demo)
select v.name, date '2020-01-01', v.value, v.source, 'inconnu', true
from (values
	('payroll.least_months', '12'::jsonb, 'Mois connus de la solde qu’il faut au moins pour dire que carrière et paye concordent ; aucun texte vu'),
	('payroll.stale_months', '3'::jsonb, 'Au-delà de ce nombre de mois sans fichier de la solde, la concordance n’est plus affirmée ; aucun texte vu'),
	('payroll.late_months', '2'::jsonb, 'Mois laissés à la solde pour appliquer un acte avant de parler de retard ; aucun texte vu')
) v (name, value, source)
where not exists (select from base.parameters p where p.name = v.name);
-- Every night: who changed since, and the agents that the payer named before we knew them.
insert into base.recurring (kind, every) values ('payroll.nightly', 'jour') on conflict (kind) do nothing;
reset role;
