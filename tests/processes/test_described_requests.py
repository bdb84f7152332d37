"""A real hub is asked everything that its OpenAPI document describes, and much that it does not: it answers as described."""

import asyncio
import os
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from requests import PreparedRequest
from requests.auth import AuthBase
from schemathesis.checks import load_all_checks, not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from storedesk.desk.device_key import DeviceKey
from storedesk.hub.data_folder import DataFolder
from storedesk.hub.openapi import document
from tests.processes.test_hub_server import HubProcess, code_for, desk_at, run, write
from tests.small_shop import small_shop

EXAMPLES = int(os.environ.get("STOREDESK_EXAMPLES", "5"))
CHECKS = [
    not_a_server_error, status_code_conformance, content_type_conformance, response_headers_conformance,
    response_schema_conformance, negative_data_rejection,
]  # fmt: skip
load_all_checks()


def _signed_by_us() -> dict[str, Any]:
    """The hub's own document without the proof, which every request here carries anyway."""
    whole = document()
    whole.pop("security")
    whole["components"].pop("securitySchemes")
    return whole


described = schemathesis.openapi.from_dict(_signed_by_us()).exclude(path="/v1/events")


class Signed(AuthBase):
    """Signs each request as an enrolled desk does, or shows the till's key where tills post."""

    def __init__(self, key: DeviceKey, till_key: str) -> None:
        self._key, self._till_key = key, till_key

    def __call__(self, request: PreparedRequest) -> PreparedRequest:
        if request.path_url.startswith("/v1/till/"):
            request.headers["authorization"] = f"Bearer {self._till_key}"
            return request
        body = request.body or b""
        body = body.encode() if isinstance(body, str) else bytes(body)
        now = time.time_ns() // 1_000_000
        request.headers["authorization"] = self._key.authorization(
            request.method or "GET", request.path_url, body, now, os.urandom(16)
        )
        return request


@pytest.fixture(scope="module")
def serving(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, DeviceKey, str]]:
    folder = DataFolder(tmp_path_factory.mktemp("described") / "hub")
    run("migrate", "--data", str(folder.path))
    write(folder, small_shop())
    till_key = run("till", "add", "--place", "GBG", "--name", "front", "--data", str(folder.path)).split()[0]
    hub = HubProcess(folder.path)
    try:
        yield hub.address, asyncio.run(_enrolled(hub.address, folder.path)), till_key
    finally:
        hub.end()
        shutil.rmtree(folder.path, ignore_errors=True)


async def _enrolled(address: str, data: Path) -> DeviceKey:
    client = desk_at(address)
    await client.enrol(code_for(data, "GBG"), "Till")
    await client.close()
    return client.device_key


@described.parametrize()
@settings(max_examples=EXAMPLES, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_the_hub_answers_as_it_is_described(
    case: schemathesis.Case, serving: tuple[str, DeviceKey, str]
) -> None:
    address, key, till_key = serving
    case.call_and_validate(base_url=address, checks=CHECKS, auth=Signed(key, till_key))
