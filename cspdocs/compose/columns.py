"""Things of the plan by columns, as a table or as a list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, TypeAlias

from cspdocs.compose.cells import Shown, joined, runs_of
from cspdocs.compose.context import Context
from cspdocs.compose.widths import share_widths
from cspdocs.diagnostics import Severity
from cspdocs.document.nodes import Block, Cell, Inline, List, ListItem, Paragraph, Row, Strong, Table, Text
from cspdocs.document.walk import block_texts, plain_text
from cspdocs.plan.blocks import Column
from cspdocs.template.sheets import WITHOUT_SECTIONS
from cspdocs.units import Length
from cspdocs.values import frozen

_SHORT: Final = 60
"""Letters of what may share a line with others in running text."""
_LINE: Final = 90
"""Letters of a line that they share."""
_BETWEEN: Final = Text("; ")


@frozen
class Headed:
    """A column with its heading.

    Of updates it shows those of the time `when`, or those of all times `but` some. What several in `rest` show stands
    together in one row below the other cells. A `leading` column stands before the next one in a list: a number before a
    title.
    """

    field: str
    heading: tuple[Inline, ...]
    origin: str = ""
    typed: str = ""
    """The path of the heading, where the plan has it."""
    width: Length | None = None
    in_row: bool = False
    only_filled: bool = False
    when: str = ""
    but: tuple[str, ...] = ()
    rest: bool = False
    leading: bool = False

    @classmethod
    def of(cls, column: Column, heading: tuple[Inline, ...], origin: str, typed: str = "", when: str = "") -> Headed:
        """A column as a template or plan describes it."""
        in_row = column.place == "row"
        return cls(column.field, heading, origin, typed, column.width, in_row, column.only_filled, when)


@frozen
class Item:
    """A thing, and what is shown of it under each column."""

    origin: str
    shown: tuple[Shown, ...]


@frozen
class Band:
    """A row that divides those below it, and rows of its own that follow it."""

    content: tuple[Block, ...]
    level: int = 1
    origin: str = ""
    below: tuple[tuple[Block, ...], ...] = ()


@frozen
class Listing:
    """Things by columns. `style` names a table style, `title` says what they are, `path` which block asked for them."""

    columns: tuple[Headed, ...]
    entries: tuple[Item | Band, ...]
    style: str
    title: str
    origin: str
    path: str = ""


@frozen
class _Drawn:
    """The rows of a listing, and the columns that are cells of them."""

    listing: Listing
    columns: tuple[Headed, ...]
    header: Row
    rows: tuple[Row, ...]


_Kind: TypeAlias = tuple[str, tuple[Headed, ...]]
"""A table style and columns: what tables have in common that look alike."""


def table_of(listing: Listing, context: Context) -> Table:
    """The things as rows. Columns in which nothing would stand are left out where they say so."""
    (table,) = tables_of([listing], context)
    return table


def tables_of(listings: Sequence[Listing], context: Context) -> list[Table]:
    """A table for each; those that have the same columns have them in the same widths.

    A column in which nothing would stand is left out where it says so, but not of one table alone when others beside it
    have it.
    """
    alike: dict[_Kind, list[Listing]] = {}
    kinds = [(listing.style, listing.columns) for listing in listings]
    for kind, listing in zip(kinds, listings, strict=True):
        alike.setdefault(kind, []).append(listing)
    items = {kind: [item for one in some for item in one.entries if isinstance(item, Item)] for kind, some in alike.items()}
    drawn = [(kind, _draw(listing, items[kind], context)) for kind, listing in zip(kinds, listings, strict=True)]
    widths = {kind: _widths([one for other, one in drawn if other == kind], context) for kind in alike}
    return [
        Table(
            widths[kind],
            (one.header,),
            one.rows,
            one.listing.style,
            context.fill(one.listing.title),
            origin=one.listing.origin,
        )
        for kind, one in drawn
    ]


def list_of(listing: Listing, context: Context) -> Iterator[List]:
    """The things as bullets: the first column, and below it what the others show, their headings before it."""
    items = []
    for entry in listing.entries:
        if isinstance(entry, Item):
            shown = [pair for pair in zip(listing.columns, entry.shown, strict=True) if not pair[1].is_empty]
            head, *others = _led(shown) or [(listing.columns[0], entry.shown[0])]
            items.append(ListItem((*head[1].blocks, *described(others, "Body", context))))
    if items:
        yield List(tuple(items), origin=listing.origin)


def described(
    shown: Sequence[tuple[Headed, Shown]], style: str, context: Context, *, strong: bool = False
) -> tuple[Block, ...]:
    """What columns show in running text, each after its heading: what is short on lines together."""
    blocks: list[Block] = []
    line: list[Inline] = []
    for column, one in shown:
        inline = _in_line(one, context)
        said = (() if strong else one.running) or (_labelled(column, inline, context, strong=strong) if inline else ())
        if line and not _fits(line, said):
            blocks.append(Paragraph(tuple(line), style))
            line = []
        if said and _fits(line, said):
            line += (_BETWEEN, *said) if line else said
        elif said:
            blocks.append(Paragraph(said, style))
        else:
            blocks.append(Paragraph(_labelled(column, (), context, strong=strong), style))
            blocks += one.blocks if any(block_texts(one.blocks)) else ()
    return (*blocks, Paragraph(tuple(line), style)) if line else tuple(blocks)


def _fits(line: Sequence[Inline], said: Sequence[Inline]) -> bool:
    """Whether something may stand on a line: whole sentences, and what is long, have lines of their own."""
    text = plain_text(said)
    return bool(text) and len(text) <= _SHORT and not text.endswith(".") and len(plain_text(line)) + len(text) <= _LINE


def report_cut(words: Sequence[str], path: str, context: Context) -> None:
    """Notes that a table has more columns than the page has room for."""
    if words:
        sheets = [page for name, page in context.template.sheet.pages.items() if name not in WITHOUT_SECTIONS]
        wider = [page for page in sheets if page.text_width > context.page.text_width]
        on = f", or put the section on a wider sheet of paper: page: {wider[0].name}" if wider else ""
        quoted = ", ".join(f'"{word}"' for word in words[:3])
        message = f"the table has too many columns for the page: words such as {quoted} are cut"
        hint = f"show fewer columns, or some with place: row{on}"
        context.report("narrow-columns", message, path, hint, Severity.WARNING)


def _draw(listing: Listing, items: Sequence[Item], context: Context) -> _Drawn:
    """The rows of a listing; `items` are those of all listings beside it."""
    style = context.template.sheet.tables[listing.style]
    columns = list(enumerate(listing.columns))
    cells = [(n, column) for n, column in columns if not column.in_row and _is_wanted(n, column, items)]
    cells = cells or columns[:1]
    below = [(n, column) for n, column in columns if column.in_row]
    header = Row(tuple(Cell((Paragraph(c.heading, style.header, origin=c.typed),), origin=c.origin) for _, c in cells))
    rows: list[Row] = []
    for entry in listing.entries:
        if isinstance(entry, Band):
            rows.append(Row((Cell(entry.content, len(cells)),), entry.level, origin=entry.origin))
            rows += (Row((Cell(content, len(cells)),), joined=True) for content in entry.below)
        else:
            shown = [entry.shown[number] for number, _ in cells]
            rows.append(Row(tuple(Cell(s.blocks, 1, s.fill, origin=s.origin) for s in shown), origin=entry.origin))
            rows += _rows_below(entry, below, len(cells), style.text, context)
    return _Drawn(listing, tuple(column for _, column in cells), header, tuple(rows))


def _widths(drawn: Sequence[_Drawn], context: Context) -> tuple[Length, ...]:
    """The widths of the columns that some tables have in common."""
    first = drawn[0]
    sheet, room = context.template.sheet, context.room
    style = sheet.tables[first.listing.style]
    rows = [row for one in drawn for row in one.rows]
    blanks = context.template.wording
    standing_in = {blanks.blank, blanks.no_update, blanks.no_status}
    asked = [column.width for column in first.columns]
    shared = share_widths(asked, (first.header,), rows, style, sheet, room, blanks=standing_in)
    report_cut(shared.cut, first.listing.path, context)
    return shared.columns


def _is_wanted(number: int, column: Headed, items: Iterable[Item]) -> bool:
    return not column.only_filled or any(not item.shown[number].is_empty for item in items)


def _rows_below(item: Item, columns: Sequence[tuple[int, Headed]], span: int, style: str, context: Context) -> Iterator[Row]:
    """The rows across all columns that go on with an item: one for each of these, and one for the rest."""
    shown = [(column, item.shown[number]) for number, column in columns]
    for column, one in shown:
        if not column.rest and not (column.only_filled and one.is_empty):
            content = described([(column, one)], style, context, strong=True)
            yield Row((Cell(content, span, origin=one.origin),), joined=True)
    rest = [(column, one) for column, one in shown if column.rest and not one.is_empty]
    if rest:
        yield Row((Cell(described(rest, style, context, strong=True), span),), joined=True)


def _led(shown: Sequence[tuple[Headed, Shown]]) -> list[tuple[Headed, Shown]]:
    """What is shown, a number at its head put before what follows it."""
    if len(shown) < 2 or not shown[0][0].leading:
        return list(shown)
    (_, number), (column, first), *others = shown
    match number.blocks, first.blocks:
        case (Paragraph() as mark,), (Paragraph() as words, *more):
            led = (*runs_of(mark), Text(" "), *runs_of(words))
            return [(column, Shown((Paragraph(led, words.style), *more), first.origin)), *others]
        case _:
            return list(shown)


def _in_line(shown: Shown, context: Context) -> tuple[Inline, ...]:
    """What is shown as runs; nothing where it is more than a paragraph or a list of names."""
    lines = [runs_of(block) for block in shown.blocks if isinstance(block, Paragraph)]
    if len(lines) != len(shown.blocks) or (len(lines) > 1 and not shown.names):
        return ()
    return joined(lines, context)


def _labelled(column: Headed, said: tuple[Inline, ...], context: Context, *, strong: bool) -> tuple[Inline, ...]:
    """What is said, after the heading of its column; the heading alone, with what follows it, where nothing is."""
    label = (Strong(column.heading),) if strong and column.heading else column.heading
    phrase = context.template.wording.labelled
    if not said:
        phrase = phrase.partition("{value}")[0].rstrip()
    return context.phrase_of(phrase, {"label": label, "value": said})
