"""The wire tests again, over TLS of both versions, and TLS records cut at every byte."""
import socket
import ssl
import unittest

import test_wire
from harness import request
from secure import Certificates, SecureServer, port_of

VERSIONS = {"12": ssl.TLSVersion.TLSv1_2, "13": ssl.TLSVersion.TLSv1_3}


def over_tls(case, version):
    """A test case as it is, but for its servers."""
    class Secured(case):
        @classmethod
        def setUpClass(cls):
            cls.certificates = Certificates(cls)
            super().setUpClass()

        @classmethod
        def start(cls):
            return SecureServer(cls.certificates, "--loops", "1", version=version)

        # Python's ssl cannot end one direction and read on; Tests/ServerTests can.
        test_a_half_closed_client_is_served = None

    return Secured


def secured_cases():
    """Every case of test_wire, for each version, by its new name."""
    for name, case in vars(test_wire).items():
        if isinstance(case, type) and issubclass(case, test_wire.WireCase):
            for label, version in VERSIONS.items():
                secured = over_tls(case, version)
                secured.__name__ = secured.__qualname__ = f"{name}OverTLS{label}"
                secured.__module__ = __name__
                yield secured.__name__, secured


globals().update(secured_cases())


class Records(unittest.TestCase):
    """A client in memory, whose records go out as the test likes."""

    @classmethod
    def setUpClass(cls):
        cls.certificates = Certificates(cls)
        cls.server = SecureServer(cls.certificates, "--loops", "1")
        cls.addClassCleanup(cls.server.stop)
        cls.port = port_of(cls.server)

    def setUp(self):
        self.barrier = self.server.connect()
        self.addCleanup(self.barrier.socket.close)

    def until_read(self):
        """The one loop answers here only after it has read what came before."""
        self.barrier.send(request("/healthz"))
        self.barrier.read_answer()

    def talk(self, context, send):
        """A handshake and a request, each flight of the client sent by `send`; the answer."""
        inward, outward = ssl.MemoryBIO(), ssl.MemoryBIO()
        client = context.wrap_bio(inward, outward, server_hostname="localhost")
        with socket.create_connection(("127.0.0.1", self.port), timeout=30) as plain:
            plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

            def drive(step):
                while True:
                    try:
                        return step()
                    except ssl.SSLWantReadError:
                        if outward.pending:
                            send(plain, outward.read())
                        chunk = plain.recv(65536)
                        self.assertTrue(chunk, "the server ended")
                        inward.write(chunk)

            drive(client.do_handshake)
            client.write(request("/version", "GET", "Connection: close"))
            answer = b""
            while chunk := drive(lambda: client.read(65536)):
                answer += chunk
            return answer.partition(b"\r\n\r\n")[2]

    def test_records_cut_at_every_byte_mean_the_same(self):
        for version in VERSIONS.values():
            context = self.certificates.context(version)
            wanted = self.talk(context, lambda plain, flight: plain.sendall(flight))
            self.assertTrue(wanted.startswith(b"{"))
            for cut in range(1, 1200):
                sizes = []

                def send(plain, flight):
                    sizes.append(len(flight))
                    plain.sendall(flight[:cut])
                    self.until_read()
                    plain.sendall(flight[cut:])

                self.assertEqual(self.talk(context, send), wanted, cut)
                if cut >= max(sizes):
                    break
            else:
                self.fail("a flight is longer than was thought")

    def test_records_byte_by_byte_mean_the_same(self):
        def send(plain, flight):
            for byte in flight:
                plain.sendall(bytes([byte]))

        for version in VERSIONS.values():
            self.assertTrue(self.talk(self.certificates.context(version), send).startswith(b"{"))


if __name__ == "__main__":
    unittest.main()
