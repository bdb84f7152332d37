"""Pickups taken to their end: each recipe is a script that does one thing at a time between yields."""

import random
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from storedesk.domain.records import Fulfilment, FulfilmentLine, Handover, Parcel
from tests.day.canaries import canary
from tests.day.day_desk import DayDesk
from tests.day.day_shop import BINS, Job
from tests.small_shop import ELIN, MAJA, OSKAR

Script = Iterator[None]
SHORT_REASONS = ("not_found", "damaged", "wrong_label", "display", "other")


class Pickups:
    """``ended`` counts the pickups that came to their end, by recipe."""

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        self.ended: Counter[str] = Counter()
        self._shorts = 0

    def script(self, desk: DayDesk, job: Job) -> Script:
        """What one person does with one pickup."""
        if job.recipe == "rejected":
            yield from self._reject(desk, job)
        else:
            yield from self.make_ready(desk, job)
            yield from self._to_the_end(desk, job)
        self.ended[job.recipe] += 1

    def make_ready(self, desk: DayDesk, job: Job) -> Script:
        staff = self._worker(desk, job, self._rng.choice((ELIN, OSKAR)))
        if self._rng.random() < 0.7:
            desk.must("ClaimPickup", staff, fulfilment_id=job.fulfilment_id)
            yield
        if job.recipe == "short":
            self._short(desk, job, min(job.lines), staff)
            yield
        for line in self._open_lines(desk, job):
            wanted = [{"line": line.line, "quantity": line.ordered - line.short - line.picked}]
            worker = self._worker(desk, job, staff)
            desk.must("Pick", worker, fulfilment_id=job.fulfilment_id, lines=wanted)
            yield
            if self._rng.random() < 0.05:
                worker, again = self._worker(desk, job, staff), {"line": line.line, "quantity": 1}
                desk.must("PutBack", worker, fulfilment_id=job.fulfilment_id, **again)
                desk.must("Pick", worker, fulfilment_id=job.fulfilment_id, lines=[again])
                yield
        yield from self.stage(desk, job, staff)

    def stage(self, desk: DayDesk, job: Job, staff: int) -> Script:
        """What is picked goes into bins, and is said to be ready."""
        worker, parcels = self._worker(desk, job, staff), self._parcels(desk, job)
        desk.must("StageParcels", worker, fulfilment_id=job.fulfilment_id, parcels=parcels)
        if self._rng.random() < 0.2:
            desk.print("parcel_label", self.staged(desk, job)[0])
        yield
        desk.must("MarkReady", staff, fulfilment_id=job.fulfilment_id)
        yield

    def _worker(self, desk: DayDesk, job: Job, staff: int) -> int:
        """Who has it: a change of shift may have passed it on."""
        return desk.one(Fulfilment, "id = ?", job.fulfilment_id).claimed_by or staff

    def staged(self, desk: DayDesk, job: Job) -> list[str]:
        where = "fulfilment_id = ? AND state = 'staged' ORDER BY number"
        return [parcel.id for parcel in desk.rows(Parcel, where, job.fulfilment_id)]

    def hand_over(self, desk: DayDesk, job: Job, **args: Any) -> str:
        """All that stands there, unless told otherwise; the handover's id."""
        wanted: dict[str, Any] = {
            "fulfilment_id": job.fulfilment_id, "parcels": self.staged(desk, job), "proof": "code",
            "of_age": "yes" if job.recipe == "aged" else "",
        } | args  # fmt: skip
        if self._rng.random() < 0.15:
            wanted |= {"collector_name": canary(job.number % 40 + 200).name, "relation": "family"}
        if job.recipe == "unpaid":
            assert desk.act("HandOver", **wanted).why == "PaymentMissing"
            wanted["receipt"] = f"{desk.place_id}-1-{job.number}"
        done = desk.act("HandOver", **wanted)
        if done.why == "SecondCheckNeeded":
            desk.must("HandOver", **wanted, checked_by=MAJA)
        else:
            assert done.outcome == "saved", (job, done)
        where = "fulfilment_id = ? ORDER BY at DESC, id LIMIT 1"
        handover: Handover = desk.one(Handover, where, job.fulfilment_id)
        if self._rng.random() < 0.3:
            desk.print("slip", handover.id)
        return handover.id

    def _to_the_end(self, desk: DayDesk, job: Job) -> Script:
        match job.recipe:
            case "partial":
                first, *rest = self.staged(desk, job)
                self.hand_over(desk, job, parcels=[first], left=rest)
                yield
                self.hand_over(desk, job, proof="qr")
            case "corrected":
                handover = self.hand_over(desk, job)
                yield
                reason = self._rng.choice(("wrong_customer", "wrong_parcel", "too_early", "came_back"))
                back = {"handover_id": handover, "reason": reason, "bin": self._rng.choice(BINS)}
                desk.must("CorrectHandover", MAJA, **back)
                yield
                self.hand_over(desk, job)
            case "wrong_codes":
                for _ in range(5):
                    desk.must("EnterWrongCode", fulfilment_id=job.fulfilment_id)
                    yield
                refused = desk.act(
                    "HandOver", fulfilment_id=job.fulfilment_id, parcels=self.staged(desk, job), proof="code"
                )
                assert refused.why == "IdentityNeeded", refused
                self.hand_over(desk, job, proof="id_seen", id_document="passport")
            case "by_name":
                self.hand_over(desk, job, proof="name", override="regular customer, rang before")
            case _:
                self.hand_over(desk, job, proof=self._rng.choice(("code", "qr")))
        yield

    def _parcels(self, desk: DayDesk, job: Job) -> list[dict[str, Any]]:
        lines = [
            {"line": line.line, "quantity": line.picked - line.staged}
            for line in self._lines(desk, job)
            if line.picked > line.staged
        ]
        bins = self._rng.sample(BINS, 2)
        if job.recipe == "partial" or (len(lines) > 1 and self._rng.random() < 0.2):
            return [{"bin": bins[0], "lines": lines[:1]}, {"bin": bins[1], "lines": lines[1:]}]
        return [{"bin": bins[0], "lines": lines}]

    def _reject(self, desk: DayDesk, job: Job) -> Script:
        desk.must("ClaimPickup", OSKAR, fulfilment_id=job.fulfilment_id)
        yield
        desk.must("ReleasePickup", self._worker(desk, job, OSKAR), fulfilment_id=job.fulfilment_id)
        yield
        for line in list(job.lines):
            while self._open_of(desk, job, line):
                self._short(desk, job, line, ELIN)
                yield

    def _short(self, desk: DayDesk, job: Job, line: int, staff: int) -> None:
        self._shorts += 1
        reason = SHORT_REASONS[self._shorts % len(SHORT_REASONS)]
        args = {"fulfilment_id": job.fulfilment_id, "line": line, "quantity": 1, "reason": reason}
        found = 101 if reason == "wrong_label" else None
        desk.must(
            "ReportShort", self._worker(desk, job, staff), **args, note="looked twice", found_variant_id=found
        )

    def _lines(self, desk: DayDesk, job: Job) -> list[FulfilmentLine]:
        return desk.rows(FulfilmentLine, "fulfilment_id = ? ORDER BY line", job.fulfilment_id)

    def _open_lines(self, desk: DayDesk, job: Job) -> list[FulfilmentLine]:
        return [line for line in self._lines(desk, job) if line.ordered > line.short + line.picked]

    def _open_of(self, desk: DayDesk, job: Job, number: int) -> int:
        line = next(line for line in self._lines(desk, job) if line.line == number)
        return line.ordered - line.short


def until(ready: Callable[[], object]) -> Script:
    """Waits for something that others bring."""
    while not ready():
        yield
