"""Reading the sets of routing rules on a desk, with the names they speak of."""

from dataclasses import dataclass

from storedesk.domain.records import Channel, Place, RoutingSet
from storedesk.domain.routing_rules import SETTING
from storedesk.storage.handover_reads import setting_of
from storedesk.storage.row_reader import Driver, select

_CHAIN = 0


@dataclass(frozen=True, slots=True)
class RoutingRecord:
    """``setting`` are the rules in force as JSON, empty for the usual ones."""

    setting: str
    sets: tuple[RoutingSet, ...]
    places: tuple[Place, ...]
    channels: tuple[Channel, ...]


def routing_record(connection: Driver) -> RoutingRecord:
    return RoutingRecord(
        setting_of(connection, _CHAIN, SETTING) or "",
        tuple(select(connection, RoutingSet, "1 = 1 ORDER BY number")),
        tuple(select(connection, Place, "1 = 1 ORDER BY name")),
        tuple(select(connection, Channel, "1 = 1 ORDER BY name")),
    )
