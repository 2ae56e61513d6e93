"""People of the HTTP tests of requests (tests/portal.py): a person who files, a desk."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
import portal  # noqa: E402
from portal import BASE, end, ok, sql  # noqa: E402, F401

DESK_BITS = 1 << 13 | 1 << 14 | 1 << 3 | 1


class Browser(portal.Browser):
    def __init__(self, name=None, bits=1 << 13 | 1, reach="{}", role=None, structure=None, person=None):
        super().__init__(name, bits, reach, person, role, structure)
