"""Is a password fit: long enough, and more than a name, a word that everybody tries, or a row of keys."""

from collections.abc import Iterable, Iterator
from string import punctuation, whitespace

from cmn_core.reference.sign_in import read_common_passwords, read_sign_in_rules
from cmn_core.store.password_hashes import level_password
from cmn_core.wording import count_of, genitive_count_of

_SIGNS = ("знак", "знака", "знаков")
_LEAST_WORD = 3
"""Shorter parts of a name are met by chance."""
_LEAST_DIFFERENT = 5
_LATIN_KEYS = "`qwertyuiop[]asdfghjkl;'zxcvbnm,."
_RUSSIAN_KEYS = "ёйцукенгшщзхъфывапролджэячсмитьбю"
_BETWEEN_WORDS = frozenset(punctuation + whitespace)
_DIGITS_FOR_LETTERS = str.maketrans("013457@$!", "oieastasi")
_OTHER_LAYOUT = str.maketrans(_LATIN_KEYS + _RUSSIAN_KEYS, _RUSSIAN_KEYS + _LATIN_KEYS)


def find_weakness(password: str, *, login: str, name: str) -> str | None:
    """Return why a password is not fit, in a sentence; None: it is."""
    rules, levelled = read_sign_in_rules(), level_password(password)
    if len(levelled) < rules.password_least:
        return (
            f"В пароле {count_of(len(levelled), *_SIGNS)}, а нужно не меньше {rules.password_least}. "
            "Проще всего запомнить несколько слов подряд, пробелы можно."
        )
    if len(levelled) > rules.password_most:
        return f"Пароль длиннее {genitive_count_of(rules.password_most, *_SIGNS)}. Сократите его."
    if len(set(levelled)) < _LEAST_DIFFERENT:
        return "В пароле слишком мало разных знаков. Придумайте другой."
    guessed = (*_own_words(login, name), *read_common_passwords())
    if any(_spare(variant, guessed) < rules.password_spare for variant in _variants(levelled)):
        return (
            "Такой пароль легко подобрать: он состоит из имени, логина, частых слов, дат или соседних клавиш. "
            "Добавьте слова, которые с вами и с работой не связаны."
        )
    return None


def _own_words(login: str, name: str) -> Iterator[str]:
    for words in (login, name):
        folded = level_password(words).casefold()
        yield folded
        yield from "".join(sign if sign.isalnum() else " " for sign in folded).split()


def _variants(password: str) -> Iterable[str]:
    """Return the ways in which the password may spell a word."""
    folded = password.casefold()
    return {folded, folded.translate(_DIGITS_FOR_LETTERS), folded.translate(_OTHER_LAYOUT)}


def _spare(password: str, guessed: Iterable[str]) -> int:
    """Count the signs beyond the guessed words, repetitions of one and what stands between words."""
    for word in sorted(guessed, key=len, reverse=True):
        if len(word) >= _LEAST_WORD:
            password = password.replace(word, " ")
    pairs = zip(f" {password}", password, strict=False)
    return sum(1 for before, sign in pairs if sign != before and sign not in _BETWEEN_WORDS)
