"""Keeps the search index level with the products and articles that a step writes or removes."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from storedesk.storage.variant_search import index_products, products_of

INDEXED = ("product", "variant")


@contextmanager
def indexing(driver: Any, table: str, rows: Sequence[Sequence[Any]]) -> Iterator[None]:
    """Around the step; ``rows`` begin with the id, articles' go on with their product's, which may be another
    than before."""
    if table not in INDEXED:
        yield
        return
    ids = [int(row[0]) for row in rows]
    products = set(ids) if table == "product" else products_of(driver, ids)
    yield
    if table == "variant":
        products |= {int(row[1]) for row in rows if len(row) > 1}
    index_products(driver, products)
