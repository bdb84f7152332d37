"""The example files that are shipped are taken whole, with the mappings that are shipped."""

import asyncio
from pathlib import Path

import pytest

from storedesk.connectors.feed_mapping import load_feed_mapping
from storedesk.connectors.resource_files import resource_file, shipped_mapping
from storedesk.connectors.till_files import read_till_file
from storedesk.hub.erp.erp_import import TAKERS
from storedesk.hub.tills.take_sales import take_sales
from tests.hub.test_erp_import import ALL, NOW, Erp
from tests.small_shop import GBG


@pytest.fixture
def erp(tmp_path: Path) -> Erp:
    running = Erp(tmp_path)
    running.masters(ALL)
    return running


@pytest.mark.parametrize("kind", sorted(TAKERS))
def test_each_erp_example_goes_in_without_a_refused_row(erp: Erp, kind: str) -> None:
    _, report = asyncio.run(erp.imports.take(resource_file("examples", f"{kind}.csv")))
    assert (report.refused, report.lines, report.not_master) == ("", [], {})
    assert report.read == 2
    assert report.inserted + report.changed > 0
    asyncio.run(erp.database.close())


@pytest.mark.parametrize(("name", "taken"), [("till-sales.csv", 4), ("till-sales.jsonl", 3)])
def test_each_till_example_is_taken(erp: Erp, name: str, taken: int) -> None:
    lines = read_till_file(resource_file("examples", name), load_feed_mapping(shipped_mapping("tills")), GBG)
    assert [one.why for one in lines] == [""] * taken
    sales = [one.line for one in lines if one.line is not None]
    done = asyncio.run(erp.database.write(lambda connection: take_sales(connection, sales, NOW, erp.tag)))
    assert done.count("taken") == taken
    asyncio.run(erp.database.close())
