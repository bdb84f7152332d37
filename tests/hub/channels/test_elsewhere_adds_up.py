"""Whatever orders, places and carriers do in whatever order: what is reserved is what is promised, and nothing twice."""

import random
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from storedesk.domain.pickup_state import STATES
from tests.hub.channels.elsewhere_shop import ARTICLES, STORES, ElsewhereShop
from tests.hub.channels.order_shop import line, order
from tests.small_shop import GBG, MAL, NOW

PICKUPS = {"p-gbg": GBG, "p-mal": MAL}
STEPS = 25
BOTH = {
    "rules": [{"name": "Parts from anywhere", "from_elsewhere": True, "most_parcels": 3, "partial": True}]
}


class Days:
    """Draws what happens from one source, so that a failing example is repeated by its seed."""

    def __init__(self, shop: ElsewhereShop, seed: int) -> None:
        self.shop, self.rng = shop, random.Random(seed)
        self.orders: dict[int, tuple[str, dict[int, tuple[int, int, int]]]] = {}
        self.news = 0

    def step(self) -> None:
        acts = (
            self.new_order, self.new_order, self.new_order, self.minute, self.minute, self.answer, self.answer,
            self.send, self.send, self.receive, self.receive, self.short, self.pick, self.less, self.cancel,
            self.decide, self.move, self.inbound, self.send_home,
        )  # fmt: skip
        before = self.promises()
        act = self.rng.choice(acts)
        act()
        self.shop.check()
        self.shop.check_coming()
        if act in (self.new_order, self.minute, self.decide, self.move):
            for key, (quantity, reserved) in self.promises().items():
                assert reserved <= max(quantity, before[key][1]), (act.__name__, key, quantity, reserved)

    def promises(self) -> dict[tuple[int, int], tuple[int, int]]:
        return {(place, article): self.shop.level(place, article) for place in STORES for article in ARTICLES}

    def new_order(self) -> None:
        number = len(self.orders) + 1
        articles = self.rng.sample(ARTICLES, self.rng.randrange(1, 3))
        lines = {n: (article, self.rng.randrange(1, 4), 0) for n, article in enumerate(articles, 1)}
        self.orders[number] = (self.rng.choice(("p-gbg", "p-gbg", "p-mal", "")), lines)
        self._take(number)

    def _take(self, number: int, **more: Any) -> None:
        pickup, lines = self.orders[number]
        self.news += 1
        told = [line(n, article, wanted, off) for n, (article, wanted, off) in lines.items()]
        taken = self.shop.take(order(number, *told, pickup=pickup, changed_at=NOW + self.news, **more))
        assert taken.problems == (), taken

    def less(self) -> None:
        if not self.orders:
            return
        number = self.rng.choice(list(self.orders))
        lines = self.orders[number][1]
        n = self.rng.choice(list(lines))
        article, wanted, off = lines[n]
        lines[n] = (article, wanted, min(wanted, off + 1))
        self._take(number)

    def cancel(self) -> None:
        if self.orders and self.rng.random() < 0.5:
            self._take(self.rng.choice(list(self.orders)), state="cancelled")

    def minute(self) -> None:
        self.shop.minute()

    def one(self, table: str, where: str = "1 = 1") -> Any:
        found = self.shop.rows(table, where)
        return self.rng.choice(found) if found else None

    def answer(self) -> None:
        row = self.one("transfer", "state IN ('asked', 'agreed')")
        if row is not None:
            self.shop.act("AnswerTransfer", row.from_id, transfer_id=row.id, agree=self.rng.random() < 0.6)

    def _goods(self, row: Any, column: str) -> list[dict[str, int]]:
        goods = []
        for one in self.shop.rows("transfer_line", f"transfer_id = '{row.id}'"):
            quantity = getattr(one, column) + self.rng.choice((-1, 0, 0, 0, 1))
            if quantity > 0:
                goods.append({"variant_id": one.variant_id, "quantity": quantity})
        return goods

    def send(self) -> None:
        """Mostly what is asked for; also what has been called off or received already."""
        row = self.one("transfer", "sent_at IS NULL")
        lines = self._goods(row, "asked") if row is not None else []
        if lines:
            later = self.rng.random() < 0.4
            self.shop.act("SendTransfer", row.from_id, transfer_id=row.id, lines=lines, rest_later=later)

    def receive(self) -> None:
        row = self.one("transfer", "received_at IS NULL")
        if row is not None:
            lines = self._goods(row, "asked" if row.sent_at is None else "sent")
            self.shop.act("ReceiveTransfer", row.to_id, transfer_id=row.id, lines=lines)

    def inbound(self) -> None:
        row = self.one("fulfilment", "state = 'inbound'")
        if row is not None:
            lines = self.shop.rows("fulfilment_line", f"fulfilment_id = '{row.id}'")
            came = [{"line": one.line, "quantity": one.ordered} for one in lines if self.rng.random() < 0.7]
            came = [one for one in came if one["quantity"]] if self.rng.random() < 0.5 else []
            self.shop.act("ReceiveInbound", row.place_id, fulfilment_id=row.id, lines=came)

    def _line(self, states: str) -> Any:
        part = self.one("fulfilment", f"state IN ({states})")
        return part, self.one("fulfilment_line", f"fulfilment_id = '{part.id}'") if part is not None else None

    def short(self) -> None:
        part, found = self._line("'new', 'claimed', 'picking', 'staged'")
        if found is not None:
            reason = self.rng.choice(("too_busy", "not_found", "damaged"))
            quantity = self.rng.randrange(1, 3)
            self.shop.act(
                "ReportShort", part.place_id, fulfilment_id=part.id, line=found.line, quantity=quantity, reason=reason
            )  # fmt: skip

    def pick(self) -> None:
        part, found = self._line("'new', 'claimed', 'picking'")
        if found is not None:
            lines = [{"line": found.line, "quantity": 1}]
            self.shop.act("Pick", part.place_id, fulfilment_id=part.id, lines=lines)

    def send_home(self) -> None:
        task = self.one("task", "kind = 'ship_to_customer' AND state <> 'answered'")
        if task is not None:
            self.shop.act("AnswerTask", task.place_id, task_id=task.id, choice="understood")

    def decide(self) -> None:
        part = self.one("fulfilment", "state = 'rejected'")
        if part is not None:
            choice = self.rng.choice(("other_store", "ship_home", "cancel"))
            place = {"place_id": MAL if part.place_id == GBG else GBG} if choice == "other_store" else {}
            self.shop.act("DecideForCustomer", GBG, fulfilment_id=part.id, choice=choice, **place)

    def move(self) -> None:
        part = self.one("fulfilment", "kind = 'pickup' AND state IN ('new', 'inbound', 'arrived')")
        if part is not None:
            away = MAL if part.place_id == GBG else GBG
            self.shop.act("MovePickupToStore", part.place_id, fulfilment_id=part.id, place_id=away)


def live(seed: int, steps: int = STEPS) -> list[str]:
    """The states in which parts ended; raises AssertionError where something does not add up."""
    with tempfile.TemporaryDirectory(prefix="elsewhere-") as name:
        rng = random.Random(seed)
        stock = {(place, article): rng.choice((0, 0, 2, 5, 9)) for place in STORES for article in ARTICLES}
        shop = ElsewhereShop(Path(name), stock, rng.choice((None, BOTH)))
        try:
            days = Days(shop, seed)
            for _ in range(steps):
                days.step()
            return [row.state for row in shop.rows("fulfilment")]
        finally:
            shop.close()


@settings(max_examples=12, deadline=None)
@given(st.integers(0, 1_000_000))
def test_what_is_reserved_is_what_is_promised_and_nothing_is_promised_twice(seed: int) -> None:
    assert set(live(seed)) <= STATES
