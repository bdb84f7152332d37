"""What staff of a simulated desk do next: mostly what the pickup asks for, sometimes nonsense."""

import random
from collections.abc import Callable

from storedesk.actions.task_answers import CHOICES
from storedesk.domain.ids import derived_id
from storedesk.domain.records import Fulfilment, FulfilmentLine, Handover, Order, Parcel, Product, Task
from tests.simulation.intent import Args, Intent, Tables
from tests.small_shop import ELIN, MAJA, OSKAR

NONSENSE = (
    "AnswerTask", "ClaimPickup", "CorrectHandover", "EnterWrongCode", "HandOver", "MarkReady", "Pick", "PutBack",
    "ReleasePickup", "ReportShort", "StageParcels",
)  # fmt: skip
"""What is also done where it makes no sense."""
BINS = ("H1", "H2", "H4")
REASONS = ("not_found", "damaged", "wrong_label", "display", "later", "other")


class StaffAtWork:
    """Chooses from what one desk shows."""

    def __init__(self, rng: random.Random, tables: Tables, place_id: int) -> None:
        self._rng, self._tables, self._place = rng, tables, place_id

    def next_intent(self) -> Intent | None:
        rng = self._rng
        staff = rng.choices((ELIN, OSKAR, MAJA, 77), (8, 8, 4, 0.3))[0]
        if rng.random() < 0.12:
            return self._answer(staff)
        pickups = sorted(
            (row for row in self._tables["fulfilment"].values() if row.place_id == self._place),
            key=lambda row: row.order_number,
        )
        if rng.random() < 0.02:
            pickups = list(self._tables["fulfilment"].values())
        if not pickups:
            return None
        open_ones = [row for row in pickups if row.state not in ("collected", "cancelled", "rejected")]
        pool = open_ones[:4] if open_ones and rng.random() < 0.8 else pickups
        row = rng.choice(pool)
        if rng.random() < 0.12:
            return self._nonsense(staff, row)
        return self._sensible(staff, row)

    def _sensible(self, staff: int, row: Fulfilment) -> Intent:
        rng = self._rng
        steps: dict[str, list[Callable[[int, Fulfilment], Intent]]] = {
            "new": [self._claim, self._pick],
            "claimed": [self._pick, self._pick, self._pick, self._release, self._short],
            "picking": [
                self._go_on,
                self._go_on,
                self._go_on,
                self._go_on,
                self._short,
                self._put_back,
                self._claim,
            ],
            "staged": [self._ready, self._ready, self._ready, self._put_back, self._stage],
            "ready": [self._hand_over, self._hand_over, self._hand_over, self._wrong_code],
            "partly_collected": [self._hand_over, self._hand_over, self._correct],
            "collected": [self._correct, self._correct, self._wrong_code, self._hand_over],
        }
        return rng.choice(steps.get(row.state, [self._wrong_code, self._hand_over, self._claim]))(staff, row)

    def _nonsense(self, staff: int, row: Fulfilment) -> Intent:
        rng = self._rng
        unknown = derived_id("nothing", str(rng.randrange(5)))
        kind = rng.choice(NONSENSE)
        fulfilment = unknown if rng.random() < 0.2 else row.id
        parts = [
            {"line": rng.randrange(0, 4), "quantity": rng.randrange(1, 5)} for _ in range(rng.randrange(0, 4))
        ]
        parcels = [{"bin": rng.choice(("H1", "XX")), "lines": parts} for _ in range(rng.randrange(0, 3))]
        ids = [parcel.id for parcel in self._tables["parcel"].values()] + [unknown]
        args: dict[str, Args] = {
            "ClaimPickup": {"take_over": True},
            "Pick": {"lines": parts},
            "PutBack": {"line": rng.randrange(0, 4), "quantity": rng.randrange(1, 5)},
            "ReportShort": {
                "line": rng.randrange(0, 4), "quantity": rng.randrange(1, 5), "reason": rng.choice(REASONS),
                "note": rng.choice(("", "811218-9876", "shelf empty")),
                "found_variant_id": rng.choice((None, 101, 999)),
            },
            "StageParcels": {"parcels": parcels},
            "HandOver": {
                "parcels": rng.sample(ids, rng.randrange(0, min(3, len(ids)) + 1)),
                "proof": rng.choice(("code", "qr", "id_seen", "name", "label")),
                "override": rng.choice(("", "known customer", "811218-9876")),
            },
            "CorrectHandover": {"handover_id": unknown, "reason": "too_early", "bin": ""},
            "AnswerTask": {"task_id": unknown, "choice": "understood"},
        }  # fmt: skip
        body = args.get(kind, {})
        if kind not in ("CorrectHandover", "AnswerTask"):
            body["fulfilment_id"] = fulfilment
        return Intent(kind, staff, body)

    def _lines(self, row: Fulfilment) -> list[FulfilmentLine]:
        return [line for key, line in sorted(self._tables["fulfilment_line"].items()) if key[0] == row.id]

    def _claim(self, staff: int, row: Fulfilment) -> Intent:
        return Intent("ClaimPickup", staff, {"fulfilment_id": row.id, "take_over": self._rng.random() < 0.3})

    def _release(self, staff: int, row: Fulfilment) -> Intent:
        return Intent("ReleasePickup", staff, {"fulfilment_id": row.id})

    def _pick(self, staff: int, row: Fulfilment) -> Intent:
        parts = []
        for line in self._lines(row):
            left = line.ordered - line.cancelled - line.picked - line.short
            if left > 0:
                parts.append({"line": line.line, "quantity": left if self._rng.random() < 0.7 else 1})
        return Intent("Pick", row.claimed_by or staff, {"fulfilment_id": row.id, "lines": parts})

    def _go_on(self, staff: int, row: Fulfilment) -> Intent:
        lines = self._lines(row)
        left = any(line.ordered - line.cancelled - line.picked - line.short for line in lines)
        return (self._pick if left and self._rng.random() < 0.8 else self._stage)(staff, row)

    def _put_back(self, staff: int, row: Fulfilment) -> Intent:
        if not (lines := self._lines(row)):
            return self._claim(staff, row)  # its lines are still on their way in
        line = self._rng.choice(lines)
        args = {"fulfilment_id": row.id, "line": line.line, "quantity": 1}
        return Intent("PutBack", row.claimed_by or staff, args)

    def _short(self, staff: int, row: Fulfilment) -> Intent:
        if not (lines := self._lines(row)):
            return self._claim(staff, row)
        line = self._rng.choice(lines)
        args = {
            "fulfilment_id": row.id, "line": line.line, "quantity": 1, "reason": self._rng.choice(REASONS),
            "note": "seen", "found_variant_id": self._rng.choice((101, 102, 103)),
        }  # fmt: skip
        return Intent("ReportShort", row.claimed_by or staff, args)

    def _stage(self, staff: int, row: Fulfilment) -> Intent:
        rng = self._rng
        ready = [
            (line.line, line.picked - line.staged) for line in self._lines(row) if line.picked > line.staged
        ]
        halves: list[list[Args]] = [[], []]
        for number, quantity in ready:
            halves[rng.randrange(2)].append({"line": number, "quantity": quantity})
        parcels = [{"bin": rng.choice(BINS), "lines": lines} for lines in halves if lines]
        return Intent("StageParcels", row.claimed_by or staff, {"fulfilment_id": row.id, "parcels": parcels})

    def _ready(self, staff: int, row: Fulfilment) -> Intent:
        return Intent("MarkReady", staff, {"fulfilment_id": row.id})

    def _wrong_code(self, staff: int, row: Fulfilment) -> Intent:
        return Intent("EnterWrongCode", staff, {"fulfilment_id": row.id})

    def _hand_over(self, staff: int, row: Fulfilment) -> Intent:
        rng = self._rng
        parcels: list[Parcel] = [
            parcel for parcel in self._tables["parcel"].values() if parcel.fulfilment_id == row.id
        ]
        here = sorted(parcel.id for parcel in parcels if parcel.state == "staged")
        taken = here if rng.random() < 0.7 else here[:1]
        proof = "id_seen" if row.wrong_codes >= 5 else rng.choice(("code", "qr", "id_seen", "name"))
        order: Order = self._tables["orders"][row.order_id,]
        limits = [self._age_limit(line.variant_id) for line in self._lines(row)]
        return Intent("HandOver", staff, {
            "fulfilment_id": row.id, "parcels": taken, "left": [one for one in here if one not in taken],
            "proof": proof, "id_document": "passport" if proof == "id_seen" else "",
            "override": "regular customer" if proof == "name" else "",
            "collector_name": rng.choice(("", "", "", "Jan Berg", "Jan Berg", "811218-9876")),
            "receipt": "" if not order.due or rng.random() < 0.1 else f"{self._place}-1-{rng.randrange(8)}",
            "of_age": rng.choice(("yes", "yes", "no", "")) if any(limits) else "",
        })  # fmt: skip

    def _age_limit(self, variant_id: int) -> int:
        product: Product | None = self._tables["product"].get((variant_id,))
        return 0 if product is None else product.age_limit

    def _correct(self, staff: int, row: Fulfilment) -> Intent:
        rng = self._rng
        facts: list[Handover] = [
            fact for key, fact in sorted(self._tables["handover"].items()) if fact.fulfilment_id == row.id
        ]
        if not facts:
            return self._wrong_code(staff, row)
        return Intent("CorrectHandover", staff, {
            "handover_id": rng.choice(facts).id, "reason": rng.choice(("wrong_customer", "too_early", "came_back")),
            "bin": rng.choice((*BINS, "")), "checked_by": rng.choice((None, MAJA)),
        })  # fmt: skip

    def _answer(self, staff: int) -> Intent | None:
        tasks: list[Task] = [task for _, task in sorted(self._tables["task"].items())]
        waiting = [task for task in tasks if task.state != "answered"] or tasks
        if not waiting:
            return None
        task = self._rng.choice(waiting)
        choice = self._rng.choice((*CHOICES.get(task.kind, ("understood",)), "understood"))
        return Intent("AnswerTask", staff, {"task_id": task.id, "choice": choice})
