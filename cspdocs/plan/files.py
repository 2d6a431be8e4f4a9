"""Plan files: read with every problem at once, written so that reading gives the same plan back."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, cast

from cspdocs.diagnostics import Diagnostic, Severity
from cspdocs.errors import PlanError
from cspdocs.plan.model import Plan, Source
from cspdocs.records.findings import did_you_mean, nearest
from cspdocs.records.schema import record_schema
from cspdocs.records.structure import structure
from cspdocs.records.unstructure import Plain, unstructure
from cspdocs.records.yaml_output import write_yaml
from cspdocs.records.yaml_text import read_yaml_file
from cspdocs.values import evolve

FILE_NAME = "plan.yaml"
"""The name of the plan in a folder of its own."""

_ENDINGS = re.compile(r"\.ya?ml(?:\.txt)?$", re.IGNORECASE)


def load_plan(file: Path) -> Plan:
    """The plan in `file`, or in the `plan.yaml` of the folder `file`.

    Raises:
        PlanError: if anything in it is wrong, with all findings.
    """
    plan, findings = read_plan(file)
    if plan is None or any(finding.severity is Severity.ERROR for finding in findings):
        raise PlanError(findings)
    return plan


def read_plan(file: Path) -> tuple[Plan | None, tuple[Diagnostic, ...]]:
    """The plan in `file` as far as it can be read, and what is wrong with it.

    `file` may be a folder that holds a `plan.yaml`. There is no plan where there is no file, or its text is
    not YAML. Otherwise what is wrong is left out of the plan, so that its references can still be checked.
    """
    file = _plan_file(file)
    node, findings = read_yaml_file(file)
    if node is None:
        return None, tuple(_with_neighbours(finding) for finding in findings)
    plan, problems, lines = structure(node, Plan, file=file)
    if plan is not None:
        plan = evolve(plan, source=Source(folder=file.parent, file=file, lines=lines))
    return plan, tuple(sorted((*findings, *problems), key=lambda finding: finding.line or 0))


def dump_plan(plan: Plan) -> str:
    """The text of a plan file; reading it gives an equal plan.

    Raises:
        PlanError: if two actions, organisations or the like have the same id, which a file cannot hold.
    """
    try:
        plain = unstructure(plan)
    except ValueError as error:
        raise PlanError([Diagnostic(code="duplicate-id", message=str(error))]) from error
    # A plan has no shorthand, so that it is always a mapping.
    return write_yaml(cast("dict[str, Plain]", plain))


def plan_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of plan files, for editors that complete and check while typing."""
    return record_schema(Plan, "Partnership plan")


def _plan_file(file: Path) -> Path:
    """The file to read; `file` itself where nobody may look whether it is a folder."""
    try:
        return file / FILE_NAME if file.is_dir() else file
    except OSError:
        return file


def _with_neighbours(finding: Diagnostic) -> Diagnostic:
    """The finding, a missing file's with the name of a file beside it that may be meant."""
    if finding.code != "missing-file" or finding.file is None:
        return finding
    folder = finding.file.parent
    try:
        # Windows hides the .txt that its editor adds, and finds names in any case.
        names = sorted(file.name for file in folder.iterdir() if _ENDINGS.search(file.name))
    except OSError:
        return evolve(finding, hint=f'there is no folder "{folder}" either')
    found = ", ".join(names) or "no file that ends in .yaml"
    return evolve(finding, hint=did_you_mean(nearest(finding.file.name, names)) or f"the folder holds {found}")
