"""What a channel keeps back at each place: its buffer or that of a category, grown while the place's tills are silent."""

from functools import cache

from storedesk.domain.opening_hours import BadOpeningHours, OpeningHours, UnknownZone
from storedesk.domain.records import Channel
from storedesk.domain.till_silence import SETTING, SilenceRule, rule_from, silent_buffer, silent_minutes
from storedesk.storage.database_work import Connection
from storedesk.storage.schema import SYNCED
from storedesk.storage.short_sql import ShortSql

_SET = f'SELECT place_id, name, value FROM "{SYNCED["setting"].name}" WHERE substr(name, 1, ?) = ?'
_RULES = f'SELECT place_id, value FROM "{SYNCED["setting"].name}" WHERE name = ?'
_TILLS = (
    "SELECT t.location_id, t.last_sale_at, p.zone, p.weekly, p.exceptions "
    f'FROM "{SYNCED["till_feed"].name}" t JOIN "{SYNCED["place"].name}" p ON p.id = t.location_id'
)
CHAIN = 0


def buffer_setting(channel_code: str, category: str) -> str:
    """The name of the setting, of a place or the chain, that holds a category's buffer in smallest steps."""
    return f"buffer:{channel_code}:{category}"


class Buffers:
    """What was read at one moment (``now``, UTC ms)."""

    def __init__(self, connection: Connection, channel: Channel, now: int) -> None:
        self._channel = channel
        sql, first = ShortSql(connection), buffer_setting(channel.code, "")
        rows = sql.all(_SET, len(first), first)
        self._set = {(place, name): int(value) for place, name, value in rows if value.isdecimal()}
        self.quiet = _silent_units(sql, now)
        """How many units more stay back at each place whose tills are silent."""
        self.of = cache(self._of)

    def _of(self, place_id: int, category: str, step: int) -> int:
        """Smallest steps (``step`` to a unit) that stay back of an article of the category at the place."""
        name = buffer_setting(self._channel.code, category)
        base = self._set.get((place_id, name), self._set.get((CHAIN, name), self._channel.buffer))
        return base + self.quiet.get(place_id, 0) * step


def _silent_units(sql: ShortSql, now: int) -> dict[int, int]:
    rules = {place: rule_from(value) for place, value in sql.all(_RULES, SETTING)}
    found = {}
    for place_id, last_sale_at, *texts in sql.all(_TILLS):
        hours = _hours(*texts)
        rule = rules.get(place_id, rules.get(CHAIN, SilenceRule()))
        more = 0 if hours is None else silent_buffer(0, silent_minutes(last_sale_at, hours, now), rule)
        if more:
            found[place_id] = more
    return found


@cache
def _hours(zone: str, weekly: str, exceptions: str) -> OpeningHours | None:
    try:
        return OpeningHours.from_text(zone, weekly, exceptions)
    except (BadOpeningHours, UnknownZone):
        return None
