"""The large shop for benchmarks: the small one and invented rows up to the size that is measured."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any, NamedTuple

from storedesk.connectors.sample_shop import large_articles, large_orders
from storedesk.connectors.sample_shop import places as p
from storedesk.connectors.sample_shop.build import SampleShop, build_small, demo_hours, place_key
from storedesk.domain.tables import TABLES


class LargeSize(NamedTuple):
    """How many articles and orders there are altogether; levels are articles times 20 locations."""

    articles: int = 200_000
    orders: int = 300_000


class _Rows:
    """Rows that are made each time somebody goes through them."""

    def __init__(self, first: Iterable[Any], more: Callable[[], Iterator[Any]]) -> None:
        self._first, self._more = first, more

    def __iter__(self) -> Iterator[Any]:
        yield from self._first
        yield from self._more()


def build_large(seed: int, now_ms: int, size: LargeSize | None = None) -> SampleShop:
    """Only the small shop's levels have movements: four million more would be measured by nothing."""
    size = size or LargeSize()
    small = build_small(seed, now_ms)
    now, key = small.manifest.now, place_key(seed, p.GOTEBORG)
    articles = max(size.articles - len(list(small.rows["variant"])), large_articles.RESERVED_HERE)
    orders = max(size.orders - len(list(small.rows["orders"])), large_orders.PICKUPS)
    more: dict[str, Callable[[], Iterator[Any]]] = {
        "place": large_articles.more_places,
        "product": partial(large_articles.products, articles),
        "variant": partial(large_articles.variants, articles),
        "barcode": partial(large_articles.barcodes, articles),
        "price": partial(large_articles.prices, articles),
        "stock_level": partial(large_articles.stock_levels, seed, articles, now),
        "orders": partial(large_orders.orders, orders, articles, now),
        "order_line": partial(large_orders.order_lines, orders, articles, now),
        "fulfilment": partial(large_orders.fulfilments, orders, now, demo_hours(), key),
        "fulfilment_line": partial(large_orders.fulfilment_lines, orders, articles, now),
        "person": partial(large_orders.persons, seed, orders, now),
    }
    rows: dict[str, Iterable[Any]] = {}
    for table in TABLES:
        own = small.rows.get(table.name, [])
        if table.name in more:
            rows[table.name] = _Rows(own, more[table.name])
        elif own:
            rows[table.name] = own
    return SampleShop(rows, small.manifest._replace(size="large"))
