"""One organisation over several rows: merged, continued, repeated; and what is one organisation at all."""

from tests.data.workbook_maker.form_cells import EMPLOYER, FIRST, PUPILS, ROW_A, ROW_B, STUDENT, A, B, P, book
from tests.data.workbook_maker.truth import Case, Truth, at, cases_in, data, fault

START = "Первые шаги"
AGAIN = "same_org_other_programme"


def make_cases() -> list[Case]:
    """Return the cases of this rule."""
    return [*_merged(), *_continued(), *_repeated(), *_spelled()]


def _merged() -> list[Case]:
    counts_merged = [ROW_A, [None, None, None, None, START, STUDENT], [None, None, None, None, "Агрокласс", EMPLOYER],
                     ROW_B]  # fmt: skip
    own_counts = [ROW_A, [None, 3, 1, 2, START, STUDENT], ROW_B]
    partly = [ROW_A, [None, None, 1, 2, START, STUDENT], ROW_B]
    all_four = ("A5:A7", "B5:B7", "C5:C7", "D5:D7")
    return [
        *cases_in("xlsx xls ods", "merged_counts", "Name and counts merged over three programmes",
                  book(counts_merged, merges=all_four),
                  Truth([at(5, *ROW_A), at(6, A, None, None, None, START, STUDENT),
                         at(7, A, None, None, None, "Агрокласс", EMPLOYER), at(8, *ROW_B)],
                        totals=(2, 4, 104, 17, 49))),
        *cases_in("xlsx xls ods", "merged_name_own_counts", "Name merged, counts of each programme its own",
                  book(own_counts, merges=("A5:A6",)),
                  Truth([at(5, *ROW_A), at(6, A, 3, 1, 2, START, STUDENT), at(7, *ROW_B)],
                        [fault(AGAIN, "A6")], totals=(2, 3, 107, 18, 51))),
        *cases_in("xlsx", "merged_name_one_count_merged", "Name and first count merged, additions of each programme",
                  book(partly, merges=("A5:A6", "B5:B6")),
                  Truth([at(5, *ROW_A), at(6, A, None, 1, 2, START, STUDENT), at(7, *ROW_B)],
                        [fault(AGAIN, "A6")], totals=(2, 3, 104, 18, 51))),
        *cases_in("xlsx", "merged_name_blank_count", "Name merged, a count of the second row forgotten",
                  book([ROW_A, [None, 3, None, 2, START, STUDENT]], merges=("A5:A6",)),
                  Truth([at(5, *ROW_A), at(6, A, 3, None, 2, START, STUDENT)],
                        [fault(AGAIN, "A6"), fault("missing_count", "C6")])),
        *cases_in("xlsx", "merged_bad_count", "A merged count that is wrong says so once",
                  book([[A, "много", 12, 31, P, PUPILS], [None, None, None, None, START, STUDENT]],
                       merges=("A5:A6", "B5:B6", "C5:C6", "D5:D6")),
                  Truth([at(5, A, None, 12, 31, P, PUPILS), at(6, A, None, None, None, START, STUDENT)],
                        [fault("not_a_number", "B5")])),
        *cases_in("xlsx", "merged_empty_count", "A merged count that is empty is missing once",
                  book([[A, None, 12, 31, P, PUPILS], [None, None, None, None, START, STUDENT]],
                       merges=("A5:A6", "B5:B6", "C5:C6", "D5:D6")),
                  Truth([at(5, A, None, 12, 31, P, PUPILS), at(6, A, None, None, None, START, STUDENT)],
                        [fault("missing_count", "B5")])),
        *cases_in("xlsx", "merged_programme", "The programme merged over two organisations stands for both",
                  book([ROW_A, [B, 40, 5, 18, None, None]], merges=("E5:E6", "F5:F6")),
                  Truth([at(5, *ROW_A), at(6, B, 40, 5, 18, P, PUPILS)])),
    ]  # fmt: skip


def _continued() -> list[Case]:
    blank = [ROW_A, [None, None, None, None, START, STUDENT], [None, None, None, None, None, EMPLOYER], ROW_B]
    named = [ROW_A, [A, None, None, None, START, STUDENT], ROW_B]
    same = [ROW_A, [A, None, None, None, P, PUPILS], ROW_B]
    other = [ROW_A, [B, None, None, None, START, STUDENT]]
    return [
        *cases_in("xlsx xls ods csv", "continued_blank", "A programme, or only a form, without organisation and counts",
                  book(blank),
                  Truth([at(5, *ROW_A), at(6, A, None, None, None, START, STUDENT),
                         at(7, A, None, None, None, None, EMPLOYER), at(8, *ROW_B)],
                        [fault("continued_row", "A6"), fault("continued_row", "A7")], totals=(2, 3, 104, 17, 49))),
        *cases_in("xlsx csv", "continued_named", "The organisation again, no counts, another programme", book(named),
                  Truth([at(5, *ROW_A), at(6, A, None, None, None, START, STUDENT), at(7, *ROW_B)],
                        [fault("continued_row", "A6")])),
        *cases_in("xlsx", "continued_named_twice", "Continued twice over, a blank row between",
                  book([ROW_A, [A, None, None, None, START, STUDENT], [], [A, None, None, None, "Лидер", EMPLOYER]]),
                  Truth([at(5, *ROW_A), at(6, A, None, None, None, START, STUDENT),
                         at(8, A, None, None, None, "Лидер", EMPLOYER)],
                        [fault("continued_row", "A6"), fault("continued_row", "A8")])),
        *cases_in("xlsx", "not_continued_same_programme", "The organisation again with the same programme lacks counts",
                  book(same),
                  Truth([at(5, *ROW_A), at(6, A, None, None, None, P, PUPILS), at(7, *ROW_B)],
                        [fault("missing_count", f"{letter}6") for letter in "BCD"])),
        *cases_in("xlsx", "not_continued_other_organisation", "Another organisation without counts lacks them",
                  book(other),
                  Truth([at(5, *ROW_A), at(6, B, None, None, None, START, STUDENT)],
                        [fault("missing_count", f"{letter}6") for letter in "BCD"])),
    ]  # fmt: skip


def _repeated() -> list[Case]:
    def twice(
        stem: str, rule: str, second: list[object], code: str, totals: tuple[int, int, int, int, int]
    ) -> list[Case]:
        rows = [ROW_A, ROW_B, second]
        return cases_in("xlsx csv", stem, rule, book(rows),
                        Truth(data(FIRST, rows), [fault(code, "A7")], totals=totals))  # fmt: skip

    zeros = [[A, 0, 0, 0, P, PUPILS], [A, 0, 0, 0, START, STUDENT]]
    return [
        *twice("duplicate_whole_row", "A whole row again", ROW_A, "duplicate_org", (2, 3, 168, 29, 80)),
        *twice("duplicate_other_counts", "The same programme and form, other counts", [A, 65, 12, 31, P, PUPILS],
               "duplicate_org", (2, 3, 169, 29, 80)),
        *twice("repeated_summed", "Another programme, other counts: summed", [A, 6, 1, 2, START, STUDENT], AGAIN,
               (2, 3, 110, 18, 51)),
        *twice("repeated_counted_once", "Another programme, the identical counts: counted once",
               [A, 64, 12, 31, START, STUDENT], AGAIN, (2, 3, 104, 17, 49)),
        *cases_in("xlsx", "repeated_zeros", "Another programme, zeros in both: nothing to sum, nothing to ask",
                  book(zeros),
                  Truth(data(FIRST, zeros), totals=(1, 2, 0, 0, 0))),
        *cases_in("xlsx", "repeated_thrice", "Three programmes in three rows with three counts",
                  book([ROW_A, [A, 6, 1, 2, START, STUDENT], [A, 7, 1, 3, "Лидер", EMPLOYER]]),
                  Truth(data(FIRST, [ROW_A, [A, 6, 1, 2, START, STUDENT], [A, 7, 1, 3, "Лидер", EMPLOYER]]),
                        [fault(AGAIN, "A6"), fault(AGAIN, "A7")], totals=(1, 3, 77, 14, 36))),
    ]  # fmt: skip


def _spelled() -> list[Case]:
    names = [
        "МБОУ «Берёзовская СОШ № 5»",
        "муниципальное бюджетное общеобразовательное учреждение «Березовская средняя общеобразовательная школа №5»",
        'МБОУ "БЕРЁЗОВСКАЯ СОШ №5"',
        "МБОУ Березовская  СОШ № 5",
        "Муниципальное бюджетное общеобразовательное учреждение «Берёзовская СОШ N 5»",
    ]
    rows = [[name, 10 + index, 1, 2, f"Программа «{index + 1}»", PUPILS] for index, name in enumerate(names)]
    look_alike = [ROW_A, ["MБОУ «Бepёзовская COШ»", 6, 1, 2, START, STUDENT]]
    forms = [["МБОУ «Лесная СОШ»", 10, 1, 2, P, PUPILS], ["МКОУ «Лесная СОШ»", 10, 1, 2, P, PUPILS]]
    kinds = [["МБОУ «Лесная СОШ»", 10, 1, 2, P, PUPILS], ["МБОУ «Лесная ООШ»", 10, 1, 2, P, PUPILS],
             ["МБДОУ «Лесная»", 1, 1, 2, P, PUPILS]]  # fmt: skip
    basic = [["МКОУ «Озёрная ООШ»", 10, 1, 2, P, PUPILS],
             ["Муниципальное казённое общеобразовательное учреждение «Озерная основная общеобразовательная школа»",
              11, 1, 2, START, PUPILS]]  # fmt: skip
    return [
        *cases_in("xlsx xls ods csv", "spellings_of_one", "Five spellings of one school", book(rows),
                  Truth([*data(FIRST, rows[:3]), at(8, "МБОУ Березовская СОШ № 5", *rows[3][1:]), at(9, *rows[4])],
                        [fault(AGAIN, f"A{row}") for row in (6, 7, 8, 9)], totals=(1, 5, 60, 5, 10))),
        *cases_in("xlsx", "spellings_look_alikes", "Latin letters that look Russian", book(look_alike),
                  Truth(data(FIRST, look_alike), [fault("mixed_script", "A6"), fault(AGAIN, "A6")],
                        totals=(1, 2, 70, 13, 33))),
        *cases_in("xlsx", "spellings_basic_school", "«ООШ» and its full words", book(basic),
                  Truth(data(FIRST, basic), [fault(AGAIN, "A6")])),
        *cases_in("xlsx", "legal_form_differs", "МКОУ against МБОУ of the same name: two organisations", book(forms),
                  Truth(data(FIRST, forms), totals=(2, 2, 20, 2, 4))),
        *cases_in("xlsx", "school_kind_differs", "СОШ, ООШ and a kindergarten of one name: three organisations",
                  book(kinds), Truth(data(FIRST, kinds), totals=(3, 3, 21, 3, 6))),
    ]  # fmt: skip
