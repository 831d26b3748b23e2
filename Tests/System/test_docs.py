"""/docs: well-formed, accessible by structure, loads nothing, and what it shows works."""
import base64
import hashlib
import re
import subprocess
import unittest
from html.parser import HTMLParser

from harness import WAIT_SECONDS, environment, serve

VOID = {"meta"}


class Page(HTMLParser):
    """Reads strictly: every tag is closed in order, every attribute stands once."""

    def __init__(self, text):
        super().__init__()
        self.stack, self.elements, self.faults = [], [], []
        self.feed(text)
        self.close()
        self.faults += [f"not closed: {name}" for name, *_ in self.stack]

    def handle_starttag(self, name, pairs):
        if len(dict(pairs)) != len(pairs):
            self.faults.append(f"attribute twice: {name} {pairs}")
        element = [name, dict(pairs), ""]
        self.elements.append(element)
        if name not in VOID:
            self.stack.append(element)

    def handle_endtag(self, name):
        if not self.stack or self.stack[-1][0] != name:
            self.faults.append(f"</{name}> at {self.getpos()}")
        else:
            self.stack.pop()

    def handle_data(self, data):
        for element in self.stack:
            element[2] += data

    def all(self, name):
        """(attributes, text) of each element of the name."""
        return [(pairs, text) for tag, pairs, text in self.elements if tag == name]


class Docs(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = serve(cls)
        cls.answer = cls.server.get("/docs")
        cls.page = Page(cls.answer.body.decode())

    def test_every_tag_matches_and_every_id_is_one_elements(self):
        self.assertEqual(self.page.faults, [])
        ids = [pairs["id"] for _, pairs, _ in self.page.elements if "id" in pairs]
        self.assertEqual(len(ids), len(set(ids)))
        for _, pairs, _ in self.page.elements:
            if "aria-labelledby" in pairs:
                self.assertIn(pairs["aria-labelledby"], ids)

    def test_it_has_what_a_screen_reader_goes_by(self):
        page = self.page
        self.assertEqual(page.all("html")[0][0]["lang"], "en")
        self.assertTrue(page.all("title")[0][1])
        for name in ("header", "nav", "main", "footer", "h1"):
            self.assertEqual(len(page.all(name)), 1, name)
        self.assertEqual(page.all("a")[0][0]["href"], "#main")
        levels = [int(tag[1]) for tag, *_ in page.elements if re.fullmatch("h[1-6]", tag)]
        self.assertTrue(all(b - a <= 1 for a, b in zip([0] + levels, levels)), levels)
        self.assertEqual(len(page.all("caption")), len(page.all("table")))
        self.assertTrue(all("scope" in pairs for pairs, _ in page.all("th")))

    def test_it_loads_nothing_and_its_policy_allows_its_style_alone(self):
        for tag, pairs, _ in self.page.elements:
            self.assertNotIn(tag, ("script", "link", "img", "iframe", "form"))
            self.assertFalse([name for name in pairs if name in ("src", "style")
                              or name.startswith("on")], tag)
        (_, sheet), = self.page.all("style")
        self.assertNotRegex(sheet, r"url\(|@import")
        digest = base64.b64encode(hashlib.sha256(sheet.encode()).digest()).decode()
        policy = self.answer.headers["content-security-policy"]
        self.assertIn("default-src 'none'", policy)
        self.assertIn(f"style-src 'sha256-{digest}';", policy)

    def test_every_link_leads_somewhere(self):
        ids = {pairs["id"] for _, pairs, _ in self.page.elements if "id" in pairs}
        for href in {pairs["href"] for pairs, _ in self.page.all("a")}:
            with self.subTest(href):
                if href.startswith("#"):
                    self.assertIn(href[1:], ids)
                else:
                    expected = 308 if href == "/" else 200
                    self.assertEqual(self.server.get(href).status, expected)

    def test_every_command_runs_as_shown(self):
        commands = [line for _, text in self.page.all("pre") for line in text.split("\n")
                    if line.startswith("curl ")]
        self.assertGreater(len(commands), 20)
        for command in commands:
            with self.subTest(command):
                done = subprocess.run(
                    ["bash", "-c", f"base={self.server.base}\n{command} --fail"],
                    capture_output=True, timeout=WAIT_SECONDS, env=environment(), check=False)
                self.assertEqual(done.returncode, 0, done.stderr)
                self.assertTrue(done.stdout)

    def test_text_and_links_stand_out_in_light_and_in_dark(self):
        (_, sheet), = self.page.all("style")
        light, dark = re.findall(r":root\{([^}]*)\}", sheet)
        for theme in (light, dark):
            colours = dict(re.findall(r"--(\w+):#([0-9a-f]+)", theme))
            for ink in ("ink", "soft", "link"):
                for ground in ("paper", "box"):
                    with self.subTest(ink=ink, ground=ground, theme=theme):
                        self.assertGreater(contrast(colours[ink], colours[ground]), 4.5)


def luminance(colour):
    """Relative luminance (WCAG 2.2) of `rrggbb` or `rgb`."""
    digits = colour if len(colour) == 6 else "".join(2 * digit for digit in colour)
    parts = [int(digits[i:i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


if __name__ == "__main__":
    unittest.main()
