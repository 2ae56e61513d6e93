"""Processes measured from outside: what they use of the processors and of memory, and what wrk and pgbench say of them."""
import json
import os
import re
import resource
import signal
import subprocess
import time
import urllib.error
import urllib.request

HERE = os.path.dirname(os.path.abspath(__file__))
TICK = os.sysconf("SC_CLK_TCK")
FIRST = 100001                      # the first session's number, see sessions.sql


def settle(ask):
    """What a first start puts to work (the day's jobs, a year of overdue pictures, the acts of the demonstration) ends before anything is measured."""
    while ask("select exists (select from base.recurring where put_on is null or every = 'jour' and put_on < current_date) or exists "
              "(select from base.jobs where state_code = 'cours' or state_code = 'attente' and due_at <= now())") == "t":
        time.sleep(0.5)


class Cluster:
    """A PostgreSQL of sql/cluster.sh, asked as its administrator."""

    def __init__(self, folder, sessions, least=0, most=10000):
        """`sessions` agents are signed in, among those whose file has `least` to `most` lines."""
        self.folder = folder
        self.dsn = run(["sql/cluster.sh", "dsn", folder]).strip()
        self.admin = self.dsn + " user=guichet_admin"
        self.data = self.ask("show data_directory")
        self.postmaster = int(self.ask("select pg_read_file('postmaster.pid')").split()[0])
        self.run_file("sessions.sql", sessions=sessions, least=least, most=most)
        self.sessions = int(self.ask("select count(*) - 1 from base.sessions where device = 'measure'"))
        self.agents = int(self.ask("select count(*) from career.agents"))
        self.lines = int(self.ask("select count(*) from career.act_lines"))

    def ask(self, sql):
        return run(["psql", self.admin, "-XAtqc", sql]).strip()

    def run_file(self, name, **variables):
        words = [f"--set={key}={value}" for key, value in variables.items()]
        run(["psql", self.admin, "-Xq", "-v", "ON_ERROR_STOP=1", *words, "-f", os.path.join(HERE, name)])

    def cpu(self):
        """Seconds used by the cluster's processes, those that have ended included: read again if one ended meanwhile."""
        while True:
            ended = cpu_of(self.postmaster, ended=True)
            used = sum(cpu_of(pid) for pid in children_of(self.postmaster))
            if cpu_of(self.postmaster, ended=True) == ended:
                return ended + used


class Copy:
    """A copy of the cluster's database, for what a measurement changes; dropped at the end, or before the next when that one was cut."""

    def __init__(self, cluster, name):
        self.name = name
        host = dict(word.split("=", 1) for word in cluster.dsn.split())["host"]
        self.words = ["-h", host, "-U", "guichet_admin"]
        self.dsn, self.folder = f"host={host} dbname={name}", cluster.folder
        self.admin = self.dsn + " user=guichet_admin"

    def __enter__(self):
        run(["dropdb", *self.words, "--if-exists", "--force", self.name])
        run(["createdb", *self.words, "-T", "guichet", self.name])
        return self

    def __exit__(self, *_):
        run(["dropdb", *self.words, "--if-exists", "--force", self.name])

    def ask(self, sql):
        """One statement, in a transaction of its own."""
        return run(["psql", self.admin, "-XAtq", "-v", "ON_ERROR_STOP=1", "-c", sql]).strip()

    def ask_many(self, sql):
        return run(["psql", self.admin, "-XAtq", "-v", "ON_ERROR_STOP=1"], input=sql).strip()

    def serve(self, binary, port):
        return Server([binary, "serve"], port, os.path.join(self.folder, self.name + ".log"), GUICHET_DSN=self.dsn, PORT=str(port),
                      GUICHET_ORIGIN=f"http://127.0.0.1:{port}", GUICHET_METRICS_PORT="0", GUICHET_VAR=self.folder, GUICHET_DEMO="0")


def stat_of(pid):
    with open(f"/proc/{pid}/stat", encoding="utf-8", errors="replace") as file:
        return file.read().rsplit(")", 1)[1].split()


def cpu_of(pid, ended=False):
    try:
        fields = stat_of(pid)
    except (FileNotFoundError, ProcessLookupError):      # it ended before it was opened, or while it was read
        return 0.0
    return sum(int(value) for value in fields[11:15 if ended else 13]) / TICK


def children_of(parent):
    found = []
    for pid in filter(str.isdigit, os.listdir("/proc")):
        try:
            if int(stat_of(pid)[1]) == parent:
                found.append(int(pid))
        except (FileNotFoundError, ProcessLookupError):
            pass
    return found


def memory_of(pid):
    """Resident megabytes."""
    with open(f"/proc/{pid}/status", encoding="utf-8") as file:
        return int(re.search(r"VmRSS:\s+(\d+)", file.read())[1]) / 1024


class Server:
    """A process of ours that listens on 127.0.0.1, with the processes it made."""

    def __init__(self, words, port, log, **environment):
        self.port, self.log = port, log
        with open(log, "w", encoding="utf-8") as out:
            self.process = subprocess.Popen(words, stdout=out, stderr=out, env={**os.environ, **environment})
        for _ in range(150):
            if self.process.poll() is not None:
                break
            try:
                self.get("/healthz")
                return
            except (urllib.error.URLError, ConnectionError, TimeoutError):
                time.sleep(0.1)
        self.stop()
        raise SystemExit(f"{words[0]} does not answer: see {log}")

    def get(self, path, number=None):
        """Status and text of a page, asked as session `number`."""
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}{path}")
        if number is not None:
            request.add_header("Cookie", f"guichet={number:064d}")
        with urllib.request.urlopen(request, timeout=20) as answer:
            return answer.status, answer.read().decode()

    def pids(self):
        return [self.process.pid, *children_of(self.process.pid)]

    def cpu(self):
        return sum(cpu_of(pid) for pid in self.pids())

    def memory(self):
        return sum(memory_of(pid) for pid in self.pids())

    def stop(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()


def run(words, **more):
    done = subprocess.run(words, capture_output=True, text=True, check=False, **more)
    if done.returncode != 0:
        raise SystemExit(f"{' '.join(words)}\n{done.stdout}{done.stderr}")
    return done.stdout


def wrk(server, cluster, path, connections, seconds, script="pages.lua", gzip=False, words=()):
    """Loads a page as sessions drawn at random: a dictionary of rate, latencies (ms) and processor time (µs a request)."""
    environment = {**os.environ, "FIRST": str(FIRST), "SESSIONS": str(cluster.sessions), "GZIP": "1" if gzip else ""}
    before = server.cpu(), cluster.cpu()
    out = run(["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--timeout", "20s", "-s", os.path.join(HERE, script),
               f"http://127.0.0.1:{server.port}{path}", "--", *words], env=environment)
    after = server.cpu(), cluster.cpu()
    said = json.loads(out[out.index("RESULT ") + 7:].splitlines()[0])
    if said["errors"] or not said["requests"]:
        raise SystemExit(f"wrk {path}: {out}\nsee {server.log}")
    return {"rate": said["requests"] / said["seconds"], "p50": said["p50"] / 1000, "p99": said["p99"] / 1000,
            "bytes": said["bytes"] / said["requests"], "web": (after[0] - before[0]) / said["requests"] * 1e6,
            "base": (after[1] - before[1]) / said["requests"] * 1e6, "memory": server.memory()}


def pgbench(cluster, segment, clients, seconds):
    """Runs a segment (segment.py) with nothing around it."""
    script = os.path.join(cluster.folder, segment.name + ".pgbench")
    with open(script, "w", encoding="utf-8") as file:
        file.write(segment.script(FIRST, FIRST + cluster.sessions - 1))
    own = resource.getrusage(resource.RUSAGE_CHILDREN)
    before = cluster.cpu()
    out = run(["pgbench", "-n", "-M", "prepared", f"-c{clients}", f"-j{min(clients, 2)}", f"-T{seconds}", "-f", script,
               *[f"-D{name}={value}" for name, value in segment.values.items()], cluster.dsn + " user=gate"])
    base = cluster.cpu() - before
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    count = int(re.search(r"actually processed: (\d+)", out)[1])
    if not re.search(r"failed transactions: 0 ", out):
        raise SystemExit(out)
    return {"rate": float(re.search(r"tps = ([\d.]+)", out)[1]), "base": base / count * 1e6,
            "web": (used.ru_utime + used.ru_stime - own.ru_utime - own.ru_stime) / count * 1e6}
