#!/usr/bin/env python3
"""Accounts from outside: what a browser sees. test_accounts.py BASE_URL DEMO_DIR

Needs a portal with demonstration data (accounts.csv in DEMO_DIR or DEMO_DIR/demo, and /demo/boite-d-envoi). Every acceptance has its refusal
beside it. Prints one line a failure, then "N passed, M failed"; the status is 0 only when something passed and nothing failed.
"""
import base64, csv, hashlib, hmac, html, http.client, os, random, re, statistics, struct, sys, time, urllib.parse

BASE, DEMO = sys.argv[1].rstrip('/'), sys.argv[2]
HOST = urllib.parse.urlsplit(BASE)
passed = failed = 0
RUN = '%06d' % random.randrange(10 ** 6)


def check(name, good, seen=''):
    global passed, failed
    if good:
        passed += 1
    else:
        failed += 1
        print('FAILED', name, str(seen)[:300])


class Page:
    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body
        self.location = headers.get('Location', '')

    def forms(self):
        return re.findall(r'<form method="post" action="([^"]*)".*?>(.*?)</form>', self.body, re.S)

    def form(self, action):
        for a, inside in self.forms():
            if html.unescape(a) == action:
                names = re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)"', inside)
                return {n: html.unescape(v) for n, v in names}
        raise LookupError('no form %s on a page with status %d' % (action, self.status))

    def has(self, text):
        return text in html.unescape(self.body)

    def text(self):
        """The page without what changes at each request."""
        return re.sub(r'value="[^"]*"', '', self.body)


class Browser:
    def __init__(self, agent='Mozilla/5.0 (X11; Linux x86_64) Firefox/128.0'):
        self.cookies, self.agent, self.set = {}, agent, {}

    def ask(self, method, path, fields=None, headers=None):
        conn = (http.client.HTTPSConnection if HOST.scheme == 'https' else http.client.HTTPConnection)(HOST.hostname, HOST.port, timeout=30)
        send = {'User-Agent': self.agent, 'Host': HOST.netloc}
        if self.cookies:
            send['Cookie'] = '; '.join('%s=%s' % c for c in self.cookies.items())
        body = None
        if fields is not None:
            body = urllib.parse.urlencode(fields)
            send.update({'Content-Type': 'application/x-www-form-urlencoded', 'Origin': BASE})
        send.update(headers or {})
        conn.request(method, path, body, send)
        got = conn.getresponse()
        data = got.read().decode('utf-8', 'replace')
        for value in got.headers.get_all('Set-Cookie') or []:
            name, rest = value.split('=', 1)
            self.set[name] = rest
            value = rest.split(';')[0]
            if value:
                self.cookies[name] = value
            else:
                self.cookies.pop(name, None)
        conn.close()
        return Page(got.status, got.headers, data)

    def get(self, path):
        return self.ask('GET', path)

    def post(self, path, fields, page=None, **more):
        """Fills the form whose action is `path`, of `page` or of the page with the same address."""
        hidden = (page or self.get(path)).form(path)
        return self.ask('POST', path, {**hidden, **fields}, **more)

    def session(self):
        return next((v for n, v in self.cookies.items() if n.endswith('guichet')), None)


STEPS = {}


def totp_at(secret, step):
    key = base64.b32decode(secret)
    mac = hmac.new(key, struct.pack('>Q', step), hashlib.sha1).digest()
    at = mac[-1] & 15
    return '%06d' % ((struct.unpack('>I', mac[at:at + 4])[0] & 0x7fffffff) % 10 ** 6)


def totp(secret):
    """A code never used before: each step serves once, one step ahead is accepted."""
    while True:
        now = int(time.time()) // 30
        step = max(now, STEPS.get(secret, 0) + 1)
        if step <= now + 1:
            STEPS[secret] = step
            return totp_at(secret, step)
        time.sleep(1)


def accounts():
    path = next(p for p in (os.path.join(DEMO, 'accounts.csv'), os.path.join(DEMO, 'demo', 'accounts.csv')) if os.path.exists(p))
    with open(path, encoding='utf-8') as f:
        return list(csv.DictReader(f))


ALL = accounts()
BY_LOGIN = {a['login']: a for a in ALL if a['login']}


def first(role, n=0):
    return [a for a in ALL if a['role'] == role and a['login']][n]


def sign_in(browser, login, password, suite=''):
    page = browser.get('/connexion' + ('?suite=' + urllib.parse.quote(suite, safe='') if suite else ''))
    return browser.post('/connexion', {'identifiant': login, 'mot_de_passe': password}, page)


def give_code(browser, secret, **more):
    """The code of the telephone; another test may just have spent this step: then the next one."""
    for _ in range(3):
        code = totp(secret)
        got = browser.post('/connexion/code', {'code': code, **more})
        if got.status != 422:
            break
    return got, code


def enter(account, browser=None):
    """Signed in with all that is owed."""
    browser = browser or Browser()
    got = sign_in(browser, account['login'], account['password'])
    if got.location.startswith('/connexion/code'):
        got, _ = give_code(browser, account['totp_secret'])
    if got.status != 303:
        raise RuntimeError('%s could not sign in: %d' % (account['login'], got.status))
    return browser


def outbox(recipient):
    """Bodies of the messages to somebody, latest first."""
    body = Browser().get('/demo/boite-d-envoi').body
    found = []
    for article in re.findall(r'<article.*?</article>', body, re.S):
        text = html.unescape(re.sub(r'<[^>]*>', '', article))
        if 'À %s ' % recipient in text:
            found.append(text)
    return found


def code_in(text):
    found = re.search(r'code (?:: )?(\d{6})\b', text)
    return found.group(1) if found else None


def step(browser, place, fields):
    """The first page of a procedure; gives the page that asks for the code."""
    return browser.post(place, fields)


def steps(browser, place, fields, code, password):
    page = step(browser, place, fields)
    page = browser.post(place + '/code', {'code': code() if callable(code) else code}, page)
    if page.status != 200:
        return page
    return browser.post(place + '/choix', {'mot_de_passe': password}, page)


# ---- signing in ----

def test_sign_in():
    agent, b = first('agent'), Browser()
    got = sign_in(b, agent['login'], agent['password'])
    check('an agent signs in', got.status == 303 and got.location == '/entree', (got.status, got.location))
    flags = next(v for n, v in b.set.items() if n.endswith('guichet'))
    check('the cookie is HttpOnly and SameSite', 'HttpOnly' in flags and 'SameSite=Lax' in flags, flags)
    check('his account opens', b.get('/compte').status == 200)
    before = b.session()
    sign_in_again = sign_in(b, agent['login'], agent['password'])
    check('the token is new at each sign-in', sign_in_again.status == 303 and b.session() != before)
    old = Browser()
    old.cookies = {n: (before if n.endswith('guichet') else v) for n, v in b.cookies.items()}
    check('the token before it opens nothing', old.get('/compte').status == 303)
    got = sign_in(Browser(), agent['matricule'], agent['password'])
    check('he signs in by matricule too', got.status == 303, got.status)
    got = sign_in(Browser(), ' ' + agent['login'].upper() + ' ', agent['password'])
    check('case of an address does not count', got.status == 303, got.status)
    page = b.get('/compte')
    out = b.ask('POST', '/deconnexion', page.form('/deconnexion'))
    check('signing out clears the cookie', out.status == 303 and b.session() is None, out.status)
    check('and ends the session', b.get('/compte').location.startswith('/connexion'))


def test_wrong_password():
    agent = first('agent')
    known = sign_in(Browser(), agent['login'], 'pas le bon du tout')
    unknown = sign_in(Browser(), 'inconnu.%s@exemple.bj' % RUN, 'pas le bon du tout')
    check('a wrong password is refused', known.status == 422 and known.has('L’identifiant ou le mot de passe n’est pas le bon'), known.status)
    check('no session after it', 'guichet=' not in str(known.headers.get_all('Set-Cookie')))
    check('an unknown login gets the same page', unknown.status == 422 and unknown.text() == known.text())
    check('the password is not sent back', not known.has('pas le bon du tout'))
    times = {'known': [], 'unknown': []}
    for _ in range(3):
        for kind, login in (('known', agent['login']), ('unknown', 'inconnu.%s@exemple.bj' % RUN)):
            b = Browser()
            page = b.get('/connexion')
            start = time.monotonic()
            b.post('/connexion', {'identifiant': login, 'mot_de_passe': 'encore faux'}, page)
            times[kind].append(time.monotonic() - start)
    a, c = statistics.median(times['known']), statistics.median(times['unknown'])
    check('in the same time', 0.5 < a / c < 2, (a, c))
    empty = sign_in(Browser(), '', '')
    check('empty fields are said', empty.status == 422 and empty.has('Remplissez ce champ'))


def test_where_to_go_back():
    agent = first('agent')
    got = sign_in(Browser(), agent['login'], agent['password'], '/compte')
    check('back to where he was', got.location == '/compte', got.location)
    for evil in ('//evil.example', 'https://evil.example/', '/\\evil.example'):
        got = sign_in(Browser(), agent['login'], agent['password'], evil)
        check('never to elsewhere', got.status == 303 and got.location == '/entree', (evil, got.location))
    got = Browser().get('/compte?x=1')
    check('a page asked signed out leads to the sign-in page', got.status == 303 and got.location.startswith('/connexion?suite='), got.location)


def test_forged_form():
    agent, b = first('agent'), Browser()
    b.get('/connexion')
    got = b.ask('POST', '/connexion', {'identifiant': agent['login'], 'mot_de_passe': agent['password'], '_jeton': '0' * 64})
    check('a sign-in form of another site is refused', got.status == 403, got.status)
    enter(agent, b)
    got = b.ask('POST', '/compte/sessions/fin', {'_jeton': '0' * 64, '_cle': '00000000-0000-4000-8000-000000000000'})
    check('as is any other', got.status == 403, got.status)


# ---- second factor ----

def test_staff_second_factor():
    clerk, b = first('clerk'), Browser()
    got = sign_in(b, clerk['login'], clerk['password'], '/compte')
    check('staff owe a code after the password', got.status == 303 and got.location.startswith('/connexion/code'), got.location)
    pending = b.session()
    for path in ('/compte', '/agents', '/comptes'):
        got = b.get(path)
        check('nothing opens before the code', got.status in (303, 404) and (got.status == 404 or got.location == '/connexion/code'), (path, got.status, got.location))
    got = b.get('/connexion/second-facteur')
    check('nor can the factor be replaced', got.status == 303 and got.location.startswith('/connexion/code'), got.location)
    check('nor its secret be seen', b.get('/connexion/second-facteur/qr.svg').status == 404)
    got = b.post('/connexion/code', {'code': '000000'})
    check('a wrong code is refused', got.status == 422 and got.has('n’est pas le bon'), got.status)
    got, used = give_code(b, clerk['totp_secret'], suite='/compte')
    check('the right one opens', got.status == 303 and got.location == '/compte', (got.status, got.location))
    check('under a new token', b.session() != pending)
    check('his account opens', b.get('/compte').status == 200)
    other = Browser()
    sign_in(other, clerk['login'], clerk['password'])
    got = other.post('/connexion/code', {'code': used})
    check('a code serves once', got.status == 422, got.status)
    for _ in range(4):
        got = other.post('/connexion/code', {'code': '000000'})
    got = other.ask('POST', '/connexion/code', {**other.get('/connexion/code').form('/connexion/code'), 'code': '000000'})
    check('after five tries the pending session ends', got.status == 429 and 'Retry-After' in got.headers, got.status)
    check('and is gone', other.get('/connexion/code').location.startswith('/connexion?'), other.get('/connexion/code').location)
    check('the open session goes on', b.get('/compte').status == 200)


# ---- registration, recovery, own account ----

def new_citizen(tag, password='calebasse verte 7'):
    mail = 'essai.%s.%s@exemple.bj' % (tag, RUN)
    b = Browser()
    got = steps(b, '/inscription', {'nom': 'ESSAI', 'prenoms': 'Citoyen ' + tag, 'courriel': mail, 'telephone': ''},
                lambda: code_in(outbox(mail)[0]), password)
    return b, {'login': mail, 'password': password}, got


def test_registration():
    b, me, got = new_citizen('un')
    check('a citizen registers', got.status == 303 and got.location == '/entree', (got.status, got.body[-1500:]))
    page = b.get('/compte')
    check('and is signed in', page.status == 200 and page.has('Citoyen un') and page.has('Usager'))
    check('he gets no career page', b.get('/carriere').status in (403, 404))
    check('nor the accounts of others', b.get('/comptes').status == 403)
    b2 = Browser()
    got = b2.post('/inscription', {'nom': '', 'prenoms': 'X', 'courriel': '', 'telephone': ''})
    check('a name is needed', got.status == 422 and got.has('Remplissez ce champ'))
    got = b2.post('/inscription', {'nom': 'X', 'prenoms': 'X', 'courriel': '', 'telephone': ''})
    check('a contact is needed', got.status == 422 and got.has('Donnez un numéro'))
    free = step(Browser(), '/inscription', {'nom': 'X', 'prenoms': 'Y', 'courriel': 'libre.%s@exemple.bj' % RUN, 'telephone': ''})
    taken = step(Browser(), '/inscription', {'nom': 'X', 'prenoms': 'Y', 'courriel': me['login'], 'telephone': ''})
    check('a taken contact shows nothing', taken.status == 200 and taken.text() == free.text())
    check('its owner is told, without a code', 'déjà' in outbox(me['login'])[0] and code_in(outbox(me['login'])[0]) is None)
    got = Browser().get('/inscription/code')
    check('no page of a step by itself', got.status == 303 and got.location == '/inscription')


def test_codes():
    mail = 'codes.%s@exemple.bj' % RUN
    b = Browser()
    page = step(b, '/inscription', {'nom': 'ESSAI', 'prenoms': 'Codes', 'courriel': mail, 'telephone': ''})
    code = code_in(outbox(mail)[0])
    wrong = '%06d' % ((int(code) + 1) % 10 ** 6)
    got = b.post('/inscription/code', {'code': wrong}, page)
    check('a wrong code is said so', got.status == 422 and got.has('n’est pas le bon'), got.status)
    got = b.post('/inscription/code', {'code': code, 'cle': '0' * 64}, page)
    check('a code serves only the browser that asked', got.status == 422 and got.has('ne sert plus'))
    got = b.post('/inscription/choix', {'mot_de_passe': 'calebasse verte 7'}, Page(200, {}, page.body.replace('/inscription/code', '/inscription/choix')))
    check('no password without the code', got.status == 422 and got.has('ne sert plus'), got.status)
    for _ in range(4):
        got = b.post('/inscription/code', {'code': wrong}, page)
    got = b.post('/inscription/code', {'code': code}, page)
    check('after five tries the right one is too late', got.status == 422 and got.has('ne sert plus'))
    page = step(b, '/inscription', {'nom': 'ESSAI', 'prenoms': 'Codes', 'courriel': mail, 'telephone': ''})
    page = b.post('/inscription/code', {'code': code_in(outbox(mail)[0])}, page)
    for weak in ('court', 'azertyuiop', 'Guichet2026', mail):
        got = b.post('/inscription/choix', {'mot_de_passe': weak}, page)
        check('a weak password is refused', got.status == 422 and b.session() is None, weak)
    got = b.post('/inscription/choix', {'mot_de_passe': 'calebasse verte 7'}, page)
    check('a good one is taken', got.status == 303 and b.session() is not None, got.status)
    b.cookies = {n: v for n, v in b.cookies.items() if not n.endswith('guichet')}
    got = b.post('/inscription/choix', {'mot_de_passe': 'calebasse verte 8'}, page)
    check('the step serves once', got.status == 422 and got.has('ne sert plus'), got.status)


def test_sending_limit():
    mail = 'trop.%s@exemple.bj' % RUN
    for _ in range(5):
        page = step(Browser(), '/inscription', {'nom': 'X', 'prenoms': 'Y', 'courriel': mail, 'telephone': ''})
    check('five codes are sent', page.status == 200 and len(outbox(mail)) == 5, (page.status, len(outbox(mail))))
    page = step(Browser(), '/inscription', {'nom': 'X', 'prenoms': 'Y', 'courriel': mail, 'telephone': ''})
    check('a sixth is not', page.status == 429 and int(page.headers.get('Retry-After', 0)) > 0 and len(outbox(mail)) == 5, page.status)


def test_phone():
    number = '01' + '9' + RUN + '7'
    b = Browser()
    got = steps(b, '/inscription', {'nom': 'ESSAI', 'prenoms': 'Téléphone', 'courriel': '', 'telephone': number},
                lambda: code_in(outbox('+229' + number)[0]), 'calebasse verte 7')
    check('a citizen registers by phone', got.status == 303, got.status)
    got = sign_in(Browser(), number[:2] + ' ' + number[2:], 'calebasse verte 7')
    check('and signs in by his number as he writes it', got.status == 303, got.status)


def test_recovery():
    b, me, _ = new_citizen('deux')
    other = enter(me)
    again = Browser()
    page = step(again, '/mot-de-passe', {'identifiant': me['login']})
    unknown = step(Browser(), '/mot-de-passe', {'identifiant': 'personne.%s@exemple.bj' % RUN})
    check('a lost password shows the same page to all', page.status == 200 and page.text() == unknown.text())
    page = again.post('/mot-de-passe/code', {'code': code_in(outbox(me['login'])[0])}, page)
    check('the code is taken', page.status == 200, page.status)
    got = again.post('/mot-de-passe/choix', {'mot_de_passe': 'pirogue bleue 12'}, page)
    check('the new password is taken, without a session', got.status == 303 and got.location.startswith('/connexion') and again.session() is None, got.location)
    check('other sessions ended', b.get('/compte').status == 303 and other.get('/compte').status == 303)
    check('a notice left', 'vient de changer' in outbox(me['login'])[0], outbox(me['login'])[0])
    check('the old password is dead', sign_in(Browser(), me['login'], me['password']).status == 422)
    check('the new one opens', sign_in(Browser(), me['login'], 'pirogue bleue 12').status == 303)
    clerk = first('clerk', 1)
    page = step(again, '/mot-de-passe', {'identifiant': clerk['login']})
    page = again.post('/mot-de-passe/code', {'code': code_in(outbox(clerk['login'])[0])}, page)
    got = again.post('/mot-de-passe/choix', {'mot_de_passe': 'court bleu'}, page)
    check('staff choose twelve signs', got.status == 422 and got.has('12 signes'), got.status)
    got = again.post('/mot-de-passe/choix', {'mot_de_passe': clerk['password']}, page)
    got = sign_in(again, clerk['login'], clerk['password'])
    check('recovery never skips the second factor', got.location.startswith('/connexion/code'), got.location)


def test_change_password():
    b, me, _ = new_citizen('trois')
    other = enter(me)
    before = b.session()
    got = b.post('/compte/mot-de-passe', {'actuel': 'faux mot', 'mot_de_passe': 'pirogue bleue 12'})
    check('the current password is asked', got.status == 422 and got.has('mot de passe actuel'), got.status)
    got = b.post('/compte/mot-de-passe', {'actuel': me['password'], 'mot_de_passe': '12345678'})
    check('a common one is refused', got.status == 422, got.status)
    got = b.post('/compte/mot-de-passe', {'actuel': me['password'], 'mot_de_passe': 'pirogue bleue 12'})
    check('a good one is taken', got.status == 303 and b.get('/compte').status == 200, got.status)
    check('under a new token', b.session() != before)
    check('the other sessions ended', other.get('/compte').status == 303)
    check('a notice left', 'vient de changer' in outbox(me['login'])[0])


def test_sessions():
    b, me, _ = new_citizen('quatre')
    phone = enter(me, Browser('Mozilla/5.0 (Linux; Android 14) Chrome/120.0'))
    check('a new device is told', 'nouvel appareil' in ' '.join(outbox(me['login'])) or 'Chrome' in outbox(me['login'])[0], outbox(me['login'])[0])
    page = b.get('/compte')
    check('both are listed', page.has('Chrome, Android') and page.has('Ceci est votre session'))
    action = re.search(r'action="(/compte/sessions/[^/"]+/fin)"', page.body).group(1)
    stranger, _, _ = new_citizen('cinq')
    fields = stranger.get('/compte').form('/compte/sessions/fin')
    got = stranger.ask('POST', action, fields)
    check('nobody ends another person’s session', got.status == 404 and phone.get('/compte').status == 200, got.status)
    got = b.ask('POST', action, page.form(action))
    check('he ends it', got.status == 303 and phone.get('/compte').status == 303)
    others = [enter(me) for _ in range(3)]
    check('three sessions at most', b.get('/compte').status == 303 and all(o.get('/compte').status == 200 for o in others))
    got = others[0].post('/compte/sessions/fin', {}, others[0].get('/compte'))
    check('he ends all the others', got.status == 303 and others[0].get('/compte').status == 200 and others[1].get('/compte').status == 303)


def test_contact():
    b, me, _ = new_citizen('six')
    mail = 'autre.six.%s@exemple.bj' % RUN
    page = b.post('/compte/contacts', {'courriel': mail, 'telephone': ''})
    check('a code goes to the new contact', page.status == 200 and code_in(outbox(mail)[0]), page.status)
    got = b.post('/compte/contacts/code', {'code': '000000' if code_in(outbox(mail)[0]) != '000000' else '000001'}, page)
    check('a wrong code is refused', got.status == 422, got.status)
    got = b.post('/compte/contacts/code', {'code': code_in(outbox(mail)[0])}, page)
    check('the right one adds it', got.status == 303 and b.get('/compte').has(mail), got.status)
    check('the old contact is told', 'ajouté' in outbox(me['login'])[0])
    check('it signs in', sign_in(Browser(), mail, me['password']).status == 303)
    action = re.search(r'action="(/compte/contacts/[^/"]+/retrait)"', b.get('/compte').body).group(1)
    got = b.post(action, {}, b.get('/compte'))
    check('one can be taken away', got.status == 303, got.status)
    action = re.search(r'action="(/compte/contacts/[^/"]+/retrait)"', b.get('/compte').body).group(1)
    got = b.post(action, {}, b.get('/compte'))
    check('never the last one', got.status == 409 and got.has('au moins un contact'), got.status)


def test_enrolment():
    b, me, _ = new_citizen('sept')
    page = b.get('/compte/second-facteur')
    secret = re.search(r'((?:[A-Z2-7]{4} ){7}[A-Z2-7]{4})', page.body).group(1).replace(' ', '')
    qr = b.get('/compte/second-facteur/qr.svg')
    check('a QR is drawn', qr.status == 200 and qr.headers['Content-Type'].startswith('image/svg') and qr.body.startswith('<svg'))
    got = b.post('/compte/second-facteur', {'code': '000000'})
    check('a wrong first code is refused', got.status == 422, got.status)
    check('and the secret stays', secret in b.get('/compte/second-facteur').body.replace(' ', ''))
    before = b.session()
    got = b.post('/compte/second-facteur', {'code': totp(secret)})
    codes = re.findall(r'<li>([0-9A-Z]{4}(?:-[0-9A-Z]{4}){3})</li>', got.body)
    check('ten codes are shown', got.status == 200 and len(set(codes)) == 10, (got.status, len(codes)))
    check('under a new token', b.session() != before)
    check('a notice left', 'vérification' in outbox(me['login'])[0])
    out = b.ask('POST', '/deconnexion', got.form('/deconnexion'))
    check('signing out works from that very page', out.status == 303 and b.session() is None, out.status)
    got = sign_in(b, me['login'], me['password'])
    check('the code is owed now', got.location == '/connexion/code', got.location)
    got = b.post('/connexion/code', {'secours': codes[0].lower().replace('-', ' ')})
    check('a recovery code opens', got.status == 303 and b.get('/compte').status == 200, got.status)
    check('nine are left', b.get('/compte').has('restants : 9'))
    other = Browser()
    sign_in(other, me['login'], me['password'])
    got = other.post('/connexion/code', {'secours': codes[0]})
    check('once', got.status == 422 and got.has('code de secours'), got.status)
    got = b.post('/compte/codes-de-secours', {}, b.get('/compte'))
    fresh = re.findall(r'<li>([0-9A-Z]{4}(?:-[0-9A-Z]{4}){3})</li>', got.body)
    check('new ones replace them', got.status == 200 and len(fresh) == 10 and not set(fresh) & set(codes), got.status)
    got = other.post('/connexion/code', {'secours': codes[1]})
    check('the old ones are dead', got.status == 422, got.status)
    got = b.post('/compte/second-facteur/arret', {}, b.get('/compte'))
    check('a citizen may turn it off', got.status == 303 and sign_in(Browser(), me['login'], me['password']).location == '/entree', got.status)


def test_guessing():
    owner, me, _ = new_citizen('huit')
    stranger = Browser()
    page = stranger.get('/connexion')
    statuses = [stranger.post('/connexion', {'identifiant': me['login'], 'mot_de_passe': 'devine %d' % i}, page).status for i in range(11)]
    check('ten guesses, then none', statuses == [422] * 10 + [429], statuses)
    got = stranger.post('/connexion', {'identifiant': me['login'], 'mot_de_passe': me['password']}, page)
    check('not even the right one', got.status == 429 and int(got.headers['Retry-After']) > 0 and got.has('Trop d’essais'), got.status)
    page = stranger.get('/connexion')
    login = 'jamais.%s@exemple.bj' % RUN
    statuses = [stranger.post('/connexion', {'identifiant': login, 'mot_de_passe': 'devine %d' % i}, page).status for i in range(11)]
    check('an unknown login counts the same', statuses == [422] * 10 + [429], statuses)
    check('the owner still gets in with his own browser', sign_in(owner, me['login'], me['password']).status == 303)


# ---- activation ----

def test_activation():
    waiting = [a for a in ALL if a['role'] == 'agent' and not a['login']]
    unknown = step(Browser(), '/activation', {'matricule': '999' + RUN, 'prise_de_service': '1 janvier 2001'})
    check('an unknown matricule gets a page like any other', unknown.status == 200 and unknown.has('Si ces informations correspondent'))
    if not waiting:
        return
    day = re.search(r'\d{2}/\d{2}/\d{4}', waiting[0]['note']).group(0)
    before = Browser().get('/demo/boite-d-envoi').body.count('<article')
    wrong = step(Browser(), '/activation', {'matricule': waiting[0]['matricule'], 'prise_de_service': '1 janvier 1990'})
    check('a wrong date sends nothing', wrong.text() == unknown.text() and Browser().get('/demo/boite-d-envoi').body.count('<article') == before)
    b = Browser()
    page = step(b, '/activation', {'matricule': waiting[0]['matricule'], 'prise_de_service': day})
    check('the right one shows the same page', page.text() == unknown.text())
    latest = re.search(r'<article.*?</article>', Browser().get('/demo/boite-d-envoi').body, re.S).group(0)
    text = html.unescape(re.sub(r'<[^>]*>', '', latest))
    if 'déjà' in text:
        return                      # activated by an earlier run
    got = b.post('/activation/code', {'code': code_in(text)}, page)
    check('the code of the record opens', got.status == 200, got.status)
    got = b.post('/activation/choix', {'mot_de_passe': 'calebasse verte 7'}, got)
    check('the account is open', got.status == 303 and got.location == '/entree', (got.status, got.location))
    check('with its role', b.get('/compte').has('Agent de l’État'))
    check('he signs in by matricule', sign_in(Browser(), waiting[0]['matricule'], 'calebasse verte 7').status == 303)
    b2 = Browser()
    step(b2, '/activation', {'matricule': waiting[0]['matricule'], 'prise_de_service': day})
    latest = re.search(r'<article.*?</article>', Browser().get('/demo/boite-d-envoi').body, re.S).group(0)
    check('a second activation only warns', 'déjà' in html.unescape(latest) and '/activation/code' not in latest)


# ---- administrators ----

def test_administrators():
    _, me, _ = new_citizen('neuf')
    one, two = enter(first('administrator')), enter(first('administrator', 1))
    check('an agent cannot search accounts', enter(first('agent')).get('/comptes').status == 403)
    page = one.get('/comptes?q=' + urllib.parse.quote(me['login']))
    link = re.search(r'href="(/comptes/[0-9A-Z]+)"', page.body, re.I)
    check('an administrator finds an account', page.status == 200 and link is not None, page.status)
    path = link.group(1)
    page = one.get(path)
    check('and sees its state, its contact masked', page.status == 200 and page.has('•••@'), page.status)
    today = time.strftime('%Y-%m-%d')
    later = time.strftime('%Y-%m-%d', time.localtime(time.time() + 90 * 86400))
    structure = re.search(r'<select[^>]*id="structure".*?<option value="([0-9A-Za-z]{13})"', page.body, re.S).group(1)
    roles = path + '/roles'
    got = one.post(roles, {'role': 'clerk', 'structure': '', 'debut': today, 'fin': later}, page)
    check('a clerk needs a structure', got.status == 422 and got.has('choisissez-la'), got.status)
    got = one.post(roles, {'role': 'citizen', 'structure': '', 'debut': today, 'fin': later}, page)
    check('only staff roles are given', got.status == 422, got.status)
    got = one.post(roles, {'role': 'clerk', 'structure': structure, 'debut': today, 'fin': '2099-01-01'}, one.get(path))
    check('for a year at most', got.status == 422 and got.has('un an au plus'), got.status)
    got = one.post(roles, {'role': 'clerk', 'structure': structure, 'debut': today, 'fin': later}, one.get(path))
    check('a role is proposed', got.status == 303 and one.get(path).has('à confirmer'), got.status)
    citizen = Browser()
    check('it does not hold yet', sign_in(citizen, me['login'], me['password']).location == '/entree')
    page = two.get('/habilitations')
    actions = re.findall(r'action="(/habilitations/[0-9A-Za-z]+/confirmation)"', page.body)
    row = next(r for r in re.findall(r'<tr.*?</tr>', page.body, re.S) if 'Citoyen neuf' in r and 'confirmation' in r)
    action = re.search(r'action="(/habilitations/[0-9A-Za-z]+/confirmation)"', row).group(1)
    check('the second administrator sees it', action in actions)
    hidden = one.get(path).form(path + '/sessions')
    got = one.ask('POST', action, hidden)
    check('who proposes does not confirm', got.status == 403, got.status)
    got = two.post(action, {}, page)
    check('the second confirms', got.status == 303, got.status)
    check('the person must sign in again', citizen.get('/compte').status == 303)
    staff = Browser()
    got = sign_in(staff, me['login'], me['password'])
    check('and put a second factor in place', got.location == '/connexion/second-facteur', got.location)
    got = staff.get('/connexion/second-facteur')
    check('after proving a contact', got.location == '/connexion/second-facteur/contact' and staff.get('/connexion/second-facteur/qr.svg').status == 404, got.location)
    step_page = staff.post('/connexion/second-facteur/contact', {})
    got = staff.post('/connexion/second-facteur/code', {'code': '000000'}, step_page)
    check('a wrong code proves nothing', got.status == 422 and staff.get('/connexion/second-facteur').status == 303, got.status)
    got = staff.post('/connexion/second-facteur/code', {'code': code_in(outbox(me['login'])[0])}, step_page)
    check('the right one does', got.status == 303, got.status)
    got = staff.get('/connexion/second-facteur')
    secret = re.search(r'((?:[A-Z2-7]{4} ){7}[A-Z2-7]{4})', got.body).group(1).replace(' ', '')
    got = staff.post('/connexion/second-facteur', {'code': totp(secret)}, got)
    check('the factor is in place', got.status == 200 and staff.get('/compte').has('Gestionnaire'), got.status)
    got = two.ask('POST', action, two.get(path).form(path + '/sessions'))
    check('a grant is confirmed once', got.status == 409, got.status)
    row = re.search(r'action="(/habilitations/[0-9A-Za-z]+/retrait)"', one.get(path).body).group(1)
    got = one.post(row, {}, one.get(path))
    check('a role is taken back', got.status == 303 and not staff.get('/compte').has('Gestionnaire'), got.status)
    me['totp_secret'] = secret
    own = re.search(r'href="(/comptes/[0-9A-Z]+)"', one.get('/comptes?q=' + first('administrator')['login']).body, re.I).group(1)
    check('his own account offers no action', '/reinitialisation' not in one.get(own).body)
    got = one.ask('POST', own + '/sessions', one.get(path).form(path + '/sessions'))
    check('nor takes one', got.status == 403, got.status)
    citizen = enter(me)
    got = one.post(path + '/reinitialisation', {}, one.get(path))
    check('a reset is started', got.status == 303 and citizen.get('/compte').status == 303, got.status)
    check('the old password is dead', sign_in(Browser(), me['login'], me['password']).status == 422)
    check('the person is told', 'administrateur' in outbox(me['login'])[0])
    b = Browser()
    page = step(b, '/mot-de-passe', {'identifiant': me['login']})
    page = b.post('/mot-de-passe/code', {'code': code_in(outbox(me['login'])[0])}, page)
    b.post('/mot-de-passe/choix', {'mot_de_passe': 'pirogue bleue 12'}, page)
    me['password'] = 'pirogue bleue 12'
    enter(me, b)
    check('and chooses himself', b.get('/compte').status == 200)
    one.post(path + '/fermeture', {}, one.get(path))
    check('a closed account has no session', b.get('/compte').status == 303)
    check('and opens none', sign_in(Browser(), me['login'], 'pirogue bleue 12').status == 422)
    one.post(path + '/reouverture', {}, one.get(path))
    check('until it is opened again', sign_in(Browser(), me['login'], 'pirogue bleue 12').status == 303)
    check('an address that is nobody’s is missing', one.get('/comptes/' + '0' * 13).status == 404)


def main():
    for name, test in sorted(globals().items(), key=lambda x: getattr(getattr(x[1], '__code__', None), 'co_firstlineno', 0)):
        if not name.startswith('test_') or (len(sys.argv) > 3 and name not in sys.argv[3:]):
            continue
        try:
            test()
        except Exception as error:      # one broken procedure must not hide the others
            check('%s: %s %s' % (name, type(error).__name__, error), False)
            if os.environ.get('TRACE'):
                raise
    print('%d passed, %d failed' % (passed, failed))
    return 0 if passed > 0 and failed == 0 else 1


sys.exit(main())
