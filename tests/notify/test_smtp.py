#!/usr/bin/env python3
"""Delivery of the outbox, black box: `guichet work` against a real SMTP server (smtp.mjs) and a database of its own.

    test_smtp.py BASE_URL VAR_DIR      (both unused: the pages have no part in this)

Reads GUICHET_DSN and GUICHET_OWNER_DSN (a role that may create databases). Prints "N passed, N failed"."""
import json
import os
import pathlib
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
BINARY = os.environ.get("GUICHET_BINARY", str(ROOT / "build/asan/guichet"))
DATABASE = f"guichet_notify_{os.getpid()}"
SERVER = os.environ["GUICHET_DSN"]
OWNER = os.environ["GUICHET_OWNER_DSN"]
HERE = re.sub(r"dbname=\S+", f"dbname={DATABASE}", SERVER)
HERE_OWNER = re.sub(r"dbname=\S+", f"dbname={DATABASE}", OWNER)
LOG = tempfile.NamedTemporaryFile("w+", prefix="guichet-notify-", suffix=".log")
passed = failed = 0


def check(name, good, detail=""):
    global passed, failed
    if good:
        passed += 1
        print(f"ok - {name}", flush=True)
    else:
        failed += 1
        print(f"not ok - {name} {str(detail)[:600]}", flush=True)


def psql(dsn, sql):
    done = subprocess.run(["psql", "-XAtqd", dsn, "-v", "ON_ERROR_STOP=1", "-F", "|", "-c", sql], capture_output=True, text=True, timeout=30)
    if done.returncode != 0:
        raise RuntimeError(done.stderr.strip())
    return done.stdout.strip()


def sql(text):
    return psql(HERE_OWNER, text)


def refused(dsn, text):
    try:
        psql(dsn, text)
        return False
    except RuntimeError as error:
        return "permission denied" in str(error)


def quote(text):
    return "'" + text.replace("'", "''") + "'"


def put(recipient, subject="Essai", body="Bonjour", channel="email"):
    return int(sql("insert into base.outbox (channel, recipient, subject, body) values "
                   f"({quote(channel)}, {quote(recipient)}, {quote(subject)}, {quote(body)}) returning message_id"))


def row(message):
    state, tries, error = sql(f"select state_code, tries, coalesce(error, '') from base.outbox where message_id = {message}").split("|", 2)
    return state, int(tries), error


def until(what, seconds=10):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        value = what()
        if value:
            return value
        time.sleep(0.1)
    return what()


def reaches(message, state, seconds=10):
    return until(lambda: row(message)[0] == state, seconds)


def retry(seconds):
    sql(f"update base.parameters set value = '{seconds}' where name = 'notify.retry_seconds'")


class Mail:
    """A mail server; what it printed is in .said."""

    def __init__(self, *how, port=0):
        self.said = []
        self.process = subprocess.Popen(["node", str(ROOT / "tests/notify/smtp.mjs"), str(port), *how], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, stderr=LOG, text=True, cwd=ROOT)
        self.port = json.loads(self.process.stdout.readline())["port"]
        threading.Thread(target=self.listen, daemon=True).start()

    def listen(self):
        for line in self.process.stdout:
            self.said.append(json.loads(line))

    def mails(self, to=None):
        return [m for m in self.said if m["event"] == "mail" and (to is None or m["to"] == [to])]

    def events(self, event):
        return [m for m in self.said if m["event"] == event]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.terminate()
        self.process.wait()


class Worker:
    def __init__(self, smtp, **more):
        environment = {k: v for k, v in os.environ.items() if not k.startswith("GUICHET_")}
        environment |= {"GUICHET_DSN": HERE, "GUICHET_SMTP": smtp, "GUICHET_MAIL_FROM": "guichet@travail.example.bj", "GUICHET_DEMO": "0",
                        "ASAN_OPTIONS": "detect_leaks=1"} | more
        self.process = subprocess.Popen([BINARY, "work"], env=environment, stderr=LOG, cwd=ROOT)

    def stop(self):
        """Seconds it took, and the exit status."""
        start = time.monotonic()
        self.process.send_signal(signal.SIGTERM)
        try:
            status = self.process.wait(15)
        except subprocess.TimeoutExpired:
            self.process.kill()
            status = self.process.wait()
        return time.monotonic() - start, status

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.stop()


def test_delivery():
    body = "Bonjour Afi,\n\nVotre dossier a été reçu – « complet ».\n.\n..deux points\nFrom ici\n" + "très " * 60 + "long\nFin"
    with Mail() as mail, Worker(f"smtp://127.0.0.1:{mail.port}") as worker:
        until(lambda: sql("select count(*) from pg_stat_activity where usename = 'worker' and datname = current_database()") == "1")
        time.sleep(0.3)
        start = time.monotonic()
        message = put("afi@example.bj", "Votre dossier a été reçu – suite à votre demande n° 12 du 3 février de l’année", body)
        check("a message leaves", reaches(message, "envoye"), row(message))
        check("NOTIFY wakes the worker", time.monotonic() - start < 3, time.monotonic() - start)
        got = mail.mails("afi@example.bj")
        check("once, to its recipient", len(got) == 1, mail.said)
        m = got[0]
        check("subject in French", m["subject"] == "Votre dossier a été reçu – suite à votre demande n° 12 du 3 février de l’année", m["subject"])
        check("body in French, dots and long lines whole", m["text"].rstrip("\n") == body, m["text"])
        check("sender, and its domain in EHLO", m["from"] == "guichet@travail.example.bj" and m["helo"] == "travail.example.bj", m)
        check("STARTTLS when offered", m["tls"])
        check("lines fit, ASCII, CRLF", m["longest"] <= 76 and m["ascii"] and not m["bareLineEnds"], m["longest"])
        names = [h.split(":")[0].lower() for h in m["headers"]]
        check("headers once each", sorted(names) == sorted(set(names)) and {"date", "from", "to", "subject", "message-id", "mime-version"} <= set(names), names)
        check("Message-ID is ours", re.fullmatch(rf"<guichet\.{message}\.[0-9a-f]+@travail\.example\.bj>", m["id"]), m["id"])
        check("sent_at is kept", sql(f"select sent_at is not null and error is null and tries = 1 from base.outbox where message_id = {message}") == "t")

        sms = put("+2290197000000", "", "Guichet : code 123456", "sms")
        refusals = [put("refuse@example.bj"), put("spam@example.bj")]
        hostile = [put("a@example.bj", "Code\r\nBcc: autre@example.bj"), put("b@example.bj\r\nRCPT TO:<autre@example.bj>"), put("c@local"),
                   put("d@example.bj,e@example.bj"), put("<f@example.bj>")]
        after = put("zoe@example.bj")
        check("one bad message does not stop the next", reaches(after, "envoye"), row(after))
        check("550 at RCPT: refused, with its reason", row(refusals[0])[:2] == ("refuse", 1) and "550 5.1.1" in row(refusals[0])[2], row(refusals[0]))
        check("554 after DATA: refused", row(refusals[1])[:2] == ("refuse", 1) and "554" in row(refusals[1])[2], row(refusals[1]))
        check("hostile headers and recipients: refused", all(row(h)[0] == "refuse" for h in hostile), [row(h) for h in hostile])
        check("nothing of them left", not [m for m in mail.said if "autre" in str(m) or "local" in str(m.get("to", ""))])
        check("an SMS waits", row(sms)[:2] == ("attente", 0), row(sms))

        later, twice = put("later@example.bj"), put("twice@example.bj")
        until(lambda: row(later)[1] == 1 and row(later)[2] != "" and row(twice)[2] != "")
        check("451: waits, with its reason", row(later)[0] == "attente" and "451" in row(later)[2], row(later))
        check("451, then accepted", reaches(later, "envoye") and row(later)[1] == 2, row(later))
        check("451 after DATA, then accepted", reaches(twice, "envoye") and row(twice)[1] == 2, row(twice))
        ids = [m["id"] for m in mail.mails("twice@example.bj")]
        check("the same Message-ID at each try", len(ids) == 2 and ids[0] == ids[1], ids)

        sql("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'worker' and datname = current_database()")
        again = put("retour@example.bj")
        check("connection lost, taken up again", reaches(again, "envoye"), row(again))
        took, status = worker.stop()
        check("an idle worker stops at once", took < 2 and status == 0, (took, status))


def test_limits():
    with Mail() as mail, Worker(f"smtp://127.0.0.1:{mail.port}"):
        retry(0.01)
        busy = put("busy@example.bj")
        check("given up after eight tries", reaches(busy, "refuse", 20) and row(busy)[1] == 8, row(busy))
        check("eight times asked", len(mail.events("rcpt")) == 8, mail.events("rcpt"))
        retry(60)
        due = put("busy2@example.bj")
        until(lambda: row(due)[2] != "")
        rest = float(sql(f"select extract(epoch from due_at - now()) from base.outbox where message_id = {due}"))
        check("the first rest is a minute", 50 < rest <= 60, rest)
        rests = sql("select string_agg(extract(epoch from notify_api.retry_delay(n))::int::text, ' ' order by n) from generate_series(1, 8) n")
        check("rests grow: 1, 5, 15, 60 minutes", rests == "60 300 900 3600 3600 3600 3600 3600", rests)
    sql("delete from base.outbox")
    retry(1)


def test_server_away():
    with Mail() as mail:
        port = mail.port
    with Worker(f"smtp://127.0.0.1:{port}"):
        message = put("patience@example.bj")
        until(lambda: row(message)[2] != "")
        check("no server: waits, with its reason", row(message)[0] == "attente" and row(message)[1] == 1 and "connect" in row(message)[2], row(message))
        with Mail(port=port) as mail:
            check("server back: it leaves", reaches(message, "envoye", 15) and len(mail.mails()) == 1, row(message))


def test_authentication():
    with Mail("auth") as mail:
        with Worker(f"smtp://guichet:faux@127.0.0.1:{mail.port}"):
            message = put("porte@example.bj")
            until(lambda: row(message)[2] != "")
            check("wrong password: waits, is not refused", row(message)[0] == "attente" and "535" in row(message)[2], row(message))
            check("nothing left", mail.mails() == [] and not any(a["good"] for a in mail.events("auth")))
        with Worker(f"smtp://127.0.0.1:{mail.port}"):
            until(lambda: row(message)[1] > 1 and row(message)[2].startswith("530"), 15)
            check("password missing: waits as well", row(message)[0] == "attente" and "530" in row(message)[2], row(message))
        sql("update base.outbox set due_at = now()")
        with Worker(f"smtp://guichet:secret@127.0.0.1:{mail.port}"):
            check("right password: it leaves, signed in, by TLS", reaches(message, "envoye", 15) and mail.mails()[0]["user"] == "guichet" and
                  mail.events("auth")[-1]["tls"], mail.said)
    # 0.0.0.0 reaches this machine but is not a loopback address: the rules of a far server hold.
    for name, how in (("no TLS offered", ["auth", "plain"]), ("a certificate nobody vouches for", ["auth"])):
        with Mail(*how) as mail, Worker(f"smtp://guichet:secret@0.0.0.0:{mail.port}"):
            message = put("loin@example.bj")
            until(lambda: row(message)[2] != "")
            check(f"far server, {name}: the password stays here", row(message)[0] == "attente" and not mail.events("auth"), (row(message), mail.said))
    with Mail("auth", "secure") as mail, Worker(f"smtps://guichet:secret@localhost:{mail.port}"):
        message = put("smtps@example.bj")
        check("smtps", reaches(message, "envoye") and mail.mails("smtps@example.bj")[0]["tls"], row(message))
    sql("delete from base.outbox")


def test_exactly_once():
    with Mail() as mail:
        sql("insert into base.outbox (channel, recipient, subject, body) select 'email', 'n' || n || '@example.bj', 'n' || n, 'x' from generate_series(1, 60) n")
        with Worker(f"smtp://127.0.0.1:{mail.port}"), Worker(f"smtp://127.0.0.1:{mail.port}"):
            until(lambda: sql("select count(*) from base.outbox where state_code = 'attente'") == "0", 30)
        to = [m["to"][0] for m in mail.mails()]
        check("two workers, sixty messages, once each", len(to) == 60 and len(set(to)) == 60, len(to))

        worker = Worker(f"smtp://127.0.0.1:{mail.port}")
        message = put("hang@example.bj")
        until(lambda: mail.mails("hang@example.bj"))
        took, status = worker.stop()
        check("stops although the server hangs", took < 6 and status == 0, (took, status))
        check("what was under way waits again", row(message)[:2] == ("attente", 1), row(message))

        worker = Worker(f"smtp://127.0.0.1:{mail.port}")
        killed = put("hang2@example.bj")
        until(lambda: mail.mails("hang2@example.bj"))
        worker.process.kill()
        worker.process.wait()
        lease = float(sql(f"select extract(epoch from due_at - now()) from base.outbox where message_id = {killed}"))
        check("a worker that dies leaves a lease", row(killed)[:2] == ("attente", 1) and 280 < lease <= 300, lease)
        with Worker(f"smtp://127.0.0.1:{mail.port}"):
            time.sleep(1.5)
            check("the lease holds", row(killed)[:2] == ("attente", 1), row(killed))
            sql(f"update base.outbox set due_at = now() where message_id = {killed}")
            put("reveil@example.bj")
            check("the lease over, it leaves", reaches(killed, "envoye"), row(killed))
        ids = {m["id"] for m in mail.mails("hang2@example.bj")}
        check("recognisable as the same", len(mail.mails("hang2@example.bj")) == 2 and len(ids) == 1, ids)
    old = put("vieux@example.bj")
    sql(f"update base.outbox set tries = 2 where message_id = {old}")
    sql(f"select notify_api.failed({old}, 1, 'x'); select notify_api.refuse({old}, 1, 'x')")
    check("a former holder's failure no longer counts", row(old) == ("attente", 2, ""), row(old))
    sql(f"select notify_api.sent({old}, null, null)")
    check("a former holder's success does", row(old)[0] == "envoye", row(old))
    sql("delete from base.outbox")


def test_nothing_leaves():
    with Mail() as mail:
        address = f"smtp://127.0.0.1:{mail.port}"
        message = put("demo@example.bj")
        with Worker(address, GUICHET_DEMO="1") as worker:
            time.sleep(1)
            check("demonstration: nothing leaves", row(message)[:2] == ("attente", 0) and worker.process.poll() is None, row(message))
            check("and it stops", worker.stop()[1] == 0)
        with Worker("") as worker:
            time.sleep(1)
            check("no server configured: nothing leaves", row(message)[:2] == ("attente", 0) and worker.stop()[1] == 0, row(message))
        sql("insert into base.parameters (name, valid_from, value, source, certainty) values ('demonstration', '2020-01-01', 'true', 'essai', 'usage') "
            "on conflict (name, valid_from) do update set value = 'true'")
        with Worker(address):
            time.sleep(1)
            check("invented persons: nothing leaves their base", row(message)[:2] == ("attente", 0), row(message))
        sql("delete from base.parameters where name = 'demonstration'")
        check("all that time the server saw nothing", mail.said == [], mail.said)
        with Worker(address):
            check("without it, it leaves", reaches(message, "envoye"), row(message))
    for name, more in (("two senders", {"GUICHET_MAIL_FROM": "a@b.bj, c@d.bj"}), ("a sender with a line end", {"GUICHET_MAIL_FROM": "a@b.bj\nX: y"}),
                       ("an address that is none", {"GUICHET_SMTP": "smtp://[::bad"})):
        with Worker("smtp://127.0.0.1:1", **more) as worker:
            status = until(lambda: worker.process.poll(), 5)
            check(f"{name}: does not start", status is not None and status > 0, status)


def test_rights():
    for role in ("worker", "gate"):
        dsn = f"{HERE} user={role}"
        for text in ("select * from base.outbox", "update base.outbox set due_at = now()", "delete from base.outbox",
                     "insert into base.outbox (channel, recipient, body) values ('email', 'a@b.bj', 'x')", "select notify_api.retry_delay(1)"):
            check(f"{role} may not: {text[:40]}", refused(dsn, text))
    for call in ("take('email', 1)", "sent(1, null, null)", "unsure(1, 1, 'x')", "retain()", "failed(1, 1, 'x')", "refuse(1, 1, 'x')", "rest('email')"):
        check(f"gate may not: {call}", refused(f"{HERE} user=gate", f"select notify_api.{call}"))
    check("worker may: take", psql(f"{HERE} user=worker", "select count(*) from notify_api.take('email', 0)") == "0")


def test_log():
    LOG.seek(0)
    text = LOG.read()
    lines = [line for line in text.splitlines() if line.startswith("{")]
    check("outcomes are logged", all(f'"event":"{e}"' in text for e in ("mail_sent", "mail_refused", "mail_later", "mail_no_server", "mail_malformed")))
    check("no address, no text, no password in the log", not re.search(r"@|Essai|Bonjour|secret|faux|Code", "\n".join(lines)))
    check("no sanitizer report", not re.search(r"Sanitizer|runtime error", text), text[-2000:])


def main():
    psql(OWNER, f"create database {DATABASE}")
    try:
        subprocess.run([BINARY, "migrate"], cwd=ROOT, check=True, stdout=subprocess.DEVNULL,
                       env=os.environ | {"GUICHET_DSN": HERE, "GUICHET_OWNER_DSN": HERE_OWNER})
        retry(1)
        for test in (test_delivery, test_limits, test_server_away, test_authentication, test_exactly_once, test_nothing_leaves, test_rights, test_log):
            try:
                test()
            except Exception as error:  # one test's fall is not the others'
                check(test.__name__, False, repr(error))
    finally:
        psql(OWNER, f"drop database {DATABASE} with (force)")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


sys.exit(main())
