"""Work in processes of its own, so that one side's Python does not slow the other's down."""
import multiprocessing
import os
import resource
import traceback

FORK = multiprocessing.get_context("fork")
SECONDS = float(os.environ.get("ABUSE_SECONDS", "0"))


def seconds(short):
    """How long a test lasts: ABUSE_SECONDS, or the short time of the everyday run."""
    return SECONDS or short


class Background:
    """Runs `work(stop, *arguments)` in a process until `end`; `stop` is a pipe's end to wait on.

    `work` returns what `end` is to give; what it raises, `end` raises. Use it as a context manager.
    """

    def __init__(self, work, *arguments):
        self.pipe, theirs = FORK.Pipe()
        self.process = FORK.Process(target=self.run, args=(theirs, work, arguments), daemon=True)
        self.process.start()
        theirs.close()

    def run(self, theirs, work, arguments):
        self.pipe.close()
        _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
        try:
            theirs.send((True, work(theirs, *arguments)))
        except BaseException:
            theirs.send((False, traceback.format_exc()))

    def said(self, seconds=30):
        """What `work` sends on its pipe next."""
        if not self.pipe.poll(seconds):
            raise AssertionError(f"no word from the process within {seconds} s")
        return self.pipe.recv()

    def kill(self):
        """Ends it as a crash would: all its connections go at once."""
        self.process.kill()
        self.process.join()

    def end(self):
        self.pipe.send("stop")
        done, value = self.said()
        self.process.join()
        if not done:
            raise AssertionError(value)
        return value

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.kill()
        self.pipe.close()


def should_stop(stop, wait_seconds=0):
    """Whether the work is to end; paces it when told to wait."""
    return stop.poll(wait_seconds)
