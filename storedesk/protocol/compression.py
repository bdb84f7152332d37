"""zstd bodies, packed quickly and unpacked with a cap on what comes out."""

import zstandard

LEVEL = 3
WORTH_BYTES = 1024
_WINDOW = 1 << 23


class TooLarge(Exception):
    """A body holds more than its reader allows."""


class Unreadable(Exception):
    """A body is no zstd frame, or is cut short."""


def pack(body: bytes) -> bytes:
    return zstandard.ZstdCompressor(level=LEVEL).compress(body)


def unpack(body: bytes, limit: int) -> bytes:
    """Decompressed bytes, read as a stream: memory stays under ``limit`` plus the window of 8 MiB.

    Raises ``TooLarge`` beyond ``limit`` decoded bytes and ``Unreadable`` for anything that is not one frame.
    """
    parts: list[bytes] = []
    left = limit + 1
    try:
        promised = zstandard.frame_content_size(body)
        if promised > limit:
            raise TooLarge(f"more than {limit} bytes")
        unpacker = zstandard.ZstdDecompressor(max_window_size=_WINDOW)
        with unpacker.stream_reader(body) as reader:
            while left and (part := reader.read(min(left, 1 << 18))):
                parts.append(part)
                left -= len(part)
    except zstandard.ZstdError as error:
        raise Unreadable("not zstd") from error
    if not left:
        raise TooLarge(f"more than {limit} bytes")
    unpacked = b"".join(parts)
    if promised not in (-1, len(unpacked)):
        raise Unreadable("cut short")
    return unpacked
