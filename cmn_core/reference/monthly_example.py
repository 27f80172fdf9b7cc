"""The filled example that the monthly template shows: invented organisations and their programmes."""

from datetime import date

from cmn_core.reference.loading import DATA_FOLDER, Entry, parse_entries, read_toml


class ExampleOrganisation(Entry):
    """A row of «Организации» as it would be typed."""

    organisation: str
    kind: str
    pupils_10_19: int
    pupils_15_19: int
    young_teachers: int
    involved: int
    mentees: int
    mentors: int
    mentors_15_19: int
    young_mentees: int
    surveyed_mentees: int
    satisfied_mentees: int
    surveyed_mentors: int
    satisfied_mentors: int


class ExampleProgramme(Entry):
    """A row of «Программы» as it would be typed."""

    organisation: str
    programme: str
    mentoring_form: str
    role_model: str
    mentors: int
    mentees: int
    mentees_10_19: int
    partner: str | None = None
    start_date: date


def read_monthly_example() -> tuple[tuple[ExampleOrganisation, ...], tuple[ExampleProgramme, ...]]:
    """Read the shipped example."""
    path = DATA_FOLDER / "reference" / "monthly_example.toml"
    raw = read_toml(path)
    return (
        parse_entries(path, "organisation", ExampleOrganisation, raw.get("organisation")),
        parse_entries(path, "programme", ExampleProgramme, raw.get("programme")),
    )
