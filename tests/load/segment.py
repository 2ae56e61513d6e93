"""The statements that the daemon sends for one request, as PostgreSQL logs them, made into a script of pgbench.

Nothing is copied from the sources: a page that asks something else tomorrow is measured against that."""
import os
import re
import time

STATEMENT = re.compile(r"LOG:  execute (\w+): (.*)", re.S)
PARAMETER = re.compile(r"\$(\d+) = (NULL|'(?:[^']|'')*')")


class Segment:
    """`statements` = list of (name, sql, values)."""

    def __init__(self, name, statements, token):
        self.name, self.statements, self.token, self.values = name, statements, token, {}

    def script(self, first, last):
        lines = [f"\\set session random({first}, {last})", "\\set key random(1, 9000000000000000000)", "\\startpipeline"]
        for number, (name, sql, values) in enumerate(self.statements):
            lines.append(re.sub(r"\$(\d+)", lambda found: self.value(number, name, values, int(found[1])), sql) + ";")
        return "\n".join([*lines, "\\endpipeline", ""])

    def value(self, number, name, values, place):
        value = values[place - 1]
        if value == self.token:
            return "lpad(:session::text, 64, '0')"
        if name == "once" and place == 1:
            return "lpad(:key::text, 32, '0')"
        if value is None:
            return "null"
        variable = f"s{number}_{place}"
        self.values[variable] = value
        return ":" + variable


def log_entries(text):
    """Lines that begin with a tab belong to the entry before."""
    entries = []
    for line in text.splitlines():
        if line.startswith("\t") and entries:
            entries[-1] += "\n" + line[1:]
        else:
            entries.append(line)
    return entries


def statements_of(text, token):
    """The last segment of that token: from its `begin` on."""
    found = []
    for entry in log_entries(text):
        statement = STATEMENT.search(entry)
        if statement:
            found.append((statement[1], statement[2].strip(), []))
        elif found and "DETAIL:  parameters: " in entry:
            values = [None if value == "NULL" else value[1:-1].replace("''", "'") for _, value in PARAMETER.findall(entry)]
            found[-1] = (*found[-1][:2], values)
    starts = [i for i, (name, _, values) in enumerate(found) if name == "begin" and values[:1] == [token]]
    if not starts:
        raise SystemExit("the log of PostgreSQL does not show the segment of the page")
    last = found[starts[-1]:]
    end = next((i for i, (name, _, _) in enumerate(last) if i > 0 and name == "begin"), len(last))
    return last[:end]


def capture(cluster, start, name, token, request):
    """Starts a daemon whose statements are logged, has `request(daemon)` made twice (the first prepares), reads the second."""
    settings = {"log_statement": "'all'", "log_parameter_max_length": "-1"}
    for key, value in settings.items():
        cluster.ask(f"alter role gate set {key} = {value}")
    try:
        daemon = start()
        try:
            request(daemon)
            log = os.path.join(cluster.data, "server.log")
            size = os.path.getsize(log)
            request(daemon)
            time.sleep(0.3)
            with open(log, encoding="utf-8") as file:
                file.seek(size)
                text = file.read()
        finally:
            daemon.stop()
    finally:
        for key in settings:
            cluster.ask(f"alter role gate reset {key}")
    return Segment(name, statements_of(text, token), token)
