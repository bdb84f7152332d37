"""Once a minute on the hub: stores whose tills are silent get their task, or it ends when they speak."""

from functools import partial

from storedesk.actions.till_watch import TASK, ask_about_tills, end_if_heard
from storedesk.domain.till_silence import hours_of_place, silent_since
from storedesk.hub.minute_steps import Step
from storedesk.storage.database_work import Connection
from storedesk.storage.desk_lines import open_tasks_about_desks
from storedesk.storage.till_feeds import HeardTills, heard_tills


def till_steps(connection: Connection, now: int) -> list[Step]:
    """``now`` in UTC milliseconds."""
    silent = silent_places(heard_tills(connection), now)
    marks = frozenset(silent)
    ended = open_tasks_about_desks(connection, TASK)
    return [
        *(partial(end_if_heard, task_id=one, silent=marks, now=now) for one in ended),
        *(partial(ask_about_tills, place_id=place_id, since=since, now=now) for place_id, since in silent),
    ]


def silent_places(tills: list[HeardTills], now: int) -> list[tuple[int, int]]:
    """Places that are silent for so long that somebody must look, each with the time of the last line."""
    found = []
    for one in tills:
        hours = hours_of_place(one.place)
        since = None if hours is None else silent_since(one.last_sale_at, hours, now, max(1, one.rule.task))
        if since is not None:
            found.append((one.place.id, since))
    return found
