"""Several certificates at once, those that are not valid now, and handshakes left half made."""
import itertools
import os
import re
import socket
import ssl
import struct
import subprocess
import tempfile
import time
import unittest

from harness import Server, wait_until
from instruments import ShiftedClock
from secure import Certificates, port_of
from test_observe import Watched


class Several(unittest.TestCase):
    """Three certificates, each with an intermediate and a stapled response of its own."""

    NAMES = ("a", "b", "c")

    @classmethod
    def openssl(cls, *words):
        done = subprocess.run(["openssl", *words], cwd=cls.folder, capture_output=True, input=b"",
                              timeout=30, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout.decode()

    @classmethod
    def setUpClass(cls):
        holder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(holder.cleanup)
        cls.folder = holder.name
        cls.make("root", None, "critical,CA:TRUE")
        for name in cls.NAMES:
            cls.make(f"inter-{name}", "root", "critical,CA:TRUE")
            cls.make(name, f"inter-{name}", "CA:FALSE", f"subjectAltName=DNS:{name}.example")
            cls.staple(name)
            with open(f"{cls.folder}/{name}.pem", "ab") as chain, \
                    open(f"{cls.folder}/inter-{name}.pem", "rb") as issuer:
                chain.write(issuer.read())

    @classmethod
    def make(cls, name, issuer, constraints, *extensions):
        words = ["-addext", f"basicConstraints={constraints}"]
        for extension in extensions:
            words += ["-addext", extension]
        if issuer:
            words += ["-CA", f"{issuer}.pem", "-CAkey", f"{issuer}.key"]
        cls.openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
                    "-nodes", "-days", "90", "-subj", f"/CN={name}", "-keyout", f"{name}.key",
                    "-out", f"{name}.pem", *words)

    @classmethod
    def staple(cls, name):
        number = cls.openssl("x509", "-in", f"{name}.pem", "-noout", "-serial").strip()
        with open(f"{cls.folder}/index.txt", "w", encoding="ascii") as index:
            number = number.partition("=")[2]
            index.write(f"V\t991231235959Z\t\t{number}\tunknown\t/CN={name}\n")
        issuer = f"inter-{name}"
        cls.openssl("ocsp", "-index", "index.txt", "-CA", f"{issuer}.pem", "-rsigner",
                    f"{issuer}.pem", "-rkey", f"{issuer}.key", "-issuer", f"{issuer}.pem", "-cert",
                    f"{name}.pem", "-ndays", "1", "-respout", f"{name}.pem.ocsp")

    def look(self, server, name, *words):
        return self.openssl("s_client", "-connect", f"127.0.0.1:{port_of(server)}", "-servername",
                            f"{name}.example", "-verify_hostname", f"{name}.example", "-CAfile",
                            "root.pem", "-verify_return_error", "-status", *words)

    def test_each_name_gets_its_certificate_intermediate_and_staple_in_every_order(self):
        for order in itertools.permutations(self.NAMES):
            flags = [word for name in order for word in (
                "--tls-certificate", f"{self.folder}/{name}.pem",
                "--tls-key", f"{self.folder}/{name}.key")]
            with Server(*flags, listen=["127.0.0.1:0,tls"]) as server:
                for name in self.NAMES:
                    said = self.look(server, name)
                    self.assertIn("Verify return code: 0 (ok)", said)
                    self.assertIn(f"inter-{name}", said)
                    for other in set(self.NAMES) - {name}:
                        self.assertNotIn(f"inter-{other}", said)
                    number = re.search(r"Serial Number: (\w+)", said)[1].lower().lstrip("0")
                    shown = self.openssl("x509", "-in", f"{name}.pem", "-noout", "-serial")
                    self.assertEqual(number, shown.strip().partition("=")[2].lower().lstrip("0"))
                self.assertEqual(server.troubles(), [])

    def test_a_staple_that_is_taken_away_is_that_of_one_name_alone(self):
        flags = [word for name in self.NAMES for word in (
            "--tls-certificate", f"{self.folder}/{name}.pem",
            "--tls-key", f"{self.folder}/{name}.key")]
        with Server(*flags, listen=["127.0.0.1:0,tls"]) as server:
            for gone in self.NAMES:
                os.rename(f"{self.folder}/{gone}.pem.ocsp", f"{self.folder}/kept")
                try:
                    wait_until(lambda: "no response sent" in self.look(server, gone), "no staple")
                    for name in set(self.NAMES) - {gone}:
                        self.assertIn("Cert Status: good", self.look(server, name))
                finally:
                    os.rename(f"{self.folder}/kept", f"{self.folder}/{gone}.pem.ocsp")
                wait_until(lambda: "Cert Status: good" in self.look(server, gone), "it is back")

    def test_a_staple_that_is_not_current_is_left_out_and_told_of(self):
        flags = [word for name in self.NAMES for word in (
            "--tls-certificate", f"{self.folder}/{name}.pem",
            "--tls-key", f"{self.folder}/{name}.key")]
        clock = ShiftedClock(self.folder)
        for days in (0, 2):
            clock.shift(days * 86_400)
            with Server(*flags, listen=["127.0.0.1:0,tls"], variables=clock.variables) as server:
                said = "no response sent" if days else "Cert Status: good"
                for name in self.NAMES:
                    self.assertIn(said, self.look(server, name))
                told = [line for line in server.troubles() if "is not current" in line]
                self.assertEqual(len(told), len(self.NAMES) if days else 0, told)


class Validity(unittest.TestCase):
    """Certificates that are not valid now, made by setting their dates."""

    def setUp(self):
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.folder = holder.name

    def make(self, first, last):
        def at(days):
            return time.strftime("%Y%m%d%H%M%SZ", time.gmtime(time.time() + days * 86400))

        def openssl(*words):
            subprocess.run(["openssl", *words], cwd=self.folder, check=True, capture_output=True)

        if not os.path.exists(f"{self.folder}/key.pem"):
            openssl("req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
                    "-subj", "/CN=localhost", "-keyout", "key.pem", "-out", "request.pem")
            for name, text in (("serial", "01"), ("ca.cnf", CA)):
                with open(f"{self.folder}/{name}", "w", encoding="ascii") as file:
                    file.write(text)
        with open(f"{self.folder}/index", "w", encoding="ascii"):
            pass
        openssl("ca", "-batch", "-selfsign", "-config", "ca.cnf", "-in", "request.pem", "-keyfile",
                "key.pem", "-startdate", at(first), "-enddate", at(last), "-out", "new.pem",
                "-notext")
        os.rename(f"{self.folder}/new.pem", f"{self.folder}/c.pem")

    def serve(self):
        return Watched("--tls-certificate", f"{self.folder}/c.pem", "--tls-key",
                       f"{self.folder}/key.pem", listen=["127.0.0.1:0", "127.0.0.1:0,tls"])

    def shown(self, server):
        return ssl.get_server_certificate(("127.0.0.1", port_of(server, 1)))

    def test_one_that_is_not_valid_is_served_told_and_replaced_by_one_that_is(self):
        for first, last, word in ((-9, -1, "has expired"), (1, 9, "is not valid yet")):
            self.make(first, last)
            with self.serve() as server:
                self.assertEqual(server.json("/v1/statements")["total"], 1)
                bad = self.shown(server)
                event = next(e for e in server.events() if e["event"] == "certificate_invalid")
                self.assertEqual(event["level"], "error")
                self.assertIn(word, event["message"])
                problem = wait_until(lambda: server.json("/readyz")["problems"], "the problem")[0]
                self.assertEqual(problem["file"], "c.pem")
                self.assertIn(word, problem["detail"])
                file = f'{{file="{self.folder}/c.pem"}}'
                expiry = f"signatory_tls_certificate_expiry_seconds{file}"
                self.assertAlmostEqual(
                    server.metrics()[expiry], time.time() + last * 86400, delta=60)
                self.make(-1, 60)
                wait_until(lambda: self.shown(server) != bad, "the new one")
                wait_until(lambda: not server.json("/readyz")["problems"], "the problem's end")
                self.assertAlmostEqual(server.metrics()[expiry], time.time() + 60 * 86400, delta=60)
                # One that is not valid never takes the place of one that is.
                good = self.shown(server)
                self.make(first, last)
                wait_until(lambda: server.json("/readyz")["problems"], "the problem")
                self.assertEqual(self.shown(server), good)


CA = """[ca]
default_ca = one
[one]
database = index
serial = serial
new_certs_dir = .
default_md = sha256
policy = any
x509_extensions = names
[any]
commonName = supplied
[names]
subjectAltName = DNS:localhost
"""


class Handshakes(unittest.TestCase):
    def test_the_oldest_of_too_many_makes_room_and_places_come_back_however_they_are_left(self):
        certificates = Certificates(type(self))
        context, outgoing = certificates.context(), ssl.MemoryBIO()
        try:
            context.wrap_bio(ssl.MemoryBIO(), outgoing, server_hostname="localhost").do_handshake()
        except ssl.SSLWantReadError:
            hello = outgoing.read()

        with Watched(*certificates.flags, "--handshakes-per-loop-max", "2", "--loops", "1",
                  listen=["127.0.0.1:0,tls", "127.0.0.1:0"]) as server:
            def ended(outcome):
                return server.metrics()[f'signatory_tls_handshakes_total{{outcome="{outcome}"}}']

            def begin():
                """Half of a handshake, which the server has begun too."""
                before = server.metrics()["signatory_received_bytes_total"]
                client = socket.create_connection(("127.0.0.1", port_of(server)), timeout=30)
                client.sendall(hello[:-1])
                wait_until(lambda: server.metrics()["signatory_received_bytes_total"] > before,
                           "its bytes")
                return client

            def expect_cut(client):
                try:
                    self.assertEqual(client.recv(100), b"")
                except ConnectionResetError:
                    pass
                client.close()

            for turn in range(1, 4):
                first, second = begin(), begin()
                self.assertEqual(ended("refused"), 2 * (turn - 1))
                third = begin()
                expect_cut(first)
                with socket.create_connection(("127.0.0.1", port_of(server)), timeout=30) as one:
                    with context.wrap_socket(one, server_hostname="localhost"):
                        expect_cut(second)
                self.assertEqual(ended("completed"), turn)
                self.assertEqual(ended("refused"), 2 * turn)
                # The third is left by an end or by a reset.
                if turn % 2:
                    third.shutdown(socket.SHUT_WR)
                else:
                    third.setsockopt(
                        socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                    third.close()
                wait_until(lambda: ended("abandoned") == turn, "it is counted")
                third.close()
