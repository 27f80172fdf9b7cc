"""What is asked about organisations' names, and what a new one is taken for."""

from cmn_core.intake.matching import KnownOrganisation, match_names
from cmn_core.intake.name_questions import find_proposals, find_unanswered, guess_new_organisations
from cmn_core.intake.organisation_names import name_key
from cmn_core.reference import shipped_reference

SCHOOL = KnownOrganisation(7, "МБОУ «СОШ № 1»", name_key("МБОУ «СОШ № 1»"), "52654000", "school", "municipal")
RENAMED, CENTRE = "МКОУ «СОШ № 1»", "МБУ ДО «Центр творчества»"
MATCHES = match_names([SCHOOL.name, RENAMED, CENTRE], [SCHOOL], 80)
FACTS = shipped_reference().region.facts


def test_only_a_likeness_is_asked_about() -> None:
    assert [match.name for match in find_proposals(MATCHES)] == [RENAMED]
    assert find_unanswered(MATCHES, []) == (RENAMED,)
    assert find_unanswered(MATCHES, [name_key(RENAMED)]) == ()


def test_a_name_like_nobodys_is_new_with_what_it_tells() -> None:
    (guess,) = guess_new_organisations(MATCHES, {}, "municipal", FACTS)
    assert (guess.name, guess.kind, guess.subordination) == (CENTRE, "supplementary", "municipal")


def test_a_refused_likeness_is_new_and_a_confirmed_one_is_not() -> None:
    refused = guess_new_organisations(MATCHES, {name_key(RENAMED): None}, "state", FACTS)
    assert [(guess.name, guess.subordination) for guess in refused] == [(RENAMED, "state"), (CENTRE, "state")]
    confirmed = guess_new_organisations(MATCHES, {name_key(RENAMED): 7, name_key(CENTRE): 7}, "state", FACTS)
    assert confirmed == ()
