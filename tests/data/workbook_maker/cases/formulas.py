"""Formulas in counts: the stored value is read, nothing is computed, nothing is fetched."""

from tests.data.workbook_maker.book import ExcelError, Formula
from tests.data.workbook_maker.fixed_zip import repack
from tests.data.workbook_maker.form_cells import FIRST, PUPILS, ROW_A, ROW_B, A, B, C, P, book
from tests.data.workbook_maker.truth import Case, Truth, at, cases_in, fault
from tests.data.workbook_maker.write_xlsx import write_xlsx


def make_cases() -> list[Case]:
    """Return the cases of this rule."""
    stored = [[A, Formula("60+4", 64), Formula("SUM(B5:B5)-52", 12), Formula('"3"&"1"', "31"), P, PUPILS]]
    unstored = [[A, Formula("60+4"), 12, Formula("C5*2"), P, PUPILS], ROW_B]
    failed = [[A, ExcelError("#DIV/0!"), Formula("-5", -5), Formula("9/2", 4.5), P, PUPILS]]
    texts = [[Formula('"МБОУ «Берёзовская СОШ»"', "МБОУ «Берёзовская СОШ»"), 64, 12, 31,
              Formula('"Вместе к успеху"', P), PUPILS]]  # fmt: skip
    return [
        *cases_in("xlsx ods", "formulas_stored", "Formulas with stored values", book(stored),
                  Truth([at(FIRST, *ROW_A)])),
        *cases_in("xlsx ods", "formulas_not_stored", "Formulas without stored values", book(unstored),
                  Truth([at(5, A, None, 12, None, P, PUPILS), at(6, *ROW_B)],
                        [fault("formula_no_cached_value", "B5"), fault("formula_no_cached_value", "D5")])),
        *cases_in("xlsx", "formulas_failed", "Formulas whose stored value is an error, negative, a fraction",
                  book(failed),
                  Truth([at(5, A, None, None, None, P, PUPILS)],
                        [fault("formula_error", "B5"), fault("negative_count", "C5"), fault("not_integer", "D5")])),
        *cases_in("xlsx", "formulas_in_names", "Names by formula are their stored text", book(texts),
                  Truth([at(FIRST, *ROW_A)])),
        _shared(),
        _external(),
        *cases_in("csv", "formulas_as_text", "A csv holds formulas as text: no number, and said so",
                  book([[A, "=60+4", 12, 31, P, PUPILS]]),
                  Truth([at(5, A, None, 12, 31, P, PUPILS)], [fault("not_a_number", "B5")])),
    ]  # fmt: skip


def _shared() -> Case:
    rows = [[name, Formula("ROW()*10", value), 1, 2, P, PUPILS] for name, value in ((A, 50), (B, 60), (C, 70))]

    def share(name: str, data: bytes) -> bytes:
        if name != "xl/worksheets/sheet1.xml":
            return data
        first, rest = b'<f t="shared" ref="B5:B7" si="0">ROW()*10</f>', b'<f t="shared" si="0"/>'
        return data.replace(b"<f>ROW()*10</f>", first, 1).replace(b"<f>ROW()*10</f>", rest)

    truth = Truth([at(5, A, 50, 1, 2, P, PUPILS), at(6, B, 60, 1, 2, P, PUPILS), at(7, C, 70, 1, 2, P, PUPILS)])
    rule = "One formula shared by three cells, values stored"
    return Case("formulas_shared.xlsx", rule, write_xlsx(book(rows), share), truth)


def _external() -> Case:
    rows = [
        [A, Formula("[1]Лист1!B7", 64), 12, 31, P, PUPILS],
        [B, 40, Formula("SUM([1]Лист1!C1:C9)", 5), 18, P, PUPILS],
    ]
    relations = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = b"http://schemas.openxmlformats.org/package/2006/relationships"
    link = (
        b'<?xml version="1.0" encoding="UTF-8"?><externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006'
        b'/main"><externalBook xmlns:r="' + relations + b'" r:id="rId1"><sheetNames><sheetName val="Sheet1"/>'
        b"</sheetNames></externalBook></externalLink>"
    )
    link_relations = (
        b'<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="' + package + b'"><Relationship Id="rId1" Type="'
        + relations + b'/externalLinkPath" Target="other.xlsx" TargetMode="External"/></Relationships>'
    )  # fmt: skip

    def refer(name: str, data: bytes) -> bytes:
        if name == "xl/workbook.xml":
            return data.replace(b"</sheets>", b'</sheets><externalReferences><externalReference r:id="rId90"/>'
                                              b"</externalReferences>")  # fmt: skip
        if name == "xl/_rels/workbook.xml.rels":
            return data.replace(b"</Relationships>", b'<Relationship Id="rId90" Type="' + relations + b'/externalLink" '
                                b'Target="externalLinks/externalLink1.xml"/></Relationships>')  # fmt: skip
        if name == "[Content_Types].xml":
            return data.replace(b"</Types>", b'<Override PartName="/xl/externalLinks/externalLink1.xml" ContentType='
                                b'"application/vnd.openxmlformats-officedocument.spreadsheetml.externalLink+xml"/>'
                                b"</Types>")  # fmt: skip
        return data

    parts = {"xl/externalLinks/externalLink1.xml": link,
             "xl/externalLinks/_rels/externalLink1.xml.rels": link_relations}  # fmt: skip
    truth = Truth([at(5, A, 64, 12, 31, P, PUPILS), at(6, B, 40, 5, 18, P, PUPILS)],
                  [fault("external_link", "B5"), fault("external_link", "C6")])  # fmt: skip
    return Case("external_link.xlsx", "Formulas that point into another workbook", repack(write_xlsx(book(rows)), refer,
                parts), truth)  # fmt: skip
