#!/usr/bin/env python3
"""Verification for anybody, from outside: keys, states, files, the form; what is said of whom; how often one may ask.

    test_verify.py BASE_URL VAR      (GUICHET_OWNER_DSN says how to reach the database as its owner; node makes the seals)

Every acceptance has its refusal beside it. Ends with "N passed, N failed"."""
import base64
import hashlib
import html
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import urllib.error
import urllib.parse
import urllib.request

BASE = sys.argv[1].rstrip("/")
VAR = pathlib.Path(sys.argv[2])
HERE = pathlib.Path(__file__).resolve().parent
passed = failed = 0


def check(name, ok, detail=""):
    global passed, failed
    passed, failed = passed + bool(ok), failed + (not ok)
    print(f"{'ok' if ok else 'not ok'} - {name}{'' if ok else f' ({str(detail)[:300]})'}")


def get(path):
    """(status, headers, text with plain spaces)."""
    try:
        with urllib.request.urlopen(BASE + path, timeout=20) as answer:
            status, headers, body = answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        status, headers, body = error.code, error.headers, error.read()
    return status, headers, html.unescape(body.decode()).replace("\u00a0", " ").replace("\u202f", " ").replace("\u200b", "")


def machine(path):
    status, headers, text = get(path)
    return status, headers, json.loads(text)


def typed(text):
    return get("/verifier?acte=" + urllib.parse.quote(text))


def main_of(text):
    """What the page's main says, as words."""
    found = re.search(r"<main.*?</main>", text, re.S)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", found[0] if found else ""))


def title(text):
    found = re.search(r"<h1[^>]*>(.*?)</h1>", text, re.S)
    return found[1].strip() if found else ""


def sql(text):
    done = subprocess.run(["psql", "-qAtX", "-d", os.environ["GUICHET_OWNER_DSN"], "-v", "ON_ERROR_STOP=1", "-c", text], capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(done.stderr)
    return done.stdout.strip()


def fixture(*arguments):
    done = subprocess.run(["node", HERE / "fixture.mjs", *arguments], capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(done.stderr)
    return done.stdout


def forget_counts():
    sql("delete from accounts.attempts where bucket like 'verifier:%'")


def keys(made):
    status, headers, set_ = machine("/.well-known/jwks.json")
    check("the keys are public", status == 200 and headers["Content-Type"] == "application/jwk-set+json", headers["Content-Type"])
    check("caches may keep them five minutes", headers["Cache-Control"] == "public, max-age=300", headers["Cache-Control"])
    check("and no cookie comes with them", headers["Set-Cookie"] is None)
    ours = [key for key in set_["keys"] if key["kid"] == made["kid"]]
    check("a registered key is there, as RFC 8037 writes it",
          ours == [{"kty": "OKP", "crv": "Ed25519", "alg": "EdDSA", "use": "sig", "kid": made["kid"], "x": made["x"]}], ours)
    sql(f"update acts.seal_keys set retired_at = '2026-07-01 12:00+00' where kid = '{made['kid']}'")
    again = [key for key in machine("/.well-known/jwks.json")[2]["keys"] if key["kid"] == made["kid"]]
    check("a retired key stays, and says since when", [key.get("retired_at") for key in again] == ["2026-07-01T12:00:00Z"], again)
    files = [path.name for path in (VAR / "keys").iterdir()]
    check("the daemon's own key has its file, for it alone", sum(name.endswith(".key") for name in files) == 1
          and all((VAR / "keys" / name).stat().st_mode & 0o77 == 0 for name in files), files)
    check("and stands in the set", any(key["kid"] + ".key" in files for key in set_["keys"]))


def states(made):
    documents = made["list"]
    for name, state, since, by in [("copy", "en_vigueur", "2026-03-28", None), ("act", "en_vigueur", "2026-03-28", None),
                                   ("cancelled", "annule", "2026-05-04", documents["cancelling"]["r"]), ("cancelling", "en_vigueur", "2026-05-04", None),
                                   ("replaced", "remplace", "2026-06-01", documents["replacing"]["r"]), ("certificate", "en_vigueur", "2026-03-28", None),
                                   ("expired", "expire", "2026-02-01", None), ("withdrawn", "annule", None, None)]:
        said = documents[name]
        since = said["d"] if state == "en_vigueur" else since
        status, headers, found = machine("/api/v1/documents/" + said["c"])
        want = {"code": said["c"], "type": said["t"], "reference": said["r"], "state": state, "replaced_by": by, "since": since}
        check(f"{name}: {state}", status == 200 and {key: found.get(key) for key in want} == want, found)
        check(f"{name}: nothing else is said", set(found) == {*want, "expires_on", "checked_at"} and headers["Cache-Control"] == "no-store"
              and re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", found["checked_at"]), found)
        check(f"{name}: nobody is named", "HOUNKPATIN" not in json.dumps(found) and "84213" not in json.dumps(found))
        status, _, same = machine("/api/v1/empreintes/" + said["sha256"])
        check(f"{name}: its file says the same", status == 200 and same["code"] == said["c"] and same["state"] == state, same)
    wrong = documents["copy"]["c"][:-1] + ("0" if documents["copy"]["c"][-1] != "0" else "1")
    for name, path in [("a code that nothing has", "documents/" + wrong), ("a code in small letters", "documents/" + documents["copy"]["c"].lower() + "a"),
                       ("something else", "documents/%27%20or%201=1"), ("a reference is not a code", "documents/" + made["mark"] + "1"),
                       ("a file that nobody sealed", "empreintes/" + "0" * 64), ("not a hash", "empreintes/abc"), ("a hash in capitals", "empreintes/" + documents["copy"]["sha256"].upper())]:
        status, headers, found = machine("/api/v1/" + path)
        check(f"{name}: 404", status == 404 and headers["Content-Type"] == "application/problem+json" and found["status"] == 404, (status, found))
    one = bytearray(base64.b64decode(documents["copy"]["pdf"]))
    check("the hash is the file's", hashlib.sha256(one).hexdigest() == documents["copy"]["sha256"])
    one[20] ^= 1
    check("one byte changed: 404", machine("/api/v1/empreintes/" + hashlib.sha256(one).hexdigest())[0] == 404)


def by_code(made):
    documents, code = made["list"], made["list"]["copy"]["c"]
    folded = code.replace("0", "o").replace("1", "l")
    for name, text in [("as it is", code), ("in fours", f"{code[:4]} {code[4:8]} {code[8:]}"), ("small letters and dashes", f"{code[:4]}-{code[4:8]}–{code[8:]}".lower()),
                       ("O for 0, L for 1", folded), ("I for 1", code.replace("1", "I")), ("spaces around", f"  {code} ")]:
        status, _, page = typed(text)
        check(f"a code {name}", status == 200 and title(page) == "Ce document est authentique", title(page))
    words = main_of(page)
    check("it says what the paper says", all(word in words for word in [documents["copy"]["k"], documents["copy"]["r"], "28 mars 2026", documents["copy"]["s"],
          "HOUNKPATIN Clémentine", "84213", "A3-8 → A3-9", "1er avril 2026", "Ni remplacé ni annulé"]), words)
    check("and the code in fours", f"{code[:4]} {code[4:8]} {code[8:]}" in words)
    for name, heading, word in [("cancelled", "Ce document a été annulé", documents["cancelling"]["r"]), ("replaced", "Ce document a été remplacé", documents["replacing"]["r"]),
                                ("expired", "Ce document n’est plus valable", "31 janvier 2026"), ("withdrawn", "Ce document a été annulé", "ne produit plus d’effet")]:
        page = typed(documents[name]["c"])[2]
        check(f"{name}, in words", title(page) == heading and word in main_of(page), title(page))
    words = main_of(typed(documents["certificate"]["c"])[2])
    check("a certificate tells its facts", all(word in words for word in ["Corps", "Administrateurs du travail", "4 janvier 2010", "Valable jusqu’au", "31 décembre 2099"]), words)


def by_reference(made):
    documents, reference = made["list"], made["list"]["act"]["r"]
    for name, text in [("as it is", reference), ("without bars", reference.replace("/", " ").lower()), ("behind N°", "N° " + reference), ("behind n°, small", "n°" + reference.lower())]:
        page = typed(text)[2]
        check(f"a reference {name}", title(page) == "Cette référence est au registre" and documents["act"]["k"] in main_of(page), title(page))
    check("nobody is named by a reference", "HOUNKPATIN" not in page and "84213" not in page)
    check("and no code is given away", documents["act"]["c"] not in page.replace(" ", "") and documents["copy"]["c"] not in page.replace(" ", ""))
    page = typed(documents["twin"]["r"])[2]
    check("two documents under one reference are listed", title(page) == "2 documents portent cette référence", title(page))
    check("without names", "HOUNKPATIN" not in page and "84213" not in page)
    page = typed(documents["cancelled"]["r"])[2]
    check("copies have no entry by reference", title(page) == "Aucun document scellé n’a ce code", title(page))
    for name, text in [("unknown", "9999/MTFP/ZZ"), ("too short to be one", "MT"), ("SQL", "' or true --"), ("a wildcard", "%"), ("markup", "<script>alert(1)</script>")]:
        status, _, page = typed(text)
        check(f"{name}: a kind sentence", status == 200 and "Cela ne veut pas dire que le papier est faux" in main_of(page), title(page))
    with urllib.request.urlopen(BASE + "/verifier?acte=" + urllib.parse.quote("<script>alert(1)</script>"), timeout=20) as answer:
        raw = answer.read().decode()
    check("what was typed is shown as text", "<script>alert" not in raw and "&lt;script&gt;alert(1)&lt;/script&gt;" in raw)
    status, _, page = get("/verifier")
    check("nothing typed: the form", status == 200 and title(page) == "Vérifier un acte")
    status, _, page = typed("x" * 201)
    check("too long: a problem of the form", status == 422 and "govuk-error-summary" in page, status)


def counted(made):
    forget_counts()
    for _ in range(3):
        machine("/api/v1/documents/" + made["list"]["copy"]["c"])
        typed(made["list"]["copy"]["c"])
    check("questions that find by code are not counted", sql("select count(*) from accounts.attempts where bucket like 'verifier:%'") == "0")
    machine("/api/v1/documents/ZZZZZZZZZZZZ")
    machine("/api/v1/empreintes/" + "0" * 64)
    typed("7777/X")
    typed(made["list"]["act"]["r"])
    check("those that find nothing are, and those by reference", sql("select sum(tries) from accounts.attempts where bucket like 'verifier:%'") == "4")
    sql("update accounts.attempts set tries = 301, since = now() where bucket like 'verifier:%'")
    status, headers, _ = machine("/api/v1/documents/ZZZZZZZZZZZZ")
    check("past the limit: 429, and when to come back", status == 429 and 3500 <= int(headers["Retry-After"]) <= 3600, (status, headers["Retry-After"]))
    check("a right code waits as well", machine("/api/v1/documents/" + made["list"]["copy"]["c"])[0] == 429)
    check("and a file", machine("/api/v1/empreintes/" + made["list"]["copy"]["sha256"])[0] == 429)
    status, _, page = typed(made["list"]["copy"]["c"])
    check("and the form, in words", status == 429 and "Beaucoup de recherches" in main_of(page) and "HOUNKPATIN" not in page, status)
    check("keys never wait", get("/.well-known/jwks.json")[0] == 200 and get("/v")[0] == 200)
    sql("update accounts.attempts set since = now() - interval '61 minutes' where bucket like 'verifier:%'")
    check("an hour later all is well", machine("/api/v1/documents/" + made["list"]["copy"]["c"])[0] == 200)
    forget_counts()


def pages():
    status, headers, page = get("/v")
    check("the page that a QR opens", status == 200 and "sceau" in page and headers["Cache-Control"] == "no-store")
    check("says what to do without JavaScript", "Taper le code" in page and 'data-case="plain" class' in page)
    check("and sets no cookie", headers["Set-Cookie"] is None, headers["Set-Cookie"])
    worker = re.search(r'data-worker="([^"]+)"', page)[1]
    check("its worker may serve it, and nothing wider", get(worker)[1]["Service-Worker-Allowed"] == "/v")
    check("no other file may", get(re.search(r'/static/guichet\.[0-9a-f]+\.js', page)[0])[1]["Service-Worker-Allowed"] is None)
    check("how to do it without us", "openssl pkeyutl" in get("/verifier/comment")[2])
    check("the home page leads there", 'href="/verifier"' in get("/")[2].split("<main")[1].split("</main>")[0])


def by_hand(made):
    """The commands of docs/verifier.md, and those of the page, as they stand."""
    document = (HERE.parent.parent / "docs/verifier.md").read_text(encoding="utf-8")
    commands = re.search(r"```sh\n(.*?)```", document, re.S)[1]
    shown = html.unescape(re.search(r'aria-label="Commandes">(.*?)</pre>', get("/verifier/comment")[2], re.S)[1])
    for name, script in [("docs/verifier.md", commands), ("/verifier/comment", shown)]:
        for what, jws, good in [("a right seal", made["list"]["copy"]["jws"], True), ("a forged one", made["forged"], False)]:
            with tempfile.TemporaryDirectory() as place:
                pathlib.Path(place, "seal.txt").write_text(f"{BASE}/v#{jws}\n", encoding="utf-8")
                done = subprocess.run(["bash", "-c", script], cwd=place, env={**os.environ, "PORTAL": BASE}, capture_output=True, text=True, timeout=60)
                check(f"{name}: {what}", (done.returncode == 0 and "Verified Successfully" in done.stdout and made["list"]["copy"]["c"] in done.stdout) if good
                      else done.returncode != 0 and "Verified Successfully" not in done.stdout, done.stdout + done.stderr)


forget_counts()
made = json.loads(fixture("put"))
try:
    keys(made)
    states(made)
    by_code(made)
    by_reference(made)
    counted(made)
    pages()
    by_hand(made)
finally:
    fixture("drop", made["kid"])
    forget_counts()
check("nothing is left behind", sql(f"select count(*) from acts.seal_keys where kid = '{made['kid']}'") == "0"
      and sql(f"select count(*) from career.acts where reference like '{made['mark']}%'") == "0")
print(f"{passed} passed, {failed} failed")
sys.exit(1 if failed else 0)
