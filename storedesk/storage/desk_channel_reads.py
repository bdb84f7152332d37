"""Reading how the channels are and what differs on them, with the articles and places that it is about."""

from dataclasses import dataclass

from storedesk.actions.channel_work import CHAIN, check_setting
from storedesk.domain.records import (
    Channel,
    ChannelState,
    Company,
    Difference,
    DifferenceDay,
    Product,
    ProductFault,
    Setting,
    StockLevel,
    Variant,
)
from storedesk.domain.tables import SELLABLE
from storedesk.storage.desk_transfer_reads import place_names
from storedesk.storage.row_reader import Driver, one, select, select_in

MOST, MOST_FAULTS = 5_000, 2_000


@dataclass(frozen=True, slots=True)
class ChannelsRecord:
    """``articles`` are variants with their products by variant id; ``levels`` what is sellable by variant and place;
    ``companies`` names by id; ``asked_at`` is when a check of all was last asked for (UTC ms), 0 for never."""

    channels: tuple[tuple[Channel, ChannelState], ...]
    differences: tuple[Difference, ...]
    days: tuple[DifferenceDay, ...]
    faults: tuple[ProductFault, ...]
    articles: dict[int, tuple[Variant, Product | None]]
    levels: dict[tuple[int, int], StockLevel]
    places: dict[int, str]
    companies: dict[int, str]
    asked_at: int


def channels_record(connection: Driver, since_day: str) -> ChannelsRecord:
    """The dearest differences and the worst faults, daily figures from ``since_day`` (local date) on."""
    states = {row.channel_id: row for row in select(connection, ChannelState, "1 = 1")}
    channels = select_in(connection, Channel, "id", states)
    differences = select(connection, Difference, "1 = 1 ORDER BY cost DESC, id LIMIT ?", MOST)
    faults = select(connection, ProductFault, "1 = 1 ORDER BY weight DESC, variant_id LIMIT ?", MOST_FAULTS)
    about = {row.variant_id for row in differences if row.variant_id is not None}
    about |= {row.variant_id for row in faults}
    stock = {row.variant_id for row in differences if row.field == "stock" and row.variant_id is not None}
    contracts = {
        int(row.about) for row in differences if row.field == "contract_price" and row.about.isdecimal()
    }
    levels = select_in(connection, StockLevel, "variant_id", stock)
    asked = one(connection, Setting, "place_id = ? AND name = ?", CHAIN, check_setting(0))
    return ChannelsRecord(
        tuple((row, states[row.id]) for row in sorted(channels, key=lambda row: row.id)),
        tuple(differences),
        tuple(select(connection, DifferenceDay, "day >= ? ORDER BY day", since_day)),
        tuple(faults),
        _articles(connection, about),
        {(row.variant_id, row.location_id): row for row in levels if row.bucket == SELLABLE},
        place_names(connection),
        {row.id: row.name for row in select_in(connection, Company, "id", contracts)},
        int(asked.value) if asked is not None and asked.value.isdecimal() else 0,
    )


def _articles(connection: Driver, wanted: set[int]) -> dict[int, tuple[Variant, Product | None]]:
    variants = select_in(connection, Variant, "id", wanted)
    products = {
        row.id: row for row in select_in(connection, Product, "id", {row.product_id for row in variants})
    }
    return {row.id: (row, products.get(row.product_id)) for row in variants}
