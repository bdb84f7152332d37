"""The worker process from its start to its end: one at a time for a profile, working, or locked once revoked."""

import asyncio
from pathlib import Path

from storedesk.desk import system_clock
from storedesk.desk.desk_log import set_up_log
from storedesk.desk.locked_desk import stay_locked
from storedesk.desk.profile import Profile
from storedesk.desk.revocation import Revocation
from storedesk.desk.worker import Worker
from storedesk.desk.worker_setup import WindowPipe, own_streams

LOCK_TRIES = 100


class WorkerBusy(Exception):
    """Another process works for this profile; the sentence says what to do."""


async def run_worker(folder: Path, app: str) -> int:
    """The worker's whole life on this process's standard streams; 0 when the window has closed.

    Raises ``WorkerBusy`` when another worker keeps the profile for ten seconds.
    """
    source, sink = own_streams()
    profile = Profile(folder)
    set_up_log(profile.logs / "worker.log", system_clock.wall_ms)
    lock = profile.worker_lock
    for _ in range(LOCK_TRIES):
        if lock.take():
            break
        await asyncio.sleep(0.1)
    else:
        raise WorkerBusy("Another StoreDesk uses this profile: close it, or give --profile another folder.")
    pipe = WindowPipe(asyncio.get_running_loop(), source, sink)
    with lock:
        try:
            await _live(profile, pipe, app)
        except asyncio.CancelledError:
            return 1
    return 0


async def _live(profile: Profile, pipe: WindowPipe, app: str) -> None:
    """As a working desk until central takes that away, then locked; perhaps as a new desk afterwards."""
    while True:
        revocation = Revocation(profile)
        if revocation.found() is None:
            await Worker(profile, pipe.tell, app).run(pipe.messages)
        revoked = revocation.found()
        if revoked is None or not await stay_locked(revocation, revoked, pipe.messages, pipe.tell):
            return
        profile = Profile(profile.folder)
