-- Who sees which requests, as named persons; counts, quantiles and working days. Rolled back.
begin;
\ir career_cast.inc
select plan(17);
create function pg_temp.person(family text) returns bigint language sql as $$
	insert into base.persons (family_name) values (family) returning person_id $$;
create function pg_temp.sits(who bigint, word text, bits bigint, spans text) returns void language sql as $$
	insert into base.sessions (token_hash, person_id, person_name, permission_bits, ranks, second_factor, idle, expires_at)
	values (sha256(decode(repeat(md5(word), 2), 'hex')), who, word, bits, spans::int4multirange, true, '1 day', now() + interval '1 day') $$;
select pg_temp.person('AMA') as ama \gset
select pg_temp.person('KOFI') as kofi \gset
select pg_temp.sits(:ama, 'ama', 1 << 13, '{}');
select pg_temp.sits(:kofi, 'kofi', 1 << 13, '{}');
select pg_temp.sits(pg_temp.person('BUREAU'), 'bureau', 1 << 14, (select int4multirange(int4range(rank, last_rank, '[]'))::text from base.structures where code = 'DRA-DGFP'));
select pg_temp.sits(pg_temp.person('LOIN'), 'loin', 1 << 14, (select int4multirange(int4range(rank, last_rank, '[]'))::text from base.structures where code = 'CMPS'));
select number, request_id from requests_api.put_request((select s from services.services s where s.code = 'copie-actes'), :ama, 'AMA', 'Un acte', '[{"label": "a", "value": "b"}]', '{}',
	'[{"etape": "instruction", "titre": "Recherche", "bureau": "SA-DRA", "jours": 10}, {"etape": "signature", "titre": "Signature", "bureau": "NULLE-PART", "jours": 2}]', 12, 'web') \gset
select matches(:'number'::text, '^REQ[0-9]{6,}$', 'a number');
select is((select count(*) from requests.steps where request_id = :request_id), 2::bigint, 'a step a desk');
select is((select b.code from requests.steps s join base.structures b using (structure_id) where s.request_id = :request_id and s.step_no = 2), 'SA-DRA'::text, 'a desk that does not exist is the service''s own');
select is((select due_on from requests.requests where request_id = :request_id), base_api.add_working_days(current_date, 12), 'the promise in working days');
select is((select sum(total) from requests.basket_counts c join base.structures s using (structure_id) where s.code = 'SA-DRA' and basket_code = 'nouvelles')::bigint,
	(select count(*) from requests.requests r join base.structures s using (structure_id) where s.code = 'SA-DRA' and r.basket_code = 'nouvelles'), 'counted');
select is(length(requests_api.follow_code(:request_id)), 8, 'a code of eight characters');
select isnt(requests_api.follow_code(:request_id), (select requests_api.follow_code(x.request_id) from requests.requests x where x.request_id <> :request_id limit 1), 'of its own');

select set_config('guichet.sid', repeat(md5('ama'), 2), true);
set local role web_requester;
select is((select count(*) from requests.requests), 1::bigint, 'a person sees his own');
reset role;
select set_config('guichet.sid', repeat(md5('kofi'), 2), true);
set local role web_requester;
select is((select count(*) from requests.requests), 0::bigint, 'and nobody else''s');
select is((select count(*) from requests.events), 0::bigint, 'nor their threads');
reset role;
select set_config('guichet.sid', repeat(md5('bureau'), 2), true);
set local role web_desk;
select is((select count(*) from requests.requests where request_id = :request_id), 1::bigint, 'the desk sees those of its structures');
reset role;
select set_config('guichet.sid', repeat(md5('loin'), 2), true);
set local role web_desk;
select is((select count(*) from requests.requests where request_id = :request_id), 0::bigint, 'another does not');
select throws_ok(format('select requests_api.take(%s, %L)', :request_id, '/'), 'GU404', null, 'nor can it take it');
select throws_ok('delete from requests.requests', '42501', null, 'no page deletes a request');
reset role;

select is(requests_api.quantile(array[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], array[true, true, true, true, true, true, true, true, true, true], 0.5), 5::smallint, 'all over: the plain median');
select is(requests_api.quantile(array[1, 2, 30, 30, 30], array[true, true, false, false, false], 0.5), null::smallint, 'most still open: no median is told');
select is((select count(*) from generate_series(-40, 40) n where requests_api.add_days(current_date, n) <> base_api.add_working_days(current_date, n)), 0::bigint, 'look-ups agree with the rules of the calendar');
select * from finish();
rollback;
