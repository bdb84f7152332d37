"""Stock buckets, and what can be promised for whom, with the steps that explain the number."""

from collections.abc import Iterable
from typing import NamedTuple

BUCKETS = ("sellable", "damaged", "display", "returns_unchecked", "in_transit")
"""Names of the buckets, each at the number under which it is stored; on hand is what is sellable."""


class Step(NamedTuple):
    """One line of "why this number": a text's key, a signed quantity in smallest steps, a note or ""."""

    label_key: str
    quantity: int
    note: str


class Availability(NamedTuple):
    """What can be promised (0 or more, smallest steps) and the steps that add up to it."""

    total: int
    steps: tuple[Step, ...]


def available_at_counter(
    on_hand: int, reserved: int, holds: int, protected: int, reserved_for_me: int = 0
) -> Availability:
    """What a customer at the counter can have: neither safety stock nor channel buffers are kept back.

    `reserved_for_me` is the part of `reserved` and `holds` that belongs to the asker; it is served
    first, before anything else is taken off.
    """
    steps = _common_steps(on_hand, reserved, holds, protected, reserved_for_me)
    return _added_up(steps, on_hand, reserved_for_me)


def available_for_channel(
    on_hand: int,
    reserved: int,
    holds: int,
    protected: int,
    safety: int,
    buffer: int,
    arrivals_due: int,
    reserved_for_me: int = 0,
) -> Availability:
    """What a channel may sell: safety stock and its buffer stay back, arrivals count where policy says so."""
    steps = [
        *_common_steps(on_hand, reserved, holds, protected, reserved_for_me),
        Step("safety_stock", -safety, ""),
        Step("channel_buffer", -buffer, ""),
        Step("arrivals_due", arrivals_due, ""),
    ]
    return _added_up(steps, on_hand, reserved_for_me)


def network_available(places: Iterable[tuple[str, Availability]]) -> Availability:
    """The sum over places, one step per place with the place as note."""
    steps = tuple(Step("at_place", availability.total, place) for place, availability in places)
    return Availability(sum(step.quantity for step in steps), steps)


def _common_steps(on_hand: int, reserved: int, holds: int, protected: int, mine: int) -> list[Step]:
    return [
        Step("on_hand", on_hand, ""),
        Step("reserved", -reserved, ""),
        Step("holds", -holds, ""),
        Step("protected", -protected, ""),
        Step("reserved_for_me", mine, ""),
    ]


def _added_up(steps: list[Step], on_hand: int, mine: int) -> Availability:
    """Steps without the empty ones, raised to what is mine or to zero where they fall below it."""
    shown = [step for step in steps if step.quantity or step.label_key == "on_hand"]
    plain = sum(step.quantity for step in shown)
    least = max(0, min(mine, on_hand))
    if plain < least:
        shown.append(Step("mine_first" if least else "never_below_zero", least - plain, ""))
    return Availability(max(plain, least), tuple(shown))
