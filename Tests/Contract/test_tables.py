"""CSV: read by Python's reader and by LibreOffice, with names that try to be formulas."""
import csv
import io
import os
import subprocess
import tempfile
import unittest

from harness import SEED, environment, serve

HOSTILE = ["=1+2 League", "+44 League", "-League of Dots", "@Home League",
           'The "Quoted" League', "Rivers, Lakes, and Ponds League",
           "Ligue des rivières calmes", "ウイグル協会", "=HYPERLINK(\"http://a.example\",\"x\")"]
QUOTATION = "=1+2 is not a sum, and +3 is “no” number,"
TABBED_QUOTATION = "-1 is below nothing,\tand @home is a place,"
TITLE = "@Title, with “marks”, and =1+2"
# As a spreadsheet writes them.
TRUTHS = {"true": "TRUE", "false": "FALSE"}
TABLES = ["/v1/statements", "/v1/people", "/v1/statements/{}/paragraphs",
          "/v1/statements/{}/signatories", "/v1/statements/{}/quotes", "/v1/quotes",
          "/v1/organizations"]


def hostile_text():
    listed = "\n".join(f"{place}. {name}" for place, name in enumerate(HOSTILE, 1))
    return (f"---\ntitle: {TITLE}\nsourceName: =Paper\n---\n"
            "Joint Statement: Some Groups Ask for Bread\n\n“" + QUOTATION.replace("“no”", "‘no’")
            + "” said Ada Miller, Home League President.\n\n“" + TABBED_QUOTATION
            + "” said Eva Baker, Home League Secretary.\n\nSignatories:\n\n" + listed + "\n")


def as_shown(cell):
    """What LibreOffice makes of a cell: it keeps no tabs within words."""
    return TRUTHS.get(cell, cell).replace("\t", "")


def rows(text):
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


class Tables(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        for name, text in [("seed", SEED), ("hostile", hostile_text())]:
            with open(os.path.join(folder.name, f"{name}.txt"), "w", encoding="utf-8") as file:
                file.write(text)
        cls.server = serve(cls, "--statements", folder.name)
        cls.paths = [f"{table.format(statement)}?limit=200&format=csv"
                     for table in TABLES for statement in ("seed", "hostile")]

    def test_every_table_is_rfc_4180_in_utf8_with_a_mark(self):
        for path in self.paths:
            with self.subTest(path):
                answer = self.server.get(path)
                self.assertEqual(answer.status, 200)
                self.assertTrue(answer.headers["content-type"].startswith("text/csv"))
                self.assertEqual(answer.body[:3], b"\xef\xbb\xbf")
                self.assertTrue(answer.body.endswith(b"\r\n"))
                table = rows(answer.body.decode("utf-8-sig"))
                self.assertGreater(len(table), 1)
                self.assertEqual({len(row) for row in table}, {len(table[0])})

    def test_no_cell_begins_like_a_formula(self):
        for path in self.paths:
            for row in rows(self.server.get(path).body.decode("utf-8-sig")):
                for cell in row:
                    with self.subTest(path, cell=cell):
                        self.assertFalse(cell.startswith(("=", "+", "-", "@", "\t", "\r")))

    def test_hostile_names_are_all_there(self):
        path = "/v1/statements/hostile/signatories?limit=200"
        listed = self.server.json(path)["items"]
        self.assertEqual([item["name"] for item in listed], HOSTILE)
        table = rows(self.server.get(f"{path}&format=csv").body.decode("utf-8-sig"))
        names = [row[table[0].index("name")] for row in table[1:]]
        self.assertEqual([name.removeprefix("'") for name in names], HOSTILE)

    def test_hostile_titles_and_words_are_all_there(self):
        for path, column, wanted in [
                ("/v1/statements", "title", TITLE), ("/v1/statements", "source.name", "=Paper"),
                # Runs of white space are one space in what is shown.
                ("/v1/quotes", "text", TABBED_QUOTATION.replace("\t", " "))]:
            table = rows(self.server.get(f"{path}?format=csv").body.decode("utf-8-sig"))
            cells = [row[table[0].index(column)] for row in table[1:]]
            with self.subTest(path):
                self.assertIn(f"'{wanted}", cells)

    def test_libreoffice_shows_the_cells_that_were_sent(self):
        with tempfile.TemporaryDirectory() as folder:
            sent = {}
            for number, path in enumerate(self.paths):
                body = self.server.get(path).body
                sent[number] = rows(body.decode("utf-8-sig"))
                with open(os.path.join(folder, f"{number}.csv"), "wb") as file:
                    file.write(body)
            self.convert(folder, "ods", [f"{number}.csv" for number in sent])
            self.convert(folder, "csv:Text - txt - csv (StarCalc):44,34,76,1",
                         [f"{number}.ods" for number in sent], "back")
            for number, table in sent.items():
                with self.subTest(self.paths[number]):
                    name = os.path.join(folder, "back", f"{number}.csv")
                    with open(name, encoding="utf-8", newline="") as file:
                        shown = rows(file.read())
                    self.assertEqual(shown, [[as_shown(cell) for cell in row] for row in table])

    def convert(self, folder, form, names, target="."):
        done = subprocess.run(
            # What its dialog offers for a file with a mark; without a dialog it has to be told.
            ["soffice", "--infilter=Text - txt - csv (StarCalc):44,34,76,1" if form == "ods"
             else "--norestore", f"-env:UserInstallation=file://{folder}/profile",
             "--headless", "--convert-to", form, "--outdir", target, *names],
            cwd=folder, env={**environment(), "HOME": folder}, capture_output=True, timeout=120,
            check=False)
        self.assertEqual(done.returncode, 0, done.stderr)


if __name__ == "__main__":
    unittest.main()
