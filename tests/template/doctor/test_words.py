from __future__ import annotations

from collections.abc import Callable

import pytest

from cspdocs.diagnostics import Diagnostic, Severity

Finding = Callable[..., Diagnostic]


@pytest.mark.parametrize(
    ("wording", "path", "said", "cure"),
    [
        ("contents: ''\n", "contents", 'there are no words for "contents"', 'such as "Contents"'),
        ("answer-yes: ' '\n", "answer-yes", 'there are no words for "answer-yes"', 'such as "Yes"'),
        ("contents-page: Page\n", "contents-page", '"Page" leaves out what it is for', "put {number} where it is to stand"),
        ("update-entry: '{when}: {by}'\n", "update-entry", "leaves out what it is for", "{text}"),
        ("phone: 'Tel: {phone} {fone}'\n", "phone", "nothing is known that {fone} could print", "{phone}"),
        ("footer: 'Page {page'\n", "footer", '"{page" is printed as it stands', 'write "{page}"'),
        ("footer: 'Page { page } of {pages}'\n", "footer", '"{ page }" is printed as it stands', 'write "{page}"'),
        ("sections: {actions: 'Deeds {period'}\n", "sections/actions/title", '"{period" is printed', 'write "{period}"'),
        ("header: '{partnershp}'\n", "header", "nothing is known that {partnershp} could print", "{partnership}"),
        (
            "sections: {actions: 'Deeds {perod}'}\n",
            "sections/actions/title",
            "nothing is known that {perod} could print",
            "{period}",
        ),
        (
            "sections: {duty: {text: 'Call {contact.fone}.'}}\n",
            "sections/duty/text",
            "{contact.fone}",
            "{contact.phone}",
        ),
        (
            "sections: {safeguarding: {text: Words.}}\n",
            "sections/safeguarding/title",
            'sections of the kind "safeguarding" have no heading',
            "give a title",
        ),
        ("kinds: {town: {text: Words.}}\n", "kinds/town/title", 'the kind "town" have no heading', "give a title"),
    ],
)
def test_words_that_are_missing_or_print_nothing_are_found(
    finding: Finding, wording: str, path: str, said: str, cure: str
) -> None:
    found = finding(wording=wording)
    assert (found.code, found.path, found.severity) == ("template-wording", path, Severity.ERROR)
    assert (found.file.name, found.line) == ("wording.yaml", 1)
    assert said in found.message
    assert cure in found.hint


def test_a_kind_of_section_that_is_nearly_a_known_one_is_a_warning(finding: Finding) -> None:
    found = finding(wording="sections:\n  action: Deeds\n")
    assert (found.path, found.line, found.severity) == ("sections/action", 2, Severity.WARNING)
    assert found.hint == 'did you mean "actions"?'


@pytest.mark.parametrize(
    "wording",
    [
        "header: '{partnership}, {period.long}, {edition}, {contact.web}, {review.on-track}, {actions.count}'\n",
        "footer: ''\ndraft: ''\nno-update: ''\nother-priority: ''\n",
        "sections: {safeguarding: {title: Safeguarding, text: '{vision}'}}\n",
        "update-entry: '{text} ({by})'\n",
    ],
)
def test_other_words_are_a_boroughs_own_choice(findings: Callable[..., tuple[Diagnostic, ...]], wording: str) -> None:
    assert not findings(wording=wording)


def test_a_logo_without_description_is_found(finding: Finding, tmp_path: object) -> None:
    found = finding(template="logo: template.yaml\n")
    assert (found.code, found.path) == ("template-logo", "logo/alt")
    assert "say in alt whose sign it is" in found.hint
