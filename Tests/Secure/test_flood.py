"""Two thousand half-open handshakes, and clients that are answered all the while."""
import contextlib
import threading
import time
import unittest

from background import Background, seconds, should_stop
from handshakes import half_open, hello
from harness import request, wait_until
from normal import Account
from secure import Certificates, SecureConnection, SecureServer, port_of

HALF_OPEN = 2_000
CLIENTS = 64
PAUSE_SECONDS = 0.1  # Between two requests of one client.
P99_MILLISECONDS_MAX = 1_000


def flood(stop, port, context):
    """Keeps so many handshakes half open, and begins a new one for each that is cut."""
    flight = hello(context)
    cut = 0
    with contextlib.ExitStack() as stack:
        sockets = [stack.enter_context(half_open(port, flight)) for _ in range(HALF_OPEN)]
        stop.send("open")
        while not should_stop(stop, 0.01):
            for index, plain in enumerate(sockets):
                plain.setblocking(False)
                try:
                    while plain.recv(4096):
                        pass
                except BlockingIOError:
                    continue
                except OSError:
                    pass
                plain.close()
                cut += 1
                sockets[index] = stack.enter_context(half_open(port, flight))
    return cut


def clients(stop, address, context):
    """Sixty-four clients, each with a kept connection, and a new one every tenth request: what
    they saw on the kept ones, and on the new."""
    kept, new, faults, over = [], [], [], threading.Event()

    def talk():
        connection = None
        for turn in range(1_000_000):
            if over.wait(PAUSE_SECONDS):
                return
            begin, is_new = time.monotonic(), connection is None or turn % 10 == 0
            try:
                if is_new:
                    connection = SecureConnection(address, context)
                connection.send(request("/v1"))
                assert connection.read_answer().status == 200
                (new if is_new else kept).append((time.monotonic() - begin) * 1000)
            except (OSError, AssertionError, AttributeError) as error:
                faults.append(repr(error))
                connection = None

    threads = [threading.Thread(target=talk) for _ in range(CLIENTS)]
    for thread in threads:
        thread.start()
    while not should_stop(stop, 0.1):
        pass
    over.set()
    for thread in threads:
        thread.join()
    return Account(kept, faults), Account(new, [])


class Flood(unittest.TestCase):
    def tell(self, what, kept, new):
        print(f"        {what}: on kept connections {kept}; on new ones {new}", flush=True)

    def measure(self, server, context):
        with Background(clients, server.address, context) as group:
            # How long is measured: more than the deadline of a handshake.
            time.sleep(seconds(12))
            return group.end()

    def test_two_thousand_half_open_handshakes_keep_nobody_waiting(self):
        certificates = Certificates(type(self))
        context = certificates.context()
        with SecureServer(certificates) as server:
            before = server.resting_descriptors()
            self.tell("in peace", *self.measure(server, context))
            with Background(flood, port_of(server), context) as flooding:
                self.assertEqual(flooding.said(60), "open")
                kept, new = self.measure(server, context)
                cut = flooding.end()
            self.tell(f"{HALF_OPEN} half-open handshakes, {cut} cut and begun anew", kept, new)
            self.assertEqual(kept.faults, [])
            self.assertGreater(kept.requests, CLIENTS * 10)
            self.assertGreater(new.requests, CLIENTS)
            # A new client waits in one row with those that flood; one that is in does not.
            self.assertLess(kept.percentile(99), P99_MILLISECONDS_MAX)
            self.assertGreater(cut, 0, "no handshake met its deadline")
            wait_until(lambda: server.descriptors() <= before, "all descriptors back")


if __name__ == "__main__":
    unittest.main()
