"""The one place where Qt's event loop and asyncio meet."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from PySide6.QtWidgets import QApplication
from qasync import QEventLoop


def run_with_qt(
    app: QApplication,
    main: Callable[[], Coroutine[Any, Any, int]],
    on_failure: Callable[[BaseException | None, str], None],
) -> int:
    """Run a coroutine on Qt's loop until it ends; returns its exit code. Blocks.

    `on_failure` hears of tasks that failed while nobody waited for them, and of errors in callbacks.
    """

    def make_loop() -> asyncio.AbstractEventLoop:
        loop: asyncio.AbstractEventLoop = QEventLoop(app)
        loop.set_exception_handler(
            lambda _, context: on_failure(context.get("exception"), str(context.get("message", "")))
        )
        return loop

    with asyncio.Runner(loop_factory=make_loop) as runner:
        return runner.run(main())


class Tasks:
    """Keeps the tasks started from signals alive until they end, and ends them with the window."""

    def __init__(self) -> None:
        self._running: set[asyncio.Task[object]] = set()

    def start(self, work: Coroutine[Any, Any, object]) -> None:
        """Run a coroutine in the background; its failure goes to the loop's handler, never unseen."""
        task = asyncio.get_running_loop().create_task(work)
        self._running.add(task)
        task.add_done_callback(self._ended)

    async def stop(self) -> None:
        """Cancel what still runs and wait for it."""
        waiting = tuple(self._running)
        for task in waiting:
            task.cancel()
        await asyncio.gather(*waiting, return_exceptions=True)

    def _ended(self, task: asyncio.Task[object]) -> None:
        self._running.discard(task)
        if not task.cancelled() and (failure := task.exception()) is not None:
            context = {"message": "A task failed", "exception": failure, "task": task}
            task.get_loop().call_exception_handler(context)
