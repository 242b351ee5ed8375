"""The time to start with many live orders, in stores that are made and not traded together."""

import os
import time

from .common import Adapter, Place, built, row, say, shell, tell

# So many orders are traded, so that topics, group and stores are real; the others are made.
TRADED = 20_000


def restart(program, servers, directory, orders, rounds):
    traded = min(orders, TRADED)
    place = Place(program, servers, directory, "r")
    place.write_lives(traded, "--until locked --hold-seconds 86400")
    adapter = Adapter(place)
    adapter.work_off(traded * 2)
    adapter.stop()
    began = time.monotonic()
    say(shell(f"{built('make-store')} {os.path.join(place.directory, 'data')} 4 {orders - traded}").strip())
    say(f"the stores were made in {time.monotonic() - began:.0f} s")
    # The first start counts what nobody has counted; the ones that are timed find it in the stores.
    adapter = Adapter(place)
    first = adapter.wait_ready()
    time.sleep(70)
    adapter.stop()
    orderly, killed, own = [], [], []
    for _ in range(rounds):
        adapter = Adapter(place)
        orderly.append(adapter.wait_ready())
        own.append(adapter.memory_bytes()[0])
        adapter.process.kill()
        adapter.process.wait()
        adapter = Adapter(place)
        killed.append(adapter.wait_ready())
        adapter.stop()
    print(f"live orders                                  {orders:,}, stores of {place.store_bytes() / 2**30:.1f} GiB")
    print(f"first start with made stores, s              {first:.2f}")
    row("start to ready after an orderly stop, s", orderly, "{:.2f}")
    row("start to ready after kill -9, s", killed, "{:.2f}")
    row("memory of its own when ready, MiB", [size / 2**20 for size in own], "{:.0f}")
    tell("restart", {"live_orders": orders, "store_bytes": place.store_bytes(), "first_seconds": first,
                     "orderly_seconds": orderly, "killed_seconds": killed, "own_bytes": own})
