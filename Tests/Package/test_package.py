"""The Debian package, in a fresh Debian: installs, works, is upgraded, and goes without a trace."""
import atexit
import functools
import hashlib
import os
import re
import subprocess
import tempfile
import unittest
import urllib.request

from harness import BINARY, ROOT, environment

UNITS = "/usr/lib/systemd/system"
CONFIG = "/etc/signatory/signatory.json5"
ROTATION = "/etc/logrotate.d/signatory"
# systemd's verdict on what the service could do; 10 is everything, and below 2 is “OK”.
EXPOSURE_MAX = 2.0
SECONDS_MAX = 600
AS_ROOT = [] if os.geteuid() == 0 else ["sudo", "-n"]


def run(*command, check=True, **options):
    done = subprocess.run(
        command, capture_output=True, check=False, encoding="utf-8", env=environment(),
        timeout=SECONDS_MAX, **options)
    if check and done.returncode != 0:
        raise AssertionError(f"{command}: {done.returncode}\n{done.stdout}{done.stderr}")
    return done


def build():
    """The path of the package."""
    return run(f"{ROOT}/Scripts/package").stdout.strip()


def release():
    with open("/etc/os-release", encoding="utf-8") as file:
        return re.search(r"^VERSION_CODENAME=(\w+)", file.read(), re.M).group(1)


@functools.cache
def base(depends):
    """The path of a fresh Debian with these packages, which a service needs or stands beside."""
    holder = tempfile.mkdtemp(prefix="signatory-base-")
    atexit.register(run, *AS_ROOT, "rm", "-rf", holder)
    names = ["systemd", "systemd-sysv", "dbus", "man-db", "logrotate", "nginx", "curl", "openssl",
             *depends]
    run(*AS_ROOT, "debootstrap", "--variant=minbase", "--include=" + ",".join(names), release(),
        f"{holder}/root")
    return f"{holder}/root"


class Root:
    """A Debian with what the package depends on, but without it."""

    def __init__(self, package):
        self.holder = tempfile.mkdtemp(prefix="signatory-root-")
        self.path = f"{self.holder}/root"
        depends = run("dpkg-deb", "--field", package, "Depends").stdout
        fresh = base(tuple(entry.split()[0] for entry in depends.split(",")))
        run(*AS_ROOT, "cp", "--archive", fresh, self.path)
        run(*AS_ROOT, "cp", package, f"{self.path}/signatory.deb")
        self.mount()

    def mount(self):
        """The processes, which every program may expect to find."""
        run(*AS_ROOT, "mount", "-t", "proc", "proc", f"{self.path}/proc")

    def unmount(self):
        run(*AS_ROOT, "umount", f"{self.path}/proc")

    def run(self, *command, check=True):
        return run(*AS_ROOT, "chroot", self.path, "env", "DEBIAN_FRONTEND=noninteractive",
                   "LC_ALL=C.UTF-8", *command, check=check)

    def install(self):
        self.run("dpkg", "--install", "--force-confold", "/signatory.deb")

    def write(self, path, text):
        run(*AS_ROOT, "tee", self.path + path, input=text)

    def files(self):
        """Every file and folder, but for records and caches of other programs."""
        pruned = ["/var/lib/dpkg", "/var/cache", "/var/log", "/proc", "/run"]
        words = [word for path in pruned for word in ("-o", "-path", path)]
        listed = self.run(
            "find", "/", "-xdev", "(", *words[1:], ")", "-prune", "-o", "-print")
        return set(listed.stdout.splitlines())

    def remove(self):
        self.unmount()
        run(*AS_ROOT, "rm", "-rf", self.holder)


class Package(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.package = build()
        cls.root = Root(cls.package)
        cls.addClassCleanup(cls.root.remove)
        cls.before = cls.root.files()

    def setUp(self):
        self.root.install()
        self.addCleanup(self.root.run, "dpkg", "--purge", "signatory")

    def test_the_same_sources_make_the_same_package(self):
        def digest(path):
            with open(path, "rb") as file:
                return hashlib.sha256(file.read()).hexdigest()

        first = digest(self.package)
        self.assertEqual(digest(build()), first)

    def test_it_installs_whole_and_the_program_and_its_manual_speak(self):
        self.assertEqual(self.root.run("dpkg", "--verify", "signatory").stdout, "")
        self.assertRegex(self.root.run("signatory", "--version").stdout, r"^signatory \d")
        self.assertIn("--listen ADDRESS", self.root.run("signatory", "serve", "--help").stdout)
        page = self.root.run("man", "--pager=cat", "signatory").stdout
        self.assertIn("serve the text of joint statements", page)
        self.assertIn("EXIT STATUS", page)

    def test_its_configuration_file_is_good_and_a_changed_one_survives_an_upgrade(self):
        self.root.run("signatory", "serve", "--config", CONFIG, "--check-config")
        self.root.write(CONFIG, "{ loops: 3 } // ours\n")
        self.root.install()
        self.assertIn("ours", self.root.run("cat", CONFIG).stdout)
        self.root.run("dpkg", "--remove", "signatory")
        self.assertIn("ours", self.root.run("cat", CONFIG).stdout)
        self.assertNotEqual(self.root.run("signatory", "--version", check=False).returncode, 0)

    def test_it_serves_where_nothing_but_its_dependencies_is_installed(self):
        process = subprocess.Popen(
            [*AS_ROOT, "chroot", self.root.path, "/usr/bin/signatory", "serve", "--config", CONFIG,
             "--listen", "127.0.0.1:0"], stdout=subprocess.PIPE, env=environment())
        try:
            line = process.stdout.readline().decode().strip()
            url = line.removeprefix("listening on ") + "/v1/people"
            with urllib.request.urlopen(url, timeout=30) as answer:
                self.assertEqual(answer.status, 200)
        finally:
            run(*AS_ROOT, "kill", str(self.server(process)))
            self.assertEqual(process.wait(30), 0)
            process.stdout.close()

    def server(self, process):
        """The number of the server itself, which sudo may stand before."""
        if not AS_ROOT:
            return process.pid
        return int(run("pgrep", "--parent", str(process.pid)).stdout.split()[0])

    def test_without_proc_it_says_so_rather_than_ignore_its_arguments(self):
        self.root.unmount()
        try:
            done = self.root.run("timeout", "10", "signatory", "--version", check=False)
        finally:
            self.root.mount()
        self.assertEqual((done.returncode, done.stdout), (1, ""))
        self.assertIn("/proc is not mounted", done.stderr)

    def test_its_units_are_sound_and_the_service_may_do_little(self):
        units = [f"{UNITS}/signatory.service", f"{UNITS}/signatory.socket"]
        verified = self.root.run("systemd-analyze", "verify", "--man=no", *units)
        self.assertEqual(
            [line for line in verified.stderr.splitlines() if "signatory" in line], [])
        done = self.root.run(
            "systemd-analyze", "security", "--offline=true", "--no-pager", units[0])
        exposure = float(re.search(r"exposure level for \S+: ([\d.]+)", done.stdout).group(1))
        self.assertLessEqual(exposure, EXPOSURE_MAX)

    def test_its_units_are_enabled_and_start_the_packaged_program_with_its_file(self):
        for unit in ["signatory.service", "signatory.socket"]:
            self.assertEqual(self.root.run("systemctl", "is-enabled", unit).stdout, "enabled\n")
        start = self.root.run("grep", "ExecStart=", f"{UNITS}/signatory.service").stdout
        self.assertIn(f"/usr/bin/signatory serve --config {CONFIG}", start)

    def test_completions_are_what_each_shell_reads(self):
        for path, first in [("bash-completion/completions/signatory", "# bash"),
                            ("zsh/vendor-completions/_signatory", "#compdef signatory"),
                            ("fish/vendor_completions.d/signatory.fish", "# fish")]:
            text = self.root.run("cat", f"/usr/share/{path}").stdout
            self.assertTrue(text.startswith(first), path)

    def test_removal_leaves_the_configuration_and_a_purge_nothing(self):
        self.root.run("dpkg", "--remove", "signatory")
        left = self.root.files() - self.before
        self.assertIn(CONFIG, left)
        units = {path for path in left if path.startswith(("/etc/systemd/", "/var/lib/systemd/"))}
        self.assertEqual(left - units, {"/etc/signatory", CONFIG, ROTATION})
        self.root.run("dpkg", "--purge", "signatory")
        left = {path for path in self.root.files() - self.before if "signatory" in path}
        self.assertEqual(left, set())


class Shells(unittest.TestCase):
    def test_each_shell_reads_its_completions(self):
        for shell, command in [("bash", ["bash", "-n"]), ("zsh", ["zsh", "-n"]),
                               ("fish", ["fish", "--no-execute"])]:
            with self.subTest(shell), tempfile.NamedTemporaryFile("w") as file:
                file.write(run(BINARY, "generate", shell).stdout)
                file.flush()
                done = run(*command, file.name)
                self.assertEqual(done.stderr, "")

    def test_fish_completes_commands_flags_and_values(self):
        with tempfile.NamedTemporaryFile("w") as file:
            file.write(run(BINARY, "generate", "fish").stdout)
            file.flush()
            for line, wanted in [("signatory ", "serve"), ("signatory --idle", "--idle-timeout"),
                                 ("signatory serve --tls-profile ", "modern")]:
                done = run("fish", "--no-config", "-c",
                           f"source {file.name}; complete -C '{line}'")
                self.assertIn(wanted, done.stdout)


class Install(unittest.TestCase):
    def test_scripts_install_puts_everything_below_its_prefix_and_takes_it_away(self):
        with tempfile.TemporaryDirectory() as root:
            variables = {**environment(), "DESTDIR": root, "PREFIX": "/opt/signatory"}
            install = [f"{ROOT}/Scripts/install"]
            subprocess.run(install, env=variables, check=True, capture_output=True)
            prefix = f"{root}/opt/signatory"
            self.assertRegex(run(f"{prefix}/bin/signatory", "--version").stdout, "^signatory ")
            with open(f"{prefix}/lib/systemd/system/signatory.service", encoding="utf-8") as unit:
                self.assertIn("ExecStart=/opt/signatory/bin/signatory", unit.read())
            with open(root + CONFIG, "a", encoding="utf-8") as file:
                file.write("// ours\n")
            subprocess.run(install, env=variables, check=True, capture_output=True)
            with open(root + CONFIG, encoding="utf-8") as file:
                self.assertTrue(file.read().endswith("// ours\n"))
            subprocess.run([*install, "--remove"], env=variables, check=True)
            left = [os.path.join(folder, name) for folder, _, names in os.walk(root)
                    for name in names]
            self.assertEqual(sorted(left), sorted([root + CONFIG, root + ROTATION]))
