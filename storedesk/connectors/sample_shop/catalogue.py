"""What the sample shop's other parts know of an article."""

from typing import NamedTuple

from storedesk.domain.records import Barcode, Price, Product, Variant


class Article(NamedTuple):
    """A variant with what orders, stock and prices need of it; ``prices`` in 1/10,000 by currency."""

    product: Product
    variant: Variant
    barcodes: tuple[Barcode, ...]
    prices: tuple[Price, ...]
    shelf: str
    popularity: int

    def price_in(self, currency: str) -> int:
        """The price of one unit in the currency, 0 where it is not sold in it."""
        return next((price.amount for price in self.prices if price.currency == currency), 0)


def in_store_code(number: int) -> str:
    """An EAN-13 for use inside the store: prefix 20 and a running number below 10^10."""
    digits = f"20{number:010d}"
    odd, even = sum(map(int, digits[::2])), sum(map(int, digits[1::2]))
    return f"{digits}{-(odd + 3 * even) % 10}"
