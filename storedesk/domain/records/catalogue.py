"""Articles with their codes and prices."""

from typing import NamedTuple


class Product(NamedTuple):
    id: int
    style: str
    name: str
    brand: str
    category: str
    tax_category: str
    age_limit: int


class Variant(NamedTuple):
    id: int
    product_id: int
    sku: str
    name: str
    colour: str
    size: str
    unit: str
    weight_grams: int


class Barcode(NamedTuple):
    code: str
    variant_id: int
    pack_quantity: int


class Price(NamedTuple):
    list_code: str
    variant_id: int
    currency: str
    from_quantity: int
    valid_from: str
    amount: int
    gross: int


class PriceList(NamedTuple):
    """``kind`` is base, channel, campaign or contract; higher ``priority`` wins within a kind; a list without
    a price of its own asks its ``parent``. Dates are local dates, ``valid_until`` included or empty."""

    code: str
    name: str
    kind: str
    currency: str
    gross: int
    valid_from: str
    valid_until: str
    priority: int
    parent: str


class Promotion(NamedTuple):
    """A discount by quantity; ``variant_id`` None stands for the product, ``product_id`` None for all of a
    ``category``. ``with_contract`` is 1 where contract prices may be lowered by it too."""

    id: int
    name: str
    product_id: int | None
    variant_id: int | None
    category: str
    from_quantity: int
    to_quantity: int
    discount: int
    valid_from: str
    valid_until: str
    with_contract: int
