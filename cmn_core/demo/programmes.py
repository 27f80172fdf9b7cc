"""Mentoring programmes of the demonstration: a title, a form as written, and the month it began."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from random import Random

from cmn_core.demo.plan import DemoPlan

OCTOBER = 10


@dataclass(frozen=True, slots=True)
class DemoProgramme:
    """An invented programme."""

    title: str
    written_form: str | None
    """As the sheet has it; None: left empty."""
    first_month: int


def invent_programmes(
    plan: DemoPlan, kind: str, form_luck: Mapping[str, float], luck: Random
) -> tuple[DemoProgramme, ...]:
    """Invent the programmes of an organisation; `form_luck` makes forms more or less usual in its municipality."""
    habits = plan.story.programmes
    most = 1 + luck.choices(range(len(habits.counts_pct)), habits.counts_pct)[0]
    programmes: dict[str, DemoProgramme] = {}
    for place in range(most):
        title, written = _invent_one(plan, kind, form_luck, luck)
        is_later = place > 0 and luck.randrange(100) < habits.from_october_pct
        programmes.setdefault(title, DemoProgramme(title, written, OCTOBER if is_later else 1))
    return tuple(programmes.values())


def respell(plan: DemoPlan, organisation: str, programmes: tuple[DemoProgramme, ...]) -> tuple[DemoProgramme, ...]:
    """Write some titles as this organisation has them; the luck is its own, so that all else stays as it is."""
    others = {each.title: each.others for each in plan.words.spelling}
    respelt = []
    for programme in programmes:
        luck = Random(f"{plan.story.seed}:{organisation}:{programme.title}")
        is_respelt = programme.title in others and luck.randrange(100) < plan.story.programmes.respelt_pct
        respelt.append(replace(programme, title=luck.choice(others[programme.title])) if is_respelt else programme)
    return tuple(respelt)


def _invent_one(plan: DemoPlan, kind: str, form_luck: Mapping[str, float], luck: Random) -> tuple[str, str | None]:
    habits, words = plan.story.programmes, plan.words
    if luck.randrange(100) < habits.own_form_pct:
        own = luck.choice([item for item in words.own if kind in item.kinds])
        return luck.choice(own.titles), own.written
    forms = [form for form in words.form if form.weights.get(kind)]
    form = luck.choices(forms, [form.weights[kind] * form_luck[form.code] for form in forms])[0]
    is_unnamed = luck.randrange(100) < habits.unnamed_form_pct
    return luck.choice(form.titles), None if is_unnamed else form.written[kind]
