"""The facts of a task, read without trust: what does not fit its shape is left out."""

from typing import Any

import msgspec

from storedesk.domain.records import Task


class Proof(msgspec.Struct, frozen=True):
    """One of two handovers of the same goods; ``at`` in UTC ms, ``staff`` the person's number."""

    at: int = 0
    desk: str = ""
    staff: int = 0
    proof: str = ""


class Against(msgspec.Struct, frozen=True):
    """One thing that keeps a quote from becoming an order; money in 1/10,000, quantities in smallest steps."""

    why: str = ""
    short: int = 0
    total: int = 0
    wanted: int = 0
    free: int = 0
    since: str = ""


class Differs(msgspec.Struct, frozen=True):
    """A figure of a quote that central works out differently; money in 1/10,000."""

    what: str = ""
    here: int = 0
    central: int = 0
    line: int = 0
    was: int = 0
    now: int = 0


class TaskFacts(msgspec.Struct, frozen=True):
    """All that tasks say, each kind using a part; quantities in smallest steps, money in 1/10,000.

    ``rules`` are rule, line (-1 for all), value and limit of an approval; ``facts`` those of a refusal.
    """

    order: str = ""
    state: str = ""
    handover: str = ""
    parcels: tuple[str, ...] = ()
    first: tuple[Proof, ...] = ()
    second: Proof | None = None
    variant_id: int = 0
    found_variant_id: int = 0
    quantity: int = 0
    counted: int | None = None
    level: int | None = None
    levels: tuple[int, ...] = ()
    reason: str = ""
    facts: dict[str, int | str] = {}
    receipt: str = ""
    action: str = ""
    staff: int = 0
    desk: str = ""
    at: int = 0
    bin: str = ""
    location: int = 0
    orders: tuple[str, ...] = ()
    wanted: str = ""
    there: str = ""
    number: str = ""
    transfer: str = ""
    quote: str = ""
    version: int = 0
    asked_by: int = 0
    content_hash: str = ""
    currency: str = ""
    total: int = 0
    rules: tuple[tuple[str, int, int, int], ...] = ()
    against: tuple[Against, ...] = ()
    differs: tuple[Differs, ...] = ()
    margin: int | None = None
    discount: int = 0
    limit: int = -1
    question: str = ""
    line: int = 0
    change: str = ""
    asked: str = ""
    request: str = ""
    return_id: str = ""
    return_number: str = msgspec.field(default="", name="return")
    last_day: str = ""
    company: int = 0
    other: int = 0
    signs: tuple[str, ...] = ()


def read_facts(task: Task) -> TaskFacts:
    """Field by field, so that one that does not fit takes no other with it."""
    try:
        said = msgspec.json.decode(task.facts, type=dict[str, Any])
    except (msgspec.MsgspecError, ValueError):
        return TaskFacts()
    known = {}
    for field in msgspec.structs.fields(TaskFacts):
        if field.encode_name in said:
            try:
                known[field.name] = msgspec.convert(said[field.encode_name], field.type)
            except msgspec.ValidationError:
                continue
    return TaskFacts(**known)
