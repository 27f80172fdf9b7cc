"""One small database for all tests of the matrix; each takes a copy."""

import pytest

from tests.access.world import World, make_world


@pytest.fixture(scope="session")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    return make_world(tmp_path_factory.mktemp("world"))
