"""What is forgotten at the hub leaves the desks with their next round."""

from pathlib import Path

from storedesk.domain.records import BuyerView
from storedesk.hub.activity.retention_hour import forget_old_activity
from storedesk.storage.feed_writer import FeedWriter
from tests.small_shop import ALVA, NOW, RASK
from tests.world import make_world

DAY_MS = 86_400_000


def test_a_desk_forgets_what_a_buyer_looked_at_after_ninety_days(tmp_path: Path) -> None:
    hub, (desk, _) = make_world(tmp_path)
    views = [
        BuyerView("v1", 1, 2, 1, ALVA, "2026-11-23", NOW, 3),
        BuyerView("v2", 1, 2, 1, RASK, "2026-11-13", NOW - 10 * DAY_MS, 1),
    ]
    hub.write(list(views))
    assert desk.sync().kind == "done"
    assert desk.rows("SELECT count(*) FROM buyer_view")[0][0] == 2
    for days, left in ((85, ["v1"]), (95, [])):
        with hub.engine.begin() as connection:
            feed = FeedWriter(connection, hub.tag)
            forget_old_activity(connection, feed, NOW + days * DAY_MS)
            feed.write()
        assert desk.sync().kind == "done"
        assert [row[0] for row in desk.rows("SELECT id FROM buyer_view")] == left
