"""What customer service reads out on the phone so that a store without a line may hand an order over."""

from storedesk.domain.one_time_word import one_time_words
from storedesk.domain.opening_hours import OpeningHours
from storedesk.storage.desk_reads import pickup_by_id, place_by_id
from storedesk.storage.handover_reads import word_key_of
from storedesk.storage.row_reader import Driver


def words_to_read_out(connection: Driver, fulfilment_id: str, now: int) -> str:
    """The words of a pickup for today at its store (``now`` in UTC ms); empty where this desk does not hold the
    pickup or the store's key. Read them out only to a store that names the order, never to the customer."""
    record = pickup_by_id(connection, fulfilment_id)
    if record is None:
        return ""
    place_id = record.fulfilment.place_id
    place, key = place_by_id(connection, place_id), word_key_of(connection, place_id)
    if place is None or key is None:
        return ""
    hours = OpeningHours.from_text(place.zone, place.weekly, place.exceptions)
    return one_time_words(key, record.fulfilment.order_number, hours.local_day(now))
