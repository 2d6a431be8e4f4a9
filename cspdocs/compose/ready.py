"""What a section says that has no body: what the plan has elsewhere, else the template's ready text for its kind."""

from __future__ import annotations

from cspdocs.compose.context import Context
from cspdocs.template.phrases import known_sentences
from cspdocs.template.wording import SectionWording


def ready_text(kind: str, context: Context) -> tuple[str, str]:
    """The text for sections of a kind, in the Markdown subset, and the path of its field; both may be empty.

    Sentences of the template that quote what the plan does not say are left out.
    """
    plan = context.plan
    own = {"access": plan.access, "chair": plan.chair}.get(kind, "")
    if own:
        return own, kind
    wording = section_wording(kind, context)
    text = known_sentences(wording.text or "", context.placeholders) if wording else ""
    # The vision alone is the plan's own text, and not words around it.
    return (plan.vision, "vision") if text == "{vision}" else (text, "")


def section_wording(kind: str, context: Context) -> SectionWording | None:
    """What the template says of sections of a kind; `None` for a kind that it does not know."""
    return next((wording for wording in context.template.wording.sections if wording.kind == kind), None)
