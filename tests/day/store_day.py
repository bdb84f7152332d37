"""One whole day of the chain, seeded: four real desks and the real hub; one store has no line in the middle."""

import random
from functools import partial
from pathlib import Path
from typing import Any

import msgspec

from storedesk.desk.task_views import derive_task
from storedesk.domain.records import Fulfilment, FulfilmentLine, Order, Parcel, StockLevel
from storedesk.domain.tables import SELLABLE
from storedesk.storage.database_work import Connection
from storedesk.storage.desk_task_reads import open_tasks
from storedesk.storage.engine import driver_of
from storedesk.storage.hub_rows import write_rows
from storedesk.storage.row_reader import select
from tests.day.day_desk import DayDesk
from tests.day.day_shop import KIM, SERVICE, Job
from tests.day.handover_scripts import PER_DAY as LABELS
from tests.day.handover_scripts import Labels
from tests.day.look_ups import PER_DAY as LOOK_UPS
from tests.day.look_ups import WAYS, LookUps
from tests.day.pickup_scripts import Pickups, Script, until
from tests.day.quote_scripts import PER_DAY as QUOTES
from tests.day.quote_scripts import Quotes
from tests.day.rare_pickups import RarePickups, rare_jobs
from tests.day.service_scripts import CALLS, Calls, local_day
from tests.day.stock_scripts import StockWork
from tests.hub.running_hub import RunningHub
from tests.small_shop import ELIN, GBG, MAJA, MAL, OSKAR

AT_ONCE = 4
"""So many things a desk has under way at the same time."""
SECONDS_PER_ACT = 20
TURNS = 40_000
"""A day that takes more turns has things that never end."""
FIRST, MIDDLE, LAST = range(3)


class StoreDay:
    """Runs the scripts of all desks by turns; what is where afterwards is read by ``after_the_day``."""

    def __init__(self, seed: int, hub: RunningHub, folder: Path, jobs: list[Job]) -> None:
        self.rng = random.Random(seed)
        self.hub, self.jobs, self.times = hub, jobs, len(jobs) // 150
        self.rare_jobs = rare_jobs(len(jobs), self.times)
        self.part = FIRST
        self._to_end: list[Job] = []
        self.first = DayDesk(folder / "desk-1", hub, GBG, 90_000)
        self.second = DayDesk(folder / "desk-2", hub, GBG, -200_000)
        self.third = DayDesk(folder / "desk-3", hub, MAL, 0)
        self.service = DayDesk(folder / "desk-4", hub, SERVICE, 20_000)
        self.desks = [self.first, self.second, self.third, self.service]
        self.pickups = Pickups(self._stream())
        self.rare = RarePickups(self.pickups, self.service)
        self.look_ups = LookUps(self._stream(), jobs)
        self.stock = StockWork(self._stream(), self.desks[:3])
        self.quotes = Quotes(self._stream())
        self.labels = Labels()
        self.calls = Calls(self._stream(), jobs)

    async def run(self) -> None:
        for desk, place in zip(self.desks, ("GBG", "GBG", "MAL", "KUND"), strict=True):
            await desk.enrol(place)
        self._open()
        waiting = self._scripts()
        total, turn = len(waiting), 0
        active: list[tuple[DayDesk, Script]] = []
        while waiting or active:
            turn += 1
            assert turn < TURNS * self.times, f"{len(active)} things never ended"
            self._set_part(total - len(waiting), total)
            while waiting and len(active) < AT_ONCE * len(self.desks):
                active.append(waiting.pop())
            entry = self.rng.choice(active)
            if next(entry[1], self) is self:
                active.remove(entry)
            self.hub.clock.now += self.rng.randrange(2, 2 * SECONDS_PER_ACT) * 1000
            if turn % 6 == 0:
                await self.rng.choice(self.desks).sync()
                await self._ended_from_outside()
        await self._settle()
        self._answer_tasks()
        self._close()
        await self._settle()

    async def _settle(self) -> None:
        """Rounds until nobody has anything to send or to hear: the decisions of one desk reach the others."""
        for _ in range(3):
            for desk in self.desks:
                await desk.sync()

    async def close(self) -> None:
        for desk in self.desks:
            await desk.close()

    def _stream(self) -> random.Random:
        return random.Random(self.rng.getrandbits(64))

    def _set_part(self, begun: int, total: int) -> None:
        """The line of one store is down while the middle third of the work begins."""
        before, self.part = self.part, min(LAST, 3 * begun // total)
        if before != self.part:
            self._change_shift()
        for desk in (self.first, self.second):
            desk.line.cut = self.part == MIDDLE

    def _scripts(self) -> list[tuple[DayDesk, Script]]:
        """In the order in which they begin, the last first; what needs the line down is ready before."""
        early, rest = list[tuple[DayDesk, Script]](), list[tuple[DayDesk, Script]]()
        for job in self.jobs:
            if job.recipe in ("double", "ended"):
                early.append((self.first, self._across_the_gap(job)))
            else:
                rest.append((self._desk_of(job), self.pickups.script(self._desk_of(job), job)))
        writers = {
            self.first.code: ELIN,
            self.second.code: OSKAR,
            self.third.code: ELIN,
            self.service.code: KIM,
        }
        for _ in range(self.times):
            rest += self.stock.scripts()
        desks = [self.first, self.second, self.third, self.service]
        rest.append((self.third, self.quotes.new_customer(self.third)))
        rest += self.quotes.scripts(desks, writers, QUOTES * self.times)
        for number in range(LOOK_UPS * self.times):
            rest.append((self.service, self._look(number)))
        for number in range(LABELS * self.times):
            desk, code = ((self.third, "MAL"), (self.first, "GBG"))[number % 2]
            rest.append((desk, self.labels.hand_over(desk, code, number)))
        rest += [(self.service, self.calls.call(self.service, one)) for one in range(CALLS * self.times)]
        for number, job in enumerate(job for job in self.jobs if job.recipe == "rejected"):
            rest.append((self.service, self.calls.decide(self.service, job, number)))
        for number, job in enumerate([job for job in self.jobs if job.recipe == "plain"][::20]):
            rest.append((self.second, self.calls.bring_back(self._desk_of(job), job, number)))
        rest += [(self._desk_of(job), self.rare.script(self._desk_of(job), job)) for job in self.rare_jobs]
        for number, desk in enumerate((self.second, self.third) * self.times):
            rest.append((desk, self.rare.from_label(desk, number)))
        self.rng.shuffle(rest)
        return rest + early

    def _desk_of(self, job: Job) -> DayDesk:
        return self.third if job.place == MAL else (self.first, self.second)[job.number % 2]

    def _look(self, number: int) -> Script:
        desk = self.desks[number % 4]
        yield
        self.look_ups.look(desk, WAYS[number % len(WAYS)], desk is self.service)

    def _across_the_gap(self, job: Job) -> Script:
        """Ready before the line goes; handed over while it is down, though another desk or central ended it."""
        yield from self.pickups.make_ready(self.first, job)
        yield from until(lambda: state_on(self.second, job) == "ready" and self.part == MIDDLE)
        if job.recipe == "double":
            self.pickups.hand_over(self.first, job)
            yield
            self.pickups.hand_over(self.second, job, proof="id_seen", id_document="id_card")
        else:
            self._to_end.append(job)
            yield from until(lambda: job not in self._to_end)
            self.pickups.hand_over(self.second, job)
        self.pickups.ended[job.recipe] += 1

    async def _ended_from_outside(self) -> None:
        """Orders that the web shop cancels while their store cannot hear of it."""
        for job in self._to_end:
            await self.hub.database.write(partial(_cancel, job=job, hub=self.hub))
        self._to_end.clear()

    def _open(self) -> None:
        for desk in self.desks:
            if desk is not self.second:
                staff = KIM if desk is self.service else ELIN
                desk.must("OpenDay", staff, day=local_day(desk), note="all printers tried")

    def _change_shift(self) -> None:
        for desk in (self.first, self.third):
            desk.must("ChangeShift", MAJA, day=local_day(desk), leaving=OSKAR, to=ELIN, note="two calls open")

    def _close(self) -> None:
        """Everything that still stands on the shelf is scanned, but for one parcel where there is any."""
        for desk in (self.first, self.third):
            here = desk.rows(Parcel, "state = 'staged' ORDER BY id")
            seen = [parcel.id for parcel in here if self._is_of(desk, parcel)]
            desk.must("CloseDay", MAJA, day=local_day(desk), seen=seen, note="quiet evening")

    def _is_of(self, desk: DayDesk, parcel: Parcel) -> bool:
        return desk.one(Fulfilment, "id = ?", parcel.fulfilment_id).place_id == desk.place_id

    def _answer_tasks(self) -> None:
        """Each desk's place answers what it was asked, as suggested; what needs more is left open."""
        for desk in self.desks:
            staff = KIM if desk is self.service else MAJA
            for record in desk.read(partial(open_tasks, place_id=desk.place_id)):
                view = derive_task(record, desk.look())
                chosen = next((one for one in view.choices if one.suggested), None)
                if chosen is not None and chosen.deed is not None and self.rng.random() < 0.5:
                    kind, args = chosen.deed
                    desk.act(kind, staff, **msgspec.to_builtins(args))


def state_on(desk: DayDesk, job: Job) -> str:
    return desk.one(Fulfilment, "id = ?", job.fulfilment_id).state


def _cancel(connection: Connection, job: Job, hub: RunningHub) -> None:
    driver = driver_of(connection)
    row = select(driver, Fulfilment, "id = ?", job.fulfilment_id)[0]
    order = select(driver, Order, "id = ?", job.order_id)[0]
    rows: list[Any] = [
        row._replace(state="cancelled", ended_at=hub.clock(), changed_at=hub.clock()),
        order._replace(state="cancelled", payment_state="refund_asked", changed_at=hub.clock()),
    ]
    for line in select(driver, FulfilmentLine, "fulfilment_id = ?", job.fulfilment_id):
        where = f"location_id = ? AND variant_id = ? AND bucket = {SELLABLE}"
        level = select(driver, StockLevel, where, job.place, line.variant_id)[0]
        rows.append(level._replace(reserved=level.reserved - line.ordered))
    write_rows(connection, rows, hub.tag)
