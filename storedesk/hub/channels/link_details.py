"""What a link keeps beside the two ids, as JSON: what pushes need and what belongs to a record that comes later."""

from typing import TypeVar

import msgspec


class PlaceThere(msgspec.Struct, frozen=True, omit_defaults=True):
    """``problem`` is what keeps pickups from working there, or empty."""

    name: str = ""
    pickup: bool = False
    active: bool = True
    problem: str = ""


class ProductThere(msgspec.Struct, frozen=True, omit_defaults=True):
    title: str = ""
    listed: bool = True


class VariantThere(msgspec.Struct, frozen=True, omit_defaults=True):
    """``tracked`` is False where the platform sells without counting."""

    sku: str = ""
    stock_id: str = ""
    product_id: str = ""
    tracked: bool = True


class CustomerThere(msgspec.Struct, frozen=True):
    """What the link of a customer says beside the customer's id: the person of a company, 0 for none."""

    contact: int = 0


There = TypeVar("There", PlaceThere, ProductThere, VariantThere)
_encoder = msgspec.json.Encoder()


def detail_of(there: PlaceThere | ProductThere | VariantThere | CustomerThere) -> str:
    return _encoder.encode(there).decode()


def there_of(detail: str, kind: type[There]) -> There:
    """What a link's ``detail`` says; the defaults for one that somebody made by hand without any."""
    try:
        return msgspec.json.decode(detail or "{}", type=kind)
    except msgspec.MsgspecError:
        return kind()


def contact_of(detail: str) -> int:
    """The contact in a customer link's detail; 0 for none."""
    return msgspec.json.decode(detail, type=CustomerThere).contact if detail else 0
