"""What an action is recognised by, and the chain that holds a device's actions in their order."""

import hashlib
from collections.abc import Iterable

import msgspec

from storedesk.protocol.wire import ActionRecord


def content_hash(record: ActionRecord) -> str:
    """Over everything but the sequence, which may change when a device begins a new epoch."""
    return hashlib.sha256(msgspec.json.encode(msgspec.structs.replace(record, seq=0))).hexdigest()


def chain_after(chain: str, content: str) -> str:
    """The chain of an epoch behind one more action of that ``content_hash``; an epoch begins with ""."""
    return hashlib.sha256(chain.encode() + content.encode()).hexdigest()


def chain_over(records: Iterable[ActionRecord], chain: str = "") -> str:
    """The chain behind these actions."""
    for record in records:
        chain = chain_after(chain, content_hash(record))
    return chain
