"""The built-in statement, read over HTTP and held against its own text."""
import hashlib
import re
import unittest
from urllib.parse import quote

from harness import SEED, Server, every, serve

NUMBERED = [line for line in SEED.splitlines() if re.match(r" +\d+\. ", line)]
NAMES = [re.sub(r"^ +\d+\. ", "", line) for line in NUMBERED]
TITLE = SEED.splitlines()[0]
BEFORE_LIST, AFTER_LIST = SEED.split(NUMBERED[0])[0], SEED.split(NUMBERED[-1])[1]
PARAGRAPHS = [part for part in BEFORE_LIST.strip().split("\n\n")[1:] if part.strip()]
FOOTER_LINES = [line for line in AFTER_LIST.splitlines() if line.strip()]

QUOTATIONS = [
    (["One year after the judgement of the independent Uyghur Tribunal, its findings can no longer "
      "be disputed or ignored by the international community,",
      "World leaders must take assertive steps to hold the Chinese government to account. Uyghur "
      "victims deserve no less."],
     "Dolkun Isa", "President", 52),
    (["This day honors the survivors and commemorates the victims of the atrocities—but it must "
      "also stand as a marker of our collective determination to end the genocide,"],
     "Omer Kanat", "Executive Director", 40),
    (["This day of recognition is significant for Uyghurs in the diaspora and those who stand for "
      "human rights around the world. We have gone way past ‘Never Again,’ the question is when we "
      "are going to start living up to it. Let us ensure that this day is one of remembrance for "
      "the victims of this genocide, and not of our failures to act to stop it,"],
     "Rushan Abbas", "Executive Director", 6),
]


class SeedCase(unittest.TestCase):
    """One server for the class; the seed statement read once."""

    @classmethod
    def setUpClass(cls):
        cls.server = serve(cls)
        listed = cls.server.json("/v1/statements")
        assert listed["total"] == 1, listed["total"]
        cls.path = f"/v1/statements/{listed['items'][0]['id']}"
        cls.statement = cls.server.json(cls.path)
        cls.text = cls.server.get(f"{cls.path}/text").body.decode()

    def items(self, path):
        """All items of a list that fits one page."""
        page = self.server.json(f"{path}?limit=200")
        self.assertEqual(page["total"], len(page["items"]), path)
        return page["items"]

    def check_place(self, piece, words):
        self.assertEqual(self.text[piece["start"]:piece["end"]], piece[words])


class Text(SeedCase):
    def test_the_premises_of_these_tests_hold(self):
        self.assertEqual((len(SEED), len(NAMES), len(PARAGRAPHS)), (5428, 53, 9))
        self.assertEqual(FOOTER_LINES[0], "Campaign for Uyhgurs")

    def test_text_is_the_source_byte_for_byte(self):
        answer = self.server.get(f"{self.path}/text")
        self.assertEqual(answer.body, SEED.encode())
        self.assertEqual(answer.headers["content-type"].lower(), "text/plain; charset=utf-8")

    def test_source_names_the_digest_of_the_text(self):
        digest = hashlib.sha256(SEED.encode()).hexdigest()
        self.assertEqual(self.statement["source"]["sha256"], digest)


class Statement(SeedCase):
    def test_title_is_the_title_line(self):
        self.assertEqual(self.statement["title"], TITLE)

    def test_every_body_paragraph_is_there_in_order_and_nothing_else(self):
        self.assertEqual([p["text"] for p in self.statement["paragraphs"]], PARAGRAPHS)
        self.assertEqual(self.statement["paragraphCount"], len(PARAGRAPHS))

    def test_every_paragraph_stands_at_its_code_points(self):
        for paragraph in self.statement["paragraphs"]:
            self.check_place(paragraph, "text")

    def test_each_paragraph_has_its_own_address(self):
        for paragraph in self.statement["paragraphs"]:
            alone = self.server.json(f"{self.path}/paragraphs/{paragraph['position']}")
            self.assertEqual(alone["text"], paragraph["text"])

    def test_parts_of_the_statement_are_the_lists_under_it(self):
        for part in ("paragraphs", "quotes", "signatories"):
            with self.subTest(part):
                self.assertEqual(self.items(f"{self.path}/{part}"), self.statement[part])

    def test_no_date_is_invented(self):
        self.assertIsNone(self.statement["publishedOn"])

    def test_the_footer_is_in_nothing_but_the_text(self):
        pages = [self.path, f"{self.path}/paragraphs", f"{self.path}/signatories", "/v1/quotes",
                 "/v1/organizations?limit=200", "/v1/people", "/v1/statements"]
        for path in pages:
            body = self.server.get(path).body.decode()
            for line in FOOTER_LINES:
                with self.subTest(path, line=line):
                    self.assertNotIn(line[:30], body)

    def test_keys_stand_in_the_order_of_the_contract(self):
        orders = [
            (self.statement, "id type url title publishedOn inLanguage dir source paragraphCount "
             "quoteCount signatoryCount withdrawnCount paragraphs quotes signatories"),
            (self.statement["paragraphs"][0], "id position text start end"),
            (self.statement["quotes"][0], "id type url text segments speaker role affiliation "
             "attribution statement paragraph textFragment"),
            (self.statement["signatories"][0],
             "position name kind organization person role affiliation country start end "
             "signedOn withdrawnOn note inText"),
            (self.server.json("/v1/organizations")["items"][0],
             "id type url name otherNames sameAs country statementCount quoteCount"),
            (self.server.json("/v1/people")["items"][0],
             "id type url name otherNames sameAs memberships quoteCount statementCount"),
            (self.server.json("/v1/people"), "items total limit self next prev"),
        ]
        for value, keys in orders:
            with self.subTest(keys):
                self.assertEqual(" ".join(value), keys)


class Signatories(SeedCase):
    def test_there_are_53_in_order_with_exact_names(self):
        signatories = self.items(f"{self.path}/signatories")
        self.assertEqual([s["name"] for s in signatories], NAMES)
        self.assertEqual([s["position"] for s in signatories], list(range(1, 54)))
        self.assertEqual(self.statement["signatoryCount"], 53)

    def test_hard_names_are_spelled_as_in_the_text(self):
        names = [s["name"] for s in self.items(f"{self.path}/signatories")]
        for position, name in [
            (1, "Atajurt Eriktileri – Kazakh Human Rights"),
            (14, "East Turkistan People’s Unity Association"),
            (16, "East Turkestan Union of Muslim Scholars"),
            (31, "Uighur Society “Ittipak” of the Kyrgyz Republic"),
            (48, "Uyghur U.K. Association"),
        ]:
            with self.subTest(name):
                self.assertEqual(names[position - 1], name)

    def test_organizations_are_exactly_the_signatories(self):
        organizations = self.items("/v1/organizations")
        self.assertEqual(len(organizations), 53)
        self.assertEqual(sorted(o["name"] for o in organizations), sorted(NAMES))
        self.assertEqual(len({o["id"] for o in organizations}), 53)

    def test_every_signatory_is_linked_to_the_organization_of_its_name(self):
        by_id = {o["id"]: o["name"] for o in self.items("/v1/organizations")}
        for signatory in self.items(f"{self.path}/signatories"):
            with self.subTest(signatory["name"]):
                self.assertEqual(signatory["kind"], "organization")
                self.assertEqual(by_id[signatory["organization"]["id"]], signatory["name"])
                self.assertIsNone(signatory["person"])


class Quotes(SeedCase):
    def setUp(self):
        self.quotes = sorted(self.items("/v1/quotes"), key=lambda q: q["segments"][0]["start"])

    def test_there_are_three_with_exact_words(self):
        segments = [[s["exact"] for s in quote["segments"]] for quote in self.quotes]
        self.assertEqual(segments, [words for words, *_ in QUOTATIONS])
        self.assertEqual([q["text"] for q in self.quotes], [" ".join(s) for s in segments])

    def test_every_segment_stands_at_its_code_points(self):
        for quote in self.quotes:
            for segment in quote["segments"]:
                self.check_place(segment, "exact")

    def test_the_paragraph_named_is_the_one_it_stands_in(self):
        paragraphs = {p["position"]: p for p in self.statement["paragraphs"]}
        for quote in self.quotes:
            self.assertIn(quote["segments"][0]["exact"], paragraphs[quote["paragraph"]]["text"])

    def test_speaker_role_and_affiliation_are_known(self):
        signed = {s["position"]: s for s in self.items(f"{self.path}/signatories")}
        for quote, (_, speaker, role, position) in zip(self.quotes, QUOTATIONS, strict=True):
            with self.subTest(speaker):
                self.assertEqual(quote["speaker"]["name"], speaker)
                self.assertEqual(quote["role"], role)
                self.assertEqual(quote["affiliation"]["id"], signed[position]["organization"]["id"])
                self.assertEqual(quote["affiliation"]["name"], NAMES[position - 1])

    def test_people_are_exactly_the_speakers(self):
        people = self.items("/v1/people")
        speakers = [speaker for _, speaker, *_ in QUOTATIONS]
        self.assertEqual(sorted(p["name"] for p in people), sorted(speakers))
        for person in people:
            own = self.items(f"/v1/people/{quote(person['id'])}/quotes")
            self.assertEqual([q["speaker"]["name"] for q in own], [person["name"]])

    def test_an_organization_knows_the_quotes_of_its_people(self):
        for wanted in self.quotes:
            own = self.items(f"/v1/organizations/{quote(wanted['affiliation']['id'])}/quotes")
            self.assertEqual([q["id"] for q in own], [wanted["id"]])

    def test_a_random_quote_is_one_of_them_and_is_not_stored(self):
        answer = self.server.get("/v1/quotes/random")
        self.assertIn(answer.json()["id"], [q["id"] for q in self.quotes])
        self.assertIn("no-store", answer.headers["cache-control"])


class Links(SeedCase):
    def test_every_url_in_every_answer_is_answered(self):
        waiting = ["/v1", "/v1/statements", "/v1/organizations?limit=200", "/v1/people"]
        seen = set()
        with self.server.connect() as connection:
            while waiting:
                path = waiting.pop()
                if path in seen:
                    continue
                seen.add(path)
                connection.send(f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
                answer = connection.read_answer()
                self.assertEqual(answer.status, 200, path)
                if "json" in answer.headers["content-type"]:
                    found = [u for key in ("url", "self", "next", "prev")
                             for u in every(answer.json(), key)]
                    waiting += [u for u in found if u and u.startswith("/")]
        self.assertGreater(len(seen), 60)


class Determinism(SeedCase):
    def test_another_process_gives_the_same_bytes_and_tags(self):
        with Server() as other:
            for path in [self.path, "/v1/organizations", "/v1/quotes", "/v1/people", "/v1"]:
                with self.subTest(path):
                    ours, theirs = self.server.get(path), other.get(path)
                    self.assertEqual(ours.body, theirs.body)
                    self.assertEqual(ours.headers.get("etag"), theirs.headers.get("etag"))
