"""The connection check: who the shop is, which scopes, places and signals are missing, and what for."""

from collections.abc import Sequence
from email.utils import parsedate_to_datetime
from typing import Any, NamedTuple

from storedesk.connectors.port import CAN_WAIT, NEEDED, OK, Capability, Checked, Finding
from storedesk.connectors.shopify.answers import NotUnderstood
from storedesk.connectors.shopify.client import Client
from storedesk.connectors.shopify.mapping_places import place_from
from storedesk.connectors.shopify.mark import LAP_MS, Mark
from storedesk.connectors.shopify.node_fields import text
from storedesk.connectors.shopify.paging import Pager
from storedesk.connectors.shopify.settings import Settings
from storedesk.connectors.shopify.signals import COMPANY_TOPICS, WANTED, Signals
from storedesk.connectors.shopify.walking import Walk
from storedesk.connectors.trouble import Stopped

SCOPES_AT = "Shopify: Dev Dashboard, the app, Versions, Access, Scopes; then release and install it again"
PICKUP_AT = "Shopify: Settings, Shipping and delivery, Pickup in store"


class Right(NamedTuple):
    """A scope (or one that stands for it), the finding it belongs to, and what fails without it."""

    name: str
    scope: str
    state: str
    effect: str
    instead: str = ""


RIGHTS = (
    Right("products", "read_products", NEEDED, "Articles and prices cannot be read."),
    Right("products", "write_products", CAN_WAIT, "Prices, titles and listings are not sent to the shop."),
    Right("stock", "read_inventory", NEEDED, "Stock in the shop cannot be read."),
    Right("stock", "write_inventory", NEEDED, "Stock is not sent to the shop."),
    Right("stock", "read_locations", NEEDED, "The shop's places cannot be read."),
    Right("orders", "read_orders", NEEDED, "Orders are not taken in."),
    Right("orders", "write_orders", NEEDED, "Orders cannot be cancelled, captured or refunded."),
    Right("orders", "read_customers", CAN_WAIT, "Buyers have no names, phones or addresses here."),
    Right("all_orders", "read_all_orders", CAN_WAIT, "Orders older than 60 days are not found."),
    Right("handouts", "read_merchant_managed_fulfillment_orders", NEEDED, "Pickups are not seen."),
    Right("handouts", "write_merchant_managed_fulfillment_orders", NEEDED,
          "The shop does not learn that goods are ready or collected."),
    Right("companies", "read_companies", CAN_WAIT, "Companies and their prices are not read.", "read_customers"),
    Right("quotes", "read_draft_orders", CAN_WAIT, "Draft orders are not read."),
    Right("quotes", "write_draft_orders", CAN_WAIT, "Quotes cannot become orders in the shop."),
)  # fmt: skip
_FOR: tuple[tuple[Capability, tuple[str, ...]], ...] = (
    (Capability.ORDERS, ("read_orders",)),
    (Capability.STOCK, ("read_inventory", "write_inventory")),
    (Capability.PRICES, ("read_products",)),
    (Capability.QUOTES, ("read_draft_orders", "write_draft_orders")),
)


class Checking:
    def __init__(self, pager: Pager, settings: Settings) -> None:
        self._pager, self._settings = pager, settings
        self._client: Client = pager.client
        self._signals = Signals(pager)

    async def check(self) -> Checked:
        """Reads only."""
        data = await self._client.ask("ShopInfo")
        shop, scopes = data["shop"], _scopes(data)
        findings = [Finding("signed_in", OK, f"{text(shop, 'name')}, {text(shop, 'myshopifyDomain')}")]
        findings += self._clock()
        findings += _rights(scopes)
        can = {capability for capability, needs in _FOR if set(needs) <= scopes} | {Capability.BULK}
        if "read_locations" in scopes:
            places = await self._places()
            findings += places
            if _hands_out(scopes, places):
                can.add(Capability.PICKUP)
        if await self._sells_to_companies(scopes, findings):
            can.add(Capability.B2B)
        findings.append(await self._hooks(Capability.B2B in can))
        if self._settings.hook_address and self._settings.hook_secrets:
            can.add(Capability.WEBHOOKS)
        identity, currency = text(shop, "id"), text(shop, "currencyCode", 3)
        return Checked(identity, currency, tuple(findings), frozenset(can))

    def _clock(self) -> list[Finding]:
        """Reading by time reaches back ten minutes; more than that would be lost."""
        try:
            theirs = round(parsedate_to_datetime(self._client.heard_at).timestamp() * 1000)
        except (TypeError, ValueError):
            return []
        apart = abs(theirs - self._client.now())
        state = OK if apart < LAP_MS // 2 else NEEDED
        effect = "" if state == OK else "Changes in the shop may be missed."
        where = "" if state == OK else "The clock of the machine that central runs on"
        return [Finding("clock", state, f"{apart // 1000} s", effect, where)]

    async def _places(self) -> list[Finding]:
        found: list[Finding] = []
        async for nodes, _mark in Walk(self._pager).all_of("Locations", "locations", Mark()):
            for place in (place_from(node) for node in nodes):
                if place.active and not place.problem:
                    found.append(Finding("place", OK, place.name))
                elif place.active:
                    said = f"{place.name}: {place.problem}"
                    found.append(
                        Finding("place", CAN_WAIT, said, "No order can be picked up there.", PICKUP_AT)
                    )
        return found

    async def _sells_to_companies(self, scopes: frozenset[str], findings: list[Finding]) -> bool:
        """Whether the plan has companies can only be found by asking for one."""
        if not {"read_companies", "read_customers"} & scopes:
            return False
        try:
            await self._client.ask("B2BAllowed")
        except (Stopped, NotUnderstood):
            effect = "Companies, their sites and their prices are not read."
            findings.append(
                Finding(
                    "companies", CAN_WAIT, "The shop's plan has no B2B.", effect, "Shopify: Settings, Plan"
                )
            )
            return False
        return True

    async def _hooks(self, companies: bool) -> Finding:
        address = self._settings.hook_address
        if not address:
            return Finding("signals", CAN_WAIT, "polling", "Changes are found by asking, a minute later.")
        missing = await self._signals.missing(address, wanted_topics(companies))
        if not missing:
            return Finding("signals", OK, address)
        said = ", ".join(missing[:3]) + (f" and {len(missing) - 3} more" if len(missing) > 3 else "")
        return Finding("signals", CAN_WAIT, said, "They are asked for again with the next reading of places.")


def wanted_topics(companies: bool) -> Sequence[str]:
    return WANTED + (COMPANY_TOPICS if companies else ())


def _scopes(data: Any) -> frozenset[str]:
    """Granted scopes; writing includes reading."""
    installation = data.get("currentAppInstallation") or {}
    granted = {str(one["handle"]) for one in installation.get("accessScopes") or ()}
    return frozenset(
        granted | {f"read_{one.removeprefix('write_')}" for one in granted if one.startswith("write_")}
    )


def _rights(scopes: frozenset[str]) -> list[Finding]:
    """One line for each missing scope, and one for each area that lacks none."""
    missing = [right for right in RIGHTS if right.scope not in scopes and right.instead not in scopes]
    lacking = {right.name for right in missing}
    fine = dict.fromkeys(right.name for right in RIGHTS if right.name not in lacking)
    return [Finding(name, OK, "") for name in fine] + [
        Finding(right.name, right.state, right.scope, right.effect, SCOPES_AT) for right in missing
    ]


def _hands_out(scopes: frozenset[str], places: list[Finding]) -> bool:
    allowed = "write_merchant_managed_fulfillment_orders" in scopes
    return allowed and any(place.state == OK for place in places)
