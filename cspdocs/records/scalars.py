"""Dates, yes or no, and numbers as people type them."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Final

MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

DATE: Final = "[0-9]{1,2}(st|nd|rd|th)? +[A-Za-z]{3,9} +[0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2}"
FLAG: Final = "[Yy]es|[Nn]o|[Tt]rue|[Ff]alse|[Oo]n|[Oo]ff"
WHOLE: Final = "[-+]?[0-9]{1,15}"
NUMBER: Final = r"[-+]?[0-9]{1,15}(\.[0-9]{1,350})?"
"""What may be written, as regular expressions that Python and JSON Schema read alike."""

_DATE = re.compile("([0-9]{1,2})(?:st|nd|rd|th)? ([A-Za-z]+) ([0-9]{4})")
_ISO_DATE = re.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})")
_FLAGS: Final = {"yes": True, "true": True, "on": True, "no": False, "false": False, "off": False}


def parse_month(name: str) -> int:
    """The number of the month called `name`, in full or by its first three letters or more.

    Raises:
        ValueError: if no month is called so.
    """
    for number, month in enumerate(MONTHS, 1):
        if len(name) >= 3 and month.lower().startswith(name.lower()):
            return number
    raise ValueError(f'"{name}" is not a month')


def parse_date(text: str) -> date:
    """The day written as `text`: `1 April 2025`, `1st Apr 2025` or `2025-04-01`.

    Days and months in figures alone, as in 1/4/2025, are not read: half the world reads them otherwise.

    Raises:
        ValueError: if `text` is neither, or there is no such day.
    """
    text = " ".join(text.split())
    if written := _DATE.fullmatch(text):
        day, month, year = int(written[1]), parse_month(written[2]), int(written[3])
    elif written := _ISO_DATE.fullmatch(text):
        year, month, day = int(written[1]), int(written[2]), int(written[3])
    else:
        raise ValueError('write "1 April 2025" or "2025-04-01"')
    try:
        return date(year, month, day)
    except ValueError:
        raise ValueError("there is no such day") from None


def parse_flag(text: str) -> bool:
    """Whether `text` says yes.

    Raises:
        ValueError: if it says neither yes nor no.
    """
    if not re.fullmatch(FLAG, text):
        raise ValueError('write "yes" or "no"')
    return _FLAGS[text.lower()]


def parse_whole(text: str) -> int:
    """The whole number written as `text`, in digits only.

    Raises:
        ValueError: if it is anything else.
    """
    if not re.fullmatch(WHOLE, text):
        raise ValueError('write a whole number in digits, such as "12"')
    return int(text)


def parse_number(text: str) -> float:
    """The number written as `text`, with or without a decimal point.

    Raises:
        ValueError: if it is anything else.
    """
    if not re.fullmatch(NUMBER, text):
        raise ValueError('write a number, such as "1.15"')
    return float(text)


def show_flag(flag: bool) -> str:
    """`yes` or `no`."""
    return "yes" if flag else "no"


def show_number(number: float) -> str:
    """`number` as `parse_number` reads it, without a needless decimal point."""
    return format(Decimal(repr(number)), "f").removesuffix(".0")
