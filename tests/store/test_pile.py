"""Forty files at one go: clean, doubtful, twice, of two months, of strangers; saved one by one and taken back."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from hashlib import sha256

import pytest

from cmn_core.intake.cell_corrections import CellCorrection
from cmn_core.intake.sender_guess import SenderGuess
from cmn_core.period import Period
from cmn_core.reference import shipped_reference
from cmn_core.store.engine import Database
from cmn_core.store.failures import StoreError
from cmn_core.store.pile import find_months, find_rivals, judge_pile, read_beside
from cmn_core.store.pile_files import JudgedFile, PileChoices, PiledFile
from cmn_core.store.pile_saving import save_pile, undo_pile
from cmn_core.store.report_keys import ReportKey
from cmn_core.store.reports import read_in_force, read_versions
from cmn_core.store.submission import Answers
from tests.store.made_readings import (
    AZOVO,
    ERROR,
    NOVEMBER,
    NOW,
    OCTOBER,
    OMSK,
    TARA,
    WARNING,
    decide,
    expansion,
    population,
    row,
    save,
)
from tests.store.way import REASON, accept, give_back

REFERENCE = shipped_reference()
SCHOOL = "МБОУ «СОШ № 1»"


def piled(
    number: int, district: str | None = TARA, *, content: bytes | None = None, period: Period | None = NOVEMBER,
    problems: tuple = (), school: str = SCHOOL, **changes: object,
) -> PiledFile:  # fmt: skip
    content = content if content is not None else f"file {number}".encode()
    reading = replace(expansion([row(school, (number, 2, 3))], problems=problems, content=content), period=period)
    guess = SenderGuess(district, "file" if district else "nothing")
    return replace(PiledFile(number, reading, guess), **changes)


def key(district: str = TARA, period: Period = NOVEMBER) -> ReportKey:
    return ReportKey(district, "municipal", "expansion", period)


def judge(database: Database, files: Sequence[PiledFile], choices: PileChoices | None = None) -> list[JudgedFile]:
    beside = {file.number: read_beside(database, file, REFERENCE) for file in files}
    return list(judge_pile(files, beside, choices or PileChoices(), REFERENCE))


def stand(judged: Sequence[JudgedFile]) -> dict[int, str]:
    return {item.file.number: item.standing for item in judged}


@pytest.fixture
def known(database: Database) -> Database:
    """Organisations that the municipalities have already sent in October."""
    for district in (TARA, AZOVO, OMSK):
        save(database, [row(SCHOOL, (1, 1, 1))], decide(district, period=OCTOBER), content=district.encode())
    return database


def test_clean_files_need_nobody_and_are_saved_one_by_one(known: Database) -> None:
    files = [piled(1), piled(2, AZOVO)]
    judged = judge(known, files)
    assert stand(judged) == {1: "clean", 2: "clean"}
    assert judged[0].meaning == "Станет действующим отчётом за ноябрь 2020."
    contents = {1: b"file 1", 2: b"file 2"}
    results = list(save_pile(known, judged, contents, {key(AZOVO): "Сидорова"}, author="Иванова", now=NOW))
    assert [(item.number, item.saved.outcome) for item in results] == [(1, "saved"), (2, "saved")]
    assert [read_in_force(known, key(place)).sent_by for place in (TARA, AZOVO)] == [None, "Сидорова"]
    # The same pile again: all of it is in force already.
    again = judge(known, files)
    assert stand(again) == {1: "unchanged", 2: "unchanged"}
    assert not any(item.needs_person for item in again)
    saved = {item.number: (item.key, item.saved.report_id) for item in results}
    assert [item.refusal for item in undo_pile(known, saved, author="Иванова", now=NOW)] == [None, None]
    assert read_in_force(known, key()) is None
    # Undone and sent again: the very version comes back.
    undone = judge(known, files)
    assert stand(undone) == {1: "clean", 2: "clean"}
    assert "Вернёт версию 1" in undone[0].meaning
    assert [item.saved.report_id for item in save_pile(known, undone, contents, {}, author="И", now=NOW)] == [
        saved[1][1], saved[2][1],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("file", "standing", "said"),
    [
        (piled(1, None), "unplaced", "Не узнан муниципалитет"),
        (piled(1, period=None), "unplaced", "Не узнан месяц"),
        (piled(1, problems=(ERROR,)), "errors", "1 ошибка"),
        (piled(1, problems=(WARNING,)), "warnings", "Ошибок нет, есть 1 предупреждение"),
        (piled(1, "52612000", school="МБОУ «Новая школа»"), "warnings", "Новые организации: 1"),
        (piled(1, school="МКОУ «СОШ № 1»"), "questions", "Вопросы об организациях"),
        (
            replace(piled(1), guess=SenderGuess(None, "both", (AZOVO,), 12, 14, TARA)),
            "disagree",
            "В файле назван «Тарский», а организации — «Азовский»: 12 из 14.",
        ),
        (PiledFile(1, population([]), SenderGuess(None, "nothing")), "population", "«Численность»"),
        (
            PiledFile(1, replace(population([]), layout=None, problems=(ERROR,)), SenderGuess(None, "nothing")),
            "unread",
            "Число меньше нуля.",
        ),
    ],
)  # fmt: skip
def test_what_is_not_clean_is_said_in_words(known: Database, file: PiledFile, standing: str, said: str) -> None:
    (judged,) = judge(known, [file])
    assert judged.standing == standing
    assert judged.needs_person
    told = f"{judged.verdict} {judged.meaning}".replace("\u00a0", " ")
    assert said in told
    assert list(save_pile(known, [judged], {1: b""}, {}, author="И", now=NOW)) == []


def test_own_forms_are_confirmed_for_all_files_at_once_and_nothing_else_is(known: Database) -> None:
    own = replace(WARNING, code="own_form")
    files = [piled(1, problems=(own,)), piled(2, AZOVO, problems=(own, WARNING))]
    assert stand(judge(known, files)) == {1: "own_names", 2: "warnings"}
    assert list(save_pile(known, judge(known, files), {1: b"file 1"}, {}, author="И", now=NOW)) == []
    taken = judge(known, files, PileChoices(takes_own_names=True))
    assert stand(taken) == {1: "clean", 2: "warnings"}
    (saved,) = save_pile(known, taken, {1: b"file 1"}, {}, author="И", now=NOW)
    assert saved.saved.outcome == "saved"
    assert [item.code for item in read_in_force(known, key()).problems] == ["own_form"]


def test_two_files_for_one_report_wait_until_one_is_chosen(known: Database) -> None:
    files = [piled(1), piled(2), piled(3, AZOVO)]
    judged = judge(known, files)
    assert stand(judged) == {1: "rival", 2: "rival", 3: "clean"}
    assert [item.file.number for item in judged] == [1, 2, 3]
    assert {number: [file.number for file in members] for number, members in find_rivals(files).items()} == {
        key(): [1, 2]
    }
    chosen = judge(known, files, PileChoices(favourites={key(): 2}))
    assert stand(chosen) == {2: "clean", 3: "clean", 1: "set_aside"}
    assert chosen[-1].meaning.replace("\u00a0", " ") == "Для этого отчёта выбран файл № 2."


def test_a_rival_with_errors_is_still_a_rival(known: Database) -> None:
    assert stand(judge(known, [piled(1, problems=(ERROR,)), piled(2)])) == {1: "rival", 2: "rival"}


def test_after_one_of_two_is_saved_the_other_never_follows_silently(known: Database) -> None:
    files = [piled(1), piled(2)]
    judged = judge(known, files, PileChoices(favourites={key(): 1}, saved={1: key()}))
    assert stand(judged) == {2: "rival"}
    assert "№\u00a01" in judged[0].meaning


def test_a_copy_is_no_rival_and_is_saved_once(known: Database) -> None:
    files = [piled(1), piled(2, content=b"file 1"), piled(3, content=b"file 1", chosen=key(AZOVO))]
    files[1] = replace(files[1], reading=replace(files[0].reading, file="другое имя.xlsx"))
    judged = judge(known, files)
    assert stand(judged) == {1: "clean", 2: "copy", 3: "copy"}
    mended = replace(
        files[1], reading=replace(files[0].reading, corrections=(CellCorrection("Лист1", "B7", "1", "2"),))
    )
    assert stand(judge(known, [files[0], mended])) == {1: "rival", 2: "rival"}


def test_a_month_unlike_the_rest_waits_until_it_is_accepted(known: Database) -> None:
    september = Period(2020, 9)
    files = [piled(1), piled(2, AZOVO), piled(3, OMSK, period=september)]
    assert find_months(files) == ((NOVEMBER, 2), (september, 1))
    judged = judge(known, files)
    assert stand(judged) == {3: "other_month", 1: "clean", 2: "clean"}
    assert judged[0].verdict == "Другой месяц: сентябрь 2020"
    accepted = judge(known, files, PileChoices(months=frozenset({NOVEMBER, september})))
    assert stand(accepted) == {1: "clean", 2: "clean", 3: "clean"}
    # Of two equal halves the later month is the pile's.
    assert find_months([piled(1, period=OCTOBER), piled(2)])[0][0] == NOVEMBER


def test_what_was_answered_after_opening_counts_in_the_pile(known: Database) -> None:
    placed = piled(1, None, chosen=key(AZOVO))
    assert stand(judge(known, [placed])) == {1: "clean"}
    new = piled(1, school="МБОУ «Новая школа»", answers=Answers({}))
    assert stand(judge(known, [new])) == {1: "warnings"}


def test_an_older_version_is_not_saved_again(known: Database) -> None:
    first = save(known, [row(SCHOOL, (1, 2, 3))], content=b"file 1")
    save(known, [row(SCHOOL, (9, 2, 3))], decide(compared_with=first.report_id), content=b"other")
    (judged,) = judge(known, [piled(1)])
    assert judged.standing == "older"
    assert "версия 1" in judged.meaning


def test_a_returned_file_and_a_closed_report_need_a_person(known: Database) -> None:
    returned = save(known, [row(SCHOOL, (1, 2, 3))], content=b"file 1")
    give_back(known, returned.report_id)
    accept(known, save(known, [row(SCHOOL, (2, 2, 3))], decide(AZOVO), content=b"file 2").report_id)
    assert stand(judge(known, [piled(2, AZOVO)])) == {2: "unchanged"}
    judged = judge(known, [piled(1), piled(3, AZOVO)])
    assert {item.file.number: (item.standing, item.needs_person) for item in judged} == {
        1: ("older", True),
        3: ("locked", True),
    }
    told = {item.file.number: item.meaning for item in judged}
    assert f"Версия 1: {REASON}. Исправьте файл" in told[1]
    assert "Петрова, 25.11.2020 09:30" in told[3]
    assert stand(judge(known, [piled(4)])) == {4: "clean"}


def test_the_same_file_in_force_elsewhere_needs_a_person(known: Database) -> None:
    save(known, [row(SCHOOL, (1, 2, 3))], decide(AZOVO), content=b"file 1")
    assert stand(judge(known, [piled(1)])) == {1: "warnings"}


def test_who_saved_meanwhile_is_told_for_that_file_alone(known: Database) -> None:
    judged = judge(known, [piled(1), piled(2, AZOVO)])
    save(known, [row(SCHOOL, (7, 7, 7))], decide(author="Петрова"), content=b"meanwhile")
    contents = {1: b"file 1", 2: b"file 2"}
    first, second = save_pile(known, judged, contents, {}, author="Иванова", now=NOW)
    assert "Петрова" in first.refusal
    assert (first.saved, first.stops, second.saved.outcome) == (None, False, "saved")
    assert [version.author for version in read_versions(known, key())] == ["Петрова"]


def test_a_database_that_went_away_ends_the_round_and_what_was_saved_stays(
    known: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    judged = judge(known, [piled(1), piled(2, AZOVO), piled(3, OMSK)])
    rest = save_pile(known, judged, {n: f"file {n}".encode() for n in (1, 2, 3)}, {}, author="И", now=NOW)
    assert next(rest).saved.version == 1

    def away(*args: object, **choices: object) -> None:
        raise StoreError("База данных не отвечает.")

    monkeypatch.setattr("cmn_core.store.pile_saving.save_report", away)
    (second,) = rest
    assert (second.number, second.refusal, second.stops) == (2, "База данных не отвечает.", True)
    assert read_in_force(known, key()).version == 1
    assert read_in_force(known, key(AZOVO)) is None


def test_an_undoing_refused_for_one_file_takes_the_others_back(known: Database) -> None:
    judged = judge(known, [piled(1), piled(2, AZOVO)])
    results = list(save_pile(known, judged, {1: b"file 1", 2: b"file 2"}, {}, author="И", now=NOW))
    saved = {item.number: (item.key, item.saved.report_id) for item in results}
    later = decide(author="Петрова", compared_with=saved[1][1])
    save(known, [row(SCHOOL, (7, 7, 7))], later, content=b"meanwhile")
    undone = {item.number: item.refusal for item in undo_pile(known, saved, author="И", now=NOW)}
    assert undone[2] is None
    assert "Петрова" in undone[1]
    assert read_in_force(known, key()).author == "Петрова"


def test_readings_of_the_pile_are_dated_by_themselves() -> None:
    assert piled(1).reading.as_of == date(2020, 11, 23)
    assert piled(1).content == (sha256(b"file 1").hexdigest(), frozenset())
