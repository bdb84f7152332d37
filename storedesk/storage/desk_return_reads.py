"""Reading one return of goods on a desk, with its lines and the articles of the order."""

from dataclasses import dataclass

from storedesk.domain.records import GoodsReturn, GoodsReturnLine, Order, OrderLine, Person, Place
from storedesk.storage.row_reader import Driver, one, select


@dataclass(frozen=True, slots=True)
class ReturnRecord:
    """``language`` is the buyer's, empty where it is not known here."""

    row: GoodsReturn
    order: Order | None
    place: Place | None
    lines: tuple[GoodsReturnLine, ...]
    bought: dict[int, OrderLine]
    language: str


def return_by_id(connection: Driver, return_id: str) -> ReturnRecord | None:
    row = one(connection, GoodsReturn, "id = ?", return_id)
    if row is None:
        return None
    buyer = one(connection, Person, "order_id = ? AND language <> '' ORDER BY id", row.order_id)
    return ReturnRecord(
        row,
        one(connection, Order, "id = ?", row.order_id),
        one(connection, Place, "id = ?", row.place_id),
        tuple(select(connection, GoodsReturnLine, "return_id = ? ORDER BY line, condition", return_id)),
        {line.line: line for line in select(connection, OrderLine, "order_id = ?", row.order_id)},
        buyer.language if buyer else "",
    )
