"""A server that has run out of descriptors: it says so once, serves whom it has, recovers."""
import unittest

from figures import Figures, settled
from harness import Connection, Server, request, wait_until
from normal import ask, first_answers

DESCRIPTORS_MAX = 64
CROWD = 100


class Descriptors(unittest.TestCase):
    def test_it_says_so_once_serves_whom_it_has_and_recovers(self):
        with Server(descriptors_max=DESCRIPTORS_MAX) as server:
            wanted = first_answers(server)
            before = Figures(server)
            with server.connect() as early:
                crowd = [Connection(server.address) for _ in range(CROWD)]
                wait_until(lambda: "accepting rests" in server.error_text(), "word of it")
                for _ in range(50):
                    for path in wanted:
                        ask(early, path, wanted[path])
                for connection in crowd:
                    connection.send(request("/v1"))
                served = [c for c in crowd[:10] if c.read_answer().status == 200]
                self.assertEqual(len(served), 10)
                for connection in crowd:
                    connection.socket.close()
                with server.connect() as late:
                    ask(late, "/v1", wanted["/v1"])
            self.assertLessEqual(settled(server, before).descriptors, before.descriptors)
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
