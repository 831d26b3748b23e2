"""What the system tests share: a server started as a stranger would, curl, raw sockets, the seed.

Nothing here sleeps to wait: every wait polls for the event itself until a deadline.
"""
import json
import os
import re
import selectors
import signal
import socket
import struct
import subprocess
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BINARY = os.path.abspath(os.environ.get("SIGNATORY_BINARY", f"{ROOT}/.build/release/signatory"))
SEED_FILE = f"{ROOT}/Sources/Loading/joint-statement.txt"
WAIT_SECONDS = 30
ROOT_WARNING = "running as root, which is not needed: set --user"

with open(SEED_FILE, encoding="utf-8", newline="") as seed_file:
    SEED = seed_file.read()


def environment():
    """The caller's environment without settings of a server."""
    return {k: v for k, v in os.environ.items()
            if not k.startswith("SIGNATORY_") and not k.endswith("_proxy")}


def run(*arguments, stdin=b"", seconds=WAIT_SECONDS):
    """Runs the binary to its end."""
    return subprocess.run(
        [BINARY, *arguments], input=stdin, capture_output=True, timeout=seconds,
        env=environment(), check=False)


def wait_until(condition, what):
    """Polls `condition` until it is true; gives its value. An AssertionError names `what`."""
    deadline = time.monotonic() + WAIT_SECONDS
    while time.monotonic() < deadline:
        value = condition()
        if value:
            return value
        time.sleep(0.002)  # The pace of polling, not a guess at how long something takes.
    raise AssertionError(f"not within {WAIT_SECONDS} s: {what}")


class Ledger:
    """What a server holds for its clients, and must have given back once they are gone."""

    GAUGES = re.compile(
        r"^(signatory_connections\{.*\}|signatory_backlog_bytes|signatory_half_read_bytes) (\S+)$",
        re.M)
    # Files, pipes, inotify and so on that a server may open after it has said that it is ready.
    OTHERS_MAX = 8

    def __init__(self, process, admin):
        self.process = process
        self.admin = admin
        self.sockets, self.others = self.descriptors()

    def descriptors(self):
        """How many are sockets, and how many are something else."""
        folder = f"/proc/{self.process.pid}/fd"
        links = []
        for number in os.listdir(folder):
            try:
                links.append(os.readlink(f"{folder}/{number}"))
            except FileNotFoundError:
                pass  # Closed meanwhile.
        sockets = sum(link.startswith("socket:") for link in links)
        return sockets, len(links) - sockets

    def gauges(self):
        """What the gauges tell that is not zero."""
        with Connection(self.admin) as connection:
            connection.send(request("/metrics", "GET", "Connection: close"))
            found = self.GAUGES.findall(connection.read_answer().body.decode())
        assert len(found) == 7, found
        return {name: value for name, value in found if float(value) != 0}

    def check(self):
        """Waits until everything is given back; an AssertionError tells what is not."""
        left = []

        def is_even():
            sockets, others = self.descriptors()
            left[:] = [self.gauges(), sockets - self.sockets, others - self.others]
            return not left[0] and left[1] <= 0 and left[2] <= self.OTHERS_MAX
        try:
            wait_until(is_even, "")
        except AssertionError:
            raise AssertionError(
                f"not given back: gauges {left[0]}, {left[1]} sockets, {left[2]} other descriptors "
                f"more than {self.sockets} and {self.others} at the start") from None


class Server:
    """A running server. Use it as a context manager: it is stopped, and its exit code checked.

    Before it is stopped, its ledger must be even: give `has_ledger=False` where a test has a
    reason to leave clients behind."""

    def __init__(self, *arguments, listen=("127.0.0.1:0",), descriptors_max=None,
                 errors=None, variables=None, has_ledger=True):
        flags = [word for address in listen for word in ("--listen", address)]
        self.ledger = None
        self.is_told_to_stop = False
        self.folder = None
        if has_ledger and "--admin-listen" not in arguments and "--user" not in arguments:
            self.folder = tempfile.TemporaryDirectory(prefix="signatory-ledger-")
            flags += ["--admin-listen", f"unix:{self.folder.name}/admin"]
        self.errors = tempfile.TemporaryFile("a+b")  # Appended, wherever it is read.
        limit = ["prlimit", f"--nofile={descriptors_max}"] if descriptors_max else []
        self.process = subprocess.Popen(
            [*limit, *self.command(), "serve", *flags, *arguments], stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=self.errors if errors is None else errors,
            env={**environment(), **(variables or {})})
        self.unread = b""
        try:
            self.ready_lines = [self.read_line() for _ in listen]
            if self.folder:
                self.read_line()
                self.ledger = Ledger(self.process, f"{self.folder.name}/admin")
        except BaseException:
            self.kill()
            raise
        self.base = self.ready_lines[0].removeprefix("listening on ")

    def command(self):
        """What is run, up to its arguments."""
        return [BINARY]

    def read_line(self):
        """The next line of standard output."""
        deadline = time.monotonic() + WAIT_SECONDS
        with selectors.DefaultSelector() as selector:
            selector.register(self.process.stdout, selectors.EVENT_READ)
            while b"\n" not in self.unread:
                if not selector.select(max(0, deadline - time.monotonic())):
                    raise AssertionError("no ready line in time: " + self.error_text())
                chunk = os.read(self.process.stdout.fileno(), 65536)
                if not chunk:
                    code = self.process.wait(WAIT_SECONDS)
                    raise AssertionError(f"ended with {code}, not ready: {self.error_text()}")
                self.unread += chunk
        line, self.unread = self.unread.split(b"\n", 1)
        return line.decode()

    @property
    def address(self):
        """(host, port) of the first listener."""
        host, port = re.fullmatch(r"https?://\[?([^\]]*?)\]?:(\d+)", self.base).groups()
        return host, int(port)

    def error_text(self):
        """All of standard error."""
        self.errors.seek(0)
        return self.errors.read().decode(errors="replace")

    def events(self):
        """Each event that was logged, as an object."""
        return [json.loads(line) for line in self.error_text().splitlines()]

    def troubles(self):
        """The messages of all warnings and errors that were logged, but for the warning that
        tests run by root call forth."""
        return [event["message"] for event in self.events()
                if event["level"] != "info" and event["message"] != ROOT_WARNING]

    def send_signal(self, number):
        self.is_told_to_stop |= number in (signal.SIGTERM, signal.SIGINT)
        self.process.send_signal(number)

    def wait(self):
        """The exit code, once it has ended."""
        return self.process.wait(WAIT_SECONDS)

    def kill(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        if self.folder:
            self.folder.cleanup()
        self.process.stdout.close()
        self.errors.close()

    def stop(self):
        """Ends it in good order; an AssertionError tells a bad exit."""
        try:
            if self.process.poll() is None:
                if self.ledger and not self.is_told_to_stop:
                    self.ledger.check()
                self.send_signal(signal.SIGTERM)
                code = self.wait()
                assert code == 0, f"exit code {code} after SIGTERM: {self.error_text()}"
        finally:
            self.kill()

    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        if kind is None:
            self.stop()
        else:
            self.kill()

    def descriptors(self):
        """How many descriptors the process holds."""
        return len(os.listdir(f"/proc/{self.process.pid}/fd"))

    def resting_descriptors(self):
        """How many it holds once it opens no more: some come just after it has said it is ready."""
        counts = []

        def rests():
            time.sleep(0.05)
            counts.append(self.descriptors())
            return counts[-8:] == counts[-1:] * 8
        wait_until(rests, "descriptors at rest")
        return counts[-1]

    def resident_kib(self):
        """KiB of memory that the process holds."""
        with open(f"/proc/{self.process.pid}/status", encoding="ascii") as file:
            return int(re.search(r"VmRSS:\s+(\d+)", file.read()).group(1))

    def get(self, path, *options):
        return curl(self.base + path, *options)

    def json(self, path):
        """The parsed content of a 200 answer."""
        answer = self.get(path)
        assert answer.status == 200, f"{answer.status} for {path}: {answer.body[:300]}"
        return answer.json()

    def connect(self):
        return Connection(self.address)


def serve(test_class, *arguments, **options):
    """A server for all tests of a class, stopped after the last one."""
    server = Server(*arguments, **options)
    test_class.addClassCleanup(server.stop)
    return server


class Answer:
    """One HTTP response, read apart."""

    def __init__(self, status, lines, body):
        self.status = status
        self.lines = lines  # [(name, value)], in order, as sent
        self.body = body
        self.headers = {name.lower(): value for name, value in lines}

    @classmethod
    def of_head(cls, head, versions=("HTTP/1.1",)):
        first, *rest = head.decode("latin-1").split("\r\n")
        version, status, *_ = first.split(" ", 2)
        assert version in versions, first
        pairs = [line.split(": ", 1) for line in rest if line]
        return cls(int(status), [tuple(pair) for pair in pairs], b"")

    def json(self):
        return json.loads(self.body)

    def comparable(self):
        """All of it but the date, which may tick between two answers."""
        return self.status, [pair for pair in self.lines if pair[0].lower() != "date"], self.body


def curl(url, *options):
    """One request by the real curl."""
    done = subprocess.run(
        ["curl", "--silent", "--show-error", "--include", "--globoff", "--noproxy", "*",
         "--max-time", str(WAIT_SECONDS), *options, url],
        capture_output=True, env=environment(), check=False)
    assert done.returncode == 0, f"curl {url}: exit {done.returncode}: {done.stderr.decode()}"
    head, _, body = done.stdout.partition(b"\r\n\r\n")
    answer = Answer.of_head(head)
    answer.body = body
    return answer


class Connection:
    """A raw connection that reads answers by their framing, and keeps what follows for later."""

    def __init__(self, address):
        family = socket.AF_UNIX if isinstance(address, str) else (
            socket.AF_INET6 if ":" in address[0] else socket.AF_INET)
        self.socket = socket.socket(family, socket.SOCK_STREAM)
        self.socket.settimeout(WAIT_SECONDS)
        self.socket.connect(address)
        if family != socket.AF_UNIX:
            self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.unread = b""
        self.versions = ("HTTP/1.1",)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.socket.close()

    def send(self, data):
        self.socket.sendall(data)

    def fill(self):
        """Receives more; false at the end of the stream."""
        chunk = self.socket.recv(65536)
        self.unread += chunk
        return bool(chunk)

    def read_answer(self, method="GET"):
        """The next whole answer; None when the stream ends before its first byte."""
        while b"\r\n\r\n" not in self.unread:
            if not self.fill():
                if self.unread:
                    raise AssertionError(f"cut inside an answer's head: {self.unread[:200]}")
                return None
        head, _, self.unread = self.unread.partition(b"\r\n\r\n")
        answer = Answer.of_head(head, self.versions)
        bodiless = method == "HEAD" or answer.status in (204, 304) or answer.status < 200
        length = 0 if bodiless else int(answer.headers["content-length"])
        while len(self.unread) < length:
            if not self.fill():
                raise AssertionError(f"cut inside a body: {len(self.unread)} of {length} bytes")
        answer.body, self.unread = self.unread[:length], self.unread[length:]
        return answer

    def read_to_end(self):
        """Everything until the peer closes."""
        while self.fill():
            pass
        data, self.unread = self.unread, b""
        return data

    def reset(self):
        """Closes with a reset instead of an end, as a client that vanishes does."""
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.socket.close()


def request(path, method="GET", *lines, host="localhost", version="HTTP/1.1"):
    """The bytes of a request without content."""
    head = [f"{method} {path} {version}", f"Host: {host}", *lines, "", ""]
    return "\r\n".join(head).encode()


def every(value, key):
    """Every value that stands under `key`, anywhere in a parsed JSON document."""
    if isinstance(value, dict):
        for name, inner in value.items():
            if name == key:
                yield inner
            yield from every(inner, key)
    elif isinstance(value, list):
        for inner in value:
            yield from every(inner, key)
