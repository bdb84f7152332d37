"""Once a minute on the hub: desks that are connected and do not send get their task, or are told to be well."""

from functools import partial

from storedesk.actions.desk_watch import TASK, ask_about_desk, end_if_it_sends
from storedesk.domain.sync_alarm import does_not_send
from storedesk.hub.minute_steps import Step
from storedesk.storage.database_work import Connection
from storedesk.storage.desk_lines import HeardDesk, heard_desks, open_tasks_about_desks


def desk_steps(connection: Connection, now: int) -> list[Step]:
    """``now`` in UTC milliseconds."""
    stuck = desks_that_do_not_send(heard_desks(connection), now)
    marks = frozenset((desk.code, unsent_at) for desk, unsent_at in stuck)
    ended = open_tasks_about_desks(connection, TASK)
    return [
        *(partial(end_if_it_sends, task_id=one, stuck=marks, now=now) for one in ended),
        *(
            partial(ask_about_desk, desk=desk.code, place_id=desk.place_id, unsent_at=unsent_at, now=now)
            for desk, unsent_at in stuck
        ),
    ]


def desks_that_do_not_send(desks: list[HeardDesk], now: int) -> list[tuple[HeardDesk, int]]:
    """Each with the time (UTC ms) at which its oldest unsent action was made."""
    return [
        (desk, desk.line.unsent_at)
        for desk in desks
        if desk.line is not None and desk.line.unsent_at is not None and does_not_send(desk.line, now)
    ]
