"""Notes what a channel shows of articles: title and whether they are listed; counts what it may not change."""

from collections.abc import Mapping

from storedesk.connectors.neutral import RemoteVariant
from storedesk.domain.master import LISTED as LISTED_FIELD
from storedesk.domain.master import TEXTS
from storedesk.hub.channels.intake import Intake
from storedesk.hub.channels.link_details import ProductThere
from storedesk.storage.channel_shown import LISTED, TITLE, Figure, Shown, field_shown, note_shown
from storedesk.storage.database_work import Connection
from storedesk.storage.refused_writes import count_refused

YES, NO = "1", "0"


def note_articles(
    connection: Connection,
    intake: Intake,
    local: Mapping[str, int],
    variants: Mapping[str, RemoteVariant],
    products: Mapping[str, ProductThere],
    master: bool,
) -> dict[str, int]:
    """Refused writes by field; ``local`` maps external ids to articles here."""
    titles: list[tuple[str, Figure]] = []
    listed: list[tuple[str, Figure]] = []
    for external_id, variant_id in local.items():
        record = variants[external_id]
        product = products.get(record.product_id or f"/{external_id}")
        if product is not None and product.title:
            titles.append((external_id, Figure(variant_id, TITLE, "", product.title)))
        shown = record.listed and (product is None or product.listed)
        listed.append((external_id, Figure(variant_id, LISTED, "", YES if shown else NO)))
    refused: dict[str, int] = {}
    if not intake.first:
        if not master:
            _refuse(connection, intake, TEXTS, titles, refused)
        if not intake.masters.may_write(intake.channel.code, LISTED_FIELD):
            _refuse(connection, intake, LISTED_FIELD, listed, refused)
    note_shown(connection, intake.channel.id, [figure for _, figure in (*titles, *listed)], intake.now)
    return refused


def _refuse(
    connection: Connection,
    intake: Intake,
    field: str,
    figures: list[tuple[str, Figure]],
    refused: dict[str, int],
) -> None:
    """A write from there is what differs from the last reading and is not what we told it ourselves."""
    if not figures:
        return
    ids = [figure.variant_id for _, figure in figures]
    before = field_shown(connection, intake.channel.id, ids, figures[0][1].field)
    written = [
        external_id
        for external_id, figure in figures
        if is_written_there(before.get((figure.variant_id, figure.about)), figure.value)
    ]
    if written:
        refused[field] = len(written)
        count_refused(connection, intake.channel.code, field, len(written), written[-1], intake.now)


def is_written_there(before: Shown | None, value: str) -> bool:
    """Whether somebody there changed it since it was last read; what was told by us is an echo."""
    return before is not None and value not in (before.value, before.pushed)
