"""What each synced table is: its row, its key, the scope its rows lie in, what it is looked up by."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from storedesk.domain import records as r

Key = tuple[int | str, ...]


class Table(NamedTuple):
    """``scope`` alone, or followed by ``:`` and the value of ``scope_column``, names a row's scope."""

    name: str
    row: type[Any]
    key: tuple[str, ...]
    scope: str
    scope_column: str | None = None
    indexes: tuple[tuple[str, ...], ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        columns: tuple[str, ...] = self.row._fields
        return columns

    def key_of(self, row: Any) -> Key:
        return tuple(getattr(row, column) for column in self.key)

    def scope_of(self, row: Any) -> str:
        if self.scope_column is None:
            return self.scope
        return f"{self.scope}:{getattr(row, self.scope_column)}"


TABLES: tuple[Table, ...] = (
    Table("place", r.Place, ("id",), "places"),
    Table("channel", r.Channel, ("id",), "places"),
    Table("staging_bin", r.StagingBin, ("place_id", "code"), "places"),
    Table("tax_rate", r.TaxRateRow, ("country", "category", "valid_from"), "places"),
    Table("staff", r.Staff, ("place_id", "staff_id"), "staff", "place_id"),
    Table("product", r.Product, ("id",), "catalogue", indexes=(("style",),)),
    Table("variant", r.Variant, ("id",), "catalogue", indexes=(("product_id",), ("sku",))),
    Table("barcode", r.Barcode, ("code", "variant_id"), "catalogue", indexes=(("variant_id",),)),
    Table("price", r.Price, ("variant_id", "list_code", "currency", "from_quantity", "valid_from"), "prices"),
    Table("stock_level", r.StockLevel, ("location_id", "variant_id", "bucket"), "stock", "location_id"),
    Table(
        "movement",
        r.Movement,
        ("id",),
        "ledger",
        "location_id",
        indexes=(("location_id", "variant_id", "bucket"),),
    ),
    Table("company", r.Company, ("id",), "accounts"),
    Table("orders", r.Order, ("id",), "orders", indexes=(("number",), ("customer_id",))),
    Table("order_line", r.OrderLine, ("order_id", "line"), "orders"),
    Table(
        "fulfilment",
        r.Fulfilment,
        ("id",),
        "orders",
        indexes=(("order_id",), ("place_id", "state"), ("order_number",)),
    ),
    Table("fulfilment_line", r.FulfilmentLine, ("fulfilment_id", "line"), "orders"),
    Table("parcel", r.Parcel, ("id",), "orders", indexes=(("fulfilment_id",),)),
    Table("parcel_line", r.ParcelLine, ("parcel_id", "line"), "orders"),
    Table("handover", r.Handover, ("id",), "orders", indexes=(("fulfilment_id",),)),
    Table("till_receipt", r.TillReceipt, ("number",), "orders"),
    Table(
        "person",
        r.Person,
        ("id",),
        "persons",
        "holder",
        indexes=(("order_id",), ("customer_id",), ("folded",)),
    ),
    Table("task", r.Task, ("id",), "tasks", "place_id", indexes=(("place_id", "state"), ("fulfilment_id",))),
)

TABLE_BY_NAME: Mapping[str, Table] = {table.name: table for table in TABLES}
TABLE_BY_ROW: Mapping[type[Any], Table] = {table.row: table for table in TABLES}

# Buckets as they are stored in stock_level.bucket and movement.bucket.
SELLABLE, DAMAGED, DISPLAY, RETURNS_UNCHECKED, IN_TRANSIT = range(5)


def scopes_of_desk(place_id: int, locations: tuple[int, ...]) -> tuple[str, ...]:
    """The scopes a store's desk follows: what all need, its own people and work, the stock of its region."""
    shared = ("places", "catalogue", "prices", "accounts", "orders")
    own = (f"staff:{place_id}", f"persons:{place_id}", f"tasks:{place_id}")
    return shared + own + tuple(f"stock:{location}" for location in sorted(locations))
