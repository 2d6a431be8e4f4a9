"""The rules on pictures: alternative text, in the line of text, no watermarks."""

from __future__ import annotations

import pytest

from cspdocs.backends.docx.accessibility.archive import verify_package
from cspdocs.backends.docx.namespaces import WP
from cspdocs.document.nodes import Document, Figure, Section
from cspdocs.units import pt
from sheets import picture
from word_files import cell, changed, control, found, found_in, grid, holding, line, packed, rendered, words

VML = 'xmlns:v="urn:schemas-microsoft-com:vml"'
OFFICE = 'xmlns:o="urn:schemas-microsoft-com:office:office"'
DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative'
    ' xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)


def drawing(properties: str, kind: str = "inline", inner: str = "") -> str:
    return f"<w:p><w:r><w:drawing><wp:{kind}>{properties}{inner}</wp:{kind}></w:drawing></w:r></w:p>"


def shape(attributes: str, inner: str = "") -> str:
    return f"<w:p><w:r><w:pict><v:shape {VML} {attributes}>{inner}</v:shape></w:pict></w:r></w:p>"


@pytest.mark.parametrize("alt", ["", " ", "\u00a0"])
def test_a_picture_without_a_description_is_found_below_its_heading(alt):
    blocks = (Figure(picture(), pt(60), alt),)
    (finding,) = found(packed(rendered(Document(title="Plan", sections=(Section(blocks),)))), "word-alt-text")

    assert finding.code == "word-alt-text"
    assert finding.message == "a picture has no alternative text"


def test_a_picture_that_only_has_a_title_is_found():
    (finding,) = found_in(drawing('<wp:docPr id="9" name="x" title="A map"/>'), "word-alt-text")

    assert finding.message == 'a picture below "Our aims" has no alternative text'


def test_a_picture_in_a_sentence_is_named_by_its_words():
    inline = '<w:drawing><wp:inline><wp:docPr id="9" name="x"/></wp:inline></w:drawing>'
    block = words("Our new logo").replace("</w:p>", f"<w:r>{inline}</w:r></w:p>")
    (finding,) = found_in(block, "word-alt-text")

    assert finding.message.startswith('the picture in the paragraph "Our new logo"')


def test_decoration_needs_no_description():
    assert verify_package(holding(drawing(f'<wp:docPr id="9" name="x" descr="">{DECORATIVE}</wp:docPr>'))) == ()


def test_a_mark_of_decoration_that_is_switched_off_does_not_count():
    off = DECORATIVE.replace('val="1"', 'val="0"')

    assert found_in(drawing(f'<wp:docPr id="9" name="x">{off}</wp:docPr>'), "word-alt-text")


@pytest.mark.parametrize(
    "name", ["map.png", "C:\\pictures\\IMG 0042.JPG", "Picture 7", "image12", "Screenshot", "an image", "IMG_2034"]
)
def test_a_file_name_is_no_description(name):
    (finding,) = found_in(drawing(f'<wp:docPr id="9" name="x" descr="{name}"/>'), "word-alt-text-file-name")

    assert f'"{name}"' in finding.message


@pytest.mark.parametrize(
    "said", ["Picture of the market", "Wardens beside van 12", "A chart: burglary fell by 9%", "Map 2.0 of towns"]
)
def test_descriptions_that_only_resemble_file_names_are_let_through(said):
    assert verify_package(holding(drawing(f'<wp:docPr id="9" name="x" descr="{said}"/>'))) == ()


def test_shapes_of_older_versions_need_a_description_too():
    assert found_in(shape('id="s1"'), "word-alt-text")
    assert found_in(shape('id="s1" alt="picture1.gif"'), "word-alt-text-file-name")
    described = shape('id="s1" alt="The park at dusk"')
    assert verify_package(holding(described)) == ()
    # Word writes the kind of the shape before the first of that kind.
    assert verify_package(holding(described.replace("<w:pict>", f'<w:pict><v:shapetype {VML} id="kind"/>'))) == ()


def test_an_embedded_object_needs_a_description_too():
    embedded = shape('id="s1"').replace("w:pict", "w:object")

    assert found_in(embedded, "word-alt-text")


def test_a_ruled_line_needs_none():
    assert verify_package(holding(shape(f'id="s1" {OFFICE} o:hr="t"'))) == ()


def test_a_box_of_text_speaks_for_itself():
    box = f"<w:txbxContent>{words('Call 101')}</w:txbxContent>"

    assert verify_package(holding(drawing('<wp:docPr id="9" name="x"/>', inner=box))) == ()
    assert verify_package(holding(shape('id="s1"', f"<v:textbox>{box}</v:textbox>"))) == ()


def test_a_picture_that_floats_is_found():
    (finding,) = found_in(drawing('<wp:docPr id="9" name="x" descr="A map"/>', "anchor"), "word-floating-object")

    assert finding.message == 'a picture below "Our aims" does not stand in the line of text'


def test_a_shape_of_older_versions_that_floats_is_found():
    style = 'style="position: absolute; width:20pt"'

    assert found_in(shape(f'id="s1" alt="A map" {style}'), "word-floating-object")


def test_a_table_that_floats_is_found():
    floating = grid(line(cell("A")), line(cell("b")), properties='<w:tblpPr w:tblpX="100"/>')
    (finding,) = found_in(floating, "word-floating-object")

    assert 'text wrapping of the table to "None"' in finding.hint


HEADER = "word/header1.xml"


MARKS = {
    "by its name": f'<w:pict><v:shape {VML} id="PowerPlusWaterMarkObject1" alt="Draft" style="position:absolute"/></w:pict>',
    "by its letters": f'<w:pict><v:shape {VML} id="x" alt="Draft"><v:textpath string="DRAFT"/></v:shape></w:pict>',
    "by its place": (
        f'<w:drawing><wp:anchor xmlns:wp="{WP}" behindDoc="1"><wp:docPr id="9" name="x"/>'
        f"<w:txbxContent>{words('DRAFT', style='Header')}</w:txbxContent></wp:anchor></w:drawing>"
    ),
}
GALLERY = '<w:docPartObj><w:docPartGallery w:val="Watermarks"/></w:docPartObj>'


@pytest.mark.parametrize("mark", [*(f"<w:p><w:r>{mark}</w:r></w:p>" for mark in MARKS.values()), control("<w:p/>", GALLERY)])
def test_a_watermark_is_found_once(mark):
    (finding,) = found(changed("</w:hdr>", f"{mark}</w:hdr>", HEADER), "word-watermark")

    assert finding.message == "a watermark in the page header is not read out"


def test_the_word_draft_in_the_header_is_no_watermark():
    assert verify_package(changed("Safer Borough", "Draft", HEADER)) == ()
