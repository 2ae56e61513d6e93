"""People for the HTTP tests of requests: sessions are put straight in the database, forms are sent as a browser sends them."""
import hashlib
import html
import http.client
import os
import re
import secrets
import subprocess
import sys
import urllib.parse

BASE = urllib.parse.urlsplit(sys.argv[1])
counts = {"passed": 0, "failed": 0}


def ok(what, name, more=""):
    if what:
        counts["passed"] += 1
    else:
        counts["failed"] += 1
        print(f"not ok - {name} {more}")


def end():
    print(f"{counts['passed']} passed, {counts['failed']} failed")
    sys.exit(1 if counts["failed"] else 0)


def sql(text):
    done = subprocess.run(["psql", "-XAtq", "-v", "ON_ERROR_STOP=1", "-d", os.environ["GUICHET_OWNER_DSN"], "-c", text], capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit(f"psql: {done.stderr}")
    return done.stdout.strip()


class Answer:
    def __init__(self, response):
        self.status, self.headers, self.body = response.status, response.headers, response.read()
        self.text = html.unescape(self.body.decode("utf-8", "replace"))
        self.place = response.headers.get("Location", "")
        self.size = len(self.body)

    def has(self, text):
        return text in re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", self.text).replace("\u00a0", " ").replace("\u202f", " "))


DESK_BITS = 1 << 13 | 1 << 14 | 1 << 3 | 1


class Browser:
    """A person by the rows that make him; `name` None is a visitor with a cookie of his own."""

    def __init__(self, name=None, bits=1 << 13 | 1, reach="{}", role=None, structure=None, person=None):
        self.cookies = {}
        self.person = None
        if name is None:
            self.cookies["guichet_visite"] = secrets.token_hex(16)
            return
        token = secrets.token_hex(32)
        self.cookies["guichet"] = token
        self.person = person or int(sql(f"insert into base.persons (family_name, given_names) values ('{name}', 'Essai') returning person_id"))
        if role:
            sql(f"""insert into base.assignments (person_id, role_code, structure_id, valid_from, granted_by, confirmed_by)
                select {self.person}, '{role}', s.structure_id, current_date - 1, a[1], a[2] from base.structures s,
                (select array_agg(p.person_id) as a from (select person_id from base.persons where person_id <> {self.person} order by person_id limit 2) p) g where s.code = '{structure}'""")
            reach = sql(f"select int4multirange(int4range(rank, last_rank, '[]'))::text from base.structures where code = '{structure}'")
        sql(f"""insert into base.sessions (token_hash, person_id, person_name, permission_bits, ranks, second_factor, idle, expires_at)
            values ('\\x{hashlib.sha256(bytes.fromhex(token)).hexdigest()}', {self.person}, '{name}', {bits}, '{reach}', true, '1 day', now() + interval '1 day')""")

    def send(self, method, path, body=None, kind=None):
        connection = http.client.HTTPConnection(BASE.hostname, BASE.port, timeout=60)
        headers = {"Host": BASE.netloc, "Cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items()), "Accept-Encoding": "identity"}
        if body is not None:
            headers.update({"Content-Type": kind, "Origin": f"{BASE.scheme}://{BASE.netloc}"})
        connection.request(method, path, body, headers)
        answer = Answer(connection.getresponse())
        for cookie in answer.headers.get_all("Set-Cookie") or []:
            name, _, value = cookie.split(";")[0].partition("=")
            self.cookies[name] = value
        connection.close()
        return answer

    def get(self, path):
        return self.send("GET", path)

    def hidden(self, page, action):
        form = re.search(r'<form[^>]*action="%s"[^>]*>.*?</form>' % re.escape(action), page.text, re.S)
        return dict(re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)"', form[0] if form else ""))

    def post(self, page, action, fields, again=None):
        fields = {**(again or self.hidden(page, action)), **fields}
        self.last = fields
        return self.send("POST", action, urllib.parse.urlencode(fields, doseq=True), "application/x-www-form-urlencoded")

    def upload(self, page, action, fields, files):
        fields = {**self.hidden(page, action), **fields}
        edge = "edge" + secrets.token_hex(8)
        body = b"".join(f'--{edge}\r\nContent-Disposition: form-data; name="{k}"\r\n\r\n{v}\r\n'.encode() for k, v in fields.items())
        for name, (file_name, type_, bytes_) in files.items():
            body += f'--{edge}\r\nContent-Disposition: form-data; name="{name}"; filename="{file_name}"\r\nContent-Type: {type_}\r\n\r\n'.encode() + bytes_ + b"\r\n"
        return self.send("POST", action, body + f"--{edge}--\r\n".encode(), f"multipart/form-data; boundary={edge}")
