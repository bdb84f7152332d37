"""Why this store: a dry run of routing for one order, for who may look at orders, or for the hub's own command."""

from typing import NamedTuple

from storedesk.actions.action import Act, State
from storedesk.actions.rights import may
from storedesk.actions.why_place import Why, why_place
from storedesk.domain.plain_text import NAME_SHOWN, clean_text
from storedesk.domain.records import Order, Place, Product, Variant
from storedesk.domain.routing import Candidate, Looked, Stock
from storedesk.domain.routing_rules import RoutingWrong
from storedesk.hub.order_look_up import PERMISSION
from storedesk.hub.placing import parcels_today, wish_by_parts, wish_of
from storedesk.protocol.wire import OrderWhy, WhyArticle, WhyPlace, WireError
from storedesk.protocol.wire_errors import WireErrorNumber
from storedesk.storage.database_work import Connection
from storedesk.storage.order_wishes import order_numbered
from storedesk.storage.rows import Rows
from storedesk.storage.state_view import StateView

_LONGEST = 60


class AskedWhy(NamedTuple):
    """Who asks, from which place, about the order of this number or id; by which rules, None for those in use."""

    place_id: int
    staff_id: int
    number: str
    rules: str | None = None


class NoSuchOrder(Exception):
    """There is no order of that number."""


def why_order(connection: Connection, asked: AskedWhy, now: int) -> OrderWhy | WireError:
    """For a desk: rights first; ``now`` is the hub's clock in UTC milliseconds."""
    view = StateView(Rows(connection))
    act = Act("", PERMISSION, None, asked.staff_id, asked.place_id, "")
    if not may(view, act, PERMISSION, now):
        return WireError(number=WireErrorNumber.SCOPE_NOT_ALLOWED, now=now)
    try:
        return dry_run(connection, asked.number, now, asked.rules)
    except (NoSuchOrder, RoutingWrong) as error:
        return WireError(number=WireErrorNumber.UNREADABLE, detail=str(error), now=now)


def dry_run(connection: Connection, number: str, now: int, rules: str | None = None) -> OrderWhy:
    """By the rules in use, or by others. Raises NoSuchOrder and RoutingWrong, each with one sentence."""
    rows = Rows(connection)
    asked = clean_text(number, _LONGEST)
    order_id = asked if rows.get("orders", (asked,)) else order_numbered(connection, asked)
    stored = None if order_id is None else rows.get("orders", (order_id,))
    if stored is None:
        raise NoSuchOrder(f"There is no order {asked!r} here.")
    view, order = StateView(rows), stored.row
    wish = wish_of(connection, order.id) or wish_by_parts(view, order)
    parcels = parcels_today(connection, now, rules)
    found = why_place(view, order, wish, parcels, now, rules)
    return _told(view, order, wish.delivery, found, now)


def _told(state: State, order: Order, delivery: str, found: Why, now: int) -> OrderWhy:
    articles = sorted(found.goods)
    looked = {one.place_id: one for one in found.routed.looked}
    names = {place.id: place.name for place in state.among(Place)}
    rule = found.rules.rules[found.routed.rule - 1] if found.routed.rule else None
    keeps = rule is None or rule.safety

    def shown(place: Candidate) -> WhyPlace:
        seen = looked.get(place.place_id, Looked(place.place_id, "no", "no_rule"))
        stock = [place.stock.get(article, Stock(0, 0)) for article in articles]
        return WhyPlace(
            place_id=place.place_id, name=clean_text(names.get(place.place_id, ""), NAME_SHOWN), km=place.km,
            stock=[max(0, one.free - (one.safety if keeps else 0)) for one in stock],
            parcels=place.parcels_today, most_parcels=found.rules.limit_of(place.code), as_of=place.as_of,
            outcome=seen.outcome, why=seen.why, figure=seen.figure, against=seen.limit, article=seen.article,
            has_it=place.place_id in found.given,
        )  # fmt: skip

    places = sorted((shown(place) for place in found.places), key=_in_order)
    return OrderWhy(
        now=now, order_id=order.id, number=order.number, delivery=delivery, rule=found.rule,
        rule_number=found.routed.rule, places=places,
        articles=[
            WhyArticle(
                variant_id=article, name=_name(state, article), wanted=found.goods[article],
                waits=found.waits.get(article, 0), unit=_unit(state, article),
            )
            for article in articles
        ],
        brought_to=clean_text(names.get(found.routed.brought_to or 0, ""), NAME_SHOWN),
    )  # fmt: skip


def _in_order(place: WhyPlace) -> tuple[int, int, int]:
    first = ("chosen", "next", "no").index(place.outcome)
    return first, 1 << 30 if place.km is None else place.km, place.place_id


def _name(state: State, article: int) -> str:
    variant = state.get(Variant, article)
    product = state.get(Product, variant.product_id) if isinstance(variant, Variant) else None
    return clean_text(product.name if isinstance(product, Product) else "", NAME_SHOWN)


def _unit(state: State, article: int) -> str:
    variant = state.get(Variant, article)
    return variant.unit if isinstance(variant, Variant) else "piece"
