"""Pictures with what they show, at the size at which they are printed or as wide as the screen allows."""

from __future__ import annotations

from typing import Final

from cspdocs.backends.html.drawings import write_drawing
from cspdocs.backends.html.markup import block, element, start
from cspdocs.backends.html.runs import write_runs
from cspdocs.backends.html.story import Story
from cspdocs.document.drawing import Drawing
from cspdocs.document.images import Image
from cspdocs.document.nodes import Figure

_PIXELS_PER_INCH: Final = 96
"""By the definition of CSS, whatever the screen has."""


def write_figure(figure: Figure, story: Story) -> str:
    """The picture, with its caption where it has one. One that is decoration has an empty description."""
    shown = figure.image
    image = write_drawing(figure, shown, story) if isinstance(shown, Drawing) else _write_image(figure, shown, story)
    kind = story.class_of(figure.style, plain="")
    classes = " ".join(name for name in (kind, story.part(f"beside-{figure.side}") if figure.side else None) if name) or None
    caption = write_runs(figure.caption, story, figure.origin)
    if not caption:
        return element("figure" if isinstance(shown, Drawing) else "p", image, class_=classes)
    return block("figure", image, element("figcaption", caption, class_=story.class_of("Caption")), class_=classes)


def _write_image(figure: Figure, image: Image, story: Story) -> str:
    later = "lazy" if story.pictures else None
    return start(
        "img",
        src=story.picture(image),
        alt=figure.description,
        width=max(1, round(figure.width.inch * _PIXELS_PER_INCH)),
        height=max(1, round(figure.height.inch * _PIXELS_PER_INCH)),
        loading=later,
    )
