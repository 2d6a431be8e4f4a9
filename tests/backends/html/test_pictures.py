from __future__ import annotations

import hashlib
from collections.abc import Callable

from cspdocs.backends.html.pictures import write_figure
from cspdocs.backends.html.story import Story
from cspdocs.document.nodes import Figure, Text
from cspdocs.units import pt
from cspdocs.values import evolve
from sheets import picture

MAP = Figure(picture(40, 30), pt(72), 'A "map" of <Kent>')
NAME = f"pictures/{hashlib.sha256(MAP.image.data).hexdigest()[:16]}.png"


def test_a_picture_says_what_it_shows_and_how_big_it_is_on_paper(story: Callable[..., Story]) -> None:
    begun = story()
    assert write_figure(MAP, begun) == (
        f'<p class="text-figure"><img src="{NAME}" alt="A &quot;map&quot; of &lt;Kent&gt;" width="96" height="72"></p>'
    )
    assert begun.pictures == {NAME: MAP.image.data}


def test_decoration_says_nothing(story: Callable[..., Story]) -> None:
    assert ' alt="" ' in write_figure(evolve(MAP, alt=None), story())


def test_a_caption_belongs_to_its_picture(story: Callable[..., Story]) -> None:
    captioned = write_figure(evolve(MAP, caption=(Text("Kent"),), side="left"), story())
    assert captioned.startswith('<figure class="text-figure beside-left">\n<img ')
    assert captioned.endswith('>\n<figcaption class="text-caption">Kent</figcaption>\n</figure>')


def test_a_fragment_has_the_picture_without_our_looks(story: Callable[..., Story]) -> None:
    assert write_figure(evolve(MAP, side="left"), story(fragment=True)).startswith("<p><img src=")


def test_the_same_picture_is_one_file_and_another_is_another(story: Callable[..., Story]) -> None:
    begun = story()
    for image in (picture(), picture(), picture(colour="red"), evolve(picture(), format="jpeg")):
        write_figure(evolve(MAP, image=image), begun)
    assert [name.rpartition(".")[2] for name in begun.pictures] == ["png", "png", "jpg"]


def test_all_pictures_but_the_first_wait_until_they_are_seen(story: Callable[..., Story]) -> None:
    begun = story()
    written = [write_figure(evolve(MAP, image=picture(colour=colour)), begun) for colour in ("red", "navy", "green")]
    assert ["lazy" in markup for markup in written] == [False, True, True]


def test_no_picture_is_less_than_a_pixel(story: Callable[..., Story]) -> None:
    assert 'width="13" height="1"' in write_figure(evolve(MAP, image=picture(400, 1), width=pt(10)), story())
