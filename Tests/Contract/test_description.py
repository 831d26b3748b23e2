"""/openapi.json as strangers' tools read it: openapi-spec-validator, schemathesis."""
import os
import re
import subprocess
import tempfile
import unittest

from harness import ROOT, environment, serve

CASES_MIN = 5000
# A busy machine needs more than a quiet one for as many cases.
SECONDS_MAX = 100


def tool(folder, name, *arguments):
    """Runs a tool of the environment in a folder of its own, where it may leave things."""
    return subprocess.run(
        [f"{ROOT}/.cache/venv/bin/{name}", *arguments], cwd=folder, capture_output=True,
        text=True, env=environment(), timeout=5 * SECONDS_MAX, check=False)


class Description(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = serve(cls)

    def test_it_is_valid_openapi(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "openapi.json")
            with open(path, "wb") as file:
                file.write(self.server.get("/openapi.json").body)
            done = tool(folder, "openapi-spec-validator", path)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def test_thousands_of_made_up_requests_are_answered_as_described(self):
        with tempfile.TemporaryDirectory() as folder:
            done = tool(
                folder, "schemathesis", "run", f"{self.server.base}/openapi.json",
                "--checks", "all", "--mode", "all",
                "--phases", "examples,coverage,fuzzing,stateful",
                "--max-time", str(SECONDS_MAX), "--seed", "1", "--max-examples", "25",
                "--suppress-health-check", "all", "--generation-database", "none", "--no-color",
                "--continue-on-failure", "--report-dir", folder)
        self.assertEqual(done.returncode, 0, done.stdout[-8000:] + done.stderr)
        generated = re.search(r"(\d+) generated, (\d+) passed", done.stdout)
        self.assertIsNotNone(generated, done.stdout[-2000:])
        print(generated.group(), flush=True)
        self.assertEqual(generated[1], generated[2])
        self.assertGreaterEqual(int(generated[2]), CASES_MIN)
        self.assertRegex(done.stdout, r"Stateful \(in ")


if __name__ == "__main__":
    unittest.main()
