"""Every resource of the API, and what a client of another make is to read there."""
import contextlib
import hashlib
import json
import re
import selectors
import socket
import subprocess
import threading

from harness import WAIT_SECONDS, environment, request

PER_ROUTE_MAX = 5


def resources(server):
    """The path of every resource: every route of the description, for the first few things.
    The root is none: it only says where to go."""
    start = server.json("/v1")
    found = set()
    for template in [*start["links"].values(), *server.json("/openapi.json")["paths"]]:
        found.update(expand(server, template))
    return sorted(found - {"/"})


def expand(server, template):
    """The paths of a template: `{id}` is that of things listed before it, `{n}` a number."""
    head, brace, rest = template.partition("{")
    if not brace:
        return [template + "?q=the" if template.endswith("/search") else template]
    name, _, tail = rest.partition("}")
    if name == "id":
        items = server.json(head.rstrip("/"))["items"][:PER_ROUTE_MAX]
        values = [item["id"] for item in items]
    else:
        values = ["1"]
    return [path for value in values for path in expand(server, head + value + tail)]


def changes(path):
    """Whether each answer may differ from the last."""
    return path.endswith("/random")


def digest(body):
    return hashlib.sha256(body).hexdigest()


def expected(server, paths):
    """[status, digest of the content] for each path, as a raw connection reads it."""
    answers = []
    with server.connect() as connection:
        for path in paths:
            connection.send(request(path))
            answer = connection.read_answer()
            answers.append([answer.status, digest(answer.body)])
    return answers


def read_by(command, paths, base):
    """What a client program read: it gets [base, paths] as JSON and prints the same as above."""
    done = subprocess.run(
        command, input=json.dumps([base, paths]).encode(), capture_output=True,
        timeout=4 * WAIT_SECONDS, env=environment(), check=False)
    assert done.returncode == 0, done.stderr.decode(errors="replace")[-2000:]
    return json.loads(done.stdout)


class Relay(threading.Thread):
    """Passes bytes on to a server and counts connections: who keeps them alive makes few."""

    def __init__(self, address):
        super().__init__(daemon=True)
        self.address, self.connections, self.peers = address, 0, {}
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.selector = selectors.DefaultSelector()
        self.selector.register(self.listener, selectors.EVENT_READ)
        self.base = "http://127.0.0.1:%d" % self.listener.getsockname()[1]
        self.ended = threading.Event()

    def run(self):
        while not self.ended.is_set():
            for key, _ in self.selector.select(0.05):
                if key.fileobj is self.listener:
                    self.accept()
                elif key.fileobj in self.peers:
                    self.pass_on(key.fileobj)

    def accept(self):
        near, _ = self.listener.accept()
        far = socket.create_connection(self.address)
        self.connections += 1
        self.peers.update({near: far, far: near})
        for end in (near, far):
            end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self.selector.register(end, selectors.EVENT_READ)

    def pass_on(self, source):
        with contextlib.suppress(OSError):
            data = source.recv(65536)
            if data:
                self.peers[source].sendall(data)
                return
        for end in (source, self.peers[source]):
            self.selector.unregister(end)
            del self.peers[end]
            end.close()

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_):
        self.ended.set()
        self.join()
        for end in (*self.peers, self.listener):
            end.close()
        self.selector.close()


def curl_answers(output):
    """The answers in what `curl --include` wrote for several URLs."""
    answers = []
    while output:
        head, _, output = output.partition(b"\r\n\r\n")
        length = int(re.search(rb"(?i)\r\ncontent-length: (\d+)", head).group(1))
        answers.append([int(head.split(b" ")[1]), digest(output[:length])])
        output = output[length:]
    return answers
