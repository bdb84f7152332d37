"""Tills post their lines over HTTP with the key of their place; the reply says what became of each."""

import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest
import pytest_asyncio

from storedesk.hub.server import hub_app
from storedesk.hub.tills.keys import make_key
from storedesk.hub.tills.post import TillPosts
from storedesk.protocol.till_wire import MOST_LINES, TILL_BYTES
from storedesk.storage import till_keys
from tests.hub.running_hub import ADDRESS, RunningHub, running_hub
from tests.hub.till_lines import ALVA, EAN, GBG, till_shop

pytestmark = pytest.mark.asyncio
AT = "2026-11-23T14:00:00+01:00"


class Tills:
    """The tills of a place, and what the hub answers."""

    def __init__(self, hub: RunningHub, key: str) -> None:
        self.hub, self.key = hub, key
        posts = TillPosts(hub.database, hub.clock, hub.tag)
        app = hub_app(hub.service, _Quiet(), posts)
        self.client = httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=ADDRESS)

    async def post(self, body: Any, key: str | None = None) -> httpx.Response:
        content = body if isinstance(body, bytes) else json.dumps(body).encode()
        headers = {"authorization": f"Bearer {self.key if key is None else key}"}
        return await self.client.post("/v1/till/sales", content=content, headers=headers)


class _Quiet:
    def __getattr__(self, name: str) -> Any:
        return lambda *args, **more: None


@pytest_asyncio.fixture
async def tills(tmp_path: Path) -> AsyncIterator[Tills]:
    async with running_hub(tmp_path, rows=till_shop()) as hub:
        key = await hub.database.write(
            lambda connection: make_key(connection, GBG, "front", hub.clock(), hub.random.randbytes)
        )
        yield Tills(hub, key)


def sale(receipt: str, **more: Any) -> dict[str, Any]:
    return {"till": "T1", "receipt": receipt, "line": "1", "kind": "sale", "at": AT, "article": EAN,
            "quantity": "1"} | more  # fmt: skip


async def test_each_line_is_answered_and_a_repetition_changes_nothing(tills: Tills) -> None:
    lines = [
        sale("R1"),
        sale("R2", article="nobody"),
        sale("R3", quantity="x"),
        sale("R4", at="yesterday evening"),
    ]
    first = await tills.post({"lines": lines})
    assert first.status_code == 200
    assert [one["outcome"] for one in first.json()["lines"]] == ["taken", "aside", "refused", "refused"]
    again = await tills.post({"lines": lines})
    assert [one["outcome"] for one in again.json()["lines"]] == ["repeated", "repeated", "refused", "refused"]
    assert again.json()["counts"] == {"refused": 2, "repeated": 2}


async def test_nobody_posts_without_a_key_in_use(tills: Tills) -> None:
    wrong = tills.key[:-1] + ("0" if tills.key[-1] != "0" else "1")
    for key in ("", "x", wrong, tills.key.partition(".")[0]):
        assert (await tills.post({"lines": [sale("R1")]}, key)).status_code == 401
    key_id = tills.key.partition(".")[0]
    revoke = lambda connection: till_keys.revoke_key(connection, key_id, 1)  # noqa: E731
    assert await tills.hub.database.write(revoke)
    assert (await tills.post({"lines": [sale("R1")]})).status_code == 401


async def test_the_secret_is_not_stored(tills: Tills) -> None:
    (key,) = await tills.hub.database.read(till_keys.all_keys)
    assert key.secret_hash not in tills.key
    assert tills.key.partition(".")[2] not in repr(key)


@pytest.mark.parametrize(
    "body",
    [
        b"", b"[]", b"{}", b'{"lines": 1}', b"\xff\xfe", b'{"lines": [{}]}', b"[" * 100_000,
        json.dumps({"lines": [sale("R1", kind="gift")]}).encode(),
        json.dumps({"lines": [sale("")]}).encode(),
        json.dumps({"lines": [sale("R1")] * (MOST_LINES + 1)}).encode(),
    ],
)  # fmt: skip
async def test_what_is_not_described_is_refused_and_nothing_is_written(tills: Tills, body: bytes) -> None:
    reply = await tills.post(body)
    assert reply.status_code == 400
    assert reply.json()["number"] == 10


async def test_a_body_that_is_too_large_is_not_read(tills: Tills) -> None:
    assert (await tills.post(b" " * (TILL_BYTES + 1))).status_code == 413


async def test_hostile_texts_are_cleaned_and_kept_apart(tills: Tills) -> None:
    odd = sale("R\u0000\u202e1", till="T1'; DROP TABLE till_line; --", article="=HYPERLINK(1)")
    reply = await tills.post({"lines": [odd, sale("\u0000")]})
    assert [one["outcome"] for one in reply.json()["lines"]] == ["aside", "refused"]
    assert reply.json()["lines"][0]["receipt"] == "R1"


async def test_a_whole_post_moves_the_level(tills: Tills) -> None:
    await tills.post(
        {"lines": [sale("R1", quantity="2"), sale("R1", line="2", kind="return", condition="as_new")]}
    )
    rows = await tills.hub.database.read(
        lambda connection: connection.exec_driver_sql(
            f"SELECT quantity FROM stock_level WHERE location_id = {GBG} AND variant_id = {ALVA} AND bucket = 0"
        ).all()
    )
    assert rows == [(49,)]
