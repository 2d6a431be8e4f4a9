from __future__ import annotations

from cspdocs.backends.docx.styles.elements import Property, changes, merge, write_properties, write_property


def test_properties_are_written_in_the_order_of_the_schema_whatever_theirs():
    written = write_properties("pPr", {"jc": Property({"val": "left"}), "keepNext": Property()})

    assert written == '<w:pPr><w:keepNext/><w:jc w:val="left"/></w:pPr>'


def test_no_properties_are_no_element():
    assert write_properties("rPr", {}) == ""


def test_what_a_property_holds_is_escaped():
    assert write_property("name", Property({"val": 'R&D "1"'})) == '<w:name w:val="R&amp;D &quot;1&quot;"/>'


def test_only_what_differs_is_said():
    own = {"keepNext": Property(), "jc": Property({"val": "left"})}

    assert changes(own, {"keepNext": Property({"val": "0"}), "jc": Property({"val": "left"})}) == {"keepNext": Property()}


def test_of_white_space_and_indents_only_the_sides_that_differ_are_said():
    own = {"spacing": Property({"before": "0", "after": "240", "line": "240", "lineRule": "auto"})}
    other = {"spacing": Property({"before": "0", "after": "120", "line": "240", "lineRule": "auto"})}

    assert changes(own, other) == {"spacing": Property({"after": "240"})}


def test_the_height_of_lines_and_its_unit_are_said_together():
    own = {"spacing": Property({"after": "0", "line": "300", "lineRule": "auto"})}
    other = {"spacing": Property({"after": "0", "line": "240", "lineRule": "auto"})}

    assert changes(own, other) == {"spacing": Property({"line": "300", "lineRule": "auto"})}


def test_a_style_adds_its_sides_to_those_it_inherits():
    merged = merge({"ind": Property({"left": "720", "hanging": "360"})}, {"ind": Property({"right": "100"})})

    assert merged == {"ind": Property({"left": "720", "hanging": "360", "right": "100"})}


def test_of_two_ways_to_say_the_same_the_nearer_stands_alone():
    inherited = {"ind": Property({"hanging": "360"}), "rFonts": Property({"asciiTheme": "minorHAnsi", "cs": "Arial"})}
    own = {"ind": Property({"firstLine": "0"}), "rFonts": Property({"ascii": "Georgia"})}

    assert merge(inherited, own) == {
        "ind": Property({"firstLine": "0"}),
        "rFonts": Property({"cs": "Arial", "ascii": "Georgia"}),
    }


def test_tab_stops_add_up_and_are_cleared_by_their_positions():
    def tabs(*stops: tuple[str, str]) -> dict[str, Property]:
        return {"tabs": Property(children=tuple(("tab", Property({"val": kind, "pos": place})) for kind, place in stops))}

    merged = merge(tabs(("left", "500"), ("right", "9000")), tabs(("clear", "9000"), ("right", "200")))

    assert merged == tabs(("right", "200"), ("left", "500"))
