"""Pictures as strips."""

from __future__ import annotations

from cspdocs.document.images import Image
from cspdocs.document.nodes import Figure
from cspdocs.layout.drawings import lay_drawing
from cspdocs.layout.paged import Element, PlacedDrawing, PlacedImage
from cspdocs.layout.paragraphs import lay_text
from cspdocs.layout.strips import Column, Setting, Strip


def lay_figure(figure: Figure, column: Column, setting: Setting, parent: Element) -> list[Strip]:
    """The picture, made smaller where it would not fit the page, and its caption below it."""
    style = setting.sheet.styles[figure.style]
    described = figure.description
    element = parent.add("Figure", alt=described, origin=figure.origin) if described else None
    caption: list[Strip] = []
    if figure.caption:
        caption_style = setting.sheet.styles["Caption"]
        caption = lay_text(figure.caption, caption_style, column, setting, parent.add("Caption"), origin=figure.origin)
    look = setting.faces.look(style)
    # A picture stands on the baseline of a line, as a letter does; below it is what letters have below theirs.
    descent = look.face.descent * look.size
    below = descent + sum(strip.height for strip in caption) + (style.space_after.pt if caption else 0.0)
    width, height = figure.width.pt, figure.height.pt
    # A caption of a page's length may not make the picture vanish.
    room = max(column.height - below, column.height / 4)
    scale = min(1.0, column.width / max(width, 1.0), room / max(height, 1.0))
    width, height = width * scale, height * scale
    side = {"left": 0.0, "right": 1.0}.get(figure.side or "", {"left": 0.0, "centre": 0.5, "right": 1.0}[style.align])
    x = column.left + side * (column.width - width)
    strip = Strip(height + descent)
    if isinstance(figure.image, Image):
        strip.items.append(PlacedImage(x, 0.0, width, height, figure.image, element))
    else:
        shapes = tuple(lay_drawing(figure.image, width, setting, element, figure.origin))
        strip.items.append(PlacedDrawing(x, 0.0, width, height, shapes, element))
    strip.before, strip.after = style.space_before.pt, style.space_after.pt
    strip.may_turn = not caption
    return [strip, *caption]
