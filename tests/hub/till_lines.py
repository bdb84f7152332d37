"""Lines of tills for tests, and a hub that takes them."""

from pathlib import Path
from random import Random

from storedesk.domain.records import Barcode, Product, Variant
from storedesk.domain.tables import RETURNS_UNCHECKED, SELLABLE
from storedesk.domain.till_line import TillLine
from storedesk.hub.tills.take_sales import Taken, take_sales
from tests.small_shop import ALVA, GBG, NOW, RASK, small_shop
from tests.world import HubInProcess

MINUTE, HOUR = 60_000, 3_600_000
CHEESE, EAN, CARTON = 301, "7310865004703", "17310865004700"


def till_shop() -> list[object]:
    """The small shop with barcodes, a carton, something sold by weight and a SKU that two articles share."""
    return [
        *small_shop(1),
        Barcode(EAN, ALVA, 1),
        Barcode(CARTON, ALVA, 6),
        Product(CHEESE, "OST", "Prästost", "", "", "food", 0),
        Variant(CHEESE, CHEESE, "OST-1", "Prästost", "", "", "kg", 0),
        Variant(CHEESE + 1, CHEESE, "TWICE", "Prästost", "", "", "kg", 0),
        Variant(CHEESE + 2, CHEESE, "TWICE", "Prästost", "", "", "kg", 0),
    ]


def sold(
    receipt: str, line: str = "1", article: str = f"SKU-{ALVA}", quantity: str = "1", **more: object
) -> TillLine:
    said: dict[str, object] = {"kind": "sale", "at": NOW - HOUR, "till": "T1", "place_id": GBG} | more
    return TillLine(receipt=receipt, line=line, article=article, quantity=quantity, **said)  # type: ignore[arg-type]


def void_of(receipt: str, line: str = "1", **more: object) -> TillLine:
    return sold(receipt, line, "", "", kind="void", **more)


class TillHub(HubInProcess):
    """A hub in this process that tills speak to."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, Random(3), rows=till_shop())

    def take(self, *lines: TillLine) -> Taken:
        with self.engine.begin() as connection:
            return take_sales(connection, lines, self.now, self.tag)

    def level(self, variant_id: int = ALVA, bucket: int = SELLABLE, place_id: int = GBG) -> int:
        for row in self.rows("stock_level"):
            if (row.location_id, row.variant_id, row.bucket) == (place_id, variant_id, bucket):
                return int(row.quantity)
        return 0

    def levels(self) -> dict[tuple[int, int, int], int]:
        return {
            (r.location_id, r.variant_id, r.bucket): r.quantity
            for r in self.rows("stock_level")
            if r.quantity
        }

    def moved(self) -> dict[tuple[int, int, int], int]:
        """The sums of the movements."""
        sums: dict[tuple[int, int, int], int] = {}
        for row in self.rows("movement"):
            key = (row.location_id, row.variant_id, row.bucket)
            sums[key] = sums.get(key, 0) + row.quantity
        return {key: total for key, total in sums.items() if total}

    def last_sale(self, place_id: int = GBG) -> int | None:
        return next((r.last_sale_at for r in self.rows("till_feed") if r.location_id == place_id), None)

    def tasks(self, kind: str) -> list[object]:
        return [row for row in self.rows("task") if row.kind == kind]


__all__ = [
    "ALVA",
    "CARTON",
    "CHEESE",
    "EAN",
    "GBG",
    "HOUR",
    "MINUTE",
    "NOW",
    "RASK",
    "RETURNS_UNCHECKED",
    "TillHub",
]
