"""What desks know of the channels: how each is doing, and what it shows beside what is known here."""

from typing import NamedTuple


class ChannelState(NamedTuple):
    """How the line to a channel is: ``state`` is off, loading, on, waiting or stopped, ``why`` and ``what`` say the
    reason of the last two. ``signals`` is webhooks, polling or webhooks_off. Of ``compared`` figures ``differing``
    differ; ``unsent`` messages wait, the oldest since ``unsent_since``; ``parked`` need somebody. Written at most
    once a minute."""

    channel_id: int
    state: str
    why: str
    what: str
    signals: str
    compared: int
    differing: int
    checked_at: int | None
    pushed_at: int | None
    read_at: int | None
    pushed_today: int
    unsent: int
    unsent_since: int | None
    parked: int
    changed_at: int


class Difference(NamedTuple):
    """A channel shows something else than it should: ``field`` is stock, price, contract_price, title, listed or
    promise, ``about`` the place, price list or company it is about, or empty. ``ours`` and ``theirs`` are what it
    should show and what it shows, whole numbers as digits (pieces, 1/10,000 of ``currency``). ``cause`` is
    not_pushed, refused, changed_there, no_mapping, on_its_way or unknown; ``cost`` what it may cost in 1/10,000 of
    ``currency``; ``history`` a JSON array of what was sent and read. ``asked`` is empty, push or take_theirs;
    ``state`` open, repairing or refused."""

    id: str
    channel_id: int
    variant_id: int | None
    field: str
    about: str
    ours: str
    theirs: str
    currency: str
    since: int
    cause: str
    cost: int
    state: str
    asked: str
    asked_by: int
    asked_at: int | None
    why: str
    history: str
    seen_at: int


class DifferenceDay(NamedTuple):
    """How many differences of a cause a channel had at the day's count; ``cause`` empty counts what was compared.

    ``day`` is a local date of the hub's chain.
    """

    channel_id: int
    day: str
    cause: str
    found: int


class ProductFault(NamedTuple):
    """What is missing or double in the data of an article: ``kind`` is no_barcode, no_price, no_title, no_category,
    no_weight, same_sku or same_barcode; ``weight`` orders the worst first; ``facts`` is a JSON object."""

    variant_id: int
    kind: str
    weight: int
    facts: str
    since: int


class BuyerView(NamedTuple):
    """Somebody of a company looked at an article online, with consent: ``times`` on ``day``, last at ``at``;
    ``consented_at`` is when they agreed, 0 where the channel does not say.

    Kept 90 days.
    """

    id: str
    company_id: int
    contact_id: int | None
    channel_id: int
    variant_id: int
    day: str
    at: int
    times: int
    consented_at: int = 0
