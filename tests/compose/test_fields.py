from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

import judges
from cspdocs.compose.fields import editable_fields, sent_plan
from cspdocs.compose.partnership_plan import compose_plan
from cspdocs.document.fields import LONGEST_TITLE, Field
from cspdocs.pipeline import prepare_file
from cspdocs.plan.blocks import Quote, Table, Text
from cspdocs.plan.directory import Contact, Organisation, Term
from cspdocs.plan.governance import Meeting
from cspdocs.plan.measures import Measure
from cspdocs.plan.model import Action, Plan, Priority, Programme, Section, Update
from cspdocs.plan.period import Period
from cspdocs.plan.status import Status
from cspdocs.records.walk import texts
from cspdocs.template.template import Template
from sending import sent_of
from strategies import plans

EXAMPLES = sorted((judges.ROOT / "examples").glob("*/plan.yaml"))


def fields(template: Template, **given: Any) -> dict[str, Field]:
    return dict(editable_fields(Plan(**{"title": "Plan", **given}), template))


def titles(template: Template, **given: Any) -> dict[str, str]:
    return {path: field.title for path, field in fields(template, **given).items()}


def test_a_field_has_the_text_as_it_was_typed(template: Template) -> None:
    found = fields(template, period=Period.financial(2025), title="Plan {period}", vision="**Safe**")
    assert (found["title"].text, found["title"].title) == ("Plan {period}", "Plan: Plan 2025/26")
    assert (found["vision"].text, found["vision"].title) == ("**Safe**", "Vision: Plan 2025/26")


def test_a_title_says_which_field_it_is_and_of_what(template: Template) -> None:
    table = Table(title="Reports", columns=["Ward"], rows=[("Vale",)])
    body = [Text(text="Words"), Quote(text="Said", who="A pupil"), table]
    named = titles(
        template,
        contact=Contact(name="CSP", phone="101", address=["1 High Street"]),
        organisations=[Organisation(id="kp", name="Kent Police", short="Police")],
        priorities=[Priority(id="asb", title="Anti-social behaviour", scope="All of it")],
        glossary=[Term(term="ASB", meaning="Anti-social behaviour")],
        figures=[Measure(id="f", value="12", label="reports")],
        sections=[Section(id="who-we-are", title="Who we are", body=body), Section(id="review", kind="review")],
    )
    assert named == {
        "title": "Plan: Plan",
        "contact/name": "Contact: CSP",
        "contact/address/1": "Address 1: CSP",
        "contact/phone": "Telephone: CSP",
        "figures/f/value": "Figure: reports",
        "figures/f/label": "Label: reports",
        "organisations/kp/name": "Organisation: Kent Police",
        "organisations/kp/short": "Short: Kent Police",
        "priorities/asb/title": "Priority: Anti-social behaviour",
        "priorities/asb/scope": "Scope: Anti-social behaviour",
        "glossary/ASB/meaning": "Meaning: ASB",
        "sections/who-we-are/title": "Section: Who we are",
        "sections/who-we-are/body/1/text": "Text: Who we are",
        "sections/who-we-are/body/2/text": "Text: Who we are (2)",
        "sections/who-we-are/body/2/who": "Said by: Who we are",
        "sections/who-we-are/body/3/title": "Table: Reports",
        "sections/who-we-are/body/3/columns/1": "Column 1: Reports",
        "sections/who-we-are/body/3/rows/1/1": "Row 1 1: Reports",
        "sections/review/title": "Section: Review",
    }


def test_what_has_no_name_of_its_own_is_told_by_its_place(template: Template) -> None:
    action = Action(id="a", title="Patrol", updates=[Update(text="Begun", when="Q1"), Update(text="Done")])
    named = titles(template, title="Terms", actions=[action], meetings=[Meeting(date="May", place="Town Hall")])
    assert named["actions/a/updates/1/when"] == "Update 1, when: Patrol"
    assert named["actions/a/updates/2/text"] == "Update 2, text: Patrol"
    assert named["meetings/1/place"] == "Meeting 1, place: Terms"


def test_one_of_several_is_called_as_one_says_it(template: Template) -> None:
    body = Organisation(id="kp", name="Kent Police", people=["A. Smith"], aliases=["KP"])
    named = titles(template, organisations=[body])
    assert named["organisations/kp/people/1"] == "Person 1: Kent Police"


def test_last_years_fields_are_told_from_this_years(template: Template) -> None:
    action = Action(id="asb-1", title="Patrol", update="Done")
    named = titles(template, period=Period.financial(2025), actions=[action], previous=Programme(actions=[action]))
    assert named["actions/asb-1/update"] == "Update: Patrol"
    assert named["previous/actions/asb-1/update"] == "Update 2024/25: Patrol"


def test_what_an_action_lacks_is_a_field_with_the_words_that_stand_in_its_place(template: Template) -> None:
    actions = [Action(id="a", title="Patrol"), Action(id="b", title="Talk", owners=["us"], update="x")]
    found = fields(template, actions=actions)
    waiting = {path: field.placeholder for path, field in found.items() if not field.text}
    assert waiting == {
        "actions/a/owners/1": "\u2013",
        "actions/a/update": "None yet",
        "actions/a/status": "None yet",
        "actions/b/status": "None yet",
    }


def test_a_status_can_be_any_word_of_the_vocabulary_as_it_is_printed(template: Template) -> None:
    statuses = [Status(word="Done"), Status(word="Late", shape="square")]
    found = fields(template, statuses=statuses, actions=[Action(id="a", title="A", status="done")])
    assert found["actions/a/status"].choices == ("\u25cf\u00a0Done", "\u25a0\u00a0Late")
    assert found["actions/a/title"].choices == ()


def test_so_can_the_status_that_an_update_reported(template: Template) -> None:
    updates = [Update(text="Begun", status="done"), Update(text="Done")]
    found = fields(template, statuses=[Status(word="Done")], actions=[Action(id="a", title="A", updates=updates)])
    assert found["actions/a/updates/1/status"].choices == ("\u25cf\u00a0Done",)
    assert "actions/a/updates/2/status" not in found


def test_titles_are_short_and_of_one_line_and_no_two_are_alike(template: Template) -> None:
    long = "A title\nthat is much longer than any that Word would take for the title of a control"
    named = titles(template, actions=[Action(id=str(number), title=long) for number in range(12)])
    assert len(set(named.values())) == len(named)
    assert all(len(title) <= LONGEST_TITLE and "\n" not in title for title in named.values())
    assert named["actions/11/title"].endswith("\u2026 (12)")


def test_titles_with_pictures_in_them_are_as_short_as_word_counts(template: Template) -> None:
    named = titles(template, actions=[Action(id=str(number), title="\U0001f693" * 60) for number in range(2)])
    assert max(len(title.encode("utf-16-le")) // 2 for title in named.values()) == LONGEST_TITLE
    assert named["actions/1/title"].endswith("\U0001f693\u2026 (2)")


def test_a_column_of_the_partnership_s_own_is_called_by_its_name_on_one_line(template: Template) -> None:
    named = titles(template, actions=[Action(id="a", title="Patrol", details={"Who\tpays\nwhat": "Police"})])
    assert named["actions/a/details/Who\tpays\nwhat"] == "Who pays what: Patrol"


@settings(max_examples=20)
@given(plans())
def test_of_any_plan_each_text_is_a_field_and_each_title_is_its_own(template: Template, plan: Plan) -> None:
    found = editable_fields(plan, template)
    typed = dict(texts(plan))
    assert {path: field.text for path, field in found.items() if field.text}.items() <= typed.items()
    assert len({field.title for field in found.values()}) == len(found)
    assert all(path == field.path and len(field.title) <= LONGEST_TITLE for path, field in found.items())


@settings(max_examples=20)
@given(plans().filter(lambda plan: plan.title))
def test_whatever_a_document_says_of_a_plan_is_a_field(template: Template, plan: Plan) -> None:
    document = compose_plan(plan, template).document
    assert sent_of(document).fields.keys() <= editable_fields(plan, template).keys()


@pytest.mark.parametrize("plan", EXAMPLES, ids=lambda plan: plan.parent.name)
def test_all_that_an_example_says_is_a_field(plan: Path) -> None:
    options = prepare_file(plan).options
    assert sent_of(options.document).fields.keys() <= options.sent.fields.keys()


def test_what_is_sent_has_the_title_the_period_and_the_digest_of_the_plan(template: Template) -> None:
    sent = sent_plan(Plan(title="Plan {period}", period=Period.financial(2025)), template)
    assert (sent.title, sent.period, len(sent.digest)) == ("Plan 2025/26", "2025/26", 64)
    assert sent_plan(Plan(title="Plan"), template).period == ""
