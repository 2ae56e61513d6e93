"""Honest people: they ask pages, send forms under a key, try again under the same key, and note what was acknowledged.

"Acknowledged" = the whole answer 303 was read. A write here is `POST /comptes/{compte}/sessions` of an administrator: it
writes one line of audit each time it acts, so that a form that acted twice shows."""
import collections
import hashlib
import re
import secrets
import socket
import threading
import time
import urllib.parse
import uuid

from portal import sql

TARGETS = 4


def session(name, bits, reach="{[0,1000000)}"):
    """(token, person) of somebody new who may do what `bits` say. How people sign in is tested elsewhere."""
    token = secrets.token_hex(32)
    person = sql(f"insert into base.persons (family_name, given_names) values ('{name}', 'Faute') returning person_id")
    sql(f"""insert into base.sessions (token_hash, person_id, person_name, permission_bits, ranks, second_factor, seen_at, idle, expires_at)
        values ('\\x{hashlib.sha256(bytes.fromhex(token)).hexdigest()}', {person}, 'Faute {name}', {bits}, '{reach}', true, now(), '1 day', now() + interval '1 day')""")
    return token, int(person)


class Half(OSError):
    """An answer began and was cut."""


class Link:
    """One keep-alive connection as one person, straight to the daemon or through `port`. An answer of its own hand: a library
    takes the end of the stream for the end of the header fields."""

    def __init__(self, portal, token=None, port=None, timeout=20):
        self.portal, self.token, self.port, self.timeout, self.socket = portal, token, port, timeout, None

    def close(self):
        if self.socket is not None:
            self.socket.close()
        self.socket = None

    def ask(self, method, path, body=None, kind="application/x-www-form-urlencoded"):
        """(status, headers, text). OSError when the answer did not come whole."""
        head = f"{method} {path} HTTP/1.1\r\nHost: {self.portal.host}\r\n"
        if self.token:
            head += f"Cookie: guichet={self.token}\r\n"
        body = body.encode() if isinstance(body, str) else body
        if body is not None:
            head += f"Origin: {self.portal.origin}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n"
        try:
            if self.socket is None:
                self.socket = socket.create_connection(("127.0.0.1", self.port or self.portal.port), timeout=self.timeout)
                self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self.send(head.encode() + b"\r\n", body or b"")
            status, headers, text = self.answer()
        except OSError:
            self.close()
            raise
        if headers.get("connection", "").lower() == "close":
            self.close()
        return status, headers, text

    def send(self, head, body):
        """A large body may be refused before it has left: then the answer is read all the same."""
        try:
            self.socket.sendall(head + body)
        except OSError:
            if len(body) < 65536:
                raise

    def answer(self):
        got = b""
        while b"\r\n\r\n" not in got:
            got += self.more(got)
        head, _, rest = got.partition(b"\r\n\r\n")
        first, *lines = head.decode("latin-1").split("\r\n")
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
        length = int(headers["content-length"])
        while len(rest) < length:
            rest += self.more(got)
        return int(first.split()[1]), headers, rest.decode("utf-8", "replace")

    def more(self, before):
        try:
            data = self.socket.recv(65536)
        except OSError as error:
            raise Half(str(error)) if before else error
        if not data:
            raise Half(before[:60].decode("latin-1")) if before else ConnectionResetError("closed")
        return data

    def hidden(self, page, action):
        """The hidden fields of the form that posts there."""
        text = self.ask("GET", page)[2]
        form = re.search(r'<form[^>]*action="%s.*?</form>' % re.escape(action), text, re.S)
        if form is None:
            raise SystemExit(f"no form on {page} posts to {action}")
        return dict(re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)"', form[0]))


class Desk:
    """An administrator, the accounts that he acts on, and everything that was ever sent or acknowledged in his name."""

    def __init__(self, portal, journal):
        self.portal, self.lock = portal, threading.Lock()
        self.token, self.person = session("Guichetier", 0b10000001)
        sql(f"insert into accounts.accounts (person_id) values ({self.person})")
        word = "Cible" + secrets.token_hex(3)
        for i in range(TARGETS):
            sql(f"with p as (insert into base.persons (family_name, given_names) values ('{word}', 'Numéro {i}') returning person_id) "
                f"insert into accounts.accounts (person_id) select person_id from p")
        link = Link(portal, self.token)
        self.targets = sorted(set(re.findall(r'href="(/comptes/\w{13})"', link.ask("GET", "/comptes?q=" + word)[2])))
        if len(self.targets) != TARGETS:
            raise SystemExit(f"{len(self.targets)} accounts found")
        self.csrf = link.hidden(self.targets[0], self.targets[0] + "/sessions")["_jeton"]
        self.sent, self.acknowledged, self.journal = set(), {}, open(journal, "a", encoding="utf-8")

    def form(self, key):
        return urllib.parse.urlencode({"_jeton": self.csrf, "_cle": key})

    def post(self, link, key, target):
        """One try. The status; an acknowledgement is noted once its whole answer is read."""
        with self.lock:
            self.sent.add(key)
        status, headers, _ = link.ask("POST", target + "/sessions", self.form(key))
        if status == 303 and not headers["location"].startswith("/connexion"):
            with self.lock:
                self.acknowledged.setdefault(key, []).append(headers["location"])
                self.journal.write(f"{key}\t{time.time():.3f}\t{headers['location']}\n")
                self.journal.flush()
        return status

    def written(self):
        return set(sql(f"select key from base.idempotency where owner_id = {self.person}").split())

    def verdict(self):
        """(acknowledged, lost, strange, doubled): acknowledged and not there; there and never sent; lines of audit too many."""
        there = self.written()
        lines = int(sql(f"select count(*) from base.audit where person_id = {self.person} and verb = 'session.fin'"))
        return len(self.acknowledged), len(set(self.acknowledged) - there), len(there - self.sent), lines - len(there)


class Load:
    """Writers and readers for as long as the `with` lasts. Every writer goes on with its key until it is acknowledged."""

    def __init__(self, desk, writers=4, readers=3, pause=0.01, insist=20, keep=True):
        self.desk, self.pause, self.insist, self.keep = desk, pause, insist, keep
        self.stopping = threading.Event()
        self.statuses, self.good, self.breaks, self.given_up, self.halves = collections.Counter(), [], 0, 0, []
        self.threads = [threading.Thread(target=self.run, args=(self.write, n), daemon=True) for n in range(writers)]
        self.threads += [threading.Thread(target=self.run, args=(self.read, n), daemon=True) for n in range(readers)]

    def __enter__(self):
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_):
        self.stop()

    def stop(self):
        self.stopping.set()
        for thread in self.threads:
            thread.join(60)

    def run(self, what, number):
        link = Link(self.desk.portal, self.desk.token)
        while not self.stopping.is_set():
            what(link, number)
            if not self.keep:
                link.close()
            time.sleep(self.pause)
        link.close()

    def once(self, do):
        """The status of one try, None when no whole answer came."""
        try:
            status = do()
        except Half as error:
            self.halves.append(str(error))
            status = None
        except OSError:
            status = None
        if status is None:
            self.breaks += 1
        else:
            self.statuses[status] += 1
            if status in (200, 303):
                self.good.append(time.monotonic())
        return status

    def write(self, link, number):
        key, target, until = str(uuid.uuid4()), self.desk.targets[number % TARGETS], time.monotonic() + self.insist
        while self.once(lambda: self.desk.post(link, key, target)) not in (303,):
            if time.monotonic() > until or (self.stopping.is_set() and self.insist < 5):
                self.given_up += 1
                return
            time.sleep(0.1)

    def read(self, link, number):
        path = ["/", "/compte", self.desk.targets[0]][number % 3]
        if self.once(lambda: link.ask("GET", path)[0]) != 200:
            time.sleep(0.1)

    def recovered(self, since):
        """Seconds from `since` to the first good answer after it."""
        for _ in range(200):
            after = [at for at in list(self.good) if at >= since]
            if after:
                return min(after) - since
            time.sleep(0.05)
        return float("inf")
