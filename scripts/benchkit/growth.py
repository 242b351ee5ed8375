"""Memory and cost an input as live orders grow; and start, stop and rebuild with many of them."""

import os
import shutil
import sys
import time

from .common import Adapter, Place, tell

# So many orders are carried on at each size: enough for a steady figure, few beside those that live.
SAMPLE = 25_000
SETTLE_SECONDS = 4  # Two checkpoints.


def growth(program, servers, directory, orders):
    """One installation grows by tens from 10,000 live orders. At each size new ones are placed and locked, then, after a
    restart, old ones, spread over all, are issued: those are read from the store. Inputs are written while the adapter
    is down, so that writing them costs it nothing."""
    place = Place(program, servers, directory, "g")
    live, size, rows = 0, 10_000, []
    while size <= orders:
        new = size - live
        place.write_lives(new, f"--prefix g- --first {live} --until locked")
        filled = run(place, new * 2)
        sample = min(SAMPLE, size // 2)
        stride = size // sample
        # Another remainder at each size, so that nobody is issued twice.
        place.write_lives(sample, f"--prefix g- --from issue --first {len(rows) % stride} --stride {stride}")
        issued = run(place, sample * 2)
        live = size
        rows.append({"live_orders": size, "place_and_lock": filled, "issue_old": issued,
                     "store_bytes": place.store_bytes()})
        size *= 10
    if not rows:
        sys.exit("bench: growth begins at 10,000 orders")
    print(f"{'live orders':>12} {'':12} {'inputs/s':>9} {'us an input':>12} {'start, s':>9} {'own memory':>11} "
          f"{'store pages':>12} {'store':>10}")
    for row in rows:
        for what in ("place_and_lock", "issue_old"):
            found = row[what]
            print(f"{row['live_orders']:12,} {what.replace('_', ' '):14} {found['inputs_per_second']:7,} "
                  f"{found['us_per_input']:12.2f} {found['ready_seconds']:9.2f} {found['own_bytes'] / 2**20:7,.0f} MiB "
                  f"{found['mapped_bytes'] / 2**20:8,.0f} MiB {row['store_bytes'] / 2**20:6,.0f} MiB")
    tell("growth", {"sizes": rows})


def run(place, total):
    """Starts the adapter, lets it work off so many inputs, and stops it."""
    adapter = Adapter(place)
    ready = adapter.wait_ready()
    rate, cost = adapter.work_off(total)
    time.sleep(SETTLE_SECONDS)
    own, mapped = adapter.memory_bytes()
    refused = dead_letters(adapter)
    adapter.stop()
    if refused:
        sys.exit(f"bench: {refused}: the inputs were not what they should be")
    return {"inputs_per_second": round(rate), "us_per_input": round(cost, 2), "ready_seconds": round(ready, 2),
            "own_bytes": own, "mapped_bytes": mapped}


def dead_letters(adapter):
    """What must not happen to these inputs, as the metrics tell it; empty where it did not."""
    return ", ".join(line for line in adapter.get("/metrics").splitlines()
                     if line.startswith(("turnstile_dead_letters_total{", "turnstile_rejections_total{")))


def memory(program, servers, directory, orders):
    place = Place(program, servers, directory, "m")
    place.write_lives(orders, "--until locked")
    adapter = Adapter(place)
    adapter.work_off(orders * 2)
    time.sleep(5)
    own, mapped = adapter.memory_bytes()
    code, stop_seconds = adapter.stop()
    adapter = Adapter(place)
    ready_seconds = adapter.wait_ready()
    restarted = adapter.memory_bytes()[0]
    adapter.stop()
    store = place.store_bytes()
    shutil.rmtree(os.path.join(place.directory, "data"))
    adapter = Adapter(place)
    rebuild_seconds = adapter.wait_ready()
    adapter.stop()
    print(f"live orders                     {orders:,}")
    print(f"memory of its own               {own / 2**20:,.0f} MiB, after a restart {restarted / 2**20:,.0f} MiB")
    print(f"pages of the store in memory    {mapped / 2**20:,.0f} MiB")
    print(f"store on disk                   {store / 2**20:,.0f} MiB, {store / orders:,.0f} bytes an order")
    print(f"SIGTERM to exit {code}               {stop_seconds:.2f} s")
    print(f"start to ready                  {ready_seconds:.2f} s; with a lost store {rebuild_seconds:.2f} s")
    tell("memory", {"live_orders": orders, "own_bytes": own, "mapped_bytes": mapped, "store_bytes": store,
                    "restart_seconds": ready_seconds, "rebuild_seconds": rebuild_seconds})
