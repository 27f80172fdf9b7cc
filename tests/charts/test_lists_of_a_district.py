"""One municipality's forms and organisations."""

from decimal import Decimal

import pytest

from cmn_core.analysis.figure import Figure, FormRatios
from cmn_core.charts.contrast import WHITE
from cmn_core.charts.district_forms import build_district_forms_chart
from cmn_core.charts.look import PAGE, PHONE, SLIDE, Look
from cmn_core.charts.organisations import NO_ORGANISATIONS, build_organisations_chart
from cmn_core.reference import Reference
from cmn_core.wording import NBSP

from .drawn import plot_size, rows_of, texts_of, words_of
from .sample_figures import EARLIER, make_figure, make_shares

NAMES = (
    "МБОУ «Тарская средняя общеобразовательная школа № 2»",
    "БОУ ДО «Центр детского творчества»",
    "МКОУ «Екатерининская основная общеобразовательная школа имени Героя Советского Союза А. И. Романенко»",
    "БПОУ Омской области «Тарский индустриально-педагогический колледж»",
    "МБОУ «Гимназия № 1»",
)


def make_organisations() -> list[Figure]:
    people = (44, 80, 12, None, 30)
    figures = [
        make_figure("52654000", "Тарский", count, organisation=name, denominator=400,
                    value_pct=Decimal(count) / 4 if count is not None else None)
        for name, count in zip(NAMES, people, strict=True)
    ]  # fmt: skip
    figures[1] = make_figure("52654000", "Тарский", 80, organisation=NAMES[1], denominator=400,
                             value_pct=Decimal(20), fresh=False, as_of=EARLIER)  # fmt: skip
    figures[4] = make_figure("52654000", "Тарский", 30, organisation=NAMES[4], denominator=None, value_pct=None)
    return figures


@pytest.mark.parametrize(("look", "width"), [(PAGE, 980), (PAGE, 500), (PHONE, 350), (SLIDE, 1200)])
def test_long_names_go_on_and_are_never_cut(reference: Reference, look: Look, width: int) -> None:
    chart = build_organisations_chart(make_organisations(), reference, width=width, look=look)
    words = words_of(chart, look)
    across, _ = plot_size(chart, look)
    letters = "".join(word.text for word in words).replace(NBSP, "").replace(" ", "")
    for name in NAMES:
        assert name.replace(" ", "") in letters
    assert "…" not in letters
    for number, word in enumerate(words):
        assert word.left >= -1, word.text
        assert word.right <= across + 1, word.text
        assert not any(word.meets(other) for other in words[number + 1 :]), word.text


def test_most_people_stand_first_and_no_data_last(reference: Reference) -> None:
    chart = build_organisations_chart(make_organisations(), reference)
    assert [row["name"] for row in rows_of(chart, "hits")] == [NAMES[number] for number in (1, 0, 4, 2, 3)]
    assert [text for text in texts_of(chart) if "чел." in text or text == "нет данных"] == [
        f"80{NBSP}чел.{NBSP}· 20,0{NBSP}%{NBSP}· 01.10",
        f"44{NBSP}чел.{NBSP}· 11,0{NBSP}%",
        f"30{NBSP}чел.",
        f"12{NBSP}чел.{NBSP}· 3,0{NBSP}%",
        "нет данных",
    ]
    boxes = rows_of(chart, "boxes")
    assert [box["dashed"] for box in boxes] == [True, False, False, False]
    assert boxes[0]["fill"] == WHITE


def test_no_organisations_are_said(reference: Reference) -> None:
    assert NO_ORGANISATIONS in texts_of(build_organisations_chart([], reference))


def test_forms_stand_in_official_order_with_counts_and_shares(reference: Reference) -> None:
    shares = make_shares("52654000", "Тарский", (6, 3, 0, 0, 0, 1, 0))
    chart = build_district_forms_chart(shares, reference, measure="programmes")
    assert [row["form"] for row in rows_of(chart, "hits")] == [
        *(form.label for form in reference.forms.federal), "собственная форма",
    ]  # fmt: skip
    texts = texts_of(chart)
    assert f"6{NBSP}прогр.{NBSP}· 60{NBSP}%" in texts
    assert texts.count("нет") == 3
    assert len(rows_of(chart, "boxes")) == 3


def test_district_without_programmes_says_so(ratios: FormRatios, reference: Reference) -> None:
    empty = next(shares for shares in ratios.districts if shares.name == "Шербакульский")
    assert "нет программ" in texts_of(build_district_forms_chart(empty, reference, measure="programmes"))
