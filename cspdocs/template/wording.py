"""What wording.yaml may say: headings, ready text, and every phrase that is printed beside the plan's own words.

What stands in braces in a phrase is filled in when it is printed (`cspdocs.template.phrases`). Headings, ready text, header
and footer may also quote the plan: {period}, {area}, {contact.phone} and the like (`cspdocs.plan.placeholders`).
"""

from __future__ import annotations

from cspdocs.plan.governance import Kind
from cspdocs.records.fields import Prose, key, many, optional
from cspdocs.values import frozen


@frozen(kw_only=True)
class SectionWording:
    """What a section of a kind is called, and what it says, when the plan does not.

    What is left out is as in `READY_SECTIONS`, where the kind stands there. A sentence of the ready text that quotes what
    the plan does not say is not printed.
    """

    kind: str = key("The kind of section.")
    title: str = optional("The heading; may quote {period}, {previous} and their forms.", "", shorthand=True)
    contents_title: str = optional("The title in the contents list, where it differs.", "")
    text: Prose | None = optional("What a section without text of its own says; may quote the plan.")
    numbered: bool | None = optional("no to leave sections of this kind out of the numbering.")


@frozen(kw_only=True)
class PublicationWording:
    """What web pages say beside the document."""

    skip: str = optional("The link past everything that stands before the text.", "Skip to main content")
    contents: str = optional("The name of a contents list that has no heading.", "Contents")
    sections: str = optional("The heading above the list of pages.", "Sections")
    neighbours: str = optional("The name of the links to the pages before and after.", "Previous and next section")
    previous: str = optional("Before the title of the page before.", "Previous")
    next: str = optional("Before the title of the page after.", "Next")
    downloads: str = optional("The heading above the files to download.", "Download this document")
    download: str = optional("A file to download.", "{title} ({format}, {pages}, {size})")
    one_page: str = optional("The length of a file of one page.", "1 page")
    pages: str = optional("The length of a file of several pages.", "{number} pages")
    summary: str = optional("The heading above the link from the plan to its summary.", "In short")
    plan: str = optional("The heading above the links from the summary to the plan.", "The whole plan")
    issued: str = optional("The date of the document, at the foot of each page.", "Issued on {date}")
    top: str = optional("The link back to the top of the page.", "Back to top")


@frozen(kw_only=True)
class Wording:
    """wording.yaml: headings and phrases. Those with `{…}` print a value there."""

    sections: tuple[SectionWording, ...] = many("Headings and ready text of the kinds of sections.")
    kinds: tuple[Kind, ...] = many("Headings for kinds of organisations, priorities, groups and strategies.")

    contents: str = optional("The heading of the contents list.", "Contents")
    contents_page: str = optional("A page number in the contents list.", "{number}")
    header: str = optional("The header of every page but the cover; empty for none.", "")
    footer: str = optional("The footer of every page but the cover.", "Page {page} of {pages}")
    draft: str = optional("Put before the header while the plan is a draft.", "Draft {version}")
    approved: str = optional("Who approved the plan, on the cover; empty for no such line.", "Approved: {approved}")
    next_review: str = optional("When it is looked at again, on the cover; empty for no such line.", "Next review: {review}")
    edition: str = optional("Printed below the title where the plan names the year of its edition.", "Edition {edition}")
    appendix: str = optional("Put before the heading of an appendix.", "Appendix {letter}")

    phone: str = optional("A telephone number.", "Tel: {phone}")
    email: str = optional("An e-mail address.", "Email: {email}")
    web: str = optional("A web address.", "{web}")

    labelled: str = optional("What a column shows, where it stands in a list or a full-width row.", "{label}: {value}")
    between: str = optional("Stands between names in running text.", ", ")
    before_last: str = optional("Stands before the last name in running text.", " and ")
    answer_yes: str = optional("Printed in a table where something holds.", "Yes")
    answer_no: str = optional("Printed in a table where it does not.", "No")
    total: str = optional("The first cell of a row of totals.", "Total")
    blank: str = optional("What stands in a cell of an action table or register that has nothing to show.", "")

    no_update: str = optional("What stands in place of an update that is not there yet.", "")
    no_status: str = optional("What stands in place of a status that is not there yet.", "")
    no_figure: str = optional("What stands in place of a figure without value or reason.", "No figure")
    other_priority: str = optional("The heading of actions that belong to no priority.", "Other actions")

    new: str = optional("An action that was not in last year's plan.", "New")
    carried_over: str = optional("An action that goes on from last year, or into this one.", "Carried over")
    closed: str = optional("An action of last year that is done.", "Closed")
    dropped: str = optional("An action of last year that has been given up.", "Dropped")
    dropped_because: str = optional("The same, with its reason.", "Dropped: {reason}")
    movement: str = optional("One of these words after the title of an action, where the layout asks for it.", "({mark})")
    also: str = optional("The other priorities that an action serves.", "Also serves: {priorities}")
    update_entry: str = optional("An update: when, by whom, and how it went.", "{when}, {by}: {text}")

    lead: str = optional("Who leads on a priority, in its own section.", "Lead: {owners}")
    why: str = optional("The heading of why something is a priority.", "Why this is a priority")
    aims: str = optional("The heading of a priority's aims.", "Our aims")
    outcomes: str = optional("The heading of what a priority is to bring about.", "What we want to see")
    priority_figures: str = optional("The heading of a priority's figures.", "The figures")
    priority_actions: str = optional("The heading of this year's actions in the section of a priority.", "What we will do")
    priority_review: str = optional("The heading of last year's actions there.", "What we did in {previous}")
    priority_strategies: str = optional("The heading of the strategies that a priority is linked to.", "Related strategies")

    tally: str = optional("The title of the table that counts actions by status.", "Actions by status")
    statistics: str = optional("The title of a table of figures that has none of its own.", "Figures")
    better: str = optional("A change for the better.", "{change}, better")
    worse: str = optional("A change for the worse.", "{change}, worse")
    unchanged: str = optional("What stands in place of a change of nothing.", "no change")
    value_of_base: str = optional("A figure and the number that it is a share of.", "{value} of {base}")
    as_at: str = optional("The date that figures stand for, in the note below them.", "As at {date}.")
    source: str = optional("Where figures come from, in the note below them.", "Source: {source}.")
    bar_chart: str = optional("How the description of a bar chart begins.", "Bar chart: {title}.")
    line_chart: str = optional("How the description of a line chart begins.", "Line chart: {title}.")
    chart_series: str = optional("One row of values in the description of a chart.", "{label}: {values}.")
    chart_value: str = optional("One of those values.", "{value} in {period}")
    chart_table: str = optional("The title of the table below a chart.", "{title}: the figures")

    structure: str = optional("How the description of a chart of groups begins.", "Chart of the groups.")
    reports_to: str = optional("A line between two groups, in words.", "{name} reports to {parent}.")
    voting: str = optional("Printed with a member that has a vote, outside tables.", "Has a vote")
    public: str = optional("Printed with a meeting that anybody may attend, outside tables.", "Open to the public")
    chair: str = optional("Who chairs, outside tables.", "Chair: {chair}")
    post: str = optional("Below the name of somebody who signs.", "{post}, {organisation}")

    release_state: str = optional("A line of the control table: draft or final.", "State")
    release_version: str = optional("A line of the control table: the version.", "Version")
    release_date: str = optional("A line of the control table: its date.", "Date")
    release_author: str = optional("A line of the control table: who answers for it.", "Author")
    release_approved: str = optional("A line of the control table: who approved it.", "Approved by")
    release_review: str = optional("A line of the control table: when it is looked at again.", "Next review")
    state_draft: str = optional("The state of a draft.", "Draft")
    state_final: str = optional("The state of an approved plan.", "Final")
    history: str = optional("The title of the list of versions.", "Version history")

    summary: str = optional("Which plan the summary is of, below its title.", "{title} {period} on a page")
    summary_vision: str = optional("The vision, in the summary.", "\u201c{vision}\u201d")
    summary_partners: str = optional("The heading of the partners, in the summary.", "Who is in the partnership")
    summary_vote: str = optional("A member that has a vote, where others of its kind have none.", "{name} (has a vote)")
    summary_votes: str = optional("Printed where all members of a kind have one.", "Each has a vote.")
    summary_others: str = optional("The heading of members of no kind, where others are of one.", "Other members")
    summary_actions: str = optional("The heading of the council's actions.", "Its actions in {period}")
    summary_agencies: str = optional("Before the members of a group, in the summary.", "Agencies")
    summary_member: str = optional("One of them, and what a reader should know of it.", "{name} ({note})")
    summary_web: str = optional("Where the whole plan is to be found.", "The whole plan: {web}")

    credit: str = optional("Who made a picture, after its caption.", "Picture: {credit}")
    attribution: str = optional("Whose words a quotation gives.", "{who}")
    notes: str = optional("The heading of the notes at the end of a section.", "Notes")
    note_mark: str = optional("The number of a note, in the text and before the note.", "[{number}]")
    note_return: str = optional("The link from a note back to the text.", "back to the text")

    publication: PublicationWording = optional("What web pages say beside the document.", PublicationWording())
