#!/usr/bin/env python3
"""The simulator from outside, as the people of the demonstration: an amount, a missing act, contradictions, a contractual, a retired agent, wrong dates.

    test_pension.py BASE_URL VAR      (GUICHET_OWNER_DSN says how to reach the database as its owner)

Sessions are of its own and are taken away. Ends with "N passed, N failed"."""
import atexit
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
PAGE = "/carriere/pension"
passed = failed = 0
tokens = []


def check(name, ok, detail=""):
    global passed, failed
    passed, failed = passed + bool(ok), failed + (not ok)
    print(f"{'ok' if ok else 'not ok'} - {name}{'' if ok else f' ({str(detail)[:300]})'}")


def sql(text):
    done = subprocess.run(["psql", "-qAtX", "-d", os.environ["GUICHET_OWNER_DSN"], "-v", "ON_ERROR_STOP=1", "-c", text], capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(done.stderr)
    return done.stdout.strip()


@atexit.register
def leave():
    for token in tokens:
        sql(f"delete from base.sessions where token_hash = sha256(decode('{token}', 'hex'))")


def session(person, bits=5):
    token = secrets.token_hex(32)
    sql("insert into base.sessions (token_hash, person_id, person_name, permission_bits, second_factor, expires_at) "
        f"values (sha256(decode('{token}', 'hex')), {person}, 'Essai', {bits}, true, now() + interval '1 hour')")
    tokens.append(token)
    return token


def agent(matricule):
    return session(sql(f"select person_id from career.agents where matricule = '{matricule}'"))


class Keep(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


opener = urllib.request.build_opener(Keep)


def get(token, day=None):
    """(status, text of the page with plain spaces and without tags)."""
    query = "" if day is None else "?" + urllib.parse.urlencode({"le": day})
    request = urllib.request.Request(BASE + PAGE + query, headers={"Cookie": f"guichet={token}"} if token else {})
    try:
        with opener.open(request, timeout=20) as answer:
            status, body = answer.status, answer.read()
    except urllib.error.HTTPError as error:
        status, body = error.code, error.read()
    text = re.sub(r"<[^>]+>", " ", body.decode())
    return status, re.sub(r"\s+", " ", html.unescape(text).replace("\u00a0", " "))


def money(text, before):
    found = re.search(before + r"\D{0,40}?([\d ]+) FCFA", text)
    return int(found[1].replace(" ", "")) if found else None


whole = agent("20417")
status, text = get(whole)
check("a whole career has its amount", status == 200 and money(text, "Pension estimée") is not None, text[:300])
# The same sum, from the acts, in another language than C's: 360-day years, five last years at the index of today, 300 francs a point.
years, index = sql("select (extract(year from r)*360 + extract(month from r)*30 + extract(day from r)) - (extract(year from f)*360 + extract(month from f)*30 + extract(day from f)), "
                   "i from (select retirement_date r, first_service_date f, pay_index i from career.agents where matricule = '20417') x").split("|")
rate = min(int(float(years)) * 20000 // 360, 800000)
check("it is the one of the rule", money(text, "Pension estimée") == int(index) * 300 * rate // 1000000, (money(text, "Pension estimée"), rate, index))
check("the sentence of the sum is there", "La moyenne de vos cinq dernières années" in text and f"{int(index) * 300:,}".replace(",", " ") + " FCFA" in text)
check("what is demonstration says so", "valeur de démonstration" in text.lower() and "article à confirmer" in text)
check("lines, act and proof", "1. Services effectifs" in text and "Pension mensuelle" in text and re.search(r"\d+ actes", text))
check("other dates are there", "La pension de chaque départ possible" in text and "limite d’âge" in text)
check("the thirty years warn, they decide nothing", "Trente ans de service seront atteints" in text and "ne décide de rien" in text)

status, text = get(agent("18932"))
check("a missing act is named, with what it changes", "Un acte manque : Avancement d’échelon" in text and "Il ne changerait pas le montant" in text, text[:200])
check("and the amount is there all the same", money(text, "Pension estimée") is not None)
status, text = get(agent("15506"))
check("contradictory acts: no amount", status == 200 and "Pas encore calculable" in text and money(text, "Pension estimée") is None and "9. Pension mensuelle" not in text)
check("each is named", "Même échelon accordé deux fois" in text and "Positions qui se chevauchent" in text)
check("with what to do", "doit dire lequel des actes vaut" in text)
check("the place of work stops nothing", "Circonscription scolaire de Bassila" not in text)
status, text = get(agent("7315"))
check("a retired agent: told for whom it is", status == 200 and "pour les agents en service" in text and "Pension estimée" not in text)
status, text = get(agent("30144"))
check("a contractual: the rules of the CNSS are waited for, by name", "Taux par annuité" in text and "Valeur du point d’indice" in text and "CNSS" in text)
check("and no rule of the other fund is lent", money(text, "Pension estimée") is None and "300,00" not in text)
status, text = get(agent("11208"))
check("a bonus without its paper has its worth", "sans pièce" in text and "Décoration" in text and money(text, "la pension serait de") < money(text, "Pension estimée"))

for day, words in (("01/01/1900", "avant votre prise de service"), ("2009-10-01", "avant votre prise de service"), ("3 mars 2015", "est passée"),
                   ("2200-01-01", "trop lointaine"), ("45 mars 2040", "date qui existe"), ("31/02/2041", "date qui existe"), ("bientôt", "date qui existe")):
    status, text = get(whole, day)
    check(f"{day} is refused in words", status == 422 and words in text, (status, text[:200]))
    check(f"{day}: the probable date is shown meanwhile", money(text, "Pension estimée") is not None)
full, late = get(whole)[1], get(whole, "1er janvier 2045")
check("a later day is worth more", late[0] == 200 and money(late[1], "date essayée") > money(full, "Pension estimée"), late[1][:300])
check("and says that it is past the limit", "après la limite d’âge" in late[1])
early = get(whole, "2039-01-01")
check("a day on request is worth less", early[0] == 200 and money(early[1], "date essayée") < money(full, "Pension estimée"))
soon = get(whole, "2030-01-01")
check("before any right: said, without an amount", soon[0] == 200 and "Pas de pension" in soon[1] and "limite d’âge n’est pas atteinte" in soon[1])

clerk = sql("select l.person_id from accounts.logins l where l.login = 'gestionnaire.drsc@exemple.bj'")
check("a clerk who is no agent has no such page", get(session(clerk, bits=8))[0] == 403)
check("a visitor is asked who he is", get(None)[0] == 303)
nobody = get(session(clerk))
check("somebody without a career is told so", nobody[0] == 200 and "Aucun dossier d’agent" in nobody[1])
print(f"{passed} passed, {failed} failed")
sys.exit(1 if failed else 0)
