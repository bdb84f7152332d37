"""The messages between a desk's window and its worker: frames of JSON on the worker's own pipes."""

from typing import Annotated, Any

import msgspec

from storedesk.protocol.central_link import AskChannels, ChannelsTold
from storedesk.protocol.link_message import LinkMessage
from storedesk.protocol.routing_link import AskWhatIf, AskWhy, WhatIfAnswered, WhyTold
from storedesk.protocol.wire import FoundOrder

FRAME_BYTES = 8 * 1024 * 1024


class Enrol(LinkMessage, frozen=True, kw_only=True, tag="enrol"):
    request: int
    hub_url: str
    code: str
    device_name: str


class Perform(LinkMessage, frozen=True, kw_only=True, tag="perform"):
    """``action_id`` is made once per press, so that asking again takes effect once; ``draft`` names the kept
    draft that is finished with it."""

    request: int
    action_id: str
    kind: str
    args: msgspec.Raw
    staff_id: int
    draft: str = ""


class SignIn(LinkMessage, frozen=True, kw_only=True, tag="sign_in"):
    request: int
    staff_id: int
    pin: str


class SignInByBadge(LinkMessage, frozen=True, kw_only=True, tag="sign_in_by_badge"):
    request: int
    token: str


class CheckSupervisor(LinkMessage, frozen=True, kw_only=True, tag="check_supervisor"):
    """A supervisor's PIN for one step of somebody else, who stays signed in; the answer is ``SignedIn``."""

    request: int
    staff_id: int
    pin: str


class PrintPaper(LinkMessage, frozen=True, kw_only=True, tag="print_paper"):
    """``paper`` is slip, slip_a5, pick_list, parcel_label, quote or return_slip; ``subject`` the id of its
    handover, fulfilment, parcel, quote or return. ``copy`` marks a reprint."""

    request: int
    paper: str
    subject: str
    staff_id: int
    language: str
    copy: bool = False


class TakeNumber(LinkMessage, frozen=True, kw_only=True, tag="take_number"):
    """The document number of a record that gets a paper, in the answer's ``detail``: given once and final."""

    request: int
    record_id: str


class KeepDraft(LinkMessage, frozen=True, kw_only=True, tag="keep_draft"):
    """Unfinished work to be there after a restart, in place of what was kept under the name; empty forgets it."""

    request: int
    name: Annotated[str, msgspec.Meta(min_length=1, max_length=80)]
    content: Annotated[str, msgspec.Meta(max_length=20_000)]


class LookUpOrders(LinkMessage, frozen=True, kw_only=True, tag="look_up_orders"):
    """Asks the hub for orders that this desk does not hold; answered with ``OrdersLookedUp``."""

    request: int
    text: str
    staff_id: int


class SyncNow(LinkMessage, frozen=True, kw_only=True, tag="sync_now"):
    pass


class WorkOffline(LinkMessage, frozen=True, kw_only=True, tag="work_offline"):
    on: bool


class CheckJournal(LinkMessage, frozen=True, kw_only=True, tag="check_journal"):
    """Read the journal from end to end; answered with ``JournalChecked``."""

    request: int


class SaveUnsent(LinkMessage, frozen=True, kw_only=True, tag="save_unsent"):
    """A sealed copy of everything unsent to a file, for support."""

    request: int
    path: str


class ChangeSettings(LinkMessage, frozen=True, kw_only=True, tag="change_settings"):
    """``change`` is a JSON object of lines of the settings; the others stay."""

    request: int
    change: msgspec.Raw


class FindPrinters(LinkMessage, frozen=True, kw_only=True, tag="find_printers"):
    """Which printers this machine knows, and how those of the settings are."""

    request: int


class PrintTest(LinkMessage, frozen=True, kw_only=True, tag="print_test"):
    """The ruler page of a role on its first printer, past the queue. ``when`` stands on the page."""

    request: int
    role: str
    when: str


class MakeBundle(LinkMessage, frozen=True, kw_only=True, tag="make_bundle"):
    """What support needs, without personal data or secrets, as a zip file."""

    request: int
    path: str


class StartAnew(LinkMessage, frozen=True, kw_only=True, tag="start_anew"):
    """Sets a machine whose desk was revoked up as a new desk; answered by ``Started``."""


class Stop(LinkMessage, frozen=True, kw_only=True, tag="stop"):
    pass


ToWorker = (
    Enrol
    | Perform
    | SignIn
    | SignInByBadge
    | CheckSupervisor
    | PrintPaper
    | TakeNumber
    | KeepDraft
    | LookUpOrders
    | AskWhy
    | AskWhatIf
    | AskChannels
    | SyncNow
    | WorkOffline
    | CheckJournal
    | SaveUnsent
    | ChangeSettings
    | FindPrinters
    | PrintTest
    | MakeBundle
    | StartAnew
    | Stop
)


class Started(LinkMessage, frozen=True, kw_only=True, tag="started"):
    """The worker is up. ``phase``: not_enrolled, first_copy, ready, broken, revoked. ``database`` and ``key`` are
    what the window needs for its own read-only connections. Of a revoked desk ``unsent`` actions lie in
    ``rescue_file``, sealed at ``revoked_at`` (UTC ms); all else is wiped."""

    phase: str
    place_id: int = 0
    place_code: str = ""
    desk: str = ""
    database: str = ""
    key: str = ""
    place_key: str = ""
    healed: str = ""
    practice: bool = False
    rescue_file: str = ""
    unsent: int = 0
    revoked_at: int = 0


class FirstCopy(LinkMessage, frozen=True, kw_only=True, tag="first_copy"):
    """Progress of the first copy; ``step``: asking, building, fetching, opening; in bytes."""

    step: str
    done: int = 0
    total: int = 0
    rows: dict[str, int] = {}


class Performed(LinkMessage, frozen=True, kw_only=True, tag="performed"):
    """``outcome``: saved, saved_without_copy, rejected, unavailable. ``why`` is a reason kind or key."""

    request: int
    outcome: str
    why: str = ""
    facts: dict[str, int | str] = {}


class SignedIn(LinkMessage, frozen=True, kw_only=True, tag="signed_in"):
    """``outcome``: in, wrong, blocked, unknown, unavailable (the try could not be counted).
    ``blocked_until`` in UTC milliseconds of the desk's clock."""

    request: int
    outcome: str
    staff_id: int = 0
    tries_left: int = 0
    blocked_until: int = 0


class Answered(LinkMessage, frozen=True, kw_only=True, tag="answered"):
    """``problem`` is empty if it was done, else a key; ``detail`` is for the sentence, without personal data."""

    request: int
    problem: str = ""
    detail: str = ""


class JournalChecked(LinkMessage, frozen=True, kw_only=True, tag="journal_checked"):
    """The journal read from end to end: ``broken`` is the first entry that does not fit, 0 for none; ``took`` in ms,
    ``at`` in UTC ms of the desk's clock. ``problem`` is a key where it could not be read."""

    request: int
    problem: str = ""
    entries: int = 0
    broken: int = 0
    took: int = 0
    at: int = 0


class OrdersLookedUp(LinkMessage, frozen=True, kw_only=True, tag="orders_looked_up"):
    """What the hub found and when (its UTC ms); ``problem`` is a key where it was not asked or said no."""

    request: int
    problem: str = ""
    at: int = 0
    orders: list[FoundOrder] = []
    more: bool = False


class Changed(LinkMessage, frozen=True, kw_only=True, tag="changed"):
    """Rows of these tables may look different now."""

    tables: list[str]


class SyncState(LinkMessage, frozen=True, kw_only=True, tag="sync_state"):
    """Times in UTC milliseconds of the desk's corrected clock. ``problem``: a key when the hub answers but
    refuses (revoked, wire_too_old, not_a_hub, wrong_certificate, clock_differs). ``stuck`` is queue or feed where it
    has stood still for 15 minutes though the hub answers; ``restored_at`` when the hub was found put back to an
    earlier state and ``copied_at`` when this desk's data was found in use twice, 0 for never; ``parked`` counts own
    actions that the hub keeps unread, ``corrected`` those it decided otherwise later. ``low_disk``: under 500 MB."""

    online: bool
    syncing: bool
    on_purpose: bool
    offline_since: int | None
    last_good_at: int | None
    waiting: int
    oldest_waiting_at: int | None
    next_try_at: int
    problem: str = ""
    clock_offset: int = 0
    refetching: bool = False
    stuck: str = ""
    restored_at: int = 0
    copied_at: int = 0
    parked: int = 0
    corrected: int = 0
    low_disk: bool = False


class PrintState(LinkMessage, frozen=True, kw_only=True, tag="print_state"):
    """``state``: printed, waiting (tried again by itself), on_screen (no printer), unsure (ask whether it
    came out). ``printer`` and ``problem`` name what happened; ``pdf`` is the paper for the screen."""

    job_id: str
    title: str
    state: str
    printer: str = ""
    problem: str = ""
    role: str = ""


class SettingsNow(LinkMessage, frozen=True, kw_only=True, tag="settings_now"):
    """The settings in force, at the start and after each change."""

    settings: msgspec.Raw


class PrinterFound(msgspec.Struct, frozen=True, kw_only=True):
    """A printer that can be chosen; ``problem`` is a key, empty when it is ready."""

    name: str
    kind: str
    target: str
    problem: str = ""


class PrintersFound(LinkMessage, frozen=True, kw_only=True, tag="printers_found"):
    """Those of the settings first, in their order, then what the machine knows besides."""

    request: int
    printers: list[PrinterFound] = []


FromWorker = (
    Started
    | FirstCopy
    | Performed
    | SignedIn
    | Answered
    | JournalChecked
    | OrdersLookedUp
    | WhyTold
    | WhatIfAnswered
    | ChannelsTold
    | Changed
    | SyncState
    | PrintState
    | SettingsNow
    | PrintersFound
)

to_worker_decoder = msgspec.json.Decoder(ToWorker)
from_worker_decoder = msgspec.json.Decoder(FromWorker)


def frame(message: Any) -> bytes:
    """Four bytes of length, then the message."""
    body = msgspec.json.encode(message)
    return len(body).to_bytes(4, "big") + body
