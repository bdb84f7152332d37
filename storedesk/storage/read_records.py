"""What the desk's reads return: synced rows put together for one look at the counter."""

from dataclasses import dataclass, field

from storedesk.domain.records import (
    Channel,
    Company,
    Fulfilment,
    FulfilmentLine,
    Handover,
    Hold,
    Order,
    OrderLine,
    Parcel,
    ParcelLine,
    Person,
    Place,
    Product,
    ProtectedStock,
    StockLevel,
    Task,
    Variant,
)


@dataclass(frozen=True, slots=True)
class PickupRecord:
    """A fulfilment with what a queue row needs; ``measured`` are the lines sold by metre, weight or time;
    ``provisional`` while the central system has not confirmed what was done here."""

    fulfilment: Fulfilment
    order: Order | None
    channel: str
    lines: tuple[FulfilmentLine, ...]
    measured: frozenset[int]
    parcels: tuple[Parcel, ...]
    persons: tuple[Person, ...]
    claimed_by_name: str
    provisional: bool


@dataclass(frozen=True, slots=True)
class LineRecord:
    """A fulfilment line with its article; ``level`` is the sellable level at the fulfilment's place."""

    line: FulfilmentLine
    order_line: OrderLine | None
    variant: Variant | None
    product: Product | None
    level: StockLevel | None
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HandoverRecord:
    handover: Handover
    staff_name: str


@dataclass(frozen=True, slots=True)
class BinRecord:
    """A bin of the pickup shelf and the parcels that stand in it."""

    code: str
    capacity: int
    parcels: int


@dataclass(frozen=True, slots=True)
class PickupDetailRecord:
    pickup: PickupRecord
    place: Place | None
    lines: tuple[LineRecord, ...]
    parcel_lines: tuple[ParcelLine, ...]
    handovers: tuple[HandoverRecord, ...]
    bins: tuple[BinRecord, ...]
    others_ready: tuple[PickupRecord, ...]
    name_is_shared: bool
    stopped_company: str = ""
    """The company with a credit stop that the order is on account of."""


@dataclass(frozen=True, slots=True)
class OrderHit:
    """One order of a search, with enough to tell it from its neighbours; never opened by itself."""

    order_id: str
    number: str
    name: str
    phone_tail: str
    pickups: tuple[PickupRecord, ...]


@dataclass(frozen=True, slots=True)
class VariantHit:
    """``pack_quantity`` counts smallest steps in what the scanned code stands for; 1 for a text search."""

    variant: Variant
    product: Product
    pack_quantity: int = 1


@dataclass(frozen=True, slots=True)
class PlaceStock:
    """One article at one place: quantities by bucket (see ``domain.tables``), figures of the sellable one.
    ``last_sale_at`` is when the place's tills were last heard of (UTC ms), ``silence`` the setting's rule of when
    they count as silent."""

    place: Place
    quantities: dict[int, int]
    reserved: int
    safety: int
    incoming: int
    incoming_at: int | None
    shelf: str
    changed_at: int
    holds: tuple[Hold, ...] = ()
    lent: tuple[ProtectedStock, ...] = ()
    last_sale_at: int | None = None
    silence: str = ""


@dataclass(frozen=True, slots=True)
class HoldRecord:
    """A hold with its article, the person it is for and the name of who placed it, as far as they are here."""

    hold: Hold
    variant: Variant | None
    product: Product | None
    person: Person | None
    staff_name: str


@dataclass(frozen=True, slots=True)
class VariantStock:
    """``price`` is what this place asks now, in 1/10,000 of ``currency``, or None."""

    variant: Variant
    product: Product
    codes: tuple[str, ...]
    price: int | None
    currency: str
    places: tuple[PlaceStock, ...]
    channels: tuple[Channel, ...]
    reserved_orders: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MatrixRecord:
    """A product's variants and their sellable levels at all places this desk follows."""

    product: Product
    variants: tuple[Variant, ...]
    levels: tuple[StockLevel, ...]
    holds: tuple[Hold, ...] = ()
    lent: tuple[ProtectedStock, ...] = ()


@dataclass(frozen=True, slots=True)
class OwnAction:
    """What this desk itself sent, without its arguments."""

    kind: str
    at: int
    staff_name: str
    outcome: str
    reason: str


@dataclass(frozen=True, slots=True)
class TaskRecord:
    task: Task
    order_number: str
    person: Person | None
    pickup: PickupRecord | None
    handovers: tuple[HandoverRecord, ...]
    article: VariantHit | None
    own_action: OwnAction | None
    answered_by_name: str
    named_staff: str = ""
    people: dict[str, str] = field(default_factory=dict)
    """Names of the persons that the task's facts point to, by id; those this desk does not hold are left out."""
    companies: dict[int, Company] = field(default_factory=dict)
    """Accounts that the task is about, by number."""
