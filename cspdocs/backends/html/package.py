"""The files of a publication: its pages, the style sheet, pictures, files to download, documents beside it."""

from __future__ import annotations

from cspdocs.backends.base import Output
from cspdocs.backends.html.head import STYLESHEET
from cspdocs.backends.html.navigation import DOWNLOADS
from cspdocs.backends.html.publication import INDEX
from cspdocs.backends.html.story import Story
from cspdocs.backends.html.stylesheet import write_stylesheet


def build_package(pages: dict[str, str], story: Story) -> Output:
    """The pages, name to markup, with all else that `story` says they need."""
    files = {name: markup.encode() for name, markup in pages.items()}
    noticed = tuple(story.findings)
    if not story.fragment:
        files[STYLESHEET] = write_stylesheet(story.options.sheet, story.fills, story.columns, story.rooms).encode()
        for download in story.options.downloads:
            files[f"{DOWNLOADS}/{download.name}"] = download.data
            noticed += download.diagnostics
        for companion in story.options.companions:
            if companion.made:
                beside = {INDEX: companion.made.data, **companion.made.files}
                files |= {f"{companion.folder}{name}": data for name, data in beside.items()}
                noticed += companion.made.diagnostics
    files |= story.pictures
    return Output(files.pop(INDEX), tuple(dict.fromkeys(noticed)), files)
