"""Whose report a file is: by its own words, else by the organisations that it names; never by the file's name."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from cmn_core.intake.matching import KnownOrganisation
from cmn_core.intake.organisation_names import name_key
from cmn_core.intake.reading import Reading

ToldBy = Literal["file", "organisations", "nothing", "both"]
"""«both»: the file names one municipality, its organisations are another's."""


@dataclass(frozen=True, slots=True)
class SenderGuess:
    """The municipality that a file seems to come from, and by what."""

    district: str | None
    """ОКТМО; None: a person has to say."""
    told_by: ToldBy
    candidates: tuple[str, ...] = ()
    """Municipalities that know organisations of the file, the one that knows most first."""
    known: int = 0
    """How many of the file's organisations the guessed municipality knows …"""
    of: int = 0
    """… of how many."""
    named: str | None = None
    """The municipality that the file names where its organisations are another's."""


def guess_sender(reading: Reading, known: Sequence[KnownOrganisation]) -> SenderGuess:
    """Guess the sender; `known`: the organisations of the whole region.

    The file's words go first, unless another municipality knows at least half of the names, some of them alone, and
    twice as many as the one named: a template copied from a neighbour; then nobody is guessed. Organisations tell
    where one municipality alone knows at least half of the names and no name is known elsewhere only.
    """
    keys = {name_key(name) for name in reading.names}
    homes = _find_homes(keys, known)
    counted = Counter(home for found in homes.values() for home in found)
    candidates = tuple(sorted(counted, key=lambda home: (-counted[home], home)))
    if reading.district is not None and candidates:
        filled_by = candidates[0]
        if _outweighs(filled_by, reading.district, homes, counted, len(keys)):
            return SenderGuess(None, "both", candidates, counted[filled_by], len(keys), reading.district)
    if reading.district is not None:
        return SenderGuess(reading.district, "file", candidates, counted[reading.district], len(keys))
    complete = [home for home in candidates if counted[home] == len(homes)]
    if len(complete) == 1 and 2 * len(homes) >= len(keys):
        return SenderGuess(complete[0], "organisations", candidates, len(homes), len(keys))
    return SenderGuess(None, "nothing", candidates, 0, len(keys))


def _outweighs(
    filled_by: str, named: str, homes: Mapping[str, set[str]], counted: Mapping[str, int], names: int
) -> bool:
    """Tell whether a file's organisations are another municipality's; schools of one name stand in many."""
    has_own = filled_by != named and any(found == {filled_by} for found in homes.values())
    return has_own and 2 * counted[filled_by] >= names and counted[filled_by] >= 2 * counted[named]


def _find_homes(keys: Iterable[str], known: Sequence[KnownOrganisation]) -> dict[str, set[str]]:
    """Return the municipalities that know each name; a name that nobody knows is left out."""
    wanted = set(keys)
    homes: dict[str, set[str]] = {}
    for organisation in known:
        for key in {organisation.key, *organisation.aliases} & wanted:
            homes.setdefault(key, set()).add(organisation.district)
    return homes
