"""The shipped texts of a programme agree with the rest of the reference."""

from collections.abc import Iterator
from string import Formatter

import pytest

from cmn_core.programme.facts import gather_facts
from cmn_core.reference.programme import FormTexts
from tests.programme.made_programmes import REFERENCE, SCHOOL, school_programme

TEXTS = REFERENCE.programme
# Domain, section 9.
STAGES = [
    "Подготовка условий для запуска программы",
    "Формирование базы наставляемых",
    "Формирование базы наставников",
    "Отбор и обучение наставников",
    "Формирование наставнических пар или групп",
    "Организация работы пар или групп",
    "Завершение наставничества",
]


def test_every_federal_form_and_role_model_has_its_texts_in_order() -> None:
    shipped = {form.code: [model.label for model in form.role_models] for form in REFERENCE.forms.federal}
    assert {form.code: [model.label for model in form.model] for form in TEXTS.forms} == shipped


def test_the_kinds_named_are_those_of_the_reference() -> None:
    kinds = {kind.code for kind in REFERENCE.kinds.kinds}
    named = {kind for form in (*TEXTS.forms, *TEXTS.teams) for kind in (*form.when_as, *form.own_pupils)}
    assert named <= kinds
    assert {kind for stage in TEXTS.stages for kind in stage.responsible_as} <= kinds


@pytest.mark.parametrize("form", [*TEXTS.forms, *TEXTS.teams], ids=lambda form: form.code)
def test_a_form_says_when_it_fits_each_kind(form: FormTexts) -> None:
    for kind in REFERENCE.kinds.kinds:
        assert form.fits_when(kind.code).startswith("Подходит, если ")


def test_both_team_forms_are_ready_with_a_description_and_a_role_model() -> None:
    assert [(team.label, bool(team.description), len(team.model)) for team in TEXTS.teams] == [
        ("Работодатель – команда", True, 1),
        ("Студент – команда", True, 1),
    ]
    assert all(model.gist for team in TEXTS.teams for model in team.model)
    # A team form is nobody's federal form: the reader of reports takes it for an own one.
    assert {REFERENCE.forms.recognise(team.label).kind for team in TEXTS.teams} == {"own"}


def test_who_of_a_school_is_counted_is_what_a_scenario_of_widening_counts() -> None:
    for form in TEXTS.forms:
        roles, rule = form.own_pupils.get("school", ()), REFERENCE.widening.rule(form.code)
        assert ("mentee" in roles, "mentor" in roles) == ("coverage" in rule.mentee, "coverage" in rule.mentor)


def test_seven_stages_of_the_order() -> None:
    assert [stage.title for stage in TEXTS.stages] == STAGES


def test_aims_name_indicators_and_forms_that_there_are() -> None:
    assert [aim.indicator for aim in TEXTS.aims] == [
        code for code in (item.code for item in REFERENCE.indicators) if code in {aim.indicator for aim in TEXTS.aims}
    ]
    assert {code for aim in TEXTS.aims for code in aim.forms} <= {form.code for form in (*TEXTS.forms, *TEXTS.teams)}


def test_each_list_and_table_stands_in_one_section() -> None:
    assert [section.holds for section in TEXTS.sections if section.holds] == [
        "legal_ground", "forms", "stages", "aims", "risks",
    ]  # fmt: skip
    assert len({section.code for section in TEXTS.sections}) == len(TEXTS.sections)


def test_every_fact_that_a_text_names_is_gathered() -> None:
    known = set(gather_facts(school_programme(), SCHOOL, REFERENCE))
    assert set(_named_facts()) <= known


def _named_facts() -> Iterator[str]:
    ways = (
        way
        for section in TEXTS.sections
        for paragraph in section.paragraphs
        for sentence in paragraph
        for way in ((sentence,) if isinstance(sentence, str) else sentence)
    )
    months = (stage.months for stage in TEXTS.stages)
    for text in (*ways, *TEXTS.legal_ground, *months):
        yield from (name for _, name, _, _ in Formatter().parse(text) if name)
