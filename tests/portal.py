"""What the HTTP tests share: a count, the database, people whose sessions are put straight in it (how people sign in is tested elsewhere) and
who send forms as a browser sends them.

A test begins with
    sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
    from portal import Browser, end, ok, sql
It is called with BASE_URL first; GUICHET_OWNER_DSN must lead to the database."""
import hashlib
import html
import http.client
import io
import os
import re
import secrets
import subprocess
import sys
import time
import urllib.parse
import zipfile

BASE = urllib.parse.urlsplit(sys.argv[1])
counts = {"passed": 0, "failed": 0}


def ok(what, name, more=""):
    if what:
        counts["passed"] += 1
    else:
        counts["failed"] += 1
        print(f"not ok - {name} {str(more)[:400]}")


def end():
    print(f"{counts['passed']} passed, {counts['failed']} failed")
    sys.exit(1 if counts["failed"] else 0)


def psql(*words):
    done = subprocess.run(["psql", "-XAtq", "-v", "ON_ERROR_STOP=1", "-d", os.environ["GUICHET_OWNER_DSN"], *words], capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit(f"psql: {done.stderr}")
    return done.stdout.strip()


def sql(text):
    return psql("-c", text)


def xlsx(rows):
    """A workbook with nothing but what Excel asks for."""
    def cell(value, row, column):
        return f'<c r="{chr(65 + column)}{row}" t="inlineStr"><is><t>{html.escape(value)}</t></is></c>'
    sheet = "".join(f'<row r="{n}">' + "".join(cell(v, n, i) for i, v in enumerate(row)) + "</row>" for n, row in enumerate(rows, 1))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr("[Content_Types].xml", '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>')
        z.writestr("_rels/.rels", '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>')
        z.writestr("xl/workbook.xml", '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Personnel" sheetId="1" r:id="rId1"/></sheets></workbook>')
        z.writestr("xl/_rels/workbook.xml.rels", '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>')
        z.writestr("xl/worksheets/sheet1.xml", f'<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{sheet}</sheetData></worksheet>')
    return out.getvalue()


def pdf(text, catalog="", box="0 0 595 842"):
    """A page of plain text, as a PDF that readers open."""
    lines = "".join(f"1 0 0 1 60 {780 - 26 * i} Tm ({line}) Tj " for i, line in enumerate(text.split("\n")))
    stream = f"BT /F 14 Tf {lines}ET"
    objects = [f"<< /Type /Catalog /Pages 2 0 R {catalog} >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
               f"<< /Type /Page /Parent 2 0 R /MediaBox [{box}] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
               f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    out, places = "%PDF-1.4\n", []
    for n, o in enumerate(objects, 1):
        places.append(len(out))
        out += f"{n} 0 obj\n{o}\nendobj\n"
    return (out + f"xref\n0 6\n0000000000 65535 f \n" + "".join(f"{p:010d} 00000 n \n" for p in places) +
            f"trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n").encode()


class Answer:
    def __init__(self, response):
        self.status, self.headers, self.body = response.status, response.headers, response.read()
        self.text = html.unescape(self.body.decode("utf-8", "replace"))
        self.place = response.headers.get("Location", "")
        self.size = len(self.body)

    def words(self, tag=" "):
        """The page without its tags, with plain blanks only."""
        return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", tag, self.text).replace("\u00a0", " ").replace("\u202f", " "))

    def has(self, text):
        """Words of the page, whatever tags and kinds of blanks stand between them."""
        return text in self.words() or text in self.words("")

    def refused(self, text):
        return self.status == 422 and self.has(text)

    def links(self, part):
        return re.findall(r'href="([^"]*%s[^"]*)"' % re.escape(part), self.text)

    def numbers(self):
        """The figures that head a page."""
        return [int(re.sub(r"\D", "", n)) for n in re.findall(r'<li class="g-number[^>]*><strong>([^<]*)</strong>', self.text)]

    def hidden(self, action):
        """Hidden fields of the form that leads there."""
        form = re.search(r'<form[^>]*action="%s"[^>]*>.*?</form>' % re.escape(action), self.text, re.S)
        return dict(re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)"', form[0] if form else ""))


class Browser:
    """A person of that name, new unless `person` is given, with these permission bits over these ranks, or what he has by his roles when `bits` is None;
    `role` gives him one over a structure. Without a name: a visitor, with a cookie of his own."""

    def __init__(self, name=None, bits=1, reach="{}", person=None, role=None, structure=None, token=None):
        self.cookies, self.person = {}, person
        if token is not None:
            self.cookies["guichet"] = token
        elif name is None:
            self.cookies["guichet_visite"] = secrets.token_hex(16)
        else:
            self.sign_in(name, bits, reach, role, structure)

    def sign_in(self, name, bits, reach, role, structure):
        token = self.cookies["guichet"] = secrets.token_hex(32)
        self.person = self.person or int(sql(f"insert into base.persons (family_name, given_names) values ('{name}', 'Essai') returning person_id"))
        if role:
            sql(f"""insert into base.assignments (person_id, role_code, structure_id, valid_from, granted_by, confirmed_by)
                select {self.person}, '{role}', s.structure_id, current_date - 1, a[1], a[2] from base.structures s,
                (select array_agg(p.person_id) as a from (select person_id from base.persons where person_id <> {self.person} order by person_id limit 2) p) g where s.code = '{structure}'""")
            reach = sql(f"select int4multirange(int4range(rank, last_rank, '[]'))::text from base.structures where code = '{structure}'")
        rights = f"base_api.rights_of({self.person})" if bits is None else f"(select {bits} as permission_bits, '{reach}'::int4multirange as ranks)"
        sql(f"""insert into base.sessions (token_hash, person_id, person_name, permission_bits, ranks, second_factor, idle, expires_at)
            select '\\x{hashlib.sha256(bytes.fromhex(token)).hexdigest()}', {self.person}, '{name}', r.permission_bits, r.ranks, true, '1 day', now() + interval '1 day' from {rights} r""")

    def send(self, method, path, body=None, kind="application/x-www-form-urlencoded"):
        connection = http.client.HTTPConnection(BASE.hostname, BASE.port, timeout=90)
        headers = {"Host": BASE.netloc, "Accept-Encoding": "identity"}
        if self.cookies:
            headers["Cookie"] = "; ".join(f"{k}={v}" for k, v in self.cookies.items())
        if body is not None:
            headers.update({"Content-Type": kind, "Origin": f"{BASE.scheme}://{BASE.netloc}"})
        try:
            connection.request(method, path, body, headers)
        except BrokenPipeError:
            pass                  # refused before the body was read whole: the answer is there
        answer = Answer(connection.getresponse())
        for cookie in answer.headers.get_all("Set-Cookie") or []:
            name, _, value = cookie.split(";")[0].partition("=")
            self.cookies[name] = value
        connection.close()
        return answer

    def get(self, path):
        return self.send("GET", path)

    def post(self, page, action, fields=(), again=None, **more):
        """The form of that page that leads to `action`, filled in. `fields` is a dictionary, or pairs where a name comes more than once; `again`
        holds the hidden fields of another page."""
        pairs = {**(self.hidden(page, action) if again is None else again), **(fields if isinstance(fields, dict) else {}), **more}
        self.last = pairs
        return self.send("POST", action, urllib.parse.urlencode([*pairs.items(), *([] if isinstance(fields, dict) else fields)], doseq=True))

    def hidden(self, page, action):
        return page.hidden(action)

    def upload(self, page, action, fields=(), files=()):
        """The same with files: (field, name, bytes), or {field: (name, type, bytes)}."""
        return self.multipart(action, {**self.hidden(page, action), **dict(fields)}, files)

    def multipart(self, action, fields, files):
        if isinstance(files, dict):
            files = [(field, name, content, kind) for field, (name, kind, content) in files.items()]
        edge = "edge" + secrets.token_hex(8)
        body = b"".join(f'--{edge}\r\nContent-Disposition: form-data; name="{k}"\r\n\r\n{v}\r\n'.encode() for k, v in fields.items())
        for field, name, content, *kind in files:
            body += (f'--{edge}\r\nContent-Disposition: form-data; name="{field}"; filename="{name}"\r\n'
                     f'Content-Type: {kind[0] if kind else "application/octet-stream"}\r\n\r\n').encode() + content + b"\r\n"
        return self.send("POST", action, body + f"--{edge}--\r\n".encode(), f"multipart/form-data; boundary={edge}")

    def wait(self, place, seconds=60):
        """The page once its job has ended."""
        until = time.monotonic() + seconds
        while True:
            page = self.get(place)
            if "data-live" not in page.text or time.monotonic() > until:
                return page
            time.sleep(0.05)
