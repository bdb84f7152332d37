"""The worker's end of the pipe to its window."""

import subprocess
import sys

from storedesk.protocol.desk_link import Stop, frame

WORKER = """
import asyncio
from storedesk.desk.worker_setup import WindowPipe, own_streams

async def live():
    pipe = WindowPipe(asyncio.get_running_loop(), *own_streams())
    print(type(await pipe.messages.get()).__name__)

asyncio.run(live())
"""


def test_a_worker_told_to_stop_ends_well_while_its_window_keeps_the_pipe() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", WORKER], stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=False
    ) as worker:
        assert worker.stdin is not None and worker.stderr is not None
        worker.stdin.write(frame(Stop()))
        worker.stdin.flush()
        assert (worker.stderr.read().split(), worker.wait(30)) == ([b"Stop"], 0)
