"""What is asked of the shop once and kept: currency, website, customer groups, option labels, modules."""

from collections.abc import Mapping
from typing import Any

from storedesk.connectors.magento.client import Client
from storedesk.connectors.magento.company_roles import KEPT_MS, roles_of
from storedesk.connectors.magento.mapping_prices import PriceScope
from storedesk.connectors.magento.mapping_products import Attributes
from storedesk.connectors.magento.refusals import SaidNo
from storedesk.connectors.magento.scalars import record, rows, text, whole
from storedesk.connectors.magento.search import every
from storedesk.connectors.magento.settings import Settings
from storedesk.connectors.trouble import Stopped

COMPANY, QUOTES, PICKUP = "Magento_Company", "Magento_NegotiableQuote", "Magento_InventoryInStorePickupApi"
CREDIT, INVENTORY = "Magento_CompanyCredit", "Magento_InventoryApi"
RELATIONS, SHARED = "Magento_CompanyRelation", "Magento_SharedCatalog"


class ShopFacts:
    """Lives as long as its connector; ``forget`` before a check or a new pass."""

    def __init__(self, client: Client, settings: Settings) -> None:
        self._client, self._settings = client, settings
        self._kept: dict[str, Any] = {}
        self._roles_at = 0

    def forget(self, *names: str) -> None:
        for name in names or tuple(self._kept):
            self._kept.pop(name, None)

    async def modules(self) -> frozenset[str]:
        if "modules" not in self._kept:
            found = await self._client.get("/V1/modules")
            self._kept["modules"] = frozenset(str(one) for one in found if isinstance(found, list))
        kept: frozenset[str] = self._kept["modules"]
        return kept

    async def has(self, module: str) -> bool:
        return module in await self.modules()

    async def view(self) -> Mapping[str, Any]:
        """The store view's configuration. Raises Stopped where there is none of that code."""
        if "view" not in self._kept:
            found = rows(await self._client.get("/V1/store/storeConfigs"))
            own = [one for one in found if one.get("code") == self._settings.store_view]
            if not own:
                raise Stopped("another_shop", f"store view {self._settings.store_view}")
            self._kept["view"] = own[0]
        return record(self._kept["view"])

    async def scope(self) -> PriceScope:
        view = await self.view()
        currency = text(view.get("base_currency_code"), 3)
        ids = whole(view.get("id"), "id"), whole(view.get("website_id"), "website_id")
        return PriceScope(currency, self._settings.gross, *ids)

    async def groups(self) -> Mapping[str, str]:
        """Customer groups' codes by id."""
        if "groups" not in self._kept:
            found = every(self._client, "/V1/customerGroups/search", (), 100, "id", field="customer_group_id")
            self._kept["groups"] = {text(one.get("id")): text(one.get("code"), 64) async for one in found}
        return record(self._kept["groups"])

    async def roles(self, now: int) -> Mapping[str, str]:
        """Names of roles in companies by customer's id, some hours old at most."""
        if not await self.has(COMPANY):
            return {}
        if now - self._roles_at >= KEPT_MS or "roles" not in self._kept:
            self._kept["roles"], self._roles_at = await roles_of(self._client), now
        return record(self._kept["roles"])

    async def attributes(self) -> Attributes:
        if "attributes" not in self._kept:
            own = self._settings
            labels = {code: await self._labels(code) for code in (own.colour, own.size, own.brand) if code}
            unit = text((await self.view()).get("weight_unit")) or "kgs"
            named = Attributes(own.barcode, own.colour, own.size, own.brand, labels, weight_unit=unit)
            self._kept["attributes"] = named._replace(categories=await self._categories())
        kept: Attributes = self._kept["attributes"]
        return kept

    async def _labels(self, code: str) -> Mapping[str, str]:
        """The labels of an attribute's options by id; empty where the shop has no such attribute."""
        try:
            found = rows(await self._client.get(f"/V1/products/attributes/{code}/options"))
        except SaidNo as error:
            if error.not_there:
                return {}
            raise
        return {text(one.get("value")): text(one.get("label")) for one in found if one.get("value")}

    async def _categories(self) -> Mapping[str, str]:
        names: dict[str, str] = {}
        waiting = [record(await self._client.get("/V1/categories"))]
        while waiting:
            node = waiting.pop()
            if whole(node.get("level"), "level") > 1:
                names[text(node.get("id"))] = text(node.get("name"))
            waiting += rows(node.get("children_data"))
        return names
