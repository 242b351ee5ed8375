"""Where an input's CPU goes: samples of the running adapter's stacks, attributed to stages, times its CPU an input."""

import collections
import os
import re
import shutil
import signal
import subprocess
import sys

from .common import Adapter, Place, say, tell

HERTZ = 499
# A frame's symbol, as the linker has it, to the stage that it belongs to. A sample counts for the first rule that any
# of its frames meets, from the innermost frame outwards; so only names stand here that are called from one stage.
# Swift's names say module and function: `$s` + length + module + … + length + name.
STAGES = [
    ("decode", r"\$s8Contract11InputReaderV|\$s6Engine6decode"),
    ("authenticate", r"\$s7Signing8VerifierC|\$s7Signing7KeyRingC|\$s6Engine10SignaturesV|\$s6Engine12authenticate"),
    ("look up and read the state", r"\$s8Contract10readRecord|\$s6Engine6StatesV(4held|5state)|\$s6Engine10StateTableV4find"
                                   r"|\$s5Store14PartitionStoreC9withState|\$s6Engine8dueTimer"),
    ("decide", r"\$s6Orders6decide"),
    ("write outputs and state", r"\$s8Contract1[0-9]write(Event|Request|Entry|Record)|\$s6Engine7publish"
                                r"|\$s6Engine13OutputHeadersV"),
    ("digest and journal", r"\$s6Engine13ChainedDigestV|\$s8Contract18writeJournalRecord|\$s6Engine12JournalDraftV"
                           r"|digestRecords|writeEnd"),
    ("changelog", r"writeChangelog"),
    ("checkpoint", r"\$s5Store14PartitionStoreC10checkpoint|\$s6Engine13CheckpointJob|\$s6Engine6WorkerV\w*10checkpoint"),
    ("apply", r"\$s6Engine5apply|\$s6Engine6WorkerV\w*6settle|\$s6Engine6StatesV6commit|\$s6Engine9PartitionV6commit"),
    ("receive and merge", r"\$s6Engine7receive|\$s5Kafka10InputQueueV|\$s5Kafka0[A-Z]3LogV4take|\$s6Engine5MergeV"
                          r"|\$s7Records5InboxV|nextStep|\$s6Engine8nextStep"),
    ("produce and commit (committer)", r"\$s5Kafka10CommittingV|\$s5Kafka21TransactionalProducerV|rd_kafka_produce_batch"
                                       r"|\$s5Kafka10ThreadBody"),
    ("hand over", r"\$s6Engine6WorkerV\w*6submit|\$s6Engine5BatchV4seal"),
    ("handle: moves between stages", r"\$s6Engine9ProcessorV"),
    ("loop, the rest", r"\$s6Engine6WorkerV|\$s7Service12WorkerThreadC"),
]
# Samples whose callers are not seen, by the library of the innermost frame that is known.
LIBRARIES = {
    "librdkafka": "librdkafka, called by loop or committer", "libcrypto": "SHA-256 of digest or signature",
    "libjemalloc": "allocator, caller not seen", "libc.": "copies, caller not seen", "[kernel": "kernel, caller not seen",
    "libswift": "Swift's runtime, caller not seen", "liblmdb": "look up and read the state",
}
RULES = [(stage, re.compile(pattern)) for stage, pattern in STAGES]


def stages(program, servers, directory, orders):
    if not shutil.which("perf"):
        sys.exit("bench: per-stage CPU needs perf: apt-get install linux-perf")
    place = Place(program, servers, directory, "s")
    place.write_lives(orders)
    adapter = Adapter(place)
    data = os.path.join(directory, "perf.data")
    perf = []

    def record():
        perf.append(subprocess.Popen(
            ["perf", "record", "-q", "-e", "cpu-clock", "-F", str(HERTZ), "-g", "-p", str(adapter.process.pid),
             "-o", data], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))

    rate, cost = adapter.work_off(orders * 4, on_start=record)
    for process in perf:
        process.send_signal(signal.SIGINT)
        process.wait(60)
    adapter.stop()
    found, unknown = attributed(data)
    total = sum(found.values())
    if not total:
        sys.exit("bench: perf gave no samples")
    say(f"{total:,} samples at {HERTZ} a second; {rate:,.0f} inputs/s while they were taken")
    figures = {stage: round(count / total * cost, 2) for stage, count in found.most_common()}
    print(f"{'stage':40} {'us an input':>11} {'share':>7}")
    for stage, us in figures.items():
        print(f"{stage:40} {us:11.2f} {us / cost:7.1%}")
    print(f"{'all':40} {cost:11.2f}")
    if unknown:
        say("frames of samples without a stage: " + ", ".join(f"{name} {count}" for name, count in unknown.most_common(8)))
    tell("stages", {"orders": orders, "samples": total, "inputs_per_second": rate, "cpu_us_per_input": cost,
                    "us_per_input": figures})


def attributed(data):
    """Samples by stage, and the innermost frames of those that belong to none."""
    script = subprocess.Popen(["perf", "script", "-i", data, "-F", "comm,ip,sym,dso"], stdout=subprocess.PIPE,
                              stderr=subprocess.DEVNULL, text=True, errors="replace")
    found, unknown = collections.Counter(), collections.Counter()
    comm, frames = None, []

    def end():
        if comm is None:
            return
        stage = stage_of(comm, frames)
        found[stage] += 1
        if stage == "other":
            unknown[" < ".join(f"{symbol} ({library})" for symbol, library in frames[:3])] += 1

    for line in script.stdout:
        if not line.strip():
            end()
            comm, frames = None, []
        elif comm is None:
            comm = line.strip()
        else:
            frame = re.match(r"\s*[0-9a-f]+ (.*) \((.*)\)$", line.rstrip())
            if frame:
                frames.append((frame.group(1), os.path.basename(frame.group(2))))
    end()
    return found, unknown


def stage_of(comm, frames):
    if comm.startswith("rdk:"):
        return "librdkafka's threads"
    if comm.startswith("job"):
        return "checkpoint"
    if not comm.startswith("worker"):
        return "metrics page" if comm.startswith("MHD") else "other threads"
    for symbol, _ in frames:
        for stage, rule in RULES:
            if rule.search(symbol):
                return stage
    # Some libraries are built without frame pointers: who called them is not seen.
    for symbol, library in frames:
        if symbol != "[unknown]" or not library.startswith("["):
            for part, stage in LIBRARIES.items():
                if library.startswith(part):
                    return stage
    return "other"
