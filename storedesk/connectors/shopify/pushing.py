"""Tells Shopify what happened here: each push goes to what knows its kind, trouble becomes its outcome."""

from collections.abc import Awaitable, Callable, Sequence

from storedesk.connectors.pushes import (
    NOT_DONE,
    UNKNOWN,
    CancelAsk,
    CaptureAsk,
    ListingPush,
    OrderAsk,
    Outcome,
    PartGone,
    PartReady,
    PricePush,
    Push,
    RefundAsk,
    StockPush,
)
from storedesk.connectors.shopify.answers import NotUnderstood, TooCostly
from storedesk.connectors.shopify.paging import Pager
from storedesk.connectors.shopify.push_orders import OrderPushes
from storedesk.connectors.shopify.push_pickup import PickupPushes
from storedesk.connectors.shopify.push_prices import PricePushes
from storedesk.connectors.shopify.push_quotes import QuotePushes
from storedesk.connectors.shopify.push_stock import StockPushes
from storedesk.connectors.shopify.read_levels import Levels
from storedesk.connectors.shopify.refusals import after_trouble, not_begun
from storedesk.connectors.trouble import Stopped, Unreachable


class Pushing:
    def __init__(self, pager: Pager, levels: Levels) -> None:
        self._stock = StockPushes(pager, levels)
        self._prices, self._pickups = PricePushes(pager), PickupPushes(pager)
        self._orders, self._quotes = OrderPushes(pager), QuotePushes(pager)

    async def push(self, pushes: Sequence[Push]) -> list[Outcome]:
        """Stock goes together, the rest one by one in its order. Raises only where nothing was done."""
        outcomes: dict[int, Outcome] = {}
        stock = [number for number, push in enumerate(pushes) if isinstance(push.ask, StockPush)]
        if stock:
            figures = [pushes[number] for number in stock]
            found = await self._guarded(lambda: self._stock.push(figures), bool(outcomes))
            outcomes |= dict(
                zip(stock, found if isinstance(found, list) else [found] * len(stock), strict=True)
            )
        for number, push in enumerate(pushes):
            if number not in outcomes:
                one = await self._guarded(lambda push=push: self._one(push), bool(outcomes))  # type: ignore[misc]
                outcomes[number] = one if isinstance(one, Outcome) else one[0]
                if outcomes[number].why == "busy" and outcomes[number].state == NOT_DONE:
                    rest = [other for other in range(len(pushes)) if other not in outcomes]
                    return _in_order(outcomes | dict.fromkeys(rest, Outcome(NOT_DONE, "busy")), len(pushes))
        return _in_order(outcomes, len(pushes))

    async def look_up(self, push: Push) -> Outcome:
        ask = push.ask
        match ask:
            case StockPush():
                return await self._stock.look_up(ask)
            case PricePush():
                return await self._prices.price_shown(ask)
            case ListingPush():
                return await self._prices.listing_shown(ask)
            case PartReady():
                return await self._pickups.ready_shown(ask)
            case PartGone():
                return await self._pickups.gone_shown(ask)
            case CancelAsk():
                return await self._orders.cancel_shown(push.key, ask)
            case CaptureAsk():
                return await self._orders.capture_shown(ask)
            case RefundAsk():
                return await self._orders.refund_shown(push.key, ask)
            case OrderAsk():
                return await self._quotes.order_shown(ask)

    async def _one(self, push: Push) -> Outcome:
        ask = push.ask
        match ask:
            case PricePush():
                return await self._prices.price(ask)
            case ListingPush():
                return await self._prices.listing(ask)
            case PartReady():
                return await self._pickups.ready(ask)
            case PartGone():
                return await self._pickups.gone(ask)
            case CancelAsk():
                return await self._orders.cancel(push.key, ask)
            case CaptureAsk():
                return await self._orders.capture(ask)
            case RefundAsk():
                return await self._orders.refund(push.key, ask)
            case OrderAsk():
                return await self._quotes.order(ask)
            case StockPush():
                return (await self._stock.push([push]))[0]

    async def _guarded(
        self, call: Callable[[], Awaitable[Outcome | list[Outcome]]], something_done: bool
    ) -> Outcome | list[Outcome]:
        """Trouble as an outcome; where it came before anything was done it stays the caller's."""
        try:
            return await call()
        except (NotUnderstood, TooCostly) as error:
            return after_trouble(error)
        except Unreachable as error:
            outcome = after_trouble(error)
            if outcome.state == UNKNOWN or something_done:
                return outcome
            raise
        except Stopped as error:
            if something_done:
                return not_begun(error)
            raise


def _in_order(outcomes: dict[int, Outcome], many: int) -> list[Outcome]:
    return [outcomes[number] for number in range(many)]
