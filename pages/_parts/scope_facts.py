"""What counting the chosen scope needs: its year, by all reports that count or by the accepted ones alone."""

from cmn_core.store.facts import YearFacts
from pages._parts.database import CurrentData, year_facts
from pages._parts.scope import Scope


def scope_facts(data: CurrentData, scope: Scope) -> YearFacts:
    """Return the facts of a scope's year; shared by all sessions, never changed."""
    return year_facts(data, scope.period.year, accepted_only=scope.accepted_only)
