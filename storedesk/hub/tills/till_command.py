"""``storedesk hub till``: keys that let a place's tills post, and lines whose article nobody knows yet."""

import json
import secrets
from pathlib import Path

import click

from storedesk.domain.plain_text import clean_text
from storedesk.domain.till_settle import NO_GOODS
from storedesk.hub.command_database import where_the_hub_is
from storedesk.hub.commands import run_work
from storedesk.hub.opening import random_tag
from storedesk.hub.system_clock import now_ms
from storedesk.hub.tills.articles import Articles
from storedesk.hub.tills.keys import make_key
from storedesk.hub.tills.name_article import name_article
from storedesk.storage import hub_places, till_keys, till_lines
from storedesk.storage.database_work import Connection
from storedesk.storage.till_keys import TillKey
from storedesk.storage.till_lines import WaitingCode

LONGEST_NAME = 60


@click.group("till")
def till_group() -> None:
    """What the tills of a place may send, and what they sent that is not understood."""


@till_group.command("add")
@click.option("--place", required=True, help="The place's code, as GBG.")
@click.option("--name", required=True, help="What the key is for, as: front tills.")
@where_the_hub_is
def add_command(place: str, name: str, data: Path, postgres: str | None) -> None:
    """Make a key for the tills of a place; it is shown this once."""

    def work(connection: Connection) -> str:
        place_id = _place(connection, place)
        return make_key(connection, place_id, clean_text(name, LONGEST_NAME), now_ms(), secrets.token_bytes)

    key = run_work(data, postgres, work)
    click.echo(key)
    click.echo(f"Give this to the tills of {place} now: it is not shown again.", err=True)


@till_group.command("list")
@where_the_hub_is
@click.option("--json", "as_json", is_flag=True)
def list_command(data: Path, postgres: str | None, as_json: bool) -> None:
    """Show the keys, never their secrets."""

    def work(connection: Connection) -> list[tuple[TillKey, str]]:
        return [
            (key, hub_places.place(connection, key.place_id).code) for key in till_keys.all_keys(connection)
        ]

    found = run_work(data, postgres, work)
    if as_json:
        shown = [
            {"id": key.id, "place": code, "name": key.name, "made_at": key.made_at, "revoked_at": key.revoked_at,
             "used_at": key.used_at}
            for key, code in found
        ]  # fmt: skip
        click.echo(json.dumps(shown, ensure_ascii=False))
        return
    for key, code in found:
        click.echo(f"{key.id}  {code:<5} {'revoked' if key.revoked_at else 'in use':<8} {key.name}")


@till_group.command("revoke")
@click.argument("key_id")
@where_the_hub_is
def revoke_command(key_id: str, data: Path, postgres: str | None) -> None:
    """Take a key away; its tills are refused from now on."""
    if not run_work(data, postgres, lambda connection: till_keys.revoke_key(connection, key_id, now_ms())):
        raise click.ClickException(
            f"There is no till key {key_id} in use; storedesk hub till list shows them."
        )
    click.echo(f"The key {key_id} lets nobody in any more.")


@till_group.command("waiting")
@where_the_hub_is
@click.option("--json", "as_json", is_flag=True)
def waiting_command(data: Path, postgres: str | None, as_json: bool) -> None:
    """Show the article numbers that tills use and nobody knows, with how many lines wait."""

    def work(connection: Connection) -> list[tuple[str, WaitingCode]]:
        return [
            (hub_places.place(connection, one.place_id).code, one)
            for one in till_lines.waiting_codes(connection)
        ]

    found = run_work(data, postgres, work)
    if as_json:
        shown = [
            {"place": code, "article": one.article, "lines": one.lines, "since": one.since}
            for code, one in found
        ]
        click.echo(json.dumps(shown, ensure_ascii=False))
        return
    for code, one in found:
        click.echo(f"{code:<5} {one.lines:>6} lines  {one.article}")


@till_group.command("name")
@click.option("--place", default="", help="The place whose tills use the number; all places if left out.")
@click.option("--no-goods", is_flag=True, help="It is none: a bag, a gift card, the payment of an order.")
@click.argument("article")
@click.argument("sku", default="")
@where_the_hub_is
def name_command(
    place: str, no_goods: bool, article: str, sku: str, data: Path, postgres: str | None
) -> None:
    """Say that a till's ARTICLE number is the article with this SKU (or barcode), and book what waits for it."""
    if no_goods == bool(sku):
        raise click.UsageError("Give the SKU of the article, or --no-goods.")

    def work(connection: Connection) -> int:
        place_id = _place(connection, place) if place else 0
        if no_goods:
            return name_article(connection, place_id, article, NO_GOODS, now_ms(), random_tag)
        found = Articles(connection, [(place_id, sku)]).find(place_id, sku)
        if isinstance(found, str):
            raise click.ClickException(
                f"The article {sku} is {found}; give the SKU or barcode of one article."
            )
        return name_article(connection, place_id, article, found.variant_id, now_ms(), random_tag)

    booked = run_work(data, postgres, work)
    click.echo(f"{article} is {sku or 'no goods'} from now on; {booked} lines were settled.")


def _place(connection: Connection, code: str) -> int:
    place_id = hub_places.number_of(connection, code)
    if place_id is None:
        raise click.ClickException(
            f"There is no store or warehouse {clean_text(code, 20)!r}; check the code."
        )
    return place_id
