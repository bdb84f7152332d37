"""Row 13: from an act on one desk to its decision there and its rows on another desk, over real HTTP on loopback."""

import asyncio
import time
from collections.abc import Iterator
from pathlib import Path

import httpx

from storedesk.desk.hub_client import HubClient
from storedesk.domain.ids import effect_id
from storedesk.protocol.wire import Cursor, PullReply, PullRequest, PushReply
from storedesk.storage.feed_writer import FeedWriter
from tests.bench.figures import Figure, Measured, median, now_measured, p99
from tests.bench.hub_work import BusyDesk
from tests.bench.large_hub import SampleHub
from tests.bench.serving_hub import enrolled, serving_hub
from tests.processes.shop_floor import HubProcess
from tests.small_shop import GBG

DESKS, A_SECOND, ROUND_TRIPS = 20, 5, 200
SECONDS = {"small": 4, "large": 20}
REFUSAL = 20_000
"""The number of the task that tells of a refused act."""


class Times:
    """When acts were made, by the rows that tell of them, and what was seen."""

    def __init__(self) -> None:
        self.made: dict[str, float] = {}
        self.decided: list[float] = []
        self.seen: list[float] = []


def measure(hub: SampleHub, folder: Path) -> Iterator[Measured]:
    seconds = SECONDS[hub.size]
    with serving_hub(folder / "hub") as process:
        floor, times = asyncio.run(_measured(process, seconds))
    runs = f"{DESKS} desks x {A_SECOND} a second for {seconds} s"
    decided, seen = median(times.decided), p99(times.seen)
    yield now_measured(
        Figure(13, "made to decided, median", floor, "a loopback round trip to the hub's health, median", decided, "ms",
               "<= 50 ms", decided <= 50, f"{len(times.decided)} acts; {runs}")
    )  # fmt: skip
    yield now_measured(
        Figure(13, "made to seen on another online desk, p99", floor, "a loopback round trip to the hub's health, median",
               seen, "ms", "<= 250 ms", seen <= 250, f"{len(times.seen)} holds and refusals; {runs}")
    )  # fmt: skip


async def _measured(process: HubProcess, seconds: int) -> tuple[float, Times]:
    floor = await _round_trip(process.url)
    clients = await enrolled(process, DESKS + 1)
    times, until = Times(), time.monotonic() + seconds
    watching = asyncio.create_task(_watch(clients[-1], process.write(FeedWriter.head), times))
    await asyncio.sleep(0.5)
    await asyncio.gather(*(_act(client, number, times, until) for number, client in enumerate(clients[:-1])))
    await asyncio.sleep(1)
    watching.cancel()
    await asyncio.gather(watching, return_exceptions=True)
    for client in clients:
        await client.close()
    return floor, times


async def _round_trip(url: str) -> float:
    took = []
    async with httpx.AsyncClient(base_url=url) as client:
        for _ in range(ROUND_TRIPS):
            begun = time.perf_counter()
            await client.get("/v1/health")
            took.append((time.perf_counter() - begun) * 1000)
    return median(took)


async def _act(client: HubClient, number: int, times: Times, until: float) -> None:
    """So many acts a second, spread evenly over the desks."""
    desk = BusyDesk(number + 1)
    due = time.monotonic() + number / DESKS / A_SECOND
    while due < until:
        await asyncio.sleep(max(0.0, due - time.monotonic()))
        begun, push = time.perf_counter(), desk.push(1)
        act = push.actions[0]
        if act.kind == "PlaceHold":
            times.made |= {effect_id(act.id, 1): begun, effect_id(act.id, REFUSAL): begun}
        reply = await client.call(push)
        if not isinstance(reply, PushReply) or not reply.decisions:
            raise RuntimeError(f"the hub answered {reply}")
        times.decided.append((time.perf_counter() - begun) * 1000)
        due += 1 / A_SECOND


async def _watch(client: HubClient, cursor: Cursor, times: Times) -> None:
    """Another desk: pulls when it is told that the feed has moved."""
    async for _ in client.events():
        page = await client.call(PullRequest(cursor=cursor, scopes=[f"stock:{GBG}", f"tasks:{GBG}"]))
        if not isinstance(page, PullReply):
            raise TypeError(f"the hub answered {page}")
        now, cursor = time.perf_counter(), page.end
        for table in page.tables:
            for row in table.rows if table.table in ("hold", "task") else ():
                made = times.made.pop(row[0], None)
                if made is not None:
                    times.seen.append((now - made) * 1000)
