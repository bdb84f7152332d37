"""What a channel's runner does about differences each round: take over what was asked for, compare when it is time."""

from collections.abc import Awaitable, Callable
from functools import partial

from storedesk.actions.channel_work import CHAIN, check_setting
from storedesk.domain.records import Channel, ChannelState, Setting
from storedesk.hub.channels.compare import Tag, compare_channel
from storedesk.hub.channels.reading import Reader
from storedesk.hub.channels.repair import asked_for, take_theirs
from storedesk.hub.database import Database
from storedesk.storage import difference_rows as stored
from storedesk.storage.database_work import Connection

EVERY_MS = 15 * 60_000


async def difference_round(
    database: Database,
    open_reader: Callable[[], Awaitable[Reader]],
    channel_id: int,
    now: int,
    random_tag: Tag,
) -> bool:
    """Whether it was compared: every 15 minutes, when staff ask, to end a broken-off pass, and after a take-over. The
    channel is only read for what is to be taken over; raises what opening and reading it raise, and
    MasterTableWrong."""
    channel: Channel | None = await database.read(partial(_channel, channel_id=channel_id))
    if channel is None:
        return False
    due = await database.read(partial(is_due, channel_id=channel_id, now=now))
    if due:
        await compare_channel(database, channel, now, random_tag)
    if not (await database.read(partial(asked_for, channel=channel))).rows:
        return due
    await take_theirs(database, await open_reader(), channel, now, random_tag)
    await compare_channel(database, channel, now, random_tag)
    return True


def _channel(connection: Connection, channel_id: int) -> Channel | None:
    found: Channel | None = stored.row_of(connection, "channel", channel_id)
    return found


def is_due(connection: Connection, channel_id: int, now: int) -> bool:
    state: ChannelState | None = stored.row_of(connection, "channel_state", channel_id)
    checked = 0 if state is None else state.checked_at or 0
    if now - checked >= EVERY_MS or stored.progress_of(connection, channel_id) is not None:
        return True
    names = (check_setting(0), check_setting(channel_id))
    asked: list[Setting | None] = [stored.row_of(connection, "setting", CHAIN, name) for name in names]
    return any(one is not None and one.value.isdecimal() and int(one.value) > checked for one in asked)
