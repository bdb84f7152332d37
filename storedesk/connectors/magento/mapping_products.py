"""Products, configurables and their variants out of the rows of ``/V1/products``."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from storedesk.connectors.magento.scalars import custom, exact, identity, moment, number, record, text
from storedesk.connectors.neutral import RemoteProduct, RemoteVariant

CONFIGURABLE = "configurable"
STOCKED = ("simple", "virtual", "downloadable", "giftcard")
_GRAMS = {"lbs": Decimal("453.59237"), "kgs": Decimal(1000)}
_HIDDEN = "1"


class Attributes(NamedTuple):
    """Which attribute codes say what, the labels of their options by code and option id, and what weights are in.

    ``categories`` are names by id."""

    barcode: str = ""
    colour: str = "color"
    size: str = "size"
    brand: str = "manufacturer"
    labels: Mapping[str, Mapping[str, str]] = {}
    categories: Mapping[str, str] = {}
    weight_unit: str = "kgs"


def children_of(item: Mapping[str, Any]) -> list[str]:
    """The ids of a configurable's variants."""
    links = record(item.get("extension_attributes")).get("configurable_product_links")
    return [str(link) for link in links] if isinstance(links, list) else []


def product_of(item: Mapping[str, Any], attributes: Attributes) -> RemoteProduct:
    """A configurable, or a simple product that has no parent. Raises Odd."""
    return RemoteProduct(
        external_id=identity(item.get("id"), "id"),
        style=exact(item.get("sku"), 64),
        title=text(item.get("name")),
        brand=_labelled(item, attributes.brand, attributes),
        category=_category(item, attributes),
        listed=_enabled(item) and str(item.get("visibility")) != _HIDDEN,
        changed_at=moment(item.get("updated_at")),
    )


def variant_of(item: Mapping[str, Any], parent: str, attributes: Attributes) -> RemoteVariant:
    """``parent`` is its configurable's id, or its own. Stock is kept by SKU there. Raises Odd."""
    sku = exact(item.get("sku"), 64)
    barcode = text(custom(item, attributes.barcode), 40) if attributes.barcode else ""
    own = identity(item.get("id"), "id")
    weight = number(item.get("weight"), "weight") * _GRAMS.get(attributes.weight_unit, Decimal(1000))
    return RemoteVariant(
        external_id=own,
        product_id=parent,
        stock_id=sku,
        sku=sku,
        name=text(item.get("name")),
        colour=_labelled(item, attributes.colour, attributes),
        size=_labelled(item, attributes.size, attributes),
        barcodes=(barcode,) if barcode else (),
        listed=_enabled(item) and (parent != own or str(item.get("visibility")) != _HIDDEN),
        tracked=_tracked(item),
        weight_grams=max(0, int(weight)),
        changed_at=moment(item.get("updated_at")),
    )


def _enabled(item: Mapping[str, Any]) -> bool:
    return str(item.get("status")) == "1"


def _tracked(item: Mapping[str, Any]) -> bool:
    """True unless the single product says otherwise; lists do not say it."""
    stock = record(record(item.get("extension_attributes")).get("stock_item"))
    return stock.get("manage_stock") is not False or stock.get("use_config_manage_stock") is True


def _labelled(item: Mapping[str, Any], code: str, attributes: Attributes) -> str:
    """An option's label, or the text itself where the attribute has no options."""
    if not code:
        return ""
    value = text(custom(item, code))
    return attributes.labels.get(code, {}).get(value, value)


def _category(item: Mapping[str, Any], attributes: Attributes) -> str:
    """The name of its first category that has one."""
    ids = custom(item, "category_ids")
    found = (attributes.categories.get(str(one), "") for one in ids) if isinstance(ids, list) else ()
    return next((name for name in found if name), "")
