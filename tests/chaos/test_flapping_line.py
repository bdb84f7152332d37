"""A line that comes and goes every 20 seconds: every act arrives once, and the banner stays calm."""

from itertools import pairwise
from pathlib import Path

import httpx
import pytest

from storedesk.protocol.desk_link import SyncState
from tests.day.day_desk import DayDesk, Line
from tests.hub.running_hub import RunningHub, running_hub
from tests.processes.killing import ONE, shop_to_kill_in
from tests.small_shop import GBG, fulfilment_id

FLAP_MS = 20_000
ACTIONS = 60
MOST_CHANGES = 6
SILENCE_MS = 8_000


class SilentLine(Line):
    """While it is cut nobody answers and nobody refuses: the client gives up after its eight seconds."""

    def __init__(self, hub: RunningHub) -> None:
        super().__init__(hub.app)
        self._hub = hub

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        if self.cut:
            self._hub.clock.now += SILENCE_MS
            raise httpx.ConnectTimeout("silent", request=request)
        return await super().handle_async_request(request)


class FlappingDesk:
    """Drives a desk's real sync by the clock port: the line flips, somebody acts, the retry timer rings."""

    def __init__(self, desk: DayDesk, every_ms: int) -> None:
        self.desk, self.every_ms = desk, every_ms
        self.begun = desk.hub.clock.now
        self.acts = 0

    @property
    def now(self) -> int:
        return self.desk.hub.clock.now - self.begun

    async def work(self, acts: int) -> None:
        while self.acts < acts:
            await self._step()
            if self.now >= (self.acts + 1) * self.every_ms:
                self.desk.must("Pick", fulfilment_id=fulfilment_id(1), lines=ONE)
                self.acts += 1
                self.desk.runner.wake()
                await self.desk.runner.tell_state()

    async def settle(self) -> None:
        """The line stays; only the timer is used."""
        while not (self.state.online and self.state.waiting == 0):
            await self._step(cut=False)

    @property
    def state(self) -> SyncState:
        return self.desk.states[-1]

    async def _step(self, cut: bool | None = None) -> None:
        """To the next moment at which something happens."""
        due = self.now + self.state.next_try_at - self.desk.clock.now()
        moments = (due, (self.acts + 1) * self.every_ms, (self.now // FLAP_MS + 1) * FLAP_MS)
        next_moment = min((moment for moment in moments if moment > self.now), default=self.now)
        self.desk.hub.clock.now += 0 if due <= self.now else next_moment - self.now
        self.desk.line.cut = self.now // FLAP_MS % 2 == 1 if cut is None else cut
        if due <= self.now:
            await self.desk.sync()


def changes(states: list[SyncState]) -> int:
    return sum(one.online is not other.online for one, other in pairwise(states))


@pytest.mark.asyncio
@pytest.mark.parametrize(("kind", "every_ms"), [("refused", 2_000), ("silent", 10_000)])
async def test_sixty_acts_arrive_once_and_the_banner_stays_calm(
    tmp_path: Path, kind: str, every_ms: int
) -> None:
    async with running_hub(tmp_path, rows=shop_to_kill_in(1)) as hub:
        desk = DayDesk(tmp_path / "desk", hub, GBG, 0)
        if kind == "silent":
            desk.line = SilentLine(hub)
        await desk.enrol("GBG")
        desk.must("ClaimPickup", fulfilment_id=fulfilment_id(1))
        await desk.sync()
        desk.states = desk.states[-1:]
        flapping = FlappingDesk(desk, every_ms)
        await flapping.work(ACTIONS)
        await flapping.settle()
        assert changes(desk.states) <= MOST_CHANGES
        assert sum(not state.online for state in desk.states) > 0
        picked = await hub.database.read(
            lambda connection: connection.exec_driver_sql("SELECT picked FROM fulfilment_line").scalar()
        )
        assert picked == ACTIONS
        assert desk.query("SELECT count(*) FROM outbox WHERE state = 'waiting'") == [(0,)]
        await desk.close()
