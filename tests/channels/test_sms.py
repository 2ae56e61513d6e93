#!/usr/bin/env python3
"""SMS out and in, black box: the portal, a real Kannel (bearerbox, smsbox) and its fake operator, a database of its own.

    test_sms.py BASE_URL VAR_DIR      (both unused: this portal is not in a demonstration, where nothing would leave)

Reads GUICHET_DSN and GUICHET_OWNER_DSN (a role that may create databases). Prints "N passed, N failed"."""
import hashlib
import http.client
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time
import urllib.parse

from kannel import FAKESMSC, Kannel, free_port

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
BINARY = os.environ.get("GUICHET_BINARY", str(ROOT / "build/asan/guichet"))
DATABASE = f"guichet_sms_{os.getpid()}"
HERE = re.sub(r"dbname=\S+", f"dbname={DATABASE}", os.environ["GUICHET_DSN"])
OWNER = os.environ["GUICHET_OWNER_DSN"]
HERE_OWNER = re.sub(r"dbname=\S+", f"dbname={DATABASE}", OWNER)
SECRET = "essai-secret-de-passerelle"
LOG = tempfile.NamedTemporaryFile("w+", prefix="guichet-sms-", suffix=".log")
AFI, KOFI, STRANGER = "+2290197000001", "+2290197000002", "+2290197000009"
passed = failed = 0


def check(name, good, detail=""):
    global passed, failed
    if good:
        passed += 1
        print(f"ok - {name}", flush=True)
    else:
        failed += 1
        print(f"not ok - {name} {str(detail)[:700]}", flush=True)


def psql(dsn, text):
    done = subprocess.run(["psql", "-XAtqd", dsn, "-v", "ON_ERROR_STOP=1", "-F", "|", "-c", text], capture_output=True, text=True, timeout=30)
    if done.returncode != 0:
        raise RuntimeError(done.stderr.strip())
    return done.stdout.strip()


def sql(text):
    return psql(HERE_OWNER, text)


def until(what, seconds=15):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        value = what()
        if value:
            return value
        time.sleep(0.1)
    return what()


def setting(name, value):
    sql(f"update base.parameters set value = '{value}' where name = '{name}'")


def put(recipient, body, event="avis", more=""):
    return int(sql(f"insert into base.outbox (channel, recipient, body, event_code{', minutes' if more else ''}) values "
                   f"('sms', '{recipient}', $x${body}$x$, '{event}'{more and ', ' + more}) returning message_id"))


def row(message):
    state, tries, parts, coding, cost, error = sql("select state_code, tries, coalesce(parts, 0), coalesce(coding, ''), coalesce(cost_fcfa, -1), coalesce(error, '') "
                                                   f"from base.outbox where message_id = {message}").split("|", 5)
    return state, int(tries), int(parts), coding, int(cost), error


class Portal:
    def __init__(self, kannel=None, port=None, **more):
        self.port = port or free_port()
        self.var = tempfile.mkdtemp(prefix="guichet-sms-var-")
        env = {k: v for k, v in os.environ.items() if not k.startswith("GUICHET_")}
        env |= {"GUICHET_DSN": HERE, "GUICHET_DEMO": "0", "PORT": str(self.port), "GUICHET_VAR": self.var, "GUICHET_METRICS_PORT": "0",
                "ASAN_OPTIONS": "detect_leaks=1", "GUICHET_SMS_SECRET": SECRET}
        if kannel:
            env["GUICHET_SMS"] = kannel.url()
        env |= more
        self.process = subprocess.Popen([BINARY, "serve"], env=env, stderr=LOG, cwd=ROOT)
        until(lambda: self.process.poll() is not None or self.get("/healthz")[0] == 200, 30)

    def get(self, path, headers={}):
        try:
            connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
            connection.request("GET", path, headers=headers)
            answer = connection.getresponse()
            body = answer.read().decode()
            connection.close()
            return answer.status, body, answer.headers
        except OSError:
            return 0, "", {}

    def sms(self, phone, text, id, secret=SECRET, header=False):
        query = {"de": phone, "texte": text, "id": id} | ({} if header or secret is None else {"secret": secret})
        return self.get("/api/v1/sms?" + urllib.parse.urlencode(query), {"X-Guichet-Secret": secret} if header else {})

    def stop(self):
        if self.process.poll() is None:
            self.process.terminate()
        return self.process.wait(15)


def people():
    """Afi is an agent who verified her telephone; Kofi a citizen. Afi has a request under way."""
    sql(f"""
    insert into base.persons (person_id, family_name, given_names) overriding system value values (9001, 'TOSSOU', 'Afi'), (9002, 'ZINSOU', 'Kofi'), (9003, 'CHEF', 'Ayo');
    insert into base.contacts (person_id, kind, value, verified_at) values (9001, 'phone', '{AFI}', now()), (9001, 'email', 'afi@example.bj', now()),
        (9002, 'phone', '{KOFI}', now()), (9002, 'email', 'kofi@example.bj', null);
    insert into base.consultations (person_id, viewer_id, structure_id, what, reason) values
        (9001, 9003, (select structure_id from base.structures where code = 'MTFP'), 'dossier', 'Vérification');
    insert into career.agents (person_id, matricule, first_service_date, status_code) values (9001, '20417', '2010-10-01', (select status_code from career.statuses limit 1));
    do $$ declare r requests.requests; begin
        r := requests_api.put_request((select s from services.services s where s.pns_code = 'PS00577'), 9001, 'TOSSOU Afi', 'Visa', '[]', '{{}}', '[{{"etape": "instruction", "titre": "Étude"}}]', 10, 'web');
    end $$;
    """)
    sql("""
    set session_replication_role = replica; update career.agents set next_step_date = '2027-04-01' where person_id = 9001;
    """)


def answers(kannel, phone, text, seconds=12):
    """What the telephone reads after it said that."""
    before = len(kannel.to(phone))
    kannel.talk(f"{phone} 8899 text {text}", most=1)
    until(lambda: len(kannel.to(phone)) > before, seconds)
    return kannel.to(phone)[-1] if len(kannel.to(phone)) > before else None


def test_out(kannel, portal):
    kannel.talk(most=0)
    plain = put(AFI, "Guichet : dépôt reçu, à bientôt. L’année prochaine – « prêt ».")
    check("an SMS leaves and its delivery is reported", until(lambda: row(plain)[0] == "remis"), row(plain))
    got = until(lambda: [t for t in kannel.to(AFI) if "pot re" in t])
    check("once, GSM-7, what GSM lacks folded", len(got) == 1 and "pr\u00eat" not in got[0] and '"pret"' in got[0] and "L'ann" in got[0], got)
    check("one part, counted and priced", row(plain)[2:5] == (1, "gsm7", 15), row(plain))
    mine = until(lambda: [t for t in kannel.to(AFI) if "demande REQ" in t])
    check("what a request owes its person left by itself, with its code", len(mine) == 1 and re.search(r"SUIVI REQ\d+ \w{4}-\w{4}$", mine[0]), mine)
    check("reports are kept, each once", sql(f"select count(*), count(distinct report) from notify.reports where message_id = {plain}") in ("2|2", "1|1"))
    wide = put(AFI, "Guichet : Kɔ́jó Ɖɛgbé, votre acte est signé.")
    check("a name of Fon leaves as UCS-2, whole", until(lambda: row(wide)[0] == "remis") and any("Kɔ́jó Ɖɛgbé" in t for t in kannel.to(AFI)), kannel.got[-1:])
    check("and is counted so", row(wide)[2:5] == (1, "ucs2", 15), row(wide))
    long = put(KOFI, "Guichet : " + "un texte assez long pour trois parties, " * 10)
    check("410 characters: three parts, three prices", until(lambda: row(long)[0] in ("envoye", "remis")) and row(long)[2:5] == (3, "gsm7", 45), row(long))
    check("and three arrive", until(lambda: len(kannel.to(KOFI)) == 3), kannel.to(KOFI))
    bad = [put("0197000001", "x"), put("+22901", "x"), put("+2290197000001;rm", "x"), put(AFI, ""), put(AFI, "a" * 2000)]
    check("a bad number, no text, eleven parts: refused, said why", until(lambda: all(row(b)[0] == "refuse" and row(b)[5] for b in bad)), [row(b) for b in bad])
    late = int(sql(f"insert into base.outbox (channel, recipient, body, event_code, minutes, made_at) values ('sms', '{AFI}', 'Guichet : code 123456', 'compte.code', 10, now() - interval '11 minutes') returning message_id"))
    check("a code that is over does not leave", until(lambda: row(late)[0] == "expire"), row(late))
    hostile = put(KOFI, "a&text=b&to=+2290100000000 %d <b>")
    check("an address cannot be opened from a text", until(lambda: row(hostile)[0] == "remis") and kannel.to(KOFI)[-1] == "a&text=b&to=+2290100000000 %d <b>", kannel.to(KOFI)[-1:])


def test_reports(kannel, portal):
    message = put("+2290197000077", "Guichet : essai d’accusé")
    until(lambda: row(message)[0] == "remis")
    # Forged, repeated, contradictory.
    path = f"/api/v1/sms/accuse?message={message}&etat=2&raison=EXPIRED"
    check("a report without its key: 401", portal.get(path + "&cle=" + "0" * 32)[0] == 401 and portal.get(path)[0] in (401, 422))
    # Its address holds a keyed hash that only the portal can make (and this test, which knows the secret).
    key = [None, hashlib.blake2b(f"guichet sms {message}".encode(), key=SECRET.encode(), digest_size=16).hexdigest()]
    check("a late failure does not undo a delivery", portal.get(path + "&cle=" + key[1])[0] == 200 and row(message)[0] == "remis", row(message))
    check("a report of another kind: 422", portal.get(f"/api/v1/sms/accuse?message={message}&etat=3&cle={key[1]}")[0] == 422)
    check("the key of one message is not another's", portal.get(f"/api/v1/sms/accuse?message={message + 1}&etat=1&cle={key[1]}")[0] == 401)
    for etat, raison, state in ((16, "NACK/0x0b", "refuse"), (2, "id:1 stat:EXPIRED", "expire"), (2, "id:1 stat:UNDELIV", "refuse"), (8, "ACK/", "envoye")):
        sql(f"delete from notify.reports where message_id = {message}; update base.outbox set state_code = 'envoye', ended_at = null where message_id = {message}")
        for _ in range(2):
            portal.get(f"/api/v1/sms/accuse?message={message}&etat={etat}&cle={key[1]}&raison={urllib.parse.quote(raison)}")
        kept = sql(f"select state_code, ended_at is not null, (select count(*) from notify.reports r where r.message_id = o.message_id) from base.outbox o where message_id = {message}")
        check(f"report {etat} {raison}: {state}, twice is once", kept == f"{state}|{'f' if state == 'envoye' else 't'}|1", kept)


def test_in(kannel, portal):
    number, code = sql("select number || ' ' || requests_api.follow_code(request_id) from requests.requests where person_id = 9001").split() if REQUESTS else ("", "")
    if REQUESTS:
        said = answers(kannel, KOFI, f"Suivi {number} {code}")
        check("SUIVI with number and code says where the request is, from any telephone", said and number in said and "Bureau" in said, said)
        check("a wrong code is refused and says nothing", "non reconnu" in (answers(kannel, KOFI, f"SUIVI {number} 00000000") or ""))
        check("the code of another number too", "non reconnu" in (answers(kannel, KOFI, f"SUIVI REQ999999 {code}") or ""))
    said = answers(kannel, STRANGER, "01102010 20417")
    match = re.search(r"code : (\d{6})", said or "")
    check("date and matricule: a code comes back", match is not None, said)
    check("a wrong date: none, and not said what is wrong", "non reconnus" in (answers(kannel, STRANGER, "02102010 20417") or ""))
    check("the day alone is no date", "non reconnus" in (answers(kannel, STRANGER, "99992010 20417") or ""))
    if match:
        check("the code from another telephone opens nothing", "Code faux" in (answers(kannel, KOFI, match[1]) or ""))
        said = answers(kannel, STRANGER, match[1])
        check("the code opens requests and next step, nothing else", said and "01/04/2027" in said and "TOSSOU" not in said and "Afi" not in said, said)
        check("once", "Code faux" in (answers(kannel, STRANGER, match[1]) or ""))
        told = sql("select count(*), bool_or(body like '%IGSEP%') from base.outbox where person_id = 9001 and event_code = 'sms.consultation'")
        check("the owner is told of a foreign consultation, by both ways", told == "2|t", told)
        check("and of the number only its end", sql("select count(*) from base.outbox where event_code = 'sms.consultation' and body like '%97000009%'") == "0")
    said = answers(kannel, AFI, "qui")
    check("QUI from a verified telephone: who opened my file", said and "MTFP" in said, said)
    check("QUI from another: refused", "pas vérifié" in (answers(kannel, STRANGER, "QUI") or "") or "pas v" in (kannel.to(STRANGER) or [""])[-1])
    check("AIDE", "SUIVI" in (answers(kannel, STRANGER, "aide?") or answers(kannel, STRANGER, "aide") or ""))
    check("STOP", "REPRISE" in (answers(kannel, KOFI, "Stop") or ""))
    sql("select base_api.tell(9002, 'Objet', 'Corps du message', 'rien ne part')")
    check("after STOP a notice writes no SMS", sql("select count(*) from base.outbox where person_id = 9002 and body like '%rien ne part%'") == "0")
    sql(f"select accounts_api.send_code(9002, '{KOFI}', '135790', 'changer de mot de passe')")
    check("a code of security still leaves", until(lambda: any("135790" in t for t in kannel.to(KOFI))), kannel.to(KOFI)[-1:])
    check("REPRISE", "de nouveau" in (answers(kannel, KOFI, "REPRISE") or ""))
    sql("select base_api.tell(9002, 'Objet', 'Corps du message', 'cela part')")
    check("notices leave again", until(lambda: any("cela part" in t for t in kannel.to(KOFI))))
    check("nonsense is answered with help", "AIDE" in (answers(kannel, STRANGER, "bonjour cher ministere") or ""))
    check("every answer fits one GSM-7 SMS", all(len(t) <= 160 for _, k, t in kannel.got if k == "text"), [t for t in kannel.got if len(t[2]) > 160])
    check("all of it is in the log", int(sql("select count(*) from channels.incoming where verb_code <> 'inconnu'")) >= 8)


def test_gateway(kannel, portal):
    before = sql("select count(*) from channels.incoming")
    for name, answer in (("no secret", portal.sms(AFI, "QUI", "x1", None)), ("a wrong secret", portal.sms(AFI, "QUI", "x1", SECRET[:-1] + "X")),
                         ("a longer one", portal.sms(AFI, "QUI", "x1", SECRET + "a"))):
        check(f"{name}: 401, nothing written", answer[0] == 401 and answer[2].get("Content-Type") == "application/problem+json" and sql("select count(*) from channels.incoming") == before, answer)
    check("the secret in a header serves too", portal.sms("+2290197000050", "AIDE", "x2", header=True)[0] == 200)
    one, two = portal.sms("+2290197000051", "01102010 20417", "x3"), portal.sms("+2290197000051", "01102010 20417", "x3")
    check("the same number of the gateway: the same answer, once", one[:2] == two[:2] and "code" in one[1] and
          sql("select count(*) from channels.consultation_codes where phone = '+2290197000051'") == "1", (one, two))
    check("answers are text", one[2].get("Content-Type", "").startswith("text/plain"))
    for name, phone, text in (("letters of another world", "+2290197000052", "ɖɔ ☎ 🙂"), ("quotes", "+2290197000052", "SUIVI ' or 1=1 --"), ("nothing", "+2290197000052", ""),
                              ("a thousand words", "+2290197000052", "a " * 700)):
        answer = portal.sms(phone, text, "y" + name)
        check(f"{name}: answered, nothing breaks", answer[0] == 200 and len(answer[1]) <= 160, answer)
    check("a sender that is no telephone gets no answer", portal.sms("MOOV", "AIDE", "x9")[:2] == (200, ""))
    check("no id, no telephone: refused", portal.get(f"/api/v1/sms?secret={SECRET}&texte=AIDE&de=1")[0] == 422)
    for old in ("22997000053", "97000053", "002290197000053"):
        portal.sms(old, "AIDE", "z" + old)
    check("old and new ways to write a number are one", sql("select count(*) from channels.incoming where phone = '+2290197000053'") == "3")


def test_limits(kannel, portal):
    phone = "+2290197000060"
    said = [portal.sms(phone, "AIDE", f"f{i}")[1] for i in range(20)]
    check("a flood: twelve answers, one warning, silence", [bool(s) for s in said] == [True] * 13 + [False] * 7 and "Trop de messages" in said[12], said)
    tries = [portal.sms(f"+22901970001{i:02}", "03102010 20417", f"m{i}")[1] for i in range(7)]
    right = portal.sms("+2290197000190", "01102010 20417", "m99")[1]
    check("guessing the date of one matricule from many telephones ends", all("non reconnus" in t for t in tries) and "non reconnus" in right, (tries[-1], right))
    sql("delete from accounts.attempts where bucket like 'sms-matricule%'")
    code = re.search(r"code : (\d{6})", portal.sms("+2290197000191", "01102010 20417", "m100")[1])
    wrong = [portal.sms("+2290197000191", f"{(int(code[1]) + n) % 1000000:06}", f"g{n}")[1] for n in range(1, 7)] if code else []
    check("guessing the code ends after five", code and all("Code faux" in w for w in wrong) and "Code faux" in portal.sms("+2290197000191", code[1], "g99")[1])
    kannel.talk("+2290197000070 8899 text AIDE", most=40, interval=0.02)
    until(lambda: int(sql("select count(*) from channels.incoming where phone = '+2290197000070'")) == 40, 20)
    time.sleep(1)
    check("a flood through the operator: forty heard, thirteen answered", len(kannel.to("+2290197000070")) == 13 and
          sql("select count(*) from channels.incoming where phone = '+2290197000070'") == "40", (len(kannel.to("+2290197000070")), sql("select count(*) from channels.incoming where phone = '+2290197000070'")))


def test_retention():
    sql("update channels.incoming set at = now() - interval '2 days'; select base_api.retain()")
    check("texts received are forgotten after a day, the log stays", sql("select count(*) filter (where body is not null or answer is not null) || ' ' || (count(*) > 0) from channels.incoming") == "0 true")
    sql("update base.outbox set made_at = now() - interval '2 days' where event_code = 'compte.code'; select base_api.retain()")
    check("codes sent are forgotten too", sql("select count(*) from base.outbox where event_code = 'compte.code' and body <> ''") == "0")


def test_away(kannel, portal):
    setting("notify.retry_seconds", "0.5")
    setting("notify.unsure_seconds", "3")
    kannel.talk(most=0)
    kannel.kill("bearerbox")
    kannel.kill("smsbox")
    waits = put("+2290197000081", "Guichet : pendant la panne")
    check("bearerbox killed: the message waits, with its reason", until(lambda: row(waits)[5] != "") and row(waits)[0] == "attente", row(waits))
    kannel.start()
    kannel.talk(most=0)
    check("it is back: it leaves, once", until(lambda: row(waits)[0] == "remis", 30) and len(kannel.to("+2290197000081")) == 1, (row(waits), kannel.to("+2290197000081")))
    sql("insert into base.outbox (channel, recipient, body) select 'sms', '+22901970002' || lpad(n::text, 2, '0'), 'Guichet : n' || n from generate_series(1, 60) n")
    until(lambda: int(sql("select count(*) from base.outbox where recipient like '+22901970002%' and state_code <> 'attente'")) >= 15)
    kannel.kill("bearerbox")
    time.sleep(1)
    kannel.kill("smsbox")
    kannel.start()
    kannel.talk(most=0)
    def numbers():
        return [n for n, _, _ in kannel.got if n.startswith("+22901970002")]
    until(lambda: sql("select count(*) from base.outbox where recipient like '+22901970002%' and state_code = 'attente'") == "0" and len(set(numbers())) == 60, 60)
    check("killed while sixty leave: all sixty arrive", len(set(numbers())) == 60, (len(set(numbers())), sql("select state_code, count(*), max(error) from base.outbox where recipient like '+22901970002%' group by 1")))
    check(f"exactly once, but for one that was on its way ({len(numbers()) - len(set(numbers()))} twice)", len(numbers()) - len(set(numbers())) <= 1, len(numbers()))
    # The gateway silent: asked once, then left in peace until a report had its time.
    import socket, threading
    mute = socket.socket()
    mute.bind(("127.0.0.1", 0))
    mute.listen(8)
    heard = []
    def hold():
        while True:
            try:
                line, _ = mute.accept()
            except OSError:
                return
            heard.append(line.recv(4000))
            line.close()
    threading.Thread(target=hold, daemon=True).start()
    portal.stop()
    setting("notify.unsure_seconds", "600")
    quiet = Portal(GUICHET_SMS=f"http://guichet:essai@127.0.0.1:{mute.getsockname()[1]}/cgi-bin/sendsms")
    unsure = put("+2290197000091", "Guichet : sans réponse")
    until(lambda: row(unsure)[5] != "")
    wait = float(sql(f"select extract(epoch from due_at - now()) from base.outbox where message_id = {unsure}"))
    check("a gateway that falls silent: not asked again before a report had time", len(heard) == 1 and row(unsure)[0] == "attente" and 590 < wait <= 600, (len(heard), row(unsure), wait))
    key = re.search(rb"cle%3D([0-9a-f]{32})", heard[0]) if heard else None
    check("its report says that it had left after all", key and quiet.get(f"/api/v1/sms/accuse?message={unsure}&etat=1&cle={key[1].decode()}")[0] == 200 and row(unsure)[0] == "remis", row(unsure))
    check("stops cleanly", quiet.stop() == 0)
    mute.close()


def test_configuration():
    for name, more in (("no http", {"GUICHET_SMS": "ftp://u:p@localhost/x"}), ("no password", {"GUICHET_SMS": "http://127.0.0.1:1/cgi-bin/sendsms"}),
                       ("a password in clear to a far host", {"GUICHET_SMS": "http://u:p@192.0.2.1:13013/cgi-bin/sendsms"}),
                       ("no secret", {"GUICHET_SMS": "http://u:p@127.0.0.1:1/cgi-bin/sendsms", "GUICHET_SMS_SECRET": ""}),
                       ("a short secret", {"GUICHET_SMS_SECRET": "court"}), ("a sender of twelve letters", {"GUICHET_SMS_FROM": "GUICHETGUICHET"}),
                       ("a strange way back", {"GUICHET_SMS_BACK": "http://x/y"})):
        portal = Portal(**more)
        status = until(lambda: portal.process.poll(), 10)
        check(f"{name}: does not start", status is not None and status > 0, status)
        portal.stop()
    closed = Portal(GUICHET_SMS_SECRET="")
    check("without a secret the machine's door is closed", closed.sms(AFI, "AIDE", "c1", "")[0] == 401 and closed.sms(AFI, "AIDE", "c1", None)[0] == 401)
    closed.stop()


def test_log():
    LOG.seek(0)
    text = LOG.read()
    lines = "\n".join(line for line in text.splitlines() if line.startswith("{"))
    check("outcomes are logged", all(f'"event":"{e}"' in lines for e in ("sms_sent", "sms_malformed", "sms_no_server", "sms_unsure")))
    check("no number, no text, no secret in the log", not re.search(r"97000|Guichet :|essai|20417", lines), re.findall(r".*(?:97000|Guichet :|essai|20417).*", lines)[:2])
    check("no sanitizer, no SQL error", not re.search(r"Sanitizer|runtime error|sql_error|prepare_failed", text), re.findall(r".*(?:Sanitizer|runtime error|sql_error).*", text)[:3])


REQUESTS = True


def main():
    if not pathlib.Path(FAKESMSC).exists():
        check("kannel and kannel-extras are installed", False, FAKESMSC)
        return
    psql(OWNER, f"create database {DATABASE}")
    portal = kannel = None
    try:
        env = os.environ | {"GUICHET_DSN": HERE, "GUICHET_OWNER_DSN": HERE_OWNER}
        subprocess.run([BINARY, "migrate"], env=env, check=True, stdout=LOG, stderr=LOG, cwd=ROOT)
        people()
        port = free_port()
        kannel = Kannel(f"http://127.0.0.1:{port}", SECRET)
        portal = Portal(kannel, port)
        test_out(kannel, portal)
        test_reports(kannel, portal)
        test_in(kannel, portal)
        test_gateway(kannel, portal)
        test_limits(kannel, portal)
        test_retention()
        test_away(kannel, portal)
        test_configuration()
        test_log()
    finally:
        if portal:
            portal.stop()
        if kannel:
            kannel.close()
        psql(OWNER, f"drop database if exists {DATABASE} with (force)")


main()
print(f"{passed} passed, {failed} failed")
sys.exit(1 if failed else 0)
