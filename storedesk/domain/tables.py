"""What each synced table is: its row, its key, the scope its rows lie in, what it is looked up by."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Any

from storedesk.domain import records as r

Key = tuple[int | str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """``scope`` alone, or followed by ``:`` and the value of ``scope_column``, names a row's scope."""

    name: str
    row: type[Any]
    key: tuple[str, ...]
    scope: str
    scope_column: str | None = None
    indexes: tuple[tuple[str, ...], ...] = ()
    columns: tuple[str, ...] = field(init=False)
    key_of: Callable[[Any], Key] = field(init=False)
    """The key of a row."""

    def __post_init__(self) -> None:
        columns: tuple[str, ...] = self.row._fields
        object.__setattr__(self, "columns", columns)
        places = [columns.index(column) for column in self.key]
        object.__setattr__(self, "key_of", itemgetter(*places) if len(places) > 1 else _alone(places[0]))

    def scope_of(self, row: Any) -> str:
        if self.scope_column is None:
            return self.scope
        return f"{self.scope}:{getattr(row, self.scope_column)}"


def _alone(place: int) -> Callable[[Any], Key]:
    return lambda row: (row[place],)


TABLES: tuple[Table, ...] = (
    Table("place", r.Place, ("id",), "places"),
    Table("channel", r.Channel, ("id",), "places"),
    Table("staging_bin", r.StagingBin, ("place_id", "code"), "places"),
    Table("tax_rate", r.TaxRateRow, ("country", "category", "valid_from"), "places"),
    Table("setting", r.Setting, ("place_id", "name"), "places"),
    Table("desk", r.Desk, ("code",), "desks", "place_id", (("place_id",),)),
    Table("staff", r.Staff, ("place_id", "staff_id"), "staff", "place_id"),
    Table("day_entry", r.DayEntry, ("id",), "day", "place_id", (("place_id", "day"),)),
    Table("product", r.Product, ("id",), "catalogue", None, (("style",),)),
    Table("variant", r.Variant, ("id",), "catalogue", None, (("product_id",), ("sku",))),
    Table("barcode", r.Barcode, ("code", "variant_id"), "catalogue", None, (("variant_id",),)),
    Table("price", r.Price, ("variant_id", "list_code", "currency", "from_quantity", "valid_from"), "prices"),
    Table("price_list", r.PriceList, ("code",), "prices"),
    Table("promotion", r.Promotion, ("id",), "prices"),
    Table("stock_level", r.StockLevel, ("location_id", "variant_id", "bucket"), "stock", "location_id"),
    Table(
        "hold", r.Hold, ("id",), "stock", "location_id", (("location_id", "variant_id"), ("state", "until"))
    ),
    Table("protected_stock", r.ProtectedStock, ("location_id", "variant_id", "desk"), "stock", "location_id"),
    Table(
        "stock_count",
        r.StockCount,
        ("id",),
        "stock",
        "location_id",
        (("location_id", "variant_id", "bucket"),),
    ),
    Table("till_feed", r.TillFeed, ("location_id",), "stock", "location_id"),
    Table(
        "movement", r.Movement, ("id",), "ledger", "location_id", (("location_id", "variant_id", "bucket"),)
    ),
    Table("transfer", r.Transfer, ("id",), "transfers", None, (("from_id",), ("to_id",), ("fulfilment_id",))),
    Table("transfer_line", r.TransferLine, ("transfer_id", "variant_id"), "transfers"),
    Table("company", r.Company, ("id",), "accounts", None, (("parent_id",), ("organisation_number",))),
    Table("company_contact", r.CompanyContact, ("id",), "accounts", None, (("company_id",),)),
    Table("customer_article", r.CustomerArticle, ("company_id", "code"), "accounts"),
    Table("orders", r.Order, ("id",), "orders", None, (("number",), ("customer_id",), ("company_id",))),
    Table("order_line", r.OrderLine, ("order_id", "line"), "orders", None, (("sku",),)),
    Table(
        "fulfilment",
        r.Fulfilment,
        ("id",),
        "orders",
        None,
        (("order_id",), ("place_id", "state"), ("order_number",)),
    ),
    Table("fulfilment_line", r.FulfilmentLine, ("fulfilment_id", "line"), "orders"),
    Table("parcel", r.Parcel, ("id",), "orders", None, (("fulfilment_id",),)),
    Table("parcel_line", r.ParcelLine, ("parcel_id", "line"), "orders"),
    Table("handover", r.Handover, ("id",), "orders", None, (("fulfilment_id",),)),
    Table("till_receipt", r.TillReceipt, ("number",), "orders"),
    Table("word_key", r.WordKey, ("place_id",), "contacts", "place_id"),
    Table("payment", r.Payment, ("id",), "orders", None, (("order_id",),)),
    Table("timeline_entry", r.TimelineEntry, ("id",), "orders", None, (("order_id",),)),
    Table("message", r.Message, ("id",), "orders", None, (("fulfilment_id",), ("state", "due_at"))),
    Table("order_request", r.OrderRequest, ("id",), "orders", None, (("order_id",),)),
    Table("store_question", r.StoreQuestion, ("id",), "orders", None, (("order_id",),)),
    Table("goods_return", r.GoodsReturn, ("id",), "orders", None, (("order_id",),)),
    Table("goods_return_line", r.GoodsReturnLine, ("return_id", "line", "condition"), "orders"),
    Table("person", r.Person, ("id",), "persons", "holder", (("order_id",), ("customer_id",), ("folded",))),
    Table("address", r.Address, ("id",), "persons", "holder", (("order_id",),)),
    Table("contact", r.Contact, ("id",), "contacts", "place_id", (("order_id",), ("place_id", "day"))),
    Table("quote", r.Quote, ("id",), "quotes", None, (("company_id",), ("number",), ("place_id", "state"))),
    Table("quote_line", r.QuoteLine, ("quote_id", "version", "line"), "quotes"),
    Table("quote_revision", r.QuoteRevision, ("quote_id", "version"), "quotes"),
    Table("quote_yes", r.QuoteYes, ("quote_id", "content_hash", "staff_id"), "quotes"),
    Table("company_approval", r.CompanyApproval, ("quote_id", "version", "contact_id"), "quotes"),
    Table("channel_state", r.ChannelState, ("channel_id",), "channels"),
    Table(
        "difference", r.Difference, ("id",), "channels", None, (("channel_id", "cause", "field"), ("asked",))
    ),
    Table("difference_day", r.DifferenceDay, ("channel_id", "day", "cause"), "channels"),
    Table("product_fault", r.ProductFault, ("variant_id", "kind"), "channels"),
    Table("routing_set", r.RoutingSet, ("number",), "channels"),
    Table("buyer_view", r.BuyerView, ("id",), "accounts", None, (("company_id", "at"), ("at",))),
    Table("task", r.Task, ("id",), "tasks", "place_id", (("place_id", "state"), ("fulfilment_id",))),
)

TABLE_BY_NAME: Mapping[str, Table] = {table.name: table for table in TABLES}
TABLE_BY_ROW: Mapping[type[Any], Table] = {table.row: table for table in TABLES}

CENTRAL_ONLY = frozenset(
    {
        "place",
        "channel",
        "tax_rate",
        "staff",
        "product",
        "variant",
        "barcode",
        "price",
        "price_list",
        "promotion",
        "customer_article",
        "word_key",
        "channel_state",
        "difference_day",
        "product_fault",
        "buyer_view",
    }
)
"""Tables that no action of a desk changes."""

# Buckets as they are stored in stock_level.bucket and movement.bucket.
SELLABLE, DAMAGED, DISPLAY, RETURNS_UNCHECKED, IN_TRANSIT = range(5)


RECENT = "recent"
"""The holder of persons whom no store needs any more and customer service may still be asked about."""

CLOSED = "closed"
"""The holder of persons whom no desk may know any longer."""


def scopes_of_desk(
    place_id: int, locations: tuple[int, ...], served: tuple[int, ...] = ()
) -> tuple[str, ...]:
    """The scopes a desk follows: what all need, its own people and work, the stock of ``locations``.

    ``served`` are the places whose customers and tasks a customer-service desk follows beside its own.
    """
    shared = ("places", "catalogue", "prices", "accounts", "orders", "transfers", "quotes", "channels")
    own = (f"desks:{place_id}", f"staff:{place_id}", f"day:{place_id}")
    followed = sorted({place_id, *served})
    work = tuple(f"{kind}:{place}" for kind in ("persons", "tasks", "contacts") for place in followed)
    recent = (f"persons:{RECENT}",) if served else ()
    return shared + own + work + recent + tuple(f"stock:{location}" for location in sorted(locations))
