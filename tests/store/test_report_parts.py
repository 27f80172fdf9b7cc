"""What a report's people are made of, in the words of its own form."""

import pytest

from cmn_core.intake.people_counts import PeopleCounts
from cmn_core.intake.reading import OrganisationCounts
from cmn_core.reference import shipped_reference
from cmn_core.store.verdict import describe_counted, describe_parts, list_parts

REFERENCE = shipped_reference()


def counted(people: PeopleCounts) -> list[OrganisationCounts]:
    return [OrganisationCounts("МБОУ «СОШ № 1»", "key", people, (), "Лист1", 5, "A5")]


@pytest.mark.parametrize(
    ("layout", "people", "whole", "parts"),
    [
        (
            "expansion",
            PeopleCounts(involved_before=10, added_mentors=1, added_mentees=2),
            "вовлечено 13 человек",
            "10 на первую дату, дополнительно 1 наставник и 2 наставляемых",
        ),
        (
            "monthly",
            PeopleCounts(pupils_10_19=1200, involved=13, mentees=9, mentors=4, surveyed_mentees=8, satisfied_mentees=7),
            "вовлечено 13 человек",
            "обучающихся 10–19: 1 200; вовлечено: 13; наставляемых 10–19: 9; наставников 10–19: 4; "
            "опрошено наставляемых: 8; удовлетворены, наставляемые: 7",
        ),
    ],
)
def test_each_form_is_told_by_its_own_columns(layout, people, whole: str, parts: str) -> None:
    assert whole in describe_counted(counted(people)).replace("\u00a0", " ")
    assert describe_parts(counted(people), layout, REFERENCE).replace("\u00a0", " ") == parts


def test_differences_are_listed_by_the_columns_of_the_form() -> None:
    assert list_parts("expansion", REFERENCE) == (
        ("involved_before", "привлечено на первую дату"),
        ("added_mentors", "дополнительно наставников"),
        ("added_mentees", "дополнительно наставляемых"),
    )
    assert [name for name, _ in list_parts("monthly", REFERENCE)] == [
        "pupils_10_19", "pupils_15_19", "young_teachers", "involved", "mentees", "mentors", "mentors_15_19",
        "young_mentees", "surveyed_mentees", "satisfied_mentees", "surveyed_mentors", "satisfied_mentors",
    ]  # fmt: skip
