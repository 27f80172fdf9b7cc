"""Whose report it is: scope and municipality by the words above the table, and words that only look like them."""

from tests.data.workbook_maker.book import Book, Page
from tests.data.workbook_maker.form_cells import CAPTIONS, ROW_A, TITLE
from tests.data.workbook_maker.truth import Case, Truth, cases_in, data

STATE_TITLE = TITLE.replace("муниципальные", "государственные")
SILENT_TITLE = "Данные о расширении практик наставничества среди обучающихся в возрасте от 10 до 19 лет"


def _captions(organisation: str) -> list[list[object]]:
    return [[organisation, *CAPTIONS[0][1:]], CAPTIONS[1]]


def _case(stem: str, rule: str, above: list[str], *, district: str | None = None, title: str = TITLE,
          organisation: str = "Наименование муниципальной образовательной организации",
          scope: str = "municipal", row: list[object] = ROW_A) -> list[Case]:  # fmt: skip
    lines = [*([line] for line in above), [title], *_captions(organisation), row]
    return cases_in("xlsx", stem, rule, Book([Page(lines)]),
                    Truth(data(len(above) + 4, [row]), scope=scope, district=district))  # fmt: skip


def make_cases() -> list[Case]:
    """Return the cases of this rule."""
    college = ["БПОУ ОО «Омский педагогический колледж № 1»", 210, 33, 90, "Вместе к успеху", "студент – ученик"]
    state = "Наименование государственной образовательной организации"
    silent = "Наименование образовательной организации"
    return [
        *_case("scope_state", "The seed's own heading: state organisations", [], title=STATE_TITLE,
               organisation=state, scope="state", row=college),
        *_case("scope_silent", "A heading that says neither", [], title=SILENT_TITLE, organisation=silent, scope="all"),
        *_case("scope_silent_sender_municipal", "«муниципального района» of the sender is no scope",
               ["Комитет по образованию администрации Тарского муниципального района"], title=SILENT_TITLE,
               organisation=silent, scope="all", district="52654000"),
        *_case("scope_both_words", "A heading that says both stands for all", [],
               title="Данные по государственным и муниципальным образовательным организациям",
               organisation="Наименование государственной (муниципальной) образовательной организации", scope="all"),
        *_case("district_in_genitive", "The sender's municipality in the genitive",
               ["Комитет по образованию администрации Калачинского муниципального района Омской области"],
               district="52618000"),
        *_case("district_short", "«Тарский район»", ["Тарский район"], district="52654000"),
        *_case("district_omskiy", "«Омского муниципального района» is the Omsk district",
               ["Управление образования Омского муниципального района Омской области"], district="52644000"),
        *_case("district_city", "«города Омска» is the city",
               ["Департамент образования Администрации города Омска"], district="52701000"),
        *_case("district_hyphen", "A name with a hyphen",
               ["Комитет образования Русско-Полянского муниципального района"], district="52650000"),
        *_case("district_trap_region", "«Омской области» names no municipality",
               ["Министерство образования Омской области"]),
        *_case("district_trap_college", "An organisation's own name is no municipality",
               ["БПОУ ОО «Омский педагогический колледж № 1»", "Омский государственный педагогический университет"]),
        *_case("district_trap_address", "An addressee's address is no sender",
               ["В Министерство образования Омской области", "644043, г. Омск, ул. Красный Путь, д. 5",
                "Комитет по образованию администрации Тарского муниципального района"], district="52654000"),
        *_case("district_trap_row", "Names in rows of data name no municipality", [],
               row=["МБОУ «Тарская гимназия № 1» Тарского района", 1, 2, 3, "Вместе к успеху", "ученик – ученик"]),
    ]  # fmt: skip
