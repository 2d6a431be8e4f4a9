from __future__ import annotations

from datetime import date

from cspdocs.backends.docx.parts import core_properties_part, settings_part
from cspdocs.document.nodes import Document


def test_settings_are_those_of_present_word_and_make_it_ask_nothing():
    settings = settings_part("cy-GB")

    assert 'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"' in settings
    assert '<w:themeFontLang w:val="cy-GB"/>' in settings
    assert '<w:autoHyphenation w:val="0"/>' in settings
    assert "updateFields" not in settings
    assert "rsid" not in settings


def test_properties_are_those_of_the_document():
    document = Document(title="Plan <2025>\x0b", sections=(), author="R&D", subject="Safety", date=date(2025, 4, 1))

    core = core_properties_part(document)

    assert "<dc:title>Plan &lt;2025&gt;</dc:title>" in core
    assert "<dc:creator>R&amp;D</dc:creator>" in core
    assert "<dc:subject>Safety</dc:subject>" in core
    assert "<dc:language>en-GB</dc:language>" in core
    assert core.count(">2025-04-01T00:00:00Z<") == 2


def test_properties_say_which_state_of_the_document_it_is_where_that_is_known():
    draft = core_properties_part(Document(title="Plan", sections=(), stage="Draft", version="0.3"))
    unknown = core_properties_part(Document(title="Plan", sections=()))

    assert "<cp:contentStatus>Draft</cp:contentStatus><cp:version>0.3</cp:version>" in draft
    assert "contentStatus" not in unknown
    assert "cp:version" not in unknown


def test_a_document_without_a_date_is_as_old_as_can_be():
    assert core_properties_part(Document(title="Plan", sections=())).count(">1980-01-01T00:00:00Z<") == 2
