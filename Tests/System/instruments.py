"""What tests do to a running process: hold one of its threads, set its clock."""
import contextlib
import os
import subprocess
import time

from harness import ROOT, wait_until


def loop_of(process):
    """The thread of the first event loop of a process, once it has its name."""
    return wait_until(lambda: find_loop(process), "a thread called loop 0")


def find_loop(process):
    for thread in sorted(map(int, os.listdir(f"/proc/{process}/task"))):
        # One that only started the others has ended meanwhile.
        with contextlib.suppress(FileNotFoundError, ProcessLookupError):
            with open(f"/proc/{process}/task/{thread}/comm", encoding="ascii") as file:
                if file.read().startswith("loop 0"):
                    return thread
    return None


def is_stopped(thread):
    """Whether its tracer keeps a thread where it is, and not only for the moment of attaching."""
    for _ in range(2):
        with open(f"/proc/{thread}/stat", encoding="ascii") as file:
            if file.read().rpartition(") ")[2][0] != "t":
                return False
        time.sleep(0.1)
    return True


@contextlib.contextmanager
def held(thread):
    """Holds one thread that waits for events, by tracing it."""
    tracer = subprocess.Popen(
        ["strace", "-qq", "-o", "/dev/null", "-e", "trace=epoll_wait",
         "-e", "inject=epoll_wait:delay_enter=30000000", "-p", str(thread)],
        stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_until(lambda: is_stopped(thread), "a thread that stands still")
        yield
    finally:
        tracer.kill()
        tracer.wait()


class ShiftedClock:
    """A wall clock that tests set: `variables` start a server that goes by it."""

    def __init__(self, folder):
        self.offset = f"{folder}/offset"
        library = f"{folder}/shift-clock.so"
        subprocess.run(["cc", "-O2", "-shared", "-fPIC", "-o", library,
                        f"{ROOT}/Tests/System/shift-clock.c"], check=True)
        self.variables = {"LD_PRELOAD": library, "SHIFT_FILE": self.offset}
        self.shift(0)

    def shift(self, seconds):
        """Sets it so many seconds from now."""
        with open(self.offset + ".new", "w", encoding="ascii") as file:
            file.write(f"{seconds}\n")
        os.rename(self.offset + ".new", self.offset)
