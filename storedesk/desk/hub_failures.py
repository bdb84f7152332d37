"""Why the hub could not be asked, each with the key of its text on screen; none of them touches the outbox."""

from storedesk.protocol.wire import WireError


class HubFailure(Exception):
    """The request got no answer of the hub, or none that can be used."""

    key = "no_line"


class NoLine(HubFailure):
    """Nobody answers at this address, or the line broke."""


class TooSlow(HubFailure):
    """No complete answer in time."""

    key = "too_slow"


class WrongCertificate(HubFailure):
    """Whoever answers cannot show that it is the hub."""

    key = "wrong_certificate"


class NotAHub(HubFailure):
    """Something else answers: the log-in page of a network, another server, a broken proxy."""

    key = "not_a_hub"


class SnapshotDamaged(HubFailure):
    """The fetched file is not the one that was announced; it was thrown away."""

    key = "snapshot_damaged"


class Refused(HubFailure):
    """The hub answered with a numbered error."""

    key = "refused"

    def __init__(self, error: WireError) -> None:
        super().__init__(f"{error.number} {error.detail}".strip())
        self.error = error


class WrongAddress(ValueError):
    """The text is no address a desk may use for its hub."""
