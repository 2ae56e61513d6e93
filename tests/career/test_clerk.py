#!/usr/bin/env python3
"""The clerk's desk from outside: search, reason, file, act, état des services, export; each with its refusal.

usage: test_clerk.py BASE_URL VAR_DIR     with GUICHET_OWNER_DSN set (psql); prints "N passed, N failed".
Two structures and a few agents of their own are made, and taken away at the end.
"""
import html
import http.client
import io
import os
import re
import secrets
import subprocess
import sys
import urllib.parse
import zipfile

BASE = urllib.parse.urlsplit(sys.argv[1])
ORIGIN = f"{BASE.scheme}://{BASE.netloc}"
DSN = os.environ["GUICHET_OWNER_DSN"]
TAG = "ZQ" + secrets.token_hex(3).upper()
passed = failed = 0


def sql(text):
    run = subprocess.run(["psql", DSN, "-XAtq", "-v", "ON_ERROR_STOP=1"], input=text, text=True, capture_output=True)
    if run.returncode != 0:
        sys.exit("psql: " + run.stderr)
    return run.stdout.strip()


def check(what, right, seen=""):
    global passed, failed
    passed, failed = passed + bool(right), failed + (not right)
    if not right:
        print(f"not ok: {what} {seen}")


class Browser:
    def __init__(self, token=None):
        self.token = token

    def ask(self, method, path, body=None, origin=ORIGIN):
        link = http.client.HTTPConnection(BASE.hostname, BASE.port or 80, timeout=20)
        headers = {"Host": BASE.netloc}
        if self.token:
            headers["Cookie"] = "guichet=" + self.token
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            headers["Origin"] = origin
        link.request(method, path, body, headers)
        answer = link.getresponse()
        data = answer.read()
        return answer.status, dict((k.lower(), v) for k, v in answer.getheaders()), data

    def get(self, path):
        status, headers, data = self.ask("GET", path)
        return status, headers, data.decode("utf-8", "replace")

    def form(self, page_path, path, raw=False, **fields):
        """Fills the form of a page that posts to `path`; the page's own token and key go with it."""
        page = self.get(page_path)[2]
        for form in re.findall(r"<form[^>]*>.*?</form>", page, re.S):
            action = html.unescape(re.search(r'action="([^"]*)"', form).group(1))
            if action.split("?")[0] == path:
                break
        else:
            check(f"a form on {page_path} posts to {path}", False)
            return 0, {}, b"" if raw else ""
        for name in ("_jeton", "_cle"):
            fields[name] = re.search(rf'name="{name}" value="([^"]*)"', form).group(1)
        status, headers, data = self.ask("POST", action, urllib.parse.urlencode(fields))
        return status, headers, data if raw else data.decode("utf-8", "replace")


def text_of(page):
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", page)))


def prepare():
    """Two structures side by side, a clerk in each, four agents: three here, one there. All in one transaction."""
    near, far, bare = (secrets.token_hex(32) for _ in range(3))
    sql(f"""
begin;
set local role guichet_owner;
do $$
declare
	root bigint := (select structure_id from base.structures where parent_id is null order by rank limit 1);
	here bigint; there bigint; p bigint; a bigint; act bigint; wide bigint; i int;
	names text[] := array['Zédékia', 'Yessoufou', 'Xavérine', 'Wassi'];
begin
	insert into base.structures (code, name, kind, parent_id) values ('{TAG}A', 'Essai A {TAG}', 'direction', root) returning structure_id into here;
	insert into base.structures (code, name, kind, parent_id) values ('{TAG}B', 'Essai B {TAG}', 'direction', root) returning structure_id into there;
	perform base_api.rank_structures();
	insert into career.acts (kind_code, reference, signed_on, signatory, proof_code) values ('avancement_echelon', '{TAG}/LOT', '2020-01-02', 'Le Ministre', 'original') returning act_id into wide;
	for i in 1..4 loop
		insert into base.persons (family_name, given_names, sex, birth_date) values ('HOUNKPÈ-{TAG}', names[i], 'F', date '1967-01-05' + i) returning person_id into p;
		insert into base.contacts (person_id, kind, value) values (p, 'phone', '+22901970000' || (10 + i)), (p, 'email', 'secret.' || lower('{TAG}') || i || '@example.bj');
		insert into career.agents (person_id, matricule, status_code, first_service_date, structure_id)
		values (p, '{TAG}' || i, 'FE', '2010-01-04', case when i = 4 then there else here end) returning agent_id into a;
		insert into career.acts (kind_code, reference, signed_on, signatory, proof_code) values ('nomination', '{TAG}/' || i, '2010-01-04', 'Le Ministre', 'copie') returning act_id into act;
		insert into career.act_lines (act_id, agent_id, line_no, effect_date, after_category, after_scale, after_step, after_position_code)
		values (act, a, 1, '2010-01-04', 'A', 1, 1, 'activite');
		insert into career.act_lines (act_id, agent_id, line_no, effect_date, before_category, before_scale, before_step, after_category, after_scale, after_step)
		values (wide, a, i, '2016-01-04', 'A', 1, 3, 'A', 1, 4);
		perform career_api.refresh_agents(array[a]);
	end loop;
	insert into base.persons (family_name, given_names) values ('Clerk {TAG}', 'Ici'), ('Clerk {TAG}', 'Là');
end $$;
insert into base.sessions (token_hash, person_id, person_name, permission_bits, ranks, second_factor, seen_at, idle, expires_at)
select sha256(decode(t.token, 'hex')), p.person_id, p.given_names, t.bits, int4multirange(int4range(s.rank, s.last_rank, '[]')), true,
	now(), '1 day', now() + interval '1 day'
from (values ('{near}', 'Ici', '{TAG}A', 25), ('{far}', 'Là', '{TAG}B', 25), ('{bare}', 'Là', '{TAG}B', 1)) t (token, given, code, bits)
join base.persons p on p.family_name = 'Clerk {TAG}' and p.given_names = t.given
join base.structures s on s.code = t.code;
commit;
""")
    return Browser(near), Browser(far), Browser(bare)


def clean():
    sql(f"""
begin;
set local role guichet_owner;
delete from base.sessions where person_id in (select person_id from base.persons where family_name = 'Clerk {TAG}');
delete from career.searches where person_id in (select person_id from base.persons where family_name = 'Clerk {TAG}');
delete from base.consultations where viewer_id in (select person_id from base.persons where family_name = 'Clerk {TAG}');
delete from base.audit where person_id in (select person_id from base.persons where family_name = 'Clerk {TAG}');
delete from career.act_lines where agent_id in (select agent_id from career.agents where matricule like '{TAG}%');
delete from career.acts where reference like '{TAG}/%';
delete from career.agents where matricule like '{TAG}%';
delete from base.persons where family_name in ('Clerk {TAG}', 'HOUNKPÈ-{TAG}');
delete from base.structures where code in ('{TAG}A', '{TAG}B');
select base_api.rank_structures();
commit;
""")


def search(who, **fields):
    status, headers, page = who.form("/agents", "/agents", **fields)
    check("a search is kept and shown by its number", status == 303 and re.fullmatch(r"/agents\?recherche=[0-9a-zA-Z]{13}", headers.get("location", "")),
          f"{status} {headers.get('location')}")
    where = headers.get("location", "/agents")
    return where, who.get(where)


def names_in(page):
    return re.findall(rf"HOUNKPÈ-{TAG} (\S+)</a>", page)


def test_search(near, far, bare):
    check("a visitor is sent to sign in", Browser().get("/agents")[0] == 303)
    check("without the permission: refused", bare.get("/agents")[0] == 403)
    status, _, page = near.get("/agents")
    check("the empty desk", status == 200 and "Nom, prénoms ou matricule" in page, status)
    check("the list of structures is hers", f"Essai A {TAG}" in page and f"Essai B {TAG}" not in page)
    where, (status, _, page) = search(near, q=f"hounkpe {TAG.lower()}")
    check("found without accents, in reach only", sorted(names_in(page)) == ["Xavérine", "Yessoufou", "Zédékia"], names_in(page))
    check("counted", "3 agents" in text_of(page))
    check("no name nor matricule in any address", not re.search(rf'(href|action)="[^"]*(HOUNK|{TAG})', page, re.I))
    check("another clerk's search does not exist", far.get(where)[0] == 404)
    check("an unknown search does not exist", near.get("/agents?recherche=0000000000000")[0] in (404, 422))
    check("by matricule", names_in(search(near, q=f"{TAG}2")[1][2]) == ["Yessoufou"])
    check("by part of a name", names_in(search(near, q=f"xav {TAG[:6]}")[1][2]) == ["Xavérine"])
    page = search(near, q=f"zedekya {TAG}")[1][2]
    check("a typing error finds the nearest", "Zédékia" in names_in(page) and "plus proches" in page)
    page = search(near, q="' or true --%_")[1][2]
    check("signs of SQL find nobody", names_in(page) == [] and "Personne ne répond" in page)
    check("the agent of the other structure is not found", "Wassi" not in search(near, q=f"{TAG}4")[1][2] and "Wassi" not in search(near, q="wassi")[1][2])
    check("gaps", len(names_in(search(near, q=TAG, lacunes="oui")[1][2])) == 3)
    check("category", names_in(search(near, q=TAG, categorie="B")[1][2]) == [])
    check("position", len(names_in(search(near, q=TAG, position="activite")[1][2])) == 3)
    check("retirement within a year", len(names_in(search(near, q=TAG, retraite="oui")[1][2])) ==
          int(sql(f"select count(*) from career.agents where matricule like '{TAG}%' and matricule <> '{TAG}4' and retirement_date between current_date and current_date + interval '12 months'")))
    sorted_by = names_in(near.get(where + "&tri=matricule")[2])
    check("sorted by matricule", sorted_by == ["Zédékia", "Yessoufou", "Xavérine"], sorted_by)
    check("an unknown order is refused", near.get(where + "&tri=naissance")[0] == 422)
    check("a long search is refused, with what was typed", near.form("/agents", "/agents", q="x" * 101)[0] == 422)
    check("an unknown status is refused", near.form("/agents", "/agents", statut="XX")[0] == 422)
    other = re.search(r'<option value="(\w{13})"[^>]*>\s*Essai B', far.get("/agents")[2])
    check("a structure out of reach is refused", other and near.form("/agents", "/agents", structure=other.group(1))[0] == 422)
    status, headers, _ = near.form(where, where.replace("?recherche=", "/").replace("/agents/", "/agents/recherches/"), geste="garder")
    check("kept", status == 303 and "gardée" in near.get(headers["location"])[2])
    token = where.split("=")[1]
    page = far.get("/agents")[2]
    form = {n: re.search(rf'name="{n}" value="([^"]*)"', page.split('action="/agents"')[1]).group(1) for n in ("_jeton", "_cle")}
    check("nobody keeps another's search", far.ask("POST", f"/agents/recherches/{token}", urllib.parse.urlencode({**form, "geste": "garder"}))[0] == 404)
    check("a form from elsewhere is refused", near.ask("POST", "/agents", "q=a", "http://ailleurs.example")[0] in (400, 403))
    sql(f"set role guichet_owner; update career.searches set made_at = now() - interval '25 hours', is_kept = false where words ilike 'hounkpe {TAG}'")
    check("after a day a search is gone", near.get(where)[0] == 404)


def test_file(near, far):
    page = search(near, q=TAG)[1][2]
    link = html.unescape(re.search(rf'href="(/agents/\w{{13}}\?[^"]*)">HOUNKPÈ-{TAG} Zédékia', page).group(1))
    agent = link.split("?")[0]
    status, headers, _ = near.get(link)
    check("a closed file asks for a reason", status == 303 and headers["location"].startswith(agent + "/motif?recherche="), headers.get("location"))
    check("so does its état des services", near.get(agent + "/etat-des-services")[1].get("location", "") == agent + "/motif?vue=etat")
    reason = headers["location"]
    status, _, page = near.get(reason)
    check("the reason page says whose file", status == 200 and "Zédékia" in page and "lira" not in page)
    check("and nothing of it", "secret." not in page and f"{TAG}/LOT" not in page)
    check("no reason: refused", near.form(reason, agent)[0] == 422)
    check("another reason without words: refused", near.form(reason, agent, motif="autre")[0] == 422)
    check("a reason that is not in the list: refused", near.form(reason, agent, motif="curiosite")[0] == 422)
    check("nothing was recorded", sql(f"select count(*) from base.consultations c join career.agents a using (person_id) where a.matricule = '{TAG}1'") == "0")
    check("the file of another structure does not exist", far.get(agent)[0] == 404 and far.get(agent + "/motif")[0] == 404)
    page = far.get("/agents")[2]
    form = {n: re.search(rf'name="{n}" value="([^"]*)"', page.split('action="/agents"')[1]).group(1) for n in ("_jeton", "_cle")}
    check("nor may it be opened", far.ask("POST", agent, urllib.parse.urlencode({**form, "motif": "controle"}))[0] == 404)
    check("a wrong identifier is a wrong address", near.get("/agents/0000000000000")[0] == 404)
    status, headers, _ = near.form(reason, agent, motif="controle", precision="dossier 12")
    check("opened, back to the file with its list", status == 303 and headers["location"] == link, headers.get("location"))
    status, _, page = near.get(headers["location"])
    said = text_of(page)
    check("the file", status == 200 and f"{TAG}1" in said and "A1-4" in said, status)
    check("what is missing is named", "Un acte manque : Avancement d’échelon A1-2" in said and "A1-3" in said)
    check("contacts are masked", "secret." not in page and "s•••@example.bj" in said and "•• •• •• •• 11" in said)
    check("the reason is shown", "Contrôle du dossier : dossier 12" in said)
    check("next file of the list", "Dossier " in said and re.search(r'rel="(prev|next)"', page))
    row = sql(f"select c.what, c.reason from base.consultations c join career.agents a using (person_id) where a.matricule = '{TAG}1'")
    check("one trace for the person", row == "dossier|Contrôle du dossier\u00a0: dossier 12", row)
    near.get(agent)
    check("turning pages leaves no other", sql(f"select count(*) from base.consultations c join career.agents a using (person_id) where a.matricule = '{TAG}1'") == "1")
    act = re.search(rf'href="({agent}/actes/\w{{13}})"', page[page.index('id="actes"'):]).group(1)
    status, _, page = near.get(act)
    said = text_of(page)
    check("the act, other agents in reach, the others only counted", status == 200 and "Yessoufou" in said and "Xavérine" in said
          and "Wassi" not in said and "ne servez pas : 1" in said, status)
    check("an act of no one", near.get(agent + "/actes/" + agent.split("/")[-1])[0] == 404)
    status, _, page = near.get(agent + "/etat-des-services")
    check("état des services", status == 200 and f"{TAG}/LOT" in page and "à ce jour" in page)
    other = re.search(rf'href="(/agents/\w{{13}})">HOUNKPÈ-{TAG} Yessoufou', near.get(act)[2]).group(1)
    check("the file beside it is still shut", near.get(other)[0] == 303)
    sql(f"set role guichet_owner; update base.consultations c set at = now() - interval '31 minutes' from career.agents a where a.person_id = c.person_id and a.matricule = '{TAG}1'")
    for path in (agent, agent + "/etat-des-services", act):
        check("after half an hour it is shut again", near.get(path)[0] == 303, path)
    return agent


def test_export(near, far, bare):
    where, _ = search(near, q=TAG)
    export = "/agents/export" + where.split("/agents")[1]
    check("export: the form", near.get(export)[0] == 200)
    check("export without the permission", bare.get(export)[0] == 403)
    check("export of another's search", far.get(export)[0] == 404)
    check("export without a reason", near.form(export, "/agents/export", format="csv")[0] == 422)
    check("export without a format", near.form(export, "/agents/export", motif="controle")[0] == 422)
    check("nothing was recorded", sql(f"select count(*) from base.consultations where what = 'export' and viewer_id in (select person_id from base.persons where family_name = 'Clerk {TAG}')") == "0")
    status, headers, data = near.form(export, "/agents/export", raw=True, format="csv", motif="pension", precision="départs")
    text = data.decode("utf-8-sig") if status == 200 else ""
    check("CSV", status == 200 and "attachment" in headers.get("content-disposition", "") and text.count(TAG + "1") == 1 and "Wassi" not in text, status)
    check("three lines and a title", len(text.strip().splitlines()) == 4)
    traces = sql(f"select count(*), min(c.reason) from base.consultations c join career.agents a using (person_id) where a.matricule like '{TAG}%' and c.what = 'export'")
    check("each person reads it", traces == "3|Export de liste\u00a0: Pension et retraite\u00a0: départs", traces)
    audit = sql(f"select count(*), max(details ->> 'lignes') from base.audit where verb = 'export' and person_id in (select person_id from base.persons where family_name = 'Clerk {TAG}')")
    check("one line in the journal", audit == "1|3", audit)
    agent = re.search(r'href="(/agents/\w{13})\?', near.get(where)[2]).group(1)
    check("an export opens no file", near.get(agent)[0] == 303)
    status, headers, data = near.form(export, "/agents/export", raw=True, format="xlsx", motif="controle")
    check("XLSX", status == 200 and any("sheet1" in n for n in zipfile.ZipFile(io.BytesIO(data)).namelist()), status)


def as_clerk(who, question):
    return sql(f"""begin;
do $$ begin perform set_config('guichet.sid', '{who.token}', true), set_config('guichet.file',
	(select agent_id::text from career.agents where matricule = '{TAG}1'), true); end $$;
set local role web_clerk;
{question.replace('AGENT', "current_setting('guichet.file')::bigint")};
rollback;""")


def test_row_security(near, far):
    """Below the pages: what a clerk's database role may read when the setting is forged and no file was opened."""
    search(near, q=TAG)
    check("her own searches are rows", int(as_clerk(near, "select count(*) from career.searches")) > 0)
    check("another's are not", as_clerk(far, f"select count(*) from career.searches where words ilike '%{TAG}%'") == "0")
    for what in ("agent_file(AGENT)", "agent_acts(AGENT, 100, 0)", "agent_path(AGENT)", "agent_service_state(AGENT)", "agent_service_totals(AGENT)",
                 "act_others(AGENT, (select max(act_id) from career.act_lines))"):
        for who in (near, far):
            check(f"{what} of a shut file is empty", as_clerk(who, f"select count(*) from career_api.{what}") == "0")
    check("contacts of a shut file are unknown", as_clerk(near, "select phones is null and emails is null from career_api.agent_contacts(AGENT)") == "t")


near, far, bare = prepare()
try:
    test_row_security(near, far)
    test_search(near, far, bare)
    test_file(near, far)
    test_export(near, far, bare)
finally:
    clean()
print(f"{passed} passed, {failed} failed")
sys.exit(1 if failed else 0)
