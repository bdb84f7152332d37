"""The part of a desk's store that takes in what the hub sends in quantity: whole steps, mostly a transaction each."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import TypeVar

import msgspec
import sqlalchemy as sa

from storedesk.domain.tables import Key
from storedesk.protocol.compression import pack
from storedesk.protocol.desk_rows import BringingIn, Piece
from storedesk.protocol.wire import Cursor, PullReply
from storedesk.storage import incoming
from storedesk.storage.desk_rows import DeskRowsInTransaction
from storedesk.storage.desk_state import cursor_of
from storedesk.storage.engine import driver_of

T = TypeVar("T")
LONG_LOG_PAGES = 8_000


class DeskIncoming(ABC):
    """Used by one thread at a time, on the one writing connection."""

    _engine: sa.Engine

    def begin(self) -> AbstractContextManager[sa.Connection]:
        return self._engine.begin()

    @abstractmethod
    def rows(self, connection: sa.Connection) -> DeskRowsInTransaction:
        """Row access within the transaction."""

    def staged_to(self, followed: Sequence[str]) -> Cursor | None:
        """Where the pages end that wait for the rest of their pull; those of another pull are dropped."""
        with self.begin() as connection:
            found = incoming.staged(connection)
            if found is None:
                return None
            if found.start == cursor_of(connection) and found.followed == list(followed):
                return found.end
            incoming.drop_staged(connection)
            return None

    def stage(self, page: PullReply, followed: Sequence[str]) -> bool:
        """Keeps a page until the pull is complete; False if it does not follow on those that wait, or the first on
        the desk's cursor.

        A page that a power cut takes with it is fetched again.
        """
        content = pack(msgspec.json.encode(page))
        with self._lightly() as connection:
            if incoming.staged(connection) is None and page.start != cursor_of(connection):
                return False
            return incoming.stage(connection, page, content, followed)

    def drop_staged(self) -> None:
        with self.begin() as connection:
            incoming.drop_staged(connection)

    def staged(self) -> incoming.Staged | None:
        with self.begin() as connection:
            return incoming.staged(connection)

    def begin_bringing_in(self, work: BringingIn) -> None:
        with self.begin() as connection:
            incoming.begin(connection, work)

    def bringing_in(self) -> BringingIn | None:
        with self.begin() as connection:
            return incoming.bringing_in(connection)

    def bring(self, piece: Piece) -> None:
        """One transaction; what a power cut takes of it is brought in again."""
        with self._lightly() as connection:
            incoming.bring(connection, piece)

    def end_bringing_in(self, end: Callable[[DeskRowsInTransaction], T]) -> T:
        with self.begin() as connection:
            return end(self.rows(connection))

    def give_up_bringing_in(self) -> None:
        with self.begin() as connection:
            incoming.give_up(connection)

    def refetching(self) -> tuple[str, ...]:
        """The scopes that are neither what they were nor yet what they will be."""
        with self.begin() as connection:
            return incoming.refetching(connection)

    def distrust(self, scope: str, rows: Sequence[tuple[str, Key]]) -> None:
        """The scope is to be fetched anew, because these rows of it are not what the hub sent, or its sum is not."""
        with self.begin() as connection:
            incoming.distrust(connection, scope, rows)

    def spare_log(self, by_itself: bool) -> None:
        """Whether a log that has grown long goes into the file within a commit, or somebody else sees to it."""
        pages = LONG_LOG_PAGES if by_itself else 0
        driver_of(self._engine.connect()).execute(f"PRAGMA wal_autocheckpoint = {pages}")

    @contextmanager
    def _lightly(self) -> Iterator[sa.Connection]:
        """A transaction that a power cut may undo, but not tear; never for one that holds an action."""
        with self._engine.connect() as connection:
            driver = driver_of(connection)
            driver.execute("PRAGMA synchronous = NORMAL")
            try:
                with connection.begin():
                    yield connection
            finally:
                driver.execute("PRAGMA synchronous = FULL")
