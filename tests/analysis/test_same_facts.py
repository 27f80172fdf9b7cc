"""What is kept belongs to the very same sources, and only the last few are kept."""

from cmn_core.analysis.same_facts import KeptBySource


def test_the_same_sources_are_asked_once_and_equal_ones_again() -> None:
    kept: KeptBySource[object] = KeptBySource(4)
    facts, equal = [1], [1]
    first = kept.get((facts,), object)
    assert kept.get((facts,), object) is first
    assert kept.get((equal,), object) is not first
    assert kept.get((facts, equal), object) is not first


def test_the_oldest_is_given_up() -> None:
    kept: KeptBySource[object] = KeptBySource(2)
    sources = [[], [], []]
    made = [kept.get((source,), object) for source in sources]
    assert [kept.get((source,), object) is was for source, was in zip(sources[1:], made[1:], strict=True)] == [True] * 2
    assert kept.get((sources[0],), object) is not made[0]
