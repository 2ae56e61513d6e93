#!/usr/bin/env python3
"""Step advancement over HTTP: a campaign from its opening to its acts, its lists, decisions and exports, the overdue page;
each acceptance beside its refusal.

    test_advancement.py BASE_URL DEMO_DIR    GUICHET_OWNER_DSN must lead to the database, a runner of jobs must be up.
The agents are the test's own, in a structure where nobody else serves; they are taken away at the end."""
import io
import pathlib
import re
import secrets
import sys
import time
import urllib.parse
import zipfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from portal import Browser, end, ok, sql

WORD = "A" + secrets.token_hex(4).upper()


class Person(Browser):
    def __init__(self, name=None, bits=0b10000001001, reach="{[0,1000000)}", person=None):
        person = person or name and int(sql(f"insert into base.persons (family_name, given_names) values ('{WORD}', '{name}') returning person_id"))
        super().__init__(name, bits, reach, person)


def agent(name, step, since, status="FE", corps="(select min(corps_id) from career.corps)", given="Essai"):
    """An agent of the test, at a step of A1 since a day; the number of his person."""
    return int(sql(f"""with p as (insert into base.persons (family_name, given_names, sex, birth_date) values ('{WORD}{name}', '{given}', 'F', date '1990-01-01') returning person_id),
        a as (insert into career.agents (person_id, matricule, status_code, first_service_date, structure_id) select person_id, '{WORD}-{name}', '{status}', '2015-01-02', {PLACE} from p returning agent_id, person_id),
        t as (insert into career.acts (kind_code, reference, signed_on, proof_code) select '{'contrat' if status == 'ACDPE' else 'nomination'}', '{WORD}/{name}', {since}, 'copie' from a returning act_id),
        l as (insert into career.act_lines (act_id, agent_id, effect_date, after_category, after_scale, after_step, after_index, after_corps_id, after_position_code)
            select t.act_id, a.agent_id, {since}, 'A', 1, {step}, 300, {corps}, 'activite' from t, a)
        select person_id from a"""))


PLACE, RANK = (int(n) for n in sql("""select s.structure_id, s.rank from base.structures s where s.rank = s.last_rank and s.closed_on is null and s.kind = 'service'
    and not exists (select from career.agents a where a.structure_id = s.structure_id) order by s.rank limit 1""").split("|"))
QUARTER = sql("select extract(year from current_date) || '-' || extract(quarter from current_date)")
FIRST = "date_trunc('quarter', current_date::timestamp)::date"
ZOE = agent("ZOE", 3, f"({FIRST} - interval '2 years')::date + 10", given="Zoé Bienvenue")
LATE = agent("ABEL", 4, f"({FIRST} - interval '2 years')::date - 120", "ACDPE")
agent("DOUTE", 5, f"({FIRST} - interval '2 years')::date + 20", corps="null")
agent("HAUT", 15, f"({FIRST} - interval '2 years')::date + 20")
sql(f"select career_api.refresh_agents(array(select agent_id from career.agents where matricule like '{WORD}-%'))")
HERE = f"{{[{RANK},{RANK + 1})}}"
visitor, clerk, other = Person(), Person("Clerc", reach=HERE), Person("Voisin", reach=f"{{[{RANK + 1},{RANK + 2})}}")
citizen, zoe = Person("Usager", bits=1), Person("Zoe", bits=0b101, reach="{}", person=ZOE)

# Who may come in
ok(visitor.get("/avancements").status == 303, "a visitor is sent to the sign-in page")
for who, name in ((citizen, "a citizen"), (zoe, "an agent")):
    for path in ("/avancements", "/avancements/nouvelle", "/avancements/retards"):
        ok(who.get(path).status == 403, f"{name} does not open {path}")
ok(clerk.get("/avancements").status == 200 and clerk.get("/avancements").has("Aucune campagne"), "a clerk sees that there is no campaign yet")

# Opening
form = clerk.get("/avancements/nouvelle")
ok(form.status == 200 and form.has("Trimestre"), "the form")
answer = clerk.post(form, "/avancements", trimestre=QUARTER)
ok(answer.status == 422 and answer.has("Comment grouper"), "without a grouping, the form comes back")
answer = clerk.post(clerk.get("/avancements/nouvelle"), "/avancements", trimestre="2199-1", regroupement="structure")
ok(answer.status == 422 and answer.has("Ce trimestre est trop loin"), "a quarter in the far future is refused", answer.status)
answer = clerk.post(clerk.get("/avancements/nouvelle"), "/avancements", trimestre="1998-1", regroupement="structure")
ok(answer.status == 422 and answer.has("Ce trimestre est trop ancien"), "one long past too")
whole = Person("Entier").get("/avancements/nouvelle").text
foreign = re.findall(r'<option value="([^"]{10,})"', whole)
answer = clerk.post(clerk.get("/avancements/nouvelle"), "/avancements", trimestre=QUARTER, regroupement="structure", structure=foreign[0])
ok(answer.status == 422 and answer.has("Cette structure ne relève pas de vous"), "a structure out of reach is refused", f"{answer.status} {len(foreign)}")
answer = other.send("POST", "/avancements", urllib.parse.urlencode({"trimestre": QUARTER, "regroupement": "structure"}))
ok(answer.status == 403, "without the form's token nothing is opened", answer.status)
form = clerk.get("/avancements/nouvelle")
answer = clerk.post(form, "/avancements", trimestre=QUARTER, regroupement="structure")
ok(answer.status == 303 and re.fullmatch(r"/avancements/[0-9A-Z]{13}", answer.place), "opened", f"{answer.status} {answer.place}")
camp = answer.place
again = clerk.post(form, "/avancements", trimestre=QUARTER, regroupement="structure")
ok(again.status == 303, "the same form sent twice opens once")
answer = clerk.post(clerk.get("/avancements/nouvelle"), "/avancements", trimestre=QUARTER, regroupement="unique")
ok(answer.status == 422 and answer.has("Une campagne est déjà ouverte"), "another for the same quarter and structures is refused")

# Computed
page = clerk.wait(camp)
ok(page.status == 200 and page.numbers()[:4] == [2, 1, 1, 2], "two due, one of them late, one to verify, two aside", page.numbers())
ok(page.has("1 par arrêté, 1 par avenant"), "an arrêté and an avenant")
ok(page.has("Corps inconnu") and page.has("Au dernier échelon"), "with the reasons in words")
ok(other.get(camp).status == 404, "a clerk of elsewhere does not see it")
ok(visitor.get(camp).status == 303, "nor a visitor")
for list_, names in (("dus", {"ABEL", "ZOE"}), ("retards", {"ABEL"}), ("verifier", {"DOUTE"}), ("ecartes", {"DOUTE", "HAUT"}), ("main", set()), ("tous", {"ABEL", "ZOE", "DOUTE", "HAUT"})):
    shown = clerk.get(f"{camp}/agents?liste={list_}")
    found = set(re.findall(rf"{WORD}-(\w+)", shown.text))
    ok(shown.status == 200 and found == names, f"the number opens its list: {list_}", found)
ok(clerk.get(f"{camp}/agents?liste=autre").status == 422, "an unknown list is refused")
shown = clerk.get(f"{camp}/agents?liste=ecartes&motif=dernier_echelon")
ok(set(re.findall(rf"{WORD}-(\w+)", shown.text)) == {"HAUT"}, "a reason opens its own")
ok(other.get(f"{camp}/agents?liste=tous").status == 404, "the list is not shown elsewhere")

# Searching: the words do not stand in the address
answer = clerk.post(clerk.get(f"{camp}/agents?liste=tous"), f"{camp}/agents", q=f"{WORD}zoe bienvenue", categorie="A", structure="", statut="", motif="")
ok(answer.status == 303 and "zoe" not in answer.place.lower(), "words are kept, the address has their number", answer.place)
shown = clerk.get(answer.place)
ok(set(re.findall(rf"{WORD}-(\w+)", shown.text)) == {"ZOE"} and f'value="{WORD}zoe bienvenue"' in shown.text, "found by name, and the words are given again")
ok(set(re.findall(rf"{WORD}-(\w+)", Person("Tiers", reach=HERE).get(answer.place).text)) == {"ABEL", "ZOE", "DOUTE", "HAUT"}, "another person’s search says nothing to this one")
answer = clerk.post(clerk.get(f"{camp}/agents?liste=tous"), f"{camp}/agents", q="", categorie="", structure="", statut="ACDPE", motif="")
ok(set(re.findall(rf"{WORD}-(\w+)", clerk.get(answer.place).text)) == {"ABEL"}, "filtered by status")

# One agent, and decisions
line = {n: re.search(rf'href="({camp}/agents/[0-9A-Z]+)"[^>]*>{WORD}{n} ', clerk.get(f"{camp}/agents?liste=tous").text)[1] for n in ("ZOE", "ABEL", "DOUTE", "HAUT")}
page = clerk.get(line["ZOE"])
ok(page.status == 200 and page.has("+ 24 mois") and page.has("valeur de démonstration") and page.has("A1-4"), "the date is explained")
ok(other.get(line["ZOE"]).status == 404, "not to others")
answer = clerk.post(page, line["ZOE"], motif="  court ")
ok(answer.status == 422 and answer.has("Écrivez le motif"), "put aside without a reason: refused", answer.status)
page = clerk.get(line["DOUTE"])
answer = clerk.post(page, line["DOUTE"], motif="")
ok(answer.status == 422 and answer.has("Écrivez le motif"), "kept without a reason: refused")
page = clerk.get(line["HAUT"])
ok("Retenir" not in page.text and page.has("Une règle ne se lève pas à la main"), "a rule offers no button")
forged = clerk.hidden(clerk.get(line["ZOE"]), line["ZOE"])
answer = clerk.send("POST", line["HAUT"], urllib.parse.urlencode({**forged, "decision": "retenir", "motif": "Il le mérite vraiment"}))
ok(answer.status == 422 and answer.has("Une règle écarte cet agent"), "and a forged form is refused", answer.status)
answer = other.send("POST", line["ZOE"], urllib.parse.urlencode({**other.hidden(other.get("/avancements/nouvelle"), "/avancements"), "decision": "ecarter", "motif": "Pas mon affaire du tout"}))
ok(answer.status == 404, "a clerk of elsewhere decides nothing", answer.status)
answer = clerk.post(clerk.get(line["DOUTE"]), line["DOUTE"], motif="Corps vérifié sur l’arrêté d’origine")
ok(answer.status == 303 and clerk.get(answer.place).has("Votre décision est enregistrée"), "kept with a reason", answer.status)
ok(clerk.get(line["DOUTE"]).has("Corps vérifié sur l’arrêté d’origine"), "which is shown with who wrote it")
ok(clerk.wait(camp).numbers()[:5] == [3, 1, 0, 1, 1], "and the numbers follow", clerk.get(camp).numbers())
ok(sql(f"select count(*) from base.audit where verb = 'include' and person_id = {clerk.person}") == "1", "the journal has a line")
clerk.post(clerk.get(camp), f"{camp}/recalculer")
ok(clerk.wait(camp).numbers()[:5] == [3, 1, 0, 1, 1], "computed again: the same rows, and the decision stays", clerk.get(camp).numbers())

# Exports
answer = clerk.get(f"{camp}/export?format=csv&liste=dus")
ok(answer.status == 200 and answer.text.count(WORD + "-") == 3 and "Corps vérifié" in answer.text, "CSV of those due", answer.text.count(WORD))
answer = clerk.get(f"{camp}/export?format=xlsx&liste=retards")
ok(answer.status == 200 and zipfile.is_zipfile(io.BytesIO(answer.body)), "XLSX of the late ones")
ok(sql(f"select string_agg(distinct reason, '') from base.consultations where person_id = {LATE} and viewer_id = {clerk.person}").startswith("Export de liste : avancement"), "each agent in it reads who took it")
ok(clerk.get(f"{camp}/export?liste=dus").status == 422, "no format, no file")
ok(other.get(f"{camp}/export?format=csv&liste=dus").status == 404, "nobody else exports it")

# The agent himself
page = zoe.get("/carriere")
ok(page.status == 200 and page.has("Votre avancement à l’échelon 4") and page.has("est dans la campagne du"), "the agent reads his campaign on his own page")
ok(not Person("Haut", bits=0b101, reach="{}", person=int(sql(f"select person_id from career.agents where matricule = '{WORD}-HAUT'"))).get("/carriere").has("est dans la campagne du"), "who is aside reads of none")

# Acts
page = clerk.get(f"{camp}/actes")
ok(page.status == 200 and page.has("2 actes seraient préparés"), "what acts it would make")
page = clerk.get(camp)
foreign = dict(other.hidden(other.get("/avancements/nouvelle"), "/avancements"))
ok(other.send("POST", f"{camp}/preparer", urllib.parse.urlencode(foreign)).status == 404, "another clerk prepares nothing")
answer = clerk.post(page, f"{camp}/preparer")
ok(answer.status == 303 and answer.place == camp, "prepared", answer.status)
ok(clerk.post(page, f"{camp}/preparer").place == camp, "the same form twice acts once")
fresh = dict(clerk.hidden(clerk.get("/avancements/nouvelle"), "/avancements"))
ok(clerk.send("POST", f"{camp}/preparer", urllib.parse.urlencode(fresh)).status == 409, "a second form is refused")
page = clerk.wait(camp)
ok(page.has("Les actes sont prêts à partir"), "the acts are there")
ids = sql(f"select count(*), sum(lines_count), bool_and(state_code = 'projet') from acts.drafts where author_id = {clerk.person}")
ok(ids == "2|3|t", "two projects of three lines in all", ids)
ok(sql(f"select count(*) from acts.draft_lines l join acts.drafts d using (draft_id) where d.author_id = {clerk.person} and l.after_index is not null") == "0", "no index is invented")
page = clerk.get(f"{camp}/actes")
ok(page.status == 200 and len(page.links("/actes/")) >= 2 and page.has("à mettre en circuit"), "each with its link and who is expected")
ok("Écarter cet agent" not in clerk.get(line["ZOE"]).text, "no decision is offered any more")
fresh = dict(clerk.hidden(clerk.get("/avancements/nouvelle"), "/avancements"))
answer = clerk.send("POST", line["ZOE"], urllib.parse.urlencode({**fresh, "decision": "ecarter", "motif": "Trop tard maintenant"}))
ok(answer.status == 409, "and a forged one is refused", answer.status)
fresh = dict(clerk.hidden(clerk.get("/avancements/nouvelle"), "/avancements"))
ok(clerk.send("POST", f"{camp}/abandonner", urllib.parse.urlencode(fresh)).status == 409, "and it is not given up any more")
ok(len(set(clerk.get(f"{camp}/actes?etat=projet").links("/actes/"))) == 2 and clerk.get(f"{camp}/actes?etat=publie").has("0 actes"), "a state opens its acts")
# An agent in a project is not computed into another act
second = clerk.post(clerk.get("/avancements/nouvelle"), "/avancements", trimestre=QUARTER, regroupement="unique")
page = clerk.wait(second.place)
ok(page.numbers()[0] == 0 and page.has("Acte déjà en circuit"), "a second campaign finds them already in an act", page.numbers())
ok("Préparer les actes" not in page.text, "and offers nothing to prepare")
answer = clerk.post(page, f"{second.place}/abandonner")
ok(answer.status == 303 and clerk.get(answer.place).has("La campagne est abandonnée"), "given up")
fresh = dict(clerk.hidden(clerk.get("/avancements/nouvelle"), "/avancements"))
ok(clerk.send("POST", f"{second.place}/recalculer", urllib.parse.urlencode(fresh)).status == 409, "what was given up is not computed again")

# Overdue
sql("select job_api.put('advancement.overdue', null, '{}')")
for _ in range(300):
    if sql("select count(*) from base.jobs where kind = 'advancement.overdue' and state_code in ('attente', 'cours')") == "0":
        break
    time.sleep(0.1)
page = clerk.get("/avancements/retards")
ok(page.status == 200 and page.numbers()[0] >= 1 and f"{WORD}-ABEL" in page.text, "who is overdue in my structures", page.numbers())
ok(page.has("acte en circuit"), "and whose act is under way")
ok(f"{WORD}-ABEL" not in other.get("/avancements/retards").text, "not shown to others")
month = re.search(r"mois=(\d{4}-\d\d-\d\d)", page.text)[1]
ok(f"{WORD}-ABEL" not in clerk.get(f"/avancements/retards?mois={month}&duree=long").text, "not a year late")
ok(clerk.get("/avancements/retards?mois=1999-01-01").status == 404, "a month without a picture is not invented")
answer = clerk.get(f"/avancements/retards/export?format=csv&mois={month}")
ok(answer.status == 200 and f"{WORD}-ABEL" in answer.text, "the list as a file")
ok(citizen.get("/avancements/retards/export?format=csv").status == 403, "not for everybody")

# Nothing of the test stays: only a superuser can take away what the portal never deletes.
sql(f"""begin;
alter table acts.events disable trigger only_added;
alter table acts.drafts disable trigger frozen;
delete from acts.events where draft_id in (select draft_id from acts.drafts where author_id = {clerk.person});
delete from advancement.campaigns where person_id = {clerk.person};
delete from acts.drafts where author_id = {clerk.person};
delete from advancement.overdue where agent_id in (select agent_id from career.agents where matricule like '{WORD}-%');
delete from advancement.notices where agent_id in (select agent_id from career.agents where matricule like '{WORD}-%');
delete from career.act_lines where agent_id in (select agent_id from career.agents where matricule like '{WORD}-%');
delete from career.acts where reference like '{WORD}/%';
delete from career.agents where matricule like '{WORD}-%';
delete from base.consultations where viewer_id in (select person_id from base.persons where family_name like '{WORD}%');
delete from base.jobs where person_id in (select person_id from base.persons where family_name like '{WORD}%');
delete from base.persons where family_name like '{WORD}%';
delete from advancement.overdue_sums o where o.month = date_trunc('month', current_date) and o.structure_id = {PLACE};
alter table acts.events enable always trigger only_added;
alter table acts.drafts enable always trigger frozen;
commit""")

end()
