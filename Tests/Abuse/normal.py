"""A client with manners, and what it sees of a server that others abuse."""
import itertools
import math
import time

from background import Background, should_stop
from harness import Connection, request

PAUSE_SECONDS = 0.002  # Between two requests: a client, not another flood.


def paths(server):
    """Small, middle and large answers, and one that is an error."""
    statement = server.json("/v1/statements")["items"][0]["id"]
    return ["/v1", f"/v1/statements/{statement}", f"/v1/statements/{statement}/text",
            "/v1/organizations?limit=200", "/v1/quotes", "/v1/nothing", "/healthz"]


def essence(answer):
    return answer.status, answer.headers.get("etag"), answer.body


def first_answers(server):
    """What each path answers before any abuse: the measure of all later answers."""
    answers = {}
    with server.connect() as connection:
        for path in paths(server):
            connection.send(request(path))
            answers[path] = essence(connection.read_answer())
    return answers


class Account:
    """What a client saw: requests, milliseconds of each, and what went wrong."""

    def __init__(self, milliseconds, faults):
        self.milliseconds = sorted(milliseconds)
        self.faults = faults

    @property
    def requests(self):
        return len(self.milliseconds) + len(self.faults)

    def percentile(self, percent):
        place = math.ceil(len(self.milliseconds) * percent / 100) - 1
        return self.milliseconds[max(place, 0)]

    def __str__(self):
        if not self.milliseconds:
            return f"no answer, {len(self.faults)} faults"
        return (f"{self.requests} requests, {len(self.faults)} faults, p50 "
                f"{self.percentile(50):.2f} ms, p99 {self.percentile(99):.2f} ms, slowest "
                f"{self.milliseconds[-1]:.0f} ms")


def ask(connection, path, wanted):
    connection.send(request(path))
    answer = connection.read_answer()
    assert answer is not None, f"{path}: closed without an answer"
    seen = essence(answer)
    assert seen == wanted, f"{path}: {seen[0]}, {len(seen[2])} bytes, not as at first"
    return answer.headers.get("connection", "").lower() != "close"


def talk(stop, address, wanted):
    """Asks for every path in turn, now on a kept connection, now on a new one, until stopped."""
    milliseconds, faults, kept = [], [], None
    turns = itertools.cycle([(path, is_new) for path in wanted for is_new in (False, True)])
    while not should_stop(stop, PAUSE_SECONDS):
        path, is_new = next(turns)
        begin = time.monotonic()
        try:
            if is_new:
                with Connection(address) as connection:
                    ask(connection, path, wanted[path])
            else:
                kept = kept or Connection(address)
                if not ask(kept, path, wanted[path]):
                    kept.socket.close()
                    kept = None
            milliseconds.append((time.monotonic() - begin) * 1000)
        except (OSError, AssertionError) as error:
            faults.append(repr(error))
            kept = None
    return Account(milliseconds, faults)


def client(server, wanted):
    return Background(talk, server.address, wanted)
