"""Derives what the stock screen shows: figures for counter and online apart, with the steps that explain them."""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from storedesk.desk.moments import Look, Moment
from storedesk.domain.distance import kilometres
from storedesk.domain.opening_hours import BadOpeningHours, OpeningHours, UnknownZone
from storedesk.domain.quantity import PIECE, UNITS
from storedesk.domain.records import Hold, Place, ProtectedStock, StockLevel, Variant
from storedesk.domain.stock import Availability, available_at_counter, available_for_channel
from storedesk.domain.stock_claims import hold_counts, share_left, taken
from storedesk.domain.tables import DAMAGED, DISPLAY, SELLABLE
from storedesk.domain.till_silence import rule_from, silent_minutes
from storedesk.storage.read_records import MatrixRecord, PlaceStock, VariantStock

LOW = 2


class CellKind(StrEnum):
    MANY = "many"
    LOW = "low"
    ELSEWHERE = "elsewhere"
    NONE = "none"
    NOT_MADE = "not_made"


@dataclass(frozen=True, slots=True)
class Cell:
    """One variant of the matrix: what the counter here can have, and what the other places can send."""

    variant_id: int
    colour: str
    size: str
    here: int
    elsewhere: int
    kind: CellKind
    unit: str = "piece"


@dataclass(frozen=True, slots=True)
class MatrixView:
    """Colours down, sizes across; a cell without a variant was never made."""

    name: str
    style: str
    category: str
    colours: tuple[str, ...]
    sizes: tuple[str, ...]
    cells: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class PlaceFigure:
    """``closes`` is today's closing there, empty when it is closed now; ``last_sale`` when the place's tills
    were last heard of, so many opening minutes ago: what they sold since is not in its figures. ``silent`` are
    tills that should have been heard of."""

    place_id: int
    name: str
    kind: str
    shelf: str
    counter: int
    online: int
    on_hand: int
    damaged: int
    display: int
    incoming: int
    incoming_at: Moment | None
    changed: Moment
    closes: str
    is_here: bool
    distance_km: int | None = None
    last_sale: Moment | None = None
    sale_minutes: int = 0
    silent: bool = False


@dataclass(frozen=True, slots=True)
class ChannelFigure:
    """What a channel may sell of the network, with its buffer taken off once."""

    name: str
    kind: str
    quantity: int
    network: int
    buffer: int


@dataclass(frozen=True, slots=True)
class StockView:
    """Prices in 1/10,000 of ``currency``. ``age_ms`` is how long ago this desk last heard, None if never;
    ``held_until`` the end of the first hold here that ends, ``share`` what this desk can hold for certain."""

    variant_id: int
    name: str
    style: str
    category: str
    colour: str
    size: str
    sku: str
    codes: tuple[str, ...]
    unit: str
    price: int | None
    currency: str
    here: PlaceFigure | None
    counter: Availability
    online: Availability
    places: tuple[PlaceFigure, ...]
    channels: tuple[ChannelFigure, ...]
    reserved_orders: tuple[str, ...]
    as_of: Moment | None
    age_ms: int | None
    matrix: MatrixView | None
    held_until: Moment | None = None
    share: int = 0


def derive_stock(
    stock: VariantStock, matrix: MatrixRecord | None, place_id: int, look: Look, heard_at: int | None
) -> StockView:
    """``heard_at`` is when this desk last heard from the central system (UTC ms)."""
    own = next((place for place in stock.places if place.place.id == place_id), None)
    here = None if own is None else own.place
    figures = sorted((_place(place, here, place_id, look) for place in stock.places), key=_nearness)
    network = sum(figure.online for figure in figures)
    variant, product = stock.variant, stock.product
    return StockView(
        variant_id=variant.id,
        name=product.name,
        style=product.style,
        category=product.category,
        colour=variant.colour,
        size=variant.size,
        sku=variant.sku,
        codes=stock.codes,
        unit=variant.unit,
        price=stock.price,
        currency=stock.currency,
        here=next((figure for figure in figures if figure.is_here), None),
        counter=_counter(own, look) if own else Availability(0, ()),
        online=_online(own, look) if own else Availability(0, ()),
        places=tuple(figures),
        channels=tuple(
            ChannelFigure(c.name, c.kind, max(0, network - c.buffer), network, c.buffer)
            for c in stock.channels
        ),
        reserved_orders=stock.reserved_orders,
        as_of=None if heard_at is None else look.moment(heard_at),
        age_ms=None if heard_at is None else max(0, look.now - heard_at),
        matrix=derive_matrix(matrix, place_id, look) if matrix else None,
        held_until=_first_end(own, look) if own else None,
        share=_share(own, look) if own else 0,
    )


def _nearness(figure: PlaceFigure) -> tuple[bool, bool, int, str]:
    """This place first, then by distance, those of unknown distance last."""
    far = figure.distance_km
    return (not figure.is_here, far is None, far or 0, figure.name)


def _share(place: PlaceStock, look: Look) -> int:
    return sum(share_left(row, place.holds, look.now) for row in place.lent if row.desk == look.desk)


def derive_matrix(record: MatrixRecord, place_id: int, look: Look) -> MatrixView:
    colours = tuple(dict.fromkeys(variant.colour for variant in record.variants))
    sizes = tuple(dict.fromkeys(variant.size for variant in record.variants))
    by_look = {(variant.colour, variant.size): variant for variant in record.variants}
    rows = tuple(
        tuple(_cell(by_look.get((colour, size)), colour, size, record, place_id, look) for size in sizes)
        for colour in colours
    )
    product = record.product
    return MatrixView(product.name, product.style, product.category, colours, sizes, rows)


def _cell(
    variant: Variant | None, colour: str, size: str, record: MatrixRecord, place_id: int, look: Look
) -> Cell:
    if variant is None:
        return Cell(0, colour, size, 0, 0, CellKind.NOT_MADE)
    here = elsewhere = 0
    for level in record.levels:
        if level.variant_id != variant.id:
            continue
        is_here = level.location_id == place_id
        claims = taken(*_claims(record, level), look.now, look.desk if is_here else "")
        if is_here:
            here = available_at_counter(level.quantity, level.reserved, *claims).total
        else:
            whole = available_for_channel(level.quantity, level.reserved, *claims, level.safety, 0, 0)
            elsewhere += whole.total
    return Cell(variant.id, colour, size, here, elsewhere, _kind(here, elsewhere, variant.unit), variant.unit)


def _kind(here: int, elsewhere: int, unit: str) -> CellKind:
    if here:
        return CellKind.LOW if here <= LOW * UNITS.get(unit, PIECE).step else CellKind.MANY
    return CellKind.ELSEWHERE if elsewhere else CellKind.NONE


def _counter(place: PlaceStock, look: Look) -> Availability:
    claims = taken(place.holds, place.lent, look.now, look.desk)
    return available_at_counter(place.quantities.get(SELLABLE, 0), place.reserved, *claims)


def _online(place: PlaceStock, look: Look) -> Availability:
    claims = taken(place.holds, place.lent, look.now)
    on_hand = place.quantities.get(SELLABLE, 0)
    return available_for_channel(on_hand, place.reserved, *claims, place.safety, 0, 0)


def _claims(record: MatrixRecord, level: StockLevel) -> tuple[tuple[Hold, ...], tuple[ProtectedStock, ...]]:
    key = (level.location_id, level.variant_id)
    holds = tuple(hold for hold in record.holds if (hold.location_id, hold.variant_id) == key)
    return holds, tuple(row for row in record.lent if (row.location_id, row.variant_id) == key)


def _first_end(place: PlaceStock, look: Look) -> Moment | None:
    ends = [hold.until for hold in place.holds if hold_counts(hold, look.now)]
    return look.moment(min(ends)) if ends else None


def _place(stock: PlaceStock, here: Place | None, place_id: int, look: Look) -> PlaceFigure:
    hours = hours_of(stock.place)
    minutes = 0 if hours is None else silent_minutes(stock.last_sale_at, hours, look.now)
    return PlaceFigure(
        place_id=stock.place.id,
        name=stock.place.name,
        kind=stock.place.kind,
        shelf=stock.shelf,
        counter=_counter(stock, look).total,
        online=_online(stock, look).total,
        on_hand=stock.quantities.get(SELLABLE, 0),
        damaged=stock.quantities.get(DAMAGED, 0),
        display=stock.quantities.get(DISPLAY, 0),
        incoming=stock.incoming,
        incoming_at=None if stock.incoming_at is None else look.moment(stock.incoming_at),
        changed=look.moment(stock.changed_at),
        closes=closing_clock(stock.place, look.now),
        is_here=stock.place.id == place_id,
        distance_km=None if here is None else kilometres(here, stock.place),
        last_sale=None if stock.last_sale_at is None else look.moment(stock.last_sale_at),
        sale_minutes=minutes,
        silent=minutes >= max(1, rule_from(stock.silence).after),
    )


def hours_of(place: Place) -> OpeningHours | None:
    """The place's opening hours, None where they cannot be read."""
    return _hours(place.zone, place.weekly, place.exceptions)


@lru_cache(maxsize=256)
def _hours(zone: str, weekly: str, exceptions: str) -> OpeningHours | None:
    """Read once for each text: a scanned article shows the hours of every place that has it."""
    try:
        return OpeningHours.from_text(zone, weekly, exceptions)
    except (BadOpeningHours, UnknownZone):
        return None


def closing_clock(place: Place, now: int) -> str:
    """When the place closes today by its own clock; empty when it is closed now."""
    hours = hours_of(place)
    if hours is None or not hours.is_open(now):
        return ""
    closing = hours.closing_of(hours.local_day(now))
    return "" if closing is None else hours.local_clock(closing)
