"""Drives sync rounds over the network: asks, waits, fetches snapshots, keeps the pace and tells the window."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any, TypeVar

from storedesk.desk.bring_in import DatabaseThread
from storedesk.desk.catching_up import CatchingUp
from storedesk.desk.desk_clock import ClockMark, DeskClock
from storedesk.desk.desk_files import DeskFiles, OpenDesk
from storedesk.desk.hub_client import HubClient
from storedesk.desk.hub_failures import HubFailure, SnapshotDamaged, TooSlow
from storedesk.desk.round_problems import problem_of
from storedesk.desk.slow_fetch import fetch_and_send
from storedesk.desk.sync_watch import NOTED, SyncWatch
from storedesk.protocol.desk_link import Changed, FirstCopy, SyncState
from storedesk.protocol.wire import (
    HelloReply,
    HelloRequest,
    PullReply,
    Reply,
    Request,
    SnapshotRequest,
    WireError,
)
from storedesk.storage import desk_outbox
from storedesk.storage.database_work import DatabaseTrouble, naming_trouble
from storedesk.storage.engine import DatabaseDamaged
from storedesk.sync import pace
from storedesk.sync.catch_up import CatchUp
from storedesk.sync.pace import Pace
from storedesk.sync.rebase import PageOutcome, apply_page
from storedesk.sync.sync_round import Answer, Exchange, NoReply, RoundOutcome, SyncRound

T = TypeVar("T")
CLOCK = "clock"
CLOCK_MOVED_MS, CLOCK_NOTED_EVERY_MS = 1_000, 60_000


class SyncRunner:
    """One desk's sync; lives on the worker's event loop, touches the database only through ``on_database``."""

    def __init__(
        self,
        client: HubClient,
        files: DeskFiles,
        desk: OpenDesk,
        clock: DeskClock,
        on_database: DatabaseThread,
        tell: Callable[[Any], None],
        jitter: Callable[[], float],
        adopted: Callable[[OpenDesk], Awaitable[None]],
        app: str,
        boot: str = "",
        revoked: Callable[[str], Awaitable[bool]] | None = None,
    ) -> None:
        """``boot`` names this start of the desk. ``revoked`` is called with the hub's rescue key; if it says
        True, there is nothing more to sync."""
        self._revoked = revoked
        self._client, self._files, self.desk, self._clock = client, files, desk, clock
        self._on_database, self._tell, self._jitter, self._adopted = on_database, tell, jitter, adopted
        self._app, self._boot = app, boot
        self._heard_until = 0
        self._pace = Pace(next_at=0)
        self._wake = asyncio.Event()
        self._problem = ""
        self._waiting: tuple[int, int | None] = (0, None)
        self._clock_noted: ClockMark | None = None
        self._last_good: int | None = None
        self._syncing = self._asked = False
        self._hello_asked = self._answered = self._hurried = False
        self._may_talk, self._silent = asyncio.Event(), asyncio.Event()
        self._may_talk.set()
        self._watch = SyncWatch()
        self._catching_up = CatchingUp(client, files, self._in_database, self._tell_copy, self._tell_pace)

    def wake(self, *, now: bool = False) -> None:
        """Something waits or a hint came; ``now`` for a person who pressed "try now"."""
        moment = self._clock.monotonic()
        self._pace = pace.hurried(self._pace, moment) if now else pace.at_once(self._pace, moment)
        self._asked, self._hurried = True, self._hurried or now
        self._wake.set()

    def work_offline(self, on: bool) -> None:
        self._pace = pace.work_offline(self._pace, on, self._clock.monotonic())
        begins, ends = (self._silent, self._may_talk) if on else (self._may_talk, self._silent)
        begins.set()
        ends.clear()
        self._wake.set()

    async def may_talk(self) -> None:
        """Returns while the desk does not work offline on purpose."""
        await self._may_talk.wait()

    async def must_be_silent(self) -> None:
        """Returns when it does."""
        await self._silent.wait()

    async def run(self) -> None:
        """Until cancelled; the timer is armed after every outcome."""
        with contextlib.suppress(DatabaseTrouble):
            mark = ClockMark.from_text(await self._in_database(lambda: self.desk.store.noted(CLOCK)))
            self._last_good = None if mark is None else mark.hub
            self._watch.resume(await self._in_database(lambda: self.desk.store.noted(NOTED)))
        if self._pace.on_purpose:
            await self.tell_state()
        while True:
            await self._wait()
            if self._pace.on_purpose:
                await self.tell_state()
                continue
            self._syncing, self._asked = True, False
            self._hello_asked = self._answered = self._hurried = False
            await self.tell_state()
            self._watch.begin_round()
            outcome = await self._round()
            with contextlib.suppress(DatabaseTrouble):
                await self._watch.look(self._in_database, self.desk.store, self._clock, self._last_good)
            self._syncing = False
            self._keep_pace(outcome)
            await self.tell_state()
            if await self._is_over(outcome):
                return

    async def _is_over(self, outcome: RoundOutcome) -> bool:
        hello = outcome.hello
        if outcome.kind != "revoked" or hello is None or not hello.rescue_key or self._revoked is None:
            return False
        return await self._revoked(hello.rescue_key)

    def _keep_pace(self, outcome: RoundOutcome) -> None:
        """The timer is armed; a hello that was answered counts for the line even if the rest failed."""
        moment = self._clock.monotonic()
        if outcome.kind == "done":
            self._pace = pace.after_good(self._pace, moment)
            if self._asked:
                self._pace = pace.at_once(self._pace, moment)
            self._last_good, self._problem = self._clock.now(), ""
            return
        if self._answered:
            self._pace = pace.after_trouble(self._pace, moment, self._jitter())
        elif self._hello_asked:
            self._pace = pace.after_failure(self._pace, moment, self._jitter())
        else:
            self._pace = pace.after_own_trouble(self._pace, moment, self._jitter())
        if outcome.detail == TooSlow.key:
            self._pace = pace.too_slow(self._pace, moment)
        if self._hurried:
            self._pace = pace.hurried(self._pace, moment)
        self._problem = problem_of(outcome)

    async def tell_state(self) -> None:
        with contextlib.suppress(DatabaseTrouble):
            self._waiting = await self._in_database(self._count)
        self._tell_pace()

    def _tell_pace(self) -> None:
        """What is known now, without asking the database."""
        waiting, oldest = self._waiting
        wall = self._clock.now() - self._clock.monotonic()
        since = self._pace.offline_since
        self._tell(
            SyncState(
                online=self._pace.online,
                syncing=self._syncing,
                on_purpose=self._pace.on_purpose,
                offline_since=None if since is None else since + wall,
                last_good_at=self._last_good,
                waiting=waiting,
                oldest_waiting_at=oldest,
                next_try_at=self._pace.next_at + wall,
                problem=self._problem,
                clock_offset=self._clock.offset,
                refetching=self._catching_up.is_busy,
                **self._watch.told(),
            )
        )

    def _count(self) -> tuple[int, int | None]:
        with self.desk.store.begin() as connection:
            return desk_outbox.count_waiting(connection)

    async def _wait(self) -> None:
        self._wake.clear()
        delay = (self._pace.next_at - self._clock.monotonic()) / 1000
        if self._pace.on_purpose or delay > 0:
            try:
                await asyncio.wait_for(self._wake.wait(), None if self._pace.on_purpose else delay)
            except TimeoutError:
                return

    async def _round(self) -> RoundOutcome:
        """One round; trouble with the own database or disk ends it and is shown."""
        try:
            with naming_trouble():
                begun = await self._catching_up.finish(self.desk)
                self._tell_page(begun)
                step = await self._drive(self._sync_round().run())
                self._heard_until = step.heard
                if step.kind == "needs_snapshot":
                    step = await self._snapshot(step)
                elif step.kind == "staged":
                    page = await self._catching_up.staged(self.desk)
                    step = RoundOutcome("refused", "differs") if page is None else _arrived(step, page)
        except DatabaseDamaged:
            return RoundOutcome("no_line", SnapshotDamaged.key)
        except (DatabaseTrouble, OSError) as trouble:
            if await self._on_database(lambda: self._files.is_damaged(self.desk)):
                raise DatabaseDamaged("The desk's database is damaged: the next start mends it") from trouble
            return RoundOutcome("trouble", type(trouble).__name__)
        except HubFailure as failure:
            return RoundOutcome("no_line", failure.key)
        if step.pushed and not (step.page is not None and step.page.rows):
            self._tell(Changed(tables=["outbox"]))
        self._tell_page(step.page)
        return step

    def _sync_round(self) -> SyncRound:
        store, clock = self.desk.store, self._clock
        return SyncRound(store, self._apply, clock.now, self._app, self._heard_until, self._boot)

    async def _drive(self, exchange: Exchange) -> RoundOutcome:
        answers: list[Answer] | None = None
        while True:
            step = await self._on_database(partial(self._step, exchange, answers))
            if isinstance(step, RoundOutcome):
                return step
            answers = await self._ask_all(step)

    def _tell_page(self, page: PageOutcome | None) -> None:
        if page is not None and page.rows:
            self._tell(Changed(tables=sorted(page.tables)))

    def _step(self, exchange: Any, answers: list[Answer] | None) -> list[Request] | RoundOutcome:
        try:
            with naming_trouble():
                requests: list[Request] = next(exchange) if answers is None else exchange.send(answers)
                return requests
        except StopIteration as end:
            outcome: RoundOutcome = end.value
            return outcome

    def _apply(self, page: PullReply) -> PageOutcome | None:
        return self.desk.store.apply(page, apply_page)

    async def _ask_all(self, requests: list[Request]) -> list[Answer]:
        """Side by side; the screen hears of one that is slow while it is still under way."""
        small = not any(isinstance(request, SnapshotRequest) for request in requests)
        alarm = asyncio.get_running_loop().call_later(pace.SLOW_MS / 1000, self._is_slow) if small else None
        try:
            return list(await asyncio.gather(*(self._ask(request) for request in requests)))
        finally:
            if alarm is not None:
                alarm.cancel()

    def _is_slow(self) -> None:
        self._pace = pace.too_slow(self._pace, self._clock.monotonic())
        self._tell_pace()

    async def _ask(self, request: Request) -> Answer:
        asked_at = self._clock.monotonic()
        is_hello = isinstance(request, HelloRequest)
        self._hello_asked = self._hello_asked or is_hello
        try:
            reply: Reply = await self._client.call(request)
        except HubFailure as failure:
            return NoReply(failure.key)
        self._answered = self._answered or (isinstance(reply, HelloReply) and not reply.revoked)
        self._watch.heard(reply)
        if isinstance(reply, HelloReply) or (isinstance(reply, WireError) and reply.now):
            self._clock.learn(reply.now, asked_at)
            await self._note_clock()
        return reply

    async def _note_clock(self) -> None:
        """Now and then, and when the clocks have moved against each other; a disk that is full can wait."""
        mark, before = self._clock.mark(), self._clock_noted
        if before is not None:
            moved = abs((mark.hub - mark.wall) - (before.hub - before.wall))
            if moved < CLOCK_MOVED_MS and mark.hub - before.hub < CLOCK_NOTED_EVERY_MS:
                return
        store = self.desk.store
        with contextlib.suppress(DatabaseTrouble):
            await self._in_database(lambda: store.note(CLOCK, mark.text()))
            self._clock_noted = mark

    async def _snapshot(self, outcome: RoundOutcome) -> RoundOutcome:
        """The first file becomes the database, of later ones is taken what differs."""
        first = await self._in_database(lambda: self.desk.store.link().cursor is None)
        if not first:
            gather = CatchUp(self.desk.store, self._apply).gather(outcome.followed)
            beside = partial(fetch_and_send, wake=self._wake, send=self._send)
            caught_up = await self._catching_up.snapshot(self.desk, outcome, self._drive, gather, beside)
            if caught_up.kind == "done":
                self.wake(now=True)
            return caught_up
        reply, hello = outcome.snapshot, outcome.hello
        if reply is None or hello is None:
            return RoundOutcome("no_line", "not_a_hub")
        name = f"desk-{reply.sha256[:12]}.db"
        await self._in_database(lambda: self._files.clear(name))
        progress = self._catching_up.show_progress(reply)
        await self._client.fetch_snapshot(reply, self._files.path_of(name), progress)
        self._tell(FirstCopy(step="opening", done=reply.size, total=reply.size, rows=reply.rows))
        scopes, epoch = list(hello.scopes), hello.epoch
        self.desk = await self._in_database(lambda: self._files.adopt(self.desk, name, reply, scopes, epoch))
        self._clock_noted = None
        await self._adopted(self.desk)
        self.wake(now=True)
        return RoundOutcome("done")

    async def _send(self) -> None:
        """On a slow line a file may take minutes: what is saved meanwhile does not wait for it."""
        if not self._pace.on_purpose and (await self._drive(self._sync_round().send())).pushed:
            self._tell(Changed(tables=["outbox"]))
            await self.tell_state()

    async def _in_database(self, work: Callable[[], T]) -> T:
        """As ``on_database``, with its trouble named."""

        def named() -> T:
            with naming_trouble():
                return work()

        return await self._on_database(named)

    def _tell_copy(self, copy: FirstCopy) -> None:
        if copy.step == "fetching":
            self._watch.fetched(copy.done)
        self._tell(copy)


def _arrived(round_: RoundOutcome, page: PageOutcome) -> RoundOutcome:
    return round_._replace(kind="done", page=page)
