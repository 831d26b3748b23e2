"""Clients of other makes read every resource, over connections that they keep."""
import http.client
import subprocess
import tempfile
import unittest
import urllib.parse

from harness import environment, request, serve
from matrix import Relay, changes, curl_answers, digest, expected, read_by, resources

NODE = """
const [base, paths] = JSON.parse(require("fs").readFileSync(0));
(async () => {
  const answers = [];
  for (const path of paths) {
    const answer = await fetch(base + path);
    const body = Buffer.from(await answer.arrayBuffer());
    const digest = require("crypto").createHash("sha256").update(body).digest("hex");
    answers.push([answer.status, digest]);
  }
  console.log(JSON.stringify(answers));
})();
"""


class Matrix(unittest.TestCase):
    """The relay between client and server counts the connections that a client makes."""

    @classmethod
    def setUpClass(cls):
        cls.server = serve(cls)
        cls.paths = [path for path in resources(cls.server) if not changes(path)]
        cls.wanted = expected(cls.server, cls.paths)

    def setUp(self):
        self.relay = self.enterContext(Relay(self.server.address))

    def check(self, answers, connections_max=1):
        self.assertEqual(len(answers), len(self.paths))
        for path, answer, wanted in zip(self.paths, answers, self.wanted):
            self.assertEqual(list(answer), wanted, path)
        self.assertLessEqual(self.relay.connections, connections_max)


class Clients(Matrix):
    def test_the_resources_are_all_there(self):
        self.assertGreater(len(self.paths), 30)
        for path, (status, _) in zip(self.paths, self.wanted):
            self.assertEqual(status, 200, path)

    def curl(self, *options):
        """What one curl reads of all resources."""
        done = subprocess.run(
            ["curl", "--silent", "--include", "--globoff", *options,
             *[self.relay.base + path for path in self.paths]],
            capture_output=True, timeout=60, env=environment(), check=True)
        return curl_answers(done.stdout)

    def test_curl(self):
        self.check(self.curl())

    def test_curl_with_connections_closed(self):
        self.check(self.curl("-H", "Connection: close"), connections_max=len(self.paths))

    def test_curl_with_http_1_0(self):
        self.check(self.curl("--http1.0"), connections_max=len(self.paths))

    def test_python_http_client(self):
        connection = http.client.HTTPConnection(urllib.parse.urlsplit(self.relay.base).netloc)
        self.addCleanup(connection.close)
        answers = []
        for path in self.paths:
            connection.request("GET", path)
            answer = connection.getresponse()
            answers.append((answer.status, digest(answer.read())))
        self.check(answers)

    def test_raw_pipelining_of_all_resources(self):
        with self.server.connect() as connection:
            connection.send(b"".join(map(request, self.paths)))
            answers = [connection.read_answer() for _ in self.paths]
        self.check([(answer.status, digest(answer.body)) for answer in answers])

    def test_wget(self):
        with tempfile.TemporaryDirectory() as folder:
            with open(f"{folder}/list", "w", encoding="utf-8") as file:
                file.writelines(f"{self.relay.base}{path}\n" for path in self.paths)
            subprocess.run(
                ["wget", "--quiet", "--input-file", f"{folder}/list",
                 "--output-document", f"{folder}/all"],
                timeout=60, env=environment(), check=True)
            with open(f"{folder}/all", "rb") as file:
                content = file.read()
        bodies = []
        with self.server.connect() as connection:
            for path in self.paths:
                connection.send(request(path))
                bodies.append(connection.read_answer().body)
        self.assertEqual(content, b"".join(bodies))
        self.assertEqual(self.relay.connections, 1)

    def test_node_fetch(self):
        # It may open a second connection while the first is still being made.
        answers = read_by(["node", "--eval", NODE], self.paths, self.relay.base)
        self.check(answers, connections_max=2)

    def test_random_is_read_by_all_of_them(self):
        url = self.relay.base + "/v1/quotes/random"
        for command in (["curl", "--silent", "--fail", url], ["wget", "--quiet", "-O", "-", url]):
            done = subprocess.run(
                command, capture_output=True, timeout=60, env=environment(), check=True)
            self.assertIn(b'"Quotation"', done.stdout)
