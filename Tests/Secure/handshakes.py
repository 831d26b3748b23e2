"""Handshakes of every kind: whole ones, and ones broken off where a client may break them off."""
import socket
import ssl

from harness import request


def hello(context):
    """The first flight of a client, which is the same for all that are broken off."""
    inward, outward = ssl.MemoryBIO(), ssl.MemoryBIO()
    client = context.wrap_bio(inward, outward, server_hostname="localhost")
    try:
        client.do_handshake()
    except ssl.SSLWantReadError:
        pass
    return outward.read()


def half_open(port, flight):
    """A connection whose client says hello and nothing more."""
    plain = socket.create_connection(("127.0.0.1", port), timeout=30)
    plain.sendall(flight)
    return plain


def cut_hello(port, context, flight, index):
    with half_open(port, flight[:1 + index % (len(flight) - 1)]):
        pass


def ended_after_hello(port, context, flight, index):
    with half_open(port, flight) as plain:
        plain.recv(10)


def garbage(port, context, flight, index):
    with half_open(port, b"\x16\x03\x01\x00\x05junk!" + bytes(20)):
        pass


def oversized(port, context, flight, index):
    with half_open(port, b"\x16\x03\x01\xff\xff\x01\x00\xff\xff" + bytes(1000)) as plain:
        plain.recv(10)


def ask(port, context, read):
    with socket.create_connection(("127.0.0.1", port), timeout=30) as plain:
        with context.wrap_socket(plain, server_hostname="localhost") as secure:
            secure.sendall(request("/healthz", "GET", "Connection: close"))
            read(secure)


def broken_off_after_an_answer(port, context, flight, index):
    ask(port, context, lambda secure: secure.recv(1))


def whole(port, context, flight, index):
    def read(secure):
        while secure.recv(4096):
            pass
    ask(port, context, read)


KINDS = [cut_hello, ended_after_hello, garbage, oversized, broken_off_after_an_answer, whole]


def shake(port, context, count):
    """So many handshakes, every kind in turn."""
    flight = hello(context)
    for index in range(count):
        KINDS[index % len(KINDS)](port, context, flight, index)
