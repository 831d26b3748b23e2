"""`signatory check`, as an editor uses it."""
import json
import os
import pty
import re
import subprocess
import tempfile
import unittest

from harness import BINARY, SEED, SEED_FILE, environment, run


class Check(unittest.TestCase):
    def test_the_seed_has_no_date_one_misspelling_and_no_error(self):
        done = run("check", SEED_FILE)
        self.assertEqual(done.returncode, 0)
        lines = done.stdout.decode().splitlines()
        self.assertEqual(len(lines), 2, lines)
        self.assertTrue(lines[0].startswith(f"{SEED_FILE}:1:1: warning: no date"), lines)
        self.assertTrue(lines[1].startswith(f"{SEED_FILE}:78:14: warning: "), lines)
        self.assertIn("Uyhgurs", lines[1])

    def test_what_a_terminal_would_obey_is_shown_and_not_sent(self):
        commands = "\x1b[2J\x07\x9b31m\u202e"
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "a.txt")
            with open(path, "w", encoding="utf-8") as file:
                file.write(f"embargoedUntil: {commands}\ntitle: a\n\nTitle {commands}\n\n"
                           f"Signatories:\n\n1. Lamp {commands} Fund\n2. Lamp {commands} Fund\n")
            bad = os.path.join(folder, f"b{commands}.txt")
            with open(bad, "wb") as file:
                file.write(b"\xfe")
            for arguments in (("check", path), ("check", bad), ("extract", "--explain", path),
                              ("extract", bad), ("extract", f"{path}{commands}"),
                              ("serve", "--check-config", "--statements", folder)):
                done = run(*arguments)
                said = (done.stdout + done.stderr).decode()
                self.assertTrue(said, arguments)
                self.assertEqual([c for c in said if c != "\n" and (
                    ord(c) < 0x20 or 0x7F <= ord(c) < 0xA0 or c == "\u202e")], [], arguments)

    def test_a_folder_is_checked_as_a_whole_and_an_error_is_exit_1(self):
        with tempfile.TemporaryDirectory() as folder:
            with open(os.path.join(folder, "a.txt"), "w", encoding="utf-8") as file:
                file.write(SEED)
            with open(os.path.join(folder, "b.txt"), "wb") as file:
                file.write(b"Title\n\n\xfe\n")
            done = run("check", "--format", "json", folder)
            self.assertEqual(done.returncode, 1)
            self.assertEqual(done.stderr.decode(), "signatory: 1 error found\n")
            error = [one for one in json.loads(done.stdout) if one["severity"] == "error"]
            self.assertEqual(
                [(one["file"], one["line"], one["column"]) for one in error],
                [(os.path.join(folder, "b.txt"), 3, 1)])

    def test_certificates_are_checked_for_what_keeps_them_from_serving_and_for_their_end(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "certificate.pem")

            def make(days):
                return subprocess.run(
                    ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt",
                     "ec_paramgen_curve:P-256", "-nodes", "-keyout", os.devnull, "-subj",
                     "/CN=a.example", "-addext", "subjectAltName=DNS:a.example", "-days",
                     str(days)], check=True, capture_output=True).stdout

            def check(*certificates):
                with open(path, "wb") as file:
                    file.write(b"".join(certificates))
                done = run("check", path)
                return done.returncode, done.stdout.decode().replace(f"{path}:1:1: ", "")

            good = make(90)
            self.assertEqual(check(good), (0, ""))
            self.assertRegex(check(make(5))[1], r"\Awarning: expires in [45] days\n\Z")
            code, said = check(good, make(90))
            self.assertEqual(code, 1)
            self.assertIn("error: certificate 2 (CN=a.example) did not issue certificate 1", said)

    def test_an_explanation_is_in_colour_on_a_terminal_and_nowhere_else(self):
        plain = run("extract", "--explain", SEED_FILE).stdout.decode()
        self.assertNotIn("\x1b", plain)

        def shown(**variables):
            ours, theirs = pty.openpty()
            with subprocess.Popen([BINARY, "extract", "--explain", SEED_FILE], stdout=theirs,
                                  env={**environment(), "TERM": "xterm", **variables}):
                os.close(theirs)
                said = b""
                try:
                    while chunk := os.read(ours, 65536):
                        said += chunk
                except OSError:  # The terminal is closed.
                    pass
            os.close(ours)
            return said.decode().replace("\r\n", "\n")
        coloured = shown()
        self.assertIn(": \x1b[34msignatory\x1b[0m: ", coloured)
        self.assertEqual(re.sub("\x1b\\[[0-9]+m", "", coloured), plain)
        self.assertEqual(shown(NO_COLOR="1"), plain)
        self.assertEqual(shown(TERM="dumb"), plain)

    def test_wrong_usage_is_exit_2(self):
        for arguments in (["check"], ["check", "--format", "xml", SEED_FILE]):
            self.assertEqual(run(*arguments).returncode, 2, arguments)


if __name__ == "__main__":
    unittest.main()
