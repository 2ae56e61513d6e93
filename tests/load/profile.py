"""Where the daemon's time goes while /carriere is asked: system calls a page, then functions. Needs strace and perf, and what
tests/load/bench.sh has prepared.

usage: python3 tests/load/profile.py build/release/guichet build/bench-var [connections]"""
import os
import re
import subprocess
import sys
import time

from measure import Cluster, Server, wrk

SECONDS = 4
PAGE = "/carriere"


def system_calls(server, cluster, connections):
    out = os.path.join(cluster.folder, "strace.txt")
    with subprocess.Popen(["strace", "-c", "-f", "-o", out, "-p", str(server.process.pid)], stderr=subprocess.DEVNULL) as tracer:
        time.sleep(0.5)
        found = wrk(server, cluster, PAGE, connections, SECONDS)
        tracer.send_signal(2)
    pages = found["rate"] * SECONDS
    with open(out, encoding="utf-8") as file:
        rows = re.findall(r"^ *[\d.]+ +[\d.]+ +\d+ +(\d+) +(?:\d+ +)?(\w+)$", file.read(), re.M)
    for count, name in rows:
        if int(count) / pages >= 0.01:
            print(f"{int(count) / pages:8.2f}  {name}")


def functions(server, cluster, connections):
    data = os.path.join(cluster.folder, "perf.data")
    words = ["perf", "record", "-o", data, "-F", "900", "--call-graph", "dwarf,16384", "-p", str(server.process.pid), "--", "sleep", str(SECONDS)]
    with subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL):
        print(wrk(server, cluster, PAGE, connections, SECONDS + 2))
    for title, more in [("libraries", ["--no-children", "--sort", "dso"]), ("functions with what they call", ["--children"]),
                        ("functions alone", ["--no-children"])]:
        done = subprocess.run(["perf", "report", "-i", data, "--stdio", "-g", "none", "--percent-limit", "1", *more],
                              capture_output=True, text=True, check=False)
        print(f"\n{title}", *[line for line in done.stdout.splitlines() if line.strip() and not line.startswith("#")], sep="\n")


def main(binary, folder, connections="64"):
    cluster = Cluster(folder, 20000)
    server = Server([binary, "serve"], 18088, os.path.join(folder, "daemon.log"), GUICHET_DSN=cluster.dsn, PORT="18088",
                    GUICHET_ORIGIN="http://127.0.0.1:18088", GUICHET_METRICS_PORT="0", GUICHET_VAR=folder, GUICHET_DEMO="0")
    try:
        wrk(server, cluster, PAGE, int(connections), 1)
        system_calls(server, cluster, int(connections))
        functions(server, cluster, int(connections))
    finally:
        server.stop()


main(*sys.argv[1:])
