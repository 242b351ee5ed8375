"""How long the inputs of an instance that dies wait for another one."""

import re
import statistics
import time


def measure(cluster, installation, instances, load, kills, say, violated):
    """Kills one instance after the other with SIGKILL, waits until the others have its partitions, starts it again;
    then reads from the journal when each partition's next transaction was. Gives the figures.

    A partition of the one that was killed shows by its gap: the group must miss its member first.
    """
    killed_at = []
    for number in range(kills):
        instance = instances[number % len(instances)]
        killed_at.append(time.time() * 1000)
        instance.kill()
        others = [other for other in instances if other is not instance]
        end = time.monotonic() + 60
        while time.monotonic() < end and running(others) < installation.partitions:
            time.sleep(0.1)
        if running(others) < installation.partitions:
            violated(f"60 s after the end of {instance.name} the others have {running(others)} partitions only")
        time.sleep(2)
        instance.start()
        for each in instances:
            each.wait_ready(60)
        time.sleep(3)
        say(f"kill {number + 1} of {kills}: {instance.name}")
    # The journal comes to an end only when nothing more is sent.
    load.kill()
    load.wait()
    appends = journal_appends(cluster, installation)
    gaps = []
    for moment in killed_at:
        for times in appends.values():
            after = next((at for at in times if at > moment + 100), None)
            # The others' partitions go on within a commit.
            if after is not None and after - moment > 3000:
                gaps.append((after - moment) / 1000)
    gaps.sort()
    if not gaps:
        violated("no partition changed its owner")
        return {}
    return {"kills": kills, "partitions_taken_over": len(gaps), "failover_seconds": {
        "p50": round(statistics.median(gaps), 2), "p99": round(gaps[min(int(len(gaps) * 0.99), len(gaps) - 1)], 2),
        "max": round(gaps[-1], 2)}}


def running(instances):
    return sum(int(float(value)) for instance in instances for value in
               re.findall(r"^turnstile_partitions_running (\S+)$", instance.get("/metrics"), re.M))


def journal_appends(cluster, installation):
    """When each partition's transactions were appended, in milliseconds since 1970; committed ones only."""
    out = cluster.tool("console-consumer", "--bootstrap-server", cluster.bootstrap, "--topic",
                       installation.prefix + "journal", "--from-beginning", "--isolation-level", "read_committed",
                       "--formatter-property", "print.timestamp=true", "--formatter-property", "print.partition=true",
                       "--formatter-property", "print.value=false", "--timeout-ms", "8000", check=False)
    appends = {}
    for at, partition in re.findall(r"LogAppendTime:(\d+)\tPartition:(\d+)", out):
        appends.setdefault(int(partition), []).append(int(at))
    return {partition: sorted(times) for partition, times in appends.items()}
