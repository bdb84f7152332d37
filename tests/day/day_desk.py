"""One desk of the store day: its profile, database, sync and client for real; clock, line and printer are set."""

import asyncio
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import httpx
import msgspec

from storedesk.desk.desk_clock import DeskClock
from storedesk.desk.desk_files import DeskFiles, OpenDesk
from storedesk.desk.desk_requests import DeskRequests
from storedesk.desk.hub_client import HubClient
from storedesk.desk.moments import Look
from storedesk.desk.print_runner import PrintRunner
from storedesk.desk.profile import Profile, Settings
from storedesk.desk.sync_runner import SyncRunner
from storedesk.devices.printer_port import Printed, PrinterRole, PrintJob, PrintResult, UnavailableReason
from storedesk.devices.printer_roles import PrinterRoles
from storedesk.domain.ids import new_id
from storedesk.domain.opening_hours import OpeningHours
from storedesk.domain.records import Place
from storedesk.protocol.desk_link import Perform, Performed, PrintPaper, SyncState, TakeNumber
from storedesk.storage.desk_reads import place_by_id
from storedesk.storage.encrypted_file import connect_sqlite
from storedesk.storage.row_reader import Driver, select
from tests.day.typed_texts import TypedTexts
from tests.hub.running_hub import RunningHub
from tests.small_shop import ELIN

T = TypeVar("T")
PATIENCE_SECONDS = 60.0


class Line(httpx.AsyncBaseTransport):
    """The way to the hub; while ``cut`` nothing gets through."""

    def __init__(self, app: Any) -> None:
        self._through = httpx.ASGITransport(app)
        self.cut = False
        self.cut_requests = 0

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        if self.cut:
            self.cut_requests += 1
            raise httpx.ConnectError("cut", request=request)
        return await self._through.handle_async_request(request)


class PaperTray:
    """A printer that keeps its pages in memory."""

    name = "Tray"

    def __init__(self) -> None:
        self.numbers: list[str] = []

    def print_job(self, job: PrintJob) -> PrintResult:
        assert job.content.pdf.startswith(b"%PDF") and job.content.escpos
        self.numbers.append(job.number)
        return Printed(self.name, True)

    def trouble(self) -> UnavailableReason | None:
        return None


class DayDesk:
    """``ahead_ms`` is what this machine's clock is ahead of the hub's."""

    def __init__(self, folder: Path, hub: RunningHub, place: int, ahead_ms: int) -> None:
        self.hub, self.place_id = hub, place
        self._ahead_ms = ahead_ms
        self.profile = Profile(folder)
        self.profile.save_settings(Settings(key_store="file"))
        self.files = DeskFiles(self.profile, hub.random.randbytes)
        self.opened: OpenDesk = self.files.open()
        self.clock = DeskClock(self.wall, lambda: hub.clock.now)
        self.line = Line(hub.app)
        self.tray = PaperTray()
        self.typed = TypedTexts(self._try)
        self.performed: Counter[str] = Counter()
        self.states: list[SyncState] = []
        self._round_over = asyncio.Event()
        self._under_way = False
        self._reader: Driver | None = None

    def wall(self) -> int:
        return self.hub.clock.now + self._ahead_ms

    async def enrol(self, place_code: str) -> None:
        """Becomes a desk of the place and fetches its first copy."""
        transport, random_bytes = self.line, self.hub.random.randbytes
        client = self.hub.client(self.wall)
        client = HubClient("http://127.0.0.1", client.device_key, self.wall, transport, None, random_bytes)
        reply = await client.enrol(await self.hub.code(place_code), "Till")
        known = msgspec.structs.replace(
            self.opened.secrets, device_secret=client.device_key.secret.hex(), device_id=reply.device_id,
            place_id=reply.place_id, place_code=reply.place_code, desk=reply.desk, place_key=reply.place_key,
            hub_url="http://127.0.0.1",
        )  # fmt: skip
        self.files.enrolled(known, self.opened.store)
        await self.begin_sync(client, OpenDesk(self.opened.store, known))
        await self.sync()
        await self.sync()
        self.place: Place = self.read(lambda connection: place_by_id(connection, self.place_id))

    async def begin_sync(self, client: HubClient, desk: OpenDesk) -> None:
        """From here on rounds may be run with the hub."""
        self.client = client
        await self._adopted(desk)
        self.runner = SyncRunner(
            client, self.files, desk, self.clock, _at_once, self._told, lambda: 0.5, self._adopted, "day"
        )  # fmt: skip

    @property
    def code(self) -> str:
        return self.opened.secrets.desk

    async def sync(self) -> None:
        """One round of the real runner, good or not."""
        self._round_over.clear()
        self.runner.wake(now=True)
        running = asyncio.ensure_future(self.runner.run())
        over = asyncio.ensure_future(self._round_over.wait())
        await asyncio.wait((running, over), timeout=PATIENCE_SECONDS, return_when=asyncio.FIRST_COMPLETED)
        assert self._round_over.is_set(), "the round did not end"
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)

    def act(self, kind: str, staff: int = ELIN, **args: Any) -> Performed:
        """As the window asks for it; whatever text may be typed is first tried with a personal number."""
        self.typed.try_texts(kind, staff, args)
        done = self._perform(kind, staff, args)
        if done.outcome == "saved":
            self.performed[kind] += 1
        else:
            assert done.outcome == "rejected", (kind, args, done)
        return done

    def must(self, kind: str, staff: int = ELIN, **args: Any) -> str:
        """An act that nothing stands against; its id."""
        done = self.act(kind, staff, **args)
        assert done.outcome == "saved", (self.code, kind, args, done)
        return self.last_action

    def _try(self, kind: str, staff: int, args: dict[str, Any]) -> Performed:
        return self._perform(kind, staff, args)

    def _perform(self, kind: str, staff: int, args: dict[str, Any]) -> Performed:
        self.last_action = new_id(self.clock.now(), self.hub.random.randbytes)
        raw = msgspec.Raw(msgspec.json.encode(args))
        message = Perform(request=1, action_id=self.last_action, kind=kind, args=raw, staff_id=staff)
        reply, _ = self.requests.answer(message)
        assert isinstance(reply, Performed)
        return reply

    def number_for(self, record_id: str) -> str:
        answered, _ = self.requests.answer(TakeNumber(request=1, record_id=record_id))
        return str(answered.detail)

    def print(self, paper: str, subject: str) -> None:
        """Queues a paper and lets it come out."""
        asked = PrintPaper(request=1, paper=paper, subject=subject, staff_id=ELIN, language="sv")
        answered, _ = self.requests.answer(asked)
        assert not answered.problem, answered
        printers = PrinterRoles({role: [self.tray] for role in PrinterRole})
        runner = PrintRunner(self.opened.store, printers, self.clock.now)
        while (job := runner.take()) is not None:
            assert runner.settle(job, runner.print(job)).state == "printed"

    def read(self, work: Callable[[Driver], T]) -> T:
        """On a connection of its own that only reads, as the window has it."""
        if self._reader is None:
            known = self.opened.secrets
            self._reader = connect_sqlite(
                self.profile.database(known), known.databases[known.current], readonly=True
            )
        self._reader.execute("BEGIN")
        try:
            return work(self._reader)
        finally:
            self._reader.execute("COMMIT")

    def rows(self, row_type: type[T], where: str = "1", *values: Any) -> list[T]:
        return self.read(lambda connection: select(connection, row_type, where, *values))

    def one(self, row_type: type[T], where: str, *values: Any) -> T:
        (row,) = self.rows(row_type, where, *values)
        return row

    def query(self, sql: str) -> list[Any]:
        return self.read(lambda connection: list(connection.execute(sql)))

    def look(self, staff: int = ELIN) -> Look:
        hours = OpeningHours.from_text(self.place.zone, self.place.weekly, self.place.exceptions)
        return Look(self.clock.now(), hours, staff, self.code)

    async def close(self) -> None:
        self._forget_reader()
        await self.client.close()
        self.opened.store.close()

    async def _adopted(self, desk: OpenDesk) -> None:
        self.opened = desk
        self._forget_reader()
        self.requests = DeskRequests(desk, self.profile, self.clock, "boot", "day")

    def _forget_reader(self) -> None:
        if self._reader is not None:
            self._reader.close()
        self._reader = None

    def _told(self, message: Any) -> None:
        if isinstance(message, SyncState):
            self.states.append(message)
            self.requests.sync_state = message
            if self._under_way and not message.syncing:
                self._round_over.set()
            self._under_way = message.syncing


async def _at_once(work: Callable[[], Any]) -> Any:
    return work()
