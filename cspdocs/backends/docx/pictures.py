"""Pictures: DrawingML in the line of text."""

from __future__ import annotations

from cspdocs.backends.docx.drawings import write_drawing
from cspdocs.backends.docx.markup import attribute
from cspdocs.backends.docx.namespaces import DECORATIVE, PIC
from cspdocs.backends.docx.places import Place
from cspdocs.backends.docx.story import Story
from cspdocs.document.drawing import Drawing
from cspdocs.document.nodes import Figure
from cspdocs.units import Length


def write_picture(figure: Figure, place: Place, story: Story) -> str:
    """The run that holds the picture, made smaller where it would not fit its place."""
    width, height = _size(figure, place, story)
    if isinstance(figure.image, Drawing):
        properties = _properties(figure, story.number_picture())
        return write_drawing(figure.image, Length(width), properties, story, figure.origin)
    relationship, number = story.picture(figure.image), story.number_picture()
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/>'
        f'<wp:effectExtent l="0" t="0" r="0" b="0"/>{_properties(figure, number)}'
        '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic><a:graphicData uri="{PIC}"><pic:pic xmlns:pic="{PIC}">'
        f'<pic:nvPicPr><pic:cNvPr id="{number}" name="Picture {number}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relationship}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def _properties(figure: Figure, number: int) -> str:
    """What is said of the picture: its words, or that it is decoration."""
    named = f'id="{number}" name="Picture {number}"'
    if figure.alt is None and not figure.description:
        extension = (
            f'<a:extLst><a:ext uri="{{C183D7F6-B498-43B3-948B-1728B52AA6E4}}">'
            f'<adec:decorative xmlns:adec="{DECORATIVE}" val="1"/></a:ext></a:extLst>'
        )
        return f'<wp:docPr {named} descr="">{extension}</wp:docPr>'
    return f'<wp:docPr {named} descr="{attribute(figure.description)}"/>'


def _size(figure: Figure, place: Place, story: Story) -> tuple[int, int]:
    """Width and height in EMU, in the picture's own proportions.

    A line holds the picture and what letters have below their baseline, and the caption must find room under it.
    """
    style, caption = story.book.style(figure.style), story.book.style("Caption")
    below = style.size * 0.3
    if figure.caption:
        below += style.space_after + caption.size * 1.2 * caption.line_spacing
    scale = min(1.0, place.width / figure.width, (place.height - below) / figure.height)
    return max(1, round(figure.width * scale)), max(1, round(figure.height * scale))
