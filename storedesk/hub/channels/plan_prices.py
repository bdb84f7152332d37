"""Which prices a channel is to be told: those of its linked lists that hold now, and new ones on their day."""

from collections.abc import Collection, Mapping

from storedesk.connectors.port import Capability
from storedesk.connectors.pushes import PricePush
from storedesk.domain.ids import derived_id
from storedesk.domain.master import ANY, PRICE
from storedesk.domain.price_list import BASE
from storedesk.domain.quantity import PIECE, UNITS
from storedesk.domain.records import Price, Variant
from storedesk.domain.wall_clock import UnknownZone, day_from, local_time, moment_of, zone_named
from storedesk.hub.channels.plan import About, Plan, about_of, detail_of
from storedesk.storage.channel_links import LIST, VARIANT, Link
from storedesk.storage.channel_outbox import Entry, Planned, price_entity
from storedesk.storage.channel_shown import PRICE as SHOWN_PRICE
from storedesk.storage.channel_shown import shown_of
from storedesk.storage.hub_channels import chain_currency

Kept = tuple[str, str, int]
"""A price's list, currency and lowest quantity."""


def price_pushes(
    plan: Plan, variant_ids: Collection[int], made_by: str, forced: Mapping[int, str] | None = None
) -> list[Planned]:
    """``forced`` are articles whose price is told whatever the channel shows, with the difference that asks."""
    if not plan.can(Capability.PRICES) or not variant_ids:
        return []
    asked, planned = forced or {}, []
    variants = plan.links(VARIANT, [str(one) for one in variant_ids])
    shown = {
        (one.variant_id, one.about): one.value
        for one in shown_of(plan.connection, plan.channel.id, sorted(set(variant_ids)))
        if one.field == SHOWN_PRICE
    }
    lists = _Lists(plan)
    for variant_id in sorted(set(variant_ids)):
        links = variants.get(str(variant_id))
        variant: Variant | None = plan.row("variant", variant_id) if links else None
        if not links or variant is None:
            continue
        for price in _told_prices(plan, variant_id):
            there = lists.there(price.list_code)
            if there is None:
                continue
            known = shown.get((variant_id, about_price(price, lists.currency)))
            if price.from_quantity <= 1 and known == str(price.amount) and variant_id not in asked:
                continue
            ask = _ask(links[0], variant, price, there)
            planned.append(_push(plan, ask, price, made_by, asked.get(variant_id, "")))
    return planned


def price_is_true(plan: Plan, entry: Entry, ask: PricePush) -> bool:
    """Whether the price that waits is the one that holds."""
    about = about_of(entry)
    return any(
        price.list_code == about.list
        and (price.currency, price.amount) == (ask.currency, ask.amount)
        and price.valid_from <= today(plan)
        for price in _told_prices(plan, about.variant)
    )


def today(plan: Plan) -> str:
    """The local date of the chain: that of its first place."""
    return local_time(plan.now, zone_named(chain_zone(plan))).date().isoformat()


class _Lists:
    """What the channel calls each list of ours; None for one that it is not told."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self.currency = chain_currency(plan.connection)
        self._known: dict[str, str | None] = {}

    def there(self, list_code: str) -> str | None:
        if list_code not in self._known:
            self._known[list_code] = self._find(list_code)
        return self._known[list_code]

    def _find(self, list_code: str) -> str | None:
        plan, row = self._plan, self._plan.row("price_list", list_code)
        kind = BASE if row is None else row.kind
        if plan.is_theirs(PRICE, kind) or plan.masters is None or plan.masters.master_of(PRICE, kind) == ANY:
            return None
        if list_code == BASE:
            return ""
        found = plan.links(LIST, [list_code]).get(list_code)
        return found[0].external_id if found else None


def _told_prices(plan: Plan, variant_id: int) -> list[Price]:
    """Of each list, currency and quantity the price that holds today, and those that will."""
    day, held = today(plan), dict[Kept, Price]()
    coming = []
    for price in plan.among("price", variant_id=variant_id):
        kept = (price.list_code, price.currency, price.from_quantity)
        if price.valid_from > day:
            coming.append(price)
        elif kept not in held or held[kept].valid_from <= price.valid_from:
            held[kept] = price
    return [*held.values(), *coming]


def _ask(link: Link, variant: Variant, price: Price, there: str) -> PricePush:
    pieces = max(1, price.from_quantity // UNITS.get(variant.unit, PIECE).step)
    sku = str(detail_of(link).get("sku") or variant.sku)
    return PricePush(
        link.external_id, sku, there, price.currency, pieces, price.amount, gross=bool(price.gross)
    )


def _push(plan: Plan, ask: PricePush, price: Price, made_by: str, difference: str) -> Planned:
    about = About(
        variant=price.variant_id, list=price.list_code, difference=difference, forced=bool(difference)
    )
    quantity = max(1, price.from_quantity)
    entity = price_entity(price.variant_id, price.list_code, price.currency, quantity)
    if price.valid_from <= today(plan):
        return plan.push(ask, about, entity, [made_by], plan.now, newest_counts=True)
    day = derived_id(price.valid_from, str(price.amount))
    starts = moment_of(day_from(price.valid_from), 0, zone_named(chain_zone(plan)))
    return plan.push(ask, about, f"{entity}/{price.valid_from}", [day], plan.now, due_at=starts)


def about_price(price: Price | PricePush, currency: str) -> str:
    """What a price is filed under in what the channel shows; ``currency`` is the chain's."""
    if price.list_code not in ("", BASE):
        return price.list_code
    return "" if price.currency == currency or not currency else price.currency


def chain_zone(plan: Plan) -> str:
    """The time zone of the chain's first place."""
    zone = next((place.zone for place in plan.among("place")), "UTC")
    try:
        zone_named(zone)
    except UnknownZone:
        return "UTC"
    return str(zone)
