"""Which pages there are, in the order and under the headings of the sidebar."""

from dataclasses import dataclass
from typing import Literal

Selector = Literal["period", "district", "subordination", "indicator"]


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page: its heading in the sidebar, its title, its Latin address, which is its file's name too."""

    group: str
    title: str
    path: str
    selectors: tuple[Selector, ...] = ()
    """The parts of the scope that can be chosen on the page; the others are kept unseen."""


HOME = "overview"
PAGES = (
    PageEntry("Совещание", "Обзор", HOME, ("period", "subordination")),
    PageEntry("Анализ", "Показатели", "indicators", ("period", "indicator", "subordination")),
    PageEntry("Анализ", "Формы наставничества", "forms", ("period", "subordination")),
    PageEntry("Анализ", "Район", "district", ("period", "district", "subordination")),
    PageEntry("Отчётность", "Загрузка отчёта", "upload"),
    PageEntry("Отчётность", "Отчёты", "reports", ("period", "district", "indicator")),
    PageEntry("Центр", "Данные", "data"),
    PageEntry("Помощь", "Справка", "help"),
)


def page_entry(path: str) -> PageEntry:
    """Return a page by its address; the home page's own is empty."""
    return next(entry for entry in PAGES if entry.path == (path or HOME))
