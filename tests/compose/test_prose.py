from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from cspdocs.compose.context import Context
from cspdocs.compose.prose import compose_block, compose_picture
from cspdocs.diagnostics import Severity
from cspdocs.document.nodes import DefinitionList, Figure, Link, List, Paragraph, Quote, Text
from cspdocs.document.walk import block_texts, plain_text
from cspdocs.plan import blocks
from cspdocs.plan.blocks import ContactPanel, GlossaryList, Picture, PriorityList
from cspdocs.plan.directory import Contact, Term
from cspdocs.plan.measures import Measure
from cspdocs.plan.model import Priority
from cspdocs.units import inch, pt

Start = Callable[..., Context]


def nodes(block: Any, context: Context) -> list[Any]:
    return list(compose_block(block, 2, "here", "sections/a/body/1", context))


def figure(context: Context, **fields: Any) -> Figure:
    (made,) = compose_picture(
        Picture(**{"file": "pictures/stand.png", "alt": "A stand", **fields}), "cover/picture", context
    )
    return made


def test_text_becomes_blocks_whose_origin_is_the_field(start: Start) -> None:
    first, second = nodes(blocks.Text(text="One {title}.\n\n- Two"), start())
    assert first == Paragraph((Text("One Plan."),))
    assert first.origin == "sections/a/body/1/text"
    assert isinstance(second, List)


def test_a_link_leads_to_the_web_and_nowhere_that_harms(start: Start) -> None:
    text = "[good](https://www.example.org) [evil](javascript:alert(1)) [file](file:///etc/passwd) [sp](https://a b)"
    (paragraph,) = nodes(blocks.Text(text=text), start())
    links = [node.target for node in paragraph.content if isinstance(node, Link)]
    assert links == ["https://www.example.org"]
    for shown in ("good", "evil", "javascript:alert(1)", "file:///etc/passwd", "https://a b"):
        assert shown in plain_text(paragraph.content)


def test_what_a_figure_says_is_never_read_as_markup(start: Start) -> None:
    context = start(figures=[Measure(id="f", value="**9** [x](https://e.org)")])
    (paragraph,) = nodes(blocks.Text(text="There were *{f}*"), context)
    assert plain_text(paragraph.content) == "There were **9** [x](https://e.org)"


def test_a_quotation_says_whose_words_it_gives_where_that_is_known(start: Start) -> None:
    (known,) = nodes(blocks.Quote(text="We feel safer.", who="A pupil of {title}"), start())
    assert known == Quote((Paragraph((Text("We feel safer."),)),), (Text("A pupil of Plan"),))
    (unknown,) = nodes(blocks.Quote(text="We feel safer."), start())
    assert unknown.attribution == ()


@pytest.mark.parametrize(
    ("given", "width", "height"),
    [
        ({}, inch(2), inch(1)),
        ({"width": pt(100)}, pt(100), pt(50)),
        ({"height": pt(100)}, pt(200), pt(100)),
        ({"width": pt(100), "height": pt(100)}, pt(100), pt(50)),
    ],
)
def test_a_picture_keeps_its_proportions_at_the_size_asked_for(start: Start, given: Any, width: Any, height: Any) -> None:
    made = figure(start(), **given)
    assert (made.width, made.height) == (width, height)


@pytest.mark.parametrize(
    ("caption", "credit", "printed"),
    [
        ("", "", ""),
        ("The stand, 4 May.", "", "The stand, 4 May."),
        ("The stand, etc...", "", "The stand, etc..."),
        ("", "A. Smith", "Picture: A. Smith"),
        ("The stand.", "A. Smith", "The stand. Picture: A. Smith"),
        ("In {title}", "A. Smith", "In Plan. Picture: A. Smith"),
    ],
)
def test_a_caption_is_printed_as_written_with_the_credit_after_it(
    start: Start, caption: str, credit: str, printed: str
) -> None:
    assert plain_text(figure(start(), caption=caption, credit=credit).caption) == printed


def test_a_picture_is_described_or_decorative_or_spoken_of(start: Start) -> None:
    context = start()
    assert figure(context, alt="A stand in {title}").alt == "A stand in Plan"
    assert figure(context, alt="", decorative=True).alt is None
    assert context.findings == []
    assert figure(context, alt="").alt == ""
    (finding,) = context.findings
    assert (finding.code, finding.severity, finding.path) == ("alt-text", Severity.WARNING, "cover/picture")


def test_the_list_of_priorities_may_be_of_one_kind(start: Start) -> None:
    context = start(priorities=[Priority(id="a", title="**A**"), Priority(id="b", title="B", kind="theme")])
    assert list(block_texts(nodes(PriorityList(), context))) == ["**A**", "B"]
    assert list(block_texts(nodes(PriorityList(kind="theme"), context))) == ["B"]
    assert nodes(PriorityList(kind="none"), context) == []


def test_the_glossary_prints_each_meaning_with_its_note(start: Start) -> None:
    context = start(
        glossary=[Term(term="ASB", meaning="Anti-social {title}", note="see *law*"), Term(term="X", meaning="Y")]
    )
    (made,) = nodes(GlossaryList(), context)
    assert isinstance(made, DefinitionList)
    assert [plain_text(item.content) for item in made.items] == ["Anti-social Plan see law", "Y"]
    assert nodes(GlossaryList(), start()) == []


def test_the_contact_panel_is_empty_without_a_contact(start: Start) -> None:
    assert nodes(ContactPanel(), start()) == []
    panel = nodes(ContactPanel(), start(contact=Contact(name="CSP", phone="101")))
    assert list(block_texts(panel)) == ["CSP", "Tel: 101"]
