from __future__ import annotations

import re

import pytest

import judges
from cspdocs.backends.base import RenderOptions
from cspdocs.backends.docx import BACKEND
from cspdocs.document.beside import BELOW, GAP
from cspdocs.document.nodes import (
    Cell,
    Document,
    Figure,
    Heading,
    List,
    ListItem,
    Paragraph,
    Quote,
    Row,
    Section,
    Table,
    Text,
)
from cspdocs.layout.paged import PagedDocument, PlacedText
from cspdocs.template.template import load_template
from cspdocs.units import mm, pt
from sheets import picture

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PICTURE = picture(400, 200)
SENTENCE = "The partnership works with residents, businesses and the voluntary sector to keep the borough safe. "
LINE = Paragraph((Text("A line."),))
LONG = Paragraph((Text(SENTENCE * 12),))
NEXT = Heading((Text("Next"),), 2)


def figure(width: float = 160, *, side: str | None = "left", caption: str = "The park") -> Figure:
    return Figure(PICTURE, pt(width), "A map", (Text(caption),) if caption else (), side)


def styles_of(rendered) -> list[str]:
    return [found.get(f"{W}val") for found in rendered.tree().iter(f"{W}pStyle")]


def frame_of(rendered, style: str) -> dict[str, str]:
    (frame,) = re.findall(r"<w:framePr ([^>]*)/>", rendered.style(style))
    return dict(re.findall(r'w:(\w+)="([^"]*)"', frame))


@pytest.mark.parametrize("side", ["left", "right"])
def test_the_frame_of_a_picture_is_its_style_s(render, side):
    rendered = render(figure(side=side, caption=""), LINE)

    assert frame_of(rendered, f"Figure{side.capitalize()}160pt") == {
        "w": "3200",
        "hSpace": str(GAP.twips),
        "wrap": "around",
        "vAnchor": "text",
        "hAnchor": "margin",
        "xAlign": side,
        "y": "1",
    }


def test_the_picture_itself_stands_in_its_line_and_nothing_floats(render):
    rendered = render(figure(), LINE)

    assert "<wp:inline" in rendered.markup()
    assert "<wp:anchor" not in rendered.markup()


def test_a_paragraph_says_only_that_it_stands_in_a_frame(render):
    tree = render(figure(), LINE).tree()

    framed = [[dict(child.attrib) for child in found] for found in tree.iter(f"{W}pPr") if len(found) > 1]
    assert [properties[1:] for properties in framed] == [[{f"{W}wrap": "around"}]] * 2


def test_the_caption_stands_in_the_same_frame_below_the_picture(render):
    rendered = render(figure(), LINE)

    assert styles_of(rendered)[:3] == ["FigureCaptionedLeft160pt", "CaptionLeft160pt", "BodyBesideKept"]
    assert frame_of(rendered, "CaptionLeft160pt") == frame_of(rendered, "FigureCaptionedLeft160pt")


def test_in_a_frame_there_is_no_white_space_at_its_head_and_foot(render):
    rendered = render(figure(), LINE, figure(caption=""), LINE)

    spaces = {
        name: re.findall(r'w:(before|after)="(\d+)"', rendered.style(name))
        for name in ("FigureCaptionedLeft160pt", "CaptionLeft160pt", "FigureLeft160pt")
    }
    assert spaces == {
        "FigureCaptionedLeft160pt": [("before", "0")],
        "CaptionLeft160pt": [("after", "0")],
        "FigureLeft160pt": [("before", "0"), ("after", "0")],
    }


def test_pictures_of_other_widths_or_sides_have_styles_of_their_own(render):
    rendered = render(figure(), LINE, figure(80.5), LINE, figure(side="right"), LINE)

    names = [name for name in styles_of(rendered) if name.startswith("Figure")]
    assert names == ["FigureCaptionedLeft160pt", "FigureCaptionedLeft80.5pt", "FigureCaptionedRight160pt"]


def test_a_picture_is_made_to_take_half_of_the_width(render, sheet):
    rendered = render(figure(1000), LINE)

    half = sheet.pages["Page"].text_width // 2
    assert f'<wp:extent cx="{half}" cy="{half // 2}"/>' in rendered.markup()


def test_what_follows_short_text_is_kept_below_the_picture_by_a_low_paragraph(render):
    rendered = render(figure(), LINE, NEXT)

    assert styles_of(rendered)[-2:] == ["BelowFigure", "Heading2"]
    assert '<w:r><w:br w:type="textWrapping" w:clear="all"/></w:r></w:p>' in rendered.markup()
    size = int(re.findall(r'<w:sz w:val="(\d+)"/>', rendered.style("BelowFigure"))[0]) / 2
    assert 2 * 1.15 * size == pytest.approx(BELOW.pt, abs=0.5)
    assert 'w:lineRule="auto"' in rendered.style("BelowFigure")


def test_what_follows_long_text_needs_no_such_paragraph(render):
    assert "BelowFigure" not in styles_of(render(figure(), LONG, LONG, NEXT))


def test_text_beside_a_picture_stays_on_its_page(render):
    rendered = render(figure(), LINE, LONG, LINE)

    assert styles_of(rendered)[2:] == ["BodyBesideKept", "BodyBeside", "Normal"]
    assert "<w:keepLines/>" in rendered.style("BodyBeside")
    assert "<w:keepNext/>" in rendered.style("BodyBesideKept")


def test_lists_and_quotations_beside_a_picture_stay_on_its_page_too(render):
    listed = List((ListItem((LINE,)), ListItem((LINE,))))

    rendered = render(figure(), listed, Quote((LINE,)))

    assert styles_of(rendered)[2:5] == ["ListBulletBesideKept", "ListBulletLastBesideKept", "QuoteBesideKept"]


@pytest.mark.parametrize(
    "blocks",
    [
        (figure(),),
        (figure(), NEXT),
        (figure(side=None), LINE),
        (Table((mm(80),), (), (Row((Cell((figure(), LINE)),)),)),),
        (List((ListItem((figure(), LINE)),)),),
        (Quote((figure(), LINE)),),
        (figure(20, caption=SENTENCE * 12), LINE),
    ],
)
def test_a_picture_without_text_beside_it_has_no_frame(render, blocks):
    rendered = render(*blocks)

    assert "framePr" not in rendered.markup()
    assert "framePr" not in rendered.markup("word/styles.xml")


def test_picture_caption_and_text_are_read_in_this_order(render, read_text):
    rendered = render(LINE, figure(), LINE)

    drawn = [bool(found.findall(f".//{W}drawing")) for found in rendered.tree().iter(f"{W}p")]
    assert drawn == [False, True, False, False, False]
    assert re.fullmatch(r"A line\.\s*The park\s*A line\.\s*", read_text(rendered.tree()))


def test_microsoft_s_validator_finds_no_fault_in_frames(render, tmp_path):
    path = tmp_path / "beside.docx"
    path.write_bytes(render(figure(), LINE, NEXT, figure(side="right", caption=""), LONG).data)

    assert judges.validate_docx(path) == []


def placed_lines(paged: PagedDocument) -> list[list[str]]:
    """The lines of each page: what stands at one height in one column."""
    pages = []
    for page in paged.pages:
        lines: dict[tuple[float, bool], list[str]] = {}
        for item in page.items:
            if isinstance(item, PlacedText):
                caption = item.element is not None and item.element.role == "Caption"
                lines.setdefault((round(item.baseline, 1), caption), []).append(item.text)
        pages.append(sorted("".join(parts).strip() for parts in lines.values()))
    return pages


def test_libreoffice_breaks_lines_and_pages_beside_pictures_as_the_layout_does(tmp_path):
    sheet = load_template("tonbridge-malling").sheet
    told = Paragraph((Text(SENTENCE * 3),))
    blocks = (
        told,
        figure(200, caption="Officers on patrol in the High Street in May, with the wardens"),
        told,
        Quote((told,)),
        told,
        figure(180, side="right", caption=""),
        LINE,
        NEXT,
        LONG,
        figure(300, side="right"),
        Paragraph((Text(SENTENCE * 8),)),
        LONG,
    )
    options = RenderOptions(Document(title="Plan", sections=(Section(blocks),)), sheet)
    path = tmp_path / "beside.docx"
    path.write_bytes(BACKEND.render(options.document, options).data)

    read = judges.pdf_text(judges.docx_to_pdf(path, tmp_path))

    pages = [sorted(line.strip() for line in page.splitlines() if line.strip()) for page in read.split("\f")[:-1]]
    assert len(pages) > 1
    assert pages == placed_lines(options.paged)
