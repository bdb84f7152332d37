"""Request bodies read with a cap and decoded strictly; replies encoded, packed where it pays, with their status."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any, NamedTuple, TypeVar

import msgspec

from storedesk.protocol import compression
from storedesk.protocol.activity_wire import ActivityReply
from storedesk.protocol.channel_wire import ChannelTold
from storedesk.protocol.enrolment import EnrolReply
from storedesk.protocol.routing_wire import WhatIfTold
from storedesk.protocol.till_wire import TillReply
from storedesk.protocol.wire import FoundOrders, OrderWhy, Reply, WireError, encode
from storedesk.protocol.wire_errors import HTTP_STATUS, WireErrorNumber

T = TypeVar("T")
READ_SECONDS = 30.0


class BadBody(Exception):
    """The request cannot be taken; ``number`` is TOO_LARGE or UNREADABLE."""

    def __init__(self, number: WireErrorNumber, detail: str) -> None:
        super().__init__(detail)
        self.number = number
        self.detail = detail


class Packed(NamedTuple):
    """A reply as it travels."""

    status: int
    body: bytes
    encoding: str | None
    number: int = 0


async def read_body(chunks: AsyncIterator[bytes], announced: str | None, limit: int) -> bytes:
    """The raw body; raises ``BadBody`` as soon as more than ``limit`` bytes are announced or have come."""
    if announced is not None and (
        not announced.isascii() or not announced.isdigit() or int(announced) > limit
    ):
        raise BadBody(WireErrorNumber.TOO_LARGE, f"more than {limit} bytes")
    body = bytearray()
    try:
        async with asyncio.timeout(READ_SECONDS):
            async for chunk in chunks:
                body += chunk
                if len(body) > limit:
                    raise BadBody(WireErrorNumber.TOO_LARGE, f"more than {limit} bytes")
    except TimeoutError:
        raise BadBody(WireErrorNumber.UNREADABLE, f"not complete after {READ_SECONDS:.0f} s") from None
    return bytes(body)


def decode(body: bytes, encoding: str | None, decoder: "msgspec.json.Decoder[T]", limit: int) -> T:
    """The message in a body; raises ``BadBody``."""
    if encoding not in (None, "", "identity", "zstd"):
        raise BadBody(WireErrorNumber.UNREADABLE, "only zstd bodies are unpacked")
    try:
        return decoder.decode(compression.unpack(body, limit) if encoding == "zstd" else body)
    except compression.TooLarge as error:
        raise BadBody(WireErrorNumber.TOO_LARGE, str(error)) from error
    except compression.Unreadable as error:
        raise BadBody(WireErrorNumber.UNREADABLE, str(error)) from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        detail = str(error)[:200] if isinstance(error, msgspec.ValidationError) else "no message in JSON"
        raise BadBody(WireErrorNumber.UNREADABLE, detail) from error


def pack(
    reply: Reply
    | EnrolReply
    | FoundOrders
    | OrderWhy
    | TillReply
    | ActivityReply
    | ChannelTold
    | WhatIfTold
    | dict[str, Any],
    accepted: str,
) -> Packed:
    """``accepted`` is the request's ``Accept-Encoding``."""
    body = encode(reply)
    number = int(reply.number) if isinstance(reply, WireError) else 0
    status = HTTP_STATUS.get(WireErrorNumber(number), 500) if number else 200
    if len(body) >= compression.WORTH_BYTES and "zstd" in accepted:
        return Packed(status, compression.pack(body), "zstd", number)
    return Packed(status, body, None, number)
