#!/usr/bin/env python3
"""What a partner's machine pushes, black box: accepted once, refused in words, each fault at its place.

    test_partner.py BASE_URL DEMO_DIR        GUICHET_OWNER_DSN must lead to the database.
Codes begin with a word of this run; the partner and its token are this test's own, and end with it."""
import hashlib
import http.client
import io
import json
import os
import secrets
import socket
import struct
import subprocess
import sys
import threading
import urllib.parse
import zipfile
import zlib

BASE = urllib.parse.urlsplit(sys.argv[1])
WORD = "T" + secrets.token_hex(4).upper()
TOKEN, OLD = secrets.token_hex(32), secrets.token_hex(32)
PATH = "/api/v1/portail-national/demandes"
HEADERS = {"uxp-client": f"BJ/{WORD}/portail", "uxp-service": "BJ/MTFP/guichet", "application-id": "essai", "response-token": "jeton-de-retour"}
PDF, JPEG = b"%PDF-1.7\n" + b"x" * 2000, b"\xff\xd8\xff\xe0" + b"y" * 500
passed = failed = 0


def check(name, good, detail=""):
    global passed, failed
    if good:
        passed += 1
        print(f"ok - {name}", flush=True)
    else:
        failed += 1
        print(f"not ok - {name} {str(detail)[:500]}", flush=True)


def sql(text):
    done = subprocess.run(["psql", "-XAtq", "-v", "ON_ERROR_STOP=1", "-F", "|", "-d", os.environ["GUICHET_OWNER_DSN"], "-c", text], capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit(f"psql: {done.stderr}")
    return done.stdout.strip()


def pack(*files, **how):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
        for name, data in files:
            z.writestr(name, data, **how)
    return out.getvalue()


GOOD = pack(("pieces/contrat.pdf", PDF), ("photo.JPG", JPEG))


def demande(code, **more):
    return {"meta": {"code": f"{WORD}-{code}", "origine": "PNS"}, "prestation_code": "PS00577", "email": f"{WORD.lower()}@exemple.bj", "phone": "01 97 45 12 33",
            "steps": [{"name": "Identité", "fields": {"nom": "ÉSSOU", "prenoms": "Sènan"}}, {"name": "Objet", "value": "Visa du contrat"}]} | more


def body_of(demande, archive, edge):
    parts = b""
    if demande is not None:
        text = demande if isinstance(demande, bytes) else json.dumps(demande, ensure_ascii=False).encode()
        parts += f'--{edge}\r\nContent-Disposition: form-data; name="demande"; filename="demande.json"\r\nContent-Type: application/json\r\n\r\n'.encode() + text + b"\r\n"
    if archive is not None:
        parts += f'--{edge}\r\nContent-Disposition: form-data; name="documents"; filename="pieces.zip"\r\nContent-Type: application/zip\r\n\r\n'.encode() + archive + b"\r\n"
    return parts + f"--{edge}--\r\n".encode()


def push(demande, archive=GOOD, token=TOKEN, **headers):
    edge = "edge" + secrets.token_hex(8)
    given = {k: v for k, v in (HEADERS | {k.replace("_", "-"): v for k, v in headers.items()}).items() if v is not None}
    if token is not None:
        given["Authorization"] = f"Bearer {token}"
    connection = http.client.HTTPConnection(BASE.hostname, BASE.port, timeout=60)
    try:
        connection.request("POST", PATH, body_of(demande, archive, edge), given | {"Content-Type": f"multipart/form-data; boundary={edge}"})
        response = connection.getresponse()
    except BrokenPipeError:          # refused before the body had come
        response = http.client.HTTPResponse(connection.sock)
        response.begin()
    text = response.read().decode()
    connection.close()
    try:
        return response.status, json.loads(text), response.headers
    except ValueError:
        return response.status, {"text": text}, response.headers


def refusal(name, answer, status, *pointers):
    got = [e.get("pointer", e.get("header")) for e in answer[1].get("errors", [])]
    check(name, answer[0] == status and answer[2]["Content-Type"] == "application/problem+json" and all(p in got for p in pointers) and (not pointers or len(got) == len(pointers)),
          (answer[0], answer[1]))


def count(code):
    return sql(f"select count(*) || ' ' || count(request_id) from channels.intakes where meta_code = '{WORD}-{code}'")


def test_accepted():
    status, receipt, headers = push(demande("a"))
    check("a push is received", status == 201 and receipt["documents"] == 2 and receipt["repeated"] is False and receipt["meta_code"] == f"{WORD}-a", (status, receipt))
    number = receipt.get("number", "")
    row = sql(f"select r.channel_code, r.partner_ref, r.person_id is null, s.pns_code, r.contact_value, r.due_on > current_date, count(x.*) from requests.requests r join services.services s using (service_id) "
              f"left join requests.steps x using (request_id) where number = '{number}' group by 1,2,3,4,5,6")
    check("it is a request of channel partner, with its service, its path and its clock", row.startswith(f"partner|{WORD}-a|t|PS00577|{WORD.lower()}@exemple.bj|t|") and row.split("|")[-1] != "0", row)
    files = sql(f"select string_agg(f.name || ':' || f.type || ':' || encode(f.sha256, 'hex'), ' ' order by f.name) from requests.attachments a join base.files f using (file_id) join requests.requests r using (request_id) where number = '{number}'")
    check("its pieces are kept whole, under their own names", files == f"contrat.pdf:application/pdf:{hashlib.sha256(PDF).hexdigest()} photo.JPG:image/jpeg:{hashlib.sha256(JPEG).hexdigest()}", files)
    told = sql(f"select string_agg(channel, ',' order by channel) from base.outbox where body like '%{number}%'")
    check("the person is told where he can be reached", told == "email", told)
    again = push(demande("a"))
    check("the same again: the same receipt", again[0] == 200 and again[1]["repeated"] is True and {k: v for k, v in again[1].items() if k != "repeated"} == {k: v for k, v in receipt.items() if k != "repeated"}, again[:2])
    refusal("the same code with another content: 409", push(demande("a", phone=None)), 409)
    refusal("and with another archive", push(demande("a"), pack(("autre.pdf", PDF))), 409)
    check("one row of it", count("a") == "1 1", count("a"))
    check("without pieces too", push(demande("b"), None)[0] == 201)
    check("by telephone alone", push(demande("c", email=None))[0] == 201)


def test_exactly_once():
    done = []
    threads = [threading.Thread(target=lambda: done.append(push(demande("once")))) for _ in range(8)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    numbers = {d[1].get("number") for d in done}
    check("eight at once: one request, one number", len(numbers) == 1 and None not in numbers and sorted(d[0] for d in done) == [200] * 7 + [201] and count("once") == "1 1", [(d[0], d[1]) for d in done])
    edge = "edgecut"
    body = body_of(demande("cut"), GOOD, edge)
    head = f"POST {PATH} HTTP/1.1\r\nHost: {BASE.netloc}\r\nAuthorization: Bearer {TOKEN}\r\nContent-Type: multipart/form-data; boundary={edge}\r\nContent-Length: {len(body)}\r\n" + \
        "".join(f"{k}: {v}\r\n" for k, v in HEADERS.items()) + "\r\n"
    for cut in (len(body) // 2, len(body)):          # in the middle; or all sent, and gone before the answer
        with socket.create_connection((BASE.hostname, BASE.port)) as s:
            s.sendall(head.encode() + body[:cut])
            s.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    last = [push(demande("cut")) for _ in range(3)]
    check("cut, and pushed again until answered: once", all(a[0] in (200, 201) for a in last) and len({a[1]["number"] for a in last}) == 1 and count("cut") == "1 1", [a[:2] for a in last])


def test_strangers():
    before = sql("select count(*) from channels.intakes")
    refusal("no token: 401", push(demande("s"), token=None), 401)
    refusal("a wrong token: 401", push(demande("s"), token=secrets.token_hex(32)), 401)
    refusal("a short one", push(demande("s"), token="x"), 401)
    refusal("a token that is over", push(demande("s"), token=OLD), 401)
    refusal("another scheme", push(demande("s"), token=None, Authorization="Basic eDp5"), 401)
    wrong = push({"meta": 3}, b"zz", token=secrets.token_hex(32))
    check("a stranger does not learn what is wrong with his form", wrong[0] == 401 and wrong[1].get("errors") == [], wrong[:2])
    refusal("headers of another client: 403", push(demande("s"), uxp_client="BJ/AUTRE"), 403)
    refusal("of another application", push(demande("s"), application_id="autre"), 403)
    sql(f"update channels.partners set scopes = '{{}}' where code = '{WORD.lower()}'")
    refusal("without the scope: 401", push(demande("s")), 401)
    sql(f"update channels.partners set scopes = '{{demandes}}', valid_to = current_date, valid_from = current_date - 2 where code = '{WORD.lower()}'")
    refusal("a partner whose time is over: 401", push(demande("s")), 401)
    sql(f"update channels.partners set valid_to = null where code = '{WORD.lower()}'")
    check("nothing of it was written", sql("select count(*) from channels.intakes") == before)


def test_faults():
    for header in HEADERS:
        refusal(f"without {header}", push(demande("f"), **{header.replace("-", "_"): None}), 422, header)
    refusal("no JSON part", push(None), 422, "/demande")
    refusal("not JSON", push(b"{\"meta\": "), 422, "")
    refusal("a key twice", push(b'{"meta": {"code": "x"}, "meta": {"code": "y"}}'), 422, "")
    refusal("a list", push(b"[]"), 422, "")
    refusal("wrong types, all told at once", push({"meta": {"code": 7}, "prestation_code": ["PS1"], "email": 3, "phone": {}, "steps": "x"}), 422,
            "/meta/code", "/prestation_code", "/email", "/phone", "/steps")
    refusal("no meta", push({k: v for k, v in demande("f").items() if k != "meta"}), 422, "/meta")
    refusal("a code with a space", push(demande("f", meta={"code": "a b"})), 422, "/meta/code")
    refusal("a code of 81", push(demande("f", meta={"code": "a" * 81})), 422, "/meta/code")
    refusal("no contact", push(demande("f", email=None, phone=None)), 422, "/email")
    refusal("a wrong address and a wrong telephone", push(demande("f", email="x", phone="12")), 422, "/email", "/phone")
    refusal("a prestation of another form", push(demande("f", prestation_code="XX")), 422, "/prestation_code")
    refusal("an unknown prestation", push(demande("f", prestation_code="PS99999")), 422, "/prestation_code")
    refusal("no step", push(demande("f", steps=[])), 422, "/steps")
    refusal("a step that is a number", push(demande("f", steps=[{"a": 1}, 2])), 422, "/steps/1")
    deep = {}
    for _ in range(30):
        deep = {"a": deep}
    refusal("thirty levels", push(demande("f", steps=[deep])), 422, "/steps/0")
    check("a NUL in a text is refused", push(json.dumps(demande("f", steps=[{"a": "x\u0000y"}])).encode())[0] == 422)
    check("300 kB of JSON are refused", push(demande("f", steps=[{"a": "x" * 300000}]))[0] in (413, 422))
    check("nothing of it was written", count("f") == "0 0", count("f"))


def test_archives():
    def bad(name, archive, status=422):
        answer = push(demande("z"), archive)
        check(f"archive: {name}", answer[0] == status and (status != 422 or [e["pointer"] for e in answer[1]["errors"]] == ["/documents"]), (answer[0], answer[1]))

    bad("not a ZIP", b"PK\x03\x04 nothing")
    bad("cut", GOOD[:-30])
    bad("a bomb, one entry", pack(("bombe.pdf", b"%PDF-" + b"\0" * 50_000_000)))
    bad("a bomb of many", pack(*[(f"{i}.pdf", b"%PDF-" + b"\0" * 3_000_000) for i in range(40)]))
    bad("climbs: ../", pack(("../../etc/passwd.pdf", PDF)))
    bad("climbs: absolute", pack(("/etc/x.pdf", PDF)))
    bad("climbs: backslash", pack(("..\\x.pdf", PDF)))
    bad("encrypted", GOOD.replace(b"PK\x01\x02\x14\x03\x14\x00\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01\x00"))
    bad("fifty-one files", pack(*[(f"{i}.pdf", b"%PDF-1") for i in range(51)]))
    bad("no file", pack(("dossier/", b"")))
    bad("bytes that belie the name", pack(("photo.pdf", JPEG)))
    bad("a program", pack(("x.pdf", b"MZ" + b"\0" * 100)))
    bad("a kind not accepted", pack(("x.docx", b"PK\x03\x04")))
    lying = bytearray(pack(("x.pdf", PDF)))
    at = lying.rfind(b"PK\x01\x02")
    lying[at + 24:at + 28] = struct.pack("<I", 100)          # says 100 bytes, holds 2009
    bad("an entry that is larger than it says", bytes(lying))
    broken = bytearray(pack(("x.pdf", PDF)))
    at = broken.find(b"x.pdf") + 8
    broken[at] ^= 0xff
    bad("a damaged entry", bytes(broken))
    hidden = pack(("a.pdf", PDF), ("b.pdf", PDF))
    end = hidden.rfind(b"PK\x05\x06")
    bad("more entries than the count says", hidden[:end + 8] + struct.pack("<HH", 1, 1) + hidden[end + 12:])
    bad("21 MB", secrets.token_bytes(21_500_000), 413)
    check("nothing of it was written", count("z") == "0 0")
    check("a name of other letters is kept as text", push(demande("n"), pack(("pièce d’identité <b>.pdf", PDF)))[1].get("documents") == 1
          and sql(f"select f.name from channels.intake_files f join channels.intakes i using (intake_id) where meta_code = '{WORD}-n'") == "pièce d’identité <b>.pdf")


def test_claim():
    """The request is the person's as soon as he verifies the address; not before, and not another's."""
    address = f"{WORD.lower()}-claim@exemple.bj"
    number = push(demande("claim", email=address, phone=None))[1]["number"]
    owner = f"(select person_id from requests.requests where number = '{number}')"
    check("unknown address: nobody's yet", sql(f"select {owner} is null") == "t")
    person = sql("insert into base.persons (family_name, given_names) values ('ESSOU', 'Sènan') returning person_id")
    contact = sql(f"insert into base.contacts (person_id, kind, value) values ({person}, 'email', '{address}') returning contact_id")
    check("an address merely written gives nothing", sql(f"select {owner} is null") == "t")
    sql(f"update base.contacts set verified_at = now() where contact_id = {contact}")
    check("verified: the request is his", sql(f"select {owner} = {person}") == "t")
    late = push(demande("late", email=address, phone=None))[1]["number"]
    check("and the next one comes to him at once", sql(f"select person_id = {person} from requests.requests where number = '{late}'") == "t")
    other = sql("insert into base.persons (family_name, given_names) values ('AUTRE', 'Essai') returning person_id")
    sql(f"insert into base.contacts (person_id, kind, value, verified_at) values ({other}, 'email', '{address}', now())")
    check("an address of two persons belongs to nobody", sql(f"select r.person_id is null from requests.requests r where number = '{push(demande('two', email=address, phone=None))[1]['number']}'") == "t")
    check("what was his stays his", sql(f"select {owner} = {person}") == "t")


def test_rate():
    sql(f"update channels.partners set minute_most = 5 where code = '{WORD.lower()}'; delete from accounts.attempts where bucket like 'partenaire:%'")
    said = [push({"meta": 1}, None) for _ in range(7)]
    check("past the partner's rate: 429, and when to come back", [a[0] for a in said] == [422] * 5 + [429] * 2 and 0 < int(said[-1][2]["Retry-After"]) <= 60, [a[0] for a in said])
    sql(f"update channels.partners set minute_most = 600 where code = '{WORD.lower()}'")


def test_description():
    connection = http.client.HTTPConnection(BASE.hostname, BASE.port)
    connection.request("GET", "/api/v1/openapi.json")
    answer = connection.getresponse()
    api = json.loads(answer.read())
    check("OpenAPI 3.1 is served as JSON", answer.status == 200 and api["openapi"].startswith("3.1") and answer.headers["Content-Type"] == "application/json")
    check("it tells the machine routes", {PATH, "/api/v1/sms", "/api/v1/sms/accuse", "/api/v1/openapi.json"} <= set(api["paths"]), list(api["paths"]))
    operations = [o for p in api["paths"].values() for o in p.values()]
    check("each operation has a name of its own, a summary, responses, security", len({o["operationId"] for o in operations}) == len(operations) and
          all({"summary", "responses", "security"} <= set(o) for o in operations))
    def refs(node):
        if isinstance(node, dict):
            yield from ([node["$ref"]] if "$ref" in node else [])
            for v in node.values():
                yield from refs(v)
        elif isinstance(node, list):
            for v in node:
                yield from refs(v)
    def there(ref):
        node = api
        for part in ref[2:].split("/"):
            node = node.get(part) if isinstance(node, dict) else None
        return node is not None
    check("every reference leads somewhere", all(there(r) for r in refs(api)))
    check("the four headers are told", {p["name"] for p in api["paths"][PATH]["post"]["parameters"]} == set(HEADERS))


def test_rights():
    for role in ("gate", "web_machine", "web_public", "web_account"):
        for text in ("select * from channels.partner_tokens", "select * from channels.intakes", "select * from channels.incoming"):
            done = subprocess.run(["psql", "-XAtq", "-d", os.environ["GUICHET_OWNER_DSN"], "-c", f"set role {role}; {text}"], capture_output=True, text=True)
            check(f"{role} may not: {text}", "permission denied" in done.stderr, done.stderr)
    check("the token itself is nowhere", sql(f"select count(*) from channels.partner_tokens t where position('{TOKEN}' in t::text) > 0") == "0")


sql(f"""insert into channels.partners (code, name, client, service, application_id, minute_most) values ('{WORD.lower()}', 'Partenaire d’essai', '{HEADERS["uxp-client"]}', '{HEADERS["uxp-service"]}', 'essai', 600);
insert into channels.partner_tokens (token_hash, partner_id, valid_from, valid_to)
select sha256(convert_to(t.token, 'UTF8')), p.partner_id, now() - interval '2 days', t.until from channels.partners p,
    (values ('{TOKEN}', now() + interval '1 day'), ('{OLD}', now() - interval '1 minute')) t (token, until) where p.code = '{WORD.lower()}'""")
try:
    for test in (test_accepted, test_exactly_once, test_strangers, test_faults, test_archives, test_claim, test_rate, test_description, test_rights):
        test()
finally:
    sql(f"delete from channels.intakes i using channels.partners p where p.partner_id = i.partner_id and p.code = '{WORD.lower()}'; delete from channels.partners where code = '{WORD.lower()}'")
print(f"{passed} passed, {failed} failed")
sys.exit(1 if failed else 0)
