"""Forty acts on stock: adjusted, counted, held, released, asked for, answered, sent and received."""

import random
from collections import Counter
from collections.abc import Iterator

from storedesk.domain.ids import derived_id, effect_id
from storedesk.domain.records import Hold, Movement, StockLevel, Transfer
from tests.day.canaries import canary
from tests.day.day_desk import DayDesk
from tests.day.day_shop import ARTICLES
from tests.day.pickup_scripts import until
from tests.small_shop import ELIN, OSKAR

Script = Iterator[None]
HOUR = 3_600_000
REASONS = ("missing", "found", "damaged", "display", "display_back", "stolen", "own_use", "written_off")
PER_DAY = {
    "AdjustStock": 10, "CountStock": 8, "PlaceHold": 7, "ReleaseHold": 5, "AskTransfer": 3, "AnswerTransfer": 3,
    "SendTransfer": 2, "ReceiveTransfer": 2,
}  # fmt: skip
KINDS = frozenset(PER_DAY)


class StockWork:
    """Scripts that together make the acts of ``PER_DAY``; ``done`` counts them."""

    def __init__(self, rng: random.Random, desks: list[DayDesk]) -> None:
        self._rng, self._desks = rng, desks
        self.done: Counter[str] = Counter()
        self._transfers = 0

    def scripts(self) -> list[tuple[DayDesk, Script]]:
        made: list[tuple[DayDesk, Script]] = []
        for number in range(PER_DAY["AdjustStock"]):
            desk = self._desk(number)
            made.append((desk, self._adjust(desk, number)))
        for number in range(PER_DAY["CountStock"]):
            desk = self._desk(number)
            made.append((desk, self._count(desk, number)))
        for number in range(PER_DAY["PlaceHold"]):
            desk = self._desk(number)
            made.append((desk, self._hold(desk, number, number < PER_DAY["ReleaseHold"])))
        first, last = self._desks[0], self._desks[-1]
        for number, (asks, gives) in enumerate(((first, last), (last, first), (self._desks[1], last))):
            made.append((asks, self._transfer(asks, gives, number)))
        return made

    def _desk(self, number: int) -> DayDesk:
        return self._desks[number % len(self._desks)]

    def _do(self, desk: DayDesk, kind: str, staff: int = ELIN, **args: object) -> str:
        action = desk.must(kind, staff, **args)
        self.done[kind] += 1
        return action

    def _adjust(self, desk: DayDesk, number: int) -> Script:
        reason = REASONS[number % len(REASONS)]
        args = {"variant_id": self._article(), "quantity": 1 + number % 3, "reason": reason}
        self._do(desk, "AdjustStock", **args, note="seen at the shelf")
        yield

    def _count(self, desk: DayDesk, number: int) -> Script:
        article = self._article()
        where = "location_id = ? AND variant_id = ? AND bucket = 0"
        level: StockLevel = desk.one(StockLevel, where, desk.place_id, article)
        self._do(desk, "CountStock", OSKAR, variant_id=article, counted=level.quantity + number % 3 - 1)
        yield

    def _hold(self, desk: DayDesk, number: int, release: bool) -> Script:
        action = self._do(
            desk, "PlaceHold", location_id=desk.place_id, variant_id=self._article(), quantity=1,
            until=desk.clock.now() + 6 * HOUR, customer_name=canary(number + 240).name, note="rings at noon",
        )  # fmt: skip
        yield
        hold = effect_id(action, 1)
        if release:
            yield from until(lambda: desk.one(Hold, "id = ?", hold).state == "held")
            outcome = "collected" if number % 2 else "released"
            self._do(desk, "ReleaseHold", hold_id=hold, outcome=outcome)
            yield

    def _transfer(self, asks: DayDesk, gives: DayDesk, number: int) -> Script:
        lines = [{"variant_id": self._article(), "quantity": 2}]
        self._transfers += 1
        paper = asks.number_for(derived_id("transfer", str(self._transfers)))
        wanted = {"number": paper, "from_id": gives.place_id, "lines": lines}
        action = self._do(asks, "AskTransfer", **wanted, note="for Friday")
        transfer = effect_id(action, 1)
        yield from until(lambda: gives.rows(Transfer, "id = ?", transfer))
        agree = number != 1
        self._do(gives, "AnswerTransfer", transfer_id=transfer, agree=agree, note="tomorrow")
        yield
        if agree:
            sent = lines if number else [{**lines[0], "quantity": 1}]
            self._do(gives, "SendTransfer", transfer_id=transfer, lines=sent)
            yield from until(lambda: asks.one(Transfer, "id = ?", transfer).state == "sent")
            self._do(asks, "ReceiveTransfer", transfer_id=transfer, lines=lines)
            yield

    def _article(self) -> int:
        return self._rng.choice(ARTICLES)


def sum_of_movements(rows: list[Movement]) -> Counter[tuple[int, int, int]]:
    sums: Counter[tuple[int, int, int]] = Counter()
    for row in rows:
        sums[row.location_id, row.variant_id, row.bucket] += row.quantity
    return sums
