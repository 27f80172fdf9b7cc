"""The tables of the database."""

from cmn_core.store.tables.figures import (
    OrganisationFigures,
    Population,
    ProgrammeRow,
    ReportPartners,
    ReportSums,
    SharedOrganisationMark,
)
from cmn_core.store.tables.organisations import District, Organisation, OrganisationAlias
from cmn_core.store.tables.records import AuditEntry, DataRevision, Setting
from cmn_core.store.tables.reports import CurrentReport, Report
from cmn_core.store.tables.stored import Stored

__all__ = [
    "AuditEntry", "CurrentReport", "DataRevision", "District", "Organisation", "OrganisationAlias",
    "OrganisationFigures", "Population", "ProgrammeRow", "Report", "ReportPartners", "ReportSums", "Setting",
    "SharedOrganisationMark", "Stored",
]  # fmt: skip
