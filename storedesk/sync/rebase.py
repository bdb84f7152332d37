"""Own work on top of the hub's rows: doing it, taking it away, and doing it again on a new base."""

from typing import NamedTuple

from storedesk.actions.action import Act, Rejected
from storedesk.actions.registry import UnknownKind, UnreadableArguments, act_from, decide
from storedesk.domain.changes import Add, Change, Insert
from storedesk.domain.reasons import Reason
from storedesk.domain.tables import TABLE_BY_NAME
from storedesk.protocol.desk_rows import BringingIn
from storedesk.protocol.wire import ActionRecord, Cursor, PullReply
from storedesk.sync.ports import DeskRows


class PageOutcome(NamedTuple):
    """``wrong`` are the scopes whose content differs from the hub's; ``replayed`` counts own actions."""

    rows: int
    tables: frozenset[str]
    replayed: int
    wrong: tuple[str, ...]


class DoesNotFit(Exception):
    """The rows are not what the act was decided on, though it was decided on these rows."""


def is_followed(change: Change, followed: frozenset[str]) -> bool:
    """Whether the row the change touches lies in one of the desk's scopes; the rest is the hub's."""
    table = TABLE_BY_NAME[change.table]
    if not isinstance(change, Add):
        return table.scope_of(change.row if isinstance(change, Insert) else change.new) in followed
    if table.scope_column is None:
        return table.scope in followed
    if table.scope_column not in table.key:
        return True
    return f"{table.scope}:{change.key[table.key.index(table.scope_column)]}" in followed


def do(rows: DeskRows, act: Act, at: int) -> Reason | None:
    """Applies one act to the local rows, keeping the hub's version of each row it touches first.

    Returns the reason if it does not apply; then nothing was changed. Raises ``DoesNotFit``, with nothing
    changed, if its effects are there already or contradict each other.
    """
    result = decide(rows.view(), act, at, at)
    if isinstance(result, Rejected):
        return result.reason
    followed = frozenset(rows.followed())
    if not rows.carry_out([change for change in result.changes if is_followed(change, followed)]):
        raise DoesNotFit(f"{act.kind} {act.id} does not fit the rows it was decided on")
    return None


def apply_page(rows: DeskRows, page: PullReply) -> PageOutcome:
    """Brings the hub's changes in, under own undecided work, and moves the cursor; one transaction."""
    count = rows.merge(page)
    tables = frozenset(table.table for table in page.tables)
    return _arrive(rows, page.end, page.sums, PageOutcome(count, tables, 0, ()))


def end_bringing_in(rows: DeskRows, work: BringingIn, brought: PageOutcome) -> PageOutcome:
    """After the last piece: the desk is where the hub was, and own work is done again on top of that.

    Until then nothing is replayed: the rows beneath are partly older and partly newer, and an effect that has
    come with some of them must not be added to them once more.
    """
    rows.end_bringing_in(work)
    return _arrive(rows, work.end, work.sums, brought)


def _arrive(rows: DeskRows, end: Cursor, sums: dict[str, int], brought: PageOutcome) -> PageOutcome:
    rows.set_cursor(end)
    finished = rows.finish_decided(end.position)
    replayed = replay(rows) if brought.rows or finished else 0
    own = rows.sums()
    wrong = tuple(sorted(scope for scope, total in sums.items() if own.get(scope, 0) != total))
    return brought._replace(replayed=replayed, wrong=wrong)


def replay(rows: DeskRows) -> int:
    """Restores every kept row, then does the pending actions again in order; the number tried.

    An action that no longer applies is marked "may be refused" and is still sent. While rows are being brought
    in nothing is done: their end replays.
    """
    if rows.is_bringing_in():
        return 0
    for kept in rows.kept():
        if kept.held is None:
            rows.remove(kept.table, kept.key)
        else:
            rows.write(kept.table, kept.held.row, kept.held.hash)
    rows.forget_kept()
    pending = rows.pending()
    for record, desk in pending:
        rows.mark_doubtful(record.id, not _done_again(rows, record, desk))
    return len(pending)


def _done_again(rows: DeskRows, record: ActionRecord, desk: str) -> bool:
    try:
        act = act_from(
            record.id, record.kind, record.version, bytes(record.args), record.staff_id, record.place_id, desk
        )
        return do(rows, act, record.at) is None
    except (UnknownKind, UnreadableArguments, DoesNotFit):
        return False
