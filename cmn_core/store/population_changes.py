"""What a file of «Численность» changes in the values in force, cell by cell."""

from collections.abc import Iterable
from dataclasses import dataclass

from cmn_core.intake.reading import PopulationRow
from cmn_core.store.facts import PopulationValue
from cmn_core.store.population import NO_SOURCE


@dataclass(frozen=True, slots=True)
class PopulationChange:
    """A value of a file beside the one in force."""

    district: str
    year: int
    group: str
    before: int | None
    """None: no value yet."""
    now: int
    source_before: str | None
    source: str | None

    @property
    def is_same(self) -> bool:
        """Tell whether saving would leave the number and its source as they are."""
        return self.before == self.now and self.source_before == (self.source or NO_SOURCE)


def compare_population(
    rows: Iterable[PopulationRow], in_force: Iterable[PopulationValue]
) -> tuple[PopulationChange, ...]:
    """Lay each value of a file beside the one in force; values that the file does not name are left out."""
    standing = {(value.district, value.year, value.group): value for value in in_force}
    changes = []
    for row in rows:
        value = standing.get((row.district, row.year, row.group))
        changes.append(
            PopulationChange(
                district=row.district,
                year=row.year,
                group=row.group,
                before=value.value if value else None,
                now=row.value,
                source_before=value.source if value else None,
                source=row.source,
            )
        )
    return tuple(changes)
