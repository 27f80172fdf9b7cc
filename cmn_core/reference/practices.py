"""How practices are laid side by side: municipalities of like size, names that are one."""

from pydantic import Field

from cmn_core.reference.loading import DATA_FOLDER, Entry, parse_table, read_toml


class LikeRule(Entry):
    """Which municipalities are of like size."""

    nearest: int = Field(ge=1, le=20)
    furthest_pct: int = Field(ge=100, le=1000)
    """The larger one's number in per cent of the smaller one's."""

    @property
    def times(self) -> str:
        """Return the same as it is written: «1,5»."""
        return f"{self.furthest_pct / 100:g}".replace(".", ",")


class FoldingRule(Entry):
    """Which names of programmes are one."""

    word_likeness_pct: int = Field(ge=50, le=100)
    shortest_word: int = Field(ge=1, le=20)
    idle_words: tuple[str, ...]
    place_words: tuple[str, ...]
    number_stems: tuple[str, ...]


class PracticeRules(Entry):
    """The rules of laying practices side by side."""

    like: LikeRule
    folding: FoldingRule


def read_practice_rules() -> PracticeRules:
    """Read the shipped rules."""
    path = DATA_FOLDER / "reference" / "practices.toml"
    return parse_table(path, PracticeRules, read_toml(path))
