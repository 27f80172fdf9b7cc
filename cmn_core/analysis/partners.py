"""Which enterprises gave mentors to a municipality's programmes; each stands once, however it is spelled."""

from collections.abc import Iterable
from dataclasses import dataclass

from cmn_core.intake.partner_names import partner_key
from cmn_core.store.facts import Practice


@dataclass(frozen=True, slots=True)
class Partner:
    """An enterprise in a municipality."""

    name: str
    """As first written."""
    programmes: tuple[str, ...]
    """Names of its programmes, each once."""
    programme_count: int
    organisations: int
    mentors: int
    """Participations of the mentors in its programmes."""


def list_partners(practices: Iterable[Practice]) -> tuple[Partner, ...]:
    """List the enterprises that one municipality's programmes name, by name."""
    grouped: dict[str, list[Practice]] = {}
    for practice in practices:
        key = partner_key(practice.partner)
        if key is not None:
            grouped.setdefault(key, []).append(practice)
    listed = (_as_partner(named) for named in grouped.values())
    return tuple(sorted(listed, key=lambda partner: partner.name.lower()))


def _as_partner(named: list[Practice]) -> Partner:
    return Partner(
        name=named[0].partner or "",
        programmes=tuple(dict.fromkeys(practice.programme for practice in named if practice.programme)),
        programme_count=sum(1 for practice in named if practice.programme),
        organisations=len({practice.organisation_id for practice in named}),
        mentors=sum(practice.mentors or 0 for practice in named),
    )
