from __future__ import annotations

import re

from cspdocs.backends.html.stylesheet import write_stylesheet
from cspdocs.document.styles import BoxStyle, FontFamily, Style, StyleSheet, TableStyle
from cspdocs.template.template import load_template
from cspdocs.units import pt
from cspdocs.values import evolve
from sheets import ARIMO, make_sheet


def rule(css: str, selector: str) -> str:
    """The declarations of the one rule with this selector."""
    (found,) = re.findall(rf"^{re.escape(selector)} {{ (.*?) }}$", css, re.MULTILINE)
    return str(found)


def write(
    *looks: Style | TableStyle, sheet: StyleSheet | None = None, fills: tuple[str, ...] = (), columns=(), rooms=()
) -> str:
    return write_stylesheet(sheet or make_sheet(*looks), fills, columns, rooms)


def test_sizes_are_those_of_paper_measured_by_the_letters_of_the_text() -> None:
    css = write(Style(name="Body", size=pt(12), space_after=pt(18)), Style(name="Contact", size=pt(14), space_after=pt(6)))
    assert rule(css, ".text-contact") == "font-size: 1.167rem; margin-bottom: 0.5rem;"
    assert "p, ul, ol, dl, table, figure, blockquote { margin-bottom: max(0.75rem, 1.5rem); }" in css


def test_no_text_is_too_small_for_a_screen() -> None:
    css = write(Style(name="Body", size=pt(12)), Style(name="Status", size=pt(6)))
    assert "font-size: 0.9rem" in rule(css, ".text-status")


def test_headings_are_a_step_apart_even_where_paper_has_them_alike() -> None:
    css = write_stylesheet(load_template("tonbridge-malling").sheet, (), (), ())
    largest = [
        float(rule(css, f".text-{name}").split("rem)")[0].split()[-1]) for name in ("title", "heading-1", "heading-2")
    ]
    assert largest == [2.5, 1.8, 1.35]


def test_colours_weights_and_sides_are_the_styles() -> None:
    looks = Style(name="Subtitle", size=pt(10), bold=True, italic=True, colour="#1f3864", align="centre")
    declared = rule(write(looks), ".text-subtitle")
    assert "font-weight: bold; font-style: italic; color: var(--ink-1f3864); text-align: center;" in declared


def test_every_colour_that_is_used_is_there_by_day_and_by_night() -> None:
    css = write_stylesheet(load_template("tonbridge-malling").sheet, ("#c9e7cb",), (), ())
    used = set(re.findall(r"var\((--[\w-]+)\)", css)) - {"--edge"}
    by_day, by_night = (set(re.findall(r"(--[\w-]+): #[0-9a-f]{6};", line)) for line in css.splitlines()[:2])
    assert used <= by_day
    assert by_day == by_night
    assert css.splitlines()[1].startswith("@media screen and (prefers-color-scheme: dark)")


def test_no_colour_stands_in_a_rule_by_itself_but_on_paper() -> None:
    css = write_stylesheet(load_template("tonbridge-malling").sheet, ("#c9e7cb",), (), ())
    screen = "\n".join(css.splitlines()[2:]).replace("color: #000;", "")
    assert re.findall("#[0-9a-f]{3,6};", screen) == []


def test_the_typeface_is_the_templates_and_none_is_fetched() -> None:
    grand = FontFamily(
        name="Grand Sans", word="Gill", regular=ARIMO.regular, bold=ARIMO.bold, italic=ARIMO.italic, bold_italic=ARIMO.bold
    )
    sheet = evolve(make_sheet(Style(name="Quote", font="grand")), fonts={"body": ARIMO, "grand": grand})
    css = write(sheet=sheet)
    assert 'font-family: Arimo, Arial, "Liberation Sans", Helvetica, sans-serif;' in css
    assert 'font-family: "Grand Sans", Gill, Arial, ' in rule(css, "blockquote, .text-quote")
    assert "url(" not in css
    assert "@import" not in css
    assert "@font-face" not in css


def test_a_filled_cell_has_its_colour_and_all_text_in_it_can_be_read() -> None:
    css = write(fills=("#c9e7cb",))
    assert rule(css, ".fill-c9e7cb") == "background: var(--fill-c9e7cb); color: var(--on-c9e7cb-000000);"
    assert rule(css, ".fill-c9e7cb *") == "color: inherit;"


def test_white_headings_on_a_dark_fill_stay_white() -> None:
    css = write(TableStyle(name="Table", header_fill="#1f3864"), Style(name="Table Heading", colour="#ffffff"))
    assert "--on-1f3864-ffffff: #ffffff;" in css.splitlines()[0]


def test_a_box_has_its_fill_rule_and_padding() -> None:
    boxes = {"Box": BoxStyle(name="Box"), "Bar": BoxStyle(name="Bar", edge="left", rule=pt(4), fill="", padding=pt(6))}
    css = write(sheet=evolve(make_sheet(), boxes=boxes))
    assert "border: max(1px, " in rule(css, ".box-box")
    assert "background: var(--fill-eef3f7)" in rule(css, ".box-box")
    assert rule(css, ".box-bar").startswith("padding: 0rem 0rem 0rem 0.")
    assert "border-left: max(1px, " in rule(css, ".box-bar")
    assert "background" not in rule(css, ".box-bar")


def test_all_text_in_a_dark_box_has_one_colour() -> None:
    css = write(sheet=evolve(make_sheet(), boxes={"Box": BoxStyle(name="Box", fill="#1f3864")}))
    assert rule(css, ".box-box *") == "color: inherit;"
    assert "color: var(--on-1f3864-" in rule(css, ".box-box")


def test_words_to_be_filled_in_look_alike_wherever_they_stand() -> None:
    css = write()
    assert "mark { background: var(--fill-ffe699) !important; color: var(--on-ffe699-000000) !important; }" in css


def test_what_stands_in_a_table_in_its_usual_size_is_as_large_as_the_rest_of_it() -> None:
    small, wide = Style(name="Table Text", size=pt(9)), Style(name="Table Number Heading", size=pt(16), align="right")
    css = write(Style(name="Body", size=pt(12)), small, wide, Style(name="Table Number", size=pt(9), align="right"))
    assert rule(css, ".text-table-number") == "text-align: right;"
    assert rule(css, ".text-table-number-heading") == "font-size: 1.333rem; text-align: right;"


def test_columns_have_their_share_of_the_width() -> None:
    css = write(columns=((28, 72),))
    assert rule(css, ".columns-28-72 > colgroup > :nth-child(2)") == "width: 72%;"


def test_paragraphs_of_an_item_stand_nearer_together_than_items_do() -> None:
    css = write()
    assert rule(css, ":not(.grid) > li > p:not(:last-child)") == "margin-bottom: .2rem;"
    assert rule(css, "li:has(> p + p) + li, li + li:has(> p + p)") == "margin-top: .75rem;"


def test_rows_become_blocks_below_the_width_that_a_table_needs() -> None:
    css = write(rooms=(44, 24))
    assert re.findall(r"@container \(max-width: (\d+)rem\)", css) == ["24", "44"]
    assert ".room-44 > tbody > tr > [data-label]::before" in css
    assert ".room-44 > tbody > tr > th:not([class*=fill]) { background: var(--tint); }" in css
    assert ".room-44 > tbody > tr > * { padding: .5rem .75rem; border-width: 0; text-align: left; }" in css
    assert "TABLE" not in css
    assert "WIDTH" not in css
