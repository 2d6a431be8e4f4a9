"""Web pages as others judge them: a strict parser, axe in a real browser, and somebody with nothing but a keyboard."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from itertools import product
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote, urldefrag

import PIL.Image
import pytest
from hypothesis import HealthCheck, Phase, given, settings

import judges
from cspdocs.backends.base import Output, RenderOptions
from cspdocs.backends.html import BACKEND, FRAGMENT, SECTIONS, HtmlBackend
from cspdocs.backends.html.addresses import origin_id
from cspdocs.backends.html.markup import without_forbidden
from cspdocs.document.contrast import contrast
from cspdocs.document.nodes import DefinitionList, Document, Grid, Heading, Paragraph, Table
from cspdocs.document.styles import StyleSheet
from cspdocs.document.walk import document_texts
from cspdocs.pipeline import prepare_file
from cspdocs.pipeline import save as save_plan
from cspdocs.plan.model import Plan, Release
from cspdocs.rendering import Prepared
from cspdocs.starter import start_plan
from documents import documents
from every_node import dated, every_node, every_sheet
from reading import assert_reads, published_text
from sending import nodes_in
from sheets import document, make_sheet

PLANS: Final = sorted((judges.ROOT / "examples").glob("*/plan.yaml"))
EXAMPLES: Final = tuple(plan.parent.name for plan in PLANS)
BACKENDS: Final = (BACKEND, SECTIONS, FRAGMENT)
PAGED: Final = (BACKEND, SECTIONS)
JUDGED: Final = 20
"""So many random documents are judged by the strict parser."""
NARROW: Final = 320
WIDE: Final = 1280
PAPER: Final = 672
"""The width of A4 between its margins."""
UNDECIDED: Final = re.compile(
    r'color-contrast: <span aria-hidden="true">.</span>: .*\n  Element content contains only non-text characters'
    r"|color-contrast: <text .*\n  Element's background color could not be determined because it is overlapped"
    r"|color-contrast: <td colspan=.*\n  Element's background color could not be determined because it partially overlaps"
    r"|th-has-data-cells: .*\n  Table data cells are missing or empty"
)
"""What axe cannot decide, and need not: the shape before the word of a status, which has the colour of that word and says
nothing that it does not say; labels of drawings on shapes, whose colours are the template's and looked at there; cells over
several columns, which are printed as the others are; columns in which a plan has nothing yet."""
LOOKS: Final = tuple(product((NARROW, WIDE), ("light", "dark"), (judges.NORMAL, 2 * judges.NORMAL)))
"""In what looks every page is judged: each width in each scheme with letters of each size."""
SUMMARY: Final = "summary/index.html"
"""The page that stands beside those of the plan."""


def pages_of(output: Output) -> dict[str, str]:
    """The pages of a rendered document in reading order, and those of its summary where it has one."""
    others = {name: data for name, data in output.files.items() if name.endswith(".html")}
    return {name: data.decode() for name, data in ({"index.html": output.data} | others).items()}


def render(backend: HtmlBackend, made: Document, sheet: StyleSheet | None = None) -> Output:
    return backend.render(made, RenderOptions(made, sheet or make_sheet()))


def save(output: Output, folder: Path) -> list[Path]:
    """Writes everything that belongs to a publication; its pages."""
    for name, data in ({"index.html": output.data} | dict(output.files)).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return [folder / name for name in pages_of(output)]


def assert_says_what_the_tree_says(backend: HtmlBackend, made: Document, sheet: StyleSheet | None = None) -> None:
    texts = (without_forbidden(text) for text in document_texts(made))
    assert_reads(published_text(render(backend, made, sheet)), texts, "")


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Prepared]:
    """The examples and a plan just started, by name."""
    folder = tmp_path_factory.mktemp("started")
    start_plan(folder / "started")
    return {plan.parent.name: prepare_file(plan) for plan in (*PLANS, folder / "started" / "plan.yaml")}


@pytest.fixture(scope="module")
def sites(prepared: Mapping[str, Prepared], tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, list[Path]]:
    """The pages of the examples on disk, of each form, with all that belongs to them: `name, form` to the pages."""
    folder = tmp_path_factory.mktemp("sites")
    return {
        f"{name}, {backend.name}": save(prepared[name].render(backend.name), folder / f"{name}-{backend.name}")
        for name, backend in product(EXAMPLES, PAGED)
    }


SITES: Final = tuple(f"{name}, {backend.name}" for name, backend in product(EXAMPLES, PAGED))
USED: Final = (*(f"{name}, html" for name in EXAMPLES), f"{EXAMPLES[-1]}, html-sections")
"""The sites that are used as people do. More would not be new: pages for each section hold what the one page holds."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with judges.chromium() as opened:
        yield opened


# ---- the same words


@pytest.mark.parametrize("backend", BACKENDS, ids=lambda backend: backend.name)
def test_pages_read_as_the_tree_does_and_hold_nothing_else(backend: HtmlBackend, prepared: Mapping[str, Prepared]) -> None:
    for plan in prepared.values():
        assert_says_what_the_tree_says(backend, plan.document, plan.options.sheet)
    for made in (every_node(), dated()):
        assert_says_what_the_tree_says(backend, made, every_sheet())
    assert_says_what_the_tree_says(backend, document())


def test_a_browser_shows_the_words_of_the_tree_with_scripts_off_and_styles_off(
    browser: Any, prepared: Mapping[str, Prepared], sites: Mapping[str, list[Path]]
) -> None:
    for name in EXAMPLES:
        page = sites[f"{name}, html"][0]
        plain = page.with_name("plain.html")
        plain.write_text(
            page.read_text(encoding="utf-8").replace('<link rel="stylesheet" href="style.css">', ""), encoding="utf-8"
        )
        with judges.web_page(browser, plain, java_script_enabled=False) as opened:
            shown = "".join(opened.inner_text("body").split())
            assert opened.evaluate("document.styleSheets.length") == 0
        place = 0
        for text in document_texts(prepared[name].document):
            place = shown.index("".join(text.split()), place)


# ---- the strict parser


def write_random(folder: Path) -> list[Path]:
    """The pages of the same random documents on each run."""
    files: list[Path] = []
    numbers = iter(range(JUDGED))

    @settings(
        max_examples=JUDGED,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(documents())
    def write(made: Document) -> None:
        number = next(numbers)
        for backend in PAGED:
            files.extend(save(render(backend, made), folder / f"{number}-{backend.name}"))

    write()
    return files


def test_a_strict_parser_finds_no_error_in_any_page_or_in_one_that_a_fragment_is_pasted_into(
    sites: Mapping[str, list[Path]], tmp_path: Path
) -> None:
    files = [page for pages in sites.values() for page in pages]
    for backend in PAGED:
        for number, made in enumerate((every_node(), dated(), document())):
            files += save(render(backend, made, every_sheet()), tmp_path / f"{number}-{backend.name}")
    files += write_random(tmp_path / "random")
    assert len(files) > 2 * JUDGED
    fragment = render(FRAGMENT, every_node(), every_sheet()).data.decode()
    frame = "<!DOCTYPE html><html lang='en'><head><title>A page</title></head><body><h1>A page</h1>{}</body></html>"
    files.append(tmp_path / "pasted.html")
    files[-1].write_text(frame.format(fragment), encoding="utf-8")
    assert {file: found for file, found in judges.validate_html(*files).items() if found} == {}


# ---- links


class Found(HTMLParser):
    """The ids of a page, and everything that it leads to or needs."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.feed(file.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        about = dict(attrs)
        self.ids += [about["id"] or ""] if "id" in about else []
        self.targets += [about[key] or "" for key in ("href", "src") if key in about]


@pytest.mark.parametrize("site", SITES)
def test_no_link_inside_or_between_pages_is_broken_and_no_id_is_there_twice(
    site: str, sites: Mapping[str, list[Path]]
) -> None:
    found = {page: Found(page) for page in sites[site]}
    inside = 0
    for page, of in found.items():
        assert len(of.ids) == len(set(of.ids)), f"{page.name} has an id twice"
        for target in of.targets:
            name, anchor = urldefrag(target)
            if not re.match("https?:|mailto:|tel:", name):
                inside += 1
                leads = (page.parent / unquote(name)).resolve() if name else page
                assert leads.is_file(), f"{page.name} leads to {target}, which is not there"
                assert not anchor or unquote(anchor) in found[leads].ids, f"{page.name} leads to {target}"
    assert inside > 10


@pytest.mark.parametrize("site", SITES)
def test_the_plan_and_its_summary_are_one_site(site: str, sites: Mapping[str, list[Path]]) -> None:
    *pages, summary = sites[site]
    assert summary.relative_to(pages[0].parent).as_posix() == SUMMARY
    assert all(SUMMARY in Found(page).targets for page in pages)
    leads = Found(summary).targets
    assert "../index.html" in leads
    assert sorted(Path(target).suffix for target in leads if target.startswith("../downloads/")) == [".docx", ".pdf"]
    assert sorted(Path(target).suffix for target in leads if target.startswith("downloads/")) == [".docx", ".pdf"]


@pytest.mark.parametrize("site", SITES)
def test_every_heading_action_member_and_term_has_an_address(
    site: str, sites: Mapping[str, list[Path]], prepared: Mapping[str, Prepared]
) -> None:
    ids = {identity for page in sites[site] for identity in Found(page).ids}
    nodes = list(nodes_in(prepared[site.partition(",")[0]].document))
    anchors = {node.anchor for node in nodes if isinstance(node, Heading | Paragraph) and node.anchor}
    rows = (row for node in nodes if isinstance(node, Table) for row in node.rows)
    entries = (entry for node in nodes if isinstance(node, Grid) for entry in node.entries)
    terms = (term for node in nodes if isinstance(node, DefinitionList) for term in node.items)
    named = {origin_id(part.origin) for part in (*rows, *entries, *terms) if part.origin}
    assert len(anchors) > 4
    assert len(named) > 4
    assert anchors | named <= ids


# ---- a real browser


@pytest.mark.parametrize("site", SITES)
def test_axe_finds_no_violation_of_wcag_by_day_or_night_on_any_width_or_in_big_letters(
    site: str, browser: Any, sites: Mapping[str, list[Path]]
) -> None:
    with judges.web_page(browser, sites[site][0]) as opened:
        for page in sites[site]:
            opened.goto(page.resolve().as_uri())
            for look in LOOKS:
                put_on(opened, look)
                verdict = judges.axe(opened)
                assert verdict.violations == [], (page.name, look)
                assert [found for found in verdict.incomplete if not UNDECIDED.match(found)] == [], (page.name, look)
                assert_fits(opened)


def put_on(opened: Any, look: tuple[int, str, int]) -> None:
    """Shows an open page in one of the `LOOKS`."""
    width, scheme, letters = look
    opened.set_viewport_size({"width": width, "height": 900})
    opened.emulate_media(color_scheme=scheme)
    judges.choose_letters(opened, letters)


def assert_fits(opened: Any) -> None:
    """Asserts that a page is no wider than its window."""
    assert opened.evaluate("document.scrollingElement.scrollWidth - innerWidth") <= 0


@pytest.mark.parametrize("made", [every_node(), document()], ids=["every node", "next to nothing"])
def test_axe_finds_no_violation_in_what_no_example_has(made: Document, browser: Any, tmp_path: Path) -> None:
    (page,) = save(render(BACKEND, made, every_sheet()), tmp_path)
    with judges.web_page(browser, page) as opened:
        for look in LOOKS:
            put_on(opened, look)
            assert judges.axe(opened).violations == [], look
            assert_fits(opened)


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_a_caption_that_is_only_heard_takes_no_room(width: int, browser: Any, sites: Mapping[str, list[Path]]) -> None:
    gap = """[...document.querySelectorAll("caption:has(> .heard)")].map(caption => {
        const first = [...caption.parentElement.children].find(part => part != caption && part.offsetHeight > 1);
        return first.getBoundingClientRect().top - caption.parentElement.getBoundingClientRect().top;
    })"""
    for page in (sites[site][0] for site in USED[:-1]):
        with judges.web_page(browser, page, width=width) as opened:
            gaps = opened.evaluate(gap)
            assert gaps
            assert max(gaps) < 3, page


@pytest.mark.parametrize(("align", "left"), [("left", True), ("centre", False)])
def test_a_sign_above_the_title_stands_where_its_style_says_and_touches_nothing(
    align: str, left: bool, browser: Any, tmp_path: Path
) -> None:
    folder = tmp_path / "ours"
    folder.mkdir()
    PIL.Image.new("RGB", (200, 100), "navy").save(folder / "logo.png")
    manifest = "title: Ours\nextends: plain\nlogo: {file: logo.png, alt: Vale Council, height: 18 mm, on: [cover]}\n"
    (folder / "template.yaml").write_text(manifest)
    (folder / "styles.yaml").write_text(f"styles: {{Cover Figure: {{align: {align}}}}}\n")
    page = save_plan(Plan(title="Plan", release=Release(version="0.1")), tmp_path / "plan.html", template=folder)
    places = """['body > header', '.front img', 'hgroup', 'h1'].map(name => {
        const {top, bottom, left} = document.querySelector(name).getBoundingClientRect();
        return {top, bottom, left};
    })"""
    with judges.web_page(browser, page) as opened:
        header, sign, titles, title = opened.evaluate(places)
    assert sign["top"] - header["bottom"] > 8
    assert titles["top"] - sign["bottom"] > 8
    assert (abs(sign["left"] - title["left"]) < 2) is left


def test_big_letters_are_big(browser: Any, sites: Mapping[str, list[Path]]) -> None:
    """The test above would pass with small ones too."""
    page, *_ = sites[SITES[0]]
    sizes = []
    for letters in (judges.NORMAL, 2 * judges.NORMAL):
        with judges.web_page(browser, page, letters=letters) as opened:
            sizes.append(float(opened.evaluate("parseFloat(getComputedStyle(document.querySelector('p')).fontSize)")))
    assert sizes[1] == pytest.approx(2 * sizes[0], rel=0.2)


@pytest.mark.parametrize("site", USED[:-1])
def test_a_table_stays_one_for_those_who_hear_it_when_its_rows_become_blocks(
    site: str, browser: Any, sites: Mapping[str, list[Path]]
) -> None:
    for page in sites[site]:
        heard = []
        for width in (1280, NARROW):
            with judges.web_page(browser, page, width=width) as opened:
                shown = opened.evaluate(
                    "[...document.querySelectorAll('table[class*=room]')].map(table => getComputedStyle(table).display)"
                )
                assert set(shown) <= {"block" if width == NARROW else "table"}
                tree = opened.context.new_cdp_session(opened).send("Accessibility.getFullAXTree")
                roles = [node["role"]["value"] for node in tree["nodes"] if not node["ignored"]]
                heard.append([role for role in roles if role in ("table", "row", "columnheader", "rowheader", "cell")])
        assert heard[0] == heard[1]
        assert len(heard[0]) == page.read_text(encoding="utf-8").count("<t") - sum(
            page.read_text(encoding="utf-8").count(part) for part in ("<title", "<thead", "<tbody", "<time", "<text")
        )


@pytest.mark.parametrize("site", USED)
@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_every_link_and_drawing_is_reached_by_the_keyboard_in_reading_order_and_seen_when_it_is(
    site: str, width: int, browser: Any, sites: Mapping[str, list[Path]]
) -> None:
    focused = """() => new Promise(tell => requestAnimationFrame(() => {
        const link = document.activeElement, style = getComputedStyle(link), box = link.getBoundingClientRect();
        const inside = box.top >= 0 && box.bottom <= innerHeight && box.left >= 0 && box.right <= innerWidth;
        tell({href: link.getAttribute("href"), seen: inside && box.width > 0,
              outlined: style.outlineStyle == "solid" && parseFloat(style.outlineWidth) >= 2});
    }))"""
    # Of pages for each section the first, one that is first of the others, and one between others.
    for page in sites[site][:3]:
        with judges.web_page(browser, page, width=width) as opened:
            reached = "[...document.querySelectorAll('a[href], [tabindex=\"0\"]')].map(place => place.getAttribute('href'))"
            places = opened.evaluate(reached)
            met = []
            for _ in places:
                opened.keyboard.press("Tab")
                met.append(opened.evaluate(focused))
            assert [place["href"] for place in met] == places
            assert [place for place in met if not (place["seen"] and place["outlined"])] == [], page.name


@pytest.mark.parametrize("site", USED)
def test_a_page_asks_no_other_host_for_anything_and_needs_one_style_sheet(
    site: str, browser: Any, sites: Mapping[str, list[Path]]
) -> None:
    for page in sites[site]:
        asked: list[str] = []
        with judges.web_page(browser, page) as opened:
            opened.on("request", lambda request: asked.append(request.url))  # noqa: B023  # read before the next page
            opened.reload()
            seen = "image => { image.loading = 'eager'; return image.decode() }"
            opened.evaluate(f"Promise.all([...document.images].map({seen}))")
            assert opened.evaluate("[...document.images].every(image => image.complete && image.naturalWidth > 0)")
        folder = page.parent.resolve().as_uri()
        assert all(url.startswith(f"{folder}/") for url in asked)
        assert [url for url in asked if url.endswith(".css")] == [f"{folder}/style.css"]


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_plan_as_one_page_is_light(name: str, prepared: Mapping[str, Prepared]) -> None:
    output = prepared[name].render("html")
    assert len(output.data) + len(output.files["style.css"]) < 150_000


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_printed_page_is_dark_on_white_and_keeps_its_tables(
    name: str, browser: Any, sites: Mapping[str, list[Path]], tmp_path: Path
) -> None:
    for page in sites[f"{name}, html"]:
        assert_prints_well(browser, page, tmp_path / "printed.pdf")


def assert_prints_well(browser: Any, page: Path, file: Path) -> None:
    with judges.web_page(browser, page, dark=True) as opened:
        opened.pdf(path=file, format="A4")
        opened.emulate_media(media="print", color_scheme="dark")
        opened.set_viewport_size({"width": PAPER, "height": 900})
        shown = opened.evaluate("[...document.querySelectorAll('table')].map(table => getComputedStyle(table).display)")
        assert set(shown) <= {"table"}
        printed = opened.evaluate("getComputedStyle(document.body).color.match(/\\d+/g).map(Number)")
        assert contrast("#" + "".join(f"{part:02x}" for part in printed), "#ffffff") > 12
        assert opened.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(255, 255, 255)"
    text = judges.pdf_text(file)
    assert len(text) > 500
    assert "Skip to main content" not in text
    assert "In short" not in text
