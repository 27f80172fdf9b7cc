"""The finished document: its first page, sections and tables, and no trace of what is not kept."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cmn_core.programme.blocks import (
    ApprovalBlock,
    Block,
    ContentsBlock,
    GridTable,
    Heading,
    Listing,
    Paragraph,
    RoleModelTable,
    TitleBlock,
)
from cmn_core.programme.composed_tables import punctuate
from cmn_core.programme.composition import compose_programme, compose_prose
from cmn_core.programme.opening import change_model, drop_form, drop_model, keep_own_form, open_programme
from cmn_core.programme.organisation_state import OrganisationState
from cmn_core.programme.programme import Aim, Approval, Programme, Stage
from tests.programme.made_programmes import COLLEGE, LEADER, REFERENCE, SCHOOL, keep, school_programme

EVERY = [(form.code, model.label) for form in REFERENCE.programme.forms for model in form.model] + [
    (team.code, model.label) for team in REFERENCE.programme.teams for model in team.model
]


def compose(programme: Programme) -> tuple[Block, ...]:
    return compose_programme(programme, REFERENCE, SCHOOL)


def table(programme: Programme, caption: str) -> GridTable:
    return next(block for block in compose(programme) if isinstance(block, GridTable) and caption in block.caption)


def test_the_first_page_has_blanks_for_what_is_not_known() -> None:
    approval, title, contents = compose(open_programme(SCHOOL, REFERENCE, 2020))[:3]
    assert approval == ApprovalBlock(
        agreed=("СОГЛАСОВАНО", "____________________", "протокол от «___» ____________ 20___ г. № _____"),
        approved=("УТВЕРЖДАЮ", "Директор", "МБОУ «Тарская СОШ № 1»", "____________ / ____________________",
                  "приказ от «___» ____________ 20___ г. № _____"),
    )  # fmt: skip
    assert title == TitleBlock(
        "Программа наставничества", "МБОУ «Тарская СОШ № 1»", "на 2020/2021 учебный год", (), "Омская область, 2020"
    )
    assert contents == ContentsBlock("Содержание")


def test_the_first_page_tells_what_is_known() -> None:
    programme = school_programme().having(
        place="",
        authors=("Иванова А. П.", "Гусев О. Л."),
        approval=Approval(
            agreed_by="Педагогический совет", agreed_protocol="1", agreed_on=date(2020, 8, 28),
            approved_name="Петров П. П.", order_number="15-ОД", order_date=date(2020, 9, 1),
        ),
    )  # fmt: skip
    approval, title = compose(programme)[:2]
    assert approval == ApprovalBlock(
        agreed=("СОГЛАСОВАНО", "Педагогический совет", "протокол от 28.08.2020 г. № 1"),
        approved=("УТВЕРЖДАЮ", "Директор", "МБОУ «Тарская СОШ № 1»", "____________ / Петров П. П.",
                  "приказ от 01.09.2020 г. № 15-ОД"),
    )  # fmt: skip
    assert isinstance(title, TitleBlock)
    assert title.authors == ("Авторы: Иванова А. П., Гусев О. Л.", "Куратор: Иванова А. П.")
    assert title.place_and_year == "2020"


def test_the_headings_in_their_order() -> None:
    headings = [(block.level, block.text) for block in compose(school_programme()) if isinstance(block, Heading)]
    assert headings == [
        (1, "Пояснительная записка"),
        (1, "Нормативно-правовые основания"),
        (1, "Основные понятия"),
        (1, "Цель и задачи"),
        (1, "Формы наставничества и ролевые модели"),
        (2, "Форма наставничества «Ученик – ученик»"),
        (2, "Форма наставничества «Учитель – учитель»"),
        (2, "Форма наставничества «Работодатель – команда»"),
        (2, "План работы пар и групп"),
        (1, "Участники и управление Программой"),
        (1, "Этапы реализации"),
        (1, "Ожидаемые результаты"),
        (1, "Мониторинг и оценка результатов"),
        (2, "Этап 1. Оценка качества процесса реализации Программы"),
        (2, "Этап 2. Оценка влияния Программы на участников"),
        (1, "Риски и меры по их снижению"),
    ]


def test_the_seeds_table_names_the_organisation_and_the_kept_models() -> None:
    programme = change_model(school_programme(), "pupil_pupil", "typical-2", gist="")
    found = next(block for block in compose(programme) if isinstance(block, RoleModelTable))
    assert found.caption == ("РОЛЕВЫЕ МОДЕЛИ В РАМКАХ ФОРМ НАСТАВНИЧЕСТВА, РЕАЛИЗУЕМЫЕ В МБОУ «Тарская СОШ № 1»")
    assert found.heading == ("Форма наставничества", "Вариации ролевых моделей")
    assert (found.rows[0].form, found.rows[0].models) == (
        "Ученик – ученик",
        (
            "«успевающий – ученик, испытывающий затруднения» – сильный ученик помогает отстающему с учёбой;",
            "«лидер – последователь».",
        ),
    )


def test_a_role_models_table_tells_all_of_it() -> None:
    found = table(school_programme(), "Ролевая модель «заказчик – проектная команда»")
    assert found.heading == ("Параметр", "Описание")
    assert dict(found.rows) == {
        "Цель": "Научить команду работать над настоящей задачей в срок и отвечать за результат.",
        "Наставник": "Представитель предприятия, который ставит задачу, направляет команду и оценивает итог.",
        "Наставляемый": "Команда обучающихся от трёх до двенадцати человек с распределёнными ролями.",
        "Ожидаемый результат": "Задача решена и представлена партнёру; участники умеют распределять роли и "
        "договариваться.",
        "Пары, группы": "2\u00a0группы по 8\u00a0чел.",
        "Период": "ноябрь 2020 г. – май 2021 г.",
        "Куратор": "Иванова А. П.",
    }


def test_the_plan_adds_up_pairs_groups_and_mentees() -> None:
    plan = table(school_programme(), "План пар и групп на 2020/2021 учебный год")
    assert [row[1:] for row in plan.rows] == [
        ("20\u00a0пар", "20", "Иванова А. П."),
        ("5\u00a0пар", "5", "Иванова А. П."),
        ("3\u00a0пары", "3", "Иванова А. П."),
        ("2\u00a0группы по 8\u00a0чел.", "16", "Иванова А. П."),
        ("28\u00a0пар, 2\u00a0группы", "44", ""),
    ]


def test_what_is_not_counted_yet_is_a_blank_and_gives_no_sum() -> None:
    without = change_model(school_programme(), "pupil_pupil", "typical-1", count=None, curator="", goal="", period="")
    rows = table(without, "План пар и групп").rows
    assert rows[0][1:] == ("_____", "_____", "_____")
    assert [row[0] for row in rows].count("Всего") == 0
    told = dict(table(without, "испытывающий затруднения»").rows)
    assert (told["Цель"], told["Пары, группы"], told["Период"], told["Куратор"]) == ("—", "_____", "_____", "_____")
    unsized = change_model(school_programme(), "employer_team", "typical-1", group_size=None)
    rows = table(unsized, "План пар и групп").rows
    assert rows[3][1:3] == ("2\u00a0группы", "_____")
    assert rows[-1][:3] == ("Всего", "28\u00a0пар, 2\u00a0группы", "_____")


def test_stages_are_numbered_and_have_their_months() -> None:
    programme = school_programme().having(stages=(Stage(title="Начало", months="май"), Stage(title="Конец")))
    assert table(programme, "Этапы").rows == (("1. Начало (май)", "—", "—", "—"), ("2. Конец", "—", "—", "—"))


def test_results_are_compared_with_the_year_in_which_the_school_year_ends() -> None:
    aims = table(school_programme(), "план 2021 года")
    by_title = {row[0]: row[1:] for row in aims.rows}
    assert by_title["Доля детей 10–19 лет, вовлечённых в программы наставничества в любой роли"] == (
        "20\u00a0%", "42 из 480\u00a0чел. (8,8\u00a0%) на 01.11.2020", "96\u00a0чел.",
        # 66 of 480 are 13.75 %.
        "66\u00a0чел. (13,8\u00a0%)",
    )  # fmt: skip
    assert by_title["Доля наставляемых, удовлетворённых участием в программах наставничества"] == (
        "55\u00a0%", "нет данных", "—", "не менее 55\u00a0% – по опросу наставляемых",
    )  # fmt: skip


def test_a_figure_set_by_hand_stands_before_the_sum() -> None:
    programme = school_programme().having(aims=(Aim(indicator="coverage", people=96, words="в любой роли"),))
    assert table(programme, "план 2021 года").rows[0][4] == "96\u00a0чел. (20,0\u00a0%) – в любой роли"


def test_after_the_last_target_the_table_says_so() -> None:
    programme = open_programme(SCHOOL, REFERENCE, 2024)
    rows = table(programme, "план 2025 года").rows
    assert [row[1] for row in rows] == ["план не задан"] * 3
    assert [row[4] for row in rows] == ["_____", "_____ – по опросу наставляемых", "_____ – по опросу наставников"]


def test_an_emptied_section_leaves_no_heading_unless_something_stands_in_it() -> None:
    emptied = dict.fromkeys(("note", "monitoring", "monitoring_impact", "stages", "risks"), "")
    programme = school_programme().having(texts=emptied, risks=())
    headings = [block.text for block in compose(programme) if isinstance(block, Heading)]
    assert "Пояснительная записка" not in headings
    assert "Риски и меры по их снижению" not in headings
    assert not any(heading.startswith("Этап 2") for heading in headings)
    # A table, or a section under it, still stands.
    assert {"Этапы реализации", "Мониторинг и оценка результатов"} <= set(headings)


def test_lines_with_a_dash_are_a_list() -> None:
    text = "Задачи:\n– первая;\n- вторая.\n\nДальше – словами.\n—\n-5 человек"
    assert list(compose_prose(text)) == [
        Paragraph("Задачи:"),
        Listing(("первая;", "вторая.")),
        Paragraph("Дальше – словами."),
        Paragraph("—"),
        Paragraph("-5 человек"),
    ]


@pytest.mark.parametrize("name", ["{organisation}", "<b>=1+1</b> & 'x'", "«" * 5, "🎓 класс", "ж" * 500])
def test_hostile_words_stand_as_they_are(name: str) -> None:
    programme = keep_own_form(open_programme(SCHOOL, REFERENCE, 2020).having(organisation=name), name, name)
    found = next(block for block in compose(programme) if isinstance(block, RoleModelTable))
    assert found.caption.endswith(f"РЕАЛИЗУЕМЫЕ В {name}")
    assert found.rows[0].form == name
    assert Paragraph(name) in compose(programme)


@cache
def everything(organisation: OrganisationState) -> Programme:
    programme = open_programme(organisation, REFERENCE, 2020)
    for code, label in EVERY:
        programme = keep(programme, code, label)
    return programme


@settings(max_examples=40, deadline=None, derandomize=True)
@given(st.sets(st.sampled_from(EVERY)), st.sampled_from([SCHOOL, COLLEGE]))
def test_what_is_not_kept_leaves_no_trace(dropped: set[tuple[str, str]], organisation: OrganisationState) -> None:
    programme = whole = everything(organisation)
    for form, model in whole.models:
        if (form.key, model.label) in dropped:
            programme = drop_model(programme, form.key, model.key)
    for form in programme.forms:
        if not form.models:
            programme = drop_form(programme, form.key)
    kept = {words for form, model in programme.models for words in _words_of(form.label, model.label, model.goal)}
    gone = {words for form, model in whole.models for words in _words_of(form.label, model.label, model.goal)} - kept
    text = "\n".join(_texts(compose_programme(programme, REFERENCE, organisation))).lower()
    assert [words for words in kept if words not in text] == []
    # «лидер – последователь» stands in two forms: gone is what no kept one says.
    assert [words for words in gone if words in text] == []


@pytest.mark.parametrize(
    ("items", "ended"),
    [
        ((), ()),
        (("Устав.",), ("Устав.",)),
        (
            ("Устав;", "Приказ от 01.09.2020 г.", "опора «на себя»."),
            ("Устав;", "Приказ от 01.09.2020 г.;", "опора «на себя»."),
        ),
        (("а", "и др."), ("а;", "и др.")),
    ],
)
def test_items_end_as_one_sentence(items: tuple[str, ...], ended: tuple[str, ...]) -> None:
    assert punctuate(items) == ended


def test_40_role_models_are_40_items_and_tables() -> None:
    programme = keep(open_programme(SCHOOL, REFERENCE, 2020), "pupil_pupil", LEADER)
    form = programme.forms[0]
    models = tuple(form.models[0].having(key=f"own-{number}", label=f"пара {number}") for number in range(40))
    programme = programme.having(forms=(form.having(models=models),))
    found = next(block for block in compose(programme) if isinstance(block, RoleModelTable))
    assert len(found.rows[0].models) == 40
    told = [block.caption for block in compose(programme) if isinstance(block, GridTable)]
    assert told[:40] == [f"Ролевая модель «пара {number}»" for number in range(40)]


def test_the_columns_of_each_table_fill_the_width() -> None:
    tables = [block for block in compose(school_programme()) if isinstance(block, GridTable)]
    assert len(tables) == 8
    for each in tables:
        assert sum(each.widths) == 100
        assert {len(each.heading), *map(len, each.rows)} == {len(each.widths)}


def _words_of(*words: str) -> list[str]:
    return [each.lower() for each in words]


def _texts(value: object) -> Iterator[str]:
    """Yield every text inside blocks."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts(each)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))
