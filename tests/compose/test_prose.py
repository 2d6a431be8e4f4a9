from __future__ import annotations

from collections.abc import Callable
from typing import Any

from cspdocs.compose.context import Context
from cspdocs.compose.prose import compose_block
from cspdocs.document.nodes import DefinitionList, Link, List, Paragraph, Quote, Text, Value
from cspdocs.document.walk import block_texts, plain_text
from cspdocs.plan import blocks
from cspdocs.plan.blocks import ContactPanel, GlossaryList, PriorityList
from cspdocs.plan.directory import Contact, Term
from cspdocs.plan.measures import Measure
from cspdocs.plan.model import Priority

Start = Callable[..., Context]


def nodes(block: Any, context: Context) -> list[Any]:
    return list(compose_block(block, 2, "here", "sections/a/body/1", context))


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
    assert known == Quote((Paragraph((Text("We feel safer."),)),), (Value((Text("A pupil of Plan"),), ""),))
    assert known.attribution[0].origin == "sections/a/body/1/who"
    (unknown,) = nodes(blocks.Quote(text="We feel safer."), start())
    assert unknown.attribution == ()


def test_the_list_of_priorities_may_be_of_one_kind(start: Start) -> None:
    context = start(priorities=[Priority(id="a", title="**A**"), Priority(id="b", title="B", kind="theme")])
    assert list(block_texts(nodes(PriorityList(), context))) == ["**A**", "B"]
    assert list(block_texts(nodes(PriorityList(kind="theme"), context))) == ["B"]
    assert nodes(PriorityList(kind="none"), context) == []


def test_the_glossary_prints_each_meaning_with_its_note(start: Start) -> None:
    context = start(
        glossary=[
            Term(term="ASB", meaning="Anti-social {title}", note="see *law*"),
            Term(term="X", meaning="Y"),
            Term(term="Z", meaning="It is this.", note="And that."),
        ]
    )
    (made,) = nodes(GlossaryList(), context)
    assert isinstance(made, DefinitionList)
    assert [plain_text(item.content) for item in made.items] == [
        "Anti-social Plan \u2013 see law",
        "Y",
        "It is this. And that.",
    ]
    assert nodes(GlossaryList(), start()) == []


def test_figures_that_prose_quotes_are_values_of_their_own_fields(start: Start) -> None:
    context = start(figures=[Measure(id="f", value="120", previous="100")])
    (paragraph,) = nodes(blocks.Text(text="From {f.previous} to **{f}**, {f.percent} more in {title}"), context)
    before, value, _, strong, after = paragraph.content
    assert (before, value.origin, value.content) == (Text("From "), "figures/f/previous", (Text("100"),))
    assert strong.content[0].origin == "figures/f/value"
    assert after == Text(", 20% more in Plan")


def test_a_meaning_is_told_from_its_note(start: Start) -> None:
    (made,) = nodes(GlossaryList(), start(glossary=[Term(term="ASB", meaning="Noise", note="see *law*")]))
    meaning, _, note = made.items[0].content
    assert (meaning.origin, note.origin) == ("glossary/ASB/meaning", "glossary/ASB/note")


def test_the_contact_panel_is_empty_without_a_contact(start: Start) -> None:
    assert nodes(ContactPanel(), start()) == []
    panel = nodes(ContactPanel(), start(contact=Contact(name="CSP", phone="101")))
    assert list(block_texts(panel)) == ["CSP", "Tel: 101"]


def test_the_lines_of_an_address_stand_together_and_so_do_the_other_ways(start: Start) -> None:
    contact = Contact(name="CSP", address=("Town Hall", "Oldbridge"), phone="101", email="a@b.uk")
    panel = nodes(ContactPanel(), start(contact=contact))
    assert [(block.style, *block_texts([block])) for block in panel] == [
        ("Contact Line", "CSP"),
        ("Contact Line", "Town Hall"),
        ("Body", "Oldbridge"),
        ("Contact Line", "Tel: 101"),
        ("Body", "Email: a@b.uk"),
    ]
