"""``storedesk channel add``, ``check`` and ``list``: a shop's line is entered, tried, and looked at."""

import json
import sys
from pathlib import Path

import click

from storedesk.connectors.platforms import NAMES, platform_named
from storedesk.connectors.port import NEEDED, Checked, Field, Platform
from storedesk.domain.records import Channel
from storedesk.hub.channel_commands import Desk, of_channel, of_hub, work_with
from storedesk.hub.channels.accounts import missing_fields, settings_of
from storedesk.hub.channels.connecting import BAD_CODE, NotConnected, check, keep, prepare
from storedesk.storage.channel_accounts import Account, accounts
from storedesk.storage.channel_deliveries import parked_deliveries
from storedesk.storage.channel_outbox import standing
from storedesk.storage.database_work import Connection

MARKS = {"ok": "✓", "can_wait": "–", "needed": "✗"}


@click.command("add")
@of_channel
@click.option(
    "--platform", "platform_name", required=True, metavar="NAME", help=f"One of {', '.join(NAMES)}."
)
@click.option("--name", default="", help="What staff call the channel; the code where it is left out.")
@click.option(
    "--kind",
    default="web_shop",
    show_default=True,
    type=click.Choice(["web_shop", "b2b_portal", "marketplace"]),
)
@click.option(
    "--buffer", default=0, show_default=True, type=click.IntRange(0, 1_000_000), help="Units kept back."
)
@click.option("--set", "given", multiple=True, metavar="FIELD=VALUE", help="A field that is no secret.")
def add_command(
    data: Path, postgres: str | None, code: str, platform_name: str, name: str, kind: str, buffer: int,
    given: tuple[str, ...],
) -> None:  # fmt: skip
    """Enter a shop's line, or change it. Secrets are asked for, or read as FIELD=VALUE lines of standard input."""
    said = _pairs(given)

    async def work(desk: Desk) -> str:
        platform = platform_named(platform_name)
        known = {field.name for field in platform.fields}
        hidden = {field.name for field in platform.fields if field.secret}
        if set(said) - known or set(said) & hidden:
            raise click.UsageError(f"--set takes {', '.join(sorted(known - hidden)) or 'nothing'}.")
        row = Channel(0, code, name or code, kind, buffer)
        account = await _prepared(desk, row, platform_name, named=bool(name))
        secrets = desk.secrets.read(account.channel_id)
        given = _entered(platform, {**settings_of(account), **secrets, **said})
        plain = {key: value for key, value in given.items() if key not in hidden}
        entered, kept = await keep(
            desk.shops, account, plain, {key: value for key, value in given.items() if key in hidden}
        )
        missing = ", ".join(field.name for field in missing_fields(platform, entered))
        place = "in the key store" if kept else "in a file that only its owner may read"
        rest = f" Still missing: {missing}." if missing else ""
        return f"The channel {code} is entered, its secrets are {place}.{rest} Try it: storedesk channel check {code}"

    click.echo(work_with(data, postgres, work))


@click.command("check")
@of_channel
@click.option("--json", "as_json", is_flag=True)
def check_command(data: Path, postgres: str | None, code: str, as_json: bool) -> None:
    """Sign in and say what is missing, and where to tick it; writes nothing to the shop. Exit 1: it will not work."""

    async def work(desk: Desk) -> Checked:
        return await check(desk.shops, await desk.account(code))

    checked = work_with(data, postgres, work)
    if as_json:
        click.echo(json.dumps(_plain(checked), ensure_ascii=False))
    else:
        _say(checked)
    if any(finding.state == NEEDED for finding in checked.findings):
        sys.exit(1)


@click.command("list")
@of_hub
@click.option("--json", "as_json", is_flag=True)
def list_command(data: Path, postgres: str | None, as_json: bool) -> None:
    """Show every channel with a line: how it is, what waits, what needs somebody."""

    async def work(desk: Desk) -> list[dict[str, object]]:
        return await desk.database.read(_listed)

    found = work_with(data, postgres, work)
    if as_json:
        click.echo(json.dumps(found, ensure_ascii=False))
        return
    for one in found:
        why = f" ({one['why']} {one['what']})".replace(" )", ")") if one["why"] else ""
        click.echo(
            f"{one['code']:<16} {one['platform']:<10} {one['state']}{why}, {one['unsent']} unsent, {one['parked']} parked"
        )


async def _prepared(desk: Desk, row: Channel, platform: str, *, named: bool) -> Account:
    """A code that cannot be one is misuse of the command."""
    try:
        return await prepare(desk.shops, row, platform, named=named)
    except NotConnected as error:
        raise click.UsageError(str(error)) if error.why == BAD_CODE else error from None


def _pairs(lines: tuple[str, ...]) -> dict[str, str]:
    found = {}
    for line in lines:
        name, equals, value = line.partition("=")
        if not equals:
            raise click.UsageError("A field is given as FIELD=VALUE.")
        found[name.strip()] = value.strip()
    return found


def _entered(platform: Platform, known: dict[str, str]) -> dict[str, str]:
    """What is known, and what a person or standard input says beside it."""
    names = {field.name for field in platform.fields}
    if not sys.stdin.isatty():
        lines = tuple(line.rstrip("\r\n") for line in sys.stdin if line.strip())
        return {**known, **{name: value for name, value in _pairs(lines).items() if name in names}}
    return {**known, **{field.name: _ask(field, known.get(field.name, "")) for field in platform.fields}}


def _ask(field: Field, before: str) -> str:
    hint = "" if field.needed else " (may be empty)"
    keep = " (empty keeps it)" if field.secret and before else hint
    shown = "" if field.secret else before
    said = str(
        click.prompt(f"{field.name}{keep}", default=shown, hide_input=field.secret, show_default=bool(shown))
    )
    return said.strip() or before


def _say(checked: Checked) -> None:
    click.echo(f"{checked.shop} · {checked.currency} · can {', '.join(sorted(checked.capabilities))}")
    for finding in checked.findings:
        effect = f" — {finding.effect}" if finding.effect else ""
        where = f"\n    Where: {finding.where}" if finding.where else ""
        click.echo(f"{MARKS.get(finding.state, '?')} {finding.name}: {finding.detail}{effect}{where}")


def _plain(checked: Checked) -> dict[str, object]:
    return {
        "shop": checked.shop, "currency": checked.currency, "capabilities": sorted(checked.capabilities),
        "findings": [finding._asdict() for finding in checked.findings],
    }  # fmt: skip


def _listed(connection: Connection) -> list[dict[str, object]]:
    found = []
    for one in accounts(connection):
        box = standing(connection, one.channel_id, 0)
        found.append(
            {
                "code": one.code, "name": one.name, "platform": one.platform, "state": one.state, "why": one.why,
                "what": one.what, "shop": one.shop, "unsent": box.unsent, "unsent_since": box.unsent_since,
                "parked": box.parked + parked_deliveries(connection, one.channel_id),
            }
        )  # fmt: skip
    return found
