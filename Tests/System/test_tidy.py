"""Scripts/tidy: a good tree passes, and each rule can fail."""
import os
import subprocess
import tempfile
import unittest

from harness import ROOT

MANIFEST = """// swift-tools-version: 6.2
import PackageDescription
let package = Package(
  name: "small",
  targets: [
    .target(name: "CLinux"),
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "Bytes"),
    .target(name: "HTTP", dependencies: ["Bytes"]),
    .target(name: "EventLoop", dependencies: ["CLinux"]),
    .testTarget(name: "BytesTests", dependencies: ["Bytes"]),
    .testTarget(name: "HTTPTests", dependencies: ["HTTP"]),
    .testTarget(name: "EventLoopTests", dependencies: ["EventLoop"]),
  ])
"""
TEST = "import Testing\n\n@Test(\"adds\") func adds() { #expect(1 + 1 == 2) }\n"
GOOD = {
    "Package.swift": MANIFEST,
    "README.md": "# Small\n",
    "Config/small.json5": "{}\n",
    "Scripts/setup": "#!/usr/bin/env bash\nneed zlib1g-dev\n",
    "Scripts/run": "#!/usr/bin/env bash\nexec true\n",
    "Sources/CLinux/include/CLinux.h": "#include <unistd.h>\n",
    "Sources/Bytes/One.swift": "package let one = 1\n",
    "Sources/HTTP/Two.swift": "internal import Bytes\n\npackage let two = one + one\n",
    "Sources/EventLoop/EventLoop.swift": "internal import CLinux\ninternal import Glibc\n",
    "Tests/BytesTests/BytesTests.swift": TEST,
    "Tests/HTTPTests/HTTPTests.swift": TEST,
    "Tests/EventLoopTests/EventLoopTests.swift": TEST,
}
BYTES = "Sources/Bytes/One.swift"
LONG_BODY = "  _ = 0\n" * 70


class Tidy(unittest.TestCase):
    def findings(self, changes, without=(), not_executable=()):
        """What tidy says of the good tree with changes, as {rule: [file:line]}."""
        with tempfile.TemporaryDirectory() as root:
            for name, text in ({**GOOD, **changes}).items():
                if name in without:
                    continue
                path = f"{root}/{name}"
                os.makedirs(os.path.dirname(path), exist_ok=True)
                with open(path, "w", encoding="utf-8") as file:
                    file.write(text)
                runs = text.startswith("#!") and name not in not_executable
                os.chmod(path, 0o755 if runs else 0o644)
            done = subprocess.run([f"{ROOT}/Scripts/tidy", root], capture_output=True, check=False)
        found = {}
        for line in done.stdout.decode().splitlines():
            place, rule, advice = line.split(": ", 2)
            self.assertTrue(advice)
            found.setdefault(rule, []).append(place)
        self.assertEqual(done.returncode, 1 if found else 0, done.stderr.decode())
        return found

    def test_a_good_tree_passes(self):
        self.assertEqual(self.findings({}), {})

    def test_each_rule_finds_its_fault_at_its_line(self):
        for rule, name, line, text in [
            ("file-length", BYTES, 400, "\n" * 400),
            ("columns", BYTES, 2, "\n// " + "x" * 98 + "\n"),
            ("columns", "Scripts/run", 2, "#!/usr/bin/env bash\n# " + "x" * 99 + "\n"),
            ("function-length", BYTES, 2, "\nfunc long() {\n" + LONG_BODY + "}\n"),
            ("function-length", BYTES, 2, "struct S {\n  var a: Int {\n" + LONG_BODY + "  }\n}\n"),
            ("undone", BYTES, 1, "// TO" + "DO: later\n"),
            ("undone", BYTES, 1, "// FIX" + "ME\n"),
            ("try!", BYTES, 2, "\nlet a = try! f()\n"),
            ("as!", BYTES, 1, "let a = b as! Int\n"),
            ("print", BYTES, 1, "func f() { print(1) }\n"),
            ("public", BYTES, 1, "public let a = 1\n"),
            ("inlinable", BYTES, 1, "@inlinable package func f() {}\n"),
            ("sleep", "Tests/BytesTests/MoreTests.swift", 1, "func f() { usleep(9) }\n"),
            ("fatal-error", BYTES, 1, "func f() { fatalError() }\n"),
            ("unsafe", BYTES, 1, "let a = unsafe b\n"),
            ("stale-allowance", "Sources/Bytes/Span+Compare.swift", 1, "package let a = 1\n"),
            ("import", BYTES, 1, "import Glibc\n"),
            ("import", BYTES, 1, "package import HTTP\n"),
            ("import", BYTES, 1, "@preconcurrency internal import struct Foundation.Data\n"),
            ("import", "Sources/EventLoop/EventLoop.swift", 1, "internal import HTTP\n"),
            ("purity", "Package.swift", 1,
             MANIFEST.replace('dependencies: ["Bytes"]', 'dependencies: ["Bytes", "CLinux"]', 1)),
            ("owner", "Tests/OtherTests/OtherTests.swift", 1, TEST),
            ("package", "Scripts/setup", 1, "#!/usr/bin/env bash\n"),
            ("test-name", "Tests/BytesTests/Other.swift", 1, TEST),
            ("top-level", "docs", 1, "text\n"),
            ("script", "Scripts/plain", 1, "echo\n"),
            ("bash", "Scripts/run", 1, "#!/usr/bin/env bash\nif true; then\n"),
            ("python", "Tests/System/a.py", 1, "def f(:\n"),
            ("machine-path", "README.md", 2, "# A\nsee /wo" + "rk/main\n"),
        ]:
            with self.subTest(rule, text=text[:60]):
                found = self.findings({name: text})
                self.assertIn(f"{name}:{line}", found.get(rule, []), found)

    def test_missing_things_are_named(self):
        self.assertEqual(self.findings({}, without=["README.md"]), {"top-level": ["README.md:1"]})
        self.assertEqual(
            self.findings({}, without=["Config/small.json5"]), {"top-level": ["Config:1"]})
        self.assertEqual(self.findings({}, without=["Tests/HTTPTests/HTTPTests.swift"]),
                         {"mirror": ["Sources/HTTP/:1"]})
        self.assertEqual(self.findings({}, not_executable=["Scripts/run"]),
                         {"run-bit": ["Scripts/run:1"]})

    def test_what_only_looks_like_a_fault_passes(self):
        for text in [
            "// print(1) and try! in a comment\n",
            'package let a = "print(1) public let fatalError("\n',
            'package let a = """\n  import Glibc\n  try! print(1)\n  """\n',
            "package func printed() { blueprint(1) }\n",
            "package struct Long {\n" + "  var a: Int { 0 }\n" * 80 + "}\n",
            "package func exact() {\n" + LONG_BODY[:-8 * 3] + "}\n",
            "package let a = b.print(1)\n",
        ]:
            with self.subTest(text[:60]):
                self.assertEqual(self.findings({BYTES: text}), {})
