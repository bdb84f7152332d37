"""Derives a quote in full: lines with their steps, sums, credit after it, and what keeps it from being issued."""

from typing import NamedTuple

from storedesk.actions.action import Refusal, State
from storedesk.actions.quote_account import Account, account_of, age_days, credit_of, local_day, policy_of
from storedesk.actions.quote_approval import awaited_roles
from storedesk.actions.quote_cost import cost_of
from storedesk.actions.quote_issue import row_args
from storedesk.actions.quote_pricing import PricedLine, PricedQuote, edit_of, price_quote, steps_of, tax_rates
from storedesk.actions.quote_rows import (
    DRAFT,
    GIVEN,
    ISSUED,
    ORDERED,
    hits_of,
    line_facts,
    lines_of,
    totals_of_rows,
    without_price,
)
from storedesk.actions.quote_stock import free_here, free_to_send
from storedesk.actions.quote_write import head_of
from storedesk.actions.reading import row_or_none
from storedesk.desk import quote_views as v
from storedesk.desk.company_details import contact_view, head_view, staff_names
from storedesk.desk.moments import Look
from storedesk.domain.discount_rules import PENDING, RuleHit, who_may_say_yes
from storedesk.domain.pricing import UnitPrice
from storedesk.domain.quote_content import content_mark, tax_holds_until
from storedesk.domain.records import Company, CompanyContact, Place, Quote, QuoteLine, QuoteRevision
from storedesk.domain.tax_treatment import SENTENCES

INDICATIVE_AFTER_MS = 24 * 3_600_000
_MANAGER = "store_manager"


class _Facts(NamedTuple):
    state: State
    quote: Quote
    lines: tuple[QuoteLine, ...]
    account: Account
    priced: PricedQuote | None
    hits: tuple[RuleHit, ...]
    look: Look


def derive_quote(
    state: State, quote: Quote, look: Look, heard_at: int | None, provisional: bool
) -> v.QuoteView:
    """``look.staff_id`` is whose limits are asked about. Refuses a quote whose company is not here."""
    lines = lines_of(state, quote.id, quote.version)
    account = account_of(state, quote.company_id)
    hits = hits_of(state, quote, lines, account, look.staff_id or quote.made_by, look.now)
    facts = _Facts(state, quote, lines, account, _priced(state, quote, lines, look.now), hits, look)
    names = staff_names(state)
    place = row_or_none(state, Place, quote.place_id)
    revisions = _revisions(facts, names)
    main = facts.priced.main_treatment if facts.priced else None
    approved = quote.approval == GIVEN
    return v.QuoteView(
        quote_id=quote.id,
        number=quote.number,
        version=quote.version,
        state=quote.state,
        approval=quote.approval,
        conditional=provisional and approved,
        provisional=provisional,
        company=head_view(state, account.company, look, heard_at),
        contact=_contact(state, quote.contact_id),
        site=_site(facts, heard_at),
        place_name="" if place is None else place.name,
        delivery=quote.delivery,
        deliver_country=quote.deliver_country,
        po_number=quote.po_number,
        valid_until=quote.valid_until,
        note=quote.note,
        lines=tuple(_line(facts, number, line) for number, line in enumerate(lines)),
        totals=totals_of_rows(lines, quote.currency),
        treatment=quote.treatment,
        treatment_reason=quote.treatment_reason,
        tax_steps=() if main is None else main.steps,
        tax_doubt="" if main is None else main.doubt,
        sentences=tuple(sorted({SENTENCES[line.treatment] for line in lines} - {""})),
        tax_day=quote.tax_day,
        tax_until=_tax_until(facts),
        credit=_credit(facts, heard_at),
        blocks=_blocks(facts),
        hits=hits,
        who=_who(facts),
        approved_by=names.get(quote.approved_by or 0, "") if approved else "",
        approved=None if quote.approved_at is None else look.moment(quote.approved_at),
        mark=content_mark(quote.content_hash),
        content_hash=quote.content_hash,
        made_by=names.get(quote.made_by, ""),
        desk=quote.desk,
        price_as_of=look.moment(quote.price_as_of),
        issued=None if quote.issued_at is None else look.moment(quote.issued_at),
        changed=look.moment(quote.changed_at),
        revisions=revisions,
        since_issued=_since_issued(facts, revisions),
        order_id=quote.order_id,
        indicative=is_indicative(look, heard_at),
        waits_for=awaited_roles(state, quote, look.now) if hits else (),
    )


def is_indicative(look: Look, heard_at: int | None) -> bool:
    """Whether this desk has heard nothing for so long that its prices are only a hint."""
    return heard_at is None or look.now - heard_at > INDICATIVE_AFTER_MS


def _contact(state: State, contact_id: int | None) -> v.ContactView | None:
    contact = None if contact_id is None else row_or_none(state, CompanyContact, contact_id)
    return None if contact is None else contact_view(contact)


def _site(facts: _Facts, heard_at: int | None) -> v.CompanyHead | None:
    number = facts.quote.site_id
    site = None if number is None else row_or_none(facts.state, Company, number)
    return None if site is None else head_view(facts.state, site, facts.look, heard_at)


def _credit(facts: _Facts, heard_at: int | None) -> v.CreditView:
    """An order's credit is used already; a quote's would be."""
    done = facts.quote.state == ORDERED
    credit = credit_of(facts.account, 0 if done else facts.quote.total)
    return v.CreditView(
        facts.quote.currency,
        credit.limit,
        credit.used,
        credit.this,
        credit.left,
        credit.stopped,
        None if heard_at is None else facts.look.moment(heard_at),
    )


def _priced(state: State, quote: Quote, lines: tuple[QuoteLine, ...], now: int) -> PricedQuote | None:
    """The lines as the lists say now; None where they cannot be priced here."""
    try:
        edits = [edit_of(line) for line in row_args(lines)]
        return price_quote(state, quote.place_id, head_of(quote), edits, now)
    except Refusal:
        return None


def _blocks(facts: _Facts) -> tuple[v.Block, ...]:
    quote, blocks = facts.quote, list[v.Block]()
    if quote.state != DRAFT:
        return (v.Block.ISSUED if quote.state == ISSUED else v.Block.ENDED,)
    if not facts.lines:
        blocks.append(v.Block.NO_LINES)
    if without_price(facts.lines):
        blocks.append(v.Block.NO_PRICE)
    if facts.priced is None and facts.lines:
        blocks.append(v.Block.NO_TAX_RATE)
    if facts.account.po_required and not quote.po_number:
        blocks.append(v.Block.PO_MISSING)
    if quote.valid_until < local_day(facts.state, quote.place_id, facts.look.now):
        blocks.append(v.Block.VALIDITY_PAST)
    if any(_moved_to(facts, number, line) is not None for number, line in enumerate(facts.lines)):
        blocks.append(v.Block.PRICE_MOVED)
    given = quote.approval == GIVEN and quote.approved_hash == quote.content_hash
    if facts.hits and not given:
        blocks.append(v.Block.NEEDS_APPROVAL)
    return tuple(blocks)


def _line(facts: _Facts, number: int, line: QuoteLine) -> v.QuoteLineView:
    made = _made(facts, number)
    found = made.found if made is not None and isinstance(made.found, UnitPrice) else None
    totals = totals_of_rows((line,), facts.quote.currency)
    here, elsewhere = _stock(facts, line.variant_id)
    return v.QuoteLineView(
        line.line, line.kind, line.variant_id, line.sku, line.name, line.detail, line.unit, line.quantity,
        line.list_price, line.unit_price, line.discount, line.net, totals.lines[0].before, line.amount,
        line.list_code, found.from_quantity if found else 0, line.tax_category, line.tax_rate, line.treatment,
        steps_of(line.steps), found.not_used if found else (), here, elsewhere,
        tuple(hit for hit in facts.hits if hit.line == line.line), _moved_to(facts, number, line),
        cost_of(facts.state, facts.quote, line), line in without_price((line,)),
    )  # fmt: skip


def _made(facts: _Facts, number: int) -> PricedLine | None:
    return None if facts.priced is None else facts.priced.lines[number]


def _moved_to(facts: _Facts, number: int, line: QuoteLine) -> int | None:
    """The price of a draft's line now, where it is not the one it was saved with."""
    made = _made(facts, number)
    if facts.quote.state != DRAFT or made is None or made.price in (None, line.unit_price):
        return None
    return made.price


def _stock(facts: _Facts, variant_id: int | None) -> tuple[int, int]:
    """What the counter here can have, and what the other places can send."""
    if variant_id is None:
        return 0, 0
    state, here, now = facts.state, facts.quote.place_id, facts.look.now
    others = [place.id for place in state.among(Place) if place.id != here]
    elsewhere = sum(free_to_send(state, place_id, variant_id, now) for place_id in others)
    return free_here(state, here, variant_id, now), elsewhere


def _who(facts: _Facts) -> str:
    if not facts.hits:
        return "free"
    policy = policy_of(facts.state, facts.quote.place_id)
    waits = awaited_roles(facts.state, facts.quote, facts.look.now)
    if waits and _MANAGER not in waits:
        return PENDING
    lines = line_facts(facts.state, facts.quote, facts.lines)
    age = age_days(facts.account, facts.look.now)
    return who_may_say_yes(policy, "", _MANAGER, lines, facts.quote.total, age)


def _tax_until(facts: _Facts) -> str:
    quote = facts.quote
    frozen = row_or_none(facts.state, QuoteRevision, quote.id, quote.version)
    if frozen is not None:
        return frozen.tax_until
    sent = quote.delivery == "sent" and quote.deliver_country
    country = quote.deliver_country if sent else quote.country
    used = {(country, line.tax_category) for line in facts.lines if line.treatment == "standard"}
    return tax_holds_until(tax_rates(facts.state), used, quote.tax_day)


def _revisions(facts: _Facts, names: dict[int, str]) -> tuple[v.RevisionView, ...]:
    look = facts.look
    return tuple(
        v.RevisionView(
            row.version, look.moment(row.issued_at), names.get(row.issued_by, ""),
            names.get(row.approved_by or 0, ""), row.net, row.tax, row.total, row.valid_until, row.tax_until,
            row.reason, content_mark(row.content_hash),
        )
        for row in facts.state.among(QuoteRevision, quote_id=facts.quote.id)
    )  # fmt: skip


def _since_issued(facts: _Facts, revisions: tuple[v.RevisionView, ...]) -> tuple[v.LineChange, ...]:
    """What this version changes of the last one that was issued before it."""
    earlier = [row.version for row in revisions if row.version < facts.quote.version]
    if not earlier:
        return ()
    old = {_name(line): line for line in lines_of(facts.state, facts.quote.id, max(earlier))}
    new = {_name(line): line for line in facts.lines}
    changes = [
        v.LineChange(name[1], "removed", old[name].quantity, 0, old[name].unit)
        for name in old
        if name not in new
    ]
    for name, line in new.items():
        before = old.get(name)
        if before is None:
            changes.append(v.LineChange(line.name, "added", 0, line.quantity, line.unit))
            continue
        for what, was, now in (
            ("quantity", before.quantity, line.quantity),
            ("price", before.unit_price, line.unit_price),
            ("discount", before.discount, line.discount),
        ):
            if was != now:
                changes.append(v.LineChange(line.name, what, was, now, line.unit))
    return tuple(changes)


def _name(line: QuoteLine) -> tuple[int, str]:
    return line.variant_id or 0, line.name
