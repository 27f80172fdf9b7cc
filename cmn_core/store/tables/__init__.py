"""The tables of the database."""

from cmn_core.store.tables.boundaries import BoundarySet
from cmn_core.store.tables.drafts import DraftCell, ReportDraft
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
    "AuditEntry", "BoundarySet", "CurrentReport", "DataRevision", "District", "DraftCell", "Organisation",
    "OrganisationAlias", "OrganisationFigures", "Population", "ProgrammeRow", "Report", "ReportDraft",
    "ReportPartners", "ReportSums", "Setting", "SharedOrganisationMark", "Stored",
]  # fmt: skip
