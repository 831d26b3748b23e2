"""What must work through any proxy."""
import json
import tempfile

from harness import Connection, Server, curl, request, wait_until

BURST = 40
# One loop, so that all connections share what connections of a loop share.
LIMITS = ["--loops", "1",
          "--client-requests-per-second-max", "1", "--client-requests-burst", str(BURST)]
ETAG_PATHS = ["/v1", "/v1/statements", "/v1/organizations?limit=200", "/v1/people", "/v1/quotes",
              "/v1/statements/joint-statement", "/v1/statements/joint-statement/text",
              "/v1/organizations?format=csv", "/openapi.json", "/v1/search?q=uyghur"]


class ThroughProxy:
    """Tests for a class with `start(server_address)`, which gives a running Front."""

    # The proxy asks from 127.0.0.1; clients have other addresses of this machine.
    trusted = ["--trusted-proxy", "127.0.0.1"]
    flags = []
    tells_origin = True
    # What a HEAD with more content than is read is answered.
    head_with_content = 413
    caches = False
    scheme = "http"
    # Whether tests can speak to it in plain.
    is_plain = True
    curl_options = []
    listen = "127.0.0.1:0"

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        listen = cls.listen.replace("FOLDER", cls.folder.name)
        cls.server = Server(*cls.trusted, *LIMITS, *cls.flags, listen=[listen])
        cls.addClassCleanup(cls.server.stop)
        cls.front = cls.start()
        cls.addClassCleanup(cls.front.stop)
        wait_until(lambda: cls.ask("/healthz", 9).status == 200, "health through the proxy")

    @classmethod
    def ask(cls, path, client, *options):
        """The answer to a request from 127.0.0.CLIENT."""
        return curl(f"{cls.scheme}://127.0.0.1:{cls.front.port}{path}",
                    "--interface", f"127.0.0.{client}", *cls.curl_options, *options)

    def test_pages_come_through_whole(self):
        answer = self.ask("/v1/organizations?limit=200", 10)
        self.assertEqual(answer.status, 200)
        self.assertEqual(len(answer.json()["items"]), 53)
        self.assertEqual(self.ask("/v1/statements/joint-statement/text", 10).status, 200)
        self.assertEqual(self.ask("/healthz", 10).status, 200)
        self.assertEqual(self.ask("/readyz", 10).status, 200)
        missing = self.ask("/v1/people/nobody", 10)
        self.assertEqual(missing.status, 404)
        self.assertEqual(missing.headers["content-type"], "application/problem+json")

    def test_conditions_are_kept(self):
        for options in [[], ["-H", "Accept-Encoding: gzip"], ["-H", "Accept-Encoding: br"]]:
            answer = self.ask("/v1/statements", 11, *options)
            tag = answer.headers["etag"]
            self.assertNotIn("W/", tag)
            again = self.ask("/v1/statements", 11, *options, "-H", f"If-None-Match: {tag}")
            self.assertEqual(again.status, 304)
            self.assertEqual(again.body, b"")
            self.assertEqual(again.headers["etag"], tag)
        head = self.ask("/v1/statements", 11, "--head")
        self.assertEqual(head.status, 200)
        self.assertEqual(head.headers["etag"], self.ask("/v1/statements", 11).headers["etag"])

    def test_any_origin_may_read_all_answers(self):
        for path, status in [("/v1/people", 200), ("/v1/people/nobody", 404), ("/x", 404)]:
            answer = self.ask(path, 12, "-H", "Origin: https://a.example")
            self.assertEqual(answer.status, status)
            self.assertEqual(answer.headers["access-control-allow-origin"], "*")
            self.assertIn("ETag", answer.headers["access-control-expose-headers"])
        flight = self.ask("/v1/people", 12, "--request", "OPTIONS",
                          "-H", "Origin: https://a.example",
                          "-H", "Access-Control-Request-Method: GET")
        self.assertEqual(flight.status, 204)
        self.assertEqual(flight.headers["access-control-allow-origin"], "*")

    def test_urls_begin_with_what_the_client_asked(self):
        origin = "http://api.example:8000" if self.tells_origin else ""
        options = ["-H", "Host: api.example:8000"]
        page = self.ask("/v1/people?limit=1", 13, *options).json()
        self.assertEqual(page["self"], f"{origin}/v1/people?limit=1")
        for forged in ["Forwarded: host=evil.example;proto=https", "X-Forwarded-Proto: https",
                       "X-Forwarded-Host: evil.example", "X-Forwarded-Prefix: /evil"]:
            page = self.ask("/v1/people?limit=1", 13, *options, "-H", forged).json()
            self.assertEqual(page["self"], f"{origin}/v1/people?limit=1")

    def connect(self):
        if not self.is_plain:
            self.skipTest("the proxy passes TLS on")
        return Connection(("127.0.0.1", self.front.port))

    def self_url(self, head):
        """Where the answer to a request, given without its CRLF, says that it is."""
        with self.connect() as connection:
            # A proxy may answer in the version of the request.
            connection.versions += ("HTTP/1.0",)
            connection.send(head.replace("\n", "\r\n").encode() + b"\r\n\r\n")
            answer = connection.read_answer()
            self.assertEqual(answer.status, 200, (head, answer.body))
            return answer.json()["self"]

    def test_a_client_of_http_1_0_needs_no_host(self):
        self.assertEqual(self.self_url("GET /v1/people?limit=1 HTTP/1.0"), "/v1/people?limit=1")
        origin = "http://a.example:81" if self.tells_origin else ""
        self.assertEqual(self.self_url("GET /v1/people?limit=1 HTTP/1.0\nHost: a.example:81"),
                         f"{origin}/v1/people?limit=1")

    def test_the_host_of_a_target_beats_the_field(self):
        for host in ("a.example", "a.example:81"):
            origin = f"http://{host}" if self.tells_origin else ""
            # A proxy may refuse what contradicts itself; it may not believe the field.
            with self.connect() as connection:
                connection.send(request(f"http://{host}/v1/people?limit=1", host="b.example"))
                answer = connection.read_answer()
                if answer.status != 400:
                    self.assertEqual(answer.json()["self"], f"{origin}/v1/people?limit=1")
            self.assertEqual(
                self.self_url(f"GET http://{host}/v1/people?limit=1 HTTP/1.1\nHost: {host}"),
                f"{origin}/v1/people?limit=1")

    def test_refusals_after_a_head_are_whole_and_refused_heads_have_no_content(self):
        large = f"Content-Length: {1 << 17}"
        with self.connect() as other:
            for _ in range(3):
                other.send(request("/v1/people", "HEAD"))
                self.assertEqual(other.read_answer("HEAD").status, 200)
                with self.connect() as connection:
                    connection.send(request("/v1/people", "POST", large) + bytes(1 << 17))
                    answer = connection.read_answer()
                    self.assertEqual(answer.status, 413)
                    self.assertEqual(answer.json()["status"], 413)
                other.send(request("/v1/people"))
                self.assertEqual(other.read_answer().status, 200)
                with self.connect() as connection:
                    connection.send(request("/v1/people", "HEAD", large) + bytes(1 << 17))
                    self.assertEqual(connection.read_answer("HEAD").status, self.head_with_content)
                    self.assertEqual(connection.unread, b"")

    def test_the_limit_counts_the_client_and_nobody_else(self):
        # An answer that a cache may not keep, so that each request comes through.
        path = "/v1/quotes/random"
        statuses = [self.ask(path, 2).status for _ in range(BURST)]
        self.assertEqual(set(statuses), {200})
        answer = wait_until(lambda: self.refused(path), "a refusal")
        self.assertEqual(answer.headers["content-type"], "application/problem+json")
        self.assertEqual(json.loads(answer.body)["status"], 429)
        self.assertEqual(answer.headers["retry-after"], "1")
        self.assertEqual(answer.headers["access-control-allow-origin"], "*")
        for other in (3, 4):
            self.assertEqual(self.ask(path, other).status, 200)
        # What the client forges makes it nobody else, and harms nobody else.
        for forged in ["X-Forwarded-For: 127.0.0.3", "Forwarded: for=127.0.0.3",
                       "X-Forwarded-For: 127.0.0.1", "X-Real-IP: 127.0.0.3"]:
            wait_until(lambda: self.refused(path, "-H", forged), f"a refusal with {forged}")
        self.assertEqual(self.ask(path, 3).status, 200)

    def refused(self, path, *options):
        answer = self.ask(path, 2, *options)
        return answer if answer.status == 429 else None
