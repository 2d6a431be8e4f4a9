"""The pieces of work that are measured, their inputs, and the commands that do them."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from measure import Cost, RunFailed, run, take_turns
from peers import find_fonts, find_modules, find_peers

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
EXAMPLE = ROOT / "examples/tonbridge-malling-2025-26/plan.yaml"
SIZES = (100, 1_000, 10_000)
PLAN_FILE, PLAN_OBJECTS = "plan file", "Plan objects"
"""What cspdocs starts from."""
NO_CONTENT = "no plan.json in the peers' folder (--peers)"

_PEERS = {
    "pdf": (("Typst", "reportlab platypus"), ("Typst", "reportlab platypus"), ("Typst",)),
    "docx": (("pandoc", "npm docx", "docxtpl"), ("npm docx", "docxtpl"), ("docxtpl",)),
}
"""Who is measured in a fresh process, making many in one process, and on ever longer plans."""


@dataclass(frozen=True)
class Case:
    """One piece of work: what cspdocs starts from, who else does it, and how often it is done."""

    title: str
    to: str
    ours: tuple[str, ...]
    peers: tuple[str, ...]
    rounds: int
    actions: int = 0
    """Of the plan grown to that many; 0 for the plan as it is."""
    documents: int = 0
    """How many more are made in each process; then the CPU time is that of one of them."""


@dataclass(frozen=True)
class Result:
    """What the runs of a case took, and why those have no figures that were skipped or that failed, by name."""

    case: Case
    costs: dict[str, list[Cost]]
    skipped: dict[str, str]
    failed: dict[str, str]


def cases(to: str, *, quick: bool) -> Iterator[Case]:
    """Everything that is measured of a format."""
    fresh, warm, growth, documents = (3, 1, 1, 10) if quick else (11, 5, 3, 20)
    alone, together, grown = _PEERS[to]
    yield Case("fresh process", to, (PLAN_FILE,), alone, fresh)
    yield Case("one process", to, (PLAN_OBJECTS,), together, warm, documents=documents)
    for size in SIZES:
        rounds = growth if size == max(SIZES) else warm
        yield Case(f"{size:,} actions", to, (PLAN_FILE, PLAN_OBJECTS), grown, rounds, actions=size)


class Workshop:
    """The inputs and the environment of the measured processes, in a folder that is thrown away."""

    def __init__(self, folder: Path, scripts: Path) -> None:
        fonts, modules = find_fonts(), find_modules(ROOT)
        self.folder, self.scripts = folder, scripts
        self.peers = find_peers(scripts, fonts, modules)
        self.environment = {
            **{name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
            # The modules that Python compiles stand here, for all alike, and none beside the peers' scripts.
            "PYTHONPYCACHEPREFIX": str(folder / "compiled"),
            "PYTHONPATH": os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH")))),
            "NODE_PATH": str(modules or ""),
            "FONT_DIR": str(fonts or ""),
            "TEMPLATE": str(folder / "template.docx"),
        }
        for name, prepare in (("docxtpl", self._make_template), ("pandoc", self._make_markdown)):
            peer = self.peers[name]
            try:
                if not peer.missing:
                    prepare()
            except RunFailed as failure:
                self.peers[name] = replace(peer, missing=f"its inputs could not be made: {failure}")

    def do(self, case: Case) -> Result:
        """The case's runs."""
        content = self._content(case.actions)
        target = self.folder / f"out.{case.to}"
        warm = ("--warm", str(case.documents)) if case.documents else ()
        commands: dict[str, Sequence[str]] = {}
        skipped = {}
        for start in case.ours:
            if source := self._source(start, content, case):
                script = "fresh.py" if start == PLAN_FILE else "ours.py"
                commands[start] = (sys.executable, str(HERE / script), str(source), str(target), *warm)
            else:
                skipped[start] = NO_CONTENT
        for name in case.peers:
            peer = self.peers[name]
            if peer.missing or not content:
                skipped[name] = peer.missing or NO_CONTENT
            else:
                source = self.folder / "pandoc" if name == "pandoc" else content
                commands[name] = (*peer.command, str(source), str(target), *warm)
        costs, failed = take_turns(commands, self.environment, case.rounds)
        return Result(case, costs, skipped, failed)

    def _content(self, actions: int) -> Path | None:
        """The neutral content, grown where asked for; `None` without the peers' folder."""
        content = self.scripts / "plan.json"
        if not content.is_file():
            return None
        if not actions:
            return content
        grown = self.folder / f"{actions}.json"
        if not grown.exists():
            self._run(self.scripts / "grow.py", content, str(actions), grown)
        return grown

    def _source(self, start: str, content: Path | None, case: Case) -> Path | None:
        """The input of cspdocs. Without the peers' folder the plan file of the example can still be measured."""
        if content is None:
            return EXAMPLE if start == PLAN_FILE and not case.actions else None
        if start == PLAN_OBJECTS:
            return content
        plan = self.folder / f"{content.stem}.yaml"
        if not plan.exists():
            self._run(HERE / "ours.py", content, plan)
        return plan

    def _make_template(self) -> None:
        """Makes the Word file that docxtpl fills in."""
        self._run(self.scripts / "make_docxtpl_template.py", self.folder / "template.docx")

    def _make_markdown(self) -> None:
        """Makes the Markdown that pandoc reads, and the Word file it takes its styles from."""
        inputs = self.folder / "pandoc"
        with suppress(RunFailed):
            # After plan.md it makes a landscape page of pandoc's own Word file, whose styles it knows in pandoc 3 only.
            self._run(self.scripts / "make_inputs.py", self.scripts / "plan.json", inputs)
        styles = inputs / "reference.docx"
        if not styles.exists():
            run(("pandoc", "-o", str(styles), "--print-default-data-file", "reference.docx"), self.environment)

    def _run(self, script: Path, *arguments: str | Path) -> None:
        run((sys.executable, str(script), *map(str, arguments)), self.environment)
