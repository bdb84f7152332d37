"""The pace of a desk's sync: what is saved while a round is under way does not wait for the next tick."""

import asyncio
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from storedesk.desk.desk_clock import DeskClock
from storedesk.desk.sync_runner import SyncRunner
from storedesk.protocol.desk_link import SyncState
from storedesk.protocol.wire import HelloRequest, Reply, Request
from tests.small_shop import NOW
from tests.world import HubInProcess, make_world


class LineInProcess:
    """Answers as a hub client would, and tells when a hello is under way."""

    def __init__(self, hub: HubInProcess, device_id: str) -> None:
        self._hub, self._device_id = hub, device_id
        self.on_hello: Callable[[int], None] = lambda number: None
        self.hellos = 0
        self.heard: list[int] = []

    async def call(self, request: Request) -> Reply:
        if isinstance(request, HelloRequest):
            self.hellos += 1
            self.heard.append(request.heard)
            self.on_hello(self.hellos)
        return self._hub.handle(self._device_id, request)


@pytest.mark.asyncio
async def test_what_is_saved_during_a_round_goes_out_at_once(tmp_path: Path) -> None:
    hub, desks = make_world(tmp_path, desks=1)
    line = LineInProcess(hub, desks[0].device_id)
    told: list[Any] = []
    second_round = asyncio.Event()

    async def on_database(work: Callable[[], Any]) -> Any:
        return work()

    async def adopted(desk: Any) -> None:
        raise AssertionError("no other database was to be adopted")

    class Opened:
        store = desks[0].store

    clock = DeskClock(lambda: NOW, lambda: 0)
    runner = SyncRunner(line, None, Opened(), clock, on_database, told.append, random.random, adopted, "test")  # type: ignore[arg-type]

    def wake(number: int) -> None:
        if number == 1:
            runner.wake()
        else:
            second_round.set()

    line.on_hello = wake
    running = asyncio.ensure_future(runner.run())
    await asyncio.wait_for(second_round.wait(), 5)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    assert line.hellos == 2
    assert line.heard == [0, hub.now]
    assert any(isinstance(state, SyncState) and state.online for state in told)
