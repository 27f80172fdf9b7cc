"""Levelled names of enterprises, so that one partner under two spellings is counted once."""

import re
from functools import lru_cache

from cmn_core.reference.names import read_enterprise_forms, read_no_enterprise
from cmn_core.reference.spelling import fold_text

_NOT_A_WORD = re.compile(r"[^0-9a-zа-я]+")


@lru_cache(maxsize=5_000)
def partner_key(name: str | None) -> str | None:
    """Return an enterprise's name without legal form, quotes and punctuation; None where none is named.

    A name that is nothing but a legal form stays as it is.
    """
    words = _NOT_A_WORD.sub(" ", fold_text(name or "")).split()
    spelled = " ".join(words)
    if not spelled or spelled in read_no_enterprise():
        return None
    for form in read_enterprise_forms():
        spelled = re.sub(rf"\b{form}\b", " ", spelled)
    return " ".join(spelled.split()) or " ".join(words)
