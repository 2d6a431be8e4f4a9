"""How the partnership is run: its groups and who reports to whom, when they meet, and the strategies it serves."""

from __future__ import annotations

from cspdocs.records.fields import Prose, key, many, optional, required
from cspdocs.values import frozen


@frozen(kw_only=True)
class Kind:
    """A kind of priorities, organisations, groups or strategies, such as cross-cutting themes or statutory partners.

    Where a plan declares kinds, those that it uses and has not declared are slips.
    """

    id: str = key("The word that stands after kind: where something is of this kind.")
    title: str = optional("The heading of things of this kind, such as Statutory partners.", "", shorthand=True)
    text: Prose = optional("What all of them have in common, printed below the heading.", "")


@frozen(kw_only=True)
class Group:
    """A board, group or unit of the partnership."""

    id: str = key("The short name by which meetings, actions and other groups refer to the group.")
    name: str = required("The name as it is printed.", shorthand=True)
    kind: str = optional("Strategic, operational, or a word of the partnership's own.", "", refers="kind")
    purpose: Prose = optional("What the group is for.", "")
    chair: str = optional("Who takes the chair.", "")
    meets: str = optional("How often it meets, such as monthly.", "")
    reports_to: str = optional("The id of the group above it.", "", refers="group")
    members: tuple[str, ...] = many("Who belongs to it: ids of organisations or groups, or names.", refers="member or name")


@frozen(kw_only=True)
class Meeting:
    """A meeting of the year's calendar."""

    date: str = required("When, as it is printed: 14 October 2025, or each month.", shorthand=True)
    group: str = optional("Who meets: the id of a group, or a name.", "", refers="group or name")
    place: str = optional("Where.", "")
    subject: str = optional("What it is about.", "")
    public: bool = optional("yes where everybody may come.", False)


@frozen(kw_only=True)
class Strategy:
    """A strategy or plan of somebody else's, or the partnership's own, that this one goes with."""

    id: str = key("The short name by which priorities refer to the strategy.")
    title: str = required("The title as it is printed.", shorthand=True)
    kind: str = optional("National, county, or a word of the partnership's own.", "", refers="kind")
    owner: str = optional("Whose it is: the id of an organisation, or a name.", "", refers="organisation or name")
    period: str = optional("The years it is for, such as 2022 to 2025.", "")
    link: str = optional("Where to find it.", "")
    note: Prose = optional("What it has to do with this plan.", "")
