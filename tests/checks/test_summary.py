from __future__ import annotations

from cspdocs.checks.summary import check_length
from cspdocs.diagnostics import Severity
from cspdocs.document.nodes import Block, Box, Document, Heading, Paragraph, Section, Text


def document(*blocks: Block) -> Document:
    return Document(title="S", sections=(Section(blocks),))


def heading(title: str, origin: str = "") -> Heading:
    return Heading((Text(title),), 1, title, origin=origin)


def words(count: int) -> Paragraph:
    return Paragraph((Text(" ".join(["word"] * count)),))


def test_a_summary_on_one_page_is_well() -> None:
    assert list(check_length(document(heading("About"), words(900)), 1)) == []


def test_a_longer_one_is_told_with_its_pages_and_its_longest_parts() -> None:
    long = document(
        words(99),
        Box((heading("Vision"), words(5))),
        heading("About", "sections/about/title"),
        words(70),
        heading("Unit", "sections/unit/title"),
        words(50),
        words(40),
        heading("Contact"),
        words(2),
    )
    (found,) = check_length(long, 3)
    assert (found.code, found.severity, found.path) == ("summary-length", Severity.WARNING, "sections/unit/title")
    assert "3 pages" in found.message
    assert '"Unit" (90 words), "About" (70 words), "Vision" (5 words);' in found.hint
    assert "Contact" not in found.hint


def test_one_without_headings_is_told_as_well() -> None:
    (found,) = check_length(document(words(2000)), 4)
    assert found.path == ""
    assert found.hint.startswith("give the template")
