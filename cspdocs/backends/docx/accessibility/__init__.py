"""What keeps people from reading a Word file, by the rules of Word's and LibreOffice's accessibility checkers.

The rules look at the file as it is, whoever made it, and not at the plan it was made from. Word's own are those of
Microsoft's "Rules for the Accessibility Checker", LibreOffice's those of its "Accessibility Check"; that colour alone
carries a meaning neither can see.
"""

from __future__ import annotations

from collections.abc import Mapping

from cspdocs.backends.docx.accessibility.rules import judge
from cspdocs.backends.docx.accessibility.wordfile import read_word_file
from cspdocs.diagnostics import Diagnostic


def verify_parts(parts: Mapping[str, bytes]) -> tuple[Diagnostic, ...]:
    """What is found in a Word file that has these parts, name to content, rule by rule; empty when it is clean.

    Each finding says what was met, below which heading and in which table, and the cure; its path is the tag of the
    nearest content control. A part that cannot be read is a finding too, and never an exception.
    """
    return judge(read_word_file(parts))
