from __future__ import annotations

from pathlib import Path

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE

from cspdocs.backends.docx.house.reading import HouseStyles, read_house_styles
from cspdocs.document.styles import Reference
from cspdocs.errors import RenderError
from references import FILE, W, python_docx_reference, reference, style


def names(house: HouseStyles) -> list[str]:
    return [found.name for found in house.styles.values()]


def test_styles_are_found_by_kind_and_name_as_word_compares_names():
    house = read_house_styles(reference(style("berschrift1", "Heading 1"), style("Hyper", "Hyperlink", kind="character")))

    assert house.find("paragraph", "heading 1").identity == "berschrift1"
    assert house.find("character", "HYPERLINK").identity == "Hyper"
    assert house.find("paragraph", "Hyperlink") is None


def test_of_two_styles_of_one_name_or_one_id_the_first_counts():
    twice = style("A", "Quote", "<w:pPr><w:keepNext/></w:pPr>"), style("B", "quote"), style("A", "Title")

    house = read_house_styles(reference(*twice))

    assert names(house) == ["Normal", "Quote"]
    assert house.find("paragraph", "Quote").properties


@pytest.mark.parametrize(
    "useless",
    [
        '<w:style w:type="paragraph"><w:name w:val="Quote"/></w:style>',
        '<w:style w:type="paragraph" w:styleId="A"/>',
        '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="  "/></w:style>',
        '<w:style w:type="numbering" w:styleId="A"><w:name w:val="Quote"/></w:style>',
    ],
)
def test_styles_without_id_or_name_and_those_of_lists_are_passed_over(useless: str):
    assert names(read_house_styles(reference(useless))) == ["Normal"]


def test_the_style_that_is_the_default_is_normal_whatever_its_name():
    other = '<w:style w:type="paragraph" w:default="1" w:styleId="S"><w:name w:val="Standard"/></w:style>'

    assert read_house_styles(reference(normal=other)).find("paragraph", "Normal").identity == "S"


@pytest.mark.parametrize(
    ("styles", "line"),
    [
        ((style("A", "A", based_on="B"), style("B", "B", based_on="Normal")), ["Normal", "B", "A"]),
        ((style("A", "A", based_on="A"),), ["A"]),
        ((style("A", "A", based_on="nowhere"),), ["A"]),
        ((style("A", "A", based_on="C"), style("C", "C", kind="character", based_on="")), ["A"]),
        ((style("A", "A", based_on="B"), style("B", "B", based_on="C"), style("C", "C", based_on="B")), ["C", "B", "A"]),
    ],
)
def test_a_style_comes_after_those_it_is_based_on_and_no_circle_is_endless(styles: tuple[str, ...], line: list[str]):
    house = read_house_styles(reference(*styles))

    assert [found.name for found in house.line(house.find("paragraph", "A"))] == line


def test_a_thousand_styles_upon_one_another_are_no_matter():
    many = [style(f"S{number}", f"S{number}", based_on=f"S{number - 1}" if number else "") for number in range(3000)]
    house = read_house_styles(reference(*many))

    assert len(house.line(house.find("paragraph", "S2999"))) == 3000


def test_theme_and_fonts_are_taken_without_pictures_and_embedded_files():
    fonts = (
        f'<w:fonts xmlns:w="{W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
        '<w:font w:name="Gill Sans MT"><w:family w:val="swiss"/><w:embedRegular r:id="rId1" w:fontKey="{0}"/></w:font>'
        "</w:fonts>"
    )

    house = read_house_styles(reference(fonts=fonts))

    assert house.fonts == {"Gill Sans MT": '<w:font w:name="Gill Sans MT"><w:family w:val="swiss"/></w:font>'}
    assert '<a:accent1><a:srgbClr val="00703C"/></a:accent1>' in house.theme.markup
    assert '<a:latin typeface="Gill Sans MT"/>' in house.theme.markup
    assert "blip" not in house.theme.markup


def test_what_a_reference_does_not_say_is_not_there():
    house = read_house_styles(reference(defaults="", theme=""))

    assert (house.defaults, house.theme, house.fonts, house.latent) == (None, None, {}, "")


def test_paragraphs_are_counted_only_where_a_list_is_named():
    def numbered(inside: str) -> bool | None:
        return read_house_styles(reference(style("A", "A", f"<w:pPr>{inside}</w:pPr>"))).styles["A"].numbered

    assert numbered('<w:numPr><w:numId w:val="3"/></w:numPr>') is True
    assert numbered('<w:numPr><w:numId w:val="0"/></w:numPr>') is False
    assert numbered('<w:numPr><w:ilvl w:val="1"/></w:numPr>') is None


def test_all_of_python_docx_is_read():
    house = read_house_styles(python_docx_reference())

    known = {found.name.casefold() for found in docx.Document().styles if found.type is not WD_STYLE_TYPE.LIST}
    assert {name.casefold() for name in names(house)} == known
    assert all(found.properties or found.listing or found.default for found in house.styles.values())


@pytest.mark.parametrize("part", [b"", b"<a/>", b"<w:styles", f'<w:fonts xmlns:w="{W}"/>'.encode()])
def test_a_part_that_is_not_what_it_should_be_is_said_with_its_file(part: bytes):
    with pytest.raises(RenderError, match=r"reference\.docx: .*Word"):
        read_house_styles(Reference(FILE, part))


def test_nothing_outside_the_part_is_read(tmp_path: Path):
    secret = tmp_path / "secret.txt"
    secret.write_text("hush", encoding="utf-8")
    part = (
        f'<!DOCTYPE s [<!ENTITY f SYSTEM "{secret.as_uri()}">]><w:styles xmlns:w="{W}">'
        '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:pPr><w:keepNext/>&f;</w:pPr></w:style></w:styles>'
    )

    (found,) = read_house_styles(Reference(FILE, part.encode())).styles.values()
    assert "hush" not in "".join(found.element.itertext())
