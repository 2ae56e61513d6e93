#!/usr/bin/env python3
"""What a request brings: a sealed document, an attestation of another service, the copy of an act; and who may have it.

    test_replies.py BASE_URL VAR_DIR        GUICHET_OWNER_DSN must lead to the database."""
import hashlib
import os
import pathlib
import re
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from cast import DESK_BITS, Browser, end, ok, sql

HERE = pathlib.Path(__file__).parent
RUN = sql("select floor(random() * 1e6)::int")
clerk = Browser("REDIGE" + RUN, DESK_BITS, role="clerk", structure="DPAF")
signer = Browser("SIGNE" + RUN, DESK_BITS, role="signatory", structure="DPAF")
far = Browser("LOIN" + RUN, DESK_BITS, role="clerk", structure="CMPS")
ama = Browser("AMA" + RUN)
kofi = Browser("KOFI" + RUN)
guest = Browser()
STAGE = {"telephone": "97000001", "ecole": "Université de Parakou", "niveau": "master", "specialite": "Archivistique", "debut": "4 janvier 2027", "mois": "3",
         "lettre": "Je voudrais apprendre auprès de vous."}


def token(number, person):
    return re.search(r'href="/demandes/([0-9A-Za-z]{13})">[^<]*</a><span class="g-note"><span class="g-num">%s' % number, person.get("/demandes").text)[1]


def file_one(service, answers, person, files=None):
    form = f"/demarches/{service}/demande"
    kept = person.upload(person.get(form), form + "/1", {**answers, "geste": "continuer"}, files or {})
    filed = person.post(person.get(kept.place), form + "/deposer", {"accord": "oui"})
    return re.search(r"numero=(REQ\d+)&code=(\w+)", filed.place).groups()


def state(number):
    return sql(f"select state_code from requests.requests where number = '{number}'")


def wait(number, wanted, seconds=30):
    until = time.monotonic() + seconds
    while time.monotonic() < until and state(number) != wanted:
        time.sleep(0.2)
    return state(number) == wanted


# A sealed document -----------------------------------------------------------------------------------------------------------------
number, code = file_one("autorisation-stage", STAGE, ama)
mine, desk = "/demandes/" + token(number, ama), "/corbeilles/" + token(number, ama)
page = clerk.get(desk)
ok(page.has("devient un document numéroté et scellé (de stage)"), "the desk is told what its reply becomes")
reasons = re.findall(r'<option value="([a-z_]+)">', re.search(r'<select[^>]*name="motif".*?</select>', page.text, re.S)[0])
ok(sorted(reasons) == ["condition", "incomplet"], "only the reasons that the form declares are offered", reasons)
twin = clerk.post(page, desk + "/reponse", {"issue": "rejet", "motif": "doublon", "texte": "La même demande est en cours.", "geste": "proposer"})
ok(twin.status == 422 and twin.has("motif du rejet"), "and no other is taken", twin.status)
clerk.post(clerk.get(desk), desk + "/reponse", {"issue": "favorable", "texte": "Le stage se tient au Service des archives, du 4 janvier au 2 avril 2027.", "geste": "proposer"})
ok(sql(f"select count(*) from requests.papers p join requests.requests r using (request_id) where r.number = '{number}'") == "0", "nothing is sealed before the signature")
signed = signer.post(signer.get(desk), desk + "/signer", {"version": "1"})
ok(signed.status == 303, "signed", signed.status)
ok(wait(number, "finalisee"), "the document is sealed, then the request is over", state(number))
row = sql(f"""select d.document_id || '|' || d.type_code || '|' || d.title || '|' || d.code || '|' || encode(d.file_sha256, 'hex') || '|' || d.reference || '|' || d.signatory || '|' || d.state_code
    from requests.papers p join requests.requests r using (request_id) join acts.documents d using (document_id) where r.number = '{number}'""").split("|")
document, kind, title, secret, digest, reference, signatory, holds = row
ok((kind, title, holds) == ("certificat", "Autorisation de stage", "en_vigueur"), "a document of its kind", row)
ok(reference.endswith("/MTFP/DPAF/SRHTE/SA") and "SIGNE" + RUN in signatory and signatory.endswith("Directeur de la planification, de l’administration et des finances"), "numbered by the desk that signs, in the name of who signed", row)
ok(sql(f"select count(*) from requests.notices n join requests.requests r using (request_id) where r.number = '{number}' and n.what_code = 'remise'") == "1", "the person is told once")
sql(f"select job_api.put('requests.seal', null, jsonb_build_object('request', request_id)) from requests.requests where number = '{number}'")
until = time.monotonic() + 20
while time.monotonic() < until and sql("select count(*) from base.jobs where kind = 'requests.seal' and state_code in ('attente', 'cours')") != "0":
    time.sleep(0.2)
ok(sql(f"select count(*) from requests.papers p join requests.requests r using (request_id) where r.number = '{number}'") == "1", "the job twice is one document")
one = ama.get(mine)
ok(one.has("Autorisation de stage, n° " + reference) and one.has("Télécharger"), "the person finds it on the page of the request")
piece = re.search(r'href="(%s/pieces/[0-9A-Za-z]{13})" download' % re.escape(mine), one.text)[1]
pdf = ama.get(piece)
ok(pdf.status == 200 and pdf.body[:5] == b"%PDF-" and hashlib.sha256(pdf.body).hexdigest() == digest, "downloads the very bytes that the register names", pdf.status)
words = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf.body, capture_output=True).stdout.decode()
flat = re.sub(r"\s+", " ", words)
ok(all(w in flat for w in ("AUTORISATION", "Université de Parakou", "du 4 janvier au 2 avril 2027", reference.split("/")[0], number, "AMA" + RUN)), "number, facts and reply stand in it", flat[:400])
ok(kofi.get(piece).status == 404, "nobody else has it")
ok(clerk.get(piece.replace("/demandes", "/corbeilles")).status == 200 and far.get(piece.replace("/demandes", "/corbeilles")).status == 404, "the desk has it, another has not")
look = ama.get(piece + "/voir")
ok(look.status == 200 and look.has("Une image du document") and piece + "/image?page=1" in look.text, "it is read on the screen", look.status)
image = ama.get(piece + "/image?page=1")
ok(image.status == 200 and image.headers["Content-Type"] == "image/jpeg" and image.body[:2] == b"\xff\xd8", "as an image that the portal made", image.status)
ok(image.headers["X-Content-Type-Options"] == "nosniff" and "default-src 'none'; script-src 'self'" in look.headers["Content-Security-Policy"], "under the strict policy")
ok(ama.get(piece + "/image?page=99").status == 404 and ama.get(piece + "/voir?page=99").status == 404, "a page that is not there is not shown")
ok(kofi.get(piece + "/voir").status == 404 and kofi.get(piece + "/image").status == 404, "nor to anybody else")

# By number and code, and at /verifier ------------------------------------------------------------------------------------------------
follow = guest.get(f"/suivi?numero={number}&code={code}")
link = re.search(r'href="(/suivi/document\?[^"]*)"', follow.text)
ok(follow.has("Ce qui vous est remis") and link is not None, "who has the number and the code finds it too")
ok(link is not None and guest.get(link[1]).body == pdf.body, "the same bytes")
ok(link is not None and guest.get(link[1].replace("code=" + code, "code=00000000")).status == 404, "a wrong code gives nothing")
check = guest.get("/verifier?acte=" + secret)
ok(check.has("Autorisation de stage") and check.has(reference.split("/")[0]), "the paper verifies as others do", check.status)

# Contested, then signed anew: the later takes the place of the former ------------------------------------------------------------------
above = Browser("DESSUS" + RUN, DESK_BITS, role="manager", structure="MTFP")
ama.post(ama.get(mine + "/contester"), mine + "/contester", {"motifs": "La date de fin ne laisse pas trois mois pleins."})
above.post(above.get(desk), desk + "/contestation", {"decision": "rouverte", "mots": "La remarque est juste."})
clerk.post(clerk.get(desk), desk + "/reponse", {"issue": "favorable", "texte": "Le stage se tient au Service des archives, du 4 janvier au 3 avril 2027.", "geste": "proposer"})
version = re.search(r'name="version" value="(\d+)"', signer.get(desk).text)[1]
signer.post(signer.get(desk), desk + "/signer", {"version": version})
ok(wait(number, "finalisee"), "signed anew", state(number))
ok(sql(f"select string_agg(d.state_code, ' ' order by p.paper_id) from requests.papers p join requests.requests r using (request_id) join acts.documents d using (document_id) where r.number = '{number}'")
   == "remplace en_vigueur", "the former is replaced, the later holds")
ok(ama.get(mine).text.count('class="g-delivered"') == 1, "one is offered")

# Signing without effect: no register, no signature -------------------------------------------------------------------------------------
other, _ = file_one("autorisation-stage", STAGE, kofi)
place = "/corbeilles/" + token(other, kofi)
clerk.post(clerk.get(place), place + "/reponse", {"issue": "rejet", "motif": "condition", "texte": "Aucune place n’est libre cette année.", "geste": "proposer"})
signer.post(signer.get(place), place + "/signer", {"version": "1"})
ok(state(other) == "rejetee" and sql(f"select count(*) from requests.papers p join requests.requests r using (request_id) where r.number = '{other}'") == "0", "a rejection is words, not a document", state(other))

# Handed over to the certificates ---------------------------------------------------------------------------------------------------------
word = "dem" + RUN
people = {line.split()[0]: line.split()[-1] for line in subprocess.run(["psql", "-XAtq", "-d", os.environ["GUICHET_OWNER_DSN"], "-v", "word=" + word, "-f",
          str(HERE.parent / "certificates" / "people.sql")], capture_output=True, text=True, check=True).stdout.splitlines() if len(line.split()) == 4}
whole, vague = Browser("ENTIER" + RUN, person=int(people["whole"])), Browser("VAGUE" + RUN, person=int(people["vague"]))
number, code = file_one("certificat-non-radiation", {"depart_volontaire": "non", "usage": "autre"}, whole)
ok(wait(number, "finalisee"), "what the file proves is answered by the certificates, without a desk", state(number))
page = whole.get("/demandes/" + token(number, whole))
ok(page.has("Confiée au service des attestations") and page.text.count('class="g-delivered"') == 1, "with its document")
ok(sql(f"select count(*) from certificates.requests c join requests.handovers h on h.certificate_id = c.request_id join requests.requests r on r.request_id = h.request_id where r.number = '{number}' and c.state_code = 'delivre'") == "1", "issued there, once")
again, _ = file_one("certificat-non-radiation", {"depart_volontaire": "non", "usage": "autre"}, whole)
ok(state(again) == "finalisee" and sql(f"select count(*) from certificates.requests where person_id = {whole.person}") == "1", "asked again while it holds: the same one answers at once", state(again))
held, _ = file_one("attestation-presence", {"cas": "sans_fonction", "structure": "Service", "prise_service": "1/10/2005", "corps": "Attaché"}, vague)
ok(state(held) == "nouvelle", "what the file does not prove waits", state(held))
drsc = Browser("VOIT" + RUN, DESK_BITS | 1 << 11, role="clerk", structure="MTFP")
shown = drsc.get("/corbeilles/" + token(held, vague))
ok(shown.has("Confiée au service des attestations") and "/attestations/" in shown.text, "the desk is told where it is")
nobody, _ = file_one("certificat-non-radiation", {"naissance": "3/3/1990", "matricule": "X1", "ministere": "Mairie", "depart_volontaire": "non", "usage": "autre"}, kofi)
ok(state(nobody) == "nouvelle" and sql(f"select count(*) from requests.handovers h join requests.requests r using (request_id) where r.number = '{nobody}'") == "0", "a person who is no agent goes to the desk")

# The copy of an act ---------------------------------------------------------------------------------------------------------------------
agent = sql("""select a.person_id || ' ' || x.act_id from archive.act_scans x join career.agents a on a.agent_id = x.only_agent_id join archive.scans s using (scan_id)
    where a.person_id is not null and s.sha256 is not null order by x.act_id limit 1""").split()
if agent:
    owner = Browser("ACTE" + RUN, person=int(agent[0]))
    form = "/demarches/copie-actes/demande"
    owner.post(owner.get(form), form + "/effacer", {}, owner.hidden(owner.get(form + "/effacer"), form + "/effacer"))
    kept = owner.upload(owner.get(form), form + "/1", {"pour": "moi", "geste": "continuer"}, {})
    kept = owner.upload(owner.get(kept.place), form + "/2", {"actes.1.nature": "arrete", "actes.1.objet": "nomination", "geste": "continuer"}, {})
    filed = owner.post(owner.get(kept.place), form + "/deposer", {"accord": "oui"})
    found = re.search(r"numero=(REQ\d+)&code=(\w+)", filed.place)
    ok(found is not None, "copies are asked", f"{filed.status} {filed.place}")
    number, code = found.groups()
    archivist = Browser("ARCHIVE" + RUN, DESK_BITS, role="clerk", structure="DRA-DGFP")
    place = "/corbeilles/" + token(number, owner)
    page = archivist.get(place)
    options = re.findall(r'<option value="([0-9A-Za-z]{13})">([^<]*)</option>', re.search(r'<select[^>]*name="acte".*?</select>', page.text, re.S)[0])
    ok(len(options) >= 1, "the acts whose paper is there are offered")
    ok(archivist.post(page, place + "/joindre", {"acte": token(number, owner)}).status == 422, "an act of another career is refused")
    for opaque, _ in options:
        archivist.post(archivist.get(place), place + "/joindre", {"acte": opaque})
    ok(not guest.get(f"/suivi?numero={number}&code={code}").has("Ce qui vous est remis"), "nothing is handed over before the reply")
    archivist.post(archivist.get(place), place + "/reponse", {"issue": "favorable", "texte": "Voici les copies demandées.", "geste": "proposer"})
    ok(state(number) == "finalisee", "answered", state(number))
    mine = owner.get("/demandes/" + token(number, owner))
    links = re.findall(r'href="(/demandes/[0-9A-Za-z]{13}/pieces/[0-9A-Za-z]{13})" download', mine.text)
    ok(mine.text.count('class="g-delivered"') == len(options), "each copy is offered")
    got = [owner.get(link) for link in dict.fromkeys(links)]
    ok(any(g.status == 200 and g.headers["Content-Type"] in ("application/pdf", "image/jpeg", "image/tiff") for g in got), "the archived paper is downloaded", [g.status for g in got])
    ok(all(kofi.get(link).status == 404 for link in links), "by nobody else")
end()
