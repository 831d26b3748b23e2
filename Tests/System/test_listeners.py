"""Where a server can listen, what it says when it cannot, and what it leaves behind."""
import os
import re
import signal
import socket
import tempfile
import unittest

from harness import Connection, Server, curl, request, run


class Addresses(unittest.TestCase):
    def test_port_0_picks_a_port_and_names_it(self):
        with Server() as server:
            self.assertRegex(server.ready_lines[0], r"^listening on http://127\.0\.0\.1:[1-9]\d*$")
            self.assertEqual(curl(f"{server.base}/v1").status, 200)

    def test_ipv6_answers(self):
        with Server(listen=["[::1]:0"]) as server:
            self.assertRegex(server.ready_lines[0], r"^listening on http://\[::1\]:[1-9]\d*$")
            self.assertEqual(curl(f"{server.base}/v1").status, 200)

    def test_a_unix_socket_answers_and_is_removed_at_the_end(self):
        with tempfile.TemporaryDirectory() as folder:
            path = f"{folder}/http.socket"
            with Server(listen=[f"unix:{path}"]) as server:
                self.assertIn(path, server.ready_lines[0])
                answer = curl("http://localhost/v1", "--unix-socket", path)
                self.assertEqual(answer.status, 200)
            self.assertFalse(os.path.exists(path))

    def test_a_unix_socket_that_a_killed_server_left_is_taken_over(self):
        with tempfile.TemporaryDirectory() as folder:
            path = f"{folder}/http.socket"
            first = Server(listen=[f"unix:{path}"])
            first.kill()
            self.assertTrue(os.path.exists(path))
            with Server(listen=[f"unix:{path}"]):
                self.assertEqual(curl("http://localhost/v1", "--unix-socket", path).status, 200)

    def test_every_listener_gets_its_line_and_answers_the_same(self):
        with tempfile.TemporaryDirectory() as folder:
            path = f"{folder}/http.socket"
            with Server(listen=["127.0.0.1:0", "[::1]:0", f"unix:{path}"]) as server:
                bases = [line.removeprefix("listening on ") for line in server.ready_lines]
                answers = [curl(f"{base}/v1/quotes") for base in bases[:2]]
                answers.append(curl("http://localhost/v1/quotes", "--unix-socket", path))
                bodies = {answer.body for answer in answers}
                self.assertEqual(len(bodies), 1)

    def test_a_pipeline_over_a_unix_socket_is_answered(self):
        with tempfile.TemporaryDirectory() as folder:
            path = f"{folder}/http.socket"
            with Server(listen=[f"unix:{path}"]), Connection(path) as connection:
                connection.send(request("/v1") * 50)
                for _ in range(50):
                    self.assertEqual(connection.read_answer().status, 200)

    def test_every_loop_answers(self):
        with Server("--loops", "2") as server:
            for _ in range(40):  # A new connection each time: the kernel spreads them.
                self.assertEqual(server.get("/healthz").status, 200)


class Taken(unittest.TestCase):
    def check_refused(self, address, *words):
        done = run("serve", "--listen", address)
        self.assertIn(done.returncode, (1, 2), done.stderr)
        self.assertEqual(done.stdout, b"")
        for word in words:
            self.assertIn(word, done.stderr.decode())

    def test_a_taken_port_is_named_with_the_reason(self):
        with Server() as server:
            address = "{}:{}".format(*server.address)
            self.check_refused(address, address, "in use")
            self.assertEqual(server.get("/v1").status, 200)

    def test_a_port_taken_by_another_program_is_named_too(self):
        with socket.create_server(("127.0.0.1", 0)) as other:
            address = f"127.0.0.1:{other.getsockname()[1]}"
            self.check_refused(address, address, "in use")

    def test_a_live_unix_socket_is_not_taken_over(self):
        with tempfile.TemporaryDirectory() as folder:
            path = f"{folder}/http.socket"
            with Server(listen=[f"unix:{path}"]):
                self.check_refused(f"unix:{path}", path, "in use")
                self.assertEqual(curl("http://localhost/v1", "--unix-socket", path).status, 200)

    def test_a_file_that_is_no_socket_is_left_alone(self):
        with tempfile.NamedTemporaryFile() as file:
            self.check_refused(f"unix:{file.name}", file.name)
            self.assertTrue(os.path.exists(file.name))

    def test_an_address_of_no_interface_is_named(self):
        self.check_refused("192.0.2.1:0", "192.0.2.1")

    def test_a_port_can_be_taken_again_at_once_after_a_stop(self):
        with Server() as server:
            address = "{}:{}".format(*server.address)
            with server.connect() as connection:
                connection.send(request("/v1"))
                connection.read_answer()
                server.send_signal(signal.SIGTERM)
                server.wait()
        with Server(listen=[address]) as server:
            self.assertEqual(server.get("/v1").status, 200)


class Resources(unittest.TestCase):
    RESIDENT_KIB_MAX = 32 * 1024

    def test_a_started_server_is_small(self):
        with Server() as server:
            server.get("/v1")
            with open(f"/proc/{server.process.pid}/status", encoding="ascii") as status:
                resident = int(re.search(r"VmRSS:\s+(\d+) kB", status.read()).group(1))
        print(f"resident after start: {resident} KiB")
        if "/release/" in os.path.realpath(server.process.args[0]):
            self.assertLess(resident, self.RESIDENT_KIB_MAX)
