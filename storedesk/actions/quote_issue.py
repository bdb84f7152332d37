"""Issuing a quote: number, net prices, terms and tax are frozen and hashed; what differs becomes a task."""

from collections.abc import Sequence
from typing import Any

from storedesk.actions.action import Accepted, Act, Refusal, State
from storedesk.actions.effects import Effects
from storedesk.actions.quote_account import account_of, local_day
from storedesk.actions.quote_approval import close_task
from storedesk.actions.quote_args import IssueQuote, QuoteLineArgs
from storedesk.actions.quote_pricing import tax_rates
from storedesk.actions.quote_rows import (
    ASKED,
    DRAFT,
    GIVEN,
    ISSUED,
    content_of,
    hits_of,
    is_kept,
    lines_of,
    need_quote,
    totals_of_rows,
    without_price,
)
from storedesk.actions.quote_write import check_number, head_of, moved_lines
from storedesk.domain.quote_content import content_hash, tax_holds_until
from storedesk.domain.quote_reasons import (
    ApprovalNeeded,
    LineWithoutPrice,
    PoNumberMissing,
    QuoteChanged,
    QuoteWithoutLines,
    ValidityPast,
)
from storedesk.domain.records import Quote, QuoteLine, QuoteRevision


def begin_issue(state: State, act: Act, at: int) -> None:
    """The desk issues only what its own price lists and rates say now, or what is deliberately kept."""
    args: IssueQuote = act.args
    quote = need_quote(state, args.quote_id, args.version, DRAFT, wanted=ISSUED)
    lines = lines_of(state, quote.id, quote.version)
    _refuse_unready(state, act, quote, lines, at)
    moved = moved_lines(state, quote.place_id, head_of(quote), row_args(lines), at)
    if moved:
        raise Refusal(moved[0])


def issue(state: State, act: Act, at: int, now: int) -> Accepted:
    """Accepted as it left the shop; a figure that central works out differently opens a task."""
    args: IssueQuote = act.args
    quote = need_quote(state, args.quote_id, args.version, DRAFT, wanted=ISSUED)
    lines = lines_of(state, quote.id, quote.version)
    _refuse_unready(state, act, quote, lines, at)
    effects = Effects(state, act, at)
    used = {(_rate_country(quote), line.tax_category) for line in lines if line.treatment == "standard"}
    until = tax_holds_until(tax_rates(state), used, quote.tax_day)
    effects.insert(
        QuoteRevision(
            quote.id, quote.version, args.content_hash, args.net, args.tax, args.total, quote.valid_until,
            until, at, act.staff_id, quote.approved_by, quote.revised_for,
        )
    )  # fmt: skip
    effects.set(
        quote, state=ISSUED, number=args.number, net=args.net, tax=args.tax, total=args.total, issued_at=at,
        changed_at=at,
    )  # fmt: skip
    if quote.approval == ASKED:
        close_task(effects, quote, "issued", act.staff_id)
    differs = _differences(state, args, quote, lines, at)
    if not differs:
        return effects.accepted()
    facts = {
        "quote": quote.id, "number": args.number, "version": quote.version, "differs": differs,
        "currency": quote.currency,
    }  # fmt: skip
    return effects.accepted(effects.task("quote_differs", quote.place_id, facts))


def row_args(lines: Sequence[QuoteLine]) -> tuple[QuoteLineArgs, ...]:
    """The rows as an action carries them."""
    return tuple(
        QuoteLineArgs(
            kind=line.kind,  # type: ignore[arg-type]
            variant_id=line.variant_id,
            name=line.name,
            quantity=line.quantity,
            unit_price=line.unit_price,
            tax_category=line.tax_category,
            tax_rate=line.tax_rate,
            treatment=line.treatment,  # type: ignore[arg-type]
            unit=line.unit,
            detail=line.detail,
            sku=line.sku,
            discount=line.discount,
            list_price=line.list_price,
            list_code=line.list_code,
            kept=is_kept(line),
            steps=line.steps,
        )
        for line in lines
    )


def _refuse_unready(state: State, act: Act, quote: Quote, lines: Sequence[QuoteLine], at: int) -> None:
    args: IssueQuote = act.args
    check_number(args.number or "-", quote.id)
    if quote.number and quote.number != args.number:
        raise Refusal(QuoteChanged(quote.version))
    if not lines:
        raise Refusal(QuoteWithoutLines())
    for unpriced in without_price(lines):
        raise Refusal(LineWithoutPrice(unpriced.line))
    account = account_of(state, quote.company_id)
    if account.po_required and not quote.po_number:
        raise Refusal(PoNumberMissing())
    if quote.valid_until < local_day(state, quote.place_id, at):
        raise Refusal(ValidityPast(quote.valid_until))
    if content_hash(content_of(quote, lines)) != args.content_hash:
        raise Refusal(QuoteChanged(quote.version))
    hits = hits_of(state, quote, lines, account, act.staff_id, at)
    approved = quote.approval == GIVEN and quote.approved_hash == args.content_hash
    if hits and not approved:
        hit = hits[0]
        raise Refusal(ApprovalNeeded(hit.rule, -1 if hit.line is None else hit.line, hit.value, hit.limit))


def _differences(
    state: State, args: IssueQuote, quote: Quote, lines: Sequence[QuoteLine], at: int
) -> list[dict[str, Any]]:
    totals = totals_of_rows(lines, quote.currency)
    differs: list[dict[str, Any]] = [
        {"what": what, "here": there, "central": ours}
        for what, there, ours in (
            ("net", args.net, totals.net), ("tax", args.tax, totals.tax), ("total", args.total, totals.total),
        )
        if there != ours
    ]  # fmt: skip
    try:
        moved = moved_lines(state, quote.place_id, head_of(quote), row_args(lines), at)
    except Refusal as refusal:
        return [*differs, {"what": refusal.reason.kind, **refusal.reason.facts()}]
    return differs + [{"what": reason.kind, **reason.facts()} for reason in moved]


def _rate_country(quote: Quote) -> str:
    """Whose rates tax a line: those of the country it is sent to, else those of the shop's."""
    return quote.deliver_country if quote.delivery == "sent" and quote.deliver_country else quote.country
