"""A bad network: a TCP proxy on loopback that cuts a connection at a chosen byte of the request or of the answer, with an
RST, with an orderly end, or by falling silent."""
import random
import socket
import struct
import threading


class Proxy:
    def __init__(self, port):
        self.port_behind, self.plan, self.cuts = port, None, 0
        self.listener = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self.serve, daemon=True).start()

    def cut_next(self, chance, request, answer):
        """Whether and where the next connection is cut; lengths are those to be expected."""
        if chance.random() < 0.5:
            self.plan = ("request", chance.randrange(request), chance.choice(["reset", "end", "silence"] if chance.random() < 0.2 else ["reset", "end"]))
        else:
            self.plan = ("answer", chance.randrange(answer), chance.choice(["reset", "end"]))

    def serve(self):
        while True:
            try:
                near, _ = self.listener.accept()
            except OSError:
                return
            plan, self.plan = self.plan, None
            try:
                far = socket.create_connection(("127.0.0.1", self.port_behind))
            except OSError:
                near.close()
                continue
            for way, source, sink in (("request", near, far), ("answer", far, near)):
                threading.Thread(target=self.pump, args=(way, source, sink, plan), daemon=True).start()

    def pump(self, way, source, sink, plan):
        left = plan[1] if plan is not None and plan[0] == way else None
        try:
            while data := source.recv(65536):
                if left is not None and len(data) > left:
                    sink.sendall(data[:left])
                    self.cut(plan[2], source, sink)
                    return
                if left is not None:
                    left -= len(data)
                sink.sendall(data)
            sink.shutdown(socket.SHUT_WR)
        except OSError:
            pass

    def cut(self, how, *ends):
        self.cuts += 1
        if how == "silence":
            return                              # both stay open, nothing moves: the client's own patience ends it
        for end in ends:
            try:
                if how == "reset":
                    end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                end.shutdown(socket.SHUT_RDWR) if how == "end" else end.close()
            except OSError:
                pass

    def close(self):
        self.listener.close()


def seeded(number):
    return random.Random(number)
