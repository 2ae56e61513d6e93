#!/usr/bin/env python3
"""Filing over HTTP: step by step, kept at every step, on another device, once; and what must be refused.

    test_filing.py BASE_URL VAR_DIR        GUICHET_OWNER_DSN must lead to the database."""
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from cast import Browser, end, ok, sql

PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 60

visitor = Browser()
page = visitor.get("/demarches")
ok(page.status == 200 and page.has("Attestation de présence au poste"), "the catalogue is open to all")
ok(page.text.count('class="g-service"') == 34, "34 services stand in it", page.text.count('class="g-service"'))
for words, wanted in {"attestation presance": "Attestation de présence au poste", "COPIE D'ACTE": "Copie d’actes de carrière", "aprentissage": "Visa de contrat d’apprentissage",
                      "acte perdu": "Copie d’actes de carrière", "radiation": "Certificat de non radiation", "pot de vin": "Signalement à l’inspection"}.items():
    import urllib.parse
    got = visitor.get("/demarches?q=" + urllib.parse.quote(words))
    first = got.text.split('class="govuk-link g-service__name"')[1:2]
    ok(got.status == 200 and got.has(wanted), f"words find: {words}")
ok(visitor.get("/demarches?q=zzzzqqqq").has("Rien ne ressemble"), "words that mean nothing find nothing")
ok(visitor.get("/demarches?evenement=retraite").has("État des services et proposition"), "by event of life")
ok(visitor.get("/demarches?structure=CMPS").text.count('class="g-service"') == 2, "by structure")
sheet = visitor.get("/demarches/attestation-presence")
ok(sheet.has("déjà chez nous") and sheet.has("à confirmer"), "the sheet says what is held and what is not known")
ok(visitor.get("/demarches/nulle-part").status == 404, "a sheet that is not there")
ok(visitor.get("/demarches/attestation-presence/demande").status == 303, "a visitor is led to the sign-in")
schema = visitor.get("/formulaires/schema.json")
ok(schema.status == 200 and '"$schema"' in schema.text, "the schema of forms is published")

# A person files, from a first step to a receipt ---------------------------------------------------------------------------------
kossi = Browser("KOSSI")
first = kossi.get("/demarches/autorisation-stage/demande")
ok(first.status == 200 and first.has("Déjà connu de l’administration") and first.has("KOSSI"), "what is known is shown, not asked")
ok('name="nom"' not in first.text, "a known fact is no field")
step = "/demarches/autorisation-stage/demande/1"
GOOD = {"telephone": "97 00 00 01", "ecole": "Université d’Abomey-Calavi", "niveau": "licence", "specialite": "Archivistique", "structure": "Service des archives",
        "debut": "4 janvier 2027", "mois": "3", "lettre": "Je voudrais apprendre le métier d’archiviste auprès de vous.", "geste": "continuer"}
wrong = kossi.post(first, step, {**GOOD, "mois": "quatre", "debut": "31 février", "ecole": ""})
ok(wrong.status == 303 and wrong.place == step + "?revoir=oui", "wrong answers are kept and shown again", wrong.place)
again = kossi.get(wrong.place)
ok(again.has("Il y a un point à corriger") and 'value="quatre"' in again.text and again.has("Écrivez une date qui existe"), "each wrong answer is told, none is lost")
review = kossi.get("/demarches/autorisation-stage/demande/relire")
ok(review.has("Il manque encore") and "Déposer la demande" not in review.text, "a request that is not complete cannot be filed from the page")
page = kossi.get("/demarches/autorisation-stage/demande/1")
forged = kossi.post(page, "/demarches/autorisation-stage/demande/deposer", {"accord": "oui"}, kossi.hidden(page, step))
ok(forged.status == 409, "nor by a forged order of steps", forged.status)
resumed = kossi.get("/demarches/autorisation-stage/demande")
ok(resumed.has("Vous aviez déjà commencé cette demande"), "an existing draft is offered")
tablet = Browser("KOSSI", person=kossi.person)
ok('value="quatre"' in tablet.get("/demarches/autorisation-stage/demande").text, "on another device too")
ok(kossi.get("/demandes").has("Pas encore déposée"), "and in the list")
done = kossi.post(page, step, GOOD)
ok(done.place.endswith("/relire"), "a good answer leads on", done.place)
review = kossi.get(done.place)
ok(review.has("01 97 00 00 01") and review.has("4 janvier 2027") and review.has("Licence") and review.has("déjà connu"), "the review page reads back in words")
refused = kossi.post(review, "/demarches/autorisation-stage/demande/deposer", {})
ok(refused.status == 422 and refused.has("il faut relire"), "what was not read over is not filed", refused.status)
deposit = "/demarches/autorisation-stage/demande/deposer"
keys = kossi.hidden(review, deposit)
filed = kossi.post(review, deposit, {"accord": "oui"}, keys)
ok(filed.status == 303 and filed.place.startswith("/suivi/depot?numero=REQ"), "filed", f"{filed.status} {filed.place}")
twice = kossi.post(review, deposit, {"accord": "oui"}, keys)
ok(twice.status == 303 and twice.place == filed.place, "the same form again, after a cut, gives the same receipt", twice.place)
other = kossi.post(review, deposit, {"accord": "oui"}, {**keys, "_cle": "00000000-0000-4000-8000-%012d" % (kossi.person + 1)})
ok(other.status == 409, "another key finds no draft any more", other.status)
ok(sql(f"select count(*) from requests.requests where person_id = {kossi.person}") == "1", "exactly one request")
receipt = kossi.get(filed.place)
ok(receipt.has("Votre demande est déposée") and receipt.has("Code de suivi") and receipt.has("Service des Ressources Humaines"), "the confirmation: number, code, who has it")
number, code = urllib.parse.parse_qs(urllib.parse.urlsplit(filed.place).query)["numero"][0], urllib.parse.parse_qs(urllib.parse.urlsplit(filed.place).query)["code"][0]
mine = kossi.get("/demandes")
ok(mine.has(number), "it is in the list")
link = mine.text.split('href="/demandes/')[1].split('"')[0]
one = kossi.get("/demandes/" + link)
ok(one.status == 200 and one.has("C’est à nous") and one.has("Échéance") and one.has("Archivistique") and one.has("ensuite"), "its page: whose turn, until when, what was filed, what comes")
ok(sql(f"select due_on = base_api.add_working_days(current_date, 10) from requests.requests where number = '{number}'") == "t", "the promise of the form runs in working days")
ok(sql(f"select content->0->>'label' from requests.requests where number = '{number}'") == "Nom de famille", "what was read is what is kept")

# By number and code -------------------------------------------------------------------------------------------------------------
follow = visitor.get(f"/suivi?numero={number.lower()}&code={code[:4]}+{code[4:].lower()}")
ok(follow.has("C’est à nous") and follow.has("K…") and not follow.has("KOSSI"), "followed without an account, without a name")
typed = visitor.get(f"/suivi?numero={number[3:]}&code={code.replace('0', 'O').replace('1', 'l')}")
ok(typed.has("Ce qui s’est passé") and typed.text.count("g-thread__item") > 0 and typed.text.count("g-thread__item") == follow.text.count("g-thread__item"),
   "typed without REQ, O for 0 and l for 1: the same page, its thread too")
paper = re.search(r'href="(/suivi/recepisse\?[^"]*)"', typed.text)
ok(paper is not None and visitor.get(paper[1]).body[:5] == b"%PDF-", "and its receipt")
ok(visitor.get(f"/suivi?numero={number}&code=00000000").has("ne vont pas ensemble"), "a wrong code says nothing of the number")
ok(visitor.get("/suivi?numero=REQ999999&code=00000000").has("ne vont pas ensemble"), "nor does a wrong number")

# Somebody else's -----------------------------------------------------------------------------------------------------------------
thief = Browser("TONATO")
ok(thief.get("/demandes/" + link).status == 404, "another person's request does not exist for him")
theirs = thief.get("/demarches/autorisation-stage/demande/1")
ok(not theirs.has("Archivistique"), "nor his draft")
ok(thief.post(theirs, "/demandes/" + link + "/retirer", {}, thief.hidden(theirs, step)).status == 404, "nor can he withdraw it")
unknown = thief.post(theirs, step, {**GOOD, "contrats.1.apprenti": "intrus"})
ok(unknown.status == 422, "a field of another form is refused", unknown.status)
repeated = thief.send("POST", step, urllib.parse.urlencode([*thief.hidden(theirs, step).items(), ("ecole", "a"), ("ecole", "b")]), "application/x-www-form-urlencoded")
ok(repeated.status == 422, "a field that comes twice is refused", repeated.status)
ok(thief.post(theirs, "/demarches/visa-contrat-apprentissage/demande/2", {"contrats.1.apprenti": "x"}, thief.hidden(theirs, step)).status == 409, "a step out of order is refused")

# Files and repeated groups ----------------------------------------------------------------------------------------------------------
afi = Browser("AFI")
first = afi.get("/demarches/visa-contrat-apprentissage/demande")
step1, step2 = ("/demarches/visa-contrat-apprentissage/demande/%d" % n for n in (1, 2))
FIRM = {"raison": "Atelier Mahutin", "ifu": "3201912345678", "commune": "Ouidah", "telephone": "0197000002", "maitre": "Mahutin", "geste": "continuer"}
belied = afi.upload(first, step1, FIRM, {"casier": ("casier.pdf", "application/pdf", b"MZ\x90\x00 not a pdf at all"), "identite": ("id.png", "image/png", PNG)})
shown = afi.get(belied.place)
ok("cause=type" in belied.place and shown.has("malgré son nom") and 'value="Atelier Mahutin"' in shown.text, "bytes that belie the name are refused, the words beside them kept", belied.place)
ok(sql(f"select count(*) from requests.draft_files f join requests.drafts d using (draft_id) where d.person_id = {afi.person}") == "1", "only the piece that is what it says was kept")
first = shown
fine = afi.upload(first, step1, FIRM, {"casier": ("casier.pdf", "application/pdf", PDF), "identite": ("id.png", "image/png", PNG)})
ok(fine.place == step2, "pieces of the right type are kept", f"{fine.status} {fine.place}")
back = afi.get(step1)
ok(back.has("casier.pdf") and back.text.count("Reçue") == 2, "what was sent is shown, to be taken back")
group = afi.get(step2)
CONTRACT = {"apprenti": "SOSSA Jean", "naissance": "3 mars 2008", "metier": "Menuiserie", "debut": "1er février 2027", "duree": "36"}
one = {f"contrats.1.{k}": v for k, v in CONTRACT.items()}
more = afi.upload(group, step2, {**one, "geste": "ajouter"}, {"contrats.1.contrat": ("c1.pdf", "application/pdf", PDF + b"1")})
ok(more.place == step2, "one more contract", f"{more.status} {more.place}")
two = afi.get(step2)
ok(two.text.count('<fieldset class="g-item">') == 2 and 'value="SOSSA Jean"' in two.text, "two blocks, the first kept")
half = afi.post(two, step2, {**one, "contrats.2.apprenti": "GBAGUIDI Luc", "geste": "continuer"})
ok("revoir" in half.place and afi.get(half.place).text.count("govuk-form-group--error") == 5, "each missing answer of the second block is told",
   afi.get(half.place).text.count("govuk-form-group--error"))
gone = afi.post(afi.get(step2), step2, {**one, "contrats.2.apprenti": "GBAGUIDI Luc", "geste": "retirer.2"})
ok(afi.get(step2).text.count('<fieldset class="g-item">') == 1, "a block taken back")
over = afi.post(two, step2, {f"contrats.{n}.apprenti": "x" for n in range(1, 30)})
ok(over.status == 422, "more blocks than the form allows are refused", over.status)
flood = afi.post(two, step2, {f"contrats.{n}.apprenti": "x" for n in range(1, 10001)})
ok(flood.status == 413, "ten thousand of them too", flood.status)
review = afi.post(afi.get(step2), step2, {**one, "geste": "continuer"})
page = afi.get(review.place)
ok(page.has("Les contrats, contrat 1") and page.has("36"), "the batch is read back", review.place)
filed = afi.post(page, "/demarches/visa-contrat-apprentissage/demande/deposer", {"accord": "oui"})
number = filed.place.split("numero=")[1].split("&")[0]
ok(sql(f"select count(*) from requests.attachments a join requests.requests r using (request_id) where r.number = '{number}' and a.origin_code = 'usager'") == "3", "three pieces are in the file")
mine = afi.get("/demandes/" + afi.get("/demandes").text.split('href="/demandes/')[1].split('"')[0])
piece = mine.text.split("/pieces/")[1].split("/voir")[0]
place = mine.text.split('href="/demandes/')[1].split('/pieces/')[0] + "/pieces/" + piece
got = afi.get("/demandes/" + place.split("/")[0] + "/pieces/" + piece)
ok(got.status == 200 and got.headers["Content-Type"] in ("application/pdf", "image/png"), "the person reads his pieces again", got.status)
ok(kossi.get("/demandes/" + place.split("/")[0] + "/pieces/" + piece).status == 404, "nobody else does")

# A newer form loses nothing -----------------------------------------------------------------------------------------------------------
sql(f"""insert into requests.drafts (person_id, service_id, form_code, form_revision, answers) select {thief.person}, service_id, 'correction-acte', 0,
    '{{"reference": "12/MTFP", "ancien_champ": "gardé"}}' from services.services where code = 'correction-acte'""")
old = thief.get("/demarches/correction-acte/demande")
ok(old.has("Le formulaire a changé") and 'value="12/MTFP"' in old.text, "an older draft is taken over, and said so")
thief.upload(old, "/demarches/correction-acte/demande/1", {"matricule": "AB1", "reference": "13/MTFP", "geste": "plus_tard"}, {})
ok(sql(f"select answers->>'ancien_champ' || ' ' || (answers->>'reference') from requests.drafts where person_id = {thief.person} and form_code = 'correction-acte'") == "gardé 13/MTFP",
   "what the form no longer asks is kept")
stale = thief.upload(old, "/demarches/correction-acte/demande/1", {"reference": "14/MTFP"}, {})
ok(stale.status in (303, 409), "an old window does not overwrite unseen")

# Without an account -------------------------------------------------------------------------------------------------------------------
guest = Browser()
first = guest.get("/sans-compte/requete-plainte-information")
ok(first.status == 200 and first.has("Votre message"), "a visitor may file where the form allows it")
ok(guest.get("/sans-compte/attestation-presence").status == 303, "and nowhere else")
step = "/sans-compte/requete-plainte-information/1"
sent = guest.post(first, step, {"nature": "plainte", "nom": "Anonyme Prudent", "texte": "Le guichet était fermé mardi à dix heures.", "date_faits": "2/11/2026", "geste": "continuer"})
ok(sent.place.endswith("/relire"), "kept under the browser's own cookie", sent.place)
ok(Browser().get("/sans-compte/requete-plainte-information/relire").status == 303, "another browser has no draft there")
filed = guest.post(guest.get(sent.place), "/sans-compte/requete-plainte-information/deposer", {"accord": "oui"})
ok(filed.place.startswith("/suivi/depot?numero=REQ"), "filed without an account", f"{filed.status} {filed.place}")
ok(guest.get(filed.place.replace("/suivi/depot", "/suivi")).has("Anonyme Prudent"), "and followed by number and code")

# A visitor's pieces and contact -----------------------------------------------------------------------------------------------------------
guest = Browser()
first = guest.get("/sans-compte/requete-plainte-information")
MESSAGE = {"nature": "information", "nom": "Visiteuse Prudente", "telephone": "97 11 22 %02d" % (kossi.person % 100), "texte": "Où se trouve mon dossier d’avancement ?", "geste": "continuer"}
lie = guest.upload(first, step, MESSAGE, {"piece": ("lettre.pdf", "application/pdf", b"MZ not a pdf")})
ok("cause=type" in lie.place and guest.get(lie.place).has("malgré son nom"), "a visitor's file that belies its name is refused in words", f"{lie.status} {lie.place}")
kept = guest.upload(guest.get(step), step, MESSAGE, {"piece": ("lettre.pdf", "application/pdf", PDF + b"visit")})
ok(kept.place.endswith("/relire") and guest.get(step).has("lettre.pdf"), "a good one is kept with the answers", f"{kept.status} {kept.place}")
ok(not Browser().get(step).has("lettre.pdf"), "another browser does not see it")
review = guest.get(kept.place)
BASE_ = "/sans-compte/requete-plainte-information"
ok(review.has("ce contact est-il le vôtre") and "/deposer" not in review.text, "the contact is proved before anything is filed")
forged = guest.post(review, BASE_ + "/deposer", {"accord": "oui"}, guest.hidden(review, BASE_ + "/code"))
ok(forged.status == 422 and forged.has("Vérifiez d’abord le contact"), "nor is it by a forged address", forged.status)
blind = guest.post(review, BASE_ + "/verifier", {"code": "123456"}, guest.hidden(review, BASE_ + "/code"))
ok(blind.status == 422 and blind.has("ne sert plus"), "no code was sent yet", blind.status)
sent = guest.post(review, BASE_ + "/code", {})
ok(sent.status == 303, "a code leaves", f"{sent.status} {sent.place}")
CODE = "select (regexp_match(body, '[0-9]{6}'))[1] from base.outbox where recipient = '+2290197112" + "2%02d' order by message_id desc limit 1" % (kossi.person % 100)
code = sql(CODE)
ok(len(code) == 6 and sql(f"select channel from base.outbox where body like '%{code}%' order by message_id desc limit 1") == "sms", "by SMS to that telephone", code)
asked = guest.get(sent.place)
ok(asked.has("Un code de six chiffres est parti") and 'name="code"' in asked.text, "the page asks for it")
bad = "000000" if code != "000000" else "111111"
for n in range(4):
    refused = guest.post(asked, BASE_ + "/verifier", {"code": bad})
ok(refused.status == 422 and refused.has("Ce n’est pas le code") and 'name="code"' in refused.text, "a wrong code is told on the page that asks for it", refused.status)
dead = guest.post(asked, BASE_ + "/verifier", {"code": bad})
ok(dead.has("ne sert plus") and guest.post(asked, BASE_ + "/verifier", {"code": code}).has("ne sert plus"), "after five tries the right one is worth nothing")
guest.post(guest.get(kept.place), BASE_ + "/code", {})
sql("update requests.contact_checks set sent_at = now() - interval '11 minutes' where value like '+2290197112%'")
ok(guest.post(asked, BASE_ + "/verifier", {"code": sql(CODE)}).has("ne sert plus"), "nor after ten minutes")
again = guest.get(guest.post(guest.get(kept.place), BASE_ + "/code", {}).place)
ok(Browser().post(again, BASE_ + "/verifier", {"code": sql(CODE)}, guest.hidden(again, BASE_ + "/verifier")).status in (403, 409), "another browser cannot use it")
good = guest.post(again, BASE_ + "/verifier", {"code": sql(CODE)})
ok(good.status == 303 and guest.get(good.place).has("ce contact est bien le vôtre"), "the right code proves it", f"{good.status} {good.place}")
guest.upload(guest.get(step), step, {**MESSAGE, "telephone": "97 99 88 77"}, {})
ok(guest.get(kept.place).has("ce contact est-il le vôtre"), "another number is to be proved anew")
guest.upload(guest.get(step), step, MESSAGE, {})
page = guest.get(kept.place)
filed = guest.post(page, BASE_ + "/deposer", {"accord": "oui"})
ok(filed.place.startswith("/suivi/depot?numero=REQ"), "then it is filed", f"{filed.status} {filed.place}")
number = filed.place.split("numero=")[1].split("&")[0]
ok(sql(f"select contact_kind || ' ' || (contact_value like '+2290197112%') || ' ' || (select count(*) from requests.attachments a where a.request_id = r.request_id and a.origin_code = 'usager') from requests.requests r where number = '{number}'") == "phone true 1",
   "with its piece, and the contact that answers")
for n in range(6):
    flood = guest.get(step) and guest.upload(guest.get(step), step, MESSAGE, {}) and guest.post(guest.get(kept.place), BASE_ + "/code", {})
ok(flood.status == 429, "codes are not to be had without end", flood.status)
sql("delete from accounts.attempts where bucket like 'contact:+22901971122%' or bucket like 'contact de:%' or bucket like 'sans-compte:%'")

# Weight of a filing ------------------------------------------------------------------------------------------------------------------------
for person in (kossi, afi, thief):
    sql(f"delete from requests.drafts where person_id = {person.person} and request_id is null")
end()
