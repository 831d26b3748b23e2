"""Clients that mean harm: each kind is one short attack, repeated at random until stopped."""
import random
import selectors
import socket
import struct

from background import should_stop
from harness import request

PEER_SECONDS = 2  # How long an attack waits for the server before it gives up.
CROWD = 700  # More than the descriptors of a server that is short of them.


class Attack:
    """What every kind of attack needs: a seeded choice, the address, the paths that exist."""

    def __init__(self, address, paths, seed):
        self.address, self.paths, self.random = address, paths, random.Random(seed)

    def connect(self, receive_bytes=None):
        peer = socket.socket()
        if receive_bytes:
            peer.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_bytes)
        peer.settimeout(PEER_SECONDS)
        peer.connect(self.address)
        return peer

    def request(self):
        return request(self.random.choice(self.paths))

    @staticmethod
    def reset(peer):
        peer.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        peer.close()

    def leave(self, peer):
        """Goes in one of the ways that peers go."""
        way = self.random.randrange(3)
        if way == 0:
            self.reset(peer)
        elif way == 1:
            peer.close()
        else:
            peer.shutdown(socket.SHUT_WR)
            self.read_some(peer)
            peer.close()

    @staticmethod
    def read_some(peer, bytes_max=1_000_000):
        while bytes_max > 0 and (data := peer.recv(65536)):
            bytes_max -= len(data)

    # The kinds.

    def garbage(self):
        peer = self.connect()
        peer.sendall(self.random.randbytes(self.random.randrange(1, 40_000)))
        self.leave(peer)

    def mutated(self):
        data = bytearray(self.request() * 3)
        for _ in range(self.random.randrange(1, 6)):
            data[self.random.randrange(len(data))] = self.random.randrange(256)
        peer = self.connect()
        peer.sendall(data)
        self.leave(peer)

    def truncated(self):
        data = self.request()
        peer = self.connect()
        peer.sendall(data[:self.random.randrange(len(data))])
        self.leave(peer)

    def bytewise(self):
        peer = self.connect()
        peer.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        for byte in self.request():
            peer.send(bytes([byte]))
        self.read_some(peer, 1)
        self.leave(peer)

    def reset_storm(self):
        for _ in range(50):
            peer = self.connect()
            peer.send(self.request())
            self.reset(peer)

    def half_closes(self):
        peer = self.connect()
        peer.sendall(self.request() * self.random.randrange(1, 20))
        peer.shutdown(socket.SHUT_WR)
        self.read_some(peer)
        peer.close()

    def flood(self):
        peer = self.connect()
        peer.settimeout(0.2)
        try:
            peer.sendall(self.request() * 3000)
            self.read_some(peer, self.random.randrange(1, 2_000_000))
        finally:
            self.reset(peer)

    def never_reads(self):
        peers = [self.connect(receive_bytes=1024) for _ in range(20)]
        for peer in peers:
            peer.setblocking(False)
            peer.send(self.request() * 200)
        self.wait_for_any(peers)

    def oversized(self):
        head = request("/v1", "POST", "Content-Length: 10000000", "X: " + "y" * 9000)
        peer = self.connect()
        peer.sendall(self.random.choice([b"GET /" + b"a" * 20_000, head + b"z" * 300_000,
                                         request("/v1", "GET", *["A: b"] * 3000)]))
        self.leave(peer)

    def crowd(self):
        peers = [self.connect() for _ in range(CROWD)]
        self.wait_for_any(peers)

    @staticmethod
    def wait_for_any(peers):
        """Holds all of them half a second, then lets go."""
        with selectors.DefaultSelector() as nothing:
            nothing.select(0.5)
        for peer in peers:
            peer.close()


KINDS = ["garbage", "mutated", "truncated", "bytewise", "reset_storm", "half_closes", "flood",
         "never_reads", "oversized", "crowd"]


def attack(stop, address, paths, seed, kinds):
    """Attacks until stopped; gives how often of each kind. Failures are the attacker's own."""
    attacker, done = Attack(address, list(paths), seed), dict.fromkeys(kinds, 0)
    while not should_stop(stop):
        kind = attacker.random.choice(kinds)
        done[kind] += 1
        try:
            getattr(attacker, kind)()
        except OSError:
            pass
    return done
