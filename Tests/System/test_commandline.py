"""The command line: what it prints where, and its exit codes."""
import json
import re
import tempfile
import unittest

from harness import SEED, SEED_FILE, Server, run


class Help(unittest.TestCase):
    def test_version_is_one_line_on_standard_output(self):
        done = run("--version")
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        self.assertRegex(done.stdout.decode(), r"^signatory \d+\.\d+\.\d+\S*\n$")

    def test_help_names_every_command(self):
        done = run("--help")
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        for word in ["serve", "extract", "--version", "--help"]:
            self.assertIn(word, done.stdout.decode())

    def test_each_command_has_its_own_help(self):
        for command, word in [("serve", "--listen"), ("extract", "FILE")]:
            with self.subTest(command):
                done = run(command, "--help")
                self.assertEqual((done.returncode, done.stderr), (0, b""))
                self.assertIn(word, done.stdout.decode())


class Usage(unittest.TestCase):
    def check_usage_error(self, *arguments, names):
        done = run(*arguments)
        self.assertEqual(done.returncode, 2, (arguments, done.stderr))
        self.assertEqual(done.stdout, b"")
        self.assertIn(names, done.stderr.decode())

    def test_an_unknown_flag_is_named(self):
        for arguments in [("--colour",), ("serve", "--colour"), ("extract", "--colour", "-")]:
            with self.subTest(arguments):
                self.check_usage_error(*arguments, names="--colour")

    def test_an_unknown_command_is_named(self):
        self.check_usage_error("dance", names="dance")

    def test_a_flag_without_its_value_is_named(self):
        for flag in ["--listen", "--loops"]:
            with self.subTest(flag):
                self.check_usage_error("serve", flag, names=flag)

    def test_a_bad_value_is_named_with_its_flag(self):
        for flag, value in [("--listen", "nowhere"), ("--listen", "127.0.0.1:65536"),
                            ("--listen", "127.0.0.1:-1"), ("--listen", "[::1"),
                            ("--listen", "unix:"), ("--loops", "0"), ("--loops", "many")]:
            with self.subTest(flag, value=value):
                self.check_usage_error("serve", flag, value, names=flag)

    def test_extract_wants_a_file(self):
        self.check_usage_error("extract", names="takes one file")


class Serve(unittest.TestCase):
    def test_serve_is_the_command_where_none_is_named(self):
        done = run("--listen", "nowhere")
        self.assertEqual(done.returncode, 2)
        self.assertIn("--listen", done.stderr.decode())


class Extract(unittest.TestCase):
    def test_a_file_and_standard_input_give_the_same(self):
        by_name, by_input = run("extract", SEED_FILE), run("extract", "-", stdin=SEED.encode())
        self.assertEqual((by_name.returncode, by_input.returncode), (0, 0))
        named, piped = json.loads(by_name.stdout), json.loads(by_input.stdout)
        for key in ["title", "paragraphs", "signatories"]:
            self.assertEqual(named[key], piped[key])

    def test_what_it_prints_is_what_is_served(self):
        printed = json.loads(run("extract", SEED_FILE).stdout)
        with Server() as server:
            listed = server.json("/v1/statements")["items"][0]["id"]
            served = server.json(f"/v1/statements/{listed}")
        self.assertEqual(list(printed), list(served))
        self.assertEqual(printed["title"], served["title"])
        self.assertEqual(printed["paragraphs"], served["paragraphs"])
        self.assertEqual([s["name"] for s in printed["signatories"]],
                         [s["name"] for s in served["signatories"]])
        self.assertEqual([q["segments"] for q in printed["quotes"]],
                         [q["segments"] for q in served["quotes"]])

    def test_extract_explains_what_each_block_was_taken_for(self):
        with tempfile.NamedTemporaryFile(suffix=".md", mode="w", encoding="utf-8") as file:
            file.write("---\nid: x\n---\n# A letter\n\nWe ask the town to hear us, and soon.\n\n"
                       "Signed:\n\n* Anna Brook\n* Otto Lund\n")
            file.flush()
            done = run("extract", "--explain", file.name)
            self.assertEqual((done.returncode, done.stderr), (0, b""))
            lines = done.stdout.decode().splitlines()
            blocks = [line for line in lines if not line.startswith("  ")]
            self.assertEqual([line.removeprefix(file.name) for line in blocks], [
                ":4: title: A letter", ":6: paragraph: We ask the town to hear us, and soon.",
                ":8: listHeading: Signed:", ":10: signatory: • Anna Brook",
                ":11: signatory: • Otto Lund"])
            scores = [line for line in lines if line.startswith("  ")]
            self.assertEqual(len(scores), 2 * len(blocks))
            reason = r".+ [+-]\d+\.\d\d"
            for line in scores:
                self.assertRegex(
                    line, rf"^  (signatory|title) [+-]\d+\.\d\d: {reason}(, {reason})*$")

    def test_output_ends_with_a_newline_and_keeps_letters_readable(self):
        output = run("extract", SEED_FILE).stdout
        self.assertTrue(output.endswith(b"\n"))
        self.assertIn("“Ittipak”".encode(), output)

    def test_a_missing_file_is_named_with_the_reason(self):
        done = run("extract", "/nonexistent/statement.txt")
        self.assertEqual((done.returncode, done.stdout), (1, b""))
        self.assertIn("/nonexistent/statement.txt", done.stderr.decode())
        self.assertRegex(done.stderr.decode(), re.compile("no such file", re.I))

    def test_bytes_that_are_no_utf8_are_refused_with_their_place(self):
        with tempfile.NamedTemporaryFile() as file:
            file.write(b"Title\n\nA body \xff here.\n")
            file.flush()
            done = run("extract", file.name)
        self.assertEqual((done.returncode, done.stdout), (1, b""))
        self.assertIn(file.name, done.stderr.decode())

    def test_odd_texts_are_extracted_too(self):
        for text in ["", "\n", "Only a title", "“", "1. \n2. \n", "\u2029" * 50, "\0\n\n\0"]:
            with self.subTest(text):
                done = run("extract", "-", stdin=text.encode())
                self.assertEqual(done.returncode, 0, done.stderr)
                json.loads(done.stdout)
