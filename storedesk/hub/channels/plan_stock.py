"""Which figures of stock a channel is to be told: those it may show now, where it was last told others."""

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from storedesk.connectors.port import Capability
from storedesk.connectors.pushes import StockPush
from storedesk.domain.ids import derived_id
from storedesk.domain.master import ON_HAND
from storedesk.hub.channels.plan import About, Plan, about_of, as_text, ask_of, detail_of
from storedesk.storage.channel_feed import told_figures
from storedesk.storage.channel_links import PLACE, STOCK, VARIANT, Link
from storedesk.storage.channel_outbox import Entry, Planned, stock_entity
from storedesk.storage.channel_shown import STOCK as SHOWN_STOCK
from storedesk.storage.channel_shown import shown_of
from storedesk.storage.channel_stock_reads import MayShow, Pair, may_show
from storedesk.storage.rows import Rows


class Target(NamedTuple):
    """An article as the channel names it."""

    variant_id: str
    stock_id: str
    sku: str


def stock_pushes(
    plan: Plan, variant_ids: Collection[int], made_by: str, forced: Mapping[Pair, str] | None = None
) -> list[Planned]:
    """For all places of these articles. ``made_by`` names the commit that changed them; ``forced`` are those to be
    told whatever was told before, with the difference that asks for it."""
    if not plan.can(Capability.STOCK) or not variant_ids:
        return []
    asked = forced or {}
    wanted = sorted(set(variant_ids))
    told = told_figures(plan.connection, plan.channel.id, wanted)
    planned = []
    for pair, targets, place_there, figure in _figures(plan, wanted):
        if told.get(pair) == (figure.available, figure.own_reserved) and pair not in asked:
            continue
        about = About(variant=pair[0], place=pair[1], difference=asked.get(pair, ""), forced=pair in asked)
        for number, target in enumerate(targets):
            ask = _ask(target, place_there, figure, None, "repair" if pair in asked else "changed")
            entity = stock_entity(*pair) + (f"/{target.stock_id}" if number else "")
            planned.append(plan.push(ask, about, entity, [made_by], plan.now, newest_counts=True))
    return planned


class Fresh(NamedTuple):
    """A message of stock with the figures of now; None instead of them where nothing is to be told any more."""

    key: str
    ask: str | None


def fresh_figures(plan: Plan, entries: Collection[Entry]) -> dict[str, Fresh]:
    """By the key of the entry. A figure that was tried and has changed since goes under another key."""
    pairs = {entry.key: (about_of(entry).variant, about_of(entry).place) for entry in entries}
    variants = sorted({variant for variant, _ in pairs.values()})
    now = may_show(plan.connection, plan.channel, variants, plan.now)
    told = told_figures(plan.connection, plan.channel.id, variants)
    seen = _last_seen(plan, variants)
    fresh = {}
    for entry in entries:
        pair, ask = pairs[entry.key], ask_of(entry)
        figure = now.get(pair)
        same = figure is not None and told.get(pair) == (figure.available, figure.own_reserved)
        if figure is None or not isinstance(ask, StockPush) or (same and not about_of(entry).forced):
            fresh[entry.key] = Fresh(entry.key, None)
            continue
        new = ask._replace(
            available=figure.available, own_reserved=figure.own_reserved, last_seen=seen.get(pair)
        )
        key = entry.key
        if entry.tries and new != ask:
            key = derived_id("push", plan.channel.code, entry.entity, entry.key, as_text(new))
        fresh[entry.key] = Fresh(key, as_text(new))
    return fresh


def _figures(plan: Plan, wanted: list[int]) -> Iterator[tuple[Pair, list[Target], str, MayShow]]:
    """What may be shown of linked articles at linked places that the channel is not master of itself."""
    targets, places = _targets(plan, wanted), _places(plan)
    if not targets or not places:
        return
    for pair, figure in sorted(may_show(plan.connection, plan.channel, sorted(targets), plan.now).items()):
        for place_there in places.get(pair[1], ()):
            yield pair, targets[pair[0]], place_there, figure


def _targets(plan: Plan, variant_ids: list[int]) -> dict[int, list[Target]]:
    ids = [str(one) for one in variant_ids]
    stock, variants = plan.links(STOCK, ids), plan.links(VARIANT, ids)
    skus = {
        key[0]: stored.row.sku
        for key, stored in Rows(plan.connection).get_many("variant", [(one,) for one in variant_ids]).items()
    }
    found = {}
    for variant_id in variant_ids:
        by_variant = variants.get(str(variant_id), [])
        by_stock = stock.get(str(variant_id), by_variant)
        if by_stock:
            ours = skus.get(variant_id, "")
            found[variant_id] = [
                _target(link, by_variant[min(number, len(by_variant) - 1)] if by_variant else link, ours)
                for number, link in enumerate(by_stock)
            ]
    return found


def _target(stock: Link, variant: Link, our_sku: str) -> Target:
    sku = detail_of(variant).get("sku") or detail_of(stock).get("sku") or our_sku
    return Target(variant.external_id, stock.external_id, str(sku))


def _places(plan: Plan) -> dict[int, list[str]]:
    """What the channel calls each linked place whose stock it may be told."""
    places = plan.among("place")
    links = plan.links(PLACE, [str(place.id) for place in places])
    return {
        place.id: [link.external_id for link in links.get(str(place.id), [])[:1]]
        for place in places
        if not plan.is_theirs(ON_HAND, place.code)
    }


def _ask(target: Target, place_there: str, figure: MayShow, last_seen: int | None, reason: str) -> StockPush:
    return StockPush(
        target.variant_id, target.stock_id, target.sku, place_there, figure.available, figure.own_reserved,
        last_seen, reason,
    )  # fmt: skip


def _last_seen(plan: Plan, variant_ids: list[int]) -> dict[Pair, int]:
    return {
        (one.variant_id, int(one.about)): int(one.value)
        for one in shown_of(plan.connection, plan.channel.id, variant_ids)
        if one.field == SHOWN_STOCK and one.about.isdecimal() and one.value.lstrip("-").isdecimal()
    }
