"""A desk's real worker that marks what it is at, so that whoever kills it can tell where the kill hit."""

import functools
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from storedesk.desk.commands import worker
from storedesk.desk.desk_files import DeskFiles
from storedesk.desk.hub_client import HubClient
from storedesk.protocol.wire import HelloRequest, PullRequest, PushRequest, SnapshotRequest
from storedesk.storage.desk_store import DeskStore
from tests.processes.marks import DATABASE, IDLE, LINE, Marking

CALLS: dict[type[Any], str] = {
    HelloRequest: "hello",
    PushRequest: "pushing",
    PullRequest: "pulling",
    SnapshotRequest: "copying",
}
STEPS = {"perform": "performing", "seal": "sealing", "decided": "deciding", "apply": "applying"}


def mark_all(marking: Marking) -> None:
    """The product's own methods, each in a pair of marks."""
    for name, word in STEPS.items():
        setattr(DeskStore, name, _step(marking, word, getattr(DeskStore, name)))
    for name in ("adopt", "level"):
        if hasattr(DeskFiles, name):
            setattr(DeskFiles, name, _step(marking, "copying", getattr(DeskFiles, name)))
    DeskFiles.open = _opened(marking, DeskFiles.open)  # type: ignore[method-assign]
    for name in ("call", "enrol", "fetch_snapshot"):
        setattr(HubClient, name, _asked(marking, name, getattr(HubClient, name)))


def _step(marking: Marking, word: str, real: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(real)
    def step(*args: Any, **named: Any) -> Any:
        with marking.during(DATABASE, word):
            return real(*args, **named)

    return step


def _opened(marking: Marking, real: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(real)
    def opened(*args: Any, **named: Any) -> Any:
        try:
            return real(*args, **named)
        finally:
            marking.put(DATABASE, IDLE)

    return opened


def _asked(marking: Marking, name: str, real: Callable[..., Awaitable[Any]]) -> Callable[..., Awaitable[Any]]:
    @functools.wraps(real)
    async def asked(client: HubClient, request: Any, *args: Any) -> Any:
        word = {"enrol": "enrolling", "fetch_snapshot": "copying"}.get(name) or CALLS[type(request)]
        with marking.during(LINE, word):
            return await real(client, request, *args)

    return asked


if __name__ == "__main__":
    profile, marks = sys.argv[1:]
    mark_all(Marking.begin(Path(marks)))
    worker(["--profile", profile])
