-- The circuit: who may give a visa or sign, for which exact content, in which order; what a change does to what was given.
-- Each acceptance beside its refusals, as named people.
begin;
\ir acts_cast.inc
select no_plan();

-- 1. In order, each hand for the content that was shown -----------------------------------------------------------------------
create temp table d as select stage.draft('avancement_echelon_fe', '{Koffi}') as id;
grant select on d to public;
:rachida
select throws_ok(format('select acts_api.submit(%s, 99)', id), 'GU409', 'acts.shown_another', 'a page that showed another version puts nothing into circuit') from d;
select lives_ok(format('select acts_api.submit(%s, 1)', id), 'Rachida puts her draft into circuit') from d;
select is(stage.state(id), 'visa', '… where it waits for a visa') from d;
select throws_ok(format('select acts_api.submit(%s, 1)', id), 'GU409', 'acts.not_a_project', 'twice is refused') from d;
:marc
select throws_ok(format('select acts_api.visa(%s, repeat(%L, 64))', id, '0'), 'GU409', 'acts.changed_since', 'a hash that is not the content''s is refused') from d;
select throws_ok(format('select acts_api.visa(%s, null)', id), 'GU409', 'acts.changed_since', 'no hash is none') from d;
select throws_ok(format('select acts_api.sign(%s, stage.hash(%s))', id, id), 'GU409', 'acts.other_step', 'a visa is awaited, not a signature') from d;
:sena
select throws_ok(format('select acts_api.sign(%s, stage.hash(%s))', id, id), 'GU403', 'acts.not_approver', 'the signatory cannot come before the visas') from d;
:theo
select throws_ok(format('select acts_api.visa(%s, stage.hash(%s))', id, id), 'GU404', 'acts.unknown', 'a chief of another ministry does not see it') from d;
select throws_ok(format('select acts_api.send_back(%s, %L)', id, 'non'), 'GU404', 'acts.unknown', '… nor sends it back') from d;
:marc
select lives_ok(format('select acts_api.visa(%s, stage.hash(%s))', id, id), 'Marc gives the first visa') from d;
select throws_ok(format('select acts_api.visa(%s, stage.hash(%s))', id, id), 'GU403', 'acts.already_approved', '… and not the second') from d;
select throws_ok(format('select acts_api.send_back(%s, %L)', id, 'non'), 'GU403', 'acts.already_approved', '… nor takes it back for others') from d;
reset role;
select is(stage.state(id), 'visa', 'still a visa to come') from d;
select is((select count(*) from acts_api.waiting_for_me(30, 0)), 0::bigint, 'no longer in Marc''s tray');
select stage.become('Diane');
select is(array(select w.draft_id from acts_api.waiting_for_me(30, 0) w), array(select id from d), 'in Diane''s');
select is((select w.content_hash from acts_api.waiting_for_me(30, 0) w), stage.hash(id), '… with the hash of its content') from d;
:diane
select lives_ok(format('select acts_api.visa(%s, stage.hash(%s))', id, id), 'Diane gives the second') from d;
:sena
reset role;
update base.sessions s set proved_at = now() - interval '10 minutes' where s.person_id = stage.person_of('Sena');
:sena
select throws_ok(format('select acts_api.sign(%s, stage.hash(%s))', id, id), 'GU403', 'accounts.not_fresh', 'a second factor of ten minutes ago is stale') from d;
reset role;
update base.sessions s set proved_at = '-infinity' where s.person_id = stage.person_of('Sena');
:sena
select throws_ok(format('select acts_api.sign(%s, stage.hash(%s))', id, id), 'GU403', 'accounts.not_fresh', 'never given: refused too') from d;
select throws_ok(format('select * from acts_api.approve_many(%L, array[%s], array[stage.hash(%s)])', 'signature', id, id), 'GU403', 'accounts.not_fresh', '… for many as for one') from d;
reset role;
update base.sessions s set proved_at = now() - interval '9 minutes' where s.person_id = stage.person_of('Sena');
:sena
select throws_ok(format('select acts_api.visa(%s, stage.hash(%s))', id, id), 'GU409', 'acts.other_step', 'a signature is awaited, not a visa') from d;
select lives_ok(format('select acts_api.sign(%s, stage.hash(%s))', id, id), 'Sena signs') from d;
select throws_ok(format('select acts_api.sign(%s, stage.hash(%s))', id, id), 'GU409', 'acts.already_signed', 'once') from d;
:rachida
select throws_ok(format('select acts_api.withdraw(%s)', id), 'GU409', 'acts.being_sealed', 'nobody takes back what is being sealed') from d;
select throws_ok(format('select acts_api.abandon(%s, %L)', id, ''), 'GU409', 'acts.being_sealed', '… nor gives it up') from d;
select throws_ok(format('select acts_api.seal_again(%s)', id), 'GU409', 'acts.not_failed', 'nor asks it again while it goes') from d;
reset role;
select is(array(select (a.step_no, a.move_code, stage.person_of(case a.step_no when 1 then 'Marc' when 2 then 'Diane' else 'Sena' end) = a.person_id, encode(a.content_hash, 'hex') = stage.hash(id))::text
	from acts.approvals a where a.draft_id = id order by a.step_no), array['(1,visa,t,t)', '(2,visa,t,t)', '(3,signature,t,t)'], 'three hands, three people, one content') from d;
select is((select count(*) from base.jobs j where j.kind = 'acts.seal' and (j.input ->> 'draft')::bigint = id), 1::bigint, 'one job to seal it') from d;
select is(array(select a.verb || ' ' || a.result from base.audit a where a.object = 'projet ' || id order by a.audit_id), array['circuit fait', 'visa fait', 'visa fait', 'signature ordonnee'], 'each in the journal') from d;

-- 2. A change voids what was given ----------------------------------------------------------------------------------------------
create temp table c as select stage.forward(stage.draft('conge', '{Koffi}', '2016-01-04', '{"end_date": "2016-02-04"}')) as id;
create temp table c2 as select stage.forward(stage.draft('avancement_echelon_fe', '{Afi}'), 'signature') as id, null::text as was;
update c2 set was = stage.hash(id);
grant select on c, c2 to public;
select is((select count(*) from acts.approvals a join c2 on a.draft_id = c2.id where a.void_at is null), 2::bigint, 'two visas given');
:rachida
select lives_ok(format('select acts_api.set_subject(%s, %L, 1)', id, 'Essai'), 'the same subject again') from c2;
select is(stage.state(id), 'signature', '… changes nothing') from c2;
select lives_ok(format('select acts_api.set_subject(%s, %L, 1)', id, 'Autre objet'), 'another subject') from c2;
reset role;
select is(row(d.state_code, d.version, d.content_hash)::text, '(projet,2,)', 'back to the drafter, a version more, no hash') from acts.drafts d, c2 where d.draft_id = c2.id;
select is((select count(*) from acts.approvals a, c2 where a.draft_id = c2.id and a.void_at is not null and a.void_why = 'contenu modifié'), 2::bigint, 'both visas void, kept, with why');
select is((select e.note from acts.events e, c2 where e.draft_id = c2.id order by e.event_id desc limit 1), '2 visas sont annulés : ils portaient sur l’ancien contenu.', 'the thread says so');
:rachida
select throws_ok(format('select acts_api.set_subject(%s, %L, 1)', id, 'Troisième'), 'GU409', 'acts.text_changed_since', 'the page of the old version writes over nothing') from c2;
select lives_ok(format('select acts_api.submit(%s, 2)', id), 'into circuit again') from c2;
:marc
select throws_ok(format('select acts_api.visa(%s, %L)', id, was), 'GU409', 'acts.changed_since', 'the hash of the old content opens nothing') from c2;
select lives_ok(format('select acts_api.visa(%s, stage.hash(%s))', id, id), 'the new one does, though he gave a void visa before') from c2;
:rachida
select lives_ok(format('select acts_api.set_parts(%s, %L, %L, %L)', id, 'Vu ;', 'Un article.', 'SGG : 2'), 'another text') from c2;
select is(stage.state(id), 'projet', '… brings it back') from c2;
select lives_ok(format('select acts_api.submit(%s, stage.version(%s))', id, id), 'again') from c2;
select lives_ok(format('select * from acts_api.add_lines(%s, %L)', id, '[{"m": "A101", "e": "2016-01-04"}]'), 'one more agent') from c2;
select is(stage.state(id), 'projet', '… brings it back') from c2;
select lives_ok(format('select acts_api.drop_line(%s, (select l.draft_line_id from acts_api.lines_of(%s, false, 10, 0) l where l.matricule = %L))', id, id, 'A101'), 'one less') from c2;
select lives_ok(format('select acts_api.submit(%s, stage.version(%s))', id, id), 'again') from c2;
select lives_ok(format('select acts_api.withdraw(%s)', id), 'taken back') from c2;
select throws_ok(format('select acts_api.withdraw(%s)', id), 'GU409', 'acts.already_project', 'once') from c2;
reset role;
-- Content changed behind the pages, hash left: the visa sees it.
select stage.forward(id) from c2;
update acts.draft_parts p set body = 'Autre chose.' from c2 where p.draft_id = c2.id and p.part_code = 'article';
:marc
select throws_ok(format('select acts_api.visa(%s, stage.hash(%s))', id, id), 'GU409', 'acts.changed_since', 'the content is read again, not only its hash') from c2;
-- Sent back by the hand that is waited for, with a reason, and nobody else's.
:sena
select throws_ok(format('select acts_api.send_back(%s, %L)', id, 'Non.'), 'GU403', 'acts.not_approver', 'who is not waited for sends nothing back') from c;
:marc
select lives_ok(format('select acts_api.send_back(%s, %L)', id, ' Date fausse. '), 'Marc sends it back') from c;
select is(stage.refusal(id), 'Date fausse.', 'his reason stays') from c;
reset role;
select is((select o.body like '%Date fausse.%' from base.outbox o where o.person_id = stage.person_of('Rachida') limit 1), null, 'Rachida has no address: no message is lost in the air');

-- 3. Distinct humans -------------------------------------------------------------------------------------------------------------
-- The author with a chief's role; a second account of the author by name and birth date; by telephone.
select stage.assign('Rachida', 'manager', 'DRSC');
select stage.person('Double Gbaguidi', '1975-01-01'), stage.person('Tel Autre', '1990-01-01'), stage.person('Sosie Mensah', '1986-05-05', 'M'), stage.person('Voisin Portable', '1991-01-01');
update base.persons set given_names = 'RACHIDA Épouse' where person_id = stage.person_of('Double');
update base.persons set given_names = 'Koffi Junior' where person_id = stage.person_of('Sosie');
insert into base.contacts (person_id, kind, value) values (stage.person_of('Rachida'), 'phone', '+2290197000001'), (stage.person_of('Tel'), 'phone', '+2290197000001'),
	(stage.person_of('Koffi'), 'phone', '+2290197000002'), (stage.person_of('Voisin'), 'phone', '+2290197000002'),
	(stage.person_of('Diane'), 'email', 'meme@example.bj'), (stage.person_of('Marc'), 'email', 'meme@example.bj');
select stage.assign(n, 'manager', 'DRSC') from unnest('{Double,Tel,Sosie,Voisin,Koffi}'::text[]) n;
create temp table h as select stage.forward(stage.draft('affectation', '{Koffi}', '2016-01-04', jsonb_build_object('after_structure_id', stage.place('DRSC')))) as id;
grant select on h to public;
create function stage.refused(name text) returns text language plpgsql security definer as $$
declare
	said text;
begin
	perform stage.become(name);
	perform acts_api.visa((select id from h), stage.hash((select id from h)));
	raise exception 'given';
exception when others then
	get stacked diagnostics said = message_text;
	return said;
end $$;
insert into base.sessions (token_hash, person_id, person_name, permission_bits, ranks, second_factor, expires_at)
select sha256(decode(p.token, 'hex')), p.person_id, p.name, r.permission_bits, r.ranks, true, now() + interval '1 hour'
from stage.people p cross join lateral base_api.rights_of(p.person_id) r where p.name in ('Double', 'Tel', 'Sosie', 'Voisin');
update base.sessions s set (permission_bits, ranks) = (select r.permission_bits, r.ranks from base_api.rights_of(s.person_id) r) where s.person_id in (stage.person_of('Rachida'), stage.person_of('Koffi'));
select is(stage.refused('Rachida'), 'acts.author_cannot', 'the author, though she is a chief too');
select is(stage.refused('Double'), 'acts.author_cannot', 'the author through an account of the same name and birth date, accents and case aside');
select is(stage.refused('Tel'), 'acts.author_cannot', 'the author through an account with the same telephone');
select is(stage.refused('Koffi'), 'acts.beneficiary_cannot', 'a beneficiary');
select is(stage.refused('Sosie'), 'acts.beneficiary_cannot', 'a beneficiary through an account of the same name and birth date');
select is(stage.refused('Voisin'), 'acts.beneficiary_cannot', 'a beneficiary through an account with the same telephone');
select is(stage.refused('Ines'), 'acts.not_approver', 'a clerk without the role');
select is(stage.refused('Marc'), 'given', 'Marc, who shares an address but no telephone with Diane, may');
select is(acts_api.same_human(stage.person_of('Marc'), stage.person_of('Diane')), false, 'an electronic address is not a human');
-- Already approved, through another account of the same human.
update base.contacts set value = '+2290197000009' where person_id in (stage.person_of('Tel'), stage.person_of('Voisin'));
insert into base.contacts (person_id, kind, value) values (stage.person_of('Diane'), 'phone', '+2290197000009');
create temp table a2 as select stage.forward(stage.draft('avancement_echelon_fe', '{Afi}', '2016-01-05')) as id;
select stage.become('Tel');
select acts_api.visa(id, stage.hash(id)) from a2;
select stage.become('Diane');
select throws_ok(format('select acts_api.visa(%s, stage.hash(%s))', id, id), 'GU403', 'acts.already_approved', 'Diane cannot come second to her other account') from a2;

-- 4. Delegations ------------------------------------------------------------------------------------------------------------------
create function stage.delegate(giver text, taker text, from_ date default current_date, to_ date default current_date + 10) returns bigint language sql security definer as $$
	insert into acts.delegations (from_person_id, to_person_id, reference, valid_from, valid_to) values (stage.person_of(giver), stage.person_of(taker), 'Note 1', from_, to_) returning delegation_id
$$;
create function stage.may(name text) returns text language plpgsql security definer as $$
begin
	perform stage.become(name);
	return (select case when m.may_visa then 'visa' || coalesce(' pour ' || m.for_name, '') else m.why end from acts_api.mine_to_approve((select id from h)) m);
exception when others then
	return sqlerrm;
end $$;
select is(stage.may('Theo'), 'acts.unknown', 'Theo, chief elsewhere, sees nothing');
select stage.delegate('Marc', 'Theo');
select is(stage.may('Theo'), 'visa pour Sossa Marc', 'by delegation of Marc he sees the act and may give the visa');
select is((select count(*) from acts_api.waiting_for_me(30, 0) w where w.draft_id = (select id from h)), 1::bigint, '… and finds it in his tray');
update acts.delegations set ended_at = now();
select is(stage.may('Theo'), 'acts.unknown', 'ended: no more');
select stage.delegate('Marc', 'Theo', current_date - 10, current_date);
select is(stage.may('Theo'), 'acts.unknown', 'expired since this morning');
select stage.delegate('Marc', 'Theo', current_date + 1);
select is(stage.may('Theo'), 'acts.unknown', 'not begun');
select stage.delegate('Luc', 'Theo');
select is(stage.may('Theo'), 'acts.unknown', 'who has no right there gives none');
update acts.delegations set ended_at = now() where ended_at is null;
select stage.delegate('Rachida', 'Theo');
select is(stage.may('Theo'), 'acts.author_delegates', 'a delegation from the author serves nothing');
update acts.delegations set ended_at = now() where ended_at is null;
select stage.delegate('Koffi', 'Theo');
select is(stage.may('Theo'), 'acts.beneficiary_cannot', 'nor one from a beneficiary');
update acts.delegations set ended_at = now() where ended_at is null;
select stage.delegate('Marc', 'Koffi');
select is(stage.may('Koffi'), 'acts.beneficiary_cannot', 'nor one to a beneficiary');
update acts.delegations set ended_at = now() where ended_at is null;
-- Marc's hand by Theo, then Marc himself; Marc himself, then Theo for him.
create temp table g as select stage.forward(stage.draft('avancement_echelon_fe', '{Afi}', '2016-01-06')) as id;
select stage.delegate('Marc', 'Theo'), stage.assign('Marc', 'manager', 'DGFP');
select stage.become('Theo');
select acts_api.visa(id, stage.hash(id)) from g;
select is((select row(a.person_id = stage.person_of('Theo'), a.for_person_id = stage.person_of('Marc'))::text from acts.approvals a, g where a.draft_id = g.id), '(t,t)', 'the approval says who and for whom');
select stage.become('Marc');
select throws_ok(format('select acts_api.visa(%s, stage.hash(%s))', id, id), 'GU403', 'acts.already_approved', 'Marc gave his hand through Theo already') from g;
select stage.become('Theo');
select throws_ok(format('select acts_api.visa(%s, stage.hash(%s))', id, id), 'GU403', 'acts.already_approved', 'and Theo his') from g;
create temp table g2 as select stage.forward(stage.draft('avancement_echelon_fe', '{Afi}', '2016-01-07'), 'second') as id;
select stage.become('Theo');
select throws_ok(format('select acts_api.visa(%s, stage.hash(%s))', id, id), 'GU403', 'acts.already_approved', 'Theo cannot give a second hand of Marc') from g2;
-- Giving one: fresh proof, a colleague whose role can, sound dates, a year at most.
insert into accounts.accounts (person_id) select stage.person_of(n) from unnest('{Theo,Ines,Marc}'::text[]) n;
insert into accounts.logins (person_id, kind, login) select stage.person_of(n), 'email', lower(n) || '@exemple.test' from unnest('{Theo,Ines,Marc}'::text[]) n on conflict do nothing;
:marc
select throws_ok($$ select acts_api.delegate('personne@exemple.test', 'Note', current_date, current_date + 5) $$, 'GU422', 'acts.delegate_unknown', 'to nobody');
select throws_ok($$ select acts_api.delegate('marc@exemple.test', 'Note', current_date, current_date + 5) $$, 'GU422', 'acts.delegate_self', 'to oneself');
select throws_ok($$ select acts_api.delegate('ines@exemple.test', 'Note', current_date, current_date + 5) $$, 'GU422', 'acts.delegate_cannot', 'to a clerk, who has no tray');
select throws_ok($$ select acts_api.delegate('theo@exemple.test', 'Note', current_date, current_date) $$, 'GU422', 'acts.delegation_dates', 'for no day');
select throws_ok($$ select acts_api.delegate('theo@exemple.test', 'Note', current_date - 9, current_date - 1) $$, 'GU422', 'acts.delegation_dates', 'in the past');
select throws_ok($$ select acts_api.delegate('theo@exemple.test', 'Note', current_date, current_date + 400) $$, 'GU422', 'acts.delegation_long', 'for more than a year');
select lives_ok($$ select acts_api.delegate(' THEO@exemple.test', 'Note', current_date, current_date + 5) $$, 'to Theo, for five days');
reset role;
update base.sessions s set proved_at = now() - interval '1 hour' where s.person_id = stage.person_of('Marc');
:marc
select throws_ok($$ select acts_api.delegate('theo@exemple.test', 'Note', current_date, current_date + 5) $$, 'GU403', 'accounts.not_fresh', 'with a stale proof: no');
reset role;
create temp table last_given as select max(delegation_id) as id from acts.delegations;
grant select on last_given to public;
:sena
select throws_ok(format('select acts_api.end_delegation(%s)', id), 'GU404', 'acts.unknown', 'a third person ends nothing') from last_given;
:theo
select lives_ok(format('select acts_api.end_delegation(%s)', (select max(g.delegation_id) from acts_api.my_delegations() g)), 'he who received may end it');

-- 5. Who drafts, and in whose sight -----------------------------------------------------------------------------------------------
:luc
select throws_ok(format('select * from acts_api.one(%s)', id), 'GU404', 'acts.unknown', 'a clerk of another ministry: no such act') from h;
select throws_ok(format('select * from acts_api.%s', f), 'GU404', 'acts.unknown', '… by ' || f) from h,
	unnest(array['lines_of(' || id || ', false, 10, 0)', 'parts_of(' || id || ')', 'thread_of(' || id || ')', 'steps_of(' || id || ')', 'mine_to_approve(' || id || ')', 		'preview(' || id || ')', 'preview_lines(' || id || ')', 'preview_parts(' || id || ')', 'add_lines(' || id || ', ''[]'')', 'drop_refused(' || id || ')', 'submit(' || id || ', 1)',
		'withdraw(' || id || ')', 'abandon(' || id || ', '''')', 'line_one(' || id || ', 1)']) f where f not like 'line_one%';
select is_empty($$ select * from acts_api.acts_of_mine(null, null, 30, 0) $$, 'his list is empty');
select throws_ok(format('select * from acts_api.new_draft(%L, %s, %L)', 'conge', stage.place('DRSC'), ''), 'GU422', 'acts.no_such_issuer', 'he issues nothing of another structure');
select throws_ok(format('select * from acts_api.new_draft(%L, %s, %L)', 'rien', stage.place('DRSC'), ''), 'GU422', 'acts.no_such_model', 'nor from no model');
:rachida
select isnt_empty(format('select * from acts_api.new_draft(%L, %s, %L)', 'conge', stage.place('DRSC'), ''), 'Rachida does, in hers');
select isnt_empty($$ select * from acts_api.acts_of_mine(null, 'a101', 30, 0) $$, 'her list finds by matricule');
select is_empty($$ select * from acts_api.acts_of_mine(null, '%', 30, 0) $$, 'a percent sign is a character');
reset role;
select stage.become('Sena');
set local role web_acts;
select throws_ok(format('select acts_api.set_subject(%s, %L, 1)', id, 'x'), 'GU403', 'acts.not_drafter', 'the signatory reads, and writes nothing') from h;
-- Refused lines keep a draft from the circuit; so do rows that were not read.
reset role;
create temp table r as select stage.draft('avancement_echelon_fe', '{Afi}', '2016-01-04', '{"after_category": "A", "after_scale": 1, "after_step": 9}') as id;
grant select on r to public;
:rachida
select throws_ok(format('select acts_api.submit(%s, 1)', id), 'GU409', 'acts.refused_lines', 'a skipped step does not enter the circuit') from r;
select is((select dropped from acts_api.drop_refused(id)), 1, 'dropped') from r;
select throws_ok(format('select acts_api.submit(%s, 2)', id), 'GU409', 'acts.refused_lines', 'nobody left: nor an empty act') from r;
select is((select row(added, refused)::text from acts_api.add_lines(id, '[{"m": "A100", "e": "2016-01-04"}, {"m": "NUL", "e": "2016-01-04"}]')), '(1,1)', 'one good row, one unknown') from r;
select throws_ok(format('select acts_api.submit(%s, stage.version(%s))', id, id), 'GU409', 'acts.rejects_left', 'what was not read is read first') from r;
select lives_ok(format('select acts_api.dismiss_rejects(%s)', id), 'read') from r;
select lives_ok(format('select acts_api.submit(%s, stage.version(%s))', id, id), 'and forward') from r;

-- 6. Many at once, one of them changed in between ----------------------------------------------------------------------------------
reset role;
create temp table m (n int, id bigint, was text);
grant select on m to public;
insert into m select n, stage.forward(stage.draft('conge', '{Koffi}', ('2017-01-0' || n)::date, jsonb_build_object('end_date', '2017-03-01'))), null from generate_series(1, 3) n;
update m set was = stage.hash(id);
select stage.become('Rachida');
select acts_api.set_subject(id, 'Changé', 1), acts_api.submit(id, 2) from m where n = 2;
update base.sessions s set proved_at = now() where s.person_id = stage.person_of('Marc');
:marc
select is((select row(done, refused, why)::text from acts_api.approve_many('visa', (select array_agg(id order by n) from m), (select array_agg(was order by n) from m))),
	'(2,1,acts.changed_since)', 'two visas given, the one that changed is not');
reset role;
select is(array(select stage.state(id) from m order by n), '{signature,visa,signature}', 'each where it should be');
:sena
select is((select row(done, refused)::text from acts_api.approve_many('signature', (select array_agg(id order by n) from m), (select array_agg(stage.hash(id) order by n) from m))), '(2,1)', 'two signatures, one too early');
reset role;
select is((select count(*) from base.jobs j where j.kind = 'acts.seal_many' and j.input -> 'drafts' = (select jsonb_agg(id order by n) from m where n <> 2)), 1::bigint, 'one job for both');
select * from finish();
rollback;
