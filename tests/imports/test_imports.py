#!/usr/bin/env python3
"""Imports over HTTP: send a file, confirm its columns, check, import; each acceptance beside its refusal.

    test_imports.py BASE_URL DEMO_DIR        GUICHET_OWNER_DSN must lead to the database, a runner of jobs must be up.
Matricules begin with a word of this run, so that the test can run again on the same database."""
import pathlib
import re
import secrets
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from portal import Browser, end, ok, sql, xlsx

HERE = pathlib.Path(__file__).resolve().parent
DATA, SHEETS = HERE / "data", HERE.parent / "data" / "sheets"
WORD = "T" + secrets.token_hex(4).upper() + "-"


class Importer(Browser):
    def __init__(self, name=None, bits=0b100011, reach="{[0,1000000)}"):
        super().__init__(name, bits, reach)

    def import_(self, nature, name, bytes_, **more):
        fields = {**self.hidden(self.get("/imports/nouveau"), "/imports"), **({"nature": nature} if nature else {}), **more}
        return self.multipart("/imports", fields, [] if bytes_ is None else [("fichier", name, bytes_, "text/csv")])

    def chosen(self, page):
        """What the selects of the columns page say."""
        return {name: (re.search(r'<option value="(\d+)" selected', options) or [None, ""])[1]
                for name, options in re.findall(r'<select[^>]* name="([^"]+)"[^>]*>(.*?)</select>', page.text, re.S)}

    def check(self, place, **changes):
        """Confirms the columns; waits for the check to end; the import's page."""
        page = self.get(place)
        answer = self.post(page, place, {**self.chosen(page), **changes})
        return self.wait(answer.place) if answer.status == 303 else answer

    def counts(self, page):
        return [int(re.sub(r"\D", "", n)) for n in re.findall(r'<li class="g-number[^>]*><strong>([^<]*)</strong>', page.text)]


def personnel(name):
    """The @ of a mail address is not a matricule's."""
    raw = (DATA / name).read_bytes()
    return re.sub(rb"@(?=\d)", WORD.encode(), raw)


def acts(name):
    return (DATA / name).read_bytes().replace(b"@", WORD.encode())


def agents():
    return int(sql(f"select count(*) from career.agents where matricule like '{WORD}%'"))


visitor, clerk, other, citizen = Importer(), Importer("Clerc"), Importer("Voisin"), Importer("Usager", bits=0b1)

# Who may come in.
ok(visitor.get("/imports").status == 303, "a visitor is sent to the sign-in page")
ok(citizen.get("/imports").status == 403, "a person without the permission is refused")
ok(citizen.get("/imports/nouveau").status == 403, "… on every page")
page = clerk.get("/imports")
ok(page.status == 200 and page.has("Aucun import"), "a clerk begins with an empty list")
ok(clerk.get("/imports/nouveau").status == 200, "and can send a file")
ok(clerk.get("/imports/modele-personnel").body.startswith(b"\xef\xbb\xbfMatricule;"), "there is a model of personnel")
ok("modele-actes.csv" in clerk.get("/imports/modele-actes").headers.get("Content-Disposition", ""), "and one of acts")
ok(clerk.send("POST", "/imports", "nature=acts", "application/x-www-form-urlencoded").status == 403, "a form that is not ours is refused")
ok(citizen.import_("personnel", "x.csv", personnel("personnel-utf8.csv")).status == 403, "a person without the permission cannot send")

# Files that are not tables, or say nothing.
for name, raw, words in [
        ("none", None, "Choisissez un fichier"), ("empty.csv", b"", "vide"), ("headers-only.csv", personnel("headers-only.csv"), "que des en-têtes"),
        ("one-column.csv", acts("one-column.csv"), "une colonne"), ("bomb.xlsx", (SHEETS / "bomb.xlsx").read_bytes(), "trop volumineux"),
        ("old.xls", (SHEETS / "old.xls").read_bytes(), "XLSX"), ("paper.csv", (SHEETS / "paper.csv").read_bytes(), "PDF"),
        ("broken.xlsx", (SHEETS / "truncated.xlsx").read_bytes(), "incomplet")]:
    answer = clerk.import_("personnel", name, raw)
    ok(answer.status == 422 and answer.has(words) and answer.has("Erreur :"), f"{name} is refused with its reason", f"{answer.status}")
ok(clerk.import_(None, "x.csv", personnel("personnel-utf8.csv")).status == 422, "what the file holds must be said")
ok(clerk.import_("danse", "x.csv", personnel("personnel-utf8.csv")).status == 422, "and be one of the two")
ok(clerk.get("/imports").has("Aucun import"), "nothing of all that was kept")

# A good file.
sent = clerk.import_("personnel", "agents.csv", personnel("personnel-utf8.csv"))
ok(sent.status == 303 and sent.place.endswith("/colonnes"), "a good file leads to its columns", f"{sent.status} {sent.place}")
ok(clerk.import_("personnel", "agents.csv", personnel("personnel-utf8.csv")).place == sent.place, "the same file sent twice is the same import")
place = sent.place[:-len("/colonnes")]
page = clerk.get(sent.place)
ok(clerk.chosen(page) == {"matricule": "1", "full_name": "", "family_name": "2", "given_names": "3", "sex": "4", "birth_date": "5", "first_service_date": "6",
   "status": "7", "corps": "8", "grade": "", "category": "9", "scale": "10", "step": "11", "structure": "12", "position": "13", "phone": "14", "email": "15"},
   "every column is recognised", str(clerk.chosen(page)))
ok(page.has("Reconnue à") and page.has("ADJOVI · HOUNGBÉDJI · N’DAH"), "with how sure we are and a few values")
for who, name in ((other, "another clerk"), (visitor, "a visitor"), (citizen, "a citizen")):
    ok([who.get(place + p).status in (303, 403, 404) for p in ("", "/colonnes", "/rapport")] == [True] * 3, f"{name} sees nothing of it")
ok(other.post(page, sent.place, {"matricule": "1"}).status in (403, 404), "another clerk cannot act on it")
page = clerk.check(sent.place)
ok(clerk.counts(page) == [3, 3, 0, 0, 0], "three new agents announced", str(clerk.counts(page)))
ok(agents() == 0, "and nothing written by the check")
ok(page.has("Ce que l’import ferait") and page.has("Importer 3 lignes"), "the decision is asked")
answer = clerk.post(page, place + "/importer", {})
again = clerk.post(page, place + "/importer", {})
ok(answer.status == 303 and again.status == 303 and again.place == answer.place, "the same button twice acts once", f"{answer.status} {again.status} {again.place}")
page = clerk.wait(place)
ok(page.has("Le fichier est importé") and page.has("Ce que l’import a fait"), "it is imported")
ok(agents() == 3, "three agents are there", str(agents()))
ok(sql(f"select string_agg(concat_ws('|', p.family_name, p.given_names, p.sex, p.birth_date, a.first_service_date, a.status_code, s.code), ' ' order by a.matricule) from career.agents a join base.persons p using (person_id) join base.structures s using (structure_id) where a.matricule like '{WORD}%'")
   == "ADJOVI|Koffi Sévérin|M|1985-03-03|2010-10-01|FE|DRSC HOUNGBÉDJI|Afi Chantal|F|1990-12-31|2015-10-01|ACDPE|DRSC N’DAH|Bio|M|1979-03-01|2004-01-02|FE|DRSC", "with what the file says")
ok(sql(f"select string_agg(c.value, ' ' order by c.value) from base.contacts c join career.agents a using (person_id) where a.matricule like '{WORD}%'")
   == "+2290197000001 +2290197000002 k.adjovi@exemple.bj", "and how to reach them")
ok(sql(f"select count(*) from base.audit where person_id = {clerk.person} and permission = 'import.personnel' and verb = 'import'") == "2", "the journal has the order and the end")
ok(clerk.post(page, place + "/importer", {}).status in (403, 400), "there is nothing left to press")
ok(clerk.get("/imports").has("agents.csv") and clerk.get("/imports").has("Importé"), "the list says so")
ok(other.get("/imports").has("Aucun import"), "but not to another clerk")

# The same again, in the other forms that people send.
table = [line.split(";") for line in personnel("personnel-utf8.csv").decode().splitlines()]
for name, raw, counts in [("Windows-1252", personnel("personnel-1252.csv"), [3, 0, 0, 3, 0]), ("UTF-8 once more", personnel("personnel-utf8.csv"), [3, 0, 0, 3, 0]),
                          ("XLSX", xlsx(table), [3, 0, 0, 3, 0]), ("commas, one name changed", personnel("personnel-comma.csv"), [3, 0, 1, 2, 0])]:
    sent = clerk.import_("personnel", name + ".csv", raw)
    ok(clerk.get(sent.place).has("Mêmes en-têtes que la dernière fois"), f"{name}: the choices of before come back")
    page = clerk.check(sent.place)
    ok(clerk.counts(page) == counts, f"{name}: {counts}", str(clerk.counts(page)))
    ok(page.has("il n’y a rien à écrire") == (counts[2] == 0), f"{name}: nothing to write, or something")
place = sent.place[:-len("/colonnes")]
clerk.post(page, place + "/importer", {})
clerk.wait(place)
ok(sql(f"select p.family_name from career.agents a join base.persons p using (person_id) where a.matricule = '{WORD}1'") == "ADJOVI-BIO", "a change is written")

# Wrong lines: all of them are told, none is written unless the person says so.
sent = clerk.import_("personnel", "faux.csv", personnel("personnel-wrong.csv"))
place = sent.place[:-len("/colonnes")]
page = clerk.check(sent.place)
ok(clerk.counts(page) == [10, 1, 0, 0, 9], "ten lines, one good", str(clerk.counts(page)))
report = clerk.get(place + "/rapport")
lines = report.body.decode("utf-8-sig").splitlines()
for line, column, value, words in [
        (2, "Date de naissance", "31/02/1985", "Ce jour n’existe pas"), (3, "Matricule", "", "Le matricule manque"), (4, "Sexe", "X", "Écrivez M ou F"),
        (5, "Date de prise de service", "01/10/1995", "avant 16 ans"), (6, "Date de naissance", "03/03/1885", "entre 1900 et 2100"),
        (7, "Statut", "MARIN", "statut n’existe pas"), (7, "Corps", "XYZ", "corps n’existe pas"), (7, "Échelle", "9", "échelle n’existe pas"), (7, "Échelon", "99", "échelon n’existe pas"),
        (7, "Structure", "NULLE-PART", "structure n’existe pas"), (7, "Position", "En vol", "position n’existe pas"), (8, "Catégorie", "K", "lettre de A à E"),
        (8, "Téléphone", "12", "dix chiffres"), (8, "Email", "pas-une-adresse", "pas complète"), (10, "Matricule", WORD + "9", "déjà à la ligne 9"),
        (11, "Nom", "", "Le nom manque"), (11, "Statut", "", "Le statut manque"), (11, "Date de naissance", "", "date de naissance manque")]:
    ok(any(l.startswith(f"{line};{column};{value};") and words in l for l in lines), f"the report has line {line}, {column}, {words}")
    ok(not words or page.has(words), f"and so has the page: {words}")
ok(len(lines) == 19, "and nothing else", f"{len(lines)}: " + "\n".join(lines))
ok("text/csv" in report.headers["Content-Type"] and "attachment" in report.headers["Content-Disposition"], "the report is a file")
answer = clerk.post(page, place + "/importer", {})
ok(answer.status == 422 and answer.has("choisissez d’importer seulement les lignes correctes"), "by default a wrong line refuses the file", str(answer.status))
ok(agents() == 3, "and nothing was written")
clerk.post(clerk.get(place), place + "/importer", {"lignes": "oui"})
page = clerk.wait(place)
ok(page.has("lignes refusées ont été laissées de côté"), "said in words, the good lines go in")
ok(agents() == 4 and sql(f"select count(*) from career.agents where matricule = '{WORD}9'") == "1", "the good one and no other", str(agents()))

# A formula in a name is text in the report.
sent = clerk.import_("personnel", "formule.csv", f"Matricule;Nom;Sexe\r\n{WORD}77;ZIN;=1+1\r\n".encode())
place = sent.place[:-len("/colonnes")]
clerk.check(sent.place, sex="3")
ok(";'=1+1;" in clerk.get(place + "/rapport").body.decode("utf-8-sig"), "a formula is disarmed in the report")
page = clerk.get(place)
ok(page.has("Aucune ligne ne peut être importée"), "no good line, no button")
ok(clerk.post(page, place + "/abandonner", {}).place == "/imports?fait=import-abandonne", "an import can be given up")
ok(clerk.get("/imports?fait=import-abandonne").has("Abandonné"), "it is then so in the list")
ok(not clerk.get(place).has("=1+1"), "and its values are erased")

# Unknown headers: chosen by hand, refused while something compulsory is missing, remembered afterwards.
sent = clerk.import_("personnel", "inconnu.csv", acts("unknown-headers.csv"))
page = clerk.get(sent.place)
ok("<b>zz</b>" not in page.body.decode(), "a header is shown as text")
unknown = {k: "" for k in clerk.chosen(page)}
answer = clerk.post(page, sent.place, unknown)
page = clerk.get(answer.place)
ok(answer.place.endswith("revoir=oui") and page.has("Choisissez la colonne qui contient : Matricule") and re.search(r"<title>Erreur\s: ", page.text), "a compulsory column is asked for", answer.place)
answer = clerk.post(page, sent.place, {**unknown, "matricule": "1", "sex": "1"})
ok(clerk.get(answer.place).has("lisent la même colonne"), "one column is not two things")
page = clerk.get(answer.place)
answer = clerk.post(page, sent.place, {**unknown, "matricule": "1", "structure": "3", "profil": "Mes colonnes"})
page = clerk.wait(answer.place)
ok(clerk.counts(page) == [2, 0, 0, 0, 2] and page.has("structure n’existe pas"), "chosen by hand, checked", str(clerk.counts(page)))
sent = clerk.import_("personnel", "inconnu2.csv", acts("unknown-headers.csv") + f"{WORD}3;rouge;DRSC\r\n".encode())
page = clerk.get(sent.place)
ok(clerk.chosen(page)["structure"] == "3" and page.has("Mes colonnes"), "the next file with these headers is chosen alike")
ok(clerk.post(page, sent.place, {**unknown, "matricule": "1", "effect_date": "2"}).status == 303, "a field of the other kind of file is left out")
ok(clerk.post(page, sent.place, {**unknown, "matricule": "x"}).status in (400, 403, 422), "a column that is not a number is refused")

# Only the structures one serves.
rank = sql("select format('{[%s,%s]}', rank, last_rank) from base.structures where code = 'DRSC'")
far = sql("select format('{[%s,%s]}', rank, last_rank) from base.structures where code = 'MS'")
near, away = Importer("Proche", reach=rank), Importer("Lointain", reach=far)
changed = personnel("personnel-utf8.csv").replace(b"Bio", b"Bio Yaya")
for who, name, counts in [(near, "a clerk of that structure", [3, 0, 2, 1, 0]), (away, "a clerk of another ministry", [3, 0, 0, 0, 3])]:
    page = who.check(who.import_("personnel", "mes.csv", changed).place)
    ok(who.counts(page) == counts, f"{name}: {counts}", str(who.counts(page)))
ok(page.has("ne relève pas de vos structures"), "and why")

# Acts.
sent = clerk.import_("acts", "actes.csv", acts("acts.csv"))
place = sent.place[:-len("/colonnes")]
page = clerk.check(sent.place)
ok(clerk.counts(page) == [4, 4, 0, 0, 0], "four lines of acts", str(clerk.counts(page)))
clerk.post(page, place + "/importer", {})
page = clerk.wait(place)
ok(page.has("Le fichier est importé"), "acts are imported")
mine = f"from career.act_lines l join career.acts c using (act_id) join career.agents a using (agent_id) where a.matricule like '{WORD}%'"
ok(sql(f"select count(*), count(distinct act_id) {mine}") == "4|3", "four lines, three acts")
ok(sql(f"select string_agg(l.line_no::text, ' ' order by l.line_no) {mine} and c.reference like '%-2/MTFP'") == "1 2", "two agents on one act")
ok(sql(f"select concat_ws('|', category, scale, step, lines_count) from career.agents where matricule = '{WORD}1'") == "A|3|2|2", "the situation is derived at once")
page = clerk.check(clerk.import_("acts", "actes.csv", acts("acts.csv")).place)
ok(clerk.counts(page) == [4, 0, 0, 4, 0], "the same acts again: unchanged", str(clerk.counts(page)))
page = clerk.check(clerk.import_("acts", "corrige.csv", acts("acts.csv").replace(b";A;3;2;", b";A;3;3;")).place)
ok(clerk.counts(page) == [4, 0, 1, 3, 0], "a corrected line is a change", str(clerk.counts(page)))
page = clerk.check(clerk.import_("acts", "faux.csv", acts("acts-wrong.csv")).place)
ok(clerk.counts(page) == [6, 1, 0, 0, 5], "wrong acts are refused", str(clerk.counts(page)))
for words in ("Aucun agent ne porte ce matricule", "type d’acte n’existe pas", "La date d’effet manque", "avant les 16 ans", "déjà donné pour cet agent et cette date à la ligne 6"):
    ok(page.has(words), f"because: {words}")

# A file that breaks half-way is told, and is not imported, not even in part.
sent = clerk.import_("acts", "casse.csv", acts("acts.csv") + (f"{WORD}1;Nomination;x;;01/10/2010;;;;;;;\r\n" * 80).encode() + b'"sans fin')
place = sent.place[:-len("/colonnes")]
page = clerk.check(sent.place)
ok(page.has("n’a pas pu être lu jusqu’au bout"), "a quote that never ends is told")
ok("/importer" not in page.text, "and there is no way to import it")

ok(sql("select count(*) from imports.staged") == "0" and sql("select count(*) from imports.ready") == "0", "nothing stays in the staging tables")
ok(clerk.get("/imports/0000000000000").status == 404, "an import that does not exist")
ok(clerk.get("/imports?page=2").status == 200, "a page after the last one")

end()
