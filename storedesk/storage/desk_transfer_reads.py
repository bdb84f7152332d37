"""Reading transfers from and to a place on its desks, with their articles and the stock at hand."""

from dataclasses import dataclass

from storedesk.domain.records import Fulfilment, Place, Product, StockLevel, Transfer, TransferLine, Variant
from storedesk.domain.tables import SELLABLE
from storedesk.storage.desk_reads import staff_names
from storedesk.storage.row_reader import Driver, one, select, select_in

MOST = 300


@dataclass(frozen=True, slots=True)
class TransferLineRecord:
    """``here`` is the sellable level at this place, None where it has never had the article."""

    line: TransferLine
    variant: Variant | None
    product: Product | None
    here: StockLevel | None


@dataclass(frozen=True, slots=True)
class TransferRecord:
    """``order_number`` is of the pickup that waits for it, or empty; ``names`` are those of staff by id."""

    transfer: Transfer
    lines: tuple[TransferLineRecord, ...]
    here: Place | None
    there: Place | None
    order_number: str
    names: dict[int, str]


def transfers_of_place(
    connection: Driver, place_id: int, closed_since: int
) -> tuple[tuple[Transfer, ...], dict[str, int]]:
    """Transfers in work and those closed since a moment (UTC ms), with the smallest steps each is about."""
    found = select(
        connection, Transfer,
        "(from_id = ? OR to_id = ?) AND (state IN ('asked', 'agreed', 'sent') OR changed_at >= ?) "
        "ORDER BY asked_at DESC, id LIMIT ?", place_id, place_id, closed_since, MOST,
    )  # fmt: skip
    lines = select_in(connection, TransferLine, "transfer_id", [row.id for row in found])
    pieces: dict[str, int] = {}
    for line in lines:
        pieces[line.transfer_id] = pieces.get(line.transfer_id, 0) + (line.sent or line.asked)
    return tuple(found), pieces


def place_names(connection: Driver) -> dict[int, str]:
    return dict(connection.execute("SELECT id, name FROM place").fetchall())


def transfer_detail(
    connection: Driver, transfer_id: str, place_id: int, more: tuple[int, ...] = ()
) -> TransferRecord | None:
    """``more`` are articles that are counted here though nobody asked for them."""
    row = one(connection, Transfer, "id = ?", transfer_id)
    if row is None:
        return None
    lines = select(connection, TransferLine, "transfer_id = ? ORDER BY variant_id", transfer_id)
    known = {line.variant_id for line in lines}
    lines += [TransferLine(row.id, variant, 0, 0, 0) for variant in more if variant not in known]
    there = row.to_id if row.from_id == place_id else row.from_id
    waiting = one(connection, Fulfilment, "id = ?", row.fulfilment_id) if row.fulfilment_id else None
    return TransferRecord(
        row,
        tuple(_line(connection, line, place_id) for line in lines),
        one(connection, Place, "id = ?", place_id),
        one(connection, Place, "id = ?", there),
        waiting.order_number if waiting else "",
        staff_names(connection),
    )


def _line(connection: Driver, line: TransferLine, place_id: int) -> TransferLineRecord:
    variant = one(connection, Variant, "id = ?", line.variant_id)
    product = one(connection, Product, "id = ?", variant.product_id) if variant else None
    where = f"location_id = ? AND variant_id = ? AND bucket = {SELLABLE}"
    return TransferLineRecord(
        line, variant, product, one(connection, StockLevel, where, place_id, line.variant_id)
    )
