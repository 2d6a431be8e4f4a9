"""The ways through a publication, and out of it: the list of pages, the pages before and after, the downloads."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote

from cspdocs.backends.base import Download
from cspdocs.backends.html.markup import block, element, escape
from cspdocs.backends.html.publication import Publication, short_title
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


def write_downloads(document: Document, story: Story) -> str:
    """The files to download, each with its format, length and size."""
    offered = story.options.downloads
    if not offered:
        return ""
    identity = story.addresses.spare("downloads")
    heading = element("h2", escape(story.options.wording.downloads), id=identity)
    items = [element("li", _link(download, document, story)) for download in offered]
    return block("section", heading, block("ul", *items, role="list"), class_="downloads", aria_labelledby=identity)


def _link(download: Download, document: Document, story: Story) -> str:
    wording = story.options.wording
    ending = download.name.rpartition(".")[2]
    name, media = _FORMATS.get(ending, (ending.upper(), None))
    pages = wording.one_page if download.pages == 1 else wording.pages.replace("{number}", str(download.pages))
    values = {"title": short_title(document), "format": name, "pages": pages, "size": _size(len(download.data))}
    words = _QUOTED.sub(lambda quoted: values.get(quoted[1], quoted[0]), wording.download)
    return element("a", escape(words), href=f"{DOWNLOADS}/{quote(download.name)}", type=media)


def _size(count: int) -> str:
    """A number of bytes as people say it."""
    return f"{count / 1e6:.1f} MB" if count >= 1e6 else f"{max(1, round(count / 1000))} kB"
