#!/usr/bin/env python3
"""Malformed HTTP against a running portal, from outside: every refusal refused, nobody out of step, nothing broken.

usage: malformed.py HOST PORT [NAME] [--post-path PATH] [--mutations N] [--verbose]

NAME is what Host must say (default HOST:PORT). The cases are the raw files of corpus/, judged in expected.tsv:

  alone       the case is sent; the expected answers come, then (for a refusal) the end of the connection
  canary      the case, then in the same write a good request: answered only if the case is a good one
  bytewise    a sample of the cases, one byte a segment: same verdict
  mutations   900 requests bent by a seeded generator: each answer is whole, never a 5xx but 501 and 505, and ends
  floods      what no file should hold: a 2 MB address, 100,000 header lines, …
  slow        a header and a body that trickle are ended with 408 within 15 seconds

Any answer must come within 12 seconds. At the end the portal is as well as at the start. Standard library only.
"""
import argparse
import asyncio
import pathlib
import random
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
PLACEHOLDER = b"guichet.example"
PATIENCE = 12.0
SLOW_PATIENCE = 15.0
TOGETHER = 64
FIVES_ALLOWED = (501, 505)


class Fault(Exception):
    """What a check found wrong."""


class Client(asyncio.Protocol):
    """One connection; it remembers all that came, even when a reset follows."""

    def __init__(self):
        self.got = bytearray()
        self.ended = asyncio.get_running_loop().create_future()
        self.transport = None

    def connection_made(self, transport):
        self.transport = transport

    def data_received(self, data):
        self.got += data

    def eof_received(self):
        return False

    def connection_lost(self, exc):
        if not self.ended.done():
            self.ended.set_result(exc)


def answers(raw, sent=b""):
    """The (status, headers, body) in `raw`, interim answers left out. Where HEAD was sent, a body may be missing."""
    found, at = [], 0
    while at < len(raw):
        end = raw.find(b"\r\n\r\n", at)
        if end < 0:
            raise Fault(f"answer cut in its headers: {bytes(raw[at:at + 60])!r}")
        lines = bytes(raw[at:end]).split(b"\r\n")
        words = lines[0].split(b" ", 2)
        if words[0] not in (b"HTTP/1.1", b"HTTP/1.0") or len(words) < 2 or not words[1].isdigit():
            raise Fault(f"not a status line: {lines[0][:60]!r}")
        status, at = int(words[1]), end + 4
        headers = {}
        for line in lines[1:]:
            name, _, value = line.partition(b":")
            headers[name.strip().lower().decode()] = value.strip().decode("latin-1")
        if 100 <= status < 200:
            continue
        length = 0
        without = b"HEAD" in sent and (at == len(raw) or raw.startswith(b"HTTP/1.", at))
        if not without and status not in (204, 304):
            if "content-length" not in headers:
                raise Fault(f"answer {status} without Content-Length")
            length = int(headers["content-length"])
        body = bytes(raw[at:at + length])
        if len(body) < length:
            raise Fault(f"answer {status}: {len(body)} bytes of {length}")
        found.append((status, headers, body))
        at += length
    return found


def check_refusal(status, headers, body, head):
    """A refusal is a small French page that nobody keeps, and says that the connection ends."""
    if headers.get("connection", "").lower() != "close":
        raise Fault(f"{status} without Connection: close")
    if "no-store" not in headers.get("cache-control", ""):
        raise Fault(f"{status} may be kept in a cache")
    if headers.get("x-content-type-options") != "nosniff":
        raise Fault(f"{status} without nosniff")
    if "default-src 'none'" not in headers.get("content-security-policy", ""):
        raise Fault(f"{status} without a content policy")
    if not head and b'lang="fr"' not in body:
        raise Fault(f"{status} without a French page")


class Suite:
    def __init__(self, options):
        self.host, self.port = options.host, options.port
        self.name = (options.name or f"{options.host}:{options.port}").encode()
        self.post_path = options.post_path.encode()
        self.mutations = options.mutations
        self.verbose = options.verbose
        self.room = asyncio.Semaphore(TOGETHER)
        self.passed, self.failed = 0, 0
        self.cases = self.read_cases()

    def read_cases(self):
        cases, self.bent = [], []
        for line in (HERE / "expected.tsv").read_text().splitlines():
            if line.startswith("#") or not line:
                continue
            name, verdict, _ = line.split("\t")
            raw = (HERE / "corpus" / name).read_bytes()
            self.bent.append(raw)
            cases.append((name, verdict.split(), raw.replace(PLACEHOLDER, self.name)))
        if len(cases) < 130:
            raise SystemExit("malformed.py: the corpus is not there")
        return cases

    async def connect(self):
        _, client = await asyncio.get_running_loop().create_connection(Client, self.host, self.port)
        return client

    async def talk(self, raw, end=False, step=0, patience=PATIENCE):
        """Sends `raw` and returns all that came before the other side closed."""
        client = await self.connect()
        try:
            if step == 0:
                client.transport.write(raw)
            for at in range(0, len(raw) if step else 0, step or 1):
                if client.ended.done():
                    break
                client.transport.write(raw[at:at + step])
                await asyncio.sleep(0.0005)
            if end and not client.ended.done():
                client.transport.write_eof()
            try:
                await asyncio.wait_for(asyncio.shield(client.ended), patience)
            except asyncio.TimeoutError:
                raise Fault(f"still open after {patience:.0f} s, got {bytes(client.got[:60])!r}") from None
            return client.got
        finally:
            client.transport.abort()

    async def check(self, label, work):
        async with self.room:
            try:
                await work
                self.passed += 1
                if self.verbose:
                    print(f"ok      {label}")
            except (Fault, OSError) as fault:
                self.failed += 1
                print(f"FAILED  {label}: {fault}", flush=True)

    def canary(self, tag):
        return (b"GET /healthz?canary=" + tag.encode() + b" HTTP/1.1\r\nHost: " + self.name
                + b"\r\nConnection: close\r\n\r\n")

    async def healthy(self):
        found = answers(await self.talk(self.canary("health")))
        if [status for status, _, _ in found] != [200]:
            raise Fault(f"health page says {[status for status, _, _ in found]}")

    def judge(self, raw, want, got, canary):
        """Compares the answers with the expected words; returns how many were left over."""
        head = raw.startswith(b"HEAD ")
        found = answers(got, raw)
        if head and found and found[0][2]:
            raise Fault("a HEAD got a body")
        for i, word in enumerate(want):
            if i >= len(found):
                raise Fault(f"{len(found)} answers, expected {want}")
            status, headers, body = found[i]
            if status >= 500 and status not in FIVES_ALLOWED:
                raise Fault(f"answered {status}")
            if word == "answer" and status < 500:
                continue
            if str(status) != word:
                raise Fault(f"{status}, expected {word}")
            if status != 200:
                check_refusal(status, headers, body, head)
        rest = found[len(want):]
        if len(rest) > (1 if canary else 0):
            raise Fault(f"out of step: {[status for status, _, _ in found]}, expected {want}")
        return rest

    async def alone(self, want, raw, step=0):
        # A good request leaves the connection open: closing our side ends it. A refusal needs no such help.
        end = want[-1] in ("200", "answer", "cut")
        if want == ["cut"]:
            want = ["400"]
        self.judge(raw, want, await self.talk(raw, end=end, step=step), False)

    async def with_canary(self, name, want, raw):
        good = want[-1] in ("200", "answer")
        got = await self.talk(raw + self.canary(name))
        rest = self.judge(raw, want, got, good)
        stays = name not in ("ok-http10.http", "ok-http10-host.http", "ok-post-http10.http")
        if good and stays and not rest and want[-1] == "200":
            raise Fault("the request behind a good one was not answered")
        if rest and rest[0][0] != 200:
            raise Fault(f"the request behind a good one got {rest[0][0]}")

    def mutated(self, number):
        """One bent request; the same number always gives the same bytes."""
        dice = random.Random(20260101 + number)
        raw = bytearray(dice.choice(self.bent)[:3000])
        odd = [b"\0", b"\r", b"\n", b"\r\n", b"\r\n\r\n", b" ", b"\t", b"\x0b", b":", b"%", b"%00", b"/../", b"//", b"\xff",
               b"\xc0\xaf", b"\x7f", b"Transfer-Encoding: chunked\r\n", b"Content-Length: 3\r\n", b"HTTP/1.1",
               b"Host: x\r\n", b"#", b"0", b"99999999999999999999", b";", b",", b"_", b"-"]
        for _ in range(dice.randint(1, 4)):
            at = dice.randrange(len(raw) + 1)
            kind = dice.randrange(6)
            if kind == 0 and at < len(raw):
                raw[at] = dice.randrange(256)
            elif kind == 1:
                del raw[at:at + dice.randint(1, 8)]
            elif kind == 2:
                raw[at:at] = dice.choice(odd)
            elif kind == 3:
                lines = bytes(raw).split(b"\r\n")
                lines.insert(dice.randrange(len(lines)), dice.choice(lines))
                raw = bytearray(b"\r\n".join(lines))
            elif kind == 4 and at < len(raw):
                raw[at] ^= 1 << dice.randrange(8)
            else:
                other = dice.choice(self.bent)
                raw[at:] = other[dice.randrange(len(other) + 1):][:1500]
        return bytes(raw).replace(PLACEHOLDER, self.name)

    async def mutation(self, number):
        raw = self.mutated(number)
        try:
            found = answers(await self.talk(raw, end=True), raw)
        except Fault as fault:
            raise Fault(f"{fault} after {raw[:300]!r}") from None
        for status, headers, body in found:
            if status >= 500 and status not in FIVES_ALLOWED:
                raise Fault(f"{status} after {raw[:300]!r}")
        if raw and not found:
            raise Fault(f"no answer after {raw[:300]!r}")

    def floods(self):
        get = b"GET /healthz HTTP/1.1\r\nHost: " + self.name + b"\r\n"
        post = b"POST " + self.post_path + b" HTTP/1.1\r\nHost: " + self.name + b"\r\n"
        yield "a 2 MB address", [414], b"GET /" + b"a" * 2_000_000
        yield "a 64 kB line", [431], get + b"X: " + b"a" * 65536
        yield "a 1 MB header name", [431], get + b"X" * 1_000_000
        yield "100,000 header lines", [431], get + b"X: 1\r\n" * 100_000
        yield "10,000 cookies in one line", [431], get + b"Cookie: " + b"a=1; " * 10_000
        yield "10,000 cookie lines", [400], get + b"Cookie: a=1\r\n" * 10_000
        yield "a method of 1 MB", [501], b"A" * 1_000_000
        yield "1 MB of empty lines", [400], b"\r\n" * 500_000
        yield "1 MB of zeros", [400], b"\0" * 1_000_000
        yield "a 1 GB body", [413], post + b"Content-Length: 1000000000\r\n\r\n" + b"a" * 1_000_000
        yield "a gzip body", [415], post + b"Content-Encoding: gzip\r\nContent-Length: 9\r\n\r\n\x1f\x8b" + b"a" * 100_000
        yield "the largest request allowed", [200], self.largest()
        yield "one byte more of target", [414], self.largest().replace(b"?q", b"?qq", 1)
        yield "one byte more of headers", [431], self.largest().replace(b"X1: a", b"X1: aa", 1)
        yield "one header line more", [431], self.largest().replace(b"X1: aa", b"X1:\r\nY:", 1)
        yield "2,000 good requests and a fault", [200] * 2000 + [400], (get + b"\r\n") * 2000 + b"\0"

    def largest(self):
        """The largest request that is allowed: 2,048 bytes of target, 64 header lines, 8,192 bytes of them."""
        lines = [b"Host: " + self.name, b"Connection: close"]
        left = 8192 - 2 - sum(len(line) + 2 for line in lines)
        for i in range(62, 0, -1):
            size = left // i
            lines.append((b"X%d: " % i).ljust(size - 2, b"a"))
            left -= size
        target = b"/healthz?".ljust(2048, b"q")
        return b"GET " + target + b" HTTP/1.1\r\n" + b"".join(line + b"\r\n" for line in lines) + b"\r\n"

    async def flood(self, want, raw):
        found = answers(await self.talk(raw))
        if [status for status, _, _ in found] != want:
            raise Fault(f"{[status for status, _, _ in found][-3:]}, expected {want[-3:]}")

    async def trickle(self, first, byte, within):
        """Sends `first`, then one byte a second; the other side must end it with 408 in time."""
        began = time.monotonic()
        client = await self.connect()
        try:
            client.transport.write(first)
            while not client.ended.done() and time.monotonic() - began < within:
                await asyncio.wait([client.ended], timeout=1.0)
                if not client.ended.done():
                    client.transport.write(byte)
            if not client.ended.done():
                raise Fault(f"still open after {within:.0f} s")
            statuses = [status for status, _, _ in answers(client.got)]
            if statuses != [408] and not (first.startswith(b"POST") and statuses and 400 <= statuses[-1] < 500):
                raise Fault(f"ended with {statuses}, expected 408")
        finally:
            client.transport.abort()

    def slow(self):
        get = b"GET /healthz HTTP/1.1\r\nHost: " + self.name + b"\r\n"
        post = b"POST " + self.post_path + b" HTTP/1.1\r\nHost: " + self.name + b"\r\n"
        yield "slow method", b"G", b"E"
        yield "slow address", b"GET /", b"a"
        yield "slow header", get + b"X: ", b"a"
        yield "silent header", get + b"X: ", b""
        yield "slow body", post + b"Content-Length: 1000\r\n\r\n", b"a"
        yield "silent body", post + b"Content-Length: 1000\r\n\r\n", b""

    async def run(self):
        await self.check("health before", self.healthy())
        waiting = [asyncio.ensure_future(self.check_slow(label, first, byte)) for label, first, byte in self.slow()]
        todo = []
        for name, want, raw in self.cases:
            todo.append(self.check(f"{name} alone", self.alone(want, raw)))
            if want != ["cut"]:
                todo.append(self.check(f"{name} canary", self.with_canary(name, want, raw)))
            if len(raw) < 400:
                todo.append(self.check(f"{name} bytewise", self.alone(want, raw, step=1)))
        await asyncio.gather(*todo)
        await asyncio.gather(*(self.check(f"flood: {label}", self.flood(want, raw)) for label, want, raw in self.floods()))
        for start in range(0, self.mutations, 300):
            numbers = range(start, min(start + 300, self.mutations))
            await asyncio.gather(*(self.check(f"mutation {n}", self.mutation(n)) for n in numbers))
            await self.check(f"health after mutation {numbers[-1]}", self.healthy())
        await asyncio.gather(*waiting)
        await self.check("health after", self.healthy())

    async def check_slow(self, label, first, byte):
        try:
            await self.trickle(first, byte, SLOW_PATIENCE)
            self.passed += 1
        except (Fault, OSError) as fault:
            self.failed += 1
            print(f"FAILED  {label}: {fault}", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("host")
    parser.add_argument("port", type=int)
    parser.add_argument("name", nargs="?", help="what Host must say (default HOST:PORT)")
    parser.add_argument("--post-path", default="/healthz", help="a page that takes a form (default /healthz)")
    parser.add_argument("--mutations", type=int, default=900)
    parser.add_argument("--verbose", action="store_true")
    suite = Suite(parser.parse_args())
    began = time.monotonic()
    try:
        asyncio.run(suite.run())
    except OSError as error:
        print(f"malformed.py: {error}")
        suite.failed += 1
    print(f"{suite.passed} passed, {suite.failed} failed ({len(suite.cases)} cases, {time.monotonic() - began:.0f} s)")
    return 0 if suite.failed == 0 and suite.passed > len(suite.cases) else 1


if __name__ == "__main__":
    sys.exit(main())
