"""The kinds of action of a place's day and its desks."""

from storedesk.actions import day_args, day_work, desk_work, parked_work
from storedesk.actions.action import ActionKind

DAY_KINDS: tuple[ActionKind, ...] = (
    ActionKind("OpenDay", 1, day_args.OpenDay, "day.run", False, day_work.begin_open, day_work.open_day),
    ActionKind(
        "ChangeShift", 1, day_args.ChangeShift, "day.run", False, day_work.begin_change, day_work.change_shift
    ),
    ActionKind("CloseDay", 1, day_args.CloseDay, "day.run", False, day_work.begin_close, day_work.close_day),
    ActionKind(
        "ReplaceDesk",
        1,
        day_args.ReplaceDesk,
        "desk.replace",
        False,
        desk_work.begin_replace,
        desk_work.replace,
    ),
    ActionKind(
        "RetryParked", 1, day_args.RetryParked, "task.answer", False, parked_work.begin, parked_work.retry
    ),
    ActionKind(
        "DismissParked",
        1,
        day_args.DismissParked,
        "task.dismiss",
        False,
        parked_work.begin,
        parked_work.dismiss,
    ),
)
