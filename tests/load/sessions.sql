-- Sessions of a measurement: person number n signed in with the token lpad(n, 64, '0'), which wrk, pgbench and the peer
-- can work out for themselves. Agents are drawn at random, always the same ones. `seen_at` lies ahead, so that the daemon
-- does not touch sessions meanwhile; what touching costs is measured by itself.
delete from base.sessions where device = 'measure';
insert into base.sessions (token_hash, person_id, person_name, permission_bits, ranks, second_factor, seen_at, idle, expires_at, device)
select sha256(decode(lpad((100000 + row_number() over (order by hashint8(a.agent_id)))::text, 64, '0'), 'hex')), p.person_id,
	p.given_names || ' ' || p.family_name, 1 | 4, '{}', true, now() + interval '1 day', '10 days', now() + interval '10 days', 'measure'
from career.agents a join base.persons p on p.person_id = a.person_id
where a.lines_count between :least and :most
order by hashint8(a.agent_id) limit :sessions;
-- One clerk who sees every structure: token lpad(1, 64, '0').
insert into base.sessions (token_hash, person_id, person_name, permission_bits, ranks, second_factor, seen_at, idle, expires_at, device)
select sha256(decode(lpad('1', 64, '0'), 'hex')), s.person_id, 'Gestionnaire', 1 | 8 | 16, r.ranks, true, now() + interval '1 day',
	'10 days', now() + interval '10 days', 'measure'
from (select a.person_id from base.assignments a where a.role_code = 'clerk' order by a.assignment_id limit 1) s
cross join (select range_agg(int4range(rank, last_rank, '[]')) as ranks from base.structures) r;
