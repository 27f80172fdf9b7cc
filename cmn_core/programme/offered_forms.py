"""The forms that a programme may keep: which suit the organisation, when, and which it reports already."""

from dataclasses import dataclass
from datetime import date

from cmn_core.programme.opening import form_name, suits
from cmn_core.programme.organisation_state import OrganisationState
from cmn_core.programme.programme import Programme
from cmn_core.reference import Reference
from cmn_core.reference.spelling import fold_text


@dataclass(frozen=True, slots=True)
class OfferedForm:
    """A federal form, or a team form that is ready."""

    key: str
    label: str
    """As organisations of the kind call it."""
    when: str
    """A sentence on when it fits."""
    is_team: bool
    suits: bool
    is_kept: bool
    reported_on: date | None
    """The date of the organisation's report that names it."""


def list_offered_forms(programme: Programme, state: OrganisationState, reference: Reference) -> tuple[OfferedForm, ...]:
    """Return the federal forms in official order, then the team ones."""
    kind, texts = programme.kind, reference.programme
    kept = {form.key for form in programme.forms}
    codes = {practice.form_code for practice in state.practices}
    words = {fold_text(practice.form_words) for practice in state.practices if practice.form_words}
    when = {form.code: form.fits_when(kind) for form in (*texts.forms, *texts.teams)}
    federal = (
        OfferedForm(
            form.code, form_name(form, kind), when[form.code], False, suits(form, kind), form.code in kept,
            state.as_of if form.code in codes else None,
        )
        for form in reference.forms.federal
    )  # fmt: skip
    teams = (
        OfferedForm(
            team.code, team.label, when[team.code], True, True, team.code in kept,
            state.as_of if fold_text(team.label) in words else None,
        )
        for team in texts.teams
    )  # fmt: skip
    return (*federal, *teams)
