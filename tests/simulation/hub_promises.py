"""What must hold on the hub of a simulated chain at any moment, and at the end."""

from collections import Counter, defaultdict
from typing import Any

import msgspec

from storedesk.actions.action import Accepted
from storedesk.actions.parked_work import TASK, TRY_AGAIN
from storedesk.actions.registry import UnknownKind, UnreadableArguments, act_from, decide
from storedesk.domain.ids import derived_id
from storedesk.domain.records import Task
from storedesk.domain.tables import TABLE_BY_NAME, Key
from storedesk.hub.decide_once import MISTAKES, PARKED
from storedesk.protocol.canonical import row_hash, sum_of
from storedesk.protocol.wire import ActionRecord
from storedesk.storage import action_keys
from storedesk.storage.hub_inbox import first_broken_audit_row
from tests.memory_state import MemoryState, Misfit, Tables, carry_out_all, put_rows
from tests.simulation.failure import ASKED, COLLECTED, LEVELS, LOOK, ONCE, ORDER, QUOTED, SUMS, WHOLE, hold
from tests.simulation.sim_hub import SimHub, Wrote
from tests.simulation.stored_rows import difference, load


class HubPromises:
    """``opening`` is what the hub held before the first step."""

    def __init__(self, hub: SimHub, opening: Tables, codes: dict[str, tuple[int, str]]) -> None:
        self._hub, self._opening, self._codes = hub, opening, codes
        self.begin_again()

    def begin_again(self) -> None:
        """The hub was put back: its history is another one from here on."""
        self._issued: dict[Key, tuple[int, int]] = {}
        self._audited = 0
        self._decided: dict[str, str] = {}
        self._next: Counter[int] = Counter()

    def check_goods(self) -> None:
        """Quantities, handovers and levels; cheap enough for every few steps."""
        tables = self._hub.mirror.tables()
        self._check_lines(tables)
        self._check_handovers(tables)
        self._check_quotes(tables)
        sums: Counter[tuple[Any, ...]] = Counter()
        for move in tables["movement"].values():
            sums[move.location_id, move.variant_id, move.bucket] += move.quantity
        for key, level in tables["stock_level"].items():
            hold(LEVELS, level.quantity == sums[key], f"{key} is {level.quantity}, moved {sums[key]}")
        hold(LEVELS, not set(sums) - set(tables["stock_level"]), "movements without a level")

    def check_order_of_devices(self, made: list[list[str]]) -> None:
        """``made`` are the actions of each life of a desk's files, in the order in which staff did them; what
        was parked may be decided once more."""
        found = self._hub.query(
            "SELECT number, action_id, outcome FROM audit WHERE number > ? ORDER BY number", (self._audited,)
        )
        for number, action_id, outcome in found:
            self._audited = number
            before = self._decided.get(action_id)
            self._decided[action_id] = outcome
            if before == "parked":
                continue
            hold(ONCE, before is None, f"{action_id} was decided again")
            for actions in made:
                at = self._next[id(actions)]
                if at < len(actions) and actions[at] == action_id:
                    self._next[id(actions)] += 1
                    break
            else:
                hold(ORDER, False, f"{action_id} is not the next of any desk")

    def check_everything(self, made: list[list[str]]) -> None:
        self.check_goods()
        self.check_order_of_devices(made)
        with self._hub.engine.begin() as connection:
            broken = first_broken_audit_row(connection)
        hold(WHOLE, broken is None, f"audit row {broken}")
        decided = self._hub.query("SELECT action_id FROM inbox")
        audited = self._hub.query("SELECT DISTINCT action_id FROM audit")
        hold(ONCE, sorted(decided) == sorted(audited), "inbox and audit name different actions")
        self.check_sums()
        self._check_effects()

    def _check_lines(self, tables: Tables) -> None:
        for key, line in tables["fulfilment_line"].items():
            quantities = (line.collected, line.staged, line.picked, line.short, line.cancelled)
            hold(COLLECTED, min(quantities) >= 0, f"{key} has a negative quantity: {line}")
            within = line.collected <= line.staged <= line.picked <= line.ordered
            hold(COLLECTED, within and line.picked + line.short <= line.ordered, f"{key}: {line}")
        empty = {id_ for (id_,) in tables["fulfilment"]} - {id_ for id_, _ in tables["fulfilment_line"]}
        hold(COLLECTED, not empty, f"nothing is to be collected of {sorted(empty)}")

    def _check_quotes(self, tables: Tables) -> None:
        """What a customer was offered stays as it was, also under later versions."""
        quotes = tables["quote"]
        for key, line in tables["quote_line"].items():
            if key in self._issued:
                hold(QUOTED, (line.net, line.quantity) == self._issued[key], f"{key}: {line}")
            elif quotes[line.quote_id,].state == "issued" and quotes[line.quote_id,].version == line.version:
                self._issued[key] = (line.net, line.quantity)

    def _check_handovers(self, tables: Tables) -> None:
        asked = {msgspec.json.decode(task.facts).get("handover") for task in tables["task"].values()}
        owners = {parcel.id: parcel.fulfilment_id for parcel in tables["parcel"].values()}
        gone: Counter[str] = Counter()
        for fact in tables["handover"].values():
            if fact.outcome == "plain":
                ids = msgspec.json.decode(fact.parcels)
                gone.update(one for one in ids if owners.get(one) == fact.fulfilment_id)
            elif fact.outcome != "corrected":
                hold(ASKED, fact.id in asked, f"nobody was asked about {fact}")
        again = [parcel for parcel, times in gone.items() if times > 1]
        hold(ASKED, not again, f"parcels left plainly more than once: {again}")

    def check_sums(self) -> None:
        """All rows with their hashes and the sums of the scopes, read anew."""
        tables, hashes = load(self._hub.query)
        hold(LOOK, tables == self._hub.mirror.tables(), "the hub was seen wrongly")
        scopes: dict[str, list[int]] = defaultdict(list)
        for (name, key), hash_ in hashes.items():
            row = tables[name][key]
            hold(SUMS, row_hash(name, row) == hash_, f"the hash beside {name} {key} is another row's")
            scopes[TABLE_BY_NAME[name].scope_of(row)].append(hash_)
        for scope, total in self._hub.query("SELECT scope, total FROM scope_sum"):
            hold(SUMS, sum_of(scopes.pop(scope, [])) == total, f"the hub's sum of {scope}")
        hold(SUMS, not scopes, f"no sum for {sorted(scopes)}")

    def _check_effects(self) -> None:
        """Doing every decided action once more, in order, on plain dictionaries ends in the same rows."""
        tables = {name: dict(rows) for name, rows in self._opening.items()}
        last_at: dict[str, int] = defaultdict(int)
        log = list(self._hub.log)
        found = self._hub.query(
            "SELECT a.number, a.at, a.device_id, a.outcome, a.action_id, i.record, i.task FROM audit a "
            "LEFT JOIN inbox i ON i.action_id = a.action_id ORDER BY a.number"
        )
        there = self._hub.mirror.tables()
        done: set[str] = set()
        for number, now, device_id, outcome, action_id, text, task in found:
            while log and log[0].audit < number:
                self._put(tables, log.pop(0))
            if action_id in done:
                if outcome == "refused":
                    self._end_parked(tables, action_id, now, there["task"].get((task,)))
                continue
            done.add(action_id)
            record = self._kept(action_id, text)
            at = min(max(record.at, last_at[device_id]), now)
            last_at[device_id] = at
            if outcome == PARKED:
                task = derived_id(TASK, action_id)
            self._do(tables, record, device_id, at, now, outcome, there["task"].get((task,)))
        for wrote in log:
            self._put(tables, wrote)
        hold(ONCE, tables == there, "\n".join(difference(tables, there)))

    def _put(self, tables: Tables, wrote: Wrote) -> None:
        put_rows(tables, wrote.rows)
        for name, key in wrote.gone:
            tables[name].pop(key, None)

    def _kept(self, action_id: str, text: str) -> ActionRecord:
        """The bytes that the hub keeps of an action."""
        with self._hub.engine.begin() as connection:
            record = action_keys.unseal(connection, action_id, text)
        hold(WHOLE, record is not None and record.id == action_id, f"the bytes of {action_id} cannot be read")
        assert record is not None
        return record

    def _do(
        self, tables: Tables, record: ActionRecord, device_id: str, at: int, now: int, outcome: str,
        task: Task | None,
    ) -> None:  # fmt: skip
        """``task`` is about an action that was refused or parked, as it is by now."""
        place, code = self._codes[device_id]
        try:
            act = act_from(
                record.id, record.kind, record.version, bytes(record.args), record.staff_id, place, code
            )
            result = decide(MemoryState(tables), act, at, now)
        except (UnknownKind, UnreadableArguments, *MISTAKES):
            hold(ONCE, outcome == PARKED, f"{record.kind} was {outcome}")
            self._open(tables, task)
            return
        if isinstance(result, Accepted):
            expected = "accepted" if result.task is None else "accepted_with_conflict"
            hold(ONCE, outcome == expected, f"{record.kind} {record.id} was {outcome}, should be {expected}")
            try:
                carry_out_all(tables, result.changes)
            except Misfit as misfit:
                hold(ONCE, False, f"{record.kind} {record.id}: {misfit}")
            return
        hold(ONCE, outcome == "refused", f"{record.kind} {record.id} was {outcome}, should be {result}")
        self._open(tables, task)

    def _end_parked(self, tables: Tables, action_id: str, now: int, task: Task | None) -> None:
        """What was parked is refused at a later try: its own task ends, and ``task`` tells of the refusal."""
        parked = tables["task"].get((derived_id(TASK, action_id),))
        if parked is None or task is None or task.id == parked.id:
            return
        if parked.state != "answered":
            put_rows(tables, [parked._replace(state="answered", answer=TRY_AGAIN, answered_at=now)])
        self._open(tables, task)

    def _open(self, tables: Tables, task: Task | None) -> None:
        if task is not None:
            put_rows(tables, [task._replace(state="open", answer="", answered_by=None, answered_at=None)])
