"""The ledger of the harness finds what is kept, and no way of leaving keeps anything."""
import socket
import unittest
from unittest import mock

import harness
from harness import Server, request

HALF = b"GET /v1 HTTP/1.1\r\nHost: a\r\nX-Long: " + b"a" * 8_000
BIG = request("/v1/organizations?limit=200")


class Ledger(unittest.TestCase):
    def check_finds(self, server, *words):
        with mock.patch.object(harness, "WAIT_SECONDS", 0.3):
            with self.assertRaises(AssertionError) as caught:
                server.ledger.check()
        for word in words:
            self.assertIn(word, str(caught.exception))

    def test_it_finds_connections_and_bytes_that_are_kept_and_their_end(self):
        with Server("--loops", "1") as server:
            server.ledger.check()
            with server.connect() as idle, server.connect() as half, socket.socket() as deaf:
                idle.send(request("/v1"))
                idle.read_answer()
                self.check_finds(server, 'state="idle"', "2 sockets")
                half.send(HALF)
                self.check_finds(server, 'state="reading"', "signatory_half_read_bytes")
                # A small window, which the first answers fill.
                deaf.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
                deaf.connect(server.address)
                deaf.sendall(BIG * 300)
                self.check_finds(server, 'state="writing"', "3 sockets")
            server.ledger.check()


class Repeated(unittest.TestCase):
    """Each way of leaving, so often that what one of them kept would cross a bound."""

    TURNS = 300

    def test_no_way_of_leaving_keeps_anything(self):
        with Server("--loops", "1", "--half-read-per-loop-bytes-max", "1048576",
                    "--backlog-per-loop-bytes-max", "8388608", "--client-connections-max", "8",
                    "--connections-per-loop-max", "64") as server:
            for data in (b"", HALF, request("/v1"), BIG * 20, b"\r\n", b"NONSENSE\r\n\r\n",
                         b"POST /v1 HTTP/1.1\r\nHost: a\r\nContent-Length: 9000\r\n\r\nabc"):
                for turn in range(self.TURNS):
                    connection = server.connect()
                    connection.send(data)
                    if turn % 2:
                        connection.reset()
                    else:
                        connection.socket.close()
                    if turn % 8 == 7:
                        server.ledger.check()
                self.assertEqual(server.get("/v1").status, 200)
