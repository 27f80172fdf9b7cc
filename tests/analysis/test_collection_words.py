"""A month of the region in numbers and words, and the letters to those who have something to do."""

from datetime import date

import pytest

from cmn_core.analysis.collected_months import compute_collected_months
from cmn_core.analysis.collection_summary import summarise_month
from cmn_core.analysis.collection_words import tell_days_left, tell_timing
from cmn_core.analysis.reminders import write_common_letter, write_reminders
from cmn_core.analysis.timeliness import Timing
from cmn_core.reference import shipped_reference
from cmn_core.store.collecting import CollectedYear
from tests.analysis.made_collection import NOVEMBER, TARA, at, sent, year

DUE = date(2020, 12, 5)
REFERENCE = shipped_reference()


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def judge_all(collected: CollectedYear, today: date, **chosen: object):
    return list(compute_collected_months(collected, [NOVEMBER], REFERENCE, today, **chosen).values())


@pytest.mark.parametrize(
    ("timing", "told"),
    [
        (Timing(DUE, 0, waits=False), "в срок"),
        (Timing(DUE, 21, waits=False), "позже на 21 день"),
        (Timing(DUE, 3, waits=True), "опаздывает: 3 дня"),
        (Timing(DUE, 2000, waits=True), "опаздывает: больше года"),
        (Timing(DUE, 0, waits=True, days_left=5), "срок 05.12.2020, через 5 дней"),
        (Timing(DUE, 0, waits=True), "срок 05.12.2020, последний день"),
    ],
)
def test_timing_in_words(timing, told):
    assert plain(tell_timing(timing)) == told


def test_a_month_is_summed_up():
    months = judge_all(year(sent("06.12 10:00", state="accepted", named={"municipal": 12})), date(2020, 12, 8))
    summary = summarise_month(NOVEMBER, months, date(2020, 12, 8))
    assert (summary.sent, summary.in_time, summary.full, summary.total) == (1, 0, 0, 33)
    assert summary.states == {"accepted": 1, "none": 32}
    assert plain(summary.finding) == "За ноябрь 2020 отчитался 1 из 33 муниципалитетов, в срок — 0"
    assert plain(summary.deadline) == "Срок 05.12.2020 прошёл: 3 дня назад"


def test_before_the_deadline_nobody_is_late():
    today = date(2020, 12, 4)
    summary = summarise_month(NOVEMBER, judge_all(year(sent()), today), today)
    assert plain(summary.finding) == "За ноябрь 2020 уже отчитался 1 из 33 муниципалитетов"
    assert plain(summary.deadline) == "Срок 05.12.2020: остался 1 день"


def test_nobody_reported():
    summary = summarise_month(NOVEMBER, judge_all(CollectedYear(2020, (), ()), DUE), DUE)
    assert summary.finding == "За ноябрь 2020 ни один муниципалитет ещё не отчитался"
    assert summary.deadline == "Срок 05.12.2020: последний день"


@pytest.mark.parametrize(
    ("version", "told"),
    [
        (None, "отчёт («Ежемесячный отчёт» или «О расширении практик наставничества») не отправлен; "
               "срок был 05.12.2020, опоздание 3 дня"),
        (sent(state="returned", in_force=False, returned_at=at("06.12 10:00")),
         "отчёт «Ежемесячный отчёт» возвращён на исправление; срок был 05.12.2020, опоздание 2 дня"),
        (sent(named={"municipal": 12}),
         "в отчёте «Ежемесячный отчёт» названо 12 из 18 организаций, не хватает 6"),
        (sent(is_empty=True), "в отчёте «Ежемесячный отчёт» одни нули: ни одного участника"),
        (sent(is_copy=True), "отчёт «Ежемесячный отчёт» повторяет прошлый месяц: все числа те же"),
    ],
)  # fmt: skip
def test_a_letter_names_form_month_deadline_days_and_what_is_incomplete(version, told):
    months = judge_all(year(*([version] if version else [])), date(2020, 12, 8), districts=[TARA])
    (reminder,) = write_reminders(months, REFERENCE)
    assert plain(reminder.gist) == told
    letter = plain(reminder.letter)
    assert letter.startswith(
        "Здравствуйте!\n\nНапоминаем об отчётности Тарского района по наставничеству за ноябрь 2020"
    )
    assert told in letter
    assert "Загрузка отчёта" in letter
    assert letter.endswith(REFERENCE.region.facts.centre)


def test_who_sent_everything_gets_no_letter_and_all_others_stand_in_the_common_one():
    months = judge_all(year(sent()), date(2020, 12, 8))
    reminders = write_reminders(months, REFERENCE)
    assert len(reminders) == 32
    assert TARA not in {reminder.district for reminder in reminders}
    letter = write_common_letter(months, REFERENCE)
    assert letter.count("\n– ") == 32
    assert "Тарский" not in letter


@pytest.mark.parametrize(
    ("days", "told"),
    [
        (1, "остался 1 день"),
        (2, "осталось 2 дня"),
        (5, "осталось 5 дней"),
        (11, "осталось 11 дней"),
        (21, "остался 21 день"),
        (401, "осталось больше года"),
    ],
)
def test_days_left_agree_with_their_number(days: int, told: str) -> None:
    assert plain(tell_days_left(days)) == told
