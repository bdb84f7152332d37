"""Puts the sample shop together: the same rows for the same seed, size and time."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from storedesk.connectors.sample_shop import places as p
from storedesk.connectors.sample_shop.accounts import agreements, companies, company_ids, contacts
from storedesk.connectors.sample_shop.catalogue import Article
from storedesk.connectors.sample_shop.channels import channel_rows
from storedesk.connectors.sample_shop.manifest import INTERESTING, Manifest, ReadyCode
from storedesk.connectors.sample_shop.more_pickups import ready_pickups, store_pickups
from storedesk.connectors.sample_shop.online_retail_part import online_retail_part
from storedesk.connectors.sample_shop.orders import home_orders
from storedesk.connectors.sample_shop.outdoor_range import outdoor_articles
from storedesk.connectors.sample_shop.people import People
from storedesk.connectors.sample_shop.pickup_plan import PLANS, Plan
from storedesk.connectors.sample_shop.pickups import Pickup, Store, build_pickup
from storedesk.connectors.sample_shop.quotes import with_quotes
from storedesk.connectors.sample_shop.shop_clock import shop_time
from storedesk.connectors.sample_shop.staff import PINS, staff
from storedesk.connectors.sample_shop.stock import stock_rows
from storedesk.connectors.sample_shop.transfers import lending_settings, till_feeds, transfer_rows
from storedesk.domain.opening_hours import OpeningHours
from storedesk.domain.records import Place, Staff
from storedesk.domain.tables import TABLE_BY_ROW, TABLES
from storedesk.domain.tax import TaxRate

_YEAR_MS = 365 * 86_400_000
_MORE_READY = range(48_041, 48_056)


@dataclass(frozen=True)
class SampleShop:
    """``rows`` maps each table, in load order, to its rows; an iterable can be gone through more than once."""

    rows: Mapping[str, Iterable[Any]]
    manifest: Manifest

    def all_rows(self) -> Iterator[Any]:
        for rows in self.rows.values():
            yield from rows


def demo_hours() -> OpeningHours:
    """The opening hours of the demo's store."""
    return p.hours_of_kind("store", "SE")


def build_small(seed: int, now_ms: int) -> SampleShop:
    """The shop that demo, tests and tour use, living at a time when its first store is open."""
    now = shop_time(now_ms, demo_hours())
    part = online_retail_part(now)
    articles = list(outdoor_articles())
    all_places = list(p.places())
    rates = [TaxRate(*row) for row in p.tax_rates()]
    pickups = dict(_pickups(seed, now, all_places, articles, rates))
    reserved, arriving = _reserved(pickups), _arriving(pickups)
    people = People(seed + 1)
    rows: list[Any] = [*all_places, *p.CHANNELS, *p.bins(), *p.tax_rates(), *_staff(seed, now)]
    every = articles + part.articles
    rows += part.rows
    rows += _catalogue(every)
    stock = list(stock_rows(seed, every, reserved, arriving, part.moved, now))
    rows += [*stock, *channel_rows(seed, articles, stock, now)]
    rows += [*transfer_rows(articles, now), *till_feeds(now), *lending_settings()]
    rows += [*companies(now), *contacts(), *agreements(every)]
    rows += home_orders(seed, people, articles, rates, demo_hours(), now, 70)
    for pickup in pickups.values():
        rows += pickup.rows
    return SampleShop(_by_table(with_quotes(rows, articles, now)), _manifest(seed, now, pickups))


def _staff(seed: int, now: int) -> Iterator[Staff]:
    return staff(seed, now - _YEAR_MS, lambda place_id: place_key(seed, place_id))


def place_key(seed: int, place_id: int) -> bytes:
    """The key of a place's pickup codes and badges: for samples only, since it follows from the seed."""
    return hashlib.sha256(f"sample place key:{seed}:{place_id}".encode()).digest()


def signing_key(seed: int) -> str:
    """The secret key of a sample's hub in hex."""
    return hashlib.sha256(f"sample signing key:{seed}".encode()).hexdigest()


_Key = tuple[int, str]


def _pickups(
    seed: int, now: int, all_places: list[Place], articles: list[Article], rates: list[TaxRate]
) -> Iterator[tuple[_Key, Pickup]]:
    people, by_sku = People(seed), {article.variant.sku: article for article in articles}
    skus = [sku for sku, article in by_sku.items() if article.variant.unit != "m"]
    buyers = company_ids()
    for place in all_places:
        if place.id not in p.STORES:
            continue
        hours = OpeningHours.from_text(place.zone, place.weekly, place.exceptions)
        store = Store(place, hours, now, place_key(seed, place.id), by_sku, rates, people, buyers)
        for plan in _plans(seed, people, skus, place.id):
            yield (place.id, plan.number), build_pickup(store, plan)


def _plans(seed: int, people: People, skus: list[str], place_id: int) -> Iterator[Plan]:
    if place_id != p.GOTEBORG:
        yield from store_pickups(seed, people, skus, place_id, 8)
        return
    yield from PLANS
    yield from ready_pickups(seed, people, skus, _MORE_READY)


def _reserved(pickups: Mapping[_Key, Pickup]) -> dict[tuple[int, int], int]:
    totals: dict[tuple[int, int], int] = {}
    for (place_id, _), pickup in pickups.items():
        for variant, quantity in pickup.reserved.items():
            totals[place_id, variant] = totals.get((place_id, variant), 0) + quantity
    return totals


def _arriving(pickups: Mapping[_Key, Pickup]) -> dict[tuple[int, int], int]:
    inbound = {key: pickup for key, pickup in pickups.items() if pickup.state == "inbound"}
    return _reserved(inbound)


def _catalogue(articles: list[Article]) -> Iterator[Any]:
    seen: set[int] = set()
    for article in articles:
        if article.product.id not in seen:
            seen.add(article.product.id)
            yield article.product
        yield article.variant
        yield from article.barcodes
        yield from article.prices


def _by_table(rows: list[Any]) -> dict[str, list[Any]]:
    tables: dict[str, list[Any]] = {table.name: [] for table in TABLES}
    for row in rows:
        tables[TABLE_BY_ROW[type(row)].name].append(row)
    return {name: found for name, found in tables.items() if found}


def _manifest(seed: int, now: int, pickups: Mapping[_Key, Pickup]) -> Manifest:
    codes = tuple(
        ReadyCode(number, place_id, pickup.fulfilment_id, pickup.state, pickup.code)
        for (place_id, number), pickup in pickups.items()
    )
    keys = {place_id: place_key(seed, place_id).hex() for place_id in sorted({pin.place_id for pin in PINS})}
    return Manifest(seed, "small", now, p.GOTEBORG, keys, codes, PINS, dict(INTERESTING), signing_key(seed))
