"""TLS as its clients meet it: curl, OpenSSL, Python and Node, each with its own ideas."""
import http.client
import os
import shutil
import signal
import socket
import ssl
import subprocess
import threading
import unittest

from harness import Server, curl, request, run, wait_until
from secure import Certificates, connection, port_of, read_answer, serial


class Clients(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.certificates = Certificates(cls)
        cls.server = Server(
            *cls.certificates.flags, listen=["127.0.0.1:0,tls", "127.0.0.1:0"])
        cls.addClassCleanup(cls.server.stop)
        cls.port = port_of(cls.server)
        cls.url = f"https://localhost:{cls.port}"
        cls.plain = curl(f"http://127.0.0.1:{port_of(cls.server, 1)}/v1/statements").body

    def s_client(self, *arguments, stdin=b""):
        done = subprocess.run(
            ["openssl", "s_client", "-connect", f"localhost:{self.port}",
             "-CAfile", self.certificates.authority, *arguments],
            input=stdin, capture_output=True, timeout=30, check=False)
        return (done.stdout + done.stderr).decode(errors="replace")

    def test_the_ready_line_says_https(self):
        self.assertRegex(self.server.ready_lines[0], r"^listening on https://127\.0\.0\.1:\d+$")

    def test_curl_reads_over_both_versions(self):
        for version in (["--tlsv1.2", "--tls-max", "1.2"], ["--tlsv1.3"]):
            answer = curl(
                f"{self.url}/v1/statements", "--cacert", self.certificates.authority, *version)
            self.assertEqual((answer.status, answer.body), (200, self.plain))

    def test_older_versions_are_refused(self):
        said = self.s_client("-tls1_1", "-cipher", "ALL:@SECLEVEL=0")
        self.assertIn("alert protocol version", said)

    def test_python_reads_and_resumes(self):
        for version in (ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3):
            context = self.certificates.context(version)
            with connection(self.port, context) as secure:
                secure.sendall(request("/v1/statements"))
                self.assertEqual(read_answer(secure), (200, self.plain))
                session = secure.session
            with socket.create_connection(("127.0.0.1", self.port), timeout=30) as plain:
                with context.wrap_socket(
                        plain, server_hostname="localhost", session=session) as secure:
                    self.assertTrue(secure.session_reused)
                    secure.sendall(request("/v1/statements"))
                    self.assertEqual(read_answer(secure), (200, self.plain))

    def test_each_resumption_brings_the_ticket_for_the_next(self):
        context, session = self.certificates.context(ssl.TLSVersion.TLSv1_3), None
        for turn in range(5):
            with socket.create_connection(("127.0.0.1", self.port), timeout=30) as plain:
                with context.wrap_socket(
                        plain, server_hostname="localhost", session=session) as secure:
                    self.assertEqual(secure.session_reused, turn > 0)
                    secure.sendall(request("/v1"))
                    self.assertEqual(read_answer(secure)[0], 200)
                    session = secure.session

    def test_the_server_orders_ciphers_but_chacha_is_for_the_asking(self):
        aes = "ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-ECDSA-AES128-GCM-SHA256"
        chacha = "ECDHE-ECDSA-CHACHA20-POLY1305"
        for offered, chosen in ((aes, "ECDHE-ECDSA-AES128-GCM-SHA256"),
                                (f"{aes}:{chacha}", "ECDHE-ECDSA-AES128-GCM-SHA256"),
                                (f"{chacha}:{aes}", chacha)):
            said = self.s_client("-tls1_2", "-cipher", offered)
            self.assertIn(f"Cipher is {chosen}", said)
        said = self.s_client(
            "-tls1_3", "-ciphersuites", "TLS_AES_256_GCM_SHA384:TLS_AES_128_GCM_SHA256")
        self.assertIn("Cipher is TLS_AES_128_GCM_SHA256", said)

    def test_openssl_reconnects_with_its_ticket(self):
        said = self.s_client("-tls1_2", "-reconnect")
        self.assertEqual(said.count("\nReused, TLSv1.2"), 5, said)

    def test_renegotiation_is_refused(self):
        said = self.s_client("-tls1_2", stdin=b"R\n")
        self.assertIn("no renegotiation", said)

    def test_only_http_1_1_is_offered_inside(self):
        self.assertIn("ALPN protocol: http/1.1", self.s_client("-alpn", "h2,http/1.1"))
        self.assertIn("no application protocol", self.s_client("-alpn", "h2"))

    @unittest.skipUnless(shutil.which("node"), "needs node")
    def test_node_reads(self):
        script = (
            "require('https').get(process.argv[1], {ca: require('fs').readFileSync("
            "process.argv[2])}, a => a.on('data', d => process.stdout.write(d)))"
            ".on('error', e => { console.error(e); process.exit(1); })")
        done = subprocess.run(
            ["node", "-e", script, f"{self.url}/v1/statements", self.certificates.authority],
            capture_output=True, timeout=30, check=False)
        self.assertEqual((done.returncode, done.stdout), (0, self.plain), done.stderr)

    def test_a_plain_request_is_told_to_use_https(self):
        answer = curl(f"http://127.0.0.1:{self.port}/v1")
        self.assertEqual(answer.status, 400)
        self.assertIn("https://", answer.json()["detail"])
        self.assertEqual(answer.headers["connection"], "close")

    def test_the_end_is_told_by_close_notify(self):
        with connection(self.port, self.certificates.context()) as secure:
            secure.sendall(request("/v1", "GET", "Connection: close"))
            while secure.recv(65536):
                pass

    def test_a_pipeline_is_answered(self):
        with connection(self.port, self.certificates.context()) as secure:
            secure.sendall(request("/v1") * 200)
            stream = secure.makefile("rb")
            for _ in range(200):
                status = stream.readline()
                self.assertEqual(status, b"HTTP/1.1 200 OK\r\n")
                fields = http.client.parse_headers(stream)
                stream.read(int(fields["Content-Length"]))


class Reloading(unittest.TestCase):
    def setUp(self):
        self.certificates = Certificates(type(self))
        self.server = Server(*self.certificates.flags, listen=["127.0.0.1:0,tls"])
        self.addCleanup(self.server.stop)
        self.port = port_of(self.server)
        self.context = self.certificates.context()

    def serial(self):
        return serial(self.port, self.context)

    def problems(self):
        return curl(f"https://localhost:{self.port}/readyz", "--cacert",
                    self.certificates.authority).json()["problems"]

    def test_new_files_are_taken_by_themselves(self):
        before = self.serial()
        self.certificates.renew()
        wait_until(lambda: self.serial() != before, "the new certificate")

    def test_a_bad_pair_keeps_the_good_one_and_is_reported(self):
        before = self.serial()
        path = f"{self.certificates.folder}/key.pem"
        subprocess.run(
            ["openssl", "genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256",
             "-out", path], check=True, capture_output=True)
        self.server.send_signal(signal.SIGHUP)
        # Read while it was written, it may have been reported as something else before.
        reason = "the key does not match"
        wait_until(lambda: f"{path}: {reason}" in self.server.error_text(), "a report")
        self.assertIn("the last certificates stay: ", self.server.error_text())
        self.assertEqual(self.serial(), before)

        def mismatch():
            return next((one for one in self.problems() if reason in one["detail"]), None)
        problem = wait_until(mismatch, "the problem in /readyz")
        self.assertEqual(problem["file"], "key.pem")
        self.assertIn(f"key.pem: {reason} the certificate certificate.pem", problem["detail"])
        self.assertNotIn(self.certificates.folder, problem["detail"])
        self.certificates.renew()
        wait_until(lambda: not self.problems(), "the problem to be over")
        # Another loop may answer, and hear of it a moment later.
        wait_until(lambda: self.serial() != before, "the new certificate")

    def test_no_request_fails_while_certificates_change(self):
        failures, counts, stop = [], [0, 0], threading.Event()

        def load(index):
            while not stop.is_set():
                try:
                    with connection(self.port, self.context) as secure:
                        for _ in range(3):
                            secure.sendall(request("/v1"))
                            if read_answer(secure)[0] != 200:
                                failures.append("status")
                    counts[index] += 1
                except OSError as error:
                    failures.append(repr(error))

        threads = [threading.Thread(target=load, args=(index,)) for index in range(len(counts))]
        for thread in threads:
            thread.start()
        seen = {self.serial()}
        try:
            for _ in range(10):
                self.certificates.renew()
                wait_until(lambda: self.serial() not in seen, "the new certificate")
                seen.add(self.serial())
        finally:
            stop.set()
            for thread in threads:
                thread.join()
        self.assertEqual(failures, [])
        self.assertGreater(min(counts), 10)


class Stapling(unittest.TestCase):
    def test_a_good_ocsp_response_is_stapled(self):
        certificates = Certificates(type(self))
        path = f"{certificates.folder}/certificate.pem"

        def openssl(*words):
            return subprocess.run(
                ["openssl", *words], cwd=certificates.folder, check=True, capture_output=True,
                input=b"", timeout=30).stdout.decode()

        number = openssl("x509", "-in", path, "-noout", "-serial").strip().partition("=")[2]
        with open(f"{certificates.folder}/index.txt", "w", encoding="ascii") as index:
            index.write(f"V\t991231235959Z\t\t{number}\tunknown\t/CN=localhost\n")
        openssl("ocsp", "-index", "index.txt", "-CA", "ca.pem", "-rsigner", "ca.pem", "-rkey",
                "ca-key.pem", "-issuer", "ca.pem", "-cert", path, "-ndays", "1", "-respout",
                f"{path}.ocsp")
        with open(path, "ab") as chain, open(certificates.authority, "rb") as issuer:
            chain.write(issuer.read())
        with Server(*certificates.flags, listen=["127.0.0.1:0,tls"]) as server:
            said = openssl("s_client", "-status", "-connect", f"localhost:{port_of(server)}",
                           "-CAfile", "ca.pem")
            self.assertEqual(server.troubles(), [])
        self.assertIn("OCSP Response Status: successful", said)
        self.assertIn("Cert Status: good", said)


class Refusals(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.certificates = Certificates(cls)

    def check_refused(self, certificate, key, *words):
        done = run("serve", "--listen", "127.0.0.1:0,tls",
                   "--tls-certificate", certificate, "--tls-key", key)
        self.assertEqual((done.returncode, done.stdout), (2, b""), done.stderr)
        for word in words:
            self.assertIn(word, done.stderr.decode())

    def test_a_bad_pair_is_named_with_the_reason(self):
        good = f"{self.certificates.folder}/certificate.pem"
        key = f"{self.certificates.folder}/key.pem"
        other = f"{self.certificates.folder}/ca-key.pem"
        self.check_refused(good, other, other, "does not match")
        self.check_refused(good, "/no/such/file", "/no/such/file", "No such file")
        self.check_refused(key, key, key, "holds no certificate")
        self.check_refused(good, good, good, "holds no private key")
        order = f"{self.certificates.folder}/order.pem"
        with open(order, "wb") as target:
            for name in ("ca.pem", "certificate.pem"):
                with open(f"{self.certificates.folder}/{name}", "rb") as source:
                    target.write(source.read())
        self.check_refused(order, key, order, "must come first")

    def test_flags_that_do_not_fit_together_are_refused(self):
        for arguments, word in (
                (["--listen", "127.0.0.1:0,tls"], "--tls-certificate"),
                (["--listen", "127.0.0.1:0,tls", *self.certificates.flags[:2]], "--tls-key"),
                (["--listen", "127.0.0.1:0,tls", *self.certificates.flags,
                  "--tls-profile", "old"], "modern")):
            done = run("serve", *arguments)
            self.assertEqual(done.returncode, 2, done.stderr)
            self.assertIn(word, done.stderr.decode())

    def test_certificates_that_nothing_speaks_tls_with_are_told_of(self):
        done = run("serve", "--check-config", *self.certificates.flags)
        self.assertEqual(done.returncode, 0, done.stderr)
        for key in ("tls.certificates", "tls.keys"):
            self.assertIn(f"warning: {key}: has no effect: no address speaks TLS",
                          done.stderr.decode())


class Profiles(unittest.TestCase):
    def test_the_modern_profile_speaks_tls_1_3_only(self):
        certificates = Certificates(type(self))
        with Server(*certificates.flags, "--tls-profile", "modern",
                    listen=["127.0.0.1:0,tls"]) as server:
            context = certificates.context()
            self.assertTrue(serial(port_of(server), context))
            context.maximum_version = ssl.TLSVersion.TLSv1_2
            with self.assertRaises(ssl.SSLError):
                serial(port_of(server), context)

    def test_a_unix_socket_speaks_tls_too(self):
        certificates = Certificates(type(self))
        path = os.path.join(certificates.folder, "http.socket")
        with Server(*certificates.flags, listen=[f"unix:{path},tls"]) as server:
            self.assertEqual(server.ready_lines, [f"listening on unix:{path},tls"])
            answer = curl("https://localhost/v1", "--unix-socket", path,
                          "--cacert", certificates.authority)
            self.assertEqual(answer.status, 200)
