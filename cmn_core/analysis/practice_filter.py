"""Which of the listed practices are looked for, and what they come to."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from cmn_core.analysis.practice_names import practice_key
from cmn_core.analysis.practices import ListedPractice, PracticeCount, PracticeSource
from cmn_core.analysis.role_models import model_label
from cmn_core.reference import Forms, Reference
from cmn_core.reference.spelling import fold_text

ShownKeys = Collection[tuple[int, str]]
"""Marked practices: the organisation's number and the levelled name."""


@dataclass(frozen=True, slots=True)
class PracticeFilter:
    """What is looked for; an empty part takes everything."""

    words: str = ""
    """All of them stand in the name or the organisation, case and ё levelled."""
    form: str = ""
    """Its code."""
    role_model: str = ""
    """As it is counted: an official label, an own one, or none named."""
    kind: str = ""
    source: PracticeSource | None = None
    only_shown: bool = False


@dataclass(frozen=True, slots=True)
class PracticeTotals:
    """What practices come to; mentors and mentees are participations, each count once."""

    programmes: int
    organisations: int
    districts: int
    mentors: int
    mentees: int
    partly: int
    """Mentees of counts that stand for other practices, too: in no sum."""


def filter_practices(
    practices: Iterable[ListedPractice], asked: PracticeFilter, reference: Reference, shown: ShownKeys = ()
) -> tuple[ListedPractice, ...]:
    """Keep the practices that are looked for, in their order."""
    words = fold_text(asked.words).replace('"', " ").split()
    return tuple(
        practice
        for practice in practices
        if asked.source in (None, practice.source)
        and asked.form in ("", practice.form_code)
        and asked.kind in ("", practice.kind)
        and asked.role_model in ("", counted_model(practice, reference.forms))
        and (not words or _has_all(practice, words))
        and (not asked.only_shown or is_shown(practice, reference, shown))
    )


def is_shown(practice: ListedPractice, reference: Reference, shown: ShownKeys) -> bool:
    """Tell whether a practice is marked to be shown."""
    return (
        practice.name is not None
        and (practice.organisation_id, practice_key(practice.name, reference.practices.folding)) in shown
    )


def counted_model(practice: ListedPractice, forms: Forms) -> str:
    """Return the role model as it is counted: by its official label, as an own one, or as not named."""
    return model_label(practice.form_code, practice.role_model, forms)


def total_practices(practices: Sequence[ListedPractice]) -> PracticeTotals:
    """Sum practices of one source; a count of which only some practices are here is told apart."""
    seen: Counter[PracticeCount] = Counter(practice.count for practice in practices)
    whole = [count for count, rows in seen.items() if rows >= count.stands_for]
    partly = [count for count, rows in seen.items() if rows < count.stands_for]
    return PracticeTotals(
        programmes=_count_programmes(practices),
        organisations=len({practice.organisation_id for practice in practices}),
        districts=len({practice.district for practice in practices}),
        mentors=sum(count.mentors or 0 for count in whole),
        mentees=sum(count.mentees or 0 for count in whole),
        partly=sum(count.mentees or 0 for count in partly),
    )


def _count_programmes(practices: Iterable[ListedPractice]) -> int:
    """Count named rows of reports; a programme in the making is one whatever it plans."""
    in_making = {practice.programme_id for practice in practices if practice.programme_id is not None}
    return len(in_making) + sum(1 for practice in practices if practice.programme_id is None and practice.name)


def _has_all(practice: ListedPractice, words: Iterable[str]) -> bool:
    told = fold_text(f"{practice.name or ''} {practice.organisation}")
    return all(word in told for word in words)
