"""What an account may still buy: credit left, and who of the company must agree to an order."""

from collections.abc import Iterable
from typing import NamedTuple


class Credit(NamedTuple):
    """Money in 1/10,000; ``left`` is what would remain after this quote."""

    limit: int
    used: int
    this: int
    stopped: bool

    @property
    def left(self) -> int:
        return self.limit - self.used - self.this

    @property
    def enough(self) -> bool:
        return not self.stopped and self.left >= 0


class Signatory(NamedTuple):
    """Somebody who acts for a company; ``limit`` in 1/10,000, None for any sum."""

    contact_id: int
    role: str
    limit: int | None


def may_order(person: Signatory, total: int) -> bool:
    """True when this buyer or approver may order for `total` (1/10,000, with tax) without another's yes."""
    return person.role in ("buyer", "approver") and (person.limit is None or total <= person.limit)


def approvers_for(people: Iterable[Signatory], total: int) -> tuple[Signatory, ...]:
    """Those of the account and of the companies above it whose yes is enough for `total`, in the order given."""
    return tuple(person for person in people if person.role == "approver" and may_order(person, total))
