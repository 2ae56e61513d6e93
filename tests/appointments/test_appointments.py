#!/usr/bin/env python3
"""Appointments over HTTP: book, the last place, move, cancel, limits, the desk's gestures, days that differ; each beside its refusal.

    test_appointments.py BASE_URL DEMO_DIR        GUICHET_OWNER_DSN must lead to the database.
Desk, structure and persons are this test's own."""
import hashlib
import html
import http.client
import os
import re
import secrets
import subprocess
import sys
import threading
import urllib.parse
import uuid

BASE = urllib.parse.urlsplit(sys.argv[1])
WORD = "t" + secrets.token_hex(4)
OWN, DESK = 1 << 20, 1 << 21
passed = failed = 0


def check(name, good, detail=""):
    global passed, failed
    if good:
        passed += 1
        print(f"ok - {name}", flush=True)
    else:
        failed += 1
        print(f"not ok - {name} {str(detail)[:500]}", flush=True)


def sql(text):
    done = subprocess.run(["psql", "-XAtq", "-v", "ON_ERROR_STOP=1", "-d", os.environ["GUICHET_OWNER_DSN"], "-c", text], capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit(f"psql: {done.stderr}")
    return done.stdout.strip()


class Answer:
    def __init__(self, response):
        self.status, self.headers, self.body = response.status, response.headers, response.read()
        self.text = html.unescape(self.body.decode("utf-8", "replace"))
        self.place = response.headers.get("Location", "")
        self.words = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", self.text))


class Person:
    def __init__(self, name, bits, structure=None):
        self.token = secrets.token_hex(32)
        self.id = int(sql(f"insert into base.persons (family_name, given_names) values ('{name}', '{WORD}') returning person_id"))
        sql(f"insert into base.contacts (person_id, kind, value, verified_at) values ({self.id}, 'email', '{name.lower()}.{WORD}@exemple.bj', now())")
        sql(f"""insert into base.sessions (token_hash, person_id, person_name, permission_bits, second_factor, idle, expires_at)
            values ('\\x{hashlib.sha256(bytes.fromhex(self.token)).hexdigest()}', {self.id}, '{name}', {bits}, true, '1 day', now() + interval '1 day')""")
        if structure:
            sql(f"insert into base.assignments (person_id, role_code, structure_id, granted_by, confirmed_by) select {self.id}, 'focal_point', {structure}, a[1], a[2] "
                "from (select array_agg(person_id) a from (select person_id from base.persons order by 1 limit 2) x) y")
            sql(f"update base.sessions set permission_bits = {bits}, expires_at = now() + interval '1 day' where person_id = {self.id}")

    def send(self, method, path, fields=None):
        connection = http.client.HTTPConnection(BASE.hostname, BASE.port, timeout=30)
        headers = {"Host": BASE.netloc, "Cookie": f"guichet={self.token}"}
        body = None
        if method == "POST":
            headers |= {"Content-Type": "application/x-www-form-urlencoded", "Origin": f"{BASE.scheme}://{BASE.netloc}"}
            body = urllib.parse.urlencode(fields)
        connection.request(method, path, body, headers)
        answer = Answer(connection.getresponse())
        connection.close()
        return answer

    def get(self, path):
        return self.send("GET", path)

    def post(self, page, path, key=None, **fields):
        shown = self.get(page)
        token = re.search(r'name="_jeton" value="([^"]+)"[^>]*>\s*<input type="hidden" name="_cle"', shown.text)
        return self.send("POST", path, {"_jeton": token[1] if token else "", "_cle": key or str(uuid.uuid4()), **fields})


STRUCTURE = sql(f"insert into base.structures (code, name, kind) values ('{WORD.upper()}', 'Bureau d’essai', 'service') returning structure_id")
sql("update base.structures s set rank = 900000 + structure_id, last_rank = 900000 + structure_id where structure_id = " + STRUCTURE)
sql(f"insert into appointments.desks (code, structure_id, name, address, slot_minutes, days_ahead, notice_hours) values ('{WORD}', {STRUCTURE}, 'Bureau {WORD}', 'Essai', 30, 30, 1)")
sql(f"insert into appointments.hours (desk_id, weekday, starts, ends, capacity) select desk_id, w, '08:00', '10:00', 1 from appointments.desks, generate_series(1, 5) w where code = '{WORD}'")
PLACE = f"/rendez-vous/bureaux/{WORD}"
AFI, KOFI, CHIEF, OTHER = Person("AFI", OWN | 1), Person("KOFI", OWN | 1), Person("CHEF", DESK | 1, STRUCTURE), Person("AUTRE", DESK | 1)
DAYS = sql("select string_agg(base_api.add_working_days(current_date, n)::text, ' ' order by n) from generate_series(2, 9) n").split()


def book(who, slot, **more):
    return who.post(PLACE, PLACE, **({"creneau": slot, "objet": "depot"} | more))


def taken(day, at):
    return sql(f"select coalesce(sum(taken), 0) from appointments.slots s join appointments.desks using (desk_id) where code = '{WORD}' and day = '{day}' and at = '{at}'")


def test_book():
    page = AFI.get(PLACE)
    check("free hours are shown, four a day", page.status == 200 and page.text.count('name="creneau"') % 4 == 0 and f"{DAYS[0]}T08:00" in page.text + AFI.get(PLACE + "?semaine=1").text, page.status)
    check("the desk is in the list with its next hour", f"Bureau {WORD}" in AFI.get("/rendez-vous/bureaux").text)
    key = str(uuid.uuid4())
    made = book(AFI, f"{DAYS[0]}T08:00", key=key, note="En fauteuil")
    check("booked: led to the ticket", made.status == 303 and "/rendez-vous/ticket/RV" in made.place, (made.status, made.place, made.words[:200]))
    ticket = re.search(r"RV\d+", made.place)[0] if made.status == 303 else "RV0"
    again = AFI.post(PLACE, PLACE, key=key, creneau=f"{DAYS[0]}T08:00", objet="depot", note="En fauteuil")
    check("the same form twice is one appointment", again.status == 303 and again.place == made.place and taken(DAYS[0], "08:00") == "1", (again.status, again.place))
    shown = AFI.get(f"/rendez-vous/ticket/{ticket}")
    check("the ticket says when, where, its number, its QR", shown.status == 200 and ticket in shown.words and f"Bureau {WORD}" in shown.words and "qr.svg" in shown.text)
    qr = AFI.get(f"/rendez-vous/ticket/{ticket}/qr.svg")
    check("the QR is drawn", qr.status == 200 and qr.headers["Content-Type"] == "image/svg+xml" and qr.body.startswith(b"<svg"))
    check("the person is told", sql(f"select count(*) from base.outbox where person_id = {AFI.id} and event_code = 'rdv.confirme' and body like '%{ticket}%'") == "1")
    check("another's ticket does not exist", KOFI.get(f"/rendez-vous/ticket/{ticket}").status == 404 and KOFI.get(f"/rendez-vous/ticket/{ticket}/qr.svg").status == 404)
    check("nor can he cancel or move it", KOFI.post("/compte/messages", f"/rendez-vous/ticket/{ticket}/annuler").status == 404 and
          KOFI.post("/compte/messages", f"/rendez-vous/ticket/{ticket}/deplacer", creneau=f"{DAYS[1]}T08:00").status in (404, 422) and taken(DAYS[0], "08:00") == "1")
    refused = book(KOFI, f"{DAYS[0]}T08:00")
    check("a taken hour is refused in words, with those that remain", refused.status == 422 and "dernière place" in refused.words and refused.text.count('name="creneau"') >= 3 and f"{DAYS[0]}T08:00" not in refused.text, refused.words[:300])
    for name, slot in (("an hour that is none", f"{DAYS[0]}T08:10"), ("the night", f"{DAYS[0]}T23:00"), ("yesterday", "2020-01-06T08:00"), ("next year", "2030-01-07T08:00"), ("a Sunday", sql("select (date_trunc('week', now()) + interval '13 days')::date") + "T08:00"), ("no date", "x'; drop --")):
        answer = book(KOFI, slot)
        check(f"refused: {name}", answer.status == 422, (answer.status, answer.words[:150]))
    check("refused: no subject, a false subject", book(KOFI, f"{DAYS[0]}T08:30", objet="").status == 422 and book(KOFI, f"{DAYS[0]}T08:30", objet="autre").status == 422)
    check("refused: the request of another", book(KOFI, f"{DAYS[0]}T08:30", demande="REQ100001").status == 422)
    check("a desk that is none: 404", KOFI.get("/rendez-vous/bureaux/nulle-part").status == 404)
    return ticket


def test_race():
    people = [Person(f"R{i}", OWN | 1) for i in range(6)]
    tokens = [(p, p.get(PLACE)) for p in people]
    done = []
    threads = [threading.Thread(target=lambda p=p: done.append(book(p, f"{DAYS[2]}T09:00").status)) for p in people]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    check("six on one last place: one has it, five are refused", sorted(done) == [303] + [422] * 5 and taken(DAYS[2], "09:00") == "1", sorted(done))
    check("one appointment of it", sql(f"select count(*) from appointments.bookings b join appointments.desks using (desk_id) where code = '{WORD}' and day = '{DAYS[2]}' and at = '09:00'") == "1")


def test_change(ticket):
    same = AFI.post(f"/rendez-vous/ticket/{ticket}/deplacer", f"/rendez-vous/ticket/{ticket}/deplacer", creneau=f"{DAYS[0]}T08:00")
    check("moving to the same hour is refused", same.status == 422 and "déjà l’heure" in same.words, same.words[:200])
    full = AFI.post(f"/rendez-vous/ticket/{ticket}/deplacer", f"/rendez-vous/ticket/{ticket}/deplacer", creneau=f"{DAYS[2]}T09:00")
    check("moving to a taken hour is refused, the old one kept", full.status == 422 and taken(DAYS[0], "08:00") == "1", full.status)
    moved = AFI.post(f"/rendez-vous/ticket/{ticket}/deplacer", f"/rendez-vous/ticket/{ticket}/deplacer", creneau=f"{DAYS[1]}T09:30")
    check("moved: the new place taken, the old one free, told", moved.status == 303 and taken(DAYS[1], "09:30") == "1" and taken(DAYS[0], "08:00") == "0" and
          sql(f"select count(*) from base.outbox where person_id = {AFI.id} and event_code = 'rdv.change'") == "1", moved.status)
    check("the freed hour serves another", book(KOFI, f"{DAYS[0]}T08:00").status == 303)
    check("twice a day at one desk: refused", "déplacez-le" in book(KOFI, f"{DAYS[0]}T08:30").words)
    check("two more", book(KOFI, f"{DAYS[3]}T08:00").status == 303 and book(KOFI, f"{DAYS[4]}T08:00").status == 303)
    fourth = book(KOFI, f"{DAYS[5]}T08:00")
    check("a fourth to come is refused, with the number", fourth.status == 422 and "déjà 3 rendez-vous" in fourth.words, fourth.words[:200])
    mine = sql(f"select ticket from appointments.bookings where person_id = {KOFI.id} and day = '{DAYS[4]}'")
    gone = KOFI.post(f"/rendez-vous/ticket/{mine}", f"/rendez-vous/ticket/{mine}/annuler")
    check("cancelled: place free, told, then over", gone.status == 303 and taken(DAYS[4], "08:00") == "0" and KOFI.post(f"/rendez-vous/ticket/{mine}", f"/rendez-vous/ticket/{mine}/annuler").status in (403, 409), gone.status)
    check("the list shows what is to come and what was", "annulé" in KOFI.get("/rendez-vous").words and "À venir" in KOFI.get("/rendez-vous").words)


def test_desk(ticket):
    # A visitor of today, put there by hand: nobody can book an hour that is past.
    today = sql("select appointments_api.here()::date")
    sql(f"insert into appointments.bookings (desk_id, day, at, person_id, subject_code) select desk_id, '{today}', '00:00', {AFI.id}, 'retrait' from appointments.desks where code = '{WORD}'")
    now = sql(f"select ticket from appointments.bookings where person_id = {AFI.id} and day = '{today}'")
    page = CHIEF.get("/accueil-rendez-vous")
    check("the desk sees who comes today", page.status == 200 and now in page.words and f"AFI {WORD}" in page.words, page.words[:300])
    check("and finds a ticket", ticket in CHIEF.get(f"/accueil-rendez-vous?ticket={ticket.lower()}").words)
    none = OTHER.get(f"/accueil-rendez-vous?bureau={WORD}")
    check("who receives nowhere sees nobody", none.status == 200 and "AFI" not in none.words and "AFI" not in OTHER.get(f"/accueil-rendez-vous?ticket={now}").words)
    check("nor may he touch it", OTHER.post("/compte/messages", f"/accueil-rendez-vous/ticket/{now}", geste="arrive").status == 404)
    check("a visitor's right is not the desk's", AFI.get("/accueil-rendez-vous").status == 403 and CHIEF.get("/rendez-vous").status == 403)

    def gesture(code, what, **more):
        return CHIEF.post("/accueil-rendez-vous", f"/accueil-rendez-vous/ticket/{code}", geste=what, **more)

    def state(code):
        return sql(f"select state_code from appointments.bookings where ticket = '{code}'")

    check("who comes another day has not arrived", gesture(ticket, "arrive").status == 422 and state(ticket) == "pris")
    check("absent, then he comes after all", gesture(now, "absent").status == 303 and state(now) == "absent" and gesture(now, "arrive").status == 303 and state(now) == "arrive")
    check("received, and nothing after", gesture(now, "recu").status == 303 and gesture(now, "absent").status == 409 and state(now) == "recu")
    check("a gesture that is none", gesture(now, "efface").status == 422)
    check("the desk cancels, with its reason told", gesture(ticket, "annule", motif="Réunion du service").status == 303 and state(ticket) == "annule" and
          sql(f"select count(*) from base.outbox where person_id = {AFI.id} and event_code = 'rdv.annule' and body like '%Réunion du service%'") == "1")
    check("what the desk did is in the journal", sql(f"select count(*) from base.audit where person_id = {CHIEF.id} and verb like 'rdv.%'") == "4")


def test_days():
    place = f"/accueil-rendez-vous/horaires/{WORD}"
    check("the week and the holidays of a desk", "Lundi" in CHIEF.get(place).words and OTHER.get(place).status == 404)
    day = DAYS[3]
    kofi = sql(f"select ticket from appointments.bookings where person_id = {KOFI.id} and day = '{day}'")
    closed = CHIEF.post(place, place, jour=day, motif="Inventaire")
    check("a day closed: its visitors are told why", closed.status == 303 and sql(f"select state_code || ' ' || ended_why from appointments.bookings where ticket = '{kofi}'") == "annule Inventaire" and
          sql(f"select count(*) from base.outbox where person_id = {KOFI.id} and body like '%Inventaire%'") == "1", (closed.status, closed.words[:200]))
    check("and nobody books it", book(KOFI, f"{day}T08:00").status == 422)
    other = CHIEF.post(place, place, jour=day, motif="Ouverture l’après-midi", debut="14:00", fin="15:00", places="2")
    check("with hours of its own, two at a time", other.status == 303 and book(KOFI, f"{day}T14:30").status == 303 and book(AFI, f"{day}T14:30").status == 303 and
          book(Person("TROIS", OWN | 1), f"{day}T14:30").status == 422, other.status)
    check("refused: a day that is past, an hour that is none, no reason", CHIEF.post(place, place, jour="2020-01-01", motif="xxx").status == 422 and
          CHIEF.post(place, place, jour=day, motif="xxx", debut="25:00", fin="26:00", places="1").status == 422 and CHIEF.post(place, place, jour=day, motif="").status == 422)
    check("refused: a desk of others", OTHER.post("/compte/messages", place, jour=day, motif="xxx").status == 404)
    check("a public holiday is not offered", sql(f"select count(*) from appointments_api.places((select desk_id from appointments.desks where code = '{WORD}'), '2026-12-25', '2026-12-25')") == "0")


def test_week():
    place = f"/accueil-rendez-vous/horaires/{WORD}"
    HEAD = Person("TETE", DESK | 1, STRUCTURE)
    sql(f"update base.assignments set role_code = 'manager' where person_id = {HEAD.id}")
    sql(f"update base.sessions set permission_bits = {DESK | 1}, expires_at = now() + interval '1 day' where person_id = {HEAD.id}")
    check("the week is read by who receives, set by who manages", "se règle par le chef" in CHIEF.get(place).words and "Ajouter une plage" in HEAD.get(place).words)
    sunday = dict(jour_semaine="7", debut="9 h", fin="10:00", places="2")
    check("refused: who receives and does not manage", CHIEF.post(place, place + "/plages", **sunday).status == 403)
    check("refused: a desk of others", OTHER.post("/compte/messages", place + "/plages", **sunday).status == 404)
    check("refused: an hour that is none, an end before the beginning, a day past", HEAD.post(place, place + "/plages", **{**sunday, "debut": "25:00"}).status == 422 and
          HEAD.post(place, place + "/plages", **{**sunday, "fin": "8:00"}).status == 422 and HEAD.post(place, place + "/plages", **sunday, a_partir="1/1/2020").status == 422)
    check("hours more, every Sunday", HEAD.post(place, place + "/plages", **sunday).status == 303 and "Dimanche" in HEAD.get(place).words)
    check("refused: hours that overlap", HEAD.post(place, place + "/plages", **{**sunday, "debut": "9:30", "fin": "11:00"}).status == 422)
    day = sql("select d::date from generate_series(current_date + 2, current_date + 20, interval '1 day') d where extract(isodow from d) = 7 and not exists (select from base_api.holidays_between(d::date, d::date)) limit 1")
    check("they are offered", sql(f"select string_agg(at::text || ' ' || capacity, ',') from appointments_api.places((select desk_id from appointments.desks where code = '{WORD}'), '{day}', '{day}')").startswith("09:00:00 2"))
    VERO = Person("VERO", OWN | 1)
    check("and taken", book(VERO, f"{day}T09:00").status == 303)
    ends = [m for m in re.findall(r'action="(/accueil-rendez-vous/plages/[0-9A-Za-z]{13}/fin)"', HEAD.get(place).text)][-1]
    refused = HEAD.post(place, ends)
    check("refused: hours that somebody counts on do not end", refused.status == 409 and "déjà un rendez-vous" in refused.words, (refused.status, refused.words[:200]))
    closing = dict(duree="20", avance="21", delai="2", ouvert="oui")
    check("refused: another length under an appointment", HEAD.post(place, place + "/reglages", **{**closing, "duree": "45"}).status in (303, 409))
    sql(f"update appointments.desks set slot_minutes = 30 where code = '{WORD}' and slot_minutes = 45")
    sql(f"update appointments.bookings set state_code = 'annule' where person_id = {VERO.id}; update appointments.slots set taken = 0 where day = '{day}' and desk_id = (select desk_id from appointments.desks where code = '{WORD}')")
    ended = HEAD.post(place, ends)
    check("then they do", ended.status == 303 and "Dimanche de" not in HEAD.get(place).words, (ended.status, ended.words[:300]))
    check("refused: settings by who does not manage", CHIEF.post(place, place + "/reglages", **closing).status == 403)
    check("what the head did is in the journal", int(sql(f"select count(*) from base.audit where person_id = {HEAD.id} and verb like 'rdv.%'")) >= 2)


def test_reminder():
    tomorrow = sql("select (appointments_api.here()::date + 1)")
    sql(f"insert into appointments.bookings (desk_id, day, at, person_id, subject_code) select desk_id, '{tomorrow}', '08:00', {AFI.id}, 'depot' from appointments.desks where code = '{WORD}'")
    early = int(sql("select extract(hour from appointments_api.here())")) < 8
    sql("select appointments_api.remind()")
    sql("select appointments_api.remind()")
    told = sql(f"select count(*) from base.outbox where person_id = {AFI.id} and event_code = 'rdv.rappel'")
    check("one reminder the day before, from eight in the morning", told == ("0" if early else "1"), told)
    sql(f"insert into appointments.bookings (desk_id, day, at, person_id, subject_code, state_code) select desk_id, current_date - n, '08:00', {AFI.id}, 'depot', 'absent' from appointments.desks, generate_series(1, 3) n where code = '{WORD}'")
    check("who missed three is asked to come", "manqué plusieurs" in book(AFI, f"{DAYS[6]}T08:00").words)


try:
    ticket = test_book()
    test_race()
    test_change(ticket)
    test_desk(ticket)
    test_days()
    test_week()
    test_reminder()
finally:
    sql(f"""delete from base.outbox where person_id in (select person_id from base.persons where given_names = '{WORD}');
        delete from appointments.bookings where desk_id in (select desk_id from appointments.desks where code = '{WORD}');
        delete from appointments.desks where code = '{WORD}';
        delete from base.assignments where structure_id = {STRUCTURE}; delete from base.structures where structure_id = {STRUCTURE};
        delete from base.sessions where person_id in (select person_id from base.persons where given_names = '{WORD}')""")
print(f"{passed} passed, {failed} failed")
sys.exit(1 if failed else 0)
