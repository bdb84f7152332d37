"""What an account may still buy: credit left, and who of the company must agree to an order."""

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

ANY, ALL = "any", "all"
"""Whether one approver's yes is enough, or that of every one of the nearest level."""


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
    """Those whose yes is enough for `total`, in the order given."""
    return tuple(person for person in people if person.role == "approver" and may_order(person, total))


def whose_yes(levels: Sequence[Sequence[Signatory]], total: int, rule: str) -> tuple[Signatory, ...]:
    """The approvers who may agree to `total`. `levels` are the people of the account, then of each company
    above it. Where any is enough: everybody along the tree; where all must agree: those of the nearest level
    that has one."""
    able = [approvers_for(level, total) for level in levels]
    if rule == ALL:
        return next((level for level in able if level), ())
    return tuple(person for level in able for person in level)


def is_agreed(wanted: Iterable[Signatory], agreed: Collection[int], rule: str) -> bool:
    """Whether the yes of those who agreed is enough; nobody who may agree means no."""
    said = [person.contact_id in agreed for person in wanted]
    return bool(said) and (all(said) if rule == ALL else any(said))
