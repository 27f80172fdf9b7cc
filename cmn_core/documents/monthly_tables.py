"""Tables of what the monthly form alone tells: role models, enterprises, programmes with both."""

from collections.abc import Iterable, Mapping

from cmn_core.analysis.partners import list_partners
from cmn_core.analysis.role_models import FollowedModel
from cmn_core.documents.programme_columns import list_programme_columns
from cmn_core.documents.shown_table import ShownTable
from cmn_core.documents.table_workbook import TableColumn
from cmn_core.reference import Reference
from cmn_core.store.facts import Practice
from cmn_core.wording import count_of, join_names

_ENTERPRISES = ("предприятие", "предприятия", "предприятий")
_PLACES_NAMED = 5
_PROGRAMMES = ("программа", "программы", "программ")


def build_role_models_table(models: Iterable[FollowedModel], reference: Reference) -> ShownTable:
    """Build a row a role model: programmes, mentees, and where it is followed."""
    listed = tuple(models)
    return ShownTable(
        title=f"Программы идут по {count_of(len(listed), 'ролевой модели', 'ролевым моделям', 'ролевым моделям')}",
        subtitle="По ежемесячным отчётам в силе; наставляемые всех возрастов, участия в программах, чел.",
        columns=(
            TableColumn("Форма наставничества"),
            TableColumn("Ролевая модель"),
            TableColumn("Программ", "count"),
            TableColumn("Наставляемых, чел.", "count"),
            TableColumn("Муниципалитетов", "count"),
            TableColumn("Где, программ"),
        ),
        rows=tuple(
            (
                reference.forms.label(model.form),
                model.label,
                model.total.programmes,
                model.total.mentees,
                len(model.by_district),
                join_names(list(_places(model, reference)), _PLACES_NAMED),
            )
            for model in listed
        ),
    )


def build_partners_table(practices: Mapping[str, Iterable[Practice]], reference: Reference) -> ShownTable:
    """Build a row an enterprise of a municipality with its programmes; `practices` by ОКТМО."""
    listed = [
        (reference.region.district(oktmo).short, partner)
        for oktmo, named in practices.items()
        for partner in list_partners(named)
    ]
    return ShownTable(
        title=f"Наставников дали {count_of(len(listed), *_ENTERPRISES)}",
        subtitle="Разные названия столбца «Предприятие-партнёр» ежемесячных отчётов, каждое один раз в муниципалитете",
        columns=(
            TableColumn("Муниципалитет"),
            TableColumn("Предприятие, как в отчёте"),
            TableColumn("Программ", "count"),
            TableColumn("Организаций", "count"),
            TableColumn("Наставников, участий", "count"),
            TableColumn("Программы"),
        ),
        rows=tuple(
            (
                name,
                partner.name,
                partner.programme_count,
                partner.organisations,
                partner.mentors,
                "; ".join(partner.programmes),
            )
            for name, partner in listed
        ),
    )


def build_programmes_table(practices: Mapping[str, Iterable[Practice]], reference: Reference) -> ShownTable:
    """Build a row a programme of the monthly reports of all municipalities; `practices` by ОКТМО."""
    listed = [
        (reference.region.district(oktmo).short, practice) for oktmo, named in practices.items() for practice in named
    ]
    columns = list_programme_columns({"monthly"}, reference)
    return ShownTable(
        title=f"В ежемесячных отчётах {count_of(len(listed), *_PROGRAMMES)} наставничества",
        subtitle="Как в отчётах в силе; участия в программах, чел.",
        columns=(
            TableColumn("Муниципалитет"),
            TableColumn("Организация"),
            TableColumn("Программа"),
            TableColumn("Форма"),
            *(TableColumn(column.caption, column.kind) for column in columns),
        ),
        rows=tuple(
            (
                name,
                practice.organisation,
                practice.programme,
                practice.mentoring_form,
                *(column.value(practice) for column in columns),
            )
            for name, practice in listed
        ),
    )


def _places(model: FollowedModel, reference: Reference) -> Iterable[str]:
    for oktmo, count in sorted(model.by_district.items(), key=lambda item: -item[1].programmes):
        yield f"{reference.region.district(oktmo).short} — {count.programmes}"
