#!/usr/bin/env python3
"""Departures and indicators from outside, as the people of the demonstration: who may open them, filters kept in the address, totals that agree,
lists, exports with their trace, refusals; and the nightly estimates against what each agent reads of his own pension.

    test_cohorts.py BASE_URL VAR      (GUICHET_OWNER_DSN says how to reach the database as its owner)

Sessions and traces are of its own and are taken away. Ends with "N passed, N failed"."""
import atexit
import csv
import html
import io
import os
import re
import secrets
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
import zipfile

BASE = sys.argv[1].rstrip("/")
PAGE, FIGURES = "/pensions/departs", "/pensions/indicateurs"
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


FIRST = sql("select coalesce(max(consultation_id), 0) from base.consultations")


@atexit.register
def leave():
    sql(f"delete from base.consultations where consultation_id > {FIRST} and reason like '%essai de la liste%'")
    for token in tokens:
        sql(f"delete from base.sessions where token_hash = sha256(decode('{token}', 'hex'))")


def session(where, bits="r.permission_bits"):
    """As if he had just signed in: his rights are those of his assignments, or these."""
    token = secrets.token_hex(32)
    sql("insert into base.sessions (token_hash, person_id, person_name, permission_bits, ranks, second_factor, expires_at) "
        f"select sha256(decode('{token}', 'hex')), p.person_id, 'Essai', {bits}, r.ranks, true, now() + interval '1 hour' "
        f"from (select {where} as person_id) p cross join lateral base_api.rights_of(p.person_id) r")
    tokens.append(token)
    return token


def staff(login):
    return session(f"(select person_id from accounts.logins where login = '{login}')")


def agent(matricule):
    return session(f"(select person_id from career.agents where matricule = '{matricule}')", "5")


class Keep(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


opener = urllib.request.build_opener(Keep)


def ask(token, path, data=None):
    headers = {"Cookie": f"guichet={token}"} if token else {}
    if data is not None:
        headers["Origin"] = BASE
        data = urllib.parse.urlencode(data).encode()
    try:
        with opener.open(urllib.request.Request(BASE + path, data, headers), timeout=60) as answer:
            return answer.status, answer.read(), answer.headers
    except urllib.error.HTTPError as error:
        return error.code, error.read(), error.headers


def plain(body):
    text = re.sub(r"<(script|style|svg).*?</\1>", " ", body.decode(), flags=re.S)
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", text)).replace("\u00a0", " "))


def get(token, path):
    status, body, _ = ask(token, path)
    return status, plain(body), body.decode()


def number(text):
    return int(re.sub(r"\s", "", text.replace("\u00a0", "")))


def totals(raw):
    """The total of every table of the page that has one."""
    found = {}
    for name, table in re.findall(r'aria-labelledby="(par-\w+)".*?<tfoot>(.*?)</tfoot>', raw, re.S):
        cells = re.findall(r"<td>(.*?)</td>", table)
        found[name] = number(cells[-1] or cells[-2])
    return found


chief, clerk = staff("pensions.chef@exemple.bj"), staff("gestionnaire.mtfp@exemple.bj")
YEAR = int(sql("select extract(year from current_date)"))
TEN = f"a.left_on is null and p.deceased_on is null and a.retirement_date >= current_date and a.retirement_date < make_date({YEAR + 10}, 1, 1)"
COUNT = f"select count(*) from career.agents a join base.persons p using (person_id) where {TEN}"
everybody = int(sql(COUNT))

# Who may.
for name, token, want in (("a visitor", None, 303), ("a citizen", staff("rosine.tonato@exemple.bj"), 403), ("an agent", agent("20417"), 403),
                          ("an inspector", staff("inspection.igsep@exemple.bj"), 403), ("the coordination", staff("coordination.sgm@exemple.bj"), 403), ("the chief of pensions", chief, 200)):
    for path in (PAGE, PAGE + "/export", FIGURES, FIGURES + "/export?format=csv"):
        status = ask(token, path)[0]
        check(f"{name}: {path} answers {want}", status == want, status)

# Counts.
status, text, raw = get(chief, PAGE)
check("the page says how many leave", f"{everybody} départs attendus" in text, text[:400])
check("every breakdown has that total", len(totals(raw)) == 5 and set(totals(raw).values()) == {everybody}, totals(raw))
check("demonstration values say so", "Estimation, valeurs de démonstration" in text)
check("the disputed rule warns and decides nothing", "si la limite de 30 ans valait encore" in text and "elle ne décide d’aucune date" in text)
check("the rule, its source and how sure it is stand beside a date", "60 ans : Fonctionnaires de catégorie A" in text and "article à confirmer" in text and "loi 2005-24" in text)
busy = sql(f"select extract(year from a.retirement_date)::int from career.agents a join base.persons p using (person_id) where {TEN} group by 1 order by count(*) desc limit 1")
for query, condition in ((f"annee={busy}", f"extract(year from a.retirement_date) = {busy}"), ("categorie=A", "a.category = 'A'"), ("sexe=F", "p.sex = 'F'"),
                         (f"annee={busy}&sexe=M", f"extract(year from a.retirement_date) = {busy} and p.sex = 'M'"),
                         (f"annee={busy}&trimestre=1", f"extract(year from a.retirement_date) = {busy} and extract(quarter from a.retirement_date) = 1")):
    want = int(sql(f"{COUNT} and {condition}"))
    status, text, raw = get(chief, f"{PAGE}?{query}")
    check(f"{query} narrows to {want}", status == 200 and (f"{want} départs attendus" in text), text[:300])
    check(f"{query}: totals agree", want == 0 or {v for k, v in totals(raw).items() if k != "par-periode" or "trimestre" not in query} == {want}, totals(raw))
raw = get(chief, PAGE)[2]
href = html.unescape(re.search(r'aria-labelledby="par-structure".*?href="([^"]+)"', raw, re.S)[1])
status, text, narrowed = get(chief, href + "&categorie=A")
check("a click keeps its filter in the address", status == 200 and "retirer le filtre Catégorie A" in text and href.split("=")[1] in narrowed, href)
check("and the list with it", html.unescape(narrowed).count("categorie=A") > 5)
status, text, raw = get(chief, f"{PAGE}?vue=inconnue")
unknown = int(sql("select count(*) from career.agents a join base.persons p using (person_id) where a.left_on is null and p.deceased_on is null and a.retirement_date is null"))
check("who has no known date is counted", f"{unknown} date non connue" in text, text[:500])
check("and listed apart, with the reason", status == 200 and raw.count("Aucune règle d’âge") + raw.count("Aucun acte ne dit") + raw.count("date de naissance n’est pas") == min(unknown, 25), unknown)
status, text, raw = get(chief, f"{PAGE}?page=2")
check("pages follow each other", everybody <= 25 or (status == 200 and f"26 à {min(50, everybody)} sur {everybody}" in text), text[-900:])
check("and lead back", everybody <= 25 or 'rel="prev"' in raw)

# Scope.
own = int(sql(f"{COUNT} and a.structure_rank between (select rank from base.structures where code = 'MTFP') and (select last_rank from base.structures where code = 'MTFP')"))
status, text, raw = get(clerk, PAGE)
check("a clerk of one ministry counts its agents only", status == 200 and f"{own} départs attendus" in text and own < everybody, (own, text[:300]))
foreign = re.search(r"structure=(\w+)", href)[1] if "MTFP" not in href else ""
check("another ministry's address is not there for her", ask(clerk, href)[0] == 404 or f"{own} départs" in get(clerk, href)[1], href)

# Refusals.
for query, words in ((f"annee={YEAR - 1}", "Choisissez une année"), (f"annee={YEAR + 10}", "Choisissez une année"), ("annee=9999", ""), ("annee=deux", ""), ("trimestre=2", "d’abord une année"),
                     (f"annee={YEAR}&trimestre=5", ""), ("categorie=Z", ""), ("sexe=X", ""), ("corps=17", ""), ("structure=ABCDEF", ""), ("vue=tout", ""), ("page=0", ""), ("page=-1", ""), ("page=99999", "")):
    status, text, _ = get(chief, f"{PAGE}?{query}")
    check(f"{query} is refused", status in (404, 422) and words in text, (status, text[:200]))
check("annee twice is refused", ask(chief, f"{PAGE}?annee={YEAR}&annee={YEAR + 1}")[0] == 422)
status, text, _ = get(chief, f"{PAGE}?annee={YEAR - 1}")
check("the page is shown meanwhile", f"{everybody} départs attendus" in text)
status, text, _ = get(chief, f"{PAGE}?page=3999")
check("a page beyond the last is empty", status == 200 and "Personne dans cette liste" in text)

# Export.
def export(token, query="", **fields):
    body = ask(token, f"{PAGE}/export{query}")[1].decode()
    token_field = re.search(r'action="/pensions/departs/export[^"]*".*?name="_jeton" value="([^"]+)"', body, re.S)
    return ask(token, f"{PAGE}/export{query}", {"_jeton": token_field[1] if token_field else "", **fields})


status, body, headers = export(chief, format="csv")
check("no export without a reason", status == 422 and "_jeton" in body.decode() and "Erreur" in body.decode(), (status, body[:200]))
check("an other reason is told in words", export(chief, format="csv", motif="autre")[0] == 422)
check("a format that does not exist is refused", export(chief, format="pdf", motif="controle")[0] == 422)
check("a reason that does not exist is refused", export(chief, format="csv", motif="plaisir")[0] == 422)
check("nor without the form's token", ask(chief, f"{PAGE}/export", {"format": "csv", "motif": "controle"})[0] in (403, 422))
check("nobody was noted by what was refused", sql(f"select count(*) from base.consultations where consultation_id > {FIRST} and what = 'export'") == "0")
status, body, headers = export(chief, f"?annee={busy}", format="csv", motif="autre", precision="essai de la liste")
want = int(sql(f"{COUNT} and extract(year from a.retirement_date) = {busy}"))
rows = list(csv.reader(io.StringIO(body.decode("utf-8-sig")), delimiter=";")) if status == 200 else []
check("the CSV holds the list", status == 200 and len(rows) == want + 1 and "Matricule" in rows[0], (status, len(rows), want))
check("with rule, source and certainty", rows and all(r[rows[0].index("Source")] and r[rows[0].index("Certitude")] for r in rows[1:]))
check("as a file to keep", "departs-" in headers.get("Content-Disposition", ""), dict(headers))
check("each person in it can read why", sql(f"select count(*) from base.consultations where consultation_id > {FIRST} and reason = 'Export des départs à la retraite : Autre motif' || chr(160) || ': essai de la liste'") == str(want))
check("the journal has one line", sql("select details ->> 'lignes' from base.audit where verb = 'export' and object = 'departs' order by audit_id desc limit 1") == str(want))
status, body, _ = export(clerk, format="xlsx", motif="autre", precision="essai de la liste")
check("the workbook is one", status == 200 and "xl/worksheets/sheet1.xml" in zipfile.ZipFile(io.BytesIO(body)).namelist(), status)
check("of her agents only", zipfile.ZipFile(io.BytesIO(body)).read("xl/worksheets/sheet1.xml").count(b"<row ") == own + 1)

# The nightly estimates, against what each agent reads of his own pension.
job = sql("select job_api.put('cohorts.estimate', null, '{}')")        # other tests have changed careers since the last night
for _ in range(240):
    if sql(f"select state_code from base.jobs where job_id = {job}") not in ("attente", "cours"):
        break
    time.sleep(0.5)
check("a night runs", sql(f"select state_code from base.jobs where job_id = {job}") == "fait" and sql("select count(*) from cohorts.runs") != "0")
check("everybody whose day is known has an estimate", sql("select count(*) from career.agents a left join cohorts.estimates e using (agent_id) where a.left_on is null and a.retirement_date is not null "
                                                       "and e.leave_on is distinct from a.retirement_date") == "0")
same, before = 0, failed
for line in sql("select a.matricule, coalesce(e.fnrb_fcfa, -1), e.is_complete from cohorts.estimates e join career.agents a using (agent_id) where e.regime_code = 'FNRB' "
                "and a.matricule in ('20417', '18932', '11208', '15506', '21333') union all (select a.matricule, coalesce(e.fnrb_fcfa, -1), e.is_complete from cohorts.estimates e "
                "join career.agents a using (agent_id) where e.regime_code <> 'CNSS' order by a.agent_id limit 40)").splitlines():
    matricule, francs, complete = line.split("|")
    text = get(agent(matricule), "/carriere/pension")[1]
    found = re.search(r"Pension estimée\D{0,40}?([\d ]+) FCFA", text)
    told = int(found[1].replace(" ", "")) if found else -1
    same += 1
    if told != int(francs) and not (complete == "f" and told == -1):
        check(f"{matricule} reads the amount that the country counts", False, (told, line))
check(f"{same} agents read the amounts that the country counts", same > 20 and failed == before, same)

# Indicators.
status, text, raw = get(chief, FIGURES)
n = int(sql("select count(*) from pensions.files where kind_code in ('retraite', 'anticipe', 'invalidite') and parent_id is null and state_code not in ('rejete', 'abandonne') "
            "and leave_on between (current_date - interval '5 years') and current_date"))
shown = re.search(r"Du départ au livret.*?(\d+) dossiers? comptés?", text)
check("a figure says how many files it stands on", status == 200 and shown and int(shown[1]) == n, (n, text[:600]))
check("its definition stands under it", "méthode de Kaplan et Meier" in text and "art. 53" in text)
status, text, raw = get(chief, f"{FIGURES}?chiffre=livret")
check("and opens onto its rows", status == 200 and "Les dossiers derrière" in text and len(re.findall(r"P\d{4}-\d{5}", text)) == n, n)
status, text, _ = get(chief, f"{FIGURES}?du=1990-01-01&au=1990-12-31")
check("few files: nothing is concluded", status == 200 and text.count("trop peu pour conclure") == 6, text[:300])
for query, words in (("au=2999-01-01", "après aujourd’hui"), ("du=2020-01-01&au=2019-01-01", "avant son début"), ("du=31/02/2020", "date"), ("chiffre=tout", "")):
    status, text, _ = get(chief, f"{FIGURES}?{query}")
    check(f"{query} is refused", status == 422 and words in text, (status, text[:200]))
status, body, headers = ask(chief, f"{FIGURES}/export?format=csv")
rows = list(csv.reader(io.StringIO(body.decode("utf-8-sig")), delimiter=";"))
check("figures leave as a file, without a name", status == 200 and len(rows) >= 7 and rows[0][0] == "Indicateur" and rows[1][4] == str(n), rows[:2])
check("in a format that exists", ask(chief, f"{FIGURES}/export?format=doc")[0] == 422)
status, text, _ = get(clerk, FIGURES)
check("a clerk's figures are of her structures", status == 200 and int(re.search(r"Du départ au livret.*?(\d+) dossiers? comptés?", text)[1]) <= n)

print(f"{passed} passed, {failed} failed")
sys.exit(failed > 0)
