"""Thousands of handshakes, most of them broken off, and no memory gone; idle ones beside nginx.

Leaks inside one process's code are looked for by LeakSanitizer too, in Tests/TLSTests.
"""
import contextlib
import os
import shutil
import socket
import subprocess
import tempfile
import unittest

from harness import BINARY, WAIT_SECONDS, Server, environment, request, wait_until
from handshakes import shake
from secure import Certificates, SecureServer, port_of

HERE = os.path.dirname(os.path.abspath(__file__))
HANDSHAKES = int(os.environ.get("SECURE_HANDSHAKES", "3000"))
UNDER_VALGRIND = int(os.environ.get("SECURE_HANDSHAKES", "600"))
GROWTH_KIB_MAX = 2_048
IDLE = 2_000

NGINX = """
daemon off; master_process off; pid {folder}/nginx.pid; error_log {folder}/errors;
worker_rlimit_nofile 8192;
events {{ worker_connections 8000; }}
http {{
  access_log off; keepalive_timeout 600s;
  client_body_temp_path {folder}/1; proxy_temp_path {folder}/2; fastcgi_temp_path {folder}/3;
  uwsgi_temp_path {folder}/4; scgi_temp_path {folder}/5;
  ssl_certificate {certificates}/certificate.pem;
  ssl_certificate_key {certificates}/key.pem;
  ssl_protocols TLSv1.2 TLSv1.3; ssl_ecdh_curve X25519:P-256:P-384;
  server {{ listen 127.0.0.1:{port} ssl; location / {{ return 200 "ok"; }} }}
}}
"""


class Valgrind(Server):
    """The server under valgrind, which looks for leaks at the end."""

    def __init__(self, certificates, log):
        self.log = log
        super().__init__(*certificates.flags, "--loops", "1", listen=["127.0.0.1:0,tls"])

    def command(self):
        return ["valgrind", "--quiet", "--leak-check=full", "--show-leak-kinds=definite",
                "--errors-for-leak-kinds=definite", "--error-exitcode=99",
                f"--suppressions={HERE}/valgrind.supp", f"--log-file={self.log}", BINARY]


def resident_kib(pid):
    with open(f"/proc/{pid}/status", encoding="ascii") as file:
        return next(int(line.split()[1]) for line in file if line.startswith("VmRSS"))


def idle_bytes(port, pid, context):
    """Bytes of the server's memory that one more idle connection takes."""
    with contextlib.ExitStack() as stack:
        def connect():
            plain = stack.enter_context(socket.create_connection(("127.0.0.1", port), timeout=30))
            secure = stack.enter_context(context.wrap_socket(plain, server_hostname="localhost"))
            secure.sendall(request("/healthz"))
            secure.recv(4096)

        for _ in range(100):
            connect()
        before = resident_kib(pid)
        for _ in range(IDLE):
            connect()
        return (resident_kib(pid) - before) * 1024 // IDLE


class Leaks(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.certificates = Certificates(cls)

    def test_handshakes_leave_no_memory_behind(self):
        with SecureServer(self.certificates, "--loops", "1") as server:
            port, context = port_of(server), self.certificates.context()
            shake(port, context, 600)
            before, descriptors = server.resident_kib(), server.resting_descriptors()
            shake(port, context, HANDSHAKES)
            wait_until(lambda: server.descriptors() <= descriptors, "all descriptors back")
            growth = server.resident_kib() - before
            print(f"        {HANDSHAKES} handshakes: resident memory grew by {growth} KiB")
            self.assertLess(growth, GROWTH_KIB_MAX)

    @unittest.skipUnless(shutil.which("valgrind"), "needs valgrind")
    def test_valgrind_finds_no_leak(self):
        log = f"{self.certificates.folder}/valgrind.log"
        try:
            with Valgrind(self.certificates, log) as server:
                shake(port_of(server), self.certificates.context(), UNDER_VALGRIND)
        except AssertionError as error:
            with open(log, encoding="utf-8") as file:
                raise AssertionError(f"{error}\n{file.read()[:20_000]}") from None
        print(f"        {UNDER_VALGRIND} handshakes under valgrind: no leak")

    @unittest.skipUnless(shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin"), "nginx")
    def test_an_idle_connection_takes_no_more_than_in_nginx(self):
        context = self.certificates.context()
        with SecureServer(self.certificates, "--loops", "1") as server:
            ours = idle_bytes(port_of(server), server.process.pid, context)
        with tempfile.TemporaryDirectory() as folder, socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
            probe.close()
            with open(f"{folder}/nginx.conf", "w", encoding="ascii") as file:
                file.write(NGINX.format(
                    folder=folder, port=port, certificates=self.certificates.folder))
            nginx = subprocess.Popen(
                ["nginx", "-p", folder, "-c", f"{folder}/nginx.conf"],
                env={**environment(), "PATH": f"{os.environ['PATH']}:/usr/sbin"})
            try:
                wait_until(lambda: socket.socket().connect_ex(("127.0.0.1", port)) == 0, "nginx")
                theirs = idle_bytes(port, nginx.pid, context)
            finally:
                nginx.terminate()
                nginx.wait(WAIT_SECONDS)
        print(f"        an idle TLS connection: {ours} bytes, in nginx {theirs}")
        self.assertLessEqual(ours, theirs * 1.1)


if __name__ == "__main__":
    unittest.main()
