from __future__ import annotations

import pytest

from cspdocs.plan.blocks import ACTION_FIELDS, Column
from cspdocs.plan.measures import FORMS
from cspdocs.records.fields import file_name
from cspdocs.records.types import record_shape
from cspdocs.template.layouts import (
    ACTION_HEADINGS,
    REGISTER_FIELDS,
    REGISTER_HEADINGS,
    TYPED_FIELDS,
    ActionLayout,
    DirectoryLayout,
    RegisterLayout,
    Tables,
    usual_register,
)


@pytest.mark.parametrize("record", [Tables, ActionLayout, RegisterLayout, DirectoryLayout])
def test_every_field_is_explained_and_may_stand_in_a_file(record: type) -> None:
    shape = record_shape(record)
    assert all(field.about.endswith(".") for field in shape.fields.values())
    assert all(name == file_name(name) for name in shape.fields)


def test_every_column_of_actions_has_a_heading() -> None:
    assert set(ACTION_HEADINGS) == set(ACTION_FIELDS)
    assert all(ACTION_HEADINGS.values())


def test_a_heading_is_the_templates_or_the_usual_one_or_the_name_of_a_detail() -> None:
    layout = ActionLayout(year="current", columns=(Column(field="owners", heading="Who"), Column(field="due")))
    headings = [layout.heading(field) for field in ("owners", "due", "number", "evidence-of-need")]
    assert headings == ["Who", "By when", "No.", "Evidence of need"]


def test_a_detail_named_by_words_is_headed_by_them_as_they_are() -> None:
    layout = ActionLayout(year="current")
    assert [layout.heading(field) for field in ("Sub-rows", "co-funded by")] == ["Sub-rows", "Co-funded by"]


def test_what_no_column_shows_stands_in_rows_below_the_action() -> None:
    layout = ActionLayout(year="current", columns=(Column(field="action"), Column(field="owners"), Column(field="evidence")))
    rest = layout.rest_columns(("evidence", "ward"))
    assert [column.field for column in rest] == [*(field for field in TYPED_FIELDS if field != "owners"), "ward"]
    assert all(column.place == "row" and column.only_filled and column.heading for column in rest)


def test_a_layout_may_leave_the_rest_out() -> None:
    assert ActionLayout(year="current", rest="none").rest_columns(("ward",)) == ()


@pytest.mark.parametrize("register", REGISTER_HEADINGS)
def test_a_register_has_its_usual_columns_where_they_have_something_to_show(register: str) -> None:
    columns = usual_register(register).columns
    assert [column.heading for column in columns] == list(REGISTER_HEADINGS[register].values())
    assert all(column.only_filled and column.field in REGISTER_FIELDS[register] for column in columns)


def test_statistics_may_show_every_form_of_a_figure_and_periods_of_a_series() -> None:
    statistics = usual_register("statistics")
    assert set(REGISTER_FIELDS["statistics"]) == set(FORMS)
    assert [statistics.heading(field) for field in ("label", "as-at", "2023/24")] == ["Figure", "As at", "2023/24"]
