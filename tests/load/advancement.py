"""How long a campaign of step advancement takes over a whole country, one run after the other; nothing is kept.

usage: advancement.py FOLDER [ROUNDS]      FOLDER of a cluster with `guichet demo --scale national`; prints seconds
From bench.py: advancement.measure(cluster.ask)."""
import statistics
import subprocess
import sys
import time

SLICE = 5000        # as src/advancement/jobs.c

CAMPAIGN = """begin;
insert into advancement.campaigns (quarter_start, person_id, reach, issuer_id, grouping_code)
select date_trunc('quarter', current_date + interval '3 months')::date, (select min(person_id) from base.persons),
	'{[-1,2000000)}', structure_id, 'ministere' from base.structures where code = 'DRSC';
select set_config('guichet.measured', currval(pg_get_serial_sequence('advancement.campaigns', 'campaign_id'))::text, true);
"""
RUN = """do $$ declare c bigint := current_setting('guichet.measured')::bigint; r record; at bigint; begin
	select * into r from advancement_api.run_begin(c);
	for at in select generate_series(r.from_agent, r.to_agent, %d) loop perform advancement_api.run_slice(c, at, least(at + %d, r.to_agent)); end loop;
	perform advancement_api.run_end(c);
end $$;
""" % (SLICE, SLICE - 1)
COUNT = """select count(*) || ' ' || count(*) filter (where reason_code is null) from advancement.lines
where campaign_id = current_setting('guichet.measured')::bigint;
"""


def measure(ask, rounds=3):
    """Seconds of each run, agents in post, rows written, agents due. `ask` runs SQL as the administrator and gives its text."""
    agents = int(ask("select count(*) from career.agents where left_on is null"))
    took, rows, due = [], 0, 0
    for _ in range(rounds):
        empty = time.monotonic()
        ask(CAMPAIGN + "rollback;")
        began = time.monotonic()
        rows, due = map(int, ask(CAMPAIGN + RUN + COUNT + "rollback;").split()[-2:])
        took.append(time.monotonic() - began - (began - empty))
    return {"seconds": statistics.median(took), "most": max(took), "agents": agents, "rows": rows, "due": due}


def main():
    dsn = subprocess.run(["sql/cluster.sh", "dsn", sys.argv[1]], capture_output=True, text=True, check=True).stdout.strip() + " user=guichet_admin"

    def ask(sql):
        return subprocess.run(["psql", dsn, "-XAtq", "-v", "ON_ERROR_STOP=1"], input=sql, capture_output=True, text=True, check=True).stdout.strip()

    found = measure(ask, int(sys.argv[2]) if len(sys.argv) > 2 else 3)
    print("{agents} agents in post, {rows} concerned, {due} due: {seconds:.1f} s (most {most:.1f} s)".format(**found))
    return 0 if found["seconds"] <= 10 else 1


if __name__ == "__main__":
    sys.exit(main())
