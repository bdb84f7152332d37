"""What the people of a company looked at online, by article: how often, when, who, and on what consent."""

from dataclasses import dataclass

from storedesk.desk.moments import Look, Moment, days_between
from storedesk.domain.plain_text import NAME_SHOWN, clean_text
from storedesk.domain.records import BuyerView
from storedesk.storage import desk_activity_reads as reads
from storedesk.storage.desk_quote_reads import company_tree
from storedesk.storage.read_records import VariantHit
from storedesk.storage.row_reader import Driver

KEPT_DAYS, SHOWN_DAYS = 90, 14
DAY_MS = 86_400_000


@dataclass(frozen=True, slots=True)
class LookedRow:
    """``times`` in the days that are kept; ``days`` how often on each of the last 14, today last; ``who`` their
    names, empty where only the company is known."""

    variant_id: int
    name: str
    detail: str
    category: str
    times: int
    last: Moment
    who: tuple[str, ...]
    days: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class LookedAt:
    """``channels`` are those that shared it; ``agreed`` who said yes and when last, ``oldest`` the oldest look
    that is kept."""

    company_id: int
    rows: tuple[LookedRow, ...] = ()
    channels: tuple[str, ...] = ()
    agreed: tuple[tuple[str, Moment], ...] = ()
    oldest: Moment | None = None


def derive_looked_at(connection: Driver, company_id: int, look: Look) -> LookedAt:
    """What is older than 90 days is not shown, also where the desk has not heard yet that it is gone."""
    below = _with_below(connection, company_id)
    found = reads.looked_at(connection, below, look.now - KEPT_DAYS * DAY_MS)
    by_article: dict[int, list[BuyerView]] = {}
    for view in found.views:
        if view.variant_id in found.articles:
            by_article.setdefault(view.variant_id, []).append(view)
    names = {id_: clean_text(row.name, NAME_SHOWN) for id_, row in found.people.items()}
    shown = [view for views in by_article.values() for view in views]
    return LookedAt(
        company_id,
        tuple(_row(found.articles[id_], views, names, look) for id_, views in by_article.items()),
        tuple(sorted({found.channels.get(view.channel_id, "") for view in shown} - {""})),
        _agreed(shown, names, look),
        look.moment(min(view.at for view in shown)) if shown else None,
    )


def _row(hit: VariantHit, views: list[BuyerView], names: dict[int, str], look: Look) -> LookedRow:
    today = look.hours.local_day(look.now)
    days = [0] * SHOWN_DAYS
    for view in views:
        back = days_between(view.day, today)
        if 0 <= back < SHOWN_DAYS:
            days[-1 - back] += view.times
    who = dict.fromkeys(names[view.contact_id] for view in views if view.contact_id in names)
    words = (hit.variant.colour, hit.variant.size)
    return LookedRow(
        hit.variant.id, clean_text(hit.product.name, NAME_SHOWN), " · ".join(word for word in words if word),
        hit.product.category, sum(view.times for view in views), look.moment(max(view.at for view in views)),
        tuple(who), tuple(days),
    )  # fmt: skip


def _agreed(views: list[BuyerView], names: dict[int, str], look: Look) -> tuple[tuple[str, Moment], ...]:
    """Each person's latest yes, where the channel says when it was."""
    found: dict[str, int] = {}
    for view in views:
        name = names.get(view.contact_id or 0, "")
        if view.consented_at and name:
            found[name] = max(found.get(name, 0), view.consented_at)
    return tuple((name, look.moment(at)) for name, at in sorted(found.items()))


def _with_below(connection: Driver, company_id: int) -> tuple[int, ...]:
    below = {company_id}
    for row in company_tree(connection, company_id):
        if row.parent_id in below:
            below.add(row.id)
    return tuple(sorted(below))
