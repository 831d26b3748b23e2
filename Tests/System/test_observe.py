"""What an operator sees: /metrics on a listener of its own, the log, the access log.

Counted are whole numbers of requests, so what is told must be equal, not near.
"""
import json
import os
import re
import signal
import subprocess
import tempfile
import time
import unittest

import harness
from harness import ROOT, WAIT_SECONDS, Server, curl, request, wait_until
from instruments import ShiftedClock

STATEMENT = "/v1/statements/joint-statement"


class Watched(Server):
    """A server with an admin listener."""

    def __init__(self, *arguments, **options):
        super().__init__("--admin-listen", "127.0.0.1:0", *arguments, **options)
        self.admin = self.read_line().removeprefix("admin listening on ")

    def metrics(self):
        """Every sample, by its name and labels as written."""
        lines = curl(f"{self.admin}/metrics").body.decode().splitlines()
        pairs = (line.rsplit(" ", 1) for line in lines if not line.startswith("#"))
        return {name: float(value) for name, value in pairs}


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


class Metrics(unittest.TestCase):
    def test_requests_are_counted_exactly_by_route_and_status(self):
        with Watched("--loops", "2") as server:
            for count in (150, 50):
                self.ask(server, "/v1", count)
            self.ask(server, STATEMENT, 40)
            self.ask(server, "/v1/statements/nobody", 7)
            self.ask(server, "/nothing", 3)
            self.ask(server, "/v1?limit=x", 2)
            metrics = server.metrics()
            asked = {
                ("/v1", 200): 200, ("/v1/statements/{id}", 200): 40,
                ("/v1/statements/{id}", 404): 7, ("none", 404): 3, ("/v1", 400): 2}
            told = {name: value for name, value in metrics.items()
                    if name.startswith("signatory_http_requests_total")}
            self.assertEqual(told, {
                f'signatory_http_requests_total{{route="{route}",status="{status}"}}': count
                for (route, status), count in asked.items()})
            total = sum(asked.values())
            self.assertEqual(metrics["signatory_http_request_duration_seconds_count"], total)
            self.assertEqual(metrics["signatory_connections_accepted_total"], 6)
            self.assertEqual(metrics["signatory_loops"], 2)

    @staticmethod
    def ask(server, path, count):
        with server.connect() as connection:
            for _ in range(count):
                connection.send(request(path))
                connection.read_answer()

    def test_counters_agree_with_what_wrk_counted(self):
        with Watched() as server:
            done = subprocess.run(
                ["wrk", "-t1", "-c8", "-d1", server.base + STATEMENT], capture_output=True,
                text=True, timeout=WAIT_SECONDS, check=True)
            requests = int(re.search(r"(\d+) requests in", done.stdout)[1])
            told = server.metrics()[
                'signatory_http_requests_total{route="/v1/statements/{id}",status="200"}']
            # wrk does not count what was on its way on each connection when its time was over.
            self.assertGreaterEqual(told, requests)
            self.assertLessEqual(told, requests + 8)

    def test_bytes_and_refusals_are_counted(self):
        with Watched() as server:
            with server.connect() as connection:
                connection.send(b"GET / HTTP/1.1\r\n\r\n")
                answer = connection.read_to_end()
            metrics = server.metrics()
            self.assertEqual(metrics["signatory_received_bytes_total"], 18)
            self.assertEqual(metrics["signatory_sent_bytes_total"], len(answer))
            self.assertEqual(metrics['signatory_refusals_total{reason="host_missing"}'], 1)

    def test_connections_are_told_by_what_they_are_at(self):
        with Watched() as server, server.connect() as idle, server.connect() as half:
            idle.send(request("/v1"))
            idle.read_answer()
            half.send(b"GET /v1 HT")
            wait_until(lambda: server.metrics()['signatory_connections{state="idle"}'] == 1, "idle")
            wait_until(
                lambda: server.metrics()['signatory_connections{state="reading"}'] == 1, "half")

    def test_the_form_follows_accept(self):
        with Watched() as server:
            old = curl(f"{server.admin}/metrics")
            self.assertEqual(old.headers["content-type"],
                             "text/plain; version=0.0.4; charset=utf-8")
            self.assertNotIn(b"# EOF", old.body)
            new = curl(f"{server.admin}/metrics", "-H",
                       "Accept: application/openmetrics-text;version=1.0.0,text/plain;q=0.5")
            self.assertEqual(new.headers["content-type"],
                             "application/openmetrics-text; version=1.0.0; charset=utf-8")
            self.assertTrue(new.body.endswith(b"\n# EOF\n"))

    def test_figures_are_told_on_the_admin_listener_alone_and_nothing_else_is_there(self):
        with Watched() as server:
            self.assertEqual(server.get("/metrics").status, 404)
            self.assertEqual(curl(f"{server.admin}/v1").status, 404)
            self.assertEqual(curl(f"{server.admin}/healthz").status, 200)
            self.assertEqual(curl(f"{server.admin}/readyz").json(), server.json("/readyz"))
            self.assertEqual(curl(f"{server.admin}/metrics", "-X", "POST").status, 405)

    def test_process_figures_are_those_of_the_system(self):
        with Watched() as server:
            metrics = server.metrics()
            self.assertAlmostEqual(metrics["process_resident_memory_bytes"],
                                   server.resident_kib() * 1024, delta=4 << 20)
            self.assertAlmostEqual(metrics["process_start_time_seconds"], time.time(), delta=60)
            self.assertGreater(metrics["process_cpu_seconds_total"], 0)
            self.assertAlmostEqual(metrics["process_open_fds"], server.descriptors(), delta=3)
            self.assertGreater(metrics["process_max_fds"], 63)

    def test_every_metric_and_event_is_documented(self):
        page = read(f"{ROOT}/Sources/signatory/signatory.docc/Monitoring.md")
        with Watched() as server:
            text = curl(f"{server.admin}/metrics").body.decode()
        families = re.findall(r"^# TYPE (\S+)", text, re.M)
        self.assertGreater(len(families), 20)
        for family in families:
            self.assertIn(f"`{family}`", page)
        events = read(f"{ROOT}/Sources/Logging/LogEvent.swift")
        names = re.findall(r'case \w+ = "(\w+)"', events)
        self.assertGreater(len(names), 5)
        for name in [*names, "serving", "stopping", "stopped", "failed"]:
            self.assertIn(f"`{name}`", page)


class Log(unittest.TestCase):
    def test_messages_are_json_lines_where_there_is_no_terminal(self):
        with Server() as server:
            server.send_signal(signal.SIGTERM)
            self.assertEqual(server.wait(), 0)
            events = [e for e in server.events() if e["level"] == "info"]
            self.assertEqual([e["event"] for e in events], ["serving", "stopping", "stopped"])
            self.assertRegex(events[0]["time"], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$")
            self.assertEqual(events[0]["addresses"], server.base)

    def test_text_and_level_are_as_asked(self):
        with Server("--log-format", "text") as server:
            wait_until(lambda: f"serves on {server.base}\n" in server.error_text(), "text")
            self.assertRegex(server.error_text(), r"(?m)^signatory: ")
        with Server("--log-level", "error") as server:
            server.send_signal(signal.SIGTERM)
            self.assertEqual(server.wait(), 0)
            self.assertEqual(server.error_text(), "")

    def test_a_reader_that_is_stuck_holds_nothing_up_and_is_counted(self):
        """Standard error is a pipe that nobody reads; the access log fills it."""
        reading, writing = os.pipe()
        self.addCleanup(os.close, reading)
        with Watched("--access-log", "json", "--loops", "1", errors=writing) as server:
            os.close(writing)
            dropped = 'signatory_log_lines_dropped_total{log="events",reason="full"}'
            with server.connect() as connection:
                asked = 0
                while asked < 40_000 and not (asked % 1000 == 0 and server.metrics()[dropped]):
                    connection.send(request("/healthz") * 50)
                    for _ in range(50):
                        self.assertEqual(connection.read_answer().status, 200)
                    asked += 50
                self.assertGreater(server.metrics()[dropped], 0)
                connection.send(request("/v1"))
                self.assertEqual(connection.read_answer().status, 200)
            begin = time.monotonic()
            server.send_signal(signal.SIGTERM)
            self.assertEqual(server.wait(), 0)
            self.assertLess(time.monotonic() - begin, 10)

    def test_a_folder_that_has_gone_is_told_and_counted(self):
        with tempfile.TemporaryDirectory() as parent:
            folder = f"{parent}/texts"
            os.mkdir(folder)
            with open(f"{folder}/one.txt", "w", encoding="utf-8") as file:
                file.write("A title\n\nA body.\n")
            with Watched("--statements", folder) as server:
                os.rename(folder, folder + ".away")
                failed = 'signatory_reloads_total{what="statements",outcome="failed"}'
                wait_until(lambda: server.metrics()[failed] > 0, "a failed reload")
                self.assertEqual(server.json("/v1/statements")["total"], 1)
                event = next(
                    e for e in server.events() if e["event"] == "statements_unavailable")
                self.assertIn("No such file", event["reason"])
                os.rename(folder + ".away", folder)
                with open(f"{folder}/two.txt", "w", encoding="utf-8") as file:
                    file.write("Another title\n\nA body.\n")
                wait_until(lambda: server.metrics()[
                    'signatory_snapshot_items{kind="statement"}'] == 2, "the second text")


class AccessLog(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = f"{folder.name}/access.log"

    def lines(self, count):
        wait_until(lambda: os.path.exists(self.path) and read(self.path).count("\n") >= count,
                   f"{count} lines")
        return read(self.path).splitlines()

    def serve(self, form, *arguments):
        return Server("--access-log", form, "--access-log-file", self.path, *arguments)

    def test_json_lines_tell_the_request_its_answer_and_its_trace(self):
        trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
        # Lines of several loops are in order for each loop only.
        with self.serve("json", "--loops", "1") as server:
            answer = server.get("/v1?x=%22", "-H", f"traceparent: {trace}",
                                "-H", "X-Request-Id: abc-1", "-A", "a\"b\\c", "-e", "https://r/")
            server.get("/v1/statements/nobody", "-H", "X-Request-Id: not good")
            first, second = map(json.loads, self.lines(2))
            self.assertEqual(
                (first["client"], first["method"], first["target"], first["status"]),
                ("127.0.0.1", "GET", "/v1?x=%22", 400))
            self.assertEqual((first["traceparent"], first["requestId"]), (trace, "abc-1"))
            self.assertEqual((first["userAgent"], first["referer"]), ("a\"b\\c", "https://r/"))
            self.assertEqual(first["bytes"], len(answer.body))
            self.assertEqual((second["route"], second["status"]), ("/v1/statements/{id}", 404))
            self.assertRegex(second["requestId"], r"^[0-9a-f]{16}$")

    def test_combined_lines_are_of_the_usual_form(self):
        with self.serve("combined", "--log-client-address", "truncated") as server:
            answer = server.get("/v1", "-A", "agent")
            line, = self.lines(1)
            self.assertRegex(line, r'^127\.0\.0\.0 - - \[\d\d/\w{3}/\d{4}:\d\d:\d\d:\d\d \+0000\] '
                             rf'"GET /v1 HTTP/1\.1" 200 {len(answer.body)} "-" "agent"$')

    def test_nothing_that_a_client_sends_adds_a_line(self):
        with self.serve("json") as server, server.connect() as connection:
            connection.send(b"GET /v1 HTTP/1.1\r\nHost: a\r\nUser-Agent: x\t\"\xff\x80\r\n\r\n")
            connection.read_answer()
            connection.send(b"GET /\x01 HTTP/1.1\r\n\r\n")
            connection.read_to_end()
            first, second = map(json.loads, self.lines(2))
            self.assertEqual(first["userAgent"], "x\t\"\u00ff\ufffd")
            self.assertEqual((second["status"], second["refusal"]), (400, "target"))

    def test_a_file_that_was_moved_away_is_made_anew_on_sighup(self):
        with self.serve("combined") as server:
            for number in (1, 2, 3):
                server.get(f"/v1/people?limit={number}")
                self.assertIn(f"limit={number} ", self.lines(1)[0])
                os.rename(self.path, f"{self.path}.{number}")
                server.send_signal(signal.SIGHUP)
                wait_until(lambda: os.path.exists(self.path), "a new file")
            for number in (1, 2, 3):
                self.assertEqual(read(f"{self.path}.{number}").count("\n"), 1)

    def test_a_full_disk_costs_lines_and_is_told_and_counted(self):
        with Watched("--access-log", "json", "--access-log-file", "/dev/full") as server:
            for _ in range(20):
                self.assertEqual(server.get("/healthz").status, 200)
            lost = 'signatory_log_lines_dropped_total{log="access",reason="failed"}'
            wait_until(lambda: server.metrics()[lost] == 20, "20 lost lines")
            self.assertEqual(
                [e["reason"] for e in server.events() if e["event"] == "access_log_failed"],
                ["No space left on device"])

    def test_a_log_that_cannot_be_opened_is_named_at_the_start(self):
        done = harness.run("serve", "--listen", "127.0.0.1:0", "--access-log", "json",
                           "--access-log-file", "/nonexistent/log")
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"/nonexistent/log: No such file", done.stderr)


class ClockJumps(unittest.TestCase):
    def test_a_clock_that_is_set_moves_the_date_and_no_deadline(self):
        with tempfile.TemporaryDirectory() as folder:
            clock = ShiftedClock(folder)
            with Watched("--idle-timeout-seconds", "30", variables=clock.variables) as server:
                with server.connect() as connection:
                    for seconds in (86_400, -86_400, 10 * 86_400):
                        clock.shift(seconds)
                        wait_until(lambda s=seconds: self.tells(connection, s), "the new date")
                    metrics = server.metrics()
                    self.assertLess(metrics["signatory_snapshot_age_seconds"], WAIT_SECONDS * 4)
                    self.assertEqual(metrics["signatory_connections_accepted_total"], 1)

    @staticmethod
    def tells(connection, seconds):
        """Whether the answer's date is so many seconds from now."""
        connection.send(request("/healthz"))
        date = connection.read_answer().headers["date"]
        told = time.mktime(time.strptime(date, "%a, %d %b %Y %H:%M:%S GMT")) - time.timezone
        return abs(told - time.time() - seconds) < 60


if __name__ == "__main__":
    unittest.main()
