"""The same programme under slightly different names is one; what tells programmes apart never folds."""

import re
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cmn_core.analysis.practice_folding import fold_names
from cmn_core.analysis.practice_names import practice_key
from cmn_core.reference import shipped_reference

REFERENCE = shipped_reference()
RULE = REFERENCE.practices.folding


def key(name: str) -> str:
    return practice_key(name, RULE)


def are_one(first: str, second: str) -> bool:
    folds = fold_names([key(first), key(second)], REFERENCE)
    return folds[key(first)] == folds[key(second)]


@pytest.mark.parametrize(
    ("name", "levelled"),
    [
        ("Вместе к успеху", "вместе к успеху"),
        ("Программа наставничества «Вместе  к успеху!»", "вместе к успеху"),
        ("ВМЕСТЕ К УСПЕХУ.", "вместе к успеху"),
        ("Берёза", "береза"),
        ("Школа № 5", "школа 5"),
        ("5«А» класс", "5 а класс"),
        # Latin letters among Russian ones, as a keyboard leaves them.
        ("Bместе к уcпеху", "вместе к успеху"),
        # Nothing but idle words, and nothing but signs.
        ("Программа наставничества", "программа наставничества"),
        ("***", "***"),
        ("🚀", "🚀"),
    ],
)
def test_a_name_is_levelled(name: str, levelled: str) -> None:
    assert key(name) == levelled


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Вместе к успеху", 'Программа наставничества "Вместе к успеху!"'),
        ("Вместе к успеху", "вместе  к успеху"),
        ("Наставник рядом", "Настовник рядом"),
        ("Старт в профессию", "Старт в професию"),
        ("Школьный стартап", "Школьный старт-ап"),
        ("Педагогический тандем", "Педагогичский тандем"),
    ],
)
def test_spellings_of_one_programme_fold(first: str, second: str) -> None:
    assert are_one(first, second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        # A number, in whatever writing.
        ("Ступень 1", "Ступень 2"),
        ("Наставники 2020", "Наставники 2021"),
        ("Первая ступень", "Вторая ступень"),
        ("Лидеры I ступени", "Лидеры II ступени"),
        ("Класс 1 2", "Класс 12"),
        # A class.
        ("Помощь 5 классу", "Помощь 6 классу"),
        ("Наставники 5 «А»", "Наставники 5 «Б»"),
        ("Пятиклассникам", "Шестиклассникам"),
        # A place: of the region, or after its word.
        ("Наставники Омского района", "Наставники Одесского района"),
        ("Лидеры Тарского района", "Лидеры Таврического района"),
        ("Школа села Новоивановка", "Школа села Новоиваново"),
        ("Наставники с. Екатериновка", "Наставники с. Екатеринославка"),
        # Other words: what is short has to be the same.
        ("Мы вместе", "Ты вместе"),
        ("Наставник рядом", "Наставница рядом"),
        ("Равный равному", "Плечом к плечу"),
        ("Вместе", "Вместе к успеху"),
    ],
)
def test_what_tells_programmes_apart_never_folds(first: str, second: str) -> None:
    assert not are_one(first, second)


WORDS = ("вместе", "вместа", "вмести", "успеху", "успехуу", "наставник", "настовник", "1", "2", "5а", "тара", "омский")
NAMES = st.lists(st.sampled_from([" ".join(pair) for pair in product(WORDS, WORDS)]), min_size=1, max_size=12)


@settings(max_examples=60, deadline=None)
@given(NAMES.flatmap(lambda names: st.tuples(st.just(names), st.permutations([*names, *names[:3]]))))
def test_order_and_repetition_change_nothing(told: tuple[list[str], list[str]]) -> None:
    names, shuffled = ([key(name) for name in each] for each in told)
    assert fold_names(names, REFERENCE) == fold_names(shuffled, REFERENCE)


@settings(max_examples=60, deadline=None)
@given(NAMES)
def test_who_folds_has_the_same_numbers_and_one_that_stands_for_all(names: list[str]) -> None:
    keys = [key(name) for name in names]
    for name, standing in fold_names(keys, REFERENCE).items():
        assert re.findall(r"\d+", name) == re.findall(r"\d+", standing)
        assert standing <= name
        assert fold_names(keys, REFERENCE)[standing] == standing


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=40))
def test_any_text_has_a_key_which_is_its_own_key(text: str) -> None:
    assert key(key(text)) == key(text)
    assert fold_names([key(text)], REFERENCE) == {key(text): key(text)}


def test_a_thousand_names_of_a_word_are_compared_piece_by_piece() -> None:
    letters = "абвгдежзик"
    names = [f"слово{a}{b}{c}слово" for a in letters for b in letters for c in letters]
    folds = fold_names([*names, "наставнек", "наставник"], REFERENCE)
    assert folds["наставник"] == "наставнек"
    assert set(folds) == {*names, "наставнек", "наставник"}
