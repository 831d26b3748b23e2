"""Two servers behind HAProxy and behind Varnish: one is killed and started again under load, and no
client sees it."""
import signal
import unittest

from asking import Asker, until_all_answered
from front import HAProxy, Varnish, free_port
from harness import Server, request, wait_until
from through import ETAG_PATHS

CLIENTS = 8
KILLS = 4


class Client(Asker):
    """Asks different things over connections that are kept."""

    def __init__(self, port, number):
        super().__init__(("127.0.0.1", port))
        self.number = number

    def ask(self, connection):
        """Asks over one connection until it says that it ends."""
        while not self.ending.is_set():
            # Every other answer is one that no cache may keep.
            path = (f"/v1/quotes/random?seed={self.number}-{self.answers}" if self.answers % 2 else
                    f"/v1/organizations?limit={1 + self.number}&offset={self.answers % 40}")
            connection.send(request(path))
            answer = connection.read_answer()
            if answer is None or answer.status != 200:
                text = answer and (answer.status, answer.body[:200])
                self.faults.append(f"after {self.answers} answers: {text}")
                return
            self.answers += 1
            if answer.headers.get("connection", "").lower() == "close":
                return


class Replicas:
    """Tests for a class with `start(ports)`, which gives a Front for two servers."""

    def setUp(self):
        self.ports = [free_port(), free_port()]
        self.servers = [None, None]
        self.addCleanup(lambda: [server.kill() for server in self.servers if server])
        for index in (0, 1):
            self.serve(index)
        self.front = self.start(self.ports)
        self.addCleanup(self.front.stop)

    def serve(self, index):
        self.servers[index] = Server(
            "--trusted-proxy", "127.0.0.1", listen=[f"127.0.0.1:{self.ports[index]}"])

    def test_both_give_the_same_tags(self):
        for path in ETAG_PATHS:
            tags = {server.get(path).headers["etag"] for server in self.servers}
            self.assertEqual(len(tags), 1, path)

    def test_one_is_killed_and_started_again_and_no_client_sees_it(self):
        clients = [Client(self.front.port, number) for number in range(CLIENTS)]
        for client in clients:
            client.start()
        until_all_answered(clients, 50)
        for kill in range(KILLS):
            index = kill % 2
            self.servers[index].send_signal((signal.SIGKILL, signal.SIGTERM)[kill // 2])
            self.servers[index].wait()
            until_all_answered(clients, 50)
            self.servers[index].kill()
            self.serve(index)
            self.until_used(index)
            until_all_answered(clients, 50)
        for client in clients:
            client.ending.set()
        for client in clients:
            client.join(30)
            self.assertFalse(client.is_alive())
        self.assertEqual([fault for client in clients for fault in client.faults], [])
        print(f"{sum(client.answers for client in clients)} answers, {KILLS} ends, no failure")

    def until_used(self, index):
        """Waits until the proxy has taken the server in again: it holds a connection to it."""
        wait_until(lambda: established(self.ports[index]) > 0, "the server in use again")


def established(port):
    """Connections that are open to a port of 127.0.0.1."""
    with open("/proc/net/tcp", encoding="ascii") as file:
        fields = [line.split() for line in file][1:]
    return sum(1 for line in fields if line[1] == f"0100007F:{port:04X}" and line[3] == "01")


class BehindHAProxy(Replicas, unittest.TestCase):
    def start(self, ports):
        return HAProxy("haproxy/haproxy.cfg", {
            "server one 127.0.0.1:8080": f"server one 127.0.0.1:{ports[0]}",
            "server two 127.0.0.1:8081": f"server two 127.0.0.1:{ports[1]}"})


class BehindVarnish(Replicas, unittest.TestCase):
    def start(self, ports):
        return Varnish("varnish/signatory.vcl", {
            '.port = "8080";': f'.port = "{ports[0]}";',
            '.port = "8081";': f'.port = "{ports[1]}";'})
