"""What testssl.sh and sslscan find."""
import json
import shutil
import subprocess
import unittest
import xml.etree.ElementTree

from harness import environment
from secure import Certificates, SecureServer, port_of

HARMLESS = {"OK", "INFO", "LOW"}
# What a local authority has not, and a public one has; and what the scanner itself lacks. It asks
# to resume a session of TLS 1.3 without having waited for the ticket, so that one time in four
# (with nginx too) it has none; that sessions are resumed, test_secure_clients shows.
EXPLAINED = {
    ("cert_revocation", "HIGH"), ("engine_problem", "WARN"), ("sessionresumption_ticket", "WARN")}


class Scanners(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.certificates = Certificates(cls)
        cls.server = SecureServer(cls.certificates)
        cls.addClassCleanup(cls.server.stop)
        cls.address = f"localhost:{port_of(cls.server)}"

    @unittest.skipUnless(shutil.which("testssl"), "needs testssl")
    def test_testssl_finds_nothing_that_a_public_certificate_would_not_mend(self):
        report = f"{self.certificates.folder}/report.json"
        subprocess.run(
            ["testssl", "--quiet", "--color", "0", "--warnings", "off", "--add-ca",
             self.certificates.authority, "--jsonfile", report, "--protocols", "--std", "--fs",
             "--server-preference", "--server-defaults", "--vulnerable", self.address],
            capture_output=True, timeout=600, env=environment(), check=False)
        with open(report, encoding="utf-8") as file:
            findings = {one["id"]: one for one in json.load(file)}
        bad = {name: (one["severity"], one["finding"]) for name, one in findings.items()
               if one["severity"] not in HARMLESS and (name, one["severity"]) not in EXPLAINED}
        self.assertEqual(bad, {})
        self.assertEqual(findings["TLS1_3"]["severity"], "OK")
        self.assertIn("heartbleed", findings)
        counts = {}
        for one in findings.values():
            counts[one["severity"]] = counts.get(one["severity"], 0) + 1
        print(f"        testssl.sh: {counts}")

    @unittest.skipUnless(shutil.which("sslscan"), "needs sslscan")
    def test_sslscan_agrees(self):
        done = subprocess.run(
            ["sslscan", "--xml=-", self.address], capture_output=True, timeout=300,
            env=environment(), check=True)
        found = xml.etree.ElementTree.fromstring(done.stdout).find("ssltest")
        spoken = {f"{one.get('type')} {one.get('version')}" for one in found.iter("protocol")
                  if one.get("enabled") == "1"}
        self.assertEqual(spoken, {"tls 1.2", "tls 1.3"})
        self.assertEqual(found.find("renegotiation").get("supported"), "0")
        self.assertEqual({one.get("vulnerable") for one in found.iter("heartbleed")}, {"0"})
        ciphers = [one.get("cipher") for one in found.iter("cipher")]
        self.assertGreater(len(ciphers), 5)
        for cipher in ciphers:
            self.assertRegex(cipher, r"^(TLS_|ECDHE-).*(GCM|POLY1305)_?-?SHA|^ECDHE.*POLY1305$")


if __name__ == "__main__":
    unittest.main()
