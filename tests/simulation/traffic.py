"""What travels between desks and hub: rounds that begin when they are due, requests, replies, time-outs."""

from storedesk.protocol.wire import (
    Cursor,
    HelloReply,
    PullReply,
    PushReply,
    PushRequest,
    WireError,
    encode,
    reply_decoder,
)
from storedesk.protocol.wire import Reply as WireReply
from storedesk.protocol.wire import Request as WireRequest
from storedesk.storage.hub_inbox import PARKED
from storedesk.sync import pace
from storedesk.sync.catch_up import CatchUp
from storedesk.sync.rebase import PageOutcome
from storedesk.sync.sync_round import Answer, NoReply, RoundOutcome
from tests.caught_up import begin_staged, begin_whole
from tests.simulation.failure import DURABLE, SUMS, TIMER, hold
from tests.simulation.network import Reply, Request, Timeout
from tests.simulation.scene import Scene
from tests.simulation.silent_stores import check_timers
from tests.simulation.sim_desk import DeskCrashed, Flight, SimDesk

MINUTE = 60_000


class Traffic:
    """Moves the scene's clock."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._pushes: dict[tuple[int, int], int] = {}
        self._snapshots: dict[str, Cursor] = {}

    def pass_time(self, span: int) -> None:
        """Everything that is due within ``span`` milliseconds, in its order."""
        scene = self._scene
        until = scene.now + span
        while True:
            due = min(scene.desks, key=lambda desk: desk.pace.next_at if desk.exchange is None else until + 1)
            starts = due.pace.next_at if due.exchange is None else until + 1
            taken = scene.network.take(min(until, starts))
            self._mind()
            if taken is not None:
                at, event = taken
                scene.now = max(scene.now, at)
                self._deliver(event)
            elif starts <= until:
                scene.now = max(scene.now, starts)
                self._begin_round(due)
            else:
                break
        scene.now = max(scene.now, until)

    def crashed(self, desk: SimDesk, where: str) -> None:
        """The desk comes up again a second later with what its disk has."""
        scene = self._scene
        scene.came(desk, "a crash")
        scene.note(f"desk {desk.index} crashed, {where}")
        desk.restart()
        desk.pace = pace.Pace(next_at=scene.now + 1_000)

    def _mind(self) -> None:
        """The hub's minute; what it did is held against what no desk has told yet."""
        self._scene.hub.now = self._scene.now
        wrote = self._scene.hub.mind()
        if wrote is not None:
            check_timers(self._scene, wrote)

    def _deliver(self, event: Request | Reply | Timeout) -> None:
        desk = self._scene.desks[event.desk]
        if isinstance(event, Request):
            self._at_the_hub(desk, event)
            return
        flight = desk.flight
        if flight is None or flight.number != event.flight:
            if isinstance(event, Reply):
                self._scene.came(desk, "a late reply")
                self._offer_late(desk, event)
            return
        if isinstance(event, Timeout):
            self._scene.came(desk, "a time-out")
            for index in range(len(flight.requests)):
                flight.answers.setdefault(index, NoReply("timeout"))
        elif event.index in flight.answers:
            self._scene.came(desk, "a second reply")
        else:
            answer = flight.answers[event.index] = reply_decoder.decode(event.body)
            self._scene.came(desk, self._name(desk, answer))
        if len(flight.answers) == len(flight.requests):
            self._go_on(desk, flight)

    def _name(self, desk: SimDesk, answer: WireReply) -> str:
        """What a reply that was waited for is called in the counts."""
        if isinstance(answer, WireError):
            return f"error {answer.number}"
        if isinstance(answer, PushReply) and answer.gap:
            return "a gap"
        if isinstance(answer, HelloReply):
            if set(answer.scopes) != desk.scopes():
                return "other scopes"
            return "its reply" if answer.epoch == desk.epoch() else "another epoch"
        if isinstance(answer, PullReply) and not (answer.tables or answer.gone):
            return "nothing new"
        return "its reply"

    def _at_the_hub(self, desk: SimDesk, event: Request) -> None:
        scene = self._scene
        scene.hub.now = scene.now
        key = (desk.index, event.flight)
        if event.index and self._pushes.get(key, 0) < event.index:
            scene.faults["pushes in flight out of order"] += 1
        self._pushes[key] = event.index + 1
        body = scene.hub.answer(desk.device_id, event.body)
        if body is not None:
            scene.network.send(Reply(event.desk, event.flight, event.index, body), scene.now)

    def _offer_late(self, desk: SimDesk, event: Reply) -> None:
        page = reply_decoder.decode(event.body)
        if self._scene.bug.takes_late_pages and isinstance(page, PullReply):
            desk.apply(page)

    def _begin_round(self, desk: SimDesk) -> None:
        desk.clock = self._scene.now + desk.clock_error
        desk.began_after = self._scene.hub.times_put_back
        try:
            if self._brought_in(desk) is not None:
                self._scene.faults["what was begun is brought in later"] += 1
        except DeskCrashed as crash:
            self.crashed(desk, str(crash))
            return
        desk.exchange = desk.round().run()
        self._step(desk, None)

    def _go_on(self, desk: SimDesk, flight: Flight) -> None:
        answers = [flight.answers[index] for index in range(len(flight.requests))]
        desk.clock = self._scene.now + desk.clock_error
        self._check_known(desk, answers)
        self._step(desk, answers)
        if desk.exchange is not None and any(isinstance(answer, PushReply) for answer in answers):
            self._scene.promises[desk.index].check_visible()

    def _check_known(self, desk: SimDesk, answers: list[Answer]) -> None:
        """Each decision that a desk hears of stands in the hub's inbox; what was parked then may be decided now."""
        if desk.began_after != self._scene.hub.times_put_back:
            return
        for answer in answers:
            for decision in answer.decisions if isinstance(answer, PushReply) else ():
                found = self._scene.hub.query(
                    "SELECT outcome FROM inbox WHERE action_id = ?", (decision.action_id,)
                )
                known = bool(found) if decision.outcome == PARKED else found == [(decision.outcome,)]
                hold(DURABLE, known, f"{decision}, and the hub knows {found}")

    def _step(self, desk: SimDesk, answers: list[Answer] | None) -> None:
        exchange = desk.exchange
        assert exchange is not None
        try:
            requests = next(exchange) if answers is None else exchange.send(answers)
            if isinstance(requests[0], PushRequest):
                desk.point.reached("send: after sending")
            self._take_off(desk, requests)
            return
        except StopIteration as end:
            outcome = end.value
        except DeskCrashed as crash:
            self.crashed(desk, str(crash))
            return
        try:
            self._landed(desk, outcome)
        except DeskCrashed as crash:
            self.crashed(desk, str(crash))

    def _take_off(self, desk: SimDesk, requests: list[WireRequest]) -> None:
        scene = self._scene
        desk.flights += 1
        desk.flight = Flight(desk.flights, requests, {})
        if len(requests) > 1:
            scene.faults["several pushes in flight"] += 1
        for index, request in enumerate(requests):
            scene.network.send(Request(desk.index, desk.flights, index, encode(request)), scene.now)
        scene.network.arm(desk.index, desk.flights, scene.now)

    def _landed(self, desk: SimDesk, outcome: RoundOutcome) -> None:
        scene = self._scene
        desk.exchange = desk.flight = None
        desk.heard = outcome.heard
        outcome = self._what_follows(desk, outcome)
        if desk.exchange is not None:
            return
        if outcome.kind == "done":
            scene.faults["round done"] += 1
            if not desk.is_back and desk.began_after == scene.hub.times_put_back:
                desk.is_back, desk.highest_cursor = True, 0
            desk.pace = pace.after_good(desk.pace, scene.now)
        else:
            scene.faults[f"round ended: {outcome.kind} {outcome.detail}"] += 1
            desk.pace = pace.after_failure(desk.pace, scene.now, scene.rng.random())
        hold(TIMER, scene.now < desk.pace.next_at <= scene.now + MINUTE, f"desk {desk.index}: {desk.pace}")

    def _what_follows(self, desk: SimDesk, outcome: RoundOutcome) -> RoundOutcome:
        """As the worker does it: what was fetched is brought in, or the rest is fetched with a snapshot."""
        scene, fetched = self._scene, desk.fetched
        if outcome.kind == "needs_snapshot":
            scene.faults["snapshot fetched"] += 1
            if outcome.snapshot is not None:
                self._snapshots[outcome.snapshot.file] = outcome.snapshot.cursor
            scene.note(f"desk {desk.index} takes a snapshot {outcome.detail}")
            scene.faults["scope fetched anew after a crash"] += bool(outcome.detail)
            known = desk.differs or not outcome.detail
            hold(SUMS, known, f"desk {desk.index} after a page: {outcome.detail}")
            if set(outcome.covered) >= set(outcome.followed):
                begin_whole(desk, outcome)
                return self._after_bringing_in(desk, outcome)
            desk.fetched = outcome
            desk.exchange = CatchUp(desk.store, desk.apply).gather(outcome.followed)
            self._step(desk, None)
            return outcome
        desk.fetched = None
        if outcome.kind != "staged":
            return outcome
        if fetched is None or fetched.snapshot is None:
            begin_staged(desk)
        else:
            begin_staged(desk, fetched.snapshot.file, fetched.snapshot.key, fetched.covered)
        scene.faults["pages brought in"] += 1
        return self._after_bringing_in(desk, outcome)

    def _after_bringing_in(self, desk: SimDesk, outcome: RoundOutcome) -> RoundOutcome:
        page = self._brought_in(desk)
        if page is not None and page.wrong:
            return RoundOutcome("refused", "differs")
        return outcome._replace(kind="done", page=page)

    def _brought_in(self, desk: SimDesk) -> PageOutcome | None:
        """What comes from before and after the hub was put back does not fit together; the sums must say so."""
        work = desk.store.bringing_in()
        page = desk.bring_in()
        if work is None or page is None:
            return page
        known = desk.differs or self._is_of_a_lost_history(work.file)
        hold(SUMS, known or not page.wrong, f"desk {desk.index} after it was brought in: {page.wrong}")
        desk.differs = bool(page.wrong)
        if page.wrong:
            self._scene.faults["a copy of two histories was found out"] += 1
        return page

    def _is_of_a_lost_history(self, file: str) -> bool:
        """Whether the hub has been put back to before it made this snapshot, and so knows nothing of it."""
        made = self._snapshots.get(file)
        if made is None:
            return False
        known = "SELECT 1 FROM commit_tag WHERE position = ? AND tag = ?"
        return not self._scene.hub.query(known, (made.position, made.tag))
