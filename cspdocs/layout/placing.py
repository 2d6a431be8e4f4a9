"""Strips in their places on a page: what is drawn, from below to above and in reading order, and where links are."""

from __future__ import annotations

from collections.abc import Iterable

from cspdocs.layout.frames import Frame, Stretch
from cspdocs.layout.paged import PageContent, Placed, PlacedLink
from cspdocs.layout.strips import Strip


def place_strips(strips: Iterable[tuple[Strip, float]]) -> PageContent:
    """What strips amount to on a page, each with the distance of its top from the upper edge of the paper."""
    page = _Page()
    for strip, y in strips:
        page.add(strip, y)
    framing = [item for frame, stretch in page.frames.items() for item in frame.drawn(stretch)]
    return PageContent((*framing, *page.items), tuple(page.links))


class _Page:
    """What is placed so far. Boxes are known by where they stand on the page, and are drawn below all else."""

    def __init__(self) -> None:
        self.items: list[Placed] = []
        self.links: list[PlacedLink] = []
        self.frames: dict[Frame, Stretch] = {}

    def add(self, strip: Strip, y: float) -> None:
        """Places a strip, its top `y` points below the upper edge of the paper."""
        if strip.dressing:
            self.items += strip.dressing.drawn(y)
        self.items += [item.lowered(y) for item in strip.items]
        if strip.links:
            self.links += [link.lowered(y) for link in strip.links]
        for frame, upper, lower in strip.frames:
            top, _, opened, closed = self.frames.get(frame) or Stretch(y, y, opened=False, closed=False)
            self.frames[frame] = Stretch(top, y + strip.height, opened or upper, closed or lower)
        for distance, inner in strip.inner:
            if isinstance(inner, Strip):
                self.add(inner, y + distance)
            else:
                inner.draw(self.items, self.links, y + distance)
