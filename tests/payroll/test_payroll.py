#!/usr/bin/env python3
"""Pay and career over HTTP: the payer's file, what differs, who may look and settle; each acceptance beside its refusal.

    test_payroll.py BASE_URL VAR_DIR        GUICHET_OWNER_DSN must lead to the database, a runner of jobs must be up.
Agents of this run were hired in 1961 and paid in a month of the sixties: nobody else's rows are touched, and all of it goes at the end."""
import pathlib
import re
import secrets
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from portal import Browser, end, ok, sql, xlsx

WORD = "P" + secrets.token_hex(4).upper() + "-"
MONTH, NEXT = "1962-03", "1962-04"
CLEAN = """delete from payroll.comments c using payroll.differences d where c.difference_id = d.difference_id and d.until_month < '1970-01-01';
    delete from payroll.events e using payroll.differences d where e.difference_id = d.difference_id and d.until_month < '1970-01-01';
    delete from payroll.differences where until_month < '1970-01-01'; delete from payroll.replaced where month < '1970-01-01'; delete from payroll.waiting where month < '1970-01-01';
    delete from payroll.lines where month < '1970-01-01'; delete from payroll.months where month < '1970-01-01'"""


class Person(Browser):
    def __init__(self, name=None, bits=0, role=None, person=None):
        super().__init__(name, bits | 1, person=person, reach="{[0,1000000)}")
        if role is not None:
            sql(f"""insert into base.assignments (person_id, role_code, structure_id, granted_by, confirmed_by, valid_from)
                select {self.person}, '{role}', s.structure_id, (select min(person_id) from base.persons), (select min(person_id) + 1 from base.persons), current_date - 1 from base.structures s where s.code = 'RB'""")

    def import_(self, name, bytes_, mois=MONTH, base="/paye/imports", **more):
        fields = {**self.hidden(self.get(base + "/nouveau"), base), **({"mois": mois} if mois is not None else {}), **more}
        return self.multipart(base, fields, [("fichier", name, bytes_, "text/csv")])

    def chosen(self, page):
        return {name: (re.search(r'<option value="(\d+)" selected', options) or [None, ""])[1]
                for name, options in re.findall(r'<select[^>]* name="([^"]+)"[^>]*>(.*?)</select>', page.text, re.S)}

    def check(self, place, **changes):
        page = self.get(place)
        answer = self.post(page, place, {**self.chosen(page), **changes})
        return (answer.place, self.wait(answer.place)) if answer.status == 303 else (answer.place, answer)

    def counts(self, page):
        return [int(re.sub(r"\D", "", n)) for n in re.findall(r'<li class="g-number[^>]*><strong>([^<]*)</strong>', page.text)]


def agent(n, step, index):
    """Hired in 1961 at that step; the person, for whom a session may be made."""
    return int(sql(f"""with p as (insert into base.persons (family_name, given_names, birth_date) values ('ESSAI{n}', 'Payé', '1935-01-01') returning person_id),
        a as (insert into career.agents (person_id, matricule, status_code, first_service_date, structure_id)
            select p.person_id, '{WORD}{n}', 'FE', '1961-01-01', (select structure_id from base.structures where code = 'DRSC') from p returning agent_id, person_id),
        c as (insert into career.acts (kind_code, reference, signed_on, proof_code) values ('nomination', '{WORD}{n}/1961', '1961-01-01', 'copie') returning act_id),
        l as (insert into career.act_lines (act_id, agent_id, effect_date, after_status_code, after_category, after_scale, after_step, after_index, after_position_code)
            select c.act_id, a.agent_id, '1961-01-01', 'FE', 'B', 1, {step}, {index}, 'activite' from c, a),
        -- and he left in 1963, so that no other month speaks of him
        d as (insert into career.acts (kind_code, reference, signed_on, proof_code) values ('radiation', '{WORD}{n}/1963', '1963-01-01', 'copie') returning act_id),
        m as (insert into career.act_lines (act_id, agent_id, effect_date) select d.act_id, a.agent_id, '1963-01-01' from d, a)
        select person_id from a"""))


HEADERS = ["Matricule", "Catégorie", "Échelle", "Échelon", "Indice", "Traitement indiciaire", "Position", "Mois"]


def csv(rows, encoding="utf-8"):
    return ("\r\n".join(";".join(r) for r in [HEADERS, *rows]) + "\r\n").encode(encoding)


def line(n, step="2", index="322", amount="96600", position="Activité", month="03/1962", word=WORD):
    return [f"{word}{n}", "B", "1", step, index, amount, position, month]


def settled_jobs():
    for _ in range(600):
        if sql("select count(*) from base.jobs where kind like 'payroll.%' and state_code in ('attente', 'cours')") == "0":
            return True
        time.sleep(0.1)
    return False


def doors(payer, pension, clerk, owner):
    visitor = Person()
    for path in ("/paye", "/paye/imports", "/paye/imports/nouveau", "/paye/export", "/carriere/paye"):
        answer = visitor.get(path)
        ok(answer.status == 303 and answer.place.startswith("/connexion"), f"a visitor signs in first: {path}", answer.status)
    for path in ("/paye", "/paye/imports", "/paye/imports/nouveau", "/paye/export"):
        ok(payer.get(path).status == 200, f"the payer opens {path}")
        ok(clerk.get(path).status == 403 and owner.get(path).status == 403 and pension.get(path).status == 403, f"nobody else opens {path}")
    ok(payer.get("/imports").status == 403, "the payer has no business in the personnel's files")
    ok(clerk.get("/imports").status == 200, "which a clerk opens")
    ok(payer.get("/carriere/paye").status == 403, "the payer has no own career page")
    ok(payer.get("/paye/imports/modele-paye").text.startswith("\ufeffMatricule;"), "a model to fill")


def file_of_the_month(payer, clerk):
    good = [line(1), line(2, step="1", index="290", amount="87 000"), line(3)]
    wrong = [line(9), line(4, index=""), line(5, amount="-96600"), line(6, month="03/1900"), line(6, month="03/2200"), line(7), line(7, step="3"), line(8, month="04/1962"),
             line(8, position="Lune")]
    answer = payer.import_("paye.csv", csv(good), mois=None)
    ok(answer.status == 422 and answer.has("Choisissez le mois payé"), "without a month the file is refused", answer.status)
    ok(payer.import_("paye.csv", csv(good), mois="2999-01").status == 422, "a month of the future too")
    ok(payer.import_("paye.csv", b"%PDF-1.4 bonjour").status == 422, "and what is no table")
    ok(payer.import_("paye.csv", csv(good), nature="personnel").status == 422, "the payer sends no personnel file by forging the form")
    ok(clerk.import_("paye.csv", csv(good), mois=None, base="/imports", nature="paye").status == 422, "nor a clerk a file of pay")
    ok(sql("select count(*) from payroll.months where month < '1970-01-01'") == "0", "nothing was written")

    answer = payer.import_("paye.csv", csv(good + wrong))
    ok(answer.status == 303 and answer.place.startswith("/paye/imports/"), "a file is taken", answer.status)
    page = payer.get(answer.place)
    chosen = payer.chosen(page)
    ok([chosen.get(k) for k in ("matricule", "category", "scale", "step", "pay_index", "index_pay", "position", "pay_month")] == list("12345678"), "its columns are guessed", chosen)
    ok("Nom de famille" not in page.text and "Date de naissance" not in page.text, "only the fields of pay are asked")
    place, bad = payer.check(answer.place, pay_index="")
    ok("revoir=oui" in place and bad.has("Choisissez la colonne qui contient : Indice payé"), "an index is compulsory")
    place, page = payer.check(answer.place, pay_index="5")
    ok(payer.counts(page)[:4] == [12, 3, 0, 0], "twelve lines, three right", payer.counts(page))
    for words in ("Aucun agent ne porte ce matricule", "L’indice payé manque", "Ce nombre est négatif", "Ce mois est impossible", "aucune des deux lignes n’est retenue",
                  "Cette ligne est d’un autre mois", "Cette position n’existe pas"):
        ok(page.has(words), f"the report says: {words}")
    ok(page.has("Ligne 5") and page.has("Ligne 13"), "line by line")
    report = payer.get(place + "/rapport")
    ok(report.status == 200 and report.text.count("\n") > 9, "the report is a file")
    ok(clerk.get(place).status == 403 and clerk.get(place.replace("/paye", "")).status == 404, "which no clerk reads, by either address")
    answer = payer.post(page, place + "/importer", {})
    ok(answer.status == 422, "wrong lines hold the import")
    ok(sql("select count(*) from payroll.months where month < '1970-01-01'") == "0", "nothing was written yet")
    page = payer.get(place)
    answer = payer.post(page, place + "/importer", {"lignes": "oui"})
    page = payer.wait(place)
    ok(page.has("Le fichier est importé"), "left out in words, the rest is written")
    ok(sql("select lines_count, version from payroll.months where month = '1962-03-01'") == "3|1", "three lines")
    ok(sql("select string_agg(matricule, ',') from payroll.waiting where month = '1962-03-01'") == f"{WORD}9", "whom nobody knows waits")
    ok(settled_jobs(), "and the country is compared")

    # the same file again; then corrected, in the other encoding; then as a workbook
    place, page = payer.check(payer.import_("paye.csv", csv(good)).place)
    ok(payer.counts(page)[:4] == [3, 0, 0, 3] and page.has("il n’y a rien à écrire"), "the same lines again: nothing to write", payer.counts(page))
    payer.post(page, place + "/abandonner", {})
    place, page = payer.check(payer.import_("corrige.csv", csv([line(1), line(2)], "cp1252")).place)
    ok(payer.counts(page)[:5] == [2, 0, 1, 1, 1] and page.has("retirées"), "a corrected file, in Windows-1252: one changed, one gone", payer.counts(page))
    payer.post(page, place + "/importer", {})
    payer.wait(place)
    ok(sql("select lines_count, version from payroll.months where month = '1962-03-01'") == "2|2", "the month is replaced")
    ok(sql(f"select count(*) from payroll.replaced r join career.agents a using (agent_id) where a.matricule like '{WORD}%'") == "2", "what it said is kept aside")
    rows = [HEADERS, line(1, step="3", index="354", amount="106200"), line(2), line(3)]
    place, page = payer.check(payer.import_("paye.xlsx", xlsx(rows)).place)
    ok(payer.counts(page)[:4] == [3, 1, 1, 1], "a workbook", payer.counts(page))
    payer.post(page, place + "/importer", {})
    payer.wait(place)
    ok(settled_jobs(), "compared again")


def desk(payer, pension, clerk, owner):
    page = payer.get("/paye")
    ok(page.has("mars 1962") or page.has("Mois connus"), "the desk's page")
    answer = payer.post(page, "/paye", {"matricule": f"{WORD}404"})
    ok(answer.status == 422 and answer.has("Aucun agent de vos structures ne porte ce matricule"), "an unknown matricule is said", answer.status)
    answer = payer.post(page, "/paye", {"matricule": f" {WORD.lower()}1 "})
    ok(answer.status == 303 and answer.place.startswith("/paye/agents/") and WORD not in answer.place, "a matricule is found, and never stands in an address", answer.place)
    place = answer.place
    page = payer.get(place)
    ok(page.status == 200 and page.has("Pourquoi comparez-vous") and not page.has("indice 354"), "a reason first")
    answer = payer.post(page, place, {})
    ok(answer.status == 422 and answer.has("Choisissez un motif"), "no reason, no file")
    answer = payer.post(page, place, {"motif": "autre"})
    ok(answer.status == 422 and answer.has("Précisez ce motif"), "another reason is written")
    answer = payer.post(page, place, {"motif": "ecart", "precision": "mars 1962"})
    ok(answer.status == 303, "with a reason it opens", answer.status)
    page = payer.get(place)
    ok(page.has("B1-3, indice 354") and page.has("B1-2, indice 322") and page.has("Payé sans acte"), "both sides and what differs")
    ok(owner.get("/consultations").has("Paye et carrière : Différence à régler : mars 1962"), "the agent reads who looked and why")
    ecart = re.search(r'href="(/paye/ecarts/[^"]+)"', page.text)[1]
    page = payer.get(ecart)
    ok(page.status == 200 and page.has("Régler cette différence") and page.has("Le rappel a été payé"), "one difference, with reasons as rows")
    answer = payer.post(page, ecart + "/regler", {"texte": ""})
    ok(answer.status == 422 and answer.has("Choisissez une raison"), "no reason, not settled")
    answer = payer.post(page, ecart + "/regler", {"raison": "autre", "texte": ""})
    ok(answer.status == 422 and answer.has("Écrivez pourquoi") and 'value="autre" checked' in answer.text, "another reason is written; the choice stays made")
    ok(clerk.post(page, ecart + "/regler", {"raison": "rappel_paye", "texte": ""}).status == 403 and pension.post(page, ecart + "/regler", {"raison": "rappel_paye"}).status == 403,
       "neither a clerk nor the pensions settle it")

    # the agent's own page, before it is settled
    own = owner.get("/carriere/paye")
    ok(own.has("Payé sans acte") and own.has("Service des carrières (DGFP/DRSC)"), "the agent sees what differs and who deals with it")
    ok(Person("ESSAI DEMO", 0b101, person=int(sql("select person_id from career.agents where matricule = '18932'"))).get("/carriere/paye").has("différences restent à régler."), "how many are left is said")
    ok(Person("ESSAI DEMO", 0b101, person=int(sql("select person_id from career.agents where matricule = '21333'"))).get("/carriere/paye").has("Une différence reste à régler."), "one too")
    remark = re.search(r'action="(/carriere/paye/[^"]+/remarque)"', own.text)[1]
    ok(owner.post(own, remark, {"texte": ""}).status == 422, "an empty remark is none")
    ok(owner.post(own, remark, {"texte": "J’attends l’acte."}).status == 303, "he writes once")
    answer = owner.post(owner.get("/carriere/paye"), remark, {**owner.hidden(own, remark), "_cle": "7f2c0f0e-0b9e-4b6e-9a3e-" + secrets.token_hex(6), "texte": "Encore"})
    ok(answer.status == 409, "and only once", answer.status)
    ok(payer.get(place).has("J’attends l’acte."), "the payer reads it")
    other = Person("ESSAI2", 0b101, person=int(sql(f"select person_id from career.agents where matricule = '{WORD}2'")))
    ok(other.get("/carriere/paye").has("Mois par mois") and not other.get("/carriere/paye").has("J’attends l’acte."), "another agent sees his own only")
    answer = other.post(own, remark, {"texte": "À sa place"})
    ok(answer.status in (403, 404), "and writes nothing about another's", answer.status)

    # the pension service reads
    read = place.replace("/paye/agents", "/pensions/paye")
    page = pension.get(read)
    ok(page.status == 200 and page.has("Pourquoi comparez-vous"), "the pension service says why too")
    ok(pension.post(page, read, {"motif": "pension"}).status == 303 and pension.get(read).has("B1-3, indice 354"), "and reads both sides")
    ok("/paye/ecarts/" not in pension.get(read).text and pension.get(place).status == 403, "without anything to settle")
    ok(clerk.get(read).status == 403, "a clerk without the right does not")

    page = payer.get(ecart)
    answer = payer.post(page, ecart + "/regler", {"raison": "acte_retrouve", "texte": "Trouvé aux archives"})
    ok(answer.status == 303, "settled", answer.status)
    ok(payer.get(ecart).has("L’acte a été retrouvé et sera saisi") and payer.get(ecart).has("Rouvrir"), "with its reason")
    ok(payer.post(page, ecart + "/regler", {"raison": "acte_retrouve", "texte": "", "_cle": "7f2c0f0e-0b9e-4b6e-9a3e-" + secrets.token_hex(6)}).status == 409, "once")
    ok(owner.get("/carriere/paye").has("Trouvé aux archives"), "the agent reads it")
    page = payer.get(ecart)
    ok(payer.post(page, ecart + "/rouvrir", {"texte": ""}).status == 422, "reopening wants a sentence")
    ok(payer.post(page, ecart + "/rouvrir", {"texte": "L’acte n’est pas le bon"}).status == 303 and payer.get(ecart).has("Régler cette différence"), "and opens it again")
    page = payer.get(place)
    ok(payer.post(page, place + "/comparer", {}).status == 303, "one agent is compared at once")
    ok(payer.get(ecart.replace(ecart[-3:], "zzz")).status in (404, 422), "no other difference by guessing")

    # the list, its filters, its export
    page = payer.get("/paye?nature=paye_sans_acte")
    ok(page.has("ESSAI1") and not page.has("ESSAI2"), "the list by kind")
    ok(payer.get("/paye?nature=inventee").status in (404, 422), "an unknown kind is refused")
    page = payer.get("/paye/export?nature=paye_sans_acte")
    ok(payer.post(page, "/paye/export", {"nature": "paye_sans_acte", "format": "csv"}).status == 422, "an export says why")
    answer = payer.post(page, "/paye/export", {"nature": "paye_sans_acte", "format": "csv", "motif": "controle"})
    ok(answer.status == 200 and f"{WORD}1" in answer.text and "B1-3, indice 354" in answer.text, "CSV")
    answer = payer.post(page, "/paye/export", {"nature": "paye_sans_acte", "format": "xlsx", "motif": "controle"})
    ok(answer.status == 200 and answer.body[:2] == b"PK", "XLSX")
    ok(owner.get("/consultations").has("Export des différences de paye : Contrôle"), "everybody in the list reads why")


def main():
    sql(CLEAN)
    payer = Person("ESSAI SOLDE", 1 << 23, "payroll_officer")
    pension = Person("ESSAI PENSIONS", 1 << 22, "pension_officer")
    clerk = Person("ESSAI GESTIONNAIRE", 0b100000)
    people = [agent(n, 2, 322) for n in range(1, 9)]
    sql(f"select career_api.refresh_agents(array(select agent_id from career.agents where matricule like '{WORD}%'))")
    owner = Person("ESSAI1", 0b101, person=people[0])
    try:
        doors(payer, pension, clerk, owner)
        file_of_the_month(payer, clerk)
        desk(payer, pension, clerk, owner)
    finally:
        settled_jobs()
        sql(CLEAN)
        sql("delete from base.sessions where person_name like 'ESSAI%'")
    end()


main()
