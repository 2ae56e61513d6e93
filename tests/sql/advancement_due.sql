-- Who is due a step: each reason to leave an agent aside, beside the agent whom it must not touch. The quarter is 2020-2.
begin;
\ir career_cast.inc
select no_plan();
delete from career.step_rules;
insert into career.step_rules (status_code, category, months, max_step, valid_from, valid_to, source, certainty) values
	(null, null, 24, 12, '1986-02-26', '2017-09-01', 'ancienne', 'usage'),
	(null, null, 24, 15, '2017-09-01', null, 'nouvelle', 'usage'),
	(null, 'C', 18, 15, '2017-09-01', null, 'catégorie', 'usage'),
	('FE', 'D', 3, 15, '2017-09-01', null, 'statut et catégorie', 'usage'),
	(null, 'B', 24, 15, '2017-09-01', '2019-01-01', 'deux ans', 'usage'),
	(null, 'B', 12, 15, '2019-01-01', null, 'un an', 'usage');

-- An agent with all that a file must say, at a step since a day.
create function stage.at_step(name text, n int, since date, category text default 'A', status text default 'FE', born date default '1980-05-05',
	fields jsonb default '{}') returns void language plpgsql as $$
begin
	perform stage.agent(name || ' Essai', upper(name), born, status, '2005-01-03', 'DRSC');
	perform stage.line(name, case status when 'ACDPE' then 'contrat' else 'nomination' end, since, jsonb_build_object('after_category', category,
		'after_scale', 1, 'after_step', n, 'after_corps_id', (select min(corps_id) from career.corps), 'after_index', 300 + n, 'after_position_code', 'activite') || fields);
	perform career_api.refresh_agents(array[stage.who(name)]);
end $$;
create function stage.said(name text, first date default '2020-04-01', last date default '2020-06-30') returns text language sql as $$
	select concat_ws(' ', coalesce(d.reason_code, 'du'), d.after_step, d.effect_date, case when d.is_late then 'retard' end)
	from advancement_api.due_rows('{(,)}', first, last, null, stage.who(name), stage.who(name), null) d
$$;
create function stage.add(name text, kind text, day date, fields jsonb default '{}', proof text default 'copie') returns void language plpgsql as $$
begin
	perform stage.line(name, kind, day, fields, proof);
	perform career_api.refresh_agents(array[stage.who(name)]);
end $$;

-- The quarter, to the day
select stage.at_step('Afi', 3, '2018-04-15');
select is(stage.said('Afi'), 'du 4 2020-04-15', 'two years later, inside the quarter');
select stage.at_step('Premier', 3, '2018-04-01'), stage.at_step('Dernier', 3, '2018-06-30'), stage.at_step('Apres', 3, '2018-07-01'), stage.at_step('Avant', 3, '2018-03-31');
select is(stage.said('Premier'), 'du 4 2020-04-01', 'the first day is in it');
select is(stage.said('Dernier'), 'du 4 2020-06-30', 'so is the last');
select is(stage.said('Apres'), null, 'the day after is the next quarter’s');
select is(stage.said('Avant'), 'du 4 2020-03-31 retard', 'the day before is owed, and late');
select is(stage.said('Apres', '2020-07-01', '2020-09-30'), 'du 4 2020-07-01', 'and comes in its own quarter');
select is((select d.more_owed from advancement_api.due_rows('{(,)}', '2024-04-01', '2024-06-30', null, stage.who('Afi'), stage.who('Afi'), null) d), 2::smallint, 'four years later two more are owed by the same rule');
select is((select d.more_owed from advancement_api.due_rows('{(,)}', '2020-04-01', '2020-06-30', null, stage.who('Afi'), stage.who('Afi'), null) d), 0::smallint, 'in time, none');

-- Leap days, ends of months, months of thirty days
select stage.at_step('Bissextile', 3, '2016-02-29');
select is(stage.said('Bissextile'), 'du 4 2018-02-28 retard', '29 February plus two years is 28 February');
select stage.at_step('Fin', 3, '2018-08-31', 'C');
select is(stage.said('Fin', '2020-01-01', '2020-03-31'), 'du 4 2020-02-29', '31 August plus eighteen months is the last of a leap February');
select stage.at_step('Trente', 3, '2020-01-31', 'D');
select is(stage.said('Trente'), 'du 4 2020-04-30', '31 January plus three months is 30 April');

-- Rules: the most particular wins; a rule that changed in between is told, not guessed
select stage.at_step('Cat', 3, '2018-12-15', 'C');
select is(stage.said('Cat'), 'du 4 2020-06-15', 'the rule of the category goes before the general one');
select stage.at_step('Contrat', 3, '2018-04-15', 'D', 'ACDPE');
select is(stage.said('Contrat'), 'du 4 2020-04-15', 'the rule of another status does not touch a contract agent');
select stage.at_step('Change', 3, '2018-05-15', 'B');
select is(stage.said('Change'), 'regle_changee 4 2020-05-15', 'the interval changed meanwhile: to verify');
select stage.at_step('Inchange', 3, '2019-05-15', 'B');
select is(stage.said('Inchange'), 'du 4 2020-05-15', 'an interval wholly under the new rule is sure');
select stage.at_step('Ancien', 1, '1980-01-01', 'A', 'FE', '1955-01-01');
select is(stage.said('Ancien'), 'sans_regle', 'no rule on that day');

-- The last step
select stage.at_step('Quinze', 15, '2018-04-15'), stage.at_step('Quatorze', 14, '2018-04-15'), stage.at_step('Douze', 12, '2016-04-15'), stage.at_step('Onze', 11, '2016-04-15');
select is(stage.said('Quinze'), 'dernier_echelon 2020-04-15', 'nothing after fifteen');
select is(stage.said('Quatorze'), 'du 15 2020-04-15', 'fourteen becomes fifteen');
select is(stage.said('Douze'), 'regle_changee 13 2018-04-15 retard', 'twelve was the last when it was given, and is no longer: to verify');
select is(stage.said('Onze'), 'du 12 2018-04-15 retard', 'eleven becomes twelve under both rules');

-- Which act
select is((select f.label from advancement.families f where f.status_code = 'FE'), 'arrêté', 'a civil servant: an arrêté');
select is((select f.model_code from advancement.families f where f.status_code = 'ACDPE'), 'avenant_acdpe', 'a contract agent: an avenant');
select stage.at_step('Aspirant', 3, '2018-04-15', 'B', 'AME');
select is(stage.said('Aspirant'), 'statut 2020-04-15', 'a status without automatic advancement');

-- What the file does not say
select stage.agent('Vide Essai', 'VIDE', '1980-01-01', 'FE', '2018-04-15', 'DRSC');
select career_api.refresh_agents(array[stage.who('Vide')]);
select is(stage.said('Vide'), 'grade_inconnu', 'no act says the step');
select stage.at_step('Sanscorps', 3, '2018-04-15', fields => '{"after_corps_id": null}');
select is(stage.said('Sanscorps'), 'corps_inconnu 4 2020-04-15', 'no act says the corps');
select stage.at_step('Sansindice', 3, '2018-04-15', fields => '{"after_index": null}');
select is(stage.said('Sansindice'), 'indice_inconnu 4 2020-04-15', 'no act says the index');

-- Already advanced
select stage.at_step('Fait', 3, '2018-04-15');
select stage.add('Fait', 'avancement_echelon', '2020-04-15', '{"before_category": "A", "before_scale": 1, "before_step": 3, "after_category": "A", "after_scale": 1, "after_step": 4}');
select is(stage.said('Fait'), 'deja_avance 2022-04-15', 'an act in force covers it');
update career.acts set state_code = 'annule' where reference = 'Fait/avancement_echelon/2020-04-15';
select is(stage.said('Fait'), 'du 4 2020-04-15', 'an act annulled covers nothing');
select stage.at_step('Entre', 1, '2020-05-02');
select is(stage.said('Entre'), null, 'who entered in the quarter is not concerned');

-- Already in circuit
select stage.at_step('Projet', 3, '2018-04-15');
insert into acts.states (state_code, label, is_over) values ('projet', 'Projet', false), ('publie', 'Signé et publié', true) on conflict do nothing;
insert into acts.drafts (draft_id, model_code, structure_id, structure_rank, subject, author_id) select 900001, 'avancement_echelon_fe', s.structure_id, s.rank, 'Essai', stage.person_of('Grantor') from base.structures s where code = 'DRSC';
insert into acts.draft_lines (draft_id, line_no, agent_id, effect_date, after_step) values (900001, 1, stage.who('Projet'), '2020-04-15', 4);
select is(stage.said('Projet'), 'brouillon 4 2020-04-15', 'a draft under way already grants a step');
update acts.draft_lines set after_step = null, after_position_code = 'activite' where draft_id = 900001;
select is(stage.said('Projet'), 'du 4 2020-04-15', 'a draft about something else does not matter');
update acts.draft_lines set after_step = 4 where draft_id = 900001;
update acts.drafts set state_code = 'abandonne' where draft_id = 900001;
select is(stage.said('Projet'), 'du 4 2020-04-15', 'nor one that is over');

-- Left, retiring, dead
select stage.at_step('Parti', 3, '2018-04-15');
select stage.add('Parti', 'radiation', '2020-04-15');
select is(stage.said('Parti'), 'parti 4 2020-04-15', 'left on the very day');
select stage.at_step('Partira', 3, '2018-04-15');
select stage.add('Partira', 'radiation', '2020-04-16');
select is(stage.said('Partira'), 'parti_apres 4 2020-04-15', 'left the day after: owed, to verify');
select stage.at_step('Loin', 3, '2012-04-15');
select stage.add('Loin', 'radiation', '2015-04-15');
select is(stage.said('Loin'), null, 'who left years ago is not in a campaign');
select stage.at_step('Age', 3, '2018-04-15', born => '1960-02-01');
select is(stage.said('Age'), 'retraite 4 2020-04-15', 'category A, sixty on 1 February 2020: retired on 1 April, before the step');
select stage.at_step('Jeune', 3, '2018-04-15', born => '1960-04-02');
select is(stage.said('Jeune'), 'du 4 2020-04-15', 'sixty on 2 April: retires on 1 July, after the step');
select stage.at_step('Mort', 3, '2018-04-15');
update base.persons set deceased_on = '2020-01-10' where person_id = stage.person_of('Mort');
select is(stage.said('Mort'), 'deces 4 2020-04-15', 'deceased');

-- Positions
select stage.at_step('Dispo', 3, '2018-04-15');
select stage.add('Dispo', 'disponibilite', '2019-09-01', '{"after_position_code": "disponibilite", "end_date": "2020-08-31"}');
select is(stage.said('Dispo'), 'position 4 2020-04-15', 'disponibilité stops the advancement');
select stage.at_step('Expire', 3, '2018-04-15');
select stage.add('Expire', 'disponibilite', '2019-03-01', '{"after_position_code": "disponibilite", "end_date": "2020-02-28"}');
select is(stage.said('Expire'), 'position_expiree 4 2020-04-15', 'a disponibilité that ended without an act: to verify');
select stage.at_step('Armee', 3, '2018-04-15');
select stage.add('Armee', 'autre', '2019-09-01', '{"after_position_code": "sous_drapeaux"}');
select is(stage.said('Armee'), 'position_inconnue 4 2020-04-15', 'a position of which no text was seen: to verify');
select stage.at_step('Ministre', 3, '2018-04-15');
select stage.add('Ministre', 'detachement', '2019-09-01', '{"after_position_code": "detachement"}');
select is(stage.said('Ministre'), 'du 4 2020-04-15', 'seconded agents advance');
select stage.at_step('Dispose', 3, '2018-04-15');
select stage.add('Dispose', 'mise_disposition', '2019-09-01', '{"after_position_code": "mise_disposition"}');
select is(stage.said('Dispose'), 'du 4 2020-04-15', 'so do those put at disposal');
update advancement.position_rules set valid_to = '2019-01-01' where position_code = 'mise_disposition';
insert into advancement.position_rules (position_code, advances, valid_from, source, certainty) values ('mise_disposition', false, '2019-01-01', 'essai', 'usage');
select is(stage.said('Dispose'), 'position 4 2020-04-15', 'unless the dated rule of that position says otherwise');
select stage.at_step('Revenu', 3, '2018-04-15');
select stage.add('Revenu', 'disponibilite', '2018-09-01', '{"after_position_code": "disponibilite", "end_date": "2019-08-31"}');
select stage.add('Revenu', 'reintegration', '2019-09-01', '{"after_position_code": "activite"}');
select is(stage.said('Revenu'), 'interruption 4 2020-04-15', 'away since the last step, and back: how much to take off is not known');
select stage.at_step('Revenuavant', 3, '2015-04-15');
select stage.add('Revenuavant', 'disponibilite', '2015-09-01', '{"after_position_code": "disponibilite", "end_date": "2016-08-31"}');
select stage.add('Revenuavant', 'reintegration', '2016-09-01', '{"after_position_code": "activite"}');
select stage.add('Revenuavant', 'avancement_echelon', '2018-04-15', '{"before_category": "A", "before_scale": 1, "before_step": 3, "after_category": "A", "after_scale": 1, "after_step": 4}');
select is(stage.said('Revenuavant'), 'du 5 2020-04-15', 'away before the last step does not matter');

-- Sanctions, gaps, contradictions
select stage.at_step('Puni', 3, '2018-04-15');
select stage.add('Puni', 'sanction', '2019-01-01');
select is(stage.said('Puni'), 'sanction 4 2020-04-15', 'a sanction since the last step: its effect is not known');
select stage.at_step('Punijadis', 2, '2016-04-15');
select stage.add('Punijadis', 'sanction', '2017-01-01');
select stage.add('Punijadis', 'avancement_echelon', '2018-04-15', '{"before_category": "A", "before_scale": 1, "before_step": 2, "after_category": "A", "after_scale": 1, "after_step": 3}');
select is(stage.said('Punijadis'), 'du 4 2020-04-15', 'one before the last step has had its effect');
select stage.at_step('Trou', 1, '2014-04-15');
select stage.add('Trou', 'avancement_echelon', '2018-04-15', '{"before_category": "A", "before_scale": 1, "before_step": 2, "after_category": "A", "after_scale": 1, "after_step": 3}');
select is(stage.said('Trou'), 'lacune 4 2020-04-15', 'a step is missing before this one');
select matches((select d.reason_detail from advancement_api.due_rows('{(,)}', '2020-04-01', '2020-06-30', null, stage.who('Trou'), stage.who('Trou'), null) d), 'A1-2', 'and it is named');
select stage.at_step('Plein', 2, '2016-04-15');
select stage.add('Plein', 'avancement_echelon', '2018-04-15', '{"before_category": "A", "before_scale": 1, "before_step": 2, "after_category": "A", "after_scale": 1, "after_step": 3}');
select is(stage.said('Plein'), 'du 4 2020-04-15', 'a file without a hole is due');
select stage.at_step('Perdu', 2, '2016-04-15');
select stage.add('Perdu', 'avancement_echelon', '2018-04-15', '{"before_category": "A", "before_scale": 1, "before_step": 2, "after_category": "A", "after_scale": 1, "after_step": 3}', 'introuvable');
select is(stage.said('Perdu'), 'lacune 4 2020-04-15', 'the paper of the present step cannot be found');
select stage.at_step('Double', 2, '2016-04-15');
select stage.add('Double', 'avancement_echelon', '2018-01-15', '{"before_category": "A", "before_scale": 1, "before_step": 2, "after_category": "A", "after_scale": 1, "after_step": 3}');
select stage.add('Double', 'avancement_echelon', '2018-04-15', '{"before_category": "A", "before_scale": 1, "before_step": 2, "after_category": "A", "after_scale": 1, "after_step": 3}');
select is(stage.said('Double'), 'contradiction 4 2020-04-15', 'the same step given twice');

-- What was known on a day: an act signed later did not cover yet
select stage.at_step('Tard', 3, '2018-01-15');
select stage.add('Tard', 'avancement_echelon', '2020-01-15', '{"before_category": "A", "before_scale": 1, "before_step": 3, "after_category": "A", "after_scale": 1, "after_step": 4}');
update career.acts set signed_on = '2020-09-01' where reference = 'Tard/avancement_echelon/2020-01-15';
select is((select d.effect_date from advancement_api.due_rows('{(,)}', '2020-05-01', '2020-04-30', '2020-04-30', stage.who('Tard'), stage.who('Tard'), null) d), '2020-01-15', 'owed on 1 May 2020, as far as was known');
select is((select count(*) from advancement_api.due_rows('{(,)}', '2020-10-01', '2020-09-30', '2020-09-30', stage.who('Tard'), stage.who('Tard'), null) d), 0::bigint, 'and no longer once it was signed');

-- Every reason is in the table, and only those to verify may be lifted
select is((select count(*) from advancement.reasons where is_hard and reason_code in ('sanction', 'lacune', 'contradiction', 'interruption', 'position_inconnue', 'regle_changee')), 0::bigint, 'what no text settles is for a person');
select is((select count(*) from advancement.reasons where not is_hard and reason_code in ('deces', 'parti', 'statut', 'dernier_echelon', 'deja_avance', 'brouillon', 'retraite', 'position', 'sans_regle', 'grade_inconnu')), 0::bigint, 'what a rule settles is for nobody');
select is(advancement_api.quarter_label('2026-04-01'), '2e trimestre 2026', 'a quarter in words');
select is(advancement_api.quarter_label('2027-01-01'), '1er trimestre 2027', 'the first one too');
select is(advancement_api.quarter_end('2020-01-01'), '2020-03-31', 'the last day of a quarter');
select * from finish();
rollback;
