"""Which pages there are, in the order and under the headings of the sidebar."""

from dataclasses import dataclass
from typing import Literal

from cmn_core.access import Deed, Person, Role

Selector = Literal["period", "district", "subordination", "indicator", "accepted"]


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page: its heading in the sidebar, its title, its Latin address, which is its file's name too."""

    group: str
    """Empty: no page of the list; a link stands under the person's name."""
    title: str
    path: str
    selectors: tuple[Selector, ...] = ()
    """The parts of the scope that can be chosen on the page; the others are kept unseen."""
    deed: Deed | None = None
    """What a person must be allowed somewhere to open it; None: everyone who is signed in."""

    def opens_for(self, person: Person) -> bool:
        """Tell whether a person may open the page."""
        return self.deed is None or person.may_somewhere(self.deed)


HOME = "overview"
_TASKS = "tasks"
_PROGRAMME = "programme"
_LANDINGS: dict[Role, str] = {"district": _TASKS, "methodologist": _PROGRAMME}
"""Roles that see first what is theirs to do; the others see the overview."""
PAGES = (
    PageEntry("Совещание", "Обзор", HOME, ("period", "subordination", "accepted"), "see_figures"),
    PageEntry(
        "Анализ", "Показатели", "indicators", ("period", "indicator", "subordination", "accepted"), "see_figures"
    ),
    PageEntry("Анализ", "Формы наставничества", "forms", ("period", "subordination", "accepted"), "see_figures"),
    PageEntry("Анализ", "Район", "district", ("period", "district", "subordination", "accepted"), "see_figures"),
    PageEntry("Развитие практик", "Программа наставничества", _PROGRAMME, deed="write_programmes"),
    PageEntry(
        "Развитие практик", "Практики", "practices", ("period", "district", "subordination", "accepted"), "see_figures"
    ),
    PageEntry(
        "Развитие практик",
        "Варианты расширения",
        "widening",
        ("period", "district", "indicator", "accepted"),
        "see_figures",
    ),
    PageEntry("Отчётность", "Мои задачи", _TASKS, deed="see_reports"),
    PageEntry("Отчётность", "Загрузка отчёта", "upload", deed="send_reports"),
    PageEntry("Отчётность", "Сбор отчётности", "collection", deed="see_reports"),
    PageEntry("Отчётность", "Отчёты", "reports", ("period", "district", "indicator", "accepted"), "see_figures"),
    PageEntry("Центр", "Данные", "data", deed="keep_register"),
    PageEntry("Центр", "Пользователи", "people", deed="keep_people"),
    PageEntry("Центр", "Журнал", "record", ("district",), deed="see_record"),
    PageEntry("Помощь", "Справка", "help"),
    PageEntry("", "Моя учётная запись", "account"),
)


def page_entry(path: str) -> PageEntry:
    """Return a page by its address; the home page's own is empty."""
    return next(entry for entry in PAGES if entry.path == (path or HOME))


def list_pages(person: Person) -> tuple[PageEntry, ...]:
    """Return the pages of the list that a person may open; whoever has something to do begins with that."""
    listed = [entry for entry in PAGES if entry.group and entry.opens_for(person)]
    if person.role in _LANDINGS:
        first = page_entry(_LANDINGS[person.role]).group
        listed.sort(key=lambda entry: entry.group != first)
    return tuple(listed)


def landing_page(person: Person) -> str:
    """Return the address that a person sees first: what they have to do, else the overview."""
    return f"/{_LANDINGS.get(person.role, '')}"
