"""Whose details may stand on the screen: the orders whose caller has been verified since the last sign-in."""

from storedesk.desk.order_views import Shown
from storedesk.domain.place_of_work import place_kind
from storedesk.ui.window.desk_session import DeskSession


class CallerChecks:
    """Forgotten when the desk locks or another person signs in."""

    def __init__(self, session: DeskSession) -> None:
        self._session = session
        self._verified: set[str] = set()

    def add(self, order_id: str) -> None:
        self._verified.add(order_id)

    def forget(self) -> None:
        self._verified.clear()

    def shown(self, order_id: str) -> Shown:
        """On a customer-service desk nothing is told before; in a store the tails tell customers apart."""
        if order_id in self._verified:
            return Shown.ALL
        return Shown.COVERED if is_service_desk(self._session) else Shown.TAILS


def is_service_desk(session: DeskSession) -> bool:
    place = session.place
    return place is not None and place_kind(place.kind).follows_all_places
