from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from cspdocs.diagnostics import Diagnostic
from cspdocs.template.doctor.glyphs import EXPECTED

Findings = Callable[..., tuple[Diagnostic, ...]]
ALL = frozenset(EXPECTED)


def test_characters_that_a_typeface_lacks_are_found_with_their_numbers(findings: Findings) -> None:
    found = findings(lacks=lambda _, text: set(text) & {"\u0175", "\u25cf"})
    assert [one.path for one in found] == [
        "fonts/body/regular",
        "fonts/body/bold",
        "fonts/body/italic",
        "fonts/body/bold-italic",
    ]
    assert found[0].code == "template-font"
    assert "Arimo, regular, has no \u0175 (U+0175) \u25cf (U+25CF)" in found[0].message
    assert "fallbacks" in found[0].hint


def test_a_long_list_of_them_is_cut_short(findings: Findings) -> None:
    found = findings(lacks=lambda _, text: set(text) & set("abcdefghijklmnop"))
    assert found[0].message.endswith("l (U+006C) and 4 more")


def test_the_words_of_the_template_are_looked_at_too(findings: Findings) -> None:
    def lacks(_: Path, text: str) -> set[str]:
        return set(text) & {"\u0416", "\u0417", "\u0418", "\n"}

    found = findings(
        lacks=lacks,
        wording="contents: \u0416\n",
        template="statuses: {\u0417: {shape: box}}\n",
        tables="actions: {current: {columns: {owners: {heading: \u0418}}}}\n",
    )
    assert "\u0416 (U+0416) \u0417 (U+0417) \u0418 (U+0418)" in found[0].message
    assert len(found) == 4


def test_what_a_fallback_has_is_not_lacking(findings: Findings) -> None:
    faces = ", ".join(f"{face}: our.ttf" for face in ("regular", "bold", "italic", "bold-italic"))
    template = f"fonts:\n  body: {{family: Ours, fallbacks: [more], {faces}}}\n  more: Arimo\n"

    def lacks(file: Path, text: str) -> set[str]:
        return set(text) & {"\u0175"} if file.name == "our.ttf" else set()

    folder: Path | None = None

    def remember(file: Path, text: str) -> set[str]:
        nonlocal folder
        folder = file.parent
        return lacks(file, text)

    findings(lacks=remember)
    assert folder is not None
    assert not findings(lacks=lacks, template=template.replace("our.ttf", str(folder / "Arimo-Regular.ttf")))


def test_a_file_that_is_no_font_is_found(findings: Findings) -> None:
    def lacks(file: Path, _: str) -> set[str]:
        if file.stem.endswith("-Bold"):
            raise ValueError("it is damaged")
        return set()

    (found,) = findings(lacks=lacks)
    assert (found.path, found.message) == ("fonts/body/bold", "Arimo-Bold.ttf cannot be used: it is damaged")
