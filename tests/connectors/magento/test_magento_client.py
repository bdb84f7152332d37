"""What statuses and strange lists mean: nothing is taken for done or undone by guesswork, no list goes on for ever."""

import asyncio
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from storedesk.connectors.magento.client import Client
from storedesk.connectors.magento.cursors import Cursor, cursor_from
from storedesk.connectors.magento.refusals import said
from storedesk.connectors.magento.search import every, one_of
from storedesk.connectors.magento.signing import Keys
from storedesk.connectors.port import Surroundings
from storedesk.connectors.trouble import Stopped, Unreachable
from tests.connectors.magento.magento_world import Clock

KEYS = Keys("ck", "cs", "at", "ats")


def _client(answer: Callable[[httpx.Request], httpx.Response]) -> Client:
    clock = Clock()
    surroundings = Surroundings(clock.time, clock.sleep, clock.random_bytes, httpx.MockTransport(answer))
    return Client("https://shop.example.test/sub", "default", KEYS, surroundings)


def _trouble(reply: httpx.Response, *, write: bool) -> Unreachable:
    client = _client(lambda _request: reply)
    asking = client.send("POST", "/V1/any", {}) if write else client.get("/V1/any")
    with pytest.raises(Unreachable) as caught:
        asyncio.run(asking)
    return caught.value


@pytest.mark.parametrize(
    ("status", "body", "why", "maybe_done"),
    [
        (500, {"message": "Internal Error. Details are available in Magento log file."}, "no_reply", True),
        (500, {"message": "SQLSTATE[40001]: 1213 Deadlock found when trying to get lock"}, "busy", False),
        (500, {"message": "SQLSTATE[HY000]: 1205 Lock wait timeout exceeded"}, "busy", False),
        (502, {}, "busy", True),
        (504, {}, "busy", True),
        (503, {}, "busy", False),
        (429, {"message": "Too Many Requests", "trace": None}, "busy", False),
    ],
)
def test_only_a_write_that_may_have_been_done_is_called_so(
    status: int, body: Any, why: str, maybe_done: bool
) -> None:
    reply = httpx.Response(status, json=body)
    assert (_trouble(reply, write=True).why, _trouble(reply, write=True).maybe_done) == (why, maybe_done)
    assert not _trouble(reply, write=False).maybe_done


def test_a_page_that_is_no_json_is_no_answer() -> None:
    assert _trouble(httpx.Response(200, html="<html>login</html>"), write=True).maybe_done


def test_a_redirect_is_another_shop() -> None:
    reply = httpx.Response(302, headers={"location": "https://other.example.test/"})
    with pytest.raises(Stopped, match=r"another_shop other\.example\.test"):
        asyncio.run(_client(lambda _request: reply).get("/V1/any"))


def test_an_address_with_a_folder_and_a_scope_is_called_right() -> None:
    asked = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(str(request.url))
        return httpx.Response(200, json=[])

    client = _client(answer)
    asyncio.run(client.send("POST", "/V1/products", {}, scope="all"))
    assert asked == ["https://shop.example.test/sub/rest/all/V1/products"]


@pytest.mark.parametrize("total", [None, 99])
def test_a_list_that_repeats_itself_ends(total: int | None) -> None:
    """Old versions give the last page again beyond the end, and ignore filters they do not know."""
    page = {"items": [{"entity_id": 1}, {"entity_id": 2}]} | ({"total_count": total} if total else {})
    client = _client(lambda _request: httpx.Response(200, json=page))

    async def ids() -> list[int]:
        return [item["entity_id"] async for item in every(client, "/V1/orders", (), 2)]

    assert asyncio.run(ids()) == [1, 2, 1, 2]


def test_a_sku_with_a_comma_has_a_filter_of_its_own() -> None:
    assert one_of("sku", ["A", "B,1", "C"]) == [("sku", "in", "A,C"), ("sku", "eq", "B,1")]


def test_placeholders_by_number_and_name_are_filled_in() -> None:
    assert said({"message": "%1 of %2", "parameters": ["a", "b"]}) == "a of b"
    assert said({"message": "%field", "parameters": {"field": "x"}, "errors": [{"message": "y"}]}) == "x y"
    assert said([]) == ""


@pytest.mark.parametrize("text", ["", "no json", "[]", '{"step": 5}', '{"since": true}', '{"after": null}'])
def test_a_cursor_that_is_not_ours_begins_anew(text: str) -> None:
    assert cursor_from(text) == Cursor()


def test_a_cursor_survives_its_text() -> None:
    cursor = Cursor("list", "12", "store1", 1, 2, 3, 4)
    assert cursor_from(cursor.text()) == cursor
