"""Rows of articles as the master of texts wants them; what the channel leaves empty stays as it is. Pure."""

from storedesk.connectors.neutral import RemoteProduct, RemoteVariant
from storedesk.domain.barcode import normal_barcode
from storedesk.domain.records import Barcode, Product, Variant

TAX_CATEGORY, UNIT = "standard", "piece"
_LONGEST, _HEAVIEST = 300, 10_000_000


def product_row(record: RemoteProduct, product_id: int, before: Product | None) -> Product:
    style, title, brand, category = (
        text[:_LONGEST] for text in (record.style, record.title, record.brand, record.category)
    )
    if before is None:
        return Product(product_id, style, title, brand, category, TAX_CATEGORY, 0)
    return before._replace(
        style=style or before.style,
        name=title or before.name,
        brand=brand or before.brand,
        category=category or before.category,
    )


def variant_row(record: RemoteVariant, variant_id: int, product_id: int, before: Variant | None) -> Variant:
    weight = min(max(record.weight_grams, 0), _HEAVIEST)
    sku, name, colour, size = (
        text[:_LONGEST] for text in (record.sku, record.name, record.colour, record.size)
    )
    if before is None:
        return Variant(variant_id, product_id, sku, name, colour, size, UNIT, weight)
    return before._replace(
        sku=sku or before.sku,
        name=name or before.name,
        colour=colour or before.colour,
        size=size or before.size,
        weight_grams=weight or before.weight_grams,
    )


def barcode_rows(record: RemoteVariant, variant_id: int) -> list[Barcode]:
    codes = dict.fromkeys(normal_barcode(code) for code in record.barcodes if code)
    return [Barcode(code, variant_id, 1) for code in codes if code]


def lone_product(record: RemoteVariant) -> RemoteProduct:
    """The product of an article that has none of its own there."""
    return RemoteProduct(lone_key(record), record.sku, record.name, "", "", record.listed, record.changed_at)


def lone_key(record: RemoteVariant) -> str:
    return f"/{record.external_id}"
