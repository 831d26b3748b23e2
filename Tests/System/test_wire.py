"""Raw connections: order, framing, cuts, and clients that misbehave."""
import unittest

from harness import Server, request, wait_until


class WireCase(unittest.TestCase):
    """One loop, so that what arrives first on any connection is read first."""

    @classmethod
    def start(cls):
        return Server("--loops", "1")

    @classmethod
    def setUpClass(cls):
        cls.server = cls.start()
        cls.addClassCleanup(cls.server.stop)
        statement = cls.server.json("/v1/statements")["items"][0]["id"]
        cls.path = f"/v1/statements/{statement}"
        cls.paths = [cls.path, "/v1/organizations", "/v1/nothing", "/healthz", f"{cls.path}/text",
                     "/v1/quotes", "/v1", "/v1/people", "/v1/organizations?limit=3"]

    def ask(self, path, method="GET", *lines):
        with self.server.connect() as connection:
            connection.send(request(path, method, *lines))
            return connection.read_answer(method)


class Pipelining(WireCase):
    def test_requests_sent_at_once_are_answered_in_order(self):
        wanted = [self.ask(path).comparable() for path in self.paths] * 20
        with self.server.connect() as connection:
            connection.send(b"".join(request(path) for path in self.paths) * 20)
            for position, expected in enumerate(wanted):
                self.assertEqual(connection.read_answer().comparable(), expected, position)

    def test_head_among_pipelined_requests_keeps_the_order(self):
        wanted = self.ask(self.path).comparable()
        with self.server.connect() as connection:
            connection.send(request(self.path, "HEAD") + request(self.path))
            self.assertEqual(connection.read_answer("HEAD").body, b"")
            self.assertEqual(connection.read_answer().comparable(), wanted)

    def test_a_close_ends_the_row_after_its_answer(self):
        with self.server.connect() as connection:
            connection.send(request("/v1") + request("/healthz", "GET", "Connection: close")
                            + request("/version"))
            self.assertEqual(connection.read_answer().status, 200)
            last = connection.read_answer()
            self.assertEqual(last.headers["connection"].lower(), "close")
            self.assertEqual(connection.read_to_end(), b"")


class Head(WireCase):
    def test_head_has_the_headers_of_get(self):
        for path in self.paths:
            with self.subTest(path):
                get, head = self.ask(path).comparable(), self.ask(path, "HEAD").comparable()
                self.assertEqual(head[:2], get[:2])

    def test_head_has_no_content(self):
        with self.server.connect() as connection:
            connection.send(request(self.path, "HEAD", "Connection: close"))
            self.assertTrue(connection.read_to_end().endswith(b"\r\n\r\n"))


class Cuts(WireCase):
    """The loop answers on a second connection only after it has read the first one's bytes."""

    def setUp(self):
        self.barrier = self.server.connect()
        self.addCleanup(self.barrier.socket.close)

    def until_read(self):
        self.barrier.send(request("/healthz"))
        self.barrier.read_answer()

    def test_a_request_cut_at_every_byte_is_answered_the_same(self):
        for path, lines in [("/v1/people?limit=2", ("Accept: application/json",)),
                            ("/v1/nothing", ("If-None-Match: \"a\", \"b\"",))]:
            whole, wanted = request(path, "GET", *lines), self.ask(path, "GET", *lines)
            with self.server.connect() as connection:
                for cut in range(1, len(whole)):
                    connection.send(whole[:cut])
                    self.until_read()
                    connection.send(whole[cut:])
                    answer = connection.read_answer()
                    self.assertEqual(answer.comparable(), wanted.comparable(), (path, cut))

    def test_a_request_byte_by_byte_is_answered_the_same(self):
        whole, wanted = request("/v1/quotes"), self.ask("/v1/quotes")
        with self.server.connect() as connection:
            for byte in whole:
                connection.send(bytes([byte]))
                self.until_read()
            self.assertEqual(connection.read_answer().comparable(), wanted.comparable())

    def test_content_cut_anywhere_does_not_leak_into_the_next_request(self):
        body = b"5\r\nhello\r\n0\r\n\r\n"
        head = request("/v1", "POST", "Transfer-Encoding: chunked")
        for cut in range(len(head), len(head + body)):
            with self.subTest(cut), self.server.connect() as connection:
                whole = head + body
                connection.send(whole[:cut])
                self.until_read()
                connection.send(whole[cut:] + request("/version"))
                self.assertEqual(connection.read_answer().status, 405)
                following = connection.read_answer()
                self.assertIn(following and following.status, (None, 200))


class Versions(WireCase):
    def test_http_1_0_gets_its_answer_and_the_end(self):
        with self.server.connect() as connection:
            connection.send(b"GET /v1 HTTP/1.0\r\n\r\n")
            self.assertEqual(connection.read_answer().status, 200)
            self.assertEqual(connection.read_to_end(), b"")

    def test_http_1_0_with_keep_alive_may_ask_again(self):
        with self.server.connect() as connection:
            for _ in range(2):
                connection.send(b"GET /v1 HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")
                answer = connection.read_answer()
                self.assertEqual(answer.headers["connection"].lower(), "keep-alive")

    def test_a_half_closed_client_is_served(self):
        with self.server.connect() as connection:
            connection.send(request("/v1"))
            connection.socket.shutdown(1)
            self.assertEqual(connection.read_answer().status, 200)
            self.assertEqual(connection.read_to_end(), b"")


class Vanishing(WireCase):
    def test_clients_that_vanish_mid_answer_cost_nothing(self):
        with self.start() as server:
            server.get("/v1")
            before = server.resting_descriptors()
            for _ in range(100):
                connection = server.connect()
                connection.send(request(self.path) * 200)
                connection.socket.recv(1)
                connection.reset()
            self.assertEqual(server.get("/v1").status, 200)
            wait_until(lambda: server.descriptors() <= before,
                       f"descriptors back to {before}")

    def test_a_client_that_does_not_read_keeps_nobody_waiting(self):
        with self.server.connect() as greedy:
            greedy.send(request(f"{self.path}/text") * 3000)
            self.assertEqual(self.ask("/v1").status, 200)
            for position in range(3000):
                self.assertEqual(greedy.read_answer().status, 200, position)

    def test_four_hundred_connections_at_once_are_served(self):
        with self.start() as server:
            server.get("/v1")
            before = server.resting_descriptors()
            connections = [server.connect() for _ in range(400)]
            for connection in connections:
                connection.send(request("/v1/quotes"))
            wanted = connections[0].read_answer().comparable()
            for connection in connections[1:]:
                self.assertEqual(connection.read_answer().comparable(), wanted)
            for connection in connections:
                connection.socket.close()
            wait_until(lambda: server.descriptors() <= before, f"descriptors back to {before}")
