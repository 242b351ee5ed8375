"""The faults, and the loops that have them happen: one for each instance, one for the cluster."""

import random
import signal
import threading
import time
import traceback

from .instances import STEPS

INSTANCE_KINDS = ("kill", *(f"kill at {step}" for step in STEPS), "zombie", "rolling restart", "lost store")
BROKER_KINDS = ("broker kill", "broker pause", "broker restart", "leader move")
NETWORK_KINDS = ("network latency", "network timeout", "network reset", "network bandwidth")
KINDS = INSTANCE_KINDS + BROKER_KINDS + NETWORK_KINDS


class Deck:
    """Deals kinds of faults in an order that the seed decides; each comes once before any comes again."""

    def __init__(self, kinds, seed):
        self.kinds, self.chance, self.left = list(kinds), random.Random(seed), []
        self.guard = threading.Lock()

    def draw(self):
        with self.guard:
            if not self.left:
                self.left = list(self.kinds)
                self.chance.shuffle(self.left)
            return self.left.pop()

    def put_back(self, kind):
        """What could not be done is due again soon."""
        with self.guard:
            self.left.insert(max(len(self.left) - 2, 0), kind)


class Faults:
    """Has faults happen until it is told to stop, and counts them by kind."""

    def __init__(self, cluster, instances, kinds, seed, report, say, session_seconds=10):
        self.cluster, self.instances, self.report, self.say = cluster, instances, report, say
        self.kinds, self.seed, self.session_seconds = kinds, seed, session_seconds
        self.counts = {kind: 0 for kind in kinds}
        self.guard = threading.Lock()
        self.over = threading.Event()
        self.instance_deck = Deck([kind for kind in INSTANCE_KINDS if kind in kinds], f"{seed}/instances")
        self.cluster_deck = Deck([kind for kind in BROKER_KINDS + NETWORK_KINDS if kind in kinds], f"{seed}/cluster")
        self.threads = []

    def start(self):
        loops = []
        if self.instance_deck.kinds:
            loops += [(self.instance_loop, instance) for instance in self.instances]
        if self.cluster_deck.kinds:
            loops.append((self.cluster_loop, None))
        for loop, argument in loops:
            thread = threading.Thread(target=self.guarded, args=(loop, argument), daemon=True)
            thread.start()
            self.threads.append(thread)

    def stop(self):
        self.over.set()
        for thread in self.threads:
            thread.join()

    def guarded(self, loop, argument):
        try:
            loop(argument)
        except Exception:
            self.report("the chaos itself failed: " + traceback.format_exc())
            self.over.set()

    def count(self, kind, where):
        with self.guard:
            self.counts[kind] += 1
        self.say(f"{kind}: {where}")

    # Instances.

    def instance_loop(self, instance):
        chance = random.Random(f"{self.seed}/{instance.name}")
        while not self.over.is_set():
            kind = self.instance_deck.draw()
            step = kind[len("kill at "):] if kind.startswith("kill at ") else None
            # Transactions come by the dozen a second, checkpoints once a second.
            count = chance.randint(1, 4 if step and step.startswith("checkpoint") else 40)
            instance.start(f"{step}:{count}" if step else None)
            # Now and then it is hit before it has come to work.
            if step or chance.random() < 0.85:
                instance.wait_ready(20, self.over.is_set)
            if not self.over.is_set():
                self.hurt(instance, kind, step, chance)
            if self.over.is_set():
                # One that is still to die at a step is not what goes on.
                if step:
                    instance.kill()
                break
            # Half of them come back before the group has missed them, half when others have their partitions.
            away = chance.uniform(0, 1) if chance.random() < 0.6 else self.session_seconds + chance.uniform(1, 4)
            self.over.wait(away)

    def hurt(self, instance, kind, step, chance):
        """One fault; the instance is down when it is over."""
        if step:
            # It dies by itself once it comes to the step.
            end = time.monotonic() + chance.uniform(15, 20)
            while time.monotonic() < end and not self.over.is_set() and instance.is_up:
                time.sleep(0.1)
            if instance.process.poll() == -signal.SIGKILL:
                return self.count(kind, instance.name)
            instance.ended_by_itself()
            instance.kill()
            return self.instance_deck.put_back(kind)
        self.over.wait(chance.uniform(0.2, 5))
        if instance.ended_by_itself() is not None:
            self.instance_deck.put_back(kind)
        elif kind == "kill":
            instance.kill()
            self.count(kind, instance.name)
        elif kind == "lost store":
            instance.lose_store()
            self.count(kind, instance.name)
        elif kind == "rolling restart":
            seconds = instance.terminate()
            self.count(kind, f"{instance.name}, ended in {seconds:.1f} s")
        elif kind == "zombie":
            instance.signal(signal.SIGSTOP)
            # It wakes whatever comes: a stopped process hears nothing.
            self.over.wait(self.session_seconds + chance.uniform(1, 6))
            instance.signal(signal.SIGCONT)
            self.count(kind, instance.name)
            self.over.wait(chance.uniform(3, 6))
            if instance.ended_by_itself() is None:
                instance.terminate()

    # Brokers and the network.

    def cluster_loop(self, _):
        chance = random.Random(f"{self.seed}/brokers")
        while not self.over.is_set():
            self.over.wait(chance.uniform(2, 6))
            kind, broker = self.cluster_deck.draw(), chance.randint(1, self.cluster.SIZE)
            seconds = chance.uniform(3, 12)
            if not self.over.is_set():
                {"broker kill": self.kill_broker, "broker pause": self.pause_broker,
                 "broker restart": self.restart_broker, "leader move": self.move_leaders}.get(kind, self.poison)(
                     kind, broker, seconds, chance)

    def kill_broker(self, kind, broker, seconds, _):
        self.cluster.kill(broker)
        self.count(kind, f"broker {broker} for {seconds:.0f} s")
        self.over.wait(seconds)
        self.cluster.restart(broker)

    def pause_broker(self, kind, broker, seconds, _):
        self.cluster.pause(broker)
        self.count(kind, f"broker {broker} for {seconds:.0f} s")
        self.over.wait(seconds)
        self.cluster.resume(broker)

    def restart_broker(self, kind, broker, _, __):
        self.cluster.terminate(broker)
        self.count(kind, f"broker {broker}")
        self.cluster.restart(broker)

    def move_leaders(self, kind, broker, _, __):
        for _ in range(4):
            moved = self.cluster.elect_preferred()
            if moved:
                return self.count(kind, f"{moved} partitions")
            # All are where they began: a broker that ends in order hands its own over.
            self.cluster.terminate(broker)
            self.cluster.restart(broker)
            self.over.wait(2)
        self.cluster_deck.put_back(kind)

    def poison(self, kind, broker, seconds, chance):
        stream = chance.choice(("upstream", "downstream"))
        name, loses_bytes, attributes = {
            "network latency": ("latency", False, {"latency": chance.randint(50, 1500), "jitter": 100}),
            "network timeout": ("timeout", True, {"timeout": 0}),
            "network reset": ("reset_peer", True, {"timeout": chance.randint(0, 500)}),
            "network bandwidth": ("bandwidth", False, {"rate": chance.randint(5, 50)}),
        }[kind]
        self.cluster.poison(broker, name, stream, **attributes)
        self.count(kind, f"broker {broker}, {stream}, {attributes}, for {seconds:.0f} s")
        self.over.wait(seconds)
        self.cluster.cure(broker, loses_bytes)
