"""A plan made in Python instead of a file: Ashford 2021/22, saved as Word and PDF.

python examples/plan_in_code.py [folder]
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from cspdocs import Contact, Organisation, Period, Plan, Priority, Section, Text, save_all

ABOUT = """The Crime and Disorder Act 1998 makes it the duty of councils, police and other services to keep communities
safe together. In Ashford they meet as the Community Safety Partnership, chaired by the council one year and by Kent Police
the next. Its **Community Safety Unit**, which meets every month, looks for answers to the problems of the day."""

PARTNERS = {
    "council": "Ashford Borough Council",
    "police": "Kent Police",
    "county": "Kent County Council (Community Safety)",
    "fire": "Kent Fire and Rescue Service",
    "probation": "Kent, Surrey and Sussex Community Rehabilitation Company and/or National Probation Service",
    "health": "Ashford Clinical Commissioning Group",
}
PRIORITIES = {
    "violence": "Tackling violence",
    "abuse": "Tackling domestic abuse and sexual offences",
    "asb": "Tackling anti-social behaviour",
    "confidence": "Building community capacity and increasing public confidence",
}


def ashford() -> Plan:
    """The plan of a partnership with four priorities and six statutory partners."""
    return Plan(
        title="Partnership Plan",
        partnership="Community Safety Partnership",
        areas=("Ashford",),
        period=Period.financial(2021),
        template="tonbridge-malling",
        contact=Contact(name="Ashford Borough Council", phone="01233 331111"),
        organisations=tuple(Organisation(id=key, name=name, kind="statutory") for key, name in PARTNERS.items()),
        priorities=tuple(Priority(id=key, title=title) for key, title in PRIORITIES.items()),
        sections=(
            Section(id="about", title="About the partnership", body=(Text(text=ABOUT),)),
            Section(id="priorities", kind="priorities", body=(Text(text="For {period} they have chosen:"),)),
            Section(id="members", kind="directory", title="Statutory partners"),
        ),
    )


def main(arguments: Sequence[str]) -> None:
    """Saves the plan in every format into the folder given, or into `out`."""
    sys.stdout.writelines(f"{file}\n" for file in save_all(ashford(), arguments[0] if arguments else "out"))


if __name__ == "__main__":
    main(sys.argv[1:])
