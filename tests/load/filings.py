#!/usr/bin/env python3
"""How many audited filings a second the database takes: each is one call of requests_api.put_request in its own transaction, by so many
connections for so long (pgbench). What a page adds (fields, review, session) is not in it.

    filings.py [SECONDS] [CONNECTIONS]      GUICHET_OWNER_DSN must lead to the database."""
import os
import subprocess
import sys
import tempfile

seconds, clients = (int(sys.argv[i]) if len(sys.argv) > i else d for i, d in ((1, 20), (2, 4)))
script = """\\set who random(1, 300)
select number from requests_api.put_request((select s from services.services s where s.code = 'copie-actes'), :who, 'Mesure', 'Un acte', '[{"label": "a", "value": "b"}]', '{}',
 '[{"etape": "instruction", "titre": "Recherche", "bureau": "SA-DRA", "jours": 10}]', 10, 'web');
"""
with tempfile.NamedTemporaryFile("w", suffix=".sql") as file:
    file.write(script)
    file.flush()
    pgbench = next((p for p in ("/usr/lib/postgresql/15/bin/pgbench", "pgbench") if os.path.exists(p)), "pgbench")
    done = subprocess.run([pgbench, "-n", "-M", "prepared", "-T", str(seconds), "-c", str(clients), "-j", "2", "-f", file.name, os.environ["GUICHET_OWNER_DSN"]], capture_output=True, text=True)
print("\n".join(line for line in done.stdout.splitlines() if "tps" in line or "latency" in line or "processed" in line) or done.stderr)
