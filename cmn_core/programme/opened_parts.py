"""The parts of a programme that are lists: as a person left them, else as they open."""

from cmn_core.programme.facts import gather_facts, year_facts
from cmn_core.programme.filling import fill_line, fill_lines
from cmn_core.programme.organisation_state import OrganisationState
from cmn_core.programme.programme import Aim, Programme, Risk, Stage
from cmn_core.programme.standing import pupil_roles
from cmn_core.reference import Reference
from cmn_core.reference.programme import AimTexts, StageTexts


def current_legal_ground(programme: Programme, state: OrganisationState, reference: Reference) -> tuple[str, ...]:
    """Return the acts that the programme rests on."""
    if programme.legal_ground is not None:
        return programme.legal_ground
    return fill_lines(reference.programme.legal_ground, gather_facts(programme, state, reference))


def current_stages(programme: Programme, reference: Reference) -> tuple[Stage, ...]:
    """Return the stages of carrying out."""
    if programme.stages is not None:
        return programme.stages
    return tuple(_open_stage(texts, programme) for texts in reference.programme.stages)


def current_aims(programme: Programme, reference: Reference) -> tuple[Aim, ...]:
    """Return the figures to be reached; those open that the kept forms lead to."""
    if programme.aims is not None:
        return programme.aims
    return tuple(
        Aim(indicator=texts.indicator, words=texts.words)
        for texts in reference.programme.aims
        if _leads_to(texts, programme, reference)
    )


def current_risks(programme: Programme, reference: Reference) -> tuple[Risk, ...]:
    """Return what may go wrong, and what will be done."""
    if programme.risks is not None:
        return programme.risks
    return tuple(Risk(risk=texts.risk, answer=texts.answer) for texts in reference.programme.risks)


def open_period(programme: Programme, reference: Reference) -> str:
    """Return the period with which a role model opens."""
    return fill_line(reference.programme.words.model_period, year_facts(programme)) or ""


def _open_stage(texts: StageTexts, programme: Programme) -> Stage:
    return Stage(
        title=texts.title,
        months=fill_line(texts.months, year_facts(programme)) or "",
        actions=texts.actions,
        responsible=texts.responsible_as.get(programme.kind, texts.responsible),
        result=texts.result,
    )


def _leads_to(texts: AimTexts, programme: Programme, reference: Reference) -> bool:
    kept = {form.key for form in programme.forms}
    roles = {role for form in programme.forms for role in pupil_roles(form, programme.kind, reference.programme)}
    if texts.forms:
        return bool(kept & set(texts.forms))
    if texts.with_pupil_mentors:
        return "mentor" in roles
    return not texts.with_pupils or "mentee" in roles
