"""The server's answer to every request of conformance.py: sent whole, byte by byte, and each time
also with a second request behind it."""
import socket
import unittest

from conformance import CLOSED, KEPT
from harness import Answer, Connection, request, serve

NEXT = request("/v1")
BYTEWISE_MAX = 1500  # Longer ones are sent whole only.


class Conformance(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = serve(cls)

    def ask(self, data, is_split):
        """All answers to `data`, sent in one piece or in many; interim ones left out."""
        method = data.split(b" ", 1)[0].decode("latin-1")
        with self.server.connect() as connection:
            try:
                for piece in ([data[i:i + 1] for i in range(len(data))] if is_split else [data]):
                    connection.send(piece)
                connection.socket.shutdown(socket.SHUT_WR)
            except OSError:
                pass  # It may answer and close before all is sent.
            return self.read_all(connection, method)

    @staticmethod
    def read_all(connection: Connection, method) -> list[Answer]:
        answers = []
        while (answer := connection.read_answer(method)) is not None:
            if answer.status >= 200:
                answers.append(answer)
                method = "GET"
        return answers

    def each_way(self, text):
        """The answers in each way of sending."""
        data = text.encode("latin-1")
        for is_split in [False, True] if len(data) < BYTEWISE_MAX else [False]:
            for behind in (b"", NEXT):
                yield bool(behind), self.ask(data + behind, is_split)

    def check(self, answers, statuses):
        self.assertEqual([answer.status for answer in answers], statuses)
        for answer in answers:
            self.assertIn("date", answer.headers)

    def test_what_is_well_formed_is_answered_and_keeps_the_connection(self):
        for status, text in KEPT:
            with self.subTest(text[:200]):
                for has_next, answers in self.each_way(text):
                    self.check(answers, [status, 200] if has_next else [status])
                    self.assertNotEqual(answers[0].headers.get("connection"), "close")

    def test_what_ends_the_connection_is_answered_once_and_told_so(self):
        for status, text in CLOSED:
            with self.subTest(text[:200]):
                for _, answers in self.each_way(text):
                    self.check(answers, [status])
                    self.assertEqual(answers[0].headers.get("connection"), "close")

    def test_a_405_names_the_methods_that_are_allowed(self):
        for status, text in KEPT:
            if status == 405:
                with self.subTest(text[:200]):
                    answer = self.ask(text.encode("latin-1"), False)[0]
                    self.assertIn("GET", answer.headers["allow"])
