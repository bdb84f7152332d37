"""A quote's rows read and written as a whole: header, the lines of one version, their sums and their hash."""

from collections.abc import Iterable, Sequence

from storedesk.actions.action import Refusal, State
from storedesk.actions.effects import Effects
from storedesk.actions.pickup_args import Id
from storedesk.actions.quote_account import Account, account_of, age_days, policy_of
from storedesk.actions.quote_args import QuoteLineArgs
from storedesk.actions.quote_cost import cost_of
from storedesk.actions.quote_pricing import is_free, steps_of, unit_step
from storedesk.actions.reading import need, row_or_none
from storedesk.actions.rights import staff_at
from storedesk.domain.discount_rules import LineFacts, RuleHit, rules_hit
from storedesk.domain.quote_content import ContentLine, QuoteContent, content_hash
from storedesk.domain.quote_reasons import QuoteChanged
from storedesk.domain.quote_totals import QuoteLineIn, QuoteTotals, quote_totals
from storedesk.domain.reasons import WrongState
from storedesk.domain.records import Quote, QuoteLine

REMOVED = "removed"
DRAFT, ISSUED, WITHDRAWN, DECLINED, LAPSED, ORDER_ASKED, ORDERED = (
    "draft", "issued", "withdrawn", "declined", "lapsed", "order_asked", "ordered",
)  # fmt: skip
NOT_NEEDED, NEEDED, ASKED, GIVEN, REFUSED = "not_needed", "needed", "asked", "given", "declined"


def need_quote(state: State, quote_id: Id, version: int, *states: str, wanted: str) -> Quote:
    """The quote if it is in one of the states and `version` is the one that counts."""
    quote = need(state, Quote, quote_id)
    if quote.state not in states:
        raise Refusal(WrongState(quote.state, wanted))
    if quote.version != version:
        raise Refusal(QuoteChanged(quote.version))
    return quote


def lines_of(state: State, quote_id: str, version: int) -> tuple[QuoteLine, ...]:
    """The lines of a version, without those taken out of the draft again."""
    return live_lines(state.among(QuoteLine, quote_id=quote_id, version=version))


def live_lines(lines: Iterable[QuoteLine]) -> tuple[QuoteLine, ...]:
    return tuple(line for line in lines if line.kind != REMOVED)


def totals_of_args(lines: Sequence[QuoteLineArgs], currency: str) -> QuoteTotals:
    return quote_totals(
        [
            QuoteLineIn(
                line.unit_price, line.quantity, unit_step(line.unit), line.tax_rate, line.discount,
                line.list_price, line.kind, line.treatment,
            )
            for line in lines
        ],
        currency,
    )  # fmt: skip


def totals_of_rows(lines: Sequence[QuoteLine], currency: str) -> QuoteTotals:
    """The sums of the rows; the price each after the discount is worked out anew."""
    return quote_totals(
        [
            QuoteLineIn(
                line.unit_price, line.quantity, unit_step(line.unit), line.tax_rate, line.discount,
                line.list_price, line.kind, line.treatment,
            )
            for line in lines
        ],
        currency,
    )  # fmt: skip


def content_of(quote: Quote, lines: Sequence[QuoteLine]) -> QuoteContent:
    return QuoteContent(
        quote.id, quote.version, quote.company_id, quote.currency, quote.valid_until, quote.terms_days,
        quote.delivery, quote.deliver_country, quote.treatment, quote.treatment_reason, quote.tax_day,
        quote.net, quote.tax, quote.total,
        tuple(
            ContentLine(
                line.kind, line.variant_id, line.sku, line.name, line.unit, line.quantity, line.unit_price,
                line.discount, line.net, line.amount, line.tax_category, line.tax_rate, line.treatment,
            )
            for line in lines
        ),
    )  # fmt: skip


def hits_of(
    state: State, quote: Quote, lines: Sequence[QuoteLine], account: Account, staff_id: int, at: int
) -> tuple[RuleHit, ...]:
    """The rules that this person's limits leave to somebody above."""
    staff = staff_at(state, quote.place_id, staff_id, at)
    role = "" if staff is None else staff.role
    policy = policy_of(state, quote.place_id)
    return rules_hit(policy, role, line_facts(state, quote, lines), quote.total, age_days(account, at))


def line_facts(state: State, quote: Quote, lines: Iterable[QuoteLine]) -> tuple[LineFacts, ...]:
    """What the rules ask of each line, its cost where it is known."""
    return tuple(
        LineFacts(line.line, line.discount, line.amount, cost_of(state, quote, line)) for line in lines
    )


def is_kept(line: QuoteLine) -> bool:
    """True where the price is deliberately not what the lists say."""
    return any(step.label_key == "kept" for step in steps_of(line.steps))


def without_price(lines: Iterable[QuoteLine]) -> tuple[QuoteLine, ...]:
    """The own lines that nobody has priced: at 0, and not free of charge on purpose."""
    return tuple(
        line for line in lines if line.kind != "goods" and not line.unit_price and not is_free(line.steps)
    )


def write_lines(effects: Effects, quote: Quote, lines: Sequence[QuoteLineArgs]) -> tuple[QuoteLine, ...]:
    """Makes the version's lines these, in this order; what is over is marked as removed."""
    state, totals = effects.state, totals_of_args(lines, quote.currency)
    written = []
    for number, (line, made) in enumerate(zip(lines, totals.lines, strict=True), 1):
        row = QuoteLine(
            quote.id, quote.version, number, line.variant_id, line.sku, line.name, line.detail, line.unit,
            line.quantity, line.list_code, line.unit_price, line.discount, made.each, line.tax_category,
            line.tax_rate, line.steps, line.kind, line.list_price, made.amount, line.treatment,
        )  # fmt: skip
        written.append(_put(effects, row))
    for old in state.among(QuoteLine, quote_id=quote.id, version=quote.version):
        if old.line > len(lines) and old.kind != REMOVED:
            effects.set(old, kind=REMOVED, quantity=0, amount=0)
    return tuple(written)


def _put(effects: Effects, row: QuoteLine) -> QuoteLine:
    old = row_or_none(effects.state, QuoteLine, row.quote_id, row.version, row.line)
    if old is None:
        return effects.insert(row)
    changed: QuoteLine = effects.set(old, **row._asdict())
    return changed


def summed(quote: Quote, lines: Sequence[QuoteLine]) -> Quote:
    """The header with the sums and the hash of these lines."""
    totals = totals_of_rows(lines, quote.currency)
    taxed = [line.treatment for line in lines if line.treatment == "standard"]
    kinds = taxed or [line.treatment for line in lines] or ["standard"]
    quote = quote._replace(net=totals.net, tax=totals.tax, total=totals.total, treatment=kinds[0])
    return quote._replace(content_hash=content_hash(content_of(quote, lines)))


def with_approval(state: State, quote: Quote, lines: Sequence[QuoteLine], staff_id: int, at: int) -> Quote:
    """The header as the rules leave it: a yes counts only for the content it was given for."""
    if not hits_of(state, quote, lines, account_of(state, quote.company_id), staff_id, at):
        return quote._replace(approval=NOT_NEEDED, approved_by=None, approved_hash="", approved_at=None)
    if quote.approval == GIVEN and quote.approved_hash == quote.content_hash:
        return quote
    if quote.approval in (ASKED, REFUSED) and quote.approved_hash == quote.content_hash:
        return quote
    return quote._replace(approval=NEEDED, approved_by=None, approved_hash="", approved_at=None)
