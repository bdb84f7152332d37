"""The one port of every platform: eight calls, capability flags, pages of neutral records."""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple, Protocol, runtime_checkable

import httpx

from storedesk.connectors.neutral import Remote
from storedesk.connectors.pushes import Outcome, Push


class Kind(StrEnum):
    """What can be read. PRODUCTS gives products, each followed by its variants."""

    PLACES = "places"
    PRODUCTS = "products"
    PRICES = "prices"
    LEVELS = "levels"
    COMPANIES = "companies"
    CUSTOMERS = "customers"
    ORDERS = "orders"
    QUOTES = "quotes"


LOAD_ORDER = tuple(Kind)
"""Each kind names only what the ones before it have brought."""


class Capability(StrEnum):
    """What a platform can do; what is not here is neither asked of it nor offered to staff."""

    ORDERS = "orders"
    STOCK = "stock"
    PRICES = "prices"
    B2B = "b2b"
    PICKUP = "pickup"
    WEBHOOKS = "webhooks"
    QUOTES = "quotes"
    BULK = "bulk"


class Problem(NamedTuple):
    """A record of a page that could not be understood; the others of its page count."""

    external_id: str
    problem: str


class Page(NamedTuple):
    """A part of what was asked for. ``cursor`` goes on after it, also in another process and another day; the
    last page's cursor is where ``read`` goes on later. ``gone`` are ids that are there no more."""

    records: tuple[Remote, ...]
    cursor: str
    total: int | None = None
    gone: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


class Finding(NamedTuple):
    """One line of the connection check. ``name`` is signed_in, products, stock, orders, all_orders, handouts,
    companies, quotes, signals, place or clock; ``state`` ok, can_wait or needed; ``detail`` what was found, or the
    exact name of what is missing, ``effect`` what will not work without it, ``where`` where to tick it there."""

    name: str
    state: str
    detail: str
    effect: str = ""
    where: str = ""


OK, CAN_WAIT, NEEDED = "ok", "can_wait", "needed"


class Checked(NamedTuple):
    """``shop`` names what was signed in to; it stays the same as long as it is the same shop."""

    shop: str
    currency: str
    findings: tuple[Finding, ...]
    capabilities: frozenset[Capability]


class Delivery(NamedTuple):
    """A webhook as it came: header names in lower case, the body untouched."""

    headers: Mapping[str, str]
    body: bytes


class Hint(NamedTuple):
    """Something has changed there: ``id`` is unique to the delivery, ``external_id`` empty when only the kind is
    known. What it says beside that is not believed but read again."""

    id: str
    topic: str
    kind: Kind
    external_id: str


class NotGenuine(Exception):
    """The delivery was not signed by the platform."""


class Connector(Protocol):
    """Lives on one event loop; every call may raise ``Unreachable`` or ``Stopped``."""

    capabilities: frozenset[Capability]

    async def check(self) -> Checked:
        """Signs in and names what is missing; writes nothing there."""

    def load(self, kind: Kind, cursor: str) -> AsyncIterator[Page]:
        """Everything of a kind, from the beginning or after a page's cursor."""

    def changes(self, kind: Kind, cursor: str) -> AsyncIterator[Page]:
        """What has changed since a cursor of ``load`` or of this; says more rather than less."""

    async def reread(self, kind: Kind, external_ids: Sequence[str]) -> Page:
        """These records as they are now; those that are not there any more are in ``gone``. For LEVELS and PRICES
        the ids are those of variants (``stock_id``)."""

    async def push(self, pushes: Sequence[Push]) -> list[Outcome]:
        """One outcome each, in order. Trouble that is the line's is raised only where nothing was done."""

    async def look_up(self, push: Push) -> Outcome:
        """Whether a push whose outcome is unknown was done: done, not_done, or unknown."""

    def hint(self, delivery: Delivery) -> list[Hint]:
        """What a webhook says; raises ``NotGenuine``. Pure: no line, no clock."""

    async def close(self) -> None: ...


Keep = Callable[[Mapping[str, str]], Awaitable[None]]
"""Takes secrets by the names of their fields and returns once they are kept."""


@runtime_checkable
class RenewsSecrets(Protocol):
    """A connector whose secrets change while it works; none of the port's calls."""

    def keep_with(self, keep: Keep) -> None:
        """``keep`` is awaited with what has taken the place of the secrets entered, before it is used; again with
        the same where it failed."""


@runtime_checkable
class ShowsWhatIsToBeSent(Protocol):
    """A platform that learns only of a parcel where it leaves: until then it shows the goods as stock of the place
    that will send them. None of the port's calls."""

    def will_send(self, goods: Mapping[tuple[str, str], int]) -> None:
        """Whole pieces by ``stock_id`` and ``place_id``, in place of what was said before; said before each page of
        levels."""


class Surroundings(NamedTuple):
    """What a connector gets from outside; ``transport`` None is the real network. ``may_write`` is False while the
    channel is not switched on: what a connector would set up in the shop by itself (webhooks) waits until it is."""

    now: Callable[[], int]
    sleep: Callable[[float], Awaitable[None]]
    random_bytes: Callable[[int], bytes]
    transport: httpx.AsyncBaseTransport | None = None
    may_write: bool = True


class Field(NamedTuple):
    """One thing that has to be entered to sign in; a secret one is kept in the key store and never shown."""

    name: str
    secret: bool
    needed: bool = True


AVAILABLE, PHYSICAL = "available", "physical"


class Platform(NamedTuple):
    """How a platform is registered. ``told_by`` says who writes to the customer about ``ready`` and ``gone`` unless
    the retailer chooses otherwise: ``platform`` or ``us``. ``levels`` is which figure its levels show: AVAILABLE, or
    PHYSICAL, of which the platform takes its own open orders off by itself."""

    name: str
    title: str
    fields: tuple[Field, ...]
    open: Callable[[Mapping[str, str], Surroundings], Connector]
    told_by: Mapping[str, str]
    every_seconds: Mapping[Kind, float]
    levels: str = AVAILABLE
