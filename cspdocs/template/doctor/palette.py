"""Is every colour used that a template names?"""

from __future__ import annotations

from collections.abc import Iterator

from cspdocs.diagnostics import Severity
from cspdocs.records.findings import did_you_mean, nearest
from cspdocs.records.nodes import ListNode, MappingNode, Node, TextNode
from cspdocs.template.findings import TemplateFindings
from cspdocs.template.inheritance import FILES, MANIFEST
from cspdocs.template.ready import READY_PALETTE
from cspdocs.template.template import Template


def check_palette(template: Template, findings: TemplateFindings) -> None:
    """Notes colours that nothing is printed in, because their name is nearly one that is used.

    Plans colour their statuses by the names that every template has; these count as used.
    """
    written = {text for file in FILES for text in _texts(template.sources.read(file)[0])}
    used = [name for name in template.palette if name in written or name in READY_PALETTE]
    for name in template.palette:
        if name not in used and (meant := nearest(name, used)):
            message = f'nothing is printed in the colour "{name}"'
            findings.report(MANIFEST, f"palette/{name}", message, did_you_mean(meant), Severity.WARNING)


def _texts(node: Node | None) -> Iterator[str]:
    """Every text that stands after a colon or in a list."""
    match node:
        case TextNode():
            yield node.text
        case ListNode():
            for item in node.items:
                yield from _texts(item)
        case MappingNode():
            for _, value in node.entries:
                yield from _texts(value)
