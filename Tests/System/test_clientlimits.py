"""What one client may take: connections, and requests a second."""
import socket
import tempfile
import unittest

from harness import Connection, Server, curl, request, serve, wait_until


class Requests(unittest.TestCase):
    BURST = 20

    @classmethod
    def setUpClass(cls):
        cls.server = serve(cls, "--loops", "2", "--client-requests-per-second-max", "1",
                           "--client-requests-burst", str(cls.BURST))

    def ask(self, client, path="/v1/people", *options):
        return curl(self.server.base + path, "--interface", f"127.0.0.{client}", *options)

    def refused(self, client, *arguments):
        def answer():
            one = self.ask(client, *arguments)
            return one if one.status == 429 else None
        return wait_until(answer, "a refusal")

    def test_the_refusal_is_a_problem_that_pages_may_read(self):
        answer = self.refused(2)
        self.assertEqual(answer.headers["content-type"], "application/problem+json")
        self.assertEqual(answer.headers["access-control-allow-origin"], "*")
        self.assertIn("Retry-After", answer.headers["access-control-expose-headers"])
        self.assertEqual(answer.headers["retry-after"], "1")
        problem = answer.json()
        self.assertEqual((problem["status"], problem["title"]), (429, "Too Many Requests"))

    def test_it_comes_at_the_limit_over_all_loops_and_to_that_client_only(self):
        statuses = [self.ask(3).status for _ in range(self.BURST)]
        self.assertEqual(set(statuses), {200})
        self.refused(3)
        self.assertEqual(self.ask(4).status, 200)

    def test_what_a_client_says_of_itself_changes_nothing(self):
        for index in range(self.BURST):
            forged = f"X-Forwarded-For: 192.0.2.{index}"
            self.assertEqual(self.ask(5, "/v1/people", "-H", forged).status, 200)
        self.refused(5, "/v1/people", "-H", "X-Forwarded-For: 192.0.2.99")
        self.refused(5, "/v1/people", "-H", "Forwarded: for=192.0.2.99")
        self.assertEqual(self.ask(6).status, 200)

    def test_a_client_gets_its_requests_back(self):
        self.refused(7)
        wait_until(lambda: self.ask(7).status == 200, "another request")

    def test_a_head_is_refused_without_content_and_the_connection_stays(self):
        with self.server.connect() as connection:
            connection.send(request("/v1/people", "HEAD") * (self.BURST * 3))
            statuses = [connection.read_answer("HEAD").status for _ in range(self.BURST * 3)]
        self.assertEqual(set(statuses[:self.BURST]), {200})
        self.assertEqual(statuses[-1], 429)


class UnixSockets(unittest.TestCase):
    def test_peers_of_a_unix_socket_are_told_apart_by_what_the_proxy_says(self):
        with tempfile.TemporaryDirectory() as folder:
            path = f"{folder}/http.socket"
            with Server("--trusted-proxy", "unix", "--client-requests-per-second-max", "1",
                        "--client-requests-burst", "1", listen=[f"unix:{path}"]), \
                    Connection(path) as connection:
                def ask(*fields):
                    connection.send(request("/v1", "GET", *fields))
                    return connection.read_answer().status
                self.assertEqual([ask() for _ in range(5)], [200] * 5)
                self.assertEqual(ask("X-Forwarded-For: 192.0.2.1"), 200)
                self.assertEqual(ask("X-Forwarded-For: 192.0.2.1"), 429)
                self.assertEqual(ask("Forwarded: for=192.0.2.2"), 200)
                self.assertEqual(ask("X-Forwarded-For: 192.0.2.9, 192.0.2.2"), 429)


class Connections(unittest.TestCase):
    def test_one_connection_too_many_is_refused_to_that_client_only(self):
        with Server("--client-connections-max", "3") as server:
            held = [server.connect() for _ in range(3)]
            for connection in held:
                connection.send(request("/v1"))
                self.assertEqual(connection.read_answer().status, 200)
            with server.connect() as refused:
                answer = refused.read_answer()
                self.assertEqual(answer.status, 429)
                self.assertEqual(answer.headers["connection"], "close")
            other = curl(f"{server.base}/v1", "--interface", "127.0.0.2")
            self.assertEqual(other.status, 200)
            held.pop().socket.close()

            def ask():
                with server.connect() as connection:
                    connection.send(request("/v1"))
                    answer = connection.read_answer()
                    return answer.status == 200
            wait_until(ask, "room for another")
            for connection in held:
                connection.socket.close()

    def test_a_flood_of_one_client_takes_no_room_from_others(self):
        with Server("--loops", "1", "--client-connections-max", "20",
                    "--connections-per-loop-max", "60") as server:
            flood = []
            try:
                for _ in range(200):
                    flood.append(socket.create_connection(
                        server.address, source_address=("127.0.0.2", 0)))
                for _ in range(10):
                    answer = curl(f"{server.base}/v1", "--interface", "127.0.0.3")
                    self.assertEqual(answer.status, 200)
            finally:
                for connection in flood:
                    connection.close()


if __name__ == "__main__":
    unittest.main()
