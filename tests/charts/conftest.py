"""Fixtures of the chart tests."""

import pytest

from cmn_core.analysis.figure import FormRatios, IndicatorFigures
from cmn_core.reference import Reference, shipped_reference

from .sample_figures import make_figures, make_ratios


@pytest.fixture(scope="session")
def reference() -> Reference:
    return shipped_reference()


@pytest.fixture(scope="session")
def figures() -> IndicatorFigures:
    return make_figures()


@pytest.fixture(scope="session")
def ratios() -> FormRatios:
    return make_ratios()
