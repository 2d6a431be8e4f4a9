"""The styles of a Word file: word/styles.xml, derived from the style sheet and the house styles that go before it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from cspdocs.backends.docx.house.writing import HouseWriter
from cspdocs.backends.docx.markup import attribute_text
from cspdocs.backends.docx.namespaces import DECLARATION, W
from cspdocs.backends.docx.story import Look
from cspdocs.backends.docx.styles.book import StyleBook
from cspdocs.backends.docx.styles.characters import character_style_id, character_styles, write_character_style
from cspdocs.backends.docx.styles.elements import Property, write_properties
from cspdocs.backends.docx.styles.gallery import latent_styles
from cspdocs.backends.docx.styles.names import style_id, table_style_id, table_style_name, word_name
from cspdocs.backends.docx.styles.paragraphs import write_paragraph_style
from cspdocs.backends.docx.styles.properties import character_properties
from cspdocs.backends.docx.styles.tables import write_table_style
from cspdocs.backends.docx.styles.theme import Theme

_FONTS: Final = re.compile(r"<w:rFonts [^>]*>")
_FONT: Final = re.compile(r' w:(?:ascii|hAnsi|eastAsia|cs)="([^"]*)"')
_FOUNDATIONS: Final = {
    "Default Paragraph Font": (
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
    ),
    "Normal Table": (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    ),
    "No List": (
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
    ),
}
"""The styles that Word bases all others on."""


def styles_part(book: StyleBook, looks: Iterable[tuple[Look, str]], language: str) -> str:
    """The part's markup: defaults, the styles Word knows but the file does not use, and the file's own."""
    characters = character_styles(looks)
    house = HouseWriter(book.house, _identities(book, characters.values())) if book.house else None
    paragraphs = "".join(write_paragraph_style(style, book, house) for style in book.styles.values())
    marked = "".join(write_character_style(look, name, book, house) for look, name in characters.items())
    tables = "".join(_table_style(name, book, house) for name in book.sheet.tables)
    latent = (book.house.styles.latent if book.house else "") or latent_styles()
    return (
        f'{DECLARATION}<w:styles xmlns:w="{W}">{_defaults(book, language)}{latent}{paragraphs}'
        f"{_FOUNDATIONS['Default Paragraph Font']}{marked}{_FOUNDATIONS['Normal Table']}{_FOUNDATIONS['No List']}{tables}"
        f"{house.write_others() if house else ''}</w:styles>"
    )


def named_fonts(styles: str, theme: Theme) -> tuple[str, ...]:
    """The fonts that the styles name, those of the theme first."""
    named = [attribute_text(name) for fonts in _FONTS.findall(styles) for name in _FONT.findall(fonts)]
    return tuple(dict.fromkeys(name for name in (theme.text["latin"], theme.headings["latin"], *named) if name))


def _defaults(book: StyleBook, language: str) -> str:
    """The looks of all text: those of the house, or font and size of Body; and the document's language."""
    given = book.house.styles.defaults if book.house else None
    if given is None:
        body = character_properties(book.style("Body"), book.sheet, book.theme)
        given = {"rPr": {name: body[name] for name in ("rFonts", "sz", "szCs")}, "pPr": {}}
    tongue = Property({"val": language, "eastAsia": language, "bidi": "ar-SA"})
    return (
        f"<w:docDefaults><w:rPrDefault>{write_properties('rPr', {**given['rPr'], 'lang': tongue})}</w:rPrDefault>"
        f"<w:pPrDefault>{write_properties('pPr', given['pPr'])}</w:pPrDefault></w:docDefaults>"
    )


def _identities(book: StyleBook, characters: Iterable[str]) -> dict[tuple[str, str], str]:
    """The id of each style of the file by its kind and its name in Word."""
    return {
        **{("paragraph", word_name(name)): style_id(name) for name in book.styles},
        **{("character", name): character_style_id(name) for name in characters},
        **{("table", table_style_name(name)): table_style_id(name) for name in book.sheet.tables},
        ("character", "Default Paragraph Font"): "DefaultParagraphFont",
        ("table", "Normal Table"): "TableNormal",
        ("numbering", "No List"): "NoList",
    }


def _table_style(name: str, book: StyleBook, house: HouseWriter | None) -> str:
    shown = table_style_name(name)
    if house and house.has("table", shown):
        return house.write("table", shown)
    return write_table_style(book.sheet.tables[name])
