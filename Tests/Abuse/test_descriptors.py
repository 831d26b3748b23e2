"""A server that has run out of descriptors: it says so once, serves whom it has, recovers."""
import select
import unittest

from figures import Figures, settled
from harness import Connection, Server, request, wait_until
from normal import ask, first_answers

DESCRIPTORS_MAX = 64
CROWD = 100


def answered(crowd):
    """Those that have something to read."""
    readable, _, _ = select.select([one.socket for one in crowd], [], [], 0)
    return [one for one in crowd if one.socket in readable]


class Descriptors(unittest.TestCase):
    def test_it_says_so_once_serves_whom_it_has_and_recovers(self):
        with Server(descriptors_max=DESCRIPTORS_MAX) as server:
            wanted = first_answers(server)
            before = Figures(server)
            with server.connect() as early:
                crowd = [Connection(server.address) for _ in range(CROWD)]
                wait_until(lambda: "accepting pauses" in server.error_text(), "word of it")
                for _ in range(50):
                    for path in wanted:
                        ask(early, path, wanted[path])
                for connection in crowd:
                    connection.send(request("/v1"))
                # Which of them it has, the loops settle between them.
                wait_until(lambda: len(answered(crowd)) >= 10, "answers to those it has")
                for connection in answered(crowd):
                    self.assertEqual(connection.read_answer().status, 200)
                for connection in crowd:
                    connection.socket.close()
                with server.connect() as late:
                    ask(late, "/v1", wanted["/v1"])
            wait_until(lambda: server.descriptors() <= before.descriptors, "all are given back")
            settled(server, before)
            lines = server.troubles()
            self.assertEqual(len(lines), 1, lines)
            self.assertIn("Too many open files", lines[0])
            self.assertIn("ulimit -n", lines[0])

    def test_a_waiting_connection_is_served_as_soon_as_there_is_room(self):
        with Server(descriptors_max=DESCRIPTORS_MAX) as server:
            crowd = [Connection(server.address) for _ in range(CROWD)]
            wait_until(lambda: server.descriptors() >= DESCRIPTORS_MAX - 1, "none left")
            with server.connect() as waiting:
                waiting.send(request("/v1"))
                for connection in crowd:
                    connection.socket.close()
                self.assertEqual(waiting.read_answer().status, 200)
