"""Approvals of quotes: asked for, given by a supervisor's PIN at the desk or by oneself, declined."""

import msgspec

from storedesk.actions.action import Accepted, Act, Refusal, State
from storedesk.actions.approval_steps import (
    Chains,
    chains_for,
    may_approve,
    roles_of,
    standings,
    waiting_roles,
)
from storedesk.actions.effects import Effects
from storedesk.actions.quote_account import account_of, age_days, policy_of
from storedesk.actions.quote_args import ApproveQuote, AskApproval, DeclineApproval
from storedesk.actions.quote_rows import (
    ASKED,
    DRAFT,
    GIVEN,
    NEEDED,
    NOT_NEEDED,
    REFUSED,
    content_of,
    hits_of,
    line_facts,
    lines_of,
)
from storedesk.actions.reading import need, row_or_none
from storedesk.actions.rights import staff_at
from storedesk.actions.written_text import refuse_personal_number
from storedesk.domain.approval_chain import Yes
from storedesk.domain.discount_rules import DISCOUNT, Policy, limits_of, margin_rate, rules_hit
from storedesk.domain.quote_content import content_hash, content_mark
from storedesk.domain.quote_reasons import (
    AboveOfflineCeiling,
    ApprovalNeeded,
    ApprovalOutdated,
    ChainWaitsForOther,
)
from storedesk.domain.reasons import NotAllowed, WrongState
from storedesk.domain.records import Quote, QuoteYes, Staff, Task

TASK = "quote_approval"


def begin_ask(state: State, act: Act, at: int) -> None:
    args: AskApproval = act.args
    refuse_personal_number(args.note, "note")
    asked_about(state, args.quote_id, args.content_hash, ASKED)


def ask(state: State, act: Act, at: int, now: int) -> Accepted:
    args: AskApproval = act.args
    quote = asked_about(state, args.quote_id, args.content_hash, ASKED)
    if quote.approval in (NOT_NEEDED, ASKED, GIVEN):
        raise Refusal(WrongState(quote.approval, ASKED))
    effects = Effects(state, act, at)
    lines = lines_of(state, quote.id, quote.version)
    hits = hits_of(state, quote, lines, account_of(state, quote.company_id), quote.made_by, at)
    known = [fact for fact in line_facts(state, quote, lines) if fact.cost is not None]
    margin = margin_rate(sum(fact.amount for fact in known), sum(fact.cost or 0 for fact in known))
    facts = {
        "quote": quote.id, "number": quote.number, "version": quote.version, "asked_by": act.staff_id,
        "content_hash": args.content_hash, "currency": quote.currency, "total": quote.total,
        "rules": [[hit.rule, -1 if hit.line is None else hit.line, hit.value, hit.limit] for hit in hits],
        "margin": margin,
        "discount": max((line.discount for line in lines), default=0),
        "limit": min((hit.limit for hit in hits if hit.rule == DISCOUNT), default=-1),
    }  # fmt: skip
    effects.task(TASK, quote.place_id, facts)
    effects.set(quote, approval=ASKED, approved_hash=args.content_hash, asked_at=at, changed_at=at)
    return effects.accepted()


def begin_answer(state: State, act: Act, at: int) -> None:
    args: ApproveQuote | DeclineApproval = act.args
    refuse_personal_number(args.note, "note")
    supervisor(state, act, args.checked_by, at)
    quote = asked_about(state, args.quote_id, args.content_hash, GIVEN)
    if isinstance(args, ApproveQuote):
        _refuse_beyond(state, act, quote, at)


def approve(state: State, act: Act, at: int, now: int) -> Accepted:
    """The yes of somebody whose limits reach so far, or whose turn it is in a chain, for exactly this content."""
    args: ApproveQuote = act.args
    staff = supervisor(state, act, args.checked_by, at)
    quote = asked_about(state, args.quote_id, args.content_hash, GIVEN)
    if quote.approval in (NOT_NEEDED, GIVEN):
        raise Refusal(WrongState(quote.approval, GIVEN))
    chains = _refuse_beyond(state, act, quote, at)
    effects = Effects(state, act, at)
    if chains and not _last_yes(effects, quote, chains, staff):
        return effects.accepted()
    effects.set(
        quote, approval=GIVEN, approved_by=staff.staff_id, approved_hash=args.content_hash, approved_at=at,
        changed_at=at,
    )  # fmt: skip
    close_task(effects, quote, "approved", staff.staff_id)
    return effects.accepted()


def decline(state: State, act: Act, at: int, now: int) -> Accepted:
    args: DeclineApproval = act.args
    staff = supervisor(state, act, args.checked_by, at)
    quote = asked_about(state, args.quote_id, args.content_hash, REFUSED)
    if quote.approval not in (NEEDED, ASKED):
        raise Refusal(WrongState(quote.approval, REFUSED))
    effects = Effects(state, act, at)
    effects.set(
        quote, approval=REFUSED, approved_by=staff.staff_id, approved_hash=args.content_hash, changed_at=at
    )
    close_task(effects, quote, "declined", staff.staff_id)
    return effects.accepted()


def asked_about(state: State, quote_id: str, hash_: str, wanted: str) -> Quote:
    """The draft, if its content is still the one that the hash names."""
    quote = need(state, Quote, quote_id)
    if quote.state != DRAFT:
        raise Refusal(WrongState(quote.state, wanted))
    if content_hash(content_of(quote, lines_of(state, quote.id, quote.version))) != hash_:
        raise Refusal(ApprovalOutdated(content_mark(hash_)))
    return quote


def supervisor(state: State, act: Act, checked_by: int | None, at: int) -> Staff:
    """Who says it: with the right to approve, the own one or one that was delegated."""
    staff = staff_at(state, act.place_id, act.staff_id if checked_by is None else checked_by, at)
    if staff is None or not may_approve(roles_of(state, act.place_id, staff, at)):
        raise Refusal(NotAllowed("quote.approve"))
    return staff


def _refuse_beyond(state: State, act: Act, quote: Quote, at: int) -> Chains:
    """What lies beyond the limits waits for somebody above; a PIN at the desk reaches up to the ceiling. Rules
    with a chain are decided by it: the chains of the rules that were hit."""
    args: ApproveQuote = act.args
    staff = supervisor(state, act, args.checked_by, at)
    policy, account = policy_of(state, quote.place_id), account_of(state, quote.company_id)
    if args.checked_by is not None and quote.total > policy.offline_ceiling:
        raise Refusal(AboveOfflineCeiling(policy.offline_ceiling, quote.currency))
    lines = lines_of(state, quote.id, quote.version)
    chains = chains_for(state, quote.place_id, hits_of(state, quote, lines, account, quote.made_by, at))
    facts = line_facts(state, quote, lines)
    for hit in rules_hit(
        policy, _widest(policy, state, act, staff, at), facts, quote.total, age_days(account, at)
    ):
        if hit.rule not in chains:
            raise Refusal(
                ApprovalNeeded(hit.rule, -1 if hit.line is None else hit.line, hit.value, hit.limit)
            )
    if chains:
        _role_now(state, quote, chains, staff, at)
    return chains


def _widest(policy: Policy, state: State, act: Act, staff: Staff, at: int) -> str:
    """The role with the highest discount limit among those the person acts for."""
    roles = [role for role in roles_of(state, act.place_id, staff, at) if may_approve((role,))]
    return max(roles, key=lambda role: limits_of(policy, role).discount)


def _role_now(state: State, quote: Quote, chains: Chains, staff: Staff, at: int) -> str:
    """The role in which the person's yes is the one that is missing; refused where it is somebody else's. Who
    wrote the quote is never part of its chain."""
    said = row_or_none(state, QuoteYes, quote.id, quote.content_hash, staff.staff_id) is not None
    waits = waiting_roles(standings(state, quote, chains, at))
    own = () if said or staff.staff_id == quote.made_by else roles_of(state, quote.place_id, staff, at)
    role = next((role for role in own if role in waits), None)
    if role is None and (waits or not own):
        raise Refusal(ChainWaitsForOther(",".join(waits)))
    return role or staff.role


def _last_yes(effects: Effects, quote: Quote, chains: Chains, staff: Staff) -> bool:
    """Notes the yes; true if no chain waits for another one."""
    state, at = effects.state, effects.at
    role = _role_now(state, quote, chains, staff, at)
    effects.insert(QuoteYes(quote.id, quote.content_hash, staff.staff_id, role, at))
    found = standings(state, quote, chains, at, Yes(staff.staff_id, role, at))
    if all(one.is_done for one in found.values()):
        return True
    asked = at if quote.asked_at is None else quote.asked_at
    effects.set(quote, approval=ASKED, approved_hash=quote.content_hash, asked_at=asked, changed_at=at)
    return False


def awaited_roles(state: State, quote: Quote, at: int) -> tuple[str, ...]:
    """The roles whose yes the chains of a draft still miss at a time (UTC ms); nobody's once it is given."""
    given = quote.approval == GIVEN and quote.approved_hash == quote.content_hash
    if quote.state != DRAFT or given:
        return ()
    account, lines = account_of(state, quote.company_id), lines_of(state, quote.id, quote.version)
    chains = chains_for(state, quote.place_id, hits_of(state, quote, lines, account, quote.made_by, at))
    return waiting_roles(standings(state, quote, chains, at))


def close_task(effects: Effects, quote: Quote, answer: str, staff_id: int) -> None:
    """Nobody is asked about the quote any more: answered, or what was asked about is no longer so."""
    for state in ("open", "waiting"):
        for task in effects.state.among(Task, place_id=quote.place_id, state=state):
            if task.kind == TASK and msgspec.json.decode(task.facts).get("quote") == quote.id:
                effects.set(
                    task, state="answered", answer=answer, answered_by=staff_id, answered_at=effects.at
                )
