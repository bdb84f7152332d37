"""Somebody who approves allows less than was asked for: the discounts are lowered and the quote may go on."""

import msgspec

from storedesk.actions.action import Accepted, Act, Refusal, State
from storedesk.actions.effects import Effects
from storedesk.actions.quote_account import account_of, age_days, policy_of
from storedesk.actions.quote_approval import asked_about, close_task, supervisor
from storedesk.actions.quote_args import OfferLess
from storedesk.actions.quote_issue import row_args
from storedesk.actions.quote_rows import (
    ASKED,
    GIVEN,
    NEEDED,
    line_facts,
    lines_of,
    summed,
    with_approval,
    write_lines,
)
from storedesk.actions.written_text import refuse_personal_number
from storedesk.domain.discount_rules import rules_hit
from storedesk.domain.reasons import WrongState
from storedesk.domain.records import Quote, QuoteLine, Staff


def begin_offer(state: State, act: Act, at: int) -> None:
    args: OfferLess = act.args
    refuse_personal_number(args.note, "note")
    supervisor(state, act, args.checked_by, at)
    asked_about(state, args.quote_id, args.content_hash, GIVEN)


def offer_less(state: State, act: Act, at: int, now: int) -> Accepted:
    """No discount is above ``args.discount`` afterwards; where the one who asked may give that alone, no yes is
    needed any more, else this is the yes, as far as the limits of who gives it reach."""
    args: OfferLess = act.args
    staff = supervisor(state, act, args.checked_by, at)
    quote = asked_about(state, args.quote_id, args.content_hash, GIVEN)
    if quote.approval not in (NEEDED, ASKED):
        raise Refusal(WrongState(quote.approval, GIVEN))
    effects = Effects(state, act, at)
    lowered = tuple(
        msgspec.structs.replace(line, discount=min(line.discount, args.discount))
        for line in row_args(lines_of(state, quote.id, quote.version))
    )
    lines = write_lines(effects, quote, lowered)
    new = with_approval(state, summed(quote, lines), lines, quote.made_by, at)._replace(changed_at=at)
    if new.approval == NEEDED and _reaches(state, staff, new, lines, at):
        new = new._replace(
            approval=GIVEN, approved_by=staff.staff_id, approved_hash=new.content_hash, approved_at=at
        )
    effects.set(quote, **new._asdict())
    close_task(effects, quote, "offer_less", staff.staff_id)
    return effects.accepted()


def _reaches(state: State, staff: Staff, quote: Quote, lines: tuple[QuoteLine, ...], at: int) -> bool:
    """Whether the one who allows it may do so alone."""
    policy, account = policy_of(state, quote.place_id), account_of(state, quote.company_id)
    facts = line_facts(state, quote, lines)
    return not rules_hit(policy, staff.role, facts, quote.total, age_days(account, at))
