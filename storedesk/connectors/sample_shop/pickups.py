"""Turns a planned pickup into the rows of an order, its fulfilment, parcels, names and tasks."""

import hashlib
import json
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from storedesk.connectors.sample_shop.catalogue import Article
from storedesk.connectors.sample_shop.order_rows import DAY_MS, Goods, OrderFacts, order_id_of, order_rows
from storedesk.connectors.sample_shop.people import Customer, People, address_row, person_row
from storedesk.connectors.sample_shop.pickup_plan import DAY_AFTER, TOMORROW, Plan
from storedesk.domain.ids import derived_id
from storedesk.domain.opening_hours import OpeningHours
from storedesk.domain.pickup_code import new_pickup_code, pickup_code_hash
from storedesk.domain.pickup_state import OPEN
from storedesk.domain.records import Fulfilment, FulfilmentLine, Handover, Parcel, ParcelLine, Place, Task
from storedesk.domain.tax import TaxRate

_MINUTE = 60_000
_ARRIVES_BEFORE_MS = 45 * _MINUTE
"""Goods on their way are expected so long before the pickup is promised."""
_FULLY_PICKED = ("staged", "ready", "not_collected", "partly_collected", "collected", "returned_to_stock")
_MOVED_AWAY = ("rerouted", "ship_home", "other_store", "cancelled")
_READY_OR_LATER = ("ready", "not_collected", "partly_collected", "collected", "returned_to_stock")
_OVER = frozenset({"collected", "returned_to_stock", *_MOVED_AWAY})


class Store(NamedTuple):
    """What building a store's pickups needs; ``now`` in UTC milliseconds, ``key`` hashes its codes."""

    place: Place
    hours: OpeningHours
    now: int
    key: bytes
    articles: Mapping[str, Article]
    rates: list[TaxRate]
    people: People
    company_ids: Mapping[str, int]


class Pickup(NamedTuple):
    """The rows, the code the customer holds, and how much of each variant stays reserved here."""

    rows: list[Any]
    fulfilment_id: str
    state: str
    code: str
    reserved: dict[int, int]


class _Times(NamedTuple):
    placed: int
    promised: int
    ready: int | None
    ended: int | None
    changed: int
    last_day: str


def build_pickup(store: Store, plan: Plan) -> Pickup:
    """All rows of one planned pickup; raises KeyError if the plan names an unknown article."""
    goods, times = _goods(store, plan), _times(store, plan)
    buyer = store.people.named(plan.buyer, plan.phone, plan.person_number)
    facts = OrderFacts(
        plan.number,
        plan.channel,
        times.placed,
        store.place.country,
        store.place.currency,
        _order_state(plan),
        plan.payment,
        buyer,
        store.place.id,
        store.company_ids.get(plan.company),
        plan.gift,
        store.now + (2 if plan.state == "ready" else 5) * DAY_MS,
    )
    rows = order_rows(facts, goods, store.rates, store.hours.local_day(store.now))
    order_id = order_id_of(plan.number)
    fulfilment_id = derived_id("sample fulfilment", plan.number)
    lines = _lines(plan, goods, fulfilment_id)
    code = plan.code or _code(store.key, fulfilment_id)
    rows += [_fulfilment(store, plan, times, fulfilment_id, code), *lines]
    rows += _parcels(plan, goods, fulfilment_id)
    rows += _others(store, plan, buyer, order_id)
    rows += _facts_after(store, plan, times, fulfilment_id, order_id, rows)
    return Pickup(rows, fulfilment_id, plan.state, code, _reserved(plan, goods, lines))


def _goods(store: Store, plan: Plan) -> list[Goods]:
    goods = []
    for part in plan.goods.split():
        sku, _, count = part.partition("*")
        goods.append(Goods(store.articles[sku], int(count or 1)))
    return goods


def _order_state(plan: Plan) -> str:
    if plan.state == "cancelled":
        return "cancelled"
    return "completed" if plan.state in ("collected", "returned_to_stock") else "open"


def _times(store: Store, plan: Plan) -> _Times:
    hours, now = store.hours, store.now
    if plan.aged:
        moment = now - plan.aged * DAY_MS
        promised = moment + 30 * _MINUTE
    elif plan.due in (TOMORROW, DAY_AFTER):
        moment = now - 60 * _MINUTE
        promised = hours.next_opening(now) or now
        promised = promised if plan.due == TOMORROW else hours.next_opening(promised) or promised
    else:
        moment = now + min(plan.due, -1) * _MINUTE
        promised = now + plan.due * _MINUTE if plan.due <= 0 else hours.add_opening_minutes(now, plan.due)
    ready = moment if plan.state in _READY_OR_LATER else None
    ended = min(now - 5 * _MINUTE, moment + 40 * _MINUTE) if plan.state in _OVER else None
    keep = 14 if plan.company else {"47963": 5}.get(plan.number, 7)
    last_day = hours.add_days(hours.local_day(ready or promised), keep)
    return _Times(
        min(moment, now) - 150 * _MINUTE, promised, ready, ended, ended or min(moment, now), last_day
    )


def _fulfilment(store: Store, plan: Plan, times: _Times, fulfilment_id: str, code: str) -> Fulfilment:
    claimed = plan.claimed_by is not None
    return Fulfilment(
        fulfilment_id,
        order_id_of(plan.number),
        plan.number,
        store.place.id,
        "pickup",
        plan.state,
        times.promised,
        times.last_day,
        plan.claimed_by,
        f"{store.place.code}-1" if claimed else "",
        store.now - 13 * _MINUTE if claimed else None,
        times.ready,
        times.ended,
        pickup_code_hash(store.key, fulfilment_id, code),
        0,
        plan.note,
        times.changed,
        max(store.now, times.promised - _ARRIVES_BEFORE_MS) if plan.state == "inbound" else None,
    )


def _lines(plan: Plan, goods: list[Goods], fulfilment_id: str) -> list[FulfilmentLine]:
    picked_so_far = [int(part) for part in plan.picked.split()]
    gone = _in_first_parcel(plan, len(goods)) if plan.state == "partly_collected" else set()
    lines = []
    for number, (article, quantity) in enumerate(goods, 1):
        picked = quantity if plan.state in (*_FULLY_PICKED, "arrived") else 0
        staged, short = 0 if plan.state == "arrived" else picked, 0
        if plan.state == "picking":
            picked, staged = picked_so_far[number - 1], 0
        if plan.state in ("customer_decision", "rejected"):
            short = quantity
        collected = quantity if plan.state == "collected" or number in gone else 0
        lines.append(
            FulfilmentLine(
                fulfilment_id,
                number,
                article.variant.id,
                quantity,
                quantity if plan.state in _MOVED_AWAY else 0,
                picked,
                short,
                "not_found" if short else "",
                staged,
                collected,
                quantity if plan.state == "returned_to_stock" else 0,
            )
        )
    return lines


def _in_first_parcel(plan: Plan, lines: int) -> set[int]:
    count = len(plan.bins.split())
    return {number for number in range(1, lines + 1) if (number - 1) % count == 0}


def _parcels(plan: Plan, goods: list[Goods], fulfilment_id: str) -> list[Any]:
    """Lines go round the bins in turn; of a partly collected pickup the first parcel has left."""
    rows: list[Any] = []
    bins = plan.bins.split()
    for number, bin_code in enumerate(bins, 1):
        parcel_id = derived_id("sample parcel", fulfilment_id, str(number))
        gone = plan.state == "collected" or (plan.state == "partly_collected" and number == 1)
        rows.append(Parcel(parcel_id, fulfilment_id, number, bin_code, "collected" if gone else "staged"))
        rows += [
            ParcelLine(parcel_id, line, part.quantity)
            for line, part in enumerate(goods, 1)
            if (line - 1) % len(bins) == number - 1
        ]
    return rows


def _others(store: Store, plan: Plan, buyer: Customer, order_id: str) -> list[Any]:
    rows: list[Any] = [address_row(buyer, store.place, order_id, plan.person_number)]
    for role, name in (("recipient", plan.recipient), ("collector", plan.collector)):
        if name:
            other = Customer("", name, buyer.phone, buyer.email)
            rows.append(person_row(other, store.place.id, order_id, role))
    return rows


def _facts_after(
    store: Store, plan: Plan, times: _Times, fulfilment_id: str, order_id: str, rows: list[Any]
) -> list[Any]:
    """The handover of what has left, or the question to the customer."""
    if plan.state in ("collected", "partly_collected"):
        gone = sorted(row.id for row in rows if isinstance(row, Parcel) and row.state == "collected")
        return [
            Handover(
                derived_id("sample handover", plan.number),
                fulfilment_id,
                order_id,
                store.place.id,
                times.ended or store.now - 20 * _MINUTE,
                f"{store.place.code}-1",
                101,
                "code",
                "",
                "",
                "",
                "",
                json.dumps(gone),
                "plain",
            )
        ]
    if plan.state in ("customer_decision", "rejected"):
        return [
            Task(
                derived_id("sample task", plan.number),
                store.place.id,
                "customer_decision",
                order_id,
                fulfilment_id,
                "",
                times.changed,
                "open",
                json.dumps({"order": plan.number}),
                "",
                None,
                None,
            )
        ]
    return []


def _reserved(plan: Plan, goods: list[Goods], lines: list[FulfilmentLine]) -> dict[int, int]:
    reserved: dict[int, int] = {}
    for (article, _), line in zip(goods, lines, strict=True):
        left = line.ordered - line.cancelled - line.short - line.collected - line.refunded
        if plan.state in OPEN and left:
            reserved[article.variant.id] = reserved.get(article.variant.id, 0) + left
    return reserved


def _code(key: bytes, fulfilment_id: str) -> str:
    return new_pickup_code(_octets(key, fulfilment_id))


def _octets(key: bytes, name: str) -> Callable[[int], bytes]:
    """A stream of octets that follows from the store's key, so that a sample's codes stay the same."""
    place = 0

    def next_octets(count: int) -> bytes:
        nonlocal place
        place += 1
        return hashlib.shake_256(key + f"{name}:{place}".encode()).digest(count)

    return next_octets
