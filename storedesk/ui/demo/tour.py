"""The guided tour: a real order from the hub to the customer's hand, offline and back, each step verified."""

import json
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication

from storedesk.domain.codes import BinCode, PickListCode, PickupCode, qr_text
from storedesk.storage.desk_detail_reads import pickup_detail
from storedesk.storage.handover_reads import last_handover_of
from storedesk.ui.demo.demo_desk import PLACE, DemoDesk
from storedesk.ui.demo.hub_truth import HubTruth, desk_outbox, desk_sums
from storedesk.ui.demo.stand_in import DidNotCome, StandIn
from storedesk.ui.window.desk_window import DeskWindow

ORDER = "48214"
BIN = "H4"
PERSON = "Elin L."


class NotVerified(Exception):
    """A step ended otherwise than the hub's database says it must."""


@dataclass
class Report:
    """What ``tour.json`` holds."""

    steps: list[dict[str, Any]] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    decisions: dict[str, int] = field(default_factory=dict)
    pictures: list[str] = field(default_factory=list)
    papers: list[str] = field(default_factory=list)
    passed: bool = False


class Tour:
    """``run`` returns 0 only if every step was verified."""

    def __init__(self, demo: DemoDesk, out: Path, say: Callable[[str], None]) -> None:
        self._demo, self._out, self._say = demo, out, say
        self.report = Report()
        self._truth = HubTruth(demo.hub.database, demo.hub.key)
        self._pickup = next(code for code in demo.hub.manifest["codes"] if code["order_number"] == ORDER)

    async def run(self, window: DeskWindow) -> int:
        self._window, self._hands = window, StandIn(window, self._out)
        steps: tuple[tuple[str, Callable[[], Awaitable[dict[str, Any]]]], ...] = (
            ("first sync", self._first_sync),
            ("sign in", self._sign_in),
            ("scan the order", self._scan_order),
            ("pick with the scanner", self._pick),
            ("stage and mark ready", self._stage),
            ("cut the line", self._cut),
            ("hand over offline", self._hand_over),
            ("print the slip", self._slip),
            ("mend the line", self._mend),
            ("both sides hold the same", self._compare),
        )
        try:
            for name, step in steps:
                begun = time.monotonic()
                facts = await step()
                seconds = round(time.monotonic() - begun, 2)
                self.report.steps.append({"step": name, "seconds": seconds, "verified": facts})
                self._say(f"  {name}: {seconds} s")
            self.report.passed = True
        except (DidNotCome, NotVerified, LookupError) as error:
            self.report.steps.append({"step": name, "failed": str(error)})
            self._say(f"  {name}: NOT VERIFIED: {error}")
            self._hands.picture("failed")
        self._finish()
        return 0 if self.report.passed else 1

    def _finish(self) -> None:
        report = self.report
        report.counts, report.decisions = self._truth.counts(), self._truth.decisions()
        report.pictures = self._hands.pictures
        report.papers = sorted(path.name for path in self._demo.papers.glob("*.pdf"))
        self._truth.close()
        text = json.dumps(report.__dict__, indent=2, ensure_ascii=False)
        (self._out / "tour.json").write_text(text + "\n", encoding="utf-8")

    @property
    def _id(self) -> str:
        return str(self._pickup["fulfilment_id"])

    def _shown(self) -> bool:
        return self._window.pickups.screen.open_id == self._id

    def _view(self) -> Any:
        return self._window.pickups.screen.detail.view

    async def _hub_says(self, state: str) -> None:
        await self._hands.until(
            f"the hub did not come to {state}", lambda: self._truth.fulfilment(self._id).state == state
        )

    async def _first_sync(self) -> dict[str, Any]:
        window, hands = self._window, self._hands
        await hands.until("the first run did not open", lambda: window.first_run is not None)
        window.shell.activateWindow()
        hands.picture("first-run")
        self._demo.enrol(window)
        await hands.until("the first copy did not come", lambda: window.session.is_ready, 60)
        await hands.settle()
        hands.picture("first-copy")
        sums = await window.session.read(desk_sums)
        theirs = self._truth.sums()
        wrong = [scope for scope, total in sums.items() if theirs.get(scope, 0) != total]
        _must(not wrong and len(sums) > 5, f"scopes differ: {wrong}")
        window.shell.do("main")
        return {"scopes": len(sums), "scopes that differ": 0}

    async def _sign_in(self) -> dict[str, Any]:
        window, hands = self._window, self._hands
        await hands.until("the lock did not come", lambda: window.lock.is_locked)
        await hands.settle()
        hands.picture("lock")
        number, pin = self._demo.pin_of(PERSON)
        await hands.until("the lock did not take the keys", lambda: QApplication.focusWidget() is not None)
        hands.type("1" + pin)
        await hands.until("the PIN was not taken", lambda: window.session.user is not None)
        user = window.session.user
        _must(user is not None and user.staff_id == number, "somebody else was signed in")
        return {"person": PERSON}

    async def _scan_order(self) -> dict[str, Any]:
        self._hands.scan(qr_text(PickListCode(self._id)))
        await self._hands.until("the order did not open", self._shown)
        await self._hands.settle()
        self._hands.picture("pickup")
        _must(self._truth.fulfilment(self._id).state == "new", "the order was not new")
        self._hands.press("main")
        await self._hub_says("claimed")
        return {"order": ORDER, "hub": "claimed"}

    async def _pick(self) -> dict[str, Any]:
        detail = await self._window.session.read(lambda connection: pickup_detail(connection, self._id))
        _must(detail is not None, "the order is not on this desk")
        scans = 0
        for record in detail.lines if detail is not None else ():
            for _ in range(record.line.ordered - record.line.cancelled):
                before = self._picked()
                self._hands.scan(record.codes[0])
                scans += 1
                await self._hands.until("a scan was not taken as picked", partial(self._more_than, before))
        self._hands.picture("picked")
        await self._hub_says("picking")
        await self._hands.until("the hub lacks a pick", lambda: all(
            line.picked == line.ordered - line.cancelled for line in self._truth.lines(self._id)))  # fmt: skip
        return {"items scanned": scans}

    def _picked(self) -> int:
        return sum(line.picked for line in self._view().lines)

    def _more_than(self, before: int) -> bool:
        return self._picked() > before

    async def _stage(self) -> dict[str, Any]:
        self._hands.scan(qr_text(BinCode(PLACE, BIN)))
        await self._hub_says("staged")
        await self._hands.until(
            "the desk does not show it staged", lambda: self._view().row.state == "staged"
        )
        self._hands.press("second")
        await self._hub_says("ready")
        await self._hands.settle()
        self._hands.picture("ready")
        parcels = self._truth.parcels(self._id)
        _must([parcel.bin for parcel in parcels] == [BIN], "the hub has other parcels")
        return {"parcels": len(parcels), "bin": BIN, "hub": "ready"}

    async def _cut(self) -> dict[str, Any]:
        self._demo.line.cut()
        self._window.shell.do("sync_now")
        sync = self._window.session
        await self._hands.until(
            "the desk did not notice", lambda: sync.sync is not None and sync.sync.offline_since is not None
        )
        await self._hands.settle()
        self._hands.picture("offline")
        return {"online": False}

    async def _hand_over(self) -> dict[str, Any]:
        window, hands = self._window, self._hands
        hands.scan(qr_text(PickupCode(PLACE, self._id, str(self._pickup["code"]))))
        await hands.until("the dialog did not open", lambda: window.handover.sheet is not None)
        await hands.settle()
        hands.picture("handover")
        begun = time.monotonic()
        hands.press("main")
        await hands.until("the handover was not saved", lambda: window.handover.sheet is None)
        saved_ms = round((time.monotonic() - begun) * 1000)
        await hands.until("the desk does not show it", lambda: self._view().row.state == "collected")
        await hands.settle()
        hands.picture("handed-over")
        _must(self._truth.fulfilment(self._id).state == "ready", "the hub knew of it without a line")
        outbox = await window.session.read(desk_outbox)
        _must(outbox[-1][:2] == ("HandOver", "waiting"), "the handover does not wait in the outbox")
        return {"hub": "ready", "desk": "collected", "press to saved, ms": saved_ms}

    async def _slip(self) -> dict[str, Any]:
        papers = self._demo.papers

        def slips() -> int:
            return len(list(papers.glob("*.pdf")))

        await self._hands.until("no slip was printed", lambda: slips() >= 2)
        return {"papers": slips()}

    async def _mend(self) -> dict[str, Any]:
        window = self._window
        window.sync.show()
        await self._hands.settle()
        self._hands.picture("sync-panel")
        self._demo.line.mend()
        window.shell.do("sync_now")
        await self._hub_says("collected")
        await self._hands.until(
            "the desk did not come online", lambda: bool(window.session.sync and window.session.sync.online)
        )
        await self._hands.until(
            "the outbox did not empty", lambda: bool(window.session.sync and not window.session.sync.waiting)
        )
        outbox = await window.session.read(desk_outbox)
        _must(all(outcome == "accepted" for _, _, outcome in outbox), f"not all were accepted: {outbox}")
        await self._hands.settle()
        self._hands.picture("decided")
        return {"hub": "collected", "decisions": len(outbox)}

    async def _compare(self) -> dict[str, Any]:
        session, place_id = self._window.session, int(self._demo.hub.manifest["demo_place_id"])
        sums = await session.read(desk_sums)
        theirs = self._truth.sums()
        wrong = [scope for scope, total in sums.items() if theirs.get(scope, 0) != total]
        _must(not wrong, f"scopes differ: {wrong}")
        for line in self._truth.lines(self._id):
            _must(line.collected == line.ordered - line.cancelled, "a line is not collected")
            _must(
                self._truth.handed_out(place_id, line.variant_id) == line.collected, "a movement is missing"
            )
            _must(
                self._truth.level_is_its_movements(place_id, line.variant_id), "a level is not its movements"
            )
        fact = await session.read(lambda connection: last_handover_of(connection, self._id))
        _must(fact is not None and fact.outcome == "plain", "the handover is not plain")
        self._window.open_pickup(self._id)
        await self._hands.settle()
        self._hands.picture("done")
        return {"scopes equal": len(sums), "levels are their movements": True}


def _must(holds: bool, otherwise: str) -> None:
    if not holds:
        raise NotVerified(otherwise)
