"""Acts at the scale of the country: papers and seals a second, a quarter's campaign computed, and its acts numbered, sealed and
published by a daemon while people read pages. Works on a copy of the national database, dropped at the end.

usage: acts.py BINARY FOLDER      FOLDER of a cluster with `guichet demo --scale national`; prints JSON"""
import json
import os
import statistics
import sys
import threading
import time

import advancement
from measure import FIRST, Cluster, Copy, run, settle

LINES = int(os.environ.get("LINES_MOST", "9000"))
PAGES_A_SECOND = 25

# Drafts of everybody whose step falls due, a ministry and a category an act, as their visas and the signature left them.
DRAFTS = """do $$
declare
	clerk bigint := (select person_id from accounts.logins where login = 'gestionnaire.drsc@exemple.bj');
	chief bigint := (select person_id from accounts.logins where login = 'chef.drsc@exemple.bj');
	director bigint := (select person_id from accounts.logins where login = 'directrice.dgfp@exemple.bj');
	signer bigint := (select person_id from accounts.logins where login = 'signataire.dgfp@exemple.bj');
	issuer bigint := (select structure_id from base.structures where code = 'DRSC');
	g record; d bigint; h bytea; ids bigint[] := '{}';
begin
	for g in select x.ministry, x.category, array_agg(x.agent_id order by x.search_text) as ids from (
			select a.agent_id, a.category, a.search_text, (select m.structure_id from base.structures m
				where m.kind in ('ministere', 'institution') and a.structure_rank between m.rank and m.last_rank order by m.rank desc limit 1) as ministry
			from career.agents a
			where a.status_code = 'FE' and a.next_step_date is not null and a.left_on is null and a.gaps_count = 0
			order by a.next_step_date, a.agent_id limit %d) x
		group by 1, 2 loop
		d := acts_api.make_draft(clerk, 'avancement_echelon_fe', issuer, 'Avancement d’échelon du trimestre');
		insert into acts.draft_lines (draft_id, line_no, agent_id, effect_date)
		select d, n, a.agent_id, a.next_step_date from unnest(g.ids) with ordinality t (id, n) join career.agents a on a.agent_id = t.id;
		perform acts_api.refresh_before(d);
		-- Whom the rules refuse (in another draft of the demonstration, say) no circuit would have let through.
		delete from acts.draft_lines l using acts_api.findings_of(d) f where f.draft_line_id = l.draft_line_id and f.severity = 'refus';
		continue when not exists (select from acts.draft_lines l where l.draft_id = d);
		h := acts_api.hash_of(d);
		update acts.drafts x set content_hash = h, lines_count = (select count(*) from acts.draft_lines l where l.draft_id = d), state_code = 'visa', group_id = -1 where draft_id = d;
		insert into acts.approvals (draft_id, step_no, move_code, person_id, content_hash) values (d, 1, 'visa', chief, h), (d, 2, 'visa', director, h), (d, 3, 'signature', signer, h);
		update acts.drafts x set state_code = 'signature' where draft_id = d;
		update acts.drafts x set state_code = 'scellement', signed_by = signer where draft_id = d;
		ids := ids || d;
	end loop;
end $$"""
PUT = """select job_api.put('acts.seal_many', (select min(signed_by) from acts.drafts where group_id = -1),
	jsonb_build_object('drafts', (select jsonb_agg(draft_id order by draft_id) from acts.drafts where group_id = -1)))"""


def quantile(values, share):
    values = sorted(values)
    return values[min(len(values) - 1, int(share * len(values)))]


class Reader(threading.Thread):
    """People who read their careers meanwhile, at a steady pace; milliseconds of each page."""

    def __init__(self, server, sessions):
        super().__init__()
        self.server, self.sessions, self.took, self.ended = server, sessions, [], False

    def run(self):
        asked, began = 0, time.monotonic()
        while not self.ended:
            wait = began + asked / PAGES_A_SECOND - time.monotonic()
            if wait > 0:
                time.sleep(wait)
            at = time.monotonic()
            self.server.get("/carriere", FIRST + asked * 7919 % self.sessions)
            self.took.append((time.monotonic() - at) * 1000)
            asked += 1


def batch(binary, copy, sessions):
    ask = copy.ask
    server = copy.serve(binary, 18090)
    try:
        settle(ask)                               # its own acts change careers, and would refuse drafts made before
        began = time.monotonic()
        ask(DRAFTS % LINES)
        drafted = time.monotonic() - began
        acts, lines = map(int, ask("select count(*) || ' ' || sum(lines_count) from acts.drafts where group_id = -1").split())
        reader = Reader(server, sessions)
        reader.start()
        began = time.monotonic()
        ask(PUT)
        while ask("select count(*) from acts.drafts where group_id = -1 and state_code = 'scellement'") != "0":
            time.sleep(0.25)
        published = time.monotonic() - began
        reader.ended = True
        reader.join()
        left = ask("select count(*) from acts.drafts where group_id = -1 and state_code <> 'publie'")
        copies = int(ask("select count(*) from acts.documents c join acts.drafts d using (act_id) where d.group_id = -1 and c.type_code = 'copie'"))
        gap = ask("select count(*) from acts.registers r where r.last_number <> (select count(*) from acts.drafts d where d.register_id = r.register_id) "
                  "and exists (select from acts.drafts d where d.register_id = r.register_id)")
        if left != "0" or gap != "0":
            why = ask("select count(*) || ' × ' || e.note from acts.events e join acts.drafts d using (draft_id) where d.group_id = -1 and e.note <> '' group by e.note limit 5")
            raise SystemExit(f"{left} acts are not published, {gap} registers miss a number\n{why}")
        return {"acts": acts, "lines": lines, "copies": copies, "drafted": drafted, "published": published, "pages": len(reader.took),
                "p50": statistics.median(reader.took), "p99": quantile(reader.took, 0.99), "most": max(reader.took), "memory": server.memory()}
    finally:
        server.stop()


def measure(binary, cluster):
    with Copy(cluster, "acts_bench") as copy:
        return {"papers": json.loads(run(["build/release/tests/load/paper_bench"])), "seals": json.loads(run(["build/release/tests/load/seal"])),
                "campaign": advancement.measure(copy.ask_many), "batch": batch(binary, copy, cluster.sessions)}


if __name__ == "__main__":
    print(json.dumps(measure(sys.argv[1], Cluster(sys.argv[2], 2000)), indent="\t"))
