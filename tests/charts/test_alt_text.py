from cmn_core.analysis.figure import FormRatios, IndicatorFigures
from cmn_core.charts.alt_text import (
    describe_district_forms,
    describe_form_ratio,
    describe_gaps,
    describe_months,
    describe_organisations,
    describe_ranking,
    describe_tile_map,
)
from cmn_core.reference import Reference

from .sample_figures import make_figure, make_figures, make_months, make_shares


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_map_tells_target_extremes_dates_and_silence(figures: IndicatorFigures, reference: Reference) -> None:
    assert plain(describe_tile_map(figures, reference)) == (
        "Карта муниципалитетов плитками. Доля детей 10–19 лет, вовлечённых в программы наставничества в любой роли, "
        "октябрь 2020: план 10 % выполнен в 16 из 33. "
        "Больше всего: Нижнеомский 104,2 %, Крутинский 16,2 %, Муромцевский 16,0 %. "
        "Меньше всего: Тарский 5,0 %, Большереченский 6,1 %, Черлакский 6,2 %. "
        "По прошлому отчёту: Знаменский (на 01.10.2020), Омский (на 01.10.2020). Нет данных: Усть-Ишимский."
    )
    assert describe_ranking(figures, reference).startswith("Муниципалитеты по убыванию показателя. ")


def test_map_without_a_target_says_so(reference: Reference) -> None:
    figures = make_figures(target_pct=None, gap_people=None)
    assert "октябрь 2020: план не задан." in describe_tile_map(figures, reference)


def test_gaps_name_the_first_and_count_the_rest(figures: IndicatorFigures, reference: Reference) -> None:
    assert plain(describe_gaps(figures, reference, most=2)) == (
        "Охват наставничеством, кому больше всего не хватает до плана: "
        "Тарский 100 детей, Большереченский 78 детей и ещё 14 муниципалитетов."
    )
    assert describe_gaps(make_figures(gap_people=0), reference).endswith("план выполнен везде.")


def test_months_are_read_out(reference: Reference) -> None:
    assert plain(describe_months(make_months((60, 94)), reference)) == (
        "Охват наставничеством по месяцам, Тарский: июнь 2020 – 3,0 %, июль 2020 – 4,7 %; план 10 %."
    )
    assert describe_months([], reference) == "Показатель по месяцам: нет данных."


def test_ratio_tells_the_region_and_the_empty(ratios: FormRatios, reference: Reference) -> None:
    told = plain(describe_form_ratio(ratios, reference))
    assert told.startswith("Соотношение форм наставничества. Омская область, 802 программы: Ученик – ученик – 65 %, ")
    assert told.endswith("Нет данных: Усть-Ишимский. Нет программ: Шербакульский.")


def test_district_lists_are_read_out(reference: Reference) -> None:
    shares = make_shares("52654000", "Тарский", (6, 3, 0, 0, 0, 1, 0))
    assert plain(describe_district_forms(shares, reference, measure="programmes")) == (
        "Формы наставничества, Тарский: Ученик – ученик – 6 прогр. (60 %), Учитель – учитель – 3 прогр. (30 %), "
        "собственная форма – 1 прогр. (10 %)."
    )
    schools = [make_figure("52654000", "Тарский", people, organisation=f"Школа № {people}") for people in (5, 7)]
    assert plain(describe_organisations(schools, reference)) == (
        "Организации, охват наставничеством, Тарский: Школа № 7 – 7 чел., Школа № 5 – 5 чел."
    )
