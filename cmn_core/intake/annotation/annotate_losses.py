"""What the annotated copy cannot bring back from the sender's file, in words."""

from io import BytesIO
from zipfile import ZipFile

from cmn_core.intake.cells.grid import Grid

_DRAWN = ("xl/media/", "xl/charts/", "xl/drawings/drawing", "xl/embeddings/", "xl/ctrlProps/", "xl/activeX/")


def find_losses(content: bytes, grid: Grid) -> tuple[str, ...]:
    """Return sentences about what an xlsx or xlsm loses on the way."""
    with ZipFile(BytesIO(content)) as package:
        drawn = any(name.startswith(_DRAWN) for name in package.namelist())
    sentences = []
    if drawn:
        sentences.append(
            "В исходном файле есть рисунки, диаграммы или кнопки: в этой копии они могут отсутствовать "
            "или выглядеть иначе. В исходном файле они остались."
        )
    if grid.has_macros:
        sentences.append("Макросы исходного файла в эту копию не перенесены.")
    return tuple(sentences)
