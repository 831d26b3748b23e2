"""Clients that need more than a bare system: Python packages, ab, wrk, nginx and HAProxy before us.
"""
import os
import re
import shutil
import socket
import subprocess
import tempfile
import unittest

from harness import ROOT, Connection, environment, request, wait_until
from matrix import digest, read_by
from packages import python
from test_clients import Matrix

HERE = os.path.dirname(os.path.abspath(__file__))
ASKS = 500

NGINX = """
daemon off; master_process off; pid {folder}/nginx.pid; error_log {folder}/errors;
events {{ worker_connections 256; }}
http {{
  access_log off; gzip off;
  client_body_temp_path {folder}; proxy_temp_path {folder}; fastcgi_temp_path {folder};
  uwsgi_temp_path {folder}; scgi_temp_path {folder};
  upstream signatory {{ server {upstream}; keepalive 1; keepalive_requests 100000; }}
  server {{
    listen 127.0.0.1:{port};
    location / {{
      proxy_pass http://signatory;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_next_upstream off;
    }}
  }}
}}
"""

HAPROXY = """
defaults
  mode http
  timeout connect 5s
  timeout client 30s
  timeout server 30s
  retries 0
  http-reuse always
frontend front
  bind 127.0.0.1:{port}
  default_backend signatory
backend signatory
  server one {upstream}
"""

WRK = """
local all = {}
init = function()
  for i = 1, 16 do all[i] = wrk.format("GET", "%s") end
  all = table.concat(all)
end
request = function() return all end
"""


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def is_open(port):
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


class Packages(Matrix):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.python = python()

    def check_package(self, name):
        command = [self.python, f"{HERE}/client_{name}.py"]
        self.check(read_by(command, self.paths, self.relay.base))

    def test_requests(self):
        self.check_package("requests")

    def test_httpx(self):
        self.check_package("httpx")

    def test_aiohttp(self):
        self.check_package("aiohttp")


class Load(Matrix):
    def test_ab_with_keep_alive(self):
        for path in self.paths:
            with self.subTest(path):
                done = subprocess.run(
                    ["ab", "-q", "-k", "-n", str(ASKS), "-c", "8", self.server.base + path],
                    capture_output=True, text=True, timeout=60, env=environment(), check=True)
                self.assertRegex(done.stdout, rf"Complete requests: +{ASKS}\n")
                self.assertRegex(done.stdout, r"Failed requests: +0\n")
                self.assertRegex(done.stdout, rf"Keep-Alive requests: +{ASKS}\n")
                self.assertNotIn("Non-2xx", done.stdout)

    def test_wrk_with_pipelining(self):
        with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
            script.write(WRK % "/v1/organizations?limit=200")
            script.flush()
            done = subprocess.run(
                ["wrk", "-t1", "-c8", "-d2s", "-s", script.name, self.server.base],
                capture_output=True, text=True, timeout=60, env=environment(), check=True)
        self.assertNotRegex(done.stdout, r"Socket errors|Non-2xx")
        self.assertGreater(int(re.search(r"(\d+) requests in", done.stdout).group(1)), 1000)


class Proxies(Matrix):
    """What comes through a proxy is what we sent, over one connection that the proxy keeps."""

    def check_proxy(self, command, template):
        folder = self.enterContext(tempfile.TemporaryDirectory())
        port = free_port()
        upstream = self.relay.base.removeprefix("http://")
        with open(f"{folder}/conf", "w", encoding="utf-8") as file:
            file.write(template.format(folder=folder, port=port, upstream=upstream))
        program = shutil.which(command[0], path=os.environ["PATH"] + ":/usr/sbin")
        proxy = subprocess.Popen(
            [program, *(word.format(folder=folder) for word in command[1:])],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.addCleanup(proxy.wait)
        self.addCleanup(proxy.kill)
        wait_until(lambda: is_open(port), "the proxy ready")
        self.check(self.through(port, is_pipelined=False))
        self.check(self.through(port, is_pipelined=True))

    def through(self, port, is_pipelined):
        with Connection(("127.0.0.1", port)) as connection:
            answers = []
            if is_pipelined:
                connection.send(b"".join(map(request, self.paths)))
            for path in self.paths:
                if not is_pipelined:
                    connection.send(request(path))
                answer = connection.read_answer()
                answers.append((answer.status, digest(answer.body)))
            return answers

    def test_nginx(self):
        self.check_proxy(["nginx", "-p", "{folder}", "-c", "{folder}/conf"], NGINX)

    def test_haproxy(self):
        self.check_proxy(["haproxy", "-f", "{folder}/conf"], HAPROXY)


del Matrix
