from decimal import Decimal
from itertools import pairwise

import pytest

from cmn_core.analysis.figure import FormRatios
from cmn_core.charts.contrast import LEAST_CONTRAST, contrast_ratio
from cmn_core.charts.form_ratio import build_form_ratio_chart, sort_shares
from cmn_core.charts.look import PAGE, PHONE, SLIDE, Look
from cmn_core.reference import Reference
from cmn_core.wording import NBSP

from .drawn import boxes_of, plot_size, rows_of, texts_of, words_of
from .sample_figures import AS_OF, PERIOD, SILENT, make_ratios, make_shares

SIZES = [(PAGE, 980), (PAGE, 600), (PHONE, 350), (SLIDE, 1200)]


def names_in_order(chart: object) -> list[str]:
    return [row["name"] for row in rows_of(chart, "hits")]


def test_region_stands_on_top_apart_and_bold(ratios: FormRatios, reference: Reference) -> None:
    chart = build_form_ratio_chart(ratios, reference)
    assert names_in_order(chart)[0] == "Омская область"
    rows = rows_of(chart, "hits")
    assert rows[1]["top"] - rows[0]["bottom"] == pytest.approx(0.4 * (rows[1]["bottom"] - rows[1]["top"]), rel=0.01)
    bold = [word.text for word in words_of(chart, PAGE) if word.bold]
    assert bold[0] == "Омская область"
    assert not {"Тарский", "г. Омск"} & set(bold)


def test_names_stand_in_alphabetical_order_without_the_town_sign(ratios: FormRatios, reference: Reference) -> None:
    names = names_in_order(build_form_ratio_chart(ratios, reference))
    assert len(names) == 34
    assert names[1:4] == ["Азовский", "Большереченский", "Большеуковский"]
    assert names[names.index("г. Омск") + 1] == "Омский"


def test_sorting_by_a_form_and_by_total(ratios: FormRatios, reference: Reference) -> None:
    by_form = sort_shares(ratios.districts, "student_pupil")
    shares = [row.shares_pct.get("student_pupil", Decimal(-1)) for row in by_form]
    assert shares == sorted(shares, reverse=True)
    assert {row.name for row in by_form[-2:]} == {"Усть-Ишимский", "Шербакульский"}
    totals = [row.total for row in sort_shares(ratios.districts, "total")]
    assert totals == sorted(totals, reverse=True)
    assert names_in_order(build_form_ratio_chart(ratios, reference, sort="total"))[1] == "Горьковский"


@pytest.mark.parametrize(("look", "width"), SIZES)
def test_segments_fill_the_bar_in_official_order(
    ratios: FormRatios, reference: Reference, look: Look, width: int
) -> None:
    chart = build_form_ratio_chart(ratios, reference, width=width, look=look)
    bars: dict[tuple[float, bool], list[dict[str, object]]] = {}
    for box in boxes_of(chart, look):
        bars.setdefault((box["top"], box["left"] > width / look.list_columns), []).append(box)
    assert len(bars) == 32  # 33 and the region, without the two that have nothing to show
    lengths = [segments[-1]["right"] - segments[0]["left"] for segments in bars.values()]
    assert max(lengths) - min(lengths) < 0.2
    order = [box["fill"] for box in rows_of(chart, "key")]
    for segments in bars.values():
        ranks = [order.index(box["fill"]) for box in segments]
        assert ranks == sorted(set(ranks))
        for first, second in pairwise(segments):
            assert second["left"] == pytest.approx(first["right"], abs=0.05)


@pytest.mark.parametrize(("look", "width"), SIZES)
@pytest.mark.parametrize("show_counts", [False, True])
def test_words_fit_their_segments_and_read(
    ratios: FormRatios, reference: Reference, look: Look, width: int, *, show_counts: bool
) -> None:
    chart = build_form_ratio_chart(ratios, reference, width=width, look=look, show_counts=show_counts)
    words = words_of(chart, look)
    across, _ = plot_size(chart, look)
    checked = 0
    for box in boxes_of(chart, look):
        for word in words:
            middle = (word.left + word.right) / 2
            if box["top"] < (word.top + word.bottom) / 2 < box["bottom"] and box["left"] < middle < box["right"]:
                checked += 1
                assert box["left"] <= word.left, word.text
                assert word.right <= box["right"], word.text
                assert contrast_ratio(box["fill"], word.colour) >= LEAST_CONTRAST, word.text
    assert checked >= 32
    for number, word in enumerate(words):
        assert word.left >= -1, word.text
        assert word.right <= across + 1, word.text
        assert not any(word.meets(other) for other in words[number + 1 :] if word.text and other.text), word.text


def test_percentages_or_counts_stand_in_segments(reference: Reference) -> None:
    shares = make_shares("52654000", "Тарский", (6, 3, 1, 0, 0, 0, 0))
    ratios = FormRatios(
        PERIOD, "programmes", reference.forms.codes, (shares,), make_shares(None, "Область", (6, 3, 1, 0, 0, 0, 0))
    )
    assert {f"60{NBSP}%", f"30{NBSP}%", f"10{NBSP}%"} <= set(texts_of(build_form_ratio_chart(ratios, reference)))
    assert {"6", "3", "1"} <= set(texts_of(build_form_ratio_chart(ratios, reference, show_counts=True)))
    assert texts_of(build_form_ratio_chart(ratios, reference), "key_words") == [
        "Ученик – ученик", "Учитель – учитель", "Студент – ученик",
    ]  # fmt: skip


def test_right_end_says_how_much_with_its_unit(ratios: FormRatios, reference: Reference) -> None:
    texts = texts_of(build_form_ratio_chart(ratios, reference))
    assert f"31{NBSP}программа" in texts  # Крутинский
    assert f"26{NBSP}программ{NBSP}·{NBSP}01.10" in texts  # Знаменский, carried forward
    assert any(text.endswith(f"+{NBSP}3 вне форм") for text in texts)
    narrow = texts_of(build_form_ratio_chart(ratios, reference, width=350, look=PHONE))
    assert f"802{NBSP}прогр." in narrow
    assert "31" in narrow


def test_measure_of_organisations_counts_organisations(reference: Reference) -> None:
    texts = texts_of(build_form_ratio_chart(make_ratios("organisations"), reference))
    assert f"15{NBSP}организаций" in texts  # Крутинский: 31 pairs of 15 organisations


def test_nothing_to_count_is_said_in_grey(ratios: FormRatios, reference: Reference) -> None:
    chart = build_form_ratio_chart(ratios, reference)
    grey = {word.text for word in words_of(chart, PAGE) if word.colour == reference.palette.muted}
    assert grey == {"нет данных", "нет программ"}
    mentees = texts_of(build_form_ratio_chart(make_ratios("mentees"), reference))
    assert "нет наставляемых" in mentees


def test_tooltip_tells_counts_shares_and_date(ratios: FormRatios, reference: Reference) -> None:
    told = {row["oktmo"]: row for row in rows_of(build_form_ratio_chart(ratios, reference), "hits")}
    assert told["52626000"]["form_pupil_pupil"] == f"20{NBSP}· 65{NBSP}%"
    assert told["52626000"]["as_of"] == AS_OF.strftime("%d.%m.%Y")
    assert told["52654000"]["unassigned"] == "3"
    assert told[SILENT]["total"] == "нет данных"
    assert told[""]["name"] == "Омская область"
