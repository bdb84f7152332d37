"""Places, channels, staff and what is set for them."""

from typing import NamedTuple


class Place(NamedTuple):
    """``latitude`` and ``longitude`` in millionths of a degree, None where nobody has entered them."""

    id: int
    code: str
    name: str
    kind: str
    region: str
    country: str
    currency: str
    zone: str
    weekly: str
    exceptions: str
    address: str
    phone: str
    latitude: int | None = None
    longitude: int | None = None


class Channel(NamedTuple):
    id: int
    code: str
    name: str
    kind: str
    buffer: int


class StagingBin(NamedTuple):
    place_id: int
    code: str
    capacity: int


class TaxRateRow(NamedTuple):
    country: str
    category: str
    valid_from: str
    rate: int


class Staff(NamedTuple):
    """A person's rights at one place; ``pin_hash`` is argon2id, ``badge_hash`` a keyed hash or empty."""

    place_id: int
    staff_id: int
    name: str
    initials: str
    role: str
    pin_hash: str
    badge_hash: str
    active_from: int
    active_until: int | None
    position: int


class Setting(NamedTuple):
    """A value set for a place, or for the whole chain where ``place_id`` is 0."""

    place_id: int
    name: str
    value: str


class Desk(NamedTuple):
    """A desk as its place knows it; ``state`` is active or replaced. A code is never given twice."""

    code: str
    place_id: int
    name: str
    state: str
    enrolled_at: int
    replaced_at: int | None
    replaced_by: int | None


class DayEntry(NamedTuple):
    """A step of a place's day: ``kind`` is opened, shift_changed or closed; ``day`` is the local date;
    ``facts`` a JSON object without personal data."""

    id: str
    place_id: int
    kind: str
    day: str
    at: int
    desk: str
    staff_id: int
    note: str
    facts: str
