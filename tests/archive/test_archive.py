#!/usr/bin/env python3
"""Old acts over HTTP: batches, the check of files, double keying, the third look, reports, and the paper behind an act; each
acceptance beside its refusal, as a named person.

    test_archive.py BASE_URL DEMO_DIR        GUICHET_OWNER_DSN must lead to the database, a runner of jobs must be up.
Persons, agents and batches are of this run alone, so that the test can run again on the same database."""
import pathlib
import re
import secrets
import subprocess
import sys
import tempfile
import time
import urllib.parse
import zlib

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from portal import Browser, end, ok, pdf, sql

WORD = "".join(secrets.choice("23456789") for _ in range(8))     # what a machine reads without doubt
MANY = ("ARCHIVE", 0b1000000001001)     # account.own, career.consult, archive.work
RANK = sql("select rank from base.structures where code = 'DRSC'")
ELSEWHERE = sql("select rank from base.structures where code = 'MS'")


class Reader(Browser):
    def __init__(self, name, bits, reach=None, person=None):
        person = person or int(sql(f"insert into base.persons (family_name, given_names, birth_date) values ('{WORD}', '{name}', '1980-01-01') returning person_id"))
        super().__init__(name, bits, reach or "{[%s,%s]}" % (RANK, RANK), person)

    def deposit(self, lot, files):
        return self.multipart(lot, self.hidden(self.get(lot), lot), [("fichiers", name, content) for name, content in files])

    def take(self, queue):
        desk = self.get("/archives")
        return self.post(desk, "/archives/prendre", {"file": queue})


def agent(name, matricule):
    """An agent with an account of his own."""
    person = int(sql(f"insert into base.persons (family_name, given_names, sex, birth_date) values ('{WORD}', '{name}', 'F', '1975-05-05') returning person_id"))
    number = int(sql(f"insert into career.agents (person_id, matricule, status_code, first_service_date, structure_id) select {person}, '{matricule}', 'FE', '2000-01-03', structure_id from base.structures where code = 'DRSC' returning agent_id"))
    sql(f"select career_api.refresh_agents(array[{number}])")
    sql(f"insert into base.contacts (person_id, kind, value, origin) values ({person}, 'email', '{matricule.lower()}@exemple.bj', 'record')")
    return Reader(name, 0b101, person=person), number


def png(width, height):
    """A gray PNG, to be refused by its bytes."""
    def chunk(kind, data):
        return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", width.to_bytes(4, "big") + height.to_bytes(4, "big") + b"\x08\0\0\0\0") + chunk(b"IDAT", zlib.compress(b"\0" * (width + 1) * height)) + chunk(b"IEND", b"")


def tool(argv, data, suffix=""):
    """What a Debian tool makes of bytes."""
    with tempfile.NamedTemporaryFile(suffix=suffix) as f:
        f.write(data)
        f.flush()
        return subprocess.run([a.replace("@", f.name) for a in argv], input=data, capture_output=True).stdout


def jpeg_of(document):
    return tool(["cjpeg"], tool(["pdftoppm", "-r", "100", "-gray", "-"], document))


def tiff_of(document, pages):
    with tempfile.TemporaryDirectory() as d:
        subprocess.run(["pdftoppm", "-r", "110", "-mono", "-tiff", "-singlefile", "-", d + "/p"], input=document, check=True)
        subprocess.run(["tiffcp", "-c", "g4"] + [d + "/p.tif"] * pages + [d + "/all.tif"], check=True)
        return open(d + "/all.tif", "rb").read()


def states(lot):
    return dict(line.split("|") for line in sql(f"select s.name, s.state_code from archive.scans s join archive.lots l using (lot_id) where l.name = '{lot}'").splitlines())


def jpeg_header(width, height):
    return b"\xff\xd8\xff\xc0\x00\x0b\x08" + height.to_bytes(2, "big") + width.to_bytes(2, "big") + b"\x01\x01\x11\x00\xff\xda"


def tiff_header(width, height):
    return b"II*\0\x08\0\0\0\x02\0" + b"".join(tag.to_bytes(2, "little") + b"\4\0\1\0\0\0" + v.to_bytes(4, "little") for tag, v in ((256, width), (257, height))) + b"\0\0\0\0"


afi = Reader("Afi", MANY[1])
bola = Reader("Bola", MANY[1])
comlan = Reader("Comlan", MANY[1])
stranger = Reader("Stranger", MANY[1], "{[%s,%s]}" % (ELSEWHERE, ELSEWHERE))
clerk = Reader("Clerk", 0b1001)
dossou, dossou_id = agent("Dossou", WORD + "1")
edem, edem_id = agent("Edem", WORD + "2")

# ---- who may come in ----
ok(afi.get("/archives").status == 200, "an archivist opens the archive")
ok(clerk.get("/archives").status == 403 and dossou.get("/archives/lots").status == 403, "a clerk and an agent do not")

# ---- a batch ----
page = afi.get("/archives/lots/nouveau")
answer = afi.post(page, "/archives/lots", {"nom": "", "structure": re.search(r'<option value="(\w+)"', page.text)[1]})
ok(answer.status == 422 and answer.has("Remplissez ce champ"), "a batch has a name")
NAME = "Lot " + WORD
answer = afi.post(page, "/archives/lots", {"nom": NAME, "origine": "Essai", "structure": re.search(r'<option value="(\w+)"', page.text)[1]})
lot = answer.place
ok(answer.status == 303 and lot.startswith("/archives/lots/"), "a batch is opened", answer.status)
ok(afi.get(lot).has("Ce lot est vide"), "it is empty, in words")
ok(stranger.get(lot).status == 404 and not stranger.get("/archives/lots").has(NAME), "another structure's archivist does not see it")
page = stranger.get("/archives/lots/nouveau")
theirs = stranger.post(page, "/archives/lots", {"nom": "X", "structure": "0000000000000"})
ok(theirs.status in (404, 422), "a structure that is not one is refused", theirs.status)

# ---- files: each refused in words, the others go on ----
REFERENCE = f"{int(WORD[1:], 16) % 9000 + 100}/MTFP/DC/SGM/DGFP"
act = pdf(f"N. {REFERENCE}\nDECISION portant avancement d'echelon\nMatricule {WORD}1\nCotonou, le 3 mars 2015\na compter du 1er octobre 2014")
other = pdf(f"Note de service {WORD}\nportant affectation, matricule {WORD}2")
third = pdf(f"Troisieme piece {WORD}")
locked = tool(["qpdf", "--encrypt", "a", "b", "256", "--", "@", "-"], act, ".pdf")
good_jpeg = jpeg_of(pdf(f"Photographie {WORD}"))
FILES = {
    "a-acte.pdf": (act, None), "b-note.pdf": (other, None), "c-trois.pdf": (third, None), "d-photo.jpg": (good_jpeg, None),
    "e-deux-pages.tif": (tiff_of(pdf(f"Tiff {WORD}"), 2), None),
    "page.pdf": (f"<html>{WORD}<script>alert(1)</script>%PDF-1.4".encode(), "une page HTML"), "image.jpg": (png(40 + int(WORD[1:], 16) % 50, 30), "une image PNG"),
    "archive.pdf": (b"PK\x03\x04" + WORD.encode(), "une archive ZIP"), "protege.pdf": (locked, "mot de passe"),
    "programme.pdf": (pdf(WORD, "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>"), "déclenche une action"),
    "bombe.jpg": (jpeg_header(30000, 30000) + WORD.encode(), "30000 × 30000"), "bombe.tif": (tiff_header(30000, 30000) + WORD.encode(), "30000 × 30000"),
    "affiche.pdf": (pdf(WORD, box="0 0 30000 30000"), "plus grande qu’une feuille A0"), "coupe.jpg": (good_jpeg[:len(good_jpeg) // 2], "abîmé ou incomplet"),
    "vide.pdf": (b"", "Ce fichier est vide"), "../../etc/passwd": (b"root:x:" + WORD.encode(), "Ce n’est pas un PDF"),
}
answer = afi.deposit(lot, [(n, c) for n, (c, _) in FILES.items()])
ok(answer.status == 303, "sixteen files in one form", answer.status)
ok(stranger.multipart(lot, stranger.hidden(stranger.get("/archives"), "/archives/prendre") or {"_jeton": ""}, [("fichiers", "x.pdf", act)]).status in (403, 404), "nobody sends to a batch out of reach")
page = afi.wait(lot)
found = states(NAME)
ok(len(found) == len(FILES), "every file is listed, good or not", str(found))
for name, (content, why) in FILES.items():
    shown = name.split("/")[-1]
    if why is None:
        ok(found.get(shown) == "a_saisir", f"{shown} is checked and read", found.get(shown, "absent"))
    else:
        ok(found.get(shown) == "refusee" and page.has(why), f"{shown} is refused in words", found.get(shown, "absent"))
ok(sql(f"select pages_count from archive.scans where name = 'e-deux-pages.tif' and lot_id = (select lot_id from archive.lots where name = '{NAME}')") == "2", "a TIFF has its two pages")
ok("passwd" in found, "a path is only a name")
# the same file twice, here and in another batch
before = sql("select count(*) from archive.scans")
ok(afi.deposit(lot, [("autre-nom.pdf", act)]).status == 303 and sql("select count(*) from archive.scans") == before, "the same content again changes nothing")
page = afi.get("/archives/lots/nouveau")
second = afi.post(page, "/archives/lots", {"nom": NAME + " bis", "structure": re.search(r'<option value="(\w+)"', page.text)[1]}).place
afi.deposit(second, [("copie.pdf", act)])
ok(afi.get(second).has(f"déjà dans le lot « {NAME} »"), "in another batch it is refused, and says where it is")
answer = afi.multipart(second, afi.hidden(afi.get(second), second), [])
ok(answer.status == 422 and answer.has("Choisissez un fichier"), "no file, no sending")
# three hundred at once: more than one form carries, and one request a file as the module does
hundreds = [(f"h-{i}.pdf", b"<html>" + f"{WORD} {i}".encode()) for i in range(300)]
answer = afi.deposit(second, hundreds)
ok(answer.status in (413, 422), "three hundred files in one form are refused whole", answer.status)
ok(sql(f"select count(*) from archive.scans s join archive.lots l using (lot_id) where l.name = '{NAME} bis'") == "1", "nothing of them was kept by half")
token = afi.hidden(afi.get(second), second)
began = time.time()
ok(all(afi.multipart(second, token, [("fichiers", n, c)]).status == 303 for n, c in hundreds[:150]), "one request a file")
ok(afi.deposit(second, hundreds[150:]).status == 303, "and a hundred and fifty in one")
print(f"# 300 files sent in {time.time() - began:.1f} s")
afi.wait(second)
ok(sql(f"select count(*) from archive.scans s join archive.lots l using (lot_id) where l.name = '{NAME} bis' and s.state_code = 'refusee'") == "301", "each of them is listed with why")

# ---- images, originals ----
scan = re.search(r'href="(/archives/pieces/\w+)">a-acte.pdf', afi.get(lot).text)[1]
image = afi.get(scan + "/pages/1")
ok(image.status == 200 and image.body[:3] == b"\xff\xd8\xff" and image.headers["Content-Type"] == "image/jpeg", "a page is an image made by us")
original = afi.get(scan + "/original")
ok(original.body == act and "attachment" in original.headers["Content-Disposition"] and original.headers["X-Content-Type-Options"] == "nosniff", "the original is saved, never shown")
ok(afi.get(scan + "/pages/2").status == 404 and afi.get(scan + "/pages/0").status == 404, "no page beyond the last")
for path in (scan, scan + "/pages/1", scan + "/original"):
    ok(stranger.get(path).status == 404, f"out of reach: {path[-10:]}")
    ok(dossou.get(path).status == 403, f"not an agent's page: {path[-10:]}")

# ---- search ----
ok(afi.get(f"/archives/recherche?q={WORD}1").text.count("/archives/pieces/") >= 1, "what the machine read is found")
ok(afi.get("/archives/recherche?" + urllib.parse.urlencode({"q": '"décision portant"', "matricule": WORD + "1"})).has("avancement"), "accents do not count; by matricule")
ok(afi.get(f"/archives/recherche?q={WORD}zzz").has("Aucune pièce ne correspond"), "nothing found, in words")
ok(not re.search("/archives/pieces/", stranger.get(f"/archives/recherche?q={WORD}1").text), "out of reach is not found")
ok(afi.get("/archives/recherche?" + urllib.parse.urlencode({"q": "'); drop table archive.scans; -- <b>&\"(" })).status == 200, "a strange search is a search")
ok(afi.get("/archives/recherche?du=31/02/2000").status in (200, 404, 422), "a date that is none does not break")


# ---- keying ----
def key(who, place, **more):
    page = who.get(place)
    fields = {"nature": "Avancement d’échelon", "reference": REFERENCE, "signature": "03/03/2015", "preuve": "copie", "matricule1": WORD + "1", "effet1": "1/10/2014",
              "grade1": "A3-5", "suite": "fin"}
    fields.update({k: v for k, v in more.items()})
    if page.status != 200:      # no form there: one of another page, with its token
        page = who.get("/archives/lots/nouveau")
        fields.update(who.hidden(page, "/archives/lots"))
    return who.post(page, place, {k: v for k, v in fields.items() if v is not None})


def take_named(who, queue, name):
    """Takes scans until the one of that name comes; gives the others back. Other scans of the queue are lent away meanwhile."""
    sql(f"""update archive.scans s set lease_by = {who.person}, lease_until = now() + interval '1 hour' from archive.lots l
        where l.lot_id = s.lot_id and l.name = '{NAME}' and s.name = '{name}'""")
    return who.take(queue).place


place = take_named(afi, "saisie", "a-acte.pdf")
ok(place == scan + "/saisie", "the first keying is taken", place)
page = afi.get(place)
ok(f'value="{WORD}1"' in page.text and "03/03/2015" in page.text, "the machine's reading is suggested to the first")
for wrong, field, words in (({"matricule1": ""}, "matricule1", "Écrivez le matricule"), ({"matricule1": WORD + "9"}, "matricule1", "n’est pas dans le fichier du personnel"),
                            ({"effet1": ""}, "effet1", "date d’effet"), ({"grade1": "Z9-99"}, "grade1", "Écrivez le grade"), ({"nature": "Décret royal"}, "nature", "n’est pas dans la liste"),
                            ({"preuve": ""}, "preuve", "original ou une copie"), ({"reference": "", "signature": ""}, "reference", "Écrivez la référence"),
                            ({"signature": "01/01/2190"}, "signature", "dans l’avenir"), ({"effet1": "31/02/2014"}, "effet1", "date qui existe"),
                            ({"structure1": "Nulle part"}, "structure1", "n’est pas dans la liste"), ({"fin1": "1/1/2000"}, "fin1", "avant la date d’effet"),
                            ({"matricule2": WORD + "1", "effet2": "1/10/2014"}, "matricule2", "déjà sur une autre ligne")):
    answer = key(afi, place, **wrong)
    ok(answer.status == 422 and answer.has(words) and f'href="#{field}"' in answer.text, f"refused: {wrong}", f"{answer.status}")
answer = key(afi, place, grade1="Z9-99", reference="typed " + WORD)
ok(f'value="typed {WORD}"' in answer.text, "what was typed stays in the refused form")
ok(key(bola, place).status == 409, "a lease of another's item is of no use")
ok(stranger.get(place).status == 404, "nor out of reach")
answer = key(afi, place)
ok(answer.status == 303 and "a_ressaisir" in answer.place, "the first keying is kept", f"{answer.status} {answer.place}")
ok(key(afi, place).status == 409, "the same person cannot key it again")
sql(f"update archive.scans set lease_by = {afi.person}, lease_until = now() + interval '1 hour' where name = 'a-acte.pdf' and lot_id = (select lot_id from archive.lots where name = '{NAME}')")
ok(key(afi, place).status == 409 and afi.get(place).status == 409, "not even with a lease forged in the database")
sql(f"update archive.scans set lease_by = null, lease_until = null where name = 'a-acte.pdf' and lot_id = (select lot_id from archive.lots where name = '{NAME}')")
# another account of the same human
sql(f"insert into base.assignments (person_id, role_code, structure_id, granted_by, confirmed_by) select {afi.person}, 'archivist', structure_id, {bola.person}, {comlan.person} from base.structures where code = 'DRSC'")
twin = Reader("Afi", MANY[1])
sql(f"update archive.scans set lease_by = {twin.person}, lease_until = now() + interval '1 hour' where name = 'a-acte.pdf' and lot_id = (select lot_id from archive.lots where name = '{NAME}')")
ok(key(twin, place).status == 409, "nor by another account of the same human")
ok(take_named(bola, "ressaisie", "a-acte.pdf") == place, "the second keying is taken by another person")
page = bola.get(place)
ok(page.has("à l’aveugle") and f'value="{WORD}1"' not in page.text and REFERENCE not in page.text and "2015" not in re.sub(r"<img[^>]*>", "", page.text).split("g-key")[1].split("</form>")[0],
   "the second sees nothing of the first, nor of the machine")
answer = key(bola, place, reference="N° " + REFERENCE.lower(), effet1="1er octobre 2014")
ok(answer.status == 303 and "rattachee" in answer.place, "alike, in other spellings: attached", answer.place)
line = sql(f"select c.kind_code, c.reference, c.proof_code, l.effect_date, l.after_category || l.after_scale || '-' || l.after_step from career.act_lines l join career.acts c using (act_id) where l.agent_id = {dossou_id}")
ok(line == f"avancement_echelon|{REFERENCE}|copie|2014-10-01|A3-5", "it is an act of the career", line)
ok(sql(f"select step from career.agents where agent_id = {dossou_id}") == "5", "and the situation follows")
ok(int(sql(f"select count(*) from base.outbox where person_id = {dossou.person}")) == 1, "the agent is told")
ok(sql(f"select count(*) from base.consultations where person_id = {dossou.person} and what = 'piece'") == "2", "and reads who saw his paper")

# ---- the third look ----
place = take_named(afi, "saisie", "b-note.pdf")
key(afi, place, nature="Affectation", reference="N1 " + WORD, matricule1=WORD + "2", structure1="DRSC", grade1="", effet1="1/9/2001")
ok(take_named(bola, "ressaisie", "b-note.pdf") == place, "the second takes it")
answer = key(bola, place, nature="Affectation", reference="N7 " + WORD, matricule1=WORD + "2", structure1="MS", grade1="", effet1="1/9/2001")
ok("a_comparer" in answer.place, "different: a third person decides")
ok(bola.get(place.replace("saisie", "comparaison")).status == 409, "who keyed does not compare")
comparison = take_named(comlan, "comparaison", "b-note.pdf")
page = comlan.get(comparison)
ok(page.status == 200 and page.has("N1 " + WORD) and page.has("N7 " + WORD) and page.has("2 différences"), "the third sees both")
answer = comlan.post(page, comparison, [("choix", ""), ("choix", ""), ("rejet", ""), ("suite", "fin")])
ok(answer.status == 422 and answer.has("Choisissez une lecture"), "each difference is decided")
choices = [("choix", "reference=2"), ("choix", f"{WORD}2.structure=1"), ("rejet", ""), ("suite", "fin")]
answer = comlan.post(page, comparison, choices)
ok(answer.status == 303 and "rattachee" in answer.place, "field by field", f"{answer.status} {answer.place}")
line = sql(f"select c.reference, s.code from career.act_lines l join career.acts c using (act_id) join base.structures s on s.structure_id = l.after_structure_id where l.agent_id = {edem_id}")
ok(line == f"N7 {WORD}|DRSC", "the act is what the third decided", line)
ok(comlan.post(page, comparison, choices).status in (303, 409), "deciding twice decides once")
place = take_named(afi, "saisie", "c-trois.pdf")
key(afi, place, rejet="illisible", matricule1="", nature="")
take_named(bola, "ressaisie", "c-trois.pdf")
answer = key(bola, place, rejet="illisible", matricule1="", nature="")
ok("rejetee" in answer.place and afi.get(place[:-7]).has("Illisible"), "two say unreadable: set aside with the reason")
place = take_named(afi, "saisie", "d-photo.jpg")
key(afi, place, rejet="doublon", matricule1="")
take_named(bola, "ressaisie", "d-photo.jpg")
key(bola, place)
comparison = take_named(comlan, "comparaison", "d-photo.jpg")
page = comlan.get(comparison)
answer = comlan.post(page, comparison, [("refaire", "oui")])
ok("a_saisir" in answer.place, "neither is right: keyed again by others")
sql(f"update archive.scans set lease_by = {comlan.person}, lease_until = now() + interval '1 hour' where name = 'd-photo.jpg' and lot_id = (select lot_id from archive.lots where name = '{NAME}')")
ok(key(comlan, comparison.replace("comparaison", "saisie")).status == 409, "but not by who saw both")
# a stale lease
place = take_named(afi, "saisie", "e-deux-pages.tif")
sql(f"update archive.scans set lease_until = now() - interval '1 minute' where name = 'e-deux-pages.tif' and lease_by = {afi.person}")
ok(afi.get(place).status == 200, "a lease that ran out still serves while nobody took the piece")
page = afi.get(place)
ok(take_named(bola, "saisie", "e-deux-pages.tif") == place, "then it is taken by another")
answer = afi.post(page, place, {"rejet": "illisible", "suite": "fin"})
ok(answer.status == 409 and answer.has("n’est plus à vous"), "and the stale lease is refused in words", answer.status)
ok(bola.post(bola.get(place), place.replace("saisie", "rendre"), {}).status == 303, "a piece is given back")
ok(bola.post(page, place.replace("saisie", "rendre"), {}).status in (403, 409), "once")

# ---- a job that stopped ----
sql(f"""with j as (insert into base.jobs (kind, state_code, input, error, tries, ended_at) select 'archive.read', 'echec', jsonb_build_object('scan', scan_id), 'archive.tool_absent', 1, now()
    from archive.scans where name = 'e-deux-pages.tif' and lot_id = (select lot_id from archive.lots where name = '{NAME}') returning job_id, (input->>'scan')::bigint as scan)
    update archive.scans s set state_code = 'lecture', job_id = j.job_id from j where s.scan_id = j.scan""")
page = afi.get(lot)
ok(page.has("Un outil de lecture manque") and page.has("Relancer"), "a stopped job says so")
form = re.search(r'action="(/archives/lots/\w+/pieces/\w+/relancer)"', page.text)[1]
ok(stranger.send("POST", form, urllib.parse.urlencode({"_jeton": "x", "_cle": "y"}), "application/x-www-form-urlencoded").status == 403, "not by a forged form")
ok(afi.post(page, form, {}).status == 303, "it is relaunched")
afi.wait(lot)
ok(states(NAME)["e-deux-pages.tif"] == "a_saisir", "and ends")
ok(afi.post(page, form, {}).status in (303, 409), "relaunching what runs well is refused or told done")

# ---- the paper behind an act ----
acts = dossou.get("/carriere/actes")
mine = re.search(r'href="(/carriere/actes/\w+)"', acts.text)[1]
ok(dossou.get(mine).has("Voir la pièce numérisée"), "the agent's act leads to its paper")
page = dossou.get(mine + "/piece")
source = re.search(r'src="(/carriere/actes/\w+/piece/\w+)/1"', page.text)[1]
ok(page.status == 200 and dossou.get(source + "/1").body[:3] == b"\xff\xd8\xff", "he sees it")
saved = dossou.get(source)
ok(saved.body == act and "attachment" in saved.headers["Content-Disposition"], "and saves it")
for path in (mine + "/piece", source + "/1", source):
    ok(edem.get(path).status == 404, "another agent does not")
    ok(afi.get(path).status == 403, "nor an archivist by that door")
number = re.search(r"/carriere/actes/(\w+)", mine)[1]
search = Reader("Opener", 0b1001)
who = sql("select 1")
ok(search.get(f"/agents/0000000000000/actes/{number}/piece").status == 404, "a file that does not exist")

# ---- reports ----
new = "/carriere/signalements/nouveau"
post = "/carriere/signalements"
page = edem.get(new + "?quoi=manquant&nature=Titularisation")
ok(page.has("20 jours ouvrés") and page.has("valeur de démonstration") and 'value="Titularisation"' in page.text, "a gap leads to the form, filled")


def report(who, at, files=(), **fields):
    page = who.get(new)
    return who.multipart(at, {**who.hidden(page, post), **fields}, list(files))


ok(report(edem, post, quoi="manquant", texte="").status == 422, "something is said")
answer = report(edem, post, quoi="faux", texte="Ce n’est pas moi")
ok(answer.status == 422 and answer.has("partez de la page de cet acte"), "a wrong act is named")
answer = report(edem, post, [("copie", "x.pdf", b"<html>")], quoi="manquant", texte="Je joins ma copie")
ok(answer.status == 422 and answer.has("une page HTML"), "a copy that is none is refused at once")
answer = report(edem, post + "?acte=" + number, quoi="faux", texte="Acte d’un autre")
ok(answer.status == 404, "nobody reports another's act", answer.status)
copy = pdf(f"Titularisation de {WORD} 2\nreference T/{WORD}")
answer = report(edem, post, [("copie", "ma-copie.pdf", copy)], quoi="manquant", nature="Titularisation", texte="Je l’ai vue en 2002, voici ma copie.", date="2002")
if answer.status == 422:
    answer = report(edem, post, [("copie", "ma-copie.pdf", copy)], quoi="manquant", nature="Titularisation", texte="Je l’ai vue en 2002, voici ma copie.")
ok(answer.status == 303 and "recu=oui" in answer.place, "the report is made", f"{answer.status}")
here = answer.place.split("?")[0]
page = edem.get(answer.place)
code = re.search(r"SIG-[0-9A-Z]{6}", page.text)[0]
due = sql(f"select due_on from archive.reports where code = '{code}'")
ok(due == sql("select base_api.add_working_days(current_date, 20)") and page.has("Votre signalement est arrivé"), "with a number and a deadline", due)
ok(dossou.get(here).status == 404, "another agent does not see it")
again = report(edem, post, quoi="manquant", nature="Titularisation", texte="Encore")
ok(again.status == 422 and again.has("déjà signalé"), "the same again waits for the answer")
ok(afi.get("/archives/signalements").has(code) and not stranger.get("/archives/signalements").has(code), "it is work for the archive in reach")
theirs = re.search(r'href="(/archives/signalements/\w+)"[^>]*>' + code, afi.get("/archives/signalements").text)[1]
page = afi.get(theirs)
ok(page.has("voici ma copie") and "ma-copie.pdf" in page.text and stranger.get(theirs).status == 404, "with his words and his copy")
answer = afi.post(page, theirs, {"vers": "introuvable", "reponse": ""})
ok(answer.status == 422 and answer.has("Écrivez à l’agent"), "an end is answered in words")
ok(afi.post(page, theirs, {"vers": "nouveau", "reponse": ""}).status == 422, "it does not go back")
ok(afi.post(page, theirs, {"vers": "recherche", "reponse": "Registre demandé."}).status == 303 and edem.get(here).has("Registre demandé."), "each step is seen by its author")
ok(int(sql(f"select count(*) from base.outbox where person_id = {edem.person} and subject like '%{code}%'")) == 2, "and told to him")
for _ in range(300):
    if sql(f"select state_code from archive.scans where report_id = (select report_id from archive.reports where code = '{code}')") == "a_saisir":
        break
    time.sleep(0.1)
sql(f"update archive.scans set lease_by = {afi.person}, lease_until = now() + interval '1 hour' where report_id = (select report_id from archive.reports where code = '{code}')")
place = afi.take("saisie").place
key(afi, place, nature="Titularisation", reference="T/" + WORD, signature="01/02/2003", matricule1=WORD + "2", effet1="1/1/2003", grade1="B1-1")
sql(f"update archive.scans set lease_by = {bola.person}, lease_until = now() + interval '1 hour' where report_id = (select report_id from archive.reports where code = '{code}')")
place = bola.take("ressaisie").place
key(bola, place, nature="Titularisation", reference="T/" + WORD, signature="1 février 2003", matricule1=WORD + "2", effet1="01/01/2003", grade1="B1-1")
ok(edem.get(here).has("Acte trouvé") and edem.get(here).has("rattachée à votre carrière"), "his copy, keyed twice, answers the report")
ok(afi.post(afi.get(theirs), theirs, {"vers": "sans_objet", "reponse": "Dix signes au moins"}).status in (403, 409), "an answered report does not move")

# ---- a paper proves what was only declared, once ----
sql(f"""with a as (insert into career.acts (kind_code, reference, signed_on, proof_code) values ('nomination', 'D/{WORD}', '2000-01-02', 'declare') returning act_id)
    insert into career.act_lines (act_id, agent_id, effect_date, after_category, after_scale, after_step) select act_id, {dossou_id}, '2000-01-03', 'A', 3, 1 from a""")
afi.deposit(lot, [("f-declare.pdf", pdf(f"Nomination {WORD}"))])
afi.wait(lot)
place = take_named(afi, "saisie", "f-declare.pdf")
proof = dict(nature="Nomination", reference="D / " + WORD, signature="02/01/2000", effet1="3/1/2000", grade1="A3-1", preuve="original")
key(afi, place, **proof)
take_named(bola, "ressaisie", "f-declare.pdf")
key(bola, place, **proof)
ok(sql(f"select count(*), min(c.proof_code) from career.act_lines l join career.acts c using (act_id) where l.agent_id = {dossou_id} and c.kind_code = 'nomination'") == "1|original", "a declared act is proved, not doubled")
ok(afi.get("/archives/statistiques").has("de lectures différentes"), "the counts of the work")

# What was made here goes.
sql(f"""update base.jobs set state_code = 'annule' where state_code in ('attente', 'cours') and kind like 'archive.%';
    delete from base.sessions where person_id in (select person_id from base.persons where family_name = '{WORD}');
    delete from archive.act_scans where scan_id in (select scan_id from archive.scans s left join archive.lots l using (lot_id) left join archive.reports r using (report_id) left join base.persons p on p.person_id = r.person_id where l.name like '{NAME}%' or p.family_name = '{WORD}');
    delete from archive.scans s using archive.lots l where l.lot_id = s.lot_id and l.name like '{NAME}%';
    delete from archive.scans s using archive.reports r, base.persons p where r.report_id = s.report_id and p.person_id = r.person_id and p.family_name = '{WORD}';
    delete from archive.reports r using base.persons p where p.person_id = r.person_id and p.family_name = '{WORD}';
    delete from archive.lots where name like '{NAME}%';
    delete from career.act_lines where agent_id in ({dossou_id}, {edem_id});
    delete from career.acts where reference like '%{WORD}%' or reference = '{REFERENCE}';
    delete from base.assignments where person_id = {afi.person};
    delete from career.agents where agent_id in ({dossou_id}, {edem_id});""")
end()
