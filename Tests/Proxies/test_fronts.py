"""nginx, HAProxy, Caddy and Varnish in front of one server, with the examples from Config/."""
import subprocess
import tempfile
import unittest

from front import Caddy, HAProxy, Nginx, Varnish, free_port
from harness import ROOT
from through import ThroughProxy


class OverTCP(ThroughProxy):
    """The proxy's example names 127.0.0.1:8080."""

    @classmethod
    def upstream(cls):
        return "{}:{}".format(*cls.server.address)


class OverUnix(ThroughProxy):
    listen = "unix:FOLDER/http.socket"
    trusted = ["--trusted-proxy", "unix"]

    @classmethod
    def path(cls):
        return f"{cls.folder.name}/http.socket"


class NginxTCP(OverTCP, unittest.TestCase):
    @classmethod
    def start(cls):
        return Nginx(
            "nginx/signatory.conf", {"server 127.0.0.1:8080;": f"server {cls.upstream()};"})


class NginxUnix(OverUnix, unittest.TestCase):
    @classmethod
    def start(cls):
        return Nginx(
            "nginx/signatory.conf", {"server 127.0.0.1:8080;": f"server unix:{cls.path()};"})


class CaddyTCP(OverTCP, unittest.TestCase):
    @classmethod
    def start(cls):
        return Caddy("caddy/Caddyfile", {
            "reverse_proxy 127.0.0.1:8080 {": f"reverse_proxy {cls.upstream()} {{"})


class CaddyUnix(OverUnix, unittest.TestCase):
    @classmethod
    def start(cls):
        return Caddy("caddy/Caddyfile", {
            "reverse_proxy 127.0.0.1:8080 {": f"reverse_proxy unix/{cls.path()} {{"})


class HAProxyTCP(OverTCP, unittest.TestCase):
    @classmethod
    def start(cls):
        return HAProxy("haproxy/haproxy.cfg", {
            "server one 127.0.0.1:8080": f"server one {cls.upstream()}",
            "server two 127.0.0.1:8081": f"server two {cls.upstream()}"})


class HAProxyUnix(OverUnix, unittest.TestCase):
    @classmethod
    def start(cls):
        return HAProxy("haproxy/haproxy.cfg", {
            "server one 127.0.0.1:8080": f"server one unix@{cls.path()}",
            "server two 127.0.0.1:8081": f"server two unix@{cls.path()}"})


class ProxyProtocol(ThroughProxy):
    listen = "127.0.0.1:0,proxy"
    tells_origin = False
    changes = {}

    @classmethod
    def start(cls):
        host, port = cls.server.ready_lines[0].rsplit("/", 1)[1].split(":")
        return HAProxy("haproxy/haproxy-proxy-protocol.cfg", {
            "server one 127.0.0.1:8443": f"server one {host}:{port}", **cls.changes})


class ProxyProtocol2(ProxyProtocol, unittest.TestCase):
    pass


class ProxyProtocol1(ProxyProtocol, unittest.TestCase):
    changes = {" send-proxy-v2 ": " send-proxy "}


class ProxyProtocolTLS(ProxyProtocol, unittest.TestCase):
    """HAProxy passes TLS on, and checks over TLS too."""

    listen = "127.0.0.1:0,proxy,tls"
    scheme = "https"
    is_plain = False
    changes = {" check ": " check check-ssl verify none "}

    @classmethod
    def setUpClass(cls):
        made = subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
             "-nodes", "-days", "1", "-subj", "/CN=localhost", "-addext",
             "subjectAltName=IP:127.0.0.1", "-keyout", "/dev/stdout", "-out", "/dev/stdout"],
            capture_output=True, check=True, cwd=ROOT)
        file = tempfile.NamedTemporaryFile(suffix=".pem")
        cls.addClassCleanup(file.close)
        file.write(made.stdout)
        file.flush()
        cls.flags = ["--tls-certificate", file.name, "--tls-key", file.name]
        cls.curl_options = ["--cacert", file.name]
        super().setUpClass()


class VarnishTCP(OverTCP, unittest.TestCase):
    # Varnish refuses a HEAD with content by itself.
    head_with_content = 400

    @classmethod
    def start(cls):
        host, port = cls.server.address
        return Varnish("varnish/signatory.vcl", {
            '.host = "127.0.0.1";': f'.host = "{host}";', '.port = "8080";': f'.port = "{port}";',
            '.port = "8081";': f'.port = "{port}";'})

    def test_an_answer_is_kept_and_served_again(self):
        path = f"/v1/organizations?limit=7&offset={free_port() % 40}"
        first, second = self.ask(path, 20), self.ask(path, 21)
        self.assertEqual(first.body, second.body)
        self.assertIn(" ", second.headers["x-varnish"])  # Two numbers: found in the cache.
