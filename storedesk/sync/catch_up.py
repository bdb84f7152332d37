"""The last step of a round: fetching what the desk lacks, as a page, as many pages or as a snapshot."""

from collections.abc import Callable, Sequence

from storedesk.protocol.wire import (
    HelloReply,
    PullReply,
    PullRequest,
    SnapshotReply,
    SnapshotRequest,
    WireError,
)
from storedesk.protocol.wire_errors import WireErrorNumber
from storedesk.sync.exchange import Ended, Exchange, RoundOutcome, Steps, expect
from storedesk.sync.ports import DeskStore
from storedesk.sync.rebase import PageOutcome

AT_ONCE = 500
"""Rows that are applied in one transaction; it holds the writer for a few milliseconds."""
PAGE_ROWS = 5_000
WORDY_TABLES, WORDY_ROWS = ("product", "variant"), 10


class CursorUnknown(Exception):
    """The hub was put back since the hello, or has forgotten what the desk lacks."""


class CatchUp:
    """Nothing of a pull is shown before all of it is here: a short one is applied in one transaction, the pages
    of a longer one wait in the desk's database until whoever drives the round brings them in."""

    def __init__(
        self,
        store: DeskStore,
        apply: Callable[[PullReply], PageOutcome | None],
        at_once: int = AT_ONCE,
        page_rows: int = PAGE_ROWS,
    ) -> None:
        self._store, self._apply, self._at_once, self._page_rows = store, apply, at_once, page_rows

    def run(self, hello: HelloReply) -> Steps[PageOutcome | None]:
        """Ends the round by itself (``Ended``) where a snapshot or staged pages are to be brought in: a snapshot
        of just the scopes that the desk does not have, or whose rows are of two ages."""
        link = self._store.link()
        held = () if link.cursor is None or link.cursor_lost else link.scopes
        broken = self._store.refetching()
        covered = [scope for scope in hello.scopes if scope not in held or scope in broken]
        if covered:
            raise Ended((yield from ask_for_snapshot(covered, hello.scopes))._replace(hello=hello))
        if set(held) != set(hello.scopes):
            raise Ended((yield from self.gather(hello.scopes))._replace(hello=hello))
        return (yield from self._pull(hello.scopes))

    def gather(self, followed: Sequence[str]) -> Exchange:
        """Fetches all that is new in these scopes and has it wait; ends as ``staged``, or as a round may end.

        The next round's hello finds out about a cursor that has become unknown.
        """
        try:
            while True:
                page = yield from self._page(followed)
                if page is None:
                    return (yield from ask_for_snapshot(followed, followed))
                if not self._store.stage(page, followed):
                    return RoundOutcome("refused", "differs")
                if page.complete:
                    return RoundOutcome("staged", followed=tuple(followed))
        except Ended as ended:
            return ended.outcome
        except CursorUnknown:
            return RoundOutcome("refused", str(WireErrorNumber.UNKNOWN_CURSOR))

    def _pull(self, followed: Sequence[str]) -> Steps[PageOutcome | None]:
        start = self._store.link().cursor
        page = yield from self._page(followed)
        if page is None:
            raise Ended((yield from ask_for_snapshot(followed, followed)))
        if not (page.complete and page.start == start and _rows_of(page) <= self._at_once):
            if self._store.stage(page, followed) and page.complete:
                raise Ended(RoundOutcome("staged", followed=tuple(followed)))
            raise Ended((yield from self.gather(followed)))
        outcome = self._apply(page)
        if outcome is not None and outcome.wrong:
            snapshot = yield from ask_for_snapshot(outcome.wrong, followed)
            raise Ended(snapshot._replace(detail=",".join(outcome.wrong), page=outcome))
        return outcome

    def _page(self, followed: Sequence[str]) -> Steps[PullReply | None]:
        """The page behind those that wait already, else behind the desk's cursor; None if it is too much."""
        for cursor in (self._store.staged_to(followed), self._store.link().cursor):
            if cursor is None:
                continue
            answer = (yield [PullRequest(cursor=cursor, scopes=list(followed), limit=self._page_rows)])[0]
            number = answer.number if isinstance(answer, WireError) else 0
            if number == WireErrorNumber.TOO_FAR_BEHIND:
                self._store.drop_staged()
                return None
            if number != WireErrorNumber.UNKNOWN_CURSOR:
                return expect(answer, PullReply)
            self._store.drop_staged()
        raise CursorUnknown


def ask_for_snapshot(covered: Sequence[str], followed: Sequence[str]) -> Exchange:
    """Has the hub make a file of some scopes for a desk that then follows all of ``followed``."""
    reply = expect((yield [SnapshotRequest(scopes=list(covered))])[0], SnapshotReply)
    return RoundOutcome("needs_snapshot", snapshot=reply, covered=tuple(covered), followed=tuple(followed))


def _rows_of(page: PullReply) -> int:
    """An article takes as long as several other rows, because of its words."""
    rows = sum(len(part.rows) * (WORDY_ROWS if part.table in WORDY_TABLES else 1) for part in page.tables)
    return rows + len(page.gone)
