"""Real proxies, started with the examples from Config/.

An example is used as it stands but for its addresses and paths: each test says what it puts in the
place of which words, and every such word must be there.
"""
import os
import shutil
import socket
import subprocess
import tempfile

from harness import ROOT, environment, wait_until

SYSTEM_PATH = os.environ.get("PATH", "") + ":/usr/sbin:/sbin"


def free_port():
    """A port that nobody listens on now."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return probe.getsockname()[1]


def accepts(port):
    with socket.socket() as attempt:
        return attempt.connect_ex(("127.0.0.1", port)) == 0


def example(name, changes):
    """The text of a file of Config/ with words replaced."""
    with open(f"{ROOT}/Config/{name}", encoding="utf-8") as file:
        text = file.read()
    for word, other in changes.items():
        assert word in text, f"{name} has no “{word}”"
        text = text.replace(word, other)
    return text


class Front:
    """A running proxy that listens on `port`. Use it as a context manager."""

    def __init__(self, name, changes):
        self.port = free_port()
        self.folder = tempfile.mkdtemp(prefix="signatory-front-")
        os.chmod(self.folder, 0o755)
        self.log = open(f"{self.folder}/log", "a+b")  # pylint: disable=consider-using-with
        command = self.prepare(name, changes)
        self.process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=self.log, stderr=self.log,
            start_new_session=True,
            env={**environment(), "PATH": SYSTEM_PATH, "HOME": self.folder})
        try:
            wait_until(self.is_up, f"{name} listens")
        except BaseException:
            self.stop()
            raise

    def is_up(self):
        assert self.process.poll() is None, self.log_text()
        return accepts(self.port)

    def write(self, name, text):
        path = f"{self.folder}/{name}"
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        return path

    def log_text(self):
        self.log.seek(0)
        return self.log.read().decode(errors="replace")

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.log.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()


class Nginx(Front):
    def prepare(self, name, changes):
        text = example(name, {"listen 80;": f"listen 127.0.0.1:{self.port};", **changes})
        path = self.write("signatory.conf", text)
        kinds = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        folders = "".join(f"{kind}_temp_path {self.folder}/{kind};\n" for kind in kinds)
        user = "user root;\n" if os.geteuid() == 0 else ""
        main = self.write("nginx.conf", (
            f"daemon off;\n{user}pid {self.folder}/pid;\nerror_log stderr;\n"
            f"events {{ worker_connections 1024; }}\n"
            f"http {{\naccess_log off;\n{folders}include {path};\n}}\n"))
        return ["nginx", "-p", self.folder, "-e", "stderr", "-c", main]


class HAProxy(Front):
    def prepare(self, name, changes):
        text = example(name, {"bind :80\n": f"bind 127.0.0.1:{self.port}\n", **changes})
        return ["haproxy", "-db", "-f", self.write("haproxy.cfg", text)]


class Caddy(Front):
    def prepare(self, name, changes):
        text = example(name, {":80 {": f"http://:{self.port} {{", **changes})
        # Nobody reaches its own admin port: tests run side by side.
        text = "{\n\tadmin off\n\tauto_https off\n}\n" + text
        return ["caddy", "run", "--adapter", "caddyfile", "--config", self.write("Caddyfile", text)]


class Varnish(Front):
    def prepare(self, name, changes):
        path = self.write("default.vcl", example(name, changes))
        return ["varnishd", "-F", "-n", f"{self.folder}/work", "-a", f"127.0.0.1:{self.port}",
                "-f", path, "-s", "malloc,32m", "-p", "http_gzip_support=off",
                 "-j", "none", "-T", "none"]
