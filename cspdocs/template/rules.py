"""What the files of a template's folder may say, as records.

template.yaml   Manifest    name, palette, fonts, pages, status vocabulary
wording.yaml    Wording     headings, ready text and phrases            (`wording.py`)
styles.yaml     Styles      paragraph styles, and boxes
tables.yaml     Tables      table styles, and the columns of tables     (`layouts.py`)
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from cspdocs.document.styles import Align, Leader, VerticalAlign
from cspdocs.plan.measures import Standing
from cspdocs.plan.status import Shape, Status
from cspdocs.records.fields import key, many, optional, required
from cspdocs.units import Length, mm
from cspdocs.values import frozen


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
class LogoRule:
    """The council's or the partnership's sign."""

    file: str = required("The picture's file, in the template's folder.", shorthand=True)
    alt: str = optional("What it says, for readers who cannot see it; its words, if it has any.", "")
    height: Length = optional("The height at which to print it; the width follows.", mm(18))
    on: tuple[Literal["cover", "back"], ...] = many("cover, back or both; the cover when left out.")


@frozen(kw_only=True)
class StandingRule:
    """How it is shown that an indicator has met its target, nearly or not at all. Which of them holds is computed."""

    standing: Standing = key("met, near, missed or no data.")
    word: str = required("The word that is printed.", shorthand=True)
    meaning: str = optional("What the word means, for readers.", "")
    colour: str = optional("A colour of the palette, or #rrggbb, that fills the cell.", "")
    shape: Shape = optional("The mark printed before the word.", "circle")


@frozen(kw_only=True)
class Manifest:
    """template.yaml: what the template is, its colours, fonts and sheets of paper."""

    title: str = required("The name of the template for people.")
    about: str = optional("What it looks like and whom it is for.", "")
    extends: str = optional("The template that this one starts from: a name, or a folder such as ../ours.", "")
    language: str = optional("The language of its words, such as en-GB, or cy for Welsh.", "en-GB")
    palette: Mapping[str, str] = optional("Names for colours, each #rrggbb.", {})
    link_colour: str = optional("The colour of links.", "#0563c1")
    highlight: str = optional("The colour behind words that are still to be filled in.", "#ffe699")
    chart_colours: tuple[str, ...] = many("The colours of charts in their order, of the palette or #rrggbb.")
    logo: LogoRule | None = optional("The sign of the council or the partnership.")
    fonts: tuple[FontRule, ...] = many("The typefaces.")
    pages: tuple[PageRule, ...] = many("The sheets of paper.")
    repeat_title: bool = optional("yes to print the plan's title again above the first section.", False)
    contents_depth: int = optional("How many levels of headings the contents list has, 0 for no list.", 1)
    sections_start: Literal["page", "here"] = optional("Whether sections begin on a new page, unless they say so.", "page")
    numbering: Literal["none", "headings", "paragraphs"] = optional("What is numbered, unless the plan says so.", "none")
    access: Literal["contents", "back", "none"] = optional("Where the notice on other formats is printed.", "none")
    statuses: tuple[Status, ...] = many("The status vocabulary of plans that have none of their own.")
    standings: tuple[StandingRule, ...] = many("How the standing of indicators is shown; the usual way when left out.")


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
class BoxRule:
    """How a box looks: a case study, a vision, a statement. What is left out is as in the box it is based on."""

    name: str = key("The name of the box.")
    based_on: str = optional("The box it starts from; Box when left out.", "")
    fill: str | None = optional("The colour behind it; empty for none.")
    rule: Length | None = optional("Thickness of its rules; 0 pt for none.")
    rule_colour: str | None = optional("Colour of its rules.")
    edge: Literal["all", "left"] | None = optional("all for a rule at every edge, left for one at the left alone.")
    padding: Length | None = optional("Space between edge and text, at most 31 pt.")
    space_after: Length | None = optional("White space below the box.")
    text: str | None = optional("The style of its running text; Body when left out.")
    heading: str | None = optional("The style of its headings; as elsewhere when left out.")


@frozen(kw_only=True)
class Styles:
    """styles.yaml: the paragraph styles, and the boxes."""

    styles: tuple[StyleRule, ...] = many("The styles by name.")
    boxes: tuple[BoxRule, ...] = many("The boxes by name.")


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
