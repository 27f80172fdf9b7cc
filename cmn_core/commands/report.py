"""`cmn report`: the report of the region or of one municipality as a styled workbook."""

from datetime import UTC, datetime

from cmn_core.commands.console import say
from cmn_core.commands.databases import use_database
from cmn_core.commands.files import check_output, write_output
from cmn_core.commands.options import (
    AcceptedFlag,
    DatabaseOption,
    DistrictOption,
    NeededPeriodOption,
    OutputArgument,
    read_sender,
)
from cmn_core.period import parse_period
from cmn_core.reference import shipped_reference


def report(
    out: OutputArgument,
    period: NeededPeriodOption,
    district: DistrictOption = None,
    accepted: AcceptedFlag = False,
    database: DatabaseOption = None,
) -> None:
    """Записать отчёт области или муниципалитета книгой Excel."""
    asked = parse_period(period)
    place = read_sender(district, shipped_reference().region)
    check_output(out)
    from cmn_core.documents.report_file import make_report
    from cmn_core.store.moments import region_moment

    with use_database(database) as opened:
        made_at = region_moment(datetime.now(UTC))
        made = make_report(opened, asked, place.oktmo if place else None, made_at, accepted_only=accepted)
    write_output(out, made)
    say(f"Отчёт записан: {out}")
