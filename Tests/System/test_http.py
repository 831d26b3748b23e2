"""What a web developer relies on, over the real curl: errors, CORS, validators, pages."""
import json
import re
import signal
import unittest

from harness import Server, run, serve

READABLE = ["/v1", "/v1/statements", "/v1/organizations", "/v1/people", "/v1/quotes", "/healthz",
            "/version"]


class HTTPCase(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = serve(cls)
        statement = cls.server.json("/v1/statements")["items"][0]["id"]
        cls.path = f"/v1/statements/{statement}"

    def check_cors(self, answer):
        self.assertEqual(answer.headers.get("access-control-allow-origin"), "*")

    def check_problem(self, answer, status, path):
        self.assertEqual(answer.status, status)
        self.assertEqual(answer.headers["content-type"], "application/problem+json")
        self.check_cors(answer)
        problem = answer.json()
        self.assertEqual(list(problem)[:5], ["type", "title", "status", "detail", "instance"])
        self.assertEqual((problem["status"], problem["instance"]), (status, path))
        return problem


class Errors(HTTPCase):
    def test_an_unknown_path_is_a_404_problem(self):
        for path in ["/v2", "/v1/nothing", "/favicon.ico", "/v1/statements/nothing",
                     "/v1/statements/nothing/quotes"]:
            with self.subTest(path):
                self.check_problem(self.server.get(path), 404, path)

    def test_a_path_that_is_nearly_one_leads_there(self):
        for path in ["/", "/v1/", "/v1/organizations/"]:
            with self.subTest(path):
                answer = self.server.get(path)
                self.check_cors(answer)
                self.assertEqual(answer.status, 308)
                self.assertEqual(self.server.get(answer.headers["location"]).status, 200)

    def test_an_unknown_member_is_told_where_to_look(self):
        for collection in ["statements", "organizations", "people", "quotes"]:
            path = f"/v1/{collection}/nothing"
            with self.subTest(path):
                problem = self.check_problem(self.server.get(path), 404, path)
                self.assertIn(f"/v1/{collection}", problem["detail"])

    def test_a_method_that_is_not_allowed_is_a_405_with_allow(self):
        for method in ["POST", "PUT", "DELETE", "PATCH"]:
            for path in ["/v1", "/v1/organizations", self.path]:
                with self.subTest(path, method=method):
                    answer = self.server.get(path, "--request", method)
                    self.check_problem(answer, 405, path)
                    allowed = re.split(r", *", answer.headers["allow"])
                    self.assertEqual(sorted(allowed), ["GET", "HEAD", "OPTIONS"])

    def test_a_bad_parameter_is_a_400_that_names_it(self):
        for query, name in [("limit=0", "limit"), ("limit=201", "limit"), ("limit=x", "limit"),
                            ("offset=-1", "offset"), ("colour=red", "colour")]:
            with self.subTest(query):
                answer = self.server.get(f"/v1/organizations?{query}")
                self.assertEqual(answer.status, 400)
                self.check_cors(answer)
                errors = answer.json()["errors"]
                self.assertEqual([error["parameter"] for error in errors], [name])
                self.assertTrue(errors[0]["detail"])

    def test_what_is_no_request_gets_a_400_and_a_close(self):
        for bad in [b"GET\r\n\r\n", b"GET /v1 HTTP/1.1\r\n\r\n",
                    b"\x16\x03\x01\x02\x00\x01\r\n\r\n",
                    b"GET /v1 HTTP/1.1\r\nHost : a\r\n\r\n",
                    b"GET /v1 HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"]:
            with self.subTest(bad), self.server.connect() as connection:
                connection.send(bad)
                answer = connection.read_answer()
                self.assertEqual(answer.status, 400)
                self.check_cors(answer)
                self.assertEqual(json.loads(answer.body)["status"], 400)
                self.assertEqual(connection.read_to_end(), b"")

    def test_other_versions_get_a_505(self):
        with self.server.connect() as connection:
            connection.send(b"GET /v1 HTTP/2.0\r\nHost: localhost\r\n\r\n")
            self.assertEqual(connection.read_answer().status, 505)


class CrossOrigin(HTTPCase):
    def test_every_answer_may_be_read_from_any_origin(self):
        for path in READABLE + [self.path, f"{self.path}/text", "/v1/nothing"]:
            with self.subTest(path):
                answer = self.server.get(path, "--header", "Origin: https://example.org")
                self.check_cors(answer)
                exposed = answer.headers["access-control-expose-headers"].lower()
                self.assertEqual(set(re.split(r", *", exposed)) & {"etag", "link", "retry-after"},
                                 {"etag", "link", "retry-after"})

    def test_a_preflight_is_answered_without_content(self):
        answer = self.server.get(
            "/v1/organizations", "--request", "OPTIONS", "--header", "Origin: https://example.org",
            "--header", "Access-Control-Request-Method: GET",
            "--header", "Access-Control-Request-Headers: if-none-match")
        self.assertEqual((answer.status, answer.body), (204, b""))
        self.check_cors(answer)
        self.assertIn("GET", answer.headers["access-control-allow-methods"])
        self.assertIn("if-none-match", answer.headers["access-control-allow-headers"].lower())


class Validators(HTTPCase):
    def test_a_known_tag_gets_a_304_without_content(self):
        for path in [self.path, "/v1/organizations", "/v1/quotes", f"{self.path}/text"]:
            with self.subTest(path):
                tag = self.server.get(path).headers["etag"]
                self.assertRegex(tag, r'^"[^"]+"$')
                for header in [tag, "*", f'"other", {tag}', f"W/{tag}"]:
                    again = self.server.get(path, "--header", f"If-None-Match: {header}")
                    self.assertEqual((again.status, again.body), (304, b""), header)
                    self.assertEqual(again.headers["etag"], tag)
                    self.check_cors(again)

    def test_another_tag_gets_the_whole_answer(self):
        answer = self.server.get(self.path, "--header", 'If-None-Match: "other"')
        self.assertEqual(answer.status, 200)

    def test_different_answers_have_different_tags(self):
        paths = [self.path, f"{self.path}/text", "/v1/organizations", "/v1/organizations?limit=5"]
        tags = {self.server.get(path).headers["etag"] for path in paths}
        self.assertEqual(len(tags), len(paths))


class Pages(HTTPCase):
    def test_pages_of_seven_make_the_whole_list(self):
        whole = self.server.json("/v1/organizations?limit=200")["items"]
        walked, path = [], "/v1/organizations?limit=7"
        while path:
            page = self.server.json(path)
            self.assertEqual((page["total"], page["limit"]), (53, 7))
            self.assertLessEqual(len(page["items"]), 7)
            walked += page["items"]
            path = page["next"]
        self.assertEqual(walked, whole)

    def test_the_first_page_has_no_previous_and_the_last_no_next(self):
        first = self.server.json("/v1/organizations?limit=50")
        self.assertIsNone(first["prev"])
        last = self.server.json(first["next"])
        self.assertIsNone(last["next"])
        self.assertEqual(len(last["items"]), 3)
        self.assertEqual(self.server.json(last["prev"])["items"], first["items"])

    def test_the_link_header_says_the_same_as_the_page(self):
        answer = self.server.get("/v1/organizations?limit=7")
        self.assertIn(f'<{answer.json()["next"]}>; rel="next"', answer.headers["link"])

    def test_an_offset_past_the_end_is_an_empty_page(self):
        self.assertEqual(self.server.json("/v1/organizations?offset=1000")["items"], [])

    def test_quotes_can_be_filtered_by_speaker_and_organization(self):
        quotes = self.server.json("/v1/quotes")["items"]
        for quote in quotes:
            for filters in [f"speaker={quote['speaker']['id']}",
                            f"organization={quote['affiliation']['id']}"]:
                with self.subTest(filters):
                    found = self.server.json(f"/v1/quotes?{filters}")
                    self.assertEqual([q["id"] for q in found["items"]], [quote["id"]])


class Service(HTTPCase):
    def test_health_and_version_are_answered(self):
        self.assertEqual(self.server.get("/healthz").status, 200)
        printed = run("--version").stdout.decode()
        self.assertEqual(printed, "signatory " + self.server.json("/version")["version"] + "\n")

    def test_a_date_stands_on_every_answer(self):
        for path in READABLE + ["/v1/nothing"]:
            with self.subTest(path):
                self.assertRegex(self.server.get(path).headers["date"],
                                 r"^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT$")

    def test_nothing_is_written_to_standard_output_after_the_ready_line(self):
        with Server() as server:
            server.get("/v1")
            server.get("/nothing")
            server.send_signal(signal.SIGTERM)
            self.assertEqual(server.process.stdout.read(), b"")
