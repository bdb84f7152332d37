"""The hub's addresses for trying routing rules out: why this store by a draft, and what if."""

from collections.abc import Awaitable, Callable
from typing import Protocol

import msgspec

from storedesk.actions.action import Act
from storedesk.actions.rights import may
from storedesk.domain.routing_rules import RoutingWrong
from storedesk.hub.bodies import BadBody, Packed, decode, pack
from storedesk.hub.database import Database
from storedesk.hub.what_if import Busy, WhatIfs
from storedesk.hub.why_order import AskedWhy, why_order
from storedesk.protocol.routing_wire import ROUTING_BYTES, WhatIfAsked, WhatIfTold, WhyAsked
from storedesk.protocol.wire import OrderWhy, WireError
from storedesk.protocol.wire_errors import WireErrorNumber
from storedesk.storage.database_work import Connection, DatabaseTrouble
from storedesk.storage.rows import Rows
from storedesk.storage.state_view import StateView

PERMISSION = "channel.repair"
_why_decoder = msgspec.json.Decoder(WhyAsked)
_what_if_decoder = msgspec.json.Decoder(WhatIfAsked)


class Asking(Protocol):
    """A request of a device whose proof holds."""

    @property
    def body(self) -> bytes: ...

    @property
    def encoding(self) -> str: ...

    @property
    def accepted(self) -> str: ...


class RoutingCalls:
    """The caller has proven the device; ``seconds`` is a clock that only goes on."""

    def __init__(self, database: Database, now: Callable[[], int], seconds: Callable[[], float]) -> None:
        self._database, self._now = database, now
        self._runs = WhatIfs(database, seconds)

    async def why(self, incoming: Asking, place_id: int) -> Packed:
        """A dry run by a draft, for a person who may look at orders at the device's place."""

        async def answer() -> OrderWhy | WireError:
            asked = decode(incoming.body, incoming.encoding, _why_decoder, ROUTING_BYTES)
            who = AskedWhy(place_id, asked.staff, asked.number, asked.rules)
            now = self._now()
            return await self._database.read(lambda connection: why_order(connection, who, now))

        return await self._packed(incoming, answer)

    async def what_if(self, incoming: Asking, place_id: int, device_id: str) -> Packed:
        """Begins a run of what if, or says how far it is, for a person who may change the rules."""

        async def answer() -> WhatIfTold | WireError:
            asked = decode(incoming.body, incoming.encoding, _what_if_decoder, ROUTING_BYTES)
            now = self._now()

            def allowed(connection: Connection) -> bool:
                act = Act("", PERMISSION, None, asked.staff, place_id, "")
                return may(StateView(Rows(connection)), act, PERMISSION, now)

            if not await self._database.read(allowed):
                return self._error(WireErrorNumber.SCOPE_NOT_ALLOWED)
            return await self._runs.ask(device_id, asked, now)

        return await self._packed(incoming, answer)

    async def close(self) -> None:
        await self._runs.close()

    async def _packed(
        self, incoming: Asking, answer: Callable[[], Awaitable[OrderWhy | WhatIfTold | WireError]]
    ) -> Packed:
        try:
            return pack(await answer(), incoming.accepted)
        except BadBody as bad:
            return pack(self._error(bad.number, bad.detail), incoming.accepted)
        except RoutingWrong as wrong:
            return pack(self._error(WireErrorNumber.UNREADABLE, str(wrong)), incoming.accepted)
        except (Busy, DatabaseTrouble) as trouble:
            return pack(self._error(WireErrorNumber.BUSY, str(trouble)), incoming.accepted)

    def _error(self, number: WireErrorNumber, detail: str = "") -> WireError:
        return WireError(number=number, detail=detail, now=self._now())
