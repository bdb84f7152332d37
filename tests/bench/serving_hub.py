"""A real hub process with the small shop, and devices enrolled at it over HTTP."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from storedesk.desk.device_key import DeviceKey
from storedesk.desk.hub_client import HubClient
from tests.processes.shop_floor import HubProcess


@contextmanager
def serving_hub(folder: Path) -> Iterator[HubProcess]:
    process = HubProcess(folder).start()
    try:
        yield process
    finally:
        process.stop()


async def enrolled(process: HubProcess, number: int) -> list[HubClient]:
    """So many new desks of one place, each with a client of its own."""
    clients = []
    for count in range(number):
        client = HubClient(process.url, DeviceKey.new(secrets.token_bytes), process.now)
        await client.enrol(process.code(), f"Desk {count}")
        clients.append(client)
    return clients
