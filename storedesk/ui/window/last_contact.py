"""When central was last heard, as a handover without a line has to know it."""

from storedesk.desk.sign_in import may_supervise
from storedesk.ui.window.desk_session import DeskSession


def last_contact(session: DeskSession) -> int | None:
    """UTC milliseconds, 0 for never; None while the line carries and for whoever may supervise."""
    sync, user = session.sync, session.user
    if (sync is not None and sync.online) or (user is not None and may_supervise(user)):
        return None
    return 0 if sync is None else sync.last_good_at or 0
