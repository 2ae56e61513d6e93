#!/usr/bin/env python3
"""How long baskets take, with a million requests (tests/load/requests.sql): percentiles of whole pages over HTTP, one person after the other. Works on
a copy of the database, dropped at the end.

    requests.py BINARY FOLDER [REQUESTS] [ROUNDS]      FOLDER of a cluster with demo data; prints JSON"""
import hashlib
import html
import http.client
import json
import os
import re
import secrets
import sys
import time

from measure import HERE, Cluster, Copy, run

PORT = int(os.environ.get("BENCH_PORT", "18095"))
PAGES = [("everything, new", "all", "/corbeilles"), ("everything, by filing", "all", "/corbeilles?corbeille=valider&tri=depot"),
         ("everything, over", "all", "/corbeilles?corbeille=finalisees"), ("everything, forty pages on", "all", None),
         ("a directorate, to sign", "one", "/corbeilles?corbeille=signer"), ("a directorate, one service", "one", "/corbeilles?corbeille=valider&service=copie-actes"),
         ("a directorate, late", "one", "/corbeilles?corbeille=valider&retard=oui")]
MOST_MS = 50


class Asker:
    """One connection that stays open, as one of two people."""

    def __init__(self, ask):
        one = ask("select int4multirange(int4range(rank, last_rank, '[]'))::text from base.structures where code = 'DGFP'")
        self.tokens = {"all": self.session(ask, "{[0,1000000)}"), "one": self.session(ask, one)}
        self.connection = http.client.HTTPConnection("127.0.0.1", PORT)

    @staticmethod
    def session(ask, reach):
        token = secrets.token_hex(32)
        ask(f"""with p as (insert into base.persons (family_name) values ('MESURE') returning person_id)
            insert into base.sessions (token_hash, person_id, person_name, permission_bits, ranks, second_factor, idle, expires_at)
            select '\\x{hashlib.sha256(bytes.fromhex(token)).hexdigest()}', person_id, 'Mesure', {1 << 14 | 1}, '{reach}', true, '1 day', now() + interval '1 day' from p""")
        return token

    def get(self, who, path):
        self.connection.request("GET", path, headers={"Host": f"127.0.0.1:{PORT}", "Cookie": "guichet=" + self.tokens[who]})
        answer = self.connection.getresponse()
        text = answer.read().decode()
        if answer.status != 200:
            raise SystemExit(f"{path}: {answer.status}")
        return text

    def far(self):
        path = "/corbeilles?corbeille=valider"
        for _ in range(40):                                  # by the link of each page
            path = html.unescape(re.search(r'href="(/corbeilles\?[^"]*suite=[^"]*)"', self.get("all", path))[1])
        return path


def measure(binary, cluster, requests=1000000, rounds=300):
    with Copy(cluster, "requests_bench") as copy:
        began = time.monotonic()
        run(["psql", copy.admin, "-Xq", "-v", f"n={requests}", "-f", os.path.join(HERE, "requests.sql")])
        loaded = time.monotonic() - began
        server = copy.serve(binary, PORT)
        try:
            asker, pages = Asker(copy.ask_many), {}
            for name, who, path in PAGES:
                path, took = path or asker.far(), []
                for _ in range(rounds):
                    at = time.perf_counter()
                    asker.get(who, path)
                    took.append((time.perf_counter() - at) * 1000)
                took.sort()
                pages[name] = {"p50_ms": took[len(took) // 2], "p99_ms": took[max(0, int(len(took) * 0.99) - 1)]}
            return {"requests": int(copy.ask("select count(*) from requests.requests")), "load_seconds": loaded, "pages": pages,
                    "p99_ms": max(p["p99_ms"] for p in pages.values())}
        finally:
            server.stop()


if __name__ == "__main__":
    found = measure(sys.argv[1], Cluster(sys.argv[2], 1), *map(int, sys.argv[3:5]))
    print(json.dumps(found, indent="\t"))
    sys.exit(0 if found["p99_ms"] <= MOST_MS else 1)
