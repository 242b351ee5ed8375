"""Instances of the adapter, the processes of its partners, and how they end."""

import os
import re
import shutil
import signal
import subprocess
import threading
import time
import urllib.error
import urllib.request

STEPS = ("begun", "produced", "flushed", "offsets-sent", "commit-asked", "commit-answered", "applied",
         "checkpoint-begun", "checkpoint-synced", "checkpoint-done")

# What an instance may end with by itself: another start goes on (EX_TEMPFAIL), or no broker was to be reached.
TAKEN_UP_AGAIN = (75, 69)


class Installation:
    """One topic prefix with all that runs on it."""

    def __init__(self, program, bootstrap, directory, port, partitions):
        self.program, self.bootstrap, self.directory, self.port = program, bootstrap, directory, port
        self.prefix, self.partitions = "chaos.", partitions
        self.group = self.prefix + "group"
        os.makedirs(os.path.join(directory, "secrets"), exist_ok=True)

    def environment(self, name):
        return {
            **os.environ, "TURNSTILE_KAFKA_BOOTSTRAP_SERVERS": self.bootstrap, "TURNSTILE_TOPIC_PREFIX": self.prefix,
            "TURNSTILE_GROUP_ID": self.group, "TURNSTILE_INSTANCE_ID": name, "TURNSTILE_WORKERS": "1",
            "TURNSTILE_DATA_DIR": os.path.join(self.directory, f"data-{name}"),
            "TURNSTILE_SECRETS_DIR": os.path.join(self.directory, "secrets"), "TURNSTILE_LOG_FORMAT": "json"}

    def command(self, *arguments, timeout=600):
        """Runs a command of the program to its end."""
        return subprocess.run([self.program, *arguments], env=self.environment("cli"), stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, text=True, timeout=timeout)

    def start(self, arguments, log, **environment):
        with open(os.path.join(self.directory, log), "a") as file:
            return subprocess.Popen([self.program, *arguments], stdout=file, stderr=file, stdin=subprocess.DEVNULL,
                                    env={**self.environment("load"), **environment})


class Instance:
    """One instance_id: a process at a time, with a log and a data directory that outlive it."""

    def __init__(self, installation, name, port, report):
        self.installation, self.name, self.port, self.report = installation, name, port, report
        self.log = os.path.join(installation.directory, f"{name}.log")
        self.process = None
        self.lives = 0
        self.counters = {}
        self.guard = threading.Lock()

    def start(self, crash_at=None):
        environment = {**self.installation.environment(self.name), "TURNSTILE_HTTP_ADDRESS": f"127.0.0.1:{self.port}"}
        if crash_at:
            library = os.path.join(os.path.dirname(self.installation.program), "libCrashPoints.so")
            environment.update(LD_PRELOAD=library, CRASH_AT=crash_at)
        with open(self.log, "a") as file:
            process = subprocess.Popen([self.installation.program, "run"], stdout=file, stderr=file,
                                       stdin=subprocess.DEVNULL, env=environment)
        with self.guard:
            self.lives += 1
            self.process = process
        return process

    @property
    def is_up(self):
        return self.process is not None and self.process.poll() is None

    def get(self, path):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=2) as answer:
                return answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.read().decode()
        except OSError:
            return ""

    @property
    def is_ready(self):
        return self.is_up and self.get("/readyz") == "ok\n"

    def wait_ready(self, seconds, is_over=lambda: False):
        end = time.monotonic() + seconds
        while time.monotonic() < end and self.is_up and not is_over():
            if self.is_ready:
                return True
            time.sleep(0.1)
        return False

    def signal(self, number):
        if self.is_up:
            os.kill(self.process.pid, number)

    def kill(self):
        if self.process:
            self.process.kill()
            self.process.wait()

    def wait_end(self, seconds):
        """Its exit status, negative for a signal; None where it does not end."""
        try:
            return self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            return None

    def terminate(self, seconds=15):
        """SIGTERM and what it must do: end with 0 in time."""
        self.signal(signal.SIGTERM)
        began = time.monotonic()
        code = self.wait_end(seconds)
        if code is None:
            self.report(f"{self.name} did not end within {seconds} s of SIGTERM")
            self.kill()
        elif code not in (0, *TAKEN_UP_AGAIN):
            self.report(f"{self.name} ended with {code} after SIGTERM")
        return time.monotonic() - began

    def ended_by_itself(self):
        """Tells of an end that nobody asked for; only some are allowed."""
        code = self.process.poll() if self.process else None
        if code is not None and code not in TAKEN_UP_AGAIN:
            self.report(f"{self.name} ended by itself with {code}")
        return code

    def lose_store(self):
        self.kill()
        shutil.rmtree(os.path.join(self.installation.directory, f"data-{self.name}"), ignore_errors=True)

    def sample(self):
        """Remembers this life's counters: they are gone with the process."""
        with self.guard:
            life = self.lives
        page = self.get("/metrics") if self.is_up else ""
        if page:
            self.counters[life] = {name: sum(float(value) for value in re.findall(
                rf"^{name}(?:\{{[^}}]*\}})? (\S+)$", page, re.M)) for name in (
                    "turnstile_rebalances_total", "turnstile_producer_recycles_total", "turnstile_inputs_total")}

    def total(self, name):
        return int(sum(values.get(name, 0) for values in self.counters.values()))
