"""Text files: encodings, delimiters, quotes; records are counted, not lines."""

from tests.data.workbook_maker.form_cells import FIRST, GOOD, HEADING, PUPILS, ROW_A, A, B, P
from tests.data.workbook_maker.truth import Case, Truth, at, data, fault
from tests.data.workbook_maker.write_csv import write_csv

DELIMITERS = {"semicolon": ";", "comma": ",", "tab": "\t"}
ENCODINGS = {"utf8": "utf-8", "utf8_mark": "utf-8-sig", "utf16": "utf-16", "cp1251": "cp1251"}


def make_cases() -> list[Case]:
    """Return the cases of this rule."""
    clean = Truth(data(FIRST, GOOD, None))
    every = [
        Case(f"csv_{encoding}_{delimiter}.csv", f"{ENCODINGS[encoding]} with a {delimiter}",
             write_csv([*HEADING, *GOOD], encoding=ENCODINGS[encoding], delimiter=DELIMITERS[delimiter]), clean)
        for encoding in ENCODINGS for delimiter in DELIMITERS
    ]  # fmt: skip
    return [*every, *_untidy()]


def _untidy() -> list[Case]:
    rows = [[A, "1 002", 12, 31, "Точка роста; наставник, «Лидер»", PUPILS],
            ["МБОУ\n«Лесная СОШ»", 40, 5, None, P, PUPILS], ["ИТОГО", 1042, 18, None]]  # fmt: skip
    truth = Truth(
        [at(5, A, 1002, 12, 31, "Точка роста; наставник, «Лидер»", PUPILS, sheet=None),
         at(6, B, 40, 5, None, P, PUPILS, sheet=None)],
        [fault("missing_count", "D6", None), fault("total_mismatch", "C7", None)],
    )  # fmt: skip
    clean = Truth(data(FIRST, GOOD, None))
    content = write_csv([*HEADING, *GOOD])
    unquoted = "\r\n".join(
        ["Наименование муниципальной образовательной организации;Привлечено на 01.10.2020;"
         "Доп. наставников на 23.11.2020;Доп. наставляемых на 23.11.2020;Программа;Форма",
         f'МБОУ "Берёзовская СОШ";64;12;31;{P};{PUPILS}']
    )  # fmt: skip
    return [
        Case("csv_quotes_and_breaks.csv", "Delimiters and breaks inside quotes; a record is one row",
             write_csv([*HEADING, *rows]), truth),
        Case("csv_commas_in_text.csv", "«;» between, more commas inside", write_csv([*HEADING, *rows], delimiter=","),
             truth),
        Case("csv_unix_ends.csv", "Line ends of Linux", write_csv([*HEADING, *GOOD], ends="\n"), clean),
        Case("csv_mac_ends.csv", "Line ends of an old Mac", write_csv([*HEADING, *GOOD], ends="\r"), clean),
        Case("csv_separator_line.csv", "Excel's «sep=;» is a record and no data", b"sep=;\r\n" + content,
             Truth(data(FIRST + 1, GOOD, None))),
        Case("csv_utf16_big_end.csv", "utf-16 with the high byte first",
             b"\xfe\xff" + write_csv([*HEADING, *GOOD], encoding="utf-16-be", delimiter="\t"), clean),
        Case("csv_bare_quotes.csv", "Quotes inside a field that nobody doubled", unquoted.encode("cp1251"),
             Truth([at(2, 'МБОУ "Берёзовская СОШ"', 64, 12, 31, P, PUPILS, sheet=None)])),
        Case("csv_short_rows.csv", "Records that end early", write_csv([*HEADING, ROW_A])
             + f"{B};40;5;18;{P}\r\n\r\n\r\n".encode(),
             Truth([at(5, *ROW_A, sheet=None), at(6, B, 40, 5, 18, P, None, sheet=None)],
                   [fault("unknown_form", "F6", None)])),
    ]  # fmt: skip
