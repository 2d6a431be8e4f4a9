"""What a process costs: CPU seconds of it and its children, and its peak memory, as the kernel counted them."""

from __future__ import annotations

import math
import os
import re
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_DOCUMENT = re.compile(r"cpu ms (?:min [\d.]+ )?med ([\d.]+)")
"""What every measured script prints that makes several documents in one process."""


class RunFailed(Exception):
    """A measured program ended badly; says how."""


@dataclass(frozen=True)
class Cost:
    """What one run took."""

    cpu: float
    """Seconds, user and system together: of the whole process, or of one document where the process made many."""
    peak: float
    """MiB resident at most."""


@dataclass(frozen=True)
class Ratio:
    """What ours took as a share of what the peer took: the median of the pairs, and their span."""

    median: float
    least: float
    most: float


def run(command: Sequence[str], environment: Mapping[str, str]) -> Cost:
    """The cost of one run of a command.

    The kernel counts into a child's peak what its parent held when it was started, so this program loads next to nothing.

    Raises:
        RunFailed: if it ends with anything but 0.
    """
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL, stdout=said, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        words = said.read().decode(errors="replace").strip()
    if process.returncode:
        raise RunFailed(words.splitlines()[-1] if words else f"ended with {process.returncode}")
    document = _DOCUMENT.search(words)
    cpu = float(document[1]) / 1000 if document else usage.ru_utime + usage.ru_stime
    return Cost(cpu, usage.ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10))


def take_turns(
    commands: Mapping[str, Sequence[str]], environment: Mapping[str, str], rounds: int
) -> tuple[dict[str, list[Cost]], dict[str, str]]:
    """The costs of each command, a run of each in every round, and why those failed that did.

    Each is run once before, so that files are in memory and Python's modules compiled. Taking turns lets a busy spell of
    the machine fall on all alike.
    """
    costs: dict[str, list[Cost]] = {name: [] for name in commands}
    failed = {}
    for turn in range(rounds + 1):
        for name, command in commands.items():
            if name in failed:
                continue
            try:
                cost = run(command, environment)
            except RunFailed as failure:
                failed[name] = str(failure)
                del costs[name]
            else:
                costs[name] += [cost] if turn else []
    return costs, failed


def middle(costs: Sequence[Cost]) -> Cost:
    """The median of the CPU times and that of the peaks."""
    return Cost(statistics.median(cost.cpu for cost in costs), statistics.median(cost.peak for cost in costs))


def share(ours: Sequence[Cost], peers: Sequence[Cost]) -> Ratio:
    """How the CPU times compare, run by run of the same round."""
    shares = [mine.cpu / theirs.cpu for mine, theirs in zip(ours, peers, strict=True)]
    return Ratio(statistics.median(shares), min(shares), max(shares))


def exponent(seconds: Mapping[int, float]) -> float:
    """The power of the number of actions with which the CPU time above the start-up grows, between the two largest of three.

    The start-up is where the straight line through the two smallest meets none at all; not a number when the machine was
    so busy that the smallest took longest.
    """
    small, large, largest = sorted(seconds)
    rise = (seconds[large] - seconds[small]) / (large - small)
    grown = seconds[largest] - seconds[small] + rise * small
    return math.log(grown / (rise * large), largest / large) if rise > 0 and grown > 0 else math.nan
