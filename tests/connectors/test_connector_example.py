"""The example of docs/connectors.md is true: it is imported as it stands there and talks to the market."""

import importlib.util
import re
from collections.abc import AsyncIterator
from pathlib import Path
from types import ModuleType

import pytest
import pytest_asyncio

from storedesk.connectors.platforms import NAMES
from storedesk.connectors.port import LOAD_ORDER, Capability, Connector, Delivery, Kind, NotGenuine, Platform
from storedesk.connectors.pushes import (
    DONE,
    NOT_DONE,
    PUSH_REASONS,
    REFUSED,
    UNKNOWN,
    PartReady,
    Push,
    StockPush,
)
from storedesk.connectors.trouble import Stopped, Unreachable
from tests.architecture.product import ROOT
from tests.connectors.corner_day import CornerDay, around_of
from tests.small_shop import NOW

PAGE = (ROOT / "docs" / "connectors.md").read_text(encoding="utf-8")
EXAMPLE, LINE = re.findall(r"^```python\n(.*?)^```", PAGE, flags=re.MULTILINE | re.DOTALL)


@pytest.fixture
def example(tmp_path: Path) -> ModuleType:
    path = tmp_path / "connector_example.py"
    path.write_text(EXAMPLE, encoding="utf-8")
    spec = importlib.util.spec_from_file_location("connector_example", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest_asyncio.fixture
async def corner(example: ModuleType) -> AsyncIterator[tuple[Connector, CornerDay]]:
    day = CornerDay(lambda: NOW, {"GBG": "Göteborg"}, [("A", "731"), ("B", "732")])
    connector = example.PLATFORM.open(day.settings(), around_of(day))
    yield connector, day
    await connector.close()


def test_the_example_is_a_platform_with_every_call_of_the_port(example: ModuleType) -> None:
    assert isinstance(example.PLATFORM, Platform)
    calls = {name for name in vars(Connector) if not name.startswith("_")}
    assert calls == {"check", "load", "changes", "reread", "push", "look_up", "hint", "close"}
    assert all(callable(getattr(example.PLATFORM.open, name)) for name in calls)


def test_the_line_registers_a_package_as_the_others_are() -> None:
    assert re.fullmatch(r'"(\w+)": "storedesk\.connectors\.\1",\n', LINE)
    assert "corner" not in NAMES


def test_every_call_kind_capability_and_word_of_the_port_is_on_the_page() -> None:
    calls = {f"| `{name}(" for name in vars(Connector) if not name.startswith("_")}
    assert {call for call in calls if call not in PAGE} == set()
    assert {name for name in (*Capability, *LOAD_ORDER) if f"`{name}`" not in PAGE} == set()
    named = set(re.findall(r'Outcome\(\w+, "(\w+)"', EXAMPLE))
    assert named and named <= set(PUSH_REASONS)


@pytest.mark.asyncio
async def test_the_example_reads_what_a_hub_links_and_compares(corner: tuple[Connector, CornerDay]) -> None:
    connector, day = corner
    checked = await connector.check()
    assert (checked.shop, checked.capabilities) == ("cm-1", connector.capabilities)
    day.market.put("levels", "a-B@GBG", free="many")
    pages = {kind: [page async for page in connector.load(kind, "")] for kind in Kind}
    kept = {kind.value: sum(len(page.records) for page in found) for kind, found in pages.items() if found}
    assert kept == {"places": 1, "products": 4, "levels": 1}
    assert [one.external_id for one in pages[Kind.LEVELS][0].problems] == ["a-B"]
    last = pages[Kind.PRODUCTS][-1].cursor
    assert [len(page.records) async for page in connector.changes(Kind.PRODUCTS, last)] == [0]
    assert (await connector.reread(Kind.PRODUCTS, ["a-A", "gone"])).gone == ("gone",)


@pytest.mark.asyncio
async def test_the_example_tells_each_figure_once(corner: tuple[Connector, CornerDay]) -> None:
    connector, day = corner
    both = [stock("a-A", 5), stock("a-B", 6)]
    day.lost.lost += ["GBG"]
    assert [one.state for one in await connector.push(both)] == [UNKNOWN, NOT_DONE]
    assert [(await connector.look_up(one)).state for one in both] == [DONE, NOT_DONE]
    outcomes = await connector.push([*both, stock("a-A", 4, seen=9), stock("a/none", 1), ready()])
    assert [(one.state, one.why, one.found) for one in outcomes] == [
        (DONE, "", None), (DONE, "", None), (NOT_DONE, "stale", 5), (REFUSED, "not_linked", None),
        (REFUSED, "not_supported", None),
    ]  # fmt: skip
    assert [day.market.free(sku, "GBG") for sku in ("A", "B")] == [5, 6]


@pytest.mark.asyncio
async def test_the_example_tells_troubles_apart(corner: tuple[Connector, CornerDay]) -> None:
    connector, day = corner
    day.lost.busy += ["GBG", "shop"]
    with pytest.raises(Unreachable, match="busy"):
        await connector.push([stock("a-A", 5)])
    with pytest.raises(Unreachable, match="busy"):
        await connector.check()
    day.market.rights.clear()
    with pytest.raises(Stopped, match=r"right_missing stock\.write"):
        await connector.push([stock("a-A", 5)])
    with pytest.raises(NotGenuine):
        connector.hint(Delivery({}, b"{}"))


def stock(article: str, free: int, seen: int | None = None) -> Push:
    return Push(
        f"{article} {free}".replace("/", ""), StockPush("", article, "", "GBG", free, 0, seen, "changed")
    )


def ready() -> Push:
    return Push("ready", PartReady("o1", "", "GBG", (("l1", 1),), told_by_us=False))
