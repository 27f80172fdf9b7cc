"""Forms of mentoring as people write them, and texts that look like something else."""

from tests.data.workbook_maker.form_cells import FIRST, PUPILS, P, book
from tests.data.workbook_maker.truth import Case, Truth, at, cases_in, fault

KNOWN = [
    "Ученик – ученик", "ученик-ученик", "УЧЕНИК — УЧЕНИК", "ученик  -  ученик", "«ученик – ученик»",
    "обучающийся – обучающийся", "учитель – учитель", "педагог - педагог", "студент–ученик", "Студент – ученик",
    "ученик – ученик (равный – равному)", "студент – ученик*", "лидер – пассивный",
    "педагог-новатор – консервативный педагог", "работодатель – ученик", "Работодатель-студент",
    "Форма «ученик – ученик»", "ученик −ученик",
]  # fmt: skip
OWN = ["студент – студент", "работодатель – команда", "студент-команда", "ученик – учитель", "родитель – ученик"]
UNKNOWN = ["уч.-уч.", "да", "1", "групповая", None]


def _rows(forms: list[str | None]) -> list[list[object]]:
    return [[f"МБОУ «Школа № {number}»", 10, 1, 2, P, form] for number, form in enumerate(forms, 1)]


def _case(formats: str, stem: str, rule: str, forms: list[str | None], code: str | None) -> list[Case]:
    rows = _rows(forms)
    truth = [at(FIRST + index, *row[:5], _levelled(row[5])) for index, row in enumerate(rows)]
    problems = [fault(code, f"F{FIRST + index}") for index in range(len(rows))] if code else []
    return cases_in(formats, stem, rule, book(rows), Truth(truth, problems))


def _levelled(form: object) -> object:
    return " ".join(form.split()) if isinstance(form, str) else form


def make_cases() -> list[Case]:
    """Return the cases of this rule."""
    names = ["МБОУ «Школа <b>№ 1</b>»", "<script>alert(1)</script> школа", "{organisation} «Школа» %s",
             "МБОУ «Школа & К°»"]  # fmt: skip
    marked = [[name, 10, 1, 2, P, PUPILS] for name in names]
    formula_like = [
        ["=МБОУ «Школа № 1»", 10, 1, 2, "+ Вместе к успеху", PUPILS],
        ["МБОУ «Школа № 2»", 10, 1, 2, "@SUM(1+1)*cmd|' /C calc'!A0", "-ученик – ученик"],
        ["МБОУ «Школа № 3»", 10, 1, 2, '=HYPERLINK("http://example.invalid";"да")', PUPILS],
    ]
    return [
        *_case("xlsx xls ods csv", "forms_known", "Five forms however they are written, and their synonyms", KNOWN,
               None),
        *_case("xlsx csv", "forms_own", "Readable pairs outside the reference are own forms", OWN, "own_form"),
        *_case("xlsx csv", "forms_unknown", "Empty or unreadable forms", UNKNOWN, "unknown_form"),
        *_case("xlsx", "forms_several_in_cell", "Two forms in one cell are unreadable as one",
               ["ученик – ученик, студент – ученик", "ученик – ученик\nработодатель – ученик",
                "ученик – ученик; студент – ученик"], "unknown_form"),
        *cases_in("xlsx", "forms_look_alike", "Latin letters in a form", book([["МБОУ «Школа»", 1, 1, 1, P,
                  "yчeник – ученик"]]),
                  Truth([at(5, "МБОУ «Школа»", 1, 1, 1, P, "yчeник – ученик")], [fault("mixed_script", "F5")])),
        *cases_in("xlsx csv", "texts_markup", "Markup and braces in names are text", book(marked),
                  Truth([at(FIRST + index, *row) for index, row in enumerate(marked)])),
        *cases_in("xlsx csv", "texts_like_formulas", "Texts that begin like a formula stay text and are told of",
                  book(formula_like),
                  Truth([at(FIRST + index, *row) for index, row in enumerate(formula_like)],
                        [fault("formula_injection_text", cell) for cell in ("A5", "E5", "E6", "F6", "E7")])),
    ]  # fmt: skip
