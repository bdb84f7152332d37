"""The mail server a hub sends through: its settings, and one attempt with what is known of its outcome."""

import os
import smtplib
import ssl
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from pathlib import Path
from typing import Annotated, Literal, NamedTuple, Protocol

import msgspec

from storedesk.domain.wall_clock import local_time, zone_named

LOOPBACK = ("127.0.0.1", "::1", "localhost")
TIMEOUT_SECONDS = 30.0
Short = Annotated[str, msgspec.Meta(max_length=320)]
Security = Literal["starttls", "tls", "none"]


class MailServer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``sender`` is the address customers see; without ``user`` nobody signs in."""

    host: Short
    port: Annotated[int, msgspec.Meta(ge=1, le=65_535)]
    sender: Short
    sender_name: Short = ""
    user: Short = ""
    password: Short = ""
    security: Security = "starttls"


class MailRefused(Exception):
    """The settings cannot be used; the sentence says why."""


class Mail(NamedTuple):
    """``message_id`` is derived from the message's id, so that a copy can be recognised; ``at`` in UTC ms."""

    message_id: str
    name: str
    address: str
    subject: str
    text: str
    at: int


class Outcome(NamedTuple):
    """``state``: sent, not_reached (certainly not sent, may be tried again), failed (never will be) or unknown."""

    state: str
    why: str = ""


class Postman(Protocol):
    def send(self, mail: Mail) -> Outcome:
        """One attempt; blocks, and never raises for trouble with mail."""


class SmtpPostman:
    """Sends each mail on a connection of its own."""

    def __init__(self, server: MailServer, context: ssl.SSLContext | None = None) -> None:
        self._server = checked(server)
        self._context = context or ssl.create_default_context()

    def send(self, mail: Mail) -> Outcome:
        try:
            message = composed(self._server, mail)
        except (ValueError, IndexError):
            return Outcome("failed", "address")
        try:
            smtp = self._signed_in()
        except smtplib.SMTPAuthenticationError:
            return Outcome("not_reached", "sign_in")
        except (smtplib.SMTPException, OSError):
            return Outcome("not_reached", "no_server")
        try:
            return _deliver(smtp, self._server.sender, mail.address, message)
        finally:
            smtp.close()

    def _signed_in(self) -> smtplib.SMTP:
        server = self._server
        if server.security == "tls":
            smtp: smtplib.SMTP = smtplib.SMTP_SSL(
                server.host, server.port, timeout=TIMEOUT_SECONDS, context=self._context
            )
        else:
            smtp = smtplib.SMTP(server.host, server.port, timeout=TIMEOUT_SECONDS)
        try:
            if server.security == "starttls":
                smtp.starttls(context=self._context)
            smtp.ehlo_or_helo_if_needed()
            if server.user:
                smtp.login(server.user, server.password)
        except BaseException:
            smtp.close()
            raise
        return smtp


def _deliver(smtp: smtplib.SMTP, sender: str, address: str, message: bytes) -> Outcome:
    """Until the text itself is sent nothing can have gone out; from then on only the server's answer tells."""
    try:
        for code, _ in (smtp.mail(sender), smtp.rcpt(address)):
            if code >= 500:
                return Outcome("failed", "address")
            if code >= 400:
                return Outcome("not_reached", "not_now")
    except (smtplib.SMTPException, OSError):
        return Outcome("not_reached", "no_server")
    try:
        code, _ = smtp.data(message)
    except smtplib.SMTPDataError as refused:
        code = refused.smtp_code
    except (smtplib.SMTPException, OSError):
        return Outcome("unknown", "line_lost")
    if code >= 500:
        return Outcome("failed", "refused")
    return Outcome("not_reached", "not_now") if code >= 400 else Outcome("sent")


def composed(server: MailServer, mail: Mail) -> bytes:
    """The mail as it travels; raises ValueError for an address or name that no header carries."""
    message = EmailMessage(policy=SMTP)
    message["From"] = _address(server.sender_name, server.sender)
    message["To"] = _address(mail.name, mail.address)
    message["Subject"] = mail.subject
    message["Message-ID"] = f"<{mail.message_id}@{server.sender.rpartition('@')[2]}>"
    message["Date"] = format_datetime(local_time(mail.at, zone_named("UTC")))
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(mail.text)
    return message.as_bytes()


def _address(name: str, address: str) -> Address:
    address.encode("ascii")
    return Address(display_name=name, addr_spec=address)


def checked(server: MailServer) -> MailServer:
    """The settings, if a mail can be sent with them; raises ``MailRefused``."""
    try:
        _address(server.sender_name, server.sender)
    except (ValueError, IndexError) as error:
        raise MailRefused("The sender is no mail address: write it like shop@example.org.") from error
    if server.security == "none" and server.host not in LOOPBACK:
        raise MailRefused("Beyond this machine mail goes over TLS: use starttls or tls.")
    return server


def load(path: Path) -> MailServer | None:
    """The settings in the hub's folder, None where mail is not set up; raises ``MailRefused``."""
    try:
        return checked(msgspec.json.decode(path.read_bytes(), type=MailServer))
    except FileNotFoundError:
        return None
    except (OSError, msgspec.MsgspecError) as error:
        raise MailRefused(f"The file {path.name} does not hold mail settings; set mail up again.") from error


def save(path: Path, server: MailServer) -> None:
    """Readable by its owner only."""
    fresh = path.with_suffix(".new")
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(msgspec.json.encode(checked(server)))
    fresh.replace(path)
