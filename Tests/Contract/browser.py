"""Headless Chromium, led by its DevTools protocol over a pair of pipes.

Messages are JSON with a zero byte after each; the browser reads them from descriptor 3 and writes
to 4. Every wait is for the browser's word that a thing happened.
"""
import base64
import json
import os
import selectors
import subprocess
import tempfile
import time

from harness import WAIT_SECONDS, environment

PROGRAM = "chromium-headless-shell"
# Pixels of a screenshot, read by the browser itself: how many of each colour.
COLOURS = """async url => {
  const image = await createImageBitmap(await (await fetch(url)).blob());
  const canvas = new OffscreenCanvas(image.width, image.height), context = canvas.getContext("2d");
  context.drawImage(image, 0, 0);
  const pixels = new Uint32Array(
    context.getImageData(0, 0, image.width, image.height).data.buffer), counts = {};
  for (const pixel of pixels) counts[pixel] = (counts[pixel] ?? 0) + 1;
  return counts;
}"""


class Browser:
    """A browser with one page. Use it as a context manager."""

    def __init__(self, *flags):
        self.profile = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        to_browser, self.out = os.pipe()
        self.inward, from_browser = os.pipe()
        command = [PROGRAM, "--headless", "--no-sandbox", "--disable-gpu",
                   "--disable-dev-shm-usage", f"--user-data-dir={self.profile.name}",
                   "--remote-debugging-pipe", *flags, "about:blank"]
        # The shell puts the pipes where the browser looks for them.
        self.process = subprocess.Popen(
            ["bash", "-c", f'exec "$@" 3<&{to_browser} 4>&{from_browser}', "bash", *command],
            pass_fds=(to_browser, from_browser), stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            env={**environment(), "HOME": self.profile.name})
        os.close(to_browser)
        os.close(from_browser)
        self.unread, self.number, self.events, self.session = b"", 0, [], None

    def __enter__(self):
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        attached = self.ask("Target.attachToTarget", targetId=target, flatten=True)
        self.session = attached["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.ask(f"{domain}.enable")
        return self

    def __exit__(self, *_):
        self.session = None
        try:
            self.ask("Browser.close")
            self.process.wait(WAIT_SECONDS)
        finally:
            self.process.kill()
            self.process.wait()
        os.close(self.out)
        os.close(self.inward)
        self.profile.cleanup()

    def read(self):
        """The next message."""
        deadline = time.monotonic() + 2 * WAIT_SECONDS
        with selectors.DefaultSelector() as selector:
            selector.register(self.inward, selectors.EVENT_READ)
            while b"\0" not in self.unread:
                assert selector.select(deadline - time.monotonic()), "the browser says nothing"
                chunk = os.read(self.inward, 1 << 20)
                assert chunk, "the browser ended"
                self.unread += chunk
        message, self.unread = self.unread.split(b"\0", 1)
        return json.loads(message)

    def ask(self, method, **parameters):
        """The result of a command; what happens meanwhile is kept in `events`."""
        self.number += 1
        command = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            command["sessionId"] = self.session
        data = json.dumps(command).encode() + b"\0"
        while data:
            data = data[os.write(self.out, data):]
        while True:
            message = self.read()
            if message.get("id") == self.number:
                assert "error" not in message, f"{method}: {message.get('error')}"
                return message["result"]
            self.events.append((message.get("method"), message.get("params")))

    def wait_for(self, event):
        """Waits until `event` has happened since the page was opened."""
        while not any(name == event for name, _ in self.events):
            message = self.read()
            self.events.append((message.get("method"), message.get("params")))

    def open(self, url):
        """Opens a page and waits until it and all that it names is loaded."""
        self.events.clear()
        result = self.ask("Page.navigate", url=url)
        assert "errorText" not in result, f"{url}: {result}"
        self.wait_for("Page.loadEventFired")

    def run(self, script):
        """The value of an expression in the page, or what its promise brings."""
        result = self.ask("Runtime.evaluate", expression=script, awaitPromise=True,
                          returnByValue=True)
        assert "exceptionDetails" not in result, result["exceptionDetails"]
        return result["result"].get("value")

    def wait_until(self, condition):
        """Waits until an expression is true, looking at it whenever the page changes."""
        self.run("""new Promise((resolve, reject) => {
          const look = () => { if (%s) { observer.disconnect(); resolve(true); } };
          const observer = new MutationObserver(look);
          observer.observe(document, {subtree: true, childList: true, characterData: true});
          setTimeout(() => reject(new Error("never came true")), %d);
          look();
        })""" % (condition, WAIT_SECONDS * 1000))

    def requests(self):
        """(method, URL) of all that the page asked for, preflights too."""
        return [(event["request"]["method"], event["request"]["url"])
                for name, event in self.events if name == "Network.requestWillBeSent"]

    def complaints(self):
        """What the browser wrote into its console: errors and refusals."""
        logged = [event["entry"]["text"] for name, event in self.events
                  if name == "Log.entryAdded" and event["entry"]["level"] != "verbose"]
        return logged + [event["exceptionDetails"]["text"] for name, event in self.events
                         if name == "Runtime.exceptionThrown"]

    def screenshot(self):
        """What the window shows, as PNG."""
        return base64.b64decode(self.ask("Page.captureScreenshot", format="png")["data"])

    def colours(self, png):
        """How many pixels a picture has of each colour. Leaves the page."""
        self.open("about:blank")
        url = "data:image/png;base64," + base64.b64encode(png).decode()
        return self.run(f"({COLOURS})({json.dumps(url)})")
