"""``POST /v1/activity``: what a channel's buyers looked at, proven by the channel's key, answered with counts."""

from collections.abc import Callable

import msgspec

from storedesk.hub.activity.keys import channel_of
from storedesk.hub.activity.take_views import take_activity
from storedesk.hub.bodies import BadBody, Packed, decode, pack
from storedesk.hub.database import Database
from storedesk.hub.service import Incoming
from storedesk.protocol.activity_wire import ACTIVITY_BYTES, ActivityReply, ActivitySent
from storedesk.protocol.wire import WireError
from storedesk.protocol.wire_errors import WireErrorNumber
from storedesk.storage.database_work import Connection, DatabaseTrouble

_decoder = msgspec.json.Decoder(ActivitySent)


class ActivityPosts:
    """Used on the event loop."""

    def __init__(self, database: Database, now: Callable[[], int], random_tag: Callable[[], int]) -> None:
        self._database, self._now, self._random_tag = database, now, random_tag

    async def take(self, incoming: Incoming) -> Packed:
        try:
            channel_id = await self._database.read(
                lambda connection: channel_of(connection, incoming.authorization)
            )
            if channel_id is None:
                return self._refused(WireErrorNumber.NOT_SIGNED, "no activity key that is in use")
            sent, now = decode(incoming.body, incoming.encoding, _decoder, ACTIVITY_BYTES), self._now()

            def work(connection: Connection) -> ActivityReply:
                return ActivityReply(take_activity(connection, channel_id, sent, now, self._random_tag))

            return pack(await self._database.write(work), incoming.accepted)
        except BadBody as bad:
            return self._refused(bad.number, bad.detail)
        except LookupError:
            return self._refused(WireErrorNumber.NOT_SIGNED, "the channel of this key is gone")
        except DatabaseTrouble as trouble:
            return self._refused(WireErrorNumber.BUSY, str(trouble))

    def _refused(self, number: WireErrorNumber, detail: str) -> Packed:
        return pack(WireError(number=number, detail=detail, now=self._now()), "")
