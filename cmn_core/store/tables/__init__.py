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
from cmn_core.store.tables.people import Invitation, PersonDistrict, PersonRow, Secret, SignIn, WrongTry
from cmn_core.store.tables.programmes import PlannedModel, ProgrammeDraft, Scenario, ShownPractice
from cmn_core.store.tables.records import AuditEntry, AuditHead, DataRevision, Setting
from cmn_core.store.tables.reports import CurrentReport, Report, ReportStep
from cmn_core.store.tables.stored import Stored

__all__ = [
    "AuditEntry", "AuditHead", "BoundarySet", "CurrentReport", "DataRevision", "District", "DraftCell", "Invitation",
    "Organisation", "OrganisationAlias", "OrganisationFigures", "PersonDistrict", "PersonRow", "PlannedModel",
    "Population", "ProgrammeDraft", "ProgrammeRow", "Report", "ReportDraft", "ReportPartners", "ReportStep",
    "ReportSums", "Scenario", "Secret", "Setting", "SharedOrganisationMark", "ShownPractice", "SignIn", "Stored",
    "WrongTry",
]  # fmt: skip
