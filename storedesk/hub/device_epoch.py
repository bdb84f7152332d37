"""When a device has to number its actions anew: its data is in use twice, or this hub has been put back."""

from storedesk.protocol.wire import HelloRequest
from storedesk.storage.database_work import Connection
from storedesk.storage.hub_inbox import DeviceRow
from storedesk.storage.pull_page import cursor_is_known, was_given_out


def has_forgotten(connection: Connection, device: DeviceRow, request: HelloRequest) -> bool:
    """Whether the desk proves that this hub was put back, or is too far behind to be told what is new.

    It knows of an epoch, a place in the feed or a number that this hub does not. Of an epoch before the one in
    which that was last found out it proves nothing new: the desk has not heard of it yet.
    """
    if request.epoch > device.epoch:
        return True
    if request.epoch < device.lost_epoch:
        return False
    if request.cursor is not None and not cursor_is_known(connection, request.cursor):
        return True
    if request.seen is not None and not was_given_out(connection, request.seen):
        return True
    return request.epoch == device.epoch and _lacks_a_number(device, request)


def was_put_back(connection: Connection, request: HelloRequest) -> bool:
    """Whether the desk, of which ``has_forgotten`` is true, proves more than that it is far behind."""
    too_old = request.cursor is not None and was_given_out(connection, request.cursor)
    return not too_old or (request.cursor is not None and cursor_is_known(connection, request.cursor))


def _lacks_a_number(device: DeviceRow, request: HelloRequest) -> bool:
    """Whether the number that comes next here is one that the desk no longer holds."""
    if request.oldest_seq == 0:
        return request.last_seq > device.last_seq
    return request.oldest_seq > device.last_seq + 1


def after_loss(device: DeviceRow, desk_epoch: int, now: int) -> DeviceRow:
    """An epoch that nobody has used, in which the desk offers all that it keeps.

    Also none of a copy of the desk that has not been heard since: it is counted on from the time (UTC ms), which
    is ahead of every epoch that was begun in the history that was lost.
    """
    epoch = max(device.epoch + 1, desk_epoch + 1, now)
    return device._replace(epoch=epoch, last_seq=0, chain="", lost_epoch=epoch)


def after_fork(device: DeviceRow) -> DeviceRow:
    """Same device and number, another action: its data was copied or put back; it counts from 1 again."""
    return device._replace(epoch=device.epoch + 1, last_seq=0, chain="", forks=device.forks + 1)


def anew(device: DeviceRow) -> DeviceRow:
    """The desk holds no number of this epoch, since its database is new."""
    return device._replace(epoch=device.epoch + 1, last_seq=0, chain="")
