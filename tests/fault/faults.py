#!/usr/bin/env python3
"""Faults done to a running portal, and what must hold all the same: nothing acknowledged is lost, nothing acts twice, the
daemon lives. Called by run.sh; each phase can be asked alone:    faults.py [database|kill-database|doubt|once|stop|kill|disk|slow] …

Ends with "N passed, N failed"."""
import os
import pathlib
import random
import re
import secrets
import shutil
import socket
import subprocess
import sys
import threading
import time
import uuid

import clients
from clients import Desk, Link, Load
from portal import LOG, VAR, Cluster, Hold, Portal, sql
from proxy import Proxy

passed = failed = 0
began = time.monotonic()


def check(name, right, detail=""):
    global passed, failed
    passed, failed = passed + bool(right), failed + (not right)
    print(f"{'ok' if right else 'not ok'} - {name}{f' ({detail})' if detail != '' else ''}", flush=True)


def oracle(desk, name):
    acknowledged, lost, strange, doubled = desk.verdict()
    check(f"{name}: nothing acknowledged is lost", lost == 0 and acknowledged > 0, f"{acknowledged} acknowledged, {lost} lost")
    check(f"{name}: nothing was done twice or without being sent", doubled == 0 and strange == 0, f"{doubled} twice, {strange} unknown")


def only(load, *good):
    return set(load.statuses) <= set(good)


# ---- the database goes away and comes back ----

def database(portal, desk, cluster, name, faults):
    """`faults`: functions that break the database and give the moment when it took connections again."""
    pid, worst = portal.process.pid, 0
    with Load(desk) as load:
        time.sleep(0.5)
        for fault in faults:
            worst = max(worst, load.recovered(fault()))
            time.sleep(1)
    asked = sum(load.statuses.values())
    check(f"{name}: the same daemon serves on", portal.alive() and portal.process.pid == pid)
    check(f"{name}: pages, receipts, or 503 in words; never 500", only(load, 200, 303, 503) and asked > 100, dict(load.statuses))
    check(f"{name}: back within 5 s, each time", worst <= 5, f"worst {worst:.2f} s")
    check(f"{name}: no connection of a client broke, no form was given up", load.breaks == 0 and load.given_up == 0,
          f"{load.breaks} broke, {load.given_up} given up")
    oracle(desk, name)


def database_restarts(portal, desk, cluster):
    for how in ("fast", "immediate"):
        database(portal, desk, cluster, f"restart -m {how} x 5", [lambda how=how: cluster.restart(how)] * 5)


def database_killed(portal, desk, cluster):
    def kill():
        cluster.kill()
        return cluster.start()
    database(portal, desk, cluster, "kill -9 of the postmaster x 3", [kill] * 3)


# ---- exactly once over a bad network ----

def one_submission(desk, proxy, chance, key, target, lengths):
    """Tried up to eight times under its key, the first time always cut. The tries that were needed, None when all failed."""
    for turn in range(8):
        if turn == 0 or (turn < 5 and chance.random() < 0.4):
            proxy.cut_next(chance, *lengths)
        link = Link(desk.portal, desk.token, port=proxy.port, timeout=0.5)
        try:
            status = desk.post(link, key, target)
            if status == 303:
                return turn + 1
            return None
        except OSError:
            continue
        finally:
            link.close()
            proxy.plan = None
    return None


def exactly_once(portal, desk, cluster):
    proxy, chance, count = Proxy(portal.port), random.Random(20260301), 300
    before, keys, tries = desk.verdict()[0], [], []
    lengths = (520, 700)                 # bytes of such a request, of its answer: cuts fall in all of both
    for n in range(count):
        keys.append(str(uuid.uuid4()))
        tries.append(one_submission(desk, proxy, chance, keys[-1], desk.targets[n % len(desk.targets)], lengths))
    proxy.close()
    there = desk.written() & set(keys)
    check(f"{count} forms, each cut at a random byte and sent again: all acknowledged", None not in tries,
          f"{sum(t or 8 for t in tries)} tries, {proxy.cuts} cuts, {tries.count(None)} given up")
    check("the network was bad", proxy.cuts >= count // 2 and max(t or 0 for t in tries) >= 3, f"at most {max(t or 0 for t in tries)} tries")
    check(f"exactly {count} rows", len(there) == count and desk.verdict()[0] - before == count, len(there))
    oracle(desk, "bad network")
    key_means_one_form(portal, desk)
    receipts(portal, desk)


def key_means_one_form(portal, desk):
    link, key = Link(portal, desk.token), str(uuid.uuid4())
    first = desk.post(link, key, desk.targets[0])
    check("the same key for another form: 409", (first, desk.post(link, key, desk.targets[1])) == (303, 409))
    check("the same key in another person's hands is another key", other_person(portal, key, desk) == 303)
    oracle(desk, "key reused")
    link.close()


def other_person(portal, key, desk):
    token, _ = clients.session("Autre", 0b10000001)
    link = Link(portal, token)
    fields = link.hidden(desk.targets[0], desk.targets[0] + "/sessions")
    status = link.ask("POST", desk.targets[0] + "/sessions", clients.urllib.parse.urlencode({**fields, "_cle": key}))[0]
    link.close()
    return status


def receipts(portal, desk):
    """A clerk opens a file; the answer says where it is, however often the form comes."""
    token, person = clients.session("Clerc", 0b1001)
    link = Link(portal, token)
    place = link.ask("POST", "/agents", clients.urllib.parse.urlencode({**link.hidden("/agents", "/agents"), "q": "a"}))[1].get("location", "/agents")
    agents = list(dict.fromkeys(re.findall(r'href="(/agents/[0-9A-Z]{13})[?"]', link.ask("GET", place)[2])))[:10]
    same, other = 0, 0
    for agent in agents:
        fields = {**link.hidden(agent + "/motif", agent), "motif": "autre", "precision": "Essai de panne"}
        body = clients.urllib.parse.urlencode(fields)
        answers = [link.ask("POST", agent, body) for _ in range(3)]
        same += len({(s, h.get("location")) for s, h, _ in answers}) == 1 and answers[0][0] == 303 and answers[0][1]["location"].startswith(agent)
        other += link.ask("POST", agent, clients.urllib.parse.urlencode({**fields, "precision": "Un autre motif"}))[0] == 409
    many = int(sql(f"select count(*) from base.consultations where viewer_id = {person}"))
    check("the same receipt each time a form comes again", len(agents) == 10 and same == 10, f"{same} of {len(agents)}")
    check("another reason under the same key: 409", other == len(agents), other)
    check("one consultation each", many == len(agents), many)
    places = {place for key in desk.acknowledged for place in desk.acknowledged[key]}
    check("every acknowledgement leads to the account it is about", all(p.split("?")[0] in desk.targets for p in places), sorted(places)[:3])
    link.close()


# ---- the daemon is stopped, killed ----

def stops(portal, desk, cluster):
    times, statuses, halves, unsaid, resets = [], [], [], 0, 0
    for n in range(5):
        with Load(desk, writers=4, readers=3, pause=0.002, insist=1, keep=n % 2 == 0) as load:
            time.sleep(1)
            took, status = portal.end()
            load.stopping.set()
        times.append(took)
        statuses.append(status)
        halves += load.halves
        resets += load.breaks
        unsaid += len(desk.written() - set(desk.acknowledged))
        check(f"SIGTERM {n + 1}: pages and receipts until the end", only(load, 200, 303) and load.statuses[303] > 20, dict(load.statuses))
        portal.start()
    check("SIGTERM x 5 under load: ends within 10 s", max(times) <= 10, f"worst {max(times):.2f} s")
    check("exit status 0 each time", statuses == [0] * 5, statuses)
    check("no answer was cut", not halves, halves[:2])
    check("whatever was done was answered", unsaid == 0, f"{unsaid} done and not answered; {resets} tries found the door closed")
    oracle(desk, "SIGTERM")
    slow_stop(portal, desk)


def waiting(portal, desk, writers, seconds):
    """SIGTERM while PostgreSQL keeps `writers` forms waiting: (how many were acknowledged, broke, seconds, status)."""
    before = len(desk.acknowledged)
    load = Load(desk, writers=writers, readers=0, insist=0)
    with Hold("base.idempotency", seconds):
        for thread in load.threads:
            thread.start()
        time.sleep(0.5)
        load.stopping.set()                    # each is in its one form
        took, status = portal.end(within=60)
        load.stop()
    portal.start()
    return len(desk.acknowledged) - before, load.breaks, took, status


def slow_stop(portal, desk):
    """Forms that PostgreSQL keeps waiting when the signal comes are answered all the same; but not for ever."""
    made, broke, took, status = waiting(portal, desk, 6, 2.5)
    check("forms that were waiting when the signal came are answered", made == 6 and broke == 0, f"{made} of 6, {broke} broke")
    check("and then it ends, with status 0", status == 0 and 1 < took <= 10, f"{took:.2f} s, status {status}")
    made, broke, took, status = waiting(portal, desk, 30, 60)
    check("a database that does not answer does not hold the stop longer than 10 s", status is not None and took <= 11, f"{took:.2f} s, status {status}")
    oracle(desk, "slow stop")


def kills(portal, desk, cluster):
    worst = 0
    before = len(desk.acknowledged)
    with Load(desk, writers=8, readers=2, pause=0) as load:
        for _ in range(5):
            time.sleep(random.uniform(0.5, 1.5))
            portal.end(9)
            worst = max(worst, portal.start())
        time.sleep(0.5)
    made = len(desk.acknowledged) - before
    check("kill -9 of the daemon x 5: serves again within 3 s", worst <= 3, f"worst {worst:.2f} s")
    check("under at least 50 writes a second", made >= 250, f"{made} acknowledged")
    check("pages, receipts; never 500", only(load, 200, 303, 503), dict(load.statuses))
    check("every form was acknowledged in the end", load.given_up == 0, load.given_up)
    oracle(desk, "kill -9")


# ---- no room on the disk ----

def upload(portal, token, jeton, text):
    edge = "edge" + secrets.token_hex(8)
    body = "".join(f'--{edge}\r\nContent-Disposition: form-data; name="{n}"\r\n\r\n{v}\r\n'
                   for n, v in (("_jeton", jeton), ("_cle", str(uuid.uuid4())), ("nature", "personnel")))
    body += f'--{edge}\r\nContent-Disposition: form-data; name="fichier"; filename="liste.csv"\r\nContent-Type: text/csv\r\n\r\n{text}\r\n--{edge}--\r\n'
    link = Link(portal, token, timeout=30)
    try:
        return link.ask("POST", "/imports", body.encode(), f"multipart/form-data; boundary={edge}")
    except OSError as error:
        return 0, {}, repr(error)
    finally:
        link.close()


def sheet(kilobytes):
    head = "Matricule;Nom;Prénoms;Sexe;Date de naissance\r\n"
    line = f"F{secrets.token_hex(4)};ADJOVI;Koffi;M;03/03/1985\r\n"
    return head + line * (kilobytes * 1024 // len(line))


def small_disk():
    """(words that start the daemon with a full-able VAR, whether it is a disk). Without the right to mount: a limit on each file."""
    small = pathlib.Path(VAR) / "small"
    small.mkdir(exist_ok=True)
    for unshare in (["unshare", "-m"], ["unshare", "-Urm"]):
        mount = [*unshare, "sh", "-c", f'mount -t tmpfs -o size=3m none "{small}" && exec "$@"', "sh"]
        if shutil.which("unshare") and subprocess.run([*mount, "true"], capture_output=True).returncode == 0:
            return small, mount, True
    return small, ["sh", "-c", 'trap "" XFSZ; exec prlimit --fsize=1048576 "$@"', "sh"], False


def disk(portal, desk, cluster):
    small, wrap, is_disk = small_disk()
    print("# " + ("a disk of 3 MB" if is_disk else "no right to mount: files of at most 1 MB (RLIMIT_FSIZE) stand for a full disk"))
    cramped = Portal(small, wrap)
    cramped.start()
    token, _ = clients.session("Importeur", 0b100001)
    link = Link(cramped, token)
    jeton = link.hidden("/imports/nouveau", "/imports")["_jeton"]
    inside = pathlib.Path(f"/proc/{cramped.process.pid}/root{small}")
    status, headers, text = upload(cramped, token, jeton, sheet(300))
    check("a file that fits is taken", status == 303, status)
    status, headers, text = upload(cramped, token, jeton, sheet(8000))
    check("a file that the disk cannot hold: 503 in words, with Retry-After", status == 503 and "retry-after" in headers and "<h1" in text, status)
    if is_disk:
        room = shutil.disk_usage(inside).free
        with open(inside / "ballast", "wb") as ballast:
            ballast.write(b"\0" * max(0, room - 40 * 1024))
        status, headers, text = upload(cramped, token, jeton, sheet(200))
        check("a file whose bytes came but cannot be kept: 503 in words", status == 503 and "<h1" in text, status)
        check("no half file is left", not [f for f in (inside / "files").rglob("*") if f.is_file() and (f.name.startswith("new-") or len(f.name) != 64)])
        check("pages and forms go on", link.ask("GET", "/")[0] == 200 and link.ask("GET", "/imports")[0] == 200)
        (inside / "ballast").unlink()
        status, headers, text = upload(cramped, token, jeton, sheet(200))
        check("room again: taken again", status == 303, status)
    with socket.create_connection(("127.0.0.1", cramped.port), timeout=10) as s:
        s.sendall(f"POST /imports HTTP/1.1\r\nHost: {cramped.host}\r\nOrigin: {cramped.origin}\r\nCookie: guichet={token}\r\n"
                  f"Content-Type: multipart/form-data; boundary=e\r\nContent-Length: {300 << 20}\r\n\r\n".encode())
        check("more than the route takes: 413, at once", s.recv(4096).startswith(b"HTTP/1.1 413"))
    check("the daemon lives", cramped.alive() and cramped.healthy())
    check("and stops in order", cramped.end()[1] == 0)
    link.close()


# ---- people who are slow on purpose ----

def slow(portal, desk, cluster):
    began, hosts = time.monotonic(), f"Host: {portal.host}\r\n".encode()
    sockets = {}
    for n in range(500):
        s = socket.create_connection(("127.0.0.1", portal.port))
        s.sendall(b"GET / HTTP/1.1\r\n" + hosts if n < 400 else b"POST /connexion HTTP/1.1\r\n" + hosts +
                  f"Origin: {portal.origin}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 50000\r\n\r\n".encode())
        s.setblocking(False)
        sockets[s] = n < 400
    waits, closed, statuses = [], {True: [], False: []}, set()
    link = Link(portal, desk.token)
    while sockets and time.monotonic() - began < 70:
        for s in list(sockets):
            try:
                while True:
                    data = s.recv(4096)
                    if not data:
                        raise ConnectionResetError
            except BlockingIOError:
                pass
            except OSError:
                closed[sockets.pop(s)].append(time.monotonic() - began)
                s.close()
                continue
            try:
                s.send(b"a")
            except OSError:
                pass
        for path in ("/", "/compte"):
            asked = time.monotonic()
            statuses.add(link.ask("GET", path)[0])
            waits.append(time.monotonic() - asked)
        statuses.add(desk.post(link, str(uuid.uuid4()), desk.targets[0]))
        time.sleep(1)
    for s in sockets:
        s.close()
    waits.sort()
    check("400 slow headers are closed within 15 s", len(closed[True]) == 400 and max(closed[True]) <= 15, f"{len(closed[True])}, last {max(closed[True] or [0]):.1f} s")
    check("100 slow bodies are closed within 60 s", len(closed[False]) == 100 and max(closed[False]) <= 60, f"{len(closed[False])}, last {max(closed[False] or [0]):.1f} s")
    check("honest people are served meanwhile", statuses == {200, 303} and waits[len(waits) * 99 // 100] <= 1, f"{sorted(statuses)}, p99 {waits[len(waits) * 99 // 100]:.3f} s")
    oracle(desk, "slow clients")
    link.close()


# ---- a commit in doubt ----

def reload(standbys):
    sql(f"alter system set synchronous_standby_names = '{standbys}'")
    sql("select pg_reload_conf()")
    time.sleep(0.3)


def count_waiting():
    return int(sql("select count(*) from pg_stat_activity where wait_event = 'SyncRep'"))


def pages(portal, token, count):
    """The statuses of so many pages, None where none came within three seconds."""
    statuses = []
    for _ in range(count):
        link = Link(portal, token, timeout=3)
        try:
            statuses.append(link.ask("GET", "/")[0])
        except OSError:
            statuses.append(None)
        link.close()
    return statuses


def doubt(portal, desk, cluster):
    """No standby is there: a commit waits. An administrator who cancels it makes PostgreSQL say "done" with a warning, and no
    standby has it: that is no acknowledgement (never say "recorded" on an unknown)."""
    key, link, said = str(uuid.uuid4()), Link(portal, desk.token), []
    idle = clients.session("Absent", 1)[0]
    sql("update base.sessions set seen_at = now() - interval '5 minutes' where person_name = 'Faute Absent'")
    reload("nobody")
    try:
        asking = threading.Thread(target=lambda: said.append(desk.post(link, key, desk.targets[0])), daemon=True)
        asking.start()
        time.sleep(1)
        check("no standby: the form is not acknowledged", not said and count_waiting() == 1, (said, count_waiting()))
        check("no standby: pages go on", pages(portal, desk.token, 3) == [200] * 3)
        check("no standby: pages go on for sessions that were not used for a while", (got := pages(portal, idle, 9)) == [200] * 9, got)
        sql("select pg_cancel_backend(pid) from pg_stat_activity where wait_event = 'SyncRep'")
        asking.join(15)
        check("a commit that was cancelled while it waited is not acknowledged: 503", said == [503], said)
        again = []
        asking = threading.Thread(target=lambda: again.append(desk.post(Link(portal, desk.token), key, desk.targets[0])), daemon=True)
        asking.start()
        asking.join(2)
        check("nor is the same form sent again, as long as no standby is there", 303 not in again, again)
    finally:
        reload("")
    asking.join(20)
    check("once commits are safe again the form is acknowledged", desk.post(Link(portal, desk.token), key, desk.targets[0]) == 303)
    oracle(desk, "commit in doubt")
    link.close()


def oracle_can_fail(desk):
    """A check that cannot fail is no check."""
    lost, strange = str(uuid.uuid4()), str(uuid.uuid4())
    desk.acknowledged[lost] = ["/"]
    sql(f"insert into base.idempotency (owner_id, key, body_hash) values ({desk.person}, '{strange}', '')")
    sql(f"insert into base.audit (person_id, verb) values ({desk.person}, 'session.fin'), ({desk.person}, 'session.fin')")
    check("the oracle sees what is lost, strange and doubled", desk.verdict()[1:] == (1, 1, 1), desk.verdict())
    del desk.acknowledged[lost]
    sql(f"delete from base.idempotency where key = '{strange}'")
    sql(f"delete from base.audit where audit_id in (select audit_id from base.audit where person_id = {desk.person} order by audit_id desc limit 2)")


PHASES = {"database": database_restarts, "kill-database": database_killed, "doubt": doubt, "once": exactly_once,
          "stop": stops, "kill": kills, "disk": disk, "slow": slow}


def main():
    wanted = sys.argv[1:] or list(PHASES)
    portal, cluster = Portal(), Cluster()
    portal.start()
    desk = Desk(portal, os.environ.get("FAULT_JOURNAL", str(pathlib.Path(VAR) / "journal.tsv")))
    with Load(desk):
        time.sleep(1)
    oracle_can_fail(desk)
    files, memory = portal.descriptors(), portal.resident()
    try:
        for name in wanted:
            print(f"== {name} ({time.monotonic() - began:.0f} s)", flush=True)
            PHASES[name](portal, desk, cluster)
        time.sleep(3)                       # connections that linger are read for two seconds
        check("descriptors are back where they were", portal.descriptors() <= files + 4, f"{files} then {portal.descriptors()}")
        check("memory too", portal.resident() <= 1.5 * memory + 32, f"{memory:.0f} then {portal.resident():.0f} MB")
        check("healthy at the end", portal.healthy())
        check("ends with status 0", portal.end()[1] == 0)
    finally:
        if portal.alive():
            portal.end(9)
    log = open(LOG, encoding="utf-8", errors="replace").read()
    bad = re.findall(r'^.*(?:"code":"(?:42|22P02|XX)|Sanitizer|runtime error|prepare_failed).*$', log, re.M)
    check("no line of the log tells of a defect", not bad, bad[:3])
    check("no request was answered 500", not re.search(r'"status":50[01]', log))
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


main()
