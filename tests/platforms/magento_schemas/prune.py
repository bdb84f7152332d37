"""Cuts Magento's Swagger files down to the calls that the connector makes.

``python -m tests.platforms.magento_schemas.prune ../shared/platforms/magento`` writes one file per version. The
schemas are Adobe's (AdobeDocs/commerce-webapi), under the Apache License 2.0.
"""

import gzip
import json
import re
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
VERSIONS = ("2.4.7", "2.4.8", "2.4.9")
CALLS = (
    "GET /V1/modules",
    "GET /V1/store/storeConfigs",
    "GET /V1/categories",
    "GET /V1/products",
    "POST /V1/products",
    "GET /V1/products/attributes/{attributeCode}/options",
    "POST /V1/products/base-prices",
    "POST /V1/products/base-prices-information",
    "POST /V1/products/special-price",
    "POST /V1/products/special-price-information",
    "POST /V1/products/tier-prices",
    "POST /V1/products/tier-prices-information",
    "GET /V1/inventory/sources",
    "GET /V1/inventory/source-items",
    "POST /V1/inventory/source-items",
    "GET /V1/customerGroups/search",
    "GET /V1/customers/search",
    "GET /V1/customers/{customerId}",
    "POST /V1/customers/{customerId}/carts",
    "GET /V1/carts/search",
    "GET /V1/carts/{cartId}/items",
    "POST /V1/carts/{quoteId}/items",
    "DELETE /V1/carts/{cartId}/items/{itemId}",
    "POST /V1/carts/{cartId}/shipping-information",
    "PUT /V1/carts/{cartId}/order",
    "GET /V1/company/",
    "GET /V1/company/relations",
    "GET /V1/company/role/",
    "GET /V1/company/role/{roleId}/users",
    "GET /V1/companyCredits/",
    "GET /V1/sharedCatalog/",
    "GET /V1/sharedCatalog/{id}/products",
    "GET /V1/orders",
    "GET /V1/orders/{id}",
    "POST /V1/orders/{id}/cancel",
    "POST /V1/orders/{id}/comments",
    "POST /V1/order/{orderId}/ship",
    "POST /V1/order/{orderId}/invoice",
    "POST /V1/order/{orderId}/refund",
    "POST /V1/order/notify-orders-are-ready-for-pickup",
    "GET /V1/shipments",
    "GET /V1/creditmemos",
)


def pruned(full: dict[str, Any]) -> dict[str, Any]:
    """The calls with their parameters, and the definitions that their bodies reach."""
    paths: dict[str, Any] = {}
    for call in CALLS:
        method, path = call.split(" ")
        parameters = full["paths"][path][method.lower()].get("parameters", [])
        paths.setdefault(path, {})[method.lower()] = {"parameters": [_bare(one) for one in parameters]}
    definitions: dict[str, Any] = {}
    waiting = _named(paths)
    while waiting:
        name = waiting.pop()
        if name not in definitions:
            definitions[name] = _bare(full["definitions"][name])
            waiting |= _named(definitions[name])
    return {"swagger": "2.0", "paths": paths, "definitions": dict(sorted(definitions.items()))}


def _bare(value: Any) -> Any:
    """Without descriptions, which are most of the text."""
    if isinstance(value, list):
        return [_bare(one) for one in value]
    if not isinstance(value, dict):
        return value
    return {
        name: _bare(one)
        for name, one in value.items()
        if not (name in ("description", "xml") and not isinstance(one, dict)) and name != "xml"
    }


def _named(value: Any) -> set[str]:
    return set(re.findall(r'"#/definitions/([^"]+)"', json.dumps(value)))


def main(folder: Path) -> None:
    for version in VERSIONS:
        with gzip.open(folder / f"admin-schema-{version}.json.gz") as file:
            small = pruned(json.load(file))
        text = json.dumps(small, separators=(",", ":"), sort_keys=True).encode()
        (HERE / f"calls-{version}.json.gz").write_bytes(gzip.compress(text, mtime=0))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
