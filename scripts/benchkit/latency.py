"""From a command's append to its event readable, at a rate, beside the same of a passthrough and its commit."""

import json
import re
import time

from .common import Adapter, Place, Targets, say, tell
from .peers import Passthrough

INPUTS_AN_ORDER = 4
# Long enough for a p99 of some thousand commands; `turnstile load` leaves out the first two seconds.
SECONDS = 15


def latency(program, servers, directory, rate):
    if not rate:
        rate = a_tenth(program, servers, directory)
    place = Place(program, servers, directory, "l")
    adapter = Adapter(place)
    per_second = max(round(rate / INPUTS_AN_ORDER), 1)
    began = time.monotonic()
    told = json.loads(place.turnstile(
        f"load --prepare --only-issued --latency -o json --execute --orders {per_second * SECONDS} "
        f"--per-second {per_second}"))[0]
    seconds = time.monotonic() - began
    inputs, page = adapter.inputs(), adapter.get("/metrics")
    adapter.stop()
    ms = [told[name] / 1000 for name in ("p50_us", "p99_us", "max_us")]
    print(f"inputs                          {inputs:,}, {inputs / seconds:,.0f} a second")
    print(f"commands timed                  {told['commands']:,}, {told['unanswered']} without an event")
    print("command appended to event readable, ms       p50 {:.1f}  p99 {:.1f}  max {:.1f}".format(*ms))
    phases = mean_ms(page, "turnstile_transaction_duration_seconds")
    for labels, mean in phases.items():
        print(f"transaction, mean, ms           {mean:.2f} {labels}")
    figures = {"inputs_per_second": round(inputs / seconds), "commands": told["commands"],
               "unanswered": told["unanswered"], "latency_ms": ms, "transaction_mean_ms": phases}
    targets = Targets()
    passthrough = Passthrough.find(servers)
    beside = passthrough and passthrough.latency(round(rate), SECONDS)
    if beside:
        seen, commit = beside
        print("passthrough, acknowledged to readable, ms    p50 {:.1f}  p99 {:.1f}  max {:.1f}".format(*seen))
        print("passthrough, flush to commit, ms             p50 {:.1f}  p99 {:.1f}".format(*commit))
        targets.hold("p99 beside a commit's round trip (median)", ms[1] / commit[0], 3, "times")
        figures |= {"passthrough_latency_ms": seen, "passthrough_commit_ms": commit}
    tell("latency", {**figures, "targets": targets.met})


def a_tenth(program, servers, directory):
    place = Place(program, servers, directory, "l-load")
    orders = 60_000
    place.write_lives(orders)
    adapter = Adapter(place)
    rate, _ = adapter.work_off(orders * INPUTS_AN_ORDER)
    adapter.stop()
    say(f"measured load: {rate:,.0f} inputs/s")
    return rate / 10


def mean_ms(page, name):
    """A histogram's mean by its labels."""
    def values(part):
        found = re.findall(rf"^{name}_{part}(\{{.*\}})? (\S+)$", page, re.M)
        return {labels or "": float(value) for labels, value in found}
    sums, counts = values("sum"), values("count")
    return {labels: round(sums[labels] / count * 1000, 3) for labels, count in counts.items() if count}
