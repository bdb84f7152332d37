"""Looks through an order table before it is written: names, spellings, prices, customers, and what credits undo.

Memory grows with articles, customers and order numbers, not with rows.
"""

import re
from collections import Counter
from typing import NamedTuple, TypeVar

from storedesk.connectors.import_rows import GOODS, OrderRow
from storedesk.connectors.mapping_file import OrderMapping
from storedesk.connectors.order_credits import LineCredit, Rows, match_credits


class ArticleFacts(NamedTuple):
    """The most frequent spelling, usable name and price (1/10,000; 0 if never sold) of an article."""

    sku: str
    name: str
    price: int


class CustomerFacts(NamedTuple):
    country: str
    is_company: bool


class Survey(NamedTuple):
    """``rows_of`` counts the rows of each order, ``sales`` has the orders with a price or a customer,
    ``credits`` is by order and line, ``uncredited`` says how much of a credit row matched no line."""

    articles: dict[str, ArticleFacts]
    customers: dict[str, CustomerFacts]
    rows_of: dict[str, int]
    sales: set[str]
    credits: dict[tuple[str, int], LineCredit]
    uncredited: dict[int, int]
    other_price: set[int]


def survey(mapping: OrderMapping, rows: Rows) -> Survey:
    """Goes through the rows twice."""
    facts, credited = _First(mapping), set[tuple[str, str]]()
    for _, row in rows():
        facts.note(row)
        if row.credit and row.customer:
            credited.add((row.customer, row.article))
    credits = match_credits(mapping, rows, facts.sales, credited)
    return Survey(facts.articles(), facts.customers(), dict(facts.rows_of), facts.sales, *credits)


class _First:
    """The first pass."""

    def __init__(self, mapping: OrderMapping) -> None:
        self._mapping = mapping
        self._usable = re.compile(mapping.articles.name_pattern)
        self._names: dict[str, Counter[str]] = {}
        self._skus: dict[str, Counter[str]] = {}
        self._prices: dict[str, Counter[int]] = {}
        self._totals: dict[str, int] = {}
        self._orders: Counter[str] = Counter()
        self._countries: dict[str, str] = {}
        self.rows_of: Counter[str] = Counter()
        self.sales: set[str] = set()

    def note(self, row: OrderRow) -> None:
        if row.order not in self.rows_of and not row.credit:
            self._orders[row.customer] += 1
        self.rows_of[row.order] += 1
        if row.price or row.customer:
            self.sales.add(row.order)
        if row.customer:
            self._totals[row.customer] = self._totals.get(row.customer, 0) + row.amount
            self._countries.setdefault(row.customer, row.country)
        if row.kind == GOODS:
            self._note_article(row)

    def _note_article(self, row: OrderRow) -> None:
        self._skus.setdefault(row.article, Counter())[row.sku] += 1
        names = self._names.setdefault(row.article, Counter())
        if row.name and self._usable.search(row.name):
            names[row.name] += 1
        prices = self._prices.setdefault(row.article, Counter())
        if row.price and not row.credit:
            prices[row.price] += 1

    def articles(self) -> dict[str, ArticleFacts]:
        return {
            article: ArticleFacts(
                _most(skus, article), _most(self._names[article], ""), _most(self._prices[article], 0)
            )
            for article, skus in self._skus.items()
        }

    def customers(self) -> dict[str, CustomerFacts]:
        limits = self._mapping.companies
        return {
            customer: CustomerFacts(
                self._countries[customer],
                limits is not None
                and total >= limits.from_total * 10_000
                and self._orders[customer] >= limits.from_orders,
            )
            for customer, total in self._totals.items()
        }


V = TypeVar("V", str, int)


def _most(counts: Counter[V], otherwise: V) -> V:
    """The most frequent value, the smallest of equally frequent ones."""
    return min(counts, key=lambda value: (-counts[value], value), default=otherwise)
