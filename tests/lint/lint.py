#!/usr/bin/env python3
"""Rules of the tree that a compiler does not check: layers, banned calls, templates, sentences, SQL.

Each rule is tried on a deliberately wrong text first, so that a rule that cannot fail is itself a failure.
Prints a line a fault, then "N passed, N failed"."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
passed = failed = 0


def verdict(name, faults):
    global passed, failed
    if faults:
        failed += 1
        print(f"not ok - {name}")
        for fault in faults[:20]:
            print(f"    {fault}")
    else:
        passed += 1
        print(f"ok - {name}")


def files(pattern):
    return [p for p in sorted(ROOT.glob(pattern)) if p.is_file()]


def lines(paths, rule):
    """Every line that `rule` refuses, as 'file:line: text'."""
    found = []
    for path in paths:
        relative = path.relative_to(ROOT)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if rule(str(relative), line):
                found.append(f"{relative}:{number}: {line.strip()[:100]}")
    return found


SOURCES = files("src/**/*.c") + files("src/**/*.cc") + files("src/**/*.h") + files("include/**/*.h")
ONLY_IN = {
    "libpq-fe.h": "src/db/", "microhttpd.h": "src/net/", "ctemplate/": "src/page/", "curl/curl.h": "src/notify/",
    "xlsxwriter.h": "src/document/", "unicode/": "src/form/", "cairo": "src/document/", "pango/": "src/document/", "qpdf/": "src/document/",
}
SERVICES = {"portal", "accounts", "acts", "advancement", "appointments", "archive", "career", "certificates", "channels", "cohorts", "imports", "payroll", "pensioners",
            "pensions", "requests", "services", "verify"}
PURE = ("pensions/liquidation.h", "pensions/simulation.h")     # a computation without I/O: a service may call another's
LAYERS = {  # what the quoted includes of a layer may name, beside guichet/ and itself
    "base": set(), "db": {"base"}, "form": {"base"}, "page": {"base"}, "document": {"base"}, "seal": {"base"}, "notify": {"base", "db"},
    "app": {"base", "db", "form", "page"}, "net": {"app", "base"}, "demo": {"base"},
}


def library_rule(path, line):
    match = re.match(r'#include <([^>]+)>', line)
    return bool(match) and any(match[1].startswith(lib) and not path.startswith(home) for lib, home in ONLY_IN.items())


def layer_rule(path, line):
    match = re.match(r'#include "([a-z_]+)/', line)
    if line.startswith(tuple(f'#include "{header}"' for header in PURE)):
        return False
    parts = path.split("/")
    if not match or parts[0] != "src" or len(parts) < 3 or match[1] == "guichet":
        return False
    layer, used = parts[1], match[1]
    if used == layer:
        return False
    if layer in SERVICES:
        return used in SERVICES or used in LAYERS          # services see guichet/ headers only
    return used not in LAYERS.get(layer, set())


BANNED = re.compile(r"(?<![\w.>])(strcpy|strcat|sprintf|vsprintf|gets|strtok|scanf|sscanf|atoi|atol|alloca|system|popen|tmpnam|rand|setjmp)\s*\(")


def banned_rule(path, line):
    code = line.split("//")[0]
    return bool(BANNED.search(code)) and not line.lstrip().startswith(("*", "/*"))


def template_fault(text):
    return not text.startswith('{{%AUTOESCAPE context="HTML"}}') or ":none" in text


def set_rule(path, line):
    return bool(re.match(r"\s*set\s+(?!role|local|search_path)[a-z_.]+\s*(=|to)\s", line, re.I)) and path.startswith("sql/") and "update" not in line


MACHINE = re.compile(r"/(work|farm)/|/tmp/(bash|studio)")

verdict("rules can fail", [name for name, wrong in {
    "library": library_rule("src/app/x.c", "#include <libpq-fe.h>"),
    "layer": layer_rule("src/career/x.c", '#include "db/db.h"'),
    "layer up": layer_rule("src/base/x.c", '#include "app/app.h"'),
    "banned": banned_rule("src/app/x.c", "\tstrcpy(a, b);"),
    "template": template_fault("<p>{{X}}</p>"),
}.items() if not wrong])

verdict("each library has one home", lines(SOURCES, library_rule))
verdict("layers look down only", lines(SOURCES, layer_rule))
verdict("no banned function", lines(SOURCES, banned_rule))
verdict("templates escape", [str(p.relative_to(ROOT)) for p in files("templates/**/*.tpl") if template_fault(p.read_text(encoding="utf-8"))])
verdict("every C file says what it is", [str(p.relative_to(ROOT)) for p in SOURCES if not p.read_text(encoding="utf-8").startswith("/*")])
verdict("no path of a machine", lines([p for p in SOURCES + files("*.md") + files("docs/*.md") + files("sql/**/*") + files("tests/**/*.py") + files("Makefile")
                                       if "lint" not in str(p)], lambda path, line: bool(MACHINE.search(line))))
verdict("no open mark", lines(SOURCES + files("sql/**/*.sql") + files("templates/**/*.tpl"),
                              lambda path, line: bool(re.search(r"\b(TODO|FIXME|XXX)\b|not implemented|coming soon", line))))

# Sentences: one line a key, each key once, each key that the code names is there.
keys, faults = {}, []
for number, line in enumerate((ROOT / "templates/sentences.txt").read_text(encoding="utf-8").splitlines(), 1):
    if not line.strip() or line.startswith("#"):
        continue
    key, _, text = line.partition("=")
    if not text.strip():
        faults.append(f"sentences.txt:{number}: no sentence")
    if key.strip() in keys:
        faults.append(f"sentences.txt:{number}: {key.strip()} stands twice")
    keys[key.strip()] = text.strip()
verdict("sentences are well formed", faults)
used = {}
for path in SOURCES + files("sql/**/*.sql"):
    text = path.read_text(encoding="utf-8")
    patterns = [r'problem_(?:input|of)\([^()]*?"([a-z_]+(?:\.[a-z0-9_]+)+)"', r"message\s*=\s*'([a-z_]+(?:\.[a-z0-9_]+)+)'",
                r'\.(?:text|choose|precise) = "([a-z_]+(?:\.[a-z0-9_]+)+)"', r'PROBLEM_[A-Z_]+, "([a-z_]+\.[a-z0-9_.]+)"']
    for pattern in patterns:
        for match in re.finditer(pattern, text, re.S):
            used.setdefault(match[1], str(path.relative_to(ROOT)))
    for match in re.finditer(r"[?&]fait=([a-z0-9_-]+)", text):
        used.setdefault("done." + match[1], str(path.relative_to(ROOT)))
verdict("every sentence named is written", [f"{where}: {key}" for key, where in sorted(used.items()) if key not in keys])
if len(used) < 10:
    verdict("sentences are looked for", ["fewer than ten keys found: the patterns no longer fit"])

# SQL: every function says its volatility; definer functions fix their search_path; comments.
faults = []
for path in files("sql/**/*.sql"):
    text = path.read_text(encoding="utf-8")
    for match in re.finditer(r"create (?:or replace )?function\s+([\w.]+)\s*\((.*?)\bas\s+\$|create (?:or replace )?function\s+([\w.]+)\s*\((.*?)begin atomic", text, re.S | re.I):
        name, head = match[1] or match[3], match[2] or match[4] or ""
        where = f"{path.relative_to(ROOT)}: {name}"
        if not re.search(r"\b(immutable|stable|volatile)\b", head, re.I):
            faults.append(f"{where} does not say its volatility")
        if re.search(r"security definer", head, re.I) and not re.search(r"set search_path", head, re.I):
            faults.append(f"{where} is definer without search_path")
verdict("functions say what they are", faults)

print(f"{passed} passed, {failed} failed")
sys.exit(1 if failed else 0)
