"""The theme: the colours and fonts that styles take by name, so that they can be changed in one place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from cspdocs.backends.docx.markup import attribute, hexadecimal
from cspdocs.backends.docx.namespaces import DECLARATION, A
from cspdocs.document.styles import StyleSheet
from cspdocs.values import frozen

if TYPE_CHECKING:
    from lxml import etree

_A: Final = f"{{{A}}}"

_COLOURS: Final = {
    "dk1": '<a:sysClr val="windowText" lastClr="000000"/>',
    "lt1": '<a:sysClr val="window" lastClr="FFFFFF"/>',
    **{
        name: f'<a:srgbClr val="{colour}"/>'
        for name, colour in {
            "dk2": "44546A", "lt2": "E7E6E6", "accent1": "1F4E79", "accent2": "833C0B", "accent3": "525252",
            "accent4": "7F6000", "accent5": "1F3864", "accent6": "375623", "hlink": "0563C1", "folHlink": "0563C1",
        }.items()
    },
}  # fmt: skip
"""Plain colours, dark enough to be read on white."""

_FILL: Final = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE: Final = f'<a:ln w="6350" cap="flat" cmpd="sng" algn="ctr">{_FILL}<a:prstDash val="solid"/></a:ln>'
_EFFECT: Final = "<a:effectStyle><a:effectLst/></a:effectStyle>"
_FORMATS: Final = (
    f'<a:fmtScheme name="Plain"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst><a:lnStyleLst>{_LINE * 3}</a:lnStyleLst>'
    f"<a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst><a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme>"
)
"""How shapes look, of which our documents have none."""

_COLOUR: Final = re.compile("[0-9A-Fa-f]{6}")
_SYSTEM_COLOURS: Final = ("windowText", "window")
_SCRIPTS: Final = ("latin", "ea", "cs")


@frozen
class Theme:
    """Colours as markup by name, and the typefaces of headings and of text, each by script; all scripts may be named.

    `headings` and `text` map `latin`, `ea`, `cs` and the names of scripts (`Arab`, `Jpan`) to typefaces.
    """

    colours: dict[str, str]
    headings: dict[str, str]
    text: dict[str, str]

    @property
    def markup(self) -> str:
        """The part."""
        colours = "".join(f"<a:{name}>{self.colours.get(name, colour)}</a:{name}>" for name, colour in _COLOURS.items())
        return (
            f'{DECLARATION}<a:theme xmlns:a="{A}" name="Plain"><a:themeElements><a:clrScheme name="Plain">{colours}'
            f'</a:clrScheme><a:fontScheme name="Plain">{_fonts("major", self.headings)}{_fonts("minor", self.text)}'
            f"</a:fontScheme>{_FORMATS}</a:themeElements></a:theme>"
        )


def plain_theme(sheet: StyleSheet) -> Theme:
    """The theme of a style sheet: its fonts for text and headings, and plain colours."""
    body = sheet.fonts["body"].word
    heading = sheet.fonts.get("heading", sheet.fonts["body"]).word
    link = f'<a:srgbClr val="{hexadecimal(sheet.link_colour)}"/>'
    return Theme({"hlink": link, "folHlink": link}, dict.fromkeys(_SCRIPTS, heading), dict.fromkeys(_SCRIPTS, body))


def read_theme(root: etree._Element) -> Theme | None:
    """The colours and fonts of another file's theme, without its pictures, shapes and effects; `None` if it has no fonts."""
    scheme = root.find(f"{_A}themeElements/{_A}clrScheme")
    colours = {name: colour for name in _COLOURS if (colour := _colour(scheme, name))} if scheme is not None else {}
    fonts = f"{_A}themeElements/{_A}fontScheme/{_A}"
    headings, text = (dict(_faces(root.find(f"{fonts}{kind}Font"))) for kind in ("major", "minor"))
    return Theme(colours, headings, text) if headings.get("latin") and text.get("latin") else None


def _colour(scheme: etree._Element, name: str) -> str:
    """A colour as markup; empty where it is missing or of a kind that themes of Word do not have."""
    number = scheme.find(f"{_A}{name}/{_A}srgbClr")
    if number is not None and _COLOUR.fullmatch(number.get("val", "")):
        return f'<a:srgbClr val="{number.get("val")}"/>'
    system = scheme.find(f"{_A}{name}/{_A}sysClr")
    if system is not None and system.get("val") in _SYSTEM_COLOURS and _COLOUR.fullmatch(system.get("lastClr", "")):
        return f'<a:sysClr val="{system.get("val")}" lastClr="{system.get("lastClr")}"/>'
    return ""


def _faces(fonts: etree._Element | None) -> Iterator[tuple[str, str]]:
    if fonts is None:
        return
    for script in _SCRIPTS:
        yield script, _face(fonts.find(f"{_A}{script}"))
    for font in fonts.iterfind(f"{_A}font"):
        if re.fullmatch("[A-Z][a-z]{3}", font.get("script", "")):
            yield font.get("script", ""), _face(font)


def _face(font: etree._Element | None) -> str:
    return "" if font is None else font.get("typeface", "")[:80]


def _fonts(kind: str, faces: dict[str, str]) -> str:
    named = "".join(f'<a:{script} typeface="{attribute(faces.get(script, ""))}"/>' for script in _SCRIPTS)
    scripts = {script: face for script, face in faces.items() if script not in _SCRIPTS}
    others = "".join(f'<a:font script="{script}" typeface="{attribute(face)}"/>' for script, face in scripts.items())
    return f"<a:{kind}Font>{named}{others}</a:{kind}Font>"
