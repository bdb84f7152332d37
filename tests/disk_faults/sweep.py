"""Every deed on the disk of an act, and of the sync round that sends it, fails once, or from then on."""

import shutil
from pathlib import Path
from typing import NamedTuple

import sqlalchemy as sa

from storedesk.desk.desk_clock import DeskClock
from storedesk.desk.perform_action import Outcome, Performer
from storedesk.storage.database_work import DatabaseTrouble, naming_trouble
from storedesk.sync.rebase import replay
from tests.disk_faults.desk_content import DeskContent, content_at
from tests.disk_faults.faults import Fault, Faults
from tests.disk_faults.scenes import DESK, HUB, Scene, SceneDesk, SceneHub, killed

PLENTY = 1 << 40
ROUNDS_TO_HEAL = 4


class Expected(NamedTuple):
    """The desk before the act, after it, and after its round; how many deeds on the disk each takes."""

    before: DeskContent
    after: DeskContent
    synced: DeskContent
    perform_deeds: tuple[str, ...]
    round_deeds: tuple[str, ...]


def performer(desk: SceneDesk) -> Performer:
    identity = desk.store.identity()
    assert identity is not None
    return Performer(desk.store, identity, DeskClock(lambda: desk.clock, lambda: 0), "b", lambda: PLENTY)


def press(scene: Scene, work: Performer) -> Outcome:
    act = scene.done.act
    return work.perform(act.id, act.kind, scene.args, act.staff_id)


def expect(scene: Scene, faults: Faults) -> Expected:
    """The scene without any fault; leaves the desk with its unsent act in ``unsent``."""
    folder = scene.folder / "unsent"
    shutil.copytree(scene.folder / DESK, folder)
    before = content_at(folder)
    desk = SceneDesk(scene, folder, faults)
    work = performer(desk)
    faults.arm(None)
    assert press(scene, work) == Outcome("saved")
    perform_deeds = tuple(faults.deeds)
    desk.engine.dispose()
    after = content_at(folder)
    assert scene.done.act.id in after.sealed
    sent = scene.folder / "sent"
    hub, desk = _copied(scene, folder, sent, faults)
    faults.arm(None)
    assert desk.sync().kind == "done"
    round_deeds = tuple(faults.deeds)
    _close(hub, desk)
    return Expected(before, after, content_at(sent / DESK), perform_deeds, round_deeds)


def perform_with(scene: Scene, expected: Expected, fault: Fault, faults: Faults, place: Path) -> str:
    """Performs under the fault; whatever the person was told is so after a kill, and pressing again does it."""
    folder = place / DESK
    shutil.copytree(scene.folder / DESK, folder)
    desk = SceneDesk(scene, folder, faults)
    work = performer(desk)
    faults.arm(fault)
    told = press(scene, work)
    assert faults.has_struck, (fault, faults.deeds)
    faults.disarm()
    found = content_at(killed(folder, place / "killed"))
    what = told.kind if told.kind != "unavailable" else told.why
    if told.kind == "saved":
        assert _is(found, expected.after) and scene.done.act.id in found.sealed, (fault, told)
    elif told.kind == "saved_without_copy":
        assert _is(found, expected.after), (fault, told)
    elif told.why == "unsure":
        assert fault.sticky and (_is(found, expected.after) or _is(found, expected.before)), (fault, told)
    else:
        assert told.kind == "unavailable" and _is(found, expected.before), (fault, told)
        assert scene.done.act.id not in found.sealed, (fault, told)
    assert press(scene, work).kind == "saved", "room again"
    assert scene.done.act.id in {record.id for record in desk.store.sealed_records()}
    desk.engine.dispose()
    assert _is(content_at(folder), expected.after), fault
    return what


def sync_with(scene: Scene, expected: Expected, fault: Fault, faults: Faults, place: Path, dies: bool) -> str:
    """A round under the fault, then good ones, after a restart if it ``dies``: the act counts once, and the desk
    looks as if nothing had happened."""
    hub, desk = _copied(scene, scene.folder / "unsent", place, faults)
    faults.arm(fault)
    try:
        with naming_trouble():
            told = desk.sync().kind
    except DatabaseTrouble:
        told = "trouble"
    faults.disarm()
    kept = content_at(killed(desk.folder, place / "killed"))
    assert scene.done.act.id in {row[1] for row in kept.own[0]}, fault
    if dies:
        desk.engine.dispose()
        desk = SceneDesk(scene, place / "killed", None, hub)
        if desk.store.rescue(desk.store.sealed_records()):
            with desk.store.begin() as connection:
                replay(desk.store.rows(connection))
    outcomes: list[str] = []
    while (not outcomes or outcomes[-1] != "done") and len(outcomes) < ROUNDS_TO_HEAL:
        outcomes.append(desk.sync().kind)
    assert outcomes[-1] == "done", (fault, outcomes)
    assert [row.action_id for row in hub.rows("inbox")] == [scene.done.act.id], fault
    _close(hub, desk)
    found = content_at(desk.folder)
    assert _is(found, expected.synced), fault
    return told


def _copied(scene: Scene, desk_files: Path, place: Path, faults: Faults) -> tuple[SceneHub, SceneDesk]:
    shutil.copytree(desk_files, place / DESK)
    shutil.copytree(scene.folder / HUB, place / HUB)
    hub = SceneHub(place / HUB, scene.done.at)
    desk = SceneDesk(scene, place / DESK, faults, hub)
    assert desk.store.identity() is not None, "it is open before anything fails"
    return hub, desk


def _close(hub: SceneHub, desk: SceneDesk) -> None:
    engines: tuple[sa.Engine, sa.Engine] = (desk.engine, hub.engine)
    for engine in engines:
        engine.dispose()


def _is(found: DeskContent, expected: DeskContent) -> bool:
    return (found.rows, found.own) == (expected.rows, expected.own)
