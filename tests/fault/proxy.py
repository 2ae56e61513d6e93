"""A bad network: a TCP proxy on loopback that cuts a connection at a chosen byte of the request or of the answer, with an
RST, with an orderly end, or by falling silent."""
import select
import socket
import struct
import threading

SILENCE = 20      # seconds; longer than any client of these tests waits


class Proxy:
    def __init__(self, port):
        self.port_behind, self.plan, self.cuts, self.closed = port, None, 0, threading.Event()
        self.listener = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self.serve, daemon=True).start()

    def cut_next(self, chance, request, answer):
        """Where and how the next connection is cut; the lengths are those to be expected. One time in ten it is silence."""
        way, length = chance.choice([("request", request), ("answer", answer)])
        self.plan = (way, chance.randrange(length), "silence" if chance.random() < 0.1 else chance.choice(["reset", "end"]))

    def serve(self):
        while not self.closed.is_set():
            try:
                near = self.listener.accept()[0]
            except OSError:
                return
            plan, self.plan = self.plan, None
            threading.Thread(target=self.carry, args=(near, plan), daemon=True).start()

    def carry(self, near, plan):
        """One connection; one thread, so that a close is a close."""
        try:
            far = socket.create_connection(("127.0.0.1", self.port_behind))
        except OSError:
            near.close()
            return
        to, ways = {near: far, far: near}, {near: "request", far: "answer"}
        left = plan[1] if plan else 0
        try:
            while ways:
                for source in select.select(list(ways), [], [], SILENCE)[0]:
                    data = source.recv(65536)
                    if not data:
                        to[source].shutdown(socket.SHUT_WR)
                        ways.pop(source)
                    elif plan and ways.get(source) == plan[0] and len(data) > left:
                        to[source].sendall(data[:left])
                        self.cut(plan[2], near, far)
                        return
                    else:
                        left -= len(data) if plan and ways.get(source) == plan[0] else 0
                        to[source].sendall(data)
        except OSError:
            pass
        finally:
            near.close()
            far.close()

    def cut(self, how, *ends):
        self.cuts += 1
        if how == "silence":
            self.closed.wait(SILENCE)           # nothing moves: the client's own patience ends it
        elif how == "reset":
            for end in ends:
                end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))

    def close(self):
        self.closed.set()
        self.listener.close()
