#!/usr/bin/env python3
"""The desk over HTTP: a request from its filing to its delivery, through every hand; each gesture beside its refusal.

    test_desk.py BASE_URL VAR_DIR        GUICHET_OWNER_DSN must lead to the database."""
import pathlib
import re
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from cast import DESK_BITS, Browser, end, ok, sql

PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
RUN = sql("select floor(random() * 1e6)::int")
clerk = Browser("GESTION" + RUN, DESK_BITS, role="clerk", structure="DPAF")
other = Browser("AUTRE" + RUN, DESK_BITS, role="clerk", structure="DPAF")
chief = Browser("CHEF" + RUN, DESK_BITS, role="manager", structure="DPAF")
signer = Browser("SIGNE" + RUN, DESK_BITS, role="signatory", structure="DPAF")
above = Browser("DESSUS" + RUN, DESK_BITS, role="manager", structure="MTFP")
far = Browser("LOIN" + RUN, DESK_BITS, role="clerk", structure="CMPS")
ama = Browser("AMA" + RUN)


def token(request):
    """The opaque name of a request, as its person's list gives it."""
    page = ama.get("/demandes")
    return re.search(r'href="/demandes/([0-9A-Za-z]{13})">[^<]*</a><span class="g-note"><span class="g-num">%s' % request, page.text)[1]


def file_one(service, answers, person=ama):
    form = f"/demarches/{service}/demande"
    first = person.get(form)
    kept = person.upload(first, form + "/1", {**answers, "geste": "continuer"}, {})
    filed = person.post(person.get(kept.place), form + "/deposer", {"accord": "oui"})
    return filed.place.split("numero=")[1].split("&")[0]


STAGE = {"telephone": "97000001", "ecole": "UAC", "niveau": "licence", "specialite": "Droit", "debut": "4 janvier 2027", "mois": "3", "lettre": "Je voudrais apprendre auprès de vous."}
number = file_one("autorisation-stage", STAGE)
place = "/corbeilles/" + token(number)

# Who sees it ---------------------------------------------------------------------------------------------------------------------
ok(clerk.get(f"/corbeilles?corbeille=nouvelles&service=autorisation-stage&tri=depot").has(number), "the desk of the path has it among the new ones")
ok(not far.get("/corbeilles?corbeille=nouvelles&tri=depot").has(number), "another structure has not")
ok(far.get(place).status == 404, "nor can it open it by its address")
ok(ama.get("/corbeilles").status == 403, "a person without a desk is refused")
page = clerk.get(place)
ok(page.status == 200 and page.has("Droit") and page.has("Prendre en charge") and page.has("Signature"), "its file: what is declared, what may be done, the path")
ok(sql(f"select count(*) from base.consultations where person_id = {ama.person} and viewer_id = {clerk.person} and reason like '%{number}'") == "1", "opening it leaves a line")
clerk.get(place)
ok(sql(f"select count(*) from base.consultations where person_id = {ama.person} and viewer_id = {clerk.person}") == "1", "once, not at every look")
for gesture, fields in {"prendre": {}, "demander": {"piece": "CV"}, "reponse": {"issue": "favorable", "texte": "Bonjour, accordé.", "geste": "proposer"}, "viser": {"version": "1"}}.items():
    refused = far.post(page, f"{place}/{gesture}", fields, far.hidden(far.get("/corbeilles/absence"), "/corbeilles/absence"))
    ok(refused.status in (404, 409), f"from afar, {gesture} is refused", refused.status)

# Taking, assigning, the complement loop ----------------------------------------------------------------------------------------------
taken = clerk.post(page, place + "/prendre", {})
ok(taken.status == 303, "taken in hand", taken.status)
page = clerk.get(place)
ok(page.has("À l’étude") or page.has("En instruction"), "it is being examined")
ok(clerk.get("/corbeilles?corbeille=valider&miennes=oui").has(number) and not other.get("/corbeilles?corbeille=valider&miennes=oui").has(number), "among those of the one who took it")
held = clerk.post(page, place + "/demander", {"piece": "Certificat de scolarité", "note": "Celui de l’année en cours."})
ok(held.status == 303, "a piece is asked", f"{held.status}")
ok(sql(f"select state_code || ' ' || (clock_since is null) || ' ' || (due_on is null) from requests.requests where number = '{number}'") == "attente true true", "the clock stands still")
again = clerk.post(page, place + "/demander", {"piece": "certificat de SCOLARITE"}, clerk.hidden(clerk.get(place), place + "/note"))
ok(again.status == 422 and again.has("déjà été demandée"), "the same piece, written otherwise, is not asked twice", again.status)
person = ama.get("/demandes/" + token(number))
ok(person.has("C’est à vous de répondre") and person.has("Certificat de scolarité") and person.has("Celui de l’année en cours"), "the person reads what is asked, and why")
ok(ama.get("/demandes").text.index("À vous de répondre") > 0, "and his list says it is his turn")
mine = re.search(r'action="(/demandes/\w+/completer\?[^"]*)"', person.text)[1]
empty = ama.upload(person, mine, {}, {})
ok(empty.status == 422, "an empty answer is refused", empty.status)
lie = ama.upload(ama.get("/demandes/" + token(number)), mine, {}, {"piece": ("certificat.pdf", "application/pdf", b"PK\x03\x04 a zip")})
ok(lie.status == 422, "so is a file that belies its name", lie.status)
sent = ama.upload(ama.get("/demandes/" + token(number)), mine, {"reponse": "Le voici."}, {"piece": ("certificat.pdf", "application/pdf", PDF)})
ok(sent.status == 303, "the piece is sent", f"{sent.status} {sent.place}")
ok(sql(f"select state_code || ' ' || (clock_since = current_date) from requests.requests where number = '{number}'") == "corrigee true", "the clock runs again")
ok(ama.upload(person, mine, {"reponse": "encore"}, {}).status in (409, 303), "what is no longer asked is not taken again")
ok(clerk.get("/corbeilles?corbeille=corrigees&service=autorisation-stage").has(number), "it is back, among the corrected ones")
clerk.post(clerk.get(place), place + "/prendre", {})
twice = clerk.post(clerk.get(place), place + "/demander", {"piece": "Certificat de scolarité"})
ok(twice.status == 422 and twice.has("déjà été demandée"), "nor later, once answered", twice.status)
note = clerk.post(clerk.get(place), place + "/note", {"message": "Dossier solide.", "interne": "oui"})
ok(note.status == 303 and not ama.get("/demandes/" + token(number)).has("Dossier solide") and clerk.get(place).has("Dossier solide"), "an internal note stays between desks")
target = re.search(r'value="(p\d+)">Essai AUTRE' + RUN, clerk.get(place).text)
ok(target is not None, "the desk's people are offered")
handed = clerk.post(clerk.get(place), place + "/affecter", {"cible": target[1] if target else "p0"})
ok(handed.status == 303 and other.get("/corbeilles?corbeille=valider&miennes=oui").has(number), "assigned to a colleague", handed.status)
ok(clerk.post(clerk.get(place), place + "/affecter", {"cible": "p999999999"}).status == 422, "not to a stranger")
ok(ama.post(ama.get("/demandes/" + token(number)), "/demandes/" + token(number) + "/message", {"message": "Merci de faire vite."}).status == 303 and clerk.get(place).has("Merci de faire vite"), "the person writes to the desk")

# Opinion --------------------------------------------------------------------------------------------------------------------------------
desk = re.search(r'<option value="(s[A-Z-]+)">Division de la Planification', clerk.get(place).text)
asked = clerk.post(clerk.get(place), place + "/avis", {"aupres": desk[1] if desk else "sDPRF", "question": "Pouvez-vous l’accueillir ?"})
ok(asked.status == 303, "an opinion is asked of another desk", asked.status)
opinion = re.search(re.escape(place) + r"/avis/([0-9A-Za-z]{13})", chief.get(place).text)[1]
own = clerk.post(clerk.get(place), f"{place}/avis/{opinion}", {"verdict": "favorable", "reponse": "Oui"})
ok(own.status == 403, "who asked does not answer himself", own.status)
given = chief.post(chief.get(place), f"{place}/avis/{opinion}", {"verdict": "favorable", "reponse": "Une place est libre."})
ok(given.status == 303 and clerk.get(place).has("Une place est libre") and not ama.get("/demandes/" + token(number)).has("Une place est libre"), "given, and kept from the person", given.status)

# Reply, signature: distinct hands, the very text that was read -----------------------------------------------------------------------------
short = clerk.post(clerk.get(place), place + "/reponse", {"issue": "favorable", "texte": "Oui", "geste": "proposer"})
ok(short.status == 422, "a reply of one word is refused", short.status)
bare = clerk.post(clerk.get(place), place + "/reponse", {"issue": "rejet", "texte": "Nous ne pouvons pas.", "geste": "proposer"})
ok(bare.status == 422 and bare.has("motif du rejet"), "a rejection without its reason is refused", bare.status)
kept = clerk.post(clerk.get(place), place + "/reponse", {"issue": "favorable", "texte": "Vous êtes autorisée à faire votre stage.", "geste": "garder"})
ok(kept.status == 303 and "autorisée à faire" in clerk.get(place).text, "a draft is kept")
ok(signer.post(signer.get(place), place + "/signer", {"version": "1"}, signer.hidden(signer.get("/corbeilles/absence"), "/corbeilles/absence")).status == 409, "what is not proposed is not signed")
sent = clerk.post(clerk.get(place), place + "/reponse", {"issue": "favorable", "texte": "Vous êtes autorisée à faire votre stage du 4 janvier au 3 avril 2027.", "geste": "proposer"})
ok(sent.status == 303 and sql(f"select state_code from requests.requests where number = '{number}'") == "signature", "proposed: this path goes to the signature", sent.status)
ok(signer.get("/corbeilles?corbeille=signer&service=autorisation-stage").has(number), "it is in the signatory's basket")
for who, name in ((clerk, "its author"), (other, "a clerk"), (chief, "a chief")):
    hand = who.post(signer.get(place), place + "/signer", {"version": "2"}, who.hidden(who.get("/corbeilles/absence"), "/corbeilles/absence"))
    ok(hand.status == 403, f"{name} cannot sign", hand.status)
old = signer.post(signer.get(place), place + "/signer", {"version": "1"})
ok(old.status == 409, "a text that has changed since is not signed unseen", old.status)
sent_back = signer.post(signer.get(place), place + "/renvoyer", {"mots": "La date de fin est fausse."})
ok(sent_back.status == 303 and sql(f"select state_code from requests.requests where number = '{number}'") == "instruction", "sent back")
clerk.post(clerk.get(place), place + "/reponse", {"issue": "favorable", "texte": "Vous êtes autorisée à faire votre stage du 4 janvier au 2 avril 2027.", "geste": "proposer"})
signed = signer.post(signer.get(place), place + "/signer", {"version": "3"})
until = time.monotonic() + 30
while time.monotonic() < until and sql(f"select state_code from requests.requests where number = '{number}'") == "scellement":
    time.sleep(0.2)                     # its document is being sealed
ok(signed.status == 303 and sql(f"select state_code || ' ' || (closed_at is not null) from requests.requests where number = '{number}'") == "finalisee true", "signed and delivered", signed.status)
ok(sql(f"select encode(a.content_hash, 'hex') = encode(sha256(convert_to(concat_ws(E'\\x1f', r.number, 'favorable', '', r.reply), 'UTF8')), 'hex') from requests.approvals a join requests.requests r using (request_id) where r.number = '{number}' and a.void_at is null and a.kind_code = 'signature'") == "t",
   "the signature holds for the text that was delivered")
ok(ama.get("/demandes/" + token(number)).has("2 avril 2027"), "the person reads the reply")
ok(sql(f"select string_agg(s.kind_code || coalesce(s.days_taken::text, '?'), ' ' order by s.step_no) from requests.steps s join requests.requests r using (request_id) where r.number = '{number}'") == "instruction0 signature0", "every desk has its dates")
ok(sql(f"select count(*) from requests.notices n join requests.requests r using (request_id) where r.number = '{number}' and n.what_code in ('depot', 'complement', 'remise', 'avis')") == "4", "each event is owed to the channels")

# Survey: one token, one answer; dissatisfaction opens a case ---------------------------------------------------------------------------------
jeton = sql(f"select requests_api.survey_token(request_id) from requests.requests where number = '{number}'")
guest = Browser()
survey = guest.get("/avis/" + jeton)
ok(survey.status == 200 and survey.has("Comment cela s’est-il passé"), "the question is asked by its token alone")
ok(guest.get("/avis/" + "0" * 30).status == 404, "a made-up token asks nothing")
hidden = dict(re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)"', survey.text))
ok(guest.post(survey, "/avis/" + jeton, {"delai": "5", "resultat": "1", "accueil": "1", "organisation": "1"}, hidden).status == 422, "five out of four is refused")
ok(guest.post(survey, "/avis/" + jeton, {"delai": "1", "resultat": "2", "accueil": "1", "organisation": "2", "remarque": "Trop long."}, hidden).place == "/avis/merci", "answered")
ok(guest.get("/avis/" + jeton).has("déjà répondu"), "once")
sru = Browser("SRU" + RUN, DESK_BITS, role="clerk", structure="SRU")
ok(sru.get("/corbeilles/insatisfaits").has(number), "a case is open at the desk of relations with users")
ok(not clerk.get("/corbeilles/insatisfaits").has(number), "the desk that was judged does not see it")

# Contest: the desk above, a clock of its own, other hands ----------------------------------------------------------------------------------------
mine = "/demandes/" + token(number)
ok(ama.post(ama.get(mine + "/contester"), mine + "/contester", {"motifs": "court"}).status == 422, "a contest says why")
contest = ama.post(ama.get(mine + "/contester"), mine + "/contester", {"motifs": "La date de fin ne laisse pas trois mois pleins."})
ok(contest.status == 303, "contested", contest.status)
ok(sql(f"select r.state_code || ' ' || b.code || ' ' || (c.due_on = base_api.add_working_days(current_date, 15)) from requests.requests r join base.structures b using (structure_id) join requests.contests c using (request_id) where r.number = '{number}'") == "contestee SGM true",
   "it is at the desk above, with a clock of its own")
ok(signer.get(place).status == 404, "who decided has it no more")
judged = above.post(above.get(place), place + "/contestation", {"decision": "rouverte", "mots": "La remarque est juste : le bureau corrige."})
ok(judged.status == 303 and ama.get(mine).has("La remarque est juste"), "judged by another, and told", judged.status)
ok(sql(f"select b.code from requests.requests r join base.structures b using (structure_id) where r.number = '{number}'") == "SRHTE", "it is back at the desk of instruction")
drop = ama.post(ama.get(mine + "/retirer"), mine + "/retirer", {})
ok(drop.status == 303 and ama.get(mine).has("Retirée par vous"), "the person withdraws")
ok(ama.post(ama.get(mine), mine + "/reprendre", {}).status == 303 and sql(f"select state_code from requests.requests where number = '{number}'") == "nouvelle", "and takes it up again")

# A direct reply, a rejection with its remedy ---------------------------------------------------------------------------------------------------------
second = file_one("requete-plainte-information", {"nature": "information", "texte": "Où se trouve mon dossier d’avancement ?"})
there = "/corbeilles/" + token(second)
no = sru.post(sru.get(there), there + "/reponse", {"issue": "rejet", "motif": "incompetence", "texte": "Ce dossier est à la caisse de retraite.", "geste": "proposer"})
ok(no.status == 303 and sql(f"select state_code from requests.requests where number = '{second}'") == "rejetee", "a path of one desk answers at once", no.status)
answer = ama.get("/demandes/" + token(second))
ok(answer.has("relève d’un autre service") and answer.has("Ce que vous pouvez faire") and answer.has("Contester"), "the person reads the reason and the remedies")

# Once only ---------------------------------------------------------------------------------------------------------------------------------------------
agent = int(sql("select person_id from career.agents where matricule = '20417'"))
comlan = Browser("ADJOVI", person=agent)
form = "/demarches/certificat-non-radiation/demande"
kept = comlan.upload(comlan.get(form), form + "/1", {"depart_volontaire": "non", "usage": "autre", "geste": "continuer"}, {})
third = comlan.post(comlan.get(kept.place), form + "/deposer", {"accord": "oui"}).place.split("numero=")[1].split("&")[0]
ok(int(sql(f"select count(*) from requests.attachments a join requests.requests r using (request_id) where r.number = '{third}' and a.origin_code = 'etat'")) >= 1, "what the State holds joins by itself")
drsc = Browser("DRSC" + RUN, DESK_BITS, role="clerk", structure="DRSC")
opaque = re.search(r'/demandes/([0-9A-Za-z]{13})', comlan.get("/demandes").text)[1]
there = "/corbeilles/" + opaque
held = drsc.post(drsc.get(there), there + "/demander", {"piece": "Matricule"})
ok(held.status == 422 and held.has("a déjà cette pièce"), "and cannot be asked", held.status)
ok(drsc.get(there).has("Jointe par le système"), "the desk sees it so")

# Batch, export, filters, absence --------------------------------------------------------------------------------------------------------------------------
more = [file_one("autorisation-stage", STAGE) for _ in range(3)]
basket = clerk.get("/corbeilles?corbeille=nouvelles&service=autorisation-stage&tri=depot")
ok(all(n in basket.text for n in more), "the basket shows them")
before = int(re.search(r'Nouvelles <span class="g-count[^"]*">([\d\u202f]+)', basket.text)[1].replace("\u202f", ""))
done = clerk.post(basket, "/corbeilles/lot", {"d": [*more, second], "geste": "prendre"})
told = clerk.get(done.place)
ok(done.status == 303 and "lot=3&refus=1" in done.place and told.has("Fait pour 3 demandes"), "three are done, the one of another desk is told", done.place)
ok("service=autorisation-stage" in done.place and "tri=depot" in done.place, "and the filters are kept")
after = int(re.search(r'Nouvelles <span class="g-count[^"]*">([\d\u202f]+)', told.text)[1].replace("\u202f", ""))
ok(before - after == 3, "the counts follow", f"{before} {after}")
ok(int(sql("select count(*) from (select structure_id, basket_code, sum(total) s from requests.basket_counts group by 1, 2) c full join (select structure_id, basket_code, count(*) n from requests.requests group by 1, 2) r using (structure_id, basket_code) where coalesce(s, 0) <> coalesce(n, 0)")) == 0,
   "the counts are the rows, everywhere")
sheet = clerk.get("/corbeilles/liste?corbeille=valider&service=autorisation-stage&format=csv")
ok(sheet.status == 200 and more[0] in sheet.text and "Numéro" in sheet.text, "exported as CSV")
ok(clerk.get("/corbeilles/liste?corbeille=valider&format=xlsx").body[:2] == b"PK", "and as XLSX")
ok(not far.get("/corbeilles/liste?corbeille=valider&format=csv").text.count(more[0]), "each within his reach")
page = clerk.get("/corbeilles?corbeille=valider&service=autorisation-stage")
ok(clerk.post(page, "/corbeilles/filtres", {"nom": "Mes stages"}).status == 303 and clerk.get("/corbeilles").has("Mes stages") and not other.get("/corbeilles").has("Mes stages"), "a filter is kept, for oneself")
away = clerk.get("/corbeilles/absence")
stand = re.search(r'value="(p\d+)">Essai AUTRE' + RUN, away.text)
today = sql("select to_char(current_date, 'DD/MM/YYYY')")
ok(clerk.post(away, "/corbeilles/absence", {"debut": today, "fin": today, "cible": stand[1] if stand else "p0"}).status == 303, "an absence is noted")
ok(other.get("/corbeilles?corbeille=valider&miennes=oui").has(more[0]), "who stands in sees the requests of the absent")
ok(clerk.post(clerk.get("/corbeilles/absence"), "/corbeilles/absence", {"debut": "12/12/2030", "fin": "11/12/2030", "cible": stand[1] if stand else "p0"}).status == 422, "an absence that ends before it begins is refused")

# One's own file ---------------------------------------------------------------------------------------------------------------------------------------------
selfish = Browser("PROPRE" + RUN, DESK_BITS, role="clerk", structure="DPAF")
own = file_one("autorisation-stage", STAGE, selfish)
at = re.search(r'/demandes/([0-9A-Za-z]{13})', selfish.get("/demandes").text)[1]
ok(selfish.get("/corbeilles/" + at).has("votre propre demande"), "one's own request is shown as such")
ok(selfish.post(selfish.get("/demandes/" + at), "/corbeilles/" + at + "/prendre", {}, selfish.hidden(selfish.get("/corbeilles/absence"), "/corbeilles/absence")).status == 403, "and nobody treats his own")

# What goes by itself -------------------------------------------------------------------------------------------------------------------------------------------
sql(f"update requests.requests set due_on = current_date - 3, clock_since = current_date - 40 where number = '{more[0]}'")
sql("select requests_api.remind()")
ok(sql(f"select (escalated_at is not null) from requests.requests where number = '{more[0]}'") == "t", "what is late is told above")
ok(sql(f"select count(*) from requests.events e join requests.requests r using (request_id) where r.number = '{more[0]}' and e.what_code = 'retard'") == "1", "once")
sql("select requests_api.remind()")
ok(sql(f"select count(*) from requests.events e join requests.requests r using (request_id) where r.number = '{more[0]}' and e.what_code = 'retard'") == "1", "and not again")
ok(clerk.get("/corbeilles?corbeille=valider&retard=oui").has(more[0]), "the filter of late ones finds it")

# A visitor is asked for a piece, and answers by number and code ------------------------------------------------------------------------
sru = Browser("USAGERS" + RUN, DESK_BITS, role="clerk", structure="SRU")
guest = Browser()
form = "/sans-compte/requete-plainte-information"
kept = guest.post(guest.get(form), form + "/1", {"nature": "plainte", "nom": "Visiteuse " + RUN, "texte": "Le guichet était fermé mardi.", "date_faits": "2/11/2026", "geste": "continuer"})
filed = guest.post(guest.get(kept.place), form + "/deposer", {"accord": "oui"})
number, code = re.search(r"numero=(REQ\d+)&code=(\w+)", filed.place).groups()
place = "/corbeilles/" + re.search(r'href="/corbeilles/([0-9A-Za-z]{13})[^"]*"[^>]*>(?:(?!href=).)*?%s' % number, sru.get("/corbeilles?corbeille=nouvelles&tri=depot").text, re.S)[1]
sru.post(sru.get(place), place + "/prendre", {})
for piece in ("Photo de l’affiche", "Nom de l’agent"):
    ok(sru.post(sru.get(place), place + "/demander", {"piece": piece, "note": "Pour le service."}).status == 303, "a piece is asked of a visitor: " + piece)
follow = f"/suivi?numero={number}&code={code}"
page = guest.get(follow)
ok(page.has("On vous demande : Photo de l’affiche") and page.has("Pour le service.") and page.has("On vous demande aussi") and 'id="piece"' in page.text, "who has the number and the code reads what is asked, one at a time")
second = re.search(r'href="(/suivi\?[^"]*complement=\w+)"', page.text)[1].replace("&amp;", "&")
ok(guest.get(second).has("On vous demande : Nom de l’agent"), "and chooses which to answer")
answer = re.search(r'action="(/suivi/completer\?[^"]*)"', page.text)[1]
ok(not guest.get(f"/suivi?numero={number}&code=00000000").has("Photo de l’affiche"), "a wrong code shows nothing of it")
wrong = guest.multipart(answer.replace("code=" + code, "code=00000000"), {**guest.hidden(page, answer), "reponse": "Voici."}, {})
ok(wrong.status == 404, "nor does it answer", wrong.status)
empty = guest.upload(page, answer, {}, {})
ok(empty.status == 422 and empty.has("On vous demande : Photo de l’affiche"), "an empty answer is refused on the page that asks", empty.status)
lie = guest.upload(guest.get(follow), answer, {}, {"piece": ("affiche.pdf", "application/pdf", b"PK\x03\x04 a zip")})
ok(lie.status == 422, "so is a file that belies its name", lie.status)
sent = guest.upload(guest.get(follow), answer, {}, {"piece": ("affiche.pdf", "application/pdf", PDF)})
ok(sent.status == 303 and sent.place.startswith("/suivi?numero=" + number), "the piece is sent", f"{sent.status} {sent.place}")
page = guest.get(sent.place)
ok(page.has("Votre réponse est partie") and page.has("On vous demande : Nom de l’agent"), "received, and the other is still asked")
ok(guest.multipart(answer, {**guest.hidden(page, re.search(r'action="(/suivi/completer\?[^"]*)"', page.text)[1]), "reponse": "encore"}, {}).status == 409, "what was answered is not taken again")
lost = guest.upload(page, re.search(r'action="(/suivi/completer\?[^"]*)"', page.text)[1], {"perdue": "oui"}, {})
ok(lost.status == 303 and sql(f"select state_code || ' ' || (clock_since = current_date) from requests.requests where number = '{number}'") == "corrigee true", "both answered: the clock runs again", lost.status)
ok(sru.get(place).has("affiche.pdf") or sru.get(place).has("Photo de l’affiche"), "the desk has the piece")
ok(sql(f"select count(*) from requests.attachments a join requests.requests r using (request_id) where r.number = '{number}' and a.complement_id is not null and a.file_id is not null") == "1", "kept once")
signed_in = file_one("autorisation-stage", STAGE)
own = "/corbeilles/" + token(signed_in)
clerk.post(clerk.get(own), own + "/prendre", {})
clerk.post(clerk.get(own), own + "/demander", {"piece": "Certificat"})
secret = sql(f"select requests_api.follow_code(request_id) from requests.requests where number = '{signed_in}'")
page = guest.get(f"/suivi?numero={signed_in}&code={secret}")
ok(page.has("Connectez-vous pour répondre") and "/suivi/completer" not in page.text, "what is asked of a person with an account is answered signed in")
name = re.search(r'completer\?complement=(\w+)"', ama.get("/demandes/" + token(signed_in)).text)[1]
forged = guest.multipart(f"/suivi/completer?numero={signed_in}&code={secret}&complement={name}", {**guest.hidden(guest.get(form), form + "/1"), "reponse": "à sa place"}, {})
ok(forged.status == 409 and sql(f"select state_code from requests.requests where number = '{signed_in}'") == "attente", "even with a forged form", forged.status)

# The catalogue's manager -----------------------------------------------------------------------------------------------------------------------------------------
boss = Browser("CATALOGUE" + RUN, 1 << 15 | 1)
ok(clerk.get("/catalogue").status == 403, "a clerk does not publish")
page = boss.get("/catalogue/cotisation-cmps")
ok(boss.post(page, "/catalogue/cotisation-cmps", {"geste": "retirer"}).status == 422, "a service is withdrawn with a reason")
ok(boss.post(boss.get("/catalogue/cotisation-cmps"), "/catalogue/cotisation-cmps", {"geste": "retirer", "motif": "Essai"}).status == 303, "withdrawn")
ok("cotisation-cmps" not in ama.get("/demarches").text and ama.get("/demarches/cotisation-cmps").has("n’est plus proposée"), "out of the lists, its sheet still there")
ok(ama.get("/demarches/cotisation-cmps/demande").status == 404, "and not asked any more")
ok(boss.post(boss.get("/catalogue/cotisation-cmps"), "/catalogue/cotisation-cmps", {"geste": "publier"}).status == 303 and boss.get("/catalogue/cotisation-cmps").has("Essai"), "published again, the history kept")
ok(ama.get("/delais").status == 200, "the public figures")
end()
