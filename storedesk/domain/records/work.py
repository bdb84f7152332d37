"""What people have to decide or have noted."""

from typing import NamedTuple


class Task(NamedTuple):
    """Something for people to decide or do; ``facts`` is a JSON object without personal data."""

    id: str
    place_id: int
    kind: str
    order_id: str
    fulfilment_id: str
    action_id: str
    opened_at: int
    state: str
    facts: str
    answer: str
    answered_by: int | None
    answered_at: int | None
