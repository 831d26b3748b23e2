#!/usr/bin/env python3
"""How costs grow: `Tests/Bench/growth.py [PART]...`, all by default.

    idle        resident bytes for each of 8,000 idle keep-alive connections, beside nginx's
    statements  10 to 100,000 texts: time to load, memory, and the server's CPU time for one answer
    bodies      64 bytes to 16 MiB of content: answers and bytes a second
    pipeline    1 to 1,000 requests sent at once: answers a second
    loops       one loop and two on two cores: answers a second, and how loops share connections

Servers and clients are pinned to different cores; everything stays on 127.0.0.1 and ends with the
run. SIGNATORY_BINARY names the program, .build/release/signatory by default.
"""
import os
import re
import resource
import socket
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(os.path.dirname(HERE), "System")]

import texts  # noqa: E402
from harness import Server  # noqa: E402

IDLE = 8_000
ROUNDS = 3
SECONDS = 2


def cpu_seconds(pid):
    total = 0
    for task in os.listdir(f"/proc/{pid}/task"):
        with open(f"/proc/{pid}/task/{task}/schedstat", encoding="ascii") as file:
            total += int(file.read().split()[0])
    return total / 1e9


def resident_bytes(pid):
    with open(f"/proc/{pid}/status", encoding="ascii") as file:
        return 1024 * int(re.search(r"VmRSS:\s+(\d+)", file.read()).group(1))


def pin(pid, core="0"):
    for task in os.listdir(f"/proc/{pid}/task"):
        subprocess.run(["taskset", "-cp", core, task], check=True, stdout=subprocess.DEVNULL)


def wrk(url, *options, core="1"):
    output = subprocess.run(["taskset", "-c", core, "wrk", "-t1", "-c64", f"-d{SECONDS}", *options,
                             url], capture_output=True, text=True, check=True).stdout
    return (int(re.search(r"(\d+) requests in", output).group(1)),
            float(re.search(r"Requests/sec:\s+([\d.]+)", output).group(1)))


def measured(server, path, *options):
    """(answers a second, microseconds of the server's CPU time for one): medians."""
    pid, rates, costs = server.process.pid, [], []
    for _ in range(ROUNDS):
        before = cpu_seconds(pid)
        count, rate = wrk(server.base + path, *options)
        rates.append(rate)
        costs.append((cpu_seconds(pid) - before) / count * 1e6)
    return statistics.median(rates), statistics.median(costs)


def hold(port, pid, count):
    """Resident bytes that each of `count` connections costs which asked once and wait."""
    request = b"GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n"

    def ask(connection):
        connection.sendall(request)
        connection.recv(65536)

    with socket.create_connection(("127.0.0.1", port)) as first:
        for _ in range(1000):
            ask(first)
        before, held = resident_bytes(pid), []
        for _ in range(count):
            connection = socket.create_connection(("127.0.0.1", port))
            ask(connection)
            held.append(connection)
        after = resident_bytes(pid)
        for connection in held:
            connection.close()
    return (after - before) / count


def nginx(folder, port):
    path = os.path.join(folder, "nginx.conf")
    with open(path, "w", encoding="ascii") as file:
        file.write(f"""daemon off; master_process off; pid {folder}/pid; error_log stderr crit;
events {{ worker_connections 20000; }}
http {{ access_log off; keepalive_timeout 600; keepalive_requests 100000;
  client_body_temp_path {folder}/1; proxy_temp_path {folder}/2; fastcgi_temp_path {folder}/3;
  uwsgi_temp_path {folder}/4; scgi_temp_path {folder}/5;
  server {{ listen 127.0.0.1:{port} backlog=4096; location / {{ return 200 ok; }} }} }}
""")
    process = subprocess.Popen(["nginx", "-p", folder, "-c", path])
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        try:
            socket.create_connection(("127.0.0.1", port)).close()
            return process
        except OSError:
            time.sleep(0.02)
    raise SystemExit("growth: nginx does not start")


def idle():
    limit = IDLE + 1_000
    resource.setrlimit(resource.RLIMIT_NOFILE,
                       (limit, max(limit, resource.getrlimit(resource.RLIMIT_NOFILE)[1])))
    with Server("--loops", "1") as server:
        mine = hold(server.address[1], server.process.pid, IDLE)
    with tempfile.TemporaryDirectory() as folder:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        process = nginx(folder, port)
        try:
            theirs = hold(port, process.pid, IDLE)
        finally:
            process.terminate()
            process.wait()
    print(f"idle connections: {IDLE}; bytes each: {mine:.0f}, nginx {theirs:.0f}")


def grown():
    print("statements   MB text   load s   RSS MB   ÷ text | CPU µs: by id    list   search")
    for count in (10, 100, 1_000, 10_000, 100_000):
        with tempfile.TemporaryDirectory() as folder:
            texts.write(folder, count)
            size = sum(entry.stat().st_size for entry in os.scandir(folder))
            begin = time.monotonic()
            with Server("--loops", "1", "--statements", folder) as server:
                seconds = time.monotonic() - begin
                resident = resident_bytes(server.process.pid)
                pin(server.process.pid)
                one = server.json("/v1/statements?limit=1")["items"][0]["id"]
                costs = [measured(server, path)[1] for path in (
                    f"/v1/statements/{one}", "/v1/statements?limit=20", "/v1/search?q=harbour")]
        print(f"{count:10} {size / 1e6:9.2f} {seconds:8.3f} {resident / 1e6:8.1f} "
              f"{resident / size:8.2f} | {costs[0]:13.2f} {costs[1]:7.2f} {costs[2]:8.2f}",
              flush=True)


def bodies():
    print("content bytes   answers/s      MB/s   CPU µs")
    with tempfile.TemporaryDirectory() as folder:
        sizes = [64, 1 << 10, 5 << 10, 64 << 10, 1 << 20, 16 << 20]
        for size in sizes:
            line = "We ask for bread, water and open schools.\n\n"
            with open(os.path.join(folder, f"t{size}.txt"), "w", encoding="ascii") as file:
                file.write((line * (size // len(line) + 1))[:size])
        with Server("--loops", "1", "--statements", folder) as server:
            pin(server.process.pid)
            for size in sizes:
                few = ["-c4"] if size > 1 << 20 else []
                rate, cost = measured(server, f"/v1/statements/t{size}/text", *few)
                print(f"{size:13} {rate:11.0f} {rate * size / 1e6:9.1f} {cost:8.2f}", flush=True)


def pipeline():
    print("requests at once   answers/s   CPU µs")
    with Server("--loops", "1") as server, tempfile.TemporaryDirectory() as folder:
        pin(server.process.pid)
        for depth in (1, 16, 100, 1_000):
            script = os.path.join(folder, "script.lua")
            with open(script, "w", encoding="ascii") as file:
                file.write(f"""init = function(args)
  local all = {{}}
  for i = 1, {depth} do all[i] = wrk.format("GET", "/v1/statements/joint-statement/text") end
  text = table.concat(all)
end
request = function() return text end
""")
            rates, costs = [], []
            for _ in range(ROUNDS):
                before = cpu_seconds(server.process.pid)
                count, rate = wrk(server.base, "-s", script)
                rates.append(rate)
                costs.append((cpu_seconds(server.process.pid) - before) / count * 1e6)
            print(f"{depth:16} {statistics.median(rates):11.0f} {statistics.median(costs):8.2f}",
                  flush=True)


def loops():
    print("loops   answers/s   CPU shares of the loops at 512 connections")
    for count in (1, 2):
        with Server("--loops", str(count)) as server:
            pid, url = server.process.pid, server.base + "/v1/statements/joint-statement/text"
            rate = statistics.median(
                wrk(url, "-c512", core="0,1")[1] for _ in range(ROUNDS))
            used = sorted((cpu_of(pid, task) for task in loops_of(pid)), reverse=True)
            shares = " ".join(f"{one / sum(used):.2f}" for one in used)
        print(f"{count:5} {rate:11.0f}   {shares}", flush=True)


def loops_of(pid):
    """The threads that are event loops; others come and go."""
    for task in os.listdir(f"/proc/{pid}/task"):
        with open(f"/proc/{pid}/task/{task}/comm", encoding="ascii") as file:
            if file.read().startswith("loop "):
                yield task


def cpu_of(pid, task):
    with open(f"/proc/{pid}/task/{task}/schedstat", encoding="ascii") as file:
        return int(file.read().split()[0])


PARTS = {"idle": idle, "statements": grown, "bodies": bodies, "pipeline": pipeline, "loops": loops}


def main():
    wanted = sys.argv[1:] or list(PARTS)
    unknown = [name for name in wanted if name not in PARTS]
    if unknown:
        raise SystemExit(f"growth: {unknown[0]}: not one of {', '.join(PARTS)}")
    for name in wanted:
        PARTS[name]()


if __name__ == "__main__":
    main()
