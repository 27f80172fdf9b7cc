"""A region's pack: its municipalities, their place on the tile map, and how a person's words name one."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pydantic import Field

from cmn_core.errors import ReferenceDataError, UsageError
from cmn_core.reference.loading import DATA_FOLDER, Entry, parse_table, read_csv, read_toml
from cmn_core.reference.names import Phrase
from cmn_core.reference.spelling import fold_text


class District(Entry):
    """A municipality; `column` and `row` are its tile, `tile_name` marks where the name may break with «|»."""

    oktmo: str = Field(pattern=r"^\d{8}$")
    name: str
    short: str
    genitive: str
    tile_name: str
    column: int = Field(ge=0)
    row: int = Field(ge=0)
    longitude: float
    latitude: float


class RegionFacts(Entry):
    """What the region's texts need."""

    oktmo: str = Field(pattern=r"^\d{8}$")
    name: str
    name_genitive: str
    short: str
    short_genitive: str
    short_dative: str
    title: str
    centre: str
    capital: str
    districts_heading: str
    time_zone: str
    projects: tuple[str, ...]
    state_words: tuple[str, ...]
    name_phrase: tuple[Phrase, ...] = ()


@dataclass(frozen=True, slots=True)
class Region:
    """A region with its municipalities in the order of their ОКТМО."""

    facts: RegionFacts
    districts: tuple[District, ...]

    def district(self, oktmo: str) -> District:
        """Return the municipality of an ОКТМО; raise UsageError for a stranger."""
        for district in self.districts:
            if district.oktmo == oktmo:
                return district
        raise UsageError(f"В регионе нет муниципалитета с ОКТМО «{oktmo}».")

    def find_district(self, words: str) -> District:
        """Find a municipality by ОКТМО, exact short name, or a unique beginning; else raise UsageError with candidates.

        Case, ё and «г. » are ignored: «Тарский», «омск», «Омский».
        """
        for test in (str.__eq__, str.startswith):
            found = [district for district in self.districts if _names(district, words, test)]
            if len(found) == 1:
                return found[0]
            if found:
                names = ", ".join(district.short for district in found)
                raise UsageError(f"Муниципалитет «{words}» указан неоднозначно: {names}. Уточните название.")
        raise UsageError(
            f"Муниципалитет «{words}» не найден. Укажите ОКТМО или название: "
            f"{', '.join(district.short for district in self.districts)}."
        )


def _names(district: District, words: str, test: Callable[[str, str], bool]) -> bool:
    asked = _plain(words)
    return bool(asked) and (test(district.oktmo, asked) or test(_plain(district.short), asked))


def _plain(name: str) -> str:
    return re.sub(r"^г\.?\s+", "", fold_text(name))


@cache
def read_region(folder: Path | None = None) -> Region:
    """Read a region's pack; the only one shipped is the default."""
    folder = folder or _only_pack()
    path = folder / "region.toml"
    facts = parse_table(path, RegionFacts, read_toml(path))
    districts = read_csv(folder / "districts.csv", District)
    if len({district.oktmo for district in districts}) != len(districts):
        raise ReferenceDataError(f"Справочник {folder.name}/districts.csv: ОКТМО повторяется. Исправьте файл.")
    if len({(district.column, district.row) for district in districts}) != len(districts):
        raise ReferenceDataError(f"Справочник {folder.name}/districts.csv: две плитки на одном месте. Исправьте файл.")
    return Region(facts, tuple(sorted(districts, key=lambda district: district.oktmo)))


def _only_pack() -> Path:
    packs = sorted(path.parent for path in (DATA_FOLDER / "regions").glob("*/region.toml"))
    if not packs:
        raise ReferenceDataError("В папке data/regions нет ни одного региона. Восстановите папку.")
    return packs[0]
