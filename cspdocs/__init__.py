"""cspdocs: Community Safety Partnership plans as accessible Word and PDF documents and web pages.

    import cspdocs

    plan = cspdocs.load("plan.yaml")          # or cspdocs.Plan(title=…, sections=(…,))
    for finding in cspdocs.check(plan):
        print(finding)
    data = cspdocs.render(plan, "pdf")        # bytes
    cspdocs.save(plan, "plan.docx")           # one file
    cspdocs.save_all(plan, "out")             # every format

The names below are the public interface. Each is loaded when it is first used, so that `import cspdocs` costs little.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cspdocs.backends.base import Backend as Backend
    from cspdocs.backends.base import Companion as Companion
    from cspdocs.backends.base import Download as Download
    from cspdocs.backends.base import Output as Output
    from cspdocs.backends.base import RenderOptions as RenderOptions
    from cspdocs.backends.registry import format_names as format_names
    from cspdocs.backends.registry import register as register
    from cspdocs.diagnostics import Diagnostic as Diagnostic
    from cspdocs.diagnostics import Severity as Severity
    from cspdocs.document.nodes import Document as Document
    from cspdocs.errors import CspdocsError as CspdocsError
    from cspdocs.errors import OutputError as OutputError
    from cspdocs.errors import PlanError as PlanError
    from cspdocs.errors import RenderError as RenderError
    from cspdocs.errors import TemplateError as TemplateError
    from cspdocs.errors import UnknownFormat as UnknownFormat
    from cspdocs.errors import UnknownKind as UnknownKind
    from cspdocs.pipeline import check as check
    from cspdocs.pipeline import compose as compose
    from cspdocs.pipeline import dump as dump
    from cspdocs.pipeline import load as load
    from cspdocs.pipeline import render as render
    from cspdocs.pipeline import save as save
    from cspdocs.pipeline import save_all as save_all
    from cspdocs.plan.blocks import ActionTables as ActionTables
    from cspdocs.plan.blocks import Box as Box
    from cspdocs.plan.blocks import Chart as Chart
    from cspdocs.plan.blocks import Column as Column
    from cspdocs.plan.blocks import ContactPanel as ContactPanel
    from cspdocs.plan.blocks import Directory as Directory
    from cspdocs.plan.blocks import GlossaryList as GlossaryList
    from cspdocs.plan.blocks import PageBreak as PageBreak
    from cspdocs.plan.blocks import Picture as Picture
    from cspdocs.plan.blocks import PriorityList as PriorityList
    from cspdocs.plan.blocks import Quote as Quote
    from cspdocs.plan.blocks import Register as Register
    from cspdocs.plan.blocks import Signatory as Signatory
    from cspdocs.plan.blocks import Signatures as Signatures
    from cspdocs.plan.blocks import Statistics as Statistics
    from cspdocs.plan.blocks import Structure as Structure
    from cspdocs.plan.blocks import Table as Table
    from cspdocs.plan.blocks import Tally as Tally
    from cspdocs.plan.blocks import Text as Text
    from cspdocs.plan.directory import Contact as Contact
    from cspdocs.plan.directory import Organisation as Organisation
    from cspdocs.plan.directory import Term as Term
    from cspdocs.plan.files import dump_plan as dump_plan
    from cspdocs.plan.governance import Group as Group
    from cspdocs.plan.governance import Kind as Kind
    from cspdocs.plan.governance import Meeting as Meeting
    from cspdocs.plan.governance import Strategy as Strategy
    from cspdocs.plan.measures import Measure as Measure
    from cspdocs.plan.model import Action as Action
    from cspdocs.plan.model import Cover as Cover
    from cspdocs.plan.model import Plan as Plan
    from cspdocs.plan.model import Priority as Priority
    from cspdocs.plan.model import Programme as Programme
    from cspdocs.plan.model import Release as Release
    from cspdocs.plan.model import Revision as Revision
    from cspdocs.plan.model import Section as Section
    from cspdocs.plan.model import Source as Source
    from cspdocs.plan.model import Update as Update
    from cspdocs.plan.period import Period as Period
    from cspdocs.plan.status import Status as Status
    from cspdocs.values import evolve as evolve

_HOMES = {
    "cspdocs.backends.base": ("Backend", "Companion", "Download", "Output", "RenderOptions"),
    "cspdocs.backends.registry": ("format_names", "register"),
    "cspdocs.diagnostics": ("Diagnostic", "Severity"),
    "cspdocs.document.nodes": ("Document",),
    "cspdocs.errors": (
        "CspdocsError",
        "OutputError",
        "PlanError",
        "RenderError",
        "TemplateError",
        "UnknownFormat",
        "UnknownKind",
    ),
    "cspdocs.pipeline": ("check", "compose", "dump", "load", "render", "save", "save_all"),
    "cspdocs.plan.blocks": (
        "ActionTables",
        "Box",
        "Chart",
        "Column",
        "ContactPanel",
        "Directory",
        "GlossaryList",
        "PageBreak",
        "Picture",
        "PriorityList",
        "Quote",
        "Register",
        "Signatory",
        "Signatures",
        "Statistics",
        "Structure",
        "Table",
        "Tally",
        "Text",
    ),
    "cspdocs.plan.directory": ("Contact", "Organisation", "Term"),
    "cspdocs.plan.files": ("dump_plan",),
    "cspdocs.plan.governance": ("Group", "Kind", "Meeting", "Strategy"),
    "cspdocs.plan.measures": ("Measure",),
    "cspdocs.plan.model": (
        "Action",
        "Cover",
        "Plan",
        "Priority",
        "Programme",
        "Release",
        "Revision",
        "Section",
        "Source",
        "Update",
    ),
    "cspdocs.plan.period": ("Period",),
    "cspdocs.plan.status": ("Status",),
    "cspdocs.values": ("evolve",),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = sorted(_HOME_OF)  # noqa: PLE0605  # the table above is the one place where the names stand
__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(importlib.import_module(_HOME_OF[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return [*globals(), *__all__]
