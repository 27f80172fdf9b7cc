"""The words from which the demonstration's organisations, programmes and partners are made."""

from cmn_core.reference.loading import Entry


class DistrictWords(Entry):
    """Patterns of organisations' names in a district."""

    centre_schools: tuple[str, ...]
    village_schools: tuple[str, ...]
    supplementary: tuple[str, ...]


class CityWords(Entry):
    """Names and numbers of the one large city's organisations."""

    oktmo: str
    place: str
    highest_number: int
    gymnasiums: int
    lyceums: int
    supplementary: tuple[str, ...]


class StateOrganisations(Entry):
    """State organisations that stand in a municipality."""

    oktmo: str
    names: tuple[str, ...]


class FormWords(Entry):
    """How a federal form is met and written, and titles of its programmes."""

    code: str
    weights: dict[str, int]
    written: dict[str, str]
    titles: tuple[str, ...]


class OwnFormWords(Entry):
    """An organisation's own form."""

    written: str
    kinds: tuple[str, ...]
    titles: tuple[str, ...]


class TitleSpellings(Entry):
    """A title and how other organisations write it."""

    title: str
    others: tuple[str, ...]


class MonthlyWords(Entry):
    """What only the monthly form asks for."""

    partners: tuple[str, ...]
    city_partners: tuple[str, ...]
    role_models: tuple[str, ...]
    """Organisations' own ones."""
    young_teachers: str
    """The programme of young teachers where an organisation names none …"""
    pupils: tuple[str, ...]
    """… and that of pupils."""


class Words(Entry):
    """Words from which names are made."""

    villages: tuple[str, ...]
    supplementary_forms: dict[str, str]
    district: DistrictWords
    city: CityWords
    state: tuple[StateOrganisations, ...]
    form: tuple[FormWords, ...]
    own: tuple[OwnFormWords, ...]
    monthly: MonthlyWords
    spelling: tuple[TitleSpellings, ...]

    def state_names(self, oktmo: str) -> tuple[str, ...]:
        """Return a municipality's state organisations."""
        return next((item.names for item in self.state if item.oktmo == oktmo), ())
