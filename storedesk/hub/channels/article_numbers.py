"""Which numbers articles get that are made here for a channel: the same again for the same record."""

from collections.abc import Mapping

from storedesk.connectors.record_numbers import number_from, ordered_number
from storedesk.domain.tables import Key
from storedesk.storage.outside_rows import OutsideRows
from storedesk.storage.rows import Stored

_KNOWN_BY = {"product": "style", "variant": "sku"}


def numbers_for(
    out: OutsideRows, table: str, source: str, records: Mapping[str, str]
) -> tuple[dict[str, int], dict[Key, Stored]]:
    """Numbers by external id, and the rows that are there under them: records whose link was lost are known again.

    ``records`` maps external ids to the style of a product or the SKU of a variant.
    """
    wanted = {external_id: ordered_number(source, external_id) for external_id in records}
    there = out.read(table, {(number,) for number in wanted.values() if number is not None})
    column, numbers, used = _KNOWN_BY[table], dict[str, int](), set[int]()
    again = []
    for external_id, number in wanted.items():
        stored = None if number is None else there.get((number,))
        strange = stored is not None and (
            not records[external_id] or getattr(stored.row, column) != records[external_id]
        )
        if number is None or strange or number in used:
            number = number_from(table, source, external_id)
            again.append(number)
        numbers[external_id] = number
        used.add(number)
    there.update(out.read(table, {(number,) for number in again}))
    return numbers, {key: stored for key, stored in there.items() if key[0] in used}
