"""The fields of an organisation: name, municipality, kind, subordination, dates; the same for a new one."""

import streamlit as st

from cmn_core.reference import Reference
from cmn_core.store.corrections import LONGEST_NAME, OrganisationFacts
from pages._parts.data_state import DataState

_EARLIEST, _LATEST = "1900-01-01", "2100-12-31"


def ask_facts(facts: OrganisationFacts, name: str, reference: Reference, state: DataState) -> OrganisationFacts:
    """Show the fields with what is known and return what stands in them now."""
    region, kinds = reference.region, reference.kinds
    ordered = sorted(region.districts, key=lambda district: district.short.removeprefix("г. "))
    places = {district.oktmo: district.short for district in ordered}
    kind_words = {kind.code: kind.label for kind in kinds.kinds}
    belonging = {item.code: item.label for item in kinds.subordinations}
    written = st.text_input("Название", facts.name, key=state.key(f"{name}_name"), max_chars=LONGEST_NAME)
    with st.container(key=f"fields_{name}"):
        district = _choose("Муниципалитет", places, facts.district, state.key(f"{name}_district"))
        kind = _choose("Вид", kind_words, facts.kind, state.key(f"{name}_kind"))
        subordination = _choose("Подчинённость", belonging, facts.subordination, state.key(f"{name}_belonging"))
        opened, closed = (
            st.date_input(
                label, day, key=state.key(f"{name}_{code}"), format="DD.MM.YYYY", min_value=_EARLIEST,
                max_value=_LATEST,
            )
            for code, label, day in (("opened", "Открыта", facts.opened), ("closed", "Закрыта", facts.closed))
        )  # fmt: skip
    return OrganisationFacts(" ".join((written or "").split()), district, kind, subordination, opened, closed)


def _choose(label: str, words: dict[str, str], code: str, key: str) -> str:
    options = list(words)
    chosen: str = st.selectbox(label, options, index=options.index(code), format_func=words.__getitem__, key=key)
    return chosen
