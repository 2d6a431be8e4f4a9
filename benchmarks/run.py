"""Measures cspdocs against its peers in one go and prints what it found as Markdown; README.md says how to read it.

python benchmarks/run.py [--quick] [--only pdf|docx] [--peers FOLDER]
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from measure import Cost, exponent, middle, share
from peers import Peer
from workshop import PLAN_FILE, PLAN_OBJECTS, ROOT, SIZES, Result, Workshop, cases


def main() -> int:
    """Measures and prints; 1 when cspdocs itself failed."""
    arguments = _arguments()
    if not hasattr(os, "wait4"):
        sys.exit("The kernel of this machine does not count what a child process took (os.wait4): run it on Linux or macOS.")
    with tempfile.TemporaryDirectory() as folder:
        workshop = Workshop(Path(folder), arguments.peers.resolve())
        print("\n".join(describe(workshop.peers.values())), flush=True)
        results = []
        for to in (arguments.only,) if arguments.only else ("pdf", "docx"):
            for case in cases(to, quick=arguments.quick):
                print(f"{to}: {case.title} …", file=sys.stderr)
                results.append(workshop.do(case))
    print("\n".join([*compare(results), *growth(results)]))
    return int(any(start in result.failed for result in results for start in (PLAN_FILE, PLAN_OBJECTS)))


def describe(peers: Iterable[Peer]) -> Iterator[str]:
    """When, on what, and against which versions it was measured."""
    now = datetime.now(UTC)
    yield f"Measured on {now:%Y-%m-%d %H:%M} UTC: {os.cpu_count()} cores, {_processor()}, {platform.platform()},"
    yield f"Python {platform.python_version()}; load {os.getloadavg()[0]:.1f} before the start."
    yield ""
    for peer in peers:
        named = f"{peer.name} {peer.version}".strip()
        yield f"- {named}: skipped, {peer.missing}" if peer.missing else f"- {named}"
    yield ""


def compare(results: Iterable[Result]) -> Iterator[str]:
    """The table of ratios: cspdocs divided by the peer, so that less than 1 is less than the peer took."""
    yield "| work | cspdocs from | peer | CPU cspdocs | CPU peer | CPU ratio (span) | MiB cspdocs | MiB peer | MiB ratio |"
    yield "| --- | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |"
    for result in results:
        case = result.case
        for start in case.ours:
            for name in case.peers:
                figures = _figures(start, name, result)
                yield f"| {case.to.upper()}, {case.title} | {start} | {name} | {figures} |"
    yield ""


def growth(results: Iterable[Result]) -> Iterator[str]:
    """The table of ever longer plans, with the power of the number of actions by which the CPU time grows."""
    seconds: dict[tuple[str, str], dict[int, float]] = {}
    for result in results:
        if result.case.actions:
            for name, costs in result.costs.items():
                label = f"cspdocs, {name}" if name in result.case.ours else name
                seconds.setdefault((result.case.to, label), {})[result.case.actions] = middle(costs).cpu
    if not seconds:
        return
    yield f"| CPU of the whole process | {' | '.join(f'{size:,}' for size in SIZES)} | exponent | ms an action |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: |"
    for (to, name), spent in seconds.items():
        _, large, largest = SIZES
        if len(spent) == len(SIZES):
            each = (spent[largest] - spent[large]) / (largest - large) * 1000
            times = " | ".join(_time(spent[size]) for size in SIZES)
            yield f"| {to.upper()}, {name} | {times} | {exponent(spent):.2f} | {each:.2f} |"


def _figures(start: str, name: str, result: Result) -> str:
    """The figures of a row, or why there are none."""
    own, peer = result.costs.get(start), result.costs.get(name)
    if own and peer:
        pairs = share(own, peer)
        ratio = f"**{pairs.median:.2f}** ({pairs.least:.2f}-{pairs.most:.2f})"
        memory = f"{middle(own).peak / middle(peer).peak:.2f}"
    else:
        reasons = {key: f"skipped: {reason}" for key, reason in result.skipped.items()}
        reasons |= {key: f"failed: {reason}" for key, reason in result.failed.items()}
        ratio, memory = reasons.get(start) or reasons[name], "-"
    return " | ".join((_cpu(own), _cpu(peer), ratio, _peak(own), _peak(peer), memory))


def _cpu(costs: Sequence[Cost] | None) -> str:
    return _time(middle(costs).cpu) if costs else "-"


def _peak(costs: Sequence[Cost] | None) -> str:
    return f"{middle(costs).peak:.0f}" if costs else "-"


def _time(seconds: float) -> str:
    if seconds >= 1:
        return f"{seconds:.2f} s"
    return f"{seconds * 1000:.{0 if seconds >= 0.1 else 1}f} ms"


def _processor() -> str:
    """The processor's model; Python knows it only on some systems."""
    described = Path("/proc/cpuinfo")
    lines = described.read_text(encoding="utf-8").splitlines() if described.exists() else []
    models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return models[0] if models else platform.processor() or platform.machine()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measures cspdocs against its peers and prints a table of ratios.")
    parser.add_argument("--quick", action="store_true", help="fewer runs; the figures wander more")
    parser.add_argument("--only", choices=("pdf", "docx"), help="one format")
    default = ROOT.parent / "shared/bench/peers"
    parser.add_argument("--peers", type=Path, default=default, help="the folder of the peers' scripts and plan.json")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
