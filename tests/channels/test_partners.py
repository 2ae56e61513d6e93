#!/usr/bin/env python3
"""Partners, managed by an administrator: admitted, a key shown once, rotated, taken back, suspended; each beside its refusal.

    test_partners.py BASE_URL DEMO_DIR        GUICHET_OWNER_DSN must lead to the database. The partner is this test's own."""
import http.client
import pathlib
import re
import secrets
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "requests"))
from cast import BASE, Browser, end, ok, sql

WORD = "essai-" + secrets.token_hex(4)
admin, clerk = Browser("ADMIN", 1 << 7 | 1), Browser("GESTION", 1 << 14 | 1)
PLACE = "/partenaires/" + WORD
FORM = {"nom": "Partenaire d’essai", "code": WORD, "client": "BJ/ESSAI/" + WORD, "service": "BJ/GOV/MTFP/essai", "application": "essai"}


def knock(key):
    """What the machine route answers a key: 401 when it opens nothing, another refusal when it does."""
    connection = http.client.HTTPConnection(BASE.hostname, BASE.port, timeout=30)
    body = b'--x\r\nContent-Disposition: form-data; name="demande"; filename="d.json"\r\nContent-Type: application/json\r\n\r\n{}\r\n--x--\r\n'
    connection.request("POST", "/api/v1/portail-national/demandes", body, {"Host": BASE.netloc, "Authorization": "Bearer " + key, "uxp-client": FORM["client"], "uxp-service": FORM["service"],
                                                         "application-id": FORM["application"], "response-token": "r", "Content-Type": "multipart/form-data; boundary=x"})
    status = connection.getresponse().status
    connection.close()
    return status


try:
    ok(clerk.get("/partenaires").status == 403 and Browser().get("/partenaires").status == 303, "partners are the administrator's")
    page = admin.get("/partenaires")
    ok(page.status == 200 and page.has("Admettre un partenaire"), "the list, and who may be admitted", page.status)
    ok(admin.post(page, "/partenaires", {**FORM, "code": "Avec Majuscules"}).status == 422, "a code that is none is refused")
    made = admin.post(page, "/partenaires", FORM)
    ok(made.status == 303 and made.place.startswith(PLACE), "admitted", f"{made.status} {made.place}")
    twin = admin.post(admin.get("/partenaires"), "/partenaires", FORM)
    ok(twin.status == 422 and twin.has("porte déjà ce code"), "once", twin.status)
    page = admin.get(PLACE)
    ok(page.has("Aucune clé") and page.has("jamais"), "without a key it can do nothing")
    ok(admin.get("/partenaires/nulle-part").status == 404, "a partner that is not there")
    sql(f"update base.sessions set proved_at = now() - interval '1 hour' where person_id = {admin.person}")
    stale = admin.post(page, PLACE + "/cle", {"etiquette": "production", "jours": "30"})
    ok(stale.status == 403 and stale.has("Confirmez d’abord que c’est vous"), "a key is made by who has just proved himself", stale.status)
    sql(f"update base.sessions set proved_at = now() where person_id = {admin.person}")
    ok(admin.post(page, PLACE + "/cle", {"etiquette": "production", "jours": "9999"}).status == 422, "not for ever")
    shown = admin.post(admin.get(PLACE), PLACE + "/cle", {"etiquette": "production", "jours": "30"})
    key = re.search(r"gp_[0-9a-f]{64}", shown.text)
    ok(shown.status == 200 and key is not None and shown.has("plus jamais"), "the key is shown", shown.status)
    key = key[0]
    page = admin.get(PLACE)
    ok(key not in page.text and key[:8] in page.text and key not in sql(f"select coalesce(string_agg(details::text, ' '), '') from base.audit where object = 'partenaire {WORD}'"), "once: afterwards its beginning alone")
    ok(sql(f"select count(*) from channels.partner_tokens t join channels.partners p using (partner_id) where p.code = '{WORD}' and encode(t.token_hash, 'hex') = encode(sha256(convert_to('{key}', 'UTF8')), 'hex')") == "1", "its hash alone is kept")
    ok(knock(key) not in (401, 403) and knock("gp_" + "0" * 64) == 401, "it opens, another does not", knock(key))
    ok(not admin.get(PLACE).has("Dernier usage d’une cléjamais"), "its last use is told")
    second = re.search(r"gp_[0-9a-f]{64}", admin.post(admin.get(PLACE), PLACE + "/cle", {"etiquette": "suivante", "jours": "30"}).text)[0]
    left = sql(f"select extract(day from t.valid_to - now())::int from channels.partner_tokens t where begins = '{key[:8]}'")
    ok(second != key and knock(key) != 401 and left in ("6", "7"), "a new key leaves the former a week", left)
    buttons = re.findall(r'action="(%s/cles/[0-9A-Za-z]{13}/retrait)"' % re.escape(PLACE), admin.get(PLACE).text)
    ok(clerk.post(admin.get(PLACE), buttons[0], {}, clerk.hidden(clerk.get("/corbeilles/absence"), "/corbeilles/absence")).status == 403, "nobody else takes a key back")
    ok(admin.post(admin.get(PLACE), buttons[0], {}).status == 303 and knock(second) == 401 and knock(key) != 401, "taken back, it opens nothing, at once")
    ok(admin.post(admin.get(PLACE), PLACE + "/etat", {"geste": "suspendre"}, admin.hidden(admin.get(PLACE), PLACE + "/etat")).status == 422, "a partner is suspended with a reason")
    ok(admin.post(admin.get(PLACE), PLACE + "/etat", {"geste": "suspendre", "motif": "Contrat échu"}).status == 303 and knock(key) == 401 and admin.get(PLACE).has("Contrat échu"), "suspended: no key of his opens")
    ok(admin.post(admin.get(PLACE), PLACE + "/etat", {"geste": "reprendre"}).status == 303 and knock(key) != 401, "admitted again")
    ok(sql(f"select string_agg(verb, ' ' order by audit_id) from base.audit where object = 'partenaire {WORD}'") ==
       "partenaire.ajout partenaire.cle partenaire.cle partenaire.cle_retiree partenaire.suspendu partenaire.admis", "each gesture is in the journal")
finally:
    sql(f"delete from channels.partners where code = '{WORD}'; delete from base.sessions where person_id in ({admin.person}, {clerk.person}); delete from accounts.attempts where bucket like 'partenaire:%'")
end()
