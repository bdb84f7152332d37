"""What customer service does in a day, and what customers bring back to the stores."""

import random
from collections import Counter
from collections.abc import Iterator

from storedesk.actions.order_marks import mark_of
from storedesk.domain.ids import derived_id
from storedesk.domain.opening_hours import OpeningHours
from storedesk.domain.records import Fulfilment, Order
from storedesk.domain.wall_clock import day_from
from storedesk.storage.desk_quote_reads import DeskRows
from tests.day.canaries import canary
from tests.day.day_desk import DayDesk
from tests.day.day_shop import KIM, Job
from tests.day.pickup_scripts import until
from tests.small_shop import GBG, MAL

Script = Iterator[None]
CALLS = 20
AT_WORK = ("new", "picking", "staged", "ready")
DECISIONS = ("cancel", "other_store", "ship_home", "cancel")
CONDITIONS = ("as_new", "opened", "damaged")


class Calls:
    """``done`` counts what was done for callers."""

    def __init__(self, rng: random.Random, jobs: list[Job]) -> None:
        self._rng, self._jobs = rng, jobs
        self.done: Counter[str] = Counter()

    def call(self, desk: DayDesk, number: int) -> Script:
        """Somebody rings: checked first, helped, and counted."""
        job = self._rng.choice(self._jobs)
        desk.must("VerifyCaller", KIM, order_id=job.order_id, first="phone", second="postcode")
        yield
        row: Fulfilment = desk.one(Fulfilment, "id = ?", job.fulfilment_id)
        if row.state in AT_WORK:
            self._help(desk, number, row)
            yield
        reason = self._rng.choice(("where_is_my_order", "stock", "price", "return", "other"))
        desk.must(
            "LogContact", KIM, reason=reason, outcome="answered", day=local_day(desk), order_id=job.order_id,
            note="asked about the colour",
        )  # fmt: skip
        self.done["contact"] += 1

    def _help(self, desk: DayDesk, number: int, row: Fulfilment) -> None:
        match number % 4:
            case 0:
                later = day_from(row.last_day).replace(month=12, day=5).isoformat()
                desk.must("ExtendPickup", KIM, fulfilment_id=row.id, last_day=later)
            case 1:
                question = self._rng.choice(("is_it_there", "when_ready", "condition"))
                desk.must("AskStore", KIM, fulfilment_id=row.id, question=question, note="rings at four")
            case 2:
                self._request(desk, row, "note", {"note": "a friend comes"})
            case _:
                person = canary(number + 280)
                asked = {
                    "name": person.name,
                    "street": person.street,
                    "postcode": "411 02",
                    "city": "Göteborg",
                }
                self._request(desk, row, "address", asked | {"note": "moved"})
        self.done["helped"] += 1

    def _request(self, desk: DayDesk, row: Fulfilment, change: str, args: dict[str, str]) -> None:
        order: Order = desk.one(Order, "id = ?", row.order_id)
        seen = desk.read(lambda connection: mark_of(DeskRows(connection), order, change, None))
        desk.must("RequestChange", KIM, order_id=order.id, change=change, seen=seen, **args)

    def decide(self, desk: DayDesk, job: Job, number: int) -> Script:
        """The store could not do it; the customer is asked what to do."""
        yield from until(lambda: desk.one(Fulfilment, "id = ?", job.fulfilment_id).state == "rejected")
        choice = DECISIONS[number % len(DECISIONS)]
        place = (MAL if job.place == GBG else GBG) if choice == "other_store" else None
        desk.must("DecideForCustomer", KIM, fulfilment_id=job.fulfilment_id, choice=choice, place_id=place)
        self.done["decided"] += 1
        yield

    def bring_back(self, desk: DayDesk, job: Job, number: int) -> Script:
        """Some of what was collected here comes back over the counter."""
        yield from until(lambda: desk.one(Fulfilment, "id = ?", job.fulfilment_id).state == "collected")
        line, (article, _) = next(iter(job.lines.items()))
        part = {
            "line": line, "variant_id": article, "quantity": 1, "reason": "too_small",
            "condition": CONDITIONS[number % len(CONDITIONS)],
        }  # fmt: skip
        paper = desk.number_for(derived_id("return", job.order_id))
        desk.must("TakeBackGoods", order_id=job.order_id, number=paper, lines=[part], note="never worn")
        self.done["brought back"] += 1
        yield


def local_day(desk: DayDesk) -> str:
    place = desk.place
    return OpeningHours.from_text(place.zone, place.weekly, place.exceptions).local_day(desk.clock.now())
