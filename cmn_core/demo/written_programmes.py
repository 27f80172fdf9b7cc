"""Programmes of mentoring that stand in the demonstration: written by its methodologist through the usual door."""

from datetime import date, datetime, time, timedelta

from cmn_core.demo.plan import DemoPlan
from cmn_core.documents.programme.reading_states import read_states_at
from cmn_core.programme.opening import change_model, keep_form, keep_model, open_programme, school_year_of
from cmn_core.programme.organisation_state import OrganisationState
from cmn_core.programme.programme import Programme
from cmn_core.reference import Reference
from cmn_core.reference.loading import DATA_FOLDER, Entry, parse_table, read_toml
from cmn_core.store.audit import Author
from cmn_core.store.engine import Database
from cmn_core.store.programme_reading import list_programmes
from cmn_core.store.programmes import start_programme
from cmn_core.store.settings import current_reference

_HOUR = time(15, 20)


class WrittenModel(Entry):
    """A typical role model that is kept."""

    label: str
    count: int | None = None
    group_size: int | None = None
    curator: str = ""


class WrittenForm(Entry):
    """A form that is kept."""

    key: str
    model: tuple[WrittenModel, ...]


class WrittenProgramme(Entry):
    """One programme."""

    oktmo: str
    organisation: str
    name: str
    days_before: int
    """How long before the day on which the demonstration stands it was left."""
    curator: str
    authors: tuple[str, ...]
    agreed_by: str = ""
    agreed_protocol: str = ""
    agreed_on: date | None = None
    approved_name: str = ""
    form: tuple[WrittenForm, ...]


class WrittenProgrammes(Entry):
    """All of them."""

    author: str
    programme: tuple[WrittenProgramme, ...]


def add_written_programmes(database: Database, plan: DemoPlan) -> None:
    """Add the programmes that are not there yet; one that somebody deleted stays deleted."""
    path = DATA_FOLDER / "demo" / "written_programmes.toml"
    written = parse_table(path, WrittenProgrammes, read_toml(path))
    there = {
        (line.owner.name, line.name)
        for deleted in (False, True)
        for line in list_programmes(database, deleted=deleted)
    }  # fmt: skip
    missing = [item for item in written.programme if (item.organisation, item.name) not in there]
    if not missing:
        return
    reference = current_reference(database)
    states = {oktmo: read_states_at(database, reference, oktmo) for oktmo in {item.oktmo for item in missing}}
    for item in missing:
        state = next(state for state in states[item.oktmo].values() if state.name == item.organisation)
        moment = datetime.combine(plan.story.today - timedelta(days=item.days_before), _HOUR)
        programme = _write(item, state, school_year_of(plan.story.today), reference)
        start_programme(database, state.organisation_id, item.name, programme, Author(written.author, moment))


def _write(item: WrittenProgramme, state: OrganisationState, school_year: int, reference: Reference) -> Programme:
    """Write a programme as a person would: open it, keep forms and models, fill in what is known."""
    opened = open_programme(state, reference, school_year)
    approval = opened.approval.having(
        agreed_by=item.agreed_by,
        agreed_protocol=item.agreed_protocol,
        agreed_on=item.agreed_on,
        approved_name=item.approved_name,
    )
    programme = opened.having(curator=item.curator, authors=item.authors, approval=approval)
    for form in item.form:
        programme = keep_form(programme, reference, form.key)
        for model in form.model:
            programme = _keep(programme, reference, form.key, model)
    return programme


def _keep(programme: Programme, reference: Reference, form_key: str, model: WrittenModel) -> Programme:
    kept = keep_model(programme, reference, form_key, model.label)
    key = next(item.key for form, item in kept.models if form.key == form_key and item.label == model.label)
    return change_model(
        kept, form_key, key, count=model.count, group_size=model.group_size, curator=model.curator
    )  # fmt: skip
