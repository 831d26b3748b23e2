"""Headless Chromium: pages of another origin, the README's pages to copy, and /docs."""
import json
import os
import re
import unittest

from browser import Browser
from harness import ROOT, serve
from pages import Pages

# The address that the README names.
ADDRESS = "127.0.0.1:8080"
PAGE = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Elsewhere</title>'
# What a page sees of an answer.
ASK = """async (path, options) => {
  const answer = await fetch(BASE + path, options);
  return {status: answer.status, type: answer.headers.get("content-type"),
    tag: answer.headers.get("etag"), link: answer.headers.get("link"), text: await answer.text()};
}"""
WIDE = {"width": 1100, "height": 1600, "deviceScaleFactor": 1, "mobile": False}
NARROW = {"width": 360, "height": 740, "deviceScaleFactor": 1, "mobile": True}

with open(f"{ROOT}/README.md", encoding="utf-8") as readme_file:
    RECIPES = re.findall(r"^```html\n(.*?)^```$", readme_file.read(), re.M | re.S)


class BrowserCase(unittest.TestCase):
    """One server and one browser for each class."""

    @classmethod
    def setUpClass(cls):
        cls.server = serve(cls)
        host, port = cls.server.address
        # The README's pages are opened as they are: its address leads to the server under test.
        cls.browser = cls.enterClassContext(
            Browser(f"--host-resolver-rules=MAP {ADDRESS} {host}:{port}"))
        cls.pages = cls.enterClassContext(Pages())


class CrossOrigin(BrowserCase):
    """What a page may read that comes from elsewhere."""

    def setUp(self):
        self.browser.open(self.pages.add("/elsewhere", PAGE))

    def ask(self, path, **options):
        script = ASK.replace("BASE", json.dumps(self.server.base))
        return self.browser.run(f"({script})({json.dumps(path)}, {json.dumps(options)})")

    def preflights(self):
        return [url for method, url in self.browser.requests() if method == "OPTIONS"]

    def test_the_page_is_of_another_origin(self):
        self.assertEqual(self.browser.run("location.origin"), self.pages.origin)
        self.assertNotEqual(self.pages.origin, self.server.base)

    def test_it_reads_statements_and_their_fields(self):
        answer = self.ask("/v1/statements")
        self.assertEqual((answer["status"], answer["type"]), (200, "application/json"))
        self.assertEqual(json.loads(answer["text"]), self.server.json("/v1/statements"))
        self.assertRegex(answer["tag"], r'^"[0-9a-f]+"$')
        self.assertIn('rel="first"', answer["link"])
        self.assertEqual(self.preflights(), [])

    def test_it_reads_every_error(self):
        for status, path, options in [
                (404, "/v1/statements/none", {}), (404, "/nothing", {}),
                (400, "/v1/statements?colour=red", {}),
                (405, "/v1/statements", {"method": "POST", "body": "text"}),
                (406, "/v1/statements", {"headers": {"accept": "image/png"}}),
                (412, "/v1/statements", {"headers": {"if-match": '"other"'}}),
                (414, "/v1/search?q=" + "x" * 20_000, {}),
                (431, "/v1", {"headers": {"accept-language": "x" * 40_000}})]:
            with self.subTest(path[:40], status=status):
                answer = self.ask(path, **options)
                self.assertEqual(
                    (answer["status"], answer["type"]), (status, "application/problem+json"))
                problem = json.loads(answer["text"])
                self.assertEqual(problem["status"], status)
                self.assertTrue(problem["detail"])

    def test_a_condition_of_its_own_passes_the_preflight(self):
        tag = self.ask("/v1/statements")["tag"]
        for method in ("GET", "HEAD"):
            self.browser.events.clear()
            answer = self.ask("/v1/statements", method=method, headers={"if-none-match": tag})
            self.assertEqual((answer["status"], answer["tag"], answer["text"]), (304, tag, ""))
        self.assertIn(self.server.base + "/v1/statements", self.preflights())

    def test_the_preflight_is_answered_where_the_answer_is_a_404(self):
        answer = self.ask("/v1/quotes/none", headers={"if-none-match": '"other"'})
        self.assertEqual(answer["status"], 404)
        self.assertEqual(len(self.preflights()), 1)
        self.assertIn("/v1/quotes", json.loads(answer["text"])["detail"])

    def test_the_browser_asks_again_by_itself_whether_something_changed(self):
        self.browser.events.clear()
        first = self.ask("/v1/people")
        again = self.ask("/v1/people", cache="no-cache")
        self.assertEqual(again, first)
        statuses = [event["statusCode"] for name, event in self.browser.events
                    if name == "Network.responseReceivedExtraInfo"]
        self.assertEqual(statuses, [200, 304])

    def test_it_reads_a_table_and_a_text(self):
        table = self.ask("/v1/people?format=csv")
        self.assertEqual(table["type"], "text/csv; charset=utf-8; header=present")
        text = self.ask("/v1/statements/joint-statement/text")["text"]
        quote = self.server.json("/v1/quotes")["items"][0]["segments"][0]
        shown = self.browser.run(
            f"[...{json.dumps(text)}].slice({quote['start']}, {quote['end']}).join('')")
        self.assertEqual(shown, quote["exact"])


class Recipes(BrowserCase):
    """The README's pages, byte for byte, from another origin."""

    def open(self, page, condition):
        self.browser.open(self.pages.add("/recipe", page))
        self.browser.wait_until(condition)
        return self.browser.run("document.body.innerText")

    def test_there_are_two(self):
        self.assertEqual(len(RECIPES), 2)
        for page in RECIPES:
            self.assertIn(ADDRESS, page)

    def test_the_list_shows_every_signatory_in_order(self):
        self.open(RECIPES[0], "document.querySelector('li')")
        shown = self.browser.run("[...document.querySelectorAll('li')].map(li => li.innerText)")
        listed = self.server.json("/v1/statements/joint-statement/signatories?limit=200")["items"]
        self.assertEqual(shown, [item["name"] for item in listed])
        self.assertEqual(len(shown), 53)
        self.assertEqual(self.browser.complaints(), [])

    def test_the_quotation_of_the_day_is_shown_with_its_speaker(self):
        day = self.browser.run("new Date().toISOString().slice(0, 10)")
        shown = self.open(RECIPES[1], "document.querySelector('figcaption').textContent")
        quote = self.server.json(f"/v1/quotes/random?seed={day}")
        self.assertIn(quote["text"], shown)
        self.assertIn(quote["speaker"]["name"], shown)
        self.assertEqual(self.browser.complaints(), [])

    def test_an_error_is_shown_in_words(self):
        missing = RECIPES[0].replace("joint-statement", "none")
        shown = self.open(missing, "!document.querySelector('ol')")
        self.assertIn("There is no statement called “none”", shown)


class Docs(BrowserCase):
    """/docs, looked at."""

    def setUp(self):
        self.browser.open(self.server.base + "/docs")

    def shot(self, name):
        """A screenshot, which also stays in .build/screenshots, to be looked at."""
        folder = os.path.join(ROOT, ".build", "screenshots")
        os.makedirs(folder, exist_ok=True)
        png = self.browser.screenshot()
        with open(os.path.join(folder, f"{name}.png"), "wb") as file:
            file.write(png)
        return png

    def window(self, size):
        self.browser.ask("Emulation.setDeviceMetricsOverride", **size)
        self.addCleanup(self.browser.ask, "Emulation.clearDeviceMetricsOverride")

    def test_it_loads_nothing_else_and_nothing_is_complained_of(self):
        asked = {url for _, url in self.browser.requests() if not url.endswith("/favicon.ico")}
        self.assertEqual(asked, {self.server.base + "/docs"})
        self.assertEqual(self.browser.complaints(), [])
        self.assertEqual(self.browser.run("document.scripts.length"), 0)

    def test_every_route_of_the_description_is_seen(self):
        shown = self.browser.run("document.body.innerText")
        for template in self.server.json("/openapi.json")["paths"]:
            with self.subTest(template):
                self.assertIn(template, shown)

    def test_it_is_drawn_in_light_and_in_dark(self):
        self.window(WIDE)
        grounds = {}
        for theme in ("light", "dark"):
            self.browser.open(self.server.base + "/docs")
            self.browser.ask("Emulation.setEmulatedMedia", features=[
                {"name": "prefers-color-scheme", "value": theme}])
            counts = self.browser.colours(self.shot(f"docs-{theme}"))
            ground, most = max(counts.items(), key=lambda pair: pair[1])
            self.assertGreater(len(counts), 50, "letters have many shades")
            self.assertLess(most, 0.98 * sum(counts.values()), "hardly anything is drawn")
            grounds[theme] = int(ground) & 0xFF
        self.assertGreater(grounds["light"], 0xE0)
        self.assertLess(grounds["dark"], 0x30)

    def test_on_a_telephone_only_what_is_wide_itself_scrolls_sideways(self):
        self.window(NARROW)
        self.shot("docs-narrow")
        self.assertLessEqual(
            self.browser.run("document.documentElement.scrollWidth"), NARROW["width"])

    def test_the_first_key_leads_past_the_navigation(self):
        for kind in ("keyDown", "keyUp"):
            self.browser.ask("Input.dispatchKeyEvent", type=kind, key="Tab",
                             windowsVirtualKeyCode=9)
        self.assertEqual(
            self.browser.run("document.activeElement.getAttribute('href')"), "#main")


if __name__ == "__main__":
    unittest.main()
