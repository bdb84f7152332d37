"""What leaves a store beside the planned pickups: orders that no desk has heard of, on the word of a signed code."""

from collections import Counter
from collections.abc import Iterator

from storedesk.domain.codes import SignedPickupCode, qr_text
from storedesk.domain.ids import derived_id
from tests.day.canaries import canary
from tests.day.day_desk import DayDesk

Script = Iterator[None]
PER_DAY = 2


class Labels:
    """``done`` counts the handovers from a label."""

    def __init__(self) -> None:
        self.done: Counter[str] = Counter()

    def hand_over(self, desk: DayDesk, place_code: str, number: int) -> Script:
        """The hub does not find the order either: it asks people."""
        yield
        name = f"{place_code} {number}"
        code = SignedPickupCode(
            place_code, derived_id("fulfilment", name), "K7P429", f"9{number:04}", 1, "2026-12-01", bytes(64)
        )
        collector = {"collector_name": canary(number + 320).name, "relation": "family"}
        desk.must("HandOverFromLabel", label=qr_text(code), id_document="passport", **collector)
        self.done["label"] += 1
