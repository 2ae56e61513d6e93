#!/usr/bin/env python3
"""Pension files over HTTP: the day's job opens them, the act that is missing is named, the archive answers, the agent answers, the file goes on; the
desk's list, search, export and buttons. Each right beside its refusal, as a named person.

    test_files.py BASE_URL VAR       GUICHET_OWNER_DSN must lead to the database, a runner of jobs must be up.

Its agents are its own and are taken away with all that they made. Ends with "N passed, N failed"."""
import atexit
import hashlib
import pathlib
import re
import secrets
import sys
import time
import urllib.parse

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from portal import Browser, end, ok, pdf, sql

WORD = "T" + secrets.token_hex(3).upper()
OWN = "/carriere/pension/dossier"


class Person(Browser):
    def __init__(self, person):
        super().__init__("Essai" if person else None, None, person=person)

    def hidden(self, page, action):
        form = re.search(r'<form[^>]*action="%s".*?</form>' % re.escape(action), page.text, re.S) or re.search(r'<form.*?</form>', page.text, re.S)
        return dict(x for x in re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)"', form[0] if form else "") if x[0].startswith("_"))

    def csrf(self):
        """A token of the session and a fresh key, from a page that has a form."""
        for place in ("/pensions/ouvrir", "/carriere/signalements/nouveau"):
            page = self.get(place)
            if page.status == 200:
                return self.hidden(page, place.removesuffix("/nouveau"))

    def post(self, action, page=None, **fields):
        hidden = self.hidden(self.get(page), action) if page else self.csrf()
        return self.send("POST", action, urllib.parse.urlencode({**hidden, **fields}))

    def upload(self, action, page, fields, name, file_name, content):
        return self.multipart(action, {**self.hidden(self.get(page), action), **fields}, [] if file_name is None else [(name, file_name, content, "application/pdf")])


def agent(name, born, steps, hired="current_date - interval '31 years 1 month'", status="FE"):
    """An agent of category A with an entry and these steps, one every two years."""
    person = int(sql(f"insert into base.persons (family_name, given_names, sex, birth_date) values ('{WORD}', '{name}', 'F', {born}) returning person_id"))
    number = int(sql(f"insert into career.agents (person_id, matricule, status_code, first_service_date, structure_id) select {person}, '{WORD}-{name}', '{status}', ({hired})::date, structure_id "
                     "from base.structures where code = 'MEMP' returning agent_id"))
    sql(f"insert into base.contacts (person_id, kind, value, origin) values ({person}, 'email', '{WORD.lower()}.{name.lower()}@exemple.bj', 'record'); "
        f"insert into base.assignments (person_id, role_code) values ({person}, 'agent')")
    for n, step in enumerate(steps):
        sql(f"with t as (insert into career.acts (kind_code, reference, signed_on, signatory, proof_code) values ('{'nomination' if n == 0 else 'avancement_echelon'}', '{WORD}/{name}/{n}', "
            f"({hired})::date, 'Le Ministre', 'original') returning act_id) insert into career.act_lines (act_id, agent_id, effect_date, after_status_code, after_position_code, after_category, after_scale, after_step) "
            f"select act_id, {number}, (({hired}) + make_interval(years => {2 * (step - 1)}))::date, '{status}', {'$$activite$$' if n == 0 else 'null'}, 'A', 3, {step} from t")
    sql(f"select career_api.refresh_agents(array[{number}])")
    return Person(person), number


def desk(login):
    return Person(int(sql(f"select person_id from accounts.logins where login = '{login}'")))


@atexit.register
def leave():
    mine = f"(select agent_id from career.agents where matricule like '{WORD}-%')"
    who = f"(select person_id from base.persons where family_name = '{WORD}')"
    files, reports = f"(select file_id from pensions.files where agent_id in {mine})", f"(select report_id from archive.reports where agent_id in {mine})"
    sql("begin; "
        f"create temp table papers as select m.upload_id from pensions.missing m where m.file_id in {files} and m.upload_id is not null union select f.upload_id from pensions.facts f where f.agent_id in {mine} and f.upload_id is not null; "
        f"delete from pensions.missing where file_id in {files}; delete from pensions.events where file_id in {files}; delete from pensions.facts where agent_id in {mine}; delete from pensions.files where agent_id in {mine}; "
        f"delete from archive.scans where report_id in {reports}; delete from archive.reports where report_id in {reports}; delete from base.files where file_id in (select upload_id from papers); "
        f"create temp table gone as select distinct act_id from career.act_lines where agent_id in {mine}; delete from career.act_lines where agent_id in {mine}; delete from career.acts where act_id in (select act_id from gone); "
        f"delete from base.jobs where person_id in {who}; delete from career.agents where agent_id in {mine}; delete from base.persons where person_id in {who}; commit")
    for token in TOKENS:
        sql(f"delete from base.sessions where token_hash = '\\x{hashlib.sha256(bytes.fromhex(token)).hexdigest()}'")


def born(months, age=60):
    return f"(date_trunc('quarter', (current_date + interval '{months} months')::timestamp) - interval '10 days' - interval '{age} years')::date"


def day_of_job():
    job = sql("select job_api.put('pensions.files', null, '{}')")
    for _ in range(300):
        state = sql(f"select state_code from base.jobs where job_id = {job}")
        if state in ("fait", "echec"):
            return state
        time.sleep(0.1)
    return state


def file_of(number, kind="retraite"):
    return sql(f"select coalesce(max(file_id), 0) from pensions.files where agent_id = {number} and kind_code = '{kind}'")


def state_of(number, kind="retraite"):
    return sql(f"select state_code from pensions.files where file_id = {file_of(number, kind)}")


missing, missing_no = agent("Manque", born(8), [1, 2, 3, *range(5, 16)])
whole, whole_no = agent("Entier", born(7), range(1, 16))
far, far_no = agent("Loin", born(40), range(1, 16))
blank, blank_no = agent("Sansdate", "null", range(1, 16))
visitor = Person(0)
officer, controller, archivist, clerk = desk("pensions.liquidation@exemple.bj"), desk("pensions.controle@exemple.bj"), desk("archiviste.dra@exemple.bj"), desk("gestionnaire.drsc@exemple.bj")
TOKENS = [b.cookies["guichet"] for b in (missing, whole, far, blank, officer, controller, archivist, clerk)]

# ---- who may come in ----
ok(visitor.get("/pensions").status == 303, "a visitor is sent to sign in", visitor.get("/pensions").status)
ok(missing.get("/pensions").status == 403, "an agent has no desk")
ok(archivist.get("/pensions").status == 403, "an archivist neither: she answers in her own list")
ok(visitor.get(OWN).status == 303, "a visitor has no file")

# ---- before ----
page = far.get(OWN)
ok(page.status == 200 and page.has("n’est pas encore ouvert") and page.has("Il s’ouvrira de lui-même le"), "too early: the day it opens is said", page.words()[-400:])
page = blank.get(OWN)
ok(page.has("ne peut pas s’ouvrir tout seul") and page.has("date de naissance manque"), "no birth date: what is missing is said", page.words()[-400:])

# ---- the day's job ----
ok(day_of_job() == "fait", "the job runs")
ok(state_of(missing_no) == "archives" and state_of(whole_no) == "etat_services", "one file waits for an act, one goes on", (state_of(missing_no), state_of(whole_no)))
ok(file_of(far_no) == "0" and file_of(blank_no) == "0", "none for who is far, none for who has no date")
before = sql("select count(*) from pensions.files")
ok(day_of_job() == "fait" and sql("select count(*) from pensions.files") == before, "running it again opens nothing")
number = sql(f"select number from pensions.files where file_id = {file_of(missing_no)}")
page = missing.get(OWN)
ok(page.has(number) and page.has("Avancement à l’échelon 4 (A3), attendu vers le") and page.has("Demandé aux archives, réponse due le"), "the agent reads which act is missing and who looks for it", page.words()[:900])
ok(page.has("Service des archives") and page.has("reste 15 jours ouvrés"), "who holds it, and how long it may take", page.words()[:900])
ok(page.has("Trente ans de service") and page.has("signalée sans être appliquée"), "the disputed rule only warns")
ok("Répondre pour cet acte" not in page.text, "nothing is asked of her yet")

# ---- the desk ----
page = officer.get("/pensions")
ok(page.status == 200 and page.has("Dossiers de pension") and page.has(WORD), "the list shows it", page.status)
ok(officer.get("/pensions?panier=nulle").status == 422 and officer.get("/pensions?trimestre=2200-13-45").status == 422, "a basket or a quarter that does not exist")
ok(officer.get("/pensions?etat=archives&panier=ouverts").has(WORD) and not officer.get("/pensions?etat=liquidation&panier=ouverts").has(WORD), "the step filters")
quarter = sql(f"select date_trunc('quarter', leave_on::timestamp)::date from pensions.files where file_id = {file_of(missing_no)}")
ok(officer.get(f"/pensions?trimestre={quarter}").has(WORD) and not officer.get("/pensions?trimestre=2030-01-01").has(WORD), "the quarter filters")
ok(not officer.get("/pensions?panier=ouverts&page=9999").has(WORD), "a page beyond the end is empty")
found = officer.post("/pensions/recherche", "/pensions", q=f"{WORD}-Manque")
ok(found.status == 303 and found.place.startswith("/pensions/dossiers/") and WORD not in found.place, "a matricule leads straight to the file, and stands in no address", (found.status, found.place))
FILE = found.place
ok(officer.post("/pensions/recherche", "/pensions", q=number).place == FILE, "so does its number")
page = officer.post("/pensions/recherche", "/pensions", q=WORD)
ok(page.status == 200 and page.has("Manque") and page.has("Entier"), "a name that several bear gives a list", page.status)
ok(officer.post("/pensions/recherche", "/pensions", q="Zzzzqx Yyyw").has("Aucun dossier ne correspond"), "nobody of that name")
ok(officer.post("/pensions/recherche", "/pensions", q="").status == 422, "an empty search")
page = officer.get(FILE)
ok(page.status == 200 and page.has("Avancement à l’échelon 4 (A3)") and page.has("60 ans (loi 2005-24") and page.has("article à confirmer"), "the file: what is missing, why that day and how sure", page.status)
ok(page.has("État des services à certifier") and page.has("5 jours ouvrés au plus"), "all the steps, with the time that each may take")
seen = missing.get("/consultations")
ok(seen.has("dossier de pension traité") and seen.has(f"Traitement du dossier de pension {number}"), "the agent reads who opened it and why", seen.words()[:600])
officer.get(FILE)
ok(sql(f"select count(*) from base.consultations where person_id = {missing.person} and what = 'pension'") == "1", "turning pages is one consultation")
ok(officer.get("/pensions/dossiers/0000000000000").status in (404, 422) and officer.get("/pensions/dossiers/abc").status in (404, 422), "a file that does not exist")
ok(missing.get(FILE).status == 403 and visitor.get(FILE).status == 303, "its own agent does not enter by the desk")
csv = officer.get("/pensions/liste?format=csv&panier=ouverts")
ok(csv.status == 200 and f"{WORD}-MANQUE" in csv.text and csv.headers["Content-Type"].startswith("text/csv"), "the list leaves as CSV", csv.status)
ok(officer.get("/pensions/liste?format=xlsx").body[:2] == b"PK", "and as XLSX")
ok(missing.get("/consultations").has("inclus dans une liste exportée"), "and the agent knows it")
ok(missing.get("/pensions/liste?format=csv").status == 403, "not for an agent")

# ---- forged moves ----
step = FILE + "/etape"
ok(officer.post(step, FILE, vers="paiement", motif="Je veux payer tout de suite").status == 409, "a move that does not exist")
ok(officer.post(step, FILE, vers="xyz", motif="Je veux payer tout de suite").status == 409, "a state that does not exist")
ok(officer.post(step, FILE, vers="etat_services", motif="").status == 422, "without a reason")
ok(controller.get(FILE).status == 200 and "Faire avancer" not in controller.get(FILE).text, "a controller reads, without a button")
ok(controller.post(step, None, vers="attente_agent", motif="Je fais le travail d’un autre").status == 403, "and is refused when he forges it")
ok(missing.post(step, None, vers="etat_services", motif="Mon dossier doit avancer").status == 403, "an agent forges nothing")
ok(state_of(missing_no) == "archives", "nothing moved")
entire = "/pensions/dossiers/" + re.search(r"/pensions/dossiers/(\w{13})[^>]*>[^<]*Entier", officer.get("/pensions?panier=ouverts&etat=etat_services").text)[1]
ok(officer.post(entire + "/etape", entire, vers="liquidation", motif="Sans l’approbation de personne").status == 409, "a certification is an approval, not a button")

# ---- the archive answers in its own list ----
code = sql(f"select r.code from archive.reports r join pensions.missing m using (report_id) where m.file_id = {file_of(missing_no)}")
page = archivist.get("/archives/signalements?etat=nouveau")
place = re.search(r'href="(/archives/signalements/\w{13})"[^>]*>\s*' + code, page.text)
ok(place, "the archivist has it in her list", page.words()[:300])
page = archivist.get(place[1])
ok(page.has("Avancement à l’échelon 4 (A3)") and page.has(number), "with the act and the file that asks")
ok(archivist.post(place[1], place[1], vers="introuvable", reponse="").status == 422, "an end is answered in words")
ok(archivist.post(place[1], place[1], vers="introuvable", reponse="Registre de 2001 perdu.").status == 303, "not found")
ok(state_of(missing_no) == "attente_agent", "the file goes to the agent by itself", state_of(missing_no))

# ---- the agent answers ----
page = missing.get(OWN)
ok(page.has("Un acte vous est demandé") and page.has("Registre de 2001 perdu") and page.has("le compte des délais est arrêté"), "she reads what the archive said, and that it is her turn", page.words()[:900])
ACT = re.search(r'href="(/carriere/pension/dossier/actes/\w{13})"', page.text)[1]
ok(missing.get(ACT).has("Avez-vous cet acte"), "a page of its own for the act")
ok(whole.get(ACT).status == 404, "somebody else’s act does not exist")
ok(whole.upload(ACT, OWN, {**whole.csrf(), "reponse": "absent"}, "copie", None, b"").status == 404, "nor can it be answered")
ok(missing.upload(ACT, ACT, {"reponse": "copie"}, "copie", None, b"").status == 422, "a copy without a file")
for name, content, what in (("decision.pdf", b"MZ\x90\0" + b"\0" * 4000, "a program called .pdf"), ("decision.pdf", b"<html><script>alert(1)</script></html>", "a page called .pdf"),
                            ("decision.pdf", b"", "an empty file"), ("decision.pdf", b"\x89PNG\r\n\x1a\n" + b"\0" * 100, "an image of another kind"), ("decision.pdf", pdf("a").replace(b"/Pages 2 0 R", b"/Pages 2 0 R /OpenAction << /S /JavaScript /JS (x) >>"), None)):
    answer = missing.upload(ACT, ACT, {"reponse": "copie"}, "copie", name, content)
    if what:
        ok(answer.status == 422 and "Erreur" in answer.text and "copie" in answer.text, f"{what} is refused on its field", (answer.status, answer.words()[:200]))
        ok(state_of(missing_no) == "attente_agent", f"{what}: nothing moved")
    else:
        break
ok(missing.upload(ACT, ACT, {"reponse": "copie"}, "copie", "grand.pdf", b"%PDF-1.4\n" + b"0" * (14 * 1024 * 1024)).status == 413, "a file too large")
ok(missing.upload(ACT, ACT, {"reponse": "peut-être"}, "copie", None, b"").status == 422, "an answer that is not one")
name = "../../<b>décision</b> '1'.pdf"
answer = missing.upload(ACT, ACT, {"reponse": "copie"}, "copie", name.replace('"', ""), pdf(f"Decision {WORD}"))
ok(answer.status == 303, "a real copy", (answer.status, answer.words()[:300]))
page = missing.get(OWN)
ok(state_of(missing_no) == "archives" and page.has("Vous avez envoyé une copie") and "<b>décision</b>" not in page.body.decode(), "it is verified at the archive, and its name is only text", state_of(missing_no))
ok(missing.get(ACT).status == 409 and missing.upload(ACT, OWN, {**missing.csrf(), "reponse": "absent"}, "copie", None, b"").status == 409, "nothing more to answer")
for _ in range(300):
    scan = sql(f"select s.state_code from archive.scans s join pensions.missing m on m.report_id = s.report_id where m.file_id = {file_of(missing_no)}")
    if scan != "recue":
        break
    time.sleep(0.1)
ok(scan in ("lecture", "a_saisir"), "the copy passed the inspection and waits for its two readers", scan)
# What they key enters the career: the row resolves when the desk looks at the file.
sql(f"with t as (insert into career.acts (kind_code, reference, signed_on, signatory, proof_code) values ('avancement_echelon', '{WORD}/Manque/retrouve', '2001-12-01', 'Le Ministre', 'copie') returning act_id) "
    f"insert into career.act_lines (act_id, agent_id, effect_date, after_category, after_scale, after_step) select act_id, {missing_no}, (current_date - interval '25 years 1 month')::date, 'A', 3, 4 from t; "
    f"select career_api.refresh_agents(array[{missing_no}])")
page = officer.get(FILE)
ok(state_of(missing_no) == "etat_services" and page.has("L’acte est entré dans la carrière"), "the act came: the file goes on by itself when its desk looks", state_of(missing_no))
ok(missing.get(OWN).has("Retrouvé"), "and the agent reads it")

# ---- opened by the service ----
OPEN = "/pensions/ouvrir"
soon = sql("select to_char(current_date + 200, 'DD/MM/YYYY')")
ask = {"matricule": f"{WORD}-Loin", "nature": "invalidite", "depart": soon, "motif": "Avis du comité médical reçu"}
ok(clerk.get(OPEN).status == 200 and far.get(OPEN).status == 403, "the form is for the desk")
for what, changed in (("1900", {"depart": "01/01/1900"}), ("2200", {"depart": "01/01/2200"}), ("a 30 February", {"depart": "30/02/2027"}), ("no reason", {"motif": ""}), ("no such agent", {"matricule": "ZZZ999"}),
                      ("no kind", {"nature": "autre"}), ("a field that is not asked", {"etat": "paiement"})):
    answer = officer.post(OPEN, OPEN, **{**ask, **changed})
    ok(answer.status == 422, f"opening refused: {what}", answer.status)
ok(officer.post(OPEN, OPEN, **{**ask, "matricule": f"{WORD}-Sansdate", "nature": "retraite", "depart": ""}).has("Aucune règle connue ne donne de date de départ"), "no birth date: a day is asked of the officer")
ok(controller.post(OPEN, OPEN, **ask).status == 403, "a controller opens nothing")
answer = officer.post(OPEN, OPEN, **ask)
ok(answer.status == 303 and answer.place.startswith("/pensions/dossiers/"), "opened", (answer.status, answer.words()[:200]))
UNFIT = answer.place.split("?")[0]
ok(officer.post(OPEN, OPEN, **ask).status == 409, "twice is a conflict")
page = officer.get(UNFIT)
ok(page.has("Décision de la commission de réforme") and page.has("Avis du comité médical reçu"), "it asks for the decision of the commission")
decision = {"reference": f"PV {WORD}", "decision": sql("select to_char(current_date - 3, 'DD/MM/YYYY')"), "depart": soon}
ok(officer.upload(UNFIT + "/decision", UNFIT, decision, "piece", "pv.pdf", b"PK\x03\x04" + b"\0" * 500).status == 422, "an archive called .pdf is no decision")
ok(officer.upload(UNFIT + "/decision", UNFIT, decision, "piece", None, b"").status == 422, "a decision has its paper")
controller.get(UNFIT)
answer = controller.upload(UNFIT + "/decision", OPEN, {**controller.csrf(), **decision}, "piece", "pv.pdf", pdf("PV"))
ok(answer.status == 403, "a controller records none", answer.status)
answer = officer.upload(UNFIT + "/decision", UNFIT, decision, "piece", "pv.pdf", pdf("PV"))
ok(answer.status == 303, "recorded", (answer.status, answer.words()[:300]))
page = officer.get(UNFIT)
ok(page.has(f"PV {WORD} du") and page.has("Prouvé"), "it is a fact with its paper")
paper = re.search(r'href="(/pensions/dossiers/\w{13}/faits/\w{13})"', page.text)
ok(paper and officer.get(paper[1]).body == pdf("PV") and "attachment" in officer.get(paper[1]).headers.get("Content-Disposition", ""), "which the desk can read, saved and never shown in the page")
ok(far.get(paper[1]).status == 403 and clerk.get(paper[1]).status == 404, "nobody else: not an agent, not a clerk who did not open the file")
ok(officer.get(paper[1].replace(UNFIT.rsplit("/", 1)[1], FILE.rsplit("/", 1)[1])).status == 404, "nor by another file")

# ---- asked by the agent ----
early, early_no = agent("Tot", born(40), range(1, 16))
TOKENS.append(early.cookies["guichet"])
ASK = OWN + "/demande"
ok(early.get(ASK + "?nature=anticipe").has("Départ anticipé à la demande : 55 ans (loi 2015-18"), "the rule and its source stand beside the choice")
ok(blank.get(OWN).has("Demander une pension d’invalidité") and not blank.get(OWN).has("Demander un départ anticipé"), "no rule, no early departure")
for what, day in (("1900", "01/01/1900"), ("2200", "01/01/2200"), ("yesterday", sql("select to_char(current_date - 1, 'DD/MM/YYYY')")), ("not a day", "bientôt")):
    ok(early.upload(ASK, ASK, {"nature": "anticipe", "depart": day, "motif": "Je souhaite partir"}, "piece", None, b"").status == 422, f"an early departure on {what}")
ok(blank.upload(ASK, ASK, {"nature": "anticipe", "depart": soon, "motif": "Je souhaite partir"}, "piece", None, b"").status == 409, "forged where no rule allows it")
ok(early.upload(ASK, ASK, {"nature": "anticipe", "depart": soon, "motif": "Je souhaite partir"}, "piece", "x.pdf", b"GIF89a" + b"\0" * 50).status == 422, "a paper that is not one")
ok(early.upload(ASK, ASK, {"nature": "anticipe", "depart": soon, "motif": "Je souhaite partir"}, "piece", None, b"").status == 303, "asked")
page = early.get(OWN)
ok(page.has("départ anticipé") and page.has("État des services à certifier") and page.has("Je souhaite partir"), "its file is open", page.words()[:600])
ok(early.upload(ASK, ASK, {"nature": "anticipe", "depart": soon, "motif": "Je souhaite partir"}, "piece", None, b"").status == 409, "once")

end()
