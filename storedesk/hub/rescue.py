"""Deciding what a revoked desk could not send any more, from the file it left; as that desk, marked as rescued."""

from collections import Counter
from collections.abc import Callable

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from storedesk.hub import parked_work
from storedesk.hub.decide_action import decide_action
from storedesk.hub.parked_work import Again
from storedesk.hub.try_marks import TryMarks
from storedesk.protocol.rescue_file import NotARescueFile, open_work, read_rescue_file, signed_bytes
from storedesk.protocol.wire import ActionRecord, Decision
from storedesk.storage import hub_inbox
from storedesk.storage.database_work import Connection
from storedesk.storage.devices import find_device
from storedesk.storage.feed_writer import FeedWriter
from storedesk.storage.hub_inbox import DeviceRow

KNOWN = "known already"


def rescue(
    connection: Connection, data: bytes, own: X25519PrivateKey, now: int, random_tag: Callable[[], int]
) -> Counter[str]:
    """How many actions had which outcome, in one transaction; raises ``NotARescueFile``.

    An action that was decided before is not decided again: a file may be given twice.
    """
    file = read_rescue_file(data)
    device = find_device(connection, file.device_id)
    owner = hub_inbox.device_row(connection, file.device_id, lock=True)
    if device is None or owner is None:
        raise NotARescueFile("This hub does not know the desk that has left the file.")
    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(device.public_key))
        key.verify(file.signature, signed_bytes(file))
    except (InvalidSignature, ValueError) as error:
        raise NotARescueFile(
            "The file was not written by the desk it names, or was changed since."
        ) from error
    return _decide(connection, owner, open_work(file, own), now, random_tag)


def _decide(
    connection: Connection,
    owner: DeviceRow,
    actions: list[ActionRecord],
    now: int,
    random_tag: Callable[[], int],
) -> Counter[str]:
    feed, marks = FeedWriter(connection, random_tag), TryMarks()
    decided: dict[str, tuple[ActionRecord, Decision]] = {}
    again: list[Again] = []
    counts: Counter[str] = Counter()
    last_at = owner.last_at
    for record in actions:
        if record.id in decided or hub_inbox.stored_decision(connection, record.id) is not None:
            counts[KNOWN] += 1
            continue
        last_at = min(max(record.at, last_at), now)
        verdict = decide_action(connection, owner, record, last_at, now, feed, marks, wait=True)
        decided[record.id] = (record, verdict.decision)
        again += [] if verdict.again is None else [verdict.again]
        counts[verdict.decision.outcome] += 1
    position = feed.write().position
    done = [
        (owner, record, msgspec.structs.replace(decision, position=position))
        for record, decision in decided.values()
    ]
    hub_inbox.store_decisions(connection, done, now, rescued=True)
    hub_inbox.write_audits(connection, [(*one[:2], f"rescued {one[2].outcome}") for one in done], now)
    parked_work.settle(connection, again, position, now)
    return counts
