"""What hypothesis draws of documents: any tree that the nodes allow, with texts that are hard on every format."""

from __future__ import annotations

import unicodedata
from datetime import date
from functools import cache
from typing import Final

from hypothesis import strategies as st

from cspdocs.document.drawing import Drawing, Label, Line, Polygon, Polyline, Rectangle, Shape
from cspdocs.document.nodes import (
    Abbreviation,
    Block,
    Box,
    Cell,
    Contents,
    ContentsEntry,
    Definition,
    DefinitionList,
    Document,
    Emphasis,
    Figure,
    Foreign,
    Grid,
    Heading,
    Inline,
    LineBreak,
    Link,
    List,
    ListItem,
    PageCount,
    PageNumber,
    Paragraph,
    Quote,
    Row,
    Section,
    StatusMark,
    Strong,
    Table,
    Text,
    Unfilled,
    Value,
)
from cspdocs.units import Length, pt
from sheets import picture

STYLES: Final = ("Body", "Title", "Subtitle", "Caption", "Table Text", "Table Heading", "Status", "Contact", "Quote")
TARGETS: Final = (
    "https://www.kent.police.uk/a?b=1&c=(2)",
    "mailto:csp@example.gov.uk",
    "tel:+441632960001",
    "https://ex.am/é",
)
AWKWARD: Final = (
    *(
        "<b>R&D</b>",
        "&amp;",
        "]]>",
        '"said"',
        "it's",
        "C:\\new\\(x)",
        "%PDF",
        "=1+1",
        "@SUM(A1)",
        "{number}",
        "{page}",
        "\\n",
    ),
    *("(-9.2%)", "pop-up", "2024\u20132025", "and/or", "co\u00adoperation", "police\u200bfire", "01632\u00a0960\u2011001"),
    *(
        "\t",
        "  ",
        " ",
        "…",
        "£5",
        "e\u0301",
        "🚓",
        "👨\u200d👩\u200d👧",
        "日本",
        "w" * 90,
        "\u202eabc",
        "\ufffd",
        "ﬁ",
        "ǅ",
        "\u2060",
    ),
)
"""Pieces of text that have been the end of one program or another."""
WORDS: Final = ("Police", "borough council", "The wardens patrol the High Street on Friday and Saturday nights.", "by 9.2% ")
PATHS: Final = (
    *("actions/a/title", "actions/a/status", "sections/a/body/1/text", "sections/a/title", "contact/phone"),
    *("figures/a/value", "figures/b/value", f"sections/{'a-long-name/' * 6}title", 'glossary/"R&D" <x>/meaning'),
)
"""Fields of a plan that documents are made from. Several nodes may say one field, and not the same."""
NUMBERS: Final = ("1", "1.1", "1.2", "2", "2.1", "2.1.1", "Appendix A", "A.1", "B1", "iv", "(3)", "2025/26", "ŷ")
"""Numbers in no order, some of which nothing counts."""
LABELS: Final = ("2024/25", "Police", "-1,204", "R&D <b>", "t\u0177", "(x)")
PICTURES: Final = tuple(picture(width, height) for width, height in ((1, 1), (30, 20), (400, 1), (10, 40)))


@cache
def texts(*, right_to_left: bool = True) -> st.SearchStrategy[str]:
    """Any text that a node can hold: no line breaks and no controls but the tab, which no plan file lets through."""
    characters = st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp"))
    if not right_to_left:
        characters = characters.filter(lambda character: unicodedata.bidirectional(character) not in ("R", "AL", "AN"))
    pieces = st.one_of(st.sampled_from(WORDS), st.sampled_from(AWKWARD), st.text(characters, max_size=5))
    return st.lists(pieces, max_size=3).map("".join)


@cache
def inlines(words: st.SearchStrategy[str], depth: int = 1) -> st.SearchStrategy[tuple[Inline, ...]]:
    """The runs of a paragraph, nested up to `depth`; no page numbers, which stand in headers and footers only."""
    text = words.map(Text)
    status = st.builds(StatusMark, st.sampled_from(("on track", "complete")), st.sampled_from("●◐■"))
    short = st.builds(Abbreviation, st.sampled_from(("ASB", "CSP")), st.just("What it stands for"))
    unfilled = st.sampled_from(("XX", "TBC")).map(lambda word: Unfilled((Text(word),)))
    runs: st.SearchStrategy[Inline] = st.one_of(text, text, st.just(LineBreak()), status, short, unfilled)
    if depth:
        inner = inlines(words, depth - 1)
        linked = st.builds(Link, inner, st.sampled_from(TARGETS))
        foreign = st.builds(Foreign, inner, st.sampled_from(("cy", "pl")))
        value = st.builds(Value, inner, st.sampled_from(PATHS))
        marked = st.one_of(st.builds(Strong, inner), st.builds(Emphasis, inner), st.builds(Unfilled, inner))
        runs = st.one_of(runs, marked, linked, foreign, value)
    return st.lists(runs, max_size=3).map(tuple)


@st.composite
def drawings(draw: st.DrawFn) -> Drawing:
    """Vector pictures with every shape, some of which stand outside of them, and short labels below one another."""
    place, colour = st.integers(-5, 90).map(float), st.sampled_from(("", "#1f4e79"))
    point = st.tuples(place, place)
    corners = st.lists(point, min_size=3, max_size=4).map(tuple)
    shapes: list[Shape] = draw(
        st.lists(
            st.one_of(
                st.builds(Rectangle, place, place, place.map(abs), place.map(abs), colour, colour),
                st.builds(Line, place, place, place, place),
                st.builds(Polyline, corners),
                st.builds(Polygon, corners, colour, colour),
            ),
            max_size=3,
        )
    )
    for number in range(draw(st.integers(0, 3))):
        text, bold = draw(st.sampled_from(("", *LABELS))), draw(st.booleans())
        x, anchor = draw(st.sampled_from(((2.0, "start"), (40.0, "middle"), (78.0, "end"))))
        label = Label(text, x, 15.0 * (number + 1), 10.0, anchor, bold=bold)
        shapes.insert(draw(st.integers(number, len(shapes))), label)
    return Drawing(80.0, 60.0, tuple(shapes))


@cache
def figures(words: st.SearchStrategy[str]) -> st.SearchStrategy[Figure]:
    """Pictures of many sizes and proportions."""
    return st.builds(
        Figure,
        st.sampled_from(PICTURES) | drawings(),
        st.integers(1, 900).map(pt),
        st.none() | words,
        inlines(words, 0),
        st.sampled_from((None, "left", "right")),
        st.sampled_from(("Figure", "Cover Figure")),
    )


@cache
def blocks(words: st.SearchStrategy[str], room: Length, depth: int = 2) -> st.SearchStrategy[tuple[Block, ...]]:
    """Blocks of every kind but headings and contents, in each other up to `depth`. Tables are at most `room` wide."""
    runs = inlines(words)
    origin = st.sampled_from(("", *PATHS))
    anchor, number = st.sampled_from(("", "", "note-1", "note-2")), st.sampled_from(("", "", *NUMBERS))
    paragraph = st.builds(Paragraph, runs, st.sampled_from(STYLES), anchor, number, origin=origin)
    definitions = st.lists(st.builds(Definition, inlines(words, 0), runs), max_size=3)
    kinds: list[st.SearchStrategy[Block]] = [
        paragraph,
        paragraph,
        definitions.map(tuple).map(DefinitionList),
        figures(words),
    ]
    if depth:
        inner = blocks(words, Length(room // 3), depth - 1)
        items = st.lists(inner.map(ListItem), max_size=2).map(tuple)
        cells = st.lists(inner.map(Cell), max_size=3).map(tuple)
        kinds += [
            st.builds(List, items, st.booleans(), st.integers(0, 2000), origin=origin),
            st.builds(Quote, inner, runs, origin=origin),
            st.builds(Box, inner, origin=origin),
            st.builds(Grid, cells, st.integers(1, 4), title=words),
            tables(words, room, depth - 1),
        ]
    return st.lists(st.one_of(kinds), max_size=2).map(tuple)


@st.composite
def tables(draw: st.DrawFn, words: st.SearchStrategy[str], room: Length, depth: int) -> Table:
    """Tables of up to three columns, with cells over several of them, bands and fills."""
    columns = draw(st.integers(1, 3))
    content = blocks(words, Length(room // 3), depth)

    def cells() -> tuple[Cell, ...]:
        spans: list[int] = []
        while sum(spans) < columns:
            spans.append(draw(st.integers(1, columns - sum(spans))))
        return tuple(Cell(draw(content), span, draw(st.sampled_from(("", "#c6e0b4")))) for span in spans)

    header = tuple(Row(cells()) for _ in range(draw(st.integers(0, 1))))
    origin = st.sampled_from(("", "actions/a"))
    kinds = st.sampled_from(((0, False), (1, False), (2, False), (0, True), (0, False, True)))
    rows = tuple(Row(cells(), *draw(kinds), origin=draw(origin)) for _ in range(draw(st.integers(0, 2))))
    return Table((Length(room // columns),) * columns, header, rows, title=draw(words))


@st.composite
def documents(
    draw: st.DrawFn,
    *,
    words: st.SearchStrategy[str] | None = None,
    room: Length = pt(200),
    pages: tuple[str, ...] = ("{number}", "Page {number}"),
) -> Document:
    """Documents with every kind of node. Contents, where there are any, list all headings; anchors are unique.

    Args:
        draw: Handed in by hypothesis.
        words: What texts are made of; any text where it is not given.
        room: The width of the widest table.
        pages: The words around page numbers in the contents, of which one is drawn.
    """
    words = texts() if words is None else words
    runs = inlines(words)
    headings: list[Heading] = []
    bodies: list[tuple[Block, ...]] = []
    for _ in range(draw(st.integers(0, 3))):
        body: list[Block] = []
        for _ in range(draw(st.integers(0, 2))):
            if draw(st.booleans()):
                level, anchor = draw(st.integers(1, 3)), f"heading-{len(headings)}"
                number, origin = draw(st.sampled_from(("", *NUMBERS))), draw(st.sampled_from(("", *PATHS)))
                headings.append(Heading(draw(runs), level, anchor, number, origin=origin))
                body.append(Box((headings[-1],)) if draw(st.booleans()) else headings[-1])
            body += draw(blocks(words, room))
        bodies.append(tuple(body))
    sections = [Section(body, running=draw(st.booleans())) for body in bodies]
    if draw(st.booleans()):
        listed = tuple(
            ContentsEntry(heading.content, heading.anchor, min(heading.level, 2), heading.number) for heading in headings
        )
        sections.insert(0, Section((Contents(listed, draw(st.sampled_from(pages))),)))
    page_of_pages = (Text("Page "), PageNumber(), Text(" of "), PageCount())
    return Document(
        title=draw(words),
        sections=tuple(sections),
        author=draw(words),
        subject=draw(words),
        date=draw(st.none() | st.dates(date(1970, 1, 1), date(2100, 1, 1))),
        header=tuple(draw(st.lists(st.builds(Paragraph, runs, st.just("Header")), max_size=1))),
        footer=draw(st.sampled_from(((), (Paragraph(page_of_pages, "Footer"),)))),
    )
