"""Products and variants as neutral records; neither SKU nor barcode names one."""

from storedesk.connectors.neutral import RemoteProduct, RemoteVariant
from storedesk.connectors.shopify.node_fields import SHORT, Node, Unclear, amount, id_of, moment, text

LISTED = "ACTIVE"
_GRAMS = {"GRAMS": 1.0, "KILOGRAMS": 1000.0, "OUNCES": 28.349523125, "POUNDS": 453.59237}
_COLOURS = frozenset({"color", "colour", "färg", "farge", "farve", "väri", "farbe"})
_SIZES = frozenset({"size", "storlek", "størrelse", "koko", "größe", "grösse"})
_ONLY = "Default Title"


def product_from(node: Node) -> RemoteProduct:
    return RemoteProduct(
        external_id=id_of(node),
        style=text(node, "handle", SHORT),
        title=text(node, "title"),
        brand=text(node, "vendor"),
        category=text(node, "productType"),
        listed=node.get("status") == LISTED,
        changed_at=moment(node.get("updatedAt"), "updatedAt"),
    )


def variant_from(node: Node) -> RemoteVariant:
    """Its name is the product's title with the variant's own, unless it is the only one."""
    product = node.get("product") or {}
    item = node.get("inventoryItem") or {}
    options = {
        text(one, "name", SHORT).casefold(): text(one, "value", SHORT)
        for one in node.get("selectedOptions") or ()
    }
    own = text(node, "title")
    title = text(product, "title")
    barcode = text(node, "barcode", SHORT)
    return RemoteVariant(
        external_id=id_of(node),
        product_id=id_of(product) or id_of(node, "__parentId"),
        stock_id=id_of(item),
        sku=text(node, "sku", SHORT),
        name=title if own in ("", _ONLY) else f"{title} {own}".strip(),
        colour=_first(options, _COLOURS),
        size=_first(options, _SIZES),
        barcodes=(barcode,) if barcode else (),
        listed=product.get("status", LISTED) == LISTED,
        tracked=bool(item.get("tracked", True)),
        weight_grams=_grams(item),
        changed_at=moment(node["updatedAt"], "updatedAt") if node.get("updatedAt") else 0,
    )


def _first(options: dict[str, str], names: frozenset[str]) -> str:
    return next((value for name, value in options.items() if name in names), "")


def _grams(item: Node) -> int:
    weight = (item.get("measurement") or {}).get("weight")
    if weight is None:
        return 0
    value = amount(weight.get("value"), "weight") / 10_000
    if value < 0:
        raise Unclear("weight is below zero")
    return round(value * _GRAMS.get(str(weight.get("unit")), 0.0))
