"""The ways through a publication, and out of it: the list of pages, the pages before and after, what lies beside them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final
from urllib.parse import quote

from cspdocs.backends.base import Companion, Download
from cspdocs.backends.html.markup import block, element, escape, lines
from cspdocs.backends.html.publication import INDEX, Publication, short_title
from cspdocs.backends.html.runs import write_runs
from cspdocs.backends.html.story import Story
from cspdocs.document.nodes import Document

DOWNLOADS: Final = "downloads"
"""The folder of the files to download, beside the pages."""
_FORMATS: Final = {
    "pdf": ("PDF", "application/pdf"),
    "docx": ("Word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
}
"""The ending of a file, to what people call it and what programs do."""
_QUOTED: Final = re.compile(r"\{(\w+)\}")


def write_page_list(publication: Publication, story: Story) -> str:
    """All pages but the first, the one at hand marked as such."""
    items = []
    for page in publication.pages:
        if not page.first:
            here = "page" if page.name == story.page.name else None
            title = write_runs(page.title, story, linking=False)
            items.append(element("li", element("a", title, href=page.name, aria_current=here)))
    identity = story.addresses.spare("sections")
    heading = element("h2", escape(story.options.wording.sections), id=identity)
    return block("nav", heading, block("ol", *items), class_="pages", aria_labelledby=identity)


def write_neighbours(publication: Publication, document: Document, story: Story) -> str:
    """Links to the pages before and after; nothing where there is but one page."""
    wording = story.options.wording
    before, after = publication.around(story.page)
    links = []
    for page, way, words in ((before, "prev", wording.previous), (after, "next", wording.next)):
        if page:
            title = write_runs(page.title, story, linking=False) or escape(short_title(document))
            links.append(element("a", f"{element('span', escape(words))} {title}", href=page.name, rel=way))
    return block("nav", *links, class_="neighbours", aria_label=wording.neighbours) if links else ""


def write_offers(document: Document, story: Story) -> str:
    """What lies beside the pages: the files to download, and other documents made of the same plan."""
    own = [_download(download, document, "", story) for download in story.options.downloads]
    written = [_offer("downloads", "downloads", story.options.wording.downloads, own, story)] if own else []
    for number, other in enumerate(story.options.companions, 1):
        written.append(_offer("companion", f"companion-{number}", other.heading, _companion(other, story), story))
    return lines(*written)


def _offer(kind: str, wanted: str, heading: str, links: Iterable[str], story: Story) -> str:
    """A heading and links below it; `wanted` is the id by which the heading names them."""
    identity = story.addresses.spare(wanted)
    items = block("ul", *(element("li", link) for link in links), role="list")
    titled = element("h2", escape(heading), id=identity)
    return block("section", titled, items, class_=kind, aria_labelledby=identity)


def _companion(companion: Companion, story: Story) -> Iterator[str]:
    """Links to the first page of another document, and to its files."""
    yield element("a", escape(short_title(companion.document)), href=f"{companion.folder}{INDEX}")
    for download in companion.downloads:
        yield _download(download, companion.document, companion.folder, story)


def _download(download: Download, document: Document, folder: str, story: Story) -> str:
    """A file with its format, length and size; it lies with the pages in `folder`."""
    wording = story.options.wording
    ending = download.name.rpartition(".")[2]
    name, media = _FORMATS.get(ending, (ending.upper(), None))
    pages = wording.one_page if download.pages == 1 else wording.pages.replace("{number}", str(download.pages))
    values = {"title": short_title(document), "format": name, "pages": pages, "size": _size(len(download.data))}
    words = _QUOTED.sub(lambda quoted: values.get(quoted[1], quoted[0]), wording.download)
    return element("a", escape(words), href=f"{folder}{DOWNLOADS}/{quote(download.name)}", type=media)


def _size(count: int) -> str:
    """A number of bytes as people say it."""
    return f"{count / 1e6:.1f} MB" if count >= 1e6 else f"{max(1, round(count / 1000))} kB"
