"""Vector pictures: a group of DrawingML shapes in the line of text, its labels as text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil
from typing import Final, assert_never

from cspdocs.backends.docx.markup import attribute, hexadecimal
from cspdocs.backends.docx.paragraphs import paragraph
from cspdocs.backends.docx.story import Story
from cspdocs.document.drawing import Drawing, Label, Line, Point, Polygon, Polyline, Rectangle, Shape
from cspdocs.document.letterwidths import text_width
from cspdocs.document.styles import Align
from cspdocs.units import Length, pt

_GROUP: Final = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
_SHAPE: Final = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
_COMPATIBILITY: Final = "http://schemas.openxmlformats.org/markup-compatibility/2006"

_ASCENT: Final = 0.905
"""How far the first line of letters stands below the upper edge of what holds it, in ems, in any common sans serif."""
_HEIGHT: Final = 1.3
_SPARE: Final = 1.15
"""How much wider the place of a label is than its words are estimated to be, so that they stay on one line."""
_BLACK: Final = "#010101"
"""The colour of black labels. Styles leave black itself to the program, and LibreOffice 26.8 takes white for it in a drawing
whose areas are all filled with one dark colour, as those of a chart of one series are."""
_ALIGNED: Final[dict[str, tuple[Align, float]]] = {"start": ("left", 0.0), "middle": ("centre", 0.5), "end": ("right", 1.0)}


def write_drawing(drawing: Drawing, width: Length, properties: str, story: Story, origin: str) -> str:
    """The run that holds a drawing printed in that width. `properties` is its `wp:docPr`, which describes it.

    Word 2010 was the first to know such shapes, and asks that programs which do not are told so.
    """
    scaled = drawing.scaled(width.pt / max(drawing.width, 1.0))
    wide, high = max(1, _emu(scaled.width)), max(1, _emu(scaled.height))
    # A place as large as the drawing, because LibreOffice makes a group as large as what is in it.
    ground = Rectangle(0.0, 0.0, scaled.width, scaled.height)
    shapes = "".join(part for shape in (ground, *scaled.shapes) for part in _shape(shape, scaled.width, story, origin))
    return (
        f'<w:r><mc:AlternateContent xmlns:mc="{_COMPATIBILITY}" xmlns:wpg="{_GROUP}" xmlns:wps="{_SHAPE}">'
        f'<mc:Choice Requires="wpg"><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{wide}" cy="{high}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>{properties}'
        f'<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{_GROUP}"><wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm>'
        f'<a:off x="0" y="0"/><a:ext cx="{wide}" cy="{high}"/><a:chOff x="0" y="0"/><a:chExt cx="{wide}" cy="{high}"/>'
        f"</a:xfrm></wpg:grpSpPr>{shapes}</wpg:wgp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>"
        "</mc:AlternateContent></w:r>"
    )


def _shape(shape: Shape, room: float, story: Story, origin: str) -> Iterator[str]:
    match shape:
        case Rectangle(x, y, width, height, fill, stroke, stroke_width):
            look = f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{_fill(fill)}{_stroke(stroke, stroke_width)}'
            yield _written("Rectangle", (x, y, width, height), look, story)
        case Line(x1, y1, x2, y2, stroke, stroke_width):
            yield _path("Line", ((x1, y1), (x2, y2)), f"{_fill('')}{_stroke(stroke, stroke_width)}", story)
        case Polyline(points, stroke, stroke_width):
            yield _path("Line", points, f"{_fill('')}{_stroke(stroke, stroke_width)}", story)
        case Polygon(points, fill, stroke, stroke_width):
            yield _path("Area", points, f"{_fill(fill)}{_stroke(stroke, stroke_width)}", story, closed=True)
        case Label():
            if shape.text:
                yield _label(shape, room, story, origin)
        case _:
            assert_never(shape)


def _written(
    name: str, area: tuple[float, float, float, float], look: str, story: Story, text: str = "", body: str = "<wps:bodyPr/>"
) -> str:
    """A shape in an area given by left, top, width and height in points."""
    number = story.number_picture()
    left, top, width, height = map(_emu, area)
    kind = '<wps:cNvSpPr txBox="1"/>' if text else "<wps:cNvSpPr/>"
    return (
        f'<wps:wsp><wps:cNvPr id="{number}" name="{name} {number}"/>{kind}<wps:spPr><a:xfrm><a:off x="{left}" y="{top}"/>'
        f'<a:ext cx="{width}" cy="{height}"/></a:xfrm>{look}</wps:spPr>{text}{body}</wps:wsp>'
    )


def _path(name: str, points: Sequence[Point], look: str, story: Story, *, closed: bool = False) -> str:
    """Lines from point to point, as a shape of its own geometry."""
    left, top = min(x for x, _ in points), min(y for _, y in points)
    width, height = max(x for x, _ in points) - left, max(y for _, y in points) - top
    places = [f'<a:pt x="{_emu(x - left)}" y="{_emu(y - top)}"/>' for x, y in points]
    steps = f"<a:moveTo>{places[0]}</a:moveTo>" + "".join(f"<a:lnTo>{place}</a:lnTo>" for place in places[1:])
    closing = "<a:close/>" if closed else ""
    geometry = (
        '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
        f'<a:path w="{_emu(width)}" h="{_emu(height)}">{steps}{closing}</a:path></a:pathLst></a:custGeom>'
    )
    return _written(name, (left, top, width, height), f"{geometry}{look}", story)


def _label(label: Label, room: float, story: Story, origin: str) -> str:
    """Words in a shape without an outline, in a paragraph of a style of its own. No place is wider than the drawing."""
    align, share = _ALIGNED[label.anchor]
    needed = text_width(label.text, label.size, bold=label.bold)
    most = {"start": room - label.x, "middle": 2 * min(label.x, room - label.x), "end": label.x}[label.anchor]
    width = max(min(needed * _SPARE + 4, most), needed + 1)
    area = (label.x - share * width, label.y - _ASCENT * label.size, width, label.size * _HEIGHT)
    size = Length(ceil(pt(label.size * 2) / pt(1) - 0.01) * pt(0.5))
    name = " ".join(
        part
        for part in (f"Label {size.pt:g}", "Bold" * label.bold, align.capitalize() * (align != "left"), _tint(label.colour))
        if part
    )
    story.book.derive(
        name,
        "Body",
        size=size,
        bold=label.bold,
        italic=False,
        colour=_BLACK if label.colour == "#000000" else label.colour,
        align=align,
        line_spacing=1.0,
        space_before=Length(0),
        space_after=Length(0),
        indent=Length(0),
        first_line=Length(0),
        keep_with_next=False,
    )
    words = paragraph(name, f"<w:r>{story.text(label.text, origin)}</w:r>")
    return _written(
        "Label",
        area,
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{_fill("")}{_stroke("", 0.0)}',
        story,
        f"<wps:txbx><w:txbxContent>{words}</w:txbxContent></wps:txbx>",
        '<wps:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"><a:noAutofit/></wps:bodyPr>',
    )


def _emu(length: float) -> int:
    """A length in points as DrawingML writes it."""
    return pt(length).emu


def _tint(colour: str) -> str:
    return "" if colour == "#000000" else attribute(hexadecimal(colour))


def _fill(colour: str) -> str:
    if not colour:
        return "<a:noFill/>"
    return f'<a:solidFill><a:srgbClr val="{hexadecimal(colour)}"/></a:solidFill>'


def _stroke(colour: str, width: float) -> str:
    if not colour:
        return "<a:ln><a:noFill/></a:ln>"
    return f'<a:ln w="{_emu(width)}">{_fill(colour)}<a:round/></a:ln>'
