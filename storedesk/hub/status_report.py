"""How the hub's desks are, as values: connected, gone, silent in opening hours, not sending, work that is parked."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from storedesk.domain.opening_hours import OpeningHours
from storedesk.domain.records import Place
from storedesk.domain.sync_alarm import does_not_send, is_connected, is_silent
from storedesk.storage.database_work import Connection
from storedesk.storage.desk_lines import HeardDesk, heard_desks, parked_by_desk
from storedesk.storage.feed_writer import FeedWriter
from storedesk.storage.hub_places import instance, place


class DeskState(StrEnum):
    """The worst that is known of a desk, the last ones needing somebody."""

    NEVER = "never heard"
    CONNECTED = "connected"
    AWAY = "away"
    SILENT = "silent in opening hours"
    STUCK = "connected, does not send"


@dataclass(frozen=True, slots=True)
class DeskStatus:
    """Times in UTC ms, None where there is none; ``forks`` counts how often the desk's data was in use twice."""

    desk: str
    place: str
    state: DeskState
    seen_at: int | None
    unsent_at: int | None
    parked: int
    forks: int = 0

    @property
    def needs_somebody(self) -> bool:
        return self.parked > 0 or self.state in (DeskState.SILENT, DeskState.STUCK)


@dataclass(frozen=True, slots=True)
class HubStatus:
    instance: str
    now: int
    head: int
    desks: tuple[DeskStatus, ...]


def hub_status(connection: Connection, now: int) -> HubStatus:
    """``now`` is the hub's clock in UTC milliseconds."""
    desks = desk_states(connection, now, parked_by_desk(connection))
    return HubStatus(instance(connection), now, FeedWriter.head(connection).position, desks)


def desk_states(connection: Connection, now: int, parked: Mapping[str, int]) -> tuple[DeskStatus, ...]:
    """Every desk in use; ``parked`` counts by the desk's code what the hub keeps unread."""
    places: dict[int, tuple[Place, OpeningHours]] = {}
    desks = []
    for heard in heard_desks(connection):
        if heard.place_id not in places:
            row = place(connection, heard.place_id)
            places[row.id] = row, OpeningHours.from_text(row.zone, row.weekly, row.exceptions)
        row, hours = places[heard.place_id]
        line, state = heard.line, state_of(heard, hours, now)
        seen, unsent = (None, None) if line is None else (line.seen_at, line.unsent_at)
        desks.append(
            DeskStatus(heard.code, row.code, state, seen, unsent, parked.get(heard.code, 0), heard.forks)
        )
    return tuple(desks)


def state_of(heard: HeardDesk, hours: OpeningHours, now: int) -> DeskState:
    line = heard.line
    if line is None:
        return DeskState.NEVER
    if does_not_send(line, now):
        return DeskState.STUCK
    if is_connected(line.seen_at, now):
        return DeskState.CONNECTED
    return DeskState.SILENT if is_silent(hours, line.seen_at, now) else DeskState.AWAY
