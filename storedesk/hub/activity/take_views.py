"""Adds up what buyers looked at by person, article and local day; what has no consent is counted and dropped."""

import hashlib
import hmac
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from storedesk.domain.ids import derived_id
from storedesk.domain.records import BuyerView, Channel, CompanyContact
from storedesk.domain.wall_clock import TimeOutOfRange, local_time, zone_named
from storedesk.hub.channels.link_details import contact_of
from storedesk.protocol.activity_wire import ActivitySent, ViewSent
from storedesk.storage import activity_rows
from storedesk.storage.activity_rows import CountedView
from storedesk.storage.channel_links import COMPANY, CUSTOMER, VARIANT, Link, links_of
from storedesk.storage.customer_marks import secret_of
from storedesk.storage.database_work import Connection
from storedesk.storage.feed_writer import FeedWriter
from storedesk.storage.hub_account_reads import standing_company
from storedesk.storage.hub_channels import channel_of, has_followers
from storedesk.storage.hub_rows import one_at_a_time
from storedesk.storage.outside_rows import OutsideRows
from storedesk.storage.rows import Rows

KEPT_DAYS = 90
DAY_MS, AHEAD_MS = 86_400_000, 300_000
TAKEN, REPEATED, NO_CONSENT, UNKNOWN_BUYER, UNKNOWN_ARTICLE, TOO_OLD, NOT_YET, UNREADABLE, DELETED = (
    "taken", "repeated", "no_consent", "unknown_buyer", "unknown_article", "too_old", "not_yet", "unreadable",
    "deleted",
)  # fmt: skip
Buyer = tuple[int, int | None]
"""A company and the person of it, None where only the company is known."""


class _Look(NamedTuple):
    buyer: Buyer
    variant_id: int
    at: int
    consented_at: int


def take_activity(
    connection: Connection, channel_id: int, sent: ActivitySent, now: int, random_tag: Callable[[], int]
) -> dict[str, int]:
    """Within the caller's transaction; how many views came to each outcome. Raises LookupError without the
    channel."""
    one_at_a_time(connection)
    channel = channel_of(connection, channel_id)
    counts: Counter[str] = Counter()
    withdrawn = _contacts(connection, channel, sent.withdrawn)
    looks = [
        one for one in _looks(connection, channel, sent.views, now, counts) if one.buyer[1] not in withdrawn
    ]
    fresh = _not_counted_yet(connection, channel, looks, random_tag, counts)
    out = OutsideRows(connection, random_tag, follows=has_followers(connection, channel_id))
    rows = _rows(channel, fresh, zone=activity_rows.chain_zone(connection))
    there = out.read("buyer_view", [(row.id,) for row in rows])
    out.put(
        "buyer_view", there, [_added(row, there[row.id,].row) if (row.id,) in there else row for row in rows]
    )
    gone = activity_rows.delete_views_of(connection, withdrawn)
    out.write()
    if gone:
        feed = FeedWriter(connection, random_tag)
        feed.note(gone)
        feed.write()
    counts[DELETED] = len(gone)
    day = datetime.fromtimestamp(now / 1000, UTC).date().isoformat()
    activity_rows.count_views(connection, channel_id, day, counts)
    return {outcome: number for outcome, number in sorted(counts.items()) if number}


def _contacts(connection: Connection, channel: Channel, external_ids: Iterable[str]) -> list[int]:
    links = links_of(connection, channel.id, CUSTOMER, list(set(external_ids)))
    return sorted({contact_of(link.detail) for link in links.values()} - {0})


def _looks(
    connection: Connection, channel: Channel, views: Sequence[ViewSent], now: int, counts: Counter[str]
) -> Iterable[_Look]:
    agreed = [one for one in views if one.consent]
    counts[NO_CONSENT] += len(views) - len(agreed)
    people = links_of(connection, channel.id, CUSTOMER, list({one.contact for one in agreed} - {""}))
    companies = links_of(connection, channel.id, COMPANY, list({one.company for one in agreed} - {""}))
    articles = links_of(connection, channel.id, VARIANT, list({one.variant for one in agreed} - {""}))
    skus = activity_rows.variants_with(
        connection, list({one.sku for one in agreed if not one.variant} - {""})
    )
    buyers: dict[tuple[str, str], Buyer | None] = {}
    for one in agreed:
        who = (one.contact, "" if one.contact else one.company)
        if who not in buyers:
            buyers[who] = _buyer(connection, people.get(one.contact), companies.get(one.company), one)
        buyer, at = buyers[who], moment_in(one.at)
        link = articles.get(one.variant)
        variant_id = skus.get(one.sku, 0) if not one.variant else int(link.local_id or 0) if link else 0
        problem = _problem(at, now, buyer, variant_id)
        if problem or at is None or buyer is None:
            counts[problem] += 1
        else:
            yield _Look(buyer, variant_id, at, moment_in(one.consent_at) or 0)


def _problem(at: int | None, now: int, buyer: Buyer | None, variant_id: int) -> str:
    if at is None:
        return UNREADABLE
    if at <= now - KEPT_DAYS * DAY_MS:
        return TOO_OLD
    if at > now + AHEAD_MS:
        return NOT_YET
    return UNKNOWN_BUYER if buyer is None else "" if variant_id else UNKNOWN_ARTICLE


def _buyer(connection: Connection, person: Link | None, company: Link | None, view: ViewSent) -> Buyer | None:
    """A person who is not known to belong to a company is nobody's buyer."""
    if view.contact:
        contact_id = contact_of(person.detail) if person is not None and person.local_id else 0
        stored = Rows(connection).get("company_contact", (contact_id,)) if contact_id else None
        if stored is None:
            return None
        contact: CompanyContact = stored.row
        found = standing_company(connection, contact.company_id) if contact.active else None
        return None if found is None else (found.id, contact.id)
    found = (
        standing_company(connection, int(company.local_id))
        if company is not None and company.local_id
        else None
    )
    return None if found is None else (found.id, None)


def _not_counted_yet(
    connection: Connection,
    channel: Channel,
    looks: list[_Look],
    random_tag: Callable[[], int],
    counts: Counter[str],
) -> list[_Look]:
    secret = secret_of(connection, random_tag)
    marked = {_mark(secret, channel, look): look for look in looks}
    known = activity_rows.known_marks(connection, list(marked))
    fresh = {mark: look for mark, look in marked.items() if mark not in known}
    activity_rows.put_marks(
        connection, [CountedView(mark, look.buyer[1] or 0, look.at) for mark, look in sorted(fresh.items())]
    )
    counts[TAKEN] += len(fresh)
    counts[REPEATED] += len(looks) - len(fresh)
    return list(fresh.values())


def _mark(secret: bytes, channel: Channel, look: _Look) -> str:
    text = "\0".join(map(str, ("view", channel.id, *look.buyer, look.variant_id, look.at)))
    return hmac.new(secret, text.encode(), hashlib.sha256).hexdigest()[:32]


def _rows(channel: Channel, looks: Iterable[_Look], zone: str) -> list[BuyerView]:
    """One for each buyer, article and local day."""
    wall = zone_named(zone)
    rows: dict[str, BuyerView] = {}
    for look in looks:
        (company_id, contact_id), day = look.buyer, local_time(look.at, wall).date().isoformat()
        id_ = derived_id(
            "buyer view", channel.code, str(company_id), str(contact_id), str(look.variant_id), day
        )
        row = BuyerView(
            id_, company_id, contact_id, channel.id, look.variant_id, day, look.at, 1, look.consented_at
        )
        rows[id_] = _added(row, rows[id_]) if id_ in rows else row
    return list(rows.values())


def _added(row: BuyerView, before: BuyerView) -> BuyerView:
    return row._replace(
        at=max(row.at, before.at),
        times=row.times + before.times,
        consented_at=max(row.consented_at, before.consented_at),
    )


def moment_in(text: str) -> int | None:
    """UTC ms of a time with an offset in ISO 8601; None for anything else."""
    try:
        found = datetime.fromisoformat(text.strip())
        if found.tzinfo is None:
            return None
        moment = int(found.timestamp() * 1000)
        local_time(moment, zone_named("UTC"))
    except (ValueError, OverflowError, TimeOutOfRange):
        return None
    return moment
