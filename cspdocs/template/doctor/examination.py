"""Everything that the doctor looks at, in order."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from cspdocs.diagnostics import Diagnostic
from cspdocs.template.doctor.contrast import check_chart_colours, check_contrast
from cspdocs.template.doctor.glyphs import Lacks, check_glyphs
from cspdocs.template.doctor.palette import check_palette
from cspdocs.template.doctor.sizes import check_letters, check_pages, check_style_names, check_tables
from cspdocs.template.doctor.statuses import check_statuses
from cspdocs.template.doctor.words import check_logo, check_phrases, check_sections
from cspdocs.template.findings import TemplateFindings
from cspdocs.template.template import Template

_RULES: Final[dict[Callable[[Template, TemplateFindings], None], str]] = {
    check_phrases: "template-wording",
    check_sections: "template-wording",
    check_style_names: "template-style",
    check_letters: "template-letters",
    check_palette: "template-colour",
    check_contrast: "template-contrast",
    check_chart_colours: "template-contrast",
    check_statuses: "template-status",
    check_tables: "template-width",
    check_pages: "template-page",
    check_logo: "template-logo",
}
"""Each rule, and the code of what it finds."""


def follow_rules(template: Template, lacks: Lacks) -> tuple[Diagnostic, ...]:
    """What all rules find, in their order."""
    found: list[Diagnostic] = []
    for rule, code in _RULES.items():
        findings = TemplateFindings(template.sources, code)
        rule(template, findings)
        found += findings.found
    glyphs = TemplateFindings(template.sources, "template-font")
    check_glyphs(template, glyphs, lacks)
    return (*found, *glyphs.found)
