"""A folder of texts: served, kept up to date, never half-read; answers wholly old or wholly new."""
import itertools
import json
import os
import signal
import tempfile
import threading
import time
import unittest

from harness import SEED, Server, request, run, wait_until
from instruments import ShiftedClock

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


def embargoed(number, end, title="Embargo"):
    """A text that nothing but its number tells from another."""
    stamp = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(end))
    return (f"---\nembargoedUntil: {stamp}\npublishedOn: 2026-01-0{number}\n---\n"
            f"{title} of number {number}\n\n"
            f"“Lamps number {number} stay lit,” said Ada Miller{number}, Chair of Bakers{number} "
            f"Union.\n\nSignatories:\n\n1. Bakers{number} Union\n"
            f"2. Ovens{number} United\n")


class Embargo(unittest.TestCase):
    """Texts that are served from a second on: before it nothing shows, after it everything does."""

    PATHS = ["/v1/statements?facets=year,country", "/v1/organizations?limit=200", "/v1/people",
             "/v1/quotes?facets=year", "/v1/search?q=lamps", "/v1", "/readyz"]

    def setUp(self):
        self.folder = Folder(self)
        self.folder.write("flour.txt", OTHER)
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.clock = ShiftedClock(holder.name)
        self.now = int(time.time())

    def serve(self):
        return Server("--statements", self.folder.path, "--loops", "1",
                      variables=self.clock.variables)

    def look(self, server):
        """What each list says, with its tag and its date."""
        answers = [server.get(path) for path in self.PATHS]
        return [(answer.status, answer.body, answer.headers.get("etag"),
                 answer.headers.get("last-modified")) for answer in answers]

    def ids(self, server):
        return sorted(item["id"] for item in server.json("/v1/statements")["items"])

    def test_nothing_shows_before_the_end_and_everything_after_it_on_all_replicas(self):
        with self.serve() as one, self.serve() as two:
            before = self.look(one)
            self.folder.write("late.txt", embargoed(1, self.now + 1_000))
            self.folder.write(
                "draft.txt", "draft: true\ntitle: Lamps\n\n“Lamps,” said Ada Miller.\n")
            self.folder.write("probe.txt", OTHER)
            for server in (one, two):
                wait_until(lambda: self.ids(server) == ["flour", "probe"], "the probe is there")
            os.remove(self.folder.file("probe.txt"))
            for server in (one, two):
                wait_until(lambda: self.ids(server) == ["flour"], "the probe is gone")
                self.assertEqual([look[:3] for look in self.look(server)],
                                 [look[:3] for look in before])
                for path in ("/v1/statements/late", "/v1/statements/late/text",
                             "/v1/organizations/bakers1-union", "/v1/statements/draft"):
                    self.assertEqual(server.get(path).status, 404, path)
            # The clock is set to some time before the end, and the servers wait that long.
            end = self.now + 1_000
            shift = end - int(time.time()) - 3
            self.clock.shift(shift)
            os.utime(self.folder.file("flour.txt"))
            waits = time.monotonic() + end - (time.time() + shift)
            while time.monotonic() < waits - 0.5:
                self.assertEqual(self.ids(one), ["flour"])
            for server in (one, two):
                wait_until(lambda: self.ids(server) == ["flour", "late"], "the embargo has ended")
            # A look for other reasons comes every half minute only.
            self.assertLess(time.monotonic() - waits, 10)
            after = [self.look(server) for server in (one, two)]
            self.assertEqual(after[0], after[1])
            for path, old, new in list(zip(self.PATHS, before, after[0]))[:5]:
                self.assertNotEqual(old[1], new[1], path)
                self.assertNotEqual(old[2], new[2], path)
            stamp = time.strftime("%a, %d %b %Y %H:%M:%S GMT", time.gmtime(end))
            self.assertEqual([look[3] for look in after[0][:3]], [stamp] * 3)
            answer = one.get("/v1/statements/late")
            self.assertEqual((answer.status, answer.headers["last-modified"]), (200, stamp))
            self.assertEqual(one.get("/v1/statements/draft").status, 404)

    def test_three_end_in_any_order_one_is_moved_and_one_taken_away(self):
        for order in itertools.permutations((1, 2, 3)):
            self.clock.shift(0)
            ends = {number: self.now + 1_000 * place
                    for place, number in enumerate(order, start=1)}
            for number, end in ends.items():
                self.folder.write(f"text{number}.txt", embargoed(number, end))
            first, second, third = (f"text{number}" for number in order)
            with self.serve() as server:
                self.assertEqual(self.ids(server), ["flour"])
                self.pass_by(server, 1_000, ["flour", first])
                # The second is moved behind the third, which ends now.
                self.folder.write(f"{second}.txt", embargoed(order[1], self.now + 4_000))
                self.pass_by(server, 3_000, sorted(["flour", first, third]))
                self.folder.write(f"{first}.txt", embargoed(order[0], self.now + 9_000))
                os.remove(self.folder.file(f"{third}.txt"))
                wait_until(lambda: self.ids(server) == ["flour"], "one held back, one gone")
                self.pass_by(server, 4_000, sorted(["flour", second]))
            for number in order:
                if os.path.exists(self.folder.file(f"text{number}.txt")):
                    os.remove(self.folder.file(f"text{number}.txt"))

    def pass_by(self, server, seconds, expected):
        """Sets the clock behind a time; a touched file has the server look at it."""
        self.clock.shift(self.now + seconds - int(time.time()) + 1)
        self.folder.write("flour.txt", OTHER)
        wait_until(lambda: self.ids(server) == expected, f"{expected} after {seconds} s")


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

    def test_corrections_are_live_within_a_second_and_hold_everywhere(self):
        folder = Folder(self)
        folder.write("one.txt", OTHER)
        folder.write("two.txt", SEED)
        with folder.serve() as server:
            path = "/v1/statements/one"
            tag = server.get(path).headers["etag"]
            revision = server.json("/v1")["revision"]
            began = time.monotonic()
            folder.write("one.corrections.json5", """{
              signatories: {
                change: { "Bakers of Southport": { withdrawnOn: "2024-06-01",
                                                   note: "=by letter" } },
                remove: ["Ovens United"],
                addedLater: [{ name: "Mill Friends", country: "NO", signedOn: "2024-06-02" }] },
              quotations: { change: { "Bread needs": { speaker: "Bakers of Northport" } } },
            }""")
            one = wait_until(
                lambda: next((answer for answer in [server.json(path)]
                              if answer["withdrawnCount"]), None), "the corrections")
            self.assertLess(time.monotonic() - began, 1)
            self.assertNotEqual(server.get(path).headers["etag"], tag)
            self.assertNotEqual(server.json("/v1")["revision"], revision)
            self.assertEqual((one["signatoryCount"], one["withdrawnCount"]), (2, 1))
            names = ["Bakers of Northport", "Bakers of Southport", "Mill Friends"]
            self.assertEqual([each["name"] for each in one["signatories"]], names)
            self.assertEqual([each["inText"] for each in one["signatories"]], [True, True, False])
            last = one["signatories"][2]
            self.assertEqual((last["start"], last["end"], last["signedOn"]),
                             (None, None, "2024-06-02"))
            quote = one["quotes"][0]
            self.assertEqual(quote["speaker"]["id"], "bakers-of-northport")
            self.assertIsNone(quote["role"])
            for status, expected in (("signed", [names[0], names[2]]), ("withdrawn", [names[1]]),
                                     ("all", names)):
                page = server.json(f"{path}/signatories?status={status}")
                self.assertEqual([each["name"] for each in page["items"]], expected)
            table = server.get(f"{path}/signatories?format=csv").body.decode()
            self.assertIn("2024-06-01,'=by letter,true", table)
            self.assertNotIn("Mill Friends", server.get(f"{path}/text").body.decode())
            self.assertEqual(server.get(f"{path}/text").body.decode(), OTHER)
            # Who withdrew does not count as one of its signatories anywhere else.
            self.assertEqual(server.json("/v1/organizations/bakers-of-southport")["statementCount"],
                             0)
            self.assertEqual(server.json("/v1/organizations/mill-friends")["statementCount"], 1)
            facets = server.json("/v1/statements?facets=organization,country")["facets"]
            values = {each["value"] for each in facets["organization"]}
            self.assertNotIn("bakers-of-southport", values)
            self.assertIn("mill-friends", values)
            self.assertIn({"value": "NO", "count": 1}, facets["country"])
            self.assertEqual(
                [each["id"] for each in server.json("/v1/search?q=mill+friends")["items"]],
                ["mill-friends"])

    def test_a_broken_corrections_file_keeps_the_last_good_version_and_is_told(self):
        folder = Folder(self)
        folder.write("one.txt", OTHER)
        folder.write("one.corrections.json5", "{ signatories: { remove: ['Ovens United'] } }")
        with folder.serve() as server:
            def count():
                return server.json("/v1/statements/one")["signatoryCount"]

            def problems():
                return [each["detail"] for each in server.json("/readyz")["problems"]]
            self.assertEqual(count(), 2)
            folder.write("one.corrections.json5", "{ signatories: { add: ['Ovens Untied'] } }")
            wait_until(problems, "the problem")
            self.assertEqual(problems(), [
                "one.corrections.json5:1:24: error: “Ovens Untied” does not stand in the text; did "
                "you mean “Ovens United”?; who signed later belongs into addedLater; its last good "
                "version stays"])
            self.assertEqual(count(), 2)
            os.remove(folder.file("one.corrections.json5"))
            wait_until(lambda: count() == 3, "the text as it is read")
            self.assertEqual(problems(), [])

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
