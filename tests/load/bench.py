"""The measurements of `make bench`, in alternation; tests/load/bench.sh has prepared what they need.

usage: bench.py BINARY NATIONAL SMALL NODE (folders of the two clusters and of the peer)"""
import hashlib
import json
import os
import statistics
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid

import acts
import country_pensions
import filings
import pension_batch
import report
import requests
import segment
from measure import FIRST, HERE, Cluster, Server, memory_of, pgbench, settle, wrk

QUICK = os.environ.get("QUICK", "") not in ("", "0")
ROUNDS = int(os.environ.get("ROUNDS", "1" if QUICK else "5"))
LENGTH = int(os.environ.get("LENGTH", "2" if QUICK else "4"))
LEVELS = [16, 64, 256, 1000]
PORT = int(os.environ.get("BENCH_PORT", "18080"))
PAGE, FORM = "/carriere", "/compte/sessions/fin"
# What each service promises, measured on a copy of the national database.
SERVICES = {"acts": acts.measure, "requests": requests.measure, "filings": filings.measure, "country": country_pensions.measure,
            "pensions": pension_batch.measure}
CLERK = 1


def say(*words):
    print(*words, file=sys.stderr, flush=True)


def middle(runs, key):
    return statistics.median(run[key] for run in runs)


def medians(runs):
    return {key: middle(runs, key) for key in runs[0]}


def ratio(runs, others, key="rate"):
    """Median of the ratios of measurements that stood side by side."""
    return statistics.median(run[key] / other[key] for run, other in zip(runs, others))


def daemon(binary, cluster, port=PORT):
    return Server([binary, "serve"], port, os.path.join(cluster.folder, "daemon.log"), GUICHET_DSN=cluster.dsn, PORT=str(port),
                  GUICHET_ORIGIN=f"http://127.0.0.1:{port}", GUICHET_METRICS_PORT="0", GUICHET_VAR=cluster.folder, GUICHET_DEMO="0")


def settled(binary, cluster):
    server = daemon(binary, cluster)
    try:
        settle(cluster.ask)
    finally:
        server.stop()
    cluster.ask("vacuum analyze")


def peer(folder, cluster, data, port):
    cluster.run_file("peer/role.sql")
    host = dict(word.split("=", 1) for word in cluster.dsn.split())["host"]
    return Server(["node", os.path.join(folder, "server.js")], port, os.path.join(cluster.folder, "peer.log"), PORT=str(port),
                  PEER_HOST=host, PEER_DATA=data, NODE_ENV="production")


def form_token(number):
    """The token of a session's forms, with a mask of zeros (src/app/csrf.c)."""
    return "00" * 16 + hashlib.blake2b(b"guichet form token\0", digest_size=16, key=f"{number:064d}".encode()).hexdigest()


class Quiet(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


def post(server, path, number, **fields):
    """Status and Location of a posted form."""
    body = urllib.parse.urlencode({"_jeton": form_token(number), "_cle": str(uuid.uuid4()), **fields}).encode()
    asked = urllib.request.Request(f"http://127.0.0.1:{server.port}{path}", body,
                                   {"Cookie": f"guichet={number:064d}", "Sec-Fetch-Site": "same-origin"})
    try:
        with urllib.request.build_opener(Quiet).open(asked, timeout=20) as answer:
            return answer.status, answer.headers["Location"]
    except urllib.error.HTTPError as answer:
        return answer.code, answer.headers["Location"]


def best_clients(cluster, page):
    """The limit is the most that pgbench can: with how many connections, this machine says."""
    return max([2, 3, 4, 8], key=lambda clients: statistics.median(pgbench(cluster, page, clients, 2)["rate"] for _ in range(3)))


def measure_pages(servers, cluster, page, clients):
    """Each round: pgbench, then every server, at each number of connections."""
    found = {name: {level: [] for level in LEVELS} for name in ["limit", *servers]}
    for turn in range(ROUNDS):
        for level in LEVELS:
            found["limit"][level].append(pgbench(cluster, page, clients, LENGTH))
            for name, server in servers.items():
                found[name][level].append(wrk(server, cluster, PAGE, level, LENGTH))
            say(f"  round {turn + 1}, {level} connections:", *[f"{name} {runs[level][-1]['rate']:.0f}/s" for name, runs in found.items()])
    return {name: {level: {**medians(runs), "ratio": ratio(runs, found["limit"][level]),
                           "beside": ratio(found["guichet"][level], runs), "cost": ratio(found["guichet"][level], runs, "base")}
                   for level, runs in levels.items()} for name, levels in found.items()}


def measure_variants(server, cluster):
    """Beside the plain page at 64 connections: compressed as every browser asks, and with sessions owed a touch."""
    plain, packed, touched = [], [], []
    for _ in range(ROUNDS):
        plain.append(wrk(server, cluster, PAGE, 64, LENGTH))
        packed.append(wrk(server, cluster, PAGE, 64, LENGTH, gzip=True))
        cluster.ask("update base.sessions set seen_at = now() - interval '2 minutes' where device = 'measure'")
        touched.append(wrk(server, cluster, PAGE, 64, LENGTH))
        cluster.ask("update base.sessions set seen_at = now() + interval '1 day' where device = 'measure'")
        cluster.ask("vacuum base.sessions")
    return {"plain": medians(plain), "gzip": medians(packed), "touch": medians(touched)}


def latency(server, times=40):
    took = []
    for i in range(times):
        began = time.monotonic()
        server.get(PAGE, FIRST + i)
        took.append((time.monotonic() - began) * 1000)
    return {"p50": statistics.median(took), "most": max(took)}


def measure_memory(binary, cluster):
    """A daemon of its own: started, loaded, with silent connections, after them. Megabytes."""
    server = daemon(binary, cluster)
    try:
        found = {"start": server.memory(), "load": 0.0}
        for level in [64, 1000]:
            found["load"] = max(found["load"], wrk(server, cluster, PAGE, level, LENGTH)["memory"])
        time.sleep(2)                       # what was queued when the load ended is still worked off
        found["alone"] = latency(server)
        with subprocess.Popen([sys.executable, os.path.join(HERE, "idle.py"), str(server.port), "10000", str(FIRST),
                               str(cluster.sessions), PAGE], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as opener:
            found["idle_count"] = int(opener.stdout.readline())
            time.sleep(1)
            before = server.cpu()
            time.sleep(2)
            found["idle_cpu"] = (server.cpu() - before) / 2 * 100
            found["idle"] = memory_of(server.process.pid)
            found["beside"] = latency(server)
            opener.stdin.close()
            opener.wait()
        time.sleep(2)
        found["after"] = server.memory()
        return found
    finally:
        server.stop()


def measure_growth(binary, small, large):
    """The same page from few and from many agents, all with files of 10 to 15 lines: processor time of everything, a page."""
    servers = [(cluster, daemon(binary, cluster, PORT + 2 + i)) for i, cluster in enumerate([small, large])]
    try:
        runs = [[], []]
        for _ in range(ROUNDS):
            for (cluster, server), kept in zip(servers, runs):
                run = wrk(server, cluster, PAGE, 64, LENGTH)
                kept.append({**run, "total": run["web"] + run["base"]})
        return {"small": {**medians(runs[0]), "agents": small.agents, "lines": small.lines},
                "large": {**medians(runs[1]), "agents": large.agents, "lines": large.lines},
                "ratio": ratio(runs[1], runs[0], "total")}
    finally:
        for _, server in servers:
            server.stop()


def measure_writes(binary, cluster, server):
    def ask(some):
        status, _ = post(some, FORM, FIRST)
        if status != 303:
            raise SystemExit(f"POST {FORM}: {status}, see {some.log}")

    write = segment.capture(cluster, lambda: daemon(binary, cluster, PORT + 2), "write", f"{FIRST:064d}", ask)
    tokens = os.path.join(cluster.folder, "forms.txt")
    with open(tokens, "w", encoding="utf-8") as file:
        file.writelines(form_token(FIRST + i) + "\n" for i in range(cluster.sessions))
    limit, runs = [], []
    for _ in range(ROUNDS):
        limit.append(pgbench(cluster, write, 4, LENGTH))
        runs.append(wrk(server, cluster, FORM, 64, LENGTH, script="forms.lua", words=[tokens]))
    return {"limit": medians(limit), "guichet": medians(runs), "ratio": ratio(runs, limit), "path": FORM,
            "statements": [sql for _, sql, _ in write.statements]}


def measure_search(server, cluster):
    """A clerk of the whole country, one after the other: the form and the list it leads to."""
    names = cluster.ask("select distinct on (hashint8(a.agent_id)) p.family_name, split_part(p.given_names, ' ', 1), a.matricule from "
                        "career.agents a join base.persons p using (person_id) order by hashint8(a.agent_id) limit 60").splitlines()
    people = [line.split("|") for line in names][:10 if QUICK else 60]
    kinds = {"matricule": lambda p: p[2], "name and given name": lambda p: f"{p[0]} {p[1]}", "name": lambda p: p[0],
             "beginning of a name": lambda p: p[0][:4], "name with a letter wrong": lambda p: p[0][:2] + "x" + p[0][3:]}
    found = {}
    for kind, words in kinds.items():
        took = []
        for person in people:
            began = time.monotonic()
            status, location = post(server, "/agents", CLERK, q=words(person))
            if status != 303:
                raise SystemExit(f"POST /agents: {status}, see {server.log}")
            server.get(location, CLERK)
            took.append((time.monotonic() - began) * 1000)
        took.sort()
        found[kind] = {"p50": statistics.median(took), "p99": took[int(0.99 * (len(took) - 1))], "most": took[-1]}
    return found


def routes_of(binary):
    said = subprocess.run([binary, "routes"], check=True, capture_output=True, text=True).stdout
    return {tuple(line.split("\t")[:2]) for line in said.splitlines()}


def main(binary, national, small, node):
    large = Cluster(national, 20000)
    found = {"cluster": {"agents": large.agents, "lines": large.lines, "sessions": large.sessions}, "rounds": ROUNDS, "length": LENGTH}
    routes = routes_of(binary)
    settled(binary, large)
    page = segment.capture(large, lambda: daemon(binary, large), "page", f"{FIRST:064d}", lambda some: some.get(PAGE, FIRST))
    found["statements"] = [sql for _, sql, _ in page.statements]
    say(f"{large.agents} agents, {large.lines} lines; {PAGE} asks {len(page.statements)} statements; {ROUNDS} rounds of {LENGTH} s")
    found["clients"] = best_clients(large, page)
    say(f"pgbench does most with {found['clients']} clients")
    found["memory"] = measure_memory(binary, large)
    servers = {"guichet": daemon(binary, large)}
    try:
        if os.path.isdir(os.path.join(node, "node_modules")) and os.environ.get("PEER", "1") != "0":
            servers["peer"] = peer(node, large, "./data.js", PORT + 1)
            servers["guarded"] = peer(node, large, "./guarded.js", PORT + 2)
        for server in servers.values():
            wrk(server, large, PAGE, 16, 2)
        found["pages"] = measure_pages(servers, large, page, found["clients"])
        for name in [name for name in servers if name != "guichet"]:
            servers.pop(name).stop()
        found["variants"] = measure_variants(servers["guichet"], large)
        if ("POST", FORM) in routes:
            found["writes"] = measure_writes(binary, large, servers["guichet"])
        if ("POST", "/agents") in routes:
            found["search"] = measure_search(servers["guichet"], large)
    finally:
        for server in servers.values():
            server.stop()
    little = Cluster(small, 20000, 10, 15)
    settled(binary, little)
    found["growth"] = measure_growth(binary, little, Cluster(national, 20000, 10, 15))
    failed = []
    for name, measured in SERVICES.items():
        if os.environ.get(name.upper(), "1") != "0":
            say(f"{name} …")
            try:
                found[name] = measured(binary, large)
            except SystemExit as end:                  # the others are still measured and written; the run fails in the end
                say(end)
                failed.append(name)
    with open("build/bench.json", "w", encoding="utf-8") as file:
        json.dump(found, file, indent="\t")
    text = report.results(found, large)
    print(text)
    if not QUICK:
        report.put("docs/performance.md", text)
    if failed:
        raise SystemExit(f"not measured: {', '.join(failed)}")


main(*sys.argv[1:5])
