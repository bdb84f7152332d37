"""``POST /v1/till/sales``: lines of a place's tills, proven by the place's key, answered line by line."""

from collections import Counter
from collections.abc import Callable

import msgspec

from storedesk.connectors.till_files import line_of
from storedesk.domain.till_line import TillLine
from storedesk.hub.bodies import BadBody, Packed, decode, pack
from storedesk.hub.database import Database
from storedesk.hub.service import Incoming
from storedesk.hub.tills.keys import key_of, note_used
from storedesk.hub.tills.take_sales import Outcome, take_sales
from storedesk.protocol.till_wire import TILL_BYTES, TillOutcome, TillReply, TillSales
from storedesk.protocol.wire import WireError
from storedesk.protocol.wire_errors import WireErrorNumber
from storedesk.storage.database_work import Connection, DatabaseTrouble

_decoder = msgspec.json.Decoder(TillSales)


class TillPosts:
    """Used on the event loop."""

    def __init__(self, database: Database, now: Callable[[], int], random_tag: Callable[[], int]) -> None:
        self._database, self._now, self._random_tag = database, now, random_tag

    async def take(self, incoming: Incoming) -> Packed:
        try:
            key = await self._database.read(lambda connection: key_of(connection, incoming.authorization))
            if key is None:
                return self._refused(WireErrorNumber.NOT_SIGNED, "no till key that is in use")
            sales = decode(incoming.body, incoming.encoding, _decoder, TILL_BYTES)
            now = self._now()
            lines = [line_of(sale, key.place_id) for sale in sales.lines]

            def work(connection: Connection) -> tuple[Outcome, ...]:
                again = key_of(connection, incoming.authorization)
                if again is not None:
                    note_used(connection, again, now)
                return take_sales(connection, lines, now, self._random_tag).outcomes

            outcomes = await self._database.write(work)
            return pack(_reply(lines, outcomes), incoming.accepted)
        except BadBody as bad:
            return self._refused(bad.number, bad.detail)
        except DatabaseTrouble as trouble:
            return self._refused(WireErrorNumber.BUSY, str(trouble))

    def _refused(self, number: WireErrorNumber, detail: str) -> Packed:
        return pack(WireError(number=number, detail=detail, now=self._now()), "")


def _reply(lines: list[TillLine], outcomes: tuple[Outcome, ...]) -> TillReply:
    told = tuple(
        TillOutcome(line.till, line.receipt, line.line, line.kind, *outcome)
        for line, outcome in zip(lines, outcomes, strict=True)
    )
    return TillReply(dict(sorted(Counter(one.outcome for one in told).items())), told)
