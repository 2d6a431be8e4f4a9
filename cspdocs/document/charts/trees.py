"""Trees of named boxes: how groups report to one another.

Where the page is wide enough, each level stands in a row. Otherwise what hangs from the first box stands in columns, below
one another and further to the right with each level; and where even that is too wide, in fewer columns.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from cspdocs.document.charts.figures import Branch, ChartLook
from cspdocs.document.charts.marks import line_height, lines_of
from cspdocs.document.drawing import Drawing, Label, Polyline, Rectangle, Shape
from cspdocs.document.letterwidths import wrap_text
from cspdocs.values import define, frozen

_PADDING: Final = 6.0
_APART: Final = 12.0
"""Between boxes side by side, and below one another."""
_STEM: Final = 22.0
"""The height of the lines between two rows."""
_STEP: Final = 16.0
"""How far each level stands to the right of the one above it, in a column."""
_NARROWEST: Final = 84.0
_WIDEST: Final = 170.0
_SMALLEST: Final = 7.0


def tree_chart(root: Branch, look: ChartLook | None = None) -> Drawing:
    """The boxes of a tree with lines between them: at most as wide as the look says, and as high where it can be."""
    look = look or ChartLook()
    size = look.size
    while size > _SMALLEST:
        for drawing in _ways(root, look, size):
            if drawing.height <= look.height:
                return drawing
        size -= 0.5
    return min(_ways(root, look, _SMALLEST), key=lambda drawing: drawing.height)


def _ways(root: Branch, look: ChartLook, size: float) -> Iterator[Drawing]:
    """The ways to draw a tree that are not too wide, the best first."""
    leaves = _leaves(root)
    if leaves * _NARROWEST + (leaves - 1) * _APART <= look.width:
        yield _Tree(look, size, min(_WIDEST, (look.width - (leaves - 1) * _APART) / leaves)).in_rows(root)
    steps = (_depth(root) - 1.5) * _STEP
    for columns in range(len(root.branches), 0, -1):
        width = (look.width - (columns - 1) * _APART) / columns
        tree = _Tree(look, size, min(width, _WIDEST + steps))
        groups = tree.shared(root.branches, columns)
        if columns == 1 or (width - steps >= _NARROWEST and len(groups) == columns):
            yield tree.in_columns(root, groups)


@frozen
class _Box:
    """The text of a box in lines, and its size."""

    name: list[str]
    line: list[str]
    width: float
    height: float


@define
class _Tree:
    look: ChartLook
    size: float
    width: float

    def in_rows(self, root: Branch) -> Drawing:
        """Each level in a row, each box above the middle of those that hang from it."""
        heights = [max(self._box(branch, self.width).height for branch in row) for row in _rows(root)]
        tops = [sum(heights[:level]) + level * _STEM for level in range(len(heights))]
        shapes: list[Shape] = []
        width, _ = self._hang(root, 0.0, 0, tops, heights, shapes)
        return Drawing(width, tops[-1] + heights[-1], tuple(shapes))

    def _hang(
        self, branch: Branch, left: float, level: int, tops: list[float], heights: list[float], shapes: list[Shape]
    ) -> tuple[float, float]:
        """Draws a branch from `left` on. Returns where it ends and where the middle of its box is."""
        own = len(shapes)
        middles: list[float] = []
        end = left
        for inner in branch.branches:
            start = end + (_APART if middles else 0.0)
            end, middle = self._hang(inner, start, level + 1, tops, heights, shapes)
            middles.append(middle)
        end = max(end, left + self.width)
        middle = (middles[0] + middles[-1]) / 2 if middles else (left + end) / 2
        box = self._box(branch, self.width)
        drawn = list(self._draw(box, middle - box.width / 2, tops[level], first=level == 0))
        if middles:
            below = tops[level] + box.height
            turn = tops[level + 1] - _STEM / 2
            lines = [self._line((middle, below), (middle, turn), (x, turn), (x, tops[level + 1])) for x in middles]
            drawn = [*lines, *drawn]
        # A box is read before those that hang from it.
        shapes[own:own] = drawn
        return end, middle

    def in_columns(self, root: Branch, groups: list[list[Branch]]) -> Drawing:
        """The first box on top, and what hangs from it in columns below it."""
        whole = len(groups) * self.width + (len(groups) - 1) * _APART
        top = self._box(root, min(whole, _WIDEST * 1.5))
        shapes = list(self._draw(top, (whole - top.width) / 2, 0.0, first=True))
        lines: list[Shape] = []
        height = top.height
        for number, group in enumerate(groups):
            left, turn = number * (self.width + _APART), top.height + _STEM / 2
            lines.append(self._line((whole / 2, top.height), (whole / 2, turn), (left, turn), (left, top.height + _STEM)))
            height = max(height, self._stack(group, left, top.height + _STEM, 1, shapes, lines) - _APART)
        return Drawing(whole, height, (*lines, *shapes))

    def _stack(
        self, branches: Sequence[Branch], left: float, y: float, level: int, shapes: list[Shape], lines: list[Shape]
    ) -> float:
        """Draws branches below one another, beside the line at `left` from which they hang; where the next would begin."""
        start, x = y, left + _STEP / 2
        for branch in branches:
            box = self._box(branch, self.width - (level - 0.5) * _STEP)
            middle = y + box.height / 2
            lines.append(self._line((left, start - _APART), (left, middle), (x, middle)))
            shapes += self._draw(box, x, y, first=False)
            y = self._stack(branch.branches, x + _STEP / 2, y + box.height + _APART, level + 1, shapes, lines)
        return y

    def shared(self, branches: Sequence[Branch], columns: int) -> list[list[Branch]]:
        """The branches in their order, shared among columns of about the same height."""
        heights = [self._stacked(branch, 1) for branch in branches]
        least = max([*heights, sum(heights) / columns])
        while True:
            groups: list[list[Branch]] = []
            filled = 0.0
            for branch, height in zip(branches, heights, strict=True):
                if not groups or filled + height > least + 0.01:
                    groups.append([])
                    filled = 0.0
                groups[-1].append(branch)
                filled += height
            if len(groups) <= columns:
                return groups
            least *= 1.05

    def _stacked(self, branch: Branch, level: int) -> float:
        own = self._box(branch, self.width - (level - 0.5) * _STEP).height + _APART
        return own + sum(self._stacked(inner, level + 1) for inner in branch.branches)

    def _box(self, branch: Branch, width: float) -> _Box:
        room = max(20.0, width - 2 * _PADDING)
        name = wrap_text(branch.name, room, self.size, bold=True)
        line = wrap_text(branch.line, room, self.size) if branch.line else []
        height = (len(name) + len(line)) * line_height(self.size) + 2 * _PADDING - self.size * 0.2
        return _Box(name, line, max(32.0, width), height)

    def _draw(self, box: _Box, x: float, y: float, *, first: bool) -> Iterator[Shape]:
        look, size = self.look, self.size
        yield Rectangle(x, y, box.width, box.height, look.fill, look.rule, 1.5 if first else 0.75)
        middle, baseline = x + box.width / 2, y + _PADDING + size * 0.85
        yield from lines_of(box.name, middle, baseline, Label("", 0.0, 0.0, size, "middle", look.ink, bold=True))
        below = baseline + len(box.name) * line_height(size)
        yield from lines_of(box.line, middle, below, Label("", 0.0, 0.0, size, "middle", look.ink))

    def _line(self, *points: tuple[float, float]) -> Polyline:
        return Polyline(points, self.look.rule, 1.0)


def _rows(root: Branch) -> Iterator[list[Branch]]:
    row = [root]
    while row:
        yield row
        row = [inner for branch in row for inner in branch.branches]


def _leaves(branch: Branch) -> int:
    return sum(map(_leaves, branch.branches)) or 1


def _depth(branch: Branch) -> int:
    return 1 + max(map(_depth, branch.branches), default=0)
