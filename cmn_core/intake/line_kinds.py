"""Which rows under a heading are no data by their words: totals, captions of sections, numbers of columns."""

import re
from collections.abc import Sequence
from itertools import pairwise

from cmn_core.intake.organisation_names import looks_like_organisation
from cmn_core.reference.spelling import fold_text

_TOTAL = re.compile(
    r"(?:итого?\b|итоги\b|и т о г о?\b|итогов[а-я]+ (?:сумм|строк|значени)|всего\b|в с е г о\b|"
    r"общий итог|общее (?:кол|чис)|сумма\b|свод\b|"
    r"по (?:район|муниципал|округ|город|област|регион|школам)[а-я]*\b)"
)
_TOTAL_LAST = re.compile(r"\b(?:итого|всего)$")
_GRAND = re.compile(r"(?:всего|общий)|(?:муниципал|район|област|округ|региону|г\. )")
_ASIDE = re.compile(
    r"(?:в том числе|из них|в т\. ?ч\.|справочно\b|охват\b|доля\b|процент|%|"
    r"количество (?:организац|школ|оо\b|учрежден))"
)
_COLUMN_NUMBER = re.compile(r"\(?(?:гр\.? ?|графа )?(\d{1,2})[).]?(?: ?= ?[\d+ гр.]+)?")
_COLUMN_LETTER = re.compile(r"[А-Яа-яA-Za-z]")


def is_total(label: str) -> bool:
    """Tell «ИТОГО», «Всего по району» from an organisation."""
    folded = fold_text(label).strip(' ".:')
    return _TOTAL.match(folded) is not None or (folded[-1:] == "о" and _TOTAL_LAST.search(folded) is not None)


def is_aside(label: str) -> bool:
    """Tell «в том числе …», «Охват, %»: people counted in other lines already, or no people at all."""
    return bool(_ASIDE.match(fold_text(label)))


def reads_as_grand_total(label: str) -> bool:
    """Tell «Всего по району» from «Итого по городским школам» by its words."""
    return bool(_GRAND.search(fold_text(label)))


def is_caption(label: str, is_merged_across: bool, is_numbered: bool) -> bool:
    """Tell a section caption («Сельские школы») from an organisation whose counts are left out."""
    if is_merged_across:
        return True
    return not is_numbered and not looks_like_organisation(label)


def is_column_numbers(cells: Sequence[str]) -> bool:
    """Tell the row «1 2 3 4 5 6» (also «А Б 1 2 3 4», «(1) (2)») under a heading by all its filled cells."""
    if len(cells) < 4:
        return False
    numbers = [int(found[1]) for cell in cells if (found := _COLUMN_NUMBER.fullmatch(fold_text(cell)))]
    letters = [cell for cell in cells if _COLUMN_LETTER.fullmatch(cell)]
    ascending = all(later - earlier == 1 for earlier, later in pairwise(numbers))
    return len(numbers) + len(letters) == len(cells) and len(numbers) >= 3 and ascending
