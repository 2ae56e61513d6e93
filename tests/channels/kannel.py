"""A real Kannel on free loopback ports: bearerbox, smsbox, and fakesmsc of kannel-extras as the operator and its telephones."""
import os
import pathlib
import re
import signal
import socket
import subprocess
import tempfile
import threading
import time
import urllib.parse

FAKESMSC = "/usr/lib/kannel/test/fakesmsc"


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def listening(port, seconds=15):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        with socket.socket() as s:
            s.settimeout(0.5)
            if s.connect_ex(("127.0.0.1", port)) == 0:
                return True
        time.sleep(0.1)
    return False


class Kannel:
    def __init__(self, portal, secret):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="guichet-kannel-"))
        self.admin, self.box, self.smsc, self.http = (free_port() for _ in range(4))
        (self.folder / "spool").mkdir()
        get = f"{portal}/api/v1/sms?de=%p&vers=%P&texte=%b&id=%I&quand=%T&secret={secret}"
        (self.folder / "kannel.conf").write_text(f"""group = core
admin-port = {self.admin}
admin-interface = 127.0.0.1
admin-password = essai
smsbox-port = {self.box}
smsbox-interface = 127.0.0.1
box-allow-ip = 127.0.0.1
store-type = spool
store-location = {self.folder}/spool
log-file = {self.folder}/bearerbox.log
log-level = 1

group = smsc
smsc = fake
smsc-id = FAKE
port = {self.smsc}
connect-allow-ip = 127.0.0.1

group = smsbox
bearerbox-host = 127.0.0.1
bearerbox-port = {self.box}
sendsms-port = {self.http}
sendsms-interface = 127.0.0.1
global-sender = GUICHET
mo-recode = true
http-request-retry = 5
http-queue-delay = 1
log-file = {self.folder}/smsbox.log
log-level = 1

group = sendsms-user
username = guichet
password = essai
concatenation = true
max-messages = 10
user-allow-ip = 127.0.0.1

group = sms-service
keyword = default
get-url = "{get}"
max-messages = 1
concatenation = false
omit-empty = true
accept-x-kannel-headers = false
""")
        self.processes, self.phone, self.got, self.sms = {}, None, [], []
        self.start()

    def url(self, password="essai"):
        return f"http://guichet:{password}@127.0.0.1:{self.http}/cgi-bin/sendsms"

    def run(self, name):
        log = open(self.folder / f"{name}.out", "a")
        self.processes[name] = subprocess.Popen([f"/usr/sbin/{name}", str(self.folder / "kannel.conf")], stdout=log, stderr=log, start_new_session=True)

    def start(self):
        self.run("bearerbox")
        if not listening(self.admin) or not listening(self.box):
            raise RuntimeError("bearerbox does not start: " + (self.folder / "bearerbox.out").read_text()[-500:])
        self.run("smsbox")
        if not listening(self.http):
            raise RuntimeError("smsbox does not start: " + (self.folder / "smsbox.out").read_text()[-500:])

    def kill(self, name, number=signal.SIGKILL):
        """With its group: smsbox runs itself again when it has lost its bearerbox."""
        process = self.processes.pop(name, None)
        if process is None:
            return
        try:
            os.killpg(process.pid, number)
        except ProcessLookupError:
            pass
        process.wait()

    def hang_up(self):
        if self.phone is not None:
            self.phone.terminate()
            self.phone.wait()
            self.phone = None

    def talk(self, *messages, most=None, interval=0.05):
        """Telephones connect, say these messages in turn (fakesmsc takes them at random when there are several), then listen."""
        self.hang_up()
        if not listening(self.smsc):
            raise RuntimeError("the operator's port is closed")
        self.phone = subprocess.Popen([FAKESMSC, "-H", "127.0.0.1", "-r", str(self.smsc), "-i", str(interval), "-m", str(most if most is not None else len(messages)),
                                       *(messages or ["x y text z"])], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True)
        threading.Thread(target=self.listen, args=(self.phone,), daemon=True).start()

    def listen(self, phone):
        for line in phone.stdout:
            match = re.search(rb"Got message \d+: <(\S+) (\S+) (\S+) (.*)>\s*$", line, re.S)
            if match:
                kind, text = match[3].decode(), match[4]
                if kind == "ucs-2":
                    text = urllib.parse.unquote_to_bytes(text.replace(b"+", b" ")).decode("utf-16-be", "replace")
                elif kind.startswith("udh"):
                    text = re.sub(rb"^\S+ ", b"", text)
                    text = urllib.parse.unquote_to_bytes(text.replace(b"+", b" ")).decode("utf-8", "replace") if kind != "udh-text" else text.decode("utf-8", "replace")
                elif kind != "text":
                    text = urllib.parse.unquote_to_bytes(text.replace(b"+", b" ")).decode("utf-8", "replace")
                else:
                    text = text.decode("utf-8", "replace")
                self.got.append((match[2].decode(), kind, text))

    def to(self, phone):
        return [text for number, _, text in self.got if number == phone]

    def close(self):
        self.hang_up()
        for name in list(self.processes):
            self.kill(name)
