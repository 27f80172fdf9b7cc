"""The numbers that a report states for an organisation: one value that is added, taken away and stored as a whole."""

from collections.abc import Iterable
from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class PeopleCounts:
    """People of an organisation, or the sums of many; a layout that does not ask for a number leaves it 0."""

    involved_before: int = 0
    """Expansion form: people at its first date, of no stated role …"""
    added_mentors: int = 0
    """… and those drawn in additionally."""
    added_mentees: int = 0
    pupils_10_19: int = 0
    """Monthly form from here on: the contingent, …"""
    pupils_15_19: int = 0
    young_teachers: int = 0
    involved: int = 0
    """… people drawn in since 1 January, each once within the organisation, …"""
    mentees: int = 0
    mentors: int = 0
    mentors_15_19: int = 0
    young_mentees: int = 0
    surveyed_mentees: int = 0
    """… those who answered the survey, of all ages, and the satisfied among them, …"""
    satisfied_mentees: int = 0
    surveyed_mentors: int = 0
    satisfied_mentors: int = 0
    programme_mentors: int = 0
    """… and participations in programmes, of all ages: what a survey's response rate is a share of."""
    programme_mentees: int = 0

    @property
    def drawn_in(self) -> int:
        """Numerator of coverage: pupils 10–19 drawn in, in any role."""
        return self.involved_before + self.added_mentors + self.added_mentees + self.involved

    @property
    def mentee_participations(self) -> int:
        """What a form ratio by mentees counts: the additional ones of an expansion form, all of a monthly one."""
        return self.added_mentees + self.programme_mentees

    def plus(self, other: "PeopleCounts") -> "PeopleCounts":
        """Add another set of counts."""
        return PeopleCounts(*(getattr(self, name) + getattr(other, name) for name in COUNT_NAMES))

    def negated(self) -> "PeopleCounts":
        """Return the counts below zero: added, they take these people out."""
        return PeopleCounts(*(-getattr(self, name) for name in COUNT_NAMES))


COUNT_NAMES = tuple(field.name for field in fields(PeopleCounts))
NO_PEOPLE = PeopleCounts()


def sum_people(counts: Iterable[PeopleCounts]) -> PeopleCounts:
    """Add up many sets of counts."""
    listed = [counted for counted in counts if counted is not NO_PEOPLE]
    if not listed:
        return NO_PEOPLE
    return PeopleCounts(*(sum(getattr(counted, name) for counted in listed) for name in COUNT_NAMES))
