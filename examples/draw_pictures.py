"""Draws the pictures of the example plans, as flat illustrations of simple shapes.

Every picture is drawn at four times its size and scaled down, which smooths the edges. The same script always
draws the same files:

    python examples/draw_pictures.py [folder]
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from math import cos, pi, sin
from pathlib import Path
from typing import Final, TypeAlias

from PIL import Image, ImageColor, ImageDraw

from cspdocs.values import evolve, frozen

Point: TypeAlias = tuple[float, float]

_SCALE: Final = 4

DEEP, NAVY, STEEL, TEAL, MINT, PALE = "#0f2438", "#17344f", "#2f5d7c", "#1e7f86", "#9fcfca", "#e3f0ee"
GOLD, SAND, CREAM, WHITE = "#e8b04a", "#f3dcae", "#fbf5e9", "#ffffff"
CORAL, BRICK, LEAF, MOSS, STONE = "#dd7458", "#b5654a", "#7fb08f", "#4f8a70", "#c9d3d6"
FAIR, TAN, BROWN, DARK = "#f2c9a5", "#dba67d", "#a56d49", "#70482f"
BLACK, CHESTNUT, BLOND, GREY = "#221e22", "#5b3a27", "#c08a4c", "#9aa0a6"


class Canvas:
    """A picture being drawn. Lengths are pixels of the finished picture, y growing downwards."""

    def __init__(self, width: int, height: int, background: str) -> None:
        self.width, self.height = width, height
        self._image = Image.new("RGB", (width * _SCALE, height * _SCALE), background)
        self._draw = ImageDraw.Draw(self._image)

    def gradient(self, top: float, bottom: float, colours: Sequence[str]) -> None:
        """Fills the height from `top` to `bottom` with `colours`, one flowing into the next."""
        stops = [ImageColor.getrgb(colour) for colour in colours]
        first, last = round(top * _SCALE), round(bottom * _SCALE)
        for y in range(first, last):
            place = (y - first) / max(last - first - 1, 1) * (len(stops) - 1)
            index = min(int(place), len(stops) - 2)
            pair = zip(stops[index], stops[index + 1], strict=True)
            colour = tuple(round(a + (b - a) * (place - index)) for a, b in pair)
            self._draw.line([(0, y), (self.width * _SCALE, y)], fill=colour)

    def polygon(self, points: Iterable[Point], colour: str) -> None:
        """A filled shape with straight sides."""
        self._draw.polygon([(x * _SCALE, y * _SCALE) for x, y in points], fill=colour)

    def curve(self, points: Sequence[Point], colour: str) -> None:
        """A filled shape whose outline runs smoothly through `points` (a closed Catmull-Rom spline)."""
        count = len(points)
        outline = []
        for index in range(count):
            before, start, end, after = (points[(index + step) % count] for step in (-1, 0, 1, 2))
            outline += [_between(before, start, end, after, step / 16) for step in range(16)]
        self.polygon(outline, colour)

    def disc(self, x: float, y: float, radius: float, colour: str, *, tall: float = 1) -> None:
        """A filled circle; an ellipse `tall` times as high as wide."""
        high = radius * tall
        box = [(x - radius) * _SCALE, (y - high) * _SCALE, (x + radius) * _SCALE, (y + high) * _SCALE]
        self._draw.ellipse(box, fill=colour)

    def box(self, x: float, y: float, width: float, height: float, colour: str, *, round_: float = 0) -> None:
        """A filled rectangle, with rounded corners where `round_` is given."""
        place = [x * _SCALE, y * _SCALE, (x + width) * _SCALE - 1, (y + height) * _SCALE - 1]
        self._draw.rounded_rectangle(place, round_ * _SCALE, fill=colour)

    def stroke(self, points: Sequence[Point], width: float, colour: str) -> None:
        """A thick line with round ends and joints."""
        self._draw.line([(x * _SCALE, y * _SCALE) for x, y in points], fill=colour, width=round(width * _SCALE))
        for x, y in points:
            self.disc(x, y, width / 2, colour)

    def arc(self, x: float, y: float, radius: float, width: float, degrees: tuple[float, float], colour: str) -> None:
        """Part of a ring, `width` thick, clockwise from the right between two angles."""
        size = radius + width / 2
        box = [(x - size) * _SCALE, (y - size) * _SCALE, (x + size) * _SCALE, (y + size) * _SCALE]
        self._draw.arc(box, *degrees, fill=colour, width=round(width * _SCALE))

    def save(self, path: Path) -> None:
        """Writes the picture as a PNG file."""
        self._image.reduce(_SCALE).save(path, optimize=True)


def _between(before: Point, start: Point, end: Point, after: Point, t: float) -> Point:
    def along(axis: int) -> float:
        a, b, c, d = before[axis], start[axis], end[axis], after[axis]
        return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3)

    return along(0), along(1)


# ---- people


@frozen
class Pose:
    """Where the joints are: across from the middle and up from the ground, in heights of the person."""

    left_arm: tuple[Point, Point] = ((-0.17, 0.63), (-0.15, 0.48))
    right_arm: tuple[Point, Point] = ((0.17, 0.63), (0.15, 0.48))
    left_leg: tuple[Point, Point] = ((-0.065, 0.25), (-0.075, 0.02))
    right_leg: tuple[Point, Point] = ((0.065, 0.25), (0.075, 0.02))
    lean: float = 0
    hips: float = 0.47
    facing: float = 0


@frozen
class Look:
    """The colours of a person, and how the hair is worn."""

    skin: str
    hair: str
    top: str
    legs: str
    style: str = "short"
    shoes: str = DEEP
    sleeves: str = ""
    band: str = ""


STAND: Final = Pose()
WALK: Final = Pose(
    left_arm=((-0.16, 0.64), (-0.12, 0.50)),
    right_arm=((0.15, 0.63), (0.21, 0.51)),
    left_leg=((-0.05, 0.25), (-0.13, 0.03)),
    right_leg=((0.09, 0.26), (0.13, 0.02)),
    facing=0.5,
)
GUARD: Final = Pose(
    left_arm=((-0.14, 0.62), (-0.02, 0.75)),
    right_arm=((0.19, 0.62), (0.17, 0.77)),
    left_leg=((-0.14, 0.24), (-0.19, 0.02)),
    right_leg=((0.13, 0.25), (0.15, 0.02)),
    hips=0.46,
    facing=0.6,
)


def person(canvas: Canvas, x: float, ground: float, height: float, look: Look, pose: Pose = STAND) -> None:
    """Draws somebody standing at `x`, from the ground up."""

    def at(place: Point) -> Point:
        return x + place[0] * height, ground - place[1] * height

    shoulder, waist = pose.hips + 0.30, pose.hips + 0.01
    for hip, (knee, foot) in ((-0.055, pose.left_leg), (0.055, pose.right_leg)):
        canvas.stroke([at((hip, waist - 0.01)), at(knee), at(foot)], 0.085 * height, look.legs)
        toe = foot[0] + (0.035 if pose.facing > 0 else -0.035 if pose.facing < 0 else 0)
        canvas.stroke([at((foot[0], foot[1] - 0.002)), at((toe, foot[1] - 0.002))], 0.05 * height, look.shoes)
    if look.style == "long":
        canvas.stroke([at((pose.lean, shoulder + 0.15)), at((pose.lean, shoulder - 0.02))], 0.17 * height, look.hair)
    canvas.stroke([at((pose.lean, shoulder + 0.1)), at((pose.lean, shoulder))], 0.06 * height, look.skin)
    torso = [at((pose.lean - 0.085, shoulder)), at((pose.lean + 0.085, shoulder)), at((0.065, waist)), at((-0.065, waist))]
    canvas.polygon(torso, look.top)
    canvas.stroke([*torso, torso[0]], 0.06 * height, look.top)
    if look.band:
        for level in (shoulder - 0.1, shoulder - 0.2):
            canvas.stroke([at((pose.lean - 0.095, level)), at((pose.lean + 0.095, level))], 0.026 * height, look.band)
    for side, (elbow, hand) in ((-0.1, pose.left_arm), (0.1, pose.right_arm)):
        canvas.stroke([at((pose.lean + side, shoulder)), at(elbow), at(hand)], 0.06 * height, look.sleeves or look.top)
        canvas.disc(*at(hand), 0.034 * height, look.skin)
    head(canvas, *at((pose.lean, shoulder + 0.14)), 0.088 * height, look, pose.facing)


def head(canvas: Canvas, x: float, y: float, radius: float, look: Look, facing: float) -> None:
    """Draws a head that looks at us (`facing` 0), to the right (1) or to the left (-1)."""
    turned = facing * radius
    if look.style == "bun":
        canvas.disc(x - turned * 0.5, y - radius * 1.1, radius * 0.42, look.hair)
    if look.style == "tail":
        tail = [(x - turned * 0.7, y - radius * 0.5), (x - turned * 2, y), (x - turned * 1.9, y + radius)]
        canvas.stroke(tail, radius * 0.5, look.hair)
    if look.style == "scarf":
        canvas.stroke([(x, y), (x, y + radius * 1.3)], radius * 2, look.hair)
    canvas.disc(x, y, radius * 1.06, look.skin if look.style == "cap" else look.hair)
    if look.style != "climber":
        canvas.disc(x + turned * 0.24, y + radius * 0.2, radius * 0.86, look.skin)
    if look.style == "climber":
        canvas.polygon(_half(x, y + radius * 0.1, radius * 1.25), look.shoes)
        canvas.stroke([(x - radius * 1.1, y + radius * 0.1), (x + radius * 1.1, y + radius * 0.1)], radius * 0.3, look.shoes)
    if look.style == "cap":
        canvas.polygon(_half(x, y - radius * 0.08, radius * 1.12), look.hair)
        peak = [(x - radius * 0.9 + turned * 0.3, y - radius * 0.1), (x + radius * 0.9 + turned * 0.9, y - radius * 0.1)]
        canvas.stroke(peak, radius * 0.22, DEEP)


def _points(path: str, x: float = 0, y: float = 0, size: float = 1) -> list[Point]:
    """The points of a path written as in SVG, `x,y x,y`, seen from (x, y) and made `size` times as large."""
    pairs = (pair.split(",") for pair in path.split())
    return [(x + float(across) * size, y + float(down) * size) for across, down in pairs]


def _half(x: float, y: float, radius: float) -> list[Point]:
    """The upper half of a disc."""
    return [(x - radius * cos(step * pi / 32), y - radius * sin(step * pi / 32)) for step in range(33)]


def shadow(canvas: Canvas, x: float, y: float, radius: float, colour: str) -> None:
    """A flat shadow on the ground."""
    canvas.disc(x, y, radius, colour, tall=0.16)


def tree(canvas: Canvas, x: float, ground: float, size: float, leaves: str, shade: str) -> None:
    """A round tree with a darker side."""
    canvas.stroke([(x, ground - size * 0.08), (x, ground - size * 0.6)], size * 0.09, CHESTNUT)
    canvas.disc(x, ground - size * 0.78, size * 0.34, shade, tall=1.15)
    canvas.disc(x + size * 0.07, ground - size * 0.82, size * 0.27, leaves, tall=1.15)


# ---- the cover


def cover() -> Canvas:
    """A castle, a bridge and a town beside the river at dusk."""
    canvas = Canvas(1680, 620, NAVY)
    canvas.gradient(0, 430, ["#14304c", "#1d5a73", "#3f9099", "#c9c9a0", "#f2c273", "#f0a865"])
    for index in range(26):
        canvas.disc((index * 397 + 60) % 1680, (index * 89 + 18) % 150, 1.4 + index % 3 * 0.5, "#8fb9c4")
    for radius, colour in ((150, "#f3c97f"), (112, "#f6d795"), (82, "#fbe9bd")):
        canvas.disc(1090, 412, radius, colour)
    for x, y, width in ((190, 150, 260), (260, 172, 320), (1240, 110, 300), (1180, 132, 190), (820, 205, 210)):
        canvas.box(x, y, width, 11, "#5c9ca4" if y < 160 else "#7fb0a8", round_=5.5)
    canvas.curve(_points("-80,700 -60,372 220,338 560,372 900,350 1250,372 1720,330 1760,700"), "#5f8f93")
    canvas.curve(_points("-80,700 -60,415 300,380 760,412 1180,396 1500,378 1720,404 1760,700"), "#3b7280")
    _town(canvas)
    _castle(canvas)
    _river(canvas)
    _bridge(canvas)
    return canvas


def _castle(canvas: Canvas) -> None:
    canvas.curve(_points("40,640 70,470 230,408 420,386 640,398 800,470 860,640"), "#1d4a5a")
    wall, lit = "#183953", "#2c5f79"
    canvas.polygon(_points("96,450 96,352 262,330 262,420"), wall)
    for index in range(6):
        canvas.polygon(_points("0,0 0,-16 16,-18 16,0", 100 + index * 27, 354 - index * 3.6), wall)
    canvas.box(60, 318, 58, 140, wall)
    _battlements(canvas, 54, 318, 70, 5, wall)
    canvas.box(100, 318, 18, 140, lit)
    canvas.box(322, 232, 150, 180, wall)
    _battlements(canvas, 322, 232, 150, 8, wall)
    for x in (250, 446):
        canvas.polygon([(x - 12, 424), (x + 6, 340), (x + 106, 340), (x + 124, 424)], wall)
        canvas.box(x, 196, 112, 214, wall)
        canvas.polygon([(x + 70, 410), (x + 70, 196), (x + 112, 196), (x + 112, 340), (x + 124, 424), (x + 84, 424)], lit)
        canvas.box(x - 7, 190, 126, 20, wall)
        canvas.box(x + 70, 190, 49, 20, lit)
        _battlements(canvas, x - 7, 190, 126, 6, wall)
        for y in (244, 312):
            canvas.box(x + 38, y, 10, 34, GOLD, round_=5)
    canvas.polygon([*_half(397, 352, 34), (431, 414), (363, 414)], DEEP)
    canvas.polygon([*_half(397, 360, 23), (420, 414), (374, 414)], GOLD)
    for x in (374, 412):
        canvas.box(x, 268, 9, 28, GOLD, round_=4.5)
    canvas.stroke([(502, 188), (502, 96)], 4, wall)
    canvas.curve(_points("504,98 530,92 556,102 580,98 580,128 556,134 530,124 504,130"), CORAL)
    for x, size in ((150, 96), (664, 118), (740, 88), (26, 120)):
        canvas.disc(x, 452 - size * 0.5, size * 0.42, "#123044", tall=1.2)
        canvas.box(x - 3, 430 - size * 0.2, 6, 50, "#123044")


def _battlements(canvas: Canvas, x: float, top: float, width: float, count: int, colour: str) -> None:
    pitch = width / (count - 0.4)
    for index in range(count):
        canvas.box(x + index * pitch, top - 15, pitch * 0.6, 17, colour)


def _town(canvas: Canvas) -> None:
    """A church, oast houses and a row of houses on the far bank."""
    canvas.curve(_points("840,640 880,452 1120,436 1400,420 1700,430 1740,640"), "#245263")
    church, roof = "#1f4a62", "#183a52"
    canvas.polygon(_points("1250,446 1250,372 1276,330 1376,330 1400,372 1400,446"), church)
    canvas.polygon(_points("1240,376 1272,326 1380,326 1410,376"), roof)
    canvas.box(1188, 262, 74, 184, church)
    canvas.box(1238, 262, 24, 184, "#34687f")
    _battlements(canvas, 1184, 262, 82, 5, church)
    canvas.polygon(_points("1206,250 1225,200 1244,250"), roof)
    canvas.polygon([*_half(1216, 306, 11), (1227, 332), (1205, 332)], GOLD)
    for x in (1286, 1322, 1358):
        canvas.polygon([*_half(x, 398, 9), (x + 9, 424), (x - 9, 424)], GOLD)
    for x, size in ((1470, 1.0), (1544, 1.15), (1622, 1.0)):
        _oast(canvas, x, 450, size)
    houses = ((880, 66, 64), (950, 58, 84), (1012, 74, 60), (1090, 62, 78), (1420, 60, 62))
    for index, (x, width, height) in enumerate(houses):
        colour = (church, "#2a5b71", roof)[index % 3]
        canvas.box(x, 462 - height, width, height, colour)
        canvas.polygon([(x - 6, 464 - height), (x + width / 2, 426 - height), (x + width + 6, 464 - height)], roof)
        for column in range(2):
            canvas.box(
                x + 11 + column * (width - 36), 474 - height, 14, 17, SAND if (index + column) % 3 else GOLD, round_=2
            )
    for x, size in ((1166, 60), (1416, 50), (1674, 100)):
        canvas.disc(x, 440 - size * 0.3, size * 0.5, "#143546", tall=1.2)


def _oast(canvas: Canvas, x: float, ground: float, size: float) -> None:
    canvas.polygon(_points("-30,-74 30,-74 30,4 -30,4", x, ground, size), "#6d4a46")
    canvas.polygon(_points("6,-74 30,-74 30,4 6,4", x, ground, size), "#8a5a4c")
    canvas.polygon(_points("-36,-72 -5,-142 5,-142 36,-72", x, ground, size), "#3a2f3c")
    canvas.polygon(_points("-9,-138 -3,-166 12,-160 9,-138", x, ground, size), CREAM)
    canvas.box(x - 16 * size, ground - 50 * size, 14 * size, 18 * size, GOLD, round_=2)


def _river(canvas: Canvas) -> None:
    canvas.gradient(466, 620, ["#4d8f95", "#2a6a7b", "#173f59", "#122f48"])
    for index in range(11):
        width, colour = 250 - abs(index - 2) * 17, ("#f3c97f", "#e9bb78", "#b9b48a")[index % 3]
        canvas.box(1090 - width / 2 + (index % 3 - 1) * 16, 474 + index * 12.5, width, 4.5, colour, round_=2.2)
    for x in (262, 300, 452, 486, 400, 930, 978, 1240, 1500):
        for row in range(3):
            canvas.box(x - 14 + (row * 7) % 12, 480 + row * 15, 30 - row * 6, 3.5, "#c9a55b", round_=1.7)
    for ripple in _points("90,520 560,548 760,586 1330,540 1480,580 330,590"):
        canvas.box(*ripple, 170, 4, "#3d7f8a", round_=2)
    canvas.curve(_points("-60,700 -40,560 90,572 220,606 300,660"), "#0d2233")
    canvas.curve(_points("1380,700 1460,606 1600,576 1720,556 1740,700"), "#0d2233")
    for index in range(16):
        x = 12 + index * 13 if index < 8 else 1560 + (index - 8) * 15
        tip, high = x + (index % 3 - 1) * 8, 60 + (index * 37) % 46
        canvas.stroke([(x, 606), (tip, 606 - high)], 3, "#0d2233")
        if index % 2:
            canvas.stroke([(tip, 604 - high), (tip, 580 - high)], 7, "#4a3327")
    for x, y, size in ((560, 566, 1.0), (650, 582, 0.8)):
        canvas.curve(_points("-44,-6 -54,-24 -20,-18 10,-16 26,0 0,9 -30,7", x, y, size), CREAM)
        canvas.stroke(_points("18,-4 30,-20 24,-38 32,-48 38,-44", x, y, size), 8 * size, CREAM)
        canvas.stroke(_points("42,-43 49,-40", x, y, size), 5 * size, CORAL)


def _bridge(canvas: Canvas) -> None:
    """A stone bridge with three arches, between the castle and the town."""
    stone, lit, water = "#2b4c60", "#4a7182", "#6fa8a4"
    canvas.polygon(_points("690,480 1080,480 1040,508 730,508"), "#22566b")
    canvas.polygon(_points("660,482 690,446 790,424 880,416 970,424 1080,448 1120,482"), stone)
    for x, radius in ((768, 36), (880, 48), (992, 36)):
        canvas.polygon(_half(x, 482, radius + 6), lit)
        canvas.polygon(_half(x, 482, radius), water)
        canvas.polygon(_half(x, 482, -radius * 0.6), "#5d9a9c")
    canvas.stroke(_points("690,446 790,422 880,414 970,422 1080,447"), 9, lit)
    for x, y in ((760, 428), (1000, 428)):
        canvas.stroke([(x, y), (x, y - 46)], 4, DEEP)
        canvas.disc(x, y - 52, 16, "#8fb39a")
        canvas.disc(x, y - 52, 8, CREAM)
    for x, y, radius in ((650, 462, 26), (684, 470, 20), (1092, 466, 22), (1124, 470, 20), (1150, 466, 16)):
        canvas.disc(x, y, radius, "#143546", tall=0.8)
    for x in (630, 1078):
        canvas.box(x, 474, 98, 12, "#143546", round_=6)


# ---- the covers of the other examples


def hop_gardens() -> Canvas:
    """Oast houses and rows of hops below wooded hills, and a church among the trees."""
    canvas = Canvas(1680, 856, "#cfe6e6")
    canvas.gradient(0, 470, ["#8fc4d2", "#bfdfe0", "#eaf0df", "#f7e9c6"])
    for radius, colour in ((118, "#f8ebc4"), (84, "#f9e2a4"), (58, "#f5cf79")):
        canvas.disc(1290, 196, radius, colour)
    for x, y, width in ((150, 120, 300), (230, 144, 220), (700, 84, 260), (640, 106, 190), (1380, 110, 240)):
        canvas.box(x, y, width, 13, "#e8f3ee", round_=6.5)
    canvas.curve(_points("-90,900 -60,372 200,300 520,356 860,286 1240,352 1560,296 1760,340 1780,900"), "#9cc4ad")
    canvas.curve(_points("-90,900 -60,440 300,384 640,420 1020,372 1400,418 1740,390 1780,900"), "#6fa88b")
    for index in range(44):
        x, size = (index * 41) % 1720 - 20, 24 + (index * 29) % 22
        y = 432 - 22 * sin(x / 210) + (index * 13) % 14
        canvas.disc(x, y, size, (MOSS, "#5f9a7d", "#437d66")[index % 3], tall=1.1)
    _village_church(canvas)
    canvas.curve(_points("-90,900 -60,520 420,482 860,500 1300,478 1740,512 1780,900"), "#a9cf9c")
    for x, ground, size in ((1150, 566, 1.75), (1296, 580, 2.1), (1452, 566, 1.75)):
        _oast(canvas, x, ground, size)
    _barn(canvas)
    for x, ground, size in ((86, 590, 250), (236, 566, 180), (1610, 612, 300), (1034, 556, 150)):
        tree(canvas, x, ground, size, LEAF, MOSS)
    _hop_rows(canvas)
    return canvas


def _village_church(canvas: Canvas) -> None:
    stone, side, roof = "#e9dfca", "#d2c6ad", "#9b6a58"
    canvas.polygon(_points("560,470 560,388 590,346 716,346 742,388 742,470"), stone)
    canvas.polygon(_points("548,392 586,340 720,340 754,392"), roof)
    canvas.box(478, 262, 88, 214, stone)
    canvas.box(540, 262, 26, 214, side)
    _battlements(canvas, 474, 262, 96, 5, stone)
    canvas.polygon(_points("496,250 522,176 548,250"), roof)
    canvas.polygon([*_half(512, 316, 13), (525, 346), (499, 346)], STEEL)
    for x in (606, 650, 694):
        canvas.polygon([*_half(x, 416, 10), (x + 10, 446), (x - 10, 446)], STEEL)
    for x, y, size in ((440, 478, 46), (492, 486, 30), (600, 486, 34), (760, 476, 52), (820, 486, 36)):
        canvas.disc(x, y, size, "#437d66", tall=1.1)


def _barn(canvas: Canvas) -> None:
    """The barn of the oast houses, of dark boards below a tiled roof."""
    canvas.box(1180, 512, 250, 88, "#4a4450")
    for index in range(10):
        canvas.box(1180 + index * 25, 512, 3, 88, "#3b3640")
    canvas.polygon(_points("1164,516 1196,446 1414,446 1446,516"), BRICK)
    canvas.polygon(_points("1164,516 1170,502 1440,502 1446,516"), "#9a5440")
    canvas.box(1276, 536, 58, 64, "#6d4a46")
    canvas.box(1303, 536, 4, 64, "#4a4450")


def _hop_rows(canvas: Canvas) -> None:
    """Rows of hops on poles, from the houses towards whoever looks on."""
    canvas.curve(_points("-90,940 -60,640 400,596 840,612 1280,606 1740,650 1780,940"), "#8cbb7f")
    for row in range(-6, 8):
        far, near = 760 + row * 62, 700 + row * 236
        canvas.polygon([(far - 9, 626), (far + 9, 626), (near + 62, 880), (near - 62, 880)], "#c9a977")
    for step in (0.12, 0.3, 0.54, 0.86):
        for row in range(-6, 8):
            x = (760 + row * 62) * (1 - step) + (700 + row * 236) * step
            _hop(canvas, x, 626 + 244 * step, 60 + 150 * step)


def _hop(canvas: Canvas, x: float, ground: float, high: float) -> None:
    canvas.stroke([(x, ground), (x, ground - high)], high * 0.03, CHESTNUT)
    for index in range(9):
        y = ground - high * (0.08 + index * 0.105)
        size = high * (0.1 - abs(index - 4) * 0.008)
        canvas.disc(x + (-1) ** index * size * 0.5, y, size, (MOSS, "#5f9a6b", LEAF)[index % 3], tall=0.85)
    for index in range(4):
        canvas.disc(x + (-1) ** index * high * 0.07, ground - high * (0.3 + index * 0.17), high * 0.028, "#d9e39a", tall=1.5)


def market_square() -> Canvas:
    """A market between gabled houses and a church tower, and a train in front."""
    canvas = Canvas(1680, 856, "#f3e6cf")
    canvas.gradient(0, 560, ["#7fb7c9", "#b5d8dc", "#e9ead6", "#f6dfb4"])
    for x, y, width in ((90, 96, 280), (170, 120, 190), (1180, 70, 300), (1260, 94, 240), (620, 60, 160)):
        canvas.box(x, y, width, 13, "#e3f0ec", round_=6.5)
    canvas.curve(_points("-90,900 -60,404 260,372 700,408 1180,366 1740,400 1780,900"), "#a9ccb9")
    _tower(canvas)
    fronts = ((0, 214, 250, "#e7d3ad"), (206, 176, 296, "#c9836a"), (374, 196, 232, CREAM), (562, 150, 268, "#8fb3a6"))
    for x, width, high, colour in fronts:
        _gabled(canvas, x, width, high, colour)
    for x, width, high, colour in ((996, 160, 244, CREAM), (1148, 196, 300, "#d9a95f"), (1336, 172, 256, "#b9685a")):
        _gabled(canvas, x, width, high, colour)
    _gabled(canvas, 1500, 190, 286, "#e7d3ad")
    canvas.polygon(_points("-10,560 1690,560 1690,720 -10,720"), "#d9cbb0")
    for index in range(24):
        canvas.box((index * 173) % 1700 - 20, 586 + (index * 37) % 110, 90, 4, "#c8b899", round_=2)
    for index, x in enumerate((150, 420, 1090, 1370)):
        _stall(canvas, x, (CORAL, TEAL, GOLD, NAVY)[index])
    _shoppers(canvas)
    _train(canvas)
    return canvas


def _tower(canvas: Canvas) -> None:
    """A tower with four pinnacles, and the nave beside it."""
    stone, side, slate = "#dcd3c0", "#beb49f", "#6c7480"
    canvas.box(780, 380, 260, 190, stone)
    canvas.polygon(_points("756,388 800,316 1020,316 1064,388"), slate)
    canvas.box(726, 176, 128, 394, stone)
    canvas.box(818, 176, 36, 394, side)
    canvas.box(718, 168, 144, 20, stone)
    _battlements(canvas, 718, 168, 144, 6, stone)
    for x in (718, 842):
        canvas.box(x, 124, 20, 60, side)
        canvas.polygon([(x - 2, 126), (x + 10, 66), (x + 22, 126)], slate)
    for x in (758, 802):
        canvas.polygon([*_half(x, 250, 15), (x + 15, 306), (x - 15, 306)], STEEL)
    canvas.disc(782, 366, 26, CREAM)
    canvas.disc(782, 366, 21, NAVY)
    canvas.stroke([(782, 354), (782, 366), (792, 372)], 3.5, GOLD)
    for x in (898, 948, 998):
        canvas.polygon([*_half(x, 440, 15), (x + 15, 500), (x - 15, 500)], STEEL)


def _gabled(canvas: Canvas, x: float, width: float, high: float, colour: str) -> None:
    """A house of three floors with its gable to the square, and a shop below."""
    top = 570 - high
    canvas.box(x, top, width, high, colour)
    canvas.polygon([(x - 8, top + 4), (x + width / 2, top - width * 0.42), (x + width + 8, top + 4)], "#8c5446")
    canvas.polygon([(x + 12, top + 4), (x + width / 2, top - width * 0.34), (x + width - 12, top + 4)], colour)
    canvas.disc(x + width / 2, top - width * 0.12, 13, "#4d7f90")
    count = 3 if width > 180 else 2
    for floor in range(2):
        for column in range(count):
            left = x + width * (column + 0.5) / count - 17
            y = top + 22 + floor * (high - 110) / 2
            canvas.box(left - 4, y - 4, 42, 56, CREAM if colour != CREAM else STONE, round_=3)
            canvas.box(left, y, 34, 48, "#4d7f90")
            canvas.box(left + 15, y, 4, 48, CREAM)
    canvas.box(x + 12, 500, width - 24, 70, "#3f6f80")
    canvas.box(x + width - 52, 496, 34, 74, NAVY)
    canvas.box(x + 8, 484, width - 16, 16, (TEAL, BRICK, NAVY)[round(x) % 3])


def _stall(canvas: Canvas, x: float, colour: str) -> None:
    for pole in (x, x + 196):
        canvas.box(pole, 548, 7, 132, CHESTNUT)
    for index in range(8):
        stripe = CREAM if index % 2 else colour
        left = x - 14 + index * 29
        canvas.polygon([(left + 8, 508), (left + 29, 508), (left + 30, 552), (left, 552)], stripe)
        canvas.disc(left + 15, 552, 14.6, stripe, tall=0.8)
    canvas.box(x - 4, 628, 212, 54, "#a8744a", round_=4)
    canvas.box(x - 10, 620, 224, 14, "#8f603c", round_=4)
    for index in range(9):
        canvas.disc(x + 10 + index * 23, 612, 11, (CORAL, GOLD, LEAF, BRICK)[(index + round(x)) % 4])


def _shoppers(canvas: Canvas) -> None:
    carry = Pose(right_arm=((0.18, 0.62), (0.2, 0.46)), facing=0.5)
    crowd = (
        (90, Look(TAN, BLACK, TEAL, NAVY, "long"), STAND),
        (392, Look(DARK, BLACK, GOLD, STEEL, "bun"), carry),
        (690, Look(FAIR, GREY, "#6d5a86", DEEP, "short"), WALK),
        (760, Look(BROWN, BLACK, CORAL, NAVY, "short"), evolve(WALK, facing=-0.5)),
        (900, Look(FAIR, BLOND, MOSS, STEEL, "tail"), carry),
        (1340, Look(DARK, BLACK, CREAM, TEAL, "scarf"), STAND),
        (1612, Look(TAN, CHESTNUT, NAVY, DEEP, "short"), evolve(STAND, facing=-0.6)),
    )
    for index, (x, look, pose) in enumerate(crowd):
        ground, high = 690 + (index * 7) % 12, 168 - (index * 11) % 22
        shadow(canvas, x, ground, 36, "#c2b291")
        person(canvas, x, ground, high, look, pose)


def _train(canvas: Canvas) -> None:
    canvas.box(-10, 716, 1700, 140, "#7a8a7c")
    canvas.box(-10, 716, 1700, 12, "#93a392")
    for index in range(34):
        canvas.box(index * 52 - 12, 826, 30, 12, CHESTNUT, round_=2)
    for y in (816, 836):
        canvas.box(-10, y, 1700, 5, GREY)
    for x in (-120, 440, 1000):
        canvas.box(x, 736, 552, 78, WHITE, round_=10)
        canvas.box(x, 786, 552, 28, NAVY, round_=6)
        for window in range(8):
            canvas.box(x + 26 + window * 64, 748, 46, 28, "#34556b", round_=5)
        canvas.box(x + 262, 742, 30, 72, GOLD, round_=3)
        for wheel in (90, 150, 400, 460):
            canvas.disc(x + wheel, 816, 13, DEEP)
    canvas.polygon(_points("1540,736 1592,736 1640,778 1652,814 1540,814"), WHITE)
    canvas.polygon(_points("1568,746 1590,746 1622,776 1568,776"), "#34556b")
    canvas.polygon(_points("1540,786 1645,786 1652,814 1540,814"), NAVY)
    canvas.disc(1636, 800, 6, GOLD)


def river_valley() -> Canvas:
    """A river between meadows and orchards, a weir, a stone bridge and a village in the morning sun."""
    canvas = Canvas(1680, 856, "#f6dcb0")
    canvas.gradient(0, 430, ["#6fa9bb", "#a8cfce", "#f1e3bd", "#f8cf95"])
    for radius, colour in ((170, "#f8dfab"), (126, "#fae9c3"), (90, "#fdf4dc")):
        canvas.disc(420, 388, radius, colour)
    for x, y, width in ((760, 110, 300), (840, 134, 210), (120, 150, 240), (1280, 90, 280), (1340, 114, 190)):
        canvas.box(x, y, width, 12, "#dcebe0", round_=6)
    canvas.curve(_points("-90,900 -60,366 280,330 640,372 1020,316 1420,366 1740,322 1780,900"), "#9dbfa9")
    canvas.curve(_points("-90,900 -60,430 380,404 820,424 1300,392 1740,420 1780,900"), "#79a98a")
    _hamlet(canvas)
    canvas.curve(_points("-90,900 -60,510 360,486 860,500 1320,488 1740,506 1780,900"), "#a5c98c")
    bank = "760,476 860,476 900,520 1040,560 1180,600 1120,660 860,720 700,800 760,900"
    canvas.curve(_points(f"{bank} 240,900 250,790 470,690 760,640 880,604 800,556"), "#4f97a6")
    bright = "780,486 836,486 870,528 1000,566 1090,602 1040,640 800,700 620,790 640,900"
    canvas.curve(_points(f"{bright} 380,900 400,790 560,716 830,656 940,606 830,556"), "#78b6bb")
    for x, y, width in ((830, 520, 60), (930, 572, 90), (960, 632, 110), (720, 700, 140), (470, 770, 150), (520, 820, 190)):
        canvas.box(x, y, width, 5, "#bfe0dc", round_=2.5)
    _weir(canvas)
    _stone_bridge(canvas)
    _orchard(canvas)
    for x, ground, size in ((60, 640, 260), (196, 600, 170), (1640, 660, 290)):
        tree(canvas, x, ground, size, LEAF, MOSS)
    return canvas


def _hamlet(canvas: Canvas) -> None:
    """Houses with tiled roofs, and oast houses, on the far bank."""
    for index, (x, width, high) in enumerate(
        ((1010, 84, 62), (1086, 70, 84), (1300, 90, 70), (1384, 72, 92), (1452, 96, 64))
    ):
        wall = (CREAM, "#e2c79c", "#d9d8cc")[index % 3]
        canvas.box(x, 500 - high, width, high, wall)
        canvas.polygon(
            [(x - 8, 502 - high), (x + width * 0.2, 456 - high), (x + width * 0.8, 456 - high), (x + width + 8, 502 - high)],
            BRICK,
        )
        canvas.box(x + width * 0.62, 440 - high, 13, 30, "#9a5440")
        for column in range(2):
            canvas.box(x + 14 + column * (width - 46), 514 - high, 17, 19, STEEL, round_=2)
    for x, size in ((1196, 1.1), (1258, 1.0)):
        _oast(canvas, x, 496, size)
    for x, size in ((984, 40), (1168, 34), (1560, 56), (1610, 44), (930, 30)):
        canvas.disc(x, 486, size, MOSS, tall=1.1)


def _weir(canvas: Canvas) -> None:
    canvas.polygon(_points("800,622 1130,606 1140,622 812,640"), "#d8d2c2")
    for index in range(15):
        x = 818 + index * 21
        canvas.stroke([(x, 634 - index * 1.1), (x - 8, 662 - index * 1.1)], 6, WHITE)
    for index in range(9):
        canvas.disc(812 + index * 36, 668 - index * 2.2, 11, "#e6f3f0", tall=0.6)


def _stone_bridge(canvas: Canvas) -> None:
    stone, lit, under = "#b9ad98", "#d8cfbb", "#417f8e"
    canvas.polygon(_points("640,540 672,494 760,470 830,464 900,470 990,496 1020,544 1020,556 640,556"), stone)
    for x, radius in ((734, 30), (830, 42), (926, 30)):
        canvas.polygon(_half(x, 552, radius + 6), lit)
        canvas.polygon(_half(x, 552, radius), under)
        canvas.box(x - radius, 551, radius * 2, 6, under)
    canvas.stroke(_points("672,494 760,468 830,462 900,468 990,495"), 9, lit)


def _orchard(canvas: Canvas) -> None:
    """Apple trees in rows on both meadows."""
    for row in range(3):
        for column in range(4):
            x, ground, size = 1250 + column * 118 - row * 34, 600 + row * 84, 92 + row * 34
            shadow(canvas, x + 8, ground, size * 0.36, "#86b078")
            tree(canvas, x, ground, size, LEAF, MOSS)
            for index in range(6):
                angle = index * pi / 3 + column
                canvas.disc(x + cos(angle) * size * 0.2, ground - size * 0.8 + sin(angle) * size * 0.24, size * 0.032, CORAL)
    for index in range(14):
        x, y = (index * 97) % 230 + 14, 690 + (index * 53) % 140
        canvas.disc(x, y, 6, (CREAM, GOLD, CORAL)[index % 3])
        canvas.stroke([(x, y + 6), (x, y + 18)], 2.5, MOSS)


# ---- the pictures in the text


def _outdoors() -> Canvas:
    """An empty park under a light sky."""
    canvas = Canvas(1080, 540, "#d8ebeb")
    for x, y, size in ((130, 86, 34), (930, 70, 40), (640, 50, 26)):
        for step, part in ((-1.2, 0.7), (0, 1), (1.2, 0.65)):
            canvas.disc(x + step * size, y, size * part, WHITE, tall=0.8)
        canvas.box(x - 1.9 * size, y, 3.8 * size, size * 0.72, WHITE, round_=size * 0.36)
    canvas.curve(_points("-80,640 -60,366 210,336 520,370 800,340 1140,356 1160,640"), "#b9d8c4")
    canvas.curve(_points("-80,640 -60,430 300,410 700,424 1140,408 1160,640"), "#94c09f")
    return canvas


def youth_activity() -> Canvas:
    """Children on a climbing wall."""
    canvas = _outdoors()
    for x, size in ((70, 250), (190, 180), (1010, 260), (900, 170)):
        tree(canvas, x, 428, size, LEAF, MOSS)
    shadow(canvas, 560, 478, 300, "#7fae8b")
    canvas.polygon(_points("352,474 376,44 560,28 560,474"), "#2f6f86")
    canvas.polygon(_points("560,474 560,28 742,44 768,474"), "#23586f")
    canvas.polygon(_points("376,44 470,36 560,250 560,474 440,474"), "#3a8296")
    canvas.polygon(_points("660,36 742,44 768,474 670,474 600,220"), "#2b677d")
    canvas.stroke(_points("372,42 560,24 746,42"), 13, NAVY)
    for index in range(34):
        x, y = 392 + (index * 83) % 346, 72 + (index * 61) % 380
        canvas.disc(x, y, 7 + index % 3 * 2, (GOLD, CORAL, "#8fd0c0", SAND, "#e7e2d0")[index % 5], tall=0.75)
    climb = Pose(
        left_arm=((-0.21, 0.88), (-0.15, 1.06)),
        right_arm=((0.22, 0.80), (0.25, 0.96)),
        left_leg=((-0.19, 0.34), (-0.15, 0.13)),
        right_leg=((0.14, 0.24), (0.12, 0.03)),
    )
    reach = evolve(climb, left_arm=((-0.23, 0.78), (-0.27, 0.92)), right_arm=((0.18, 0.9), (0.12, 1.09)))
    for x, anchor, feet, look, pose in (
        (462, 36, 300, Look(FAIR, CHESTNUT, CORAL, NAVY, "climber", GOLD), climb),
        (664, 36, 410, Look(BROWN, BLACK, GOLD, DEEP, "climber", CORAL), reach),
    ):
        canvas.stroke([(x, anchor), (x, feet - 96)], 3.5, CREAM)
        person(canvas, x, feet, 190, look, pose)
        canvas.stroke([(x - 15, feet - 90), (x + 15, feet - 90)], 7, CREAM)
    _watchers(canvas)
    return canvas


def _watchers(canvas: Canvas) -> None:
    """Those who stay on the ground: a youth worker with the rope, a friend with a ball."""
    hold = Pose(left_arm=((0.02, 0.62), (0.16, 0.70)), right_arm=((0.2, 0.62), (0.22, 0.76)), facing=0.8, lean=-0.02)
    canvas.stroke([(462, 36), (334, 290)], 3.5, CREAM)
    shadow(canvas, 276, 498, 74, "#7fae8b")
    person(canvas, 276, 498, 290, Look(TAN, BLACK, TEAL, NAVY, "short", DEEP), hold)
    cheer = Pose(left_arm=((-0.2, 0.86), (-0.19, 1.02)), right_arm=((0.2, 0.66), (0.13, 0.54)), facing=-0.7)
    shadow(canvas, 864, 500, 60, "#7fae8b")
    person(canvas, 864, 500, 220, Look(DARK, BLACK, CREAM, STEEL, "tail", CORAL), cheer)
    canvas.disc(940, 482, 21, WHITE)
    for x, y in ((940, 482), (926, 470), (954, 472), (932, 498), (951, 496)):
        canvas.disc(x, y, 5.5, NAVY)


def self_defence() -> Canvas:
    """A self defence class in a hall."""
    canvas = Canvas(1080, 540, "#f4ead6")
    canvas.box(0, 0, 1080, 60, "#ecdfc6")
    for x in (70, 300, 530, 760, 990):
        canvas.polygon([*_half(x + 20, 128, 66), (x + 86, 300), (x - 46, 300)], CREAM)
        canvas.polygon([*_half(x + 20, 128, 56), (x + 76, 290), (x - 36, 290)], "#b7dadb")
        canvas.polygon([(x - 36, 290), (x + 20, 190), (x + 76, 220), (x + 76, 290)], "#9fc9c4")
        canvas.box(x + 17, 70, 6, 222, CREAM)
        canvas.box(x - 36, 182, 112, 6, CREAM)
    canvas.box(0, 330, 1080, 60, "#d9c19a")
    canvas.polygon(_points("0,386 1080,386 1080,540 0,540"), "#c99f6d")
    for index in range(8):
        canvas.stroke([(540 + (index - 3.5) * 130, 388), (540 + (index - 3.5) * 260, 545)], 2.5, "#bb8f5d")
    canvas.polygon(_points("120,424 960,424 1060,528 20,528"), "#2a7f86")
    canvas.polygon(_points("140,431 940,431 1026,520 54,520"), "#348f93")
    group = (
        (176, 446, Look(DARK, BLACK, CORAL, DEEP, "bun", DEEP)),
        (322, 446, Look(FAIR, GREY, "#6d5a86", NAVY, "short", DEEP)),
        (462, 446, Look(TAN, STEEL, STEEL, DEEP, "scarf", DEEP)),
    )
    for x, ground, look in group:
        shadow(canvas, x, ground, 58, "#2a7f86")
        person(canvas, x, ground, 236, look, GUARD)
    _partners(canvas)
    return canvas


def _partners(canvas: Canvas) -> None:
    """A woman strikes the pad that her trainer holds."""
    strike = Pose(
        left_arm=((0.0, 0.62), (0.1, 0.75)),
        right_arm=((0.25, 0.755), (0.41, 0.77)),
        left_leg=((-0.15, 0.25), (-0.26, 0.02)),
        right_leg=((0.15, 0.26), (0.17, 0.02)),
        lean=0.03,
        hips=0.46,
        facing=0.9,
    )
    trainer = Pose(
        left_arm=((-0.22, 0.68), (-0.3, 0.77)),
        right_arm=((-0.03, 0.63), (-0.22, 0.66)),
        left_leg=((-0.11, 0.25), (-0.13, 0.02)),
        right_leg=((0.14, 0.25), (0.22, 0.02)),
        hips=0.46,
        facing=-0.9,
    )
    for x in (644, 896):
        shadow(canvas, x, 508, 92, "#2a7f86")
    person(canvas, 644, 508, 330, Look(BROWN, BLACK, GOLD, NAVY, "tail", CREAM), strike)
    person(canvas, 896, 508, 338, Look(FAIR, CHESTNUT, NAVY, DEEP, "bun", CREAM), trainer)
    canvas.box(776, 206, 34, 92, CORAL, round_=14)
    canvas.box(776, 206, 13, 92, "#c45f45", round_=6)


def enforcement_team() -> Canvas:
    """Two officers on patrol in a street."""
    canvas = Canvas(1080, 540, "#d8ebeb")
    walls = ("#e6c9a0", "#b9685a", "#dfe3dc", "#c98f6a", "#9db8bf", "#b9685a")
    for index, colour in enumerate(walls):
        _house(canvas, index * 184 - 12, colour, shop=index in (0, 2, 4))
    canvas.box(0, 414, 1080, 52, "#cfd4d2")
    for index in range(13):
        canvas.stroke([(index * 96 - 40, 464), (index * 96 + 4, 416)], 2, "#bcc4c3")
    canvas.box(0, 462, 1080, 12, "#a9b3b4")
    canvas.box(0, 474, 1080, 66, "#5e6d78")
    for index in range(7):
        canvas.box(20 + index * 170, 506, 90, 8, "#dfe3dc", round_=3)
    for x in (250, 962):
        canvas.stroke([(x, 440), (x, 120)], 8, DEEP)
        canvas.stroke([(x - 5, 440), (x + 5, 440)], 18, DEEP)
        canvas.polygon([(x - 20, 78), (x + 20, 78), (x + 12, 122), (x - 12, 122)], SAND)
        canvas.polygon([(x - 26, 80), (x, 58), (x + 26, 80)], DEEP)
    tree(canvas, 110, 446, 270, LEAF, MOSS)
    canvas.box(64, 420, 92, 34, BRICK, round_=6)
    canvas.box(836, 372, 46, 78, "#2d5b50", round_=8)
    canvas.box(830, 364, 58, 16, "#234a41", round_=8)
    _officers(canvas)
    return canvas


def _house(canvas: Canvas, x: float, colour: str, *, shop: bool) -> None:
    top = 96 if shop else 70
    canvas.box(x, top, 184, 350, colour)
    canvas.box(x + 176, top, 8, 350, "#8d8078")
    if shop:
        canvas.box(x - 4, top - 12, 192, 16, "#7c7a78")
    else:
        canvas.polygon([(x - 8, top + 2), (x + 24, top - 52), (x + 160, top - 52), (x + 192, top + 2)], "#5d5560")
        canvas.box(x + 128, top - 84, 26, 44, BRICK)
    for column in (28, 108):
        for y in (top + 30,) if shop else (top + 26, top + 206):
            canvas.box(x + column - 5, y - 5, 58, 84, CREAM, round_=3)
            canvas.box(x + column, y, 48, 74, "#5c8a9a")
            canvas.polygon([(x + column, y + 74), (x + column + 48, y + 10), (x + column + 48, y + 74)], "#6f9dab")
            canvas.box(x + column + 22, y, 4, 74, CREAM)
            if column == 28 and y > 200:
                canvas.box(x + column - 10, y - 10, 68, 160, NAVY if colour == "#b9685a" else TEAL, round_=4)
                canvas.disc(x + column + 48, y + 70, 4, GOLD)
                canvas.box(x + column + 4, y + 6, 40, 34, "#7fa9b5", round_=3)
    if shop:
        canvas.box(x + 14, top + 170, 156, 160, CREAM)
        canvas.box(x + 22, top + 190, 92, 106, "#6c97a5")
        canvas.polygon([(x + 22, top + 296), (x + 114, top + 200), (x + 114, top + 296)], "#83abb6")
        canvas.box(x + 122, top + 190, 42, 140, NAVY)
        for index in range(8):
            stripe = CREAM if index % 2 else (TEAL, CORAL, GOLD)[round(x / 184) // 2 % 3]
            canvas.box(x + 8 + index * 21, top + 140, 21.5, 46, stripe)
            canvas.disc(x + 18.5 + index * 21, top + 186, 10.5, stripe)


def _officers(canvas: Canvas) -> None:
    bright, silver = "#e7e04f", "#f4f6f4"
    left = Look(FAIR, NAVY, bright, NAVY, "cap", BLACK, band=silver)
    right = Look(DARK, NAVY, bright, NAVY, "cap", BLACK, band=silver)
    write = evolve(WALK, left_arm=((-0.15, 0.63), (0.0, 0.63)), right_arm=((0.18, 0.62), (0.1, 0.65)))
    for x, look, pose in ((470, left, WALK), (630, right, write)):
        shadow(canvas, x, 462, 82, "#9aa5a6")
        person(canvas, x, 460, 352, look, pose)
    canvas.polygon(_points("628,214 668,206 676,246 636,254"), CREAM)
    for step in range(3):
        canvas.stroke([(637, 224 + step * 9), (662, 219 + step * 9)], 2.5, STEEL)
    canvas.disc(667, 234, 11, DARK)
    canvas.box(444, 208, 13, 24, DEEP, round_=3)
    canvas.stroke([(454, 208), (454, 196)], 3, DEEP)


def crime_prevention_stand() -> Canvas:
    """A stand of the partnership at an event."""
    canvas = _outdoors()
    for x, size in ((40, 220), (985, 260), (1060, 200), (150, 150)):
        tree(canvas, x, 424, size, LEAF, MOSS)
    canvas.stroke(_points("0,96 140,132 300,122"), 3, NAVY)
    canvas.stroke(_points("780,122 930,132 1080,90"), 3, NAVY)
    for index in range(16):
        left = index < 8
        x = index * 37 + 12 if left else 800 + (index - 8) * 36
        y = 97 + x * 0.26 - x * x * 0.00058 if left else 97 + (1080 - x) * 0.26 - (1080 - x) ** 2 * 0.0006
        canvas.polygon([(x - 12, y), (x + 12, y), (x, y + 27)], (CORAL, GOLD, TEAL, CREAM)[index % 4])
    shadow(canvas, 540, 480, 330, "#7fae8b")
    canvas.box(300, 150, 480, 250, "#d4e7e2")
    for x in (296, 774):
        canvas.box(x, 120, 11, 366, NAVY, round_=3)
    canvas.box(352, 178, 376, 44, NAVY, round_=6)
    for index, width in enumerate((60, 96, 44, 80)):
        canvas.box(376 + sum((60, 96, 44, 80)[:index]) + index * 14, 194, width, 12, SAND, round_=6)
    give = Pose(left_arm=((-0.17, 0.63), (-0.2, 0.5)), right_arm=((-0.0, 0.62), (-0.2, 0.62)), facing=-0.6)
    hello = Pose(left_arm=((-0.15, 0.62), (-0.04, 0.56)), right_arm=((0.19, 0.64), (0.27, 0.6)), facing=0.6)
    person(canvas, 470, 472, 262, Look(TAN, BLACK, TEAL, NAVY, "long"), give)
    person(canvas, 620, 472, 272, Look(FAIR, CHESTNUT, TEAL, NAVY, "short"), hello)
    _gazebo_roof(canvas)
    _table_of_gifts(canvas)
    _visitors(canvas)
    return canvas


def _gazebo_roof(canvas: Canvas) -> None:
    edges = [278 + index * 52.4 for index in range(11)]
    for index, (left, right) in enumerate(pairwise(edges)):
        colour = CREAM if index % 2 else TEAL
        canvas.polygon(
            [(left, 132), (right, 132), (540 + (right - 540) * 0.12, 32), (540 + (left - 540) * 0.12, 32)], colour
        )
        canvas.box(left, 130, 52.9, 18, colour)
        canvas.disc((left + right) / 2, 148, 26.3, colour, tall=0.62)
    canvas.disc(540, 28, 11, GOLD)


def _table_of_gifts(canvas: Canvas) -> None:
    canvas.polygon(_points("352,356 728,356 744,482 336,482"), NAVY)
    canvas.polygon(_points("336,346 744,346 752,372 328,372"), "#24506b")
    canvas.curve(_points("510,396 540,384 570,396 568,430 540,456 512,430"), GOLD)
    canvas.stroke(_points("526,420 537,431 556,408"), 6, NAVY)
    for index in range(4):
        canvas.box(398 + index * 3, 340 - index * 5, 50, 6, (CREAM, CORAL, CREAM, MINT)[index], round_=2)
    for index in range(3):
        canvas.box(560 + index * 27, 326, 20, 26, (CORAL, GOLD, MINT)[index], round_=6)
        canvas.disc(570 + index * 27, 336, 4.5, CREAM)
    canvas.arc(676, 340, 15, 7, (180, 360), STONE)
    canvas.box(656, 336, 40, 20, GOLD, round_=5)
    canvas.box(484, 320, 46, 32, CREAM, round_=3)
    canvas.box(490, 326, 34, 8, TEAL, round_=2)
    canvas.box(490, 338, 22, 4, STONE)


def _visitors(canvas: Canvas) -> None:
    reach = Pose(left_arm=((-0.15, 0.62), (-0.13, 0.48)), right_arm=((0.16, 0.64), (0.29, 0.64)), facing=0.8)
    child = Pose(left_arm=((-0.16, 0.7), (-0.24, 0.8)), right_arm=((0.18, 0.66), (0.28, 0.72)), facing=0.8)
    listen = Pose(left_arm=((-0.2, 0.62), (-0.26, 0.58)), right_arm=((0.16, 0.62), (0.15, 0.47)), facing=-0.8)
    for x, ground, radius in ((250, 504, 66), (172, 506, 44), (830, 506, 66), (936, 502, 66)):
        shadow(canvas, x, ground, radius, "#7fae8b")
    person(canvas, 250, 504, 286, Look(DARK, GOLD, CORAL, STEEL, "scarf"), reach)
    person(canvas, 166, 506, 176, Look(DARK, BLACK, GOLD, NAVY, "short", CORAL), child)
    person(canvas, 830, 506, 294, Look(FAIR, GREY, "#6d5a86", DEEP, "short", BLACK), listen)
    canvas.stroke([(874, 372), (878, 500)], 6, CHESTNUT)
    person(canvas, 936, 502, 274, Look(TAN, BLOND, CREAM, TEAL, "long", CORAL), evolve(STAND, facing=-0.7))


def mediation() -> Canvas:
    """Two people and a mediator at a table."""
    canvas = Canvas(1080, 540, "#f4ead6")
    canvas.box(0, 420, 1080, 120, "#d8bd92")
    canvas.box(0, 412, 1080, 12, CREAM)
    canvas.box(388, 40, 304, 228, CREAM, round_=6)
    canvas.box(402, 54, 276, 200, "#b7dadb")
    canvas.curve(_points("402,254 402,196 480,170 560,200 640,172 678,190 678,254 540,253"), "#94c09f")
    canvas.box(402, 238, 276, 16, "#94c09f")
    canvas.disc(628, 104, 24, SAND)
    canvas.box(536, 54, 8, 200, CREAM)
    canvas.box(376, 264, 328, 14, "#e0d2b6", round_=4)
    for x in (368, 680):
        canvas.polygon([(x, 30), (x + 34, 30), (x + 30, 300), (x + 2, 300)], "#e3a58c")
    canvas.stroke([(352, 30), (728, 30)], 8, CHESTNUT)
    _plant(canvas, 90, 470)
    shadow(canvas, 540, 500, 330, "#c9ab7d")
    _talkers(canvas)
    for x, colour, tail in ((238, TEAL, 1), (842, GOLD, -1)):
        canvas.box(x - 82, 40, 164, 92, colour, round_=30)
        canvas.polygon([(x + tail * 10, 124), (x + tail * 50, 124), (x + tail * 58, 162)], colour)
        for step in (-1, 0, 1):
            canvas.disc(x + step * 34, 86, 10, CREAM)
    return canvas


def _plant(canvas: Canvas, x: float, ground: float) -> None:
    for angle, length in ((-60, 120), (-35, 170), (-10, 200), (15, 190), (40, 160), (64, 116)):
        tip = x + sin(angle * pi / 180) * length, ground - 70 - cos(angle * pi / 180) * length
        side = cos(angle * pi / 180) * 22, sin(angle * pi / 180) * 22
        middle = (x + tip[0]) / 2, (ground - 70 + tip[1]) / 2
        leaf = [
            (x, ground - 70),
            (middle[0] - side[0], middle[1] - side[1]),
            tip,
            (middle[0] + side[0], middle[1] + side[1]),
        ]
        canvas.curve(leaf, MOSS if angle % 2 else LEAF)
    canvas.polygon([(x - 46, ground - 84), (x + 46, ground - 84), (x + 34, ground), (x - 34, ground)], CORAL)
    canvas.box(x - 52, ground - 92, 104, 20, "#c45f45", round_=5)


def _talkers(canvas: Canvas) -> None:
    open_hands = Pose(left_arm=((-0.22, 0.49), (-0.27, 0.58)), right_arm=((0.22, 0.49), (0.27, 0.58)), hips=0.34)
    person(canvas, 540, 488, 380, Look(BROWN, BLACK, NAVY, NAVY, "bun"), open_hands)
    canvas.polygon(_points("520,238 560,238 540,272"), CREAM)
    for x, side, look in (
        (318, 1, Look(FAIR, BLOND, TEAL, STEEL, "long", DEEP)),
        (762, -1, Look(TAN, CHESTNUT, GOLD, DEEP, "short", BLACK)),
    ):
        back = x - side * 52
        canvas.stroke([(back - side * 10, 246), (back, 402)], 15, CHESTNUT)
        canvas.stroke([(back, 402), (x + side * 60, 402)], 17, CHESTNUT)
        for foot in (back - side * 4, x + side * 54):
            canvas.stroke([(foot, 402), (foot, 498)], 11, CHESTNUT)
        sit = Pose(
            left_arm=((side * 0.13, 0.45), (side * 0.29, 0.46)),
            right_arm=((side * 0.17, 0.46), (side * 0.33, 0.50)),
            left_leg=((side * 0.2, 0.29), (side * 0.2, 0.03)),
            right_leg=((side * 0.24, 0.29), (side * 0.25, 0.03)),
            hips=0.31,
            facing=side * 0.8,
        )
        person(canvas, x, 500, 376, look, sit)
    canvas.box(366, 346, 348, 22, "#a8744a", round_=11)
    canvas.box(378, 362, 324, 12, "#8f603c", round_=6)
    canvas.polygon(_points("508,370 572,370 560,486 520,486"), "#8f603c")
    canvas.box(466, 482, 148, 16, "#8f603c", round_=8)
    canvas.polygon(_points("500,344 582,344 572,330 510,330"), CREAM)
    for x in (430, 650):
        canvas.box(x - 12, 318, 24, 30, "#d5eaea", round_=4)
        canvas.box(x - 12, 328, 24, 20, "#8fc1c9", round_=4)


def partnership() -> Canvas:
    """Six interlocking rings around a house, with people on both sides."""
    canvas = Canvas(1080, 540, PALE)
    canvas.disc(540, 270, 262, "#f6faf7")
    canvas.curve(_points("-60,620 -40,470 180,446 330,474 420,560"), "#b9d8c4")
    canvas.curve(_points("660,560 750,474 900,446 1120,470 1140,620"), "#b9d8c4")
    places = [(540 + 148 * sin(step * pi / 3), 270 - 148 * cos(step * pi / 3)) for step in range(6)]
    colours = (NAVY, CORAL, TEAL, GOLD, STEEL, MOSS)
    for (x, y), colour in zip(places, colours, strict=True):
        canvas.arc(x, y, 82, 15, (0, 360), colour)
    # Where two rings cross outside, the first lies above; where they cross inside, the second. So they interlock.
    for step, turn in ((0, 4.5), (1, 64.5), (2, 124.5), (3, 184.5), (4, 244.5), (0, 124.5)):
        canvas.arc(*places[step], 82, 15, (turn - 24, turn + 24), colours[step])
    _signs(canvas, places)
    canvas.polygon(_points("500,268 540,232 580,268"), CORAL)
    canvas.box(510, 264, 60, 44, CORAL)
    canvas.box(531, 278, 18, 30, CREAM, round_=3)
    _partners_in_line(canvas)
    return canvas


def _signs(canvas: Canvas, places: Sequence[Point]) -> None:
    """A badge, a flame, a heart, a book, a speech bubble and two people."""
    badge, flame, heart, book, bubble, people = places
    canvas.curve(_points("0,-30 27,-20 24,10 0,34 -24,10 -27,-20", *badge), NAVY)
    canvas.disc(*badge, 9, GOLD)
    canvas.curve(_points("2,-38 12,-14 26,8 18,32 -18,32 -26,6 -10,-10", *flame), CORAL)
    canvas.curve(_points("1,-4 12,14 8,30 -8,30 -11,14", *flame), SAND)
    x, y = heart
    for side in (-1, 1):
        canvas.disc(x + side * 14, y - 10, 17, TEAL)
    canvas.polygon([(x - 29, y - 2), (x + 29, y - 2), (x, y + 32)], TEAL)
    x, y = book
    for side in (-1, 1):
        canvas.polygon(
            [(x, y - 18), (x + side * 36, y - 26), (x + side * 36, y + 18), (x, y + 27)], GOLD if side < 0 else "#d29a35"
        )
    x, y = bubble
    canvas.box(x - 34, y - 28, 68, 46, STEEL, round_=16)
    canvas.polygon([(x - 16, y + 12), (x + 6, y + 12), (x - 18, y + 34)], STEEL)
    for step in (-1, 0, 1):
        canvas.disc(x + step * 17, y - 5, 5, WHITE)
    x, y = people
    for dx, size in ((-15, 1.0), (16, 0.85)):
        canvas.disc(x + dx, y - 14 * size, 12 * size, MOSS)
        canvas.polygon(_half(x + dx, y + 28, 19 * size), MOSS)


def _partners_in_line(canvas: Canvas) -> None:
    """People of the services and of the community, three on either side."""
    silver = "#f4f6f4"
    line = (
        (74, Look(TAN, BLACK, MOSS, DEEP, "long")),
        (158, Look(FAIR, NAVY, NAVY, NAVY, "cap", BLACK, band=STEEL)),
        (246, Look(DARK, BLACK, GOLD, STEEL, "bun")),
        (834, Look(BROWN, GOLD, "#4b4a45", "#4b4a45", "cap", BLACK, band="#e7e04f")),
        (922, Look(FAIR, CHESTNUT, "#8fc1d4", "#8fc1d4", "tail", silver)),
        (1006, Look(TAN, GREY, CORAL, NAVY, "short")),
    )
    for index, (x, look) in enumerate(line):
        shadow(canvas, x, 500, 50, "#9cc3aa")
        person(canvas, x, 500, (236, 262, 246, 264, 248, 240)[index], look, evolve(STAND, facing=0.4 if x < 540 else -0.4))


PICTURES: Final[dict[str, dict[str, Callable[[], Canvas]]]] = {
    "tonbridge-malling-2025-26": {
        "cover": cover,
        "youth-activity": youth_activity,
        "self-defence": self_defence,
        "enforcement-team": enforcement_team,
        "crime-prevention-stand": crime_prevention_stand,
        "mediation": mediation,
        "partnership": partnership,
    },
    "tonbridge-malling-2014-15": {"cover": hop_gardens},
    "tonbridge-malling-2011-12": {"cover": river_valley},
    "ashford-2021-22": {"cover": market_square},
}
"""The pictures of each example, by the names of their files."""


def main(arguments: Sequence[str]) -> None:
    """Draws the pictures of every example beside its plan, or below the folder given."""
    examples = Path(arguments[0]) if arguments else Path(__file__).parent
    for example, pictures in PICTURES.items():
        folder = examples / example / "pictures"
        folder.mkdir(parents=True, exist_ok=True)
        for name, draw in pictures.items():
            draw().save(folder / f"{name}.png")


if __name__ == "__main__":
    main(sys.argv[1:])
