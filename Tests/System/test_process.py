"""The process itself: descriptors, threads, signals, users, files that hang, what is told of it."""
import contextlib
import glob
import json
import os
import pwd
import re
import shutil
import signal
import socket
import stat
import subprocess
import tempfile
import time
import unittest

import harness
from harness import WAIT_SECONDS, Server, curl, request, run, wait_until
from test_observe import Watched

TEXT = "A Statement\n\nThe lakes need rain.\n"


class Folder(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="signatory-process-")
        os.chmod(self.folder, 0o755)
        self.addCleanup(shutil.rmtree, self.folder)

    def path(self, name):
        return f"{self.folder}/{name}"

    def write(self, name, text):
        with open(self.path(name), "w", encoding="utf-8") as file:
            file.write(text)
        return self.path(name)


class Streams(Folder):
    def test_closed_standard_streams_are_nobody_elses(self):
        log = self.path("access.log")
        for closed in ("2>&-", "0<&- 2>&-"):
            process = subprocess.Popen(
                ["bash", "-c", f"exec {harness.BINARY} serve --listen 127.0.0.1:0 --loops 1 "
                 f"--access-log json --access-log-file {log} --statements {self.folder} {closed}"],
                stdout=subprocess.PIPE, stdin=subprocess.DEVNULL, env=harness.environment())
            self.addCleanup(process.stdout.close)
            try:
                port = int(process.stdout.readline().rpartition(b":")[2])
                self.assertEqual(os.readlink(f"/proc/{process.pid}/fd/2"), "/dev/null")
                with socket.create_connection(("127.0.0.1", port)) as client:
                    # Something to log while a client is connected.
                    process.send_signal(signal.SIGHUP)
                    self.write("bad.txt", "\0")
                    client.sendall(request("/v1"))
                    self.assertTrue(client.recv(65536).startswith(b"HTTP/1.1 200"))
                    self.assertEqual(os.readlink(f"/proc/{process.pid}/fd/2"), "/dev/null")
            finally:
                process.terminate()
                self.assertEqual(process.wait(WAIT_SECONDS), 0)

    def test_arguments_are_read_although_a_library_has_moved_the_environment(self):
        source = self.write("moves.c", """#include <stdlib.h>
            __attribute__((constructor)) static void moves(void) { setenv("AGENT", "1", 1); }""")
        library = self.path("moves.so")
        subprocess.run(["gcc", "-shared", "-fPIC", "-o", library, source], check=True)
        done = subprocess.run([harness.BINARY, "--version"], capture_output=True, check=False,
                              env={**harness.environment(), "LD_PRELOAD": library})
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        self.assertRegex(done.stdout, rb"^signatory \d")


class Hanging(Folder):
    """A configuration that is a FIFO without a writer hangs whoever reads it."""

    def setUp(self):
        super().setUp()
        self.fifo = self.path("settings.json5")
        os.mkfifo(self.fifo)
        self.notices = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.addCleanup(self.notices.close)
        self.notices.bind(self.path("notify"))
        self.notices.settimeout(WAIT_SECONDS)

    def process(self, *arguments):
        process = subprocess.Popen(
            [harness.BINARY, "serve", "--config", self.fifo, "--listen", "127.0.0.1:0", *arguments],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            env={**harness.environment(), "NOTIFY_SOCKET": self.path("notify"),
                 "WATCHDOG_USEC": "400000"})
        self.addCleanup(process.stdout.close)
        self.addCleanup(process.stderr.close)
        return process

    def heard(self, line):
        while line not in self.notices.recv(500).decode().split("\n"):
            pass

    def test_a_reload_that_hangs_delays_neither_signs_of_life_nor_the_end(self):
        process = self.process()
        with open(self.fifo, "w", encoding="ascii") as file:
            file.write("{}")
        port = int(process.stdout.readline().rpartition(b":")[2])
        process.send_signal(signal.SIGHUP)
        self.heard("RELOADING=1")
        for _ in range(4):
            self.heard("WATCHDOG=1")
        self.assertEqual(curl(f"http://127.0.0.1:{port}/v1").status, 200)
        process.terminate()
        self.assertEqual(process.wait(5), 0)

    @staticmethod
    def threads(process):
        """The names of its threads."""
        names = []
        for path in glob.glob(f"/proc/{process.pid}/task/*/comm"):
            with contextlib.suppress(OSError), open(path, encoding="ascii") as file:
                names.append(file.read().strip())
        return names

    def test_a_start_that_hangs_ends_when_told_to(self):
        for number in (signal.SIGTERM, signal.SIGINT):
            process = self.process()
            # It holds its signals back once a thread of its own reads.
            wait_until(lambda: "start" in self.threads(process), "the start")
            process.send_signal(number)
            self.assertEqual(process.wait(5), 0)


class Threads(unittest.TestCase):
    def test_a_start_without_enough_threads_or_addresses_says_so_and_ends(self):
        folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, folder)
        os.chmod(folder, 0o755)
        binary = shutil.copy(harness.BINARY, folder)
        user = ["setpriv", "--reuid", "65533", "--regid", "65533", "--clear-groups"]
        # A sanitizer needs terabytes of addresses for itself.
        cases = [([], "ulimit -v 60000")] if "release" in os.path.realpath(harness.BINARY) else []
        if os.geteuid() == 0:
            cases += [(user, "ulimit -u 2"), (user, "ulimit -u 1")]
        for become, limit in cases:
            done = subprocess.run(
                [*become, "bash", "-c", f"{limit}; exec {binary} serve --listen 127.0.0.1:0"],
                capture_output=True, check=False, timeout=WAIT_SECONDS, env=harness.environment())
            self.assertEqual((done.returncode, done.stdout), (1, b""), limit)
            self.assertIn(b"raise the limit of threads (ulimit -u, TasksMax=, pids.max)",
                          done.stderr)


class Ending(Folder):
    def test_the_delay_keeps_accepting_while_both_listeners_say_that_it_stops(self):
        with Watched("--drain-delay-seconds", "2", "--shutdown-timeout-seconds", "1") as server:
            admin = f"{server.admin}/readyz"
            self.assertEqual(curl(admin).json()["status"], "ready")
            begun = time.monotonic()
            server.send_signal(signal.SIGTERM)
            wait_until(lambda: curl(admin).status == 503, "not ready")
            self.assertEqual(curl(admin).json()["status"], "stopping")
            public = server.get("/readyz")
            self.assertEqual((public.status, public.json()["status"]), (503, "stopping"))
            self.assertEqual(server.get("/v1").status, 200)
            self.assertEqual(server.wait(), 0)
            self.assertGreater(time.monotonic() - begun, 1.9)

    def test_without_a_delay_the_admin_listener_tells_of_the_end_until_it_comes(self):
        with Watched("--shutdown-timeout-seconds", "2") as server, server.connect() as held:
            held.send(b"GET /v1 HTTP/1.1\r\nHost")
            server.send_signal(signal.SIGTERM)
            wait_until(lambda: curl(f"{server.admin}/readyz").status == 503, "not ready")
            self.assertEqual(server.wait(), 0)


@unittest.skipUnless(os.geteuid() == 0, "only root leaves root behind")
class Users(Folder):
    def serve(self, *arguments):
        return Watched("--user", "nobody", "--access-log", "json", "--access-log-file",
                       self.path("access.log"), *arguments)

    def lines(self, name):
        with open(self.path(name), encoding="utf-8") as file:
            return len(file.readlines())

    def test_the_admin_listener_may_have_a_low_port(self):
        for port in (97, 96):
            with Server("--user", "nobody", "--admin-listen", f"127.0.0.1:{port}") as server:
                line = server.read_line()
                self.assertEqual(line, f"admin listening on http://127.0.0.1:{port}")
                self.assertEqual(curl(f"http://127.0.0.1:{port}/readyz").status, 200)

    def test_the_access_log_is_rotated_as_logrotate_does_it(self):
        with self.serve() as server:
            server.get("/v1")
            wait_until(lambda: self.lines("access.log") == 1, "a line")
            for turn in (1, 2):
                last = os.stat(self.path("access.log"))
                os.rename(self.path("access.log"), self.path(f"access.log.{turn}"))
                # `create`: the next file is made as the last one was.
                self.write("access.log", "")
                os.chmod(self.path("access.log"), stat.S_IMODE(last.st_mode))
                os.chown(self.path("access.log"), last.st_uid, last.st_gid)
                self.assertEqual(last.st_uid, pwd.getpwnam("nobody").pw_uid)
                server.send_signal(signal.SIGHUP)
                wait_until(lambda: self.open_logs(server) == [self.path("access.log")],
                           "the next file is open, and it alone")
                server.get("/v1")
                wait_until(lambda: self.lines("access.log") == 1, "a line in the next file")
                self.assertEqual(self.lines(f"access.log.{turn}"), 1)
            self.assertEqual(server.troubles(), [])

    def open_logs(self, server):
        """The files of the access log that the server has open."""
        folder, paths = f"/proc/{server.process.pid}/fd", []
        for number in os.listdir(folder):
            # It may be closed meanwhile.
            with contextlib.suppress(FileNotFoundError):
                paths.append(os.readlink(f"{folder}/{number}"))
        return [path for path in paths if "access.log" in path]

    def test_where_the_next_file_cannot_be_made_lines_go_on_and_that_is_told(self):
        with self.serve() as server:
            os.rename(self.path("access.log"), self.path("access.log.1"))
            server.send_signal(signal.SIGHUP)
            wait_until(lambda: "access_log_not_reopened" in server.error_text(), "told")
            server.get("/v1")
            wait_until(lambda: self.lines("access.log.1") == 1, "a line in the last file")
            metrics = server.metrics()
            self.assertEqual(metrics['signatory_log_lines_total{log="access"}'], 1)
            for reason in ("full", "failed"):
                name = f'signatory_log_lines_dropped_total{{log="access",reason="{reason}"}}'
                self.assertEqual(metrics[name], 0)
            self.assertIn("lines continue in the old file", server.troubles()[0])

    def test_a_unix_socket_has_the_mode_and_group_that_were_asked_for(self):
        path = self.path("socket")
        group = "www-data"
        with Server("--user", "nobody", listen=(f"unix:{path},mode=0660,group={group}",)):
            status = os.stat(path)
            self.assertEqual(stat.S_IMODE(status.st_mode), 0o660)
            for name, code in ((group, 0), ("man", 7)):
                number = str(pwd.getpwnam(name).pw_uid)
                done = subprocess.run(
                    ["setpriv", "--reuid", number, "--regid", name, "--clear-groups", "curl", "-s",
                     "--unix-socket", path, "-o", "/dev/null", "http://a/v1"], check=False)
                self.assertEqual(done.returncode, code, name)
        done = run("--listen", f"unix:{path},group=nosuchgroup")
        self.assertEqual(done.returncode, 1)
        self.assertIn("there is no group “nosuchgroup”", done.stderr.decode())
        self.assertFalse(os.path.exists(path))


class Checking(Folder):
    def check(self, *arguments, code=2, variables=None):
        done = subprocess.run(
            [harness.BINARY, "serve", "--check-config", *arguments], capture_output=True,
            check=False, timeout=WAIT_SECONDS, env={**harness.environment(), **(variables or {})})
        self.assertEqual(done.returncode, code, done.stderr.decode())
        return done.stderr.decode()

    def test_all_that_a_start_would_find_is_told_together(self):
        self.write("bad.txt", "good")
        with open(self.path("worse.txt"), "wb") as file:
            file.write(b"\xff\xfe")
        self.write("organizations.json5", "[{nam: 1}]")
        self.write("file", "")
        said = self.check(
            "--statements", self.folder, "--access-log", "json", "--access-log-file",
            "/nonexistent/a.log", "--user", "nosuch", "--listen", "nosuch.invalid:1", "--listen",
            "127.0.0.1:18123", "--listen", "127.0.0.1:18123", "--listen", ":18123", "--listen",
            f"unix:{self.path('file')}", "--listen", f"unix:{self.path('none')}/s",
            "--admin-listen", "127.0.0.1:18123", "--listen", "[::1]:18123")
        for part in ("worse.txt:1:1: error:", "organizations.json5:1:3: error: [1].nam",
                     "log.accessFile: cannot write", "user: there is no user “nosuch”",
                     "listen: cannot listen on nosuch.invalid:1",
                     "listen: cannot listen on 127.0.0.1:18123: 127.0.0.1:18123 takes the same",
                     "listen: cannot listen on :18123: 127.0.0.1:18123 takes the same",
                     "adminListen: cannot listen on 127.0.0.1:18123: 127.0.0.1:18123 takes",
                     "there is a file that is no socket", "/s: No such file or directory",
                     "[::1]:18123: :18123 takes the same", "has 11 errors"):
            self.assertIn(part, said)

    def test_what_is_good_is_called_good_while_a_server_runs_there(self):
        with Server() as server:
            address = server.base.removeprefix("http://")
            for more in ([], ["--listen", "127.0.0.1:0", "--listen", "127.0.0.1:0"]):
                self.assertEqual(self.check("--listen", address, *more, code=0), "")

    def test_settings_without_effect_and_unknown_variables_are_warnings(self):
        said = self.check(
            "--access-log-file", "/tmp/x", "--tls-client-ca", "/nonexistent", "--tls-hsts-seconds",
            "9", "--client-requests-burst", "3", "--clients-max", "2000", code=0,
            variables={"SIGNATORY_LISTN": "127.0.0.1:1", "SIGNATORY_ACCESS_LOG": "json",
                       "SIGNATORY_QUITE_OTHER_THING": "1"})
        for part in ("log.accessFile: has no effect", "tls.clientAuthorities: has no effect",
                     "tls.hstsSeconds: has no effect", "clientRequestsBurst: has no effect",
                     "clientsMax: has no effect",
                     "SIGNATORY_LISTN: is no setting; did you mean SIGNATORY_LISTEN?",
                     "SIGNATORY_ACCESS_LOG: is no setting; did you mean SIGNATORY_LOG_ACCESS?",
                     "SIGNATORY_QUITE_OTHER_THING: is no setting"):
            self.assertIn(f"warning: {part}", said)
        self.assertEqual(said.count("warning: "), 8)

    def test_every_variable_stands_in_the_help_where_its_flag_is(self):
        shown = run("serve", "--help").stdout.decode()
        pairs = re.findall(r"// (--[-\w]+), (SIGNATORY_\w+)",
                           run("generate", "config").stdout.decode())
        self.assertGreater(len(pairs), 40)
        for flag, variable in pairs:
            self.assertRegex(shown, rf"(?m)^  {flag} .*\({variable}\)$")


class Problems(Folder):
    def test_settings_that_fail_are_told_until_they_are_mended_and_again(self):
        config = self.write("settings.json5", "{ retryAfterSeconds: 5 }")
        with Watched("--config", config) as server:
            def told():
                return [p["file"] for p in curl(f"{server.admin}/readyz").json()["problems"]]

            for turn in (1, 2):
                self.write("settings.json5", "{ lops: 1 }")
                server.send_signal(signal.SIGHUP)
                wait_until(lambda: told() == ["settings.json5"], "the problem")
                public = server.json("/readyz")["problems"][0]
                self.assertIn("lops: there is no such key", public["detail"])
                self.assertNotIn(self.folder, json.dumps(public))
                self.assertEqual(server.metrics()['signatory_problems{what="settings"}'], 1)
                self.write("settings.json5", f"{{ retryAfterSeconds: {5 + turn} }}")
                server.send_signal(signal.SIGHUP)
                wait_until(lambda: told() == [], "its end")
                metrics = server.metrics()
                self.assertEqual(metrics['signatory_problems{what="settings"}'], 0)
                for outcome in ("changed", "failed"):
                    self.assertEqual(metrics[
                        f'signatory_reloads_total{{what="settings",outcome="{outcome}"}}'], turn)

    def test_a_folder_that_goes_is_told_until_it_comes_back(self):
        texts = self.path("texts")
        os.mkdir(texts)
        self.write("texts/a.txt", TEXT)
        with Watched("--statements", texts) as server:
            os.rename(texts, self.path("away"))
            server.send_signal(signal.SIGHUP)
            wait_until(lambda: server.json("/readyz")["problems"], "the problem")
            self.assertEqual(server.json("/v1/statements")["total"], 1)
            self.assertEqual(server.metrics()['signatory_problems{what="statements"}'], 1)
            os.rename(self.path("away"), texts)
            server.send_signal(signal.SIGHUP)
            wait_until(lambda: not server.json("/readyz")["problems"], "its end")

    def test_a_folder_may_take_the_place_of_the_statement_built_in(self):
        config = self.write("settings.json5", "{}")
        os.mkdir(self.path("texts"))
        self.write("texts/a.txt", TEXT)
        with Server("--config", config) as server:
            self.write("settings.json5", "{ statements: 'texts' }")
            server.send_signal(signal.SIGHUP)
            wait_until(lambda: server.json("/v1/statements")["items"][0]["id"] == "a", "the text")
            self.write("texts/b.txt", TEXT)
            wait_until(lambda: server.json("/v1/statements")["total"] == 2, "a new text")
