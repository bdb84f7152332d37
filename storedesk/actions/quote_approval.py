"""Approvals of quotes: asked for, given by a supervisor's PIN at the desk or by oneself, declined."""

import msgspec

from storedesk.actions.action import Accepted, Act, Refusal, State
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
from storedesk.actions.reading import need
from storedesk.actions.rights import PERMISSIONS, staff_at
from storedesk.actions.written_text import refuse_personal_number
from storedesk.domain.discount_rules import rules_hit
from storedesk.domain.quote_content import content_hash, content_mark
from storedesk.domain.quote_reasons import AboveOfflineCeiling, ApprovalNeeded, ApprovalOutdated
from storedesk.domain.reasons import NotAllowed, WrongState
from storedesk.domain.records import Quote, Staff, Task

TASK = "quote_approval"


def begin_ask(state: State, act: Act, at: int) -> None:
    args: AskApproval = act.args
    refuse_personal_number(args.note, "note")
    _asked_about(state, args.quote_id, args.content_hash, ASKED)


def ask(state: State, act: Act, at: int, now: int) -> Accepted:
    args: AskApproval = act.args
    quote = _asked_about(state, args.quote_id, args.content_hash, ASKED)
    if quote.approval in (NOT_NEEDED, ASKED, GIVEN):
        raise Refusal(WrongState(quote.approval, ASKED))
    effects = Effects(state, act, at)
    lines = lines_of(state, quote.id, quote.version)
    hits = hits_of(state, quote, lines, account_of(state, quote.company_id), quote.made_by, at)
    facts = {
        "quote": quote.id, "number": quote.number, "version": quote.version, "asked_by": act.staff_id,
        "content_hash": args.content_hash, "currency": quote.currency, "total": quote.total,
        "rules": [[hit.rule, -1 if hit.line is None else hit.line, hit.value, hit.limit] for hit in hits],
    }  # fmt: skip
    effects.task(TASK, quote.place_id, facts)
    effects.set(quote, approval=ASKED, approved_hash=args.content_hash, asked_at=at, changed_at=at)
    return effects.accepted()


def begin_answer(state: State, act: Act, at: int) -> None:
    args: ApproveQuote | DeclineApproval = act.args
    refuse_personal_number(args.note, "note")
    _supervisor(state, act, args.checked_by, at)
    quote = _asked_about(state, args.quote_id, args.content_hash, GIVEN)
    if isinstance(args, ApproveQuote):
        _refuse_beyond(state, act, quote, at)


def approve(state: State, act: Act, at: int, now: int) -> Accepted:
    """The yes of somebody whose limits reach so far, for exactly this content."""
    args: ApproveQuote = act.args
    staff = _supervisor(state, act, args.checked_by, at)
    quote = _asked_about(state, args.quote_id, args.content_hash, GIVEN)
    if quote.approval in (NOT_NEEDED, GIVEN):
        raise Refusal(WrongState(quote.approval, GIVEN))
    _refuse_beyond(state, act, quote, at)
    effects = Effects(state, act, at)
    effects.set(
        quote, approval=GIVEN, approved_by=staff.staff_id, approved_hash=args.content_hash, approved_at=at,
        changed_at=at,
    )  # fmt: skip
    _close_task(effects, quote, "approved", staff.staff_id)
    return effects.accepted()


def decline(state: State, act: Act, at: int, now: int) -> Accepted:
    args: DeclineApproval = act.args
    staff = _supervisor(state, act, args.checked_by, at)
    quote = _asked_about(state, args.quote_id, args.content_hash, REFUSED)
    if quote.approval not in (NEEDED, ASKED):
        raise Refusal(WrongState(quote.approval, REFUSED))
    effects = Effects(state, act, at)
    effects.set(
        quote, approval=REFUSED, approved_by=staff.staff_id, approved_hash=args.content_hash, changed_at=at
    )
    _close_task(effects, quote, "declined", staff.staff_id)
    return effects.accepted()


def _asked_about(state: State, quote_id: str, hash_: str, wanted: str) -> Quote:
    """The draft, if its content is still the one that the hash names."""
    quote = need(state, Quote, quote_id)
    if quote.state != DRAFT:
        raise Refusal(WrongState(quote.state, wanted))
    if content_hash(content_of(quote, lines_of(state, quote.id, quote.version))) != hash_:
        raise Refusal(ApprovalOutdated(content_mark(hash_)))
    return quote


def _supervisor(state: State, act: Act, checked_by: int | None, at: int) -> Staff:
    staff = staff_at(state, act.place_id, act.staff_id if checked_by is None else checked_by, at)
    if staff is None or "quote.approve" not in PERMISSIONS.get(staff.role, frozenset()):
        raise Refusal(NotAllowed("quote.approve"))
    return staff


def _refuse_beyond(state: State, act: Act, quote: Quote, at: int) -> None:
    """What lies beyond the limits waits for somebody above; a PIN at the desk reaches up to the ceiling."""
    args: ApproveQuote = act.args
    staff = _supervisor(state, act, args.checked_by, at)
    policy, account = policy_of(state, quote.place_id), account_of(state, quote.company_id)
    if args.checked_by is not None and quote.total > policy.offline_ceiling:
        raise Refusal(AboveOfflineCeiling(policy.offline_ceiling, quote.currency))
    facts = line_facts(lines_of(state, quote.id, quote.version))
    for hit in rules_hit(policy, staff.role, facts, quote.total, age_days(account, at)):
        raise Refusal(ApprovalNeeded(hit.rule, -1 if hit.line is None else hit.line, hit.value, hit.limit))


def _close_task(effects: Effects, quote: Quote, answer: str, staff_id: int) -> None:
    for state in ("open", "waiting"):
        for task in effects.state.among(Task, place_id=quote.place_id, state=state):
            if task.kind == TASK and msgspec.json.decode(task.facts).get("quote") == quote.id:
                effects.set(
                    task, state="answered", answer=answer, answered_by=staff_id, answered_at=effects.at
                )
