#!/usr/bin/env python3
"""How long baskets take, with as many requests as the database holds: percentiles of whole pages over HTTP.

    requests.py BASE_URL [ROUNDS]      GUICHET_OWNER_DSN must lead to the database (tests/load/requests.sql fills it)."""
import html
import http.client
import os
import re
import secrets
import hashlib
import subprocess
import sys
import time
import urllib.parse

base = urllib.parse.urlsplit(sys.argv[1])
rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 300


def sql(text):
    return subprocess.run(["psql", "-XAtq", "-d", os.environ["GUICHET_OWNER_DSN"], "-c", text], capture_output=True, text=True, check=True).stdout.strip()


def session(reach):
    token = secrets.token_hex(32)
    person = sql("insert into base.persons (family_name) values ('MESURE') returning person_id")
    sql(f"""insert into base.sessions (token_hash, person_id, person_name, permission_bits, ranks, second_factor, idle, expires_at)
        values ('\\x{hashlib.sha256(bytes.fromhex(token)).hexdigest()}', {person}, 'Mesure', {1 << 14 | 1}, '{reach}', true, '1 day', now() + interval '1 hour')""")
    return token


print("requests:", sql("select count(*) from requests.requests"))
every = session("{[0,1000000)}")
one = session(sql("select int4multirange(int4range(rank, last_rank, '[]'))::text from base.structures where code = 'DGFP'"))
worst = 0
for name, token, path in [("tout, nouvelles", every, "/corbeilles"), ("tout, à valider, dépôt", every, "/corbeilles?corbeille=valider&tri=depot"), ("tout, finalisées", every, "/corbeilles?corbeille=finalisees"),
                          ("tout, à valider, loin", every, "far"), ("DGFP, à signer", one, "/corbeilles?corbeille=signer"),
                          ("DGFP, une démarche", one, "/corbeilles?corbeille=valider&service=copie-actes"), ("DGFP, en retard", one, "/corbeilles?corbeille=valider&retard=oui")]:
    connection = http.client.HTTPConnection(base.hostname, base.port)
    times = []
    if path == "far":                                     # forty pages on, by the link of each page
        path = "/corbeilles?corbeille=valider"
        for _ in range(40):
            connection.request("GET", path, headers={"Host": base.netloc, "Cookie": "guichet=" + token})
            path = html.unescape(re.search(r'href="(/corbeilles\?[^"]*suite=[^"]*)"', connection.getresponse().read().decode())[1])
    for _ in range(rounds):
        began = time.perf_counter()
        connection.request("GET", path, headers={"Host": base.netloc, "Cookie": "guichet=" + token})
        answer = connection.getresponse()
        answer.read()
        times.append((time.perf_counter() - began) * 1000)
        assert answer.status == 200, answer.status
    times.sort()
    p99 = times[int(len(times) * 0.99) - 1]
    worst = max(worst, p99)
    print(f"{name:28} median {times[len(times) // 2]:6.1f} ms   p99 {p99:6.1f} ms")
print(f"worst p99 {worst:.1f} ms (target 50)")
sys.exit(0 if worst <= 50 else 1)
