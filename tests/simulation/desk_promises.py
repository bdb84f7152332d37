"""What must hold on each desk of a simulated chain at any moment, and at the end."""

from collections import defaultdict

import msgspec

from storedesk.actions.action import Accepted
from storedesk.actions.registry import UnknownKind, UnreadableArguments, act_from, decide
from storedesk.domain.tables import TABLE_BY_NAME
from storedesk.protocol.canonical import row_hash, sum_of
from storedesk.protocol.wire import ActionRecord
from storedesk.storage.desk_outbox import first_broken_journal_row
from storedesk.sync.rebase import is_followed
from tests.memory_state import MemoryState, Misfit, Tables, carry_out_all
from tests.simulation.failure import CURSOR, EQUAL, LOOK, SAVED, SHOWN, SUMS, VISIBLE, WHOLE, hold
from tests.simulation.sim_desk import SimDesk
from tests.simulation.sim_hub import SimHub
from tests.simulation.stored_rows import base_beneath, difference, export, export_base, load

REFUSED_AND_OFFERED_AGAIN = "SELECT 1 FROM outbox WHERE beneath AND earlier_outcome = 'refused' LIMIT 1"
"""Such an act is shown if it was refused since the last page, and not if before; either is right."""


class DeskPromises:
    """Looks at one desk and at what the hub has decided for it."""

    def __init__(self, hub: SimHub, desk: SimDesk) -> None:
        self._hub, self._desk = hub, desk
        self.begin_again()

    def begin_again(self) -> None:
        """A file was put back, here or at the hub: nothing is settled any more."""
        self._seen_changes: object = None
        self._settled = 0

    def check_cheap(self) -> None:
        """Nothing saved is lost and the cursor goes on; where nothing was written there is nothing to see."""
        desk = self._desk
        changes = desk.changes()
        if changes == self._seen_changes:
            return
        self._seen_changes = changes
        if desk.query("SELECT count(*) FROM outbox")[0][0] != len(desk.saved):
            self._check_saved()
        position = desk.cursor()
        hold(
            CURSOR,
            position >= desk.highest_cursor or not desk.is_back,
            f"desk {desk.index}: {desk.highest_cursor} to {position}",
        )
        desk.highest_cursor = position

    def _check_saved(self) -> None:
        desk = self._desk
        held = {row[0] for row in desk.query("SELECT action_id FROM outbox")}
        missing = [record for record in desk.saved if record.id not in held]
        decided = {row[0] for row in self._hub.query("SELECT action_id FROM inbox")} if missing else set()
        lost = [record for record in missing if record.id not in decided]
        hold(SAVED, not lost, f"desk {desk.index} lost {[(record.kind, record.id) for record in lost]}")

    def check_visible(self) -> None:
        """The rows shown are the hub's as of the cursor with all own work on top that they lack; whose those are
        after the hub was put back is known again with the first good round. While its
        rows are of two ages nothing is done again on top of them."""
        desk = self._desk
        if not desk.is_back or desk.is_bringing_in() or desk.query(REFUSED_AND_OFFERED_AGAIN):
            return
        todo = self._not_in_base()
        if not todo and not desk.query("SELECT 1 FROM base_row LIMIT 1"):
            return
        shown = desk.mirror.tables()
        base = base_beneath(desk.query, shown)
        scopes = desk.scopes()
        for record in todo:
            self._do(base, record, scopes)
        hold(VISIBLE, base == shown, f"desk {desk.index}\n" + "\n".join(difference(base, shown)))

    def _not_in_base(self) -> list[ActionRecord]:
        """Own actions in order whose effects the cursor has not reached, and those that the desk has not heard
        of being decided; what leads the list once is settled."""
        desk, todo = self._desk, []
        found = desk.query("SELECT action_id FROM outbox WHERE state IN ('parked', 'decided')")
        cursor, saved, shown = desk.cursor(), desk.saved, {row[0] for row in found}
        for number in range(self._settled, len(saved)):
            action_id = saved[number].id
            position = self._effects_at(action_id)
            if position is not None and position <= cursor and action_id not in shown:
                self._settled += number == self._settled
            else:
                todo.append(saved[number])
        return todo

    def _effects_at(self, action_id: str) -> int | None:
        """Where the feed holds its effects; what is parked has none, so that it goes on being shown from here."""
        found = self._hub.query("SELECT position, outcome FROM inbox WHERE action_id = ?", (action_id,))
        return int(found[0][0]) if found and found[0][1] != "parked" else None

    def _do(self, tables: Tables, record: ActionRecord, scopes: frozenset[str]) -> None:
        desk = self._desk
        try:
            act = act_from(
                record.id, record.kind, record.version, bytes(record.args), record.staff_id, desk.place_id,
                desk.code,
            )  # fmt: skip
        except (UnknownKind, UnreadableArguments):
            return
        result = decide(MemoryState(tables, scopes), act, record.at, record.at)
        if isinstance(result, Accepted):
            try:
                carry_out_all(tables, [change for change in result.changes if is_followed(change, scopes)])
            except Misfit:
                return

    def check_whole(self) -> None:
        """All rows with their hashes and the sums of the scopes, read anew."""
        desk = self._desk
        tables, hashes = load(desk.query)
        hold(LOOK, tables == desk.mirror.tables(), f"desk {desk.index} was seen wrongly")
        scopes: dict[str, list[int]] = defaultdict(list)
        kept = {
            (name, tuple(msgspec.json.decode(key_text))): (content, hash_)
            for name, key_text, content, hash_ in desk.query(
                "SELECT tbl, row_key, content, hash FROM base_row"
            )
        }
        for (name, key), hash_ in hashes.items():
            hold(SUMS, row_hash(name, tables[name][key]) == hash_, f"the hash beside {name} {key}")
            if (name, key) not in kept:
                scopes[TABLE_BY_NAME[name].scope_of(tables[name][key])].append(hash_)
        for (name, _), (content, hash_) in kept.items():
            if content is not None:
                table = TABLE_BY_NAME[name]
                scopes[table.scope_of(table.row(*msgspec.json.decode(content)))].append(hash_)
        own = dict(desk.query("SELECT scope, total FROM scope_state"))
        for scope in own.keys() | scopes.keys():
            totals = (own.get(scope, 0), sum_of(scopes.get(scope, [])))
            hold(SUMS, len(set(totals)) == 1, f"{scope} of desk {desk.index}: {totals}")

    def check_end(self) -> None:
        desk = self._desk
        self._seen_changes = None
        self.check_cheap()
        self.check_visible()
        self._check_decisions()
        if not desk.query("SELECT 1 FROM outbox WHERE state = 'parked'"):
            kept = desk.query("SELECT tbl, row_key FROM base_row")
            hold(EQUAL, not kept, f"desk {desk.index} still keeps {kept[:3]}")
        self._check_equal()
        self.check_whole()
        with desk.engine.begin() as connection:
            broken = first_broken_journal_row(connection)
        hold(WHOLE, broken is None, f"journal row {broken} of desk {desk.index}")
        journal = [row[0] for row in desk.query("SELECT action_id FROM journal ORDER BY number")]
        hold(WHOLE, journal == [record.id for record in desk.saved], f"journal of desk {desk.index}")

    def _check_decisions(self) -> None:
        desk = self._desk
        rows = desk.query("SELECT action_id, outcome, state FROM outbox ORDER BY number")
        open_ = [row for row in rows if row[1] is None or row[2] in ("waiting", "decided")]
        same = not open_ and len(rows) == len(desk.saved)
        hold(SHOWN, same, f"desk {desk.index}: {open_[:3]}, {len(rows)} rows")
        decided = dict(
            self._hub.query("SELECT action_id, outcome FROM inbox WHERE device_id = ?", (desk.device_id,))
        )
        same = all(decided.get(row[0]) == row[1] for row in rows)
        hold(SHOWN, same, f"desk {desk.index}: other decisions")

    def _check_equal(self) -> None:
        desk, scopes = self._desk, self._desk.scopes()
        own, central = export_base(desk.query, scopes), export(self._hub.query, scopes)
        differing = [name for name in own if own[name] != central[name]]
        hold(EQUAL, not differing, f"desk {desk.index} differs in {differing}")
        totals = dict(desk.query("SELECT scope, total FROM scope_state"))
        sums = dict(self._hub.query("SELECT scope, total FROM scope_sum"))
        wrong = [scope for scope in scopes if totals.get(scope, 0) != sums.get(scope, 0)]
        hold(SUMS, not wrong, f"desk {desk.index} and the hub have other sums of {wrong}")
