"""Plain listeners that lead to TLS, and answers that keep browsers there."""
import unittest

from harness import Connection, Server, curl, request, run
from secure import Certificates, port_of

YEAR = 31_536_000


class Redirecting(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.certificates = Certificates(cls)
        cls.server = Server(
            *cls.certificates.flags, "--tls-hsts-seconds", str(YEAR),
            listen=["127.0.0.1:0,tls", "127.0.0.1:0,redirect", "127.0.0.1:0"])
        cls.addClassCleanup(cls.server.stop)
        cls.secure_port, cls.port = port_of(cls.server), port_of(cls.server, 1)

    def ask(self, *lines, head=None):
        with Connection(("127.0.0.1", self.port)) as connection:
            connection.send(head or request(*lines))
            return connection.read_answer()

    def test_a_request_is_led_to_the_same_resource_over_tls(self):
        for host in ("a.example", "a.example:8080", "127.0.0.1", "[::1]:80"):
            with Connection(("127.0.0.1", self.port)) as connection:
                for target in ("/", "/v1?q=a%20b&c=%0d%0aX:y", "//b.example/..", "/v1/nothing?"):
                    connection.send(request(target, host=host))
                    answer = connection.read_answer()
                    self.assertEqual(answer.status, 308)
                    name = "[::1]" if "[" in host else host.partition(":")[0]
                    self.assertEqual(
                        answer.headers["location"], f"https://{name}:{self.secure_port}{target}")
                    self.assertEqual(answer.headers["access-control-allow-origin"], "*")
                    self.assertNotIn("strict-transport-security", answer.headers)

    def test_an_absolute_target_says_where(self):
        answer = self.ask(
            head=b"GET http://a.example:1?b HTTP/1.1\r\nHost: other.example\r\n\r\n")
        self.assertEqual((answer.status, answer.headers["location"]),
                         (308, f"https://a.example:{self.secure_port}/?b"))

    def test_methods_keep_their_meaning_and_what_has_no_place_is_refused(self):
        self.assertEqual(self.ask("/v1", "POST", "Content-Length: 0").status, 308)
        self.assertEqual(self.ask("*", "OPTIONS").status, 400)
        self.assertEqual(self.ask(head=b"GET /v1 HTTP/1.0\r\n\r\n").status, 400)
        for host in ("a.example/b", "a b", "a@b"):
            self.assertEqual(self.ask(
                head=f"GET / HTTP/1.1\r\nHost: {host}\r\n\r\n".encode()).status, 400, host)

    def test_curl_follows(self):
        answer = curl(f"http://localhost:{self.port}/version", "--location", "--cacert",
                      self.certificates.authority, "--output", "/dev/null",
                      "--write-out", "HTTP/1.1 %{http_code} \r\nX: %{url_effective}\r\n\r\n")
        self.assertEqual(answer.headers["x"], f"https://localhost:{self.secure_port}/version")

    def test_browsers_are_kept_on_tls_by_every_answer_over_it_and_no_other(self):
        for path in ("/v1", "/v1/nothing"):
            secure = curl(f"https://localhost:{self.secure_port}{path}", "--cacert",
                          self.certificates.authority)
            self.assertEqual(secure.headers["strict-transport-security"], f"max-age={YEAR}")
            plain = curl(f"http://127.0.0.1:{port_of(self.server, 2)}{path}")
            self.assertNotIn("strict-transport-security", plain.headers)

    def test_a_configured_base_url_beats_what_a_client_says(self):
        with Server("--base-url", "https://b.example/statements",
                    listen=["127.0.0.1:0,redirect"]) as server:
            with server.connect() as connection:
                connection.send(request("/v1", host="evil.example"))
                self.assertEqual(connection.read_answer().headers["location"],
                                 "https://b.example/statements/v1")

    def test_a_redirect_must_lead_somewhere(self):
        for listen in ("127.0.0.1:0,redirect", "127.0.0.1:0,tls,redirect"):
            done = run("serve", "--listen", listen, *self.certificates.flags)
            self.assertEqual((done.returncode, done.stdout), (2, b""), done.stderr)


if __name__ == "__main__":
    unittest.main()
