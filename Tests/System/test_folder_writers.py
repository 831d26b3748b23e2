"""However a text is written, every answer is one whole version of it, and the last one comes.

FOLDER_SECONDS=60 makes the random test last as long as the figures in the docs were taken;
FOLDER_SEED takes its choices again, though not its timing.
"""
import os
import random
import shutil
import sys
import tempfile
import threading
import time
import unittest

import writers
from harness import Server, request, wait_until

SECONDS = float(os.environ.get("FOLDER_SECONDS", "6"))
SEED = int(os.environ.get("FOLDER_SEED", random.getrandbits(32)))
# Much later than a change is live, and much sooner than the look that misses nothing.
LIVE_SECONDS = 10
NAMES = ["one", "two", "three"]
READERS = 3


def version(number, lines=None):
    """A text of which no part is one of another number, of any length."""
    lines = lines or random.randrange(3, 400)
    body = "".join(f"This is line {line} of version {number}.\n\n" for line in range(lines))
    return f"Version {number}\n\n{body}End of version {number}.\n".encode()


class Library:
    """A folder of texts with every version that ever was whole, and readers that know them."""

    def __init__(self, case):
        holder = tempfile.TemporaryDirectory()
        case.addCleanup(holder.cleanup)
        self.folder = os.path.join(holder.name, "texts")
        os.mkdir(self.folder)
        self.whole = {name: set() for name in NAMES}
        self.last = {}
        self.number = 0
        self.lock = threading.Lock()
        self.faults, self.answers, self.stop = [], 0, threading.Event()
        # What was done and when, to be shown with a fault.
        self.history = []
        for name in NAMES:
            writers.put(self.path(name), self.next(name))

    def path(self, name):
        return os.path.join(self.folder, name + ".txt")

    def next(self, name):
        """A new version, which readers may see from now on."""
        with self.lock:
            self.number += 1
            content = version(self.number)
            self.whole[name].add(content)
            self.last[name] = content
        return content

    def read(self, server):
        """Asks for all texts until told to stop."""
        try:
            while not self.stop.is_set():
                with server.connect() as connection:
                    for name in NAMES * 10:
                        connection.send(request(f"/v1/statements/{name}/text"))
                        answer = connection.read_answer()
                        assert answer.status == 200, (name, answer.status)
                        assert answer.body in self.whole[name], (name, answer.body[:99])
                        self.answers += 1
                        if answer.headers.get("connection") == "close":
                            break
                    time.sleep(0.005)
        except Exception as fault:
            self.faults.append((f"{time.monotonic():.3f}", fault, self.history[-12:]))

    def note(self, what):
        self.history.append(f"{time.monotonic():.3f} {what}")

    def is_live(self, server, name):
        return server.get(f"/v1/statements/{name}/text").body == self.last[name]

    def expect_live(self, server, name, how):
        deadline = time.monotonic() + LIVE_SECONDS
        wait_until(
            lambda: self.is_live(server, name) or time.monotonic() > deadline, "the deadline")
        assert self.is_live(server, name), f"the version of {how} is not live"


class Writers(unittest.TestCase):
    def watched(self, body):
        """Runs `body` with a server whose texts are read all the while."""
        library = Library(self)
        rest = str(int(writers.REST_SECONDS * 1_000))
        with Server("--statements", library.folder, "--rest-milliseconds", rest) as server:
            readers = [
                threading.Thread(target=library.read, args=(server,)) for _ in range(READERS)]
            for reader in readers:
                reader.start()
            try:
                body(library, server)
                for name in NAMES:
                    library.expect_live(server, name, "the end")
            finally:
                library.stop.set()
                for reader in readers:
                    reader.join()
            self.assertEqual(server.json("/readyz")["problems"], [])
        self.assertEqual(library.faults, [])
        self.assertGreater(library.answers, 100)

    def test_every_way_of_writing_is_live_and_whole(self):
        def body(library, server):
            for write in writers.ALL:
                write(library.path("one"), library.next("one"))
                library.expect_live(server, "one", write.__name__)
        self.watched(body)

    def test_ways_of_writing_in_any_order_and_at_once(self):
        print(f"seed {SEED}", file=sys.stderr)
        random.seed(SEED)

        def body(library, server):
            # A folder that moves takes its files along: nobody may be writing to them.
            moving = {name: threading.Lock() for name in NAMES}
            end = time.monotonic() + SECONDS

            def write(name):
                try:
                    while time.monotonic() < end:
                        way = random.choice(writers.ALL)
                        with moving[name]:
                            library.note(f"{name}: {way.__name__}")
                            way(library.path(name), library.next(name))
                            library.note(f"{name}: written")
                        time.sleep(random.choice([0, 0.05, 0.5]))
                except Exception as fault:
                    library.faults.append(fault)
            threads = [threading.Thread(target=write, args=(name,)) for name in NAMES]
            for thread in threads:
                thread.start()
            while time.monotonic() < end:
                time.sleep(1)
                for lock in moving.values():
                    lock.acquire()
                try:
                    self.replace_folder(library)
                finally:
                    for lock in moving.values():
                        lock.release()
            for thread in threads:
                thread.join()
        self.watched(body)

    def test_a_half_that_another_folder_brought_is_not_served(self):
        """Nothing tells when what is in a folder that has taken the place of one was changed."""
        def body(library, server):
            for half in [b"", b"This is line 0"]:
                time.sleep(2 * 4 * writers.REST_SECONDS)  # The last changes are long ago.
                new = library.folder + ".new"
                shutil.copytree(library.folder, new)
                writers.put(os.path.join(new, "one.txt"), half)
                os.rename(library.folder, library.folder + f".{len(half)}")
                os.rename(new, library.folder)
                time.sleep(writers.SHORT_PAUSE)
                writers.truncate_and_write(library.path("one"), library.next("one"))
                library.expect_live(server, "one", "the other folder")
        self.watched(body)

    def replace_folder(self, library):
        """The folder is renamed away, and another comes to its place; or it is made anew."""
        old, new = library.folder + ".old", library.folder + ".new"
        shutil.rmtree(old, ignore_errors=True)
        library.note("folder: replaced")
        if random.random() < 0.5:
            os.mkdir(new)
            for name in NAMES:
                writers.put(os.path.join(new, name + ".txt"), library.next(name))
            os.rename(library.folder, old)
            os.rename(new, library.folder)
        else:
            shutil.rmtree(library.folder)
            os.mkdir(library.folder)
            for name in NAMES:
                writers.put(library.path(name), library.next(name))


if __name__ == "__main__":
    unittest.main()
