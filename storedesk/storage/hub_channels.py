"""Reads about channels and the master table, for whoever takes in what a channel brings."""

from collections.abc import Sequence

from storedesk.domain.master import SETTING, Masters, masters_from, text_of
from storedesk.domain.quantity import UNITS
from storedesk.domain.records import Channel, Price, Setting
from storedesk.domain.tables import TABLE_BY_NAME, Key
from storedesk.storage.channel_schema import channel_account
from storedesk.storage.database_work import Connection
from storedesk.storage.hub_rows import Tag, write_rows
from storedesk.storage.rows import Rows, Stored
from storedesk.storage.schema import HASH, SYNCED
from storedesk.storage.short_sql import ShortSql, select_from

CHAIN = 0
_CHANNEL_CODES = 'SELECT code FROM "channel" ORDER BY code'
_PLACE_CODES = 'SELECT code FROM "place" ORDER BY code'
_SETTINGS = select_from(channel_account, ("settings",), "channel_id = ?")
_CURRENCY = "SELECT currency FROM place GROUP BY currency ORDER BY count(*) DESC, currency LIMIT 1"
_DESKS = "SELECT 1 FROM device WHERE revoked = 0 LIMIT 1"
_ODD_UNITS = "SELECT id, unit FROM variant WHERE id IN ?* AND unit <> 'piece'"
_VARIANTS = "SELECT id FROM variant WHERE product_id IN ?*"
_PRICES = select_from(SYNCED["price"], [*TABLE_BY_NAME["price"].columns, HASH], "variant_id IN ?*")
_OTHERS = "SELECT 1 FROM channel_account WHERE channel_id <> ? AND state <> 'off' LIMIT 1"


def channel_of(connection: Connection, channel_id: int) -> Channel:
    """Raises LookupError."""
    stored = Rows(connection).get("channel", (channel_id,))
    if stored is None:
        raise LookupError(f"There is no channel {channel_id}")
    found: Channel = stored.row
    return found


def masters_text(connection: Connection) -> str:
    """The chain's master table as JSON, empty where nobody has set one."""
    stored = Rows(connection).get("setting", (CHAIN, SETTING))
    return "" if stored is None else str(stored.row.value)


def masters_of(connection: Connection) -> Masters:
    """Raises MasterTableWrong."""
    return masters_from(masters_text(connection))


def set_masters(connection: Connection, masters: Masters, random_tag: Tag) -> None:
    """The whole table, for everybody who reads it from now on."""
    write_rows(connection, [Setting(CHAIN, SETTING, text_of(masters))], random_tag)


def known_codes(connection: Connection) -> tuple[list[str], list[str]]:
    """The codes of all channels and of all places."""
    sql = ShortSql(connection)
    return [row[0] for row in sql.all(_CHANNEL_CODES)], [row[0] for row in sql.all(_PLACE_CODES)]


def account_settings(connection: Connection, channel_id: int) -> str:
    """A channel's settings as JSON."""
    found = ShortSql(connection).first(_SETTINGS, channel_id)
    return "{}" if found is None else str(found[0])


def chain_currency(connection: Connection) -> str:
    """What most places use, empty where there is no place."""
    found = ShortSql(connection).first(_CURRENCY)
    return "" if found is None else str(found[0])


def has_followers(connection: Connection, channel_id: int) -> bool:
    """Whether a desk or another channel has to hear of each changed row."""
    sql = ShortSql(connection)
    return sql.first(_DESKS) is not None or sql.first(_OTHERS, channel_id) is not None


def steps_of(connection: Connection, variant_ids: Sequence[int]) -> dict[int, int]:
    """How many smallest steps make one, of those articles that are not counted in whole pieces."""
    found = ShortSql(connection).all(_ODD_UNITS, list(variant_ids))
    return {id_: UNITS[unit].step for id_, unit in found if unit in UNITS}


def variants_of_products(connection: Connection, product_ids: Sequence[int]) -> list[int]:
    return [int(found[0]) for found in ShortSql(connection).all(_VARIANTS, list(product_ids))]


def prices_of(connection: Connection, variant_ids: Sequence[int]) -> dict[Key, Stored]:
    """Every price row of these articles."""
    found = ShortSql(connection).all(_PRICES, list(variant_ids))
    key_of = TABLE_BY_NAME["price"].key_of
    return {key_of(values): Stored(Price(*values[:-1]), values[-1]) for values in found}
