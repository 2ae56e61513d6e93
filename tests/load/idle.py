"""Opens many connections, each asks one page and then stays silent; says so, and closes when its input ends.

usage: idle.py PORT COUNT FIRST SESSIONS PATH"""
import asyncio
import resource
import sys


async def open_one(port, number, path, slots):
    async with slots:
        reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=256 * 1024)
        writer.write(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nCookie: guichet={number:064d}\r\n\r\n".encode())
        head = (await reader.readuntil(b"\r\n\r\n")).decode().lower()
        if not head.startswith("http/1.1 200"):
            raise SystemExit(f"idle connection: {head.splitlines()[0]}")
        await reader.readexactly(int(head.split("content-length: ")[1].split("\r\n")[0]))
        return writer


async def main(port, count, first, sessions, path):
    limit = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (limit, limit))
    count = min(count, limit - 50)
    slots = asyncio.Semaphore(100)
    writers = await asyncio.gather(*[open_one(port, first + i % sessions, path, slots) for i in range(count)])
    print(len(writers), flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)
    for writer in writers:
        writer.close()


asyncio.run(main(*map(int, sys.argv[1:5]), sys.argv[5]))
