"""The command that sets up mail to customers, and sends a first one to try it."""

import sys
from pathlib import Path

import click

from storedesk.hub import mail_server
from storedesk.hub.commands import one_line
from storedesk.hub.data_folder import DataFolder
from storedesk.hub.mail_server import Mail, MailServer, SmtpPostman
from storedesk.hub.system_clock import now_ms

_PROBLEMS = {
    "no_server": "The mail server cannot be reached, or not with this security; check --host, --port, --security.",
    "sign_in": "The mail server refuses the user or the password.",
    "not_now": "The mail server asks to come back later; try again in some minutes.",
    "address": "The mail server does not take this address.",
    "refused": "The mail server refused the mail.",
    "line_lost": "The line broke after the mail was given up; look whether it has arrived.",
}


@click.command("mail")
@click.option(
    "--data", type=click.Path(path_type=Path, file_okay=False), required=True, help="The hub's folder."
)
@click.option("--host", required=True, help="The mail server, as smtp.example.org.")
@click.option("--port", default=587, show_default=True, type=click.IntRange(1, 65_535))
@click.option(
    "--security", default="starttls", show_default=True, type=click.Choice(["starttls", "tls", "none"])
)
@click.option("--sender", required=True, help="The address that customers see.")
@click.option("--sender-name", default="", help="The name that customers see.")
@click.option(
    "--user", default="", help="Who signs in; the password is asked for, or read from standard input."
)
@click.option(
    "--try", "try_address", metavar="ADDRESS", help="Send a first mail there before anything is kept."
)
def mail_command(
    data: Path, host: str, port: int, security: str, sender: str, sender_name: str, user: str,
    try_address: str | None,
) -> None:  # fmt: skip
    """Set up the mail server that tells customers; a hub that serves takes it up when it is started again."""
    with one_line():
        data.mkdir(parents=True, exist_ok=True, mode=0o700)
        server = mail_server.checked(
            MailServer(
                host=host,
                port=port,
                sender=sender,
                sender_name=sender_name,
                user=user,
                password=_password() if user else "",
                security=_security(security),
            )
        )
        if try_address:
            _try(server, try_address)
        mail_server.save(DataFolder(data).mail, server)
    click.echo("Mail is set up.")


def _security(name: str) -> mail_server.Security:
    return "tls" if name == "tls" else "none" if name == "none" else "starttls"


def _password() -> str:
    if sys.stdin.isatty():
        return str(click.prompt("Password", hide_input=True))
    return sys.stdin.readline().rstrip("\r\n")


def _try(server: MailServer, address: str) -> None:
    now = now_ms()
    mail = Mail(f"try-{now}", "", address, "StoreDesk can send mail", "This hub can tell customers.\n", now)
    outcome = SmtpPostman(server).send(mail)
    if outcome.state != "sent":
        raise click.ClickException(_PROBLEMS[outcome.why])
