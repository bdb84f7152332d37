"""Hears what a channel has no more: links stay, and what it shows of them is noted as not there."""

from collections.abc import Sequence

from storedesk.hub.channels.intake import Intake
from storedesk.hub.channels.link_details import PlaceThere, VariantThere, detail_of, there_of
from storedesk.storage import channel_shown
from storedesk.storage.channel_links import PLACE, PRODUCT, STOCK, VARIANT, links_of, links_to, put_links
from storedesk.storage.channel_shown import Figure, field_shown, forget_field, note_shown
from storedesk.storage.database_work import Connection
from storedesk.storage.hub_channels import variants_of_products


def products_gone(connection: Connection, intake: Intake, external_ids: Sequence[str]) -> None:
    """``external_ids`` of products or variants: delisted there. Nothing is deleted here."""
    channel = intake.channel.id
    gone = {
        link.local_id: ""
        for link in links_of(connection, channel, VARIANT, external_ids).values()
        if link.local_id
    }
    products = links_of(connection, channel, PRODUCT, external_ids)
    below = variants_of_products(
        connection, [int(link.local_id) for link in products.values() if link.local_id]
    )
    for local_id, links in links_to(connection, channel, VARIANT, [str(one) for one in below]).items():
        if any(there_of(link.detail, VariantThere).product_id in products for link in links):
            gone[local_id] = ""
    figures = [Figure(int(local_id), channel_shown.LISTED, "", "0") for local_id in gone]
    note_shown(connection, channel, figures, intake.now)


def levels_gone(connection: Connection, intake: Intake, external_ids: Sequence[str]) -> None:
    """``external_ids`` are stock ids: nothing of them can be bought there any more."""
    links = links_of(connection, intake.channel.id, STOCK, external_ids)
    ids = [int(link.local_id) for link in links.values() if link.local_id]
    shown = field_shown(connection, intake.channel.id, ids, channel_shown.STOCK)
    figures = [Figure(variant_id, channel_shown.STOCK, about, "0") for variant_id, about in shown]
    note_shown(connection, intake.channel.id, figures, intake.now)


def prices_gone(connection: Connection, intake: Intake, external_ids: Sequence[str]) -> None:
    """``external_ids`` of variants: no price is shown there."""
    channel = intake.channel.id
    links = links_of(connection, channel, STOCK, external_ids) | links_of(
        connection, channel, VARIANT, external_ids
    )
    ids = [int(link.local_id) for link in links.values() if link.local_id]
    forget_field(connection, channel, ids, channel_shown.PRICE)


def places_gone(connection: Connection, intake: Intake, external_ids: Sequence[str]) -> None:
    """The link says that the place is active there no more."""
    links = links_of(connection, intake.channel.id, PLACE, external_ids)
    changed = []
    for link in links.values():
        there = there_of(link.detail, PlaceThere)
        ended = PlaceThere(there.name, there.pickup, active=False, problem=there.problem)
        changed.append(link._replace(detail=detail_of(ended)))
    put_links(connection, intake.channel.id, PLACE, changed)
