"""Programmes as the monthly form has them: role models, partners, dates of beginning, and participations."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from cmn_core.demo.levels import share_out
from cmn_core.demo.organisations import DemoOrganisation
from cmn_core.demo.plan import DemoMunicipality, DemoPlan
from cmn_core.demo.programmes import DemoProgramme
from cmn_core.intake.people_counts import NO_PEOPLE, PeopleCounts
from cmn_core.period import Period
from cmn_core.reference import Forms

_TEACHERS = "teacher_teacher"
_EMPLOYERS = ("employer_pupil", "employer_student")
_ADULTS = ("student_pupil", *_EMPLOYERS)
"""Forms whose mentors are no pupils."""
_MENTEES_PER_ADULT = 12
_PARTNERS_PER_MUNICIPALITY = 9


@dataclass(frozen=True, slots=True)
class DemoPractice:
    """A programme with all that the monthly form asks of it but the numbers."""

    title: str
    written_form: str | None
    form_code: str
    role_model: str | None
    partner: str | None
    first_month: int
    start_date: date
    weight: float
    """Its share among the organisation's programmes, in no unit."""
    experienced: int
    """Mentees of a teachers' programme who are no young teachers."""


@dataclass(slots=True)
class Participations:
    """How many take part in a practice, since 1 January."""

    practice: DemoPractice
    mentors: int = 0
    mentees: int = 0
    mentees_10_19: int = 0


def invent_practices(
    plan: DemoPlan, municipality: DemoMunicipality, organisations: Sequence[DemoOrganisation], forms: Forms
) -> dict[str, tuple[DemoPractice, ...]]:
    """Invent the practices of a municipality's organisations, by name."""
    luck = Random(f"{plan.story.seed}:{municipality.oktmo}:practices")
    words = plan.words.monthly
    pool = words.city_partners if municipality.oktmo == plan.words.city.oktmo else words.partners
    partners = luck.sample(pool, min(len(pool), _PARTNERS_PER_MUNICIPALITY))
    return {
        item.name: tuple(
            _invent_one(plan, programme, partners, forms, luck) for programme in _programmes_of(plan, item, forms, luck)
        )
        for item in organisations
    }


def count_participations(
    practices: Sequence[DemoPractice], people: Sequence[tuple[Period, PeopleCounts]], kind: str
) -> list[Participations]:
    """Spread people over the practices month by month: those that run share what is new, so that nothing falls.

    `people`: the organisation's people by month up to the one asked, earliest first.
    """
    counted = [Participations(practice) for practice in practices]
    before = NO_PEOPLE
    for period, now in people:
        running = [item for item in counted if item.practice.first_month <= period.month]
        _add_pupils([item for item in running if item.practice.form_code != _TEACHERS], before, now)
        before = now
    for item in counted:
        _add_others(item, before, kind)
    last = people[-1][0]
    return [item for item in counted if item.practice.first_month <= last.month and before.involved]


def _add_pupils(running: Sequence[Participations], before: PeopleCounts, now: PeopleCounts) -> None:
    weights = [item.practice.weight for item in running]
    for item, mentors in zip(running, share_out(now.mentors - before.mentors, weights), strict=True):
        item.mentors += mentors
    # Every tenth mentee takes part in two programmes where there are two.
    twice = len(running) > 1
    wanted = now.mentees + (now.mentees // 10 if twice else 0)
    new = max(0, wanted - sum(item.mentees_10_19 for item in running))
    for item, mentees in zip(running, share_out(new, weights), strict=True):
        item.mentees_10_19 += mentees


def _add_others(item: Participations, people: PeopleCounts, kind: str) -> None:
    """Add those who are no pupils of 10–19: teachers, adult mentors, older students."""
    if item.practice.form_code == _TEACHERS:
        item.mentees = people.young_mentees + item.practice.experienced
        item.mentors = (item.mentees + 1) // 2
        return
    older = item.mentees_10_19 // 8 if kind == "vocational" else 0
    item.mentees = item.mentees_10_19 + older
    if item.practice.form_code in _ADULTS:
        item.mentors += 1 + item.mentees // _MENTEES_PER_ADULT


def _programmes_of(
    plan: DemoPlan, organisation: DemoOrganisation, forms: Forms, luck: Random
) -> Iterator[DemoProgramme]:
    """Yield an organisation's programmes, one for pupils from the year's beginning and one for teachers among them."""
    words = plan.words.monthly
    codes = [_form_code(programme, forms) for programme in organisation.programmes]
    yield from organisation.programmes
    if not any(
        code != _TEACHERS and programme.first_month == 1
        for code, programme in zip(codes, organisation.programmes, strict=True)
    ):
        titles = [title for title in words.pupils if title not in {item.title for item in organisation.programmes}]
        form = next(form for form in plan.words.form if form.weights.get(organisation.kind) and form.code != _TEACHERS)
        yield DemoProgramme(luck.choice(titles), form.written[organisation.kind], 1)
    if _TEACHERS not in codes:
        form = next(form for form in plan.words.form if form.code == _TEACHERS)
        yield DemoProgramme(words.young_teachers, form.written[organisation.kind], 1)


def _invent_one(
    plan: DemoPlan, programme: DemoProgramme, partners: Sequence[str], forms: Forms, luck: Random
) -> DemoPractice:
    code = _form_code(programme, forms)
    day = luck.randrange(9, 28)
    return DemoPractice(
        title=programme.title,
        written_form=programme.written_form,
        form_code=code,
        role_model=_choose_role_model(plan, code, forms, luck),
        partner=luck.choice(partners) if code in _EMPLOYERS else None,
        first_month=programme.first_month,
        start_date=date(plan.story.last.period.year, programme.first_month, day),
        weight=luck.uniform(0.5, 1.5),
        experienced=0 if programme.title == plan.words.monthly.young_teachers else luck.randrange(1, 5),
    )


def _form_code(programme: DemoProgramme, forms: Forms) -> str:
    return forms.recognise(programme.written_form).code


def _choose_role_model(plan: DemoPlan, code: str, forms: Forms, luck: Random) -> str | None:
    habits = plan.story.monthly
    models = next((form.role_models for form in forms.federal if form.code == code), ())
    kind = luck.randrange(100)
    if not models or kind < habits.no_role_model_pct:
        return None
    if kind < habits.no_role_model_pct + habits.own_role_model_pct:
        return luck.choice(plan.words.monthly.role_models)
    return luck.choice(models).label
