#!/usr/bin/env python3
"""Pensioners over HTTP: seen alive at a centre, address and account, the link that stops a change, a claim from its beginning to its decision. Each
gesture beside its refusal, as a named person; forms are sent as a browser sends them.

    test_pensioners.py BASE_URL VAR      GUICHET_OWNER_DSN must lead to the database.

The people are of this run alone. Ends with "N passed, N failed"."""
import atexit
import pathlib
import re
import secrets
import sys
import urllib.parse
import uuid

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from portal import Browser, end, ok, sql

WORD = "H" + secrets.token_hex(3).upper()
SELF, CLAIM, LIFE, DESK, CONSULT = 1 | 1 << 2 | 1 << 25, 1 | 1 << 25, 1 | 1 << 24, 1 | 1 << 22, 1 << 3


class Person(Browser):
    def __init__(self, person=None, bits=0, ranks="{}", name="Essai"):
        super().__init__(name if person else None, bits, ranks, person)

    def hidden(self, page, action):
        form = re.search(r'<form[^>]*(?:action="%s"|method="post" novalidate)[^>]*>.*?</form>' % re.escape(action), page.text, re.S)
        return dict(re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)"', form[0] if form else ""))

    def forge(self, page, action, **fields):
        """A form that the page does not offer: its token, a key of its own."""
        token = re.search(r'name="_jeton" value="([^"]*)"', page.text)[1]
        return self.send("POST", action, urllib.parse.urlencode({"_jeton": token, "_cle": str(uuid.uuid4()), **fields}))

    def upload(self, page, action, name, data, **fields):
        return self.multipart(action, {**self.hidden(page, action), **fields}, [("fichier", name, data)])


def make_person(name, birth="1980-01-01"):
    return int(sql(f"insert into base.persons (family_name, given_names, sex, birth_date) values ('{WORD}{name}', '{name}', 'F', '{birth}') returning person_id"))


def make_agent(name, birth, left=None):
    """(person, agent, matricule): retired since `left`, in service without it."""
    person, matricule = make_person(name, birth), f"{WORD}-{name}".upper()
    agent = sql(f"insert into career.agents (person_id, matricule, status_code, first_service_date, structure_id) select {person}, '{matricule}', 'FE', '1985-10-01', structure_id "
                "from base.structures where code = 'MEMP' returning agent_id")
    for kind, day in (("nomination", "1985-10-01"), ("retraite", left)):
        if day:
            sql(f"with a as (insert into career.acts (kind_code, reference, signed_on, signatory, proof_code) values ('{kind}', '{matricule}/{kind}', '{day}', 'Le Ministre', 'original') returning act_id) "
                f"insert into career.act_lines (act_id, agent_id, effect_date, after_status_code, after_position_code) select act_id, {agent}, '{day}', 'FE', 'activite' from a")
    sql(f"select career_api.refresh_agents(array[{agent}])")
    sql(f"insert into base.contacts (person_id, kind, value, verified_at) values ({person}, 'email', '{matricule.lower()}@exemple.bj', now())")
    return person, int(agent), matricule


def staff(name, role, bits, place="MEMP"):
    person = make_person(name)
    two = [make_person(name + "g"), make_person(name + "c")]
    sql(f"insert into base.assignments (person_id, role_code, structure_id, granted_by, confirmed_by, valid_from) select {person}, '{role}', structure_id, {two[0]}, {two[1]}, current_date - 1 "
        f"from base.structures where code = '{place}'")
    ranks = "{}" if role == "focal_point" else sql(f"select (base_api.rights_of({person})).ranks")
    return Person(person, bits, ranks, name)


stub = sql("select to_regprocedure('pensions_api.open_for(bigint,text,text,date,text[],text)') is null") == "t"
if stub:
    sql("create function pensions_api.open_for(agent bigint, kind text, origin text, leave_on date, regimes text[], note text) returns bigint language sql security definer "
        "set search_path = pg_catalog, pg_temp as $$insert into pensions.files (number, agent_id, kind_code, origin_code, regimes, leave_on, leave_source, structure_rank) "
        "select 'P2026-' || (90000 + agent), agent, kind, origin, regimes, leave_on, note, 0 returning file_id$$; alter function pensions_api.open_for owner to guichet_owner")


@atexit.register
def leave():
    if stub:
        sql("drop function pensions_api.open_for(bigint, text, text, date, text[], text)")
    sql(f"delete from base.sessions where person_id in (select person_id from base.persons where family_name like '{WORD}%')")


retired, retired_agent, retired_matricule = make_agent("Retraitee", "1957-05-10", "2015-07-01")
worker, worker_agent, worker_matricule = make_agent("Enposte", "1985-02-03")
other, other_agent, other_matricule = make_agent("Autre", "1956-06-06", "2014-01-01")
me, colleague = Person(retired, SELF), Person(worker, SELF)
focal, officer, controller = staff("Focal", "focal_point", LIFE), staff("Gestion", "pension_officer", LIFE | DESK | CONSULT), staff("Controle", "pension_controller", DESK | CONSULT)
heir, stranger, visitor = Person(make_person("Heritiere"), CLAIM), Person(make_person("Voisin"), CLAIM), Person()
sql(f"insert into base.contacts (person_id, kind, value, verified_at) values ({heir.person}, 'email', '{WORD.lower()}heir@exemple.bj', now())")

# ---- who may come in ----
for path, browser, name in (("/ma-pension", heir, "a citizen without a career right"), ("/retraites", me, "a pensioner at the desk"), ("/retraites/demandes", focal, "a focal point at the claims' desk"),
                            ("/retraites/echeances", me, "a pensioner at the lists")):
    ok(browser.get(path).status == 403, f"{name} is refused", browser.get(path).status)
ok(visitor.get("/ma-pension").status == 303 and visitor.get("/pensions-reversion").status == 303, "a visitor signs in first")
ok(focal.get("/retraites/echeances").status == 403, "a focal point has no list", focal.get("/retraites/echeances").status)
page = colleague.get("/ma-pension")
ok(page.status == 200 and page.has("Vous n’êtes pas encore à la retraite"), "an agent in service is told so", page.status)
page = me.get("/ma-pension")
ok(page.status == 200 and page.has("Certificat de vie : à faire maintenant") and page.has("Votre livret n’existe qu’en papier") and page.has("Le montant n’est pas dans le portail"),
   "what is not known is said", page.status)
ok(me.get("/ma-pension/livret").status == 404, "no booklet, no file")

# ---- seen alive ----
page = focal.get("/retraites")
ok(not page.has("Nom de famille") and officer.get("/retraites").has("Nom de famille"), "a name is asked of officers only")
find = lambda who, **fields: who.post(who.get("/retraites"), "/retraites/recherche", **fields)
ok(find(focal, matricule=retired_matricule, naissance="11/05/1957").refused("ne vont pas ensemble"), "a wrong birth date")
ok(find(focal, matricule="NOPE-1", naissance="10/05/1957").refused("ne vont pas ensemble"), "an unknown matricule, in the same words")
ok(find(focal, matricule=retired_matricule).refused("Remplissez ce champ"), "both are needed")
ok(find(focal, nom=WORD).status == 422, "a focal point finds nobody by name")
answer = find(officer, nom=WORD)
ok(answer.status == 200 and answer.has(f"{WORD}Retraitee") and not answer.has(f"{WORD}Enposte"), "an officer finds retired people by name", answer.status)
place = re.search(r'/retraites/[0-9A-Z]{13}', answer.text)[0]
ok(focal.get(place).status == 404, "an address alone opens nobody", focal.get(place).status)
answer = find(focal, matricule=retired_matricule, naissance="10 mai 1957")
ok(answer.status == 303 and re.fullmatch(r"/retraites/[0-9A-Z]{13}", answer.place), "the pair opens her", f"{answer.status} {answer.place}")
place = answer.place
page = focal.get(place)
ok(page.status == 200 and page.has("Attendu depuis") and "FCFA" not in page.text and not page.has("FCFA"), "identity, no amount", page.status)
ok(me.get("/consultations").has("identité vue au guichet"), "she sees who looked")
record = lambda who, page, **fields: who.post(page, place + "/vie", **{"piece": "cip", "fin": "12ab", "vu": "oui", **fields})
ok(record(focal, page, vu="").refused("devant vous"), "not without having seen her")
ok(record(focal, page, fin="é").status == 422, "four signs of the paper")
ok(record(focal, page, piece="").status == 422, "a paper")
ok(record(focal, page, vu_le="1/1/2020").refused("le jour même"), "at the desk, today only")
form = {**focal.hidden(page, place + "/vie"), "piece": "cip", "fin": "12ab", "vu": "oui"}
answer = focal.send("POST", place + "/vie", urllib.parse.urlencode(form))
ok(answer.status == 303 and answer.place.startswith("/retraites/vie/"), "recorded", f"{answer.status} {answer.place}")
receipt = answer.place.split("?")[0]
again = focal.send("POST", place + "/vie", urllib.parse.urlencode(form))
ok(again.status == 303 and sql(f"select count(*) from pensioners.life_certificates where agent_id = {retired_agent}") == "1", "the same form twice records once", again.status)
ok(record(focal, focal.get(place), fin="12ab").status == 409, "once a day")
page = focal.get(receipt)
ok(page.has("12AB") and page.has("Retirer le certificat") and page.text.count("<h1") == 1, "its receipt")
ok(stranger.get(receipt).status == 403 and controller.get(receipt).status == 403, "not for everybody")
ok(me.get("/ma-pension").has("Certificat de vie : en règle"), "her page knows it at once")
mine = re.search(r"/ma-pension/certificats/[0-9A-Z]{13}", me.get("/ma-pension").text)[0]
ok(me.get(mine).status == 200 and colleague.get(mine).status == 404, "her receipt, nobody else's", f"{me.get(mine).status} {colleague.get(mine).status}")
ok(focal.post(page, receipt + "/retirer", motif=" ").status == 422, "taken back with a reason")
ok(focal.post(page, receipt + "/retirer", motif="erreur de personne").place == "/retraites?fait=vie_retiree", "taken back")
ok(focal.forge(page, receipt + "/retirer", motif="encore").status == 409, "once")
ok(controller.forge(controller.get("/retraites/demandes"), receipt + "/retirer", motif="encore").status == 403, "and not by who has no desk")
ok(me.get("/ma-pension").has("Retiré : erreur de personne"), "she reads why")
place_other = find(focal, matricule=worker_matricule, naissance="3/2/1985").place
ok(focal.get(place_other).has("n’est pas à la retraite") and "/vie\"" not in focal.get(place_other).text, "no form for who works")
page = officer.get(place)
ok(page.has("Lieu de la visite"), "an officer may record a visit")
ok(record(officer, page, comment="agent", lieu="", vu_le="").refused("où la visite"), "a visit has a place")
ok(record(officer, page, comment="agent", lieu="Kandi, chez elle", vu_le="1/1/2020").refused("dans les 15 jours"), "and is recent")
ok(record(officer, page, comment="agent", lieu="Kandi, chez elle", vu_le="").status == 303, "recorded")
listed = officer.get("/retraites/echeances?liste=jamais")
ok(listed.has(f"{WORD}Autre") and not listed.has(f"{WORD}Retraitee"), "who never had one is listed")
sheet = officer.get("/retraites/echeances/export?liste=jamais&format=csv")
ok(sheet.status == 200 and other_matricule in sheet.text and retired_matricule not in sheet.text, "and exported", sheet.status)
ok(officer.get("/retraites/echeances/export?liste=jamais&format=xlsx").body[:2] == b"PK", "as a workbook")
ok(officer.get("/retraites/echeances?liste=hier").status in (404, 422), "of lists that exist", officer.get("/retraites/echeances?liste=hier").status)

# ---- where she lives, where she is paid ----
page = me.get("/ma-pension/adresse")
ok(me.post(page, "/ma-pension/adresse", commune="", adresse="Zongo").status == 422, "a commune")
ok(me.post(page, "/ma-pension/adresse", commune="Parakou", adresse="Quartier Zongo, maison bleue").place == "/ma-pension?fait=adresse_changee", "a new address")
ok(me.get("/ma-pension").has("Quartier Zongo, maison bleue, Parakou"), "holds at once")
ok(me.post(me.get("/ma-pension/adresse"), "/ma-pension/adresse", commune="Parakou", adresse="Quartier Zongo, maison bleue").refused("déjà votre adresse"), "the same is no change")
ok(colleague.post(colleague.get("/ma-pension/adresse"), "/ma-pension/adresse", commune="Parakou", adresse="Quartier Zongo").status == 403, "an agent in service has none here")
prove = lambda minutes: sql(f"update base.sessions set proved_at = now() - interval '{minutes} minutes' where person_id = {retired}")
prove(11)
ok(me.get("/ma-pension/compte/banque").place == "/compte/preuve?suite=/ma-pension/compte/banque", "the secret is asked again", me.get("/ma-pension/compte/banque").place)
prove(1)
page = me.get("/ma-pension/compte/banque")
ok(page.status == 200 and page.has("Le changement attend 7 jours"), "the delay is told", page.status)
ask = lambda page, **fields: me.post(page, "/ma-pension/compte/banque", **{"nom": "Banque Sika", "compte": "BJ061 01001 123456789048 21", **fields})
ok(ask(page, compte="BJ06 1010").refused("Un RIB a 24"), "a number of the right length")
ok(ask(page, compte="GB82 WEST 1234 5698 7654 33").refused("erreur de copie"), "a mistake of copying is seen")
ok(ask(page, compte="").refused("Remplissez"), "a number at all")
prove(11)
ok(ask(page).status == 403, "not with an old proof", ask(page).status)
prove(1)
ok(ask(me.get("/ma-pension/compte/banque")).place == "/ma-pension?fait=compte_demande", "asked")
page = me.get("/ma-pension")
ok(page.has("Un changement de compte attend") and page.has("finissant par 4821") and "12345678904821" not in page.text.replace(" ", ""), "it waits, its last four shown")
ok(me.get("/ma-pension/compte/mobile").has("Un changement attend déjà"), "one at a time")
ok("payment" not in focal.get(place).text and focal.get(place).has("finissant par 4821"), "a desk sees its last four")
body = sql(f"select body from base.outbox where person_id = {retired} and event_code = 'pension.compte_demande' order by message_id desc limit 1")
link = re.search(r"/pension/arreter/[0-9a-f]{32}", body)[0]
ok("12345678904821" not in body, "no message holds the number")
page = visitor.get(link)
ok(page.status == 200 and page.has("Arrêter ce changement ?") and WORD not in page.text, "the link opens a page without a name", page.status)
ok(sql(f"select count(*) from pensioners.payment_accounts where person_id = {retired} and stopped_at is null") == "1", "opening it stops nothing")
ok(visitor.get("/pension/arreter/" + "0" * 32).status == 404, "another token is nothing")
second = Person()
early = second.get(link)
answer = visitor.post(page, link)
ok(answer.status == 303 and visitor.get(link).has("Ce changement est arrêté"), "stopped without signing in", f"{answer.status} {answer.place}")
ok(visitor.forge(page, link).status == 409 and second.post(early, link).status == 409, "a token used twice, by the same browser and by another")
ok(Person().send("POST", link, "a=b").status == 403, "and never by a form that is not ours")
ok(me.get("/ma-pension").has("par le lien du message"), "she reads how")
answer = me.post(me.get("/ma-pension/compte/mobile"), "/ma-pension/compte/mobile", nom="Opérateur", telephone="0197000731")
ok(answer.place == "/ma-pension?fait=compte_demande", "a telephone", f"{answer.status} {answer.words()[:200]}")
page = focal.get(place)
where = re.search(r'name="compte" value="([0-9A-Z]{13})"', page.text)[1]
ok(focal.post(page, place + "/compte", compte=where, motif="").status == 422, "a desk stops it with a reason")
sql(f"update pensioners.payment_accounts set asked_at = now() - interval '8 days', holds_from = now() - interval '1 day' where person_id = {retired} and stopped_at is null")
ok(focal.post(page, place + "/compte", compte=where, motif="elle dit que ce n’est pas elle").status == 409, "too late once it took effect")
ok(me.get("/ma-pension").has("Opérateur, numéro finissant par 0731"), "it took effect by itself")
late = re.search(r"/pension/arreter/[0-9a-f]{32}", sql(f"select body from base.outbox where person_id = {retired} and event_code = 'pension.compte_demande' order by message_id desc limit 1"))[0]
page = visitor.get(late)
ok(page.has("Il est trop tard pour ce lien") and "<form method=\"post\" novalidate" not in page.text, "the link says that it is too late")

# ---- a claim ----
BEGIN = "/pensions-reversion/nouvelle"
begin = lambda who, **fields: who.post(who.get(BEGIN), BEGIN, **{"matricule": other_matricule, "naissance": "6/6/1956", "deces": "1/3/2026", "lien": "enfant", **fields})
ok(begin(stranger, naissance="7/6/1956").refused("ne vont pas ensemble") and begin(stranger, matricule="NOPE-9").refused("ne vont pas ensemble"), "a wrong pair and an unknown one, in the same words")
ok(begin(heir, deces="1/3/2126").refused("à venir"), "no death to come")
ok(begin(heir, deces="1/3/1950").refused("avant la naissance"), "no death before birth")
ok(begin(heir, lien="").status == 422, "a link")
answer = begin(heir)
ok(answer.status == 303 and re.fullmatch(r"/pensions-reversion/[0-9A-Z]{13}", answer.place), "begun", f"{answer.status} {answer.place}")
claim = answer.place
ok(begin(heir).place == claim, "the open one is offered, not a second")
ok(stranger.get(claim).status == 404 and stranger.get(claim + "/survivant").status == 404, "somebody else's claim does not exist", stranger.get(claim).status)
page = heir.get(claim)
ok(page.has("Il faut au moins l’acte de décès") and page.has("Personne n’est encore inscrit"), "what is missing is said")
ok(heir.post(page, claim + "/envoyer", accord="oui").refused("au moins un conjoint"), "not sent empty")
add = lambda who, **fields: who.post(who.get(claim + "/survivant"), claim + "/survivant", **{"lien": "enfant", "nom": "Agbo", "prenoms": "Jean", "naissance": "1/2/2010", "acte": "", **fields})
ok(add(heir, naissance="1/2/2126").refused("à venir"), "born")
ok(add(heir, lien="conjoint", naissance="2/3/2026").refused("né après le décès"), "a spouse was born before")
ok(add(heir).place == claim + "?fait=survivant_ajoute", "a child")
ok(add(heir).refused("déjà inscrite"), "not twice")
ok(stranger.forge(stranger.get(BEGIN), claim + "/survivant", lien="enfant", nom="Agbo", prenoms="X", naissance="1/2/2010", acte="").status == 404, "nobody else adds one")
ok(stranger.forge(stranger.get(BEGIN), claim + "/envoyer", accord="oui").status == 404 and stranger.forge(stranger.get(BEGIN), claim + "/effacer").status == 404, "sends or erases it")
for n in range(2, 31):
    ok(add(heir, prenoms=f"Enfant {n}").status == 303, f"child {n}")
ok(heir.get(claim).has("Enfant 30") and "Ajouter un conjoint" not in heir.get(claim).text, "thirty, and no more is offered")
ok(add(heir, prenoms="Trente et un").refused("trente survivants"), "the thirty-first is refused")
page = heir.get(claim)
drop = re.search(r'action="(%s/survivant/[0-9A-Z]{13}/retirer)"' % claim, page.text)[1]
ok(heir.post(page, drop).place == claim and sql(f"select count(*) from pensioners.survivors join pensioners.claims using (claim_id) where claimant_id = {heir.person}") == "29", "one is taken off")
ok(add(heir, prenoms="Posthume", naissance="27/12/2026" if sql("select current_date > '2026-12-27'") == "t" else "25/11/2026").status == 303, "born after the death")
paper = claim + "/papier"
page = heir.get(paper)
ok(heir.upload(page, paper, "x.pdf", b"not a paper", nature="acte_deces").status == 422, "what is no paper is refused")
ok(heir.upload(page, paper, "x.pdf", b"%PDF-1.7\n" + WORD.encode(), nature="inconnu").status == 422, "of a kind that exists")
scan = b"%PDF-1.7\n%" + WORD.encode() + b"\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"
answer = heir.upload(heir.get(paper), paper, "acte.pdf", scan, nature="acte_deces")
ok(answer.place == claim + "?fait=papier_ajoute", "the death certificate", f"{answer.status} {answer.words()[:300]}")
file = re.search(r'href="(%s/papier/[0-9A-Z]{13})"' % claim, heir.get(claim).text)[1]
ok(heir.get(file).body == scan and stranger.get(file).status == 404, "read by who sent it, nobody else", f"{heir.get(file).status} {stranger.get(file).status}")
page = heir.get(claim)
ok(heir.post(page, claim + "/envoyer").refused("après avoir relu"), "read over first")
ok(officer.get(claim.replace("/pensions-reversion", "/retraites/demandes")).status == 404, "a desk does not see what was not sent")
ok(heir.post(page, claim + "/envoyer", accord="oui").place == claim + "?fait=reversion_envoyee", "sent")
page = heir.get(claim)
ok(page.has("Service des pensions") and page.has("Réponse au plus tard le") and "Envoyer la demande" not in page.text, "followed: who holds it, until when")
ok(heir.get(claim + "/survivant").status == 409 and heir.forge(page, claim + "/survivant", lien="enfant", nom="Agbo", prenoms="Tard", naissance="1/2/2011", acte="").status == 409, "and not changed any more")
ok(sql(f"select count(*) from base.outbox where person_id = {other} and event_code = 'pension.deces_declare'") == "1", "whoever is declared dead is told")
ok(Person(other, SELF).get("/ma-pension").has("Quelqu’un a déclaré votre décès"), "and sees it")

# ---- the desk ----
desk = claim.replace("/pensions-reversion", "/retraites/demandes")
ok(officer.get("/retraites/demandes").has(f"{WORD}Autre"), "in the basket")
page = officer.get(desk)
ok(page.has("Admettre la demande") and page.has("Les parts ne peuvent pas encore être calculées") and page.has("pension.orphan_age"), "to decide; what is not known is named", page.status)
ok(officer.get(file.replace("/pensions-reversion", "/retraites/demandes")).body == scan, "its paper")
ok(sql(f"select count(*) from base.consultations where person_id = {other} and what = 'reversion'") == "1", "who opened it is noted once")
page = controller.get(desk)
ok(page.status == 200 and "Admettre la demande" not in page.text and page.has("Vous pouvez la lire"), "a controller reads only", page.status)
ok(controller.forge(page, desk + "/admettre").status == 403 and controller.forge(page, desk + "/admettre").has("Un gestionnaire des pensions décide"), "and does not decide")
page = officer.get(desk)
ok(officer.post(page, desk + "/complement", demande_texte="x").refused("en quelques mots"), "a complement in words")
ok(officer.post(page, desk + "/complement", demande_texte="L’acte de naissance de Jean").status == 303, "asked")
ok(officer.forge(page, desk + "/admettre").status == 409, "what waits is not admitted")
page = heir.get(claim)
ok(page.has("L’acte de naissance de Jean") and "Envoyer la demande" in page.text, "the claimant reads it, and may answer")
ok(heir.post(page, claim + "/envoyer", accord="oui", reponse="Le voici.").status == 303, "sent again")
page = officer.get(desk)
ok(officer.post(page, desk + "/rejeter", motif="", explication="Le lien n’est pas établi.").status == 422, "refused with a reason")
ok(officer.post(page, desk + "/rejeter", motif="autre", explication="non").refused("en une phrase"), "and an explanation")
sql("insert into base.parameters (name, valid_from, value, source, certainty, is_demo) values ('pension.reversion_spouse', '2026-02-28', '4000', 'essai', 'usage', true), "
    "('pension.orphan_share', '2026-02-28', '500', 'essai', 'usage', true), ('pension.orphan_age', '2026-02-28', '18', 'essai', 'usage', true)")
page = officer.get(desk)
sql("delete from base.parameters where source = 'essai' and valid_from = '2026-02-28'")
ok(page.has("Valeurs de démonstration") and page.has("3,44 %") and page.has("naissance après le décès"), "with values loaded, the shares are computed", page.words()[:200])
answer = officer.post(page, desk + "/admettre")
ok(answer.place == "/retraites/demandes?fait=demande_admise", "admitted", f"{answer.status} {answer.words()[:300]}")
ok(sql(f"select count(*) from pensions.files where agent_id = {other_agent} and kind_code = 'reversion'") == "1", "its file is open")
ok(officer.forge(page, desk + "/admettre").status == 409 and officer.forge(page, desk + "/rejeter", motif="autre", explication="Après coup, non.").status == 409, "once, and for good")
page = heir.get(claim)
ok(page.has("Demande admise") and page.has("Les parts ne peuvent pas encore être calculées"), "the claimant follows; without the values, no figure")
answer = find(focal, matricule=other_matricule, naissance="6/6/1956")
page = focal.get(answer.place)
ok(page.has("Décès enregistré le 1er mars 2026") and "Enregistrer un certificat" not in page.text, "no certificate for the dead")
dead = Person(other, SELF)
sql(f"update base.sessions set proved_at = now() where person_id = {other}")
ok(dead.get("/ma-pension/compte/tresor").status == 403, "no change of account for the dead", dead.get("/ma-pension/compte/tresor").status)
ok(officer.get("/retraites/demandes/export?etat=admis&format=csv").has(f"{WORD}Autre"), "exported")

# ---- a centre claims for somebody ----
CENTRE = "/retraites/reversion/nouvelle"
answer = focal.post(focal.get(CENTRE), CENTRE, matricule=retired_matricule, naissance="10/5/1957", deces="2/3/2026", lien="conjoint", nom="", telephone="")
ok(answer.status == 422, "who claims has a name")
answer = focal.post(focal.get(CENTRE), CENTRE, matricule=retired_matricule, naissance="10/5/1957", deces="2/3/2026", lien="conjoint", nom="Veuf Essai", telephone="0196000001")
ok(re.fullmatch(r"/retraites/reversion/[0-9A-Z]{13}", answer.place), "begun at the centre", f"{answer.status} {answer.place}")
ok(officer.get(answer.place).status == 404 and heir.get(answer.place).status == 403, "seen by that desk alone", f"{officer.get(answer.place).status} {heir.get(answer.place).status}")
ok(focal.get("/retraites/reversion").has(f"{WORD}Retraitee"), "in its list")
page = focal.get(answer.place)
ok(focal.post(page, answer.place + "/effacer").place == "/retraites/reversion?fait=reversion_effacee" and focal.get(answer.place).status == 404, "erased before it was sent")

# ---- five wrong pairs an hour ----
for n in range(4):
    begin(stranger, naissance=f"{n + 1}/1/1940")
ok(begin(stranger).refused("Trop d’essais"), "then the right pair waits too")

end()
