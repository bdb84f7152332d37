"""Which place of a shop is which place here: what is linked, what is suggested, and what somebody has to choose."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from storedesk.connectors.neutral import RemotePlace
from storedesk.domain.records import Place
from storedesk.hub.channels.link_details import PlaceThere, detail_of
from storedesk.hub.channels.plan_pushes import sweep_all
from storedesk.hub.channels.take_places import suggested
from storedesk.storage.channel_links import PLACE, Link, links_of, links_to, put_links
from storedesk.storage.channel_tell_anew import tell_places_anew
from storedesk.storage.database_work import Connection
from storedesk.storage.rows import Rows

CHOSEN, LEFT_OUT, INACTIVE, TO_CHOOSE = "chosen", "left_out", "inactive", ""


class NoSuchPlace(Exception):
    """The sentence names the places there are."""


class Match(NamedTuple):
    """``here`` is the code of our place, empty where it is left out or has to be chosen. ``by`` is address, name,
    chosen, left_out, inactive (closed there: left out unless somebody chooses) or TO_CHOOSE."""

    there: RemotePlace
    here: str
    by: str


def matches(connection: Connection, channel_id: int, remote: Sequence[RemotePlace]) -> list[Match]:
    """Every place there, what is linked as it is linked, the rest as it is suggested."""
    here = places_here(connection)
    codes = {str(place.id): place.code for place in here}
    linked = links_of(connection, channel_id, PLACE, [one.external_id for one in remote])
    held = links_to(connection, channel_id, PLACE, list(codes))
    alike = suggested(remote, here)
    new = [one for one in remote if one.external_id not in linked]
    fresh = suggested(new, [place for place in here if str(place.id) not in held])

    def match(one: RemotePlace) -> Match:
        link = linked.get(one.external_id)
        if link is not None and not link.local_id:
            return Match(one, "", LEFT_OUT)
        if link is not None:
            likely = alike.get(one.external_id)
            by = likely.by if likely is not None and str(likely.place_id) == link.local_id else CHOSEN
            return Match(one, codes.get(link.local_id, ""), by)
        found = fresh.get(one.external_id)
        if found is not None:
            return Match(one, codes[str(found.place_id)], found.by)
        return Match(one, "", TO_CHOOSE if one.active else INACTIVE)

    return [match(one) for one in remote]


def link_places(connection: Connection, channel_id: int, wanted: Mapping[str, str]) -> None:
    """``wanted``: ids there to codes here, or to nothing for one that is left out. Raises NoSuchPlace."""
    ours = {place.code: place for place in places_here(connection)}
    known = links_of(connection, channel_id, PLACE, list(wanted))
    found = []
    for there, here in wanted.items():
        if here and here not in ours:
            raise NoSuchPlace(f"There is no place {here!r}; there are {', '.join(sorted(ours))}.")
        detail = known[there].detail if there in known else ""
        found.append(Link(there, str(ours[here].id) if here else "", detail))
    put_links(connection, channel_id, PLACE, found)
    tell_places_anew(connection, channel_id, [one.local_id for one in found if one.local_id])
    sweep_all(connection, channel_id)


def link_as_shown(connection: Connection, channel_id: int, found: Sequence[Match]) -> None:
    """What was suggested counts from now on; what has to be chosen is left to whoever chooses."""
    known = links_of(connection, channel_id, PLACE, [one.there.external_id for one in found])
    ids = {place.code: str(place.id) for place in places_here(connection)}
    new = [one for one in found if one.by != TO_CHOOSE and one.there.external_id not in known]
    links = [Link(one.there.external_id, ids.get(one.here, ""), _detail(one.there)) for one in new]
    put_links(connection, channel_id, PLACE, links)
    tell_places_anew(connection, channel_id, [one.local_id for one in links if one.local_id])


def places_here(connection: Connection) -> list[Place]:
    return [stored.row for stored in Rows(connection).among("place", {})]


def _detail(one: RemotePlace) -> str:
    return detail_of(PlaceThere(one.name, one.pickup, one.active, one.problem))
