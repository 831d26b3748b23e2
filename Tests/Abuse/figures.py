"""Figures of a running server, and how they are told."""
from harness import wait_until


class Figures:
    """Descriptors and KiB resident at one moment."""

    def __init__(self, server):
        self.descriptors = server.descriptors()
        self.resident_kib = server.resident_kib()

    def __str__(self):
        return f"{self.descriptors} descriptors, {self.resident_kib / 1024:.1f} MiB"


def tell(what, figures):
    print(f"        {what}: {figures}", flush=True)


def settled(server, before):
    """Waits until descriptors and memory are back at `before`, within 10 %."""
    most = 1.1

    def is_back():
        now = Figures(server)
        return (now.descriptors <= before.descriptors * most
                and now.resident_kib <= before.resident_kib * most)
    try:
        wait_until(is_back, f"back to {before}")
    except AssertionError as error:
        raise AssertionError(f"{error}, but {Figures(server)}") from None
    return Figures(server)
