"""What the files of a template's folder may say, as records.

template.yaml   Manifest    name, palette, fonts, pages, status vocabulary
wording.yaml    Wording     headings and phrases
styles.yaml     Styles      paragraph styles
tables.yaml     Tables      table styles, and the columns of the action tables
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from attrs import frozen

from cspdocs.document.styles import Align, Leader, VerticalAlign
from cspdocs.plan.status import Status
from cspdocs.records.fields import key, many, optional, required
from cspdocs.units import Length, mm


@frozen(kw_only=True)
class FontRule:
    """A typeface. The four faces are TrueType files in the template's folder; Arimo's come with cspdocs."""

    role: str = key("The name by which styles ask for it; body is the default of all.")
    family: str = required("The name of the typeface.", shorthand=True)
    word: str = optional("The typeface that Word is told, when it is another of the same widths.", "")
    regular: str = optional("File of the regular face.", "")
    bold: str = optional("File of the bold face.", "")
    italic: str = optional("File of the italic face.", "")
    bold_italic: str = optional("File of the bold italic face.", "")
    fallbacks: tuple[str, ...] = many("Other typefaces of this list, asked for characters that this one lacks.")


@frozen(kw_only=True)
class PageRule:
    """A sheet of paper and its margins."""

    name: str = key("The name of the geometry; Page is the default of all sections.")
    paper: Literal["A3", "A4", "A5"] = optional("The size of the sheet.", "A4")
    orientation: Literal["portrait", "landscape"] = optional("How the sheet is turned.", "portrait")
    top: Length = optional("Top margin.", mm(25.4))
    right: Length = optional("Right margin.", mm(25.4))
    bottom: Length = optional("Bottom margin.", mm(25.4))
    left: Length = optional("Left margin.", mm(25.4))
    header: Length = optional("From the upper edge of the paper to the header.", mm(12.7))
    footer: Length = optional("From the lower edge of the paper to the footer.", mm(12.7))


@frozen(kw_only=True)
class Manifest:
    """template.yaml: what the template is, its colours, fonts and sheets of paper."""

    title: str = required("The name of the template for people.")
    about: str = optional("What it looks like and whom it is for.", "")
    palette: Mapping[str, str] = optional("Names for colours, each #rrggbb.", {})
    link_colour: str = optional("The colour of links.", "#0563c1")
    fonts: tuple[FontRule, ...] = many("The typefaces.")
    pages: tuple[PageRule, ...] = many("The sheets of paper.")
    repeat_title: bool = optional("yes to print the plan's title again above the first section.", False)
    statuses: tuple[Status, ...] = many("The status vocabulary of plans that have none of their own.")


@frozen(kw_only=True)
class StyleRule:
    """A paragraph style. What is left out is as in the style it is based on."""

    name: str = key("The name of the style.")
    based_on: str = optional("The style whose looks it starts from; Body when left out.", "")
    font: str | None = optional("A typeface of template.yaml.")
    size: Length | None = optional("Size of the letters.")
    bold: bool | None = optional("yes for bold.")
    italic: bool | None = optional("yes for italic.")
    colour: str | None = optional("A colour of the palette, or #rrggbb.")
    align: Align | None = optional("left, centre or right.")
    line_spacing: float | None = optional("Line height, as a multiple of the font's own.")
    space_before: Length | None = optional("White space above.")
    space_after: Length | None = optional("White space below.")
    indent: Length | None = optional("How far all lines stand from the left.")
    first_line: Length | None = optional("How much further the first line stands; negative for a hanging indent.")
    tab: Length | None = optional("A tab stop, from the left; negative from the right.")
    tab_align: Literal["left", "right"] | None = optional("Whether text starts or ends at the tab stop.")
    tab_leader: Leader | None = optional("dots to lead the eye to the tab stop.")
    keep_with_next: bool | None = optional("yes to stay on the page of what follows.")
    keep_together: bool | None = optional("yes to keep all lines on one page.")
    widow_control: bool | None = optional("no to let one line of a paragraph stand alone on a page.")


@frozen(kw_only=True)
class Styles:
    """styles.yaml: the paragraph styles."""

    styles: tuple[StyleRule, ...] = many("The styles by name.")


@frozen(kw_only=True)
class TableRule:
    """A table style. What is left out is as in the style it is based on."""

    name: str = key("The name of the table style.")
    based_on: str = optional("The table style it starts from; Table when left out.", "")
    header: str | None = optional("The paragraph style of header cells.")
    text: str | None = optional("The paragraph style of all other cells.")
    band: str | None = optional("The paragraph style of rows that divide the table.")
    header_fill: str | None = optional("The colour behind the header.")
    band_fill: str | None = optional("The colour behind rows that divide the table.")
    repeat_header: bool | None = optional("yes to print the header again on each page the table goes on to.")
    rows_break: bool | None = optional("yes to let a row be cut between two pages.")
    rule: Length | None = optional("Thickness of the rules; 0 pt for none.")
    rule_colour: str | None = optional("Colour of the rules.")
    padding_left: Length | None = optional("Space between rule and text.")
    padding_right: Length | None = optional("Space between text and rule.")
    padding_top: Length | None = optional("Space above the text of a cell.")
    padding_bottom: Length | None = optional("Space below the text of a cell.")
    vertical_align: VerticalAlign | None = optional("Where short cells stand in high rows.")
    space_after: Length | None = optional("White space below the table.")


@frozen(kw_only=True)
class ColumnRule:
    """A column of an action table."""

    field: str = key("What the column shows: action, owners, update or status.")
    heading: str = required("The column heading.", shorthand=True)
    width: Length | None = optional("The width; columns without one share what is left.")


@frozen(kw_only=True)
class ActionLayout:
    """How the actions of a year are tabulated."""

    year: str = key("previous for last year's actions, current for this year's.")
    style: str = optional("A table style.", "Table")
    columns: tuple[ColumnRule, ...] = many("The columns from left to right.")


@frozen(kw_only=True)
class DirectoryLayout:
    """How the organisations are set side by side."""

    style: str = optional("A table style.", "Grid")
    columns: int = optional("How many stand in a row.", 3)


@frozen(kw_only=True)
class Tables:
    """tables.yaml: table styles, and the columns of the action tables."""

    styles: tuple[TableRule, ...] = many("Table styles by name.")
    actions: tuple[ActionLayout, ...] = many("The action tables of each year.")
    directory: DirectoryLayout = optional("The directory.", DirectoryLayout())


@frozen(kw_only=True)
class SectionWording:
    """What a section of a kind is called when the plan gives it no title."""

    kind: str = key("The kind of section.")
    title: str = required("The heading; may quote {period}, {previous} and their forms.", shorthand=True)
    contents_title: str = optional("The title in the contents list, where it differs.", "")


@frozen(kw_only=True)
class Wording:
    """wording.yaml: headings and phrases. Those with `{…}` print a value there."""

    sections: tuple[SectionWording, ...] = many("Headings of the kinds of sections.")
    contents: str = optional("The heading of the contents list.", "Contents")
    contents_page: str = optional("A page number in the contents list.", "{number}")
    header: str = optional("The header of every page but the cover; empty for none.", "")
    footer: str = optional("The footer of every page but the cover.", "Page {page} of {pages}")
    draft: str = optional("Put before the header while the plan is a draft.", "Draft {version}")
    phone: str = optional("A telephone number.", "Tel: {phone}")
    email: str = optional("An e-mail address.", "Email: {email}")
    web: str = optional("A web address.", "{web}")
    no_update: str = optional("What stands in place of an update that is not there yet.", "")
    no_status: str = optional("What stands in place of a status that is not there yet.", "")
    credit: str = optional("Who made a picture, after its caption.", "Picture: {credit}")
    attribution: str = optional("Whose words a quotation gives.", "{who}")
    other_priority: str = optional("The heading of actions that belong to no priority.", "Other actions")
