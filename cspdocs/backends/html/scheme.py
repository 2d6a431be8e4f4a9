"""The colours of the web pages by day and by night, derived from the template's."""

from __future__ import annotations

from cspdocs.backends.html.colours import (
    WHITE,
    at_night,
    filled_at_night,
    ground_at_night,
    is_grey,
    mixed,
    on,
    readable,
)
from cspdocs.document.contrast import contrast
from cspdocs.document.styles import StyleSheet
from cspdocs.values import frozen

_ACCENTS = ("Title", "Heading 1", "Subtitle")
_PALE = 2.0
"""The most contrast with the ground that the tint behind a box may have."""


@frozen
class Scheme:
    """A set of colours in which everything can be read.

    `accent` is the council's colour, for the band behind the title; `tint` stands behind what the page adds. Text and
    links are readable on the ground, on the tint, and on the `pale` fills of boxes.
    """

    dark: bool
    ground: str
    accent: str
    on_accent: str
    tint: str
    text: str
    muted: str
    link: str
    rule: str
    pale: tuple[str, ...] = ()

    def ink(self, colour: str) -> str:
        """The colour of text that the template prints in `colour`."""
        return readable(at_night(colour) if self.dark else colour, (self.ground, self.tint, *self.pale))

    def fill(self, colour: str) -> str:
        """The colour of an area that the template fills with `colour`."""
        return filled_at_night(colour) if self.dark else colour

    def ink_on(self, fill: str, colour: str) -> str:
        """The colour of text printed in `colour` on an area that the template fills with `fill`."""
        ground = self.fill(fill)
        wanted = at_night(colour) if self.dark and contrast(colour, WHITE) > contrast(colour, "#000000") else colour
        return readable(wanted, (ground,))


def scheme(sheet: StyleSheet, *, dark: bool) -> Scheme:
    """The colours of a style sheet on a white ground, or on a dark one."""
    accent = _accent(sheet)
    ground = ground_at_night(accent) if dark else WHITE
    tint = _tint(sheet, accent)
    if dark:
        accent, tint = filled_at_night(accent), mixed(filled_at_night(tint), ground, 0.5)
    pale = tuple(filled_at_night(fill) if dark else fill for fill in pale_fills(sheet))
    grounds = (ground, tint, *pale)
    text = sheet.styles["Body"].colour
    muted = sheet.styles["Caption"].colour
    return Scheme(
        dark=dark,
        ground=ground,
        accent=accent,
        on_accent=on(accent),
        tint=tint,
        text=readable(at_night(text) if dark else text, grounds),
        muted=readable(at_night(muted) if dark else muted, grounds),
        link=readable(at_night(sheet.link_colour) if dark else sheet.link_colour, grounds),
        rule=mixed(accent, ground, 0.6 if dark else 0.25),
        pale=pale,
    )


def pale_fills(sheet: StyleSheet) -> tuple[str, ...]:
    """The fills of boxes on which text keeps its colours; on others it has but one."""
    fills = dict.fromkeys(box.fill for box in sheet.boxes.values() if box.fill)
    return tuple(fill for fill in fills if contrast(fill, WHITE) < _PALE)


def _accent(sheet: StyleSheet) -> str:
    """The first colour of a title or heading that is one; else that of links."""
    colours = [sheet.styles[name].colour for name in _ACCENTS]
    return next((colour for colour in colours if not is_grey(colour)), sheet.link_colour)


def _tint(sheet: StyleSheet, accent: str) -> str:
    """The colour behind the headings of tables where that is a pale one; else a breath of the accent."""
    fill = sheet.tables["Table"].header_fill
    return fill if fill and contrast(fill, WHITE) < _PALE else mixed(accent, WHITE, 0.1)
