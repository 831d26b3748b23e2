"""What tests of TLS share: certificates of an authority of their own, servers and connections."""
import contextlib
import http.client
import shutil
import socket
import ssl
import subprocess
import tempfile

from harness import ROOT, Connection, Server, curl


class Certificates:
    """A folder with the files of Scripts/dev-certificate."""

    def __init__(self, test):
        self.folder = tempfile.mkdtemp()
        test.addClassCleanup(shutil.rmtree, self.folder)
        self.renew()
        self.flags = ["--tls-certificate", f"{self.folder}/certificate.pem",
                      "--tls-key", f"{self.folder}/key.pem"]
        self.authority = f"{self.folder}/ca.pem"

    def renew(self):
        """A certificate for localhost, new each time, of the one authority."""
        subprocess.run([f"{ROOT}/Scripts/dev-certificate", self.folder], check=True,
                       capture_output=True)

    def context(self, version=None):
        """A client's settings; with a `version`, that one only."""
        context = ssl.create_default_context(cafile=self.authority)
        if version is not None:
            context.minimum_version = context.maximum_version = version
        return context


class SecureServer(Server):
    """A server whose only listener speaks TLS, and whose clients speak one version of it."""

    def __init__(self, certificates, *arguments, version=None):
        self.authority, self.context = certificates.authority, certificates.context(version)
        super().__init__(*certificates.flags, *arguments, listen=["127.0.0.1:0,tls"])

    def get(self, path, *options):
        return curl(self.base + path, "--cacert", self.authority, *options)

    def connect(self):
        return SecureConnection(self.address, self.context)


class SecureConnection(Connection):
    """Reading past an end without close_notify raises."""

    def __init__(self, address, context):
        super().__init__(address)
        self.socket = context.wrap_socket(
            self.socket, server_hostname="localhost", suppress_ragged_eofs=False)


def port_of(server, line=0):
    return int(server.ready_lines[line].rpartition(":")[2])


@contextlib.contextmanager
def connection(port, context):
    """A TLS connection to localhost; reading past an end without close_notify raises."""
    with socket.create_connection(("127.0.0.1", port), timeout=30) as plain:
        with context.wrap_socket(
                plain, server_hostname="localhost", suppress_ragged_eofs=False) as secure:
            yield secure


def serial(port, context):
    with connection(port, context) as secure:
        return secure.getpeercert()["serialNumber"]


def read_answer(secure):
    answer = http.client.HTTPResponse(secure)
    answer.begin()
    return answer.status, answer.read()
