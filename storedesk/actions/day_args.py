"""The arguments of the actions of a place's day, as they travel."""

from typing import Annotated

from msgspec import Meta

from storedesk.actions.action import Args
from storedesk.actions.pickup_args import Id, Note, Number

Day = Annotated[str, Meta(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$", max_length=10)]


DeskCode = Annotated[str, Meta(min_length=1, max_length=40)]


class OpenDay(Args, frozen=True):
    """``day`` is the local date of the place, here and below."""

    day: Day
    note: Note = ""


class ChangeShift(Args, frozen=True):
    """``leaving`` goes home; the claims pass to ``to``, or are given back where it is None."""

    day: Day
    leaving: Number
    to: Number | None = None
    note: Note = ""


class CloseDay(Args, frozen=True):
    """``seen`` are the parcels scanned on the pickup shelf."""

    day: Day
    seen: Annotated[tuple[Id, ...], Meta(max_length=2_000)]
    note: Note = ""


class ReplaceDesk(Args, frozen=True):
    """``desk`` is the code of the desk that is no longer used."""

    desk: DeskCode


class RetryParked(Args, frozen=True):
    """``task_id`` names the task about an action that central could not decide, here and below."""

    task_id: Id


class DismissParked(Args, frozen=True):
    task_id: Id
