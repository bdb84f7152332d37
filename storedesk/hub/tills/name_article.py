"""Lines that were set aside are booked once their article is known: named by somebody, or come in meanwhile."""

from collections.abc import Callable

from storedesk.actions.till_watch import article_task_id
from storedesk.domain.records import Task
from storedesk.hub.tills.articles import Articles
from storedesk.hub.tills.take_sales import book, understood
from storedesk.storage import outside_stock, till_lines
from storedesk.storage.database_work import Connection
from storedesk.storage.hub_rows import one_at_a_time
from storedesk.storage.rows import Rows

NAMED = "named"
MOST_CODES = 500


def name_article(
    connection: Connection, place_id: int, code: str, variant_id: int, now: int, random_tag: Callable[[], int]
) -> int:
    """From now on the code of this place's tills (0: of all tills) is this article; the lines booked by it."""
    one_at_a_time(connection)
    till_lines.name_article(connection, place_id, code, variant_id, now)
    return sum(
        try_again(connection, waiting.place_id, code, now, random_tag)
        for waiting in till_lines.waiting_codes(connection)
        if waiting.article == code and place_id in (0, waiting.place_id)
    )


def try_known(connection: Connection, now: int, random_tag: Callable[[], int]) -> int:
    """Books what waits for articles that have become known; how many lines."""
    waiting = till_lines.waiting_codes(connection)[:MOST_CODES]
    articles = Articles(connection, [(one.place_id, one.article) for one in waiting])
    known = [one for one in waiting if not isinstance(articles.find(one.place_id, one.article), str)]
    if known:
        one_at_a_time(connection)
    return sum(try_again(connection, one.place_id, one.article, now, random_tag) for one in known)


def try_again(
    connection: Connection, place_id: int, code: str, now: int, random_tag: Callable[[], int]
) -> int:
    found = Articles(connection, [(place_id, code)]).find(place_id, code)
    lines = [understood(kept, found) for kept in till_lines.aside_lines(connection, place_id, code)]
    ready = [kept for kept in lines if kept.variant_id is not None]
    if ready:
        book(connection, ready, now, random_tag)
    if ready and len(ready) == len(lines):
        _close(connection, place_id, code, now, random_tag)
    return len(ready)


def _close(connection: Connection, place_id: int, code: str, now: int, random_tag: Callable[[], int]) -> None:
    found = Rows(connection).get("task", (article_task_id(place_id, code),))
    task: Task | None = None if found is None else found.row
    if task is not None and task.state != "answered":
        done = task._replace(state="answered", answer=NAMED, answered_by=0, answered_at=now)
        outside_stock.write(connection, [done], random_tag)
