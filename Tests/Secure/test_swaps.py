"""Certificates change fifty times under the load of wrk, and no request fails."""
import re
import shutil
import signal
import subprocess
import unittest

from harness import WAIT_SECONDS, environment, wait_until
from secure import Certificates, SecureServer, port_of, serial

SWAPS = 50


@unittest.skipUnless(shutil.which("wrk"), "needs wrk")
class Swaps(unittest.TestCase):
    def load(self, port, *options):
        """wrk, until it is interrupted."""
        return subprocess.Popen(
            ["wrk", "-t1", "-c16", "-d1h", "--timeout", "10s", *options,
             f"https://127.0.0.1:{port}/v1"], stdout=subprocess.PIPE, env=environment())

    def end(self, wrk):
        """Requests that were answered; every one with 2xx, and no error of the connection."""
        wrk.send_signal(signal.SIGINT)
        said = wrk.communicate(timeout=WAIT_SECONDS)[0].decode()
        self.assertNotIn("Socket errors", said)
        self.assertNotIn("Non-2xx", said)
        return int(re.search(r"(\d+) requests in", said)[1])

    def test_fifty_certificates_under_load(self):
        certificates = Certificates(type(self))
        context = certificates.context()
        with SecureServer(certificates) as server:
            port = port_of(server)
            kept, anew = self.load(port), self.load(port, "-H", "Connection: close")
            try:
                seen = [serial(port, context)]
                for _ in range(SWAPS):
                    certificates.renew()
                    # The next connection may be another loop's, which has the old one for a moment.
                    seen.append(wait_until(
                        lambda: {serial(port, context)}.difference(seen), "the new one").pop())
                requests = self.end(kept), self.end(anew)
            finally:
                for wrk in (kept, anew):
                    wrk.kill()
                    wrk.wait()
                    wrk.stdout.close()
        self.assertEqual(len(set(seen)), SWAPS + 1)
        self.assertGreater(min(requests), 100)
        print(f"        {SWAPS} certificates, {requests[0]} requests on kept connections and "
              f"{requests[1]} on new ones, none failed")


if __name__ == "__main__":
    unittest.main()
