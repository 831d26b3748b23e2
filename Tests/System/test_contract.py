"""Every route of /openapi.json × method × coding × condition: status, fields, bodies.

The table is crossed over keep-alive connections: an answer whose Content-Length is not true makes
the next one unreadable, which fails the test too.
"""
import base64
import ctypes
import email.utils
import gzip
import hashlib
import re
import unittest
from urllib.parse import quote

from harness import request, serve

# What each coding is asked for with, and its name in Content-Encoding.
CODINGS = {"plain": ((), None), "gzip": (("Accept-Encoding: gzip",), "gzip"),
           "br": (("Accept-Encoding: br",), "br"),
           "none fits": (("Accept-Encoding: identity;q=0",), None)}
CODED_BYTES_MIN = 256
DAY_SECONDS = 86400
PARAMETERS = {"q": "genocide", "seed": "7"}


def brotli(data):
    """Decoded by the system's library; Python's own has no brotli."""
    library = ctypes.CDLL("libbrotlidec.so.1")
    room = ctypes.create_string_buffer(1 << 20)
    length = ctypes.c_size_t(len(room))
    done = library.BrotliDecoderDecompress(
        ctypes.c_size_t(len(data)), data, ctypes.byref(length), room)
    assert done == 1, "not brotli"
    return ctypes.string_at(room, length.value)


DECODERS = {None: bytes, "gzip": gzip.decompress, "br": brotli}


def moved(date, seconds):
    """An HTTP date, so many seconds later."""
    then = email.utils.parsedate_to_datetime(date).timestamp() + seconds
    return email.utils.formatdate(then, usegmt=True)


def conditions(tag, date):
    """(request fields, status) in the order of precedence of RFC 9110 §13.2.2."""
    yield (), 200
    yield (f"If-None-Match: {tag}",), 304
    yield (f"If-None-Match: W/{tag}",), 304
    yield ('If-None-Match: "stale"',), 200
    yield ("If-None-Match: *",), 304
    yield (f"If-Match: {tag}",), 200
    yield ("If-Match: *",), 200
    yield ('If-Match: "stale"',), 412
    yield (f"If-Match: W/{tag}",), 412
    yield ('If-Match: "stale"', f"If-None-Match: {tag}"), 412
    yield (f"If-Match: {tag}", f"If-None-Match: {tag}"), 304
    yield ('If-Range: "stale"', "Range: bytes=0-1"), 200
    if not date:
        return
    before, after = moved(date, -DAY_SECONDS), moved(date, DAY_SECONDS)
    yield (f"If-Modified-Since: {date}",), 304
    yield (f"If-Modified-Since: {after}",), 304
    yield (f"If-Modified-Since: {before}",), 200
    yield ("If-Modified-Since: yesterday",), 200
    yield (f"If-Unmodified-Since: {date}",), 200
    yield (f"If-Unmodified-Since: {before}",), 412
    yield ('If-None-Match: "stale"', f"If-Modified-Since: {date}"), 200
    yield (f"If-None-Match: {tag}", f"If-Modified-Since: {before}"), 304
    yield (f"If-Match: {tag}", f"If-Unmodified-Since: {before}"), 200
    yield (f"If-Unmodified-Since: {before}", f"If-Modified-Since: {date}"), 412


class Table(unittest.TestCase):
    """One connection for each test; the routes are read from the description."""

    @classmethod
    def setUpClass(cls):
        cls.server = serve(cls)
        cls.description = cls.server.json("/openapi.json")
        cls.targets = [cls.target(template) for template in cls.description["paths"]]

    @classmethod
    def target(cls, template):
        """A path that exists, with what its operation cannot do without."""
        operation = cls.description["paths"][template]
        filled = re.sub(r"/v1/(\w+)/\{id\}", cls.member, template).replace("{n}", "3")
        asked = [one["name"] for one in operation["get"].get("parameters", ())
                 if one["in"] == "query" and (one.get("required") or one["name"] == "seed")]
        query = "&".join(f"{name}={PARAMETERS[name]}" for name in asked)
        return f"{filled}?{query}" if query else filled

    @classmethod
    def member(cls, match):
        first = cls.server.json(f"/v1/{match[1]}")["items"][0]["id"]
        return f"/v1/{match[1]}/{quote(first)}"

    def setUp(self):
        self.connection = self.server.connect()
        self.addCleanup(self.connection.socket.close)

    def ask(self, method, target, *lines):
        self.connection.send(request(target, method, *lines))
        answer = self.connection.read_answer(method)
        self.assertIsNotNone(answer, "closed")
        self.check_always(answer)
        return answer

    def check_always(self, answer):
        """What stands on every answer."""
        fields = answer.headers
        self.assertEqual(fields["access-control-allow-origin"], "*")
        exposed = set(re.split(r", *", fields["access-control-expose-headers"].lower()))
        self.assertLessEqual({"etag", "link", "retry-after"}, exposed)
        self.assertIn("date", fields)
        names = [name.lower() for name, _ in answer.lines]
        self.assertEqual(len(names), len(set(names)), names)

    def check_problem(self, answer, status, method="GET"):
        self.assertEqual(answer.status, status)
        self.assertEqual(answer.headers["content-type"], "application/problem+json")
        self.assertNotIn("etag", answer.headers)
        self.assertNotIn("content-encoding", answer.headers)
        self.assertEqual(answer.headers["cache-control"], "no-store")
        if method != "HEAD":
            self.assertEqual(answer.json()["status"], status)

    def check_content(self, answer, plain, coding):
        """A whole answer in a coding, against the one without."""
        fields = answer.headers
        coding = coding if len(plain.body) >= CODED_BYTES_MIN else None
        self.assertEqual(answer.status, 200)
        self.assertEqual(fields.get("content-encoding"), coding)
        self.assertEqual(int(fields["content-length"]), len(answer.body))
        self.assertEqual(DECODERS[coding](answer.body), plain.body)
        digest = base64.b64encode(hashlib.sha256(answer.body).digest()).decode()
        self.assertEqual(fields["repr-digest"], f"sha-256=:{digest}:")
        self.assertRegex(fields["etag"], r'^"[^"]+"$')
        for name in ("content-type", "last-modified", "cache-control", "vary", "link"):
            self.assertEqual(fields.get(name), plain.headers.get(name), name)
        vary = set(re.split(r", *", fields["vary"].lower()))
        self.assertLessEqual({"accept-encoding"}, vary)
        if coding:
            self.assertNotEqual(fields["etag"], plain.headers["etag"])

    def readable(self):
        """(target, its whole answer without a coding) of all that is not a redirect."""
        for target in self.targets:
            plain = self.ask("GET", target)
            if plain.status == 308:
                continue
            with self.subTest(target):
                self.check_content(plain, plain, None)
            yield target, plain

    def test_the_table_has_every_route(self):
        self.assertGreaterEqual(len(self.targets), 20)
        self.assertFalse([target for target in self.targets if "{" in target])

    def test_every_coding_holds_the_same_content(self):
        for target, plain in self.readable():
            for name, (lines, coding) in CODINGS.items():
                with self.subTest(target, coding=name):
                    answer = self.ask("GET", target, *lines)
                    if name == "none fits":
                        self.check_problem(answer, 406)
                    else:
                        self.check_content(answer, plain, coding)

    def test_every_condition_is_kept_in_every_coding(self):
        for target, _ in self.readable():
            for name, (lines, _) in CODINGS.items():
                whole = self.ask("GET", target, *lines)
                tag = whole.headers.get("etag", '"none"')
                for fields, status in conditions(tag, whole.headers.get("last-modified")):
                    with self.subTest(target, coding=name, fields=fields):
                        wanted = 406 if whole.status == 406 else status
                        self.check_condition(target, (*lines, *fields), whole, wanted)

    def check_condition(self, target, lines, whole, status):
        answer = self.ask("GET", target, *lines)
        head = self.ask("HEAD", target, *lines)
        self.assertEqual(answer.status, status)
        self.assertEqual(head.comparable()[:2], answer.comparable()[:2])
        self.assertEqual(head.body, b"")
        if status == 200:
            self.assertEqual(answer.comparable(), whole.comparable())
        elif status == 304:
            self.assertEqual(answer.body, b"")
            self.assertNotIn("content-type", answer.headers)
            for field in ("etag", "last-modified", "cache-control", "vary", "link"):
                self.assertEqual(answer.headers.get(field), whole.headers.get(field), field)
        else:
            self.check_problem(answer, status)

    def test_the_tag_of_one_coding_is_not_fresh_in_another(self):
        for target, plain in self.readable():
            if len(plain.body) < CODED_BYTES_MIN:
                continue
            with self.subTest(target):
                stale = f"If-None-Match: {plain.headers['etag']}"
                self.assertEqual(self.ask("GET", target, stale).status, 304)
                self.assertEqual(
                    self.ask("GET", target, stale, "Accept-Encoding: gzip").status, 200)

    def test_other_methods_are_refused_whatever_else_is_asked(self):
        for target, plain in self.readable():
            tag, date = plain.headers["etag"], plain.headers.get("last-modified")
            for method in ("POST", "DELETE"):
                for name, (lines, _) in CODINGS.items():
                    for fields, _ in conditions(tag, date):
                        with self.subTest(target, method=method, coding=name, fields=fields):
                            answer = self.ask(method, target, *lines, *fields)
                            self.check_problem(answer, 405)
                            self.check_allow(answer)

    def test_options_is_answered_without_content_whatever_else_is_asked(self):
        preflight = ("Origin: https://example.org", "Access-Control-Request-Method: GET",
                     "Access-Control-Request-Headers: if-none-match")
        for target in self.targets:
            for name, (lines, _) in CODINGS.items():
                for fields, _ in conditions('"any"', "Sun, 06 Nov 1994 08:49:37 GMT"):
                    for origin in ((), preflight):
                        with self.subTest(target, coding=name, fields=fields, origin=origin):
                            answer = self.ask("OPTIONS", target, *lines, *fields, *origin)
                            self.assertEqual((answer.status, answer.body), (204, b""))
                            self.assertNotIn("content-length", answer.headers)
                            self.check_allow(answer)

    def check_allow(self, answer):
        allowed = sorted(re.split(r", *", answer.headers["allow"]))
        self.assertEqual(allowed, ["GET", "HEAD", "OPTIONS"])

    def test_a_redirect_leads_to_an_answer_by_every_method_that_reads(self):
        for target in self.targets:
            plain = self.ask("GET", target)
            if plain.status != 308:
                continue
            for name, (lines, _) in CODINGS.items():
                with self.subTest(target, coding=name):
                    answer = self.ask("GET", target, *lines)
                    self.assertEqual(answer.comparable(), plain.comparable())
                    head = self.ask("HEAD", target, *lines)
                    self.assertEqual(head.comparable()[:2], plain.comparable()[:2])
                    self.assertEqual(self.ask("GET", answer.headers["location"]).status, 200)


if __name__ == "__main__":
    unittest.main()
