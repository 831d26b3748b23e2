"""Clients that ask without pause while servers come and go, and keep the account."""
import threading

from harness import Connection, wait_until


class Asker(threading.Thread):
    """Asks until told to stop, or until something goes wrong. `ask(connection)` is the kind's own:
    it asks over one connection until that ends, counts `answers` and notes `faults`."""

    def __init__(self, address):
        super().__init__(daemon=True)
        self.address = address
        self.answers = 0
        self.faults = []
        self.ending = threading.Event()

    def run(self):
        while not self.ending.is_set() and not self.faults:
            try:
                with Connection(self.address) as connection:
                    self.ask(connection)
            except (OSError, AssertionError) as error:
                self.faults.append(f"after {self.answers} answers: {error!r}")


def until_all_answered(askers, more):
    """Waits until each has had so many answers more, or a fault."""
    counts = [asker.answers for asker in askers]
    wait_until(lambda: all(asker.faults or asker.answers >= count + more
                           for asker, count in zip(askers, counts)), "answers to all")
