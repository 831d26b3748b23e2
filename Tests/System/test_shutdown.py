"""How a server ends: what is in flight is finished, nothing is cut, the exit code is 0."""
import glob
import signal
import socket
import tempfile
import threading
import time
import unittest

from harness import Server, request, wait_until
from instruments import held, loop_of

CLIENTS = 16


class Client(threading.Thread):
    """Asks again and again over one connection until the server ends it, and keeps the account."""

    def __init__(self, server, path):
        super().__init__(daemon=True)
        self.connection = server.connect()
        self.path = path
        self.answers = 0
        self.fault = None
        self.unanswered_since = None
        self.said_close = False

    def run(self):
        try:
            with self.connection:
                while not self.said_close:
                    self.connection.send(request(self.path))
                    self.unanswered_since = time.monotonic()
                    answer = self.connection.read_answer()
                    if answer is None:
                        return
                    self.unanswered_since = None
                    self.answers += 1
                    self.said_close = answer.headers.get("connection", "").lower() == "close"
                if self.connection.read_to_end():
                    self.fault = "bytes after an answer that said close"
        except (OSError, AssertionError) as error:
            self.fault = f"after {self.answers} answers: {error!r}"


def accepts(address):
    """Whether a new connection is taken."""
    with socket.socket() as attempt:
        return attempt.connect_ex(address) == 0


class Load(unittest.TestCase):
    def check_end_under_load(self, number, path):
        with Server() as server:
            clients = [Client(server, path) for _ in range(CLIENTS)]
            for client in clients:
                client.start()
            wait_until(lambda: min(client.answers for client in clients) >= 20, "a real load")
            signalled = time.monotonic()
            server.send_signal(number)
            code = server.wait()
            for client in clients:
                client.join(30)
                self.assertFalse(client.is_alive())
                self.assertIsNone(client.fault)
                sent = client.unanswered_since
                self.assertFalse(sent and sent < signalled, "sent before, never answered")
            self.assertEqual(code, 0, server.error_text())

    def test_sigterm_under_load_cuts_nothing(self):
        for _ in range(5):
            self.check_end_under_load(signal.SIGTERM, "/v1/organizations?limit=200")

    def test_sigint_under_load_cuts_nothing(self):
        self.check_end_under_load(signal.SIGINT, "/v1/statements")


class InFlight(unittest.TestCase):
    """A client that has not read its answers yet holds a server that ends in good order."""

    ANSWERS = 3000

    def setUp(self):
        self.server = Server("--loops", "1")
        self.addCleanup(self.server.kill)
        self.connection = self.server.connect()
        self.addCleanup(self.connection.socket.close)
        self.connection.send(request("/v1/organizations?limit=200") * self.ANSWERS)
        self.assertEqual(self.connection.read_answer().status, 200)

    def until_ending(self):
        wait_until(lambda: not accepts(self.server.address), "no new connection taken")

    def test_what_was_begun_is_sent_whole_to_a_slow_reader(self):
        self.server.send_signal(signal.SIGTERM)
        self.until_ending()
        self.assertIsNone(self.server.process.poll())
        answers, last = 1, None
        while (answer := self.connection.read_answer()) is not None:
            answers, last = answers + 1, answer
            self.assertEqual(answer.status, 200)
        self.assertGreater(answers, 1)
        self.assertEqual(last.headers.get("connection", "").lower(), "close")
        self.assertEqual(self.server.wait(), 0)

    def test_a_second_sigint_stops_at_once(self):
        self.server.send_signal(signal.SIGINT)
        self.until_ending()
        self.assertIsNone(self.server.process.poll())
        begin = time.monotonic()
        self.server.send_signal(signal.SIGINT)
        self.server.wait()
        self.assertLess(time.monotonic() - begin, 2)


def processor_time(server):
    """What each loop of the server has used so far, in the words of the system."""
    times = []
    for task in sorted(glob.glob(f"/proc/{server.process.pid}/task/*")):
        with open(f"{task}/comm", encoding="ascii") as name:
            if not name.read().startswith("loop "):
                continue  # Such as a sanitizer's own, which is never still.
        with open(f"{task}/schedstat", encoding="ascii") as file:
            times.append(file.read())
    assert times, "the server has no loops"
    return times


class Cut(unittest.TestCase):
    ASKED = request("/v1/organizations?limit=200") * 1000  # More than all buffers on the way hold.
    CLIENTS = 3
    LOOKS = 50

    def connect(self, address):
        """A connection that holds little and is not read from."""
        peer = socket.socket()
        self.addCleanup(peer.close)
        peer.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1024)
        peer.connect(address)
        peer.sendall(self.ASKED)
        return peer

    def until_still(self, server):
        seen = []

        def is_still():
            seen.append(processor_time(server))
            return len(seen) > self.LOOKS and all(t == seen[-1] for t in seen[-self.LOOKS:])
        wait_until(is_still, "nothing left that the server can do")

    def test_those_who_do_not_read_are_cut_in_time_and_counted(self):
        with Server("--shutdown-timeout-seconds", "1") as server:
            peers = [self.connect(server.address) for _ in range(self.CLIENTS)]
            for peer in peers:
                self.assertTrue(peer.recv(1))
            self.until_still(server)
            server.send_signal(signal.SIGTERM)
            self.assertEqual(server.wait(), 0)
            self.assertEqual(
                server.troubles(),
                [f"connections closed unfinished, 1 s after the stop: {self.CLIENTS}"])


class Idle(unittest.TestCase):
    def test_idle_connections_end_cleanly_and_hold_nothing_up(self):
        with Server() as server:
            connections = [server.connect() for _ in range(20)]
            for connection in connections[:10]:
                connection.send(request("/v1"))
                connection.read_answer()
            begin = time.monotonic()
            server.send_signal(signal.SIGTERM)
            for connection in connections:
                self.assertEqual(connection.read_to_end(), b"")
                connection.socket.close()
            self.assertEqual(server.wait(), 0)
            self.assertLess(time.monotonic() - begin, 5)
            self.assertEqual(server.troubles(), [])


class Reading(unittest.TestCase):
    def test_a_stop_amid_a_reload_ends_in_good_order(self):
        """Texts are hashed on other threads while the process ends."""
        with tempfile.TemporaryDirectory() as folder:
            for number in range(400):
                with open(f"{folder}/{number}.txt", "w", encoding="utf-8") as file:
                    file.write(f"Statement {number}\n\n" + "We call for calm, all of us.\n\n" * 40)
            for turn in range(8):
                server = Server("--statements", folder)
                server.send_signal(signal.SIGHUP)
                wait_until(lambda: "reload_asked" in server.error_text(), "the reload")
                time.sleep(turn * 0.006)
                server.send_signal(signal.SIGTERM)
                self.assertEqual(server.wait(), 0)
                server.kill()


class Overdue(unittest.TestCase):
    def test_a_loop_that_does_not_answer_ends_with_the_process_in_time_and_is_told(self):
        with Server("--loops", "1", "--shutdown-timeout-seconds", "1",
                    has_ledger=False) as server:
            with held(loop_of(server.process.pid)):
                begin = time.monotonic()
                server.send_signal(signal.SIGTERM)
                wait_until(lambda: '"stop_overdue"' in server.error_text(), "the end")
                # The deadline, and two seconds for loops to say that they are done.
                self.assertGreater(time.monotonic() - begin, 2.5)
            self.assertEqual(server.wait(), 1)
