"""What the tests of acts share: people, agents and structures of their own, browsers with sessions, files, and the tidying up.

What is signed cannot be deleted by design: tidy() does it as a superuser, with the triggers that forbid it taken away and put
back in one transaction that locks the tables. Nothing else may do so."""
import hashlib
import html
import http.client
import io
import json
import os
import re
import secrets
import subprocess
import sys
import time
import urllib.parse
import zipfile

BITS = {"clerk": 1 | 1 << 3 | 1 << 8, "chief": 1 | 1 << 3 | 1 << 8 | 1 << 9, "agent": 1 | 1 << 2}      # src/app/permissions.c


class Base:
    """psql as the owner of the cluster."""

    def __init__(self, dsn):
        self.dsn = dsn

    def sql(self, text):
        run = subprocess.run(["psql", self.dsn, "-XAtq", "-v", "ON_ERROR_STOP=1"], input=text, text=True, capture_output=True)
        if run.returncode != 0:
            raise SystemExit("psql: " + run.stderr)
        return run.stdout.strip()


class Answer:
    def __init__(self, link, response):
        self.status, self.headers, self.body = response.status, {k.lower(): v for k, v in response.getheaders()}, response.read()
        self.place = self.headers.get("location", "")
        link.close()

    @property
    def page(self):
        return self.body.decode("utf-8", "replace")

    @property
    def text(self):
        return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", self.page)))


class Browser:
    def __init__(self, base, token=None):
        self.base, self.token = urllib.parse.urlsplit(base), token

    def ask(self, method, path, body=None, kind="application/x-www-form-urlencoded", origin=None):
        link = http.client.HTTPConnection(self.base.hostname, self.base.port or 80, timeout=60)
        headers = {"Host": self.base.netloc}
        if self.token:
            headers["Cookie"] = "guichet=" + self.token
        if body is not None:
            headers.update({"Content-Type": kind, "Origin": origin or f"{self.base.scheme}://{self.base.netloc}"})
        try:
            link.request(method, path, body, headers)
        except (BrokenPipeError, ConnectionResetError):
            pass                                  # too large: the answer came before the end of what was sent
        return Answer(link, link.getresponse())

    def get(self, path):
        return self.ask("GET", path)

    def hidden(self, page, action):
        """Hidden fields of the first form of the page that leads there; None without one."""
        for form in re.findall(r"<form[^>]*>.*?</form>", page.page, re.S):
            if html.unescape(re.search(r'action="([^"]*)"', form)[1]).split("?")[0] == action:
                return {k: html.unescape(v) for k, v in re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)"', form)}
        return None

    def send(self, action, fields):
        return self.ask("POST", action, urllib.parse.urlencode(fields, doseq=True))

    def form(self, where, action, **fields):
        """Fills the form of a page and sends it, with all that the page hid in it."""
        page = where if isinstance(where, Answer) else self.get(where)
        hidden = self.hidden(page, action)
        if hidden is None:
            raise AssertionError(f"no form leads to {action}: {page.status} {page.text[:200]}")
        return self.send(action, {**hidden, **fields})

    def upload(self, where, action, name=None, content=None, **fields):
        fields = {**self.hidden(self.get(where), action), **fields}
        edge = "edge" + secrets.token_hex(8)
        body = b"".join(f'--{edge}\r\nContent-Disposition: form-data; name="{k}"\r\n\r\n{v}\r\n'.encode() for k, v in fields.items())
        if name is not None:
            body += f'--{edge}\r\nContent-Disposition: form-data; name="fichier"; filename="{name}"\r\nContent-Type: application/octet-stream\r\n\r\n'.encode() + content + b"\r\n"
        return self.ask("POST", action, body + f"--{edge}--\r\n".encode(), f"multipart/form-data; boundary={edge}")


def xlsx(rows):
    """A workbook with texts only, so that leading zeros are there to lose."""
    cells = "".join(f'<row r="{r}">' + "".join(f'<c r="{chr(65 + c)}{r}" t="inlineStr"><is><t>{html.escape(v)}</t></is></c>' for c, v in enumerate(row)) + "</row>" for r, row in enumerate(rows, 1))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr("[Content_Types].xml", '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>')
        z.writestr("_rels/.rels", '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>')
        z.writestr("xl/workbook.xml", '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Liste" sheetId="1" r:id="r1"/></sheets></workbook>')
        z.writestr("xl/_rels/workbook.xml.rels", '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>')
        z.writestr("xl/worksheets/sheet1.xml", f'<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{cells}</sheetData></worksheet>')
    return out.getvalue()


class Stage:
    """Two structures that issue acts, the hands of one of them, and agents, all named after `tag`."""
    STAFF = {"clerk": ("CLERC", "clerk", "clerk"), "marc": ("SOSSA", "manager", "chief"), "diane": ("HOUETO", "manager", "chief"), "sena": ("ADANDE", "signatory", "chief"), "loin": ("DEHORS", "clerk", "clerk")}

    def __init__(self, base, url, agents=6):
        self.base, self.url, self.tag, self.agents = base, url, "ZQ" + secrets.token_hex(3).upper(), agents
        self.prefix = "0" + self.tag[-4:]
        tokens = {name: secrets.token_hex(32) for name in self.STAFF}
        for n in range(1, 3):
            tokens[f"agent{n}"] = secrets.token_hex(32)
        self.people = {name: Browser(url, token) for name, token in tokens.items()}
        tag = self.tag
        staff = ", ".join(f"('{name}', '{family} {tag}', '{role}', '{tag}{'B' if name == 'loin' else 'A'}', {BITS[kind]}, '{tokens[name]}')" for name, (family, role, kind) in self.STAFF.items())
        base.sql(f"""
begin;
set local role guichet_owner;
do $$
declare
	root bigint := (select structure_id from base.structures where parent_id is null order by rank limit 1);
	two  bigint[];
	ids  bigint[];
	act  bigint;
begin
	insert into base.structures (code, name, kind, parent_id) values ('{tag}A', 'Essai A {tag}', 'direction', root), ('{tag}B', 'Essai B {tag}', 'direction', root);
	perform base_api.rank_structures();
	two := array(select structure_id from base.structures where code in ('{tag}A', '{tag}B') order by code);
	insert into acts.number_patterns (structure_id, pattern, stamp, source) select s, '{{n}}/{{aaaa}}/{tag}/' || s || '/SA', 'Ministère des Essais|Direction {tag}', 'Essai' from unnest(two) s;
	insert into base.persons (family_name, given_names) values ('DONNE {tag}', 'Un'), ('DONNE {tag}', 'Deux');
	with p as (insert into base.persons (family_name, given_names, sex, birth_date)
		select 'AGENT-{tag}', 'Prénom' || lpad(n::text, 5, '0'), 'F', date '1985-01-01' + n % 3000 from generate_series(1, {agents}) n returning person_id, given_names),
	a as (insert into career.agents (person_id, matricule, status_code, first_service_date, structure_id)
		select p.person_id, '{self.prefix}' || substr(p.given_names, 8), 'FE', '2010-01-04', case when p.given_names = 'Prénom00003' then two[2] else two[1] end from p returning agent_id)
	select array_agg(agent_id order by agent_id) into ids from a;
	insert into career.acts (kind_code, reference, signed_on, signatory, proof_code) values ('nomination', '{tag}/NOM', '2010-01-04', 'Le Ministre', 'copie') returning act_id into act;
	insert into career.act_lines (act_id, agent_id, line_no, effect_date, after_category, after_scale, after_step, after_position_code)
	select act, i, n, '2010-01-04', 'A', 1, 1, 'activite' from unnest(ids) with ordinality u (i, n);
	insert into career.acts (kind_code, reference, signed_on, signatory, proof_code) values ('avancement_echelon', '{tag}/AV', '2012-01-04', 'Le Ministre', 'copie') returning act_id into act;
	insert into career.act_lines (act_id, agent_id, line_no, effect_date, before_category, before_scale, before_step, after_category, after_scale, after_step)
	select act, i, n, '2012-01-04', 'A', 1, 1, 'A', 1, 2 from unnest(ids) with ordinality u (i, n);
	perform career_api.refresh_agents(ids);
	insert into base.contacts (person_id, kind, value, origin) select p.person_id, 'email', lower('{tag}') || substr(p.given_names, 7) || '@exemple.test', 'record' from base.persons p where p.family_name = 'AGENT-{tag}';
end $$;
create temp table staff (name text, family text, role text, code text, bits bigint, token text) on commit drop;
insert into staff values {staff};
insert into base.persons (family_name, given_names, birth_date) select family, initcap(name), '1970-01-01'::date + (row_number() over ())::int from staff;
insert into base.assignments (person_id, role_code, structure_id, granted_by, confirmed_by, valid_from)
select p.person_id, t.role, s.structure_id, (select person_id from base.persons where family_name = 'DONNE {tag}' and given_names = 'Un'), (select person_id from base.persons where family_name = 'DONNE {tag}' and given_names = 'Deux'), current_date - 1
from staff t join base.persons p on p.family_name = t.family join base.structures s on s.code = t.code;
insert into base.sessions (token_hash, person_id, person_name, permission_bits, ranks, second_factor, seen_at, idle, expires_at)
select sha256(decode(t.token, 'hex')), p.person_id, t.name, t.bits, int4multirange(int4range(s.rank, s.last_rank, '[]')), true, now(), '1 day', now() + interval '1 day'
from staff t join base.persons p on p.family_name = t.family join base.structures s on s.code = t.code;
insert into base.sessions (token_hash, person_id, person_name, permission_bits, ranks, second_factor, seen_at, idle, expires_at)
select sha256(decode(t.token, 'hex')), p.person_id, p.given_names, {BITS['agent']}, '{{}}', true, now(), '1 day', now() + interval '1 day'
from (values ('Prénom00001', '{tokens['agent1']}'), ('Prénom00002', '{tokens['agent2']}')) t (given, token) join base.persons p on p.family_name = 'AGENT-{tag}' and p.given_names = t.given;
commit;
""".replace("create temp table", "reset role;\ncreate temp table", 1))

    def __getattr__(self, name):
        try:
            return self.__dict__["people"][name]
        except KeyError:
            raise AttributeError(name) from None

    def matricule(self, n):
        return f"{self.prefix}{n:04d}"

    def proof(self, who, ago):
        """How long ago somebody gave his second factor."""
        self.base.sql(f"update base.sessions set proved_at = now() - interval '{ago}' where token_hash = '\\x{hashlib.sha256(bytes.fromhex(self.people[who].token)).hexdigest()}'")

    def one(self, columns, where="true"):
        return self.base.sql(f"select {columns} from acts.drafts d join base.structures s using (structure_id) where s.code like '{self.tag}_' and {where}")

    def draft(self, model="avancement_echelon_fe", subject="", numbers=(), effect="04/01/2014", **fields):
        """A draft made through the pages; its path."""
        page = self.clerk.get("/actes/nouveau")
        structure = re.search(rf'<option value="([^"]+)">{self.tag}A', page.page)[1]
        place = self.clerk.form(page, "/actes/nouveau", modele=model, structure=structure, objet=subject).place.split("?")[0]
        if numbers:
            self.clerk.upload(place + "/agents", place + "/agents", liste="\n".join(self.matricule(n) for n in numbers), effet=effect, **fields)
        return place

    def forward(self, place, *hands):
        """Into circuit, then each hand in its turn; the last answer."""
        got = self.clerk.form(place, place + "/circuit")
        for who in hands:
            got = self.people[who].form(place, place + ("/signer" if who == "sena" else "/viser"))
        return got

    def wait(self, who, place, seconds=60):
        """The page once the sealing is over."""
        for _ in range(seconds * 10):
            page = self.people[who].get(place)
            if "data-live" not in page.page:
                return page
            time.sleep(0.1)
        return page

    FROZEN = (("acts.drafts", "frozen"), ("acts.draft_parts", "frozen"), ("acts.draft_lines", "frozen"), ("acts.approvals", "only_added"), ("acts.approvals", "frozen"),
              ("acts.events", "only_added"), ("acts.documents", "sealed"), ("acts.registers", "counted"))

    def tidy(self):
        tag = self.tag
        mine = f"(select d.draft_id from acts.drafts d join base.structures s using (structure_id) where s.code in ('{tag}A', '{tag}B'))"
        people = f"(select person_id from base.persons where family_name like '%{tag}')"
        off = "".join(f"alter table {t} disable trigger {g};\n" for t, g in self.FROZEN) + "alter table career.acts disable trigger sealed;\nalter table career.act_lines disable trigger sealed;\n"
        on = "".join(f"alter table {t} enable always trigger {g};\n" for t, g in self.FROZEN) + "alter table career.acts enable trigger sealed;\nalter table career.act_lines enable trigger sealed;\n"
        self.base.sql(f"""
begin;
{off}
create temp table gone on commit drop as select d.draft_id, d.act_id, d.job_id from acts.drafts d where d.draft_id in {mine};
delete from acts.documents where act_id in (select act_id from gone);
delete from acts.approvals where draft_id in (select draft_id from gone);
delete from acts.events where draft_id in (select draft_id from gone);
delete from acts.draft_lines where draft_id in (select draft_id from gone);
delete from acts.draft_parts where draft_id in (select draft_id from gone);
delete from acts.drafts where draft_id in (select draft_id from gone);
delete from acts.registers where structure_id in (select structure_id from base.structures where code in ('{tag}A', '{tag}B'));
delete from acts.number_patterns where structure_id in (select structure_id from base.structures where code in ('{tag}A', '{tag}B'));
delete from acts.delegations where from_person_id in {people} or to_person_id in {people};
update career.acts set replaces_act_id = null where act_id in (select act_id from gone);
delete from career.act_lines where act_id in (select act_id from gone) or agent_id in (select agent_id from career.agents where matricule like '{self.prefix}____');
delete from career.acts where act_id in (select act_id from gone) or reference like '{tag}/%';
delete from base.audit where person_id in {people};
delete from base.outbox where person_id in {people};
delete from base.consultations where viewer_id in {people} or person_id in {people};
delete from base.jobs where person_id in {people};
delete from base.sessions where person_id in {people};
delete from base.assignments where person_id in {people};
delete from career.searches where person_id in {people};
delete from career.agents where matricule like '{self.prefix}____';
delete from base.persons where family_name like '%{tag}';
delete from base.structures where code in ('{tag}A', '{tag}B');
{on}
set local role guichet_owner;
select base_api.rank_structures();
commit;
""")


def again(base, tag):
    """A stage made earlier, by its tag: to be tidied."""
    stage = Stage.__new__(Stage)
    stage.base, stage.tag, stage.prefix = base, tag, "0" + tag[-4:]
    return stage


# For tests in other languages: `stage.py make URL [AGENTS]` prints what was made as JSON, `stage.py tidy TAG` takes it away.
if __name__ == "__main__":
    owner = Base(os.environ["GUICHET_OWNER_DSN"])
    if sys.argv[1] == "make":
        made = Stage(owner, sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else 12)
        print(json.dumps({"tag": made.tag, "tokens": {name: one.token for name, one in made.people.items()}, "matricules": [made.matricule(n) for n in range(1, made.agents + 1)]}))
    else:
        again(owner, sys.argv[2]).tidy()
