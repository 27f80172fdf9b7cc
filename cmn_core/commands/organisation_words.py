"""Which organisation the words of a command mean: its number, its name in any spelling, or a part of the name."""

from collections.abc import Callable, Iterable, Sequence

from cmn_core.errors import UsageError
from cmn_core.intake.matching import KnownOrganisation
from cmn_core.intake.organisation_names import name_key, plain_key
from cmn_core.reference import Region
from cmn_core.reference.spelling import fold_text
from cmn_core.wording import join_names

_MOST_CANDIDATES = 20


def find_organisation(words: str, known: Sequence[KnownOrganisation], region: Region) -> KnownOrganisation:
    """Return the only organisation that the words mean; raise UsageError with the candidates, or where there is none.

    Tried in turn: the number, the whole name or a remembered spelling, the name without its legal form, its beginning,
    whole words of it, any part of it.
    """
    if not known:
        raise UsageError("Организаций в базе пока нет: сохраните отчёт или добавьте организацию на странице «Данные».")
    asked, key, plain = fold_text(words), name_key(words), plain_key(words)
    tests: tuple[Callable[[KnownOrganisation], bool], ...] = (
        lambda item: words.strip() == str(item.organisation_id),
        lambda item: bool(key) and key in (item.key, *item.aliases),
        lambda item: bool(plain) and plain == plain_key(item.name),
        lambda item: bool(asked) and _begins(item, asked, key),
        # «СОШ № 1» is in «СОШ № 12» too, but not as whole words.
        lambda item: bool(key) and f" {key} " in f" {item.key} ",
        lambda item: bool(asked) and _contains(item, asked, key),
    )
    for test in tests:
        found = [item for item in known if test(item)]
        if len(found) == 1:
            return found[0]
        if found:
            raise UsageError(
                f"Организация «{words}» указана неоднозначно: {_list(found, region)}. Укажите номер или --district."
            )
    raise UsageError(f"Организация «{words}» не найдена. Укажите номер, название, его начало или часть.")


def _begins(item: KnownOrganisation, asked: str, key: str) -> bool:
    return fold_text(item.name).startswith(asked) or (bool(key) and item.key.startswith(key))


def _contains(item: KnownOrganisation, asked: str, key: str) -> bool:
    return asked in fold_text(item.name) or (bool(key) and key in item.key)


def _list(found: Iterable[KnownOrganisation], region: Region) -> str:
    return join_names(
        [f"{item.organisation_id} {item.name} ({region.district(item.district).short})" for item in found],
        most=_MOST_CANDIDATES,
    )
