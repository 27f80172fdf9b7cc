"""A municipality by the words that files have for it."""

import re

from cmn_core.reference import District, Region
from cmn_core.reference.spelling import fold_text

_DISTRICT_WORDS = re.compile(r" (?:(?:немецкий )?национальный )?(?:муниципальный )?(?:район|р-н|мр|округ)\b.*")
_CITY_WORDS = re.compile(r"^(?:муниципальное образование )?(?:городской округ |го )?(?:г\. ?|г |город )?")


def find_named_district(text: str, region: Region) -> District:
    """Find by all that the region knows, by the full official name too, by «Тарский район» and «г.Омск».

    Raises UsageError where none or several are meant.
    """
    folded = fold_text(text)
    full = next((district for district in region.districts if fold_text(district.name) == folded), None)
    return full or region.find_district(_DISTRICT_WORDS.sub("", _CITY_WORDS.sub("", folded)) or text)
