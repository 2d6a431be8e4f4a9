"""Headings and ready text that every template has unless it says otherwise.

The law is that of England. Headings and text are for any council, so they say nothing that is not so everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from cspdocs.plan.governance import Kind
from cspdocs.plan.measures import Standing
from cspdocs.plan.status import Status
from cspdocs.template.rules import StyleRule, TableRule
from cspdocs.template.wording import SectionWording, Wording
from cspdocs.units import Length, pt
from cspdocs.values import evolve

_HEADINGS: Final = {
    "foreword": "Foreword",
    "summary": "Summary",
    "introduction": "Introduction",
    "vision": "Our vision",
    "about": "About the partnership",
    "duty": "What the law asks",
    "council": "The role of the council",
    "unit": "The Community Safety Unit",
    "chair": "Chair",
    "profile": "About the area",
    "assessment": "How the priorities were chosen",
    "consultation": "What residents told us",
    "review": "Review of {previous}",
    "stories": "Projects and initiatives in {previous}",
    "statistics": "The figures",
    "priorities": "Priorities for {period}",
    "priority": "Priority",
    "actions": "Action plan {period}",
    "funding": "Funding",
    "risks": "Risks",
    "groups": "How we work together",
    "terms": "Terms of reference",
    "meetings": "Meetings",
    "strategies": "Related strategies",
    "directory": "Members of the partnership",
    "contact": "How to contact us",
    "access": "Other formats and languages",
    "equality": "Equality",
    "glossary": "Glossary",
    "versions": "About this document",
}

_TEXTS: Final = {
    "vision": "{vision}",
    "about": ("The {partnership} brings together the public bodies that work for a safer {area}, and others who help them."),
    "duty": (
        "The Crime and Disorder Act 1998 (section 6) asks the responsible authorities of each area to work together. "
        "They must agree strategies, and carry them out, to:\n\n"
        "- reduce crime and disorder, including anti-social behaviour\n"
        "- combat the misuse of drugs, alcohol and other substances\n"
        "- reduce re-offending\n"
        "- prevent and reduce serious violence.\n\n"
        "The responsible authorities are the council, the police, the fire and rescue service, the probation service and "
        "the local NHS body. They have regard to the objectives of the police and crime plan. Regulations under the Act "
        "(SI 2007/1830) ask for a strategy group, which prepares strategic assessments and the partnership plan."
    ),
    "council": (
        "The council is one of the responsible authorities. The Crime and Disorder Act 1998 (section 17) also asks it to "
        "think of crime in all its work. It must consider the likely effect of what it does on crime and disorder, the "
        "misuse of drugs, alcohol and other substances, re-offending and serious violence. It must also consider the need "
        "to do all that it reasonably can to prevent them."
    ),
    "assessment": (
        "The partnership prepares a strategic assessment. It looks at the levels and patterns of crime, disorder and "
        "substance misuse, at how they have changed, and at what people who live and work in the area say. The "
        "assessment shows which matters should come first."
    ),
    "access": (
        "If you would like this plan in large print, in Braille, as audio, as Easy Read or in another language, please "
        "ask us. Telephone: {contact.phone}. Email: {contact.email}."
    ),
    "equality": (
        "The public bodies of the partnership have a duty under the Equality Act 2010 (section 149). In their work they "
        "must have due regard to the need to:\n\n"
        "- eliminate discrimination, harassment and victimisation\n"
        "- advance equality of opportunity\n"
        "- foster good relations between people who share a protected characteristic and people who do not."
    ),
}

READY_SECTIONS: Final = tuple(
    SectionWording(kind=kind, title=title, text=_TEXTS.get(kind, ""), numbered=kind != "foreword")
    for kind, title in _HEADINGS.items()
)
"""The kinds of sections that every template knows."""

READY_KINDS: Final = (
    Kind(id="statutory", title="Statutory partners"),
    Kind(id="other", title="Other partners"),
    Kind(id="invited", title="Invited to meetings"),
    Kind(id="priority", title="Priorities"),
    Kind(id="cross-cutting", title="Cross-cutting themes"),
)
"""What every template calls the kinds that plans write most."""

READY_PALETTE: Final = {
    "green": "#c9e7cb",
    "amber": "#ffe3a8",
    "red": "#f6c7c3",
    "blue": "#bdd6f5",
    "grey": "#e3e5e8",
}
"""The colours that plans may give their statuses in every template, which may make them lighter or darker."""

READY_STYLES: Final = (
    StyleRule(name="Strapline", based_on="Subtitle"),
    StyleRule(name="Table Title", based_on="Caption", keep_with_next=True),
    StyleRule(name="Table Note", based_on="Caption"),
    StyleRule(name="Table Number", based_on="Table Text", align="right"),
    StyleRule(name="Table Number Heading", based_on="Table Heading", align="right"),
    StyleRule(name="Note", based_on="Caption"),
    StyleRule(name="Signatory", bold=True, keep_with_next=True, space_after=Length(0)),
    StyleRule(name="Contact Line", keep_with_next=True, space_after=Length(0)),
    StyleRule(name="Contents 3", based_on="Contents 2"),
)
"""Styles that are as here where a template says nothing of them; all others look like Body."""

_BETWEEN: Final = pt(14)
"""The white space between those who sign, whom no rule parts."""

READY_TABLES: Final = (
    TableRule(
        name="Signatures", based_on="Grid", header_fill="", rule=Length(0), padding_left=Length(0), padding_right=_BETWEEN
    ),
)
"""Table styles that are as here where a template says nothing of them."""

READY_STANDINGS: Final[dict[Standing, Status]] = {
    "met": Status(word="Target met", colour="green", shape="circle"),
    "near": Status(word="Close to target", colour="amber", shape="triangle"),
    "missed": Status(word="Target missed", colour="red", shape="square"),
    "no data": Status(word="No figure yet", colour="grey", shape="ring"),
}
"""How the standing of indicators is shown."""

READY_CHART_COLOURS: Final = ("#12436d", "#28a197", "#801650", "#f46a25", "#3d3d3d", "#a285d1")
"""Six that differ in lightness too, each with 3:1 against white: those that the government's statisticians recommend."""


def complete(wording: Wording) -> Wording:
    """The wording with the ready sections and kinds that it does not name, and what it leaves out of those it does."""
    return evolve(wording, sections=tuple(_sections(wording.sections)), kinds=tuple(_kinds(wording.kinds)))


def _sections(own: Iterable[SectionWording]) -> Iterable[SectionWording]:
    ready = {section.kind: section for section in READY_SECTIONS}
    for section in own:
        base = ready.pop(section.kind, SectionWording(kind=section.kind, text="", numbered=True))
        yield SectionWording(
            kind=section.kind,
            title=section.title or base.title,
            contents_title=section.contents_title,
            text=base.text if section.text is None else section.text,
            numbered=base.numbered if section.numbered is None else section.numbered,
        )
    yield from ready.values()


def _kinds(own: tuple[Kind, ...]) -> Iterable[Kind]:
    named = {kind.id for kind in own}
    return (*own, *(kind for kind in READY_KINDS if kind.id not in named))
