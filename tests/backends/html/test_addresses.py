from __future__ import annotations

import pytest

from cspdocs.backends.html.addresses import Addresses, origin_id
from cspdocs.backends.html.publication import Page, divide
from cspdocs.document.nodes import (
    Box,
    Cell,
    Definition,
    DefinitionList,
    Document,
    Grid,
    Heading,
    Paragraph,
    Quote,
    Row,
    Section,
    Table,
    Text,
)
from cspdocs.units import pt
from sheets import cell, head, say

INDEX = Page("index.html", (), ())
ROW = Row((cell("Walk"),), origin="actions/asb-2")


def of(*sections: Section, by_section: bool = False) -> Addresses:
    return Addresses.of(divide(Document(title="Plan", sections=sections), by_section=by_section))


def actions(*rows: Row) -> Table:
    return Table((pt(100),), (), rows)


@pytest.mark.parametrize(
    ("origin", "identity"),
    [
        ("actions/asb-2", "action-asb-2"),
        ("previous/actions/asb-2", "previous-action-asb-2"),
        ("priorities/asb", "priority-asb"),
        ("organisations/tmbc", "organisation-tmbc"),
        ("glossary/ASB", "glossary-asb"),
        ("glossary/Gŵyl & co", "glossary-gŵyl-co"),
        ("organisations", "organisations"),
        ("", ""),
        ("///", ""),
    ],
)
def test_an_address_is_made_of_what_the_plan_calls_a_thing(origin: str, identity: str) -> None:
    assert origin_id(origin) == identity


def test_a_heading_is_known_by_its_anchor_on_whichever_page_it_stands() -> None:
    addresses = of(Section((head("Aims"),), name="a"), Section((head("Work"),), name="b"), by_section=True)
    publication = divide(Document(title="", sections=(Section((head("Aims"),), name="a"),)), by_section=True)
    assert addresses.leading_to("aims", publication.pages[1]) == "#aims"
    assert addresses.leading_to("work", publication.pages[1]) == "b.html#work"
    assert addresses.leading_to("nowhere", publication.pages[1]) == ""


def test_an_anchor_that_no_address_takes_as_it_is_is_written_in_code() -> None:
    heading = Heading((Text("Aims"),), 1, "Ein nôd 50%")
    addresses = of(Section((heading,)))
    assert addresses.of_anchor(heading, INDEX) == "Ein-nôd-50%"
    assert addresses.leading_to("Ein nôd 50%", INDEX) == "#Ein-n%C3%B4d-50%25"


def test_two_headings_of_one_anchor_share_no_id() -> None:
    addresses = of(Section((head("Aims"), head("Aims"))))
    assert [addresses.of_anchor(head("Aims"), INDEX) for _ in range(2)] == ["aims", None]
    assert addresses.of_anchor(Heading((), 1), INDEX) is None


def test_what_links_name_goes_before_all_else_wherever_they_stand() -> None:
    late = Heading((Text("x"),), 2, "action-asb-2")
    addresses = of(Section((actions(ROW), Quote((late,)))))
    assert addresses.of_origin("actions/asb-2") == "action-asb-2-2"
    assert addresses.of_anchor(late, INDEX) == "action-asb-2"


def test_a_note_has_an_address_on_its_page_wherever_it_stands() -> None:
    note = Paragraph((Text("[1] Police figures."),), "Note", "note-1")
    pages = (Section((head("Aims"),), name="a"), Section((head("Work"), Box((Quote((note,)),))), name="b"))
    addresses = of(*pages, by_section=True)
    assert addresses.leading_to("note-1", Page("a.html", (), ())) == "b.html#note-1"
    assert [addresses.of_anchor(note, Page(name, (), ())) for name in ("a.html", "b.html")] == [None, "note-1"]


def test_what_is_printed_twice_has_two_addresses_and_takes_none_that_belongs_to_another() -> None:
    other = Row((cell("Ride"),), origin="actions/asb-2-2")
    addresses = of(Section((actions(ROW, ROW, other),)))
    origins = ("actions/asb-2", "actions/asb-2", "actions/asb-2-2")
    assert [addresses.of_origin(origin) for origin in origins] == ["action-asb-2", "action-asb-2-3", "action-asb-2-2"]


def test_parts_of_the_page_take_what_the_document_leaves() -> None:
    grid = Grid((Cell((say("x"),), origin="main"),), 2)
    terms = DefinitionList((Definition((), (), origin="sections"),))
    addresses = of(Section((grid, terms, Heading((Text("x"),), 1, "main-2"))))
    assert addresses.spare("main") == "main-3"
    assert addresses.spare("sections") == "sections-2"
    assert addresses.spare("downloads") == "downloads"


def test_what_has_no_origin_has_no_address() -> None:
    assert of().of_origin("") is None
