#!/usr/bin/env python3
"""Measures what reloads cost those who are answered meanwhile.

usage: Tests/Bench/reloads.py [--rounds N] [--reloads N] [--statements N] [--connections N]

Serves a folder of texts and loads it with wrk. In each round wrk runs twice, for as long: once with
nothing else going on, and once while a text changes again and again, each change waited for until
it is served. Prints both latencies at the 99th percentile, and their ratio by medians. Exit code 1
when a request failed, or the ratio is above 1.5. Run it on a machine that does nothing else.
"""
import argparse
import os
import re
import statistics
import subprocess
import sys
import tempfile
import threading
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(os.path.dirname(HERE), "System"))
from harness import SEED, Server, wait_until  # noqa: E402

RATIO_MAX = 1.5
UNITS = {"us": 1e-3, "ms": 1.0, "s": 1e3}


def text(number):
    return SEED.replace("Joint Statement:", f"Version {number}:")


def write(folder, name, content):
    beside = os.path.join(folder, f".{name}")
    with open(beside, "w", encoding="utf-8") as file:
        file.write(content)
    os.replace(beside, os.path.join(folder, name))


def wrk(url, connections, seconds):
    """Milliseconds at the 99th percentile, and requests per second."""
    done = subprocess.run(
        ["wrk", "-t1", f"-c{connections}", f"-d{seconds}", "--latency", url],
        capture_output=True, text=True, check=True).stdout
    if "Non-2xx" in done or "Socket errors" in done:
        sys.exit(f"a request failed:\n{done}")
    value, unit = re.search(r"99%\s+([\d.]+)(us|ms|s)", done).groups()
    rate = re.search(r"Requests/sec:\s+([\d.]+)", done).group(1)
    return float(value) * UNITS[unit], float(rate)


class Reloads:
    """Changes a text `count` times, each time when the last change is served."""

    def __init__(self, server, folder, count):
        self.server, self.folder, self.count, self.served = server, folder, count, 0

    def run(self, first):
        for number in range(first, first + self.count):
            write(self.folder, "changing.txt", text(number))
            title = f"Version {number}:"
            wait_until(lambda: self.server.json("/v1/statements/changing")["title"]
                       .startswith(title), title)
            self.served += 1


def measure(options, folder, server):
    url = f"{server.base}/v1/statements/changing"
    begin = time.monotonic()
    Reloads(server, folder, options.reloads).run(1)
    # wrk runs about as long as the reloads do under load.
    seconds = max(5, round((time.monotonic() - begin) * 1.5))
    wrk(url, options.connections, 2)
    alone, beside = [], []
    for turn in range(options.rounds):
        alone.append(wrk(url, options.connections, seconds))
        reloads = Reloads(server, folder, options.reloads)
        thread = threading.Thread(target=reloads.run, args=(1000 * (turn + 1),))
        thread.start()
        beside.append(wrk(url, options.connections, seconds))
        during = reloads.served
        thread.join()
        print(f"round {turn + 1}: p99 {alone[-1][0]:.2f} ms at {alone[-1][1]:.0f} requests/s; "
              f"{beside[-1][0]:.2f} ms at {beside[-1][1]:.0f} with {during} reloads", flush=True)
        if reloads.served < options.reloads:
            sys.exit("not all reloads were served")
    return alone, beside


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--reloads", type=int, default=100)
    parser.add_argument("--statements", type=int, default=1)
    parser.add_argument("--connections", type=int, default=64)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        write(folder, "changing.txt", text(0))
        for number in range(1, options.statements):
            write(folder, f"other-{number}.txt", text(-number))
        with Server("--statements", folder) as server:
            alone, beside = measure(options, folder, server)
    ratio = statistics.median(p99 for p99, _ in beside) / statistics.median(
        p99 for p99, _ in alone)
    print(f"p99 with reloads is {ratio:.2f} times that without (at most {RATIO_MAX})")
    sys.exit(0 if ratio <= RATIO_MAX else 1)


if __name__ == "__main__":
    main()
