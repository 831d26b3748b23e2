"""`signatory import`: one text in four formats is one statement."""
import json
import os
import tempfile
import unittest

from harness import run

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "Imports")
FORMATS = ("html", "odt", "docx", "pdf")


def spaced(text):
    return " ".join(text.split())


def read(name, markdown):
    """What is understood of a text that was imported."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, name)
        with open(path, "wb") as file:
            file.write(markdown)
        statement = json.loads(run("extract", path).stdout)
        found = run("check", path)
    return {
        "findings": found.stdout.decode(), "title": statement["title"],
        "date": statement["publishedOn"], "language": statement["inLanguage"],
        "paragraphs": [spaced(each["text"]) for each in statement["paragraphs"]],
        "quotes": [(spaced(each["text"]), each["speaker"]["name"], each["role"],
                    each["affiliation"]["name"]) for each in statement["quotes"]],
        "signatories": [(each["name"], each["kind"], each["country"]["code"],
                         each["country"]["asStated"]) for each in statement["signatories"]],
    }


class Import(unittest.TestCase):
    def test_the_same_text_in_four_formats_is_the_same_statement(self):
        found = {}
        for form in FORMATS:
            done = run("import", os.path.join(HERE, f"rivers.{form}"))
            self.assertEqual((done.returncode, done.stderr), (0, b""), form)
            found[form] = read("rivers.md", done.stdout)
        first = found["html"]
        self.assertEqual(first["findings"], "")
        self.assertEqual(first["title"], "Joint Statement: Forty Groups Ask for Quiet Rivers")
        self.assertEqual((first["date"], first["language"]), ("2024-05-17", "en"))
        self.assertEqual(len(first["paragraphs"]), 7)
        self.assertEqual([quote[1:] for quote in first["quotes"]],
                         [("Ada Field", "chair", "Harbour Society"),
                          ("Ben Moss", "director", "Willow Trust")])
        self.assertEqual(len(first["signatories"]), 40)
        self.assertEqual(first["signatories"][-1],
                         ("Thistle Circle", "organization", "CL", "Chile"))
        for form in FORMATS:
            self.assertEqual(found[form], first, form)

    def test_links_lists_and_tables_stay(self):
        for form in ("html", "odt", "docx"):
            text = run("import", os.path.join(HERE, f"rivers.{form}")).stdout.decode()
            self.assertIn("[the public gauges](https://rivers.example/data)", text, form)
            self.assertRegex(text, r"\n- +plant willows", form)
            self.assertRegex(text, r"\n\| Harbour League +\| Chile +\|\n", form)

    def test_a_file_is_known_by_its_content_and_may_come_by_a_pipe(self):
        for form in FORMATS:
            path = os.path.join(HERE, f"rivers.{form}")
            with open(path, "rb") as file:
                content = file.read()
            done = run("import", "-", stdin=content)
            self.assertEqual(done.stdout, run("import", path).stdout, form)
            # Half a file is an error or a text, and never a crash.
            for end in (0, 1, 4, 40, len(content) // 2):
                self.assertIn(run("import", "-", stdin=content[:end]).returncode, (0, 1), form)

    def test_what_was_made_of_an_earlier_import_is_not_written_over(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "rivers.md")
            source = os.path.join(HERE, "rivers.docx")
            self.assertEqual(run("import", source, "--output", path).returncode, 0)
            done = run("import", source, "--output", path)
            self.assertEqual(done.returncode, 2)
            self.assertIn(f"{path}: the file is there already", done.stderr.decode())

    def test_what_cannot_be_imported_is_told_with_its_reason(self):
        for content, part in ((b"a\0b", "save it as one of these"), (b"", "has no words"),
                              (b"\xd0\xcf\x11\xe0 old Word", "save it as one of these"),
                              (b"%PDF-1.4 broken", "pdftotext failed with status"),
                              (b"PK\x03\x04 broken", "pandoc failed with status")):
            done = run("import", "-", stdin=content)
            self.assertEqual((done.returncode, done.stdout), (1, b""), content)
            self.assertIn(part, done.stderr.decode(), content)

    def test_a_page_cannot_have_files_of_this_machine_read(self):
        with tempfile.NamedTemporaryFile("w", suffix=".html") as secret:
            secret.write("<p>the secret words of this machine</p>")
            secret.flush()
            page = f"<p>A text.</p><iframe src='{secret.name}'></iframe>"
            self.assertNotIn(b"secret words", run("import", "-", stdin=page.encode()).stdout)


if __name__ == "__main__":
    unittest.main()
