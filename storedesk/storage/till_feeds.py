"""The SQL of when each place's tills were last heard of, and how long silence is borne there."""

from typing import NamedTuple

from storedesk.domain.records import Place, TillFeed
from storedesk.domain.till_silence import SETTING, SilenceRule, rule_from
from storedesk.storage.database_work import Connection
from storedesk.storage.rows import Rows
from storedesk.storage.schema import SYNCED
from storedesk.storage.short_sql import ShortSql, select_from

_FEEDS = select_from(SYNCED["till_feed"], TillFeed._fields) + " ORDER BY location_id"
_RULES = select_from(SYNCED["setting"], ("place_id", "value"), "name = ?")
CHAIN = 0


class HeardTills(NamedTuple):
    """A place whose tills have been heard of, with the rule that holds there."""

    place: Place
    last_sale_at: int
    rule: SilenceRule


def heard_tills(connection: Connection) -> list[HeardTills]:
    """Every place whose tills ever spoke, by number."""
    sql = ShortSql(connection)
    feeds = [TillFeed(*row) for row in sql.all(_FEEDS)]
    rules = {place_id: rule_from(value) for place_id, value in sql.all(_RULES, SETTING)}
    usual = rules.get(CHAIN, SilenceRule())
    places = Rows(connection).get_many("place", [(feed.location_id,) for feed in feeds])
    return [
        HeardTills(places[(feed.location_id,)].row, feed.last_sale_at, rules.get(feed.location_id, usual))
        for feed in feeds
        if feed.last_sale_at is not None and (feed.location_id,) in places
    ]
