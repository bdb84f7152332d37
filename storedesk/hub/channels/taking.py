"""Takes a part of a page in within one transaction; a record that cannot be taken is set aside by itself."""

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from storedesk.connectors.neutral import RemoteVariant
from storedesk.connectors.port import Kind, Problem
from storedesk.connectors.trouble import BadRecord
from storedesk.hub.channels.intake import Intake, Taken, Taker
from storedesk.hub.channels.takers import GONE, TAKERS
from storedesk.storage.change_set import ConditionFailed, NotStorable, attempt
from storedesk.storage.channel_problems import (
    SetAside,
    clear_gone,
    clear_problems,
    has_problems,
    note_problems,
)
from storedesk.storage.database_work import Connection
from storedesk.storage.hub_channels import channel_of, masters_of
from storedesk.storage.hub_rows import one_at_a_time

_NOT_TAKEN = (BadRecord, NotStorable, ConditionFailed, OverflowError, UnicodeError)


@dataclass(slots=True)
class Sum:
    """What came of several parts."""

    written: int = 0
    unchanged: int = 0
    refused: int = 0
    problems: list[Problem] = field(default_factory=list)

    def add(self, taken: Taken) -> None:
        self.written += taken.written
        self.unchanged += taken.unchanged
        self.refused += sum(taken.refused.values())
        self.problems += taken.problems


def intake_of(
    connection: Connection, channel_id: int, now: int, random_tag: Callable[[], int], *, first: bool
) -> Intake:
    """Raises LookupError without the channel, MasterTableWrong where the chain's table cannot be used."""
    return Intake(channel_of(connection, channel_id), masters_of(connection), now, random_tag, first)


def take_part(
    connection: Connection,
    intake: Intake,
    kind: Kind,
    records: Sequence[Any],
    gone: Sequence[str] = (),
    problems: Sequence[Problem] = (),
) -> Sum:
    """``problems`` are those that the connector found in the page."""
    one_at_a_time(connection)
    total = Sum(problems=list(problems))
    if records:
        with _no_search_for_cycles():
            _take(connection, intake, TAKERS[kind], records, total)
    if gone:
        if kind in GONE:
            GONE[kind](connection, intake, gone)
        clear_gone(connection, intake.channel.id, kind, gone)
    if total.problems or has_problems(connection, intake.channel.id, kind):
        _note(connection, intake, kind, records, total.problems)
    return total


@contextmanager
def _no_search_for_cycles() -> Iterator[None]:
    """Many thousand rows come and go that hold no cycles; looking for some would cost as much as all the rest."""
    searches = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searches:
            gc.enable()


def _note(
    connection: Connection, intake: Intake, kind: Kind, records: Sequence[Any], problems: Sequence[Problem]
) -> None:
    """What is wrong with these records now is all that is wrong with them."""
    within = {id_of(record): _within(record) for record in records}
    aside = [SetAside(id_, within.get(id_, id_), problem) for id_, problem in problems]
    wrong = {one.external_id for one in aside}
    clear_problems(connection, intake.channel.id, kind, [id_ for id_ in within if id_ not in wrong])
    note_problems(connection, intake.channel.id, kind, aside, intake.now)


def _take(connection: Connection, intake: Intake, taker: Taker, records: Sequence[Any], total: Sum) -> None:
    """All at once; where that fails in halves, down to the record that is at fault."""
    try:
        with attempt(connection):
            taken = taker(connection, intake, records)
    except _NOT_TAKEN as error:
        if len(records) == 1:
            said = error.problem if isinstance(error, BadRecord) else "the record does not fit"
            total.problems.append(Problem(id_of(records[0]), said))
            return
        middle = len(records) // 2
        for part in (records[:middle], records[middle:]):
            _take(connection, intake, taker, part, total)
        return
    total.add(taken)


def id_of(record: Any) -> str:
    """What names a record there; a price or a level by its article."""
    return str(getattr(record, "external_id", "") or getattr(record, "variant_id", ""))


def _within(record: Any) -> str:
    return record.product_id or record.external_id if isinstance(record, RemoteVariant) else id_of(record)
