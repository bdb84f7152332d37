"""Sends pushes on their ways, and says what became of each, whatever goes wrong between."""

from collections.abc import Awaitable, Callable, Sequence
from typing import NamedTuple

from storedesk.connectors.magento.push_listing import look_listing, push_listing
from storedesk.connectors.magento.push_money import (
    look_cancel,
    look_capture,
    look_refund,
    push_cancel,
    push_capture,
    push_refund,
)
from storedesk.connectors.magento.push_order import look_order, push_order
from storedesk.connectors.magento.push_parts import look_gone, look_ready, push_gone, push_ready
from storedesk.connectors.magento.push_prices import look_price, push_prices, sort_of
from storedesk.connectors.magento.push_stock import look_stock, push_stock
from storedesk.connectors.magento.reading import Line
from storedesk.connectors.magento.refusals import SaidNo, refused
from storedesk.connectors.magento.scalars import Odd
from storedesk.connectors.pushes import (
    NOT_DONE,
    PUSH_REASONS,
    REFUSED,
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
from storedesk.connectors.trouble import Stopped, Unreachable


class Step(NamedTuple):
    """Some pushes that go together."""

    places: tuple[int, ...]
    run: Callable[[], Awaitable[list[Outcome]]]


async def push_all(line: Line, pushes: Sequence[Push]) -> list[Outcome]:
    """One outcome each, in order. Raises Unreachable or Stopped where nothing was written."""
    outcomes: dict[int, Outcome] = {}
    begun = line.client.told
    for step in _steps(line, pushes):
        before = line.client.told
        try:
            found = await _without_refusal(step)
        except (Unreachable, Stopped) as error:
            maybe = isinstance(error, Unreachable) and error.maybe_done
            if line.client.told == begun and not maybe:
                raise
            why = error.why if error.why in PUSH_REASONS else "no_reply"
            begun_here = maybe or line.client.told > before
            state = UNKNOWN if begun_here else NOT_DONE
            outcomes |= dict.fromkeys(step.places, Outcome(state, why))
            break
        outcomes |= dict(zip(step.places, found, strict=True))
    return [outcomes.get(place, Outcome(NOT_DONE, "no_reply")) for place in range(len(pushes))]


async def look_up(line: Line, push: Push) -> Outcome:
    """Whether it was done; what the shop does not know was not."""
    try:
        return await _look(line, push)
    except SaidNo as error:
        return Outcome(NOT_DONE) if error.not_there else Outcome(UNKNOWN, "refused")
    except Odd as error:
        return Outcome(UNKNOWN, "invalid", str(error))


async def _without_refusal(step: Step) -> list[Outcome]:
    try:
        return await step.run()
    except SaidNo as error:
        outcome = refused(error.message, "not_linked" if error.not_there else "refused")
    except Odd as error:
        outcome = Outcome(REFUSED, "invalid", str(error))
    return [outcome] * len(step.places)


def _steps(line: Line, pushes: Sequence[Push]) -> list[Step]:
    """Stock together, prices of a kind together, in batches; everything else by itself, in its order."""
    batches: dict[str, list[int]] = {}
    single: list[Step] = []
    for place, push in enumerate(pushes):
        if isinstance(push.ask, StockPush):
            batches.setdefault("", []).append(place)
        elif isinstance(push.ask, PricePush):
            batches.setdefault(sort_of(push.ask), []).append(place)
        else:
            single.append(Step((place,), _one(line, push)))
    size = line.settings.write_rows
    together = [
        Step(tuple(part), _batch(line, sort, [pushes[one] for one in part]))
        for sort, places in batches.items()
        for start in range(0, len(places), size)
        for part in (places[start : start + size],)
    ]
    return together + single


def _batch(line: Line, sort: str, pushes: Sequence[Push]) -> Callable[[], Awaitable[list[Outcome]]]:
    if sort:
        prices = [push.ask for push in pushes if isinstance(push.ask, PricePush)]
        return lambda: push_prices(line, sort, prices)
    stock = [push.ask for push in pushes if isinstance(push.ask, StockPush)]
    return lambda: push_stock(line, stock)


def _one(line: Line, push: Push) -> Callable[[], Awaitable[list[Outcome]]]:
    async def run() -> list[Outcome]:
        return [await _tell(line, push)]

    return run


async def _tell(line: Line, push: Push) -> Outcome:
    match push.ask:
        case ListingPush():
            return await push_listing(line, push.ask)
        case PartReady():
            return await push_ready(line, push.ask)
        case PartGone():
            return await push_gone(line, push.key, push.ask)
        case CancelAsk():
            return await push_cancel(line, push.key, push.ask)
        case CaptureAsk():
            return await push_capture(line, push.ask)
        case RefundAsk():
            return await push_refund(line, push.key, push.ask)
        case OrderAsk():
            return await push_order(line, push.ask)
    return Outcome(REFUSED, "not_supported")


async def _look(line: Line, push: Push) -> Outcome:
    match push.ask:
        case StockPush():
            return await look_stock(line, push.ask)
        case PricePush():
            return await look_price(line, push.ask)
        case ListingPush():
            return await look_listing(line, push.ask)
        case PartReady():
            return await look_ready(line, push.ask)
        case PartGone():
            return await look_gone(line, push.key, push.ask)
        case CancelAsk():
            return await look_cancel(line, push.key, push.ask)
        case CaptureAsk():
            return await look_capture(line, push.ask)
        case RefundAsk():
            return await look_refund(line, push.key, push.ask)
        case OrderAsk():
            return await look_order(line, push.ask)
