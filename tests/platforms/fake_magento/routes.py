"""Which request does what in the in-memory Magento."""

import re
from collections.abc import Callable
from typing import Any

from tests.platforms.fake_magento import catalogue, checkout, sales
from tests.platforms.fake_magento.lists import listed
from tests.platforms.fake_magento.shop import MagentoShop, No, Sent

_BY_ID = {"entity_id": "id", "updated_at": "updated_at"}
_ENTITY = {"entity_id": "entity_id", "order_id": "order_id", "updated_at": "updated_at"}
_LISTS: dict[str, tuple[Callable[[MagentoShop], Any], dict[str, str]]] = {
    "/V1/products": (
        lambda shop: list(shop.products.values()),
        _BY_ID | {"sku": "sku", "type_id": "type_id", "status": "status"},
    ),
    "/V1/inventory/sources": (lambda shop: list(shop.sources.values()), {"source_code": "source_code"}),
    "/V1/inventory/source-items": (
        lambda shop: catalogue.source_items(shop),
        {"sku": "sku", "source_code": "source_code"},
    ),
    "/V1/customers/search": (lambda shop: list(shop.customers.values()), _BY_ID | {"email": "email"}),
    "/V1/customerGroups/search": (
        lambda shop: [{"id": own, "code": code, "tax_class_id": 3} for own, code in shop.groups.items()],
        {"customer_group_id": "id"},
    ),
    "/V1/orders": (
        lambda shop: list(shop.orders.values()),
        _ENTITY
        | {"state": "state", "created_at": "created_at", "customer_id": "customer_id"}
        | {"pickup_location_code": "extension_attributes.pickup_location_code"},
    ),
    "/V1/shipments": (lambda shop: list(shop.shipments.values()), _ENTITY),
    "/V1/creditmemos": (lambda shop: list(shop.credit_memos.values()), _ENTITY),
    "/V1/company/": (lambda shop: list(shop.companies.values()), _BY_ID),
    "/V1/companyCredits/": (
        lambda shop: list(shop.credits.values()),
        {"entity_id": "id", "company_id": "company_id"},
    ),
    "/V1/company/relations": (lambda shop: shop.relations, {"company_id": "company_id"}),
    "/V1/company/role/": (lambda shop: list(shop.roles.values()), {"role_id": "id"}),
    "/V1/sharedCatalog/": (lambda shop: list(shop.catalogues.values()), {"entity_id": "id"}),
    "/V1/carts/search": (lambda shop: list(shop.carts.values()), _BY_ID),
}
_ROUTES: tuple[tuple[str, str, Callable[..., Any]], ...] = (
    ("GET", r"/V1/modules", lambda shop, _sent: shop.modules),
    ("GET", r"/V1/store/storeConfigs", lambda shop, _sent: catalogue.store_configs(shop)),
    (
        "GET",
        r"/V1/categories",
        lambda _shop, _sent: {"id": 1, "level": 0, "name": "Root", "children_data": []},
    ),
    ("GET", r"/V1/products/attributes/(\w+)/options", lambda _shop, _sent, code: catalogue.options(code)),
    ("POST", r"/V1/products", catalogue.save_product),
    ("POST", r"/V1/inventory/source-items", catalogue.save_source_items),
    ("POST", r"/V1/products/base-prices-information", catalogue.base_information),
    ("POST", r"/V1/products/special-price-information", catalogue.special_information),
    ("POST", r"/V1/products/tier-prices-information", catalogue.tier_information),
    ("POST", r"/V1/products/base-prices", catalogue.save_base),
    ("POST", r"/V1/products/special-price", catalogue.save_special),
    ("POST", r"/V1/products/tier-prices", catalogue.save_tier),
    ("GET", r"/V1/orders/(\d+)", lambda shop, _sent, own: sales.order_of(shop, own)),
    ("POST", r"/V1/orders/(\d+)/cancel", sales.cancel),
    ("POST", r"/V1/orders/(\d+)/comments", sales.comment),
    ("POST", r"/V1/order/(\d+)/ship", sales.ship),
    ("POST", r"/V1/order/(\d+)/invoice", sales.invoice),
    ("POST", r"/V1/order/(\d+)/refund", sales.refund),
    ("POST", r"/V1/order/notify-orders-are-ready-for-pickup", sales.notify_ready),
    ("GET", r"/V1/company/role/(\d+)/users", catalogue.role_users),
    ("GET", r"/V1/sharedCatalog/(\d+)/products", catalogue.catalogue_products),
    ("GET", r"/V1/customers/(\d+)", checkout.customer),
    ("POST", r"/V1/customers/(\d+)/carts", checkout.new_cart),
    ("GET", r"/V1/carts/(\d+)/items", checkout.cart_items),
    ("POST", r"/V1/carts/(\d+)/items", checkout.add_item),
    ("DELETE", r"/V1/carts/(\d+)/items/(\d+)", checkout.remove_item),
    ("POST", r"/V1/carts/(\d+)/shipping-information", checkout.shipping_information),
    ("PUT", r"/V1/carts/(\d+)/order", checkout.place),
)
_RESOURCES = (
    ("/V1/products", "Magento_Catalog::products"),
    ("/V1/inventory/sources", "Magento_InventoryApi::source"),
    ("/V1/inventory", "Magento_InventoryApi::stock"),
    ("/V1/order/notify", "Magento_InventoryInStorePickupApi::notify_orders_are_ready_for_pickup"),
    ("/V1/order", "Magento_Sales::actions_view"),
    ("/V1/shipments", "Magento_Sales::shipment"),
    ("/V1/customers", "Magento_Customer::customer"),
    ("/V1/company/role", "Magento_Company::roles_view"),
    ("/V1/company", "Magento_Company::index"),
    ("/V1/sharedCatalog", "Magento_SharedCatalog::list"),
    ("/V1/modules", "Magento_Backend::admin"),
    ("/V1/store", "Magento_Backend::store"),
)


def resource_of(sent: Sent) -> str:
    """The ACL resource that a request needs."""
    path = _own_path(sent)
    return next(
        (resource for start, resource in _RESOURCES if path.startswith(start)), "Magento_Backend::all"
    )


def answer(shop: MagentoShop, sent: Sent) -> Any:
    path = _own_path(sent)
    if sent.method == "GET" and path in _LISTS:
        rows, names = _LISTS[path]
        return listed(rows(shop), sent.query, names, shop.page_cap)
    for method, pattern, does in _ROUTES:
        found = re.fullmatch(pattern, path)
        if method == sent.method and found:
            return does(shop, sent, *found.groups())
    raise No("Request does not match any route.", 404)


def _own_path(sent: Sent) -> str:
    """Without ``/rest/{store code}``."""
    found = re.fullmatch(r"/rest/\w+(/V1/.*)", sent.path)
    return found[1] if found else ""
