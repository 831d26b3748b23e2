"""Clients that keep connections busy with next to nothing: slow heads, content, readers, ranges.

Each keeps its number of connections: one that the server closes is opened again.
"""
import itertools
import selectors
import socket
import time

from background import should_stop

SOURCES = [f"127.0.0.{last}" for last in range(2, 34)]  # Each has ports of its own.
STEP_SECONDS = 1.0  # Every connection moves once in this time.
OPENINGS_PER_TURN = 500
READER_STEPS = 15


def slow_head(_):
    yield b"GET /v1 HTTP/1.1\r\nHost: localhost\r\n"
    for number in itertools.count():
        yield b"X-%d: y\r\n" % number


def slow_content(_):
    yield b"POST /v1 HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4096\r\n\r\n"
    yield from itertools.repeat(b"x")


def slow_chunks(_):
    yield b"POST /v1 HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
    yield from itertools.repeat(b"1\r\nx\r\n")


def slow_reader(path):
    """Comes back before the server has lost its patience, else few would be left."""
    yield b"GET %s HTTP/1.1\r\nHost: localhost\r\n\r\n" % path.encode() * 100
    yield from itertools.repeat(b"", READER_STEPS)


def many_ranges(path):
    ranges = b",".join(b"5-%d" % last for last in range(1300))
    yield b"GET %s HTTP/1.1\r\nHost: localhost\r\nRange: bytes=0-,%s\r\n\r\n" % (
        path.encode(), ranges)
    yield from itertools.repeat(b"")


def silent(_):
    yield from itertools.repeat(b"")


KINDS = {"head": slow_head, "content": slow_content, "chunks": slow_chunks, "read": slow_reader,
         "range": many_ranges, "silent": silent}


class Crowd:
    """The connections of one kind of slow client."""

    def __init__(self, kind, address, path, count):
        self.kind, self.address, self.path, self.count = kind, address, path, count
        self.selector = selectors.DefaultSelector()
        self.steps = {}
        self.sources = itertools.cycle(SOURCES)
        self.opened = 0
        self.peak = 0

    def open(self):
        peer = socket.socket()
        if self.kind == "read":
            peer.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1024)
        peer.bind((next(self.sources), 0))
        peer.settimeout(5)
        try:
            peer.connect(self.address)
        except OSError:
            return peer.close()
        peer.setblocking(False)
        self.steps[peer] = KINDS[self.kind](self.path)
        self.selector.register(peer, selectors.EVENT_READ)
        self.opened += 1
        return None

    def close(self, peer):
        self.selector.unregister(peer)
        del self.steps[peer]
        peer.close()

    def move(self, peer):
        """The next few bytes; a slow reader takes a few instead."""
        try:
            data = next(self.steps[peer])
            if data and peer.send(data) < len(data):
                self.steps[peer] = itertools.repeat(b"")
            if self.kind == "read" and peer.recv(32) == b"":
                self.close(peer)
        except BlockingIOError:
            pass
        except (OSError, StopIteration):
            self.close(peer)

    def drop_ended(self):
        """Closes what the server has closed; answers are read and thrown away."""
        if self.kind == "read":
            return
        for key, _ in self.selector.select(0):
            try:
                if key.fileobj.recv(65536) == b"":
                    self.close(key.fileobj)
            except BlockingIOError:
                pass
            except OSError:
                self.close(key.fileobj)

    def turn(self):
        for _ in range(min(self.count - len(self.steps), OPENINGS_PER_TURN)):
            self.open()
        self.drop_ended()
        self.peak = max(self.peak, len(self.steps))


def crowd(stop, kind, address, path, count):
    """Keeps up `count` connections until stopped; says "full" once. Gives (peak, opened)."""
    them, full = Crowd(kind, address, path, count), False
    while not should_stop(stop):
        begin = time.monotonic()
        them.turn()
        for peer in list(them.steps):
            them.move(peer)
        if not full and len(them.steps) >= count * 0.95:
            full = True
            stop.send("full")
        left = STEP_SECONDS - (time.monotonic() - begin)
        if should_stop(stop, max(left, 0) if full else 0.02):
            break
    return them.peak, them.opened
