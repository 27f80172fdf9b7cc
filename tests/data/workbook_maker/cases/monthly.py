"""The monthly form: two tables of one workbook, found by their captions, each row under the rules of its table."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from tests.data.workbook_maker.book import Book, Cell, ExcelError, Formula, Page
from tests.data.workbook_maker.monthly_cells import (
    AUTUMN,
    FIRST,
    KINDS,
    LEADER,
    ORG_A,
    ORG_B,
    ORG_C,
    ORGANISATION_CAPTIONS,
    ORGANISATIONS,
    ORGS,
    PROG_A,
    PROG_A2,
    PROG_B,
    PROG_C,
    PROGRAMME_CAPTIONS,
    PROGRAMMES,
    PROGS,
    PUPILS,
    TITLE,
    A,
    C,
    changed,
    month_book,
    organisations_page,
    programmes_page,
)
from tests.data.workbook_maker.truth import REFUSED, Case, Fault, Truth, cases_in, fault
from tests.data.workbook_maker.write_csv import write_csv

Row = Sequence[Cell]
CLOSING = "2020-12-01"
ORGANISATION_PAGE_ROWS: list[Row] = [[TITLE], [], ORGANISATION_CAPTIONS, *ORGS]


def _organisations(rows: Sequence[Row], first: int = FIRST, sheet: str | None = ORGANISATIONS) -> list[list[object]]:
    """Return rows of «Организации» that are read as they stand."""
    return [
        [sheet, first + index, row[0], KINDS.get(str(row[1])), *row[2:14]] for index, row in enumerate(rows)
    ]  # fmt: skip


def _programmes(rows: Sequence[Row], first: int = FIRST, sheet: str | None = PROGRAMMES) -> list[list[object]]:
    """Return rows of «Программы» that are read as they stand."""
    return [
        [sheet, first + index, *row[:8], row[8].isoformat() if isinstance(row[8], date) else None]
        for index, row in enumerate(rows)
    ]


def _truth(
    problems: Sequence[Fault] = (),
    organisations: Sequence[Sequence[object]] | None = None,
    programmes: Sequence[Sequence[object]] | None = None,
) -> Truth:
    return Truth(
        problems=problems,
        scope="all",
        dates=(),
        as_of=CLOSING,
        layout="monthly",
        threshold=7,
        organisations=_organisations(ORGS) if organisations is None else organisations,
        programmes=_programmes(PROGS) if programmes is None else programmes,
    )


def _at(cell: str, code: str, sheet: str = ORGANISATIONS) -> Fault:
    return fault(code, cell, sheet)


def _in_programmes(cell: str, code: str) -> Fault:
    return fault(code, cell, PROGRAMMES)


def make_cases() -> list[Case]:
    """Return the cases of the monthly form."""
    return [
        *cases_in("xlsx xls ods", "month_clean", "Three organisations and their programmes", month_book(), _truth()),
        *_places(),
        *_headings(),
        *_lines(),
        *_halves(),
        *_counts(),
        *_cells(),
        *_owners(),
        *_disagreements(),
        *_marks(),
    ]


def _places() -> list[Case]:
    swapped = Book([replace(programmes_page(), name=ORGANISATIONS), replace(organisations_page(), name="Лист 3")])
    foreign = Page([["Список приказов"], ["№", "Дата", "О чём"], [1, AUTUMN, "О наставничестве"]], name="Приказы")
    below = [*ORGANISATION_PAGE_ROWS, [], PROGRAMME_CAPTIONS, *PROGS]
    first_below = FIRST + len(ORGS) + 2
    both = _truth(
        organisations=_organisations(ORGS, sheet=None), programmes=_programmes(PROGS, first_below, sheet=None)
    )
    one_sheet = _truth(
        organisations=_organisations(ORGS, sheet="Отчёт"), programmes=_programmes(PROGS, first_below, sheet="Отчёт")
    )
    each = [("Берёзовская СОШ", ORG_A, [PROG_A, PROG_A2]), ("Дом творчества", ORG_B, [PROG_B]),
            ("Колледж", ORG_C, [PROG_C])]  # fmt: skip
    again = [changed(ORG_A, A="МБОУ «Озёрная ООШ»", F=0, G=0, H=0, I=0, J=0, K=0, L=0, M=0, N=0)]
    return [
        *cases_in("xlsx xls ods", "month_sheets_swapped", "Sheets in another order, under other names", swapped,
                  _truth(organisations=_organisations(ORGS, sheet="Лист 3"),
                         programmes=_programmes(PROGS, sheet=ORGANISATIONS))),
        *cases_in("xlsx", "month_foreign_sheet", "Another sheet beside the form says nothing",
                  Book([foreign, organisations_page(), programmes_page()]), _truth()),
        *cases_in("xlsx ods", "month_foreign_sheet_hidden", "A hidden one is named",
                  Book([organisations_page(), replace(foreign, state="hidden"), programmes_page()]),
                  _truth([fault("hidden_sheet", None, "Приказы")])),
        *cases_in("xlsx", "month_two_sheets", "The table of organisations stands on two sheets",
                  Book([organisations_page(), organisations_page(again, name="Ещё"), programmes_page()]),
                  _truth([fault("ambiguous_sheet", None, None)],
                         [*_organisations(ORGS), *_organisations(again, sheet="Ещё")])),
        *cases_in("xlsx ods", "month_sheet_each", "Every organisation's two tables on a sheet of its own",
                  Book([Page([[TITLE], [], ORGANISATION_CAPTIONS, row, [], PROGRAMME_CAPTIONS, *practices], name=name)
                        for name, row, practices in each]),
                  _truth([fault("ambiguous_sheet", None, None)] * 2,
                         [line for name, row, _ in each for line in _organisations([row], sheet=name)],
                         [line for name, _, practices in each for line in _programmes(practices, 7, sheet=name)])),
        *cases_in("xlsx", "month_side_by_side", "Both tables on one sheet, one beside the other, of unlike length",
                  Book([Page([[TITLE], [], [*ORGANISATION_CAPTIONS, None, *PROGRAMME_CAPTIONS],
                              *([*(ORGS[place] if place < len(ORGS) else [None] * 14), None, *row]
                                for place, row in enumerate(PROGS))], name="Отчёт")]),
                  _truth(organisations=_organisations(ORGS, sheet="Отчёт"),
                         programmes=_programmes(PROGS, sheet="Отчёт"))),
        *cases_in("xlsx ods", "month_one_sheet", "Both tables on one sheet, one under the other",
                  Book([Page(below, name="Отчёт")]), one_sheet),
        Case("month_both.csv", "A csv holds both tables, one under the other", write_csv(below), both),
        Case("month_both_cp1251.csv", "The same in the encoding of Excel", write_csv(below, encoding="cp1251"), both),
    ]  # fmt: skip


def _headings() -> list[Case]:
    merged: list[list[Cell]] = [
        [TITLE], [],
        ["Организация", "Вид", "Обучающиеся", None, "Молодых специалистов", "Вовлечено", "Наставляемых 10–19",
         "Наставников 10–19", None, "Молодых специалистов-наставляемых", "Опрошено наставляемых", None,
         "Опрошено наставников", None],
        [None, None, "10–19", "15–19", None, None, None, "всего", "из них 15–19", None, "всего",
         "удовлетворены (7 баллов и выше)", "всего", "удовлетворены (7 баллов и выше)"],
    ]  # fmt: skip
    merges = ("A3:A4", "B3:B4", "C3:D3", "E3:E4", "F3:F4", "G3:G4", "H3:I3", "J3:J4", "K3:L3", "M3:N3")
    parted: list[list[Cell]] = [
        ["Организация", "Программа наставничества", None, None, "Участники", None, None, "Предприятие-партнер", "Дата"],
        [None, "Наименование программы", "Форма", "Ролевая модель", "Наставников", "Наставляемых", "из них 10–19",
         None, None],
    ]  # fmt: skip
    words: list[list[Cell]] = [
        [TITLE],
        ["НАИМЕНОВАНИЕ ОРГАНИЗАЦИИ", "Тип организации", "Кол-во обучающихся 10-19 лет, чел.", "в т.ч. 15-19 лет",
         "Молодые педагоги (стаж 0–3 года)", "Охвачено 10-19 всего", "Наставляемые в возрасте 10-19 лет",
         "Наставники в возрасте 10-19 лет", "в том числе 15-19 лет", "Молодые педагоги – наставляемые",
         "Опрошено наставляемых, чел.", "из них удовлетворены (не ниже 7 баллов)", "Опрошено наставников, чел.",
         "из них удовлетворены (не ниже 7 баллов)"],
    ]  # fmt: skip
    other_order: list[Cell] = [
        "№ п/п", "Дата начала", "Предприятие - партнёр", "Учреждение", "Название программы", "Форма наставничества",
        "Ролевая модель", "Наставляемых, чел.", "из них 10-19", "Наставников, чел.",
    ]  # fmt: skip
    reordered = [
        [number, row[8], row[7], row[0], row[1], row[2], row[3], row[5], row[6], row[4]]
        for number, row in enumerate(PROGS, 1)
    ]
    by_hand: list[Cell] = ["Органи-\nзация", "Вид", "Обучаю-\nщихся 10–19", "из них 15–19",
                           "Моло-\nдых специа- \nлистов (0–3 года)", *ORGANISATION_CAPTIONS[5:]]  # fmt: skip
    eight = [str(caption).replace("7", "8") for caption in ORGANISATION_CAPTIONS]
    return [
        *cases_in("xlsx xls ods", "month_merged_heading", "Captions of two rows, merged over their parts",
                  Book([Page([*merged, *ORGS], name=ORGANISATIONS, merges=merges),
                        Page([*parted, *PROGS], name=PROGRAMMES,
                             merges=("A1:A2", "B1:D1", "E1:G1", "H1:H2", "I1:I2"))]),
                  _truth(organisations=_organisations(ORGS, 5), programmes=_programmes(PROGS, 3))),
        *cases_in("xlsx ods", "month_wordings", "Captions in other words, columns in another order",
                  Book([Page([*words, *ORGS], name=ORGANISATIONS), Page([other_order, *reordered], name=PROGRAMMES)]),
                  _truth(organisations=_organisations(ORGS, 3), programmes=_programmes(PROGS, 2))),
        *cases_in("xlsx ods", "month_parted_words", "Words of captions parted by hand at the ends of lines",
                  Book([Page([[TITLE], [], by_hand, *ORGS], name=ORGANISATIONS), programmes_page()]), _truth()),
        *cases_in("xlsx", "month_threshold", "The caption states who counts as satisfied",
                  Book([Page([[TITLE], [], eight, *ORGS], name=ORGANISATIONS), programmes_page()]),
                  replace(_truth(), threshold=8)),
    ]  # fmt: skip


def _lines() -> list[Case]:
    sums: list[Cell] = ["ИТОГО", None, 870, 510, 10, 129, 103, 29, 20, 5, 59, 48, 23, 21]
    wrong = changed(sums, F=130)
    numbers: list[Cell] = list(range(1, 15))
    signed: list[list[Cell]] = [
        [], ["* по списочному составу"], ["Исполнитель: Петрова Анна Ивановна, тел. 23-45-67"],
    ]  # fmt: skip
    programme_sums: list[Cell] = ["Всего по району", None, None, None, 32, 110, 106]
    sections: list[list[Cell]] = [
        ["Школы"], ORG_A, ["Итого по школам", None, 320, 90, 4, 51, 40, 14, 6, 2, 30, 24, 10, 9],
        ["Дополнительное образование"], ORG_B, ["Колледжи"], ORG_C, sums,
    ]  # fmt: skip
    return [
        *cases_in("xlsx xls ods", "month_lines", "Numbers of columns, sums that are right, a footnote, an executor",
                  Book([organisations_page([numbers, *ORGS, sums, *signed]),
                        programmes_page([*PROGS, programme_sums])]),
                  _truth([_at("A11", "personal_data")], _organisations(ORGS, 5))),
        *cases_in("xlsx", "month_totals_wrong", "A sum that is not the rows'",
                  month_book([*ORGS, wrong], [*PROGS, changed(programme_sums, F=111)]),
                  _truth([_at("F7", "total_mismatch"), _in_programmes("F8", "total_mismatch")])),
        *cases_in("xlsx", "month_sections", "Captions of sections, a subtotal and a total",
                  month_book(sections),
                  _truth(organisations=[*_organisations([ORG_A], 5), *_organisations([ORG_B], 8),
                                        *_organisations([ORG_C], 10)])),
        *cases_in("xlsx ods", "month_blank_and_below", "Blank rows inside; rows pasted under the sum are read too",
                  month_book([ORG_A, [], [], ORG_B, sums, [], ORG_C], [PROG_A, [], PROG_A2, PROG_B, [], [], PROG_C]),
                  _truth((), [*_organisations([ORG_A]), *_organisations([ORG_B], 7), *_organisations([ORG_C], 10)],
                         [*_programmes([PROG_A]), *_programmes([PROG_A2, PROG_B], 6), *_programmes([PROG_C], 10)])),
        *cases_in("xlsx", "month_heading_again", "The heading repeated on a printed page",
                  month_book([ORG_A, ORGANISATION_CAPTIONS, ORG_B, ORG_C]),
                  _truth(organisations=[*_organisations([ORG_A]), *_organisations([ORG_B, ORG_C], 6)])),
        *cases_in("xlsx ods xls", "month_hidden_rows", "Hidden rows are read and told",
                  Book([organisations_page(hidden_rows=frozenset({5})),
                        programmes_page(hidden_rows=frozenset({4, 6}))]),
                  _truth([_at("A5", "hidden_rows"), _in_programmes("A4", "hidden_rows")])),
        *cases_in("xlsx", "month_empty", "Headings and nothing under them", month_book([], []),
                  _truth([fault("empty_form", None, ORGANISATIONS)], [], [])),
    ]  # fmt: skip


def _halves() -> list[Case]:
    def refused(cell: str, sheet: str | None) -> Truth:
        return Truth(REFUSED.rows, [fault("wrong_form", cell, sheet)], scope=None, dates=(), as_of=None, period=None,
                     layout=None)  # fmt: skip

    no_date = [PROGRAMME_CAPTIONS[:8], *[row[:8] for row in PROGS]]
    return [
        *cases_in("xlsx", "month_organisations_only", "Half a form", Book([organisations_page()]),
                  refused("A3", ORGANISATIONS)),
        *cases_in("xlsx", "month_programmes_only", "The other half", Book([programmes_page()]),
                  refused("A3", PROGRAMMES)),
        Case("month_organisations_only.csv", "A csv of one table", write_csv(ORGANISATION_PAGE_ROWS),
             refused("A3", None)),
        *cases_in("xlsx", "month_column_lacks", "A column is missing in one table",
                  Book([organisations_page(), Page(no_date, name=PROGRAMMES)]), refused("A1", PROGRAMMES)),
    ]  # fmt: skip


def _counts() -> list[Case]:
    bad: list[Cell] = [
        A, "ООО", "много", -1, 4.5, None, "5-7", datetime(2020, 11, 1), ExcelError("#REF!"), Formula("E4"), "-",
        "12 чел.", True, "1\u00a0234",
    ]  # fmt: skip
    codes = ["not_a_number", "negative_count", "not_integer", "missing_count", "not_a_number", "date_in_count",
             "formula_error", "formula_no_cached_value", "dash_as_zero"]  # fmt: skip
    faults = [_at(f"{column}4", code) for column, code in zip("CDEFGHIJK", codes, strict=True)]
    read: list[object] = [ORGANISATIONS, 4, A, "school", *[None] * 8, 0, 12, None, 1234]
    faults += [_at("M4", "not_a_number"), _at("L4", "cross_check")]
    blank: list[Cell] = [C, "СПО"]
    huge = [changed(ORG_A, C=30_000, D=5_001), ORG_B, ORG_C]
    return [
        *cases_in("xlsx ods", "month_bad_counts", "Each kind of bad number at its cell; the rest is read",
                  month_book([bad, ORG_B, ORG_C]),
                  _truth(faults, [read, *_organisations([ORG_B, ORG_C], 5)])),
        *cases_in("xlsx", "month_prefilled", "A template's row whose numbers are not filled in yet",
                  month_book([ORG_A, ORG_B, blank], [PROG_A, PROG_A2, PROG_B, [C, "Завод", PROG_C[2]]]),
                  _truth([*(_at(f"{column}6", "missing_count") for column in "CDEFGHIJKLMN"),
                          *(_in_programmes(f"{column}7", "missing_count") for column in "EFG")],
                         [*_organisations([ORG_A, ORG_B]),
                          [ORGANISATIONS, 6, C, "vocational", *[None] * 12]],
                         [*_programmes([PROG_A, PROG_A2, PROG_B]),
                          [PROGRAMMES, 7, C, "Завод", PROG_C[2], *[None] * 6]])),
        *cases_in("xlsx", "month_huge", "Over 5 000 in one cell", month_book(huge),
                  _truth([_at("C4", "implausible_count"), _at("D4", "implausible_count")], _organisations(huge))),
        *cases_in("xlsx", "month_over_pupils", "More drawn in, and in a programme, than the organisation has pupils",
                  month_book([changed(ORG_A, C=50, D=40), ORG_B, ORG_C],
                             [changed(PROG_A, PROGRAMME_CAPTIONS, F=60, G=51), PROG_A2, PROG_B, PROG_C]),
                  _truth([_at("F4", "implausible_count"), _in_programmes("G4", "implausible_count")],
                         _organisations([changed(ORG_A, C=50, D=40), ORG_B, ORG_C]),
                         _programmes([changed(PROG_A, PROGRAMME_CAPTIONS, F=60, G=51), PROG_A2, PROG_B, PROG_C]))),
    ]  # fmt: skip


def _cells() -> list[Case]:
    words = ["Общеобразовательная", "доп. образование", "колледж", "детский сад", None]
    codes = ["school", "supplementary", "vocational", None, None]
    kinds = [changed(ORG_B, A=f"МБОУ «Школа № {place}»", B=word, F=0, G=0, H=0, I=0, K=0, L=0, M=0, N=0)
             for place, word in enumerate(words, 1)]  # fmt: skip
    days: list[Cell] = ["01.09.2020 г.", "1 сентября 2020", "сентябрь 2020", "1,9,2020", 44075, "с осени", None, "-"]
    dated = [changed(PROG_B, PROGRAMME_CAPTIONS, B=f"Старт {place}", E=0, F=0, G=0, I=day)
             for place, day in enumerate(days, 1)]  # fmt: skip
    models: list[tuple[str, str | None]] = [
        (PUPILS, "Лидер - пассивный"), (PUPILS, "куратор – автор проекта"), (PUPILS, None),
        ("студент – команда", "мастер – команда"), ("", LEADER), ("уч.-уч.", None),
    ]  # fmt: skip
    modelled = [changed(PROG_B, PROGRAMME_CAPTIONS, B=f"Старт {place}", C=form, D=model, E=0, F=0, G=0)
                for place, (form, model) in enumerate(models, 1)]  # fmt: skip
    texts = changed(PROG_B, PROGRAMME_CAPTIONS, B="=Старт", H="OOО «Завoд»")
    linked = changed(ORG_B, C=Formula("[1]Лист1!A1", 150))
    return [
        *cases_in("xlsx", "month_kinds", "The kind in full words, unknown, left out",
                  month_book([*ORGS, *kinds]),
                  _truth([_at("B10", "unknown_form")],
                         [*_organisations(ORGS),
                          *([*row[:3], code, *row[4:]] for row, code in
                            zip(_organisations(kinds, 7), codes, strict=True))])),
        *cases_in("xlsx", "month_days", "The date of beginning as people write it",
                  month_book(programmes=[*PROGS, *dated]),
                  _truth([_in_programmes("I13", "unknown_form")],
                         programmes=[*_programmes(PROGS),
                                     *([*row[:10], day] for row, day in
                                       zip(_programmes(dated, 8), ["2020-09-01"] * 5 + [None] * 3, strict=True))])),
        *cases_in("xlsx ods", "month_role_models", "Role models of the row's form, of another, and own ones",
                  month_book(programmes=[*PROGS, *modelled]),
                  _truth([_in_programmes("D9", "own_role_model"), _in_programmes("C11", "own_form"),
                          _in_programmes("C12", "unknown_form"), _in_programmes("C13", "unknown_form")],
                         programmes=[*_programmes(PROGS), *([cell or None for cell in row[:6]] + [0, 0, 0, *row[9:]]
                                                            for row in _programmes(modelled, 8))])),
        *cases_in("xlsx", "month_texts", "Text like a formula, Latin letters in a Russian word, a link",
                  month_book([ORG_A, linked, ORG_C], [PROG_A, PROG_A2, texts, PROG_C]),
                  _truth([_at("C5", "external_link"), _in_programmes("B6", "formula_injection_text"),
                          _in_programmes("H6", "mixed_script")],
                         programmes=_programmes([PROG_A, PROG_A2, texts, PROG_C]))),
    ]  # fmt: skip


def _owners() -> list[Case]:
    merged = [PROG_A, [None, *PROG_A2[1:]], PROG_B, PROG_C]
    own = Book([organisations_page(), programmes_page(merged, merges=("A4:A5",))])
    counted = [PROG_A, changed(PROG_A2, PROGRAMME_CAPTIONS, E=None, F=None, G=None), PROG_B, PROG_C]
    once = Book([organisations_page(), programmes_page(counted, merges=("E4:E5", "F4:F5", "G4:G5"))])
    stranger = changed(PROG_B, PROGRAMME_CAPTIONS, A="МКОУ «Дальняя ООШ»")
    slip = changed(PROG_B, PROGRAMME_CAPTIONS, A="МБУ ДО «Дом творчевства»")
    return [
        *cases_in("xlsx xls ods", "month_merged_organisation", "A name merged over its programmes", own, _truth()),
        *cases_in("xlsx", "month_merged_counts", "A count merged over two programmes is counted once", once,
                  _truth(programmes=_programmes(counted))),
        *cases_in("xlsx", "month_no_organisation", "Numbers without an organisation, in both tables",
                  month_book([ORG_A, ORG_B, ORG_C, changed(ORG_B, A=None)], merged),
                  _truth([_at("A7", "missing_org"), _in_programmes("A5", "missing_org")],
                         _organisations([ORG_A, ORG_B, ORG_C, changed(ORG_B, A=None)]), _programmes(merged))),
        *cases_in("xlsx ods", "month_programmes_of_a_stranger", "An organisation with programmes only",
                  month_book(programmes=[*PROGS, stranger]),
                  _truth([_in_programmes("A8", "cross_check")], programmes=_programmes([*PROGS, stranger]))),
        *cases_in("xlsx", "month_slip_in_a_name", "The same name with a slip in one table",
                  month_book(programmes=[PROG_A, PROG_A2, slip, PROG_C]),
                  _truth([_in_programmes("A6", "cross_check")],
                         programmes=_programmes([PROG_A, PROG_A2, slip, PROG_C]))),
        *cases_in("xlsx", "month_repeats", "An organisation twice, a programme twice",
                  month_book([*ORGS, changed(ORG_B, C=151)], [*PROGS, PROG_C]),
                  _truth([_at("A7", "duplicate_org"), _in_programmes("A8", "duplicate_org")],
                         _organisations([*ORGS, changed(ORG_B, C=151)]), _programmes([*PROGS, PROG_C]))),
    ]  # fmt: skip


def _disagreements() -> list[Case]:
    """One row out of order by every rule, so that each is seen at its own cell."""
    bad: list[Cell] = [A, "ООО", 100, 101, 4, 251, 130, 120, 121, 5, 41, 42, 20, 21]
    programmes = [changed(PROG_A, PROGRAMME_CAPTIONS, E=14, F=40, G=41), changed(PROG_A2, PROGRAMME_CAPTIONS, F=0)]
    faults = [_at(f"{column}4", "cross_check") for column in "DFGGHIJKLMN"]
    faults += [_at("F4", "implausible_count"), _in_programmes("G4", "cross_check")]
    few = [changed(ORG_A, F=39), ORG_B, ORG_C]
    return [
        *cases_in("xlsx xls ods", "month_cross_checks", "Every rule of agreement broken at once",
                  month_book([bad], programmes),
                  _truth(faults, _organisations([bad]), _programmes(programmes))),
        *cases_in("xlsx", "month_too_few_drawn_in", "Fewer drawn in than mentees",
                  month_book(few), _truth([_at("F4", "cross_check")], _organisations(few))),
    ]  # fmt: skip


def _marks() -> list[Case]:
    marks = {"cmn_layout": "monthly", "cmn_version": "1", "cmn_oktmo": "52654000", "cmn_period": "2020-10"}
    marked = replace(_truth(), district="52654000", period="2020-10", as_of="2020-11-01")
    untitled = Book([Page([ORGANISATION_CAPTIONS, *ORGS], name=ORGANISATIONS),
                     Page([PROGRAMME_CAPTIONS, *PROGS], name=PROGRAMMES)], marks=marks)  # fmt: skip
    bare = replace(untitled, marks={})
    tables = {"organisations": _organisations(ORGS, 2), "programmes": _programmes(PROGS, 2)}
    other = {"district": "52701000", "period": "2020-11"}
    on_day = Book([Page([["Тарский муниципальный район"], ["по состоянию на 01.11.2020"], ORGANISATION_CAPTIONS, *ORGS],
                        name=ORGANISATIONS), programmes_page()])  # fmt: skip
    return [
        *cases_in("xlsx", "month_marks", "Municipality and month by the template's marks", untitled,
                  replace(marked, **tables)),
        *cases_in("xlsx", "month_marks_of_another", "Marks of another municipality and month than were asked for",
                  untitled, replace(marked, **tables, asked=other, problems=[
                      fault("wrong_district", None, None), fault("period_mismatch", None, None)])),
        *cases_in("xlsx", "month_old_template", "A template of another version",
                  replace(untitled, marks={**marks, "cmn_version": "0"}),
                  replace(marked, **tables, problems=[fault("old_template", None, None)])),
        *cases_in("xlsx", "month_no_marks", "Neither marks nor a month in words: the person is asked", bare,
                  replace(_truth(), **tables, period=None, as_of=None)),
        *cases_in("xlsx", "month_on_a_day", "The date in words closes the month before it", on_day,
                  replace(marked, dates=("2020-11-01",))),
    ]  # fmt: skip
