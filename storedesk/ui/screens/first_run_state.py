"""What the first run shows, as values ready to paint."""

from dataclasses import dataclass
from enum import StrEnum


class Phase(StrEnum):
    """How far a new desk has come."""

    ASK = "ask"
    CONNECTING = "connecting"
    AGREEING = "agreeing"
    COPYING = "copying"
    READY = "ready"


class Fault(StrEnum):
    """What can be wrong before the desk is let in; each has its own words on the screen."""

    NONE = "none"
    NO_ANSWER = "no_answer"
    NOT_CENTRAL = "not_central"
    NOT_PROVEN = "not_proven"
    DAMAGED = "damaged"
    BAD_ADDRESS = "bad_address"
    WRONG_CODE = "wrong_code"
    OLD_CODE = "old_code"
    REFUSED = "refused"
    CLOCK = "clock"
    DISK = "disk"


@dataclass(frozen=True, slots=True)
class CopyKind:
    """One kind of data of the first copy; `total` 0 means that nobody knows yet."""

    icon: str
    name: str
    done: int
    total: int
    is_current: bool = False


@dataclass(frozen=True, slots=True)
class FirstRunShown:
    """`detail` belongs to the fault or phase (tries left, support code); `short_number` is four digits."""

    phase: Phase = Phase.ASK
    fault: Fault = Fault.NONE
    detail: str = ""
    address: str = ""
    store: str = ""
    desk: str = ""
    short_number: str = ""
    kinds: tuple[CopyKind, ...] = ()
    time_left: str = ""
