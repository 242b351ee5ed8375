"""Three brokers on loopback, each behind a proxy, and what can be done to them."""

import json
import os
import re
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
KAFKA = os.path.join(ROOT, "..", "shared", "kafka", "kafka")
TOXIPROXY = os.path.join(ROOT, "..", "shared", "toxiproxy", "toxiproxy-server")


class Missing(Exception):
    """Something that has to be installed is not."""


def free_range(count, first=20000, last=32000):
    """The first of `count` ports in a row that are free on loopback."""
    for start in range(first, last, count):
        try:
            for port in range(start, start + count):
                with socket.socket() as probe:
                    probe.bind(("127.0.0.1", port))
        except OSError:
            continue
        return start
    raise Missing(f"no {count} free ports in a row between {first} and {last}")


class Cluster:
    """Brokers listen at port, +2, +4; clients, and the brokers among themselves, reach them by the proxies at +10, +12
    and +14 alone."""

    SIZE = 3

    def __init__(self, port, directory):
        for tool in (KAFKA, TOXIPROXY):
            if not os.access(tool, os.X_OK):
                raise Missing(f"{os.path.normpath(tool)} is not there: chaos needs brokers that it may kill")
        self.port, self.directory = port, os.path.join(directory, "kafka")
        self.proxy_log = open(os.path.join(directory, "toxiproxy.log"), "w")
        self.proxies = None
        self.api = f"http://127.0.0.1:{port + 20}"
        self.bootstrap = ",".join(f"127.0.0.1:{port + 10 + 2 * i}" for i in range(self.SIZE))

    def start(self):
        self.proxies = subprocess.Popen([TOXIPROXY, "-port", str(self.port + 20)], stdout=self.proxy_log,
                                        stderr=self.proxy_log)
        for _ in range(100):
            try:
                self.ask("GET", "/version")
                break
            except urllib.error.URLError:
                time.sleep(0.05)
        for broker in range(1, self.SIZE + 1):
            self.ask("POST", "/proxies", {
                "name": f"b{broker}", "listen": f"127.0.0.1:{self.port + 8 + 2 * broker}",
                "upstream": f"127.0.0.1:{self.port - 2 + 2 * broker}", "enabled": True})
        self.tool("start", "--brokers", str(self.SIZE), "--port", str(self.port), "--dir", self.directory, "--heap",
                  "384m", "--advertise", str(self.port + 10))

    def stop(self):
        """Stops the brokers and the proxies, and removes the brokers' data."""
        if os.path.isdir(self.directory):
            self.tool("wipe", "--port", str(self.port), "--dir", self.directory, check=False)
        if self.proxies:
            self.proxies.terminate()
            self.proxies.wait()

    def tool(self, *arguments, check=True, timeout=120):
        done = subprocess.run([KAFKA, *arguments], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                              timeout=timeout)
        if check and done.returncode:
            raise RuntimeError(f"kafka {' '.join(arguments)}: {done.stdout[-2000:]}")
        return done.stdout

    def ask(self, method, path, body=None):
        request = urllib.request.Request(self.api + path, method=method,
                                         data=None if body is None else json.dumps(body).encode(),
                                         headers={"Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=10) as answer:
            return answer.read()

    # What can be done to broker 1, 2 or 3.

    def pid(self, broker):
        with open(os.path.join(self.directory, f"broker-{broker}.pid")) as file:
            return int(file.read())

    def at(self, verb, broker, check=True):
        self.tool(verb, str(broker), "--port", str(self.port), "--dir", self.directory, check=check)

    def kill(self, broker):
        self.at("kill", broker)

    def terminate(self, broker):
        """SIGTERM: the broker hands its leaderships over before it ends."""
        pid = self.pid(broker)
        os.kill(pid, signal.SIGTERM)
        for _ in range(300):
            if not self.is_alive(pid):
                return
            time.sleep(0.1)
        self.at("kill", broker, check=False)

    @staticmethod
    def is_alive(pid):
        try:
            with open(f"/proc/{pid}/stat") as file:
                return file.read().rsplit(")", 1)[1].split()[0] != "Z"
        except OSError:
            return False

    def restart(self, broker):
        """Starts it again; a busy machine may need longer until it serves, which is waited for by what needs it."""
        self.at("restart", broker, check=False)
        if not self.is_alive(self.pid(broker)):
            raise RuntimeError(f"broker {broker} does not start: see {self.directory}/broker-{broker}.log")

    def pause(self, broker):
        self.at("pause", broker)

    def resume(self, broker):
        self.at("resume", broker, check=False)

    def elect_preferred(self):
        """Moves leaderships back to where they began; gives how many moved."""
        out = self.tool("leader-election", "--bootstrap-server", self.bootstrap, "--election-type", "preferred",
                        "--all-topic-partitions", check=False)
        moved = re.search(r"Successfully completed leader election \(PREFERRED\) for partitions (.*)", out)
        return len(moved.group(1).split(",")) if moved else 0

    def poison(self, broker, kind, stream, **attributes):
        self.ask("POST", f"/proxies/b{broker}/toxics", {
            "name": "chaos", "type": kind, "stream": stream, "toxicity": 1.0, "attributes": attributes})

    def cure(self, broker, loses_bytes):
        """Takes the poison away.

        loses_bytes: connections that lived through it have a hole in their stream, which TCP never has: they are cut.
        """
        if loses_bytes:
            self.ask("POST", f"/proxies/b{broker}", {"enabled": False})
        self.ask("DELETE", f"/proxies/b{broker}/toxics/chaos")
        if loses_bytes:
            self.ask("POST", f"/proxies/b{broker}", {"enabled": True})

    def heal(self):
        """All brokers run and nothing stands between them and their clients."""
        self.ask("POST", "/reset")
        for broker in range(1, self.SIZE + 1):
            self.resume(broker)
            if not self.is_alive(self.pid(broker)):
                self.restart(broker)

    # What can be asked afterwards.

    def lag(self, group):
        """Records of the inputs that the group has not committed; None where the cluster does not say."""
        out = self.tool("groups", "--bootstrap-server", self.bootstrap, "--describe", "--group", group, check=False)
        lags = [line.split()[5] for line in out.splitlines() if line.startswith(group)]
        if not lags:
            return None
        return sum(int(lag) for lag in lags if lag.isdigit())

    def open_transactions(self):
        """Transactions that are neither ended nor about to be, as lines of text."""
        listed = self.tool("transactions", "--bootstrap-server", self.bootstrap, "list", check=False)
        states = [line.split() for line in listed.splitlines()[1:] if len(line.split()) >= 4]
        ended = {"Empty", "CompleteCommit", "CompleteAbort", "Dead"}
        found = [" ".join(words) for words in states if words[3] not in ended]
        if not states:
            found.append(f"transactions were not listed: {listed[-500:]}")
        for broker in range(1, self.SIZE + 1):
            out = self.tool("transactions", "--bootstrap-server", self.bootstrap, "find-hanging", "--broker-id",
                            str(broker), check=False)
            found += [f"hanging: {line}" for line in out.splitlines() if re.match(r"\S+\s+\d+\s+\d+", line)]
        return found
