"""A quote becomes an order: asked for at the desk, decided centrally by credit, people, stock and tax date."""

from collections.abc import Sequence
from typing import Any

from storedesk.actions.action import Accepted, Act, Refusal, State
from storedesk.actions.buyer_approval import agreement
from storedesk.actions.effects import Effects
from storedesk.actions.quote_account import Account, account_of, credit_of, local_day
from storedesk.actions.quote_args import AskForOrder
from storedesk.actions.quote_rows import ISSUED, ORDER_ASKED, ORDERED, lines_of, need_quote
from storedesk.actions.quote_stock import free_anywhere, free_here, shares
from storedesk.actions.reading import need
from storedesk.actions.send_home import parts_to_send
from storedesk.actions.written_text import refuse_personal_number
from storedesk.domain.money import divide_half_up, minor_step
from storedesk.domain.plain_text import clean_text
from storedesk.domain.quote_reasons import CompanyYesMissing, PoNumberMissing, QuoteChanged, ValidityPast
from storedesk.domain.records import (
    Channel,
    Company,
    Fulfilment,
    FulfilmentLine,
    Order,
    OrderLine,
    Quote,
    QuoteLine,
    QuoteRevision,
)
from storedesk.domain.tax import RATE_UNIT

PICKUP_DAYS = 14
_DAY_MS = 86_400_000


def begin_order(state: State, act: Act, at: int) -> None:
    args: AskForOrder = act.args
    refuse_personal_number(args.po_number, "po_number")
    quote, account = _refuse_unready(state, act, at)
    agreed = agreement(state, account, quote, args.ordered_by, args.agreed_by)
    if not state.is_central and not agreed.is_given:
        waits = len(agreed.waits_for)
        raise Refusal(CompanyYesMissing(quote.total, quote.currency, waits, account.approval))


def ask_for_order(state: State, act: Act, at: int, now: int) -> Accepted:
    """A request: a desk notes that it was asked for, the central system makes the order or says why not."""
    args: AskForOrder = act.args
    quote, account = _refuse_unready(state, act, at)
    effects = Effects(state, act, at)
    po_number = clean_text(args.po_number, 80) or quote.po_number
    if not state.is_central:
        effects.set(quote, state=ORDER_ASKED, po_number=po_number, changed_at=at)
        return effects.accepted()
    lines = lines_of(state, quote.id, quote.version)
    wanted = _wanted(lines)
    against = [
        *_credit(account, quote),
        *_people(state, account, args, quote),
        *_stock(state, quote, wanted, now),
        *_tax(state, quote, at),
    ]
    if against:
        facts = {
            "quote": quote.id, "number": quote.number, "version": quote.version, "against": against,
            "currency": quote.currency, "total": quote.total,
        }  # fmt: skip
        effects.set(quote, changed_at=at)
        return effects.accepted(effects.task("quote_order_refused", quote.place_id, facts))
    order_id = effects.new_id()
    _order(effects, quote, account, lines, order_id)
    if quote.delivery == "collected":
        _pickup(effects, quote, lines, order_id)
    else:
        goods = [line for line in lines if line.variant_id is not None]
        taken = shares(state, wanted, now)
        parts_to_send(effects, order_id, quote.number, goods, taken)
        effects.note(order_id, "reserved_to_send", {"shares": [list(one) for one in taken]})
    effects.add(Company, (account.payer.id,), "credit_used", quote.total)
    effects.set(quote, state=ORDERED, order_id=order_id, po_number=po_number, changed_at=at)
    return effects.accepted()


def _refuse_unready(state: State, act: Act, at: int) -> tuple[Quote, Account]:
    args: AskForOrder = act.args
    quote = need_quote(state, args.quote_id, args.version, ISSUED, wanted=ORDER_ASKED)
    frozen = need(state, QuoteRevision, quote.id, quote.version)
    if frozen.content_hash != args.content_hash:
        raise Refusal(QuoteChanged(quote.version))
    if quote.valid_until < local_day(state, quote.place_id, at):
        raise Refusal(ValidityPast(quote.valid_until))
    account = account_of(state, quote.company_id)
    if account.po_required and not (args.po_number or quote.po_number):
        raise Refusal(PoNumberMissing())
    return quote, account


def _credit(account: Account, quote: Quote) -> list[dict[str, Any]]:
    credit = credit_of(account, quote.total)
    if credit.stopped:
        return [{"why": "credit_stop"}]
    return [] if credit.enough else [{"why": "credit", "short": -credit.left, "currency": quote.currency}]


def _people(state: State, account: Account, args: AskForOrder, quote: Quote) -> list[dict[str, Any]]:
    """Above the buyer's limit, those of the company who may must have agreed."""
    agreed = agreement(state, account, quote, args.ordered_by, args.agreed_by)
    return [] if agreed.is_given else [{"why": "approver", "total": quote.total}]


def _wanted(lines: Sequence[QuoteLine]) -> dict[int, int]:
    """What is wanted of each article over all lines, in smallest steps."""
    wanted: dict[int, int] = {}
    for line in lines:
        if line.variant_id is not None:
            wanted[line.variant_id] = wanted.get(line.variant_id, 0) + line.quantity
    return wanted


def _stock(state: State, quote: Quote, wanted: dict[int, int], now: int) -> list[dict[str, Any]]:
    short = []
    for variant_id, quantity in sorted(wanted.items()):
        if quote.delivery == "collected":
            free = free_here(state, quote.place_id, variant_id, now)
        else:
            free = free_anywhere(state, variant_id, now)
        if free < quantity:
            short.append({"why": "stock", "variant": variant_id, "wanted": quantity, "free": free})
    return short


def _tax(state: State, quote: Quote, at: int) -> list[dict[str, Any]]:
    """Past the day on which a rate changes, a new version has to show both totals first."""
    frozen = need(state, QuoteRevision, quote.id, quote.version)
    if frozen.tax_until and local_day(state, quote.place_id, at) >= frozen.tax_until:
        return [{"why": "tax_changed", "since": frozen.tax_until}]
    return []


def _order(
    effects: Effects, quote: Quote, account: Account, lines: Sequence[QuoteLine], order_id: str
) -> None:
    at, channels = effects.at, effects.state.among(Channel)
    channel = next((found.id for found in channels if found.kind == "b2b_portal"), 0)
    effects.insert(
        Order(
            order_id, quote.number, channel, quote.id, at, quote.country, quote.currency, quote.total,
            "open", "on_account", None, 0, 0, f"company {account.company.id}", account.company.id, at,
        )
    )  # fmt: skip
    for line, gross in zip(lines, _gross_amounts(quote, lines), strict=True):
        kind = "goods" if line.variant_id is not None else "charge"
        each = divide_half_up(line.net * (RATE_UNIT + line.tax_rate), RATE_UNIT)
        effects.insert(
            OrderLine(
                order_id, line.line, kind, line.variant_id, line.sku, line.name, line.detail, line.unit,
                line.quantity, 0, 0, each, gross, line.tax_rate,
            )
        )  # fmt: skip
    effects.note(order_id, "ordered_from_quote", {"quote": quote.id, "version": quote.version})


def _gross_amounts(quote: Quote, lines: Sequence[QuoteLine]) -> list[int]:
    """Each line with its tax, to the minor unit; the largest takes what rounding leaves of the total."""
    step = minor_step(quote.currency)
    amounts = [
        divide_half_up(line.amount * (RATE_UNIT + line.tax_rate), RATE_UNIT * step) * step for line in lines
    ]
    amounts[amounts.index(max(amounts))] += quote.total - sum(amounts)
    return amounts


def _pickup(effects: Effects, quote: Quote, lines: Sequence[QuoteLine], order_id: str) -> None:
    at = effects.at
    goods = [line for line in lines if line.variant_id is not None]
    if not goods:
        return
    last_day = local_day(effects.state, quote.place_id, at + PICKUP_DAYS * _DAY_MS)
    fulfilment = effects.insert(
        Fulfilment(
            effects.new_id(), order_id, quote.number, quote.place_id, "pickup", "new", at + _DAY_MS, last_day,
            None, "", None, None, None, "", 0, "", at,
        )
    )  # fmt: skip
    for line in goods:
        effects.insert(
            FulfilmentLine(
                fulfilment.id, line.line, line.variant_id or 0, line.quantity, 0, 0, 0, "", 0, 0, 0
            )
        )
        effects.release(quote.place_id, line.variant_id or 0, -line.quantity)
