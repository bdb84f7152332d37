"""Takes in a channel's places: linked, matched by address or name, made if told so, or left for somebody to map."""

import json
from collections.abc import Callable, Sequence
from typing import NamedTuple

from storedesk.connectors.foundation import place_row
from storedesk.connectors.mapping_file import PlaceSettings
from storedesk.connectors.neutral import RemotePlace
from storedesk.connectors.port import Problem
from storedesk.connectors.record_numbers import number_from
from storedesk.connectors.trouble import BadRecord
from storedesk.domain.place_of_work import STORE
from storedesk.domain.plain_text import fold
from storedesk.domain.records import Place
from storedesk.hub.channels.intake import Intake, Taken
from storedesk.hub.channels.link_details import PlaceThere, detail_of
from storedesk.storage.channel_links import PLACE, Link, links_of, links_to, put_links
from storedesk.storage.channel_problems import NOT_MAPPED
from storedesk.storage.channel_tell_anew import tell_places_anew
from storedesk.storage.database_work import Connection
from storedesk.storage.hub_channels import account_settings, has_followers
from storedesk.storage.outside_rows import OutsideRows
from storedesk.storage.rows import Rows

MAKE_PLACES = "make_places"
"""The channel's setting that lets its first load make places; any text but an empty one says yes."""
BY_ADDRESS, BY_NAME = "address", "name"
_SHORTEST_STREET, _CODE_LENGTH = 5, 3
_BY_COUNTRY = {
    "SE": ("SEK", "Europe/Stockholm"), "NO": ("NOK", "Europe/Oslo"), "DK": ("DKK", "Europe/Copenhagen"),
    "FI": ("EUR", "Europe/Helsinki"), "DE": ("EUR", "Europe/Berlin"),
}  # fmt: skip


class Suggested(NamedTuple):
    """A place here, and what it is alike in: BY_ADDRESS or BY_NAME."""

    place_id: int
    by: str


def take_places(connection: Connection, intake: Intake, records: Sequence[RemotePlace]) -> Taken:
    """A place here is that of one place there; what matches none is set aside until somebody maps it."""
    channel = intake.channel.id
    remote = {one.external_id: one for one in records}
    linked = links_of(connection, channel, PLACE, list(remote))
    local: dict[str, str] = {id_: link.local_id for id_, link in linked.items()}
    new = [one for id_, one in remote.items() if id_ not in linked]
    out = OutsideRows(connection, intake.random_tag, follows=has_followers(connection, channel))
    if new:
        here: list[Place] = [stored.row for stored in Rows(connection).among("place", {})]
        held = links_to(connection, channel, PLACE, [str(one.id) for one in here])
        free = [one for one in here if str(one.id) not in held]
        local.update({there: str(found.place_id) for there, found in suggested(new, free).items()})
        if intake.first and _may_make(connection, channel):
            missing = [one for one in new if one.external_id not in local]
            local.update(_made(out, intake, missing, {one.code for one in here}))
    links = [Link(id_, local[id_], _detail(one)) for id_, one in remote.items() if id_ in local]
    put_links(connection, channel, PLACE, [one for one in links if linked.get(one.external_id) != one])
    if not intake.first:
        fresh = [local[one.external_id] for one in new if one.external_id in local]
        tell_places_anew(connection, channel, fresh)
    problems = tuple(Problem(one.external_id, NOT_MAPPED) for one in new if one.external_id not in local)
    done = out.write()
    return Taken(done.inserted + done.changed, len(linked), {}, problems)


def _detail(record: RemotePlace) -> str:
    return detail_of(PlaceThere(record.name, record.pickup, record.active, record.problem))


def suggested(new: Sequence[RemotePlace], free: Sequence[Place]) -> dict[str, Suggested]:
    """By address, then by name, where only one there and one here are alike."""
    found: dict[str, Suggested] = {}
    for by, alike in ((BY_ADDRESS, _same_address), (BY_NAME, _same_name)):
        taken = {one.place_id for one in found.values()}
        rest = [one for one in new if one.external_id not in found]
        pairs = _pairs(rest, [place for place in free if place.id not in taken], alike)
        found.update({there: Suggested(here, by) for there, here in pairs.items()})
    return found


def _pairs(
    new: Sequence[RemotePlace], free: Sequence[Place], alike: Callable[[RemotePlace, Place], bool]
) -> dict[str, int]:
    both = [(one.external_id, place.id) for one in new for place in free if alike(one, place)]
    there = [external_id for external_id, _ in both]
    here = [place_id for _, place_id in both]
    return {
        external_id: place_id
        for external_id, place_id in both
        if there.count(external_id) == 1 and here.count(place_id) == 1
    }


def _same_address(record: RemotePlace, place: Place) -> bool:
    street, address = _bare(record.address), _bare(place.address)
    if len(street) < _SHORTEST_STREET or record.country not in ("", place.country):
        return False
    if address == street:
        return True
    return address.startswith(street) and any(
        part and part in address[len(street) :] for part in (_bare(record.postcode), _bare(record.city))
    )


def _same_name(record: RemotePlace, place: Place) -> bool:
    return bool(record.name) and fold(record.name) == fold(place.name)


def _bare(text: str) -> str:
    return "".join(char for char in fold(text) if char.isalnum())


def _may_make(connection: Connection, channel_id: int) -> bool:
    return bool(json.loads(account_settings(connection, channel_id)).get(MAKE_PLACES))


def _made(
    out: OutsideRows, intake: Intake, missing: Sequence[RemotePlace], codes: set[str]
) -> dict[str, str]:
    """A place whose country is not one of ours is left for somebody to make."""
    rows, made = [], {}
    for record in missing:
        if record.country not in _BY_COUNTRY or not record.active:
            continue
        currency, zone = _BY_COUNTRY[record.country]
        number = number_from("place", intake.channel.code, record.external_id)
        code = _free_code(record.name or record.city, codes)
        row = place_row(
            PlaceSettings(number, code, record.name[:120] or code, record.country), currency, zone
        )
        address = ", ".join(
            part for part in (record.address, f"{record.postcode} {record.city}".strip()) if part
        )
        rows.append(row._replace(kind=STORE if record.pickup else row.kind, address=address))
        made[record.external_id] = str(number)
    out.put("place", out.read("place", [(row.id,) for row in rows]), rows)
    return made


def _free_code(name: str, codes: set[str]) -> str:
    """Three letters of the name, or the next that nobody has; ``codes`` gets it."""
    letters = "".join(char for char in fold(name).upper() if "A" <= char <= "Z") or "SHP"
    start = f"{letters}XXX"[:_CODE_LENGTH]
    wanted = [start] + [f"{start[:2]}{chr(last)}" for last in range(65, 91)]
    wanted += [f"{start}{chr(last)}" for last in range(65, 91)]
    code = next((one for one in wanted if one not in codes), "")
    if not code:
        raise BadRecord("places", name[:40], "no code is left for another place")
    codes.add(code)
    return code
