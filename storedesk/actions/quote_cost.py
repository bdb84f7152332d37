"""What the goods of a quote cost the shop, from the list of costs; unknown where the list does not say."""

from storedesk.actions.action import State
from storedesk.actions.quote_pricing import unit_step
from storedesk.domain.money import line_amount
from storedesk.domain.price_list import COST
from storedesk.domain.records import Price, Quote, QuoteLine


def cost_of(state: State, quote: Quote, line: QuoteLine) -> int | None:
    """The cost of the whole line in 1/10,000 of the quote's currency, to the minor unit; None if not known."""
    if line.variant_id is None:
        return None
    known = [
        row
        for row in state.among(Price, variant_id=line.variant_id)
        if row.list_code == COST
        and row.currency == quote.currency
        and row.valid_from <= quote.tax_day
        and row.from_quantity <= line.quantity
    ]
    if not known:
        return None
    held = max(known, key=lambda row: (row.valid_from, row.from_quantity))
    return line_amount(held.amount, line.quantity, unit_step(line.unit), quote.currency)
