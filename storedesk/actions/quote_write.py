"""Writing a quote: started and saved as a draft, revised into a new version, withdrawn or declined."""

from collections.abc import Sequence

from storedesk.actions.action import Accepted, Act, Refusal, State
from storedesk.actions.effects import Effects
from storedesk.actions.quote_account import account_of, local_day
from storedesk.actions.quote_approval import close_task
from storedesk.actions.quote_args import (
    DeclineQuote,
    QuoteHeadArgs,
    QuoteLineArgs,
    ReviseQuote,
    SaveQuote,
    StartQuote,
    WithdrawQuote,
)
from storedesk.actions.quote_pricing import LineEdit, edit_of, is_free, line_args, price_quote
from storedesk.actions.quote_rows import (
    ASKED,
    DECLINED,
    DRAFT,
    ISSUED,
    LAPSED,
    NOT_NEEDED,
    WITHDRAWN,
    lines_of,
    need_quote,
    summed,
    with_approval,
    write_lines,
)
from storedesk.actions.reading import need
from storedesk.actions.written_text import refuse_personal_number
from storedesk.domain.document_number import parse_document_number
from storedesk.domain.ids import effect_id
from storedesk.domain.plain_text import clean_text
from storedesk.domain.quote_reasons import LineWithoutPrice, NumberNotOfThisQuote, PriceMoved, TaxMoved
from storedesk.domain.reasons import Reason, UnknownRecord
from storedesk.domain.records import Company, CompanyContact, Place, Quote, QuoteLine


def begin_start(state: State, act: Act, at: int) -> None:
    args: StartQuote = act.args
    check_number(args.number, effect_id(act.id, 1))
    _begin_content(state, act, args.head, args.lines, at)


def start(state: State, act: Act, at: int, now: int) -> Accepted:
    args: StartQuote = act.args
    effects = Effects(state, act, at)
    quote_id = effects.new_id()
    check_number(args.number, quote_id)
    place = need(state, Place, act.place_id)
    company = need(state, Company, args.head.company_id)
    quote = Quote(
        quote_id, args.number, 1, company.id, None, place.id, DRAFT, company.currency, place.country,
        "collected", "", "standard", "", "", "", "", 0, 0, 0, NOT_NEEDED, None, "", at, at, act.staff_id,
        act.desk, None, "", at,
    )  # fmt: skip
    quote, _ = with_content(effects, quote, args.head, args.lines)
    effects.insert(quote)
    return effects.accepted()


def begin_save(state: State, act: Act, at: int) -> None:
    args: SaveQuote = act.args
    need_quote(state, args.quote_id, args.version, DRAFT, wanted=DRAFT)
    _begin_content(state, act, args.head, args.lines, at)


def save(state: State, act: Act, at: int, now: int) -> Accepted:
    args: SaveQuote = act.args
    old = need_quote(state, args.quote_id, args.version, DRAFT, wanted=DRAFT)
    effects = Effects(state, act, at)
    new, _ = with_content(effects, old, args.head, args.lines)
    effects.set(old, **new._asdict())
    if old.approval == ASKED != new.approval:
        close_task(effects, old, "changed", act.staff_id)
    return effects.accepted()


def begin_revise(state: State, act: Act, at: int) -> None:
    args: ReviseQuote = act.args
    need_quote(state, args.quote_id, args.version, ISSUED, DECLINED, LAPSED, WITHDRAWN, wanted=DRAFT)


def revise(state: State, act: Act, at: int, now: int) -> Accepted:
    """A new version with the same lines; taxed as of today, and priced anew where it is renewed."""
    args: ReviseQuote = act.args
    old = need_quote(state, args.quote_id, args.version, ISSUED, DECLINED, LAPSED, WITHDRAWN, wanted=DRAFT)
    effects = Effects(state, act, at)
    head = head_of(old)
    edits = [_kept_edit(line, args.reason) for line in lines_of(state, old.id, old.version)]
    priced = price_quote(state, old.place_id, head, edits, at)
    new = old._replace(
        version=old.version + 1, state=DRAFT, approval=NOT_NEEDED, approved_by=None, approved_hash="",
        approved_at=None, asked_at=None, issued_at=None, changed_at=at, revised_for=args.reason,
    )  # fmt: skip
    new, _ = with_content(effects, new, head, line_args(priced.lines))
    effects.set(old, **new._asdict())
    return effects.accepted()


def begin_end(state: State, act: Act, at: int) -> None:
    args: WithdrawQuote | DeclineQuote = act.args
    refuse_personal_number(args.note, "note")
    need_quote(state, args.quote_id, args.version, DRAFT, ISSUED, wanted=WITHDRAWN)


def withdraw(state: State, act: Act, at: int, now: int) -> Accepted:
    return _end(state, act, at, WITHDRAWN)


def decline(state: State, act: Act, at: int, now: int) -> Accepted:
    return _end(state, act, at, DECLINED)


def head_of(quote: Quote) -> QuoteHeadArgs:
    """The header as an action's arguments."""
    return QuoteHeadArgs(
        company_id=quote.company_id,
        valid_until=quote.valid_until,
        contact_id=quote.contact_id,
        site_id=quote.site_id,
        delivery="sent" if quote.delivery == "sent" else "collected",
        deliver_country=quote.deliver_country,
        po_number=quote.po_number,
        note=quote.note,
    )


def check_number(number: str, quote_id: str) -> None:
    """A number, where there is one, is a document number made for this quote."""
    parsed = parse_document_number(number) if number else None
    if number and (parsed is None or not parsed.belongs_to(quote_id)):
        raise Refusal(NumberNotOfThisQuote(number))


def moved_lines(
    state: State, place_id: int, head: QuoteHeadArgs, lines: Sequence[QuoteLineArgs], at: int
) -> list[Reason]:
    """Where prices, treatments or rates are not what the rows say at that time."""
    priced = price_quote(state, place_id, head, [edit_of(line) for line in lines], at)
    moved: list[Reason] = []
    for number, (line, made) in enumerate(zip(lines, priced.lines, strict=True), 1):
        if made.price is None:
            moved.append(LineWithoutPrice(number))
        elif made.price != line.unit_price:
            moved.append(PriceMoved(number, line.unit_price, made.price, priced.currency))
        elif (made.treatment.kind, made.tax_rate) != (line.treatment, line.tax_rate):
            moved.append(TaxMoved(number, made.treatment.kind, made.tax_rate))
    return moved


def _begin_content(
    state: State, act: Act, head: QuoteHeadArgs, lines: Sequence[QuoteLineArgs], at: int
) -> None:
    refuse_personal_number(head.note, "note")
    refuse_personal_number(head.po_number, "po_number")
    for line in lines:
        refuse_personal_number(line.name, "name")
        refuse_personal_number(line.detail, "detail")
    _whose(state, head)
    moved = moved_lines(state, act.place_id, head, lines, at)
    if moved:
        raise Refusal(moved[0])


def _whose(state: State, head: QuoteHeadArgs) -> None:
    """The contact and the site belong to the company or to one above it."""
    chain = {company.id for company in account_of(state, head.company_id).chain}
    if head.contact_id is not None and need(state, CompanyContact, head.contact_id).company_id not in chain:
        raise Refusal(UnknownRecord("company_contact"))
    if head.site_id is not None:
        site = account_of(state, head.site_id)
        if head.company_id not in {company.id for company in site.chain}:
            raise Refusal(UnknownRecord("company"))


def with_content(
    effects: Effects, quote: Quote, head: QuoteHeadArgs, lines: Sequence[QuoteLineArgs]
) -> tuple[Quote, tuple[QuoteLine, ...]]:
    """The header for these lines, which are written; the header itself is the caller's to write."""
    state, account = effects.state, account_of(effects.state, head.company_id)
    exempt = any(line.treatment == "exempt" for line in lines)
    quote = quote._replace(
        company_id=head.company_id,
        currency=account.company.currency,
        contact_id=head.contact_id,
        site_id=head.site_id,
        delivery=head.delivery,
        deliver_country=head.deliver_country,
        treatment_reason=account.company.treatment_reason if exempt else "",
        po_number=clean_text(head.po_number, 80),
        valid_until=head.valid_until,
        note=clean_text(head.note, 500),
        terms_days=account.terms_days,
        tax_day=local_day(state, quote.place_id, effects.at),
        price_as_of=effects.at,
        changed_at=effects.at,
    )
    written = write_lines(effects, quote, lines)
    quote = summed(quote, written)
    return with_approval(state, quote, written, effects.act.staff_id, effects.at), written


def _kept_edit(line: QuoteLine, reason: str) -> LineEdit:
    price = None if reason == "renewed" and line.kind == "goods" else line.unit_price
    return LineEdit(
        line.kind, line.variant_id, line.quantity, line.discount, price, line.name, line.detail, line.unit,
        line.tax_category, is_free(line.steps),
    )  # fmt: skip


def _end(state: State, act: Act, at: int, ended: str) -> Accepted:
    args: WithdrawQuote | DeclineQuote = act.args
    quote = need_quote(state, args.quote_id, args.version, DRAFT, ISSUED, wanted=ended)
    effects = Effects(state, act, at)
    effects.set(quote, state=ended, changed_at=at)
    if quote.approval == ASKED:
        close_task(effects, quote, "withdrawn", act.staff_id)
    return effects.accepted()
