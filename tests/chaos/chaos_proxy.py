"""A TCP proxy between desks and a hub that breaks a share of all connections, by seed; runs in its own thread."""

import asyncio
import random
import socket
import struct
import threading
from collections import Counter
from collections.abc import Coroutine
from enum import StrEnum
from typing import Any, NamedTuple

ABORTED = struct.pack("ii", 1, 0)
PIECE = 1 << 16


class Fault(StrEnum):
    """What happens to one exchange of a broken connection."""

    REFUSE = "refuse"
    CUT_REQUEST = "cut_request"
    CUT_REPLY = "cut_reply"
    HALF_REPLY = "half_reply"
    STALL = "stall"
    LATE = "late"
    COPY_AFTER = "copy_after"
    COPY_BEFORE = "copy_before"
    DELAY = "delay"


class Streams(NamedTuple):
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter


class Reply(NamedTuple):
    """``size`` is None for a body that has no end."""

    head: bytes
    size: int | None


class Broken(Exception):
    """The connection ends here, for both sides."""


class ChaosProxy:
    """``share`` of the connections break, each in one of its first exchanges; good ones live for a few exchanges.

    ``seconds`` is how long a stalled reply or a late request is held. ``share`` and ``faults`` may be set while
    it runs; ``down`` cuts everything at once until ``up``. Replies to paths that begin as ``hold`` was told are kept
    back until ``release``.
    """

    def __init__(
        self, hub_port: int, seed: int, share: float = 0.5, faults: tuple[Fault, ...] = tuple(Fault),
        seconds: float = 0.2, longest: int = 3,
    ) -> None:  # fmt: skip
        self.share, self.faults, self.seconds, self.longest = share, faults, seconds, longest
        self.hub_port, self.port = hub_port, 0
        self.connections = 0
        self._held, self._released = "", asyncio.Event()
        self.holding = threading.Event()
        self.broken: Counter[str] = Counter()
        self.requests: Counter[str] = Counter()
        self._rng = random.Random(seed)
        self._is_down = False
        self._open: set[asyncio.StreamWriter] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="proxy", daemon=True)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def __enter__(self) -> "ChaosProxy":
        self._thread.start()
        self._run(self._listen())
        return self

    def __exit__(self, *_: object) -> None:
        self._run(self._end())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def down(self) -> None:
        self._run(self._cut_all())

    def up(self) -> None:
        self._is_down = False

    def hold(self, path: str) -> None:
        self._released.clear()
        self._held = path

    def release(self) -> None:
        self._held = ""
        self._loop.call_soon_threadsafe(self._released.set)

    def _run(self, work: Coroutine[Any, Any, None]) -> None:
        asyncio.run_coroutine_threadsafe(work, self._loop).result(30)

    async def _listen(self) -> None:
        self._server = await asyncio.start_server(self._accept, "127.0.0.1", 0, limit=PIECE)
        self.port = self._server.sockets[0].getsockname()[1]

    async def _end(self) -> None:
        self._server.close()
        await self._cut_all()
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await asyncio.sleep(0)

    async def _cut_all(self) -> None:
        self._is_down = True
        for writer in list(self._open):
            _abort(writer)

    def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._keep(self._serve(Streams(reader, writer)))

    def _keep(self, work: Coroutine[Any, Any, None]) -> None:
        task = self._loop.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _serve(self, desk: Streams) -> None:
        self.connections += not self._is_down
        fault = self._rng.choice(self.faults) if self._rng.random() < self.share else None
        life = self._rng.randint(1, self.longest)
        breaks_at = self._rng.randint(1, life) if fault else 0
        hub: Streams | None = None
        self._open.add(desk.writer)
        try:
            if self._is_down:
                raise Broken
            for turn in range(1, life + 1):
                request = await _request_of(desk.reader)
                self.requests[request.split(b" ", 2)[1].decode().split("?")[0]] += 1
                hub = hub or await self._to_hub()
                await self._exchange(desk, hub, request, fault if turn == breaks_at else None)
        except (Broken, OSError, EOFError, asyncio.LimitOverrunError):
            _abort(desk.writer)
        finally:
            for streams in (desk, hub):
                if streams is not None:
                    self._open.discard(streams.writer)
                    streams.writer.close()

    async def _to_hub(self) -> Streams:
        hub = Streams(*await asyncio.open_connection("127.0.0.1", self.hub_port))
        self._open.add(hub.writer)
        return hub

    async def _exchange(self, desk: Streams, hub: Streams, request: bytes, fault: Fault | None) -> None:
        if fault is not None:
            self.broken[fault] += 1
        match fault:
            case Fault.REFUSE:
                raise Broken
            case Fault.CUT_REQUEST:
                hub.writer.write(request[: self._rng.randrange(len(request))])
                await hub.writer.drain()
                _abort(hub.writer)
                raise Broken
            case Fault.LATE:
                self._keep(self._alone(request, self.seconds))
                raise Broken
            case Fault.COPY_BEFORE:
                await self._alone(request, 0)
        hub.writer.write(request)
        if fault is Fault.DELAY:
            await asyncio.sleep(self._rng.uniform(0, self.seconds))
        reply = await _head_of(hub.reader)
        if fault in (Fault.CUT_REPLY, Fault.STALL):
            await _pass(hub.reader, None, reply.size or 0)
            await asyncio.sleep(self.seconds if fault is Fault.STALL else 0)
            raise Broken
        if self._held and request.split(b" ", 2)[1].decode().startswith(self._held):
            self.holding.set()
            await self._released.wait()
        desk.writer.write(reply.head)
        if fault is Fault.HALF_REPLY:
            await _pass(hub.reader, desk.writer, (reply.size or 0) // 2)
            raise Broken
        await _pass(hub.reader, desk.writer, reply.size)
        if fault is Fault.COPY_AFTER:
            await self._alone(request, 0)

    async def _alone(self, request: bytes, seconds: float) -> None:
        """The same bytes on a connection of their own; nobody hears the reply."""
        await asyncio.sleep(seconds)
        try:
            hub = await self._to_hub()
            hub.writer.write(request)
            await _pass(hub.reader, None, (await _head_of(hub.reader)).size or 0)
            self._open.discard(hub.writer)
            hub.writer.close()
        except (OSError, EOFError):
            return


async def _request_of(reader: asyncio.StreamReader) -> bytes:
    head = await reader.readuntil(b"\r\n\r\n")
    return head + await reader.readexactly(_length(head) or 0)


async def _head_of(reader: asyncio.StreamReader) -> Reply:
    head = await reader.readuntil(b"\r\n\r\n")
    return Reply(head, _length(head))


def _length(head: bytes) -> int | None:
    for line in head.split(b"\r\n"):
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            return int(value)
    return None


async def _pass(reader: asyncio.StreamReader, writer: asyncio.StreamWriter | None, size: int | None) -> None:
    """Hands on ``size`` bytes, or without a size everything until one side ends."""
    left = size
    while left is None or left > 0:
        piece = await reader.read(PIECE if left is None else min(PIECE, left))
        if not piece:
            raise EOFError
        left = None if left is None else left - len(piece)
        if writer is not None:
            writer.write(piece)
            await writer.drain()


def _abort(writer: asyncio.StreamWriter) -> None:
    """Ends it as a broken line does: with a reset and without what is still to be written."""
    own = writer.get_extra_info("socket")
    if own is not None and own.fileno() >= 0:
        own.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, ABORTED)
    writer.transport.abort()
