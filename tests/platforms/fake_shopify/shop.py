"""A Shopify shop in memory: what a test does in it, what it was told, and the line to it."""

import base64
import hashlib
import hmac
import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import httpx

from storedesk.connectors.port import Delivery
from tests.platforms.fake_shopify.graph import Refused, Run
from tests.platforms.fake_shopify.line import ShopLine
from tests.platforms.fake_shopify.order_nodes import draft_node, new_order, transaction
from tests.platforms.fake_shopify.roots import FIELDS, ROOTS
from tests.platforms.fake_shopify.stock import Level

SCOPES = (
    "write_products", "write_inventory", "read_locations", "write_orders", "read_all_orders", "read_customers",
    "write_merchant_managed_fulfillment_orders", "write_draft_orders",
)  # fmt: skip
WINDOW_MS = 60 * 86_400_000


class SoldOut(Exception):
    """Fewer can be sold than were asked for."""


class ShopifyShop:
    """``now`` is the shop's clock in UTC ms. ``before`` and ``after`` are called around every operation with its name
    and may raise an httpx error: before it nothing was done, after it it was."""

    def __init__(
        self, now: Callable[[], int], domain: str = "example.myshopify.com", version: str = "2026-07"
    ) -> None:
        self.now, self.domain, self.version = now, domain, version
        self.client_id, self.client_secret, self.fixed_token = "client", "shpss_secret", "shpat_fixed"
        self.scopes: set[str] = set(SCOPES)
        self.currency, self.taxes_included, self.sells_to_companies = "SEK", True, True
        self.most_cost, self.bucket, self.rate = 1000, 2000.0, 100.0
        self.shows_throttle, self.most_objects, self.search_lag_ms, self.allows_bulk = True, 25_000, 0, True
        self.before: Callable[[str], None] = lambda _name: None
        self.after: Callable[[str], None] = lambda _name: None
        self.calls: Counter[str] = Counter()
        self.mails: list[tuple[str, str]] = []
        self.adjustments = self.fulfilled = self.captured = self.refunded = self.throttled = 0
        self.deliveries: list[Delivery] = []
        self.locations: dict[str, dict[str, Any]] = {}
        self.products: dict[str, dict[str, Any]] = {}
        self.variants: dict[str, dict[str, Any]] = {}
        self.items: dict[str, dict[str, Any]] = {}
        self.levels: dict[tuple[str, str], Level] = {}
        self.orders: dict[str, dict[str, Any]] = {}
        self.parts: dict[str, dict[str, Any]] = {}
        self.drafts: dict[str, dict[str, Any]] = {}
        self.customers: dict[str, dict[str, Any]] = {}
        self.companies: dict[str, dict[str, Any]] = {}
        self.sites: dict[str, dict[str, Any]] = {}
        self.price_lists: dict[str, dict[str, Any]] = {}
        self.subscriptions: list[dict[str, Any]] = []
        self.jobs: dict[str, dict[str, Any]] = {}
        self.bulks: dict[str, dict[str, Any]] = {}
        self.bulk_streams: dict[str, Callable[[], Iterator[bytes]]] = {}
        """Results of bulk operations by the query's name, made while they are read instead of by running it."""
        self.roots, self.fields = ROOTS, FIELDS
        self._done: dict[str, tuple[str, Any]] = {}
        self._number = 1000
        self._line = ShopLine(self)

    # ---- what a test sets up

    def transport(self) -> httpx.AsyncBaseTransport:
        """The line to the shop, for a connector's surroundings; it outlives any number of connectors."""
        return self._line

    def settings(self) -> dict[str, str]:
        return {"shop": self.domain, "client_id": self.client_id, "client_secret": self.client_secret}

    def add_location(self, name: str, pickup: bool = True, active: bool = True) -> str:
        number = self.new_id("Location")
        address = {
            "address1": "Storgatan 1",
            "address2": None,
            "city": "Lund",
            "zip": "222 22",
            "countryCode": "SE",
        }
        self.locations[number] = {
            "__typename": "Location", "id": number, "name": name, "isActive": active, "fulfillsOnlineOrders": True,
            "isFulfillmentService": False, "address": address,
            "localPickupSettingsV2": {"pickupTime": "TWO_HOURS"} if pickup else None,
        }  # fmt: skip
        return number

    def add_product(
        self,
        title: str,
        skus: Sequence[str],
        price: str = "100.00",
        barcodes: Sequence[str] = (),
        status: str = "ACTIVE",
    ) -> list[dict[str, Any]]:
        """A product with a variant for each SKU; gives the variants, whose ``inventoryItem`` has the stock's id."""
        product: dict[str, Any] = {
            "__typename": "Product", "id": self.new_id("Product"), "handle": title.lower().replace(" ", "-"),
            "title": title, "vendor": "Maker", "productType": "Tools", "status": status, "tags": [],
        }  # fmt: skip
        made = []
        for number, sku in enumerate(skus):
            item = {"__typename": "InventoryItem", "id": self.new_id("InventoryItem"), "tracked": True,
                    "measurement": {"weight": {"value": 1.5, "unit": "KILOGRAMS"}}}  # fmt: skip
            variant = {
                "__typename": "ProductVariant", "id": self.new_id("ProductVariant"), "sku": sku, "price": price,
                "barcode": barcodes[number] if number < len(barcodes) else None, "inventoryPolicy": "DENY",
                "title": sku if len(skus) > 1 else "Default Title", "product": product, "inventoryItem": item,
                "selectedOptions": [{"name": "Size", "value": sku}] if len(skus) > 1 else [],
            }  # fmt: skip
            item["_variant"] = variant
            self.items[item["id"]], self.variants[variant["id"]] = item, variant
            self.touch(variant)
            made.append(variant)
        product["_variants"] = made
        self.products[product["id"]] = product
        self.touch(product)
        return made

    def change_product(self, product_id: str, **fields: Any) -> None:
        self.products[product_id].update(fields)
        self.touch(self.products[product_id])
        self.signal("products/update", {"admin_graphql_api_id": product_id})

    def set_stock(self, item_id: str, place_id: str, available: int) -> None:
        """Somebody sets the figure in the shop's own admin."""
        level = self.level(item_id, place_id)
        level.available, level.active = available, True
        self.touch_level(level)

    def available(self, item_id: str, place_id: str) -> int:
        return self.levels[(item_id, place_id)].available

    def add_customer(self, name: str, email: str = "kund@example.se") -> str:
        number = self.new_id("Customer")
        self.customers[number] = {
            "__typename": "Customer", "id": number, "displayName": name, "firstName": name, "lastName": "", "locale": "sv",
            "tags": [], "defaultEmailAddress": {"emailAddress": email}, "defaultPhoneNumber": None,
            "companyContactProfiles": [],
        }  # fmt: skip
        self.touch(self.customers[number])
        return number

    def add_company(
        self, name: str, sites: Sequence[str] = ("Lund",), external_id: str = ""
    ) -> dict[str, Any]:
        """A company with a contact and its sites; ``_sites`` and ``_contact`` name them."""
        customer = self.add_customer(f"{name} Inköp", "inkop@example.se")
        company: dict[str, Any] = {
            "__typename": "Company", "id": self.new_id("Company"), "name": name, "externalId": external_id or None,
        }  # fmt: skip
        contact = {"__typename": "CompanyContact", "id": self.new_id("CompanyContact"), "isMainContact": True,
                   "company": company, "customer": self.customers[customer], "_roles": []}  # fmt: skip
        company["mainContact"], company["_contact"] = contact, contact["id"]
        company["_sites"] = [self._site(company, site) for site in sites]
        self.customers[customer]["companyContactProfiles"].append(contact)
        self.companies[company["id"]] = company
        self.touch(company)
        return company

    def _site(self, company: dict[str, Any], name: str) -> dict[str, Any]:
        site = {
            "__typename": "CompanyLocation", "id": self.new_id("CompanyLocation"), "name": name, "externalId": None,
            "currency": self.currency, "taxSettings": {"taxRegistrationId": "SE556000000001"}, "company": company,
            "billingAddress": {"address1": "Gatan 1", "city": name, "zip": "222 22", "countryCode": "SE"},
            "buyerExperienceConfiguration": {"paymentTermsTemplate": {"dueInDays": 30}}, "_catalogs": [],
        }  # fmt: skip
        self.sites[site["id"]] = site
        self.touch(site)
        return site

    def add_price_list(self, sites: Sequence[dict[str, Any]], prices: Mapping[str, str]) -> str:
        """A company catalogue's list with fixed prices by variant."""
        catalog: dict[str, Any] = {"__typename": "CompanyLocationCatalog", "id": self.new_id("CompanyLocationCatalog"),
                                   "status": "ACTIVE", "companyLocationsCount": {"count": len(sites)}}  # fmt: skip
        number = self.new_id("PriceList")
        catalog["priceList"] = {"__typename": "PriceList", "id": number, "currency": self.currency, "catalog": catalog,
                                "_prices": {}}  # fmt: skip
        self.price_lists[number] = catalog["priceList"]
        for site in sites:
            site["_catalogs"].append(catalog)
            self.touch(site)
        for variant, price in prices.items():
            self.set_list_price(number, variant, price)
        return number

    def set_list_price(
        self, list_id: str, variant_id: str, price: str, breaks: Mapping[int, str] | None = None
    ) -> None:
        money = lambda amount: {"amount": amount, "currencyCode": self.currency}  # noqa: E731
        known = self.price_lists[list_id]["_prices"].get(variant_id, {"_breaks": {}})
        steps = {**known["_breaks"], **(breaks or {})}
        self.price_lists[list_id]["_prices"][variant_id] = {
            "price": money(price), "variant": self.variants[variant_id], "_breaks": steps,
            "_steps": [{"minimumQuantity": many, "price": money(each)} for many, each in sorted(steps.items())],
        }  # fmt: skip

    # ---- what buyers do

    def place_order(
        self,
        lines: Sequence[tuple[str, int]],
        place_id: str,
        pickup: bool = True,
        payment: str = "SALE",
        **more: Any,
    ) -> str:
        """Variants and quantities, from one place; ``payment`` is SALE, AUTHORIZATION or empty. Raises SoldOut."""
        for variant, quantity in lines:
            item = self.variants[variant]["inventoryItem"]
            if item["tracked"] and self.level(item["id"], place_id).available < quantity:
                raise SoldOut(variant)
        asked = [(variant, quantity, Decimal(self.variants[variant]["price"])) for variant, quantity in lines]
        order = new_order(self, asked, place_id, "PICK_UP" if pickup else "SHIPPING", **more)
        for line in order["_lines"]:
            self.commit(line, place_id, line["quantity"])
        if payment:
            transaction(self, order, payment, sum((price * many for _v, many, price in asked), Decimal(0)))
        self.signal(
            "orders/create", {"id": int(order["id"].rpartition("/")[2]), "admin_graphql_api_id": order["id"]}
        )
        return str(order["id"])

    def cancel_order(self, order_id: str, restock: bool = True) -> None:
        self.cancelled(self.orders[order_id], restock)

    def deliver(self) -> list[Delivery]:
        """Webhooks since the last time, signed."""
        found, self.deliveries = self.deliveries, []
        return found

    # ---- what the writes use

    def new_id(self, kind: str) -> str:
        self._number += 1
        return f"gid://shopify/{kind}/{self._number}"

    def iso(self, later_ms: int = 0) -> str:
        return datetime.fromtimestamp((self.now() + later_ms) // 1000, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

    def node(self, name: str) -> dict[str, Any] | None:
        held: Sequence[Mapping[str, dict[str, Any]]] = (
            self.orders, self.products, self.variants, self.items, self.parts, self.drafts, self.customers, self.companies,
            self.sites, self.locations,
        )  # fmt: skip
        return next((group[name] for group in held if name in group), None)

    def touch(self, node: dict[str, Any]) -> None:
        node["updatedAt"], node["_changed"] = self.iso(), self.now()

    def touch_part(self, part: dict[str, Any]) -> None:
        """The order's own time does not move with its fulfilment orders."""
        self.touch(part)

    def touch_level(self, level: Level) -> None:
        level.updated, level.changed = self.iso(), self.now()
        item, place = (int(name.rpartition("/")[2]) for name in (level.item, level.place))
        body = {"inventory_item_id": item, "location_id": place, "available": level.available}
        self.signal("inventory_levels/update", body)

    def level(self, item: str, place: str) -> Level:
        if (item, place) not in self.levels:
            self._number += 1
            self.levels[(item, place)] = Level(self._number, item, place)
        return self.levels[(item, place)]

    def commit(self, line: dict[str, Any], place: str, many: int) -> None:
        if line["variant"]:
            level = self.level(line["variant"]["inventoryItem"]["id"], place)
            level.available, level.committed = level.available - many, level.committed + many
            self.touch_level(level)

    def goods_left(self, line: dict[str, Any], place: str, many: int) -> None:
        if line["variant"] and many:
            level = self.level(line["variant"]["inventoryItem"]["id"], place)
            level.committed -= many
            self.touch_level(level)

    def taken_off(self, order: dict[str, Any], line: dict[str, Any], one: Mapping[str, Any]) -> None:
        """A refunded line: what was not sent leaves the fulfilment orders."""
        many, kind = one["quantity"], one.get("restockType")
        line["currentQuantity"] -= many
        line["refundableQuantity"] -= many
        waiting = kind == "CANCEL" or (kind != "RETURN" and line["unfulfilledQuantity"] >= many)
        if waiting:
            line["unfulfilledQuantity"] -= many
        left = many if waiting else 0
        for part in order["_parts"]:
            for part_line in part["_lines"]:
                if part_line["lineItem"] is line and left:
                    less = min(left, part_line["remainingQuantity"])
                    part_line["remainingQuantity"] -= less
                    part_line["totalQuantity"] -= less
                    left -= less
                    self.goods_left(line, part["_place"], less)
            if part["_lines"] and not any(one["totalQuantity"] for one in part["_lines"]):
                part["status"] = "CANCELLED"
        if kind in ("CANCEL", "RETURN") and line["variant"]:
            level = self.level(line["variant"]["inventoryItem"]["id"], one["locationId"])
            level.available += many
            self.touch_level(level)

    def cancelled(self, order: dict[str, Any], restock: bool) -> None:
        order["cancelledAt"] = self.iso()
        for part in order["_parts"]:
            for line in part["_lines"]:
                if line["lineItem"]["variant"]:
                    level = self.level(line["lineItem"]["variant"]["inventoryItem"]["id"], part["_place"])
                    level.committed -= line["remainingQuantity"]
                    level.available += line["remainingQuantity"] if restock else 0
                    self.touch_level(level)
            part["status"] = "CANCELLED"
            self.touch_part(part)
        for line in order["_lines"]:
            line["refundableQuantity"] -= min(line["refundableQuantity"], line["unfulfilledQuantity"])
            line["currentQuantity"] = line["unfulfilledQuantity"] = 0
        self.touch(order)
        self.signal("orders/cancelled", {"admin_graphql_api_id": order["id"]})

    def add_draft(self, lines: list[tuple[str, int, Decimal]], **more: Any) -> dict[str, Any]:
        draft = draft_node(self, lines, **more)
        self.drafts[draft["id"]] = draft
        self.touch(draft)
        return draft

    def draft_changed(
        self, draft: dict[str, Any], lines: list[tuple[str, int, Decimal]], more: Mapping[str, Any]
    ) -> None:
        fresh = draft_node(self, lines)
        draft |= {"_asked": lines, "_lines": fresh["_lines"], "totalPriceSet": fresh["totalPriceSet"], **more}
        self.touch(draft)

    def mailed(self, order_id: str, what: str) -> None:
        self.mails.append((order_id, what))

    def need_key(self, run: Run, name: str) -> None:
        if not run.idempotency_key:
            self.bad_request(f"The @idempotent directive is required for {name} but was not provided.")

    def bad_request(self, message: str) -> None:
        raise Refused("BAD_REQUEST", message)

    def once(self, run: Run, what: str, given: Any, do: Callable[[], Any]) -> Any:
        """The same key gives the same answer again; with other values it is refused."""
        print_of = json.dumps([what, given], sort_keys=True, default=str)
        known = self._done.get(run.idempotency_key)
        if known is None:
            known = self._done[run.idempotency_key] = (print_of, do())
        if known[0] != print_of:
            message = "The same key was used with other values."
            code = {"code": "IDEMPOTENCY_KEY_PARAMETER_MISMATCH"} if what == "stock" else {}
            return {"userErrors": [{**code, "field": None, "message": message}]}
        return known[1]

    def signal(self, topic: str, body: Mapping[str, Any]) -> None:
        """A webhook, if somebody has subscribed."""
        wanted = topic.replace("/", "_").upper()
        if not any(one["topic"] == wanted for one in self.subscriptions):
            return
        self._number += 1
        raw = json.dumps(body).encode()
        signed = base64.b64encode(
            hmac.new(self.client_secret.encode(), raw, hashlib.sha256).digest()
        ).decode()
        headers = {
            "x-shopify-topic": topic, "x-shopify-hmac-sha256": signed, "x-shopify-shop-domain": self.domain,
            "x-shopify-api-version": self.version, "x-shopify-webhook-id": f"delivery-{self._number}",
        }  # fmt: skip
        self.deliveries.append(Delivery(headers, raw))
