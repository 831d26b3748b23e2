"""`signatory review` in a browser: without violation of axe-core, by keyboard, printed."""
import glob
import os
import subprocess
import tempfile
import unittest
import urllib.error
import urllib.request

from browser import Browser
from harness import BINARY, ROOT, SEED, WAIT_SECONDS, environment, run, wait_until

WIDE = {"width": 1100, "height": 1600, "deviceScaleFactor": 1, "mobile": False}
NARROW = {"width": 360, "height": 740, "deviceScaleFactor": 1, "mobile": True}
AXE = glob.glob(os.path.join(
    ROOT, ".cache/venv/lib/python*/site-packages/axe_playwright_python/axe.min.js"))

UYGHUR = """تىنچ دەريالار ھەققىدە بىرلەشمە بايانات

2024-يىلى 17-ماي

بىز ئىمزا قويغۇچىلار دەريالارنىڭ تىنچ بولۇشىنى تەلەپ قىلىمىز، چۈنكى سۇ ھەممىنى ئەستە تۇتىدۇ.

«سۇ ئېلىپ كېتىلگەن ھەر بىر تاشنى ئەستە تۇتىدۇ» دېدى دەريا ئىتتىپاقىنىڭ رەئىسى ئادا فىلد.

ئىمزا قويغۇچىلار:

1. دەريا ئىتتىپاقى
2. تاش دوستلىرى جەمئىيىتى
3. كۆۋرۈك قوغدىغۇچىلار
"""
CHINESE = """关于安静河流的联合声明

2024年5月17日

我们，以下签署组织，要求所有河流保持安静，因为水记得一切。

“水记得每一块被取走的石头，”河流协会主席王小明说。

签署组织：

1. 河流协会
2. 石头之友
3. 桥梁守护者
"""
MIXED = """# Calm now: 4 groups ask for quiet rivers

17 May 2024

We, the undersigned, ask for *quiet* rivers & banks <b>everywhere</b>, and for a reply.

"The water remembers every stone that was taken from it," said Ada Field, chair of Test Society.

“An opening mark that nobody closes stands here, and the text goes on for a while.

Nobody knows who said "that the fish were asked by nobody at all, and are still not asked" then.

## Signatories

| Organization | Country |
| --- | --- |
| Test Society | Norway |
| River League | Chile |
| Friends of Stones | Kenya |

Share this page · Privacy · © 2024 Site of somebody
"""
CORRECTIONS = """{
  signatories: { change: { "River League": { withdrawnOn: "2024-06-01", note: "by letter" } },
                 addedLater: [{ name: "Pier Union", country: "NO", signedOn: "2024-06-02" }],
                 remove: ["Nobody At All"] },
}
"""


class Reviewed:
    """A text in a folder, and the server of its page. Use it as a context manager."""

    def __init__(self, name, text, corrections=None):
        self.folder = tempfile.TemporaryDirectory()
        self.path = os.path.join(self.folder.name, name)
        self.write(name, text)
        if corrections:
            self.write(name.rsplit(".", 1)[0] + ".corrections.json5", corrections)
        self.process = subprocess.Popen([BINARY, "review", "--serve", self.path],
                                        stdout=subprocess.PIPE, env=environment())
        self.base = self.process.stdout.readline().decode().removeprefix("listening on ").strip()

    def write(self, name, text):
        beside = os.path.join(self.folder.name, "." + name)
        with open(beside, "w", encoding="utf-8") as file:
            file.write(text)
        os.replace(beside, os.path.join(self.folder.name, name))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.code = self.process.wait(WAIT_SECONDS)
        self.process.stdout.close()
        self.folder.cleanup()


TEXTS = [("seed.txt", SEED, None), ("uyghur.txt", UYGHUR, None), ("chinese.txt", CHINESE, None),
         ("mixed.md", MIXED, CORRECTIONS)]


class Review(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.browser = cls.enterClassContext(Browser())
        with open(AXE[0], encoding="utf-8") as file:
            cls.axe = file.read()

    def show(self, page, size, theme):
        self.browser.ask("Emulation.setDeviceMetricsOverride", **size)
        self.browser.ask("Emulation.setEmulatedMedia", features=[
            {"name": "prefers-color-scheme", "value": theme}])
        self.browser.open(page)

    def press(self, key, code):
        for kind in ("keyDown", "keyUp"):
            self.browser.ask("Input.dispatchKeyEvent", type=kind, key=key, code=key,
                             windowsVirtualKeyCode=code, **(
                                 {"text": "\r"} if key == "Enter" and kind == "keyDown" else {}))

    def test_axe_finds_no_violation_on_desktop_and_phone_in_light_and_dark(self):
        folder = os.path.join(ROOT, ".build", "screenshots")
        os.makedirs(folder, exist_ok=True)
        for name, text, corrections in TEXTS:
            with Reviewed(name, text, corrections) as page:
                for device, size in (("wide", WIDE), ("narrow", NARROW)):
                    for theme in ("light", "dark"):
                        with self.subTest(name, device=device, theme=theme):
                            self.show(page.base, size, theme)
                            self.browser.run(
                                "document.querySelectorAll('details').forEach(d => d.open = true)")
                            self.browser.run(self.axe + ";0")
                            found = self.browser.run(
                                "axe.run().then(r => r.violations.map("
                                "v => v.id + ': ' + v.nodes.map(n => n.html).slice(0, 3)))")
                            self.assertEqual(found, [])
                            self.assertEqual(self.browser.complaints(), [])
                            self.assertLessEqual(self.browser.run(
                                "document.documentElement.scrollWidth"), size["width"])
                            path = f"review-{name.split('.')[0]}-{device}-{theme}.png"
                            with open(os.path.join(folder, path), "wb") as file:
                                file.write(self.browser.screenshot())
            self.assertEqual(page.code, 0)

    def test_everything_is_there_without_a_script_and_in_print(self):
        self.browser.ask("Emulation.setScriptExecutionDisabled", value=True)
        self.addCleanup(self.browser.ask, "Emulation.setScriptExecutionDisabled", value=False)
        with Reviewed("mixed.md", MIXED, CORRECTIONS) as page:
            self.show(page.base, WIDE, "light")
            shown = self.browser.run("document.body.innerText")
            for part in ("Not taken", "Paragraph 1", "Finding 2", "Quotation 1", "Pier Union",
                         "added later, not in the text", "withdrawn on 2024-06-01", "by letter",
                         "no signatory “Nobody At All” is read", "3, and 1 withdrawn",
                         "quiet rivers & banks everywhere"):
                self.assertIn(part, shown)
            pdf = self.browser.ask("Page.printToPDF")["data"]
            self.assertGreater(len(pdf), 10_000)

    def test_the_keyboard_alone_leads_to_the_text_and_to_a_line_to_copy(self):
        with Reviewed("mixed.md", MIXED) as page:
            self.show(page.base, WIDE, "light")
            self.press("Tab", 9)
            self.assertEqual(
                self.browser.run("document.activeElement.getAttribute('href')"), "#text")
            self.press("Enter", 13)
            self.assertEqual(self.browser.run("document.activeElement.id"), "text")
            for _ in range(40):
                self.press("Tab", 9)
                if self.browser.run("document.activeElement.tagName") == "SUMMARY":
                    break
            self.press("Enter", 13)
            self.assertTrue(self.browser.run("document.activeElement.parentElement.open"))

    def test_a_change_of_the_text_or_of_its_corrections_is_shown(self):
        with Reviewed("mixed.md", MIXED) as page:
            self.show(page.base, WIDE, "light")
            for name, text, seen in (
                    ("mixed.md", MIXED.replace("River League", "Lamp Guild"), "Lamp Guild"),
                    ("mixed.corrections.json5", CORRECTIONS, "Pier Union"),
                    ("mixed.corrections.json5", "{ titel: 1 }", "did you mean title?")):
                page.write(name, text)

                def shown(seen=seen):
                    try:
                        return seen in self.browser.run("document.body.innerText")
                    except AssertionError:  # The page is being loaded.
                        return False
                wait_until(shown, seen)

    def test_only_who_calls_this_machine_by_its_name_is_answered(self):
        with Reviewed("mixed.md", MIXED) as page:
            for host, status in (("evil.example", 400), ("127.0.0.1.evil.example", 400),
                                 ("localhost", 200), ("127.0.0.1:1", 200)):
                request = urllib.request.Request(page.base, headers={"Host": host})
                try:
                    with urllib.request.urlopen(request, timeout=WAIT_SECONDS) as answer:
                        got = answer.status
                        policy = answer.headers["Content-Security-Policy"]
                        self.assertIn("default-src 'none'", policy)
                except urllib.error.HTTPError as error:
                    got = error.code
                self.assertEqual(got, status, host)

    def test_a_page_is_written_whole_or_not_at_all(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "seed.txt")
            with open(path, "w", encoding="utf-8") as file:
                file.write(SEED)
            page = os.path.join(folder, "page.html")
            self.assertEqual(run("review", path, "--output", page).returncode, 0)
            with open(page, "rb") as file:
                self.assertEqual(file.read(), run("review", path).stdout)
            done = run("review", path, "--output", os.path.join(folder, "no", "page.html"))
            self.assertEqual(done.returncode, 1)
            self.assertIn("No such file or directory", done.stderr.decode())
            self.assertEqual(run("review", path, "--output", "/dev/full").returncode, 1)
            self.assertEqual(sorted(os.listdir(folder)), ["page.html", "seed.txt"])


if __name__ == "__main__":
    unittest.main()
