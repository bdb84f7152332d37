"""Runs the hub's application on a socket until it is told to stop."""

import asyncio
import os
import secrets
import signal
import socket
import sys
import threading
import time
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import litestar
import uvicorn

from storedesk.connectors.platforms import NAMES, platform_named
from storedesk.connectors.port import Surroundings
from storedesk.hub import mail_server
from storedesk.hub.activity.activity_folder import ActivityRunner
from storedesk.hub.activity.post import ActivityPosts
from storedesk.hub.channels.care_runner import CareRunner
from storedesk.hub.channels.channel_calls import ChannelCalls
from storedesk.hub.channels.channel_run import Ports
from storedesk.hub.channels.connecting import Shops
from storedesk.hub.channels.deliveries import Hooks
from storedesk.hub.channels.lines import Lines
from storedesk.hub.channels.runner import ChannelRunner
from storedesk.hub.channels.secrets import SecretStore
from storedesk.hub.data_folder import DataFolder
from storedesk.hub.database import Database
from storedesk.hub.desk_alarms import DeskAlarms
from storedesk.hub.erp.erp_runner import ErpRunner
from storedesk.hub.handle import Hub
from storedesk.hub.mail_server import SmtpPostman
from storedesk.hub.message_runner import MessageRunner
from storedesk.hub.opening import open_hub, random_tag
from storedesk.hub.request_log import Log, hub_log
from storedesk.hub.server import hub_app
from storedesk.hub.service import HubService
from storedesk.hub.snapshots import Snapshots
from storedesk.hub.system_clock import now_ms
from storedesk.hub.tills.post import TillPosts
from storedesk.hub.tills.till_runner import TillRunner
from storedesk.hub.try_marks import TryMarks

KEEP_ALIVE_SECONDS = 75
STOP_SECONDS = 10


class Place(NamedTuple):
    """Where to listen; port 0 takes a free one. With a certificate the hub speaks TLS itself."""

    host: str
    port: int
    certificate: Path | None = None
    certificate_key: Path | None = None


class _Server(uvicorn.Server):
    """Says where it listens once it does."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._ready()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Stops in order and leaves it there: raised again, a signal would end the process before the database."""
        wanted = [signal.SIGINT, signal.SIGTERM]
        before = {number: signal.signal(number, self.handle_exit) for number in wanted}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)


async def serve(
    data: Path,
    postgres: str | None,
    place: Place,
    ready: Callable[[str], None],
    *,
    in_key_store: bool = False,
    until_stdin_closes: bool = False,
) -> None:
    """Serves until SIGTERM, Ctrl+C or, if wished, the end of standard input; ``ready`` is told the address."""
    log = hub_log(sys.stderr, now_ms)
    with _listen(place) as listening:
        async with open_hub(data, postgres, in_key_store=in_key_store) as database:
            snapshots = Snapshots(DataFolder(data).snapshots, database)
            folder = DataFolder(data)
            rescue_key = folder.rescue_key().public_key().public_bytes_raw().hex()
            hub = Hub(random_tag, alarm=log.warning, marks=TryMarks(folder.tries), rescue_key=rescue_key)
            alarms = DeskAlarms(hub.mind, log)
            service = HubService(database, hub, snapshots, now_ms, secrets.token_bytes, alarms.mind)
            scheme = "https" if place.certificate else "http"
            host = f"[{place.host}]" if ":" in place.host else place.host
            address = f"{scheme}://{host}:{listening.getsockname()[1]}"
            tills = TillPosts(database, now_ms, random_tag)
            channels, hooks = _channels(data, database, log)
            activity = ActivityPosts(database, now_ms, random_tag)
            calls = ChannelCalls(service, _shops(data, database), NAMES, time.monotonic, log)
            app = hub_app(service, log, tills, hooks, activity, calls)
            server = _Server(_config(app, place), lambda: ready(address))
            if until_stdin_closes:
                _stop_with_stdin(server)
            feeds = [
                TillRunner(database, folder.tills, now_ms, random_tag, log).run,
                CareRunner(database, now_ms, random_tag).run,
                channels.run,
                ErpRunner(database, folder.erp, now_ms, random_tag, log).run,
                ActivityRunner(database, folder.activity, now_ms, random_tag, log).run,
            ]
            async with _messages_sent(data, database), _running(feeds):
                await server.serve([listening])


def _shops(data: Path, database: Database) -> Shops:
    """What desks connect channels with."""
    around = Surroundings(now_ms, asyncio.sleep, secrets.token_bytes)
    return Shops(database, SecretStore(data), around, platform_named, random_tag)


def _channels(data: Path, database: Database, log: Log) -> tuple[ChannelRunner, Hooks]:
    """What runs the channels, and what takes their signals; both learn of new accounts by themselves."""

    def bug(channel: str, trace: list[str]) -> None:
        log.error("bug", channel=channel, trace=trace)

    around = Surroundings(now_ms, asyncio.sleep, secrets.token_bytes)
    store = SecretStore(data)
    owner, jitter = secrets.token_hex(8), secrets.SystemRandom().random
    running = Lines(platform_named, around, store)
    ports = Ports(database, running, owner, now_ms, random_tag, jitter, bug)
    hooks = Hooks(database, Lines(platform_named, around, store), now_ms, lambda trace: bug("hooks", trace))
    return ChannelRunner(ports), hooks


@asynccontextmanager
async def _messages_sent(data: Path, database: Database) -> AsyncIterator[None]:
    """Customers are told while the hub serves, if mail is set up."""
    server = mail_server.load(DataFolder(data).mail)
    runner = (
        None if server is None else MessageRunner(database, SmtpPostman(server), now_ms, now_ms(), random_tag)
    )
    task = None if runner is None else asyncio.create_task(runner.run())
    try:
        yield
    finally:
        if task is not None:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)


@asynccontextmanager
async def _running(works: Sequence[Callable[[], Coroutine[Any, Any, None]]]) -> AsyncIterator[None]:
    """Each work beside the server, until it stops."""
    tasks = [asyncio.create_task(work()) for work in works]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


def _listen(place: Place) -> socket.socket:
    family = socket.AF_INET6 if ":" in place.host else socket.AF_INET
    # the protocol is named, since asyncio sends without delay (40 ms a reply) only where it is
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    if sys.platform != "win32":
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((place.host, place.port))
    except OSError:
        listening.close()
        raise
    return listening


def _config(app: litestar.Litestar, place: Place) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        lifespan="on",
        log_config=None,
        log_level="critical",
        access_log=False,
        server_header=False,
        timeout_keep_alive=KEEP_ALIVE_SECONDS,
        timeout_graceful_shutdown=STOP_SECONDS,
        backlog=1024,
        ssl_certfile=place.certificate,
        ssl_keyfile=place.certificate_key,
    )


def _stop_with_stdin(server: uvicorn.Server) -> None:
    """Whoever started this process holds the other end; when it dies, however it dies, the end closes."""
    loop = asyncio.get_running_loop()
    stdin = (
        sys.stdin.fileno()
    )  # read below Python's buffer, whose lock a waiting thread would hold at the end

    def stop() -> None:
        server.should_exit = True

    def wait() -> None:
        while os.read(stdin, 4096):
            pass
        if not loop.is_closed():
            loop.call_soon_threadsafe(stop)

    threading.Thread(target=wait, name="hub-stdin", daemon=True).start()
