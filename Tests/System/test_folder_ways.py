"""Folders that go, come again or are replaced, and what keeps them from being read or watched."""
import os
import shutil
import subprocess
import tempfile
import time
import unittest

from harness import BINARY, Server, run, wait_until

# Much later than a change is live, and sooner than the look every 30 s that misses nothing.
LIVE_SECONDS = 10


def can(*command):
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


CAN_MAP_ROOT = can("unshare", "-Ur", "true")
CAN_MOUNT = can("unshare", "-m", "mount", "-t", "tmpfs", "tmpfs", "/mnt")


def write(*path, title="A title"):
    """A text that comes whole."""
    *folder, name = path
    beside = os.path.join(*folder, "." + name)
    with open(beside, "w", encoding="utf-8") as file:
        file.write(f"{title}\n\nWe have met at the harbour, and we will meet again.\n")
    os.replace(beside, os.path.join(*path))


def titles(server):
    return {item["id"]: item["title"] for item in server.json("/v1/statements")["items"]}


def problems(server):
    return server.json("/readyz")["problems"]


def live(condition, what):
    """Waits until `condition` is true, but not until a look would have found it anyway."""
    deadline = time.monotonic() + LIVE_SECONDS
    found = wait_until(lambda: condition() or time.monotonic() > deadline and "late", what)
    assert found != "late", f"not within {LIVE_SECONDS} s: {what}"
    return found


class Case(unittest.TestCase):
    def setUp(self):
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.base = holder.name

    def place(self, *names):
        return os.path.join(self.base, *names)

    def make(self, *names):
        os.makedirs(self.place(*names))
        return self.place(*names)

    def serve(self, *names, more=(), kind=Server):
        return kind("--statements", self.place(*names), "--loops", "1", *more)


class Ways(Case):
    def test_a_folder_removed_and_made_again_twenty_times_is_live_each_time(self):
        write(self.make("texts"), "a.txt", title="Round -1")
        with self.serve("texts") as server:
            for number in range(20):
                shutil.rmtree(self.place("texts"))
                os.mkdir(self.place("texts"))
                write(self.place("texts"), "a.txt", title=f"Round {number}")
                live(lambda: titles(server) == {"a": f"Round {number}"}, f"round {number}")
            self.assertEqual(problems(server), [])

    def test_a_link_that_leads_to_another_release_is_followed_again_and_again(self):
        for number in range(4):
            write(self.make("releases", str(number)), f"r{number}.txt")
        os.symlink("releases/0", self.place("current"))
        with self.serve("current") as server:
            for number in (1, 2, 3):
                os.symlink(f"releases/{number}", self.place("next"))
                os.replace(self.place("next"), self.place("current"))
                live(lambda: list(titles(server)) == [f"r{number}"], f"release {number}")
            # The one that is served now is watched, and one that was is not read.
            write(self.place("releases", "0"), "old.txt")
            write(self.place("releases", "3"), "new.txt")
            live(lambda: list(titles(server)) == ["new", "r3"], "a text of the last release")

    def test_a_parent_that_is_renamed_away_and_replaced_is_followed(self):
        write(self.make("srv", "site", "texts"), "a.txt")
        with self.serve("srv", "site", "texts") as server:
            os.rename(self.place("srv"), self.place("gone"))
            live(lambda: problems(server), "a problem")
            self.assertEqual(list(titles(server)), ["a"])
            write(self.make("srv", "site", "texts"), "b.txt")
            live(lambda: list(titles(server)) == ["b"], "the other folder")
            self.assertEqual(problems(server), [])
            write(self.place("gone", "site", "texts"), "c.txt")
            write(self.place("srv", "site", "texts"), "d.txt")
            live(lambda: list(titles(server)) == ["b", "d"], "a text of the other folder")

    def test_what_a_link_of_the_folder_leads_to_is_live(self):
        write(self.make("elsewhere"), "t.txt", title="One")
        os.symlink(self.place("elsewhere", "t.txt"), os.path.join(self.make("texts"), "a.txt"))
        with self.serve("texts") as server:
            write(self.place("elsewhere"), "t.txt", title="Two")
            live(lambda: titles(server) == {"a": "Two"}, "the new target")
            os.rename(self.place("elsewhere"), self.place("gone"))
            live(lambda: problems(server), "a link that leads nowhere")
            self.assertEqual(titles(server), {"a": "Two"})
            self.assertEqual(problems(server), [{
                "file": "a.txt",
                "detail": "a.txt: error: it is a link that leads nowhere; "
                          "its last good version stays"}])
            write(self.make("elsewhere"), "t.txt", title="Three")
            live(lambda: titles(server) == {"a": "Three"}, "the target that came again")
            self.assertEqual(problems(server), [])

    def test_links_that_all_lead_over_one_link_are_swapped_with_it(self):
        """As Kubernetes mounts a ConfigMap."""
        texts = self.make("texts")
        for number in range(3):
            write(self.make("texts", f"..{number}"), "a.txt", title=f"Version {number}")
        os.symlink("..0", self.place("texts", "..data"))
        os.symlink("..data/a.txt", self.place("texts", "a.txt"))
        with self.serve("texts") as server:
            for number in (1, 2):
                os.symlink(f"..{number}", os.path.join(texts, "..next"))
                os.replace(os.path.join(texts, "..next"), os.path.join(texts, "..data"))
                live(lambda: titles(server) == {"a": f"Version {number}"}, f"version {number}")


class Keeping(Case):
    def test_a_folder_that_cannot_be_listed_keeps_everything_and_says_so_each_time(self):
        write(self.make("texts"), "a.txt", title="Round 0")
        listen = ("--admin-listen", "127.0.0.1:0")
        with self.serve("texts", more=listen) as server:
            metrics = server.read_line().removeprefix("admin listening on ") + "/metrics"
            unavailable = 'signatory_files_unavailable{what="statements"} '

            def figures():
                return subprocess.run(
                    ["curl", "-s", "--noproxy", "*", metrics], capture_output=True,
                    check=True).stdout.decode()
            for number in (1, 2, 3):
                os.rename(self.place("texts"), self.place("away"))
                with open(self.place("texts"), "wb"):
                    pass  # No folder.
                found = live(lambda: problems(server), "a problem")
                self.assertEqual(found, [{
                    "file": "texts",
                    "detail": "cannot read the statements folder texts: Not a directory; "
                              "the last statements stay"}])
                self.assertEqual(titles(server), {"a": f"Round {number - 1}"})
                live(lambda: unavailable + "1" in figures(), "the figure")
                os.remove(self.place("texts"))
                os.rename(self.place("away"), self.place("texts"))
                write(self.place("texts"), "a.txt", title=f"Round {number}")
                live(lambda: titles(server) == {"a": f"Round {number}"}, f"round {number}")
                live(lambda: problems(server) == [], "no problem")
                self.assertIn(unavailable + "0", figures())
            events = [event["event"] for event in server.events()]
            self.assertGreaterEqual(events.count("statements_unavailable"), 3)
            self.assertGreaterEqual(events.count("files_available"), 3)

    def test_a_folder_that_stays_away_is_tried_about_once_a_second(self):
        write(self.make("texts"), "a.txt")
        listen = ("--admin-listen", "127.0.0.1:0")
        with self.serve("texts", more=listen) as server:
            metrics = server.read_line().removeprefix("admin listening on ") + "/metrics"

            def failed():
                page = subprocess.run(
                    ["curl", "-s", "--noproxy", "*", metrics], capture_output=True,
                    check=True).stdout.decode()
                line = 'signatory_reloads_total{what="statements",outcome="failed"} '
                return int(page.split(line)[1].split()[0])
            write(self.place("texts"), "a.txt", title="Watched")
            live(lambda: titles(server) == {"a": "Watched"}, "the folder to be watched")
            # It goes while a text rests, which stays due all the while.
            write(self.place("texts"), "a.txt", title="Another")
            os.rename(self.place("texts"), self.place("away"))
            live(lambda: problems(server), "a problem")
            begin, before = time.monotonic(), failed()
            wait_until(lambda: failed() >= before + 3, "three more attempts")
            self.assertGreater(time.monotonic() - begin, 1.5)
            os.rename(self.place("away"), self.place("texts"))
            live(lambda: titles(server) == {"a": "Another"}, "the text")

    def test_a_text_fails_is_mended_fails_and_is_mended(self):
        write(self.make("texts"), "a.txt", title="Round 0")
        write(self.place("texts"), "b.txt", title="Other")
        with self.serve("texts") as server:
            for number in (1, 2, 3):
                with open(self.place("texts", "a.txt"), "wb") as file:
                    file.write(b"A title\n\n" + b"x" * (200 * number) + b"\xff\n")
                found = live(lambda: problems(server), "a problem")
                self.assertEqual([problem["file"] for problem in found], ["a.txt"])
                self.assertIn(f"a.txt:3:{200 * number + 1}: error:", found[0]["detail"])
                self.assertEqual(titles(server)["a"], f"Round {number - 1}")
                write(self.place("texts"), "a.txt", title=f"Round {number}")
                live(lambda: titles(server)["a"] == f"Round {number}", f"round {number}")
                self.assertEqual(problems(server), [])
            told = [event for event in server.events() if event["event"] == "statement_problem"]
            self.assertEqual(len(told), 3)

    def test_what_is_left_out_is_named_by_readyz_and_check(self):
        texts = self.make("texts")
        write(texts, "a.txt")
        write(texts, "a.md")
        write(texts, "B.TXT")
        os.symlink("nowhere", os.path.join(texts, "c.txt"))
        os.mkfifo(os.path.join(texts, "d.txt"))
        os.mkdir(os.path.join(texts, "e.md"))
        write(texts, "f.txt")
        os.rename(os.path.join(texts, "f.txt"), os.fsencode(texts) + b"/f\xff.txt")
        expected = {
            "B.TXT": "its name is not in small letters, as .txt, .md and .html are; it is left out",
            "a.txt": "its id “a” is that of a.md already; it is left out",
            "c.txt": "it is a link that leads nowhere; it is left out",
            "d.txt": "it is a pipe (FIFO); it is left out",
            "e.md": "it is a folder; it is left out",
            "f\\xFF.txt": "its name is no UTF-8; it is left out",
        }
        with self.serve("texts") as server:
            self.assertEqual(list(titles(server)), ["a"])
            self.assertEqual(
                {problem["file"]: problem["detail"].split(": error: ")[1]
                 for problem in problems(server)}, expected)
        done = run("check", texts)
        self.assertEqual(done.returncode, 1)
        lines = done.stdout.decode().splitlines()
        self.assertEqual(len(lines), len(expected))
        for name in expected:
            self.assertTrue([line for line in lines if f"/{name}:1:1: error: " in line], lines)

    def test_a_writer_that_is_silent_is_waited_for(self):
        write(self.make("texts"), "a.txt")
        with self.serve("texts") as server:
            with open(self.place("texts", "b.txt"), "wb", buffering=0) as file:
                file.write(b"Half a title")
                write(self.place("texts"), "a.txt", title="Another")
                live(lambda: titles(server) == {"a": "Another"}, "the other text")
                file.write(b" and the rest\n\nA body of it.\n")
            live(lambda: titles(server).get("b") == "Half a title and the rest", "the whole")

    def test_what_was_half_written_at_the_start_is_waited_for(self):
        write(self.make("texts"), "a.txt")
        with open(self.place("texts", "b.txt"), "wb", buffering=0) as file:
            file.write(b"Half a title")
            with self.serve("texts") as server:
                self.assertEqual(list(titles(server)), ["a"])
                file.write(b" and the rest\n\nA body of it.\n")
                file.close()
                live(lambda: titles(server).get("b") == "Half a title and the rest", "the whole")


@unittest.skipUnless(CAN_MOUNT, "file systems may not be mounted here")
class Mounts(Case):
    def mount(self):
        subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", self.place("texts")], check=True)

    def unmount(self):
        subprocess.run(["umount", "--lazy", self.place("texts")], check=False)

    def test_a_mount_that_goes_keeps_everything_and_another_is_live(self):
        self.make("texts")
        self.mount()
        self.addCleanup(self.unmount)
        write(self.place("texts"), "a.txt")
        with self.serve("texts") as server:
            for name in ("b", "c"):
                before = titles(server)
                self.unmount()
                found = live(lambda: problems(server), "a problem")
                self.assertIn("that was mounted at the statements folder texts", found[0]["detail"])
                self.assertEqual(titles(server), before)
                self.mount()
                write(self.place("texts"), name + ".txt")
                live(lambda: list(titles(server)) == [name], "the other mount")
                self.assertEqual(problems(server), [])


class Limited(Server):
    """A server whose user may have no more inotify instances, or watches."""

    limit = "instances"

    def command(self):
        script = f'echo 0 >/proc/sys/user/max_inotify_{self.limit}; exec "$0" "$@"'
        return ["unshare", "-Ur", "sh", "-c", script, BINARY]


class WithoutWatches(Limited):
    limit = "watches"


@unittest.skipUnless(CAN_MAP_ROOT, "there are no user namespaces here")
class Limits(Case):
    def check(self, kind):
        write(self.make("texts"), "a.txt")
        with self.serve("texts", kind=kind) as server:
            found = live(lambda: problems(server), "a problem")
            self.assertEqual([problem["file"] for problem in found], ["texts"])
            self.assertIn(f"raise fs.inotify.max_user_{kind.limit} (", found[0]["detail"])
            self.assertIn("until then it is read every second", found[0]["detail"])
            told = [event for event in server.events() if event["event"] == "watch_unavailable"]
            self.assertEqual(len(told), 1)
            for number in (1, 2, 3):
                write(self.place("texts"), "a.txt", title=f"Round {number}")
                live(lambda: titles(server) == {"a": f"Round {number}"}, f"round {number}")
            os.remove(self.place("texts", "a.txt"))
            live(lambda: titles(server) == {}, "no text")

    def test_without_inotify_instances_the_folder_is_read_every_second(self):
        self.check(Limited)

    def test_without_inotify_watches_the_folder_is_read_every_second(self):
        self.check(WithoutWatches)


if __name__ == "__main__":
    unittest.main()
