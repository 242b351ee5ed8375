"""Each stage by itself, and the whole engine on a log in memory: time, and allocations held against a threshold."""

import json
import os
import subprocess
import sys

from .common import ROOT, built, tell

# Most allocations, and bytes, that an input of each kind may take in the engine. Lower them when they have become
# fewer; raise one only with a reason in the commit.
THRESHOLDS = os.path.join(ROOT, "scripts", "benchkit", "allocations.json")


def micro(stages):
    words = ["--engine"] + (["--stages"] if stages else [])
    lines = subprocess.run([built("turnstile-bench"), *words], check=True, stdout=subprocess.PIPE, text=True).stdout
    found = [json.loads(line) for line in lines.splitlines()]
    print(f"{'stage':20} {'input':10} {'ns':>9} {'allocations':>12} {'bytes':>9}")
    for figure in found:
        print(f"{figure['what']:20} {figure['kind']:10} {figure['ns']:9,.0f} {figure['allocations']:12.2f} "
              f"{figure['bytes']:9,.0f}")
    with open(THRESHOLDS) as file:
        thresholds = json.load(file)
    engine = {figure["kind"]: figure for figure in found if figure["what"] == "engine"}
    over = [f"{kind}: {engine[kind][name]:,.2f} {name} an input, {limit:,} are allowed"
            for kind, limits in thresholds.items() for name, limit in limits.items() if engine[kind][name] > limit]
    tell("micro", {"figures": found, "over": over})
    if set(engine) != set(thresholds) or over:
        print("bench: allocations over the thresholds of scripts/benchkit/allocations.json", *over, sep="\n  ",
              file=sys.stderr)
        sys.exit(4)
