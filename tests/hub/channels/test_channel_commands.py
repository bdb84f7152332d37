"""The commands that connect a shop: nothing is written there before it is on, and no secret is ever shown."""

import asyncio
import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from storedesk.__main__ import storedesk
from storedesk.connectors import neutral, platforms
from storedesk.connectors.port import NEEDED, Checked, Finding
from storedesk.connectors.trouble import Stopped, Unreachable
from storedesk.hub.opening import open_hub
from storedesk.storage.all_tables import tables_of
from storedesk.storage.database_work import Connection
from storedesk.storage.hub_rows import write_rows
from storedesk.storage.short_sql import ShortSql
from tests.hub.channels import registered_shop
from tests.platforms.plain_shop import PlainConnector, PlainShop, plain_platform
from tests.small_shop import ALVA, NOW, articles, places

CANARY = "c4n4ry-5ecret"


class Commands:
    def __init__(self, folder: Path, shop: PlainShop) -> None:
        self.folder, self.shop = folder, shop
        self.output = ""

    def __call__(self, *words: str, said: str = "") -> Result:
        result = CliRunner().invoke(
            storedesk, ["channel", *words, "--data", str(self.folder)], input=said, prog_name="storedesk"
        )
        self.output += result.output
        return result

    def hub(self, work: Callable[[Connection], Any]) -> Any:
        async def run() -> Any:
            async with open_hub(self.folder, None) as database:
                return await database.write(work)

        return asyncio.run(run())

    def add(self) -> Result:
        return self("add", "web", "--platform", "plain", "--name", "Shop", said=f"key={CANARY}\n")

    def every_row(self) -> str:
        def work(connection: Connection) -> str:
            sql = ShortSql(connection)
            return str([sql.all(f'SELECT * FROM "{table.name}"') for table in tables_of("hub")])

        return str(self.hub(work))


@pytest.fixture
def command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Commands:
    shop = PlainShop()
    monkeypatch.setitem(platforms._MODULES, "plain", registered_shop.__name__)
    monkeypatch.setattr(registered_shop, "PLATFORM", plain_platform(shop))
    commands = Commands(tmp_path, shop)
    tag = random.Random(3)
    rows = [row for row in [*places(), *articles()] if type(row).__name__ != "Channel"]
    commands.hub(lambda connection: write_rows(connection, rows, lambda: tag.getrandbits(62)))
    shop.hold(
        neutral.RemotePlace("g", "Göteborg", "", "", "", "SE", True, True),
        neutral.RemoteProduct("p", f"S{ALVA}", "Alva", "", "", True, NOW),
        neutral.RemoteVariant("v", "p", "s", f"SKU-{ALVA}", "", "", "", (), True, True, 0, NOW),
    )
    return commands


def test_a_shop_is_connected_step_by_step_and_told_only_once_it_is_on(command: Commands) -> None:
    assert command.add().exit_code == 0
    assert command("check", "web").exit_code == 0
    assert command("push", "web").exit_code == 1
    assert command("pull", "web").exit_code == 0
    assert command.shop.told == []
    linked = command("places", "web", "--link", "g=GBG", "--json")
    assert json.loads(linked.output)[0]["here"] == "GBG"
    assert command("on", "web").exit_code == 0
    assert command("pull", "web", "--json").exit_code == 0
    assert command("push", "web").exit_code == 0
    assert command.shop.level("s", "g") == 50
    assert command("off", "web").exit_code == 0
    assert command("push", "web").exit_code == 1
    assert command("remove", "web", "--yes").exit_code == 0
    assert json.loads(command("list", "--json").output) == []


def test_no_secret_is_in_any_table_or_output(command: Commands) -> None:
    command.add()
    command("on", "web")
    command("pull", "web")
    command("push", "web")
    command("list")
    assert CANARY not in command.output
    assert CANARY not in command.every_row()


def test_the_list_says_how_each_channel_is(command: Commands) -> None:
    command.add()
    (found,) = json.loads(command("list", "--json").output)
    assert (found["code"], found["platform"], found["state"]) == ("web", "plain", "off")


def test_what_is_missing_in_the_shop_is_named_with_its_place(command: Commands) -> None:
    command.add()
    finding = Finding("orders", NEEDED, "read_orders", "Orders do not come in.", "Apps > Access")

    async def check(_self: PlainConnector) -> Checked:
        return Checked("plain", "SEK", (finding,), frozenset())

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(PlainConnector, "check", check)
        said = command("check", "web")
        as_json = command("check", "web", "--json")
    assert said.exit_code == as_json.exit_code == 1
    assert "read_orders" in said.output
    assert "Where: Apps > Access" in said.output
    assert json.loads(as_json.output)["findings"][0]["name"] == "orders"


@pytest.mark.parametrize("trouble", [Unreachable("no_reply"), Stopped("signed_out")])
def test_trouble_with_the_line_is_one_sentence(command: Commands, trouble: Exception) -> None:
    command.add()

    def fail(_kind: object) -> None:
        raise trouble

    command.shop.reading = fail
    result = command("pull", "web")
    assert result.exit_code == 1
    assert result.output.startswith("Error: ")
    assert result.output.count("\n") == 1


def test_a_pull_that_broke_off_goes_on_where_it_was(command: Commands) -> None:
    command.add()
    command("pull", "web", "--kind", "places")

    def fail(kind: object) -> None:
        if kind == "products":
            raise Unreachable("no_reply")

    command.shop.reading = fail
    assert command("pull", "web").exit_code == 1
    command.shop.reading = lambda _kind: None
    read = json.loads(command("pull", "web", "--json").output)
    assert (read["places"], read["products"]) == (0, 2)


def test_another_shop_is_not_switched_on_under_the_same_code(command: Commands) -> None:
    command.add()
    command("on", "web")
    command("off", "web")

    async def check(_self: PlainConnector) -> Checked:
        return Checked("another", "SEK", (), frozenset())

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(PlainConnector, "check", check)
        result = command("on", "web")
    assert result.exit_code == 1
    assert "take another code" in result.output


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("check", "nobody"), 1),
        (("on", "nobody"), 1),
        (("add", "web"), 2),
        (("add", "w eb", "--platform", "plain"), 2),
        (("add", "web", "--platform", "plain", "--set", f"key={CANARY}"), 2),
        (("add", "web", "--platform", "none"), 1),
        (("on", "web", "--told-by", "ready=nobody"), 2),
        (("places", "web", "--link", "g"), 2),
    ],
)
def test_exit_codes_tell_failure_from_misuse(command: Commands, words: tuple[str, ...], code: int) -> None:
    result = command(*words)
    assert result.exit_code == code
    assert CANARY not in result.output


def test_who_tells_customers_is_written_down_when_a_channel_is_switched_on(command: Commands) -> None:
    command.add()
    command("on", "web", "--told-by", "ready=platform")
    rows = command.hub(
        lambda connection: ShortSql(connection).all("SELECT name, value FROM setting ORDER BY name")
    )
    assert [tuple(row) for row in rows] == [("told_by:web:gone", "us"), ("told_by:web:ready", "platform")]
