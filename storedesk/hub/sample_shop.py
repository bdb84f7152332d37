"""Fills a hub with the sample shop: ``storedesk hub sample``."""

from collections.abc import Callable
from itertools import chain
from pathlib import Path
from typing import cast

import click

from storedesk.connectors.sample_shop import SampleShop, Size, build_sample_shop
from storedesk.connectors.sample_shop.manifest import Manifest
from storedesk.hub.command_database import hub_writer, where_the_hub_is
from storedesk.hub.customer_code import customer_code
from storedesk.hub.desk_keys import desk_keys
from storedesk.hub.opening import random_tag
from storedesk.hub.system_clock import now_ms
from storedesk.protocol.wire import Cursor
from storedesk.storage.database_work import Connection
from storedesk.storage.devices import place_key, signing_key
from storedesk.storage.hub_rows import load_rows
from storedesk.storage.rows import Rows


class HubNotEmpty(Exception):
    """The hub holds places already; the sample shop is no guest in a real hub."""


def fill_hub(connection: Connection, shop: SampleShop, random_tag: Callable[[], int]) -> Cursor:
    """Loads the shop and its stores' keys into a prepared hub without places; else HubNotEmpty."""
    first = next(iter(shop.rows["place"]))
    if Rows(connection).get("place", (first.id,)) is not None:
        raise HubNotEmpty("This hub holds places already; give the sample shop an empty database.")
    for place_id, key in shop.manifest.place_keys.items():
        place_key(connection, place_id, key)
    secret = bytes.fromhex(signing_key(connection, shop.manifest.signing_key))
    rows = chain(shop.all_rows(), desk_keys(shop.manifest.place_keys, secret))
    return load_rows(connection, rows, random_tag)


def with_messages(connection: Connection, manifest: Manifest) -> Manifest:
    """The manifest with the QR texts that the customers' messages would carry."""
    codes = tuple(
        one._replace(qr=customer_code(connection, one.fulfilment_id, one.code, manifest.signing_key))
        for one in manifest.codes
    )
    return manifest._replace(codes=codes)


@click.command("sample")
@click.option(
    "--size", type=click.Choice(["small", "large"]), default="small", help="large is for benchmarks."
)
@click.option("--seed", type=int, default=1, show_default=True, help="The same seed gives the same shop.")
@where_the_hub_is
@click.option(
    "--manifest",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write codes, PINs and order numbers here as JSON.",
)
def sample_command(size: str, seed: int, data: Path, postgres: str | None, manifest: Path | None) -> None:
    """Fill an empty hub with the sample shop."""
    shop = build_sample_shop(seed, now_ms(), cast(Size, size))
    with hub_writer(data, postgres) as writer:
        try:
            writer.run(lambda connection: fill_hub(connection, shop, random_tag))
            known = writer.run(lambda connection: with_messages(connection, shop.manifest))
        except HubNotEmpty as error:
            raise click.ClickException(str(error)) from error
    if manifest is not None:
        manifest.write_bytes(known.to_json())
    click.echo(f"The sample shop is in the hub; its time is {shop.manifest.now} ms UTC.")
