#!/usr/bin/env python3
"""Certificates over HTTP: issued at once, asked twice, routed, established, refused, cancelled; each beside its refusal. The PDF is
read with pdftotext, its code with zbarimg, its seal with the public key; numbers are asked by two sessions at once.

    test_certificates.py BASE_URL DEMO_DIR       GUICHET_OWNER_DSN must lead to the database, a runner of jobs must be up."""
import base64
import hashlib
import json
import os
import pathlib
import re
import secrets
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from portal import Browser, end, ok, psql, sql

HERE = pathlib.Path(__file__).resolve().parent
WORD = "T" + secrets.token_hex(3).upper()


class Person(Browser):
    def __init__(self, token, person=0, matricule=""):
        super().__init__(token=token, person=person)
        self.matricule = matricule

    def ask(self, kind, **fields):
        where = f"/carriere/attestations/demande/{kind}"
        return self.post(self.get(where), where, **fields)

    def issued(self, place):
        """The page of a certificate once its job has ended, and how long that took."""
        began = time.monotonic()
        return self.wait(place, 30), time.monotonic() - began


people = {}
for line in psql("-v", f"word={WORD}", "-f", str(HERE / "people.sql")).splitlines():
    name, token, matricule, person = line.split(" ")
    people[name] = Person(token, int(person), matricule)
whole, other, plain, spare, vague, blank, inside, desk, far = (people[n] for n in ("whole", "other", "plain", "spare", "vague", "blank", "inside", "desk", "far"))
LIST = "/carriere/attestations"


def request_of(person, kind):
    return sql(f"select max(request_id) from certificates.requests where person_id = {person.person} and kind_code = '{kind}'")


def state_of(person, kind):
    return sql(f"select state_code from certificates.requests where request_id = (select max(request_id) from certificates.requests where person_id = {person.person} and kind_code = '{kind}')")


# ---- before asking ----
page = whole.get(LIST)
ok(page.status == 200 and page.text.count("Vérifier et demander") == 4, "four certificates may be asked", page.status)
ok(page.has("Aucun document pour l’instant"), "an empty list says so")
ok(page.has("Manque : attestation de présence au poste en cours de validité ; certificat de non-radiation en cours de validité"), "what is missing is named before asking")
page = whole.get(LIST + "/demande/presence_poste")
ok(page.text.count("g-verdicts__oui") == 6 and "g-verdicts__non" not in page.text, "its conditions are ticked before asking", page.text.count("g-verdicts__oui"))
ok(re.search(r'href="/carriere/actes/[0-9A-Z]{13}"', page.text) is not None, "with the act behind each")
ok(page.text.count('class="govuk-button"') == 1, "one button")
ok(whole.get(LIST + "/demande/inconnu").status in (404, 422), "a kind that does not exist", whole.get(LIST + "/demande/inconnu").status)
ok(Person(None).get(LIST).status == 303, "a visitor signs in first")
ok(desk.get(LIST).status == 403, "a clerk who is no agent has none", desk.get(LIST).status)

# ---- at once ----
answer = whole.ask("presence_poste")
ok(answer.status == 303 and re.fullmatch(LIST + r"/[0-9A-Z]{13}", answer.place), "asked", f"{answer.status} {answer.place}")
presence = answer.place
page, took = whole.issued(presence)
ok(page.has("Télécharger le PDF") and page.has("Valable"), "issued", page.status)
ok(took < 10, "within seconds", f"{took:.2f} s")
form = whole.hidden(whole.get(LIST + "/demande/validite_services"), LIST + "/demande/validite_services")
again = whole.send("POST", LIST + "/demande/presence_poste", urllib.parse.urlencode(form))
ok(again.status == 303 and again.place == presence + "?fait=attestation_deja", "asked again: led to the one she has", again.place)
ok(sql(f"select count(*) from certificates.requests where person_id = {whole.person}") == "1", "asked twice: the same")
ok(whole.get(LIST + "/demande/presence_poste").has("Vous en avez un exemplaire qui vaut encore"), "and offered instead")
ok(not whole.hidden(whole.get(LIST + "/demande/presence_poste"), LIST + "/demande/presence_poste"), "without a form")
pdf = whole.get(presence + "/pdf")
ok(pdf.status == 200 and pdf.body.startswith(b"%PDF-1.") and pdf.headers["Content-Type"] == "application/pdf", "its PDF", pdf.status)
ok(re.search(r'filename="?presence-poste-[0-9A-Z]{12}\.pdf', pdf.headers.get("Content-Disposition", "")), "named", pdf.headers.get("Content-Disposition"))
ok(hashlib.sha256(pdf.body).hexdigest() == sql(f"select encode(file_sha256, 'hex') from acts.documents where document_id = (select document_id from certificates.requests where request_id = {request_of(whole, 'presence_poste')})"),
   "byte for byte what was recorded")


def read(body):
    """Text and code of a PDF."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "a.pdf"
        path.write_bytes(body)
        text = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True).stdout
        pages = int(re.search(r"Pages:\s+(\d+)", subprocess.run(["pdfinfo", str(path)], capture_output=True, text=True).stdout)[1])
        subprocess.run(["pdftoppm", "-r", "150", "-png", "-f", str(pages), str(path), str(pathlib.Path(folder) / "p")], check=True)
        codes = [subprocess.run(["zbarimg", "-q", "--raw", str(p)], capture_output=True, text=True).stdout.strip() for p in sorted(pathlib.Path(folder).glob("p*.png"))]
    return re.sub(r"\s+", " ", text), next((c for c in codes if c), "")


def payload_of(code):
    ok("/v#" in code, "the code opens the page that verifies", code[:60])
    head, body, signature = code.split("/v#")[1].split(".")
    raw = base64.urlsafe_b64decode(body + "=" * (-len(body) % 4))
    return json.loads(raw), json.loads(base64.urlsafe_b64decode(head + "=" * (-len(head) % 4))), f"{head}.{body}".encode(), base64.urlsafe_b64decode(signature + "==")


text, code = read(pdf.body)
name = f"{WORD}WHOLE Whole".upper()
ok("ATTESTATION DE PRÉSENCE AU POSTE" in text and f"Madame {WORD}WHOLE Whole" in text and whole.matricule in text, "the paper names the person", text[:200])
ok("présente à son poste" in text and "Service des Ressources Humaines, du Travail et des Emplois" in text, "in her gender, with her place")
ok("{" not in text and "présent(e)" not in text, "no word is left to fill")
said, head, signed, signature = payload_of(code)
ok(said["t"] == "certificat" and said["m"] == whole.matricule and said["r"] in text and said["x"] > said["d"], "what the seal says is what the paper says", said)
key = sql(f"select encode(public_key, 'hex') from acts.seal_keys where kid = '{head['kid']}'")
with tempfile.TemporaryDirectory() as folder:
    (pathlib.Path(folder) / "k.der").write_bytes(bytes.fromhex("302a300506032b6570032100" + key))
    (pathlib.Path(folder) / "m").write_bytes(signed)
    (pathlib.Path(folder) / "s").write_bytes(signature)
    verify = ["openssl", "pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey", f"{folder}/k.der", "-rawin", "-in", f"{folder}/m", "-sigfile", f"{folder}/s"]
    ok(subprocess.run(verify, capture_output=True).returncode == 0, "OpenSSL verifies the seal with the public key alone")
    (pathlib.Path(folder) / "m").write_bytes(signed[:-1] + (b"A" if signed[-1:] != b"A" else b"B"))
    ok(subprocess.run(verify, capture_output=True).returncode != 0, "and refuses one letter changed")
content = sql(f"select content::text from acts.documents d join certificates.requests r using (document_id) where r.request_id = {request_of(whole, 'presence_poste')}")
ok(base64.urlsafe_b64encode(hashlib.sha256(content.encode()).digest()).rstrip(b"=").decode() == said["h"], "the seal holds the hash of the content")
ok(sql(f"select count(*) from base.outbox where person_id = {whole.person} and subject like '%document est prêt'") == "1", "she is told, once")



def verified(code):
    """What the public page of verification knows of a code."""
    answer = Person(None).get("/api/v1/documents/" + code)
    return json.loads(answer.text) if answer.status == 200 else {"state": answer.status}


def code_of(person, kind):
    return sql(f"select d.code from acts.documents d join certificates.requests r using (document_id) where r.request_id = {request_of(person, kind)}")


ok(verified(said["c"])["state"] == "en_vigueur" and verified(said["c"])["reference"] == said["r"], "anybody verifies it by its code", verified(said["c"]))
answer = Person(None).get("/api/v1/empreintes/" + hashlib.sha256(pdf.body).hexdigest())
ok(answer.status == 200 and json.loads(answer.text)["code"] == said["c"], "or by the file itself", answer.status)
ok(Person(None).get("/api/v1/empreintes/" + hashlib.sha256(pdf.body + b" ").hexdigest()).status == 404, "a file changed by one byte is unknown")

# ---- the chain ----
page = whole.get(LIST + "/demande/validite_services")
ok(page.text.count("g-verdicts__non") == 1 and page.has("Demandez d’abord le certificat de non-radiation"), "half a chain says what is missing")
page, _ = whole.issued(whole.ask("non_radiation").place)
ok(page.has("Télécharger le PDF"), "non-radiation")
validity = whole.ask("validite_services").place
page, _ = whole.issued(validity)
ok(page.has("Télécharger le PDF"), "validity of services, on the two others")
text, code = read(whole.get(validity + "/pdf").body)
ok("1er juillet 2044 (limite d’âge : 60 ans)" in text and "2065" not in text, "the age of the category, never hiring and 55 times 365 days")
ok(said["r"] in text.replace(" ", "") or said["r"].split("/")[0] in text, "it cites the presence")
ok("Le Directeur de Cabinet" in text, "signed by the Directeur de Cabinet")
place = whole.ask("etat_services").place
whole.issued(place)
text, code = read(whole.get(place + "/pdf").body)
ok("Nomination" in text and f"{whole.matricule}/ESSAI" in text.replace(" ", "") and "Original vu" in text, "each line of service with its act and proof", text[:400])

# ---- somebody else's ----
for path in (presence, presence + "/pdf", validity):
    ok(other.get(path).status == 404, "another agent: it does not exist", other.get(path).status)
ok(other.post(other.get(LIST), presence + "/retirer").status in (403, 404, 400), "nor can he withdraw it")

# ---- forged fields ----
page = other.get(LIST + "/demande/non_radiation")
ok("fonction" not in re.findall(r'name="([^"]*)"', page.text), "what is not needed is not asked")
answer = other.ask("non_radiation", par_decret="oui", fonction="Ministre", decret="décret 1")
ok(answer.status == 422, "a forged function", answer.status)
answer = other.ask("presence_poste", fonction="Ministre")
ok(answer.status == 422 and answer.has("fonction exercée par décret"), "a function without its decree", answer.status)
answer = other.ask("presence_poste", par_decret="oui", fonction="Directeur", decret="décret n° 1", predecesseur="AHOYO")
ok(answer.status == 422 and answer.has("son matricule") and 'value="AHOYO"' in answer.text, "half a predecessor: the form comes back as it was typed", answer.status)
answer = other.ask("presence_poste", variante="simple")
ok(answer.status == 422, "a field that the form does not have", answer.status)
answer = other.ask("presence_poste", agent="1")
ok(answer.status == 422 and request_of(other, "presence_poste") == "", "nobody asks for another", answer.status)

# ---- in two windows at once ----
pages = [spare.get(LIST + "/demande/presence_poste") for _ in range(4)]
places = []
threads = [threading.Thread(target=lambda p=p: places.append(spare.post(p, LIST + "/demande/presence_poste").place.split("?")[0])) for p in pages]
for t in threads:
    t.start()
for t in threads:
    t.join()
ok(len(set(places)) == 1 and places[0], "asked four times at once: one request", places)
ok(sql(f"select count(*) from certificates.requests where person_id = {spare.person}") == "1", "one row")
spare.issued(places[0])
ok(sql(f"select count(*) from acts.documents d join certificates.requests r using (document_id) where r.person_id = {spare.person}") == "1", "one document")

# ---- to the desk ----
place = vague.ask("presence_poste").place
page = vague.get(place)
ok(page.status == 200 and page.has("À l’étude") and page.has("affectation déclarée, sans acte"), "routed, with the reason", page.status)
ok(page.has("10 jours ouvrés") and page.has("valeur de démonstration"), "with a delay that says it is a demonstration value")
ok(state_of(vague, "presence_poste") == "attente", "it waits")
ok(vague.get(place + "/pdf").status == 404, "there is no paper yet")
other_place = place
page = desk.get(f"/attestations?q={vague.matricule}")
ok(page.status == 200 and page.has(f"{WORD}VAGUE"), "the basket", page.status)
where = re.search(r'href="(/attestations/[0-9A-Z]{13})"', page.text)[1]
ok(far.get(where).status == 404 and not far.get("/attestations").has(f"{WORD}VAGUE"), "a clerk of nowhere: it does not exist", far.get(where).status)
ok(whole.get(where).status == 403 and whole.get("/attestations").status == 403, "an agent has no desk")
page = desk.get(where)
ok(page.status == 200 and page.has("affectation déclarée, sans acte") and page.has("Présence constatée"), "one request with its reasons", page.status)
ok(sql(f"select count(*) from base.consultations where person_id = {vague.person} and viewer_id = {desk.person} and what = 'attestation'") == "1", "a line that he reads")
desk.get(where)
ok(sql(f"select count(*) from base.consultations where person_id = {vague.person}") == "1", "one, not one a click")
ok(vague.get("/consultations").has("demande d’attestation étudiée"), "in his own journal")
answer = desk.post(page, where + "/confirmer", condition="affectation", fait="", justification="")
ok(answer.status == 422, "nothing is established without a fact", answer.status)
answer = desk.post(page, where + "/confirmer", condition="position", fait="En activité", justification="Vu hier à son poste")
ok(answer.status == 422 and answer.has("ne peut pas être établi"), "what the file proves is not established", answer.status)
answer = desk.post(page, where + "/verifier")
ok(answer.status == 422 and answer.has("ne prouve pas encore tout"), "judged again: not yet", answer.status)
answer = desk.post(page, where + "/confirmer", condition="affectation", fait="Présence attestée par le chef du SRHTE", justification="Vu à son bureau le 24 novembre avec son chef")
ok(answer.status == 303, "established", answer.status)
page, _ = desk.issued(where)
ok(page.has("Le document") and page.has("Annuler ce document"), "and issued")
text, _ = read(vague.get(place + "/pdf").body)
ok("Présence attestée par le chef du SRHTE" in text and "après étude par le bureau" in text, "the paper says so")
ok(desk.get(where + "/pdf").body == vague.get(place + "/pdf").body, "the desk reads the same file")
ok(not vague.get(place).has("Desk"), "the agent sees a desk, not a clerk's name")

# ---- cancelled ----
answer = desk.post(page, where + "/annuler", explication="")
ok(answer.status == 422, "a cancellation has a reason", answer.status)
answer = desk.post(page, where + "/annuler", explication="Le chef avait confondu deux agents")
ok(answer.status == 303 and desk.get(where).has("Le chef avait confondu deux agents"), "cancelled", answer.status)
ok(desk.post(page, where + "/annuler", explication="encore").status in (303, 409), "once")
ok(sql(f"select d.state_code from acts.documents d join certificates.requests r using (document_id) where r.person_id = {vague.person}") == "annule", "the document says so to whoever verifies")
ok(verified(code_of(vague, "presence_poste"))["state"] == "annule", "and so does the public answer", verified(code_of(vague, "presence_poste")))
ok(vague.get(place).has("Ce document est annulé") and vague.get(place).has("recours gracieux"), "and its owner reads why, and his remedies")

# ---- refused ----
place = blank.ask("etat_services").place
ok(blank.get(place).has("Aucun acte d’entrée au dossier"), "no act at all")
page = desk.get(f"/attestations?q={blank.matricule}")
where = re.search(r'href="(/attestations/[0-9A-Z]{13})"', page.text)[1]
page = desk.get(where)
ok(desk.post(page, where + "/refuser", motif="", explication="Aucun acte").status == 422, "a refusal has a reason")
answer = desk.post(page, where + "/refuser", motif="piece", explication="Votre acte de nomination n’est pas au dossier.")
ok(answer.status == 303, "refused", answer.status)
page = blank.get(place)
ok(page.has("Votre acte de nomination n’est pas au dossier.") and page.has("Ce que vous pouvez faire"), "with a reason and remedies")
ok(sql(f"select count(*) from base.outbox where person_id = {blank.person} and subject = 'Votre demande est refusée'") == "1", "and a message")
ok(desk.post(desk.get(where), where + "/confirmer", condition="entree", fait="Acte vu", justification="Acte vu en original hier").status in (403, 409), "nothing more is decided")
place = blank.ask("etat_services").place
ok(blank.post(blank.get(place), place + "/retirer").status == 303 and blank.get(place).has("Vous avez retiré cette demande"), "asked again, and withdrawn")

# ---- the beneficiary at the desk ----
place = inside.ask("presence_poste").place
page = inside.get(f"/attestations?q={inside.matricule}")
ok(page.has("la vôtre : une autre personne l’étudie") and not re.search(r'href="/attestations/[0-9A-Z]{13}"', page.text), "her own request is no link")
page = desk.get(f"/attestations?q={inside.matricule}")
where = re.search(r'href="(/attestations/[0-9A-Z]{13})"', page.text)[1]
ok(inside.get(where).status == 403, "nor opened", inside.get(where).status)
token = inside.hidden(inside.get(LIST + "/demande/non_radiation"), LIST + "/demande/non_radiation")
for action, fields in (("/confirmer", {"condition": "affectation", "fait": "Présente", "justification": "Je suis à mon poste"}), ("/verifier", {}), ("/refuser", {"motif": "absent", "explication": "Je ne suis pas là"})):
    answer = inside.send("POST", where + action, urllib.parse.urlencode({**token, "_cle": secrets.token_hex(4) + "-0000-4000-8000-" + secrets.token_hex(6), **fields}))
    ok(answer.status == 403, f"nor decided by herself ({action})", answer.status)
ok(state_of(inside, "presence_poste") == "attente", "it waits for another")

# ---- expired ----
sql(f"update acts.documents set expires_on = current_date - 1 where document_id = (select document_id from certificates.requests where request_id = {request_of(whole, 'non_radiation')})")
ok(verified(code_of(whole, "non_radiation"))["state"] == "expire", "an old one: who verifies reads that it expired", verified(code_of(whole, "non_radiation")))
page = whole.get(LIST)
ok(page.has("Expiré"), "one that expired says so")
ok(whole.get(LIST + "/demande/non_radiation").has("Obtenir le document"), "and may be asked again")
page, _ = whole.issued(whole.ask("non_radiation").place)
ok(page.has("Valable"), "a new one")

# ---- a paper that could not be made ----
job = sql(f"insert into base.jobs (kind, person_id, state_code, error) values ('certificates.issue', {other.person}, 'echec', 'certificates.no_seal') returning job_id")
stuck = sql(f"""insert into certificates.requests (kind_code, person_id, agent_id, office_id, structure_id, state_code, job_id)
    select 'validite_services', a.person_id, a.agent_id, o.office_id, o.structure_id, 'emission', {job} from career.agents a, certificates.offices o
    where a.person_id = {other.person} and o.kind_code = 'validite_services' returning request_id""")
page = other.get(LIST)
place = re.search(r'href="(/carriere/attestations/[0-9A-Z]{13})">Suivre', page.text)[1]
page = other.get(place)
ok(page.has("n’a pas pu être fait") and "data-live" not in page.text, "a job that was given up says so, and does not turn for ever")
ok(other.post(page, place + "/relancer").status == 303, "it is asked again")
page, _ = other.issued(place)
ok(page.has("Pourquoi le bureau l’étudie"), "the chain is not there: judged again, it goes to the desk instead of being issued")
ok(other.post(other.get(LIST), place + "/relancer").status in (400, 403, 409), "nothing to ask again then")

# ---- lists ----
page = desk.get("/attestations?panier=traitees&nature=presence_poste&q=" + WORD)
ok(page.has(f"{WORD}WHOLE") and not page.has(f"{WORD}BLANK"), "filtered by kind")
for kind, start in (("xlsx", b"PK"), ("csv", b"\xef\xbb\xbf")):
    answer = desk.get(f"/attestations/liste?format={kind}&panier=traitees&q={WORD}")
    ok(answer.status == 200 and answer.body.startswith(start), f"the list as {kind}", answer.status)
ok(f"{WORD}WHOLE" in answer.text and sql(f"select count(*) from base.consultations where person_id = {whole.person} and what = 'export'") == "2", "each person in it reads so")
ok(whole.get("/attestations/liste?format=csv").status == 403, "not for agents")
ok(desk.get("/attestations?panier=ailleurs").status == 422, "a basket that does not exist")

# ---- numbers: two sessions at once, one of which gives up ----
call = "select n from acts_api.next_number((select structure_id from base.structures where code = 'DGSC'), 'presence_poste', 'essai-%s', current_date)" % WORD


def session():
    return subprocess.Popen(["psql", "-XAtq", "-d", os.environ["GUICHET_OWNER_DSN"]], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1)


def tell(process, text):
    process.stdin.write(text + ";\n\\echo .\n")
    process.stdin.flush()


def hear(process):
    said = []
    while (line := process.stdout.readline().strip()) != ".":
        said.append(line)
    return said[-1] if said else ""


one, two = session(), session()
tell(one, f"begin; {call}")
ok(hear(one) == "1", "the first session takes number 1")
tell(two, f"begin; {call}")
time.sleep(0.4)
ok(sql(f"select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like '%essai-{WORD}%' and pid <> pg_backend_pid()") == "1", "the second one waits for it")
tell(one, "rollback")
hear(one)
ok(hear(two) == "1", "the first gave up: the second takes the same number")
tell(two, call)
ok(hear(two) == "2", "and the next is 2: no gap, no double")
tell(two, "rollback")                  # nothing is left of the trial
hear(two)
one.stdin.close(), two.stdin.close(), one.wait(), two.wait()
ok(sql(f"select count(*) from acts.registers where series_code = 'essai-{WORD}'") == "0", "nothing is left of it")

# ---- how long from asking to the paper ----
times = []
for person in (other, plain):
    for kind in ("presence_poste", "non_radiation", "etat_services"):
        began = time.monotonic()
        person.issued(person.ask(kind).place)
        times.append(time.monotonic() - began)
times.sort()
print(f"# from asking to the paper: {', '.join(f'{t:.2f}' for t in times)} s")
ok(times[len(times) // 2] < 5, "the median is within seconds", times)
ok(sql("select count(*) from (select register_id, max(number) - count(*) as gap from certificates.requests where register_id is not null group by register_id) x where gap <> 0") == "0", "no register has a gap after all this")

end()
