"""Reading on a desk what the people of a company looked at online."""

from typing import NamedTuple

from storedesk.domain.records import BuyerView, Company, CompanyContact, Product, Variant
from storedesk.storage.read_records import VariantHit
from storedesk.storage.row_reader import Driver, select, select_in

MOST_VIEWS = 2_000


class LookedRecords(NamedTuple):
    """Views with their articles and people by number; an article this desk does not hold is left out."""

    views: tuple[BuyerView, ...]
    articles: dict[int, VariantHit]
    people: dict[int, CompanyContact]
    channels: dict[int, str]


def looked_at(connection: Driver, company_ids: tuple[int, ...], since: int) -> LookedRecords:
    """Views since a time (UTC ms), the latest first; those of accounts merged into these count as theirs."""
    merged = select_in(connection, Company, "merged_into", company_ids)
    ids = sorted({*company_ids, *(row.id for row in merged)})
    found = [view for view in select_in(connection, BuyerView, "company_id", ids) if view.at >= since]
    views = tuple(sorted(found, key=lambda view: (-view.at, view.id))[:MOST_VIEWS])
    variants = select_in(connection, Variant, "id", {view.variant_id for view in views})
    products = {
        one.id: one for one in select_in(connection, Product, "id", {one.product_id for one in variants})
    }
    people = select_in(
        connection, CompanyContact, "id", {view.contact_id for view in views if view.contact_id}
    )
    names = connection.execute("SELECT id, name FROM channel").fetchall()
    return LookedRecords(
        views,
        {one.id: VariantHit(one, products[one.product_id]) for one in variants if one.product_id in products},
        {one.id: one for one in people},
        {int(id_): str(name) for id_, name in names},
    )


def article(connection: Driver, variant_id: int) -> VariantHit | None:
    variants = select(connection, Variant, "id = ?", variant_id)
    products = select(connection, Product, "id = ?", variants[0].product_id) if variants else []
    return VariantHit(variants[0], products[0]) if products else None
