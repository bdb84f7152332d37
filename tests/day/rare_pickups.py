"""The rarer ways of a pickup, beside the 150: it comes from elsewhere, moves, is not collected, is swapped."""

from collections import Counter
from collections.abc import Iterator

from storedesk.domain.codes import SignedPickupCode, qr_text
from storedesk.domain.ids import derived_id
from storedesk.domain.records import Fulfilment, FulfilmentLine
from tests.day.canaries import canary
from tests.day.day_desk import DayDesk
from tests.day.day_shop import FIRST_NUMBER, KIM, SWAPPED_TO, Job
from tests.day.pickup_scripts import Pickups, until
from tests.small_shop import ALVA, ELIN, GBG, MAL

Script = Iterator[None]
RARE = ("inbound", "moved", "not_collected", "swapped", "unchecked", "collector", "exchanged")
UNKNOWN = "from_label"
"""Orders that no desk and no hub has heard of yet: one in each store."""


def rare_jobs(after: int, times: int) -> list[Job]:
    """One of each in each store; ``after`` is how many pickups there are already."""
    jobs: list[Job] = []
    for recipe in RARE * times:
        for place in (GBG, MAL):
            jobs.append(Job(FIRST_NUMBER + after + len(jobs), place, recipe, {1: (ALVA, 2)}))
    return jobs


class RarePickups:
    """``done`` counts what came to its end."""

    def __init__(self, pickups: Pickups, service: DayDesk) -> None:
        self._pickups, self._service = pickups, service
        self.done: Counter[str] = Counter()

    def script(self, desk: DayDesk, job: Job) -> Script:
        match job.recipe:
            case "inbound":
                desk.must("ReceiveInbound", fulfilment_id=job.fulfilment_id)
                yield
                yield from self._pickups.stage(desk, job, ELIN)
                self._pickups.hand_over(desk, job)
            case "moved":
                place = MAL if job.place == GBG else GBG
                self._service.must("MovePickupToStore", KIM, fulfilment_id=job.fulfilment_id, place_id=place)
                yield from until(lambda: self._state(desk, job) == "other_store")
            case "not_collected":
                yield from self._not_collected(desk, job)
            case "swapped":
                swap = {"fulfilment_id": job.fulfilment_id, "line": 1, "quantity": 1, "reason": "damaged"}
                desk.must("SwapLine", **swap, variant_id=SWAPPED_TO)
                yield
                yield from self._usual(desk, job)
            case "exchanged":
                yield from self._pickups.make_ready(desk, job)
                about = {"fulfilment_id": job.fulfilment_id, "parcel_id": self._pickups.staged(desk, job)[0]}
                desk.must("ExchangeAtHandover", **about, line=1, quantity=1, variant_id=SWAPPED_TO)
                yield
                self._pickups.hand_over(desk, job)
            case "unchecked":
                desk.must("ReadyUnchecked", fulfilment_id=job.fulfilment_id, bin="H2")
                yield
                self._pickups.hand_over(desk, job)
            case _:
                name = canary(job.number % 40 + 320).name
                self._service.must("ChangeCollector", KIM, fulfilment_id=job.fulfilment_id, name=name)
                yield
                yield from self._usual(desk, job)
        self.done[job.recipe] += 1

    def from_label(self, desk: DayDesk, number: int) -> Script:
        """An order that the web shop has told nobody of; its label is good."""
        text = str(FIRST_NUMBER + 90_000 + number)
        code = SignedPickupCode(
            desk.place.code, derived_id("label", text), "K7P429", text, 1, "2026-11-30", bytes(64)
        )
        name = canary(340 + number % 20).name
        desk.must("HandOverFromLabel", label=qr_text(code), id_document="passport", collector_name=name)
        self.done[UNKNOWN] += 1
        yield

    def _usual(self, desk: DayDesk, job: Job) -> Script:
        yield from self._pickups.make_ready(desk, job)
        self._pickups.hand_over(desk, job)

    def _not_collected(self, desk: DayDesk, job: Job) -> Script:
        yield from self._pickups.make_ready(desk, job)
        desk.must("ReleaseNotCollected", fulfilment_id=job.fulfilment_id, reason="does_not_come")
        yield
        lines = desk.rows(FulfilmentLine, "fulfilment_id = ?", job.fulfilment_id)
        for line in lines:
            back = {"fulfilment_id": job.fulfilment_id, "line": line.line, "quantity": line.picked}
            desk.must("RestockReturned", ELIN, **back)
            yield

    def _state(self, desk: DayDesk, job: Job) -> str:
        return desk.one(Fulfilment, "id = ?", job.fulfilment_id).state
