"""Hostile and normal clients together for a long while: nothing traps, nothing leaks."""
import random
import subprocess
import time
import unittest

from background import Background, seconds
from figures import Figures, settled, tell
from harness import Server, environment
from hostile import KINDS, attack
from normal import client, first_answers

SHORT_SECONDS = 20
WARM_UP_SECONDS = 10
ATTACKERS = 2
DESCRIPTORS_MAX = 512  # Fewer than one of the attacks asks for.
KILLS = 200


class Mixed(unittest.TestCase):
    def setUp(self):
        self.seed = random.SystemRandom().randrange(1 << 32)
        tell("seed", self.seed)

    def abuse(self, server, wanted, kinds, how_long):
        """Attackers and a normal client for so long; gives its account."""
        attackers = [Background(attack, server.address, wanted, self.seed + number, kinds)
                     for number in range(ATTACKERS)]
        with client(server, wanted) as normal:
            time.sleep(how_long)  # How long the abuse goes on, not a wait for anything.
            account = normal.end()
        for attacker in attackers:
            with attacker:
                tell("attacks", attacker.end())
        return account

    def check_mixture(self, kinds, **options):
        with Server(**options) as server:
            wanted = first_answers(server)
            self.check(self.abuse(server, wanted, kinds, WARM_UP_SECONDS), "warm-up")
            warm = Figures(server)
            for part in range(max(1, round(seconds(SHORT_SECONDS) / 60))):
                account = self.abuse(server, wanted, kinds, min(60, seconds(SHORT_SECONDS)))
                self.check(account, f"part {part + 1}, normal client")
                tell("now", Figures(server))
            tell("warm", warm)
            tell("at the end", settled(server, warm))

    def test_hostile_and_normal_clients_together(self):
        self.check_mixture([kind for kind in KINDS if kind != "crowd"])

    def test_hostile_and_normal_clients_together_short_of_descriptors(self):
        self.check_mixture(KINDS, descriptors_max=DESCRIPTORS_MAX)

    def check(self, account, what):
        tell(what, account)
        self.assertEqual(account.faults, [])
        self.assertGreater(account.requests, 50)

    def test_two_hundred_kills_of_wrk_within_answers(self):
        with Server() as server:
            wanted = first_answers(server)
            choice = random.Random(self.seed)
            self.kill_some(server, wanted, choice, KILLS // 10)
            warm = Figures(server)
            with client(server, wanted) as normal:
                self.kill_some(server, wanted, choice, KILLS)
                account = normal.end()
            self.check(account, f"{KILLS} kills, normal client")
            tell("warm", warm)
            tell("afterwards", settled(server, warm))

    @staticmethod
    def kill_some(server, wanted, choice, count):
        for _ in range(count):
            wrk = subprocess.Popen(
                ["wrk", "-t1", "-c32", "-d30s", server.base + choice.choice(list(wanted))],
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment())
            time.sleep(choice.uniform(0.02, 0.15))  # Where in its answers it is caught.
            wrk.kill()
            wrk.wait()
