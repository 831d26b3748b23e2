"""Scripts/setup, Scripts/linkage and Scripts/unit: what they do, and that they can fail."""
import os
import shutil
import subprocess
import sys
import tempfile
import unittest

from harness import BINARY, ROOT


def script(name, *arguments, **options):
    return subprocess.run(
        [f"{ROOT}/Scripts/{name}", *arguments], capture_output=True, check=False, **options)


class Setup(unittest.TestCase):
    """With an apt-get that only writes down what it was asked."""

    COMMANDS = ["bash", "env", "id", "sed", "sort", "test", "head", "git", "curl", "readelf",
                "python3", "swift", "shellcheck", "pkg-config", "cc", "strace", "valgrind",
                "openssl", "wget", "node", "ab", "wrk", "slowhttptest", "prlimit",
                "systemd-analyze", "groff", "rsync"]

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        for command in self.COMMANDS:
            os.symlink(shutil.which(command), f"{self.folder.name}/{command}")

    def fake(self, name, body):
        path = f"{self.folder.name}/{name}"
        if os.path.lexists(path):
            os.remove(path)
        with open(path, "w", encoding="utf-8") as file:
            file.write(f"#!/usr/bin/env bash\n{body}\n")
        os.chmod(path, 0o755)

    def setup_script(self, *arguments):
        return script("setup", *arguments, env={"PATH": self.folder.name, "HOME": "/nonexistent"})

    def apt_calls(self):
        try:
            with open(f"{self.folder.name}/calls", encoding="utf-8") as file:
                return file.read().splitlines()
        except FileNotFoundError:
            return []

    def fake_apt(self, body=""):
        self.fake("apt-get", f'echo "$*" >> "{self.folder.name}/calls"\n{body}')

    def test_with_everything_there_it_says_and_asks_nothing(self):
        self.fake_apt()
        done = self.setup_script("--test")
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, b"", b""))
        self.assertEqual(self.apt_calls(), [])

    def test_only_what_is_missing_is_installed_without_an_update(self):
        self.fake_apt()
        self.fake("sudo", 'exec "$@"')
        os.remove(f"{self.folder.name}/shellcheck")
        done = self.setup_script("--test")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(len(self.apt_calls()), 1)
        self.assertIn("install --no-install-recommends shellcheck", self.apt_calls()[0])

    def test_package_lists_are_fetched_when_the_first_try_fails(self):
        self.fake_apt(f'[ "$(grep -c install "{self.folder.name}/calls")" -gt 1 ] || '
                      '[[ "$*" == *update* ]]')
        self.fake("sudo", 'exec "$@"')
        os.symlink(shutil.which("grep"), f"{self.folder.name}/grep")
        self.fake("pkg-config", '[ "$2" != libutf8proc ]')
        done = self.setup_script()
        self.assertEqual(done.returncode, 0, done.stderr)
        first, second, third = self.apt_calls()
        self.assertIn("libutf8proc-dev", first)
        self.assertTrue(second.endswith("update"), second)
        self.assertEqual(third, first)

    def test_without_apt_the_packages_are_named(self):
        self.fake("pkg-config", "exit 1")
        done = self.setup_script()
        self.assertEqual(done.returncode, 1)
        self.assertIn("libssl-dev libutf8proc-dev", done.stderr.decode())

    def test_an_apt_that_fails_fails_it(self):
        self.fake_apt("exit 100")
        self.fake("sudo", 'exec "$@"')
        self.fake("pkg-config", "exit 1")
        done = self.setup_script()
        self.assertEqual(done.returncode, 1)
        self.assertIn("could not install", done.stderr.decode())

    def test_an_old_swift_is_told_where_a_new_one_is(self):
        self.fake("swift", "echo 'Swift version 6.1.2 (swift-6.1.2-RELEASE)'")
        done = self.setup_script()
        self.assertEqual(done.returncode, 1)
        self.assertIn("https://www.swift.org/install", done.stderr.decode())

    def test_a_swift_that_does_not_start_is_told_with_its_reason(self):
        self.fake("swift", "echo 'swift: no libncurses.so.6' >&2; exit 127")
        done = self.setup_script()
        self.assertEqual(done.returncode, 1)
        self.assertIn("no libncurses.so.6", done.stderr.decode())

    def test_no_swift_is_told_where_one_is(self):
        os.remove(f"{self.folder.name}/swift")
        done = self.setup_script()
        self.assertEqual(done.returncode, 1)
        self.assertIn("https://www.swift.org/install", done.stderr.decode())

    def test_wrong_usage_exits_with_2(self):
        self.assertEqual(self.setup_script("--colour").returncode, 2)


class Linkage(unittest.TestCase):
    def test_the_binary_links_only_what_is_listed(self):
        if "/debug/" in BINARY:
            self.skipTest("a debug build links the Swift runtime from the toolchain")
        done = script("linkage", BINARY)
        self.assertEqual((done.returncode, done.stdout), (0, b""))

    def test_a_library_that_is_not_listed_is_named(self):
        done = script("linkage", shutil.which("curl"))
        self.assertEqual(done.returncode, 1)
        self.assertIn("links libcurl.so", done.stdout.decode())

    def test_foundation_linked_in_is_named(self):
        with tempfile.TemporaryDirectory() as folder:
            source = f"{folder}/main.swift"
            with open(source, "w", encoding="utf-8") as file:
                file.write("import Foundation\nprint(NumberFormatter().string(from: 1) ?? \"\")\n")
            subprocess.run(
                ["swiftc", "-static-stdlib", source, "-o", f"{folder}/main",
                 "-module-cache-path", f"{folder}/cache"], check=True, capture_output=True)
            done = script("linkage", f"{folder}/main")
        self.assertEqual(done.returncode, 1)
        self.assertIn("holds symbols of Foundation", done.stdout.decode())


class Counting(unittest.TestCase):
    """Scripts/unit over a `swift` that writes a given report."""

    def unit(self, cases, code=0):
        with tempfile.TemporaryDirectory() as folder:
            swift = f"{folder}/swift"
            report = f"{folder}/report"
            write = "" if cases is None else (
                f"cat > {report} <<'E'\n<testsuites><testsuite>{cases}"
                "</testsuite></testsuites>\nE\n")
            with open(swift, "w", encoding="utf-8") as file:
                file.write(f"#!/bin/sh\n{write}exit {code}\n")
            os.chmod(swift, 0o755)
            path = f"{folder}:{os.path.dirname(sys.executable)}:/usr/bin:/bin"
            done = script("unit", report, env={"PATH": path})
        return done.stdout.decode().splitlines()[-1], done.returncode

    def test_passed_failed_and_skipped_tests_are_told_apart(self):
        cases = ('<testcase name="a" /><testcase name="b"><failure message="x"/><failure '
                 'message="y"/></testcase><testcase name="c"><skipped /></testcase>')
        self.assertEqual(self.unit(cases, code=1), ("1 passed, 1 failed", 1))
        self.assertEqual(self.unit('<testcase name="a" />'), ("1 passed, 0 failed", 0))

    def test_a_run_without_tests_or_without_report_fails(self):
        self.assertEqual(self.unit(""), ("0 passed, 0 failed", 1))
        self.assertEqual(self.unit(None, code=0), ("0 passed, 0 failed", 1))
        self.assertEqual(self.unit(None, code=139)[0], "0 passed, 0 failed")
