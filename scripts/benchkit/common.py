"""What the benchmarks share: the adapter as a process, its inputs, and how figures are told."""

import json
import os
import re
import signal
import socket
import statistics
import subprocess
import sys
import time
import urllib.error
import urllib.request

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
TICKS = os.sysconf("SC_CLK_TCK")


def say(text):
    print("bench: " + text, file=sys.stderr, flush=True)


def shell(command):
    """Runs a line of bash in the repository's root and gives what it prints."""
    return subprocess.run(["bash", "-c", command], cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True).stdout


def built(product):
    """The release build's program of this name."""
    flags = os.environ.get("TURNSTILE_BUILD_FLAGS", "")
    shell(f"swift build -c release --product {product} {flags} >&2")
    return os.path.join(shell(f"swift build -c release --product {product} {flags} --show-bin-path").strip(), product)


class Place:
    """An installation for one run: a program, a cluster, a topic prefix of its own, a directory."""

    def __init__(self, program, servers, directory, name):
        self.program, self.servers = program, servers
        self.prefix = f"bench-{int(time.time())}-{name}."
        self.directory = os.path.join(directory, name)
        os.makedirs(self.directory)
        self.turnstile("topics apply --partitions 4 --execute")

    def turnstile(self, words):
        done = subprocess.run(
            [self.program, *words.split(), "--bootstrap-servers", self.servers, "--topic-prefix", self.prefix],
            env={**os.environ, "TURNSTILE_SECRETS_DIR": os.path.join(self.directory, "secrets")},
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        if done.returncode:
            sys.exit(f"bench: turnstile {words}: exit {done.returncode}\n{done.stderr[-1000:]}")
        return done.stdout

    def write_lives(self, orders, words=""):
        """Writes inputs of so many orders ahead, as fast as it goes."""
        began = time.monotonic()
        self.turnstile(f"load --prepare --whole-lives --orders {orders} --execute {words}")
        say(f"inputs of {orders:,} orders written in {time.monotonic() - began:.1f} s")

    def store_bytes(self):
        data = os.path.join(self.directory, "data")
        # What the files take of the disk: LMDB's are as long as they were at their largest.
        return sum(os.stat(os.path.join(base, name)).st_blocks * 512 for base, _, names in os.walk(data)
                   for name in names)


class Adapter:
    """`turnstile run` with one worker."""

    def __init__(self, place):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            address = f"127.0.0.1:{free.getsockname()[1]}"
        self.url = f"http://{address}"
        self.log = open(os.path.join(place.directory, "adapter.log"), "a")
        self.started = time.monotonic()
        self.process = subprocess.Popen([place.program, "run"], stdout=self.log, stderr=self.log, env={
            **os.environ, "TURNSTILE_KAFKA_BOOTSTRAP_SERVERS": place.servers, "TURNSTILE_TOPIC_PREFIX": place.prefix,
            "TURNSTILE_GROUP_ID": place.prefix + "group", "TURNSTILE_INSTANCE_ID": "bench", "TURNSTILE_WORKERS": "1",
            "TURNSTILE_DATA_DIR": os.path.join(place.directory, "data"),
            "TURNSTILE_SECRETS_DIR": os.path.join(place.directory, "secrets"), "TURNSTILE_HTTP_ADDRESS": address,
            "MALLOC_CONF": "background_thread:false"})

    def get(self, path):
        try:
            with urllib.request.urlopen(self.url + path, timeout=5) as answer:
                return answer.read().decode()
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            return ""

    def inputs(self):
        return int(sum(float(value) for value in re.findall(r"^turnstile_inputs_total\{.*\} (\S+)$",
                                                            self.get("/metrics"), re.M)))

    def cpu_seconds(self):
        with open(f"/proc/{self.process.pid}/stat") as file:
            fields = file.read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / TICKS

    def memory_bytes(self):
        """Memory of its own, and pages of its stores' files that the system keeps in memory for it."""
        with open(f"/proc/{self.process.pid}/status") as file:
            status = file.read()
        return [int(re.search(rf"{name}:\s+(\d+) kB", status).group(1)) * 1024 for name in ("RssAnon", "RssFile")]

    def wait_ready(self, seconds=600):
        while self.get("/readyz") != "ok\n":
            if self.process.poll() is not None:
                sys.exit(f"bench: the adapter ended with {self.process.returncode}: see {self.log.name}")
            if time.monotonic() - self.started > seconds:
                sys.exit(f"bench: not ready after {seconds} s: {self.get('/readyz')}")
            time.sleep(0.005)
        return time.monotonic() - self.started

    def work_off(self, total, on_start=lambda: None):
        """Waits until all inputs are handled; gives inputs a second and CPU us an input between 5 % and the end.

        `on_start` is called where measuring begins."""
        first = last = None
        quiet = time.monotonic()
        while True:
            count, now, cpu = self.inputs(), time.monotonic(), self.cpu_seconds()
            if last is None or count > last[0]:
                quiet, last = now, (count, now, cpu)
            if first is None and count >= total * 0.05:
                first = (count, now, cpu)
                on_start()
            if count >= total:
                break
            if self.process.poll() is not None or now - quiet > 60:
                sys.exit(f"bench: {count} of {total} inputs, and nothing for a minute: see {self.log.name}")
            # Not often: to make the metrics' page is work of the process that is measured.
            time.sleep(0.1)
        if last[0] == first[0]:
            sys.exit(f"bench: {total} inputs are too few: they were handled before it was asked twice")
        inputs, seconds = last[0] - first[0], last[1] - first[1]
        return inputs / seconds, (last[2] - first[2]) / inputs * 1e6

    def stop(self):
        began = time.monotonic()
        self.process.send_signal(signal.SIGTERM)
        code = self.process.wait(30)
        return code, time.monotonic() - began


def row(name, values, form):
    low, middle, high = min(values), statistics.median(values), max(values)
    print(f"{name:44} min {form.format(low)}  median {form.format(middle)}  max {form.format(high)}")


class Targets:
    """What docs/benchmarks.md calls the budget: each is met, or it is not."""

    def __init__(self):
        self.met = {}

    def hold(self, name, value, limit, unit, at_least=False):
        good = value >= limit if at_least else value <= limit
        self.met[name] = {"value": round(value, 3), "limit": round(limit, 3), "met": good}
        words = "at least" if at_least else "at most"
        print(f"{'met' if good else 'NOT MET':8} {name}: {value:,.2f} {unit}, wanted {words} {limit:,.2f}")


def tell(bench, figures):
    """The one line for machines: figures, and on what they were measured."""
    with open("/proc/cpuinfo") as file:
        model = re.search(r"model name\s*: (.*)", file.read())
    changed = "+" if shell("git status --porcelain -- Sources Package.swift").strip() else ""
    print(json.dumps({
        "bench": bench, "commit": shell("git rev-parse --short HEAD").strip() + changed,
        "at": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()), "cores": os.cpu_count(),
        "cpu": model.group(1) if model else "", "load_1m": round(os.getloadavg()[0], 2), **figures}), flush=True)
