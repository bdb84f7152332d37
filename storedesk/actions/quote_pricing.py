"""Prices a whole quote from the rows: each line's price, treatment and rate, and the sums."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import msgspec

from storedesk.actions.action import Refusal, State
from storedesk.actions.quote_account import (
    Account,
    account_of,
    lists_for,
    local_day,
    promotions_for,
    tax_account,
)
from storedesk.actions.quote_args import QuoteHeadArgs, QuoteLineArgs
from storedesk.actions.reading import need
from storedesk.domain.price_list import PriceRow
from storedesk.domain.pricing import NoPrice, PriceQuestion, PriceStep, UnitPrice, price_of
from storedesk.domain.quantity import PIECE, UNITS
from storedesk.domain.quote_reasons import TaxRateMissing
from storedesk.domain.quote_totals import QuoteLineIn, QuoteTotals, line_sum, quote_totals
from storedesk.domain.records import Place, Price, Product, TaxRateRow, Variant
from storedesk.domain.tax import NoTaxRate, TaxRate, rate_on
from storedesk.domain.tax_treatment import Leaving, Treatment, propose_treatment, rate_category

FREE = "free"


class LineEdit(NamedTuple):
    """A line as somebody wants it. ``price`` is that of an own line, or one that is deliberately kept; ``free``
    where an own line's price 0 is meant so."""

    kind: str
    variant_id: int | None
    quantity: int
    discount: int = 0
    price: int | None = None
    name: str = ""
    detail: str = ""
    unit: str = "piece"
    tax_category: str = "standard"
    free: bool = False


class PricedLine(NamedTuple):
    """``found`` is what the lists say, None for an own line; ``price`` each before the discount, or None."""

    edit: LineEdit
    sku: str
    name: str
    detail: str
    unit: str
    tax_category: str
    found: UnitPrice | NoPrice | None
    price: int | None
    treatment: Treatment
    tax_rate: int


class PricedQuote(NamedTuple):
    """``totals`` leaves out lines without a price."""

    account: Account
    currency: str
    day: str
    lines: tuple[PricedLine, ...]
    totals: QuoteTotals

    @property
    def main_treatment(self) -> Treatment | None:
        """The treatment of most of the sum's lines: that of the first line that is taxed, else of the first."""
        taxed = [line.treatment for line in self.lines if line.treatment.taxed]
        return next(iter(taxed or [line.treatment for line in self.lines]), None)


class _Article(NamedTuple):
    sku: str
    name: str
    detail: str
    unit: str
    tax_category: str
    found: UnitPrice | NoPrice | None
    price: int | None


def unit_step(unit: str) -> int:
    """How many smallest steps make one of a unit; an unknown one counts pieces."""
    return UNITS.get(unit, PIECE).step


def tax_rates(state: State) -> tuple[TaxRate, ...]:
    return tuple(TaxRate(*row) for row in state.among(TaxRateRow))


def price_for(
    state: State, account: Account, place: Place, variant_id: int, quantity: int, day: str
) -> UnitPrice | NoPrice:
    """What an article costs an account each, net, on a local date. Refuses an unknown article or tax rate."""
    variant = need(state, Variant, variant_id)
    product = need(state, Product, variant.product_id)
    return _price(state, account, place, variant, product, quantity, day, tax_rates(state))


def price_quote(
    state: State, place_id: int, head: QuoteHeadArgs, edits: Sequence[LineEdit], at: int
) -> PricedQuote:
    """Refuses an unknown company, place or article, and a country without a tax rate."""
    place, account = need(state, Place, place_id), account_of(state, head.company_id)
    day, rates = local_day(state, place_id, at), tax_rates(state)
    articles = [_article(state, account, place, edit, day, rates) for edit in edits]
    sums = _net_by_category(account.company.currency, edits, articles)
    leaving = Leaving(head.delivery, head.deliver_country or account.company.country)
    lines = []
    for edit, article in zip(edits, articles, strict=True):
        treatment = propose_treatment(
            place.country, tax_account(account), article.tax_category, leaving, day,
            sums[article.tax_category], account.company.currency,
        )  # fmt: skip
        rate = _rate(rates, treatment.country, article.tax_category, day) if treatment.taxed else 0
        lines.append(PricedLine(edit, *article, treatment, rate))
    totals = quote_totals(
        [line_in(made) for made in lines if made.price is not None], account.company.currency
    )
    return PricedQuote(account, account.company.currency, day, tuple(lines), totals)


def line_in(line: PricedLine) -> QuoteLineIn:
    listed = line.found.list_price if isinstance(line.found, UnitPrice) else 0
    return QuoteLineIn(
        line.price or 0, line.edit.quantity, unit_step(line.unit), line.tax_rate, line.edit.discount, listed,
        line.edit.kind, line.treatment.kind,
    )  # fmt: skip


def line_args(lines: Iterable[PricedLine]) -> tuple[QuoteLineArgs, ...]:
    """The lines as the draft's action carries them; those without a price are left out."""
    return tuple(_line_args(line) for line in lines if line.price is not None)


def _line_args(line: PricedLine) -> QuoteLineArgs:
    edit, found = line.edit, line.found
    listed = found if isinstance(found, UnitPrice) else None
    kept = listed is not None and edit.price is not None and edit.price != listed.price
    steps = listed.steps if listed else ()
    if listed is not None and kept:
        steps = (*steps, PriceStep("kept", (edit.price or 0) - listed.price))
    if edit.free and listed is None and line.price == 0:
        steps = (PriceStep(FREE, 0),)
    return QuoteLineArgs(
        kind=edit.kind,  # type: ignore[arg-type]
        variant_id=edit.variant_id,
        name=line.name,
        quantity=edit.quantity,
        unit_price=line.price or 0,
        tax_category=line.tax_category,
        tax_rate=line.tax_rate,
        treatment=line.treatment.kind,  # type: ignore[arg-type]
        unit=line.unit,
        detail=line.detail,
        sku=line.sku,
        discount=edit.discount,
        list_price=listed.list_price if listed else 0,
        list_code=listed.list_code if listed else "",
        kept=kept,
        steps=steps_text(steps),
    )


def edit_of(line: QuoteLineArgs) -> LineEdit:
    price = line.unit_price if line.kind != "goods" or line.kept else None
    return LineEdit(
        line.kind, line.variant_id, line.quantity, line.discount, price, line.name, line.detail, line.unit,
        line.tax_category, is_free(line.steps),
    )  # fmt: skip


def is_free(steps: str) -> bool:
    """Whether a line is free of charge on purpose, by the steps kept with it."""
    return any(step.label_key == FREE for step in steps_of(steps))


def steps_text(steps: Sequence[PriceStep]) -> str:
    return msgspec.json.encode(steps).decode()


def steps_of(text: str) -> tuple[PriceStep, ...]:
    """The steps kept with a line; none where the text is of another make."""
    try:
        return tuple(PriceStep(*part) for part in msgspec.json.decode(text))
    except (msgspec.MsgspecError, TypeError, ValueError):
        return ()


def _article(
    state: State, account: Account, place: Place, edit: LineEdit, day: str, rates: tuple[TaxRate, ...]
) -> _Article:
    if edit.variant_id is None:
        return _Article("", edit.name, edit.detail, edit.unit, edit.tax_category, None, edit.price)
    variant = need(state, Variant, edit.variant_id)
    product = need(state, Product, variant.product_id)
    found = _price(state, account, place, variant, product, edit.quantity, day, rates)
    price = found.price if isinstance(found, UnitPrice) else None
    return _Article(
        variant.sku[:80], product.name[:80], variant.name[:80], variant.unit, product.tax_category, found,
        price if edit.price is None else edit.price,
    )  # fmt: skip


def _price(
    state: State,
    account: Account,
    place: Place,
    variant: Variant,
    product: Product,
    quantity: int,
    day: str,
    rates: tuple[TaxRate, ...],
) -> UnitPrice | NoPrice:
    rows = state.among(Price, variant_id=variant.id)
    home = _rate(rates, place.country, product.tax_category, day)
    question = PriceQuestion(account.company.currency, quantity, day, home, bool(account.company.best_price))
    return price_of(
        question,
        lists_for(state, account.price_list, rows),
        [
            PriceRow(r.list_code, r.currency, r.from_quantity, r.valid_from, r.amount, bool(r.gross))
            for r in rows
        ],
        promotions_for(state, variant.id, product.id, product.category),
    )


def _net_by_category(
    currency: str, edits: Sequence[LineEdit], articles: Sequence[_Article]
) -> dict[str, int]:
    sums: dict[str, int] = {}
    for edit, article in zip(edits, articles, strict=True):
        step = unit_step(article.unit)
        made = line_sum(QuoteLineIn(article.price or 0, edit.quantity, step, 0, edit.discount), currency)
        sums[article.tax_category] = sums.get(article.tax_category, 0) + made.amount
    return sums


def _rate(rates: tuple[TaxRate, ...], country: str, category: str, day: str) -> int:
    try:
        return rate_on(rates, country, rate_category(category), day)
    except NoTaxRate as error:
        raise Refusal(TaxRateMissing(country, category)) from error
