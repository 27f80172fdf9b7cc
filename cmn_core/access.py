"""Who may do what: the roles and their deeds in one table, asked by store, pages and routes alike."""

from dataclasses import dataclass
from typing import Literal, get_args

from cmn_core.errors import CmnError

Role = Literal["administrator", "centre", "district", "methodologist", "viewer"]
Deed = Literal[
    "see_figures",
    "see_organisations",
    "see_reports",
    "take_original",
    "send_reports",
    "judge_reports",
    "keep_register",
    "keep_settings",
    "write_programmes",
    "plan_widening",
    "mark_practices",
    "see_record",
    "keep_people",
]
Reach = Literal["region", "own"]
"""All municipalities, or those of the person alone."""

ROLES: tuple[Role, ...] = get_args(Role)
DEEDS: tuple[Deed, ...] = get_args(Deed)

ROLE_LABELS: dict[Role, str] = {
    "administrator": "администратор",
    "centre": "региональный центр",
    "district": "муниципалитет",
    "methodologist": "методист организации",
    "viewer": "наблюдатель",
}
DEED_LABELS: dict[Deed, str] = {
    "see_figures": "смотреть показатели муниципалитетов",
    "see_organisations": "смотреть показатели организаций",
    "see_reports": "смотреть отчёты и кто их прислал",
    "take_original": "скачивать присланные файлы",
    "send_reports": "загружать, исправлять и отправлять отчёты",
    "judge_reports": "принимать и возвращать отчёты",
    "keep_register": "вести список организаций",
    "keep_settings": "менять планы, пороги, сроки, численность и границы",
    "write_programmes": "составлять программы наставничества",
    "plan_widening": "составлять варианты расширения",
    "mark_practices": "отмечать практики для показа",
    "see_record": "смотреть журнал",
    "keep_people": "вести учётные записи",
}
NO_ACCESS = "Нет доступа"
_EVERYTHING: dict[Deed, Reach] = dict.fromkeys(DEEDS, "region")
RIGHTS: dict[Role, dict[Deed, Reach]] = {
    "administrator": _EVERYTHING,
    "centre": {deed: reach for deed, reach in _EVERYTHING.items() if deed != "keep_people"},
    "district": {
        "see_figures": "region",
        "see_organisations": "own",
        "see_reports": "own",
        "take_original": "own",
        "send_reports": "own",
        "write_programmes": "own",
        "plan_widening": "own",
    },
    "methodologist": {"see_figures": "region", "see_organisations": "own", "write_programmes": "own"},
    "viewer": {"see_figures": "region", "see_organisations": "region"},
}
OF_A_MUNICIPALITY: frozenset[Role] = frozenset(role for role, rights in RIGHTS.items() if "own" in rights.values())
"""Roles whose people are of one or several municipalities."""


class AccessDenied(CmnError):  # noqa: N818 - named by what happened
    """Refuse a deed that the person's role does not hold there."""

    def __init__(self, deed: Deed, district: str | None, message: str) -> None:
        super().__init__(message)
        self.deed = deed
        self.district = district
        """ОКТМО; None: the region's own, or any."""

    @property
    def why(self) -> str:
        """Return the sentence for under a heading that says «нет доступа» already."""
        told = self.message.removeprefix(f"{NO_ACCESS}: ")
        return told[:1].upper() + told[1:]


@dataclass(frozen=True, slots=True)
class Person:
    """Someone who acts."""

    number: int | None
    """None: who works at the computer itself, by the command line."""
    login: str
    name: str
    role: Role
    districts: frozenset[str] = frozenset()
    """ОКТМО of a district's person."""

    def may(self, deed: Deed, district: str | None = None) -> bool:
        """Tell whether the person may do a deed in a municipality; None: in the region as a whole."""
        reach = RIGHTS[self.role].get(deed)
        return reach == "region" or (reach == "own" and district in self.districts)

    def may_somewhere(self, deed: Deed) -> bool:
        """Tell whether there is a place at all where the person may do a deed."""
        reach = RIGHTS[self.role].get(deed)
        return reach == "region" or (reach == "own" and bool(self.districts))

    def demand(self, deed: Deed, district: str | None = None) -> None:
        """Raise AccessDenied unless the person may do a deed in a municipality."""
        if not self.may(deed, district):
            raise AccessDenied(deed, district, self._explain(deed))

    def demand_somewhere(self, deed: Deed) -> None:
        """Raise AccessDenied unless there is a place where the person may do a deed."""
        if not self.may_somewhere(deed):
            raise AccessDenied(deed, None, self._explain(deed))

    def _explain(self, deed: Deed) -> str:
        if RIGHTS[self.role].get(deed) == "own":
            return f"{NO_ACCESS}: {DEED_LABELS[deed]} вы можете только по своему муниципалитету."
        return (
            f"{NO_ACCESS}: {DEED_LABELS[deed]} роль «{ROLE_LABELS[self.role]}» не может. "
            "Если это нужно для работы, обратитесь к администратору."
        )


OWNER = Person(None, "", "командная строка", "administrator")
"""Whoever runs the program on the computer that keeps the data: nothing of it could be hidden from them."""
