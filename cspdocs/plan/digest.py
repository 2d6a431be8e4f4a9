"""A fingerprint of a plan, by which two states of it are told apart."""

from __future__ import annotations

import hashlib
import json

from cspdocs.plan.model import Plan
from cspdocs.records.unstructure import unstructure


def plan_digest(plan: Plan) -> str:
    """The SHA-256 of all that a plan file would hold, as 64 hexadecimal digits; where the plan was read from is no part.

    Raises:
        ValueError: if two records have one key, so that no file could hold the plan.
    """
    return hashlib.sha256(json.dumps(unstructure(plan)).encode()).hexdigest()
