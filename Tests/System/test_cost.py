"""What a request costs, in things that can be counted: system calls, allocations, instructions.

These do not change with the machine's load, so they hold where a measured time would not.
"""
import os
import re
import signal
import struct
import subprocess
import tempfile
import unittest

import harness
from harness import ROOT, Server, request, wait_until

STATEMENT = "/v1/statements/joint-statement"
REQUESTS = 300
# Of a cached answer, kernel left out: head parsing, lookup and writing. 5,359 were measured.
INSTRUCTIONS_MAX = 7_000


def ask(connection, path, *fields, method="GET"):
    connection.send(request(path, method, *fields))
    return connection.read_answer(method)


def etag(server):
    return server.get(STATEMENT).headers["etag"]


def asked(server):
    """The requests that must be cheap: name, path, fields, method."""
    return [
        ("statement", STATEMENT, (), "GET"),
        ("head", STATEMENT, (), "HEAD"),
        ("not modified", STATEMENT, (f"If-None-Match: {etag(server)}",), "GET"),
        ("gzip", STATEMENT, ("Accept-Encoding: gzip, br;q=0",), "GET"),
        ("list", "/v1/organizations?limit=200", (), "GET"),
    ]


def optimized():
    """Whether the program under test is a release build: the others are not made to be cheap."""
    return "release" in os.path.realpath(harness.BINARY)


@unittest.skipUnless(optimized(), "counted in release builds")
class Cost(unittest.TestCase):
    FLAGS = []

    def wrapped(self, *command, **variables):
        """A server started through another program."""
        script = tempfile.NamedTemporaryFile("w", suffix=".sh", delete=False)
        self.addCleanup(os.unlink, script.name)
        exports = "".join(f"export {key}='{value}'\n" for key, value in variables.items())
        script.write(f"#!/bin/sh\n{exports}exec {' '.join(command)} {harness.BINARY} \"$@\"\n")
        script.close()
        os.chmod(script.name, 0o700)
        binary, harness.BINARY = harness.BINARY, script.name
        try:
            return Server("--loops", "1", *self.FLAGS)
        finally:
            harness.BINARY = binary

    def test_a_cached_answer_takes_one_receive_one_send_and_one_wait(self):
        with Server("--loops", "1", *self.FLAGS) as server, server.connect() as connection:
            for name, path, fields, method in asked(server):
                for _ in range(3):
                    ask(connection, path, *fields, method=method)
                calls = self.calls(server, lambda: [
                    ask(connection, path, *fields, method=method) for _ in range(REQUESTS)])
                self.assertEqual(calls.pop("recvfrom"), REQUESTS, name)
                sent = calls.pop("sendto", 0) + calls.pop("sendmsg", 0)
                self.assertEqual(sent, REQUESTS, name)
                self.assertLessEqual(calls.pop("epoll_wait"), REQUESTS + 2, name)
                self.assertLessEqual(sum(calls.values()), 2, f"{name}: {calls}")

    def calls(self, server, work):
        """How often each system call is made by the process while `work` runs."""
        with tempfile.NamedTemporaryFile() as log:
            tracer = subprocess.Popen(
                ["strace", "-f", "-q", "-o", log.name, "-p", str(server.process.pid)],
                stderr=subprocess.PIPE)
            try:
                wait_until(lambda: self.is_traced(server) or tracer.poll() is not None, "strace")
                if tracer.poll() is not None:
                    self.skipTest("may not trace: " + tracer.stderr.read().decode().strip())
                work()
            finally:
                tracer.send_signal(signal.SIGINT)
                tracer.wait()
                tracer.stderr.close()
            calls = {}
            with open(log.name, encoding="utf-8", errors="replace") as lines:
                for line in lines:
                    # A call that was begun before, or never ended, is counted where it begins.
                    if match := re.match(r"\d+ +(\w+)\(", line):
                        calls[match[1]] = calls.get(match[1], 0) + 1
        return calls

    @staticmethod
    def is_traced(server):
        """Whether every thread of the server has a tracer."""
        folder = f"/proc/{server.process.pid}/task"
        for task in os.listdir(folder):
            with open(f"{folder}/{task}/status", encoding="utf-8") as status:
                if re.search(r"TracerPid:\s+0\n", status.read()):
                    return False
        return True

    def test_a_cached_answer_allocates_nothing(self):
        with tempfile.TemporaryDirectory() as folder:
            library, count = os.path.join(folder, "count.so"), os.path.join(folder, "count")
            subprocess.run(
                ["cc", "-O2", "-shared", "-fPIC", "-o", library,
                 f"{ROOT}/Tests/Bench/count-allocations.c"], check=True)

            def allocations():
                with open(count, "rb") as file:
                    return struct.unpack("=Q", file.read(8))[0]
            server = self.wrapped(LD_PRELOAD=library, COUNT_FILE=count)
            with server, server.connect() as connection:
                self.assertGreater(allocations(), 1_000)
                for name, path, fields, method in asked(server):
                    for _ in range(3):
                        ask(connection, path, *fields, method=method)
                    before = allocations()
                    for _ in range(REQUESTS):
                        ask(connection, path, *fields, method=method)
                    # The text of the date is made once a second, whatever is asked.
                    self.assertLess(allocations() - before, REQUESTS / 5, name)

    def test_a_cached_answer_takes_a_bounded_number_of_instructions(self):
        with tempfile.TemporaryDirectory() as folder:
            out = os.path.join(folder, "callgrind.out")
            server = self.wrapped(
                "valgrind", "--quiet", "--tool=callgrind", f"--callgrind-out-file={out}",
                "--instr-atstart=no")
            with server:
                with server.connect() as connection:
                    for _ in range(20):
                        ask(connection, STATEMENT)
                    self.control(server, "--instr=on")
                    for _ in range(REQUESTS):
                        ask(connection, STATEMENT)
                    self.control(server, "--instr=off")
            with open(out, encoding="utf-8") as file:
                total = sum(int(one) for one in re.findall(r"^totals: (\d+)", file.read(), re.M))
        print(f"{total / REQUESTS:,.0f} instructions for a cached answer")
        self.assertLess(total / REQUESTS, INSTRUCTIONS_MAX)
        self.assertGreater(total / REQUESTS, 1_000)

    @staticmethod
    def control(server, word):
        subprocess.run(
            ["callgrind_control", word, str(server.process.pid)], check=True,
            stdout=subprocess.DEVNULL, timeout=harness.WAIT_SECONDS)


class CostWithLimits(Cost):
    """The same where each request is counted as its client's."""

    FLAGS = ["--client-connections-max", "1000", "--client-requests-per-second-max", "1000000",
             "--client-requests-burst", "1000000"]


if __name__ == "__main__":
    unittest.main()
