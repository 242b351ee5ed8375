"""What must hold when the faults have stopped."""

import json
import os
import time

# What becomes of an order whose tickets were issued.
ISSUED = ("FIXED", "REFUNDING", "REFUNDED", "REFUND_FAIL")


class Verdict:
    def __init__(self, say):
        self.say, self.violations, self.figures = say, [], {}

    def violated(self, what):
        self.violations.append(what)
        self.say(f"VIOLATION: {what}")

    def settle(self, cluster, instances, load, installation, patience):
        """Progress within a bound: the cluster is whole, every instance is up, every order comes to its end."""
        cluster.heal()
        for instance in instances:
            if not instance.is_up:
                instance.start()
        # It places nothing more, and ends when all that it has placed is at its end.
        load.terminate()
        began = time.monotonic()
        end = began + patience
        while time.monotonic() < end and load.poll() is None:
            self.tend(instances)
            time.sleep(0.5)
        if load.poll() is None:
            self.violated(f"not every order came to its end within {patience} s: {self.last_line(installation)}")
        elif load.returncode == 4:
            self.violated("a supplier issued an order twice: " + self.last_line(installation))
        elif load.returncode:
            self.violated(f"the partners ended with {load.returncode}: " + self.last_line(installation))
        self.figures["settled_seconds"] = round(time.monotonic() - began, 1)
        for instance in instances:
            if not instance.wait_ready(max(end - time.monotonic(), 10)):
                self.violated(f"{instance.name} is not ready: {instance.get('/readyz').strip() or 'it is down'}")
        lag = cluster.lag(installation.group)
        while lag != 0 and time.monotonic() < end:
            self.tend(instances)
            time.sleep(1)
            lag = cluster.lag(installation.group)
        if lag != 0:
            self.violated(f"the group's lag is {lag} after {patience} s")
        for instance in instances:
            instance.sample()

    def tend(self, instances):
        """Starts what ended by itself, as whoever runs it does."""
        for instance in instances:
            if instance.process and instance.ended_by_itself() is not None:
                instance.start()

    @staticmethod
    def last_line(installation):
        with open(os.path.join(installation.directory, "load.log")) as file:
            return (file.read().strip().splitlines() or [""])[-1]

    def check(self, cluster, instances, installation, faults):
        for instance in instances:
            instance.terminate()
        for line in cluster.open_transactions():
            self.violated(f"a transaction is open: {line}")
        checked = installation.command("check", "--summary", "-o", "json", timeout=3600)
        found = [line for line in checked.stderr.splitlines() if line.startswith("finding: ")]
        for line in found[:20]:
            self.violated(line)
        if checked.returncode and not found:
            self.violated(f"check ended with {checked.returncode}: {checked.stderr[-500:]}")
        replayed = installation.command("replay", "verify", "--all", timeout=3600)
        if replayed.returncode:
            self.violated(f"replay verify ended with {replayed.returncode}: {replayed.stderr[-1000:]}")
        seen = {row["what"]: row["value"] for row in json.loads(checked.stdout or "[]")}
        orders = sum(count for what, count in seen.items() if what.startswith("orders "))
        issued = sum(seen.get(f"orders {status}", 0) for status in ISSUED)
        self.figures.update(
            commands=seen.get("commands", 0), inputs=seen.get("inputs in transactions", 0),
            events=seen.get("events", 0), transactions=seen.get("transactions", 0), orders=orders, issued_orders=issued,
            rebalances=sum(instance.total("turnstile_rebalances_total") for instance in instances),
            recycles=sum(instance.total("turnstile_producer_recycles_total") for instance in instances),
            lives=sum(instance.lives for instance in instances))
        # A run that reached little has shown little.
        if not issued or issued < orders / 4:
            self.violated(f"only {issued} of {orders} orders were issued")
        missing = [kind for kind, count in faults.counts.items() if not count]
        if missing:
            self.violated("kinds of faults that did not happen: " + ", ".join(missing))
