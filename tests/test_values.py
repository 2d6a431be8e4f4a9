"""Classes of values: what their fields say, what may be done with values, and what may not."""

from __future__ import annotations

import copy
import pickle
from functools import cached_property
from typing import ClassVar

import attrs
import pytest

from cspdocs.values import NOTHING, asdict, define, evolve, field, fields, frozen, has_fields, taking


@frozen(kw_only=True)
class Point:
    """A class as plans have them."""

    tag: ClassVar[str] = "point"

    x: int
    y: int = 0
    marks: tuple[str, ...] = field(default=(), converter=tuple)
    note: str = field(default="", eq=False)
    unseen: str = field(default="", repr=False)


@frozen(kw_only=True)
class Place(Point):
    """A class with the fields of another before its own."""

    name: str
    y: int = 1


@frozen
class Pair:
    """A class whose values are made by place."""

    left: int
    right: int = 0
    origin: str = field(default="", eq=False, kw_only=True)


@frozen
class Nothing:
    """A class without fields."""


@define
class Pen:
    """A class that changes."""

    colour: str
    lines: list[str] = field(factory=list)
    _worn: int = 0


@define(eq=False)
class Spot:
    """A class of which each value is its own."""

    name: str


@frozen
class Even:
    """A class that looks at what it is given, and works something out once."""

    number: int
    digits: int = field(init=False)

    def __attrs_post_init__(self) -> None:
        if self.number % 2:
            raise ValueError(f"{self.number} is not even")
        object.__setattr__(self, "digits", len(str(self.number)))

    @cached_property
    def half(self) -> int:
        """Half of it."""
        return self.number // 2


@frozen
class Folded:
    """A class that does all things in its own way."""

    word: str

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Folded) and self.word.lower() == other.word.lower()

    def __hash__(self) -> int:
        return hash(self.word.lower())

    def __repr__(self) -> str:
        return self.word


# ---- making them


def test_fields_are_given_by_place_or_by_name_and_may_have_defaults() -> None:
    assert (Pair(1).left, Pair(1).right, Pair(1, 2).right, Pair(left=3).left) == (1, 0, 2, 3)
    assert (Pair(1, origin="a").origin, Point(x=1).y, Point.tag) == ("a", 0, "point")


@pytest.mark.parametrize("given", [{}, {"x": 1, "z": 2}])
def test_what_lacks_a_field_or_has_another_is_not_made(given: dict[str, int]) -> None:
    with pytest.raises(TypeError, match=r"Point\.__init__\(\)"):
        Point(**given)


def test_fields_that_are_given_by_name_alone_cannot_be_given_by_place() -> None:
    with pytest.raises(TypeError):
        Point(1)
    with pytest.raises(TypeError):
        Pair(1, 2, "a")


def test_a_converter_makes_what_is_kept_of_what_is_given() -> None:
    assert Point(x=1, marks=["a", "b"]).marks == ("a", "b")
    assert Point(x=1).marks == ()


def test_a_factory_makes_a_default_for_each_value() -> None:
    first, second = Pen("red"), Pen("red")
    first.lines.append("one")
    assert (first.lines, second.lines, Pen("red", ["two"]).lines) == (["one"], [], ["two"])


def test_a_field_that_begins_with_an_underscore_is_given_without_it() -> None:
    assert Pen("red", worn=2)._worn == 2


def test_a_class_may_look_at_what_it_is_given() -> None:
    with pytest.raises(ValueError, match="3 is not even"):
        Even(3)


def test_a_field_may_be_left_to_the_class() -> None:
    assert Even(14).digits == 2
    assert evolve(Even(14), number=8).digits == 1
    with pytest.raises(TypeError):
        Even(14, 2)


def test_the_fields_of_the_class_above_come_first() -> None:
    place = Place(x=1, name="here")
    assert (place.x, place.y, place.name) == (1, 1, "here")
    assert [one.name for one in fields(Place)] == ["x", "marks", "note", "unseen", "name", "y"]
    assert isinstance(place, Point)


# ---- comparing and showing them


def test_values_are_equal_when_all_compared_fields_are() -> None:
    assert Point(x=1, note="a") == Point(x=1, note="b")
    assert hash(Point(x=1, note="a")) == hash(Point(x=1, note="b"))
    assert Point(x=1) != Point(x=2)
    assert Point(x=1) != Point(x=1, unseen="u")
    assert Nothing() == Nothing()


def test_values_of_different_classes_are_not_equal() -> None:
    assert Place(x=1, y=0, name="") != Point(x=1)
    assert Pair(1) != (1, 0)
    assert len({Point(x=1), Pair(1), Nothing(), Pair(1)}) == 3


def test_what_changes_is_compared_but_not_hashed() -> None:
    pen = Pen("red")
    assert pen == Pen("red")
    pen.colour = "blue"
    assert pen != Pen("red")
    with pytest.raises(TypeError):
        hash(pen)


def test_without_eq_each_value_is_its_own() -> None:
    here = Spot("here")
    assert here != Spot("here")
    assert {here: 1}[here] == 1


def test_a_value_shows_its_fields() -> None:
    assert repr(Point(x=1, unseen="u")) == "Point(x=1, y=0, marks=(), note='')"
    assert repr(Nothing()) == "Nothing()"


def test_what_a_class_writes_itself_is_kept() -> None:
    assert Folded("A") == Folded("a")
    assert hash(Folded("A")) == hash(Folded("a"))
    assert repr(Folded("A")) == "A"


def test_values_match_by_place() -> None:
    match Pair(1, 2):
        case Pair(left, right):
            assert (left, right) == (1, 2)
        case _:
            pytest.fail("no pattern matches")


# ---- changing and copying them


def test_a_frozen_value_is_never_changed() -> None:
    point = Point(x=1)
    with pytest.raises(AttributeError, match="can't set attribute"):
        point.x = 2
    with pytest.raises(AttributeError):
        del point.x
    with pytest.raises(AttributeError):
        point.z = 2


def test_what_is_worked_out_once_is_kept_with_a_frozen_value() -> None:
    even = Even(4)
    assert (even.half, even.half) == (2, 2)
    with pytest.raises(AttributeError):
        even.number = 6


def test_a_changed_value_is_a_new_one() -> None:
    point = Point(x=1, note="n")
    assert evolve(point, y=3) == Point(x=1, y=3)
    assert evolve(point, y=3).note == "n"
    assert point.y == 0
    assert evolve(Pen("red", worn=2), colour="blue")._worn == 2


def test_a_change_of_what_is_no_field_is_refused() -> None:
    with pytest.raises(TypeError):
        evolve(Point(x=1), z=3)


@pytest.mark.parametrize(
    "value", [Point(x=1, y=2, marks="ab"), Place(x=1, name="here"), Pen("red", ["a"]), Even(4), Nothing()]
)
def test_values_are_copied_and_pickled(value: object) -> None:
    assert copy.copy(value) == copy.deepcopy(value) == pickle.loads(pickle.dumps(value)) == value  # noqa: S301  # our own


def test_the_fields_of_a_class_can_be_asked_for() -> None:
    assert [(one.name, one.default is NOTHING) for one in fields(Pair)] == [
        ("left", True),
        ("right", False),
        ("origin", False),
    ]
    assert asdict(Pair(1, 2)) == {"left": 1, "right": 2, "origin": ""}
    assert has_fields(Nothing)
    assert not has_fields(int)


# ---- what they are


def test_they_are_attrs_classes() -> None:
    assert attrs.has(Point)
    assert attrs.evolve(Point(x=1), y=3) == Point(x=1, y=3)
    assert [one.name for one in attrs.fields(Pair)] == ["left", "right", "origin"]


@pytest.mark.parametrize("names", [(), ("x",), ("y", "x")])
def test_fields_are_taken_all_at_once_however_many(names: tuple[str, ...]) -> None:
    assert taking(names)(Point(x=3, y=4)) == tuple({"x": 3, "y": 4}[name] for name in names)
