#!/usr/bin/env python3
"""Papers as other programs see them: poppler, qpdf, a reader of square codes.

    test_paper_tools.py BASE_URL VAR_DIR      (both unused: a paper is made without the portal)

Prints "N passed, N failed"."""
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
MAKER = ROOT / "build/release/tests/load/paper_bench"
passed = failed = 0


def check(name, good, detail=""):
    global passed, failed
    if good:
        passed += 1
        print(f"ok - {name}", flush=True)
    else:
        failed += 1
        print(f"not ok - {name} {str(detail)[:600]}", flush=True)


def run(*words):
    return subprocess.run([str(w) for w in words], capture_output=True, timeout=120)


def text(*words):
    return run(*words).stdout.decode(errors="replace")


def words_of(path, *options):
    return text("pdftotext", *options, path, "-")


def paper(folder, *words):
    path = folder / ("-".join(map(str, words)) + ".pdf")
    path.write_bytes(run(MAKER, *words).stdout)
    return path


def in_order(where, *parts):
    at = 0
    for part in parts:
        at = where.find(part, at)
        if at < 0:
            return False
        at += len(part)
    return True


def sound(name, path):
    """What holds for every paper."""
    done = run("qpdf", "--check", path)
    check(f"{name}: qpdf finds no fault", done.returncode == 0 and b"WARNING" not in done.stderr, done.stderr)
    fonts = text("pdffonts", path).splitlines()[2:]
    check(f"{name}: every font is embedded, a part of it, with its letters", fonts and all(re.search(r"\byes yes yes\b", f) for f in fonts), fonts)
    info = text("pdfinfo", path)
    check(f"{name}: tagged, A4", "Tagged:          yes" in info and "A4" in info, info)
    plain = run("qpdf", "--qdf", "--object-streams=disable", path, "-").stdout
    check(f"{name}: French, its title shown", b"/Lang (fr)" in plain and b"/DisplayDocTitle true" in plain)
    check(f"{name}: claims no standard", b"pdfaid" not in plain and b"pdfuaid" not in plain)


def code_read(folder, path, page, dots):
    image = folder / "page"
    run("pdftoppm", "-r", dots, "-gray", "-f", page, "-l", page, "-singlefile", path, image)
    return text("zbarimg", "-q", "--raw", image.with_suffix(".pgm")).strip()


def pale_part(folder, path, page):
    """The share of the page that is the grey of PROJET."""
    run("pdftoppm", "-r", 40, "-gray", "-f", page, "-l", page, "-singlefile", path, folder / "pale")
    dots = (folder / "pale.pgm").read_bytes().split(b"\n", 3)[3]
    return sum(233 <= dot <= 238 for dot in dots) / len(dots)


def order(folder):
    path = paper(folder, "acte", 120)
    sound("order", path)
    info, words = text("pdfinfo", path), words_of(path, "-layout")
    pages = int(re.search(r"Pages:\s+(\d+)", info)[1])
    check("order: title, author, subject, date", all(part in info for part in (
        "ARRÊTÉ n° 0417/MTFP/DC/SGM/DGFP/DRSC/SA portant avancement automatique d’échelon", "Ministère du Travail et de la Fonction publique",
        "Avancement d’échelon, quatrième trimestre 2026", "Nov 25")), info)
    raw = words_of(path, "-raw")
    check("order: parts in their order", in_order(raw, "MINISTÈRE DU TRAVAIL", "RÉPUBLIQUE DU BÉNIN", "Fraternité – Justice – Travail", "ARRÊTÉ", "N° 0417/MTFP",
        "portant avancement", "Le Ministre du Travail", "Vu la loi n° 2015-18", "ARRÊTE :", "Article premier.", "Matricule", "Article 2.", "Article 3.",
        "Cotonou, le 25 novembre 2026", "Signé électroniquement", "AMPLIATIONS", "VÉRIFIER CE DOCUMENT", "K7QM 2HTX 9PRA", "Ce qui fait foi"))
    check("order: letters of Fon and accents", "ƉƆSÚ" in words and "modifiée" in words and "Sènami" in words, words[:300])
    check("order: every line once, in order", [int(n) for n in re.findall(r"^ +(\d+) +\d{6} ", words, re.M)] == list(range(1, 121)))
    sheets = words.split("\f")[:pages]
    check("order: heads on every page with lines", all("Matricule" in s for s in sheets if re.search(r"^ +\d+ +\d{6} ", s, re.M)))
    check("order: foot and warning on every page", all(f"Page {i + 1} / {pages}" in s and "N° 0417/MTFP" in s and "Sceau K7QM 2HTX 9PRA" in s and
        "DÉMONSTRATION : acte sans valeur" in s for i, s in enumerate(sheets)))
    last = sheets[-1]
    check("order: the ending is not alone on its page", len(re.findall(r"^ *Article|^ +\d+ +\d{6} ", last.split("Cotonou, le")[0], re.M)) >= 1, last)
    tree = text("pdfinfo", "-struct", path)
    check("order: structure", tree.count("TR") == 121 and tree.count("/Scope /Column") == 7 and tree.count("H1") == 1 and "Figure" in tree and "LBody" in tree,
        (tree.count("TR"), tree.count("/Scope /Column"), tree.count("H1")))
    check("order: words do not run together where lines end", "telle que modifiée" in text("pdfinfo", "-struct-text", path))
    links = text("pdfinfo", "-url", path)
    check("order: the code can be touched", text(MAKER, "adresse").strip() in links, links)


def endings(folder):
    """Wherever the page happens to end: the signature and the seal stay together, with two lines before them; no row is alone."""
    wrong = []
    for lines in range(1, 46, 4):
        sheets = words_of(paper(folder, "acte", lines), "-layout").split("\f")[:-1]
        before = [line for line in sheets[-1].split("Cotonou, le 25")[0].splitlines()
                  if line.strip() and not re.search(r"DÉMONSTRATION|Matricule|situation +situation", line)]
        alone = lines > 1 and any(len(re.findall(r"^ +\d+ +\d{6} ", sheet, re.M)) == 1 for sheet in sheets)
        if "Cotonou, le 25" not in sheets[-1] or "VÉRIFIER" not in sheets[-1] or len(before) < 2 or alone:
            wrong.append(lines)
    check("orders of 1 to 45 lines: endings whole, never alone", not wrong, wrong)


def certificate(folder):
    path = paper(folder, "certificat")
    sound("certificate", path)
    check("certificate: one page", "Pages:           1" in text("pdfinfo", path))
    check("certificate: facts beside their names", re.search(r"Position +En activité", words_of(path, "-layout")))
    check("certificate: the same bytes again", path.read_bytes() == run(MAKER, "certificat").stdout)
    for size in (120, 300, 500, 700, 900):
        other = paper(folder, "certificat", 0, size)
        check(f"certificate: a code of {size} bytes is read at 150 dots an inch", code_read(folder, other, 1, 150) == text(MAKER, "adresse", 0, size).strip())
    check("certificate: a code too long is refused", run(MAKER, "certificat", 0, 1500).returncode != 0)


def draft(folder):
    path = paper(folder, "projet", 60)
    sound("draft", path)
    sheets = words_of(path).split("\f")[:-1]
    check("draft: said on every page", len(sheets) > 1 and all("PROJET : sans valeur" in s for s in sheets))
    check("draft: and drawn across every page", all(0.03 < pale_part(folder, path, n + 1) < 0.2 for n in range(len(sheets))))
    check("draft: not across a sealed one", pale_part(folder, paper(folder, "acte", 60), 1) < 0.015)
    check("draft: no seal, no code", not any("VÉRIFIER" in s or "Sceau" in s for s in sheets) and code_read(folder, path, len(sheets), 150) == "")
    sealed = words_of(paper(folder, "acte", 60))
    check("draft: a sealed paper does not say so", "PROJET" not in sealed and "sans valeur tant" not in sealed)


def hostile(folder):
    path = paper(folder, "hostile")
    sound("hostile", path)
    words = words_of(path)
    check("hostile: no control character, no turned text", not re.search(r"[\x00-\x09\x0b\x0e-\x1f\x7f\u202d\u202e\u2066-\u2069]", words))
    check("hostile: markup is text", "<b>&amp;</b>" in words and "<script>" in words)
    check("hostile: long words are broken, not cut", words.replace("\n", "").count("W") > 10000 + 2 * 3000 - 1, words.count("W"))
    check("hostile: an empty table says so", "Néant" in words)
    check("hostile: twenty copies are a paragraph", "Ampliations : copie ; copie" in " ".join(words.split()) and "AMPLIATIONS" not in words)


built = run("make", "-s", "-C", ROOT, "--no-print-directory", "MODE=release", MAKER.relative_to(ROOT))
check("the maker of samples is built", built.returncode == 0 and MAKER.exists(), built.stderr)
with tempfile.TemporaryDirectory(prefix="guichet-paper-") as place:
    for part in (order, endings, certificate, draft, hostile):
        part(pathlib.Path(place))
print(f"{passed} passed, {failed} failed")
sys.exit(1 if failed else 0)
