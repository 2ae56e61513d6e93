"""What the faults are done to: a throw-away cluster, its owner's psql, and the daemon as a supervisor would hold it."""
import os
import pathlib
import signal
import socket
import subprocess
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
VAR = os.environ["GUICHET_VAR"]
OWNER_DSN = os.environ["GUICHET_OWNER_DSN"]
BINARY = os.environ.get("GUICHET_BINARY", str(ROOT / "build/release/guichet"))
LOG = os.environ.get("FAULT_LOG", str(pathlib.Path(VAR) / "serve.log"))
PG_BIN = str(sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin"), key=lambda p: int(p.parent.name))[-1])


def sql(text):
    done = subprocess.run(["psql", "-XAtq", "-v", "ON_ERROR_STOP=1", "-d", OWNER_DSN], input=text, capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit(f"psql: {done.stderr}")
    return done.stdout.strip()


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


class Cluster:
    """The PostgreSQL of the test, by the process number of its own postmaster."""

    def __init__(self):
        self.folder = sql("show data_directory")
        self.owner = ["runuser", "-u", "postgres", "--"] if os.getuid() == 0 else []

    def postmaster(self):
        text = subprocess.run([*self.owner, "head", "-n", "1", f"{self.folder}/postmaster.pid"], check=True, capture_output=True, text=True).stdout
        return int(text)

    def control(self, *words):
        return subprocess.run([*self.owner, f"{PG_BIN}/pg_ctl", "-D", self.folder, "-l", f"{self.folder}/server.log", "-w", "-t", "30", *words],
                              capture_output=True, text=True, cwd="/")

    def restart(self, how):
        """The moment from which it takes connections again."""
        done = self.control("-m", how, "restart")
        if done.returncode != 0:
            raise SystemExit(f"pg_ctl: {done.stdout}{done.stderr}")
        return time.monotonic()

    def kill(self):
        os.kill(self.postmaster(), signal.SIGKILL)

    def start(self):
        """Its children may take a moment to notice that the postmaster is gone."""
        for _ in range(60):
            if self.control("start").returncode == 0:
                return time.monotonic()
            time.sleep(0.25)
        raise SystemExit("PostgreSQL does not start again")


class Portal:
    """`guichet serve` on a port of loopback; `wrap` stands before it (a name space, a limit)."""

    def __init__(self, var=VAR, wrap=(), **settings):
        self.port, self.wrap, self.process = free_port(), list(wrap), None
        self.host = f"localhost:{self.port}"
        self.origin = f"http://{self.host}"
        self.environment = {**os.environ, "GUICHET_VAR": str(var), "PORT": str(self.port), "GUICHET_METRICS_PORT": "0", "GUICHET_DEMO": "0", **settings}

    def start(self):
        """How long until the first answer; the exit status is kept in `process`."""
        began = time.monotonic()
        with open(LOG, "ab") as log:
            self.process = subprocess.Popen([*self.wrap, BINARY, "serve"], env=self.environment, stdout=log, stderr=log, cwd=ROOT)
        while time.monotonic() - began < 30:
            if self.process.poll() is not None:
                raise SystemExit(f"the daemon ended with {self.process.returncode}: {LOG}")
            if self.healthy():
                return time.monotonic() - began
            time.sleep(0.02)
        raise SystemExit(f"the daemon does not answer: {LOG}")

    def healthy(self):
        try:
            with socket.create_connection(("127.0.0.1", self.port), timeout=2) as s:
                s.sendall(f"GET /healthz HTTP/1.1\r\nHost: {self.host}\r\nConnection: close\r\n\r\n".encode())
                return s.recv(64).startswith(b"HTTP/1.1 200")
        except OSError:
            return False

    def alive(self):
        return self.process.poll() is None

    def end(self, number=signal.SIGTERM, within=15):
        """(seconds, exit status); a daemon that does not end is killed and has no status."""
        began = time.monotonic()
        self.process.send_signal(number)
        try:
            status = self.process.wait(within)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            status = None
        return time.monotonic() - began, status

    def descriptors(self):
        return len(os.listdir(f"/proc/{self.process.pid}/fd"))

    def resident(self):
        """Megabytes."""
        for line in open(f"/proc/{self.process.pid}/status"):
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) / 1024
        return 0


class Hold:
    """While the `with` lasts, or for so many seconds, writes to a table wait."""

    def __init__(self, table, seconds):
        self.process = subprocess.Popen(["psql", "-Xq", "-d", OWNER_DSN + " application_name=hold"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=subprocess.DEVNULL, text=True)
        self.process.stdin.write(f"begin; lock table {table} in share row exclusive mode;\n\\echo held\nselect pg_sleep({seconds});\ncommit;\n")
        self.process.stdin.flush()

    def __enter__(self):
        self.process.stdout.readline()

    def __exit__(self, *_):
        sql("select count(pg_terminate_backend(pid)) from pg_stat_activity where application_name = 'hold'")
        self.process.stdin.close()
        self.process.wait()
