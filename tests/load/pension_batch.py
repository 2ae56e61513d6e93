"""A quarter's cohort of the country: liquidated by the batch, controlled, signed as lists, numbered and sealed with their booklets by a daemon;
and whether the daemon's memory stays flat meanwhile. Works on a copy of the database, dropped at the end.

usage: pension_batch.py BINARY FOLDER      FOLDER of a cluster with demo data; FILES=400 says how many; prints JSON"""
import json
import os
import sys
import time

from measure import Cluster, Copy

FILES = int(os.environ.get("FILES", "400"))     # departures of a quarter: 1,444 are told for 2026
QUARTER = "date_trunc('quarter', current_date)::date"

# Files whose services are certified, of agents in post whose careers are whole; the payer is said to agree with all of them.
COHORT = """
create or replace function payroll_api.agreement(agent bigint) returns text language sql stable security definer set search_path = pg_catalog, pg_temp
	as $$ select 'concorde'::text $$;
do $$
declare
	clerk bigint := (select person_id from accounts.logins where login = 'gestionnaire.drsc@exemple.bj');
	v record; f pensions.files;
begin
	update pensions.files set closed_at = now() where closed_at is null;
	for v in select a.agent_id, a.structure_rank, a.retirement_date from career.agents a join career.statuses s using (status_code)
		where s.pension_code = 'FNRB' and a.left_on is null and a.gaps_count = 0 and a.retirement_date > current_date and a.first_service_date < a.retirement_date - interval '16 years'
			and a.pay_index > 0 order by a.retirement_date, a.agent_id limit %(files)d loop
		insert into pensions.files (number, agent_id, kind_code, origin_code, regimes, leave_on, leave_source, state_code, structure_rank)
		values ('P2099-' || lpad(v.agent_id::text, 6, '0'), v.agent_id, 'retraite', 'systeme', '{FNRB}', v.retirement_date, 'mesure', 'liquidation', v.structure_rank) returning * into f;
		insert into pensions.approvals (file_id, step_code, person_id, content_hash) values (f.file_id, 'etat_services', clerk, pensions_api.services_hash(f));
	end loop;
	insert into base.sessions (token_hash, person_id, person_name, permission_bits, ranks, second_factor, proved_at, expires_at)
	select sha256(decode(md5(l.login) || md5(l.login), 'hex')), l.person_id, 'Mesure', r.permission_bits, r.ranks, true, now(), now() + interval '1 hour'
	from accounts.logins l cross join lateral base_api.rights_of(l.person_id) r where l.login like 'pensions.%%@exemple.bj';
end $$"""
BATCH = """with b as (insert into pensions.batches (quarter, asked_by) select date '1990-01-01' + (%(n)d * interval '3 months'), person_id from accounts.logins where login = 'pensions.liquidation@exemple.bj' returning batch_id, asked_by),
	f as (insert into pensions.batch_files (batch_id, file_id) select b.batch_id, f.file_id from b, pensions.files f where f.number like 'P2099-%%' and f.state_code = 'liquidation' order by f.file_id limit %(most)d returning batch_id)
	select count(*) from f"""
LAUNCH = "update pensions.batches b set job_id = job_api.put('pensions.liquidate_many', b.asked_by, jsonb_build_object('batch', b.batch_id)) where b.job_id is null and b.ended_at is null"
AS = "select set_config('guichet.sid', md5('%(login)s') || md5('%(login)s'), true); set local role web_pensions;"
CONTROL = "begin; " + AS + """do $do$ declare v record; begin
	for v in select f.file_id from pensions.files f where f.number like 'P2099-%%' and f.state_code = 'controle' order by 1 loop
		perform pensions_api.approve(v.file_id, 'controle', m.hash) from pensions_api.mine_to_do(v.file_id) m;
	end loop; end $do$; commit"""
SIGN = "begin; " + AS + """select sum(s.done) from (select array_agg(l.file_id) as files, array_agg(l.hash) as hashes from (select l.*, row_number() over () %% 2 as half from pensions_api.sign_list(500) l) l group by half) x
	cross join lateral pensions_api.sign_many(x.files, x.hashes) s; commit"""


def wait(ask, sql, seconds=900):
    began = time.monotonic()
    while ask(sql) != "0":
        if time.monotonic() - began > seconds:
            raise SystemExit("it does not end: " + sql)
        time.sleep(0.2)


def stage(ask, n, most):
    """Some of the cohort from the batch to the sealed booklet; seconds of each part."""
    took, at = {}, time.monotonic()

    def part(name):
        nonlocal at
        took[name] = time.monotonic() - at
        at = time.monotonic()

    ask(BATCH % {"n": n, "most": most})
    ask(LAUNCH)
    wait(ask, "select count(*) from pensions.batches where ended_at is null")
    part("liquidated")
    ask(CONTROL % {"login": "pensions.controle@exemple.bj"})
    part("controlled")
    ask(SIGN % {"login": "pensions.chef@exemple.bj"})
    part("signed")
    wait(ask, "select count(*) from pensions.files where number like 'P2099-%' and state_code = 'scellement'")
    part("sealed")
    return took


def batch(binary, copy):
    ask = copy.ask
    ask(COHORT % {"files": FILES})
    server = copy.serve(binary, 18091)
    try:
        wait(ask, "select count(*) from base.jobs where state_code in ('attente', 'cours') and due_at <= now()")
        first = stage(ask, 1, max(4, FILES // 10))               # fonts, plans, arenas: what a process keeps for its life
        before = server.memory()
        began = time.monotonic()
        rest = stage(ask, 2, FILES)
        took = time.monotonic() - began
        made, odd = map(int, ask("select count(*) filter (where state_code = 'remise') || ' ' || count(*) filter (where state_code <> 'remise') from pensions.files where number like 'P2099-%'").split())
        gap = ask("""select count(*) from acts.registers r where r.series_code = 'livret_pension' and r.last_number <> (select count(*) from acts.documents d where d.title = 'Livret de pension'
            and extract(year from d.signed_on) = r.year)""")
        if gap != "0" or made == 0:
            raise SystemExit(f"{made} booklets, {odd} files elsewhere, {gap} registers miss a number")
        return {"files": made + odd, "booklets": made, "waiting": odd, "seconds": took + sum(first.values()), "parts": {k: first[k] + rest[k] for k in rest}, "memory_before": before, "memory_after": server.memory(),
                "bytes": int(ask("select coalesce(avg(file_size), 0)::int from acts.documents where title = 'Livret de pension'"))}
    finally:
        server.stop()


def measure(binary, cluster):
    with Copy(cluster, "pension_bench") as copy:
        return batch(binary, copy)


if __name__ == "__main__":
    print(json.dumps(measure(sys.argv[1], Cluster(sys.argv[2], 50)), indent="\t"))
