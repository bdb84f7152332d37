"""The command line: picks a composition root, nothing else."""

import importlib
import sys

import click

# sub-command -> (where it is written, what it is for); loaded only when it is named, so that no start pays
# for another root and the help needs none
ROOTS: dict[str, tuple[str, str]] = {
    "desk": ("storedesk.ui.commands:desk", "Open the desk."),
    "demo": ("storedesk.ui.demo.demo_command:demo", "Open a desk on a sample shop with a hub of its own."),
    "worker": ("storedesk.desk.commands:worker", "Work for a window; started by it."),
    "hub": ("storedesk.hub.commands:hub", "Run and look after the hub."),
    "channel": ("storedesk.hub.channel_commands:channel", "Connect shops, and see how they are."),
}


class RootGroup(click.Group):
    """A group that loads a sub-command when it is named."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order of the help."""
        return list(ROOTS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The sub-command itself, loaded now; None for an unknown name."""
        if cmd_name not in ROOTS:
            return None
        module, _, name = ROOTS[cmd_name][0].partition(":")
        command = getattr(importlib.import_module(module), name)
        if not isinstance(command, click.Command):
            raise TypeError(f"{ROOTS[cmd_name][0]} is not a command")
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The help's list of sub-commands, from the table above."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, words) for name, (_, words) in ROOTS.items()])


def _self_check(ctx: click.Context, _parameter: click.Parameter, wanted: bool) -> None:
    if wanted:
        ctx.exit(importlib.import_module("storedesk.ui.self_check").run())


@click.group(cls=RootGroup)
@click.version_option(package_name="storedesk", prog_name="StoreDesk", message="%(prog)s %(version)s")
@click.option(
    "--self-check",
    is_flag=True,
    expose_value=False,
    is_eager=True,
    callback=_self_check,
    help="Open the window unseen, the encrypted database, a PDF and a translation, and say what works.",
)
def storedesk() -> None:
    """Stock, pickups, orders and quotes for shop floors and customer-service desks."""


def main() -> None:
    """Run the command line; exit code 0 good, 1 failure, 2 usage, with one line on standard error."""
    sys.exit(storedesk(prog_name="storedesk"))


if __name__ == "__main__":
    main()
