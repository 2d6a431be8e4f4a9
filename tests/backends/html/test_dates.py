from __future__ import annotations

from datetime import date

import pytest

from cspdocs.backends.html.dates import written_date


@pytest.mark.parametrize(
    ("language", "written"),
    [("en-GB", "1 April 2025"), ("en", "1 April 2025"), ("CY", "1 Ebrill 2025"), ("pl", "2025-04-01"), ("", "2025-04-01")],
)
def test_a_date_is_written_as_people_write_it_where_we_know_how(language: str, written: str) -> None:
    assert written_date(date(2025, 4, 1), language) == written


def test_december_is_the_last_month() -> None:
    assert written_date(date(2025, 12, 31), "en-GB") == "31 December 2025"
