"""A small district worked by hand: two organisations, five programmes, one monthly report.

| indicator           | counted      | of                          | value  | plan 2020 | lacking |
|---------------------|--------------|-----------------------------|--------|-----------|---------|
| coverage            | 30 + 12 = 42 | 300 + 100 = 400 pupils      | 10,5 % | 10 %      | 0       |
| mentee_share        | 24 + 8 = 32  | 400 pupils                  | 8,0 %  | 10 %      | 8       |
| mentor_share        | 3 + 1 = 4    | 120 + 80 = 200 of 15–19     | 2,0 %  | 2 %       | 0       |
| young_teacher_share | 1 + 0 = 1    | 4 + 6 = 10 young teachers   | 10,0 % | 10 %      | 0       |
| enterprise_share    | 2 names      | nobody states enterprises   | —      | 2 %       | —       |
| mentee_satisfaction | 9 + 1 = 10   | 15 + 6 = 21 who answered    | 47,6 % | 50 %      | 1       |
| mentor_satisfaction | 4 + 0 = 4    | 5 + 0 = 5 who answered      | 80,0 % | 50 %      | 0       |
Asked: mentees 20 + 10 + 5 + 8 + 7 = 50 (42,0 % answered), mentors 4 + 2 + 1 + 2 + 1 = 10 (50,0 %).
Forms by mentees: ученик – ученик 20 + 5 = 25, работодатель – ученик 10 + 8 = 18, own 7.
"""

from cmn_core.period import Period
from cmn_core.store.engine import Database
from cmn_core.store.reports import SavedReport
from tests.store.made_monthly import organisation, programme, save_monthly
from tests.store.made_readings import NOVEMBER, TARA

SCHOOL, COLLEGE = "МБОУ «СОШ № 1»", "БПОУ «Тарский колледж»"
MODEL = "лидер – последователь"


def save_small_district(database: Database, *, sender: str = TARA, period: Period = NOVEMBER) -> SavedReport:
    """Save the report of the table above."""
    organisations = (
        organisation(
            SCHOOL, number=5, pupils_10_19=300, pupils_15_19=120, young_teachers=4, involved=30, mentees=24,
            mentors=8, mentors_15_19=3, young_mentees=1, surveyed_mentees=15, satisfied_mentees=9,
            surveyed_mentors=5, satisfied_mentors=4,
        ),
        organisation(
            COLLEGE, kind="vocational", number=6, pupils_10_19=100, pupils_15_19=80, young_teachers=6, involved=12,
            mentees=8, mentors=5, mentors_15_19=1, surveyed_mentees=6, satisfied_mentees=1,
        ),
    )  # fmt: skip
    programmes = (
        programme("Вместе", SCHOOL, (4, 20, 15), role_model=MODEL, number=5),
        programme("Завод детям", SCHOOL, (2, 10, 9), form="employer_pupil", partner="ООО «Заря»", number=6),
        programme("Рядом", SCHOOL, (1, 5, 5), role_model=MODEL, number=7),
        programme("Первый шаг", COLLEGE, (2, 8, 8), form="employer_pupil", partner="«Заря», ООО", number=8),
        programme("Своя", COLLEGE, (1, 7, 0), form="own", partner="ИП Петров", number=9),
    )
    return save_monthly(database, organisations, programmes, sender=sender, period=period)
