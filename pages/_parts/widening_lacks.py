"""«Чего нет»: the forms and role models that a municipality lacks, and what those of like size reach with them."""

from cmn_core.analysis.white_spot_words import district_spots_finding, tell_like, tell_unsuitable
from cmn_core.analysis.white_spots import DistrictSpots
from cmn_core.analysis.widening_overview import WideningOverview
from cmn_core.documents.practice_tables import build_district_spots_table
from cmn_core.documents.widening.like_table import build_like_table
from pages._parts.database import CurrentData
from pages._parts.finding import show_fact, show_notes
from pages._parts.html_table import show_table
from pages._parts.indicator_strip import read_indicators
from pages._parts.practices_data import read_spots, read_use
from pages._parts.scope import Scope

_NO_MODELS = "О ролевых моделях сообщает только ежемесячный отчёт: здесь вошла форма расширения."


def list_absent(data: CurrentData, scope: Scope, oktmo: str) -> frozenset[tuple[str, str]]:
    """List the forms and role models that nobody in a municipality uses; a form as such with an empty model."""
    spots = _read_own(data, scope, oktmo)
    return frozenset((spot.form, spot.role_model or "") for spot in spots.spots) if spots else frozenset()


def show_lacks(data: CurrentData, scope: Scope, overview: WideningOverview) -> None:
    """Show both tables."""
    reference = data.reference
    spots = _read_own(data, scope, overview.figure.district)
    if spots is None:
        show_notes((), "Отчёта муниципалитета за этот месяц нет, и прежнего, которым его можно заменить, тоже.")
        return
    finding = district_spots_finding(spots, reference)
    show_fact(finding)
    if spots.spots:
        told = len(read_use(data, scope.of_district(None)).told)
        show_table(build_district_spots_table(spots, reference, finding, "", told))
    show_notes((tell_unsuitable(spots, reference), "" if spots.use.knows_models else _NO_MODELS))
    if not spots.like:
        show_notes(tell_like(spots, reference))
        return
    table = build_like_table(spots, read_indicators(data, scope)[scope.indicator], reference)
    show_fact(table.title, f"{table.subtitle}.")
    show_table(table)


def _read_own(data: CurrentData, scope: Scope, oktmo: str) -> DistrictSpots | None:
    """Return what a municipality lacks, None where it has no report."""
    return next((each for each in read_spots(data, scope.of_district(None)) if each.use.district == oktmo), None)
