"""A place's row says since when its tills are silent, and paints an old sale amber."""

from dataclasses import replace

from storedesk.ui.screens.stock.place_rows import PlaceRow
from storedesk.ui.screens.stock.where_pane import WherePane
from storedesk.ui.shot_samples.stock_samples import JACKET


def rows() -> dict[str, PlaceRow]:
    pane = WherePane()
    return {place.name: pane._row(place, JACKET, offline=False) for place in JACKET.places}


def test_a_silent_place_says_since_when_and_is_amber(themed: object) -> None:
    found = rows()
    assert found["Malmö"].detail.startswith("till silent since 12:20")
    assert found["Malmö"].sale_old
    assert "silent" not in found["Borås"].detail
    assert not found["Kungsbacka"].sale_old


def test_an_old_sale_is_amber_before_it_is_silence(themed: object) -> None:
    place = replace(JACKET.places[1], sale_minutes=31)
    row = WherePane()._row(place, JACKET, offline=False)
    assert row.sale_old
    assert "silent" not in row.detail
