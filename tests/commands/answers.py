"""What a command answers, and the words of a small report."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HEADING = (
    "Данные о расширении практик наставничества;;;;;\n"
    ";;;;;\n"
    "Наименование муниципальной образовательной организации;"
    "Привлечено в программы наставничества на 01.10.2020, чел.;"
    "Привлечено дополнительно на 23.11.2020 г.;;Программа наставничества;\n"
    ";;наставников, чел.;наставляемых, чел.;Наименование программы наставничества;Форма наставничества\n"
)
UNDATED = HEADING.replace(" на 01.10.2020", "").replace(" на 23.11.2020 г.", "")
ROWS = (
    "МБОУ «Первая СОШ»;40;5;18;Вектор;ученик – ученик\n"
    "МБОУ «Вторая СОШ»;22;0;6;Лидер;работодатель – ученик\n"
)  # fmt: skip


@dataclass(frozen=True)
class Answer:
    code: int
    out: str
    err: str

    @property
    def object(self) -> Any:
        """Return the one object of JSON that was printed."""
        return json.loads(self.out)


Cmn = Callable[..., Answer]
WriteReport = Callable[..., Path]


def assert_one_line(text: str) -> None:
    assert text.endswith("\n")
    assert text.count("\n") == 1
    assert "Traceback" not in text
    assert "│" not in text
