"""One answer to every scan and search: own codes, orders, articles, bins, then words."""

from dataclasses import dataclass, replace

from storedesk.desk.label_signature import is_genuine
from storedesk.desk.look_up import LookUp
from storedesk.desk.stock_views import hours_of
from storedesk.domain import codes
from storedesk.domain.plain_text import clean_text
from storedesk.domain.records import Place
from storedesk.storage.desk_account_reads import CompanyHit
from storedesk.storage.read_records import OrderHit, PickupRecord, VariantHit

LONGEST = 200
LONGEST_TAIL = 5
"""So many digits of an order's number may be typed alone; longer ones are whole numbers or barcodes."""


@dataclass(frozen=True, slots=True)
class PickupFound:
    """The customer's own code: ``code`` proves who they are, if it is this fulfilment's."""

    pickup: PickupRecord
    code: str


@dataclass(frozen=True, slots=True)
class PickListFound:
    pickup: PickupRecord


@dataclass(frozen=True, slots=True)
class ParcelFound:
    parcel_id: str
    number: int
    bin: str
    pickup: PickupRecord


@dataclass(frozen=True, slots=True)
class OtherPlace:
    """A code of another store. ``opens``/``closes`` are its clock times of now, empty when unknown or
    closed; ``last_day`` is an ISO date, empty when this desk does not know the pickup."""

    place_name: str
    address: str
    phone: str
    is_open: bool
    closes: str
    opens: str
    opens_day: str
    last_day: str
    order_number: str


@dataclass(frozen=True, slots=True)
class NotKnownHere:
    """One of our codes, unharmed, of something this desk has not heard of (yet)."""

    kind: str
    record_id: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class LabelFound:
    """A customer's code for this place, signed by the hub, of an order this desk has not heard of. ``text`` is
    the code as scanned; ``is_over`` after its last day."""

    code: codes.SignedPickupCode
    text: str
    is_over: bool


@dataclass(frozen=True, slots=True)
class NotGenuine:
    """It looks like a customer's code, but the hub has not signed it."""

    order_number: str


@dataclass(frozen=True, slots=True)
class BinFound:
    bin: str
    pickups: tuple[PickupRecord, ...]


@dataclass(frozen=True, slots=True)
class BadgeFound:
    token: str


@dataclass(frozen=True, slots=True)
class DocumentFound:
    number: str


@dataclass(frozen=True, slots=True)
class OrdersFound:
    """Also a single order by name is shown first, never opened by itself; ``exact`` for a number."""

    hits: tuple[OrderHit, ...]
    exact: bool


@dataclass(frozen=True, slots=True)
class ArticleFound:
    """The articles of one barcode or SKU; more than one where a code is used twice. ``orders`` hold one of
    them, where the code was typed."""

    hits: tuple[VariantHit, ...]
    orders: tuple[OrderHit, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchFound:
    orders: tuple[OrderHit, ...]
    articles: tuple[VariantHit, ...]
    companies: tuple[CompanyHit, ...] = ()


@dataclass(frozen=True, slots=True)
class Unknown:
    """Nothing here: ``text`` is what was looked for, safe to show."""

    text: str
    is_code: bool


Found = (
    LabelFound | NotGenuine | PickupFound | PickListFound | ParcelFound | OtherPlace | NotKnownHere | BinFound | BadgeFound
    | DocumentFound | OrdersFound | ArticleFound | SearchFound | Unknown
)  # fmt: skip


def resolve(text: str, look_up: LookUp, here: Place, now: int, scanned: bool = False) -> Found:
    """What a scan or a typed text means at place ``here`` at ``now`` (UTC ms); never raises for any text."""
    typed = clean_text(text, LONGEST)
    if not typed:
        return Unknown("", scanned)
    own = codes.parse_qr(typed)
    if own is not None:
        return _own_code(own, look_up, here, now)
    if (
        scanned
        and typed.isdigit()
        and len(typed) > LONGEST_TAIL
        and (scan := look_up.articles_of_scan(typed))
    ):
        return ArticleFound(scan)
    exact = look_up.orders_numbered(typed)
    if exact:
        return OrdersFound(exact, True)
    if typed.isdigit() and len(typed) <= LONGEST_TAIL and (orders := look_up.orders(typed)):
        return OrdersFound(orders, True)
    articles = look_up.articles_by_code(typed)
    if articles:
        skus = () if scanned else tuple(hit.variant.sku for hit in articles)
        return ArticleFound(articles, look_up.orders_of(skus) if skus else ())
    orders = look_up.orders(typed)
    if _is_bin(typed, look_up, here):
        return BinFound(typed.upper(), look_up.in_bin(here.id, typed.upper()))
    companies = () if scanned else look_up.companies(typed)
    if not scanned:
        articles = look_up.articles(typed)
    if not (scanned or orders or articles or companies):
        orders = look_up.orders_by_part(typed)
    if orders and not articles and not companies:
        return OrdersFound(orders, False)
    if orders or articles or companies:
        return SearchFound(orders, articles, companies)
    return Unknown(typed, scanned)


def _own_code(own: codes.OwnCode, look_up: LookUp, here: Place, now: int) -> Found:
    match own:
        case codes.PickupCode(place_code, fulfilment_id, code):
            pickup = look_up.pickup(fulfilment_id)
            away = _elsewhere(place_code, pickup, look_up, here, now)
            if away:
                return away
            return PickupFound(pickup, code) if pickup else NotKnownHere("pickup", fulfilment_id, code)
        case codes.SignedPickupCode():
            return _signed(own, look_up, here, now)
        case codes.ParcelCode(place_code, parcel_id):
            found = look_up.parcel(parcel_id)
            away = _elsewhere(place_code, found[1] if found else None, look_up, here, now)
            if away:
                return away
            if found is None:
                return NotKnownHere("parcel", parcel_id)
            return ParcelFound(parcel_id, found[0].number, found[0].bin, found[1])
        case codes.BinCode(place_code, name):
            away = _elsewhere(place_code, None, look_up, here, now)
            return away or BinFound(name, look_up.in_bin(here.id, name))
        case codes.PickListCode(fulfilment_id):
            pickup = look_up.pickup(fulfilment_id)
            return PickListFound(pickup) if pickup else NotKnownHere("pick_list", fulfilment_id)
        case codes.BadgeCode(token):
            return BadgeFound(token)
        case codes.DocumentCode(number):
            return DocumentFound(number)


def _signed(own: codes.SignedPickupCode, look_up: LookUp, here: Place, now: int) -> Found:
    """Of a known order the code alone counts; of an unknown one the hub's signature."""
    pickup = look_up.pickup(own.fulfilment_id)
    away = _elsewhere(own.place_code, pickup, look_up, here, now)
    if away is None and pickup is not None:
        return PickupFound(pickup, own.code)
    if not is_genuine(own, look_up.signing_key()):
        return NotGenuine(own.order_number)
    if away is not None:
        known = away.order_number != ""
        return away if known else replace(away, order_number=own.order_number, last_day=own.not_after)
    hours = hours_of(here)
    today = "" if hours is None else hours.local_day(now)
    return LabelFound(own, codes.qr_text(own), today > own.not_after)


def _elsewhere(
    place_code: str, pickup: PickupRecord | None, look_up: LookUp, here: Place, now: int
) -> OtherPlace | None:
    """The other store a code belongs to, offline too; a pickup that has moved belongs where it is now."""
    if pickup is not None and pickup.fulfilment.place_id != here.id:
        place = look_up.place_by_id(pickup.fulfilment.place_id)
    elif pickup is None and place_code != here.code:
        place = look_up.place(place_code)
    else:
        return None
    last_day = pickup.fulfilment.last_day if pickup else ""
    number = pickup.fulfilment.order_number if pickup else ""
    hours = hours_of(place) if place else None
    if place is None or hours is None:
        name = place.name if place else place_code
        return OtherPlace(name, place.address if place else "", "", False, "", "", "", last_day, number)
    is_open = hours.is_open(now)
    closing = hours.closing_of(hours.local_day(now)) if is_open else None
    opening = None if is_open else hours.next_opening(now)
    return OtherPlace(
        place.name,
        place.address,
        place.phone,
        is_open,
        "" if closing is None else hours.local_clock(closing),
        "" if opening is None else hours.local_clock(opening),
        "" if opening is None else hours.local_day(opening),
        last_day,
        number,
    )


def _is_bin(typed: str, look_up: LookUp, here: Place) -> bool:
    return len(typed) <= 12 and any(bin_.code == typed.upper() for bin_ in look_up.bins(here.id))
