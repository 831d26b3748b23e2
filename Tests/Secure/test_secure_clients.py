"""Clients of every kind read the statements over TLS 1.2 and over TLS 1.3."""
import base64
import hashlib
import json
import os
import shutil
import ssl
import subprocess
import tempfile
import unittest
import unittest.mock

from harness import curl, environment
from packages import python as client_python
from secure import Certificates, SecureServer

HERE = os.path.dirname(os.path.abspath(__file__))
CHROMIUM = "chromium-headless-shell"
PATH = "/v1/statements"

NODE = """
const https = require("https"), fs = require("fs");
const [url, authority, version] = process.argv.slice(1);
const options = {ca: fs.readFileSync(authority), minVersion: version, maxVersion: version};
https.get(url, options, answer => {
  const pieces = [], spoken = answer.socket.getProtocol();
  answer.on("data", piece => pieces.push(piece));
  answer.on("end", () => process.stdout.write(JSON.stringify(
    [answer.statusCode, spoken, Buffer.concat(pieces).toString("base64")])));
}).on("error", error => { console.error(error); process.exit(1); });
"""


class Clients(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.certificates = Certificates(cls)
        cls.server = SecureServer(cls.certificates)
        cls.addClassCleanup(cls.server.stop)
        cls.url = f"{cls.server.base.replace('127.0.0.1', 'localhost')}{PATH}"
        cls.wanted = cls.server.get(PATH).body
        cls.digest = hashlib.sha256(cls.wanted).hexdigest()

    def python(self, package, version):
        """What a Python package read, in a process of its own."""
        done = subprocess.run(
            [client_python(), f"{HERE}/read_with_{package}.py", self.url,
             self.certificates.authority, version], capture_output=True, timeout=60,
            env=environment(), check=False)
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        self.assertEqual(json.loads(done.stdout), [200, self.digest])

    def test_requests(self):
        for version in ("TLSv1_2", "TLSv1_3"):
            self.python("requests", version)

    def test_httpx(self):
        for version in ("TLSv1_2", "TLSv1_3"):
            self.python("httpx", version)

    def test_curl(self):
        for version in (["--tlsv1.2", "--tls-max", "1.2"], ["--tlsv1.3"]):
            answer = curl(self.url, "--cacert", self.certificates.authority, *version)
            self.assertEqual((answer.status, answer.body), (200, self.wanted))

    @unittest.skipUnless(shutil.which("node"), "needs node")
    def test_node(self):
        for version in ("TLSv1.2", "TLSv1.3"):
            done = subprocess.run(
                ["node", "-e", NODE, self.url, self.certificates.authority, version],
                capture_output=True, timeout=60, env=environment(), check=True)
            status, spoken, body = json.loads(done.stdout)
            self.assertEqual((status, spoken), (200, version))
            self.assertEqual(base64.b64decode(body), self.wanted)

    def test_openssl_resumes_over_both_versions(self):
        with tempfile.TemporaryDirectory() as folder:
            for version, flag in (("TLSv1.2", "-tls1_2"), ("TLSv1.3", "-tls1_3")):
                session = f"{folder}/{version}"
                first = self.s_client(flag, "-sess_out", session)
                self.assertIn(f"New, {version}", first)
                self.assertIn(f"Reused, {version}", self.s_client(flag, "-sess_in", session))
        self.assertEqual(self.s_client("-tls1_2", "-reconnect").count("Reused, TLSv1.2"), 5)

    def s_client(self, *arguments):
        """What s_client says of a connection that asks for the statements."""
        port = self.url.removesuffix(PATH).rpartition(":")[2]
        done = subprocess.run(
            ["openssl", "s_client", "-connect", f"localhost:{port}", "-servername", "localhost",
             "-CAfile", self.certificates.authority, "-ign_eof", *arguments],
            input=f"GET {PATH} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n".encode(),
            capture_output=True, timeout=60, check=False)
        said = (done.stdout + done.stderr).decode(errors="replace")
        if "-reconnect" not in arguments:
            self.assertIn("HTTP/1.1 200 OK", said)
        return said

    def chromium(self, url):
        """The page that the browser shows; it trusts the key of our certificate, and no other."""
        key = subprocess.run(
            f"openssl x509 -in {self.certificates.folder}/certificate.pem -pubkey -noout"
            " | openssl pkey -pubin -outform der | openssl dgst -sha256 -binary"
            " | openssl enc -base64", shell=True, check=True, capture_output=True).stdout
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
            done = subprocess.run(
                [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom",
                 "--disable-dev-shm-usage", f"--user-data-dir={home}",
                 f"--ignore-certificate-errors-spki-list={key.decode().strip()}", url],
                capture_output=True, timeout=120, env={**environment(), "HOME": home},
                check=False)
        return done.stdout.decode()

    @unittest.skipUnless(shutil.which(CHROMIUM), f"needs {CHROMIUM}")
    def test_chromium(self):
        total = f'"total":{json.loads(self.wanted)["total"]}'
        with SecureServer(self.certificates, "--tls-profile", "modern",
                          version=ssl.TLSVersion.TLSv1_3) as server:
            self.assertIn(total, self.chromium(f"{server.base}{PATH}"))
        # The browser has no switch for it, so OpenSSL is told to speak no newer version.
        settings = f"{self.certificates.folder}/openssl.conf"
        with open(settings, "w", encoding="ascii") as file:
            file.write("openssl_conf = a\n[a]\nssl_conf = b\n[b]\nsystem_default = c\n"
                       "[c]\nMaxProtocol = TLSv1.2\n")
        with unittest.mock.patch.dict(os.environ, OPENSSL_CONF=settings):
            server = SecureServer(self.certificates)
        with server, server.connect() as connection:
            self.assertEqual(connection.socket.version(), "TLSv1.2")
            self.assertIn(total, self.chromium(f"{server.base}{PATH}"))


if __name__ == "__main__":
    unittest.main()
