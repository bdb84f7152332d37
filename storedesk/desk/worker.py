"""The worker process: the one writer of a desk's database, its line to the hub and its printers."""

import asyncio
import random
import secrets
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any, TypeVar

import structlog

from storedesk.desk import system_clock
from storedesk.desk.central_asks import ask_central
from storedesk.desk.content_care import care_for_content
from storedesk.desk.desk_clock import ClockMark, DeskClock
from storedesk.desk.desk_files import DeskFiles, OpenDesk
from storedesk.desk.desk_requests import DeskRequests
from storedesk.desk.device_key import DeviceKey
from storedesk.desk.enrol_desk import EnrolFailed, enrol
from storedesk.desk.hub_client import HubClient
from storedesk.desk.hub_hints import listen
from storedesk.desk.journal_request import check_journal
from storedesk.desk.old_actions import forget_hourly
from storedesk.desk.print_runner import PrintReport, PrintRunner
from storedesk.desk.printer_requests import PrinterRequests
from storedesk.desk.profile import Profile
from storedesk.desk.revocation import Revocation
from storedesk.desk.settings_change import SettingsChange
from storedesk.desk.sync_runner import CLOCK, SyncRunner
from storedesk.desk.worker_setup import Tell, practice_state, printers_of
from storedesk.domain.error_trace import where_it_broke
from storedesk.domain.ids import new_id
from storedesk.protocol.central_link import AskChannels
from storedesk.protocol.desk_link import (
    Answered,
    ChangeSettings,
    CheckJournal,
    Enrol,
    FindPrinters,
    LookUpOrders,
    Perform,
    Performed,
    PrintPaper,
    PrintState,
    PrintTest,
    Started,
    Stop,
    SyncNow,
    SyncState,
    WorkOffline,
)
from storedesk.protocol.routing_link import AskWhatIf, AskWhy
from storedesk.storage.database_work import DatabaseTrouble, naming_trouble
from storedesk.storage.engine import DatabaseDamaged

T = TypeVar("T")
log = structlog.get_logger()
READ_WHOLE_AFTER_SECONDS = 10.0
QUIET_SECONDS = 3.0
ANSWER = "answer"


class Worker:
    """Runs until the window closes its pipe or says stop; an action under way is finished first."""

    def __init__(self, profile: Profile, tell: Tell, app: str) -> None:
        self._profile, self._tell, self._app = profile, tell, app
        self._clock = DeskClock(system_clock.wall_ms, system_clock.monotonic_ms)
        self._settings = SettingsChange(profile, tell)
        self._files = DeskFiles(profile, secrets.token_bytes)
        self._boot = new_id(system_clock.wall_ms(), secrets.token_bytes)
        self._executor = ThreadPoolExecutor(1, "database")
        self._paper_executor = ThreadPoolExecutor(1, "printer")
        self._tasks: set[asyncio.Task[None]] = set()
        self._messages: asyncio.Queue[Any]
        self._print_wake = asyncio.Event()
        self._printing_told: dict[str, tuple[str, str]] = {}
        self._desk: OpenDesk
        self._requests: DeskRequests
        self._sync: SyncRunner | None = None
        self._client: HubClient | None = None
        self._is_busy = self._is_unsettled = False

    async def on_database(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._executor, work)

    async def run(self, messages: "asyncio.Queue[Any]") -> None:
        self._messages = messages
        self._desk = await self.on_database(self._files.open)
        mark = ClockMark.from_text(await self.on_database(lambda: self._desk.store.noted(CLOCK)))
        if mark is not None:
            self._clock.resume(mark)
        self._requests = self._requests_of(self._desk)
        self._settings.tell()
        self._tell_started(healed=self._desk.healed)
        self._begin_sync()
        self._start(self._print_loop())
        self._start(self._read_whole())
        self._start(self._rest())
        self._start(
            forget_hourly(self.on_database, lambda: self._desk.store, self._clock.now, lambda: self._is_busy)
        )
        try:
            while (message := await messages.get()) is not None and not isinstance(message, Stop):
                self._dispatch(message)
            await asyncio.gather(*(task for task in self._tasks if task.get_name() == ANSWER))
        finally:
            await self._close()

    def _dispatch(self, message: Any) -> None:
        if isinstance(message, SyncNow):
            if self._sync is not None:
                self._sync.wake(now=True)
        elif isinstance(message, WorkOffline):
            self._settings.work_offline(message.on)
            if self._sync is not None:
                self._sync.work_offline(message.on)
        elif isinstance(message, ChangeSettings):
            self._settings.change(message)
            self._print_wake.set()
        elif isinstance(message, FindPrinters | PrintTest):
            self._start(self._ask_printers(message))
        elif isinstance(message, LookUpOrders | AskWhy | AskWhatIf | AskChannels):
            self._start(self._ask_central(message))
        elif isinstance(message, CheckJournal):
            self._start(self._check_journal(message))
        elif isinstance(message, Enrol):
            self._start(self._enrol(message))
        else:
            self._start(self._answer(message), ANSWER)

    async def _answer(self, message: Any) -> None:
        requests = self._requests
        reply, changed = await self.on_database(lambda: requests.answer(message))
        if isinstance(reply, Performed) and reply.why == "database":
            await self._look_for_damage(self._executor)
        self._tell(reply)
        if changed:
            self._tell(changed)
        if isinstance(message, Perform):
            self._is_busy = self._is_unsettled = True
        if isinstance(message, Perform) and self._sync is not None:
            self._sync.wake()
            await self._sync.tell_state()
        if isinstance(message, PrintPaper):
            self._print_wake.set()

    async def _ask_central(self, message: LookUpOrders | AskWhy | AskWhatIf | AskChannels) -> None:
        async def may(staff_id: int, permission: str) -> bool:
            return await self.on_database(partial(self._requests.may, staff_id, permission))

        self._tell(await ask_central(message, self._client, self._profile.settings.work_offline, may))

    async def _check_journal(self, message: CheckJournal) -> None:
        check = partial(check_journal, message, self._profile, self._desk.secrets, self._clock)
        self._tell(await asyncio.get_running_loop().run_in_executor(None, check))

    async def _ask_printers(self, message: FindPrinters | PrintTest) -> None:
        asked = PrinterRequests(self._profile, self._clock)
        ask: Callable[[], Any] = (
            partial(asked.test, message) if isinstance(message, PrintTest) else partial(asked.find, message)
        )
        self._tell(await asyncio.get_running_loop().run_in_executor(self._paper_executor, ask))

    async def _look_for_damage(self, executor: ThreadPoolExecutor | None) -> None:
        """A damaged database is mended by a start: this one ends, and the question is asked again there."""
        if await asyncio.get_running_loop().run_in_executor(executor, self._files.is_damaged, self._desk):
            raise DatabaseDamaged("The desk's database is damaged: the next start mends it")

    async def _rest(self) -> None:
        """What need not happen while somebody waits happens when nobody has pressed anything for a while."""
        while True:
            await asyncio.sleep(QUIET_SECONDS)
            if self._is_busy or not self._is_unsettled:
                self._is_busy = False
                continue
            self._is_unsettled = False
            try:
                await self.on_database(partial(_named, self._desk.store.rest))
            except DatabaseTrouble:
                self._is_unsettled = True

    async def _read_whole(self) -> None:
        """A large database is not read before the desk is ready, but in the first quiet seconds of each start."""
        await asyncio.sleep(READ_WHOLE_AFTER_SECONDS)
        await self._look_for_damage(None)

    async def _enrol(self, message: Enrol) -> None:
        """Asked again after a start in between, it is done already."""
        if self._desk.secrets.device_id:
            self._tell(Answered(request=message.request))
            return
        key = DeviceKey.new(secrets.token_bytes)
        try:
            given = await enrol(key, message, self._desk.secrets)
        except EnrolFailed as failed:
            self._tell(Answered(request=message.request, problem=failed.key, detail=str(failed)))
            return
        store = self._desk.store
        try:
            await self.on_database(partial(_named, lambda: self._files.enrolled(given, store)))
        except DatabaseTrouble:
            self._tell(Answered(request=message.request, problem="own_disk"))
            return
        self._desk = OpenDesk(store, given)
        self._tell(Answered(request=message.request))
        await self._adopted(self._desk)
        self._begin_sync()

    async def _adopted(self, desk: OpenDesk) -> None:
        """Another database is in use now; the window opens it too."""
        self._desk = desk
        self._requests = self._requests_of(desk)
        self._tell_started()

    async def _revoked(self, rescue_key: str) -> bool:
        """Seals what is unsent and ends this life; False if the disk does not take it now."""

        def begin() -> None:
            Revocation(self._profile).begin(self._desk, rescue_key, self._clock.now())
            self._requests.is_revoked = True

        try:
            await self.on_database(partial(_named, begin))
        except DatabaseTrouble:
            return False
        self._messages.put_nowait(Stop())
        return True

    def _requests_of(self, desk: OpenDesk) -> DeskRequests:
        return DeskRequests(desk, self._profile, self._clock, self._boot, self._app)

    def _begin_sync(self) -> None:
        known = self._desk.secrets
        if not known.device_id:
            return
        if known.practice:
            self._tell(practice_state(self._clock.offset))
            return
        key = DeviceKey(bytes.fromhex(known.device_secret), known.device_id)
        self._client = HubClient(known.hub_url, key, system_clock.wall_ms)
        self._sync = SyncRunner(
            self._client, self._files, self._desk, self._clock, self.on_database, self._tell_sync,
            random.random, self._adopted, self._app, self._boot, self._revoked,
        )  # fmt: skip
        if self._profile.settings.work_offline:
            self._sync.work_offline(True)
        self._start(self._sync.run())
        self._start(listen(self._client, self._sync, random.random))
        self._start(
            care_for_content(
                self._desk.store, lambda: self._files.database(self._desk), self.on_database, self._clock.now,
                lambda: not self._is_busy, self._sync.wake,
            )
        )  # fmt: skip

    async def _print_loop(self) -> None:
        runner = PrintRunner(self._desk.store, printers_of(self._profile.settings), self._clock.now)
        for unsure in await self._in_print_queue(runner.interrupted) or ():
            self._tell_print(unsure)
        while True:
            runner = PrintRunner(self._desk.store, printers_of(self._profile.settings), self._clock.now)
            self._print_wake.clear()
            job = await self._in_print_queue(runner.take)
            if job is None:
                await self._wait_for_print()
                continue
            outcome = await asyncio.get_running_loop().run_in_executor(
                self._paper_executor, runner.print, job
            )
            while (report := await self._in_print_queue(partial(runner.settle, job, outcome))) is None:
                await self._wait_for_print()
            self._tell_print(report)

    async def _in_print_queue(self, work: Callable[[], T]) -> T | None:
        """None if there is nothing, or the disk does not take it now."""
        try:
            return await self.on_database(partial(_named, work))
        except DatabaseTrouble:
            return None

    async def _wait_for_print(self) -> None:
        try:
            await asyncio.wait_for(self._print_wake.wait(), 2.0)
        except TimeoutError:
            return

    def _tell_print(self, report: PrintReport) -> None:
        """Each thing once: a job that still waits for the same reason is not said again."""
        if self._printing_told.get(report.job.id) == (report.state, report.problem):
            return
        self._printing_told[report.job.id] = (report.state, report.problem)
        self._tell(
            PrintState(
                job_id=report.job.id, title=report.job.title, state=report.state, printer=report.printer,
                problem=report.problem, role=report.job.role,
            )
        )  # fmt: skip

    def _tell_sync(self, message: Any) -> None:
        if isinstance(message, SyncState):
            message = self._requests.note_sync(message)
        self._tell(message)

    def _tell_started(self, healed: str = "") -> None:
        known = self._desk.secrets
        first = self._desk.store.link().cursor is None
        phase = "not_enrolled" if not known.device_id else "first_copy" if first else "ready"
        self._tell(
            Started(
                phase=phase, place_id=known.place_id, place_code=known.place_code, desk=known.desk,
                database=str(self._profile.database(known)), key=known.databases[known.current],
                place_key=known.place_key, healed=healed, practice=known.practice,
            )
        )  # fmt: skip

    def _start(self, work: Coroutine[Any, Any, None], name: str | None = None) -> None:
        task = asyncio.get_running_loop().create_task(work, name=name)
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    def _ended(self, task: "asyncio.Task[None]") -> None:
        """A task that failed is a bug: it is logged without data and ends the worker, which is restarted."""
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("worker task failed", trace=where_it_broke(error))
            asyncio.get_running_loop().call_soon(self._fail)

    def _fail(self) -> None:
        for task in asyncio.all_tasks():
            task.cancel()

    async def _close(self) -> None:
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._client is not None:
            await self._client.close()
        await self.on_database(self._desk.store.close)
        self._executor.shutdown()
        self._paper_executor.shutdown()


def _named(work: Callable[[], T]) -> T:
    with naming_trouble():
        return work()
