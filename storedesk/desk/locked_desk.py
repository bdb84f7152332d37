"""The life of a worker whose desk has been revoked: it wipes what is left, says so, and saves nothing more."""

import asyncio
from collections.abc import Callable
from typing import Any

from storedesk.desk.revocation import Revocation, Revoked
from storedesk.protocol.desk_link import (
    Answered,
    CheckSupervisor,
    Perform,
    Performed,
    SignedIn,
    SignIn,
    SignInByBadge,
    StartAnew,
    Started,
    Stop,
)

_AGAIN_SECONDS = 2.0


async def stay_locked(
    revocation: Revocation, revoked: Revoked, messages: "asyncio.Queue[Any]", tell: Callable[[Any], None]
) -> bool:
    """Until the window closes (False), or somebody sets the machine up as a new desk (True).

    What the window still holds open is tried again, after it has been told.
    """
    told = Started(
        phase="revoked", place_code=revoked.place_code, desk=revoked.desk, rescue_file=revoked.file,
        unsent=revoked.unsent, revoked_at=revoked.at,
    )  # fmt: skip
    tell(told)
    wiped = await asyncio.to_thread(revocation.finish)
    while True:
        try:
            message = await asyncio.wait_for(messages.get(), None if wiped else _AGAIN_SECONDS)
        except TimeoutError:
            wiped = await asyncio.to_thread(revocation.finish)
            continue
        if message is None or isinstance(message, Stop):
            return False
        if isinstance(message, StartAnew) and await asyncio.to_thread(revocation.begin_anew):
            return True
        answer = refusal(message)
        if answer is not None:
            tell(answer)


def refusal(message: Any) -> Any | None:
    """The answer to whatever is still asked of a desk that may not work any more; None where none is waited for."""
    if isinstance(message, Perform):
        return Performed(request=message.request, outcome="unavailable", why="revoked")
    if isinstance(message, SignIn | SignInByBadge | CheckSupervisor):
        return SignedIn(request=message.request, outcome="unavailable")
    request = getattr(message, "request", 0)
    return Answered(request=request, problem="revoked") if request else None
