#!/usr/bin/env python3
"""A pension over HTTP, from the certificate of services to the payment: every hand beside its refusal, a career that changes, contradictory
acts, a missing index, two funds, a seal run twice, a revision; the booklet is read with pdftotext, its code with zbarimg, its seal with the
public key.

    test_circuit.py BASE_URL VAR      GUICHET_OWNER_DSN leads to the database as its owner; a runner of jobs must be up.

Agents, files and hands are of its own and are taken away, number and register too."""
import atexit
import base64
import hashlib
import json
import pathlib
import re
import secrets
import subprocess
import sys
import tempfile
import time
import urllib.parse
import uuid

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from portal import Browser, end, ok, sql

WORD = "C" + secrets.token_hex(3).upper()


LAST = sql("select coalesce(max(last_number), 0) from acts.registers where series_code = 'livret_pension' and year = extract(year from current_date)")


@atexit.register
def leave():
    # What is frozen is taken away as a superuser must: without its triggers.
    frozen = (("acts.documents", "sealed"), ("acts.registers", "counted"))
    sql("".join(f"alter table {t} disable trigger {g};" for t, g in frozen) + f"""set session_replication_role = replica;
        create temp table p as select person_id from base.persons where family_name = '{WORD}';
        create temp table a as select agent_id from career.agents where person_id in (select person_id from p);
        create temp table f as select file_id from pensions.files where agent_id in (select agent_id from a);
        create temp table t as select act_id from career.act_lines where agent_id in (select agent_id from a);
        delete from pensions.batches where batch_id in (select batch_id from pensions.batch_files where file_id in (select file_id from f));
        delete from pensions.batch_files where file_id in (select file_id from f);
        delete from pensions.appeals where file_id in (select file_id from f); delete from pensions.transfers where file_id in (select file_id from f);
        delete from pensions.approvals where file_id in (select file_id from f); delete from pensions.liquidations where file_id in (select file_id from f);
        delete from pensions.missing where file_id in (select file_id from f); delete from pensions.events where file_id in (select file_id from f);
        delete from pensions.files where file_id in (select file_id from f); delete from pensions.facts where agent_id in (select agent_id from a);
        delete from acts.documents where agent_id in (select agent_id from a);
        delete from career.act_lines where agent_id in (select agent_id from a); delete from career.acts where act_id in (select act_id from t);
        delete from career.agents where agent_id in (select agent_id from a);
        delete from base.jobs where kind like 'pensions.%' and (input ->> 'file')::bigint in (select file_id from f);
        delete from base.jobs where person_id in (select person_id from p);
        delete from base.outbox where person_id in (select person_id from p); delete from base.contacts where person_id in (select person_id from p);
        delete from base.consultations where person_id in (select person_id from p) or viewer_id in (select person_id from p);
        delete from base.sessions where person_id in (select person_id from p); delete from base.assignments where person_id in (select person_id from p);
        delete from base.idempotency where owner_id in (select person_id from p);
        delete from base.parameters where source = '{WORD}';
        update acts.registers set last_number = {LAST} where series_code = 'livret_pension' and year = extract(year from current_date);
        delete from base.persons where person_id in (select person_id from p);
        set session_replication_role = origin;""" + "".join(f"alter table {t} enable always trigger {g};" for t, g in frozen))


class Person(Browser):
    def __init__(self, given, role=None, place="RB", born="1970-01-01"):
        self.id = sql(f"insert into base.persons (family_name, given_names, sex, birth_date) values ('{WORD}', '{given}', 'F', '{born}') returning person_id")
        if role:
            sql(f"""insert into base.assignments (person_id, role_code, structure_id, granted_by, confirmed_by, valid_from)
                select {self.id}, '{role}', case when r.is_staff then s.structure_id end, g.person_id, g.person_id2, current_date - 1 from base.roles r, base.structures s,
                (select min(person_id) as person_id, max(person_id) as person_id2 from accounts.logins) g where r.role_code = '{role}' and s.code = '{place}'""")
        super().__init__("Essai", None, person=self.id)
        sql(f"update base.sessions set proved_at = now() where person_id = {self.id}")

    def post(self, page, action, **fields):
        # A form that the page does not show is tried all the same, as somebody who writes his own requests would.
        token = self.hidden(page, action) or {k: v for k, v in re.findall(r'<input type="hidden" name="(_[^"]*)" value="([^"]*)"', page.text)}
        if "_jeton" in token and "_cle" not in token:
            token["_cle"] = str(uuid.uuid4())
        return self.send("POST", action, urllib.parse.urlencode({**token, **fields}))


def agent(given, index=1000, fund="FNRB", born="1966-11-01", since="1997-01-01", contract=None):
    """An agent at the end of his career, by acts: entered in 1997, one step in 2020."""
    person = Person(given, "agent", born=born)
    status = "FE" if fund == "FNRB" else "ACDPE"
    person.agent = sql(f"insert into career.agents (person_id, matricule, status_code, first_service_date, structure_id) select {person.id}, '{WORD}{person.id}', '{status}', '{since}', structure_id "
                       f"from base.structures where code = 'DRSC' returning agent_id")
    person.act("nomination", since, f"after_status_code => '{status}', after_category => 'A', after_scale => 1, after_step => 1, after_index => {index or 'null'}, after_position_code => 'activite'")
    sql(f"select career_api.refresh_agents(array[{person.agent}])")
    return person


def add_act(person, kind, effect, fields):
    columns = [f.split(" => ") for f in fields.split(", ")]
    act = sql(f"insert into career.acts (kind_code, reference, signed_on, signatory, proof_code) values ('{kind}', '{WORD}/{kind}/{effect}', '{effect}', 'Le Ministre', 'copie') returning act_id")
    sql(f"insert into career.act_lines (act_id, agent_id, line_no, effect_date, {', '.join(c for c, _ in columns)}) values ({act}, {person.agent}, 1, '{effect}', {', '.join(v for _, v in columns)})")
    return act


Person.act = add_act


def file_of(person, funds="FNRB", leave="2027-01-01"):
    n = sql(f"""insert into pensions.files (number, agent_id, kind_code, origin_code, regimes, leave_on, leave_source, state_code, structure_rank)
        select 'P2027-' || lpad((70000 + {person.id} % 20000)::text, 5, '0'), a.agent_id, 'retraite', 'service', '{{{funds}}}', '{leave}', 'essai', 'etat_services', a.structure_rank
        from career.agents a where a.agent_id = {person.agent} returning number""")
    page = officer.get("/pensions/lots?trimestre=2027-01-01")
    for number in range(2, 40):
        found = re.search(r'/pensions/dossiers/(\w+)/circuit">[^<]*</a>(?:(?!/circuit">).)*?%s' % n, page.text, re.S)
        if found or "HAS_PAGES" in page.text:
            break
        page = officer.get(f"/pensions/lots?trimestre=2027-01-01&page={number}")
    return f"/pensions/dossiers/{found[1]}", n


def state(number):
    return sql(f"select state_code from pensions.files where number = '{number}'")


def until(number, wanted, seconds=30):
    began = time.monotonic()
    while time.monotonic() - began < seconds:
        if sql(wanted.format(n=number)) == "t":
            return True
        time.sleep(0.1)
    return False


COMPUTED = "select exists (select from pensions.liquidations l join pensions.files f using (file_id) where f.number = '{n}')"


def approve(person, place, **fields):
    return person.post(person.get(place + "/circuit"), place + "/approuver", **fields)


clerk, officer, controller, chief = Person("Clerc", "clerk"), Person("Liquide", "pension_officer"), Person("Controle", "pension_controller"), Person("Chef", "pension_chief")
afi = agent("Afi")
place, number = file_of(afi)
CIRCUIT, CALCUL = place + "/circuit", place + "/calcul"

# ---- services ----
page = clerk.get(CIRCUIT)
ok(page.status == 200 and page.has("certifier que l’état des services dit toute la carrière"), "the clerk's turn is said", page.words()[:300])
ok(clerk.get("/pensions/dossiers/AAAAAAAAAAAAA/circuit").status == 404, "an unknown file is not there")
ok(afi.get(CIRCUIT).status == 403, "the agent has no desk page")
ok(clerk.post(page, place + "/approuver", empreinte="0" * 64).status == 409, "a forged hash certifies nothing")
ok(clerk.post(page, place + "/approuver", empreinte="xyz", etape="couronnement").status == 422, "an unknown step is refused")
answer = approve(controller, place, etape="etat_services", empreinte=re.search(r'name="empreinte" value="(\w+)"', page.text)[1])
ok(answer.status == 403 and state(number) == "etat_services", "a controller certifies nothing", answer.words()[:200])
ok(clerk.post(page, place + "/approuver").status == 303 and state(number) == "liquidation", "the clerk certifies")
ok(clerk.post(page, place + "/approuver").status == 303 and sql(f"select count(*) from pensions.approvals a join pensions.files using (file_id) where number = '{number}'") == "1", "the same form twice certifies once")
ok(until(number, COMPUTED), "the pension is computed by itself")

# ---- computation ----
page = officer.get(CALCUL)
francs = 300 * 1000 * 60 // 100
ok(page.status == 200 and page.has("180 000 FCFA") and francs == 180000, "thirty years at index 1,000: 60 % of 300,000", page.words()[:400])
ok(page.has("valeur de démonstration") and page.has("article à confirmer") and page.has("1. Services effectifs"), "the lines, what is not sure")
ok(page.has("version 1"), "its version")
answer = officer.post(page, place + "/calculer")
ok(answer.status == 303 and officer.get(CALCUL).has("version 1"), "computed again without a change: no version", answer.words()[:300])
ok(clerk.post(clerk.get(CALCUL), place + "/calculer").status == 403, "a clerk does not compute")
own = afi.get("/carriere/pension/dossier/calcul")
ok(own.status == 200 and own.has("180 000 FCFA") and own.has("n’est pas encore signé"), "the agent reads the same, and that it may change", own.words()[:300])
seen = afi.get("/carriere/consultations")
ok(seen.status != 200 or f"Dossier de pension {number}" in seen.words() or sql(f"select count(*) from base.consultations where person_id = {afi.id} and what = 'pension'") != "0", "who looked is written")
sql(f"insert into pensions.facts (agent_id, kind_code, value, label, reference, source, is_proven) values ({afi.agent}, 'bonification', 720, 'Décoration', 'Brevet', 'Explication', true)")
stale = approve(officer, place, etape="liquidation", empreinte=sql(f"select encode(pensions_api.content_hash(file_id), 'hex') from pensions.files where number = '{number}'"))
ok(stale.status == 409 and stale.has("recalculez"), "a bonus came: the old computation does not go on", stale.words()[:200])
officer.post(officer.get(CALCUL), place + "/calculer")
page = officer.get(CALCUL)
ok(page.has("192 000 FCFA") and page.has("version 2") and page.has("180 000 FCFA auparavant") and page.has("nouveau"), "two years more: 192,000, beside what it was", page.words()[:600])

# ---- hands ----
page = officer.get(CIRCUIT)
ok(officer.post(page, place + "/approuver").status == 303 and state(number) == "controle", "the officer proposes")
twin = Person("Liquide Ablavi", "pension_controller")
answer = approve(twin, place, etape="controle", empreinte=officer.hidden(page, place + "/approuver")["empreinte"])
ok(answer.status == 403 and answer.has("déjà donné un accord"), "the same human under another account does not control", answer.words()[:200])
double = Person("Afi", "pension_controller", born="1966-11-01")
answer = approve(double, place, etape="controle", empreinte=officer.hidden(page, place + "/approuver")["empreinte"])
ok(answer.status == 403 and answer.has("bénéficiaire"), "nor the beneficiary", answer.words()[:200])
page = controller.get(CIRCUIT)
ok(controller.post(page, place + "/rendre", motif="").status == 422, "a file is not returned without a reason")
ok(controller.post(page, place + "/rendre", motif="Relire la ligne 2.").status == 303 and state(number) == "liquidation", "the controller returns it with a reason")
ok(officer.get(CIRCUIT).has("Relire la ligne 2."), "which the page tells")
approve(officer, place)
ok(approve(controller, place).status == 303 and state(number) == "signature", "proposed and controlled again", state(number))
sql(f"update base.sessions set proved_at = now() - interval '11 minutes' where person_id = {chief.id}")
page = chief.get(CIRCUIT)
ok(page.has("Confirmer que c’est moi") and "name=\"empreinte\"" not in page.text, "an old second factor: the page asks it first", page.words()[:300])
content = sql(f"select encode(pensions_api.content_hash(file_id), 'hex') from pensions.files where number = '{number}'")
ok(chief.post(page, place + "/approuver", etape="signature", empreinte=content).status == 403 and state(number) == "signature", "and signs nothing")
sql(f"update base.sessions set proved_at = now() where person_id = {chief.id}")
listed = chief.get("/pensions/signature")
tick = re.search(r'value="(\w+\.%s)"' % content, listed.text)
ok(tick is not None and listed.has("192 000"), "the list to sign has it", listed.words()[:300])
forged = chief.post(listed, "/pensions/signature", dossiers=tick[1].split(".")[0] + "." + "0" * 64)
ok(forged.status == 409 and state(number) == "signature", "a forged hash in the list signs nothing", forged.words()[:200])
ok(chief.post(listed, "/pensions/signature", dossiers="n’importe quoi").status == 422, "an unreadable tick is refused")
ok(chief.post(chief.get("/pensions/signature"), "/pensions/signature", dossiers=tick[1]).status == 303, "the chief signs the list")
ok(until(number, "select state_code = 'remise' from pensions.files where number = '{n}'"), "numbered, sealed, handed over", state(number))

# ---- booklet ----
reference, code = sql(f"select f.concession_reference || ' ' || d.code from pensions.files f join acts.documents d on d.document_id = f.booklet_id where f.number = '{number}'").split(" ")
ok(reference.startswith(f"{int(LAST) + 1:04d}/"), "the next number of the register", (reference, LAST))
pdf = afi.get("/carriere/pension/dossier/livret.pdf")
desk = officer.get(place + "/livret.pdf")
ok(pdf.status == 200 and pdf.body.startswith(b"%PDF") and pdf.body == desk.body, "the agent and the desk have the same booklet", pdf.status)
ok(Person("Autre", "citizen").get(place + "/livret.pdf").status == 403, "nobody else has it")
with tempfile.TemporaryDirectory() as folder:
    at = pathlib.Path(folder) / "livret.pdf"
    at.write_bytes(pdf.body)
    text = re.sub(r"\s+", " ", subprocess.run(["pdftotext", "-layout", at, "-"], capture_output=True, text=True).stdout).replace("\u00a0", " ")
    for words in ("LIVRET DE PENSION", "192 000 FCFA", "cent quatre-vingt-douze mille francs CFA", "article à confirmer", "aleur de démonstration", "Si vous n’êtes pas d’accord", "Services pris en compte", reference):
        ok(words in text, f"the booklet says: {words}", text[:300])
    subprocess.run(["pdftoppm", "-r", "200", "-png", at, at.with_suffix("")], check=True)
    said = "".join(subprocess.run(["zbarimg", "-q", "--raw", p], capture_output=True, text=True).stdout for p in sorted(pathlib.Path(folder).glob("*.png"))).strip()
jws = sql(f"select jws from acts.documents where code = '{code}'")
ok(said.endswith("#" + jws), "its square code holds the seal", said[:80])
payload = json.loads(base64.urlsafe_b64decode(jws.split(".")[1] + "=="))
stored = sql(f"select content::text from acts.documents where code = '{code}'")
ok(payload["h"] == base64.urlsafe_b64encode(hashlib.sha256(stored.encode()).digest()).decode().rstrip("="), "the seal holds the hash of what is printed")
check = clerk.get("/verifier?acte=" + code)
ok(check.status == 200 and check.has("Livret de pension"), "anybody checks it by its code", check.words()[:200])
told = sql(f"select count(*) from base.outbox where person_id = {afi.id}")
ok(sql(f"select count(*) from base.audit where verb = 'scellement' and object = 'dossier {number}' and person_id = {chief.id}") == "1", "the journal names who signed")
sql(f"select job_api.put('pensions.seal', {chief.id}, jsonb_build_object('file', (select file_id from pensions.files where number = '{number}')))")
until(number, f"select not exists (select from base.jobs where kind = 'pensions.seal' and state_code in ('attente', 'cours') and person_id = {chief.id}) or '{{n}}' = ''")
ok(sql(f"select count(*) from acts.documents where agent_id = {afi.agent}") == "1" and sql("select max(last_number) from acts.registers where series_code = 'livret_pension' and year = extract(year from current_date)") == str(int(LAST) + 1),
   "the seal run twice: one booklet, one number")

# ---- handing over ----
page = officer.get(CIRCUIT)
ok(page.has("Fonds national des retraites (FNRB)") and page.has("Réponse attendue"), "fund and payer are awaited")
ok(officer.post(page, place + "/accuse", organisme="FNRB", reference="DGB-1", recu_le="1er janvier 2020").status == 422, "an answer before the question is refused")
ok(officer.post(page, place + "/accuse", organisme="FNRB", reference="", recu_le=time.strftime("%d/%m/%Y")).status == 422, "nor without its reference")
for body in ("FNRB", "TRESOR"):
    ok(officer.post(officer.get(CIRCUIT), place + "/accuse", organisme=body, reference="R-1", recu_le=time.strftime("%d/%m/%Y")).status == 303, f"{body} answered")
ok(state(number) == "remise", "the first payment is not known yet")
ok(officer.post(officer.get(CIRCUIT), place + "/premier-paiement", paiement_le="31 décembre 2026").status == 422, "no payment before the pension")
ok(officer.post(officer.get(CIRCUIT), place + "/premier-paiement", paiement_le="24 janvier 2027").status == 303 and state(number) == "paiement", "paid", state(number))

# ---- revision ----
REVIEW = "/carriere/pension/dossier/recours"
page = afi.get(REVIEW)
ok(page.status == 200 and page.has("Demander une révision"), "a revision is open", page.words()[:300])
ok(afi.post(page, REVIEW, texte="non").status == 422, "it says why")
ok(afi.post(page, REVIEW, texte="Mes deux années de stage ne sont pas comptées.").status == 303, "asked")
page = afi.get(REVIEW)
ok(page.has("Une demande est déjà en cours") and page.has("Réponse attendue avant le"), "one at a time, with its own delay", page.words()[:300])
page = officer.get(CIRCUIT)
form = re.search(r'action="(%s/recours/\w+)"' % place, page.text)
ok(form is not None, "the desk is asked")
ok(controller.get(CIRCUIT).text.count("/recours/") == 0, "a controller is not")
ok(officer.post(page, form[1], decision="refuser", reponse="").status == 422, "no answer without a reason")
ok(officer.post(page, form[1], decision="refuser", reponse="Le stage n’est pas un service : article lu.").status == 303, "refused with a reason")
page = afi.get(REVIEW)
ok(page.has("Former un recours") and page.has("Le stage n’est pas un service"), "the agent reads it and may appeal", page.words()[:300])
afi.post(page, REVIEW, texte="Je demande à une autre personne de relire.")
form = re.search(r'action="(%s/recours/\w+)"' % place, chief.get(CIRCUIT).text)
ok(form is not None and not re.search(r'action="(%s/recours/\w+)"' % place, officer.get(CIRCUIT).text), "the appeal is the chief's, not of who refused")
ok(chief.post(chief.get(CIRCUIT), form[1], decision="accepter", reponse="Le stage compte : la décision est relue.").status == 303 and state(number) == "liquidation", "accepted: computed anew")
ok(until(number, "select count(*) = 3 from pensions.liquidations l join pensions.files f using (file_id) where f.number = '{n}'"), "as a third version")

# ---- what stops a computation ----
odd = agent("Contradictoire", born="1966-11-02")
for n in range(2):
    odd.act("avancement_echelon", f"202{n}-01-01", "before_category => 'A', before_scale => 1, before_step => 1, after_category => 'A', after_scale => 1, after_step => 2, after_index => 1100")
sql(f"select career_api.refresh_agents(array[{odd.agent}])")
blank = agent("Sansindice", index=0, born="1966-11-03")
both = agent("Deuxcaisses", born="1966-11-04")
gone = {}
for who, words, funds in ((odd, "Même échelon accordé deux fois", "FNRB"), (blank, "Indice inconnu", "FNRB"), (both, "Taux par annuité", "FNRB,CNSS")):
    spot, n = file_of(who, funds)
    approve(clerk, spot)
    until(n, COMPUTED)
    page = officer.get(spot + "/calcul")
    ok(page.has("Pas encore calculable") and page.has(words) and not page.has("9. Pension mensuelle"), f"{words}: no amount, named", page.words()[300:700])
    gone[n] = spot
    answer = approve(officer, spot, etape="liquidation", empreinte=sql(f"select encode(pensions_api.content_hash(file_id), 'hex') from pensions.files where number = '{n}'"))
    ok(answer.status == 409 and state(n) == "liquidation", f"{words}: the file stays", answer.words()[:200])
short = agent("Courte", born="1966-11-05", since="2020-01-01")
spot, n = file_of(short)
approve(clerk, spot)
until(n, COMPUTED)
page = officer.get(spot + "/circuit")
ok(page.has("Rejeter : pas de droit à pension"), "less than fifteen years: no right", page.words()[:300])
ok(officer.post(page, spot + "/rejeter", motif_rejet="Moins de quinze ans de services effectifs.").status == 303 and state(n) == "rejete", "rejected with a reason", state(n))
ok(short.get(REVIEW).has("Demander une révision"), "and it can be contested")

# ---- a quarter ----
LOTS = "/pensions/lots?trimestre=2027-01-01"
page = officer.get(LOTS)
ok(page.status == 200 and page.has("1er trimestre 2027") and page.has("Indice inconnu"), "a quarter: what its files wait for", page.words()[:300])
ok(clerk.post(clerk.get(LOTS), "/pensions/lots", trimestre="2027-01-01").status in (403, 409), "a clerk launches nothing")
ok(officer.get("/pensions/lots?trimestre=jamais").status == 422, "a quarter that is no date is refused")
answer = officer.post(page, "/pensions/lots", trimestre="2027-01-01")
ok(answer.status == 303, "the batch is launched", answer.words()[:300])
until("x", "select '{n}' <> '' and not exists (select from pensions.batches where ended_at is null and quarter = '2027-01-01')")
page = officer.get(LOTS)
ok(page.has("Dernier lot") and re.search(r"\d+ qui attendent", page.words()) is not None, "what it came to is told, file by file", page.words()[:500])
ok(officer.get("/pensions/lots?trimestre=1999-01-01").has("Aucun dossier pour ce trimestre"), "an empty quarter says so")
end()
