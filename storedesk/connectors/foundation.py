"""Places and channels that a mapping names, made only where the hub has none with their number."""

from storedesk.connectors.mapping_file import ChannelSettings, PlaceSettings
from storedesk.domain.opening_hours_text import Weekly, exceptions_text, weekly_text
from storedesk.domain.place_of_work import WAREHOUSE
from storedesk.domain.records import Channel, Place

_OFFICE = ((8 * 60, 17 * 60),)
_HOURS: Weekly = (_OFFICE, _OFFICE, _OFFICE, _OFFICE, _OFFICE, (), ())


def channel_row(settings: ChannelSettings) -> Channel:
    return Channel(settings.id, settings.code, settings.name, settings.kind, settings.buffer)


def place_row(settings: PlaceSettings, currency: str, zone: str) -> Place:
    """A warehouse with office hours; whoever runs it gives it its own later."""
    return Place(
        settings.location,
        settings.code,
        settings.name,
        WAREHOUSE,
        settings.country.lower(),
        settings.country,
        currency,
        zone,
        weekly_text(_HOURS),
        exceptions_text({}),
        "",
        "",
    )
