"""Dates as people write them."""

from __future__ import annotations

from datetime import date
from typing import Final

_MONTHS: Final = {
    "en": "January February March April May June July August September October November December",
    "cy": "Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr",
}


def written_date(day: date, language: str) -> str:
    """A date in a language, by its BCP 47 tag: `1 April 2025`; in figures, `2025-04-01`, where its months are not known."""
    months = _MONTHS.get(language.lower().partition("-")[0], "").split()
    return f"{day.day} {months[day.month - 1]} {day.year}" if months else day.isoformat()
