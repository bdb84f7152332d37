"""What somebody at a simulated desk wants to do."""

from typing import Any, NamedTuple

from storedesk.domain.tables import Key
from tests.small_shop import ELIN, MAJA, OSKAR

STAFF = (ELIN, OSKAR, MAJA)
Args = dict[str, Any]
Tables = dict[str, dict[Key, Any]]


class Intent(NamedTuple):
    kind: str
    staff_id: int
    args: Args
