"""What staff do at the desks of a simulated chain: an act is begun, saved, or pressed again after a crash."""

import msgspec

from storedesk.domain.ids import new_id
from storedesk.protocol.wire import ActionRecord
from storedesk.sync import pace
from tests.simulation.intent import Intent
from tests.simulation.other_work import OtherWork
from tests.simulation.scene import Scene
from tests.simulation.shape import SERVICE
from tests.simulation.sim_desk import DeskCrashed, SimDesk
from tests.simulation.staff_at_work import StaffAtWork
from tests.simulation.traffic import Traffic

OTHER_WORK = 0.4
"""The share of acts that are not about a pickup."""


class Staff:
    """Acts by chance at any desk."""

    def __init__(self, scene: Scene, traffic: Traffic) -> None:
        self._scene, self._traffic = scene, traffic

    def work(self) -> None:
        """What happens within one step."""
        scene = self._scene
        for _ in range(scene.rng.choices((0, 1, 2, 4), (1, 4, 4, 2))[0]):
            self._act(scene.rng.choice(scene.desks))

    def _act(self, desk: SimDesk) -> None:
        scene = self._scene
        desk.clock = scene.now + desk.clock_error
        if desk.pressed is not None:
            self._press(desk, desk.pressed, gate=True)
            return
        intent = self._intent(desk)
        if intent is None:
            return
        action_id = new_id(desk.clock, scene.rng.randbytes)
        record = desk.record(action_id, *intent)
        if scene.rng.random() < 0.01:
            self._act_of_another_version(desk, record)
            return
        self._press(desk, record, gate=scene.rng.random() < 0.9)

    def _intent(self, desk: SimDesk) -> Intent | None:
        rng, tables = self._scene.rng, desk.mirror.tables()
        if rng.random() < OTHER_WORK or desk.place_id == SERVICE:
            return OtherWork(rng, tables, desk.place_id, desk.clock).next_intent()
        return StaffAtWork(rng, tables, desk.place_id).next_intent()

    def _act_of_another_version(self, desk: SimDesk, record: ActionRecord) -> None:
        """Work of a later program, kept by an earlier one: the hub parks it."""
        record = msgspec.structs.replace(record, kind="FutureKind")
        try:
            desk.store.perform(record, lambda rows: None)
            desk.store.seal()
        except DeskCrashed as crash:
            self._crashed(desk, str(crash), record)
            desk.pressed = None
            return
        self._keep(desk, record)
        self._scene.faults["kind of another version"] += 1

    def _press(self, desk: SimDesk, record: ActionRecord, gate: bool) -> None:
        scene, again = self._scene, desk.pressed is not None
        try:
            refusal = desk.act_on(record, gate)
        except DeskCrashed as crash:
            self._crashed(desk, str(crash), record)
            return
        desk.pressed = None
        if refusal is not None:
            scene.reasons[refusal.kind] += 1
            return
        if again:
            scene.faults["pressed again after a crash"] += 1
        self._keep(desk, record)
        desk.pace = pace.at_once(desk.pace, scene.now)

    def _keep(self, desk: SimDesk, record: ActionRecord) -> None:
        if desk.keep(record, self._scene.now):
            self._scene.came(desk, "an action")
            self._scene.note(
                f"desk {desk.index}: {record.kind} {bytes(record.args).decode()} {record.id[-6:]}"
            )

    def _crashed(self, desk: SimDesk, where: str, record: ActionRecord) -> None:
        bug = self._scene.bug
        self._traffic.crashed(desk, where)
        there = desk.query("SELECT 1 FROM journal WHERE action_id = ?", (record.id,))
        if there or bug.says_saved_too_early:
            self._keep(desk, record)
        again = self._scene.rng.random() < 0.5
        desk.pressed = record if again and not bug.says_saved_too_early else None
