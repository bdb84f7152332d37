"""What a desk asks the hub when somebody connects a channel, and what it hears; secrets only ever go one way."""

from typing import Annotated

from msgspec import Meta

from storedesk.protocol.wire import Message, Whole, Word

CHANNEL_BYTES = 64 * 1024
MOST_FIELDS, MOST_LINKS = 60, 500
FieldName = Annotated[str, Meta(max_length=60, pattern=r"^[^\x00]*$")]
FieldValue = Annotated[str, Meta(max_length=4_000, pattern=r"^[^\x00]*$")]
Entries = Annotated[dict[FieldName, FieldValue], Meta(max_length=MOST_FIELDS)]
Links = Annotated[dict[Word, Word], Meta(max_length=MOST_LINKS)]


class ChannelMessage(Message, frozen=True, kw_only=True):
    """``staff_id`` is who asks at the desk that signs; ``code`` names the channel, empty where it is about none."""

    staff_id: Whole
    code: Word = ""


class LookAtChannel(ChannelMessage, frozen=True, kw_only=True, tag="look"):
    """Which platforms there are, and how far the channel is; asks no shop."""


class EnterChannel(ChannelMessage, frozen=True, kw_only=True, tag="enter"):
    """A channel's line, new or changed. ``secrets`` that are left out stay as they are; they are never told again."""

    name: Word
    platform: Word
    settings: Entries = {}
    secrets: Entries = {}

    def __repr__(self) -> str:
        return f"EnterChannel({self.code!r}, {sorted(self.settings)}, {sorted(self.secrets)})"


class CheckChannel(ChannelMessage, frozen=True, kw_only=True, tag="check"):
    """Sign in, and say what is missing and which places there are."""


class LinkPlaces(ChannelMessage, frozen=True, kw_only=True, tag="link"):
    """``links``: the id there to the code of a place here, or to nothing where it is left out."""

    links: Links


class ReadAhead(ChannelMessage, frozen=True, kw_only=True, tag="read_ahead"):
    """Begin, go on with or pause the first load before the channel is on."""

    on: bool


class SwitchChannel(ChannelMessage, frozen=True, kw_only=True, tag="switch"):
    on: bool


class RemoveChannel(ChannelMessage, frozen=True, kw_only=True, tag="remove"):
    """Forget the line and its secrets; orders, links and the channel itself stay."""


ChannelAsk = (
    LookAtChannel | EnterChannel | CheckChannel | LinkPlaces | ReadAhead | SwitchChannel | RemoveChannel
)


class PlatformField(Message, frozen=True, kw_only=True):
    name: str
    secret: bool
    needed: bool


class PlatformTold(Message, frozen=True, kw_only=True):
    name: str
    title: str
    fields: list[PlatformField]


class FindingTold(Message, frozen=True, kw_only=True):
    """A line of the check as ``connectors.port.Finding`` has it."""

    name: str
    state: str
    detail: str
    effect: str
    where: str


class PlaceThere(Message, frozen=True, kw_only=True):
    """A place of the shop. ``here`` is the code of ours, empty where it is left out or nothing is chosen; ``by`` is
    address, name, chosen, left_out or inactive, and empty while somebody has to choose."""

    id: str
    name: str
    about: str
    here: str
    by: str


class PlaceHere(Message, frozen=True, kw_only=True):
    code: str
    name: str


class KindRead(Message, frozen=True, kw_only=True):
    """``phase``: waiting, loading, following, or later for what is read only once the channel is on."""

    kind: str
    phase: str
    done: int
    total: int | None


class ChannelLine(Message, frozen=True, kw_only=True):
    """A channel's line as it is kept; ``secrets`` are the names of those that are there. ``state`` is off, reading,
    loading or on; ``why`` and ``what`` say what stops its reading."""

    code: str
    name: str
    platform: str
    settings: dict[str, str]
    secrets: list[str]
    state: str
    shop: str
    why: str
    what: str


class ChannelTold(Message, frozen=True, kw_only=True, tag="channel_told"):
    """How things are after what was asked, as of ``now``. ``problem`` is empty, or why it was not done: a key, with
    ``detail`` beside it. ``missing``, ``needed`` and ``to_choose`` count what keeps the channel from being switched
    on: fields, findings and places. ``checked_at`` is None where this hub has not checked it yet."""

    now: int
    platforms: list[PlatformTold]
    line: ChannelLine | None = None
    problem: str = ""
    detail: str = ""
    checked_at: int | None = None
    took: int = 0
    findings: list[FindingTold] = []
    places: list[PlaceThere] = []
    here: list[PlaceHere] = []
    kinds: list[KindRead] = []
    missing: int = 0
    needed: int = 0
    to_choose: int = 0
