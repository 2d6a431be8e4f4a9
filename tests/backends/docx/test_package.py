from __future__ import annotations

import io
import zipfile

import docx


def test_rendering_twice_gives_the_same_bytes(render, specimen, whole):
    again = render(document=specimen, pages={"aims": 3, "work": 3, "members": 6})

    assert again.data == whole.data


def test_parts_are_sorted_and_undated(whole):
    with zipfile.ZipFile(io.BytesIO(whole.data)) as archive:
        entries = archive.infolist()

    assert [entry.filename for entry in entries] == sorted(entry.filename for entry in entries)
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert entries[0].filename == "[Content_Types].xml"


def test_every_part_has_a_type(whole):
    types = whole.tree("[Content_Types].xml")
    named = {item.get("PartName") for item in types if item.get("PartName")}

    parts = {f"/{name}" for name in whole.parts if not name.endswith(".rels") and not name.startswith("[")}
    assert named == parts


def test_nothing_of_python_docx_s_own_template_is_in_the_file(whole):
    everything = b"".join(whole.parts.values()).lower()

    assert b"python-docx" not in everything
    assert b"ja-jp" not in everything
    assert b"en-us" not in everything
    assert not {"docProps/thumbnail.jpeg", "word/stylesWithEffects.xml", "customXml/item1.xml"} & set(whole.parts)


def test_the_file_says_which_program_made_it(whole):
    assert "<Application>cspdocs</Application>" in whole.markup("docProps/app.xml")


def test_python_docx_can_open_the_file(whole, specimen):
    opened = docx.Document(io.BytesIO(whole.data))

    assert opened.core_properties.title == specimen.title
    assert len(opened.sections) == len(specimen.sections)
    assert len(opened.tables) == 4
    assert opened.styles["Heading 1"].base_style.name == "Normal"
    assert opened.settings.element is not None


def test_pictures_are_kept_byte_for_byte(whole, specimen):
    data = {block.image.data for section in specimen.sections for block in section.blocks if hasattr(block, "image")}

    assert {blob for name, blob in whole.parts.items() if "media" in name} == data
