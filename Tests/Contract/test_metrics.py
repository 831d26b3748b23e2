"""What /metrics tells, as the reference implementation of the format reads it: strictly."""
import glob
import sys
import unittest

from harness import ROOT, Server, curl, request

sys.path += glob.glob(f"{ROOT}/.cache/venv/lib/python3*/site-packages")
from prometheus_client import parser as prometheus  # From the environment of these tests.
from prometheus_client.openmetrics import parser as openmetrics


class Metrics(unittest.TestCase):
    def setUp(self):
        self.server = Server("--admin-listen", "127.0.0.1:0")
        self.addCleanup(self.server.stop)
        self.admin = self.server.read_line().removeprefix("admin listening on ")
        with self.server.connect() as connection:
            for _ in range(25):
                connection.send(request("/v1/people"))
                connection.read_answer()

    def text(self, *options):
        return curl(f"{self.admin}/metrics", *options).body.decode()

    def check(self, families):
        samples = {(sample.name, tuple(sample.labels.items())): sample.value
                   for family in families for sample in family.samples}
        self.assertEqual(
            samples["signatory_http_requests_total",
                    (("route", "/v1/people"), ("status", "200"))], 25)
        self.assertEqual(samples["signatory_http_request_duration_seconds_count", ()], 25)
        for family in families:
            self.assertTrue(family.documentation, family.name)
            self.assertRegex(family.name, "^(signatory|process)_[a-z_]+$")
            if family.unit:
                self.assertTrue(family.name.endswith("_" + family.unit), family.name)

    def test_openmetrics_is_accepted_by_its_strict_parser(self):
        text = self.text("-H", "Accept: application/openmetrics-text; version=1.0.0")
        families = list(openmetrics.text_string_to_metric_families(text))
        self.check(families)
        self.assertEqual({family.type for family in families},
                         {"counter", "gauge", "histogram", "info"})

    def test_the_older_form_is_accepted_too(self):
        self.check(list(prometheus.text_string_to_metric_families(self.text())))


if __name__ == "__main__":
    unittest.main()
