"""The address of a server's database: the driver filled in, the schema found, the password never told."""

import pytest

from cmn_core.store.failures import StoreError
from cmn_core.store.location import describe_place, file_of, parse_address
from cmn_core.store.server_address import read_server_address


@pytest.mark.parametrize("scheme", ["postgresql", "postgres", "postgresql+psycopg"])
def test_the_driver_is_filled_in(scheme: str) -> None:
    address = parse_address(f"{scheme}://user:secret@server:5433/cmn")
    assert address.drivername == "postgresql+psycopg"
    assert file_of(address) is None


@pytest.mark.parametrize(
    ("query", "schema"),
    [
        ("", None),
        ("?schema=omsk", "omsk"),
        ("?options=-csearch_path%3Domsk", "omsk"),
        ("?options=-c%20search_path%3Domsk%2Cpublic", "omsk"),
        ("?options=-csearch_path%3D%22%24user%22%2Cpublic", None),
        ("?options=-cstatement_timeout%3D5s", None),
        ("?sslmode=require&schema=omsk_2", "omsk_2"),
    ],
)
def test_the_schema_is_found(query: str, schema: str | None) -> None:
    found = read_server_address(parse_address(f"postgresql://user@server/cmn{query}"))
    assert found.schema == schema
    assert not {"schema", "options"} & set(found.url.query)
    assert ("sslmode" in found.url.query) == ("sslmode" in query)


@pytest.mark.parametrize("name", ["Омск", "omsk-1", "pg_omsk", "1omsk", 'omsk"; DROP', "x" * 64])
def test_a_schema_that_the_server_would_not_take_is_told(name: str) -> None:
    address = parse_address("postgresql://user@server/cmn").update_query_dict({"schema": name})
    with pytest.raises(StoreError, match="Имя схемы"):
        read_server_address(address)


def test_a_place_is_named_without_user_and_password() -> None:
    address = parse_address("postgresql://user:secret@server/cmn?schema=omsk")
    assert describe_place(address) == "«cmn» на сервере server (схема omsk)"
