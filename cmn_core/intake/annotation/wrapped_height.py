"""How high a wrapped text stands in a sheet's column: not every office fits rows by itself, none a merged cell."""

LINE_POINTS = 15.0


def lines_height(text: str, width: float, *, bold: bool = False, points: float = LINE_POINTS) -> float:
    """Return the points that a wrapped text needs in a column of that width."""
    fitting = max(1.0, width * (0.86 if bold else 0.94))
    return sum(_count_lines(paragraph, fitting) for paragraph in text.split("\n")) * points


def _count_lines(paragraph: str, fitting: float) -> int:
    """Count lines as words fill them; a word longer than a line is broken."""
    lines, filled = 1, 0.0
    for word in paragraph.split(" "):
        if filled and filled + 1 + len(word) > fitting:
            lines, filled = lines + 1, 0.0
        filled += len(word) + (1 if filled else 0)
        lines, filled = lines + int(filled // fitting), filled % fitting
    return lines
