"""What must hold on each desk of a simulated chain at any moment, and at the end."""

from collections import defaultdict
from typing import Any

import msgspec

from storedesk.actions.action import Accepted
from storedesk.actions.registry import UnknownKind, UnreadableArguments, act_from, decide
from storedesk.domain.tables import TABLE_BY_NAME
from storedesk.protocol.canonical import row_hash, sum_of
from storedesk.storage.desk_outbox import first_broken_journal_row
from storedesk.sync.rebase import is_followed
from tests.memory_state import MemoryState, Misfit, Tables, carry_out_all
from tests.simulation.failure import CURSOR, EQUAL, SAVED, SHOWN, SUMS, VISIBLE, WHOLE, hold
from tests.simulation.sim_desk import SimDesk
from tests.simulation.sim_hub import SimHub
from tests.simulation.stored_rows import difference, export, load, load_base


class DeskPromises:
    """Looks at one desk and at what the hub has decided for it."""

    def __init__(self, hub: SimHub, desk: SimDesk) -> None:
        self._hub, self._desk = hub, desk

    def check_cheap(self) -> None:
        desk = self._desk
        held = {row[0] for row in desk.query("SELECT action_id FROM outbox")}
        missing = [record for record in desk.saved if record.id not in held]
        if missing:
            decided = {row[0] for row in self._hub.query("SELECT action_id FROM inbox")}
            lost = [record for record in missing if record.id not in decided]
            hold(SAVED, not lost, f"desk {desk.index} lost {[(record.kind, record.id) for record in lost]}")
        position = desk.cursor()
        hold(
            CURSOR, position >= desk.highest_cursor, f"desk {desk.index}: {desk.highest_cursor} to {position}"
        )
        desk.highest_cursor = position

    def check_visible(self) -> None:
        """The rows shown are the hub's as of the cursor with all own work on top that they lack."""
        desk = self._desk
        shown, base = load_base(desk.query)
        scopes = self._scopes()
        positions = dict(
            self._hub.query(f"SELECT action_id, position FROM inbox WHERE device_id = '{desk.device_id}'")
        )
        cursor = desk.cursor()
        code = f"GBG-{desk.place_id}-{desk.number}"
        for record in desk.saved:
            position = positions.get(record.id)
            if position is not None and position <= cursor:
                continue
            try:
                act = act_from(
                    record.id,
                    record.kind,
                    record.version,
                    bytes(record.args),
                    record.staff_id,
                    desk.place_id,
                    code,
                )
            except (UnknownKind, UnreadableArguments):
                continue
            self._do(base, act, record.at, scopes)
        hold(VISIBLE, base == shown, f"desk {desk.index}\n" + "\n".join(difference(base, shown)))

    def _do(self, tables: Tables, act: Any, at: int, scopes: frozenset[str]) -> None:
        result = decide(MemoryState(tables, scopes), act, at, at)
        if isinstance(result, Accepted):
            try:
                carry_out_all(tables, [change for change in result.changes if is_followed(change, scopes)])
            except Misfit:
                return

    def check_end(self) -> None:
        desk = self._desk
        self.check_cheap()
        self.check_visible()
        rows = desk.query("SELECT action_id, outcome, state FROM outbox ORDER BY number")
        open_ = [row for row in rows if row[1] is None or row[2] in ("waiting", "decided")]
        hold(
            SHOWN,
            not open_ and len(rows) == len(desk.saved),
            f"desk {desk.index}: {open_[:3]}, {len(rows)} rows",
        )
        decided = self._hub.query(
            f"SELECT action_id, outcome FROM inbox WHERE device_id = '{desk.device_id}'"
        )
        hold(
            SHOWN,
            sorted(decided) == sorted((row[0], row[1]) for row in rows),
            f"desk {desk.index}: other decisions",
        )
        kept = desk.query("SELECT tbl, row_key FROM base_row")
        hold(EQUAL, not kept, f"desk {desk.index} still keeps {kept[:3]}")
        scopes = self._scopes()
        own, central = export(desk.query, scopes), export(self._hub.query, scopes)
        differing = [name for name in own if own[name] != central[name]]
        hold(EQUAL, not differing, f"desk {desk.index} differs in {differing}")
        self._check_sums()
        with desk.engine.begin() as connection:
            broken = first_broken_journal_row(connection)
        hold(WHOLE, broken is None, f"journal row {broken} of desk {desk.index}")
        journal = [row[0] for row in desk.query("SELECT action_id FROM journal ORDER BY number")]
        hold(WHOLE, journal == [record.id for record in desk.saved], f"journal of desk {desk.index}")

    def _check_sums(self) -> None:
        tables, hashes = load(self._desk.query)
        scopes: dict[str, list[int]] = defaultdict(list)
        for (name, key), hash_ in hashes.items():
            hold(SUMS, row_hash(name, tables[name][key]) == hash_, f"the hash beside {name} {key}")
            scopes[TABLE_BY_NAME[name].scope_of(tables[name][key])].append(hash_)
        own = dict(self._desk.query("SELECT scope, total FROM scope_state"))
        central = dict(self._hub.query("SELECT scope, total FROM scope_sum"))
        for scope in self._scopes():
            totals = (own.get(scope, 0), central.get(scope, 0), sum_of(scopes.get(scope, [])))
            hold(SUMS, len(set(totals)) == 1, f"{scope} of desk {self._desk.index}: {totals}")

    def _scopes(self) -> frozenset[str]:
        text = self._desk.query("SELECT value FROM desk_state WHERE name = 'scopes'")[0][0]
        return frozenset(msgspec.json.decode(text))
