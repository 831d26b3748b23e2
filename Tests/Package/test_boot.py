"""The Debian package in a Debian that systemd has booted, as an administrator has it."""
import json
import signal
import subprocess
import threading
import time
import unittest

from harness import ROOT, environment, wait_until
from test_package import AS_ROOT, CONFIG, Root, build, run

LOG = "/var/log/signatory/access.log"
TEXT = ("A title\n\nWe, the undersigned, call for calm.\n\n"
        "Signed by:\n\nLake Society\nHill Society\n")


class Machine:
    """A container with processes, files and a loopback of its own."""

    def __init__(self, root):
        self.root = root
        root.unmount()
        self.container = subprocess.Popen(
            [*AS_ROOT, "systemd-nspawn", "--quiet", "--boot", "--register=no", "--keep-unit",
             "--private-network", "--console=pipe", "--directory", root.path],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            env=environment(), start_new_session=True)
        self.said, self.leader = [], None
        threading.Thread(target=self.listen, daemon=True).start()
        try:
            self.leader = wait_until(self.find_leader, "the container's first process")
            wait_until(self.is_up, "the container to be up")
        except AssertionError as error:
            self.stop()
            raise unittest.SkipTest(f"no Debian boots here: {error} {self.said[-3:]}") from error

    def listen(self):
        for line in self.container.stdout:
            self.said.append(line.decode(errors="replace").strip())

    def find_leader(self):
        if self.container.poll() is not None:
            raise AssertionError(f"systemd-nspawn ended with {self.container.returncode}")
        children = {}
        for line in run("ps", "-eo", "pid=,ppid=,args=").stdout.splitlines():
            number, parent, command = line.split(None, 2)
            children.setdefault(int(parent), []).append((int(number), command))
        waiting = [self.container.pid]
        while waiting:
            for number, command in children.get(waiting.pop(), []):
                if command.split()[0].endswith("/systemd"):
                    return number
                waiting.append(number)
        return None

    def is_up(self):
        state = self.run("systemctl", "is-system-running", check=False).stdout.strip()
        return state in ("running", "degraded")

    def run(self, *command, check=True):
        return run(*AS_ROOT, "nsenter", "--target", str(self.leader), "--all", *command,
                   check=check)

    def stop(self):
        """Asks the first process to halt, which the container follows."""
        if self.container.poll() is None and self.leader:
            run(*AS_ROOT, "kill", "-s", str(int(signal.SIGRTMIN) + 3), str(self.leader))
        try:
            self.container.wait(60)
        except subprocess.TimeoutExpired:
            run(*AS_ROOT, "kill", "-9", str(self.container.pid), check=False)
            self.container.wait(30)
        self.container.stdout.close()
        self.root.mount()


class Booted(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.root = Root(build())
        cls.addClassCleanup(cls.root.remove)
        cls.root.install()
        with open(f"{cls.root.path}{CONFIG}", encoding="utf-8") as file:
            cls.settings = file.read()
        cls.root.run("mkdir", "-p", "/srv/texts")
        cls.machine = Machine(cls.root)
        cls.addClassCleanup(cls.machine.stop)

    def setUp(self):
        self.change()
        self.systemctl("restart", "signatory.socket", "signatory.service")

    def systemctl(self, *words, check=True):
        return self.machine.run("systemctl", *words, check=check)

    def journal(self):
        return self.machine.run("journalctl", "--unit=signatory.service", "--output=cat").stdout

    def change(self, *pairs):
        """The settings of the package with other values."""
        text = self.settings
        for old, new in pairs:
            self.assertIn(old, text)
            text = text.replace(old, new)
        self.root.write(CONFIG, text)

    def get(self, path, *options):
        url = path if "://" in path else f"http://127.0.0.1:8080{path}"
        answer = self.machine.run("curl", "-sS", "--fail-with-body", *options, url)
        return json.loads(answer.stdout)

    def states(self):
        shown = self.systemctl("is-active", "signatory.service", "signatory.socket", check=False)
        return shown.stdout.split()

    def test_as_it_is_installed_it_serves_and_warns_of_nothing(self):
        self.assertEqual(self.get("/readyz"), {"status": "ready", "problems": []})
        start = self.journal().rpartition("Starting signatory.service")[2]
        self.assertNotRegex(start, r'"level":"(warning|error)"|Failed|priority')

    def test_a_mistake_in_the_settings_costs_no_client_that_waits_for_its_mending(self):
        self.change(("loops: null", "loops: lots"))
        self.assertNotEqual(self.systemctl("restart", "signatory", check=False).returncode, 0)
        answers = []
        client = threading.Thread(
            target=lambda: answers.append(self.get("/v1", "--max-time", "100")))
        client.start()
        # Longer than systemd bears with starts that follow each other at once.
        begin = time.monotonic()
        while time.monotonic() - begin < 12:
            self.assertEqual(self.states()[1], "active")
            time.sleep(0.5)
        self.change()
        self.systemctl("restart", "signatory")
        client.join(30)
        self.assertEqual(len(answers), 1)
        self.assertEqual(self.states(), ["active", "active"])

    def test_a_reload_finds_other_texts_and_a_log_is_rotated_twice(self):
        logged = (("access: \"off\"", "access: \"json\""),
                  ("accessFile: null", f"accessFile: \"{LOG}\""))
        self.change(*logged)
        self.systemctl("restart", "signatory")
        for turn in (1, 2):
            self.get("/v1")
            wait_until(lambda: self.log().count("\n") == 1, f"a line in log {turn}")
            self.machine.run("logrotate", "--force", "/etc/logrotate.d/signatory")
            wait_until(lambda: self.log() == "", f"the log after {turn}")
        self.root.write("/srv/texts/a.txt", TEXT)
        self.change(*logged, ("statements: null", "statements: \"/srv/texts\""))
        self.systemctl("reload", "signatory")
        wait_until(lambda: self.ids() == ["a"], "the texts of the folder")
        self.root.write("/srv/texts/b.txt", TEXT)
        wait_until(lambda: sorted(self.ids()) == ["a", "b"], "another text")

    def test_the_lines_for_a_server_make_a_site_over_tls_as_they_are_written(self):
        with open(f"{ROOT}/README.md", encoding="utf-8") as file:
            section = file.read().partition("\n## On a server\n")[2]
        lines = section.partition("```sh\n")[2].partition("\n```")[0]
        self.assertLess(lines.count("\n"), 9)
        # What stands beside the lines: a checkout whose package is built, and a certificate.
        self.root.run("mkdir", "-p", "/checkout/Scripts")
        run(*AS_ROOT, "cp", "--recursive", f"{ROOT}/Config", f"{self.root.path}/checkout/")
        self.root.write("/checkout/Scripts/package", "#!/bin/sh\necho /signatory.deb\n")
        self.root.write("/usr/local/bin/sudo", "#!/bin/sh\nexec \"$@\"\n")
        self.root.run("chmod", "755", "/checkout/Scripts/package", "/usr/local/bin/sudo")
        self.machine.run(
            "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "9", "-subj",
            "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout",
            "/etc/ssl/private/site.key", "-out", "/etc/ssl/certs/site.pem")
        self.machine.run("bash", "-euo", "pipefail", "-c", f"cd /checkout\n{lines}")
        trust = ("--cacert", "/etc/ssl/certs/site.pem")
        page = self.get("https://localhost/v1/statements", *trust)
        self.assertEqual([one["id"] for one in page["items"]], ["joint-statement"])
        # The proxy is believed: what is made for people to follow has its name and scheme.
        description = self.get("https://localhost/openapi.json", *trust)
        self.assertEqual(description["servers"][0]["url"], "https://localhost")

    def ids(self):
        return [one["id"] for one in self.get("/v1/statements")["items"]]

    def log(self):
        return self.machine.run("cat", LOG, check=False).stdout


if __name__ == "__main__":
    unittest.main()
