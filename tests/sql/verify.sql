-- Verification for anybody: who may call what, what a code and a reference tell, what became of a document, keys and counts.
begin;
\ir career_cast.inc
select no_plan();

-- Rights: strangers ask, the worker registers keys, nobody reaches the tables or the helpers.
select is(has_function_privilege(r, p.oid, 'EXECUTE'), case r when 'web_public' then p.proname in ('keys', 'by_code', 'by_file', 'search', 'facts')
	when 'worker' then p.proname = 'register_key' else false end, r || ' calls ' || p.proname)
from pg_proc p, unnest(array['web_public', 'web_door', 'web_self', 'web_clerk', 'web_acts', 'worker', 'gate']) r where p.pronamespace = 'verify_api'::regnamespace;
select is(has_any_column_privilege('web_public', t, v), false, 'the public role has no ' || v || ' on ' || t)
from unnest(array['acts.documents', 'acts.seal_keys', 'career.acts', 'career.act_lines', 'accounts.attempts']) t, unnest(array['SELECT', 'INSERT', 'UPDATE']) v;
select isnt(obj_description(p.oid, 'pg_proc'), null, p.proname || ' says what it is') from pg_proc p where p.pronamespace = 'verify_api'::regnamespace;

-- Codes and references as people type them.
select is(verify_api.code_of(typed), code, 'code: ' || typed) from (values
	('7K3M9QXTB2WD', '7K3M9QXTB2WD'), ('7k3m 9qxt b2wd', '7K3M9QXTB2WD'), ('7K3M-9QXT-B2WD', '7K3M9QXTB2WD'), ('7K3M–9QXT—B2WD', '7K3M9QXTB2WD'),
	('OILo ilOI Lil1', '011011011111'), ('7K3M' || chr(160) || '9QXTB2WD', '7K3M9QXTB2WD'), ('7K3M9QXTB2W', null), ('7K3M9QXTB2WDD', null),
	('7K3M9QXTB2WU', null), ('', null), ('0417/MTFP', null), ('é23456789012', null)) t(typed, code);
select is(verify_api.fold_reference(typed), '0417MTFPDC', 'reference: ' || typed) from unnest(array['0417/MTFP/DC', 'n° 0417/mtfp/dc', 'N°0417 / MTFP / DC', 'No 0417-MTFP-DC',
	'nº 0417/MTFP/DC']) typed;
select isnt(verify_api.fold_reference('0417/MTFP/DC/1'), verify_api.fold_reference('0417/MTFP/DC'), 'another reference is another');

-- Keys.
set local role worker;
select is(verify_api.register_key('2026-0001', sha256('a'), false), null, 'a key is registered');
select is(verify_api.register_key('2026-0001', sha256('a'), false), null, 'again: nothing more');
select throws_ok($$select verify_api.register_key('2026-0001', sha256('b'), false)$$, 'GU409', 'verify.key_taken', 'another key under its name is refused');
select throws_ok($$select verify_api.register_key('2026-0002', sha256('a'), false)$$, 'GU409', 'verify.key_taken', 'the same key under another name too');
select throws_ok($$select verify_api.register_key('../etc', sha256('c'), false)$$, '23514', null, 'a name that is not one is refused');
select throws_ok($$select verify_api.register_key('2026-0003', 'short', false)$$, '23514', null, 'a key of another length is refused');
select isnt(verify_api.register_key('2026-0001', sha256('a'), true), null, 'it retires');
select is(verify_api.register_key('2026-0001', sha256('a'), false), verify_api.register_key('2026-0001', sha256('a'), true), 'and does not come back');
select throws_ok('select * from acts.seal_keys', '42501', null, 'the worker does not read the table');
reset role;
select is((select array_agg(verb order by audit_id) from base.audit where object = '2026-0001'), array['key.registered', 'key.retired'], 'both are in the journal, once');

-- Acts and documents. Afi's line was cancelled, Koffi's replaced by a correction, Awa's stands.
select stage.agent('Afi Dossou', 'M100', '1980-05-05', 'FE', '2010-01-04', 'DRSC');
create function stage.act(name text, signed date, state text default 'en_vigueur', replaces text default null) returns bigint language sql as $$
	insert into career.acts (kind_code, reference, signed_on, signatory, state_code, replaces_act_id)
	values ('avancement_echelon', name || '/MTFP', signed, 'Le Ministre', state, (select a.act_id from career.acts a where a.reference = replaces || '/MTFP')) returning act_id
$$;
create function stage.document(code text, type text, act text, state text default 'en_vigueur', until date default null, said jsonb default '{}') returns bigint language sql as $$
	insert into acts.documents (code, type_code, act_id, agent_id, reference, title, signatory, signed_on, state_code, expires_on, kid, jws, file_sha256)
	values (code, type, (select a.act_id from career.acts a where a.reference = act || '/MTFP'), case when type <> 'acte' then stage.who('Afi') end, act || '/MTFP', 'Arrêté', 'Le Ministre', '2026-03-28',
		state, until, '2026-0001', 'h.' || rtrim(translate(encode(convert_to(said::text, 'UTF8'), 'base64'), E'+/\n', '-_'), '=') || '.s', sha256(convert_to(code, 'UTF8')))
	returning document_id
$$;
select stage.act('S1', '2026-03-28'), stage.act('C1', '2026-03-28', 'annule'), stage.act('C2', '2026-05-04', 'en_vigueur', 'C1'), stage.act('R1', '2026-03-28', 'remplace'),
	stage.act('R2', '2026-06-01'), stage.act('R3', '2026-06-02', 'annule', 'R1'), stage.act('X1', '2026-03-28', 'annule');
insert into acts.states (state_code, label, is_over) values ('projet', 'Projet', false) on conflict do nothing;
insert into acts.models (model_code, kind_code, name, form_label, title, authority, series_code, source)
values ('essai', 'avancement_echelon', 'Essai', 'ARRÊTÉ', 'portant essai', 'Le Ministre', 'A', 'essai');
insert into acts.drafts (model_code, structure_id, structure_rank, subject, author_id, corrects_act_id, correction_code, act_id, sealed_at)
select 'essai', stage.place('DRSC'), 1, 'Rectificatif', stage.person_of('Afi'), a.act_id, 'remplace', b.act_id, now() from career.acts a, career.acts b where a.reference = 'R1/MTFP' and b.reference = 'R2/MTFP';
select stage.document('000000000001', 'acte', 'S1'),
	stage.document('000000000002', 'copie', 'S1', said => '{"k": "Arrêté", "r": "S1/MTFP", "d": "2026-03-28", "p": "DOSSOU Afi", "m": "M100", "g": "A3-8 > A3-9", "e": "2026-04-01"}'),
	stage.document('000000000003', 'copie', 'C1'), stage.document('000000000004', 'copie', 'R1'), stage.document('000000000005', 'copie', 'X1'),
	stage.document('000000000006', 'certificat', 'T6', until => verify_api.today()),
	stage.document('000000000007', 'certificat', 'T7', until => verify_api.today() - 1),
	stage.document('000000000008', 'certificat', 'T8', 'annule', verify_api.today() + 9),
	stage.document('000000000009', 'certificat', 'T6', said => '{"v": 1, "f": [["Corps", "Attachés"], ["Grade", "A3"]], "x": "2026-12-31"}');
create function stage.said(code text) returns jsonb language sql as $$ select b.body::jsonb - 'checked_at' from verify_api.by_code(code, '203.0.113.9') b $$;

set local role web_public;
select is(stage.said(code) ->> 'state', state, code || ': ' || state) from (values ('000000000001', 'en_vigueur'), ('000000000002', 'en_vigueur'), ('000000000003', 'annule'),
	('000000000004', 'remplace'), ('000000000005', 'annule'), ('000000000006', 'en_vigueur'), ('000000000007', 'expire'), ('000000000008', 'annule')) t(code, state);
select is(stage.said('000000000003') ->> 'replaced_by', 'C2/MTFP', 'what cancelled it, by career.acts');
select is(stage.said('000000000003') ->> 'since', '2026-05-04', 'and since when');
select is(stage.said('000000000004') ->> 'replaced_by', 'R2/MTFP', 'what replaced it, by its draft; an act itself cancelled does not count');
select is(stage.said('000000000005') ->> 'replaced_by', null, 'cancelled by nothing known: nothing is said');
select is(stage.said('000000000005') ->> 'since', null, 'and no date either');
select is(stage.said('000000000007') ->> 'since', (verify_api_today - interval '0 day')::date::text, 'a certificate is out of date the day after its last')
	from (select (now() at time zone 'Africa/Porto-Novo')::date as verify_api_today) t;
select is(stage.said('00000000000Z'), null, 'an unknown code says nothing');
select is((select array_agg(k order by k) from jsonb_object_keys(stage.said('000000000002')) k),
	array['code', 'expires_on', 'reference', 'replaced_by', 'since', 'state', 'type'], 'nothing else is said');
select is((select body::jsonb ->> 'code' from verify_api.by_file(encode(sha256('000000000003'), 'hex'), '203.0.113.9')), '000000000003', 'a file by its hash');
select is((select body from verify_api.by_file(encode(sha256('other'), 'hex'), '203.0.113.9')), null, 'an unknown one');
select is((select body from verify_api.by_file('%', '203.0.113.9')), null, 'what is not a hash');

-- By code with the facts of the paper; by reference without.
select results_eq($$select code, type_code, state_code from verify_api.search('0000 0000 0002', '203.0.113.9')$$, $$values ('0000 0000 0002', 'copie', 'en_vigueur')$$, 'a copy by its code');
select results_eq($$select label, value, on_date from verify_api.facts('0000-0000-0002')$$, $$values ('Titre', 'Arrêté', null::date), ('Référence', 'S1/' || chr(8203) || 'MTFP', null),
	('Signé le', null, '2026-03-28'), ('Nom et prénoms', 'DOSSOU Afi', null), ('Matricule', 'M100', null), ('Ce qui change', 'A3-8 → A3-9', null), ('À compter du', null, '2026-04-01')$$, 'with what it says, in order');
select results_eq($$select label, value from verify_api.facts('000000000009') where on_date is null$$, $$values ('Corps', 'Attachés'), ('Grade', 'A3')$$, 'a certificate''s own facts');
select is_empty($$select * from verify_api.facts('S1/MTFP')$$, 'a reference gives no facts');
select results_eq($$select is_by_code, code, type_code from verify_api.search('n° s1 / mtfp', '203.0.113.9')$$, $$values (false, null::text, 'acte')$$, 'by reference: the act, no code, and not the copies');
select is((select count(*)::int from verify_api.search('T6/MTFP', '203.0.113.9')), 2, 'two under one reference');
select is_empty($$select * from verify_api.search('C1/MTFP', '203.0.113.9')$$, 'a copy alone is not found by reference');
select is_empty($$select * from verify_api.search('%', '203.0.113.9')$$, 'a wildcard finds nothing');
reset role;

-- Counts: what finds nothing and what goes by reference.
select is((select tries from accounts.attempts where bucket = 'verifier:203.0.113.9'), 7, 'seven of them were counted');
update accounts.attempts set tries = 301 where bucket = 'verifier:203.0.113.9';
set local role web_public;
select ok((select wait between 3500 and 3600 and body is null from verify_api.by_code('000000000001', '203.0.113.9')), 'past the limit a right code waits');
select ok((select wait > 0 and body is null from verify_api.by_file(encode(sha256('000000000003'), 'hex'), '203.0.113.9')), 'and a file');
select is((select array_agg(wait > 0 and code is null and title is null) from verify_api.search('000000000002', '203.0.113.9')), array[true], 'and a search');
select is((select wait from verify_api.by_code('000000000001', '203.0.113.10')), 0, 'another address does not');
reset role;

-- The set of keys.
select is((select jsonb_agg(k - 'retired_at') from jsonb_array_elements((select body from verify_api.keys())::jsonb -> 'keys') k where k ->> 'kid' = '2026-0001'),
	jsonb_build_array(jsonb_build_object('kty', 'OKP', 'crv', 'Ed25519', 'alg', 'EdDSA', 'use', 'sig', 'kid', '2026-0001',
		'x', rtrim(translate(encode(sha256('a'), 'base64'), '+/', '-_'), '='))), 'a key as a JWK');
select isnt((select k ->> 'retired_at' from jsonb_array_elements((select body from verify_api.keys())::jsonb -> 'keys') k where k ->> 'kid' = '2026-0001'), null, 'retired, it says so');
select * from finish();
rollback;
