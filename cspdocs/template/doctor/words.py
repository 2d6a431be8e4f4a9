"""Is every word there, and does every phrase still print what it is for."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Final

from cspdocs.diagnostics import Severity
from cspdocs.plan.blocks import SECTION_KINDS
from cspdocs.plan.placeholders import PERIOD_FORMS, PERIODS, RESERVED, TALLIES
from cspdocs.records.fields import file_name
from cspdocs.records.findings import did_you_mean, nearest
from cspdocs.template.findings import TemplateFindings
from cspdocs.template.phrases import slots, unclosed_slots
from cspdocs.template.ready import READY_SECTIONS
from cspdocs.template.template import Template
from cspdocs.template.wording import Wording
from cspdocs.values import fields

_FILE: Final = "wording.yaml"
_NEARLY: Final = 0.8

_NEEDED: Final = {
    "contents_page": "number",
    "edition": "edition",
    "approved": "approved",
    "next_review": "review",
    "appendix": "letter",
    "phone": "phone",
    "email": "email",
    "web": "web",
    "labelled": "value",
    "dropped_because": "reason",
    "movement": "mark",
    "also": "priorities",
    "update_entry": "text",
    "lead": "owners",
    "better": "change",
    "worse": "change",
    "value_of_base": "value",
    "as_at": "date",
    "source": "source",
    "chart_series": "values",
    "chart_value": "value",
    "reports_to": "parent",
    "chair": "chair",
    "summary": "title",
    "summary_vision": "vision",
    "summary_vote": "name",
    "summary_member": "name",
    "summary_web": "web",
    "credit": "credit",
    "attribution": "who",
    "note_mark": "number",
}
"""What a phrase is for; without it the plan's own words would be lost."""

_MAY_BE_EMPTY: Final = ("footer", "draft", "approved", "next_review", "other_priority", "voting", "public")
"""Phrases that a borough may do without; so it may without those that are empty to begin with."""

_PLAN_SLOTS: Final = frozenset(
    (
        *(name for name in RESERVED if name not in TALLIES),
        *(f"{period}.{form}" for period in PERIODS for form in PERIOD_FORMS),
        *(f"contact.{way}" for way in ("name", "phone", "email", "web")),
        "council.short",
        *(f"{tally}.count" for tally in TALLIES),
    )
)
"""What any phrase may quote of a plan."""


def check_phrases(template: Template, findings: TemplateFindings) -> None:
    """Notes phrases that are empty, quote what there is not, or no longer print what they are for."""
    usual = Wording()
    for field in fields(Wording):
        phrase, default = getattr(template.wording, field.name), getattr(usual, field.name)
        if not isinstance(default, str):
            continue
        name = file_name(field.name)
        if not phrase.strip():
            if default and field.name not in _MAY_BE_EMPTY:
                message = f'there are no words for "{name}"'
                findings.report(_FILE, name, message, f'write some, such as "{default}", or delete the line to have these')
            continue
        _check_slots(phrase, (*slots(default), *_PLAN_SLOTS), name, findings)
        needed = _NEEDED.get(field.name)
        if needed and needed not in slots(phrase):
            message = f'"{phrase}" leaves out what it is for'
            findings.report(_FILE, name, message, f'put {{{needed}}} where it is to stand, as in "{default}"')


def check_sections(template: Template, findings: TemplateFindings) -> None:
    """Notes kinds of sections without a heading, misspelt ones, and text that quotes what no plan has."""
    ready = {section.kind for section in READY_SECTIONS}
    known = (*SECTION_KINDS, *sorted(ready))
    for section in template.wording.sections:
        path = f"sections/{section.kind}"
        if not section.title.strip():
            findings.report(_FILE, f"{path}/title", f'sections of the kind "{section.kind}" have no heading', "give a title")
        if section.kind not in known and (meant := get_close_matches(section.kind, known, n=1, cutoff=_NEARLY)):
            message = f'"{section.kind}" is a kind of section of its own, but nearly a known one'
            findings.report(_FILE, path, message, did_you_mean(meant[0]), Severity.WARNING)
        for name, words in (("title", section.title), ("contents-title", section.contents_title), ("text", section.text)):
            _check_slots(words or "", _PLAN_SLOTS, f"{path}/{name}", findings)
    for kind in template.wording.kinds:
        if not kind.title.strip():
            findings.report(
                _FILE, f"kinds/{kind.id}/title", f'things of the kind "{kind.id}" have no heading', "give a title"
            )
        _check_slots(f"{kind.title} {kind.text}", _PLAN_SLOTS, f"kinds/{kind.id}", findings)


def check_logo(template: Template, findings: TemplateFindings) -> None:
    """Notes a logo that says nothing to who cannot see it."""
    if template.logo and not template.logo.alt.strip():
        hint = "say in alt whose sign it is, with the words in it, such as: Kent Police"
        findings.report("template.yaml", "logo/alt", "the logo has no description", hint)


def _check_slots(phrase: str, known: Iterable[str], path: str, findings: TemplateFindings) -> None:
    known = tuple(dict.fromkeys(known))
    for name in slots(phrase):
        # How many actions have a status depends on the plan's own words.
        if name not in known and name.partition(".")[0] not in TALLIES:
            hint = did_you_mean(f"{{{nearest(name, known)}}}" if nearest(name, known) else "")
            message = f"nothing is known that {{{name}}} could print"
            findings.report(_FILE, path, message, hint or f"known are {', '.join(sorted(known))}")
    for written, name in unclosed_slots(phrase):
        if name in known:
            findings.report(_FILE, path, f'"{written}" is printed as it stands', f'write "{{{name}}}"')
