#!/usr/bin/env python3
"""How many filings a second the portal takes: each is the POST of the review page of a prepared draft, by a person signed in, through the daemon:
form token, key, session, the form checked anew, number, path, clock, what the State joins, notice, audit. wrk keeps so many connections busy
for so long. Afterwards each filing must stand once, with its line in the audit, and a form sent again must find its own. Works on a copy of the
database, dropped at the end.

    filings.py BINARY FOLDER [SECONDS] [CONNECTIONS]      FOLDER of a cluster with demo data; prints JSON"""
import hashlib
import json
import os
import sys
import urllib.error
import urllib.parse
import urllib.request
import uuid

from measure import HERE, Cluster, Copy, run

PORT = int(os.environ.get("BENCH_PORT", "18094"))
MOST = int(os.environ.get("FILINGS_MOST", "800"))        # drafts prepared for each second
SERVICE, FIRST = "autorisation-stage", 500001
ANSWERS = {"nom": "MESURE", "prenoms": "Essai", "telephone": "97000001", "ecole": "Université de Parakou", "niveau": "master", "specialite": "Archivistique",
           "debut": "4 janvier 2027", "mois": "3", "lettre": "Je voudrais apprendre auprès de vous, pendant trois mois."}
PEOPLE = """with who as (
	insert into base.persons (family_name, given_names) select 'MESURE', 'Essai ' || n from generate_series(1, {n}) n returning person_id
), numbered as (
	select person_id, row_number() over (order by person_id) - 1 as n from who
), session as (
	insert into base.sessions (token_hash, person_id, person_name, permission_bits, ranks, second_factor, seen_at, idle, expires_at, device)
	select sha256(decode(lpad(({first} + n)::text, 64, '0'), 'hex')), person_id, 'Mesure', 1 | 1 << 13, '{{}}', true, now() + interval '1 day', '10 days', now() + interval '10 days', 'measure'
	from numbered returning 1
)
insert into requests.drafts (person_id, service_id, form_code, form_revision, answers)
select n.person_id, s.service_id, s.code, (select max(f.revision) from services.forms f where f.form_code = s.code), '{answers}' from numbered n, services.services s where s.code = '{service}'"""


def form_token(session):
    """With a mask of zeros (src/app/csrf.c)."""
    return "00" * 16 + hashlib.blake2b(b"guichet form token\0", digest_size=16, key=session.encode()).hexdigest()


class Quiet(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


def again(port, path, session, token, key):
    """Where the same form leads when it comes once more."""
    body = urllib.parse.urlencode({"_jeton": token, "_cle": key, "accord": "oui"}).encode()
    asked = urllib.request.Request(f"http://127.0.0.1:{port}{path}", body, {"Cookie": "guichet=" + session, "Sec-Fetch-Site": "same-origin"})
    try:
        return urllib.request.build_opener(Quiet).open(asked, timeout=20).headers["Location"]
    except urllib.error.HTTPError as answer:
        return answer.headers["Location"]


def measure(binary, cluster, seconds=60, connections=16):
    path = f"/demarches/{SERVICE}/demande/deposer"
    with Copy(cluster, "filings_bench") as copy:
        ask = copy.ask_many
        n = seconds * MOST
        ask("delete from base.sessions where device = 'measure';" + PEOPLE.format(n=n, first=FIRST, service=SERVICE, answers=json.dumps(ANSWERS, ensure_ascii=False)))
        ask("vacuum analyze base.persons, base.sessions, requests.drafts")
        before = int(ask("select count(*) from requests.requests"))
        lines = [(f"{FIRST + i:064d}", form_token(f"{FIRST + i:064d}"), str(uuid.uuid4())) for i in range(n)]
        listed = os.path.join(cluster.folder, "filings.txt")
        with open(listed, "w", encoding="utf-8") as file:
            file.writelines(" ".join(line) + "\n" for line in lines)
        server = copy.serve(binary, PORT)
        try:
            used = server.cpu(), cluster.cpu()
            out = run(["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--timeout", "20s", "-s", os.path.join(HERE, "filings.lua"),
                       f"http://127.0.0.1:{PORT}{path}", "--", listed])
            used = server.cpu() - used[0], cluster.cpu() - used[1]
            said = json.loads(out[out.index("RESULT ") + 7:].splitlines()[0])
            if said["errors"] or said["requests"] + connections > n:
                raise SystemExit(f"wrk: {out}\nsee {server.log}; {n} drafts were prepared (FILINGS_MOST)")
            places = [again(PORT, path, *line) for line in lines[:20]]
            filed, numbers, people, audited, steps, events = map(int, ask(f"""with made as (select r.* from requests.requests r join base.persons p using (person_id) where p.family_name = 'MESURE')
                select count(*) || ' ' || count(distinct number) || ' ' || count(distinct person_id)
                    || ' ' || (select count(*) from base.audit a join made m on a.object = 'demande ' || m.number where a.verb = 'depot' and a.person_id = m.person_id)
                    || ' ' || (select count(*) from requests.steps s join made using (request_id) where s.step_no = 1)
                    || ' ' || (select count(*) from requests.events e join made using (request_id) where e.what_code = 'depot') from made""").split())
            # wrk leaves with its last answers on their way: they are filed, and nobody counted them
            once = filed == numbers == people == audited == steps == events and said["requests"] <= filed <= said["requests"] + 2 * connections
            same = all(place and place.startswith("/suivi/depot?numero=REQ") for place in places) and len(set(places)) == 20
            if not once or not same or int(ask("select count(*) from requests.requests")) != before + filed:
                raise SystemExit(f"{said['requests']} answered; {filed} filed, {numbers} numbers, {people} people, {audited} audited, {steps} paths, {events} begun; again: {places[:3]}")
            return {"filings_per_second": said["requests"] / said["seconds"], "p50_ms": said["p50"] / 1000, "p99_ms": said["p99"] / 1000, "seconds": said["seconds"],
                    "filed": filed, "connections": connections, "web_us": used[0] / filed * 1e6, "base_us": used[1] / filed * 1e6}
        finally:
            server.stop()


if __name__ == "__main__":
    found = measure(sys.argv[1], Cluster(sys.argv[2], 1), *map(int, sys.argv[3:5]))
    print(json.dumps(found, indent="\t"))
    sys.exit(0 if found["filings_per_second"] >= 200 else 1)
