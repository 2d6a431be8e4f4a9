"""The names of bookmarks."""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache
from typing import Final

_PLAIN_ANCHOR: Final = re.compile(r"[a-z0-9-]{1,39}", re.ASCII)


@lru_cache(maxsize=4096)
def bookmark_name(anchor: str) -> str:
    """The bookmark of a heading's anchor: letters, digits and underscores, at most 40 characters.

    It begins with an underscore, so that Word does not list it among the user's own. Anchors that cannot be told
    from one another by what is left of them, or by Word, which ignores case, get a piece of their hash.
    Of a plan they come again, in links, in the contents list, and in each file that is made of it.
    """
    kept = re.sub(r"[^A-Za-z0-9]", "_", anchor)
    if _PLAIN_ANCHOR.fullmatch(anchor):
        return f"_{kept}"
    digest = hashlib.sha256(anchor.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"_{kept[:30]}_{digest}"
