"""The facts of a task, read without trust: what does not fit its shape is left out."""

import msgspec

from storedesk.domain.records import Task


class Proof(msgspec.Struct, frozen=True):
    """One of two handovers of the same goods; ``at`` in UTC ms, ``staff`` the person's number."""

    at: int = 0
    desk: str = ""
    staff: int = 0
    proof: str = ""


class TaskFacts(msgspec.Struct, frozen=True):
    """All that tasks say, each kind using a part; quantities in smallest steps."""

    order: str = ""
    state: str = ""
    handover: str = ""
    parcels: tuple[str, ...] = ()
    first: tuple[Proof, ...] = ()
    second: Proof | None = None
    variant_id: int = 0
    quantity: int = 0
    counted: int | None = None
    level: int | None = None
    reason: str = ""
    receipt: str = ""
    action: str = ""
    staff: int = 0
    bin: str = ""
    quote: str = ""
    number: str = ""
    version: int = 0
    hash: str = ""
    total: int = 0
    currency: str = ""
    margin: int | None = None
    discount: int = 0
    limit: int = -1
    question: str = ""
    line: int = 0
    change: str = ""


def read_facts(task: Task) -> TaskFacts:
    try:
        return msgspec.json.decode(task.facts, type=TaskFacts)
    except (msgspec.MsgspecError, ValueError):
        return TaskFacts()
