"""The hub's log: one JSON line each, ids and numbers only, nothing about a person."""

from collections.abc import Callable
from typing import Any, TextIO

import structlog
from litestar.enums import ScopeType
from litestar.types import ASGIApp, Message, Receive, Scope, Send

Log = structlog.typing.FilteringBoundLogger
QUIET_PATHS = frozenset({"/v1/health"})
_LONGEST_PATH = 80


def hub_log(stream: TextIO, now: Callable[[], int]) -> Log:
    """Writes to ``stream``, with the hub's time in UTC milliseconds."""

    def with_time(_logger: Any, _method: str, event: Any) -> Any:
        return {"at": now(), **event}

    processors: list[structlog.typing.Processor] = [
        structlog.processors.add_log_level,
        with_time,
        structlog.processors.JSONRenderer(),
    ]
    log: Log = structlog.wrap_logger(
        structlog.PrintLogger(stream),
        processors=processors,
        wrapper_class=structlog.make_filtering_bound_logger(20),
    )
    return log


def request_log(log: Log, clock: Callable[[], float]) -> Callable[[ASGIApp], ASGIApp]:
    """Middleware that logs path, status and milliseconds of each request; ``clock`` counts seconds."""

    def around(app: ASGIApp) -> ASGIApp:
        async def logged(scope: Scope, receive: Receive, send: Send) -> None:
            if scope["type"] != ScopeType.HTTP or scope["path"] in QUIET_PATHS:
                await app(scope, receive, send)
                return
            begun, status = clock(), 0

            async def noting(message: Message) -> None:
                nonlocal status
                if message["type"] == "http.response.start":
                    status = message["status"]
                await send(message)

            try:
                await app(scope, receive, noting)
            finally:
                took = round((clock() - begun) * 1000, 1)
                path = scope["path"][:_LONGEST_PATH]
                log.info("request", path=path, status=status, ms=took)

        return logged

    return around
