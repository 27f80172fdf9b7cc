"""What the words around a table tell: which organisations it speaks of, and whose municipality it is."""

import re

from cmn_core.intake.cells.grid import Sheet
from cmn_core.intake.headings import Heading
from cmn_core.intake.reading import ScopeCode
from cmn_core.reference import District, Region
from cmn_core.reference.spelling import fold_text

# «муниципального района» beside the title must not count: only organisations and institutions have a scope.
_BEARER = r"[а-я]+ (?:[а-я]+ ){0,2}(?:организаци|учрежден|школ|оо\b|оу\b)"
_STATE = re.compile(rf"государственн{_BEARER}")
_MUNICIPAL = re.compile(rf"муниципальн{_BEARER}")
_BOTH = re.compile(r"(?:государственн|муниципальн)[а-я]+ и (?:государственн|муниципальн)[а-я]+ ")
# The city of an address is no sender: «644043, г. Омск», «г. Омск, ул. Красный Путь».
_ADDRESS = re.compile(r"\b\d{6},? ?г\. ?[а-я-]+|\bг\. ?[а-я-]+,? ?(?=(?:ул|просп|пр|пер|бульв|б-р|мкр|наб)\b)")


def find_scope(sheet: Sheet, heading: Heading) -> ScopeCode:
    """Read the scope from the organisation's caption, else from the title; `all` where both are silent."""
    for words in (heading.words(heading.columns["organisation"]), _title_words(sheet, heading)):
        state, municipal = bool(_STATE.search(words)), bool(_MUNICIPAL.search(words))
        if _BOTH.search(words) or (state and municipal):
            return "all"
        if state or municipal:
            return "state" if state else "municipal"
    return "all"


def find_district(sheet: Sheet, heading: Heading, region: Region) -> District | None:
    """Find the one municipality that the words above the table, the caption or the sheet's name tell of."""
    words = _ADDRESS.sub(" ", f"{_title_words(sheet, heading)} {heading.words(heading.columns['organisation'])}")
    named = [district for district in region.districts if _names_district(words, district)]
    if not named and sheet.name:
        title = re.sub(r"\s+район$", "", fold_text(sheet.name))
        named = [district for district in region.districts if fold_text(district.short) == title]
    return named[0] if len(named) == 1 else None


def _names_district(words: str, district: District) -> bool:
    """Match a declined name: «Тарского муниципального района», «г. Омска», «городу Омску»."""
    short = fold_text(district.short)
    if short.startswith("г. "):
        stem = re.escape(short[3:])
        return re.search(rf"\bг(?:\.|ород[а-я]*) ?{stem}[а-я]{{0,2}}\b(?! ?област)", words) is not None
    stem = re.escape(short[:-2])
    return re.search(rf"\b{stem}(?:ий|ый|ого|ому|им|ым|ом)\b(?: [а-я]+){{0,3}} (?:район|мр\b)", words) is not None


def _title_words(sheet: Sheet, heading: Heading) -> str:
    lines = (value for row in sheet.rows[: heading.top - 1] for value in row if isinstance(value, str))
    return " ".join(fold_text(line) for line in lines)
