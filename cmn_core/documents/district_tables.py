"""Tables of one municipality: organisations, programmes, what its figure is made of, its reports, their problems."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from cmn_core.analysis.explanation import Explanation
from cmn_core.documents.organisation_columns import list_count_columns, list_share_columns, list_survey_columns
from cmn_core.documents.programme_columns import list_programme_columns
from cmn_core.documents.shown_table import ShownTable
from cmn_core.documents.table_workbook import TableColumn
from cmn_core.intake.problems import by_severity
from cmn_core.reference import Reference
from cmn_core.reference.indicators import LayoutCode
from cmn_core.store.facts import OrganisationFacts, Practice
from cmn_core.store.row_places import RowPlace
from cmn_core.store.versions import ReportVersion
from cmn_core.store.way_telling import describe_state
from cmn_core.wording import NBSP, count_of, format_moment, format_period

_SEVERITIES = {"error": "ошибка", "warning": "предупреждение", "info": "пометка"}


def build_organisations_table(
    organisations: Iterable[OrganisationFacts],
    places: Iterable[RowPlace],
    layouts: Mapping[int, LayoutCode],
    reference: Reference,
    name: str,
) -> ShownTable:
    """Build a row an organisation, most people first, with the sheet and row that it stands on; `layouts` by report."""
    where = {(place.organisation_id, place.report_id): _place(place.sheet, place.row) for place in places}
    ordered = sorted(organisations, key=lambda facts: (-facts.people.drawn_in, facts.name))
    told = {layouts[facts.report_id] for facts in ordered}
    listing = (list_count_columns, list_survey_columns, list_share_columns)
    columns = [column for list_columns in listing for column in list_columns(told, reference)]
    return ShownTable(
        title=f"{name}: {count_of(len(ordered), 'организация', 'организации', 'организаций')}",
        subtitle="; ".join(_organisations_words(told)),
        columns=(
            TableColumn("Организация"),
            TableColumn("Вид"),
            TableColumn("Подчинение"),
            TableColumn("Вовлечено всего, чел.", "count"),
            *(TableColumn(column.caption, column.kind) for column in columns),
            TableColumn("Программ", "count"),
            TableColumn("Где в отчёте"),
        ),
        rows=tuple(
            (
                facts.name,
                reference.kinds.kind_label(facts.kind),
                reference.kinds.subordination_label(facts.subordination),
                facts.people.drawn_in,
                *(column.value(facts, layouts) for column in columns),
                facts.programmes,
                where.get((facts.organisation_id, facts.report_id)),
            )
            for facts in ordered
        ),
    )


def build_practices_table(
    practices: Iterable[Practice], layouts: Mapping[int, LayoutCode], reference: Reference, name: str
) -> ShownTable:
    """Build a row a programme as reported; a count that stands for several rows is in the first of them."""
    listed = tuple(practices)
    columns = list_programme_columns({layouts[practice.report_id] for practice in listed}, reference)
    return ShownTable(
        title=f"{name}: {count_of(len(listed), 'программа', 'программы', 'программ')} наставничества",
        subtitle="Как в отчётах в силе; участия в программах, чел.",
        columns=(
            TableColumn("Организация"),
            TableColumn("Программа"),
            TableColumn("Форма"),
            *(TableColumn(column.caption, column.kind) for column in columns),
            TableColumn("Где в отчёте"),
        ),
        rows=tuple(
            (
                practice.organisation,
                practice.programme,
                practice.mentoring_form,
                *(column.value(practice) for column in columns),
                _place(practice.sheet, practice.row),
            )
            for practice in listed
        ),
    )


def build_parts_table(explanation: Explanation, versions: Mapping[int, ReportVersion]) -> ShownTable:
    """Build a row a report that the figure is made of: what it gave, who sent it and when."""
    return ShownTable(
        title=explanation.formula,
        subtitle=explanation.arithmetic or "",
        columns=(
            TableColumn("Отчёт"),
            TableColumn("Организации"),
            TableColumn("Период"),
            TableColumn("Данные на", "date"),
            TableColumn("Версия", "count"),
            TableColumn("Отправлен"),
            TableColumn("Учтено организаций", "count"),
            TableColumn(f"Учтено, {explanation.unit}", "count"),
            TableColumn("Столбцы отчёта"),
            TableColumn("Как считаны люди"),
        ),
        rows=tuple(
            (
                f"{line.layout}, {line.sender}",
                line.only or line.scope,
                f"{format_period(line.period)}{'' if line.fresh else ', прежний'}",
                line.as_of,
                line.version,
                _sent(versions.get(line.report_id)),
                line.organisations,
                line.people,
                line.columns,
                line.note,
            )
            for line in explanation.parts
        ),
    )


def build_versions_table(
    versions: Iterable[ReportVersion], entering: Collection[int], reference: Reference, name: str
) -> ShownTable:
    """Build a row a saved version: first those of the reports that enter, then as they are given."""
    ordered = sorted(versions, key=lambda version: version.report_id not in entering)
    return ShownTable(
        title=f"{name}: отчёты и их версии",
        subtitle=(
            "Учтена: входит в показатели периода; действует: последняя за свой месяц; заменена или не учитывается: "
            "хранится"
        ),
        columns=(
            TableColumn("Период"),
            TableColumn("Отчёт"),
            TableColumn("Организации"),
            TableColumn("Данные на", "date"),
            TableColumn("Версия", "count"),
            TableColumn("Учёт"),
            TableColumn("Состояние"),
            TableColumn("Отправлен"),
            TableColumn("Файл"),
            TableColumn("Предупреждений", "count"),
        ),
        rows=tuple(
            (
                format_period(version.key.period),
                reference.layouts.label(version.key.layout),
                reference.kinds.scope_label(version.key.scope),
                version.as_of,
                version.version,
                _standing(version, entering),
                describe_state(version),
                _sent(version),
                version.file_name,
                version.problem_counts["warning"],
            )
            for version in ordered
        ),
    )


def build_problems_table(version: ReportVersion) -> ShownTable:
    """Build a row a problem that the sender confirmed or was told of."""
    return ShownTable(
        title=f"Замечания к файлу «{version.file_name}»",
        subtitle="Отправитель видел их, когда сохранял отчёт",
        columns=(
            TableColumn("Важность"),
            TableColumn("Лист"),
            TableColumn("Ячейка"),
            TableColumn("Что сказано"),
            TableColumn("Что сделать"),
        ),
        rows=tuple(
            (_SEVERITIES[problem.severity], problem.sheet, problem.cell, problem.message, problem.remedy)
            for problem in by_severity(version.problems)
        ),
    )


def build_corrections_table(version: ReportVersion) -> ShownTable:
    """Build a row a cell that was changed by hand before the report was saved."""
    return ShownTable(
        title=f"Исправлено вручную при загрузке файла «{version.file_name}»",
        subtitle="В присланном файле стоит прежнее значение; в отчёт вошло новое",
        columns=(TableColumn("Лист"), TableColumn("Ячейка"), TableColumn("Было в файле"), TableColumn("Учтено")),
        rows=tuple((item.sheet, item.cell, item.was or "пусто", item.now or "пусто") for item in version.corrections),
    )


def _organisations_words(told: Collection[LayoutCode]) -> Iterator[str]:
    yield "Дети 10–19 лет, вовлечённые в программы наставничества, чел."
    yield "по отчётам в силе"
    if "monthly" in told:
        yield "доли — от своего контингента и от ответивших на опрос"


def _place(sheet: str | None, row: int) -> str:
    return f"{sheet}, строка{NBSP}{row}" if sheet else f"строка{NBSP}{row}"


def _standing(version: ReportVersion, entering: Collection[int]) -> str:
    if version.report_id in entering:
        return "учтена"
    if version.in_force:
        return "действует"
    return "не учитывается" if version.state == "returned" else "заменена"


def _sent(version: ReportVersion | None) -> str:
    if version is None:
        return ""
    sent_by = f"; файл прислан: {version.sent_by}" if version.sent_by else ""
    return f"{format_moment(version.saved_at)}, {version.author}{sent_by}"
