"""Asks people whether two accounts are one: a task with both, once for each pair."""

from collections.abc import Sequence

import msgspec

from storedesk.actions.company_work import DUPLICATE
from storedesk.domain.account_match import Sign
from storedesk.domain.ids import derived_id
from storedesk.domain.records import Task
from storedesk.hub.channels.intake import Intake
from storedesk.storage.database_work import Connection
from storedesk.storage.hub_account_reads import place_for_accounts
from storedesk.storage.outside_rows import OutsideRows


class Offer(msgspec.Struct, frozen=True):
    """``company`` is the newer account, ``other`` the one that would stand for it."""

    company: int
    other: int
    signs: tuple[Sign, ...]


def offer_merges(connection: Connection, intake: Intake, out: OutsideRows, offers: Sequence[Offer]) -> None:
    """A pair that was asked about is not asked about again, whatever was answered."""
    place_id = place_for_accounts(connection)
    tasks = {offer_id(one.company, one.other): one for one in offers}
    if not tasks or not place_id:
        return
    there = out.read("task", [(id_,) for id_ in tasks])
    rows = [_task(id_, one, place_id, intake) for id_, one in tasks.items() if (id_,) not in there]
    out.put("task", there, rows)


def offer_id(company: int, other: int) -> str:
    first, second = sorted((company, other))
    return derived_id("merge offer", str(first), str(second))


def _task(id_: str, offer: Offer, place_id: int, intake: Intake) -> Task:
    facts = {
        "channel": intake.channel.code,
        "company": offer.company,
        "other": offer.other,
        "signs": [str(sign) for sign in offer.signs],
    }
    text = msgspec.json.encode(facts, order="sorted").decode()
    return Task(id_, place_id, DUPLICATE, "", "", "", intake.now, "open", text, "", None, None)
