"""Inputs a second and CPU an input, whole lives of orders, beside a passthrough and a franz-go loop."""

import statistics

from .common import Adapter, Place, Targets, row, say, tell
from .peers import Passthrough, franz_go


def throughput(program, servers, directory, orders, rounds):
    measured = {"adapter": [], "passthrough": [], "franz_go": []}
    passthrough = Passthrough.find(servers)
    for number in range(rounds):
        place = Place(program, servers, directory, f"t{number}")
        place.write_lives(orders)
        adapter = Adapter(place)
        found = adapter.work_off(orders * 4)
        code, seconds = adapter.stop()
        say(f"round {number + 1}: {found[0]:,.0f} inputs/s at {found[1]:.2f} us; SIGTERM to exit {code}: {seconds:.2f} s")
        measured["adapter"].append(found)
        topic = place.prefix + "order-commands"
        if passthrough:
            measured["passthrough"].append(passthrough.throughput(topic))
        measured["franz_go"].append(franz_go(servers, topic, orders * 2, place.prefix))
    middle = {}
    for name, found in measured.items():
        found = [pair for pair in found if pair]
        if not found:
            print(f"{name}: could not be measured here")
            continue
        row(f"{name}, inputs/s", [pair[0] for pair in found], "{:,.0f}")
        row(f"{name}, CPU us an input", [pair[1] for pair in found], "{:.2f}")
        middle[name] = [statistics.median(pair[index] for pair in found) for index in (0, 1)]
    targets = Targets()
    rate, cost = middle["adapter"]
    targets.hold("CPU an input", cost, 8, "us")
    if "passthrough" in middle:
        targets.hold("CPU beside the passthrough's", cost / middle["passthrough"][1], 2.5, "times")
    if "franz_go" in middle:
        targets.hold("throughput beside franz-go's", rate / middle["franz_go"][0], 1.5, "times", at_least=True)
    tell("throughput", {"orders": orders, **{
        name: {"inputs_per_second": [pair and pair[0] for pair in found],
               "cpu_us_per_input": [pair and pair[1] for pair in found]}
        for name, found in measured.items()}, "targets": targets.met})
