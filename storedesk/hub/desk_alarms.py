"""Writes into the hub's log which desks need somebody: once when it begins and once when it is over."""

from collections.abc import Callable

from storedesk.hub.request_log import Log
from storedesk.hub.status_report import desk_states
from storedesk.storage.database_work import Connection

Mind = Callable[[Connection, int], int]


class DeskAlarms:
    """Looks at the desks each time the hub minds what time does; used by one thread at a time."""

    def __init__(self, mind: Mind, log: Log) -> None:
        self._mind, self._log = mind, log
        self._told: dict[str, str] = {}

    def mind(self, connection: Connection, now: int) -> int:
        """Does ``mind``, then tells what is new about the desks; ``now`` in UTC milliseconds."""
        position = self._mind(connection, now)
        worried = {one.desk: str(one.state) for one in desk_states(connection, now, {}) if one.needs_somebody}
        for desk, state in worried.items():
            if self._told.get(desk) != state:
                self._log.warning("desk needs somebody", desk=desk, state=state)
        for desk in self._told.keys() - worried.keys():
            self._log.info("desk is well again", desk=desk)
        self._told = worried
        return position
