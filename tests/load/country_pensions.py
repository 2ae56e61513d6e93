"""The pension of every agent at his limit date, as the portal's own nightly job makes it: reading, computing and writing apart, twice: a first night
(every estimate is written) and one where nothing changed. Works on a copy of the national database, dropped at the end.

usage: country_pensions.py BINARY FOLDER      FOLDER of a cluster with `guichet demo --scale national`; prints JSON"""
import json
import os
import re
import subprocess
import sys
import time

from measure import Cluster, run

BASE = "pensions_bench"


def night(binary, cluster, dsn, ask):
    """One job from its putting to its end; what the job says of itself, and the most memory its process ever held."""
    environment = dict(os.environ, GUICHET_DSN=dsn, GUICHET_OWNER_DSN=dsn + " user=guichet_admin", GUICHET_VAR=cluster.folder, GUICHET_METRICS_PORT="0", GUICHET_DEMO="0")
    before = ask("select coalesce(max(run_id), 0) from cohorts.runs")
    ask("insert into base.jobs (kind) values ('cohorts.estimate')")
    began = time.monotonic()
    with open(os.path.join(cluster.folder, "country.log"), "ab") as log:
        worker = subprocess.Popen([binary, "work"], env=environment, stdout=log, stderr=log)
    try:
        while ask(f"select count(*) from cohorts.runs where run_id > {before}") == "0":
            if worker.poll() is not None or time.monotonic() - began > 300:
                raise SystemExit("the night did not end: see country.log")
            time.sleep(0.25)
        wall = time.monotonic() - began
        with open(f"/proc/{worker.pid}/status") as status:
            memory = int(re.search(r"VmHWM:\s+(\d+) kB", status.read())[1]) / 1024
    finally:
        worker.terminate()
        worker.wait()
    agents, made, read, compute, write = map(int, ask(f"select agents || ' ' || liquidations || ' ' || read_ms || ' ' || compute_ms || ' ' || write_ms from cohorts.runs "
                                                     f"where run_id > {before} order by run_id limit 1").split())
    return {"agents": agents, "liquidations": made, "read_seconds": read / 1000, "compute_seconds": compute / 1000, "write_seconds": write / 1000,
            "wall_seconds": round(wall, 2), "memory_mb": round(memory, 1), "microseconds a liquidation": round(1000 * compute / max(made, 1), 2)}


def measure(binary, cluster):
    host = dict(word.split("=", 1) for word in cluster.dsn.split())["host"]
    words = ["-h", host, "-U", "guichet_admin"]
    run(["dropdb", *words, "--if-exists", "--force", BASE])
    run(["createdb", *words, "-T", dict(word.split("=", 1) for word in cluster.dsn.split())["dbname"], BASE])
    dsn = f"host={host} dbname={BASE}"

    def ask(sql):
        return run(["psql", dsn + " user=guichet_admin", "-XAtq", "-v", "ON_ERROR_STOP=1", "-c", sql]).strip()

    try:
        ask("update base.jobs set state_code = 'fait', ended_at = now() where state_code in ('attente', 'cours')")       # what the demonstration left to do
        ask("update base.recurring set put_on = current_date")
        ask("delete from cohorts.estimates")
        ask("delete from cohorts.runs")
        first = night(binary, cluster, dsn, ask)
        first["same_again"] = night(binary, cluster, dsn, ask)
        first["complete"] = int(ask("select count(*) from cohorts.estimates where is_complete"))
        first["francs a month"] = int(ask("select sum(fnrb_fcfa) from cohorts.estimates"))
        return first
    finally:
        run(["dropdb", *words, "--if-exists", "--force", BASE])


if __name__ == "__main__":
    print(json.dumps(measure(sys.argv[1], Cluster(sys.argv[2], 2000)), indent="\t"))
