"""Corner Market as a day of shops needs it, its line that loses what a test names, and a hub with it alone."""

import random
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import httpx

from storedesk.connectors.port import Delivery, Surroundings
from tests.channel_day.day import Day
from tests.platforms.corner_market.connector import PLATFORM
from tests.platforms.corner_market.market import ADDRESS, KEY, SECRET, Market
from tests.small_shop import NOW

CODE, CHANNEL = "corner", 3


class CornerDay:
    """The market as a day of shops needs it."""

    code, channel_id, told_by, platform = CODE, CHANNEL, "platform", PLATFORM

    def __init__(
        self, now: Callable[[], int], places: Mapping[str, str], articles: Sequence[tuple[str, str]]
    ) -> None:
        self.market = Market(now)
        for code, name in places.items():
            self.market.add_place(code, name)
        for sku, barcode in articles:
            self.market.add_product(sku, barcode)
        self.lost = LostReplies(self.market.transport())

    def settings(self) -> Mapping[str, str]:
        return {"address": ADDRESS, "key": KEY, "webhook_secret": SECRET}

    def line(self) -> httpx.AsyncBaseTransport:
        return self.lost

    def repeatable(self, request: httpx.Request) -> bool:
        return request.method in ("GET", "PUT")

    def buy(self, rng: random.Random, place: str, sku: str, quantity: int) -> str:
        if self.shows(place, sku) < quantity:
            return ""
        return self.market.buy(sku, place, quantity, rng.choice(("paid", "reserved")))

    def cancel(self, rng: random.Random) -> str:
        told = {*self.market.mails, *self.market.handed}
        open_ = [name for name in self.orders() if name not in told | self.cancelled()]
        if open_:
            self.market.cancel(chosen := rng.choice(open_))
        return chosen if open_ else ""

    def edit_stock(self, place: str, sku: str, quantity: int) -> None:
        self.market.set_free(sku, place, quantity)

    def shows(self, place: str, sku: str) -> int:
        return self.market.free(sku, place)

    def orders(self) -> list[str]:
        return list(self.market.rows["orders"])

    def cancelled(self) -> set[str]:
        return {name for name, row in self.market.rows["orders"].items() if row["state"] == "cancelled"}

    def mails(self) -> Mapping[str, int]:
        return Counter({name: many for name, many in self.market.ready_mails.items() if many})

    def handed_out(self) -> Mapping[str, int]:
        return {name: self.market.handed[name] for name in self.orders() if name not in self.cancelled()}

    def deliveries(self) -> list[Delivery]:
        sent, self.market.hooks = self.market.hooks, []
        return [Delivery(headers, body) for headers, body in sent]


class LostReplies(httpx.AsyncBaseTransport):
    """``lost`` are ends of paths whose next request is done and not answered; ``busy`` those that are put off."""

    def __init__(self, line: httpx.AsyncBaseTransport) -> None:
        self._line = line
        self.lost: list[str] = []
        self.busy: list[str] = []

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        end = request.url.path.rpartition("/")[2]
        if end in self.busy:
            self.busy.remove(end)
            return httpx.Response(429, headers={"retry-after": "2"})
        reply = await self._line.handle_async_request(request)
        if end in self.lost:
            self.lost.remove(end)
            raise httpx.ReadTimeout("no answer", request=request)
        return reply


def around_of(corner: CornerDay) -> Surroundings:
    """Surroundings of a connector without a hub; its clock goes on by ten seconds at every look."""

    async def sleep(_seconds: float) -> None:
        return None

    clock = iter(range(NOW, NOW + 100_000_000, 10_000))
    return Surroundings(lambda: next(clock), sleep, lambda size: bytes(size), corner.line())


class Shop:
    """A hub whose one channel is Corner Market, as it stands after it was switched on."""

    def __init__(self, day: Day, folder: Path) -> None:
        self.day, self.folder = day, folder

    @property
    def corner(self) -> CornerDay:
        (found,) = self.day.markets
        assert isinstance(found, CornerDay)
        return found

    async def turn(self, minutes: int = 3) -> None:
        for _ in range(4):
            self.day.now += minutes * 60_000
            await self.day.processes[0].turn()

    async def step(self) -> str:
        (part,) = await self.day.rows("fulfilment")
        return await self.day.counters[part.place_id].work_on(self.day.database, self.day.now, part)

    def around(self) -> Surroundings:
        return Surroundings(
            lambda: self.day.now, self.day.sleep, lambda size: bytes(size), self.corner.line()
        )
