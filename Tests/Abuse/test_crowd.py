"""Sixteen thousand connections held, then gone at once."""
import itertools
import socket
import unittest

from background import Background, should_stop
from figures import Figures, settled, tell
from harness import Server, request, wait_until
from normal import client, first_answers
from slow import SOURCES

CONNECTIONS = 16_000


def hold(stop, address, count):
    """Opens `count` connections: every second has had an answer, every eighth is within a head."""
    sources, held = itertools.cycle(SOURCES), []
    for number in range(count):
        peer = socket.socket()
        peer.bind((next(sources), 0))
        peer.settimeout(30)
        peer.connect(address)
        if number % 2:
            peer.sendall(request("/healthz"))
            assert peer.recv(4096).startswith(b"HTTP/1.1 200 "), number
        elif number % 8 == 0:
            peer.sendall(b"GET /v1 HTTP/1.1\r\nHost: local")
        held.append(peer)
    stop.send("full")
    while not should_stop(stop, 60):
        pass
    return len(held)


class Crowd(unittest.TestCase):
    def wave(self, server):
        """A crowd that comes, stays a moment, and is killed; gives the figures at its height."""
        with Background(hold, server.address, CONNECTIONS) as crowd:
            self.assertEqual(crowd.said(60), "full")
            height = Figures(server)
            wait_until(lambda: server.get("/v1").status == 200, "an answer within the crowd")
            crowd.kill()
        return height

    def test_sixteen_thousand_connections_come_and_go(self):
        with Server() as server:
            wanted = first_answers(server)
            with client(server, wanted) as normal:
                before = normal.end()
            start = Figures(server)
            tell("at the start", start)
            for _ in range(3):
                with client(server, wanted) as normal:
                    height = self.wave(server)
                    account = normal.end()
                tell("at the height", height)
                tell("normal client meanwhile", account)
                self.assertEqual(account.faults, before.faults)
                self.assertGreater(height.descriptors, CONNECTIONS * 0.7)
                tell("afterwards", settled(server, start))
