"""A folder of texts: served, kept up to date, never half-read; answers wholly old or wholly new."""
import json
import os
import signal
import tempfile
import threading
import unittest

from harness import SEED, Server, request, run, wait_until

RELOADS = 100
CLIENTS = 4
OTHER = """Joint Statement: Three Bakers Ask for Flour

We, the undersigned, ask the mill to open again.

“Bread needs flour, and flour needs a mill,” said Ada Miller, Bakers of Northport President.

Signatories:

1. Bakers of Northport
2. Bakers of Southport
3. Ovens United
"""


def text(number):
    """A version of the seed that no two numbers share, in its title and in its words."""
    return SEED.replace("Joint Statement:", f"Version {number}:").replace(
        "survivors and commemorates", f"survivors (version {number}) and commemorates")


class Folder:
    """A statements folder, written the way an editor's program does: beside, then moved."""

    def __init__(self, case):
        holder = tempfile.TemporaryDirectory()
        case.addCleanup(holder.cleanup)
        self.path = os.path.join(holder.name, "statements")
        os.mkdir(self.path)

    def file(self, name):
        return os.path.join(self.path, name)

    def write(self, name, content):
        beside = self.file("." + name)
        with open(beside, "wb") as file:
            file.write(content if isinstance(content, bytes) else content.encode())
        os.replace(beside, self.file(name))

    def serve(self, *arguments):
        """One loop: what one request was told, the next is told too."""
        return Server("--statements", self.path, "--loops", "1", *arguments)


class Served(unittest.TestCase):
    def test_every_text_of_the_folder_is_a_statement_named_after_its_file(self):
        folder = Folder(self)
        folder.write("genocide-day.txt", SEED)
        folder.write("flour.md", OTHER)
        folder.write("notes.pdf", "no text")
        with folder.serve() as server:
            ids = {item["id"] for item in server.json("/v1/statements")["items"]}
            self.assertEqual(ids, {"genocide-day", "flour"})
            self.assertEqual(server.json("/v1/organizations?limit=200")["total"], 56)
            self.assertEqual(server.json("/v1/quotes")["total"], 4)

    def test_a_folder_that_is_not_there_ends_the_start_with_its_name(self):
        done = run("serve", "--listen", "127.0.0.1:0", "--statements", "/nonexistent/texts")
        self.assertEqual(done.returncode, 2)
        self.assertEqual(done.stdout, b"")
        self.assertIn(
            "cannot read the statements folder /nonexistent/texts: No such file or directory",
            done.stderr.decode())


class Reload(unittest.TestCase):
    def test_answers_under_load_are_wholly_old_or_wholly_new(self):
        folder = Folder(self)
        folder.write("one.txt", text(0))
        faults, counts, stop = [], [0] * CLIENTS, threading.Event()
        with Server("--statements", folder.path, "--rest-milliseconds", "10") as server:
            def ask(index):
                try:
                    while not stop.is_set():
                        with server.connect() as connection:
                            counts[index] += self.ask_many(connection, stop)
                except Exception as fault:
                    faults.append(fault)
            threads = [threading.Thread(target=ask, args=(index,)) for index in range(CLIENTS)]
            for thread in threads:
                thread.start()
            try:
                for number in range(1, RELOADS + 1):
                    folder.write("one.txt", text(number))
                    wait_until(lambda: self.title(server) == number, f"version {number}")
            finally:
                stop.set()
                for thread in threads:
                    thread.join()
        self.assertEqual(faults, [])
        self.assertGreater(min(counts), RELOADS)

    def ask_many(self, connection, stop):
        """Asks until told to stop, or told that the answer was the connection's last."""
        count = 0
        while not stop.is_set():
            connection.send(request("/v1/statements/one"))
            answer = connection.read_answer()
            self.check(answer)
            count += 1
            if answer.headers.get("connection") == "close":
                break
        return count

    def check(self, answer):
        assert answer.status == 200, answer.status
        statement = json.loads(answer.body)
        number = statement["title"].split(":")[0].removeprefix("Version ")
        words = f"survivors (version {number}) and"
        assert words in statement["quotes"][1]["text"], "an answer of two versions"
        assert words in statement["paragraphs"][3]["text"], "an answer of two versions"

    @staticmethod
    def title(server):
        title = server.json("/v1/statements/one")["title"]
        return int(title.split(":")[0].removeprefix("Version "))

    def test_files_come_go_and_are_renamed(self):
        folder = Folder(self)
        folder.write("one.txt", SEED)
        with folder.serve() as server:
            def ids():
                return [item["id"] for item in server.json("/v1/statements")["items"]]
            tag = server.get("/v1/statements").headers["etag"]
            folder.write("two.md", text(2))
            wait_until(lambda: ids() == ["one", "two"], "two statements")
            self.assertNotEqual(server.get("/v1/statements").headers["etag"], tag)
            os.rename(folder.file("two.md"), folder.file("three.txt"))
            wait_until(lambda: ids() == ["one", "three"], "a renamed statement")
            os.remove(folder.file("one.txt"))
            wait_until(lambda: ids() == ["three"], "one statement less")

    def test_a_file_that_is_no_text_keeps_its_last_good_version_and_is_reported(self):
        folder = Folder(self)
        folder.write("one.txt", SEED)
        with folder.serve() as server:
            def problems():
                return server.json("/readyz")["problems"]
            self.assertEqual(problems(), [])
            etag = server.get("/v1/statements/one").headers["etag"]
            folder.write("one.txt", b"Title\n\nBody \xff.\n")
            found = wait_until(problems, "a problem in /readyz")
            self.assertEqual([problem["file"] for problem in found], ["one.txt"])
            self.assertIn("one.txt:3:6: error:", found[0]["detail"])
            self.assertNotIn(folder.path, found[0]["detail"])
            self.assertEqual(server.get("/v1/statements/one").headers["etag"], etag)
            wait_until(lambda: f"{folder.path}/one.txt:3:6: error:" in server.error_text(), "log")
            folder.write("one.txt", text(7))
            wait_until(lambda: not problems(), "the problem to be over")
            self.assertEqual(self.title(server), 7)

    def test_declared_names_make_one_organization(self):
        folder = Folder(self)
        folder.write("one.txt", SEED)
        with folder.serve() as server:
            def total():
                return server.json("/v1/organizations")["total"]
            self.assertEqual(total(), 53)
            folder.write("organizations.json5", """[
              // Two spellings of one.
              { name: "World Uyghur Congress", otherNames: ["World Uyghur Congress Foundation"] },
            ]""")
            wait_until(lambda: total() == 52, "one organization less")
            one = server.json("/v1/organizations/world-uyghur-congress")
            self.assertEqual(one["otherNames"], ["World Uyghur Congress Foundation"])
            folder.write("organizations.json5", "[{ nom: 1 }]")
            found = wait_until(lambda: server.json("/readyz")["problems"], "a problem in /readyz")
            self.assertEqual(found, [{
                "file": "organizations.json5",
                "detail": "organizations.json5:1:4: error: [1].nom: there is no such key; did you "
                          "mean name?; its last good version stays"}])
            self.assertEqual(total(), 52)
            # What is read next is read with the last good declarations.
            folder.write("two.txt", SEED)
            wait_until(lambda: server.get("/v1/statements/two").status == 200, "another text")
            self.assertEqual(total(), 52)
            os.remove(folder.file("organizations.json5"))
            wait_until(lambda: total() == 53, "the declarations to be gone")
            self.assertEqual(server.json("/readyz")["problems"], [])

    def test_a_hangup_reads_what_no_event_and_no_time_of_a_file_tells_of(self):
        folder = Folder(self)
        folder.write("one.txt", text(1))
        with folder.serve() as server:
            server.send_signal(signal.SIGHUP)
            wait_until(lambda: "reload_asked" in server.error_text(), "a message")
            old = os.stat(folder.file("one.txt"))
            with open(folder.file("one.txt"), "r+b") as file:
                file.write(text(2).encode())
            os.utime(folder.file("one.txt"), ns=(old.st_atime_ns, old.st_mtime_ns))
            server.send_signal(signal.SIGHUP)
            wait_until(lambda: self.title(server) == 2, "the other bytes")


if __name__ == "__main__":
    unittest.main()
