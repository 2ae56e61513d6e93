-- Sealing: numbers without a gap, one act and one copy an agent, careers that change, corrections, and a signature that what
-- changed meanwhile makes void. Then nothing of a signed act changes any more, not even by a function that owns the tables.
begin;
\ir acts_cast.inc
select no_plan();
insert into base.contacts (person_id, kind, value, origin) values (stage.person_of('Afi'), 'phone', '+2290197000001', 'record'), (stage.person_of('Afi'), 'email', 'afi@exemple.test', 'record'),
	(stage.person_of('Koffi'), 'phone', '+2290197000002', 'record'), (stage.person_of('Koffi'), 'email', 'jamais@exemple.test', 'person');

-- 1. Numbers --------------------------------------------------------------------------------------------------------------------
create function stage.number(structure text, series text, day date) returns text language sql as $$ select x.n || ' ' || x.reference from acts_api.next_number(stage.place(structure), 'conge', series, day) x $$;
select is(stage.number('DRSC', 'essai', '2031-12-31'), '1 0001/2031/MTFP/DC/SGM/DGFP/DRSC/SA', 'the first of a register');
select is(stage.number('DRSC', 'essai', '2031-12-31'), '2 0002/2031/MTFP/DC/SGM/DGFP/DRSC/SA', 'the second');
select is(stage.number('DRSC', 'autre', '2031-12-31'), '1 0001/2031/MTFP/DC/SGM/DGFP/DRSC/SA', 'another series counts for itself');
select is(stage.number('DGFP', 'essai', '2031-12-31'), '1 0001/2031/MTFP/DC/SGM/DGFP/SA', 'another structure too');
select is(stage.number('DRSC', 'essai', '2032-01-01'), '1 0001/2032/MTFP/DC/SGM/DGFP/DRSC/SA', 'January begins again');
select is(stage.number('DRSC', 'essai', '2031-12-31'), '3 0003/2031/MTFP/DC/SGM/DGFP/DRSC/SA', 'and the old year goes on where it was');
savepoint before;
select is(stage.number('DRSC', 'essai', '2031-12-31'), '4 0004/2031/MTFP/DC/SGM/DGFP/DRSC/SA', 'taken…');
rollback to before;
select is(stage.number('DRSC', 'essai', '2031-12-31'), '4 0004/2031/MTFP/DC/SGM/DGFP/DRSC/SA', '… given up: taken by the next, no gap');
select throws_ok($$ select stage.number('ZZ', 'essai', '2031-12-31') $$, 'GU409', 'acts.no_pattern', 'a structure without a pattern numbers nothing');
insert into acts.number_patterns (structure_id, kind_code, pattern, stamp, valid_from, source) values (stage.place('DRSC'), 'conge', 'C{n}', 'Timbre des congés', '2020-01-01', 'Essai'),
	(stage.place('DRSC'), 'sanction', 'S{n}', 'Timbre des sanctions', '2020-01-01', 'Essai'), (stage.place('DRSC'), null, 'Z{n}', 'Timbre de demain', '2090-01-01', 'Essai');
select is(stage.number('DRSC', 'essai', '2031-12-31'), '5 C0005', 'a pattern of the kind comes first');
select is((acts_api.pattern_of(stage.place('DRSC'), 'avancement_echelon', '2031-01-01')).stamp like 'Ministère du Travail%', true, 'the stamp is that of every kind: not another kind''s, not tomorrow''s');
select is((acts_api.pattern_of(stage.place('DRSC'), 'conge', '2031-01-01')).stamp, 'Timbre des congés', 'nor that of every kind where the kind has its own');
select is((acts_api.pattern_of(stage.place('DRSC'), 'conge', '2019-01-01')).stamp like 'Ministère du Travail%', true, '… from its day on');
select throws_ok('update acts.registers set last_number = last_number + 2', 'GU409', 'acts.only_added', 'nobody makes a gap');
select throws_ok('update acts.registers set last_number = last_number - 1', 'GU409', 'acts.only_added', 'nor a double');
select throws_ok('delete from acts.registers', 'GU409', 'acts.only_added', 'nor forgets a register');
select ok(acts_api.new_code() ~ '^[0-9A-HJKMNP-TV-Z]{12}$', 'a code as people type it') from generate_series(1, 20);
select is(acts_api.compact('{"a": "x \" , y", "b": [1, 2]}'), '{"a":"x \" , y","b":[1,2]}', 'compact outside of strings, untouched inside');
select is(acts_api.base64url('\xfbff'), '-_8', 'base64url');

-- 2. One act of two agents ---------------------------------------------------------------------------------------------------------
create temp table d as select stage.forward(stage.draft('avancement_echelon_fe', '{Afi,Koffi}'), 'scellement') as id, null::bigint as act;
grant select on d to public;
select is((select a.step from career.agents a where a.agent_id = stage.who('Afi')), 3::smallint, 'Afi stands at step 3');
:rachida
select throws_ok(format('select acts_api.%s', f), 42501, null, 'a drafter does not seal: ' || f) from d, unnest(array['seal_begin(' || id || ')', 'refuse_seal(' || id || ', ''x'')', 'seal_copies(' || id || ')']) f;
:sena
select throws_ok(format('select acts_api.seal_begin(%s)', id), 42501, null, 'nor a signatory') from d;
reset role;
update d set act = stage.seal(id);
select isnt(act, null, 'sealed') from d;
select is((select count(*) from acts_api.seal_begin(id)), 0::bigint, 'a second time: nothing to do') from d;
select is(row(x.state_code, x.number, x.reference, x.signatory)::text, format('(publie,1,0001/%s/MTFP/DC/SGM/DGFP/DRSC/SA,"Adande Sena, signataire")', extract(year from now() at time zone 'Africa/Porto-Novo')), 'numbered, signed') from acts.drafts x, d where x.draft_id = d.id;
select is(row(a.kind_code, a.proof_code, a.state_code, a.signed_on = (now() at time zone 'Africa/Porto-Novo')::date)::text, '(avancement_echelon,scelle,en_vigueur,t)', 'an act of the careers') from career.acts a, d where a.act_id = d.act;
select is((select a.step from career.agents a where a.agent_id = stage.who(n)), 4::smallint, n || ' stands at step 4') from unnest('{Afi,Koffi}'::text[]) n;
select is((select grade_since from career.agents a where a.agent_id = stage.who('Afi')), '2016-01-04'::date, '… since the effect');
select is(array(select concat_ws(' ', l.line_no, career_api.grade(l.before_category, l.before_scale, l.before_step), career_api.grade(l.after_category, l.after_scale, l.after_step), l.before_structure_id, l.before_status_code)
	from career.act_lines l, d where l.act_id = d.act order by l.line_no), '{1 A1-3 A1-4,2 A1-3 A1-4}', 'the lines say what changes, and nothing of what does not');
select is_empty($$ select * from career_api.gaps_of(stage.who('Afi')) g where g.gap_code <> 'overdue_step' $$, 'the career has no gap and no contradiction');
select is(array(select x.type_code || coalesce(' ' || (select p.name from stage.people p where p.agent_id = x.agent_id), '') from acts.documents x, d where x.act_id = d.act order by 1), '{acte,copie Afi,copie Koffi}', 'one act, one copy an agent');
select is(p - 'c', jsonb_build_object('v', 1, 't', 'acte', 'n', 2, 's', 'Adande Sena, signataire', 'r', x.reference, 'k', 'Arrêté portant avancement automatique d’échelon', 'd', x.signed_on, 'h', acts_api.base64url(decode(stage.hash(d.id), 'hex'))),
	'what the act''s seal says') from d join acts.documents x on x.act_id = d.act and x.type_code = 'acte' cross join lateral (select substr(x.jws, 10)::jsonb as p) j;
select is(p - 'c', jsonb_build_object('v', 1, 't', 'copie', 's', 'Adande Sena, signataire', 'r', x.reference, 'k', 'Arrêté portant avancement automatique d’échelon', 'd', x.signed_on, 'p', 'Dossou Afi', 'm', 'A100', 'e', '2016-01-04', 'g', 'A1-3 > A1-4'),
	'what Afi''s copy says') from d join acts.documents x on x.act_id = d.act and x.agent_id = stage.who('Afi') cross join lateral (select substr(x.jws, 10)::jsonb as p) j;
select ok(x.jws !~ 'Koffi|Mensah|A101', 'Afi''s seal knows nothing of Koffi') from acts.documents x where x.agent_id = stage.who('Afi');
select is(substr(x.jws, 10)::jsonb ->> 'c', x.code, 'the code that is printed is the one that is sealed') from acts.documents x, d where x.act_id = d.act;
select is(array(select (select p.name from stage.people p where p.person_id = o.person_id) || ' ' || o.channel || ' ' || o.recipient from base.outbox o where o.person_id in (stage.person_of('Afi'), stage.person_of('Koffi')) order by 1),
	'{Afi email afi@exemple.test,Afi sms +2290197000001,Koffi sms +2290197000002}', 'each told once by each contact that is his');
select ok(o.body !~ 'Mensah|Koffi|A1-4', 'a message says no name and no grade') from base.outbox o where o.person_id = stage.person_of('Afi');
select is(row(a.person_id = stage.person_of('Sena'), a.permission, a.result, a.details ->> 'copies', a.details ->> 'content' = stage.hash(d.id))::text, '(t,acts.sign,publie,2,t)', 'in the journal, under who signed') from base.audit a, d where a.object = 'acte ' || d.act;
-- The copy: his own, his lines alone.
select stage.become('Afi');
set local role web_self;
select is((select array_agg(l.name) from acts_api.my_copy_lines((select act from d)) l), '{Dossou Afi}', 'Afi''s copy has her line alone');
select is((select code is not null from acts_api.my_copy((select act from d))), true, 'she has a copy');
select is(acts_api.keep_copy((select act from d), repeat('ab', 32), 10), repeat('ab', 32), 'the first file is kept');
select is(acts_api.keep_copy((select act from d), repeat('cd', 32), 11), repeat('ab', 32), 'the second is not: it is the first for ever');
reset role;
select stage.become('Sena');
set local role web_self;
select is_empty(format('select * from acts_api.my_copy(%s)', act), 'who is not in the act has no copy') from d;
select is_empty(format('select * from acts_api.my_copy_parts(%s)', act), '… nor its text') from d;
select is_empty(format('select * from acts_api.my_seal(%s)', act), '… nor its seal') from d;
select is_empty(format('select * from acts_api.keep_copy(%s, repeat(%L, 32), 1)', act, 'ef'), '… and keeps nothing') from d;
reset role;

-- 3. Nothing signed changes ---------------------------------------------------------------------------------------------------------
set local role guichet_owner;
select throws_ok(replace(replace(t, '$d', d.id::text), '$a', d.act::text), 'GU409', why, t) from d, (values
	('update acts.drafts set subject = ''x'' where draft_id = $d', 'acts.signed_is_final'), ('update acts.drafts set state_code = ''projet'' where draft_id = $d', 'acts.signed_is_final'),
	('delete from acts.drafts where draft_id = $d', 'acts.signed_is_final'), ('update acts.draft_parts set body = ''x'' where draft_id = $d', 'acts.signed_is_final'),
	('delete from acts.draft_parts where draft_id = $d', 'acts.signed_is_final'), ('insert into acts.draft_parts (draft_id, part_code, sort, body) values ($d, ''article'', 99, ''x'')', 'acts.signed_is_final'),
	('update acts.draft_lines set note = ''x'' where draft_id = $d', 'acts.signed_is_final'), ('delete from acts.draft_lines where draft_id = $d', 'acts.signed_is_final'),
	('insert into acts.draft_lines (draft_id, line_no, agent_id, effect_date) select $d, 99, agent_id, effect_date from acts.draft_lines where draft_id = $d limit 1', 'acts.signed_is_final'),
	('update acts.approvals set void_at = now(), void_why = ''x'' where draft_id = $d', 'acts.only_added'), ('update acts.approvals set person_id = author_id from acts.drafts d where d.draft_id = approvals.draft_id', 'acts.only_added'),
	('delete from acts.approvals where draft_id = $d', 'acts.only_added'), ('insert into acts.approvals (draft_id, step_no, move_code, person_id, content_hash) select $d, 9, ''visa'', author_id, content_hash from acts.drafts where draft_id = $d', 'acts.signed_is_final'),
	('update acts.events set note = ''x'' where draft_id = $d', 'acts.only_added'), ('delete from acts.events where draft_id = $d', 'acts.only_added'),
	('update acts.documents set jws = ''x'' where act_id = $a', 'acts.signed_is_final'), ('update acts.documents set code = ''000000000000'' where act_id = $a and type_code = ''acte''', 'acts.signed_is_final'),
	('update acts.documents set file_sha256 = sha256(''x'') where act_id = $a and type_code = ''acte''', 'acts.signed_is_final'), ('update acts.documents set file_sha256 = null where act_id = $a and file_sha256 is not null', 'acts.signed_is_final'),
	('delete from acts.documents where act_id = $a', 'acts.signed_is_final'), ('update career.acts set reference = ''x'' where act_id = $a', 'acts.signed_is_final'), ('delete from career.acts where act_id = $a', 'acts.signed_is_final'),
	('update career.act_lines set after_step = 9 where act_id = $a', 'acts.signed_is_final'), ('delete from career.act_lines where act_id = $a', 'acts.signed_is_final'),
	('truncate acts.drafts cascade', 'acts.signed_is_final'), ('truncate acts.draft_lines', 'acts.signed_is_final'), ('truncate acts.draft_parts', 'acts.signed_is_final'), ('truncate acts.approvals', 'acts.signed_is_final'),
	('truncate acts.events', 'acts.signed_is_final'), ('truncate acts.documents cascade', 'acts.signed_is_final'), ('truncate acts.registers cascade', 'acts.signed_is_final')) v (t, why);
reset role;
create temp table open_ as select stage.draft('conge', '{Koffi}', '2018-01-04', '{"end_date": "2018-02-04"}') as id;
grant select on open_ to public;
set local role guichet_owner;
select throws_ok(format('update acts.draft_lines set draft_id = %s, line_no = 99 where draft_id = %s', d.id, open_.id), 'GU409', 'acts.signed_is_final', 'a line of a draft cannot slip into a signed act') from d, open_;
select throws_ok(format('update acts.draft_lines set draft_id = %s where draft_id = %s', open_.id, d.id), 'GU409', 'acts.signed_is_final', 'nor out of one') from d, open_;
select throws_ok(format('update acts.drafts set state_code = %L where draft_id = %s', s, id), 'GU409', 'acts.no_such_move', 'a draft does not become ' || s) from open_, unnest('{scellement,publie}'::text[]) s;
select lives_ok(format('update acts.draft_lines set note = %L where draft_id = %s', 'x', id), 'a draft changes') from open_;
reset role;

-- A file of the personnel's acts repeats a sealed act, and neither changes nor completes it.
insert into imports.staged (line, matricule, act_kind, reference, signed_on, effect_date, category, scale, step)
select n, m, 'avancement_echelon', a.reference, a.signed_on, e::date, 'A', 1, s from d join career.acts a on a.act_id = d.act,
	(values (2, 'A100', '2016-01-04', 4), (3, 'A101', '2016-01-04', 7), (4, 'A100', '2016-09-09', 5)) v (n, m, e, s);
insert into imports.matches (field, said, code) values ('act_kind', 'avancement_echelon', 'avancement_echelon');
create function stage.import_() returns bigint language plpgsql as $$
declare
	i bigint;
begin
	perform stage.become('Rachida');
	i := (select import_id from imports_api.send('acts', 'x.csv', encode(sha256('x'), 'hex'), 10, '{"sheet": "csv", "separator": ";", "windows": false, "line": 1, "signature": "s1", "columns": []}', null));
	update imports.imports set reach = '{[0,1000000)}' where import_id = i;
	return i;
end $$;
select imports_api.ready_acts(stage.import_());
select is(array(select r.line || ' ' || r.verdict || coalesce(' ' || split_part(r.faults, E'\x1f', 2), '') from imports.ready r order by r.line), '{2 same,3 refused imports.act_sealed,4 refused imports.act_sealed}',
	'the same line is known; another value, another line are refused in words');

-- 4. A signature that what changed meanwhile makes void ------------------------------------------------------------------------------
create temp table v as select stage.forward(stage.draft('conge', '{Koffi}', '2019-01-04', '{"end_date": "2019-02-04"}'), 'visa') as id;
select stage.become('Marc');
select acts_api.visa(id, stage.hash(id)) from v;
select stage.become('Sena');
select acts_api.sign(id, stage.hash(id)) from v;
update acts.draft_lines l set note = 'glissé sous la signature' from v where l.draft_id = v.id;
select is(stage.seal(id), null, 'content changed under the signature: not sealed') from v;
select is(row(d.state_code, d.refusal, d.signed_by)::text, '(signature,"Le contenu n’est plus celui qui a été signé.",)', 'back to be signed, with why') from acts.drafts d, v where d.draft_id = v.id;
select is((select a.void_why from acts.approvals a, v where a.draft_id = v.id and a.move_code = 'signature'), 'Le contenu n’est plus celui qui a été signé.', 'the signature is void, with why');
select is(n, l.n0, 'and no number was taken') from v, lateral (select count(*) as n from acts.drafts d where d.draft_id = v.id and d.number is null) x, lateral (select 1::bigint as n0) l;
select throws_ok(format('select acts_api.sign(%s, stage.hash(%s))', id, id), 'GU409', 'acts.changed_since', 'signing again signs nothing else than what is there') from v;

create temp table w as select stage.forward(stage.draft('avancement_echelon_fe', '{Afi}', '2018-01-04'), 'scellement') as id;
select stage.line('Afi', 'radiation', '2017-06-01');
select career_api.refresh_agents(array[stage.who('Afi')]);
select is(stage.seal(id), null, 'Afi left the service between signature and sealing: not sealed') from w;
select is(stage.refusal(id), 'La carrière d’un agent a changé depuis : L’agent a déjà quitté le service à la date d’effet.', '… in words') from w;
select is((select count(*) from acts.registers r where r.last_number > (select count(*) from acts.drafts d where d.register_id = r.register_id) and r.series_code not in ('essai', 'autre')), 0::bigint, 'no number is missing in any register');
update career.acts set state_code = 'annule' where reference like 'Afi/radiation/%';

-- 5. Corrections ----------------------------------------------------------------------------------------------------------------------
create function stage.correct(act bigint, how text) returns bigint language plpgsql security definer as $$
begin
	perform stage.become('Rachida');
	return (select n.draft_id from acts_api.new_correction(act, how) n);
end $$;
:luc
select throws_ok(format('select * from acts_api.new_correction(%s, %L)', act, 'annule'), 'GU404', 'acts.unknown', 'a clerk of another ministry corrects nothing') from d;
reset role;
select stage.become('Sena');
set local role web_acts;
select throws_ok(format('select * from acts_api.new_correction(%s, %L)', act, 'annule'), 'GU403', 'acts.not_drafter', 'nor a signatory') from d;
:rachida
select throws_ok(format('select * from acts_api.new_correction(%s, %L)', act, 'efface'), 'GU422', 'acts.no_such_correction', 'there are two ways') from d;
select throws_ok('select * from acts_api.new_correction(-1, ''annule'')', 'GU404', 'acts.unknown', 'of an act that exists');
reset role;
create temp table k as select act as old, stage.correct(act, 'remplace') as id, null::bigint as act from d;
grant select on k to public;
:rachida
select throws_ok(format('select * from acts_api.new_correction(%s, %L)', old, 'annule'), 'GU409', 'acts.already_being_corrected', 'one correction at a time') from k;
reset role;
select is(array(select career_api.grade(l.before_category, l.before_scale, l.before_step) || '>' || career_api.grade(l.after_category, l.after_scale, l.after_step) from acts.draft_lines l, k where l.draft_id = k.id order by l.line_no),
	'{A1-3>A1-4,A1-3>A1-4}', 'the situation before is the one that the corrected act found, not the one it left');
-- Koffi leaves the act, Afi's date moves.
delete from acts.draft_lines l using k where l.draft_id = k.id and l.agent_id = stage.who('Koffi');
update acts.draft_lines l set effect_date = '2016-02-04' from k where l.draft_id = k.id;
update acts.drafts x set lines_count = 1 from k where x.draft_id = k.id;
delete from base.outbox;
update k set act = stage.seal(stage.forward(id, 'scellement'));
select is(row(a.state_code, b.state_code, b.replaces_act_id = k.old)::text, '(remplace,en_vigueur,t)', 'the old act is replaced, by this one') from k join career.acts a on a.act_id = k.old join career.acts b on b.act_id = k.act;
select is((select row(step, grade_since)::text from career.agents where agent_id = stage.who('Afi')), '(4,2016-02-04)', 'Afi''s step is from the new date');
select is((select row(step, grade_since)::text from career.agents where agent_id = stage.who('Koffi')), '(3,2014-01-04)', 'Koffi, no longer in it, is back at step 3');
select is(array(select (select p.name from stage.people p where p.person_id = o.person_id) || ' ' || o.channel from base.outbox o order by 1), '{Afi email,Afi sms,Koffi sms}', 'both are told');
select ok(o.body like '%ne produit plus d''effet%', '… Koffi that his act says no more') from base.outbox o where o.person_id = stage.person_of('Koffi');
select is((select b.replaced_by from acts_api.one(d.id) b), (select 'arrêté n° ' || x.reference from acts.drafts x, k where x.draft_id = k.id), 'the old act''s page names the new one') from d where stage.become('Rachida') is not null;
:rachida
select throws_ok(format('select * from acts_api.new_correction(%s, %L)', old, 'annule'), 'GU409', 'acts.not_in_force', 'what is replaced is not corrected again') from k;
reset role;
-- A correction of the correction.
create temp table kk as select act as old, stage.correct(act, 'annule') as id, null::bigint as act from k;
select is((select num_nonnulls(l.after_category, l.after_scale, l.after_step, l.after_structure_id, l.after_corps_id) from acts.draft_lines l, kk where l.draft_id = kk.id), 0, 'a cancellation sets nothing');
select stage.forward(id, 'visa') from kk;
select is(stage.rules(id), '{}', 'nothing to say against it') from kk;
-- Two corrections of one act that went side by side (behind the pages): the second finds it no longer in force.
create temp table rival as select acts_api.make_draft(stage.person_of('Rachida'), 'annulation', stage.place('DRSC'), 'Rivale') as id;
update acts.drafts x set corrects_act_id = kk.old, correction_code = 'annule' from kk, rival where x.draft_id = rival.id;
select stage.put(id, 'Afi', '2016-02-04') from rival;
select stage.forward(id, 'scellement') from rival;
select stage.become('Marc');
select acts_api.visa(id, stage.hash(id)) from kk;
select stage.become('Diane');
select acts_api.visa(id, stage.hash(id)) from kk;
select stage.become('Sena');
select acts_api.sign(id, stage.hash(id)) from kk;
update kk set act = stage.seal(id);
select is((select state_code from career.acts a, kk where a.act_id = kk.old), 'annule', 'cancelled once');
select is((select row(step, grade_since)::text from career.agents where agent_id = stage.who('Afi')), '(3,2014-01-04)', 'Afi is back at step 3');
select is(stage.rules(id), '{corrected_void}', 'the rival is told by a rule') from rival;
select is(stage.seal(id), null, '… and not sealed') from rival;
select is(stage.refusal(id), 'La carrière d’un agent a changé depuis : L’acte à corriger n’est plus en vigueur.', '… in words') from rival;
select is((select state_code from career.acts a, kk where a.act_id = kk.old), 'annule', 'its state moved once');
select throws_ok(format('update career.acts set state_code = %L where act_id = %s', 'en_vigueur', old), 'GU409', 'career.act_state', 'and comes back to nothing') from kk;
select * from finish();
rollback;
