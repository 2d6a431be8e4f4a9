"""Inline nodes as markup: what stands inside a paragraph."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from cspdocs.backends.html.markup import element, start
from cspdocs.backends.html.numbers import shows_words
from cspdocs.backends.html.story import Story
from cspdocs.document.nodes import (
    Abbreviation,
    Emphasis,
    Foreign,
    Inline,
    LineBreak,
    Link,
    PageCount,
    PageNumber,
    StatusMark,
    Strong,
    Text,
    Unfilled,
    Value,
)


def write_runs(content: Iterable[Inline], story: Story, origin: str = "", *, linking: bool = True) -> str:
    """The markup of inline nodes. Without `linking` the words of links are printed alone."""
    written: list[str] = []
    for node in content:
        match node:
            case Text(text):
                written.append(story.text(text, origin))
            case Strong(inner):
                written.append(element("strong", write_runs(inner, story, origin, linking=linking)))
            case Emphasis(inner):
                written.append(element("em", write_runs(inner, story, origin, linking=linking)))
            case Link(inner, target):
                written.append(_link(inner, target, story, origin, linking=linking))
            case Foreign(inner, language):
                written.append(element("span", write_runs(inner, story, origin, linking=linking), lang=language))
            case Unfilled(inner):
                written.append(element("mark", write_runs(inner, story, origin, linking=linking)))
            case Value(inner, field):
                written.append(write_runs(inner, story, field, linking=linking))
            case Abbreviation(text, expansion):
                written.append(element("abbr", story.text(text, origin), title=expansion))
            case LineBreak():
                written.append(start("br"))
            case StatusMark(word, mark):
                # The word says it all; a screen reader would spell the shape out, "black up-pointing triangle".
                shape = element("span", story.text(mark, origin), aria_hidden="true")
                written.append(f"{shape}\u00a0{story.text(word, origin)}")
            case PageNumber() | PageCount():
                # A web page has no numbered pages; the words around a number are left out by `running_lines`.
                pass
            case _:
                assert_never(node)
    return "".join(written)


def _link(content: tuple[Inline, ...], target: str, story: Story, origin: str, *, linking: bool) -> str:
    """A link; its words alone where it leads nowhere, where it has none, and inside another link."""
    address = story.link(target, origin) if linking and shows_words(content) else ""
    words = write_runs(content, story, origin, linking=linking and not address)
    return element("a", words, href=address) if address else words
