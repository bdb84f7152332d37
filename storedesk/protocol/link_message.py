"""What every message between a desk's window and its worker is."""

import msgspec


class LinkMessage(msgspec.Struct, frozen=True, kw_only=True, tag_field="type"):
    """Anything between window and worker; ``request`` pairs an answer with its question."""
