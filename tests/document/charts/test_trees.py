from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from cspdocs.document.charts import Branch, ChartLook, tree_chart
from cspdocs.document.drawing import Drawing, Label, Rectangle

LOOK = ChartLook(width=450.0, height=620.0)
NAMES = st.sampled_from(("Forum", "Domestic Abuse Forum", "Serious Violence and Organised Crime Tasking Group"))
BRANCHES = st.recursive(
    st.builds(Branch, NAMES, st.sampled_from(("", "meets quarterly"))),
    lambda inner: st.builds(Branch, NAMES, st.just("monthly"), st.lists(inner, max_size=4).map(tuple)),
    max_leaves=25,
)


def boxes_of(drawing: Drawing) -> list[Rectangle]:
    return [shape for shape in drawing.shapes if isinstance(shape, Rectangle)]


def deep(levels: int) -> Branch:
    return Branch(f"Level {levels}", "", (deep(levels - 1),) if levels else ())


def wide(count: int) -> Branch:
    return Branch("Partnership", "", tuple(Branch(f"Group {number}", "meets monthly") for number in range(count)))


def test_boxes_are_read_each_before_those_that_hang_from_it() -> None:
    tree = Branch("A", "first", (Branch("B", "", (Branch("C"),)), Branch("D", "last")))
    assert tree_chart(tree, LOOK).labels == ("A", "first", "B", "C", "D", "last")


def test_few_boxes_stand_in_rows_the_upper_above_the_middle_of_the_lower() -> None:
    top, left, right = boxes_of(tree_chart(Branch("A", "", (Branch("B"), Branch("C"))), LOOK))
    assert left.y == right.y > top.y + top.height
    assert top.x + top.width / 2 == (left.x + right.x + right.width) / 2


def test_many_boxes_stand_below_one_another_on_the_page() -> None:
    drawing = tree_chart(wide(14), LOOK)
    boxes = boxes_of(drawing)
    assert len(boxes) == 15
    assert len({box.y for box in boxes[1:]}) > 1
    assert drawing.height <= LOOK.height


def test_letters_are_made_smaller_where_a_tree_would_be_higher_than_the_page() -> None:
    drawing = tree_chart(deep(18), LOOK)
    assert drawing.height <= LOOK.height
    assert {label.size for label in drawing.shapes if isinstance(label, Label)} < {7.0 + step / 2 for step in range(10)}


def test_a_single_box_is_a_tree() -> None:
    drawing = tree_chart(Branch("Partnership"), LOOK)
    assert drawing.labels == ("Partnership",)
    assert len(boxes_of(drawing)) == 1


@given(BRANCHES)
def test_no_box_of_any_tree_covers_another_or_leaves_the_drawing(tree: Branch) -> None:
    drawing = tree_chart(tree, LOOK)
    assert drawing.width <= LOOK.width + 0.01
    boxes = boxes_of(drawing)
    for box in boxes:
        assert box.x >= -0.01
        assert box.x + box.width <= drawing.width + 0.01
        assert box.y + box.height <= drawing.height + 0.01
    for one, other in combinations(boxes, 2):
        beside = one.x + one.width <= other.x + 0.01 or other.x + other.width <= one.x + 0.01
        assert beside or one.y + one.height <= other.y + 0.01 or other.y + other.height <= one.y + 0.01
