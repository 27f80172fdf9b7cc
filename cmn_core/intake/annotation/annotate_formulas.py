"""Formulas of a grid in a new xlsx: kept where Excel reads them there, else carried as the value with their text."""

import re
from collections.abc import Collection
from datetime import date, datetime, time, timedelta

from openpyxl.formula import Tokenizer
from openpyxl.formula.tokenizer import Token, TokenizerError
from openpyxl.utils import FORMULAE

from cmn_core.intake.cells.grid import CellValue

_PIECE = 200
_MOST = 4_000
_REFERENCE = re.compile(r"(?:(?:'(?P<quoted>[^'\[\]]+)'|(?P<plain>\w+))!)?\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?")


def carry_formula(formula: str, value: CellValue | timedelta, is_error: bool, titles: Collection[str]) -> str:
    """Return a formula with «=» for a new xlsx whose sheets are `titles`.

    Another grammar (ods), another file or a missing sheet would make Excel call the copy damaged; such a formula
    becomes its stored value in words that Excel computes, its own text inside as a string.
    """
    if _is_portable(formula, titles):
        return f"={formula}"
    return f"=IF(ISTEXT({_text(formula[:_MOST])}),{_literal(value, is_error)})"


def _is_portable(formula: str, titles: Collection[str]) -> bool:
    try:
        tokens = Tokenizer(f"={formula}").items
    except (TokenizerError, IndexError, AttributeError):
        return False
    return bool(tokens) and all(_is_portable_token(token, titles) for token in tokens)


def _is_portable_token(token: Token, titles: Collection[str]) -> bool:
    if token.type == Token.FUNC and token.subtype == Token.OPEN:
        return token.value.rstrip("(").upper() in FORMULAE
    if token.type == Token.OPERAND and token.subtype == Token.RANGE:
        found = _REFERENCE.fullmatch(token.value)
        sheet = found and (found["quoted"] or found["plain"])
        return bool(found) and (not sheet or sheet in titles)
    return bool(token.type != Token.ARRAY)


def _literal(value: CellValue | timedelta, is_error: bool) -> str:
    if is_error or value is None:
        return "NA()"
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime | date):
        return f"DATE({value.year},{value.month},{value.day})"
    if isinstance(value, time | timedelta):
        return _text(str(value))
    return repr(value) if isinstance(value, int | float) else _text(value)


def _text(text: str) -> str:
    """Write a string literal; Excel takes 255 signs in one, so a long one is joined of pieces."""
    pieces = [text[start : start + _PIECE] for start in range(0, len(text), _PIECE)] or [""]
    return "&".join('"' + piece.replace('"', '""') + '"' for piece in pieces)
