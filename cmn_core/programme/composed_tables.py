"""The tables of a programme: role models, the plan of pairs and groups, stages, expected figures, risks."""

import re
from collections.abc import Iterable

from cmn_core.programme.blocks import FormRow, GridTable, RoleModelTable
from cmn_core.programme.facts import tell_units, year_facts
from cmn_core.programme.opened_parts import current_aims, current_risks, current_stages
from cmn_core.programme.organisation_state import OrganisationState
from cmn_core.programme.programme import Aim, KeptModel, Programme
from cmn_core.programme.standing import Standing, describe_standing
from cmn_core.reference import Reference
from cmn_core.shares import compute_value_pct
from cmn_core.wording import NBSP, NO_DATA, NO_TARGET, format_count, format_date, format_pct, format_target

_NOTHING = "—"
# A stop after a short word belongs to it: «2020 г.», «и др.».
_END = re.compile(r"(?:(?<=[\w»)]{3})\.|[;\s])+$")
_MODEL_WIDTHS = (26, 74)
_PLAN_WIDTHS = (40, 18, 22, 20)
_STAGE_WIDTHS = (24, 33, 22, 21)
_AIM_WIDTHS = (32, 13, 19, 14, 22)
_RISK_WIDTHS = (40, 60)


def compose_role_models(programme: Programme, reference: Reference) -> RoleModelTable:
    """Compose the table of kept forms and role models, its caption with the organisation's name."""
    words = reference.programme.words
    return RoleModelTable(
        caption=words.table_caption.format(organisation=programme.organisation),
        heading=words.table_heading,
        rows=tuple(FormRow(form.label, punctuate(map(_name_model, form.models))) for form in programme.forms),
    )


def compose_model(model: KeptModel, reference: Reference) -> GridTable:
    """Compose what a kept role model is for, how many meet, when, and who answers for it."""
    words, parts = reference.programme.words, reference.programme.model_parts
    blank = words.blank_number
    return GridTable(
        caption=words.model_caption.format(model=model.label),
        heading=words.model_heading,
        rows=(
            (parts.goal, model.goal or _NOTHING),
            (parts.mentor, model.mentor or _NOTHING),
            (parts.mentee, model.mentee or _NOTHING),
            (parts.result, model.result or _NOTHING),
            (parts.units, _tell_unit(model) or blank),
            (parts.period, model.period or blank),
            (parts.curator, model.curator or blank),
        ),
        widths=_MODEL_WIDTHS,
    )


def compose_plan(programme: Programme, reference: Reference) -> GridTable:
    """Compose the pairs and groups, with their sum once every role model has its count."""
    words = reference.programme.words
    blank = words.blank_number
    rows = [
        (
            f"{form.label}: {model.label}",
            _tell_unit(model) or blank,
            blank if model.mentees is None else format_count(model.mentees),
            model.curator or blank,
        )
        for form, model in programme.models
    ]
    counts = [(model.unit, model.count) for _, model in programme.models]
    if all(count is not None for _, count in counts):
        told = [model.mentees for _, model in programme.models]
        mentees = [people for people in told if people is not None]
        summed = format_count(sum(mentees)) if len(mentees) == len(told) else blank
        units = tell_units((unit, count or 0) for unit, count in counts) or "0"
        rows.append((words.plan_total, units, summed, ""))
    return GridTable(
        words.plan_caption.format_map(year_facts(programme)), words.plan_heading, tuple(rows), _PLAN_WIDTHS
    )


def compose_stages(programme: Programme, reference: Reference) -> GridTable:
    """Compose the stages, numbered, with their months."""
    words = reference.programme.words
    rows = tuple(
        (
            f"{number}. {stage.title} ({stage.months})" if stage.months else f"{number}. {stage.title}",
            *(field or _NOTHING for field in (stage.actions, stage.responsible, stage.result)),
        )
        for number, stage in enumerate(current_stages(programme, reference), 1)
    )
    return GridTable(words.stages_caption, words.stages_heading, rows, _STAGE_WIDTHS)


def compose_aims(programme: Programme, state: OrganisationState, reference: Reference) -> GridTable:
    """Compose the indicators with the target of the calendar year in which the school year ends."""
    words = reference.programme.words
    year = programme.school_year + 1
    return GridTable(
        caption=words.aims_caption.format(year=year),
        heading=tuple(caption.format(year=year) for caption in words.aims_heading),
        rows=tuple(
            _aim_row(aim, describe_standing(aim.indicator, programme, state, reference), state, words.blank_number)
            for aim in current_aims(programme, reference)
        ),
        widths=_AIM_WIDTHS,
    )


def compose_risks(programme: Programme, reference: Reference) -> GridTable:
    """Compose the risks with what will be done."""
    words = reference.programme.words
    rows = tuple((risk.risk, risk.answer or _NOTHING) for risk in current_risks(programme, reference))
    return GridTable(words.risks_caption, words.risks_heading, rows, _RISK_WIDTHS)


def punctuate(items: Iterable[str]) -> tuple[str, ...]:
    """End the items of one sentence: a semicolon each, a full stop for the last."""
    bare = [_END.sub("", item) for item in items]
    ended = [f"{item};" for item in bare]
    return (*ended[:-1], bare[-1] if bare[-1].endswith(".") else f"{bare[-1]}.") if bare else ()


def _name_model(model: KeptModel) -> str:
    return f"«{model.label}» – {model.gist}" if model.gist else f"«{model.label}»"


def _tell_unit(model: KeptModel) -> str | None:
    if model.count is None:
        return None
    told = tell_units([(model.unit, model.count)]) or "0"
    return f"{told} по {model.group_size}{NBSP}чел." if model.unit == "group" and model.group_size else told


def _aim_row(aim: Aim, standing: Standing, state: OrganisationState, blank: str) -> tuple[str, ...]:
    target, needed, unit = standing.target_pct, standing.needed, standing.indicator.unit
    return (
        standing.indicator.title,
        NO_TARGET if target is None else format_target(target),
        _tell_fact(standing, state),
        _NOTHING if needed is None else f"{format_count(needed)}{NBSP}{unit}",
        _tell_expected(aim, standing, blank),
    )


def _tell_fact(standing: Standing, state: OrganisationState) -> str:
    numerator, denominator, value = standing.numerator, standing.denominator, standing.value_pct
    if numerator is None or state.as_of is None:
        return NO_DATA
    of_whole = f" из {format_count(denominator)}" if denominator else ""
    share = f" ({format_pct(value, standing.target_pct)})" if value is not None else ""
    return f"{format_count(numerator)}{of_whole}{NBSP}чел.{share} на {format_date(state.as_of)}"


def _tell_expected(aim: Aim, standing: Standing, blank: str) -> str:
    """Tell what a person expects, else what the plan comes to; of a survey: no less than the target."""
    people = standing.planned if aim.people is None else aim.people
    share = compute_value_pct(people, standing.denominator)
    told = blank
    if people is not None:
        told = f"{format_count(people)}{NBSP}{standing.indicator.unit}"
    elif standing.indicator.is_survey and standing.target_pct is not None:
        told = f"не менее {format_target(standing.target_pct)}"
    if share is not None:
        told += f" ({format_pct(share, standing.target_pct)})"
    return f"{told} – {aim.words}" if aim.words else told
