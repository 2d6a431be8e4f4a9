"""How Word offers styles to officers: what stands in its gallery, in which order, and what they never need to see."""

from __future__ import annotations

from typing import Final

from cspdocs.backends.docx.markup import attribute

_SHOWN: Final = {
    "Normal": 0, "heading 1": 9, "heading 2": 9, "heading 3": 9, "Title": 10, "Subtitle": 10, "List Bullet": 11,
    "List Number": 11, "Table Heading": 12, "Table Text": 12, "Status": 12, "Emphasis": 20, "Strong": 22, "Quote": 29,
    "Attribution": 30, "caption": 35, "Definition": 36,
}  # fmt: skip
"""The styles of the gallery, and their places in it. Of those with the same place the names decide."""

_LISTED: Final = {
    "Plan Title": 10, "List Paragraph": 34, "List Continue": 34, "List Continue 2": 34, "List Continue 3": 34,
    "List Continue 4": 34, "List Continue 5": 34, "toc 1": 39, "toc 2": 39, "toc 3": 39, "TOC Heading": 39, "header": 41,
    "footer": 41, "Hyperlink": 42,
}  # fmt: skip
"""The styles that stand in the list of styles only."""

_OTHERS: Final = 40
"""The place of the other styles of a style sheet."""

_BUILT_IN: Final = {
    "Normal", "heading 1", "heading 2", "heading 3", "Title", "Subtitle", "List Bullet", "List Number", "Emphasis", "Strong",
    "Quote", "caption", "List Paragraph", "List Continue", "List Continue 2", "List Continue 3", "List Continue 4",
    "List Continue 5", "toc 1", "toc 2", "toc 3", "TOC Heading", "header", "footer", "Hyperlink",
}  # fmt: skip

HIDDEN: Final = '<w:uiPriority w:val="99"/><w:semiHidden/>'
"""Of styles that Word needs and officers do not: they are in no list but that of all styles."""


def is_built_in(name: str) -> bool:
    """Whether Word itself has a style of that name, and treats it in its own way."""
    return name in _BUILT_IN


def listing(name: str) -> str:
    """The place of a style that officers use, by the name that Word shows."""
    place = _SHOWN.get(name, _LISTED.get(name, _OTHERS))
    return f'<w:uiPriority w:val="{place}"/>{"<w:qFormat/>" if name in _SHOWN else ""}'


def latent_styles() -> str:
    """What Word is to do with the hundreds of styles that it has and the file does not: show those alone that are used."""
    exceptions = "".join(
        f'<w:lsdException w:name="{attribute(name)}" w:semiHidden="0" w:uiPriority="{place}" w:unhideWhenUsed="0"'
        f' w:qFormat="{int(name in _SHOWN)}"/>'
        for name, place in {**_SHOWN, **_LISTED}.items()
        if name in _BUILT_IN
    )
    return (
        '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" w:defUnhideWhenUsed="1"'
        f' w:defQFormat="0" w:count="376">{exceptions}</w:latentStyles>'
    )
