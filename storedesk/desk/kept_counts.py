"""What has been counted by article but not sent yet, as the text that a desk keeps of it."""

from collections.abc import Mapping

import msgspec

NEW_TRANSFER = "transfer.new"


def counts_name(transfer_id: str) -> str:
    """Under which what is packed or unpacked of a transfer is kept."""
    return f"transfer.counts {transfer_id}"


def counts_text(counts: Mapping[int, int]) -> str:
    """Empty where nothing is counted."""
    counted = {variant: number for variant, number in counts.items() if number > 0}
    return msgspec.json.encode(counted).decode() if counted else ""


def counts_from(text: str) -> dict[int, int]:
    """Smallest steps by article; nothing where the text is none of ours."""
    try:
        return msgspec.json.decode(text, type=dict[int, int]) if text else {}
    except msgspec.MsgspecError:
        return {}
