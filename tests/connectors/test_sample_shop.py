"""The sample shop: the same for the same seed, alive, and consistent in every figure."""

import re
from collections import Counter
from datetime import UTC, date, datetime
from typing import Any

import pytest
from argon2 import PasswordHasher
from hypothesis import given
from hypothesis import strategies as st

from storedesk.connectors.sample_shop import LargeSize, SampleShop, build_large, build_sample_shop, shop_time
from storedesk.connectors.sample_shop.build import demo_hours
from storedesk.connectors.sample_shop.holidays import easter, exceptions_of
from storedesk.domain import payment, pickup_state
from storedesk.domain.badge import badge_hash
from storedesk.domain.barcode import is_gtin
from storedesk.domain.codes import BadgeCode, parse_qr
from storedesk.domain.opening_hours import OpeningHours
from storedesk.domain.pickup_code import pickup_code_matches
from storedesk.domain.tables import SELLABLE, TABLE_BY_NAME

NOON = int(datetime(2026, 11, 23, 11, 0, tzinfo=UTC).timestamp()) * 1000
MIDNIGHT = int(datetime(2026, 11, 23, 23, 30, tzinfo=UTC).timestamp()) * 1000


@pytest.fixture(scope="module")
def shop() -> SampleShop:
    return build_sample_shop(1, NOON)


@pytest.fixture(scope="module")
def large() -> SampleShop:
    return build_large(1, NOON, LargeSize(articles=4_000, orders=7_000))


def table(shop: SampleShop, name: str) -> list[Any]:
    return list(shop.rows[name])


def test_the_same_seed_and_time_give_the_same_shop(shop: SampleShop) -> None:
    again = build_sample_shop(1, NOON)
    assert again.manifest == shop.manifest
    assert list(again.all_rows()) == list(shop.all_rows())


def test_another_seed_gives_other_stock_and_codes(shop: SampleShop) -> None:
    other = build_sample_shop(2, NOON)
    assert table(other, "stock_level") != table(shop, "stock_level")
    assert other.manifest.place_keys != shop.manifest.place_keys


@pytest.mark.parametrize("name", ["shop", "large"])
def test_keys_are_unique_and_ids_lead_somewhere(name: str, request: pytest.FixtureRequest) -> None:
    made: SampleShop = request.getfixturevalue(name)
    for table_name, rows in made.rows.items():
        counts = Counter(TABLE_BY_NAME[table_name].key_of(row) for row in rows)
        assert [key for key, count in counts.items() if count > 1] == [], table_name
    variants = {row.id for row in made.rows["variant"]}
    products = {row.id for row in made.rows["product"]}
    orders = {row.id for row in made.rows["orders"]}
    fulfilments = {row.id for row in made.rows["fulfilment"]}
    assert {row.product_id for row in made.rows["variant"]} <= products
    assert {row.variant_id for row in made.rows["stock_level"]} <= variants
    assert {row.variant_id for row in made.rows["order_line"]} - {None} <= variants
    assert {row.order_id for row in (*made.rows["fulfilment"], *made.rows["person"])} <= orders
    assert {row.fulfilment_id for row in (*made.rows["fulfilment_line"], *made.rows["parcel"])} <= fulfilments
    assert {row.channel_id for row in made.rows["orders"]} <= {row.id for row in made.rows["channel"]}
    assert {row.company_id for row in made.rows["orders"]} - {None} <= {
        row.id for row in made.rows["company"]
    }


def test_every_level_is_the_sum_of_its_movements(shop: SampleShop) -> None:
    sums: Counter[tuple[int, int, int]] = Counter()
    for movement in shop.rows["movement"]:
        sums[movement.location_id, movement.variant_id, movement.bucket] += movement.quantity
    levels = {TABLE_BY_NAME["stock_level"].key_of(row): row.quantity for row in shop.rows["stock_level"]}
    assert {key: quantity for key, quantity in levels.items() if quantity} == {
        key: quantity for key, quantity in sums.items() if quantity}  # fmt: skip
    assert min(levels.values()) >= 0


@pytest.mark.parametrize("name", ["shop", "large"])
def test_reserved_is_what_open_pickups_still_need(name: str, request: pytest.FixtureRequest) -> None:
    made: SampleShop = request.getfixturevalue(name)
    open_at = {row.id: row.place_id for row in made.rows["fulfilment"] if row.state in pickup_state.OPEN}
    needed: Counter[tuple[int, int]] = Counter()
    for line in made.rows["fulfilment_line"]:
        if line.fulfilment_id in open_at:
            left = line.ordered - line.cancelled - line.short - line.collected - line.refunded
            needed[open_at[line.fulfilment_id], line.variant_id] += left
    levels = [row for row in made.rows["stock_level"] if row.bucket == SELLABLE]
    reserved = {(row.location_id, row.variant_id): row.reserved for row in levels if row.reserved}
    assert reserved == {key: quantity for key, quantity in needed.items() if quantity}
    assert all(row.quantity >= row.reserved for row in levels)


def test_pickups_are_in_every_state_and_paid_in_every_way(shop: SampleShop) -> None:
    here = [row for row in shop.rows["fulfilment"] if row.place_id == shop.manifest.demo_place_id]
    assert {row.state for row in here} == set(pickup_state.STATES)
    orders = {row.id: row for row in shop.rows["orders"]}
    assert {orders[row.order_id].payment_state for row in here} == set(payment.TRANSITIONS)
    assert sum(row.state in pickup_state.HANDOVER for row in here) >= 38


def test_lines_and_parcels_agree_with_the_state(shop: SampleShop) -> None:
    staged: Counter[tuple[str, int]] = Counter()
    parcels = {row.id: row for row in shop.rows["parcel"]}
    for part in shop.rows["parcel_line"]:
        staged[parcels[part.parcel_id].fulfilment_id, part.line] += part.quantity
    states = {row.id: row.state for row in shop.rows["fulfilment"]}
    for line in shop.rows["fulfilment_line"]:
        assert line.cancelled + line.picked + line.short <= line.ordered
        assert line.collected <= line.staged <= line.picked
        if states[line.fulfilment_id] in pickup_state.ON_SHELF:
            assert staged[line.fulfilment_id, line.line] == line.staged == line.ordered


def test_a_customer_s_code_opens_the_pickup_and_no_other(shop: SampleShop) -> None:
    rows = {row.id: row for row in shop.rows["fulfilment"]}
    for known in shop.manifest.codes:
        key = bytes.fromhex(shop.manifest.place_keys[known.place_id])
        assert pickup_code_matches(key, known.fulfilment_id, known.code, rows[known.fulfilment_id].code_hash)
    assert shop.manifest.code_of("48207").code == "K7P429"
    assert len({known.code for known in shop.manifest.codes}) == len(shop.manifest.codes)


def test_the_real_part_is_large_enough_and_has_its_wholesalers(shop: SampleShop) -> None:
    real = {row.variant_id for row in shop.rows["price"] if row.list_code == "online_retail"}
    assert len(real) >= 1_500
    assert sum(row.channel_id == 6 and row.state != "returned" for row in shop.rows["orders"]) >= 2_000
    assert sum(row.name.startswith("Wholesale customer") for row in shop.rows["company"]) >= 50


def test_the_outdoor_range_is_that_of_the_pictures(shop: SampleShop) -> None:
    variants = {row.sku: row for row in shop.rows["variant"]}
    styles = {row.id: row for row in shop.rows["product"] if row.brand}
    codes = {row.variant_id: row.code for row in shop.rows["barcode"]}
    alva = variants["ALV-2201-SKO-M"]
    assert len(styles) >= 60
    assert (styles[alva.product_id].name, alva.name, codes[alva.id]) == (
        "Skaljacka Alva", "Forest green · M", "2000148220139")  # fmt: skip
    assert variants["ULL-0310-GRA-37"].name == "Granite · 37–39"
    assert {"RSK-1107-SVA-39", "STN-0100-STE", "LJG-0815-GRA-L"} <= set(variants)
    assert "ALV-2201-TEG-XXL" not in variants


@pytest.mark.parametrize("name", ["shop", "large"])
def test_every_bar_code_is_an_in_store_ean(name: str, request: pytest.FixtureRequest) -> None:
    made: SampleShop = request.getfixturevalue(name)
    assert all(row.code.startswith("20") and is_gtin(row.code) for row in made.rows["barcode"])


def test_people_can_be_reached_only_in_fiction(shop: SampleShop) -> None:
    for person in shop.rows["person"]:
        assert re.fullmatch(r"|070-174 06 (0[5-9]|[1-9]\d)|031-390 06 \d\d", person.phone)
        assert person.email == "" or person.email.endswith("@example.se")


def test_two_people_share_a_name_and_one_has_several_pickups(shop: SampleShop) -> None:
    ready = {row.order_id for row in shop.rows["fulfilment"] if row.state == "ready" and row.place_id == 1}
    buyers = [row for row in shop.rows["person"] if row.order_id in ready and row.role == "buyer"]
    assert len({row.customer_id for row in buyers if row.name == "Anna Lindqvist"}) == 2
    assert Counter(row.customer_id for row in buyers if row.name == "Lina Ek").most_common(1)[0][1] >= 3


def test_the_published_pins_open_the_staff_rows(shop: SampleShop) -> None:
    hashes = {(row.place_id, row.staff_id): row.pin_hash for row in shop.rows["staff"]}
    for pin in shop.manifest.pins:
        assert PasswordHasher().verify(hashes[pin.place_id, pin.staff_id], pin.pin)


def test_every_text_of_hours_can_be_read(shop: SampleShop) -> None:
    for place in shop.rows["place"]:
        assert OpeningHours.from_text(place.zone, place.weekly, place.exceptions).next_opening(NOON)


def test_the_shop_lives_by_the_clock_while_it_is_open() -> None:
    assert build_sample_shop(1, NOON).manifest.now == NOON
    hours = demo_hours()
    living = shop_time(MIDNIGHT, hours)
    assert (hours.local_day(living), hours.local_clock(living)) == ("2026-11-24", "14:05")


@given(st.integers(min_value=1_767_225_600_000, max_value=1_861_833_600_000))
def test_whenever_it_is_started_the_store_is_open_for_two_hours_more(now: int) -> None:
    hours = demo_hours()
    living = shop_time(now, hours)
    assert hours.opening_minutes_between(living, living + 120 * 60_000) == 120
    assert hours.opening_minutes_between(living - 90 * 60_000, living) == 90


@pytest.mark.parametrize("now", [MIDNIGHT, int(datetime(2026, 12, 25, 9, 0, tzinfo=UTC).timestamp()) * 1000])
def test_it_is_as_lively_at_night_and_on_a_holiday(now: int) -> None:
    made = build_sample_shop(1, now)
    fulfilments = {row.order_number: row for row in made.rows["fulfilment"]}
    assert made.manifest.now - fulfilments["48196"].promised_at == 12 * 60_000
    assert fulfilments["48207"].promised_at - made.manifest.now == 15 * 60_000


@pytest.mark.parametrize(("year", "day"), [(2024, (3, 31)), (2026, (4, 5)), (2027, (3, 28)), (2028, (4, 16))])
def test_easter_is_when_it_is(year: int, day: tuple[int, int]) -> None:
    assert easter(year) == date(year, *day)


def test_holidays_are_those_of_the_country() -> None:
    assert exceptions_of("SE")["2026-06-19"] == ()
    assert exceptions_of("NO")["2027-05-17"] == ()
    assert exceptions_of("FI")["2028-12-06"] == ()
    assert "2027-05-17" not in exceptions_of("SE")


def test_the_large_shop_has_its_size_and_is_made_again_each_time(large: SampleShop) -> None:
    assert len(table(large, "variant")) == 4_000
    assert len(table(large, "orders")) == 7_000
    assert table(large, "stock_level") == table(large, "stock_level")
    assert sum(row.holder == "1" for row in large.rows["person"]) >= 2_000


def test_quotes_are_in_every_state_and_add_up(shop: SampleShop) -> None:
    quotes = table(shop, "quote")
    assert {row.state for row in quotes} == {"draft", "issued", "withdrawn", "declined", "ordered"}
    assert {"not_needed", "asked"} <= {row.approval for row in quotes}
    assert {row.treatment for row in quotes} == {"standard", "exempt", "eu_supply", "export"}
    assert {row.currency for row in quotes} == {"SEK", "NOK", "DKK", "EUR"}
    frozen = {(row.quote_id, row.version): row for row in table(shop, "quote_revision")}
    for row in quotes:
        lines = [
            line
            for line in table(shop, "quote_line")
            if (line.quote_id, line.version) == (row.id, row.version)
        ]
        assert sum(line.amount for line in lines) == row.net and row.net + row.tax == row.total
        if row.state != "draft":
            assert frozen[row.id, row.version].content_hash == row.content_hash
    companies = {row.id for row in table(shop, "company")}
    assert {row.company_id for row in (*quotes, *table(shop, "company_contact"))} <= companies
    lists = {row.code for row in table(shop, "price_list")}
    assert {row.price_list for row in table(shop, "company")} - {""} <= lists


def test_the_published_badges_open_the_staff_rows(shop: SampleShop) -> None:
    people = {(person.place_id, person.staff_id): person for person in shop.rows["staff"]}
    for pin in shop.manifest.pins:
        badge = parse_qr(pin.badge)
        key = bytes.fromhex(shop.manifest.place_keys[pin.place_id])
        assert isinstance(badge, BadgeCode)
        assert people[pin.place_id, pin.staff_id].badge_hash == badge_hash(key, badge.token)
    assert len({pin.badge for pin in shop.manifest.pins}) == len(people)


def test_its_channels_are_alive_and_add_up(shop: SampleShop) -> None:
    found = Counter(row.channel_id for row in table(shop, "difference"))
    states = {row.channel_id: row for row in table(shop, "channel_state")}
    assert sum(found.values()) == 47
    assert {channel: state.differing for channel, state in states.items()} == {
        channel: found[channel] for channel in states
    }
    for row in table(shop, "difference"):
        assert row.ours != row.theirs
        assert row.cost >= 0 and row.since < NOON
    days = table(shop, "difference_day")
    assert len({row.day for row in days}) == 90
    today = Counter[int]()
    for row in days:
        if row.cause and row.day == "2026-11-23":
            today[row.channel_id] += row.found
    assert today == found
    assert {row.kind for row in table(shop, "product_fault")} >= {"no_price", "no_barcode"}
