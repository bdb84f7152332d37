"""Goods on their way between the sample shop's places, its tills' last sales, and what is lent to desks."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from storedesk.connectors.sample_shop import places as p
from storedesk.connectors.sample_shop.catalogue import Article
from storedesk.domain.document_number import document_number
from storedesk.domain.ids import derived_id
from storedesk.domain.records import Movement, Setting, StockLevel, TillFeed, Transfer, TransferLine
from storedesk.domain.tables import IN_TRANSIT

_MINUTE, _HOUR = 60_000, 3_600_000
_CODES = {p.GOTEBORG: "GBG", p.STOCKHOLM: "STO", p.MALMO: "MAL", p.JONKOPING: "JKP"}


class _Plan(NamedTuple):
    """``skus`` with their quantities; times in hours before now, None where it has not happened."""

    number: int
    from_id: int
    to_id: int
    state: str
    skus: tuple[tuple[str, int], ...]
    asked: int
    answered: int | None = None
    sent: int | None = None
    received: int | None = None
    note: str = ""


_PLANS = (
    _Plan(71, p.JONKOPING, p.GOTEBORG, "sent", (("ALV-2201-SKO-M", 3), ("ALV-2201-SVA-L", 2)), 30, 28, 6),
    _Plan(68, p.GOTEBORG, p.MALMO, "agreed", (("ALV-2201-SVA-M", 2), ("ALV-2201-GRA-M", 1)), 22, 20,
          note="For their shelf before Friday"),
    _Plan(74, p.GOTEBORG, p.STOCKHOLM, "asked", (("ALV-2201-SVA-S", 2),), 2),
    _Plan(75, p.MALMO, p.GOTEBORG, "asked", (("ALV-2201-TEG-S", 1),), 1),
    _Plan(59, p.MALMO, p.GOTEBORG, "received", (("ALV-2201-GRA-L", 2),), 80, 78, 74, 50),
)  # fmt: skip


def transfer_rows(articles: Sequence[Article], now: int) -> Iterator[Any]:
    """Transfers with their lines, and the level in transit of what has been sent and has not arrived."""
    by_sku = {article.variant.sku: article.variant.id for article in articles}
    for plan in _PLANS:
        row = _transfer(plan, now)
        yield row
        arrived = plan.received is not None
        for sku, quantity in plan.skus:
            sent = quantity if plan.sent is not None else 0
            yield TransferLine(row.id, by_sku[sku], quantity, sent, quantity if arrived else 0)
            if sent and not arrived:
                yield from _in_transit(plan.from_id, by_sku[sku], sent, row)


def till_feeds(now: int) -> Iterator[TillFeed]:
    """Every store's tills were heard of a few minutes ago; the warehouse has none."""
    for number, store in enumerate(p.STORES):
        yield TillFeed(store, now - (2 + 7 * number % 45) * _MINUTE)


def lending_settings() -> Iterator[Setting]:
    """Each store's desks are lent two units of what they ask for."""
    for store in p.STORES:
        yield Setting(store, "protected.units", "2")


def _transfer(plan: _Plan, now: int) -> Transfer:
    record = derived_id("sample transfer", str(plan.number))

    def before(hours: int | None) -> int | None:
        return None if hours is None else now - hours * _HOUR

    asked, answered, sent, received = (
        before(at) for at in (plan.asked, plan.answered, plan.sent, plan.received)
    )
    last = max(at for at in (asked, answered, sent, received) if at is not None)
    code = _CODES[plan.to_id]
    return Transfer(
        record, document_number(code, 1, plan.number, record), plan.from_id, plan.to_id, plan.state, "", "",
        asked or now, 1, f"{code}-1", None, sent, received, plan.note, last, answered, 1 if answered else 0,
        1 if sent else 0, 1 if received else 0,
    )  # fmt: skip


def _in_transit(place: int, variant: int, quantity: int, row: Transfer) -> Iterator[Any]:
    at = row.sent_at or row.changed_at
    yield StockLevel(place, variant, IN_TRANSIT, quantity, 0, 0, 0, None, "", at)
    name = derived_id("sample transit", row.id, str(variant))
    yield Movement(name, place, variant, IN_TRANSIT, quantity, "transfer_sent", "", 1, at)
