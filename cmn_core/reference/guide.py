"""The user guide: its sentences with the reference's own numbers and labels filled in."""

from dataclasses import dataclass

from cmn_core.reference.loading import DATA_FOLDER, Entry, parse_entries, read_toml
from cmn_core.reference.shipped import Reference


class Topic(Entry):
    """A heading and what is said under it, a sentence or two each."""

    title: str
    lines: tuple[str, ...]


class Section(Entry):
    """A part of the guide."""

    code: str
    title: str
    topic: tuple[Topic, ...]


@dataclass(frozen=True, slots=True)
class Guide:
    """The guide by sections."""

    sections: tuple[Section, ...]

    def section(self, code: str) -> Section:
        """Return a section by its code."""
        return next(section for section in self.sections if section.code == code)


def build_guide(reference: Reference) -> Guide:
    """Fill the shipped guide from a reference, overrides included."""
    path = DATA_FOLDER / "reference" / "guide.toml"
    words = _words_of(reference)
    sections = parse_entries(path, "section", Section, read_toml(path).get("section"))
    return Guide(tuple(_fill(section, words) for section in sections))


def _words_of(reference: Reference) -> dict[str, object]:
    forms = reference.forms
    return {
        "carried_periods": reference.limits.carried_periods,
        "jump_pct": reference.limits.jump_pct,
        "jump_people": reference.limits.jump_people,
        "original_kept_months": reference.limits.original_kept_months,
        "district_count": len(reference.region.districts),
        "like_nearest": reference.practices.like.nearest,
        "like_times": reference.practices.like.times,
        "forms": "; ".join(form.label for form in forms.federal),
        "own": forms.own.label,
        "unnamed": forms.unnamed.label,
        "unassigned": forms.unassigned.label,
    }


def _fill(section: Section, words: dict[str, object]) -> Section:
    topics = (
        topic.model_copy(update={"lines": tuple(line.format(**words) for line in topic.lines)})
        for topic in section.topic
    )
    return section.model_copy(update={"topic": tuple(topics)})
