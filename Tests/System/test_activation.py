"""Started by systemd: sockets handed over, notices sent, and a restart that no client sees."""
import contextlib
import os
import pwd
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
import unittest

from asking import Asker, until_all_answered
from harness import (
    BINARY, ROOT, ROOT_WARNING, SEED_FILE, WAIT_SECONDS, Connection, Server, curl, environment,
    request, wait_until)
from instruments import held, loop_of

# Hands its descriptors over as systemd does: numbered from 3 on, named, for this very process.
HAND_OVER = """
import os, sys
count = int(sys.argv[1])
for index, number in enumerate(map(int, sys.argv[3:3 + count])):
    os.dup2(number, 100 + index, inheritable=False)
for index in range(count):
    os.dup2(100 + index, 3 + index, inheritable=True)
os.environ.update(LISTEN_PID=str(os.getpid()), LISTEN_FDS=str(count), LISTEN_FDNAMES=sys.argv[2])
os.execv(sys.argv[3 + count], sys.argv[3 + count:])
"""


class Activated:
    """A server that is given sockets by its parent, who keeps them."""

    def __init__(self, sockets, names, *arguments, binary=BINARY, **variables):
        numbers = [str(each.fileno()) for each in sockets]
        self.process = subprocess.Popen(
            [sys.executable, "-c", HAND_OVER, str(len(numbers)), names, *numbers,
             binary, "serve", *arguments],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            pass_fds=[each.fileno() for each in sockets], env={**environment(), **variables})

    def lines(self, count):
        return [self.process.stdout.readline().decode().rstrip("\n") for _ in range(count)]

    def end(self, number=signal.SIGTERM):
        """The exit code and the messages."""
        self.process.send_signal(number)
        _, messages = self.process.communicate(timeout=WAIT_SECONDS)
        return self.process.returncode, messages.decode()

    def kill(self):
        self.process.kill()
        self.process.communicate()


def listening():
    return socket.create_server(("127.0.0.1", 0), backlog=1024)


class Sockets(unittest.TestCase):
    def start(self, *arguments, **options):
        server = Activated(*arguments, **options)
        self.addCleanup(server.kill)
        return server

    def test_sockets_handed_over_take_the_place_of_addresses(self):
        with tempfile.TemporaryDirectory() as folder, listening() as first, \
                socket.socket(socket.AF_UNIX) as second:
            path = f"{folder}/http.socket"
            second.bind(path)
            second.listen()
            port = first.getsockname()[1]
            server = self.start([first, second], "http:local", "--listen", "127.0.0.1:1")
            self.assertEqual(server.lines(2), [
                f"listening on http://127.0.0.1:{port}", f"listening on unix:{path}"])
            for address in [("127.0.0.1", port), path]:
                with Connection(address) as connection:
                    connection.send(request("/healthz"))
                    self.assertEqual(connection.read_answer().status, 200)
            self.assertEqual(server.end()[0], 0)
            # They are not ours to close or to remove: who connects now waits.
            for address in [("127.0.0.1", port), path]:
                with Connection(address):
                    pass

    def test_a_name_says_what_is_spoken_there(self):
        with listening() as each:
            for names, word in [("a,tls", ",tls"), ("a,proxy", ",proxy"), ("a,tsl", "a,tsl")]:
                server = self.start([each], names)
                _, messages = server.process.communicate(timeout=WAIT_SECONDS)
                self.assertEqual(server.process.returncode, 2)
                self.assertIn(word, messages.decode())

    def test_what_is_no_listening_socket_is_refused(self):
        with socket.socket() as each:
            server = self.start([each], "a")
            _, messages = server.process.communicate(timeout=WAIT_SECONDS)
            self.assertEqual(server.process.returncode, 1)
            self.assertIn("not listening", messages.decode())

    def test_systemds_own_tool_starts_it(self):
        with listening() as each:
            port = each.getsockname()[1]
        process = subprocess.Popen(
            ["systemd-socket-activate", "-l", f"127.0.0.1:{port}", "--fdname=http",
             BINARY, "serve"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        try:
            def ask():
                with contextlib.suppress(ConnectionRefusedError), \
                        Connection(("127.0.0.1", port)) as connection:
                    connection.send(request("/healthz"))
                    return connection.read_answer()
            self.assertEqual(wait_until(ask, "an answer").status, 200)
            self.assertEqual(
                process.stdout.readline().decode(), f"listening on http://127.0.0.1:{port}\n")
        finally:
            process.terminate()
            process.communicate()


class Client(Asker):
    """Asks over one connection while the server keeps it, or over a new one for each request."""

    def __init__(self, address, keeps):
        super().__init__(address)
        self.keeps = keeps

    def ask(self, connection):
        option = [] if self.keeps else ["Connection: close"]
        while not self.ending.is_set():
            connection.send(request("/v1/organizations?limit=200", "GET", *option))
            answer = connection.read_answer()
            if answer is None or answer.status != 200:
                self.faults.append(f"after {self.answers} answers: {answer and answer.status}")
                return
            self.answers += 1
            if answer.headers.get("connection", "").lower() == "close":
                if connection.read_to_end():
                    self.faults.append("bytes behind the last answer")
                return


class Restart(unittest.TestCase):
    RESTARTS = 5
    # A client that keeps its connection must have asked again within this, or finds it closed, as
    # any server may: long enough for a busy machine.
    GRACE = ["--drain-grace-milliseconds", "5000"]

    def test_a_restart_under_load_refuses_and_cuts_no_connection(self):
        with listening() as each:
            address = each.getsockname()
            server = Activated([each], "http", *self.GRACE)
            clients = [Client(address, number % 2 == 0) for number in range(12)]
            try:
                for client in clients:
                    client.start()
                for _ in range(self.RESTARTS):
                    until_all_answered(clients, 20)
                    self.assertEqual(server.end()[0], 0)
                    server = Activated([each], "http", *self.GRACE)
                until_all_answered(clients, 20)
            finally:
                for client in clients:
                    client.ending.set()
                for client in clients:
                    client.join(WAIT_SECONDS)
                server.kill()
        self.assertEqual([fault for client in clients for fault in client.faults], [])
        print(f"{self.RESTARTS} restarts, {sum(client.answers for client in clients)} answers, "
              "no refused and no cut connection")


class Notices(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = f"{folder.name}/notify"
        self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.addCleanup(self.socket.close)
        self.socket.settimeout(WAIT_SECONDS)

    def start(self, address, **variables):
        self.socket.bind(address.replace("@", "\0"))
        listener = listening()
        self.addCleanup(listener.close)
        server = Activated([listener], "http", NOTIFY_SOCKET=address, **variables)
        self.addCleanup(server.kill)
        return server

    def next(self, but=""):
        """The next notice, as {name: value}, other than those that tell `but`."""
        while True:
            lines = self.socket.recv(4096).decode().split("\n")
            notice = dict(line.split("=", 1) for line in lines)
            if but not in notice:
                return notice

    def test_systemd_hears_of_start_reload_and_stop(self):
        for address in [self.path, f"@signatory-test-{os.getpid()}"]:
            self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
            self.addCleanup(self.socket.close)
            self.socket.settimeout(WAIT_SECONDS)
            server = self.start(address)
            self.assertEqual(self.next(), {"READY": "1", "STATUS": "serving"})
            before = time.clock_gettime_ns(time.CLOCK_MONOTONIC) // 1000
            server.process.send_signal(signal.SIGHUP)
            reloading = self.next()
            self.assertEqual(reloading.pop("RELOADING"), "1")
            after = time.clock_gettime_ns(time.CLOCK_MONOTONIC) // 1000
            self.assertTrue(before <= int(reloading["MONOTONIC_USEC"]) <= after)
            self.assertEqual(self.next(), {"READY": "1"})
            server.process.send_signal(signal.SIGTERM)
            self.assertEqual(self.next()["STOPPING"], "1")
            self.assertEqual(server.process.wait(WAIT_SECONDS), 0)

    def test_signs_of_life_come_while_all_loops_live(self):
        server = self.start(self.path, WATCHDOG_USEC="200000")
        self.assertEqual(self.next()["READY"], "1")
        begin = time.monotonic()
        for _ in range(10):
            self.assertEqual(self.next(), {"WATCHDOG": "1"})
        self.assertGreater(time.monotonic() - begin, 0.5)
        self.assertEqual(server.end()[0], 0)

    @unittest.skipUnless(os.geteuid() == 0, "others may not hold the thread of a process")
    def test_no_sign_of_life_comes_when_a_loop_is_stuck(self):
        server = self.start(self.path, WATCHDOG_USEC="200000")
        self.assertEqual(self.next()["READY"], "1")
        self.assertEqual(self.next(), {"WATCHDOG": "1"})
        stuck = loop_of(server.process.pid)
        with held(stuck):
            # What was on its way may still come; then nothing, for five periods.
            self.socket.settimeout(0.5)
            with self.assertRaises(TimeoutError):
                for _ in range(5):
                    self.next()


@unittest.skipUnless(os.geteuid() == 0, "only root can become somebody else")
class Users(unittest.TestCase):
    def test_root_becomes_another_user_for_good(self):
        nobody = pwd.getpwnam("nobody")
        with Server("--user", "nobody") as server:
            seen = 0
            for thread in os.listdir(f"/proc/{server.process.pid}/task"):
                try:
                    with open(f"/proc/{server.process.pid}/task/{thread}/status",
                              encoding="ascii") as file:
                        status = file.read()
                except (FileNotFoundError, ProcessLookupError):
                    continue  # It has ended, as the thread of the start does.
                seen += 1
                self.assertRegex(status, rf"Uid:(\s+{nobody.pw_uid}){{4}}\n")
                self.assertRegex(status, rf"Gid:(\s+{nobody.pw_gid}){{4}}\n")
                self.assertRegex(status, rf"Groups:\s+{nobody.pw_gid} *\n")
                self.assertRegex(status, r"CapEff:\s+0+\n")
            self.assertGreaterEqual(seen, 2)
            self.assertEqual(server.get("/healthz").status, 200)
            self.assertNotIn(ROOT_WARNING, server.error_text())
            self.assertEqual(server.troubles(), [])

    def test_root_is_warned_and_a_user_that_is_none_is_named(self):
        with Server() as server:
            self.assertIn(ROOT_WARNING, [event["message"] for event in server.events()])
        for name in ["no-such-user", "root"]:
            with self.assertRaisesRegex(AssertionError, f"ended with 2.*“{name}”"):
                Server("--user", name)


class Units(unittest.TestCase):
    EXPOSURE_MAX = 1.5
    # Dispatch asks for its threads' priority, and goes on where that is refused.
    DISPENSABLE = {"setpriority"}

    def analyze(self, *words):
        return subprocess.run(
            ["systemd-analyze", *words], capture_output=True, check=False, encoding="utf-8",
            env={**os.environ, "SYSTEMD_PAGER": "cat", "LC_ALL": "C.UTF-8"})

    def setUp(self):
        """The units, with the binary in the place of the one that a package installs."""
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.units = []
        for name in ["signatory.service", "signatory.socket"]:
            with open(f"{ROOT}/Config/systemd/{name}", encoding="utf-8") as file:
                text = file.read().replace("/usr/bin/signatory", BINARY)
            self.units.append(f"{folder.name}/{name}")
            with open(self.units[-1], "w", encoding="utf-8") as file:
                file.write(text.replace("man:signatory(1)", "https://example.org"))

    def test_units_are_well_formed(self):
        done = self.analyze("verify", *self.units)
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, "", ""))

    def calls(self, name):
        """The system calls of a set, those of sets in it included."""
        if not name.startswith("@"):
            return {name}
        words = [line.strip() for line in self.analyze("syscall-filter", name).stdout.splitlines()]
        inner = [word for word in words[1:] if word and not word.startswith("#")]
        return set().union(*(self.calls(word) for word in inner))

    def allowed(self):
        """The system calls that the service may make."""
        calls = set()
        with open(self.units[0], encoding="utf-8") as file:
            for line in re.findall(r"^SystemCallFilter=(.*)$", file.read(), re.M):
                named = set().union(*(self.calls(word) for word in line.lstrip("~").split()))
                calls = calls - named if line.startswith("~") else calls | named
        return calls

    @unittest.skipUnless(
        "release" in os.path.realpath(BINARY), "sanitizers make calls of their own")
    def test_the_service_may_make_the_system_calls_that_it_makes(self):
        with tempfile.TemporaryDirectory() as folder:
            process = subprocess.Popen(
                ["strace", "-f", "-qq", "-o", f"{folder}/log", BINARY, "serve", "--listen",
                 "127.0.0.1:0", "--statements", os.path.dirname(SEED_FILE)],
                stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
            base = process.stdout.readline().decode().split()[-1]
            with open(f"/proc/{process.pid}/task/{process.pid}/children", encoding="ascii") as file:
                server = int(file.read())
            self.assertEqual(curl(f"{base}/v1/people", "--compressed").status, 200)
            os.kill(server, signal.SIGHUP)
            self.assertEqual(curl(f"{base}/readyz").status, 200)
            os.kill(server, signal.SIGTERM)
            process.communicate(timeout=WAIT_SECONDS)
            with open(f"{folder}/log", encoding="utf-8", errors="replace") as file:
                made = set(re.findall(r"^\d+ +(\w+)\(", file.read(), re.M))
        self.assertIn("epoll_wait", made)
        self.assertEqual(made - self.allowed() - self.DISPENSABLE, set())

    def test_the_service_is_locked_in(self):
        done = self.analyze("security", "--offline=true", self.units[0])
        exposure = re.search(r"Overall exposure level for signatory.service: ([\d.]+)", done.stdout)
        print(exposure.group(0))
        self.assertLess(float(exposure.group(1)), self.EXPOSURE_MAX)


if __name__ == "__main__":
    unittest.main()
