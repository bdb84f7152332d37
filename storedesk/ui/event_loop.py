"""Qt's event loop as asyncio's: the one place that knows qasync."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from PySide6.QtWidgets import QApplication
from qasync import QEventLoop


class Background:
    """Coroutines of the window; one that fails is reported loudly and never passes in silence."""

    def __init__(self, report: Callable[[BaseException], None]) -> None:
        self._report = report
        self._tasks: set[asyncio.Task[Any]] = set()

    def start(self, work: Coroutine[Any, Any, Any]) -> None:
        """On the window's thread, inside the loop."""
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    def _ended(self, task: "asyncio.Task[Any]") -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            self._report(error)


def run_on_qt(app: QApplication, main: Callable[[], Coroutine[Any, Any, int]]) -> int:
    """Runs ``main`` on Qt's loop and returns its exit code; what it leaves running is cancelled."""
    with asyncio.Runner(loop_factory=lambda: QEventLoop(app, already_running=False)) as runner:
        return runner.run(main())
