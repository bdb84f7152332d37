"""An action as it goes out: one that no hub could read is replaced by what a hub can keep."""

import msgspec

from storedesk.protocol.wire import ActionRecord

UNREADABLE = "Unreadable"
"""No kind of this name exists or ever will: a hub parks it, shows it as a task, and nobody waits behind it."""
_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(ActionRecord)


def sendable(record: ActionRecord) -> ActionRecord:
    """The record itself, or one of its id, number and time in its place.

    A hub refuses a whole push of which it cannot read a part; sent as it is, such a record would hold up all behind it.
    """
    try:
        _decoder.decode(_encoder.encode(record))
    except (msgspec.MsgspecError, ValueError):
        return ActionRecord(
            id=record.id[:200].replace("\0", ""), seq=record.seq, kind=UNREADABLE, version=1, at=record.at,
            at_error=0, boot="", staff_id=0, place_id=record.place_id, args=msgspec.Raw(b"{}"),
        )  # fmt: skip
    return record
