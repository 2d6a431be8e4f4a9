"""Colours: whether text stands out from what is behind it, and whether a colour or a look is all that says something."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from cspdocs.backends.docx.accessibility.faults import Fault, counted, paragraph_of, quoted, text_of
from cspdocs.backends.docx.accessibility.looks import COLOUR, Looks, is_on
from cspdocs.backends.docx.accessibility.parts import RUN, VAL, Element, Part, query, w
from cspdocs.backends.docx.accessibility.shades import BLACK, WHITE, Shades, fill_of, ink_of, page_colour
from cspdocs.backends.docx.accessibility.wordfile import WordFile
from cspdocs.document.contrast import contrast

_ENOUGH: Final = 4.5
_ENOUGH_IF_LARGE: Final = 3.0
"""The contrast that text needs (WCAG 2.1, 1.4.3)."""

_ALIKE: Final = 64
"""How far colours may be from each other in red, green or blue, of 255 steps, and look alike as letters."""

_INK: Final = w("color")
_STYLED_PARAGRAPHS: Final = query("descendant::w:p[contains($styles, concat('|', w:pPr/w:pStyle/@w:val, '|'))]")
_STYLED_RUNS: Final = query("descendant::w:r[w:rPr/w:rStyle[contains($styles, concat('|', @w:val, '|'))]]")

_MARKS: Final = tuple(w(name) for name in ("b", "i", "u", "strike", "dstrike", "em", "caps", "smallCaps"))
_FORMATS: Final = {
    "b": "bold", "i": "italic", "u": "underlined", "strike": "struck through", "dstrike": "struck through",
    "em": "marked for emphasis", "color": "coloured", "highlight": "highlighted", "sz": "of another size",
}  # fmt: skip


def check_contrast(file: WordFile) -> Iterator[Fault]:
    """Text too pale or too dark for what is behind it.

    The colours of a file are few. Only where one of them would be too near to any that is laid behind text anywhere, the
    runs that have it are looked at.
    """
    shades = Shades(file.looks, page_colour(file))
    styled = list(file.looks.root.iter(w("color"), w("shd"))) if file.looks.root is not None else []
    for part in file.texts:
        pale = _pale([*styled, *part.all("color"), *part.all("shd"), *part.all("highlight")], shades.page)
        found: dict[tuple[str, str], list[Element]] = {}
        for run in _runs_in(part, pale, file.looks) if pale else ():
            ink, paper = shades.ink(run), shades.paper(run)
            enough = _ENOUGH_IF_LARGE if shades.is_large(run) else _ENOUGH
            if ink and paper and contrast(ink, paper) < enough and not shades.is_hidden(run):
                found.setdefault((ink, paper), []).append(run)
        for (ink, paper), runs in found.items():
            more = f" (and {counted(len(runs) - 1, 'more passage')})" if len(runs) > 1 else ""
            verdict = f"has a contrast of {contrast(ink, paper):.2f}:1, {ink} on {paper}{more}"
            cure = "make it darker, or what is behind it paler, up to 4.5:1; 3:1 from 18 points, or 14 in bold"
            yield Fault("word-contrast", f"the text {quoted(runs[0])}", verdict, cure, runs[0])


def _pale(colours: Iterable[Element], page: str) -> set[str]:
    """Those among the colours of text that stand out too little from any of the colours behind text."""
    inks, grounds = set(), {page, WHITE}
    for element in colours:
        if element.tag == _INK:
            inks.add(ink_of(element))
        else:
            grounds.add(fill_of(element))
    return {ink for ink in inks if ink and any(contrast(ink, ground) < _ENOUGH for ground in grounds if ground)}


def _runs_in(part: Part, inks: set[str], looks: Looks) -> Iterable[Element]:
    """The runs with text that may have one of these colours, by themselves or by a style."""
    found: dict[Element, None] = {}
    for colour in part.all("color"):
        run = _run_of(colour)
        if run is not None and ink_of(colour) in inks:
            found[run] = None
    default = looks.defaults.find(w("color")) if looks.defaults is not None else None
    paragraphs, characters = set(), set()
    for name, style in looks.styles.items():
        own = looks.find(name, COLOUR)
        if style.get(w("type")) == "character":
            characters |= {name} if ink_of(own) in inks else set()
        elif ink_of(default if own is None else own) in inks:
            paragraphs |= {name, ""} if name == looks.default.get("paragraph") else {name}
    for paragraph in _STYLED_PARAGRAPHS(part.root, styles=_listed(paragraphs)) if paragraphs else ():
        found.update(dict.fromkeys(paragraph.iter(RUN)))
    found.update(dict.fromkeys(_STYLED_RUNS(part.root, styles=_listed(characters)) if characters else ()))
    for table in part.all("tbl"):
        chain = looks.chain(looks.style_of(table))
        if any(ink_of(colour) in inks for style in chain for colour in style.iter(w("color"))):
            found.update(dict.fromkeys(table.iter(RUN)))
    return [run for run in found if text_of(run)]


def _listed(names: Iterable[str]) -> str:
    return f"|{'|'.join(sorted(names))}|"


def _run_of(property_: Element) -> Element | None:
    """The run with text whose property an element is; `None` for that of a style or of the end of a paragraph."""
    properties = property_.getparent()
    run = None if properties is None else properties.getparent()
    return run if run is not None and run.tag == RUN and text_of(run) else None


def check_colour_alone(file: WordFile) -> Iterator[Fault]:
    """Words told from those around them by nothing but their colour. Links are told by being links."""
    looks = file.looks
    shades = Shades(looks)
    for part in file.texts:
        first: dict[Element, Element] = {}
        for run in _coloured_runs(part, looks):
            if _is_plain(run, looks):
                first.setdefault(paragraph_of(run), run)
        for paragraph, run in first.items():
            beside = (other for other in paragraph.iter(RUN) if text_of(other) and _is_plain(other, looks))
            if _are_told_apart({shades.ink(other) or BLACK for other in beside}):
                verdict = f"is told from the text around it by its colour alone, {shades.ink(run)}"
                cure = 'say in words what the colour means, or make it bold with the style "Strong"'
                yield Fault("word-colour-alone", f"the text {quoted(run)}", verdict, cure, run)


def _are_told_apart(inks: Iterable[str]) -> bool:
    """Whether anybody takes colours for several."""
    parts = zip(*(bytes.fromhex(ink[1:]) for ink in inks), strict=True)
    return any(max(part) - min(part) > _ALIKE for part in parts)


def _coloured_runs(part: Part, looks: Looks) -> Iterable[Element]:
    """The runs with text that have a colour of their own, or a style that has."""
    direct = [run for colour in part.all("color") if ink_of(colour) and (run := _run_of(colour)) is not None]
    characters = [
        name
        for name, style in looks.styles.items()
        if style.get(w("type")) == "character" and ink_of(looks.find(name, COLOUR)) and not _has_marks(looks.chain(name))
    ]
    styled = _STYLED_RUNS(part.root, styles=_listed(characters)) if characters else ()
    return dict.fromkeys([*direct, *(run for run in styled if text_of(run))])


def _is_plain(run: Element, looks: Looks) -> bool:
    """Whether nothing but its colour could tell a run from others: it is no link, nor marked by itself or by its style."""
    linked = next(run.iterancestors(w("hyperlink")), None) is not None
    return not (linked or _has_marks((run, *looks.chain(looks.style_of(run)))))


def _has_marks(sources: Iterable[Element]) -> bool:
    properties = [mark for source in sources if (own := source.find(w("rPr"))) is not None for mark in own]
    return any(mark.tag in _MARKS and is_on(mark) for mark in properties)


def check_direct_formatting(file: WordFile) -> Iterator[Fault]:
    """Words formatted by hand: what the look means is told to the eye alone, while a style has a name."""
    kinds: Counter[str] = Counter()
    runs: dict[Element, None] = {}
    shades = Shades(file.looks)
    for part in file.texts:
        for name, kind in _FORMATS.items():
            for property_ in part.all(name):
                run = _run_of(property_)
                if run is not None and not _is_no_news(property_, shades.styled(run, name)):
                    kinds[kind] += 1
                    runs[run] = None
    if runs:
        first = next(iter(runs))
        said = ", ".join(f"{count} {kind}" for kind, count in kinds.items())
        verdict = f"{'is' if len(runs) == 1 else 'are'} formatted by hand ({said}), such as {quoted(first)}"
        cure = 'use styles such as "Strong" and "Emphasis", and say in words what a colour means'
        yield Fault("word-direct-formatting", counted(len(runs), "passage"), verdict, cure, first)


def _is_no_news(property_: Element, styled: Element | None) -> bool:
    """Whether text looks with a property as it does without: it is switched off, or says what the styles say."""
    value = property_.get(VAL, "1")
    return not is_on(property_) or value == "auto" or (styled is not None and styled.get(VAL, "1") == value)
