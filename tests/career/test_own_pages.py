#!/usr/bin/env python3
"""An agent's own pages from outside: his lines and nobody else's, empty files, wrong dates, people who are not agents.

    test_own_pages.py BASE_URL VAR      (GUICHET_OWNER_DSN says how to reach the database as its owner)

Every acceptance has its refusal beside it. Ends with "N passed, N failed"."""
import html
import os
import re
import secrets
import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request

BASE = sys.argv[1].rstrip("/")
MARK = secrets.token_hex(4).upper()
PAGES = ["/carriere", "/carriere/parcours", "/carriere/actes", "/carriere/etat-des-services", "/carriere/retraite",
         "/carriere/situation", "/consultations"]
passed = failed = 0


def check(name, ok, detail=""):
    global passed, failed
    passed, failed = passed + bool(ok), failed + (not ok)
    print(f"{'ok' if ok else 'not ok'} - {name}{'' if ok else f' ({str(detail)[:300]})'}")


class Keep(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


opener = urllib.request.build_opener(Keep)


def get(path, token=None):
    """(status, headers, text with plain spaces)."""
    request = urllib.request.Request(BASE + path, headers={"Cookie": f"guichet={token}"} if token else {})
    try:
        with opener.open(request, timeout=20) as answer:
            status, headers, body = answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        status, headers, body = error.code, error.headers, error.read()
    if "text" not in headers.get("Content-Type", ""):
        return status, headers, body
    return status, headers, html.unescape(body.decode()).replace("\u00a0", " ").replace("\u202f", " ")


def sql(text):
    done = subprocess.run(["psql", "-qAtX", "-d", os.environ["GUICHET_OWNER_DSN"], "-v", "ON_ERROR_STOP=1", "-c", text],
                          capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(done.stderr)
    return done.stdout.strip()


def person(given, bits=5, born="1980-05-05"):
    """(person_id, token of a live session holding these permissions)."""
    token = secrets.token_hex(32)
    one = sql(f"insert into base.persons (family_name, given_names, birth_date) values ('Essai{MARK}', '{given}', '{born}') returning person_id")
    sql("insert into base.sessions (token_hash, person_id, person_name, permission_bits, second_factor, expires_at) "
        f"values (sha256(decode('{token}', 'hex')), {one}, 'Essai', {bits}, true, now() + interval '1 hour')")
    return one, token


def agent(given, hired="2010-01-04"):
    one, token = person(given)
    return one, sql(f"insert into career.agents (person_id, matricule, status_code, first_service_date) "
                    f"values ({one}, '{given[:3]}{MARK}', 'FE', '{hired}') returning agent_id"), token


def act(reference, kind, lines, proof="copie", state="en_vigueur"):
    """lines: (agent, effect, category, scale, step before, step after)."""
    one = sql(f"insert into career.acts (kind_code, reference, signed_on, signatory, proof_code) values ('{kind}', '{reference}', '2010-01-01', 'Le Ministre', '{proof}') returning act_id")
    for number, (who, effect, category, scale, before, after) in enumerate(lines, 1):
        sql("insert into career.act_lines (act_id, agent_id, line_no, effect_date, before_category, before_scale, before_step, after_category, after_scale, after_step, after_position_code) "
            f"values ({one}, {who}, {number}, '{effect}', {'null, null, null' if before is None else repr(category) + f', {scale}, {before}'}, '{category}', {scale}, {after}, "
            f"{repr('activite') if before is None else 'null'})")
    if state != "en_vigueur":
        sql(f"update career.acts set state_code = '{state}' where act_id = {one}")
    return one


afi_person, afi, afi_token = agent("Afi<b>")
bio_person, bio, bio_token = agent("Bio")
_, empty, empty_token = agent("Noa")
_, many, many_token = agent("Zin", "1990-01-02")
_, nobody_token = person("Rien")
_, visitor_token = person("Sans", bits=1)

act(f"NOM-{MARK}", "nomination", [(afi, "2010-01-04", "A", 1, None, 1)])
act(f"AV2-{MARK}", "avancement_echelon", [(afi, "2012-01-04", "A", 1, 1, 2), (bio, "2012-03-04", "B", 3, 6, 7)], "scelle")
act(f"AV4-{MARK}", "avancement_echelon", [(afi, "2016-01-04", "A", 1, 3, 4)], "declare")
act(f"MORT-{MARK}", "promotion", [(afi, "2018-01-04", "A", 1, 4, 9)], "copie", "annule")
act(f"SEUL-{MARK}", "nomination", [(bio, "2010-01-04", "B", 3, None, 6)])
for n in range(60):
    act(f"Z{n:02}-{MARK}", "nomination" if n == 0 else "affectation", [(many, f"{1990 + n // 2}-{1 + 6 * (n % 2):02}-15", "C", 1, None, 1)])
sql(f"insert into base.consultations (person_id, viewer_id, what, reason) values ({afi_person}, {bio_person}, 'dossier', 'controle de {MARK}')")
sql("select career_api.refresh_agents(array[%s, %s, %s, %s])" % (afi, bio, empty, many))

# The front page.
status, headers, text = get("/carriere", afi_token)
check("the front page", status == 200, status)
check("the identity is on it", f"Essai{MARK}" in text and f"AFI{MARK}" in text and f"BIO{MARK}" not in text, text[:200])
check("a name is text", "Afi<b>" in text and b"Afi<b>" not in urllib.request.urlopen(urllib.request.Request(BASE + "/carriere", headers={"Cookie": f"guichet={afi_token}"})).read(), "markup")
check("the missing step is named, with its date", "Un acte manque : Avancement d’échelon" in text and "A1-3" in text and "4 janvier 2014" in text, text[:200])
check("what is missing has a line among the acts", "Acte manquant" in text)
check("the newest act is listed", f"AV4-{MARK}" in text)
check("an annulled act says so", "Annulé" in text)
check("nobody else's line", "B3-7" not in text and f"SEUL-{MARK}" not in text)
check("the retirement sum has its age, its source and its doubt", "+ 60 ans" in text and "loi 2005-24" in text and "valeur de démonstration" in text)
check("the last consultation with its reason", f"controle de {MARK}" in text)
check("a page with names is not kept by caches", "no-store" in headers.get("Cache-Control", ""), headers.get("Cache-Control"))
status, _, text = get("/carriere", bio_token)
check("another agent sees his own page", status == 200 and f"SEUL-{MARK}" in text and f"NOM-{MARK}" not in text and f"controle de {MARK}" not in text, status)

# One act: an own line, never another's.
shared = re.search(r'href="(/carriere/actes/[0-9A-Z]{13})">Avancement d’échelon', get("/carriere/actes?type=avancement_echelon", bio_token)[2])
check("the list filtered by kind links the act", shared is not None)
shared = shared[1] if shared else "/carriere/actes/0000000000000"
status, _, text = get(shared, bio_token)
check("a collective act shows Bio his line", status == 200 and "B3-7" in text and "A1-2" not in text, status)
check("with its reference, signatory and seal", f"AV2-{MARK}" in text and "Le Ministre" in text and "Acte scellé" in text)
status, _, text = get(shared, afi_token)
check("the same act shows Afi hers", status == 200 and "A1-2" in text and "B3-7" not in text, status)
alone = re.search(r"/carriere/actes/[0-9A-Z]{13}", get("/carriere/actes?type=nomination", bio_token)[2])[0]
check("Bio opens his own act", get(alone, bio_token)[0] == 200)
status, _, text = get(alone, afi_token)
check("Afi may not: missing, in words", status == 404 and "il ne vous concerne pas" in text, status)
for wrong in ("0000000000000", "1", "x" * 13, "%27", alone.rsplit("/", 1)[1][:-1]):
    check(f"no act at {wrong}", get(f"/carriere/actes/{wrong}", afi_token)[0] == 404)

# The list.
status, _, text = get("/carriere/actes", many_token)
check("sixty acts make two pages", status == 200 and "1 à 50 sur 60" in text and "Page suivante" in text and "Page précédente" not in text, status)
status, _, text = get("/carriere/actes?page=2", many_token)
check("the second page", "51 à 60 sur 60" in text and "Page précédente" in text and "Page suivante" not in text)
check("a page after the last is empty, not an error", get("/carriere/actes?page=9", many_token)[0] == 200)
check("page zero is refused", get("/carriere/actes?page=0", many_token)[0] == 422)
check("a kind that does not exist has no act", "Aucun acte de ce type" in get("/carriere/actes?type=zz", many_token)[2])
status, _, text = get("/carriere/actes?type=nomination", many_token)
check("one kind", "1 acte" in text and f"Z00-{MARK}" in text and f"Z01-{MARK}" not in text)

# The path and the state of services.
status, _, text = get("/carriere/parcours", afi_token)
check("the path draws the staircase", "<svg" in text and "c-missing" in text)
check("the path names what is missing between which acts", "Ce qui manque" in text and f"AV2-{MARK}" in text and f"AV4-{MARK}" in text)
check("an annulled act opens no period", f"MORT-{MARK}" not in text)
status, _, text = get("/carriere/etat-des-services", afi_token)
check("the state of services has its lines and its total", f"NOM-{MARK}" in text and "Activité" in text and re.search(r"\d+ ans, ?\d* ?(mois)?", text))
check("a line without its paper is counted", "1 ligne sans pièce au dossier" in text)
check("it says that it is no certificate", "Ce n’est pas un certificat" in text)

# One day.
day = lambda le, token=afi_token: get("/carriere/situation?le=" + urllib.parse.quote(le), token)
check("the day before an advancement", "A1-1" in day("3 janvier 2012")[2] and "A1-2" not in day("03/01/2012")[2])
check("the day of an advancement", "A1-2" in day("2012-01-04")[2])
check("before the first act nothing is known", "Aucun acte ne dit votre situation" in day("3/1/2010")[2])
status, _, text = day("31/02/2012")
check("a day that does not exist is told at its field", status == 422 and "Écrivez une date qui existe" in text and 'value="31/02/2012"' in text and "Erreur" in text, status)
check("without a date: today", "A1-4" in get("/carriere/situation", afi_token)[2])

# Retirement.
text = get("/carriere/retraite", afi_token)[2]
check("thirty years of service: a warning, no decision", "Une règle de départ à trente ans de service est contestée" in text and "4 janvier 2040" in text)
check("each line has its source", "État civil" in text and "loi 2005-24" in text and "aucun texte" in text)

# The spreadsheets.
status, headers, text = get("/carriere.csv", afi_token)
check("the list as CSV", status == 200 and "attachment" in headers["Content-Disposition"] and f"AV4-{MARK}" in text and f"SEUL-{MARK}" not in text, status)
status, headers, body = get("/carriere.xlsx", afi_token)
check("the list as XLSX", status == 200 and body[:2] == b"PK", status)
check("no list without a session", get("/carriere.csv")[0] == 303)

# Who looked.
check("my consultations", f"controle de {MARK}" in get("/consultations", afi_token)[2])
check("not another's", f"controle de {MARK}" not in get("/consultations", bio_token)[2])
check("nobody looked: said in words", "Aucune consultation" in get("/consultations", empty_token)[2])

# An agent without act, a person who is not an agent, a person without the permission, a visitor.
for path in PAGES:
    status, _, text = get(path, empty_token)
    check(f"{path} of an agent without act", status == 200 and re.search("[Aa]ucun|ne peut pas être calculée", text), status)
    status, _, text = get(path, nobody_token)
    check(f"{path} of a person who is not an agent", status == 200 and (path == "/consultations" or "Aucun dossier d’agent" in text), status)
    check(f"{path} without the permission", get(path, visitor_token)[0] == 403)
    status, headers, _ = get(path)
    check(f"{path} of a visitor leads to the door", status == 303 and headers["Location"].startswith("/connexion"), status)
check("the act of entry is what an empty file lacks", "L’acte d’entrée manque" in get("/carriere", empty_token)[2])

print(f"{passed} passed, {failed} failed")
sys.exit(failed > 0)
