"""The questions of quotes and accounts at a desk: a price with its steps, a draft as it would be, lists, details."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from storedesk.actions.action import Accepted, Act, Refusal, State
from storedesk.actions.quote_args import QuoteHeadArgs, SaveQuote, StartQuote
from storedesk.actions.quote_pricing import LineEdit, line_args, price_quote
from storedesk.actions.quote_write import save, start
from storedesk.actions.reading import need, row_or_none
from storedesk.desk import quote_views as v
from storedesk.desk.company_details import derive_company, staff_names
from storedesk.desk.moments import Look
from storedesk.desk.quote_details import derive_quote, is_indicative
from storedesk.domain.changes import Absent, Change, Elsewhere, Insert, Set
from storedesk.domain.ids import derived_id, effect_id
from storedesk.domain.pricing import UnitPrice, both_sides
from storedesk.domain.reasons import Reason
from storedesk.domain.records import Company, Quote
from storedesk.domain.tables import TABLE_BY_NAME, TABLE_BY_ROW, Key
from storedesk.storage import desk_quote_reads as reads
from storedesk.storage.row_reader import Driver

R = TypeVar("R")
_PREVIEW = derived_id("quote preview")


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft as it would be saved: ``kind`` and ``args`` of the action, ``view`` what it would look like;
    ``missing`` are the places (from 0) of edits that have no price and are left out."""

    kind: str
    args: StartQuote | SaveQuote
    view: v.QuoteView
    missing: tuple[int, ...]


class QuoteLookUp:
    """Answers from a desk's rows through a read-only connection; not safe for several threads at once.

    ``heard_at`` (UTC ms) is when this desk last heard from the central system.
    """

    def __init__(self, connection: Driver, place_id: int, look: Look, heard_at: int | None) -> None:
        self._connection, self._place_id, self._look, self._heard_at = connection, place_id, look, heard_at
        self._state = reads.DeskRows(connection)

    def price(
        self, head: QuoteHeadArgs, variant_id: int, quantity: int, at: int | None = None
    ) -> v.PriceView | Reason:
        """What an article costs the account of `head`, and why; `at` (UTC ms) is now if not given."""
        edit = LineEdit("goods", variant_id, quantity)
        try:
            priced = price_quote(self._state, self._place_id, head, (edit,), at or self._look.now)
        except Refusal as refusal:
            return refusal.reason
        line = priced.lines[0]
        found = line.found if isinstance(line.found, UnitPrice) else None
        gross = None if found is None else both_sides(found.net, False, line.tax_rate, found.currency)[1]
        return v.PriceView(
            variant_id=variant_id,
            currency=priced.currency,
            price=found.price if found else None,
            gross=gross,
            list_price=found.list_price if found else 0,
            from_quantity=found.from_quantity if found else 0,
            list_code=found.list_code if found else "",
            steps=found.steps if found else (),
            not_used=found.not_used if found else (),
            tax_category=line.tax_category,
            tax_rate=line.tax_rate,
            treatment=line.treatment.kind,
            tax_steps=line.treatment.steps,
            as_of=None if self._heard_at is None else self._look.moment(self._heard_at),
            indicative=is_indicative(self._look, self._heard_at),
        )

    def draft(
        self, head: QuoteHeadArgs, edits: Sequence[LineEdit], quote_id: str = "", number: str = ""
    ) -> Draft | Reason:
        """A new draft, or the one of `quote_id`, with this header and these lines; nothing is saved."""
        quote = row_or_none(self._state, Quote, quote_id) if quote_id else None
        look = self._look
        try:
            priced = price_quote(self._state, self._place_id, head, edits, look.now)
            lines = line_args(priced.lines)
            args: StartQuote | SaveQuote = StartQuote(head, lines)
            kind = "StartQuote"
            if quote is not None:
                kind, args = "SaveQuote", SaveQuote(quote.id, quote.version, head, lines)
            act = Act(_PREVIEW, kind, args, look.staff_id, self._place_id, look.desk)
            result = (start if quote is None else save)(self._state, act, look.now, look.now)
            view = self._view_after(result, quote_id or effect_id(_PREVIEW, 1))
        except Refusal as refusal:
            return refusal.reason
        if isinstance(args, StartQuote) and number:
            args = StartQuote(head, lines, number)
        missing = tuple(place for place, line in enumerate(priced.lines) if line.price is None)
        return Draft(kind, args, view, missing)

    def quote(self, quote_id: str) -> v.QuoteView | None:
        """A quote in full; None if it, or its company, is not on this desk."""
        quote = row_or_none(self._state, Quote, quote_id)
        if quote is None:
            return None
        provisional = quote_id in reads.unconfirmed_quotes(self._connection)
        try:
            return derive_quote(self._state, quote, self._look, self._heard_at, provisional)
        except Refusal:
            return None

    def quotes(self) -> tuple[v.QuoteRow, ...]:
        """The quotes of this place, those that wait for somebody first."""
        return self._rows(reads.quotes_of_place(self._connection, self._place_id))

    def quotes_numbered(self, text: str) -> tuple[v.QuoteRow, ...]:
        return self._rows(reads.quotes_numbered(self._connection, text))

    def companies(self, text: str) -> tuple[Company, ...]:
        """Companies by a part of their name or the start of their number, at most 30."""
        return reads.companies_matching(self._connection, text)

    def company(self, company_id: int) -> v.CompanyView | None:
        company = row_or_none(self._state, Company, company_id)
        if company is None:
            return None
        tree = reads.company_tree(self._connection, company_id)
        own = (company_id, *_all_below(tree, company_id))
        orders = reads.orders_of_companies(self._connection, own)
        quotes = reads.quotes_of_companies(self._connection, own)
        counts = reads.line_counts(self._connection, quotes)
        return derive_company(
            self._state,
            company,
            tree,
            tuple((order, reads.order_line_count(self._connection, order.id)) for order in orders),
            tuple((quote, counts[quote.id, quote.version]) for quote in quotes),
            self._look,
            self._heard_at,
        )

    def _view_after(self, result: Accepted, quote_id: str) -> v.QuoteView:
        after = _After(self._state, result.changes)
        quote = need(after, Quote, quote_id)
        return derive_quote(after, quote, self._look, self._heard_at, False)

    def _rows(self, quotes: tuple[Quote, ...]) -> tuple[v.QuoteRow, ...]:
        counts = reads.line_counts(self._connection, quotes)
        names, unconfirmed = staff_names(self._state), reads.unconfirmed_quotes(self._connection)
        today = self._look.hours.local_day(self._look.now)
        rows = []
        for quote in quotes:
            company = row_or_none(self._state, Company, quote.company_id)
            rows.append(
                v.QuoteRow(
                    quote.id, quote.number, quote.version, quote.company_id, company.name if company else "",
                    quote.state, quote.approval, quote.state == "issued" and quote.valid_until < today,
                    counts[quote.id, quote.version], quote.net, quote.total, quote.currency,
                    quote.valid_until, names.get(quote.made_by, ""), self._look.moment(quote.changed_at),
                    quote.id in unconfirmed, quote.order_id,
                )
            )  # fmt: skip
        return tuple(rows)


class _After:
    """The rows as they would be after some changes."""

    is_central = False

    def __init__(self, state: State, changes: tuple[Change, ...]) -> None:
        self._state = state
        self._new: dict[str, dict[Key, Any]] = {}
        for change in changes:
            if isinstance(change, Insert | Set):
                row = change.row if isinstance(change, Insert) else change.new
                self._new.setdefault(change.table, {})[TABLE_BY_NAME[change.table].key_of(row)] = row

    def get(self, row_type: type[R], *key: int | str) -> R | Absent | Elsewhere:
        row: R | None = self._new.get(TABLE_BY_ROW[row_type].name, {}).get(key)
        return self._state.get(row_type, *key) if row is None else row

    def among(self, row_type: type[R], **equals: int | str) -> tuple[R, ...]:
        table = TABLE_BY_ROW[row_type]
        rows = {table.key_of(row): row for row in self._state.among(row_type, **equals)}
        rows |= {
            key: row
            for key, row in self._new.get(table.name, {}).items()
            if all(getattr(row, column) == value for column, value in equals.items())
        }
        return tuple(rows[key] for key in sorted(rows))


def _all_below(tree: tuple[Company, ...], company_id: int) -> tuple[int, ...]:
    below = {company_id}
    for company in tree:
        if company.parent_id in below:
            below.add(company.id)
    return tuple(sorted(below - {company_id}))
