"""How the states of a report and the steps of its way are called; written here alone."""

from datetime import datetime
from typing import Literal, get_args

from cmn_core.wording import format_moment

ReportState = Literal["sent", "accepted", "returned"]
StepName = Literal["sent", "accepted", "returned", "undone", "brought_back", "unlocked"]

STATES: tuple[ReportState, ...] = get_args(ReportState)
STEPS: tuple[StepName, ...] = get_args(StepName)

DRAFT_LABEL = "черновик"
STATE_LABELS: dict[ReportState, str] = {"sent": "отправлен", "accepted": "принят", "returned": "возвращён"}
STEP_LABELS: dict[StepName, str] = {
    "sent": "отправлен",
    "accepted": "принят",
    "returned": "возвращён",
    "undone": "отправка отменена",
    "brought_back": "отправлен снова",
    "unlocked": "открыт для исправления",
}
COUNTED_LABELS: dict[bool, str] = {False: "по отправленным и принятым отчётам", True: "по принятым отчётам"}
"""By `accepted_only`: which reports figures stand on."""


def describe_lock(author: str, at: datetime) -> str:
    """Say that a report is accepted and closed, by whom, and how it comes to be mended."""
    return (
        f"Отчёт принят и закрыт: {author}, {format_moment(at)}. "
        "Чтобы его можно было исправить, региональный центр открывает или возвращает отчёт."
    )
