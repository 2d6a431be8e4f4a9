"""The search for garbage, held back while something big is made."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collecting() -> Iterator[None]:
    """Holds back the search for garbage; as a decorator, from when a function is called until all that it made is gone.

    All that is made of a plan lives until it is written; to look through it again and again, in vain, takes a fifth of
    the time of a big one. Python searches once it may again, so hold it back around everything that must not be searched.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
