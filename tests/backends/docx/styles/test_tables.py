from __future__ import annotations

from cspdocs.units import pt
from cspdocs.values import evolve


def test_a_header_row_is_told_from_the_others_by_the_table_style_and_has_its_fill(whole):
    assert '<w:tblStylePr w:type="firstRow">' in whole.style("ReviewStyle")
    assert 'w:fill="D9E2F3"' in whole.style("TableStyle")
    assert '<w:top w:val="single" w:sz="4" w:space="0" w:color="000000"/>' in whole.style("TableStyle")
    assert '<w:left w:w="108" w:type="dxa"/>' in whole.style("TableStyle")


def test_a_table_style_without_rules_has_none(render, sheet):
    tables = {**sheet.tables, "Grid": evolve(sheet.tables["Grid"], rule=pt(0))}

    assert '<w:insideV w:val="nil"/>' in render(styles=evolve(sheet, tables=tables)).style("GridStyle")
