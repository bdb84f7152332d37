"""The connection check: signs in, and names each right, module, source and clock that stands in the way."""

from collections.abc import Awaitable, Callable
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from storedesk.connectors.magento.company_roles import ROLES
from storedesk.connectors.magento.reading import Line
from storedesk.connectors.magento.reading_catalogues import CATALOGUES
from storedesk.connectors.magento.reading_stock import LEVELS, SOURCES, places
from storedesk.connectors.magento.refusals import SaidNo
from storedesk.connectors.magento.scalars import text
from storedesk.connectors.magento.search import criteria
from storedesk.connectors.magento.shop_facts import COMPANY, INVENTORY, PICKUP, QUOTES, SHARED
from storedesk.connectors.neutral import RemotePlace
from storedesk.connectors.port import CAN_WAIT, NEEDED, OK, Capability, Checked, Finding
from storedesk.connectors.trouble import Stopped

CLOCK_MS = 240_000
"""A signature's time may differ by five minutes; near that it is said."""

_WHERE = "System, Integrations, the integration, API"


class _Probe(NamedTuple):
    """``sort`` is the field it is sorted by; ``module`` must be there for it to be asked."""

    name: str
    path: str
    sort: str
    effect: str
    state: str
    module: str = ""


_PROBES = (
    _Probe("products", "/V1/products", "entity_id", "Articles and prices are not read.", NEEDED),
    _Probe("stock", LEVELS, "sku", "Stock is neither read nor written.", NEEDED, INVENTORY),
    _Probe("stock", SOURCES, "source_code", "Stores are not read.", NEEDED, INVENTORY),
    _Probe("orders", "/V1/orders", "entity_id", "Orders are not read.", NEEDED),
    _Probe("orders", "/V1/shipments", "entity_id", "Nobody sees what was sent.", NEEDED),
    _Probe("all_orders", "/V1/customers/search", "entity_id", "Customers are not read.", CAN_WAIT),
    _Probe("companies", "/V1/company/", "entity_id", "Companies are not read.", CAN_WAIT, COMPANY),
    _Probe("companies", ROLES, "role_id", "Nobody is known to approve.", CAN_WAIT, COMPANY),
    _Probe("companies", CATALOGUES, "entity_id", "Contract prices are a day old.", CAN_WAIT, SHARED),
    _Probe("quotes", "/V1/carts/search", "entity_id", "Quotes are not read.", CAN_WAIT, QUOTES),
)
_MODULES = (
    ("stock", INVENTORY, "Stock of several stores needs multi-source inventory.", NEEDED),
    ("handouts", PICKUP, "Buyers cannot choose a store, and ready is not told.", CAN_WAIT),
    ("companies", COMPANY, "There are no companies or contract prices.", CAN_WAIT),
    ("companies", SHARED, "There are no shared catalogues, only prices of customer groups.", CAN_WAIT),
    ("quotes", QUOTES, "There are no negotiable quotes.", CAN_WAIT),
)


async def check(line: Line) -> Checked:
    """Raises Stopped("signed_out") where nothing at all may be read."""
    line.facts.forget()
    findings: list[Finding] = []
    modules = await _asked(line.facts.modules(), "signed_in", "Modules are not known.", findings)
    view = await _asked(line.facts.view(), "signed_in", "The currency is not known.", findings)
    has = modules if modules is not None else frozenset[str]()
    found: list[RemotePlace] = []
    for probe in _PROBES:
        if not probe.module or probe.module in has:
            await _probed(line, probe, findings)
    if view is None and not any(one.state == OK for one in findings):
        raise Stopped("signed_out")
    for name, module, effect, state in _MODULES:
        if module not in has:
            findings.append(Finding(name, state, module, effect))
    if INVENTORY in has and not any(one.state == NEEDED and one.name == "stock" for one in findings):
        found = [one for one in (await places(line)).records if isinstance(one, RemotePlace)]
    findings += _places(found)
    findings.append(_clock(line))
    findings.append(_signals(line))
    shop = urlsplit(text((view or {}).get("base_url"))).hostname or ""
    capabilities = capabilities_of(has, findings, hooks=bool(line.settings.hook_secret))
    currency = text((view or {}).get("base_currency_code"), 3)
    findings.insert(0, Finding("signed_in", OK if view else NEEDED, f"{shop} {currency}".strip()))
    return Checked(f"{shop}/{line.settings.website}", currency, tuple(findings), capabilities)


def capabilities_of(
    modules: frozenset[str], findings: list[Finding], *, hooks: bool
) -> frozenset[Capability]:
    """What the shop's modules and the integration's rights allow."""
    lacks = {one.name for one in findings if one.state == NEEDED}
    able = {
        Capability.ORDERS: "orders" not in lacks,
        Capability.STOCK: INVENTORY in modules and "stock" not in lacks,
        Capability.PRICES: "products" not in lacks,
        Capability.PICKUP: PICKUP in modules,
        Capability.B2B: COMPANY in modules,
        Capability.QUOTES: QUOTES in modules,
        Capability.WEBHOOKS: hooks,
    }
    return frozenset(capability for capability, can in able.items() if can)


async def _asked(asking: Awaitable[Any], name: str, effect: str, findings: list[Finding]) -> Any:
    try:
        return await asking
    except Stopped as error:
        if error.why != "right_missing":
            raise
        findings.append(Finding(name, CAN_WAIT, error.what, effect, _WHERE))
        return None


async def _probed(line: Line, probe: _Probe, findings: list[Finding]) -> None:
    """One row of a list; a missing right or route becomes a finding."""
    ask: Callable[[], Awaitable[Any]] = lambda: line.client.get(probe.path, criteria((), 1, probe.sort))  # noqa: E731
    try:
        await ask()
    except Stopped as error:
        if error.why != "right_missing":
            raise
        findings.append(Finding(probe.name, probe.state, error.what, probe.effect, _WHERE))
    except SaidNo as error:
        findings.append(Finding(probe.name, probe.state, error.message[:120], probe.effect))
    else:
        findings.append(Finding(probe.name, OK, probe.path))


def _places(found: list[RemotePlace]) -> list[Finding]:
    """Each pickup source that would make an order fail, by its code."""
    return [
        Finding(
            "place",
            NEEDED,
            f"{one.external_id}: {one.problem}",
            "Pickup orders there fail.",
            "Stores, Sources",
        )
        for one in found
        if one.problem
    ]


def _clock(line: Line) -> Finding:
    apart = abs(line.client.shop_now - line.now()) // 1000
    if apart * 1000 < CLOCK_MS:
        return Finding("clock", OK, f"{apart} s")
    return Finding(
        "clock", NEEDED, f"{apart} s", "Signatures are refused when clocks differ by five minutes."
    )


def _signals(line: Line) -> Finding:
    if line.settings.hook_secret:
        return Finding("signals", OK, "signed by a shared secret")
    return Finding("signals", CAN_WAIT, "hook_secret", "Changes are found by asking every few minutes.")
