"""What a backend is: a name, a file ending, and a function from document to bytes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Protocol

from cspdocs.diagnostics import Diagnostic
from cspdocs.document.fields import Sent
from cspdocs.document.nodes import Document
from cspdocs.document.styles import StyleSheet
from cspdocs.layout.paged import PagedDocument
from cspdocs.layout.pages import lay_out
from cspdocs.template.wording import PublicationWording
from cspdocs.values import define, field, frozen


@frozen
class Output:
    """A rendered document, and what was noticed while rendering it.

    `data` is the content of its file, and for most formats that is all. `files` are others that belong to it, such as
    the pictures of a web page: their names beside it, with `/` between folders, to their content.
    """

    data: bytes = field(repr=False)
    diagnostics: tuple[Diagnostic, ...] = ()
    files: Mapping[str, bytes] = field(factory=dict, repr=False)


@frozen
class Download:
    """The document in another format, to be offered beside it: the name of its file, and how many pages it has.

    `diagnostics` is what was noticed while it was made.
    """

    name: str
    pages: int
    data: bytes = field(repr=False)
    diagnostics: tuple[Diagnostic, ...] = ()


@frozen
class Companion:
    """Another document made of the same plan, such as its summary, which web pages lead to.

    Its pages stand in a `folder`, as seen from the pages at hand: `summary/`, or `../`. `heading` is printed above the
    links to the first of them and to the `downloads` that lie with them. `made` are those pages where they are to be
    written with the ones at hand; `None` where they are there without that.
    """

    heading: str
    document: Document
    folder: str
    downloads: tuple[Download, ...] = ()
    made: Output | None = None


def no_downloads(_: RenderOptions) -> tuple[Download, ...]:
    """Nothing: what is offered beside web pages by those who make no other formats."""
    return ()


def no_companions(_: RenderOptions) -> tuple[Companion, ...]:
    """Nothing: what web pages lead to that stand alone."""
    return ()


@define
class RenderOptions:
    """What a backend is given beside the document.

    `paged` is the document laid out on pages. It is made when first asked for and shared by all backends that
    render the same document, so that page numbers agree between formats. `sent` is what a file carries of the plan so
    that it can be read back; `sending` makes it when a backend asks. `downloads` and `companions` are made when first
    asked for too, by `offer` and `accompany`: a backend never calls another one.
    """

    document: Document
    sheet: StyleSheet
    sending: Callable[[], Sent] = Sent
    wording: PublicationWording = PublicationWording()
    offer: Callable[[RenderOptions], tuple[Download, ...]] = no_downloads
    accompany: Callable[[RenderOptions], tuple[Companion, ...]] = no_companions

    @cached_property
    def sent(self) -> Sent:
        """The plan's digest, and its fields by path; nothing where the document was not made from a plan."""
        return self.sending()

    @cached_property
    def paged(self) -> PagedDocument:
        """Where everything stands: pages of placed lines, and the page of every anchor."""
        return lay_out(self.document, self.sheet)

    @cached_property
    def downloads(self) -> tuple[Download, ...]:
        """The document in the formats that are offered beside web pages."""
        return self.offer(self)

    @cached_property
    def companions(self) -> tuple[Companion, ...]:
        """The other documents made of the same plan that web pages lead to."""
        return self.accompany(self)


class Backend(Protocol):
    """A format. Same document and options, same bytes: no clock, no chance, no network."""

    @property
    def name(self) -> str:
        """The name by which users choose it, as in `--to pdf`."""

    @property
    def suffix(self) -> str:
        """The ending of its files, with the dot.

        A format of several files has a folder of its own, and ends in the name of the first of them: `-web/index.html`.
        """

    def render(self, document: Document, options: RenderOptions) -> Output:
        """The document in this format.

        Raises:
            RenderError: if the format cannot hold the document.
        """


def require_backend(given: Backend) -> Backend:
    """What was given, where it is a backend.

    Raises:
        TypeError: if it is none, such as the class in place of an object of it.
    """
    if isinstance(given, type):
        raise TypeError(f"give an object of the class {given.__name__}, not the class itself")
    missing = [part for part in ("name", "suffix", "render") if not hasattr(given, part)]
    if missing:
        raise TypeError(f"a backend has a name, a suffix and a method render; here is no {', no '.join(missing)}")
    return given
