#!/usr/bin/env python3
"""The engine from outside: routes, headers, forms, roles, and a database that goes away and comes back.

    test_engine.py BASE_URL VAR      (GUICHET_OWNER_DSN says how to reach the database as its owner)

Every acceptance has its refusal beside it. Ends with "N passed, N failed"."""
import gzip
import os
import pathlib
import re
import secrets
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

BASE, VAR = sys.argv[1].rstrip("/"), sys.argv[2]
ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
GUICHET = os.environ.get("GUICHET_BINARY", str(ROOT / "build/asan/guichet"))
passed = failed = 0


def check(name, ok, detail=""):
    global passed, failed
    passed, failed = passed + bool(ok), failed + (not ok)
    print(f"{'ok' if ok else 'not ok'} - {name}{'' if ok else f' ({detail})'}")


class Keep(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


opener = urllib.request.build_opener(Keep)


def ask(path, data=None, cookie=None, headers=None, method=None, origin=True):
    """(status, headers, body); a form (dict) is posted the way a browser does."""
    h = dict(headers or {})
    if cookie:
        h["Cookie"] = cookie
    body = None
    if data is not None:
        body = data if isinstance(data, bytes) else urllib.parse.urlencode(data).encode()
        h.setdefault("Content-Type", "application/x-www-form-urlencoded")
        if origin:
            h.setdefault("Origin", BASE)
    request = urllib.request.Request(BASE + path, data=body, headers=h, method=method)
    try:
        with opener.open(request, timeout=20) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read()


def sql(text):
    return subprocess.run(["psql", "-qAtX", "-d", os.environ["GUICHET_OWNER_DSN"], "-c", text], check=True, capture_output=True, text=True).stdout.strip()


def session(role):
    """A live session of somebody who holds this role alone."""
    token = secrets.token_hex(32)
    bits = sql(f"select coalesce(bit_or(1::bigint << bit), 0) from base.role_permissions join base.permissions using (permission) where role_code = '{role}'")
    person = sql("insert into base.persons (family_name, given_names) values ('Essai', 'Moteur') returning person_id")
    sql(f"insert into base.sessions (token_hash, person_id, person_name, permission_bits, second_factor, expires_at) "
        f"values (sha256(decode('{token}', 'hex')), {person}, 'Moteur Essai', {bits}, true, now() + interval '1 hour')")
    return f"guichet={token}", token


routes = [line.split("\t") for line in subprocess.run([GUICHET, "routes"], check=True, capture_output=True, text=True).stdout.splitlines()]
check("the table of routes is not empty", len(routes) > 5, routes)

# Pages for everybody, with the header fields that every answer owes.
for method, path, permission, service, flags in routes:
    if method == "GET" and permission in ("public", "door") and "{" not in path and "machine" not in flags:
        status, headers, body = ask(path)
        check(f"GET {path}", status in (200, 303, 404, 422), status)
        check(f"GET {path} carries the security headers", all(headers.get(n) for n in (
            "Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "Cross-Origin-Opener-Policy", "Cross-Origin-Resource-Policy")) and
            headers.get("Cache-Control") == "no-store", dict(headers))
        if status == 200 and headers["Content-Type"].startswith("text/html"):
            text = body.decode()
            check(f"GET {path} is French and complete", '<html lang="fr"' in text and text.rstrip().endswith("</html>") and "‹" not in text, text[-200:])
            check(f"GET {path} has no inline style or script", not re.search(r"<style|<script(?![^>]*src=)|\sstyle=|\son[a-z]+=", text))

# Addresses that do not exist, methods that are not there.
status, headers, body = ask("/n-existe-pas")
check("unknown address: 404 with a sentence and a reference", status == 404 and "introuvable" in body.decode() and re.search(r"[0-9a-f]{8}", body.decode()), status)
status, headers, _ = ask("/aide", data={"a": "b"})
check("wrong method: 405 says which are allowed", status == 405 and headers["Allow"] == "GET, HEAD", (status, headers.get("Allow")))
status, headers, body = ask("/aide", method="HEAD")
check("HEAD answers like GET without a body", status == 200 and body == b"" and int(headers["Content-Length"]) > 1000, status)
check("a wrong query is only ignored on a page", ask("/aide?inconnu=1")[0] == 200)
check("a repeated parameter is refused", ask("/aide?fait=a&fait=b")[0] in (400, 422), ask("/aide?fait=a&fait=b")[0])

# Compression and static files.
status, headers, body = ask("/", headers={"Accept-Encoding": "gzip"})
plain = ask("/")[2]
check("pages are compressed for whom asks", headers.get("Content-Encoding") == "gzip" and len(gzip.decompress(body)) == len(plain), headers.get("Content-Encoding"))
check("and only for him", ask("/")[1].get("Content-Encoding") is None)
css = re.search(r'/static/guichet\.[0-9a-f]+\.css', plain.decode())[0]
status, headers, body = ask(css, headers={"Accept-Encoding": "gzip, deflate, br"})
check("assets are brotli, immutable", status == 200 and headers["Content-Encoding"] == "br" and "immutable" in headers["Cache-Control"], dict(headers))
check("assets in gzip for older browsers", ask(css, headers={"Accept-Encoding": "gzip"})[1]["Content-Encoding"] == "gzip")
check("an asset without its hash does not exist", ask("/static/guichet.css")[0] == 404)
check("the whole first page weighs at most 30 kB", sum(len(ask(p, headers={"Accept-Encoding": "gzip, br"})[2]) for p in {"/", *re.findall(r'/static/[a-z0-9./-]+', plain.decode())}) <= 30000)

# Whose request is it: Host, Origin.
status, _, body = ask("/", headers={"Host": "autre.exemple"})
check("another host name is refused in a sentence", status == 400 and "adresse" in body.decode(), status)

# Visitors and roles: every route that is not open, asked by a visitor and by each role that lacks the permission.
FORBIDDEN = re.search(r"^problem\.forbidden = (.*)$", (ROOT / "templates/sentences.txt").read_text(encoding="utf-8"), re.M)[1]
grants = {}
for line in sql("select role_code || ' ' || permission from base.role_permissions").splitlines():
    role, permission = line.split()
    grants.setdefault(role, set()).add(permission)
roles = sql("select role_code from base.roles order by 1").split()
sessions = {role: session(role)[0] for role in roles}
closed = [r for r in routes if r[2] not in ("public", "door", "machine") and r[0] == "GET"]
# Machines show a secret of their own, whoever is signed in: no session opens their routes.
for method, path, permission, service, flags in [r for r in routes if r[2] == "machine"]:
    for cookie in [None, *sessions.values()]:
        status = ask(path, cookie=cookie, **({"data": {"a": "b"}} if method == "POST" else {}))[0]
        check(f"{method} {path} is closed without its secret", status in (401, 403, 422), status)
for method, path, permission, service, flags in closed:
    concrete = re.sub(r"\{[a-z_]+\}", "0000000000001", path)
    status, headers, _ = ask(concrete)
    check(f"visitor is sent to sign in from {path}", "{" in path and status == 404 or status == 303 and headers["Location"].startswith("/connexion?suite="), status)
    for role in roles:
        status, _, body = ask(concrete, cookie=sessions[role])
        if permission in grants.get(role, ()):      # a page may refuse him for a reason of its own, and says which
            check(f"{role} reaches {path}", status in (200, 303, 404, 422) or status == 403 and FORBIDDEN not in body.decode(), status)
        else:
            check(f"{role} does not reach {path}", status == 403 or ("{" in path and status == 404), status)
check("a session that does not exist is nobody's", ask("/compte", cookie="guichet=" + "0" * 64)[0] in (303, 404))
check("a malformed session cookie is nobody's", ask("/", cookie="guichet=' or 1=1 --")[0] == 200)

# Forms: token, key, origin. /deconnexion is every session's.
posts = [r for r in routes if r[0] == "POST" and r[2] != "machine"]
cookie, token = session("citizen")
for name, headers, origin in [("no origin at all", {}, False), ("another origin", {"Origin": "https://voleur.exemple"}, True), ("Origin: null", {"Origin": "null"}, True),
                              ("cross-site", {"Sec-Fetch-Site": "cross-site"}, True), ("same-site", {"Sec-Fetch-Site": "same-site"}, True),
                              ("a referer elsewhere", {"Referer": "https://voleur.exemple/"}, False)]:
    for method, path, *_ in posts[:6]:
        status, _, body = ask(path, data={"_jeton": "x"}, cookie=cookie, headers=headers, origin=origin)
        check(f"POST {path} with {name} is refused", status == 403, status)
for method, path, permission, service, flags in posts:
    concrete = re.sub(r"\{[a-z_]+\}", "0000000000001", path)
    check(f"POST {path} without a token is refused", ask(concrete, data={"a": "b"}, cookie=cookie)[0] == 403, ask(concrete, data={"a": "b"}, cookie=cookie)[0])
    check(f"POST {path} as text is refused", ask(concrete, data=b"{}", cookie=cookie, headers={"Content-Type": "text/plain"})[0] == 415)
check("nothing of it ended the session", sql(f"select count(*) from base.sessions where token_hash = sha256(decode('{token}', 'hex'))") == "1")


def announce(path, length, cookie):
    """Only the beginning of a body that is announced as long: the answer must come without the rest."""
    host = urllib.parse.urlsplit(BASE)
    with socket.create_connection((host.hostname, host.port), timeout=10) as link:
        link.sendall((f"POST {path} HTTP/1.1\r\nHost: {host.netloc}\r\nOrigin: {BASE}\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                      f"Content-Length: {length}\r\n" + (f"Cookie: {cookie}\r\n" if cookie else "") + "\r\n").encode() + b"a=" + b"x" * 1000)
        return int(link.recv(4096).split(b" ")[1])


small = next(path for method, path, permission, service, flags in posts if service == "accounts" and "{" not in path and permission in ("public", "door"))
check("a body over the route's limit: 413, at once", announce(small, 900_000, None) == 413)
upload = [path for method, path, *_ in posts if path.startswith("/imports")]
check("a stranger's upload is not even read", all(announce(p.replace("{import}", "0000000000001"), 900_000, None) in (303, 413) for p in upload))

# A session is felt at once when it ends, and its idle time is the database's.
sql(f"update base.sessions set seen_at = now() - interval '2 hours' where token_hash = sha256(decode('{token}', 'hex'))")
check("an idle session is nobody's", "Se connecter" in ask("/", cookie=cookie)[2].decode())
cookie, token = session("citizen")
check("a live session shows its name", "Moteur Essai" in ask("/", cookie=cookie)[2].decode())
sql(f"delete from base.sessions where token_hash = sha256(decode('{token}', 'hex'))")
check("a deleted session is nobody's, at once", "Moteur Essai" not in ask("/", cookie=cookie)[2].decode())

# The database goes away and comes back; the daemon stays.
cookie, token = session("citizen")


def cluster(verb):
    subprocess.run([str(ROOT / "sql/cluster.sh"), verb, VAR], check=True, stdout=subprocess.DEVNULL)


if os.environ.get("GUICHET_SERVER_IS_MINE", "oui") == "oui":
    cluster("stop")
    check("database down: health says 503", ask("/healthz")[0] == 503)
    status, headers, body = ask("/compte" if any(r[1] == "/compte" for r in routes) else "/demo/boite-d-envoi", cookie=cookie)
    check("database down: pages say so with 503 and Retry-After", status == 503 and headers["Retry-After"] and "réessayez" in body.decode().lower(), status)
    check("database down: pages without data still answer", ask("/aide")[0] == 200)
    cluster("start")
    for _ in range(50):
        if ask("/healthz")[0] == 200:
            break
        time.sleep(0.1)
    check("database back: the same daemon serves again", ask("/healthz")[0] == 200)
    check("and the session lives on", "Moteur Essai" in ask("/", cookie=cookie)[2].decode())
    cluster("stop")
    cluster("start")
    check("a quick restart costs at most one answer", 200 in {ask("/healthz")[0] for _ in range(2)})

print(f"{passed} passed, {failed} failed")
sys.exit(1 if failed else 0)
