"""A user's file of boundaries: matched by ОКТМО or name, checked point by point, refused in words."""

import math
import time
from itertools import pairwise
from typing import Any

import pytest

from cmn_core.intake.boundaries.read_boundaries import read_boundaries
from cmn_core.intake.boundaries.reading import BoundaryReading
from cmn_core.reference.boundaries import read_boundary_rules
from tests.intake.boundary_files import DISTRICTS, REGION, feature, square, write_file

AZOVO, BOLSHERECHYE = DISTRICTS[0], DISTRICTS[1]
TARA = REGION.find_district("Тарский")
OMSK = REGION.find_district("Омск")


def read(content: bytes) -> BoundaryReading:
    return read_boundaries(content, REGION)


def told(reading: BoundaryReading, severity: str = "error") -> str:
    return " ".join(note.message for note in reading.notes if note.severity == severity)


def area(ring: list[tuple[float, float]]) -> float:
    """Signed by the shoelace formula: below zero for a clockwise ring."""
    return sum(x * y2 - x2 * y for (x, y), (x2, y2) in pairwise(ring)) / 2


def test_all_municipalities_are_matched_without_a_note() -> None:
    reading = read(write_file(attribution="© автор"))
    assert reading.can_be_saved
    assert (len(reading.matched), reading.missing, reading.notes) == (33, (), ())
    assert reading.boundaries.attribution == "© автор"
    assert list(reading.boundaries.shapes) == [district.oktmo for district in DISTRICTS]


@pytest.mark.parametrize(
    "properties",
    [
        {"oktmo": "52654000"},
        {"OKTMO": 52654000, "name": "что угодно"},
        {"addr:oktmo": "52654000000"},
        {"ОКТМО": " 52654000 "},
        {"name": "Тарский"},
        {"NAME": "тарский муниципальный район"},
        {"name:ru": "Тарский район", "name": "Tarsky District"},
        {"id": 7, "наименование": "ТАРСКИЙ РАЙОН"},
        {"название": "Тарский муниципальный район Омской области"},
        {"shapeName": "Тарский р-н"},
        {"name": "Тарский муниципальный округ"},
    ],
)
def test_a_municipality_is_known_by_code_or_name(properties: dict[str, Any]) -> None:
    reading = read(write_file([feature(TARA, properties)]))
    assert [oktmo for oktmo, _ in reading.matched] == [TARA.oktmo]


@pytest.mark.parametrize("name", ["Омск", "г. Омск", "город Омск", "городской округ город Омск", "ГО г. Омск"])
def test_the_city_is_not_the_district_around_it(name: str) -> None:
    district = REGION.find_district("Омский")
    reading = read(write_file([feature(OMSK, {"name": name}), feature(district, {"name": "Омский район"})]))
    assert {oktmo for oktmo, _ in reading.matched} == {OMSK.oktmo, district.oktmo}


def test_one_missing_is_said_by_name_and_the_rest_can_be_saved() -> None:
    reading = read(write_file(feature(district) for district in DISTRICTS if district is not TARA))
    assert reading.can_be_saved
    assert reading.missing == (TARA.oktmo,)
    assert "Нет границ: Тарский." in told(reading, "warning")


def test_strangers_and_namesakes_far_away_are_left_out_by_name() -> None:
    far = {"type": "Polygon", "coordinates": [[[37, 55], [38, 55], [38, 56], [37, 55]]]}
    reading = read(write_file([feature(AZOVO), feature(TARA, {"name": "Лесной"}), feature(TARA, None, far)]))
    assert reading.strangers == ("Лесной", "Тарский район (далеко от своего места)")
    assert [oktmo for oktmo, _ in reading.matched] == [AZOVO.oktmo]


def test_rings_run_as_vega_wants_them_whatever_the_file_does() -> None:
    hole = square(TARA, 0.05)
    for clockwise in (False, True):
        rings = [square(TARA, clockwise=clockwise), hole]
        shape = read(write_file([feature(TARA, None, {"type": "Polygon", "coordinates": rings})])).boundaries.shapes
        ((outer, inner),) = shape[TARA.oktmo]
        assert area(outer) == pytest.approx(-0.04, rel=0.01)
        assert area(inner) == pytest.approx(0.0025, rel=0.05)


def test_parts_of_one_municipality_are_joined_and_said() -> None:
    moved = [[x + 0.5, y] for x, y in square(TARA)]
    parts = [feature(TARA), feature(TARA, None, {"type": "MultiPolygon", "coordinates": [[moved]]})]
    reading = read(write_file(parts))
    assert len(reading.boundaries.shapes[TARA.oktmo]) == 2
    assert "соединены в один муниципалитет: Тарский район" in told(reading, "warning")


def test_a_name_given_twice_to_one_place_is_refused() -> None:
    reading = read(write_file([feature(TARA), feature(TARA)]))
    assert not reading.can_be_saved
    assert "«Тарский район» встречается несколько раз" in told(reading)


def test_a_ring_that_crosses_itself_is_mended_and_said() -> None:
    (a, b, c, d, _), bow = square(TARA), {}
    bow = {"type": "Polygon", "coordinates": [[a, b, d, c, a]]}
    reading = read(write_file([feature(TARA, None, bow)]))
    assert reading.can_be_saved
    assert "пересекали сами себя и исправлены: Тарский район" in told(reading, "warning")
    assert sum(abs(area(polygon[0])) for polygon in reading.boundaries.shapes[TARA.oktmo]) == pytest.approx(
        0.02, rel=0.01
    )


@pytest.mark.parametrize(
    ("geometry", "words"),
    [
        ({"type": "Point", "coordinates": [74, 56]}, "нужен контур (Polygon или MultiPolygon), а в файле Point"),
        ({"type": "LineString", "coordinates": [[74, 56], [75, 56]]}, "а в файле LineString"),
        ({"type": 5}, "а в файле пусто"),
        ("текст", "а в файле пусто"),
        ({"type": "Polygon"}, "не по правилам GeoJSON"),
        ({"type": "Polygon", "coordinates": []}, "не по правилам GeoJSON"),
        ({"type": "Polygon", "coordinates": [[[74, 56], [75, 56], [74, 56]]]}, "меньше четырёх точек"),
        ({"type": "Polygon", "coordinates": [[74, 56, 75, 57]]}, "не два числа"),
        ({"type": "Polygon", "coordinates": [[["74", "56"]] * 4]}, "не два числа"),
        ({"type": "Polygon", "coordinates": [[[None, 56]] * 4]}, "не два числа"),
        ({"type": "Polygon", "coordinates": [[[8250000, 7560000]] * 4]}, "не в градусах"),
        ({"type": "Polygon", "coordinates": [[[74, 56]] * 4]}, "не имеет площади"),
        ({"type": "MultiPolygon", "coordinates": [[[[[74, 56]]]]]}, "не два числа"),
        ({"type": "Polygon", "coordinates": {"a": 1}}, "не по правилам GeoJSON"),
    ],
)
def test_a_geometry_that_is_no_boundary_is_an_error_at_its_name(geometry: Any, words: str) -> None:
    reading = read(write_file([feature(AZOVO), feature(TARA, None, geometry)]))
    assert not reading.can_be_saved
    assert told(reading).startswith("«Тарский район»: ")
    assert words in told(reading)


def test_all_faults_are_said_at_once() -> None:
    point = {"type": "Point", "coordinates": [74, 56]}
    reading = read(write_file(feature(district, None, point) for district in DISTRICTS))
    assert len(reading.notes) == 34
    assert told(reading).count("Point") == 33


NAN = write_file([feature(TARA)]).replace(b"74.", b"NaN, 74.")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "не читается как GeoJSON"),
        (b"PK\x03\x04" + bytes(100), "не читается как GeoJSON"),
        (NAN, "не читается как GeoJSON"),
        ('{"type":"FeatureCollection","features":[]}'.encode("utf-16"), "не читается как GeoJSON"),
        (b"{" * 100_000, "не читается как GeoJSON"),
        (b"[" * 100_000, "не читается как GeoJSON"),
        (b"[" * 500_000, "больше 400\u00a0000 точек"),
        (b"null", "нет набора объектов"),
        (b"[1,2,3]", "нет набора объектов"),
        (b'{"type":"FeatureCollection","features":{}}', "нет набора объектов"),
        (b'{"type":"FeatureCollection","features":[]}', "нет ни одного объекта"),
        (b'{"type":"Topology","objects":{}}', "TopoJSON"),
        (write_file(crs={"properties": {"name": "urn:ogc:def:crs:EPSG::3857"}}), "не в градусах"),
        (b" " * (30 * 1024 * 1024), "Файл слишком велик: 31\u00a0МБ при допустимых 10 МБ"),
    ],
    ids=lambda value: value[:24].decode("latin-1") if isinstance(value, bytes) else value,
)
def test_what_is_no_file_of_boundaries_is_refused_in_words_at_once(content: bytes, words: str) -> None:
    started = time.process_time()
    reading = read(content)
    assert time.process_time() - started < 3
    assert not reading.can_be_saved
    assert words in told(reading)


@pytest.mark.parametrize(
    "members",
    [{"crs": {"properties": {"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}}}, {"crs": [1]}, {"crs": {"properties": 5}}],
)
def test_odd_members_do_no_harm(members: dict[str, Any]) -> None:
    assert read(write_file(**members, metadata=[1], properties="x", attribution=7)).can_be_saved


def test_features_that_are_no_features_are_left_out() -> None:
    reading = read(write_file([None, 5, [], {}, {"properties": 3}, {"properties": {"name": ["x"]}}, feature(TARA)]))
    assert reading.can_be_saved
    assert reading.strangers == tuple(f"объект {number} без названия" for number in range(1, 7))


def test_longitude_and_latitude_changed_places_is_said() -> None:
    swapped = [
        feature(district, None, {"type": "Polygon", "coordinates": [[[y, x] for x, y in square(district)]]})
        for district in DISTRICTS
    ]
    assert "Широта и долгота в файле переставлены" in told(read(write_file(swapped)))


def test_another_region_is_named() -> None:
    reading = read(write_file([feature(TARA, {"name": "Лесной район"}), feature(TARA, {"name": "Горный <b>"})]))
    assert "Лесной район, Горный <b>" in told(reading)
    assert not reading.can_be_saved


def test_many_points_are_made_fewer_and_common_borders_stay_common() -> None:
    def wavy(x: float, y: float, length: float) -> list[list[float]]:
        return [[x + length * step / 9000, y + 0.0004 * (step % 2)] for step in range(9001)]

    west, south = TARA.longitude, TARA.latitude
    border = wavy(west, south, 0.4)
    upper = [*border, [west + 0.4, south + 0.4], [west, south + 0.4], border[0]]
    lower = [*border, [west + 0.4, south - 0.4], [west, south - 0.4], border[0]]
    neighbour = min(
        (item for item in DISTRICTS if item is not TARA),
        key=lambda item: math.dist((item.longitude, item.latitude), (west, south)),
    )
    reading = read(
        write_file(
            [
                feature(TARA, None, {"type": "Polygon", "coordinates": [upper]}),
                feature(neighbour, None, {"type": "Polygon", "coordinates": [lower]}),
            ]
        )
    )
    shapes = reading.boundaries.shapes
    points = {oktmo: set(map(tuple, shape[0][0])) for oktmo, shape in shapes.items()}
    assert sum(len(part) for part in points.values()) <= read_boundary_rules().kept_positions
    assert "оставлено" in told(reading, "warning")
    shared = points[TARA.oktmo] & points[neighbour.oktmo]
    assert {point for point in points[TARA.oktmo] if point[1] < south + 0.1} == shared


def test_an_endless_name_is_cut() -> None:
    reading = read(write_file([feature(TARA), feature(TARA, {"name": "я" * 10**6})]))
    assert reading.strangers == ("я" * 60,)
