"""Own work on top of the hub's rows: doing it, taking it away, and doing it again on a new base."""

from typing import NamedTuple

from storedesk.actions.action import Act, Rejected
from storedesk.actions.registry import UnknownKind, UnreadableArguments, act_from, decide
from storedesk.domain.changes import Add, Change, Insert
from storedesk.domain.reasons import Reason
from storedesk.domain.tables import TABLE_BY_NAME, Key
from storedesk.protocol.canonical import row_hash, signed
from storedesk.protocol.desk_rows import Held, Kept
from storedesk.protocol.wire import ActionRecord, PullReply
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
    kept = {(entry.table, entry.key): entry for entry in rows.kept()}
    sums = rows.sums()
    count = 0
    for table in page.tables:
        spec = TABLE_BY_NAME.get(table.table)
        if spec is None or tuple(table.columns) != spec.columns:
            continue
        plain: list[tuple[Key, object, int]] = []
        for values, hash_ in zip(table.rows, table.hashes, strict=True):
            row = spec.row(*values)
            key = spec.key_of(row)
            count += 1
            if (spec.name, key) in kept:
                _shift(sums, spec.name, kept[spec.name, key].held, Held(row, hash_))
                kept[spec.name, key] = Kept(spec.name, key, Held(row, hash_))
                rows.keep(spec.name, key, Held(row, hash_))
            else:
                plain.append((key, row, hash_))
        _write_plain(rows, sums, spec.name, plain)
    for gone in page.gone:
        count += 1
        _remove(rows, sums, kept, gone.table, tuple(gone.key), gone.scope)
    rows.set_sums(sums)
    rows.set_cursor(page.end)
    finished = rows.finish_decided(page.end.position)
    replayed = replay(rows) if count or finished else 0
    wrong = tuple(sorted(scope for scope, total in page.sums.items() if signed(sums.get(scope, 0)) != total))
    return PageOutcome(count, frozenset(table.table for table in page.tables), replayed, wrong)


def _write_plain(
    rows: DeskRows, sums: dict[str, int], table: str, plain: list[tuple[Key, object, int]]
) -> None:
    old = rows.local_hashes(table, [key for key, _, _ in plain])
    for key, row, hash_ in plain:
        _shift(sums, table, old.get(key), Held(row, hash_))
    rows.write_many(table, [(*row, hash_) for _, row, hash_ in plain])  # type: ignore[misc]


def _remove(
    rows: DeskRows, sums: dict[str, int], kept: dict[tuple[str, Key], Kept], table: str, key: Key, scope: str
) -> None:
    """A row left a scope; it goes unless it has come back in another one."""
    spec = TABLE_BY_NAME.get(table)
    if spec is None:
        return
    entry = kept.get((table, key))
    held = entry.held if entry is not None else rows.local(table, key)
    if held is None or spec.scope_of(held.row) != scope:
        return
    _shift(sums, table, held, None)
    if entry is not None:
        rows.keep(table, key, None)
    else:
        rows.remove(table, key)


def _shift(sums: dict[str, int], table: str, old: Held | None, new: Held | None) -> None:
    spec = TABLE_BY_NAME[table]
    if old is not None:
        scope = spec.scope_of(old.row)
        sums[scope] = signed(sums.get(scope, 0) - old.hash)
    if new is not None:
        scope = spec.scope_of(new.row)
        sums[scope] = signed(sums.get(scope, 0) + new.hash)


def replay(rows: DeskRows) -> int:
    """Restores every kept row, then does the pending actions again in order; the number tried.

    An action that no longer applies is marked "may be refused" and is still sent.
    """
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


def content_hash_is_right(table: str, held: Held) -> bool:
    """Whether a row still has the content its hash was made of."""
    return row_hash(table, held.row) == held.hash
