from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import PIL.Image
import pytest

from cspdocs.compose.context import Context, picture_file
from cspdocs.document.images import ImageError
from cspdocs.document.nodes import Link, Text, Unfilled, Value
from cspdocs.document.walk import plain_text
from cspdocs.plan.measures import Measure
from cspdocs.plan.model import Plan, Priority, Programme, Source
from cspdocs.plan.period import Period
from cspdocs.plan.status import Status

Start = Callable[..., Context]


def test_plain_text_is_one_run_with_its_placeholders_filled_and_no_markup(start: Start) -> None:
    context = start(period=Period.financial(2025))
    assert context.words("**{period}** & [x](y) <b>") == (Text("**2025/26** & [x](y) <b>"),)
    assert context.words("") == ()


def test_this_years_priority_goes_before_last_years_of_the_same_id(start: Start) -> None:
    old = Programme(priorities=[Priority(id="asb", title="Old"), Priority(id="gone", title="Gone")])
    context = start(priorities=[Priority(id="asb", title="New")], previous=old)
    assert {key: priority.title for key, priority in context.priorities.items()} == {"asb": "New", "gone": "Gone"}


def test_statuses_are_the_plans_own_or_else_the_templates(start: Start) -> None:
    assert set(start(statuses=[Status(word="On Hold")]).statuses) == {"on hold"}
    assert "complete" in start().statuses


def test_an_anchor_is_given_once(start: Start) -> None:
    context = start()
    assert [context.anchor(wanted) for wanted in ("a", "a", "a-2", "a", "b")] == ["a", "a-2", "a-2-2", "a-3", "b"]


@pytest.mark.parametrize("written", ["pictures/stand.png", "pictures\\stand.png", "pictures/../pictures/stand.png"])
def test_a_picture_is_found_in_the_plans_folder_with_either_slash(start: Start, written: str) -> None:
    context = start()
    image = context.image(written, "cover/picture")
    assert image is not None
    assert (image.width, image.height) == (300, 150)
    assert context.findings == []


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("../secret.png", "outside the plan's folder; copy it in"),
        ("..\\secret.png", "outside the plan's folder; copy it in"),
        ("pictures/../../secret.png", "outside the plan's folder; copy it in"),
        ("link.png", "outside the plan's folder; copy it in"),
        ("/etc/passwd", "without a drive or first slash"),
        ("C:\\Users\\me\\stand.png", "without a drive or first slash"),
        ("\\\\server\\share\\stand.png", "without a drive or first slash"),
        ("//server/share/stand.png", "without a drive or first slash"),
        ("nowhere.png", "there is no such file"),
        ("circle.png", "there is no such file"),
        ("null\0.png", "there is no such file"),
        ("stnd.png", "put it there, or write its name as the folder shows it"),
        ("pictures/Stand.PNG", 'there is no such file; did you mean "stand.png"?'),
        ("pictures\\stand.jpg", 'there is no such file; did you mean "stand.png"?'),
        ("Pictures/stand.png", 'there is no folder "Pictures"; did you mean "pictures"?'),
        ("plan.yaml/stand.png", 'there is no folder "plan.yaml"'),
        ("pictures", "it is a folder; name a picture in it"),
        ("plan.yaml", "damaged or no picture"),
        ("", "it is a folder"),
        ("x" * 400 + ".png", "cannot be read"),
    ],
)
def test_a_picture_that_cannot_be_used_is_said_to_be_so_and_left_out(
    start: Start, folder: Path, written: str, reason: str
) -> None:
    PIL.Image.new("RGB", (3, 3)).save(folder.parent / "secret.png")
    (folder / "link.png").symlink_to(folder.parent / "secret.png")
    (folder / "circle.png").symlink_to(folder / "circle.png")
    (folder / "plan.yaml").write_text("title: Plan\n")
    context = start()
    assert context.image(written, "cover/picture") is None
    (finding,) = context.findings
    assert (finding.code, finding.path) == ("picture", "cover/picture/file")
    assert f'the picture "{written}" cannot be used: ' in finding.message
    assert reason in finding.message


def test_a_network_drive_is_never_even_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    def resolve(*_: object, **__: object) -> Path:
        raise AssertionError("looked")

    monkeypatch.setattr(Path, "resolve", resolve)
    with pytest.raises(ImageError):
        picture_file(Plan(title="P", source=Source(folder=Path("plan"))), "\\\\server\\share\\x.png")


def test_pictures_of_a_plan_made_in_code_start_at_the_current_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    assert picture_file(Plan(title="P"), "pictures/stand.png").samefile(folder / "pictures" / "stand.png")


def test_words_still_to_be_filled_in_are_told_from_the_others_wherever_text_is_printed(start: Start) -> None:
    context = start(figures=[Measure(id="f", value="XX")])
    missing = Unfilled((Text("XX"),))
    assert context.words("From XX to {gone}") == (Text("From "), missing, Text(" to "), Unfilled((Text("{gone}"),)))
    assert context.runs("TBC") == (Unfilled((Text("TBC"),)),)
    assert context.words("{f} more") == (Value((missing,), "figures/f/value"), Text(" more"))
    assert context.value("XX", "title") == (Value((missing,), "title"),)


def test_a_title_may_have_notes_and_no_other_markup(start: Start) -> None:
    context = start()
    made = context.title("*Crime*^[By the [police](https://e.org)] in {title}")
    assert made == (Text("*Crime*"), Link((Text("[1]"),), "#note-1"), Text(" in Plan"))
    assert context.notes.count == 1
    assert context.spoken("*Crime*^[By the police] in {title}") == "*Crime* in Plan"
    assert context.notes.count == 1


def test_a_phrase_is_filled_without_gaps(start: Start) -> None:
    context = start()
    values = {"post": context.value("Leader", "a"), "organisation": context.value("", "b")}
    assert plain_text(context.phrase_of("{post}, {organisation}", values)) == "Leader"
    values["organisation"] = context.value("CSP", "b")
    made = context.phrase_of("{post}, {organisation} of {title}", values)
    assert made == (Value((Text("Leader"),), "a"), Text(", "), Value((Text("CSP"),), "b"), Text(" of Plan"))
    assert context.phrase_of("Chair: {chair}", {"chair": ()}) == ()
