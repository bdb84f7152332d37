"""The tour's other eye: reads the hub's own database, so that every step is verified where it is decided."""

from pathlib import Path
from typing import Any

from storedesk.domain.records import Fulfilment, FulfilmentLine, Movement, Parcel
from storedesk.storage.engine import connect_sqlite
from storedesk.storage.row_reader import Driver, one, select


class HubTruth:
    """One read-only connection beside the running hub."""

    def __init__(self, database: Path, key: str) -> None:
        self._connection: Any = connect_sqlite(database, key, readonly=True)

    def fulfilment(self, fulfilment_id: str) -> Fulfilment:
        found = one(self._connection, Fulfilment, "id = ?", fulfilment_id)
        if found is None:
            raise LookupError("The hub has no such fulfilment")
        return found

    def lines(self, fulfilment_id: str) -> list[FulfilmentLine]:
        return select(self._connection, FulfilmentLine, "fulfilment_id = ? ORDER BY line", fulfilment_id)

    def parcels(self, fulfilment_id: str) -> list[Parcel]:
        return select(self._connection, Parcel, "fulfilment_id = ? ORDER BY number", fulfilment_id)

    def handed_out(self, place_id: int, variant_id: int) -> int:
        """Steps that handovers have moved out of the place."""
        moves = select(
            self._connection,
            Movement,
            "location_id = ? AND variant_id = ? AND reason = 'handover'",
            place_id,
            variant_id,
        )
        return -sum(move.quantity for move in moves)

    def level_is_its_movements(self, place_id: int, variant_id: int) -> bool:
        """Level = sum of movements, bucket by bucket."""
        levels = self._connection.execute(
            "SELECT bucket, quantity FROM stock_level WHERE location_id = ? AND variant_id = ? ORDER BY bucket",
            (place_id, variant_id),
        ).fetchall()
        sums = dict(
            self._connection.execute(
                "SELECT bucket, sum(quantity) FROM movement WHERE location_id = ? AND variant_id = ? GROUP BY bucket",
                (place_id, variant_id),
            ).fetchall()
        )
        return all(sums.get(bucket, 0) == quantity for bucket, quantity in levels)

    def decisions(self) -> dict[str, int]:
        """How often each outcome was decided."""
        return dict(
            self._connection.execute("SELECT outcome, count(*) FROM inbox GROUP BY outcome").fetchall()
        )

    def counts(self) -> dict[str, int]:
        names = (
            "place",
            "variant",
            "stock_level",
            "orders",
            "fulfilment",
            "person",
            "company",
            "inbox",
            "audit",
        )
        return {
            name: self._connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in names
        }

    def sums(self) -> dict[str, int]:
        return dict(self._connection.execute("SELECT scope, total FROM scope_sum").fetchall())

    def close(self) -> None:
        self._connection.close()


def desk_sums(connection: Driver) -> dict[str, int]:
    """What the desk holds of each scope it follows, by the same arithmetic."""
    return dict(connection.execute("SELECT scope, total FROM scope_state").fetchall())


def desk_outbox(connection: Driver) -> list[tuple[str, str, str | None]]:
    """Kind, state and outcome of each action of the desk."""
    return [
        tuple(row) for row in connection.execute("SELECT kind, state, outcome FROM outbox ORDER BY number")
    ]
