"""An in-memory Magento behind an httpx transport: it enforces what the real one does, and counts what it did."""

import json
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import parse_qsl, urlsplit

import httpx

from tests.platforms.fake_magento import signature_check
from tests.platforms.fake_magento.lists import BadQuery

RECORDINGS = Path(__file__).parents[1] / "magento_recordings"
ADDRESS = "https://shop.example.test"
KEYS = {
    "address": ADDRESS,
    "consumer_key": signature_check.CONSUMER_KEY,
    "consumer_secret": signature_check.CONSUMER_SECRET,
    "access_token": signature_check.TOKEN,
    "access_token_secret": signature_check.TOKEN_SECRET,
}
"""What a connector is opened with for this shop."""

B2B = (
    "Magento_Company", "Magento_NegotiableQuote", "Magento_CompanyCredit", "Magento_CompanyRelation",
    "Magento_SharedCatalog",
)  # fmt: skip
BUSY, LOST_BEFORE, LOST_AFTER, MAINTENANCE = "busy", "lost_before", "lost_after", "maintenance"


class Sent(NamedTuple):
    """A request as it came, without its address."""

    method: str
    path: str
    query: tuple[tuple[str, str], ...]
    body: Any


class No(Exception):
    """A refusal: status and message."""

    def __init__(self, message: str, status: int = 400, **more: Any) -> None:
        super().__init__(message)
        self.status, self.body = status, {"message": message, **more}


class MagentoShop:
    """``now`` is its clock in UTC ms. ``trouble`` says, before each request, what goes wrong with it (empty for
    nothing). ``mails`` and ``shipped`` count what buyers and couriers saw; every change is deterministic."""

    def __init__(
        self, now: Callable[[], int], *, b2b: bool = False, page_cap: int = 300, row_cap: int = 20
    ) -> None:
        self.now, self.page_cap, self.row_cap = now, page_cap, row_cap
        self.skew_ms = 0
        self.bearer_on = False
        self.lacks: set[str] = set()
        """ACL resources that the integration does not have."""
        self.trouble: Callable[[Sent], str] = lambda _sent: ""
        self.requests: list[Sent] = []
        self.mails: Counter[tuple[str, int]] = Counter()
        self.nonces: set[str] = set()
        recorded = json.loads((RECORDINGS / "modules.json").read_text())["response"]
        self.modules: list[str] = [*recorded, *(B2B if b2b else ())]
        self.base_currency = "EUR"
        self.products: dict[str, dict[str, Any]] = {}
        self.sources: dict[str, dict[str, Any]] = {}
        self.levels: dict[tuple[str, str], int] = {}
        self.base: dict[str, float] = {}
        self.special: dict[str, dict[str, Any]] = {}
        self.tiers: dict[tuple[str, str, int], dict[str, Any]] = {}
        self.customers: dict[int, dict[str, Any]] = {}
        self.groups = {0: "NOT LOGGED IN", 1: "General", 2: "Wholesale", 3: "Retailer"}
        self.companies: dict[int, dict[str, Any]] = {}
        self.credits: dict[int, dict[str, Any]] = {}
        self.relations: list[dict[str, Any]] = []
        self.catalogues: dict[int, dict[str, Any]] = {}
        self.catalogue_skus: dict[int, set[str]] = {}
        self.roles: dict[int, dict[str, Any]] = {}
        self.role_users: dict[int, list[int]] = {}
        self.orders: dict[int, dict[str, Any]] = {}
        self.shipments: dict[int, dict[str, Any]] = {}
        self.invoices: dict[int, dict[str, Any]] = {}
        self.credit_memos: dict[int, dict[str, Any]] = {}
        self.carts: dict[int, dict[str, Any]] = {}
        self.reservations: list[tuple[str, int]] = []
        self._numbers: Counter[str] = Counter()
        self.add_source("default")

    # ---------------------------------------------------------------- what a test sets up

    def number(self, of: str) -> int:
        self._numbers[of] += 1
        return self._numbers[of]

    def moment(self) -> str:
        return datetime.fromtimestamp(self.now() // 1000, UTC).strftime("%Y-%m-%d %H:%M:%S")

    def add_source(
        self, code: str, *, pickup: bool = False, country: str = "NL", region_id: int | None = None
    ) -> None:
        more = {"is_pickup_location_active": pickup, "frontend_name": f"{code} pickup"}
        source = {"source_code": code, "name": f"Source {code}", "enabled": True, "country_id": country}
        source |= {
            "street": "Gracht 1",
            "city": "Amsterdam",
            "postcode": "1011AB",
            "extension_attributes": more,
        }
        self.sources[code] = source | ({"region_id": region_id} if region_id else {})

    def add_product(
        self, sku: str, price: float = 100.0, *, name: str = "", visible: bool = True, **more: Any
    ) -> int:
        """A simple product with its row of no stock in the default source; its id."""
        return self._product(sku, price, name or f"Product {sku}", "simple", 4 if visible else 1, more)

    def add_configurable(self, sku: str, children: tuple[str, ...], name: str = "") -> int:
        links = [self.products[child]["id"] for child in children]
        own = self._product(sku, 0, name or sku, "configurable", 4, {})
        self.products[sku]["extension_attributes"]["configurable_product_links"] = links
        return own

    def _product(
        self, sku: str, price: float, name: str, kind: str, visibility: int, more: dict[str, Any]
    ) -> int:
        own, at = self.number("product"), self.moment()
        custom = [{"attribute_code": code, "value": value} for code, value in more.items()]
        self.products[sku] = {
            "id": own, "sku": sku, "name": name, "attribute_set_id": 4, "price": price, "status": 1,
            "visibility": visibility, "type_id": kind, "created_at": at, "updated_at": at, "weight": 1,
            "extension_attributes": {"website_ids": [1]}, "custom_attributes": custom,
        }  # fmt: skip
        if kind == "simple":
            self.base[sku] = price
            self.levels[sku, "default"] = 0
        return own

    def set_stock(self, sku: str, source: str, quantity: int) -> None:
        """As somebody at the shop does; no product's time of change moves."""
        self.levels[sku, source] = quantity

    def add_customer(self, email: str = "c@example.com", group_id: int = 1, company_id: int = 0) -> int:
        own, at = self.number("customer"), self.moment()
        address = {
            "id": own, "customer_id": own, "region": {"region": "", "region_code": "", "region_id": 0},
            "region_id": 0, "country_id": "NL", "street": ["Gata 2"], "telephone": "123", "postcode": "1011AB",
            "city": "Amsterdam", "firstname": "Cara", "lastname": "Lund", "default_shipping": True,
        }  # fmt: skip
        self.customers[own] = {
            "id": own, "group_id": group_id, "created_at": at, "updated_at": at, "email": email,
            "firstname": "Cara", "lastname": "Lund", "store_id": 1, "website_id": 1, "addresses": [address],
            "extension_attributes": {"company_attributes": {"company_id": company_id, "job_title": "Buyer"}},
        }  # fmt: skip
        return own

    def add_company(self, name: str, catalogue: int = 0, administrator: int = 0) -> int:
        """A company whose customer group is its shared catalogue's, else General."""
        own = self.number("company")
        group = self.catalogues[catalogue]["customer_group_id"] if catalogue else 1
        self.companies[own] = {"id": own, "company_name": name, "status": 1, "customer_group_id": group}
        self.companies[own] |= {"country_id": "SE", "super_user_id": administrator}
        return own

    def add_catalogue(self, name: str, prices: dict[str, float]) -> int:
        """A custom shared catalogue with its own customer group; its prices are tier prices of the group. No time
        of change of a product moves."""
        own = self.number("catalogue")
        group = 10 + own
        self.groups[group] = name
        self.catalogues[own] = {"id": own, "name": name, "type": 0, "customer_group_id": group, "store_id": 0}
        self.catalogue_skus[own] = set(prices)
        for sku, price in prices.items():
            self.set_contract_price(name, sku, price)
        return own

    def set_contract_price(self, catalogue: str, sku: str, price: float) -> None:
        row = {"price": price, "price_type": "fixed", "website_id": 0, "sku": sku}
        self.tiers[sku, catalogue, 1] = row | {"customer_group": catalogue, "quantity": 1}

    def add_role(self, company: int, name: str, users: list[int]) -> int:
        own = self.number("role")
        self.roles[own] = {"id": own, "role_name": name, "company_id": company, "permissions": []}
        self.role_users[own] = users
        return own

    def place_order(
        self, lines: list[tuple[str, int]], *, pickup: str = "", customer_id: int = 0, paid: bool = False
    ) -> int:
        """As a buyer does in the web shop: the goods are reserved, not taken; the order's id."""
        from tests.platforms.fake_magento.sales import new_order  # the two modules need each other

        return new_order(self, lines, pickup, customer_id, paid=paid)

    # ---------------------------------------------------------------- what a test asks

    @property
    def shipped(self) -> Counter[str]:
        """Units that left, by SKU."""
        count: Counter[str] = Counter()
        for shipment in self.shipments.values():
            for row in shipment["items"]:
                count[row["sku"]] += row["qty"]
        return count

    def salable(self, sku: str) -> int:
        """What buyers can still order: all sources together, less open orders."""
        lies = sum(quantity for (one, _code), quantity in self.levels.items() if one == sku)
        return lies + sum(quantity for one, quantity in self.reservations if one == sku)

    def mails_about(self, order_id: int) -> int:
        return sum(count for (_kind, of), count in self.mails.items() if of == order_id)

    def transport(self) -> httpx.AsyncBaseTransport:
        return _Transport(self)


class _Transport(httpx.AsyncBaseTransport):
    def __init__(self, shop: MagentoShop) -> None:
        self._shop = shop

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        content = await request.aread()
        raw_path, _, raw_query = request.url.raw_path.decode().partition("?")
        body = json.loads(content) if content else None
        sent = Sent(
            request.method, urlsplit(raw_path).path, tuple(parse_qsl(raw_query, keep_blank_values=True)), body
        )
        shop = self._shop
        trouble = shop.trouble(sent)
        if trouble == LOST_BEFORE:
            raise httpx.ConnectError("no line")
        if trouble == BUSY:
            return _reply(shop, 429, {"message": "Too Many Requests", "trace": None})
        if trouble == MAINTENANCE:
            return httpx.Response(503, html="<html>Service Temporarily Unavailable</html>")
        reply = self._answer(request, sent)
        if trouble == LOST_AFTER:
            raise httpx.ReadTimeout("no reply")
        return reply

    def _answer(self, request: httpx.Request, sent: Sent) -> httpx.Response:
        from tests.platforms.fake_magento.routes import answer, resource_of  # the two modules need each other

        shop = self._shop
        fault = signature_check.fault_of(
            request, shop.now() + shop.skew_ms, shop.nonces, bearer_on=shop.bearer_on
        )
        resource = resource_of(sent)
        if fault == "%resources" or (not fault and resource in shop.lacks):
            message = "The consumer isn't authorized to access %resources."
            return _reply(shop, 401, {"message": message, "parameters": {"resources": resource}})
        if fault:
            return _reply(shop, 401, {"message": fault, "parameters": ["1"]})
        shop.requests.append(sent)
        try:
            return _reply(shop, 200, answer(shop, sent))
        except No as no:
            return _reply(shop, no.status, no.body)
        except BadQuery as no:
            return _reply(shop, 400, {"message": str(no)})


def _reply(shop: MagentoShop, status: int, body: Any) -> httpx.Response:
    at = datetime.fromtimestamp((shop.now() + shop.skew_ms) // 1000, UTC)
    headers = {"Date": at.strftime("%a, %d %b %Y %H:%M:%S GMT")}
    return httpx.Response(status, headers=headers, json=body)
