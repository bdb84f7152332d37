"""Sources of Magento's multi-source inventory as places."""

from collections.abc import Mapping
from typing import Any

from storedesk.connectors.magento.scalars import exact, flag, record, text
from storedesk.connectors.neutral import RemotePlace

STATE_NEEDED = frozenset(
    (
        "AL", "AR", "AU", "BY", "BE", "BO", "BR", "BG", "CA", "CL", "CN", "CO", "HR", "DK", "EC", "EE", "GR", "GY",
        "IS", "IN", "IT", "LV", "LT", "MX", "PY", "PE", "PL", "PT", "RO", "ES", "SR", "SE", "CH", "US", "UY", "VE",
    )
)  # fmt: skip
"""Countries whose addresses need a region unless the shop's owner changed that."""

NO_REGION = 'no region_id: placing a pickup order fails with "regionId" is required'


def place_of(source: Mapping[str, Any], state_needed: frozenset[str] = STATE_NEEDED) -> RemotePlace:
    """Magento puts a source's address into each pickup order, which fails where that lacks a needed region."""
    more = record(source.get("extension_attributes"))
    pickup = flag(more.get("is_pickup_location_active"))
    country = text(source.get("country_id"), 2)
    lacks = pickup and country in state_needed and not source.get("region_id")
    return RemotePlace(
        external_id=exact(source.get("source_code")),
        name=text(more.get("frontend_name"))
        if pickup and more.get("frontend_name")
        else text(source.get("name")),
        address=text(source.get("street")),
        postcode=text(source.get("postcode"), 20),
        city=text(source.get("city")),
        country=country,
        pickup=pickup,
        active=flag(source.get("enabled")),
        problem=NO_REGION if lacks else "",
    )
