"""One entrance to the hub: a request of a known device in, a reply out; no HTTP, no clock of its own."""

from collections.abc import Callable, Sequence
from typing import Any

from storedesk.domain.tables import scopes_of_desk
from storedesk.hub import parked_work
from storedesk.hub.activity.retention_hour import forget_activity
from storedesk.hub.compact_hour import compact_by_night
from storedesk.hub.decide_push import FORK, NO_FAULTS, Begun, Faults, finish, push
from storedesk.hub.desk_minute import desk_steps
from storedesk.hub.device_epoch import after_loss, anew, has_forgotten, was_put_back
from storedesk.hub.late_minute import late_steps
from storedesk.hub.message_minute import message_steps
from storedesk.hub.minute_steps import take_steps
from storedesk.hub.people_hour import hourly_people_steps
from storedesk.hub.push_batches import Push
from storedesk.hub.retention_minute import forget
from storedesk.hub.routing_minute import routing_steps
from storedesk.hub.stock_minute import stock_steps
from storedesk.hub.tills.silence_minute import till_steps
from storedesk.hub.try_marks import TryMarks
from storedesk.protocol.wire import (
    WIRE_VERSION,
    HelloReply,
    HelloRequest,
    PullReply,
    PullRequest,
    PushRequest,
    Reply,
    Request,
    WireError,
)
from storedesk.protocol.wire_errors import WireErrorNumber
from storedesk.protocol.wire_versions import SPOKEN, Spoken
from storedesk.storage import desk_lines, hub_inbox, hub_parked, hub_places
from storedesk.storage.database_work import Connection
from storedesk.storage.feed_writer import FeedWriter
from storedesk.storage.hub_inbox import DeviceRow
from storedesk.storage.older_wire import page_in_older_wire
from storedesk.storage.pull_page import TooFarBehind, cursor_is_known, pull_page

PARKED = "parked"


def no_alarm(event: str, **facts: Any) -> None:
    """For a hub whose log nobody reads."""


class Hub:
    """Decides requests within the transaction that the caller has begun and will commit.

    ``random_tag`` gives 62-bit numbers; ``alarm`` logs an event with ids and numbers. Not safe for several
    threads on one connection.
    """

    def __init__(
        self,
        random_tag: Callable[[], int],
        faults: Faults = NO_FAULTS,
        alarm: Callable[..., None] = no_alarm,
        *,
        spoken: Spoken = SPOKEN,
        marks: TryMarks | None = None,
        rescue_key: str = "",
    ) -> None:
        """``marks`` outlive the process; ``rescue_key`` is what a revoked desk seals its unsent work with."""
        self._random_tag = random_tag
        self._faults = faults
        self._alarm = alarm
        self._spoken = spoken
        self._marks = marks or TryMarks()
        self._rescue_key = rescue_key

    def handle(self, connection: Connection, device_id: str, request: Request, now: int) -> Reply:
        """``now`` is the hub's clock in UTC milliseconds. Snapshots are built elsewhere."""
        if isinstance(request, PushRequest):
            (answer,) = self.handle_pushes(connection, [Push(device_id, request)], now, lambda: False)
            return answer or WireError(number=WireErrorNumber.BUSY, now=now)
        hello = isinstance(request, HelloRequest)
        device = hub_inbox.device_row(connection, device_id, lock=hello)
        if device is None:
            return WireError(number=WireErrorNumber.UNKNOWN_DEVICE, now=now)
        if isinstance(request, HelloRequest):
            return self._hello(connection, device, request, now)
        if device.revoked:
            return WireError(number=WireErrorNumber.REVOKED, now=now)
        if isinstance(request, PullRequest):
            return self._pull(connection, device, request, now)
        return WireError(number=WireErrorNumber.UNREADABLE, now=now)

    def handle_pushes(
        self, connection: Connection, pushes: Sequence[Push], now: int, go_on: Callable[[], bool]
    ) -> list[Reply | None]:
        """See ``push_batches.Decider``."""
        feed = self._faults.feed_writer(connection, self._random_tag)
        devices = hub_inbox.locked_devices(connection, [one.device_id for one in pushes])
        begun: list[Begun | WireError | None] = []
        for device_id, request in pushes:
            wait = not any(isinstance(one, Begun) for one in begun)
            begun.append(self._push(connection, devices.get(device_id), request, now, feed, wait=wait))
            if not go_on():
                break
        return [*finish(connection, begun, now, feed)]

    def _push(
        self,
        connection: Connection,
        owner: DeviceRow | None,
        request: PushRequest,
        now: int,
        feed: FeedWriter,
        *,
        wait: bool,
    ) -> Begun | WireError | None:
        if owner is None:
            return WireError(number=WireErrorNumber.UNKNOWN_DEVICE, now=now)
        if owner.revoked:
            return WireError(number=WireErrorNumber.REVOKED, now=now)
        begun = push(connection, owner, request, now, feed, self._faults, self._marks, wait=wait)
        if isinstance(begun, WireError) and begun.detail == FORK:
            self._alarm("a device's data is in use twice", device=owner.id, epoch=begun.expected)
        return begun

    def mind(self, connection: Connection, now: int) -> int:
        """What time alone does, once a minute; the feed's position afterwards."""
        steps = [
            *stock_steps(connection, now),
            *late_steps(connection, now),
            *hourly_people_steps(connection, now),
            *desk_steps(connection, now),
            *message_steps(connection, now),
            *routing_steps(connection, now),
            *till_steps(connection, now),
        ]
        feed = FeedWriter(connection, self._random_tag)
        again = parked_work.retry_known_kinds(connection, now, self._marks)
        parked_work.note(feed, again)
        take_steps(connection, steps, feed)
        forget_activity(connection, feed, now)
        forget(connection, now)
        position = feed.write().position
        parked_work.settle(connection, again, position, now)
        compact_by_night(connection, now)
        return position

    def _hello(self, connection: Connection, device: DeviceRow, request: HelloRequest, now: int) -> Reply:
        if not self._spoken.accepts(request.wire):
            return self._other_version(request.wire, now)
        device = self._with_epoch(connection, device, request, now)
        hub_inbox.save_device(connection, device, now)
        desk_lines.note_hello(connection, device.id, request.oldest_unsent_at, now)
        place = hub_places.place(connection, device.place_id)
        decisions = hub_parked.decided_since(connection, device.id, request.parked)
        head = FeedWriter.head(connection)
        return HelloReply(
            instance=hub_places.instance(connection),
            now=now,
            epoch=device.epoch,
            last_seq=device.last_seq,
            revoked=bool(device.revoked),
            place_id=place.id,
            place_code=place.code,
            desk=device.code,
            scopes=list(desk_scopes(connection, device.place_id)),
            head=head.position,
            decisions=decisions,
            rescue_key=self._rescue_key if device.revoked else "",
            cursor_known=request.cursor is None or cursor_is_known(connection, request.cursor),
            forks=device.forks,
            put_back=request.epoch < device.lost_epoch,
            decided_head=head if decisions else None,
        )

    def _with_epoch(
        self, connection: Connection, device: DeviceRow, request: HelloRequest, now: int
    ) -> DeviceRow:
        """The device as of this hello: in a new epoch if need be, and heard from as far as it can be believed."""
        if not self._faults.no_look_for_loss and has_forgotten(connection, device, request):
            if was_put_back(connection, request):
                hub_places.note_put_back(connection, now)
            device = after_loss(device, request.epoch, now)
            self._alarm("a device knows what this hub does not", device=device.id, epoch=device.epoch)
        elif request.epoch == 0 and device.last_seq > 0:
            device = anew(device)
        if request.epoch < device.lost_epoch:
            return device
        return device._replace(heard_until=max(device.heard_until, min(request.heard, now)))

    def _pull(self, connection: Connection, device: DeviceRow, request: PullRequest, now: int) -> Reply:
        allowed = set(desk_scopes(connection, device.place_id))
        if not allowed.issuperset(request.scopes):
            return WireError(number=WireErrorNumber.SCOPE_NOT_ALLOWED, now=now)
        if not self._spoken.accepts(request.wire):
            return self._other_version(request.wire, now)
        try:
            page: PullReply | None = pull_page(connection, request.cursor, request.scopes, request.limit)
        except TooFarBehind:
            return WireError(number=WireErrorNumber.TOO_FAR_BEHIND, now=now)
        if page is None:
            return WireError(number=WireErrorNumber.UNKNOWN_CURSOR, now=now)
        older = self._spoken.is_older(request.wire)
        return page_in_older_wire(connection, page, self._spoken) if older else page

    def _other_version(self, wire: int, now: int) -> WireError:
        old = wire < WIRE_VERSION
        return WireError(
            number=WireErrorNumber.WIRE_TOO_OLD if old else WireErrorNumber.WIRE_TOO_NEW, now=now
        )


def desk_scopes(connection: Connection, place_id: int) -> tuple[str, ...]:
    """The scopes a desk at this place follows: a store its own work, customer service that of every place."""
    return scopes_of_desk(place_id, *hub_places.followed_places(connection, place_id))
