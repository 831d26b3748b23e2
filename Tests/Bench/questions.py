#!/usr/bin/env python3
"""What questions cost that no cache answers: `Tests/Bench/questions.py [FOLDER]`.

A server with one loop on one core serves a folder of texts, 10,000 made-up ones by default. Every
question is asked of many pages or words from the other core, in several rounds; of each, the round
counts that other work on the machine disturbed least. Printed are the milliseconds of the loop's
CPU time for one answer, by the kernel's account, and the milliseconds until the client has it: p50
and p99 of the pages or words.
"""
import contextlib
import os
import random
import sys
import tempfile
import time
from urllib.parse import quote

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(os.path.dirname(HERE), "System")]

import instruments  # noqa: E402
import texts  # noqa: E402
from harness import Server, request  # noqa: E402

STATEMENTS = 10_000
REQUESTS = 400
# The fewest that a server may keep: in the next round every question is a new one again.
CACHED = 512
LETTERS = "abcdefghijklmnopqrstuvwxyz"


class Questions:
    """Targets for every kind of question, made from what a server has."""

    def __init__(self, server):
        self.chance = random.Random(1)
        self.organizations = [item["id"] for item in
                              server.json("/v1/organizations?limit=200")["items"]]
        self.speakers = [item["id"] for item in server.json("/v1/people?limit=200")["items"]]
        self.totals = {name: server.json(f"/v1/{name}?limit=1")["total"]
                       for name in ("statements", "quotes", "organizations")}
        text = server.json("/v1/quotes?limit=200&fields=text")["items"]
        self.words = sorted({word for item in text for word in item["text"].lower().split()
                             if word.isalpha() and word.isascii()})
        self.pairs = [item["text"].split()[2:4] for item in text]

    def word(self):
        return self.chance.choice(self.words)

    def below(self, count):
        return self.chance.randrange(max(1, count))

    def deep(self, name):
        """An offset in the second half of a list."""
        half = self.totals[name] // 2
        return half + self.below(half)

    def organization(self):
        return quote(self.chance.choice(self.organizations))

    def kinds(self):
        """(name, target maker)"""
        letter = lambda: self.chance.choice(LETTERS)
        phrase = lambda: quote('"%s"' % " ".join(self.chance.choice(self.pairs)))
        offset = lambda: f"offset={self.below(3000)}"
        facets = "facets=country,year,lang"
        statements, quotes = "/v1/statements", "/v1/quotes"
        dates = lambda: f"from=20{10 + self.below(9)}-0{1 + self.below(9)}-11&lang=en"
        return [
            ("search: a word", lambda: f"/v1/search?q={self.word()}&{offset()}"),
            ("search: two words",
             lambda: f"/v1/search?q={self.word()}+{self.word()}&{offset()}"),
            ("search: one letter and *", lambda: f"/v1/search?q={letter()}*&{offset()}"),
            ("search: two letters and *",
             lambda: f"/v1/search?q={self.word()[:2]}*&{offset()}"),
            ("search: two beginnings",
             lambda: f"/v1/search?q={letter()}*+{self.word()[:2]}*&{offset()}"),
            ("search: a phrase", lambda: f"/v1/search?q={phrase()}&{offset()}"),
            ("search: 200 results", lambda: f"/v1/search?q={self.word()}&{offset()}&limit=200"),
            ("quotes with a word", lambda: f"{quotes}?q={self.word()}&{offset()}"),
            ("statements with a word", lambda: f"{statements}?q={self.word()}&{offset()}"),
            ("statements of an organization",
             lambda: f"{statements}?organization={self.organization()}&offset={self.below(9)}"),
            ("statements by day and language", lambda: f"{statements}?{dates()}&{offset()}"),
            ("quotes of a speaker, by speaker",
             lambda: f"{quotes}?speaker={quote(self.chance.choice(self.speakers))}"
                     f"&sort=speaker&offset={self.below(9)}"),
            ("filtered list with facets",
             lambda: f"{statements}?organization={self.organization()}&{facets}"
                     f"&offset={self.below(9)}"),
            ("deep page of statements", lambda: f"{statements}?offset={self.deep('statements')}"),
            ("deep page of statements, by title",
             lambda: f"{statements}?sort=-title&offset={self.deep('statements')}"),
            ("deep page of quotes", lambda: f"{quotes}?offset={self.deep('quotes')}"),
            ("deep page of 200 quotes",
             lambda: f"{quotes}?limit=200&offset={self.deep('quotes')}"),
            ("deep page of 200 organizations",
             lambda: f"/v1/organizations?limit=200&offset={self.deep('organizations')}"),
            ("one statement", lambda: f"{statements}?offset={self.deep('statements')}&limit=1"),
            ("facets over everything",
             lambda: f"{statements}?{facets},organization&offset={self.below(9000)}"),
            ("facets over all quotes",
             lambda: f"{quotes}?facets=speaker,organization,lang,year&{offset()}"),
        ]


class Bench:
    """A server on one core, and the CPU time of its loop: it also looks at its files meanwhile."""

    def __init__(self, server):
        self.server = server
        cores = sorted(os.sched_getaffinity(0))
        # The admin listener's loop, which starts later, has the same name.
        loop = instruments.loop_of(server.process.pid)
        self.account = f"/proc/{server.process.pid}/task/{loop}/schedstat"
        for task in sorted(map(int, os.listdir(f"/proc/{server.process.pid}/task"))):
            # One that only started the others has ended meanwhile.
            with contextlib.suppress(ProcessLookupError):
                os.sched_setaffinity(task, {cores[0]})
        os.sched_setaffinity(0, {cores[-1]})

    def clock(self):
        """Nanoseconds of CPU time that the loop has taken."""
        with open(self.account, encoding="ascii") as file:
            return int(file.read().split()[0])

    def measure(self, requests):
        """(CPU, elapsed) nanoseconds of the answer to each request."""
        costs = []
        with self.server.connect() as connection:
            for data in requests:
                cpu, begin = self.clock(), time.perf_counter_ns()
                connection.send(data)
                answer = connection.read_answer()
                end = time.perf_counter_ns()
                costs.append((self.clock() - cpu, end - begin))
                assert answer.status == 200, f"{answer.status} to {data}: {answer.body}"
        return costs


def least(rounds):
    """(CPU, elapsed) ms, each sorted: of each request the least that it took in any round."""
    requests = zip(*rounds)
    return [sorted(min(column) / 1e6 for column in columns)
            for columns in zip(*(zip(*costs) for costs in requests))]


def percentiles(costs):
    return costs[len(costs) // 2], costs[len(costs) * 99 // 100]


def rest(server):
    """Waits until the server has done what follows its start: it looks at new files once more."""
    def ticks():
        with open(f"/proc/{server.process.pid}/stat", encoding="ascii") as file:
            return sum(map(int, file.read().rpartition(")")[2].split()[11:13]))
    before, deadline = -1, time.monotonic() + 60
    while (now := ticks()) - before > 1 and time.monotonic() < deadline:
        before = now
        time.sleep(1)


def table(folder, rounds=3):
    """[(name, CPU p50, p99, elapsed p50, p99)]"""
    with Server("--statements", folder, "--loops", "1",
                "--cached-responses-max", str(CACHED)) as server:
        bench, questions = Bench(server), Questions(server)
        kinds = questions.kinds()
        asked = {name: [request(target_of()) for _ in range(REQUESTS)] for name, target_of in kinds}
        name, target_of = kinds[0]
        encoding = "Accept-Encoding: gzip, br"
        asked[name + ", br"] = [request(target_of(), "GET", encoding) for _ in range(REQUESTS)]
        rest(server)
        measured = [{name: bench.measure(requests) for name, requests in asked.items()}
                    for _ in range(rounds)]
    rows = []
    for name in asked:
        cpu, elapsed = least([costs[name] for costs in measured])
        rows.append((name, *percentiles(cpu), *percentiles(elapsed)))
    return rows


def show(folder):
    print(f"{'ms':36} CPU p50    p99  elapsed p50    p99")
    for name, *figures in table(folder):
        print("{:36} {:7.2f} {:6.2f}      {:7.2f} {:6.2f}".format(name, *figures), flush=True)


def main(folders):
    if folders:
        show(folders[0])
        return
    with tempfile.TemporaryDirectory() as folder:
        texts.write(folder, STATEMENTS)
        show(folder)


if __name__ == "__main__":
    main(sys.argv[1:])
