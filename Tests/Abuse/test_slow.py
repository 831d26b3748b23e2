"""Slow heads, slow content, slow readers, ranges, silence: thousands at once, while others ask."""
import re
import subprocess
import time
import unittest

from background import Background, seconds
from figures import Figures, settled, tell
from harness import Server, environment, wait_until
from normal import client, first_answers
from slow import KINDS, crowd

CONNECTIONS = 4000
SHORT_SECONDS = 5
TOOL_SECONDS_MIN = 11  # It tells its counts every five seconds.

# The tool's own names for its four tests, and what each wants besides.
SLOWHTTPTEST = {
    "slow headers": ["-H", "-i", "1"],
    "slow content": ["-B", "-i", "1", "-s", "4096"],
    "slow read": ["-X", "-w", "512", "-y", "1024", "-n", "1", "-z", "32", "-k", "3"],
    "range": ["-R", "-a", "5", "-b", "1300"],
}


class SlowCase(unittest.TestCase):
    """Each starts a server, and in the end finds it as it was before the first crowd."""

    def setUp(self):
        self.server = Server()
        self.addCleanup(self.server.stop)
        self.wanted = first_answers(self.server)
        with Background(crowd, "silent", self.server.address, "/v1", CONNECTIONS) as wave:
            wave.said()
            self.until_inside()
        self.until_gone()
        with client(self.server, self.wanted) as normal:
            time.sleep(seconds(SHORT_SECONDS))  # How long it goes on, not a wait for anything.
            tell("idle, normal client", normal.end())
        self.before = Figures(self.server)

    def until_inside(self):
        wait_until(lambda: self.server.descriptors() > CONNECTIONS * 0.9, "the crowd inside")

    def until_gone(self):
        wait_until(lambda: self.server.descriptors() < CONNECTIONS * 0.01, "the crowd gone")

    def check(self, what, account):
        tell(f"{what}, normal client", account)
        self.assertEqual(account.faults, [])
        self.assertGreater(account.requests, 50)
        self.until_gone()

    def check_end(self):
        tell("before", self.before)
        tell("afterwards", settled(self.server, self.before))


class KeptUp(SlowCase):
    """Whoever is closed comes back at once, for the whole time."""

    def test_slow_clients_of_every_kind_keep_nobody_waiting(self):
        for kind in KINDS:
            with self.subTest(kind):
                self.check(kind, self.meanwhile(kind))
        self.check_end()

    def meanwhile(self, kind):
        path = "/v1/organizations?limit=200"
        with Background(crowd, kind, self.server.address, path, CONNECTIONS) as others:
            self.assertEqual(others.said(), "full")
            self.until_inside()
            with client(self.server, self.wanted) as normal:
                time.sleep(seconds(SHORT_SECONDS))  # As above.
                tell(f"{kind}, server", Figures(self.server))
                account = normal.end()
            peak, opened = others.end()
        tell(kind, f"{peak} connections at once, {opened} in all")
        return account


class SlowHTTPTest(SlowCase):
    """The tool of this name, in its four ways."""

    def test_slowhttptest_keeps_nobody_waiting(self):
        for name, options in SLOWHTTPTEST.items():
            with self.subTest(name), client(self.server, self.wanted) as normal:
                end = time.monotonic() + seconds(SHORT_SECONDS)
                counts = [self.attack(options)]
                while time.monotonic() < end:  # It ends when the server has closed them all.
                    counts.append(self.attack(options))
                tell(f"slowhttptest {name}, connections", counts)
                self.check(f"slowhttptest {name}", normal.end())
        self.check_end()

    def attack(self, options):
        """Runs it; gives how many connections it made, 0 where it ended before it counted."""
        done = subprocess.run(
            ["slowhttptest", *options, "-c", str(CONNECTIONS), "-r", "2000", "-p", "3",
             "-l", str(max(int(seconds(SHORT_SECONDS)), TOOL_SECONDS_MIN)),
             "-u", self.server.base + "/v1/organizations?limit=200"],
            capture_output=True, timeout=300, env=environment(), check=False)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        said = re.sub(r"\x1b\[[0-9;]*m", "", done.stdout.decode(errors="replace"))
        self.assertNotIn("service available:   NO", said)
        counts = zip(re.findall(r"connected: *(\d+)", said), re.findall(r"closed: *(\d+)", said))
        most = max((sum(map(int, count)) for count in counts), default=0)
        if "No open connections left" not in said:
            self.assertGreater(most, CONNECTIONS * 0.9)
        return most
