"""A folder of texts: served, kept up to date, and never half-read."""
import os
import tempfile
import unittest

from harness import SEED, Server, run, wait_until

OTHER = """Joint Statement: Three Bakers Ask for Flour

We, the undersigned, ask the mill to open again.

“Bread needs flour, and flour needs a mill,” said Ada Miller, Bakers of Northport President.

Signatories:

1. Bakers of Northport
2. Bakers of Southport
3. Ovens United
"""


class Folder(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def write(self, name, text):
        """As a careful editor does: whole, by a rename."""
        path = f"{self.folder.name}/{name}"
        with open(f"{path}.new", "w", encoding="utf-8") as file:
            file.write(text)
        os.rename(f"{path}.new", path)

    def serve(self):
        return Server("--statements", self.folder.name)

    def ids(self, server):
        return {item["id"] for item in server.json("/v1/statements")["items"]}

    def test_every_text_of_the_folder_is_a_statement_named_after_its_file(self):
        self.write("genocide-day.txt", SEED)
        self.write("flour.md", OTHER)
        self.write("notes.pdf", "no text")
        with self.serve() as server:
            self.assertEqual(self.ids(server), {"genocide-day", "flour"})
            self.assertEqual(server.json("/v1/organizations?limit=200")["total"], 56)
            self.assertEqual(server.json("/v1/quotes")["total"], 4)

    def test_texts_that_come_change_and_go_are_live_without_a_restart(self):
        self.write("flour.txt", OTHER)
        with self.serve() as server:
            tag = server.get("/v1/statements").headers["etag"]
            self.write("genocide-day.txt", SEED)
            wait_until(lambda: self.ids(server) == {"flour", "genocide-day"}, "a new text")
            self.assertNotEqual(server.get("/v1/statements").headers["etag"], tag)
            self.write("flour.txt", OTHER.replace("Three Bakers", "Some Bakers"))
            wait_until(lambda: "Some Bakers" in server.get("/v1/statements").body.decode(),
                       "a changed text")
            os.remove(f"{self.folder.name}/genocide-day.txt")
            wait_until(lambda: self.ids(server) == {"flour"}, "a text that went")

    def test_a_folder_that_is_not_there_ends_the_start_with_its_name(self):
        done = run("serve", "--listen", "127.0.0.1:0", "--statements", "/nonexistent/texts")
        self.assertIn(done.returncode, (1, 2))
        self.assertEqual(done.stdout, b"")
        self.assertIn("/nonexistent/texts", done.stderr.decode())
