"""The command line: picks a composition root, nothing else."""

import importlib
import sys

import click

# sub-command -> where it is written; loaded only when asked for, so that no start pays for another root
ROOTS: dict[str, str] = {
    "desk": "storedesk.ui.commands:desk",
    "demo": "storedesk.ui.commands:demo",
    "hub": "storedesk.hub.commands:hub",
}


class RootGroup(click.Group):
    """A group that loads a sub-command when it is named."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(ROOTS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in ROOTS:
            return None
        module, _, name = ROOTS[cmd_name].partition(":")
        command = getattr(importlib.import_module(module), name)
        if not isinstance(command, click.Command):
            raise TypeError(f"{ROOTS[cmd_name]} is no command")
        return command


def _self_check(ctx: click.Context, _parameter: click.Parameter, wanted: bool) -> None:
    if wanted:
        ctx.exit(importlib.import_module("storedesk.ui.self_check").run())


@click.group(cls=RootGroup)
@click.version_option(package_name="storedesk", prog_name="StoreDesk", message="%(prog)s %(version)s")
@click.option(
    "--self-check", is_flag=True, expose_value=False, is_eager=True, callback=_self_check,
    help="Open the window unseen, the encrypted database, a PDF and a translation, and say what works.",
)  # fmt: skip
def storedesk() -> None:
    """Stock, pickups, orders and quotes for shop floors and customer-service desks."""


def main() -> None:
    """Run the command line; exit code 0 good, 1 failure, 2 usage, with one line on standard error."""
    sys.exit(storedesk(standalone_mode=True))


if __name__ == "__main__":
    main()
