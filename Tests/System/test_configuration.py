"""The configuration file: what is read of it, what is said of mistakes, what is generated."""
import os
import re
import signal
import ssl
import subprocess
import tempfile
import unittest

import harness
from harness import ROOT, Server, run, wait_until

EXAMPLE = f"{ROOT}/Config/signatory.json5"


class Configuration(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        self.file = f"{self.folder}/signatory.json5"

    def write(self, text):
        with open(self.file, "w", encoding="utf-8") as file:
            file.write(text)

    def check(self, *arguments, code=2):
        done = run("serve", "--config", self.file, "--check-config", *arguments)
        self.assertEqual(done.returncode, code, done.stderr.decode())
        return done.stderr.decode()


class Sources(Configuration):
    def test_a_server_takes_its_settings_from_the_file(self):
        self.write("{ baseURL: 'https://api.example', requestTargetBytesMax: 512 }")
        with Server("--config", self.file) as server:
            self.assertEqual(server.get("/" + "a" * 600).status, 414)
            self.assertIn("https://api.example/v1/people", server.get("/v1/people").body.decode())

    def test_print_config_tells_where_each_value_comes_from(self):
        self.write("{\n  idleTimeoutSeconds: 7,\n  retryAfterSeconds: 9,\n  loops: 2 }")
        done = subprocess.run(
            [harness.BINARY, "--loops", "3", "--print-config"], capture_output=True, check=True,
            env={**harness.environment(), "SIGNATORY_CONFIG": self.file,
                 "SIGNATORY_RETRY_AFTER_SECONDS": "11"})
        lines = [line.strip() for line in done.stdout.decode().splitlines()]
        for line in [f"idleTimeoutSeconds: 7,  // {self.file}:2", "loops: 3,  // --loops",
                     "retryAfterSeconds: 11,  // SIGNATORY_RETRY_AFTER_SECONDS",
                     'listen: ["127.0.0.1:8080"],  // default']:
            self.assertIn(line, lines)

    def test_what_print_config_prints_is_a_file_that_means_the_same(self):
        self.write(run("--print-config", "--loops", "3", "--tls-profile", "modern").stdout.decode())
        again = run("--config", self.file, "--print-config").stdout.decode()
        self.assertIn("loops: 3,", again)
        self.assertIn('profile: "modern",', again)

    def test_relative_paths_are_meant_from_the_folder_of_the_file(self):
        os.mkdir(f"{self.folder}/texts")
        self.write("{ statements: 'texts' }")
        self.check(code=0)
        self.write("{ statements: 'elsewhere' }")
        self.assertIn(f"{self.folder}/elsewhere", self.check())


class Reload(Configuration):
    def serve(self, settings):
        for name, title in [("one", "First"), ("two", "Second")]:
            os.mkdir(f"{self.folder}/{name}")
            with open(f"{self.folder}/{name}/text.txt", "w", encoding="utf-8") as file:
                file.write(f"{title}\n\nA body.\n")
        self.write(settings)
        return Server("--config", self.file)

    def reload(self, server, settings, said):
        """Has the settings read, and waits until `said` was said of them."""
        self.write(settings)
        server.send_signal(signal.SIGHUP)
        wait_until(lambda: said in server.error_text(), said)

    def title(self, server):
        return server.json("/v1/statements")["items"][0]["title"]

    def test_sighup_takes_up_what_it_can_and_names_what_waits_for_a_restart(self):
        with self.serve("{ statements: 'one' }") as server:
            self.assertEqual(self.title(server), "First")
            self.reload(server, "{ statements: 'two', loops: 1, retryAfterSeconds: 7 }",
                        "retryAfterSeconds: the new value needs a restart")
            self.assertIn("loops: the new value needs a restart", server.error_text())
            self.assertEqual(self.title(server), "Second")

    def test_sighup_takes_up_other_certificates(self):
        for name in ["one", "two"]:
            subprocess.run(
                ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt",
                 "ec_paramgen_curve:P-256", "-nodes", "-subj", f"/CN={name}.example",
                 "-addext", f"subjectAltName=DNS:{name}.example", "-days", "365",
                 "-keyout", f"{self.folder}/{name}.key", "-out", f"{self.folder}/{name}.pem"],
                check=True, capture_output=True)

        def settings(name, more=""):
            return f"{{ tls: {{ certificates: ['{name}.pem'], keys: ['{name}.key'] }}{more} }}"

        def shown(server):
            port = re.search(r":(\d+)$", server.ready_lines[0]).group(1)
            return ssl.get_server_certificate(("127.0.0.1", int(port)))

        def file(name):
            with open(f"{self.folder}/{name}.pem", encoding="ascii") as pem:
                return pem.read()

        self.write(settings("one"))
        with Server("--config", self.file, listen=("127.0.0.1:0,tls",)) as server:
            self.assertEqual(shown(server), file("one"))
            self.reload(server, settings("three"), f"{self.folder}/three.pem")
            self.assertEqual(shown(server), file("one"))
            self.reload(server, settings("two", ", retryAfterSeconds: 7"), "needs a restart")
            self.assertEqual(shown(server), file("two"))

    def test_what_is_wrong_at_a_reload_is_told_and_keeps_the_last_settings(self):
        with self.serve("{ statements: 'one' }") as server:
            self.reload(server, "{ statements: 'two', lops: 1 }",
                        f"the last settings stay: {self.file} has 1 error")
            self.assertIn(f"{self.file}:1:22: error: lops: there", server.error_text())
            self.assertEqual(self.title(server), "First")
            self.reload(server, "{ statements: 'three' }", f"{self.folder}/three")
            self.assertEqual(self.title(server), "First")
            self.reload(server, "{ loops: 1 }", "statements: the new value needs a restart")
            self.assertEqual(self.title(server), "First")


class Mistakes(Configuration):
    def test_all_mistakes_are_told_with_line_column_key_and_what_is_allowed(self):
        self.write("{\n  lops: 2,\n  loops: 'two',\n  tls: { profile: 'old' },\n}")
        said = self.check()
        for line in [
                f"{self.file}:2:3: error: lops: there is no such key; did you mean loops?",
                f"{self.file}:3:10: error: loops: “two” is not a whole number from 1 to 256",
                f"{self.file}:4:19: error: tls.profile: “old” is not intermediate or modern",
                f"signatory: {self.file} has 3 errors"]:
            self.assertIn(line, said)

    def test_a_key_given_twice_and_bad_syntax_are_refused(self):
        for text, part in [("{ loops: 1,\n loops: 2 }", ":2:2: error: loops: is given twice"),
                           ("{ loops: 1", ":1:11: error: "), ("[]", ":1:1: error: a list is not"),
                           ("", ":1:1: error: ")]:
            with self.subTest(text):
                self.write(text)
                self.assertIn(self.file + part, self.check())

    def test_a_file_that_is_not_there_is_named_with_the_reason(self):
        self.assertRegex(self.check(), re.compile(f"{self.file}: no such file", re.I))

    def test_settings_that_do_not_fit_together_are_refused_where_they_stand(self):
        for text, part in [
                ("{ requestHeadBytesMax: 8192, \n requestTargetBytesMax: 8192 }",
                 ":2:25: error: requestTargetBytesMax: 8192 is not below requestHeadBytesMax"),
                ("{ listen: [':1,tls'] }", ":1:11: error: listen: an address ends in ,tls, but")]:
            with self.subTest(text):
                self.write(text)
                self.assertIn(self.file + part, self.check())

    def test_check_config_loads_certificates(self):
        self.write("{ listen: [':1,tls'], tls: { certificates: ['a.pem'], keys: ['b.pem'] } }")
        self.assertIn(f"{self.folder}/a.pem", self.check())
        with open(f"{self.folder}/a.pem", "wb"), open(f"{self.folder}/b.pem", "wb"):
            pass
        self.assertRegex(self.check(), f"{self.folder}/[ab].pem: holds no ")

    def test_a_bad_file_keeps_a_server_from_starting(self):
        self.write("{ loops: 0 }")
        done = run("--config", self.file)
        self.assertEqual((done.returncode, done.stdout), (2, b""))
        self.assertIn(f"{self.file}:1:10: error: loops: 0 is not", done.stderr.decode())


class Generated(unittest.TestCase):
    def test_the_example_file_is_the_one_of_this_program(self):
        with open(EXAMPLE, "rb") as file:
            self.assertEqual(file.read(), run("generate", "config").stdout,
                             "signatory generate config > Config/signatory.json5")

    def test_the_example_file_says_what_holds_without_it(self):
        def values(*arguments):
            printed = run("--print-config", *arguments).stdout.decode()
            return re.sub("  //.*", "", printed)

        self.assertEqual(values(), values("--config", EXAMPLE))

    def test_every_setting_is_in_help_man_page_and_completions(self):
        printed = run("--print-config").stdout.decode()
        keys = re.findall(r"^ +(\w+): .*//", printed, re.M)
        self.assertGreater(len(keys), 40)
        example = run("generate", "config").stdout.decode()
        flags = re.findall(r"// (--[-\w]+), SIGNATORY_", example)
        self.assertEqual(len(flags), len(keys))
        for source in [run("serve", "--help"), run("generate", "bash"), run("generate", "zsh")]:
            for flag in flags:
                self.assertIn(flag, source.stdout.decode())
        man, fish = run("generate", "man").stdout.decode(), run("generate", "fish").stdout.decode()
        for flag in flags:
            self.assertIn(f'"{flag} "'.replace("-", r"\-"), man)
            self.assertIn(f"-l {flag[2:]} ", fish)

    def test_the_man_page_is_roff_without_a_warning(self):
        page = run("generate", "man").stdout
        done = subprocess.run(["groff", "-man", "-Tutf8", "-ww", "-rLL=80n"], input=page,
                              capture_output=True, check=True)
        self.assertEqual(done.stderr, b"")
        shown = re.sub("\x1b\\[[0-9;]*m|.\x08", "", done.stdout.decode())
        for part in ["SIGNATORY(1)", "--idle-timeout-seconds SECONDS", "EXIT STATUS"]:
            self.assertIn(part, shown)

    def test_bash_completes_commands_flags_and_values(self):
        def complete(*words):
            script = run("generate", "bash").stdout.decode() + (
                f"COMP_WORDS=({' '.join(words)}) COMP_CWORD={len(words) - 1}\n"
                "_signatory; printf '%s\\n' \"${COMPREPLY[@]}\"")
            done = subprocess.run(["bash", "-c", script], capture_output=True, check=True)
            self.assertEqual(done.stderr, b"")
            return done.stdout.decode().split()

        self.assertIn("serve", complete("signatory", "''"))
        self.assertEqual(complete("signatory", "serve", "--tls-profile", "''"),
                         ["intermediate", "modern"])
        self.assertEqual(complete("signatory", "serve", "--idle"), ["--idle-timeout-seconds"])
        self.assertIn("man", complete("signatory", "generate", "''"))

    def test_what_cannot_be_generated_is_a_usage_error(self):
        for arguments in [("generate",), ("generate", "html"), ("generate", "man", "zsh")]:
            with self.subTest(arguments):
                done = run(*arguments)
                self.assertEqual((done.returncode, done.stdout), (2, b""))
                self.assertIn("config, man, bash, zsh, fish", done.stderr.decode())
