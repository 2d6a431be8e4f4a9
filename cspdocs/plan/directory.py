"""Who is in the partnership and how to reach them, and what its abbreviations mean."""

from __future__ import annotations

from cspdocs.records.fields import key, many, optional, required
from cspdocs.values import frozen


@frozen(kw_only=True)
class Contact:
    """How to reach a body or a person."""

    name: str = required("The name as it is printed.", shorthand=True)
    address: tuple[str, ...] = many("Postal address, one entry a line.")
    phone: str = optional("Telephone number, with the spaces it is to be printed with.", "")
    email: str = optional("E-mail address.", "")
    web: str = optional("Web address as it is to be printed; with or without https://.", "")


@frozen(kw_only=True)
class Organisation(Contact):
    """A body that is a member of the partnership or leads an action."""

    id: str = key("The short name by which actions and groups refer to the organisation.")
    short: str = optional("The name printed where the organisation leads an action, such as TMBC.", "")
    aliases: tuple[str, ...] = many("Other names under which the organisation appears.")
    kind: str = optional("Statutory, other, invited, or a word of the partnership's own.", "", refers="kind")
    voting: bool = optional("yes when it has a vote in the partnership.", False)
    people: tuple[str, ...] = many("Who represents it, a name or post each.")
    listed: bool = optional("no when the organisation leads actions but stands in no directory.", True)
    note: str = optional("Anything a reader should know, printed below the name.", "")

    @property
    def owner_name(self) -> str:
        """The name printed in an owner column."""
        return self.short or self.name


@frozen(kw_only=True)
class Term:
    """An entry of the glossary."""

    term: str = key("The abbreviation or word.")
    meaning: str = required("What it stands for.", shorthand=True)
    note: str = optional("More than the meaning, printed after it.", "")
