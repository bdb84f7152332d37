"""One simulated run: a chain at work under faults, then healed; every promise watched."""

import random
from collections import Counter, deque
from pathlib import Path
from typing import NamedTuple

import msgspec

from storedesk.domain.ids import new_id
from storedesk.protocol.wire import ActionRecord, PushReply, PushRequest, encode, reply_decoder
from storedesk.protocol.wire import Request as WireRequest
from storedesk.sync import pace
from storedesk.sync.sync_round import NoReply, RoundOutcome
from tests.simulation.desk_promises import DeskPromises
from tests.simulation.failure import DRAINED, SUMS, TIMER, Broken, hold
from tests.simulation.hub_promises import HubPromises
from tests.simulation.intent import Intent
from tests.simulation.network import Network, Reply, Request, Timeout
from tests.simulation.other_work import OtherWork
from tests.simulation.planted_bugs import SOUND, Bug
from tests.simulation.sim_desk import DeskCrashed, Flight, SimDesk
from tests.simulation.sim_hub import SimHub
from tests.simulation.staff_at_work import StaffAtWork
from tests.simulation.stored_rows import load
from tests.simulation.template import fresh_copy
from tests.simulation.trouble import Trouble
from tests.small_shop import NOW

MINUTE = 60_000
OTHER_WORK = 0.4
"""The share of acts that are not about a pickup."""
SETTLE_STEPS = 60


class Report(NamedTuple):
    """How often each thing occurred: faults, decisions as ``kind outcome``, refusals at the desk."""

    seed: int
    faults: Counter[str]
    decisions: Counter[str]
    reasons: Counter[str]


class Simulation:
    """``bug`` plants one mistake; see ``planted_bugs``."""

    def __init__(self, folder: Path, seed: int, bug: Bug = SOUND) -> None:
        devices = fresh_copy(folder)
        self.rng = random.Random(seed)
        self.faults: Counter[str] = Counter()
        self.reasons: Counter[str] = Counter()
        self.log: deque[str] = deque(maxlen=40)
        self.now = NOW
        self.hub = SimHub(folder, self._stream(), self.faults, bug.hub_faults)
        bug.prepare_hub(self.hub.engine)
        self.network = Network(self._stream(), self.faults)
        self._bug = bug
        opening, _ = load(self.hub.query)
        self.desks = [
            SimDesk(folder / f"desk-{place}-{number}", self.hub, index, number, place, device_id, self._stream(),
                    self.faults, bug.make_store)
            for index, number, place, device_id in devices
        ]  # fmt: skip
        self.codes = {one.device_id: (one.place_id, one.code) for one in devices}
        self.hub_promises = HubPromises(self.hub, opening, self.codes)
        self.promises = [DeskPromises(self.hub, desk) for desk in self.desks]
        self._trouble = Trouble(self._stream(), self.hub, self.desks, self.network, self.faults, self._note)
        self._pushes: dict[tuple[int, int], int] = {}
        for desk in self.desks:
            desk.pace = pace.Pace(next_at=self.now + self.rng.randrange(5_000))

    def close(self) -> None:
        self.hub.engine.dispose()
        for desk in self.desks:
            desk.engine.dispose()

    def run(self, steps: int) -> Report:
        """Raises ``Broken`` with the name of the promise."""
        for step in range(steps):
            self._trouble.strike(self.now)
            self.now = self._trouble.now
            self._work()
            self._pass_time(self.rng.randrange(500, 9_000))
            self._check(step)
        self._heal()
        for desk_promises in self.promises:
            desk_promises.check_end()
        self.hub_promises.check_everything(self._made())
        return Report(0, self.faults, self._decisions(), self.reasons)

    def _stream(self) -> random.Random:
        """Streams of their own, so that one more draw here does not change everything there."""
        return random.Random(self.rng.getrandbits(64))

    def _made(self) -> list[list[str]]:
        return [[record.id for record in desk.saved] for desk in self.desks]

    def _decisions(self) -> Counter[str]:
        return Counter(
            {
                f"{kind} {outcome}": number
                for kind, outcome, number in self.hub.query(
                    "SELECT kind, outcome, count(*) FROM inbox GROUP BY kind, outcome"
                )
            }
        )

    # what staff do

    def _work(self) -> None:
        for _ in range(self.rng.choices((0, 1, 2, 4), (1, 4, 4, 2))[0]):
            self._act(self.rng.choice(self.desks))

    def _act(self, desk: SimDesk) -> None:
        desk.clock = self.now + desk.clock_error
        if desk.pressed is not None:
            self._press(desk, desk.pressed, gate=True)
            return
        intent = self._intent(desk)
        if intent is None:
            return
        action_id = new_id(desk.clock, self.rng.randbytes)
        record = desk.record(action_id, *intent)
        if self.rng.random() < 0.01:
            self._act_of_another_version(desk, record)
            return
        self._press(desk, record, gate=self.rng.random() < 0.9)

    def _intent(self, desk: SimDesk) -> Intent | None:
        if self.rng.random() < OTHER_WORK:
            return OtherWork(self.rng, desk.mirror.tables(), desk.place_id, desk.clock).next_intent()
        return StaffAtWork(self.rng, desk.mirror.tables(), desk.place_id).next_intent()

    def _act_of_another_version(self, desk: SimDesk, record: ActionRecord) -> None:
        """Work of a later program, kept by an earlier one: the hub parks it."""
        record = msgspec.structs.replace(record, kind="FutureKind")
        try:
            desk.store.perform(record, lambda rows: None)
            desk.store.seal()
        except DeskCrashed as crash:
            self._crashed(desk, str(crash), record)
            desk.pressed = None
            return
        self._keep(desk, record)
        self.faults["kind of another version"] += 1

    def _press(self, desk: SimDesk, record: ActionRecord, gate: bool) -> None:
        again = desk.pressed is not None
        try:
            refusal = desk.act_on(record, gate)
        except DeskCrashed as crash:
            self._crashed(desk, str(crash), record)
            return
        desk.pressed = None
        if refusal is not None:
            self.reasons[refusal.kind] += 1
            return
        if again:
            self.faults["pressed again after a crash"] += 1
        self._keep(desk, record)
        desk.pace = pace.at_once(desk.pace, self.now)

    def _keep(self, desk: SimDesk, record: ActionRecord) -> None:
        if all(kept.id != record.id for kept in desk.saved):
            desk.saved.append(record)
            self._note(f"desk {desk.index}: {record.kind} {bytes(record.args).decode()} {record.id[-6:]}")

    def _crashed(self, desk: SimDesk, where: str, record: ActionRecord | None = None) -> None:
        self._note(f"desk {desk.index} crashed, {where}")
        desk.restart()
        desk.pace = pace.Pace(next_at=self.now + 1_000)
        if record is None:
            return
        there = desk.query(f"SELECT 1 FROM journal WHERE action_id = '{record.id}'")
        if there or self._bug.says_saved_too_early:
            self._keep(desk, record)
        desk.pressed = record if self.rng.random() < 0.5 and not self._bug.says_saved_too_early else None

    # what travels

    def _pass_time(self, span: int) -> None:
        until = self.now + span
        while True:
            due = min(self.desks, key=lambda desk: desk.pace.next_at if desk.exchange is None else until + 1)
            starts = due.pace.next_at if due.exchange is None else until + 1
            taken = self.network.take(min(until, starts))
            if taken is not None:
                at, event = taken
                self.now = max(self.now, at)
                self._deliver(event)
            elif starts <= until:
                self.now = max(self.now, starts)
                self._begin_round(due)
            else:
                break
        self.now = max(self.now, until)

    def _deliver(self, event: Request | Reply | Timeout) -> None:
        desk = self.desks[event.desk]
        if isinstance(event, Request):
            self._at_the_hub(desk, event)
            return
        flight = desk.flight
        if flight is None or flight.number != event.flight:
            if isinstance(event, Reply):
                self.faults["reply nobody waits for"] += 1
                self._offer_late(desk, event)
            return
        if isinstance(event, Timeout):
            for index in range(len(flight.requests)):
                if index not in flight.answers:
                    flight.answers[index] = NoReply("timeout")
        else:
            flight.answers.setdefault(event.index, reply_decoder.decode(event.body))
        if len(flight.answers) == len(flight.requests):
            self._go_on(desk, flight)

    def _at_the_hub(self, desk: SimDesk, event: Request) -> None:
        self.hub.now = self.now
        if event.index and self._pushes.get((desk.index, event.flight), 0) < event.index:
            self.faults["pushes in flight out of order"] += 1
        self._pushes[desk.index, event.flight] = event.index + 1
        body = self.hub.answer(desk.device_id, event.body)
        if body is not None:
            self.network.send(Reply(event.desk, event.flight, event.index, body), self.now)

    def _offer_late(self, desk: SimDesk, event: Reply) -> None:
        page = reply_decoder.decode(event.body)
        if self._bug.takes_late_pages and hasattr(page, "tables"):
            desk.apply(page)

    def _begin_round(self, desk: SimDesk) -> None:
        desk.clock = self.now + desk.clock_error
        desk.exchange = desk.round().run()
        self._step(desk, None)

    def _go_on(self, desk: SimDesk, flight: Flight) -> None:
        answers = [flight.answers[index] for index in range(len(flight.requests))]
        desk.clock = self.now + desk.clock_error
        self._step(desk, answers)
        if any(isinstance(answer, PushReply) for answer in answers) and desk.exchange is not None:
            self.promises[desk.index].check_visible()

    def _step(self, desk: SimDesk, answers: list[object] | None) -> None:
        exchange = desk.exchange
        assert exchange is not None
        try:
            requests = next(exchange) if answers is None else exchange.send(answers)  # type: ignore[arg-type]
            if isinstance(requests[0], PushRequest):
                desk.point.reached("send: after sending")
            self._take_off(desk, requests)
        except StopIteration as end:
            self._landed(desk, end.value)
        except DeskCrashed as crash:
            self._crashed(desk, str(crash))

    def _take_off(self, desk: SimDesk, requests: list[WireRequest]) -> None:
        desk.flights += 1
        desk.flight = Flight(desk.flights, requests, {})
        if len(requests) > 1:
            self.faults["several pushes in flight"] += 1
        for index, request in enumerate(requests):
            self.network.send(Request(desk.index, desk.flights, index, encode(request)), self.now)
        self.network.arm(desk.index, desk.flights, self.now)

    def _landed(self, desk: SimDesk, outcome: RoundOutcome) -> None:
        desk.exchange = desk.flight = None
        desk.heard = outcome.heard
        hold(SUMS, outcome.kind != "needs_snapshot", f"desk {desk.index}: {outcome}")
        if outcome.kind == "done":
            self.faults["round done"] += 1
            desk.pace = pace.after_good(desk.pace, self.now)
        else:
            self.faults[f"round ended: {outcome.kind} {outcome.detail}"] += 1
            desk.pace = pace.after_failure(desk.pace, self.now, self.rng.random())
        hold(TIMER, self.now < desk.pace.next_at <= self.now + MINUTE, f"desk {desk.index}: {desk.pace}")

    # what must hold

    def _check(self, step: int) -> None:
        for promises in self.promises:
            promises.check_cheap()
        if step % 2:
            self.promises[step // 2 % len(self.promises)].check_visible()
        if step % 10 == 9:
            self.hub_promises.check_goods()
            self.hub_promises.check_order_of_devices(self._made())
        if step % 50 == 49:
            self.hub_promises.check_sums()
            for promises in self.promises:
                promises.check_whole()

    def _heal(self) -> None:
        self._note("healed")
        self.network.heal()
        self.hub.crash_at = ""
        for desk in self.desks:
            desk.point.at = ""
        for _ in range(SETTLE_STEPS):
            self._pass_time(10_000)
            if self._is_quiet():
                return
        waiting = {
            desk.index: desk.query("SELECT count(*) FROM outbox WHERE state = 'waiting'")
            for desk in self.desks
        }
        raise Broken(DRAINED, f"after {SETTLE_STEPS} healed steps wait {waiting}")

    def _is_quiet(self) -> bool:
        head = self.hub.query("SELECT max(position) FROM commit_tag")[0][0]
        return all(
            not desk.query("SELECT 1 FROM outbox WHERE state IN ('waiting', 'decided') LIMIT 1")
            and desk.query("SELECT value FROM desk_state WHERE name = 'cursor'")[0][0].split()[0] == str(head)
            for desk in self.desks
        )

    def _note(self, what: str) -> None:
        self.log.append(f"{(self.now - NOW) / 1000:9.1f} s  {what}")
