"""The results as Markdown, put between two marks of docs/performance.md; what is around them is written by hand."""
import datetime
import os
import re
import subprocess

BEGIN, END = "<!-- results: written by make bench -->", "<!-- end of results -->"


def said(*words):
    try:
        done = subprocess.run(words, capture_output=True, text=True, check=False)
        return (done.stdout or done.stderr).strip()
    except FileNotFoundError:
        return ""


def version(text):
    found = re.search(r"\d+(\.\d+)+", text)
    return found[0] if found else "?"


def machine(cluster):
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        model = re.search(r"model name\s*: (.*)", file.read())
    with open("/proc/meminfo", encoding="utf-8") as file:
        memory = int(re.search(r"MemTotal:\s+(\d+)", file.read())[1]) / 1024 / 1024
    return (f"{os.cpu_count()} processors ({model[1] if model else 'unknown'}), {memory:.0f} GB, Linux {version(os.uname().release)}, "
            f"PostgreSQL {version(cluster.ask('show server_version'))}, wrk {version(said('wrk', '-v'))}, Node {version(said('node', '--version'))}")


def table(heads, rows):
    lines = ["| " + " | ".join(heads) + " |", "|" + "---|" * len(heads)]
    return "\n".join(lines + ["| " + " | ".join(str(cell) for cell in row) + " |" for row in rows])


def aim(what, wanted, value, met):
    return [what, wanted, value, "yes" if met else "**no**"]


def span(values, form):
    values = list(values)
    return " / ".join(form.format(value) for value in values)


def aims(found):
    pages = found["pages"]
    own = pages["guichet"]
    loaded = [level for level in own if level >= 64]
    memory, growth = found["memory"], found["growth"]
    held = [memory["start"] <= 25, memory["load"] <= 64, memory["idle"] <= 190]
    rows = [aim("throughput / pgbench running the same segment, 64 / 256 / 1,000 connections", "≥ 0.95",
                span((own[n]["ratio"] for n in loaded), "{:.2f}"), min(own[n]["ratio"] for n in loaded) >= 0.95)]
    if "peer" in pages:
        ratios = [pages["peer"][n]["beside"] for n in own]
        rows.append(aim("throughput / Fastify + postgres.js, 2 workers, plain SQL, 16 / 64 / 256 / 1,000", "≥ 3", span(ratios, "{:.1f}"),
                        min(ratios) >= 3))
        ratios = [pages["guarded"][n]["beside"] for n in own]
        rows.append(aim("the same, the peer under row security as the portal", "≥ 3", span(ratios, "{:.1f}"), min(ratios) >= 3))
    web = [own[n]["web"] for n in own]
    tails = [own[n]["p99"] / own[n]["p50"] for n in loaded]
    rows += [aim("web processor time a page, 16 / 64 / 256 / 1,000", "≤ 80 µs", span(web, "{:.0f}") + " µs", max(web) <= 80),
             aim("p99 / p50, 64 / 256 / 1,000", "≤ 2", span(tails, "{:.1f}"), max(tails) <= 2),
             aim("memory: start; under load; with 10,000 idle connections", "≤ 25; ≤ 64; ≤ 190 MB",
                 f"{memory['start']:.0f}; {memory['load']:.0f}; {memory['idle']:.0f} MB ({memory['idle_count']:,} connections)", all(held)),
             aim(f"the same page with {growth['large']['agents'] / growth['small']['agents']:.0f} × the agents", "≤ 1.2 × the cost (at 10 ×)",
                 f"{growth['ratio']:.2f}", growth["ratio"] <= 1.2)]
    if "writes" in found:
        rows.append(aim("audited idempotent write / pgbench running the same segment", "≥ 0.85", f"{found['writes']['ratio']:.2f}",
                        found["writes"]["ratio"] >= 0.85))
    rows += [["/ PHP-FPM; / Django + gunicorn", "≥ 6; ≥ 20", "not run: a peer each would double the time", "–"],
             ["full-text search in 2,000,000 letters, p99", "≤ 100 ms", "no letters yet", "–"],
             ]
    if "acts" in found:
        acts = found["acts"]
        papers, batch, campaign = acts["papers"], acts["batch"], acts["campaign"]
        rows += [aim("sealed PDF, a core", "≥ 90 a second", f"{papers['paper_certificates_per_second_core']} (one page)", papers["paper_certificates_per_second_core"] >= 90),
                 aim(f"national campaign of step advancement computed ({campaign['due']:,} due of {campaign['agents']:,})", "≤ 10 s", f"{campaign['seconds']:.1f} s",
                     campaign["seconds"] <= 10),
                 aim(f"its acts numbered, sealed, published ({batch['acts']:,} acts, {batch['lines']:,} lines, {batch['copies']:,} copies)", "≤ 60 s",
                     f"{batch['published']:.1f} s", batch["published"] <= 60),
                 aim("a page meanwhile, p99", "≤ 200 ms", f"{batch['p99']:.0f} ms", batch["p99"] <= 200)]
    if "requests" in found:
        rows.append(aim(f"baskets with {found['requests']['requests']:,} requests, p99 of the slowest page", "≤ 50 ms", f"{found['requests']['p99_ms']:.0f} ms",
                        found["requests"]["p99_ms"] <= 50))
    if "filings" in found:
        filings = found["filings"]
        rows.append(aim(f"audited filings, {filings['seconds']:.0f} s", "≥ 200 a second", f"{filings['filings_per_second']:.0f} (p99 {filings['p99_ms']:.0f} ms)",
                        filings["filings_per_second"] >= 200))
    if "country" in found:
        country = found["country"]
        rows += [aim("one liquidation, its data read", "≤ 50 µs", f"{country['microseconds a liquidation']:.1f} µs", country["microseconds a liquidation"] <= 50),
                 aim(f"pensions of the country simulated ({country['agents']:,} agents, two threads)", "≤ 5 s", f"{country['compute_seconds']:.1f} s", country["compute_seconds"] <= 5)]
    if "pensions" in found:
        batch = found["pensions"]
        rows.append(aim(f"a quarter's cohort liquidated, controlled, signed, sealed ({batch['booklets']} booklets)", "≤ 60 s", f"{batch['seconds']:.1f} s",
                        batch["seconds"] <= 60 and batch["booklets"] >= batch["files"] * 0.9))
    return table(["aim", "wanted", "measured", "reached"], rows)


def page_rows(found):
    names = {"limit": f"pgbench, {found['clients']} clients: the limit", "guichet": "Guichet", "peer": "Fastify, plain SQL", "guarded": "Fastify, row security"}
    rows = []
    for level in found["pages"]["guichet"]:
        for name, levels in found["pages"].items():
            run = levels[level]
            rows.append([level if name != "limit" else "–", names[name], f"{run['rate']:,.0f}", f"{run['ratio']:.2f}",
                         f"{run['p50']:.1f}" if "p50" in run else "–", f"{run['p99']:.1f}" if "p99" in run else "–",
                         f"{run['web']:.0f}", f"{run['base']:.0f}", f"{run['bytes']:,.0f}" if "bytes" in run else "–",
                         f"{run['memory']:.0f}" if "memory" in run else "–"])
    return table(["connections", "", "pages/s", "/ limit", "p50 ms", "p99 ms", "web µs", "PostgreSQL µs", "bytes", "MB"], rows)


def other_rows(found):
    memory, variants, growth = found["memory"], found["variants"], found["growth"]
    parts = ["### Beside the plain page, 64 connections", "", table(["", "pages/s", "p99 ms", "web µs", "PostgreSQL µs", "bytes"], [
        [name, f"{run['rate']:,.0f}", f"{run['p99']:.1f}", f"{run['web']:.0f}", f"{run['base']:.0f}", f"{run['bytes']:,.0f}"]
        for name, run in [("plain", variants["plain"]), ("compressed, as browsers ask", variants["gzip"]),
                          ("sessions not seen for a minute: touched after the answer", variants["touch"])]]),
        "", "### Memory and silent connections", "",
        f"Start {memory['start']:.1f} MB; under load {memory['load']:.1f} MB; {memory['idle_count']:,} connections that each had one page and "
        f"stay silent {memory['idle']:.1f} MB and {memory['idle_cpu']:.1f} % of a processor; after they closed {memory['after']:.1f} MB. "
        f"A request on a new connection: {memory['alone']['p50']:.1f} ms (at most {memory['alone']['most']:.1f}) alone, "
        f"{memory['beside']['p50']:.1f} ms (at most {memory['beside']['most']:.1f}) beside the silent ones.",
        "", "### When data grow: agents whose files have 10 to 15 lines, 64 connections", "", table(["agents", "lines of acts", "pages/s", "web µs", "PostgreSQL µs", "bytes"], [
            [f"{run['agents']:,}", f"{run['lines']:,}", f"{run['rate']:,.0f}", f"{run['web']:.0f}", f"{run['base']:.0f}", f"{run['bytes']:,.0f}"]
            for run in (growth["small"], growth["large"])]),
        "", f"Cost of the larger over the smaller: {growth['ratio']:.2f}."]
    if "writes" in found:
        run, limit = found["writes"]["guichet"], found["writes"]["limit"]
        parts += ["", f"### Audited idempotent write: `POST {found['writes']['path']}`, 64 connections", "", table(
            ["", "writes/s", "p50 ms", "p99 ms", "web µs", "PostgreSQL µs"], [
                ["pgbench, 4 clients", f"{limit['rate']:,.0f}", "–", "–", f"{limit['web']:.0f}", f"{limit['base']:.0f}"],
                ["Guichet", f"{run['rate']:,.0f}", f"{run['p50']:.1f}", f"{run['p99']:.1f}", f"{run['web']:.0f}", f"{run['base']:.0f}"]])]
    if "search" in found:
        parts += ["", "### A clerk of the whole country searches (form and list, one at a time)", "", table(
            ["by", "p50 ms", "p99 ms", "at most"], [[kind, f"{run['p50']:.1f}", f"{run['p99']:.1f}", f"{run['most']:.1f}"]
                                                   for kind, run in found["search"].items()])]
    if "acts" in found:
        parts += acts_parts(found["acts"])
    if "requests" in found:
        parts += ["", f"### Baskets, {found['requests']['requests']:,} requests, one person after the other", "", table(["page", "p50 ms", "p99 ms"], [
            [name, f"{run['p50_ms']:.1f}", f"{run['p99_ms']:.1f}"] for name, run in found["requests"]["pages"].items()])]
    if "filings" in found:
        run = found["filings"]
        parts += ["", f"### Filing a prepared draft, {run['connections']} connections", "",
                  f"{run['filings_per_second']:.0f} a second for {run['seconds']:.0f} s ({run['filed']:,} filed, each once, each with its line in the audit): p50 {run['p50_ms']:.1f} ms, "
                  f"p99 {run['p99_ms']:.1f} ms; {run['web_us']:.0f} µs of the server and {run['base_us']:.0f} µs of PostgreSQL each."]
    parts += pension_parts(found)
    return "\n".join(parts)


def acts_parts(acts):
    papers, seals, batch = acts["papers"], acts["seals"], acts["batch"]
    return ["", "### Papers, seals, a national batch", "", table(["paper", "ms of one core", "pages", "bytes"], [
        ["certificate", papers["paper_certificate_ms"], 1, f"{papers['paper_certificate_bytes']:,}"],
        ["act of 8 lines", papers["paper_8_lines_ms"], papers["paper_8_lines_pages"], f"{papers['paper_8_lines_bytes']:,}"],
        ["act of 300 lines", papers["paper_300_lines_ms"], papers["paper_300_lines_pages"], f"{papers['paper_300_lines_bytes']:,}"],
        ["act of 9,000 lines", papers["paper_9000_lines_ms"], papers["paper_9000_lines_pages"], f"{papers['paper_9000_lines_bytes']:,}"]]),
        "", f"Seals through the signer process: {seals['seals_a_second']:,} a second ({seals['bare_signatures_a_second']:,} signatures without it); verified: "
        f"{seals['openings_a_second']:,} a second and core.", "",
        f"A batch of {batch['acts']:,} acts and {batch['lines']:,} lines, drafted and checked against the careers in {batch['drafted']:.1f} s, was numbered, sealed and published in "
        f"{batch['published']:.1f} s ({batch['copies']:,} copies, one an agent); meanwhile {batch['pages']:,} pages of careers were read at 25 a second: p50 {batch['p50']:.1f} ms, "
        f"p99 {batch['p99']:.1f} ms, at most {batch['most']:.0f} ms."]


def pension_parts(found):
    parts = []
    if "country" in found:
        run = found["country"]
        parts += ["", "### Pensions of the whole country", "",
                  f"{run['agents']:,} careers: read in {run['read_seconds']:.1f} s, simulated in {run['compute_seconds']:.2f} s on two threads ({run['microseconds a liquidation']:.1f} µs a "
                  f"liquidation), written in {run['write_seconds']:.1f} s; {run['memory_mb']:.0f} MB."]
    if "pensions" in found:
        run = found["pensions"]
        parts += ["", f"### A quarter's cohort: {run['files']} files", "",
                  ", ".join(f"{name} in {took:.1f} s" for name, took in run["parts"].items()) + f": {run['booklets']} booklets of {run['bytes'] / 1024:.0f} kB, {run['waiting']} files "
                  f"wait for an act. The daemon had {run['memory_before']:.0f} MB after the first tenth, {run['memory_after']:.0f} MB at the end."]
    return parts


def results(found, cluster):
    size = found["cluster"]
    return "\n".join([
        BEGIN, "", f"Measured on {datetime.date.today():%d %B %Y}: {machine(cluster)}. {size['agents']:,} agents, {size['lines']:,} lines of acts, "
        f"{size['sessions']:,} sessions drawn at random; medians of {found['rounds']} rounds of {found['length']} s a measurement, ratios of "
        "measurements that stood side by side.", "", "### Against the aims", "", aims(found), "", "### The page `/carriere`", "", page_rows(found),
        "", other_rows(found), "", "The segment that the page sends, as logged:", "", "```sql", *[sql + ";" for sql in found["statements"]], "```", "", END])


def put(path, text):
    with open(path, encoding="utf-8") as file:
        whole = file.read()
    before, after = whole.split(BEGIN)[0], whole.split(END)[1]
    with open(path, "w", encoding="utf-8") as file:
        file.write(before + text + after)
