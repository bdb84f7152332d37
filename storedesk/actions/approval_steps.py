"""How far a quote's approval chains have come: policy from the settings, yeses from the rows, delegated roles."""

from collections.abc import Iterable, Mapping

from storedesk.actions.action import State
from storedesk.actions.quote_account import local_day
from storedesk.actions.reading import row_or_none
from storedesk.actions.rights import PERMISSIONS, staff_at
from storedesk.domain.approval_chain import (
    NotAChain,
    Standing,
    Step,
    Yes,
    parse_chain,
    parse_delegation,
    standing,
)
from storedesk.domain.discount_rules import RuleHit
from storedesk.domain.records import Quote, QuoteYes, Setting, Staff

CHAIN, DELEGATE = "quote.chain.", "quote.delegate."
Chains = Mapping[str, tuple[Step, ...]]


def chains_for(state: State, place_id: int, hits: Iterable[RuleHit]) -> Chains:
    """The chains of the rules that were hit, the place's before the company's own. A rule without one, or with
    one that cannot be read, is decided by limits alone."""
    found: dict[str, tuple[Step, ...]] = {}
    for rule in sorted({hit.rule for hit in hits}):
        for place in (place_id, 0):
            row = row_or_none(state, Setting, place, f"{CHAIN}{rule}")
            if row is not None and row.value and (steps := _steps(row.value)):
                found[rule] = steps
                break
    return found


def roles_of(state: State, place_id: int, staff: Staff, at: int) -> tuple[str, ...]:
    """The person's own role first, then the roles of those who have delegated their say for this day."""
    day, roles = local_day(state, place_id, at), [staff.role]
    for place in (place_id, 0):
        for row in state.among(Setting, place_id=place):
            given = parse_delegation(row.value) if row.name.startswith(DELEGATE) else None
            giver = row.name.removeprefix(DELEGATE)
            if given is None or given.to != staff.staff_id or day > given.until or not giver.isdigit():
                continue
            other = staff_at(state, place_id, int(giver), at)
            if other is not None and other.role not in roles:
                roles.append(other.role)
    return tuple(roles)


def may_approve(roles: Iterable[str]) -> bool:
    return any("quote.approve" in PERMISSIONS.get(role, frozenset()) for role in roles)


def standings(
    state: State, quote: Quote, chains: Chains, at: int, more: Yes | None = None
) -> dict[str, Standing]:
    """Where each chain stands at a time (UTC ms), with one more yes where it is given now."""
    rows = state.among(QuoteYes, quote_id=quote.id, content_hash=quote.content_hash)
    given = [Yes(row.staff_id, row.role, row.at) for row in rows]
    if more is not None:
        given.append(more)
    asked = at if quote.asked_at is None else quote.asked_at
    return {rule: standing(chain, given, asked, at) for rule, chain in chains.items()}


def waiting_roles(found: Mapping[str, Standing]) -> tuple[str, ...]:
    """The roles whose yes is still missing, over all chains."""
    return tuple(dict.fromkeys(role for one in found.values() for role in one.waits_for))


def _steps(text: str) -> tuple[Step, ...]:
    try:
        return parse_chain(text)
    except NotAChain:
        return ()
