"""Which rules a quote hits, and who may say yes: oneself, a supervisor at the desk, or somebody later."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from storedesk.domain.currency import UNIT
from storedesk.domain.money import divide_half_up
from storedesk.domain.tax import RATE_UNIT

DISCOUNT, MARGIN, TOTAL, NEW_ACCOUNT = "discount", "margin", "total", "new_account"
FREE, SUPERVISOR, PENDING = "free", "supervisor", "pending"


class RoleLimits(NamedTuple):
    """What a role may do alone: ``discount`` and ``margin_floor`` in 1/10,000 %, ``total`` in 1/10,000 of the
    currency, or None for any; ``new_account`` whether accounts younger than the policy's days are free."""

    discount: int
    total: int | None = None
    margin_floor: int = 0
    new_account: bool = True


class Policy(NamedTuple):
    """The seller's rules. ``offline_ceiling`` is the total (1/10,000) up to which a supervisor's PIN at the
    desk is enough; above it somebody above decides."""

    roles: Mapping[str, RoleLimits]
    new_account_days: int
    offline_ceiling: int


class LineFacts(NamedTuple):
    """``amount`` net after and ``cost`` of the whole line in 1/10,000; ``cost`` None is not known."""

    line: int
    discount: int
    amount: int
    cost: int | None = None


class RuleHit(NamedTuple):
    """A rule that asks for somebody's yes; ``line`` is None for the quote as a whole."""

    rule: str
    line: int | None
    value: int
    limit: int


DEFAULT_POLICY = Policy(
    {
        "sales_associate": RoleLimits(100_000, 100_000 * UNIT, 220_000, False),
        "customer_service": RoleLimits(50_000, 50_000 * UNIT, 220_000, False),
        "store_manager": RoleLimits(200_000, 500_000 * UNIT, 100_000, True),
        "head_office": RoleLimits(RATE_UNIT),
    },
    30,
    250_000 * UNIT,
)
_NOTHING = RoleLimits(0, 0, RATE_UNIT, False)


def limits_of(policy: Policy, role: str) -> RoleLimits:
    """A role that the policy does not name may do nothing alone."""
    return policy.roles.get(role, _NOTHING)


def rules_hit(
    policy: Policy, role: str, lines: Sequence[LineFacts], total: int, account_age_days: int
) -> tuple[RuleHit, ...]:
    """The rules that a quote breaks for this role; `total` with tax in 1/10,000 of the currency."""
    limits, hits = limits_of(policy, role), list[RuleHit]()
    for line in lines:
        if line.discount > limits.discount:
            hits.append(RuleHit(DISCOUNT, line.line, line.discount, limits.discount))
        margin = margin_rate(line.amount, line.cost)
        if margin is not None and line.discount and margin < limits.margin_floor:
            hits.append(RuleHit(MARGIN, line.line, margin, limits.margin_floor))
    if limits.total is not None and total > limits.total:
        hits.append(RuleHit(TOTAL, None, total, limits.total))
    if not limits.new_account and account_age_days < policy.new_account_days:
        hits.append(RuleHit(NEW_ACCOUNT, None, account_age_days, policy.new_account_days))
    return tuple(hits)


def margin_rate(amount: int, cost: int | None) -> int | None:
    """What is left of a net amount after its cost, in 1/10,000 %; None where it cannot be said."""
    if cost is None or amount <= 0:
        return None
    return divide_half_up((amount - cost) * RATE_UNIT, amount)


def who_may_say_yes(
    policy: Policy,
    role: str,
    supervisor_role: str,
    lines: Sequence[LineFacts],
    total: int,
    account_age_days: int,
) -> str:
    """FREE inside the own limits; SUPERVISOR if this supervisor's PIN is enough; else PENDING."""
    if not rules_hit(policy, role, lines, total, account_age_days):
        return FREE
    above = rules_hit(policy, supervisor_role, lines, total, account_age_days)
    return PENDING if above or total > policy.offline_ceiling else SUPERVISOR
