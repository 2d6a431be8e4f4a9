"""The PDF conforms to PDF/UA-1 and PDF/A-2a: veraPDF says so of every kind of document, and the parts say how."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final, NamedTuple

import pikepdf
import pymupdf
import pytest
from hypothesis import HealthCheck, Phase, given, settings

import judges
from cspdocs.backends.base import RenderOptions
from cspdocs.backends.pdf import BACKEND
from cspdocs.backends.pdf.file import PdfFile
from cspdocs.document.drawing import Drawing, Label, Rectangle
from cspdocs.document.nodes import Abbreviation, Box, Cell, Document, Figure, Foreign, Heading, Link, Paragraph, Row, Text
from cspdocs.document.styles import StyleSheet
from cspdocs.document.walk import document_texts, plain_text
from cspdocs.pipeline import prepare, prepare_file
from cspdocs.rendering import Prepared
from cspdocs.starter import start_plan
from cspdocs.units import pt
from cspdocs.values import evolve, frozen
from documents import documents
from every_node import ADDRESS, KINDS, WRAPPED, dated, every_node, every_sheet
from published_plan import LAYOUT, oracle, published_plan
from reading import assert_reads
from sending import nodes_in
from sheets import PAGE_LINES, cell, document, head, make_sheet, picture, row, say, table

PLANS: Final = sorted((judges.ROOT / "examples").glob("*/plan.yaml"))
FLAVOURS: Final = ("ua1", "2a")
EXAMPLES: Final = tuple(plan.parent.name for plan in PLANS)
SOUND: Final = ("every node", "every node, dated", "an empty document", "a started plan", *EXAMPLES)
RANDOM: Final = 60
DAMAGE: Final = {
    "6.2-1": (b"/Marked true", b"/Marked false"),
    "7.1-10": (b"/DisplayDocTitle true", b"/DisplayDocTitle false"),
    "7.2-3": (b"/S/TBody", b"/S/Sect"),
    "7.3-1": (b"/Alt", b"/Unknown"),
    "7.4.2-1": (b"/S/H1", b"/S/H3"),
    "7.5-1": (b"/Scope/Column", b""),
    "7.18.3-1": (b"/Tabs/S", b""),
    "7.18.5-1": (b"/StructParent ", b"/Unknown "),
}
"""A rule of PDF/UA-1, and what has to be replaced in a sound file to break it."""
BESIDE_TEXTS: Final = r"[•◦▪]|\d+\.|(?:tudalen|Page)?\d+"
"""What a reader hears that is no text of the tree: the labels of lists, and the numbers of pages in the contents."""


@frozen
class Made:
    """Files by what they are: sound ones, those of random documents, and damaged ones by the rule that each breaks."""

    sound: Mapping[str, Path]
    random: tuple[Path, ...]
    damaged: Mapping[str, Path]


Verdicts = Mapping[str, Mapping[Path, list[str]]]


def render(made: Document, sheet: StyleSheet | None = None) -> bytes:
    return BACKEND.render(made, RenderOptions(made, sheet or make_sheet())).data


def opened(made: Document, sheet: StyleSheet | None = None) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(render(made, sheet)))


def damaged(good: bytes, bad: bytes) -> bytes:
    """The file of `every_node` with `bad` in place of `good` in each of its objects."""
    with pytest.MonkeyPatch.context() as patch:
        put = PdfFile.put
        patch.setattr(PdfFile, "put", lambda file, number, content: put(file, number, content.replace(good, bad)))
        return render(every_node(), every_sheet())


def write_random(folder: Path) -> tuple[Path, ...]:
    """The files of the same random documents on each run."""
    files: list[Path] = []

    @settings(
        max_examples=RANDOM,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(documents())
    def write(made: Document) -> None:
        files.append(folder / f"random-{len(files)}.pdf")
        files[-1].write_bytes(render(made))

    write()
    return tuple(files)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    folder = tmp_path_factory.mktemp("conformance")

    def kept(name: str, data: bytes) -> Path:
        file = folder / f"{name}.pdf"
        file.write_bytes(data)
        return file

    start_plan(folder / "started")
    contents = {
        "every node": render(every_node(), every_sheet()),
        "every node, dated": render(dated(), every_sheet()),
        "an empty document": render(document()),
        "a started plan": prepare_file(folder / "started").render("pdf").data,
        **{plan.parent.name: prepare_file(plan).render("pdf").data for plan in PLANS},
    }
    if LAYOUT.exists():
        contents["published"] = prepare(published_plan(folder)).render("pdf").data
    return Made(
        {name: kept(name, data) for name, data in contents.items()},
        write_random(folder),
        {rule: kept(f"breaks {rule}", damaged(*change)) for rule, change in DAMAGE.items()},
    )


@pytest.fixture(scope="module")
def verdicts(made: Made) -> Verdicts:
    """What veraPDF says of all files by each standard, asked once: its start takes longer than its work."""
    files = (*made.sound.values(), *made.random, *made.damaged.values())
    return {flavour: judges.verapdf(flavour, *files) for flavour in FLAVOURS}


# ---- what veraPDF says


@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize("name", SOUND)
def test_no_rule_is_broken(made: Made, verdicts: Verdicts, name: str, flavour: str) -> None:
    assert verdicts[flavour][made.sound[name]] == []


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_no_rule_is_broken_by_the_published_plan(made: Made, verdicts: Verdicts, flavour: str) -> None:
    oracle()
    assert verdicts[flavour][made.sound["published"]] == []


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_no_rule_is_broken_by_any_document(made: Made, verdicts: Verdicts, flavour: str) -> None:
    assert len(made.random) >= RANDOM
    assert {file.name: broken for file in made.random if (broken := verdicts[flavour][file])} == {}


@pytest.mark.parametrize("rule", DAMAGE)
def test_a_file_that_breaks_a_rule_is_refused_for_that_rule(made: Made, verdicts: Verdicts, rule: str) -> None:
    assert rule in [broken.partition(":")[0] for broken in verdicts["ua1"][made.damaged[rule]]]


def test_a_file_that_says_it_is_not_tagged_is_no_pdf_a_either(made: Made, verdicts: Verdicts) -> None:
    assert verdicts["2a"][made.damaged["6.2-1"]] != []


def test_qpdf_finds_nothing_wrong_with_every_node(made: Made) -> None:
    assert judges.qpdf_check(made.sound["every node"]) == ""


def test_every_kind_of_node_is_in_every_node() -> None:
    assert {type(node) for node in nodes_in(every_node())} >= KINDS


# ---- the structure tree


class Area(NamedTuple):
    """The annotation of a link: its page, counted from 1, what it is called, and the element it lies in."""

    page: int
    contents: str
    element: pikepdf.Dictionary | None


@pytest.fixture(scope="module")
def pdf() -> Iterator[pikepdf.Pdf]:
    with opened(every_node(), every_sheet()) as tagged:
        yield tagged


def below(element: pikepdf.Dictionary) -> Iterator[pikepdf.Dictionary]:
    """An element and all elements in it, in the order of reading."""
    yield element
    for kid in kids(element):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from below(kid)


def kids(element: pikepdf.Dictionary) -> list[pikepdf.Object]:
    inside = element.get("/K", pikepdf.Array())
    return list(inside) if isinstance(inside, pikepdf.Array) else [inside]


def elements(pdf: pikepdf.Pdf, *roles: str) -> list[pikepdf.Dictionary]:
    """The elements of the structure tree that have one of these roles; all where none is given."""
    tops = kids(pdf.Root.StructTreeRoot)
    return [element for top in tops for element in below(top) if not roles or str(element.S)[1:] in roles]


def parent_tree(pdf: pikepdf.Pdf) -> dict[int, pikepdf.Object]:
    numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    return dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))


def areas(pdf: pikepdf.Pdf) -> list[Area]:
    owners = parent_tree(pdf)
    return [
        Area(number, str(link.get("/Contents", "")), owners.get(int(link.get("/StructParent", -1))))
        for number, page in enumerate(pdf.pages, 1)
        for link in page.get("/Annots", [])
    ]


@pytest.mark.parametrize("name", ["every node", *EXAMPLES])
def test_the_structure_reads_as_the_tree_does_and_holds_nothing_else(made: Made, name: str) -> None:
    plans: dict[str, Prepared] = {plan.parent.name: prepare_file(plan) for plan in PLANS}
    tree = plans[name].document if name in plans else every_node()
    lines = map(str.strip, judges.pdf_structure(made.sound[name]).splitlines())
    found = "".join(line[1:-1] for line in lines if line.startswith('"'))
    assert_reads(found, document_texts(tree), BESIDE_TEXTS)


def test_headers_and_footers_are_no_part_of_the_structure(made: Made) -> None:
    read, drawn = judges.pdf_structure(made.sound["every node"]), judges.pdf_text(made.sound["every node"])
    assert ("Tudalen 2 o" in drawn, "Tudalen 2 o" in read) == (True, False)
    assert (drawn.count("our site") > 1, read.count("our site")) == (True, 0)


def test_a_header_printed_again_is_read_once(made: Made) -> None:
    read, drawn = judges.pdf_structure(made.sound["every node"]), judges.pdf_text(made.sound["every node"])
    assert drawn.count("in full") > read.count("in full") == 1


def test_each_element_owns_the_content_that_names_it(pdf: pikepdf.Pdf) -> None:
    owned: dict[tuple[int, int], tuple[int, int]] = {}
    for element in elements(pdf):
        for kid in kids(element):
            if isinstance(kid, int):
                owned[element.Pg.StructParents, kid] = element.objgen
            elif kid.get("/Type") == "/MCR":
                owned[kid.Pg.StructParents, kid.MCID] = element.objgen
    assert owned == {
        (key, mark): element.objgen
        for key, marks in parent_tree(pdf).items()
        if isinstance(marks, pikepdf.Array)
        for mark, element in enumerate(marks)
    }


def test_all_that_is_drawn_is_either_content_or_decoration(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        depth = 0
        for operands, operator in pikepdf.parse_content_stream(page):
            match str(operator):
                case "BDC" | "BMC":
                    depth += 1
                case "EMC":
                    depth -= 1
                case "Tj" | "Do" | "f" | "S":
                    assert depth == 1, operands
        assert depth == 0


def test_every_heading_of_a_table_says_what_it_heads(pdf: pikepdf.Pdf) -> None:
    scopes = [str(element.A.Scope) for element in elements(pdf, "TH")]
    assert len(scopes) > 10
    assert set(scopes) == {"/Column", "/Row"}


def test_cells_over_several_columns_say_so(pdf: pikepdf.Pdf) -> None:
    spans = [int(element.A.get("/ColSpan", 1)) for element in elements(pdf, "TH", "TD") if "/A" in element]
    assert {1, 2, 3} == set(spans)


def test_every_picture_that_is_not_decoration_has_its_words(pdf: pikepdf.Pdf) -> None:
    pictures = [node for node in nodes_in(every_node()) if isinstance(node, Figure)]
    said = [str(element.Alt) for element in elements(pdf, "Figure")]
    assert said == [figure.description for figure in pictures if figure.description]
    assert len(said) < len(pictures)


def test_the_labels_of_a_drawing_are_text_of_its_figure() -> None:
    chart = Drawing(90.0, 40.0, (Rectangle(0.0, 0.0, 9.0, 9.0, "#1f4e79"), Label("one", 0.0, 9.0), Label("two", 0.0, 20.0)))
    made = document(Figure(chart, pt(90), "A chart", (Text("caption"),)))
    with opened(made) as found:
        (figure,) = elements(found, "Figure")
        (page,) = found.pages
        drawn = [str(operator) for _, operator in pikepdf.parse_content_stream(page)]
        assert (str(figure.Alt), "/XObject" in page.Resources) == ("A chart", False)
        assert [float(edge) for edge in figure.A.BBox][2:] == [
            130.0,
            pytest.approx(float(page.MediaBox[3]) - 40.0, abs=0.01),
        ]
    assert [operator for operator in drawn if operator in ("BDC", "f", "Tj", "EMC")][:5] == ["BDC", "f", "Tj", "Tj", "EMC"]


def test_a_drawing_in_a_header_that_is_printed_again_is_read_once(tmp_path: Path) -> None:
    drawing = Drawing(80.0, 40.0, (Label("Police", 2.0, 15.0),))
    heading = Row((Cell((Figure(drawing, pt(40), "A drawing"),)), cell("Words")))
    rows = [row("a", "b")] * 3 * PAGE_LINES
    (tmp_path / "printed.pdf").write_bytes(render(document(evolve(table(*rows), header=(heading,)))))
    read, drawn = judges.pdf_structure(tmp_path / "printed.pdf"), judges.pdf_text(tmp_path / "printed.pdf")
    assert drawn.count("Police") > 2
    assert read.count("Police") == 1


def test_a_number_is_the_label_of_its_heading() -> None:
    with opened(document(Heading((Text("Aims"),), 1, "aims", "2.1"))) as found:
        (heading,) = elements(found, "H1")
        label, *words = kids(heading)
        assert (str(label.S), len(words)) == ("/Lbl", 1)
        assert [str(entry.Title) for entry in (found.Root.Outlines.First,)] == ["2.1 Aims"]


def test_a_box_is_a_section_around_what_stands_in_it() -> None:
    with opened(document(Box((head("Our story", 2), say("It went well.")), origin="sections/a"))) as found:
        around = elements(found, "Sect")[1]
        assert [str(kid.S) for kid in kids(around)] == ["/H1", "/P"]


def test_the_words_of_a_total_head_their_row() -> None:
    summed = Row((Cell((say("All"),)), Cell((say("3"),))), total=True)
    with opened(document(table(row("2024", "3"), summed, header=("Year", "Sum")))) as found:
        cells = elements(found, "TH", "TD")
        assert [str(cell.S) for cell in cells] == ["/TH", "/TH", "/TD", "/TD", "/TH", "/TD"]
        assert str(cells[4].A.Scope) == "/Row"


def test_a_link_leads_to_a_paragraph() -> None:
    made = document(Paragraph((Link((Text("1"),), "#note"),)), Paragraph((Text("a note"),), anchor="note"))
    with opened(made) as found:
        (link,) = found.pages[0].Annots
        assert float(link.Dest[3]) < float(found.pages[0].MediaBox[3]) - 40 - 10


def test_a_picture_that_nobody_described_is_decoration() -> None:
    with opened(document(Figure(picture(), pt(40), ""))) as found:
        assert elements(found, "Figure") == []


def test_pictures_say_where_they_stand(pdf: pikepdf.Pdf) -> None:
    boxes = [[float(edge) for edge in element.A.BBox] for element in elements(pdf, "Figure")]
    assert boxes
    assert all(left < right and bottom < top for left, bottom, right, top in boxes)


def test_abbreviations_and_words_in_other_languages_are_explained(pdf: pikepdf.Pdf) -> None:
    nodes = list(nodes_in(every_node()))
    spans = elements(pdf, "Span")
    expanded = [str(element.E) for element in spans if "/E" in element]
    assert expanded == [node.expansion for node in nodes if isinstance(node, Abbreviation)]
    spoken = [str(element.Lang) for element in spans if "/Lang" in element]
    assert spoken == [node.language for node in nodes if isinstance(node, Foreign)]
    assert pdf.Root.Lang == "cy"


def test_headings_begin_at_the_first_level_and_skip_none(pdf: pikepdf.Pdf) -> None:
    found = [int(str(element.S)[2:]) for element in elements(pdf, "H1", "H2", "H3")]
    assert found == [1, 2, 2, 1, 1, 1, 1, 1, 2, 2, 1, 1, 2, 3, 1]


def test_a_heading_with_nothing_in_it_counts_for_nothing() -> None:
    with opened(document(Heading((Text(""),), 1, "empty"), head("Aims", 2))) as found:
        assert [str(element.S) for element in elements(found, "H1", "H2")] == ["/H1"]


def test_a_table_that_has_a_header_and_no_rows_has_a_body_all_the_same() -> None:
    with opened(document(table(header=("One", "Two")))) as found:
        (only,) = elements(found, "Table")
        assert [str(kid.S) for kid in kids(only)] == ["/THead", "/TBody"]


# ---- links


def test_every_area_of_a_link_lies_in_a_link_and_is_called_something(pdf: pikepdf.Pdf) -> None:
    found = areas(pdf)
    assert len(found) > 20
    assert all(area.contents.strip() for area in found)
    assert [area for area in found if area.element is None or area.element.S != "/Link"] == []


def test_every_area_is_named_by_the_link_it_lies_in(pdf: pikepdf.Pdf) -> None:
    named = [
        (kid.Obj.objgen, element.objgen)
        for element in elements(pdf, "Link")
        for kid in kids(element)
        if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/OBJR"
    ]
    owners = parent_tree(pdf)
    annotations = [link for page in pdf.pages for link in page.get("/Annots", [])]
    assert sorted(named) == sorted((link.objgen, owners[int(link.StructParent)].objgen) for link in annotations)


def test_a_link_over_several_lines_is_one_link_with_an_area_on_each(pdf: pikepdf.Pdf) -> None:
    words = plain_text(WRAPPED.content)
    pieces = [area for area in areas(pdf) if area.contents in words]
    first = [area for area in pieces if area.element == pieces[0].element]
    assert len(first) > 1
    assert " ".join(area.contents for area in first) == words


def test_a_link_in_a_header_that_is_printed_again_leads_somewhere_where_it_is_read(pdf: pikepdf.Pdf) -> None:
    (area,) = (area for area in areas(pdf) if area.contents == "Action")
    (link,) = (link for link in pdf.pages[area.page - 1].Annots if link.Contents == "Action")
    assert str(link.A.URI).replace("%28", "(").replace("%29", ")") == ADDRESS


def test_pages_with_links_are_gone_through_in_the_order_of_the_structure(pdf: pikepdf.Pdf) -> None:
    linked = [page for page in pdf.pages if "/Annots" in page]
    assert linked
    assert {str(page.Tabs) for page in linked} == {"/S"}


# ---- the file


def test_pages_are_labelled_as_they_are_numbered(made: Made) -> None:
    with pymupdf.open(made.sound["every node"]) as pdf:
        assert [page.get_label() for page in pdf] == [str(number) for number in range(1, len(pdf) + 1)]


def test_bookmarks_are_nested_as_the_headings_are(made: Made) -> None:
    with pymupdf.open(made.sound["every node"]) as pdf:
        found = [(level, title) for level, title, _ in pdf.get_toc()]
    levels = (1, 2, 2, 1, 1, 1, 1, 1, 2, 2, 1, 1, 2, 2, 1)
    names = ("Aims", "Deep", "Words", "Pictures", "Actions", "Members", "Fields & more", "1 Numbers", "1.2 Inner", "Between")
    boxed = ("Appendix A Sources", "2 Boxes", "A story", "Our vision", "Drawings")
    assert found == list(zip(levels, (*names, *boxed), strict=True))


@pytest.mark.parametrize("name", ["every node", "every node, dated"])
def test_the_document_and_its_metadata_say_the_same(made: Made, name: str) -> None:
    with pikepdf.open(made.sound[name]) as pdf, pdf.open_metadata() as metadata:
        information = pdf.docinfo
        assert metadata["dc:title"] == str(information.Title) == every_node().title
        assert metadata.get("dc:description", "") == str(information.get("/Subject", ""))
        assert metadata.get("dc:creator", [""]) == [str(information.get("/Author", ""))]
        assert (metadata["pdfuaid:part"], metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("1", "2", "A")


def test_the_trailer_has_both_identifiers(pdf: pikepdf.Pdf) -> None:
    first, second = (bytes(identifier) for identifier in pdf.trailer.ID)
    assert first == second
    assert len(first) == 16


def test_another_text_has_another_identifier(pdf: pikepdf.Pdf) -> None:
    with opened(dated(), every_sheet()) as other:
        assert bytes(other.trailer.ID[0]) != bytes(pdf.trailer.ID[0])


def test_objects_are_packed_and_found_through_a_stream(made: Made) -> None:
    data = made.sound["every node"].read_bytes()
    assert data.count(b"/Type/XRef") == 1
    assert data.count(b"/Type/ObjStm") >= 1
    assert b"trailer" not in data
    assert not re.search(rb"^xref", data, re.MULTILINE)
