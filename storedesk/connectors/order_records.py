"""Builds the records of one order, its credits and its articles from accepted rows. Pure."""

from typing import Any, NamedTuple

from storedesk.connectors.import_rows import CHARGE, OrderRow
from storedesk.connectors.mapping_file import OrderMapping
from storedesk.connectors.order_credits import LineCredit
from storedesk.connectors.order_survey import Survey
from storedesk.connectors.record_numbers import number_from
from storedesk.domain.ids import derived_id
from storedesk.domain.plain_text import fold
from storedesk.domain.records import Company, Order, OrderLine, Price, Product, Variant

_NO_CREDIT = LineCredit()


class NumberedRow(NamedTuple):
    """An accepted row with its number in the input and where it stands."""

    number: int
    part: str
    line: int
    row: OrderRow


class OrderRecords:
    """Makes records of one mapping; everything follows from the rows and the survey."""

    def __init__(self, mapping: OrderMapping, survey: Survey) -> None:
        self._mapping, self._survey = mapping, survey

    def variant_id(self, row: OrderRow) -> int | None:
        """None for a charge."""
        return None if row.kind == CHARGE else number_from("variant", self._mapping.source, row.article)

    def article_records(self) -> list[Any]:
        """Product, variant and usual price of every article, and the customers that are companies."""
        records: list[Any] = []
        values, source = self._mapping.values, self._mapping.source
        for article, facts in self._survey.articles.items():
            product, variant = (
                number_from("product", source, article),
                number_from("variant", source, article),
            )
            name = facts.name or facts.sku
            records.append(Product(product, facts.sku, name, "", "", values.tax_category, 0))
            records.append(Variant(variant, product, facts.sku, "", "", "", "piece", 0))
            if facts.price:
                records.append(
                    Price(
                        values.price_list,
                        variant,
                        values.currency,
                        1,
                        values.valid_from,
                        facts.price,
                        int(values.prices_include_tax),
                    )
                )
        return records + self._companies()

    def _companies(self) -> list[Any]:
        limits, source = self._mapping.companies, self._mapping.source
        if limits is None:
            return []
        return [
            Company(
                number_from("company", source, customer),
                customer,
                f"{limits.name} {customer}",
                fold(f"{limits.name} {customer}"),
                facts.country,
                "",
                None,
                self._mapping.values.currency,
                0,
                limits.terms_days,
            )
            for customer, facts in self._survey.customers.items()
            if facts.is_company
        ]

    def order(self, rows: list[NumberedRow]) -> list[Any]:
        """A sale: its lines carry what was cancelled and returned of them later."""
        first = rows[0].row
        order_id = derived_id("import order", self._mapping.source, first.order)
        credits = [
            self._survey.credits.get((first.order, number), _NO_CREDIT) for number in range(1, len(rows) + 1)
        ]
        lines = [
            self._line(order_id, number, entry.row, credit.cancelled, credit.returned)
            for number, (entry, credit) in enumerate(zip(rows, credits, strict=True), 1)
        ]
        last = max(credit.at for credit in credits)
        state, payment = _state_of(lines)
        return [self._order(order_id, first, lines, state, payment, max(first.placed_at, last)), *lines]

    def credit(self, rows: list[NumberedRow]) -> list[Any]:
        """A credit for goods or charges that no order here has: an order of its own with negative amounts."""
        first = rows[0].row
        order_id = derived_id("import order", self._mapping.source, first.order)
        lines = [self._credit_line(order_id, number, entry) for number, entry in enumerate(rows, 1)]
        return [self._order(order_id, first, lines, "returned", "refunded", first.placed_at), *lines]

    def _order(
        self,
        order_id: str,
        first: OrderRow,
        lines: list[OrderLine],
        state: str,
        payment: str,
        changed_at: int,
    ) -> Order:
        source = self._mapping.source
        customer = self._survey.customers.get(first.customer)
        company = customer is not None and customer.is_company
        return Order(
            order_id,
            first.order,
            self._mapping.channel.id,
            first.order,
            first.placed_at,
            first.country,
            self._mapping.values.currency,
            sum(line.amount for line in lines),
            state,
            payment,
            None,
            0,
            0,
            derived_id("import customer", source, first.customer) if first.customer else "",
            number_from("company", source, first.customer) if company else None,
            changed_at,
        )

    def _line(self, order_id: str, number: int, row: OrderRow, cancelled: int, returned: int) -> OrderLine:
        name, detail = self.shown_name(row)
        return OrderLine(
            order_id,
            number,
            row.kind,
            self.variant_id(row),
            row.sku,
            name,
            detail,
            "piece",
            row.quantity,
            cancelled,
            returned,
            row.price,
            row.amount,
            0,
        )

    def _credit_line(self, order_id: str, number: int, entry: NumberedRow) -> OrderLine:
        """Of a credit that matched in part, what is left of it."""
        row = entry.row
        quantity = self._survey.uncredited[entry.number]
        line = self._line(order_id, number, row._replace(quantity=quantity), 0, quantity)
        return line._replace(amount=line.amount if row.quantity > 0 else -line.amount)

    def shown_name(self, row: OrderRow) -> tuple[str, str]:
        """The article's name, and beside it what the row itself said if that differs."""
        facts = self._survey.articles.get(row.article) if row.kind != CHARGE else None
        name = (facts.name or facts.sku) if facts else row.name or row.sku
        return name, "" if row.name in ("", name) else row.name


def _state_of(lines: list[OrderLine]) -> tuple[str, str]:
    """State and payment state of a sale after its credits; charges do not keep a cancelled order alive."""
    goods = [line for line in lines if line.kind != CHARGE] or lines
    if all(line.cancelled == line.ordered for line in goods):
        return "cancelled", "refunded"
    if all(line.cancelled + line.returned == line.ordered for line in goods):
        return "returned", "refunded"
    return "completed", "captured"
