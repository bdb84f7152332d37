"""Row 12: what a hub process spends on desks that ask every five seconds and find nothing new."""

import asyncio
import os
import secrets
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from storedesk.desk.device_key import DeviceKey
from storedesk.protocol.wire import PullRequest, encode
from storedesk.storage.feed_writer import FeedWriter
from tests.bench.figures import Figure, Measured, now_measured, p99
from tests.bench.large_hub import SampleHub
from tests.bench.serving_hub import enrolled, serving_hub
from tests.processes.shop_floor import HubProcess
from tests.small_shop import GBG

EVERY_SECONDS, KEYS = 5.0, 10
SIZES = {"small": ((50, 0.07, 5.0),), "large": ((500, 0.07, 5.0), (5_000, 0.25, 10.0))}
"""Desks, with the share of a core and the milliseconds (p99) that they may cost."""
FLOOR_US = 47
"""CPU of an empty poll as it was seen in a bare server."""


class Asked(NamedTuple):
    share: float
    took: list[float]


def measure(hub: SampleHub, folder: Path) -> Iterator[Measured]:
    for desks, most_share, most_ms in SIZES[hub.size]:
        with serving_hub(folder / f"hub-{desks}") as process:
            asked = asyncio.run(_asked(process, desks))
        runs = f"{len(asked.took)} polls of {desks} desks; no peer to compare with"
        rate = desks / EVERY_SECONDS
        yield now_measured(
            Figure(12, f"CPU for {desks} desks that poll", rate * FLOOR_US / 1e4, "47 us a poll", asked.share * 100,
                   "%", f"<= {most_share:.0%} of a core", asked.share <= most_share, runs)
        )  # fmt: skip
        slowest = p99(asked.took)
        yield now_measured(
            Figure(12, f"a poll's answer, {desks} desks, p99", 0, "-", slowest, "ms", f"<= {most_ms:g} ms",
                   slowest <= most_ms, runs)
        )  # fmt: skip


async def _asked(process: HubProcess, desks: int) -> Asked:
    """Two polls of each desk, spread over the time; the hub's CPU is counted from the first to the last."""
    clients = await enrolled(process, KEYS)
    keys = [client.device_key for client in clients]
    for client in clients:
        await client.close()
    scopes = ["places", "catalogue", "prices", "orders", f"stock:{GBG}", f"tasks:{GBG}"]
    body = encode(PullRequest(cursor=process.write(FeedWriter.head), scopes=scopes))
    lines = [Line(process, keys[number % KEYS], body) for number in range(desks)]
    for line in lines:
        await line.open()
        await line.ask()
    cpu, begun = _cpu_seconds(process.pid()), time.monotonic()
    took = await asyncio.gather(*(line.poll(number / desks) for number, line in enumerate(lines)))
    share = (_cpu_seconds(process.pid()) - cpu) / (time.monotonic() - begun)
    for line in lines:
        line.close()
    return Asked(share, [ms for one in took for ms in one])


class Line:
    """One desk's kept connection, spoken to in plain HTTP so that asking costs little beside answering."""

    def __init__(self, process: HubProcess, key: DeviceKey, body: bytes) -> None:
        self._process, self._key, self._body = process, key, body
        self._address = urlsplit(process.url)

    async def open(self) -> None:
        self._reader, self._writer = await asyncio.open_connection(self._address.hostname, self._address.port)

    def close(self) -> None:
        self._writer.close()

    async def poll(self, share: float) -> list[float]:
        """Milliseconds of two polls; ``share`` of the time goes by before the first."""
        took = []
        await asyncio.sleep(share * EVERY_SECONDS)
        for _ in range(2):
            begun = time.perf_counter()
            await self.ask()
            took.append((time.perf_counter() - begun) * 1000)
            await asyncio.sleep(EVERY_SECONDS)
        return took

    async def ask(self) -> None:
        proof = self._key.authorization(
            "POST", "/v1/pull", self._body, self._process.now(), secrets.token_bytes(16)
        )
        head = (
            f"POST /v1/pull HTTP/1.1\r\nHost: {self._address.netloc}\r\nAuthorization: {proof}\r\n"
            f"Content-Type: application/json\r\nContent-Length: {len(self._body)}\r\n\r\n"
        )
        self._writer.write(head.encode() + self._body)
        answer = (await self._reader.readuntil(b"\r\n\r\n")).decode().lower()
        length = int(answer.partition("content-length:")[2].split()[0])
        reply = await self._reader.readexactly(length)
        if not answer.startswith("http/1.1 200"):
            raise RuntimeError(f"the hub answered {reply[:200]!r}")


def _cpu_seconds(pid: int) -> float:
    """What a process has used, from the system's table (Linux)."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
