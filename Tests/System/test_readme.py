"""README.md: examples give what is printed, pages to copy are sound, links lead somewhere."""
import datetime
import os
import re
import subprocess
import unittest

from harness import BINARY, ROOT, WAIT_SECONDS, environment, serve

ADDRESS = "127.0.0.1:8080"

with open(f"{ROOT}/README.md", encoding="utf-8") as readme_file:
    README = readme_file.read()


PAGES = "Sources/signatory/signatory.docc"


def documents():
    """(path, text) of the README and of every page beside it."""
    yield "README.md", README
    for name in sorted(os.listdir(f"{ROOT}/{PAGES}")):
        if name.endswith(".md"):
            with open(f"{ROOT}/{PAGES}/{name}", encoding="utf-8") as page:
                yield f"{PAGES}/{name}", page.read()


def examples():
    """(command, output) of every `$ ` line in the console blocks; `\\` carries a command on."""
    text = "\n".join(text for _, text in documents())
    for block in re.findall(r"^```console\n(.*?)^```$", text, re.M | re.S):
        for example in re.split(r"^\$ ", block, flags=re.M)[1:]:
            command, _, output = re.sub(r"\\\n\s*", "", example).partition("\n")
            yield command, output


def recipes():
    """Every page to copy."""
    return re.findall(r"^```html\n(.*?)^```$", README, re.M | re.S)


def without_dates(text):
    return re.sub(r"^(Date: ).*$", r"\1…", text, flags=re.M)


class Readme(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = serve(cls)

    def outcome(self, command):
        """What the command prints, with the address and names of the README."""
        host, port = self.server.address
        path = f"{os.path.dirname(BINARY)}:{os.environ['PATH']}"
        done = subprocess.run(
            ["bash", "-o", "pipefail", "-c", command.replace(ADDRESS, f"{host}:{port}")],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=WAIT_SECONDS, cwd=ROOT,
            env={**environment(), "PATH": path}, check=False)
        text = done.stdout.decode().replace("\r\n", "\n").replace(f"{host}:{port}", ADDRESS)
        return without_dates(text if text.endswith("\n") else text + "\n")

    def test_there_are_at_least_five_examples_with_curl(self):
        self.assertGreaterEqual(sum(command.startswith("curl ") for command, _ in examples()), 5)

    def test_every_example_gives_what_is_printed(self):
        self.maxDiff = None
        for command, output in examples():
            with self.subTest(command):
                self.assertEqual(self.outcome(command), without_dates(output))

    def test_pages_to_copy_are_small_and_put_no_text_into_markup(self):
        self.assertEqual(len(recipes()), 2)
        for page in recipes():
            script, = re.findall(r"<script type=\"module\">\n(.*?)</script>", page, re.S)
            self.assertLessEqual(script.count("\n"), 10)
            self.assertIn("catch (error)", script)
            self.assertIn("answer.ok", script)
            self.assertNotRegex(page, r"innerHTML|outerHTML|insertAdjacentHTML|document\.write")

    def test_every_address_in_a_page_to_copy_answers_any_origin(self):
        today = datetime.date.today().isoformat()
        for page in recipes():
            path, = re.findall(f"http://{ADDRESS}(/[^\"`]+)", page)
            with self.subTest(path):
                answer = self.server.get(path.replace("${day}", today), "-H",
                                         "Origin: https://example.org")
                self.assertEqual(answer.status, 200)
                self.assertEqual(answer.headers["access-control-allow-origin"], "*")
                self.assertTrue(answer.json())

    def test_every_path_named_in_it_exists(self):
        for page, text in documents():
            for path in re.findall(r"\]\(([^)#:]+)\)", text):
                with self.subTest(page=page, path=path):
                    self.assertTrue(os.path.exists(f"{ROOT}/{os.path.dirname(page)}/{path}"))

    def test_it_is_short(self):
        self.assertLessEqual(README.count("\n"), 150)

    def test_every_room_is_on_its_map(self):
        for room in os.listdir(f"{ROOT}/Sources"):
            with self.subTest(room):
                self.assertIn(f"`{room}`", README)
