"""How URLs in answers begin: a configured base URL, what a trusted proxy tells, else their path."""
import tempfile
import unittest

from harness import Connection, Server, every, request, run, serve

STATEMENT = "/v1/statements/joint-statement"


def ask(connection, path, *fields, host="in.example"):
    connection.send(request(path, "GET", *fields, host=host))
    return connection.read_answer()


def forwarded(host, scheme="https"):
    return f"Forwarded: for=192.0.2.7;host=\"{host}\";proto={scheme}"


class Trusted(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = serve(cls, "--loops", "1", "--trusted-proxy", "127.0.0.1/32")

    def test_bodies_links_and_locations_begin_as_the_proxy_tells(self):
        with self.server.connect() as connection:
            for path in ["/v1/people?limit=1", STATEMENT, "/v1/search?q=uyghur", "/v1"]:
                answer = ask(connection, path, forwarded("a.example:8443"))
                self.assertEqual(answer.status, 200)
                for url in every(answer.json(), "url"):
                    if "/v1/" in str(url):
                        self.assertTrue(url.startswith("https://a.example:8443/v1/"), url)
            page = ask(connection, "/v1/people?limit=1", forwarded("[2001:db8::1]", "http"))
            self.assertEqual(
                page.json()["self"], "http://[2001:db8::1]/v1/people?limit=1")
            self.assertTrue(page.json()["next"].startswith("http://[2001:db8::1]/v1/people?"))
            for link in page.headers["link"].split(", "):
                self.assertTrue(link.startswith("<http://[2001:db8::1]/v1/people?"), link)
            moved = ask(connection, "/v1/", "X-Forwarded-Proto: https")
            self.assertEqual(moved.status, 308)
            self.assertEqual(moved.headers["location"], "https://in.example/v1")
            description = ask(connection, "/openapi.json", forwarded("a.example")).json()
            self.assertEqual(description["servers"], [{"url": "https://a.example"}])

    def test_answers_under_different_bases_are_kept_apart(self):
        with self.server.connect() as connection:
            hosts = [f"h{number}.example" for number in range(7)]
            for _ in range(3):
                for host in hosts:
                    answer = ask(connection, "/v1/people", forwarded(host))
                    self.assertEqual(answer.json()["self"], f"https://{host}/v1/people")
                plain = ask(connection, "/v1/people")
                self.assertEqual(plain.json()["self"], "/v1/people")

    def test_nothing_unsafe_reaches_an_answer(self):
        with self.server.connect() as connection:
            for host in ["a>; rel=evil", "a b", "u@a", "a/b", "a\\\"b", "a<script>", "a:99999", ""]:
                for path in ["/v1/people", "/v1/"]:
                    with self.subTest(host=host, path=path):
                        plain = ask(connection, path)
                        self.assertEqual(
                            ask(connection, path, forwarded(host)).comparable(),
                            plain.comparable())


class Others(unittest.TestCase):
    def check_self(self, address, expected, *flags, **options):
        with Server("--loops", "1", *flags, **options) as server:
            with Connection(address or server.address) as connection:
                answer = ask(connection, "/v1/people", forwarded("a.example"))
        self.assertEqual(answer.json()["self"], expected + "/v1/people")

    def test_what_a_peer_that_is_not_trusted_forwards_is_ignored(self):
        self.check_self(None, "")
        self.check_self(None, "", "--trusted-proxy", "unix", "--trusted-proxy", "10.0.0.0/8")

    def test_peers_over_unix_sockets_are_trusted_by_name(self):
        with tempfile.TemporaryDirectory() as folder:
            path = f"{folder}/http.socket"
            listen = [f"unix:{path}"]
            self.check_self(path, "https://a.example", "--trusted-proxy", "unix", listen=listen)
            self.check_self(path, "", "--trusted-proxy", "127.0.0.0/8", listen=listen)

    def test_ipv4_peers_of_a_socket_for_all_addresses_are_known_as_such(self):
        with Server("--trusted-proxy", "127.0.0.1", listen=[":0"]) as server:
            port = server.address[1]
            with Connection(("127.0.0.1", port)) as connection:
                answer = ask(connection, "/v1/people", forwarded("a.example"))
        self.assertEqual(answer.json()["self"], "https://a.example/v1/people")

    def test_a_configured_base_url_beats_the_proxy(self):
        self.check_self(None, "https://c.example/x", "--base-url", "https://c.example/x/",
                        "--trusted-proxy", "127.0.0.1")

    def test_what_is_no_url_and_no_address_is_a_usage_error(self):
        for flags in [("--base-url", "c.example"), ("--trusted-proxy", "localhost")]:
            ended = run("serve", "--listen", "127.0.0.1:0", *flags)
            self.assertEqual(ended.returncode, 2)
            self.assertIn(f"{flags[0]} “{flags[1]}”", ended.stderr.decode())


if __name__ == "__main__":
    unittest.main()
