"""What is entered for a Magento shop, with what it is where nothing was entered."""

from collections.abc import Mapping
from typing import NamedTuple

from storedesk.connectors.magento.signing import Keys
from storedesk.connectors.port import Field

PICKUP_FIELD = "pickup_location_code"
"""Where an order names its pickup source with the shop's own module."""

FIELDS = (
    Field("address", secret=False),
    Field("consumer_key", secret=True, needed=False),
    Field("consumer_secret", secret=True, needed=False),
    Field("access_token", secret=True),
    Field("access_token_secret", secret=True, needed=False),
    Field("hook_secret", secret=True, needed=False),
    Field("bearer", secret=False, needed=False),
    Field("store_view", secret=False, needed=False),
    Field("website", secret=False, needed=False),
    Field("prices_include_tax", secret=False, needed=False),
    Field("barcode_attribute", secret=False, needed=False),
    Field("colour_attribute", secret=False, needed=False),
    Field("size_attribute", secret=False, needed=False),
    Field("brand_attribute", secret=False, needed=False),
    Field("pickup_methods", secret=False, needed=False),
    Field("pickup_field", secret=False, needed=False),
    Field("region_countries", secret=False, needed=False),
    Field("ready_mail_off", secret=False, needed=False),
    Field("page_size", secret=False, needed=False),
    Field("write_rows", secret=False, needed=False),
    Field("shipping_method", secret=False, needed=False),
    Field("payment_method", secret=False, needed=False),
)


class Settings(NamedTuple):
    """``page_size`` is of lists, ``write_rows`` of one write: 20 is what a hardened shop takes. ``shipping_method``
    is ``carrier/method`` of orders that we make."""

    address: str
    keys: Keys
    hook_secret: str
    store_view: str
    website: str
    gross: bool
    barcode: str
    colour: str
    size: str
    brand: str
    pickup_methods: frozenset[str]
    pickup_field: str
    region_countries: frozenset[str]
    ready_mail_off: bool
    page_size: int
    write_rows: int
    shipping_method: tuple[str, str]
    payment_method: str


def settings_from(entered: Mapping[str, str]) -> Settings:
    """Raises ValueError for a setting that cannot be used; the sentence names it."""
    given = {name: value.strip() for name, value in entered.items() if value.strip()}
    carrier, _, method = given.get("shipping_method", "flatrate/flatrate").partition("/")
    return Settings(
        address=given.get("address", ""),
        keys=_keys(given),
        hook_secret=given.get("hook_secret", ""),
        store_view=given.get("store_view", "default"),
        website=given.get("website", "base"),
        gross=_yes(given, "prices_include_tax"),
        barcode=given.get("barcode_attribute", ""),
        colour=given.get("colour_attribute", "color"),
        size=given.get("size_attribute", "size"),
        brand=given.get("brand_attribute", "manufacturer"),
        pickup_methods=frozenset(given.get("pickup_methods", "instore_pickup").replace(",", " ").split()),
        pickup_field=given.get("pickup_field", PICKUP_FIELD),
        region_countries=frozenset(given.get("region_countries", "").upper().replace(",", " ").split()),
        ready_mail_off=_yes(given, "ready_mail_off"),
        page_size=_number(given, "page_size", 200, 300),
        write_rows=_number(given, "write_rows", 20, 500),
        shipping_method=(carrier, method),
        payment_method=given.get("payment_method", "checkmo"),
    )


def _keys(given: Mapping[str, str]) -> Keys:
    bearer = _yes(given, "bearer")
    names = ("consumer_key", "consumer_secret", "access_token", "access_token_secret")
    missing = [name for name in names if name not in given and (name == "access_token" or not bearer)]
    if missing:
        raise ValueError(f"The integration's {missing[0]} is missing; copy it from System, Integrations.")
    own = {name: given.get(name, "") for name in names}
    return Keys(own[names[0]], own[names[1]], own[names[2]], own[names[3]], bearer)


def _yes(given: Mapping[str, str], name: str) -> bool:
    value = given.get(name, "no").lower()
    if value not in ("yes", "no"):
        raise ValueError(f"The setting {name} is yes or no, not {value[:20]!r}.")
    return value == "yes"


def _number(given: Mapping[str, str], name: str, usual: int, most: int) -> int:
    value = given.get(name, str(usual))
    if not value.isascii() or not value.isdigit() or not 1 <= int(value) <= most:
        raise ValueError(f"The setting {name} is a whole number from 1 to {most}, not {value[:20]!r}.")
    return int(value)
