"""Programs of the adapter's shape that decode, decide and store nothing, to measure beside: ../shared/peers."""

import os
import re
import shutil
import subprocess
import tempfile
import time

from .common import ROOT, say

PEERS = os.path.join(ROOT, "..", "shared", "peers")
JEMALLOC = "/usr/lib/x86_64-linux-gnu/libjemalloc.so.2"
# The adapter's own settings of its producer and consumer.
SETTINGS = ["--dr", "--nohdrcopy", "--pbatch", "-P", "socket.nagle.disable=true", "-P", "retry.backoff.ms=1",
            "-C", "socket.nagle.disable=true", "-P", "compression.codec=lz4", "-P", "delivery.report.only.error=true"]


class Passthrough:
    """librdkafka from C with the adapter's fan-out; None of `find` where it cannot be built."""

    @staticmethod
    def find(servers):
        source = os.path.join(PEERS, "passthrough.c")
        if not os.path.exists(source) or not shutil.which("gcc"):
            say("no passthrough to measure beside: ../shared/peers/passthrough.c or gcc is missing")
            return None
        return Passthrough(source, servers)

    def __init__(self, source, servers):
        self.servers = servers
        self.program = os.path.join(tempfile.mkdtemp(prefix="turnstile-passthrough."), "passthrough")
        subprocess.run(["gcc", "-O2", "-o", self.program, source, "-lrdkafka", "-lpthread", "-lm"], check=True)
        self.run("topics", "--in", "bench-pt-in")
        time.sleep(2)  # Until the broker leads the new partitions: the program does not wait for it.

    def run(self, command, *words):
        preload = {"LD_PRELOAD": JEMALLOC} if os.path.exists(JEMALLOC) else {}
        return subprocess.run(
            [self.program, command, "--broker", self.servers, "--out", "bench-pt-out", *words],
            env={**os.environ, **preload}, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True).stdout

    def throughput(self, topic, fan_out=3):
        """Inputs a second and CPU us an input."""
        line = self.run("txn", "--secs", "1", "--fanout", str(fan_out), "--interval", "50", "--in", topic, *SETTINGS)
        found = re.search(r" in (\d+) msg/s.*cpu us/msg client ([0-9.]+)", line)
        return (float(found.group(1)), float(found.group(2))) if found else None

    def latency(self, rate, seconds):
        """Milliseconds: from acknowledged to read by a consumer of committed records (p50, p99, max), and the commit's
        round trip, from flush to the transaction's end (p50, p99)."""
        line = self.run("latency", "--rate", str(rate), "--secs", str(seconds), "--fanout", "3", "--interval", "0",
                        "--gap", "1", "--headers", "2", "--in", "bench-pt-in", *SETTINGS)
        seen = re.search(r"ack->committed-seen ([0-9.]+)/([0-9.]+)/([0-9.]+)", line)
        commit = re.search(r" total ([0-9.]+)/([0-9.]+)", line)
        if not seen or not commit:
            return None
        return [float(text) for text in seen.groups()], [float(text) for text in commit.groups()]


def franz_go(servers, topic, records, run):
    """Inputs a second and CPU us an input of the franz-go loop; None where its program does not run here."""
    program = os.path.join(PEERS, "peer")
    if not os.access(program, os.X_OK):
        return None
    output = subprocess.run(
        [program, "-bootstrap", servers, "-app", f"bench-franz-{run}", "-in", topic, "-records", str(records),
         "-out", "bench-pt-out0,bench-pt-out1,bench-pt-out2"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        text=True).stdout
    found = re.search(r"records_per_s (\d+).*cpu_us_per_record ([0-9.]+)", output)
    return (float(found.group(1)), float(found.group(2))) if found else None
