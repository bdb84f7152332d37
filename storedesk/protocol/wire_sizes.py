"""How much of a body each end reads, in bytes."""

REQUEST_BYTES = 1024 * 1024
"""A request, both as it travels and decoded; a push of 256 KiB fits with room for what surrounds it."""

REPLY_BYTES = 64 * 1024 * 1024
"""A reply, decoded."""

ENROL_BYTES = 4 * 1024
ERROR_BYTES = 64 * 1024
EVENT_BYTES = 4 * 1024
SNAPSHOT_BYTES = 64 * 1024 * 1024 * 1024
"""The largest snapshot file a desk takes."""
