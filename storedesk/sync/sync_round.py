"""One round with the hub: hello, push what waits, pull what is new. Sans I/O: requests out, replies in.

Invariants, whatever comes in and whenever the desk dies:

1. An action leaves the outbox's "waiting" only by a decision of the hub in an epoch that hub gave; no error, no
   silence and no reply that was not asked for changes the outbox.
2. Actions are offered in the order they were made. Within an epoch a number stands for one action for ever.
3. Nothing is pulled and no snapshot is asked for while an action waits that was there when the round began: a
   page is of a time after all decisions that the desk has.
4. "Done" means: the rows below the desk's cursor hold what became of it. So a hub that knows the cursor knows all
   that is done, and one that does not is offered everything.
5. Rows that are not this hub's (the cursor is lost) are replaced by a snapshot and never by a page.
6. The epoch never goes back, and each hello leaves the desk in the epoch of the hub.
"""

from collections.abc import Callable, Generator, Sequence

from storedesk.protocol.desk_rows import Link
from storedesk.protocol.wire import (
    WIRE_VERSION,
    ActionRecord,
    HelloReply,
    HelloRequest,
    PullReply,
    PushReply,
    PushRequest,
    Request,
    WireError,
)
from storedesk.protocol.wire_errors import WireErrorNumber
from storedesk.sync.catch_up import CatchUp, CursorUnknown
from storedesk.sync.exchange import Answer, Ended, Exchange, NoReply, RoundOutcome, expect
from storedesk.sync.ports import DeskStore
from storedesk.sync.rebase import PageOutcome

__all__ = ["Answer", "Exchange", "NoReply", "RoundOutcome", "SyncRound"]

IN_FLIGHT = 3
MOST_HELLOS = 8


class SyncRound:
    """A round of one desk. ``apply`` stores a page and replays own work; both ports are called between
    exchanges, on the thread that drives the generator. ``heard`` is what the last round of this start left: the
    hub's time up to which nothing made here was undecided, 0 at first. ``boot`` names the start."""

    def __init__(
        self,
        store: DeskStore,
        apply: Callable[[PullReply], PageOutcome | None],
        now: Callable[[], int],
        app: str,
        heard: int = 0,
        boot: str = "",
    ) -> None:
        self._store, self._apply, self._now, self._app = store, apply, now, app
        self._heard, self._boot = heard, boot
        self._pushed = 0

    def run(self) -> Exchange:
        """Yields requests that may travel at the same time and takes their answers in the same order."""
        try:
            for _ in range(MOST_HELLOS):
                hello = yield from self._hello()
                if not (yield from self._push()):
                    continue
                self._heard = hello.now
                try:
                    page = yield from CatchUp(self._store, self._apply).run(hello)
                except CursorUnknown:
                    continue
                return RoundOutcome("done", pushed=self._pushed, page=page, hello=hello, heard=self._heard)
            raise Ended(RoundOutcome("refused", str(WireErrorNumber.WRONG_EPOCH)))
        except Ended as ended:
            return ended.outcome._replace(pushed=self._pushed, heard=self._heard)

    def send(self) -> Exchange:
        """Only offers what waits, while something large is under way; any trouble is left to the next round."""
        try:
            yield from self._push()
        except Ended as ended:
            return ended.outcome._replace(pushed=self._pushed, heard=self._heard)
        return RoundOutcome("done", pushed=self._pushed, heard=self._heard)

    def _hello(self) -> Generator[list[Request], list[Answer], HelloReply]:
        """After it the desk is in the hub's epoch, and what the hub lacks waits to be offered."""
        link = self._store.link()
        request = HelloRequest(
            app=self._app,
            wire=WIRE_VERSION,
            epoch=link.epoch,
            cursor=None if link.cursor_lost else link.cursor,
            last_seq=link.last_seq,
            oldest_seq=link.oldest_seq,
            oldest_unsent_at=link.oldest_unsent_at,
            heard=self._heard if link.oldest_unsent_at is None or link.oldest_unsent_at > self._heard else 0,
            parked=list(link.parked),
            boot=self._boot,
            seen=link.seen,
        )
        reply = expect((yield [request])[0], HelloReply)
        if reply.revoked:
            raise Ended(RoundOutcome("revoked", hello=reply))
        self._agree(link, reply)
        if reply.decisions:
            if reply.decided_head is not None:
                self._store.saw(reply.decided_head)
            self._store.decided(reply.decisions, self._now())
        return reply

    def _agree(self, link: Link, reply: HelloReply) -> None:
        if reply.epoch > link.epoch:
            everything = reply.put_back or not reply.cursor_known
            self._store.begin_epoch(reply.epoch, everything=everything, cursor_lost=not reply.cursor_known)
        elif reply.epoch < link.epoch or not reply.cursor_known:
            raise Ended(RoundOutcome("refused", str(WireErrorNumber.WRONG_EPOCH)))
        if self._store.reoffer_after(reply.last_seq) or reply.epoch != link.epoch:
            self._heard = 0

    def _push(self) -> Generator[list[Request], list[Answer], bool]:
        """From the oldest undecided action on, until none is left; what the hub knows already it answers again.
        False if the hub wants another epoch: then a hello comes next.

        A push that overtook another in flight is answered by a gap though a copy of it may have been decided:
        no page may come before that decision, or its effects would be done twice. Replies that decide nothing of
        what was offered end the round.
        """
        offered: set[str] = set()
        while True:
            batches = self._batches()
            if not batches:
                return True
            assert all(_is_unbroken(batch) for batch in batches), "a push has no holes"
            now_offered = {record.id for batch in batches for record in batch}
            if offered and offered <= now_offered:
                raise Ended(RoundOutcome("refused", "gap"))
            offered = now_offered
            epoch = self._store.link().epoch
            for batch in batches:
                self._store.sent(batch[0].seq, batch[-1].seq, self._now())
            requests: list[Request] = [
                PushRequest(
                    epoch=epoch,
                    first_seq=batch[0].seq,
                    actions=batch,
                    chain=self._store.chain_before(batch[0].seq),
                )
                for batch in batches
            ]
            answers = yield requests
            replies = [answer for answer in answers if isinstance(answer, PushReply)]
            self._keep(replies)
            failed = [answer for answer in answers if not isinstance(answer, PushReply)]
            if any(_is_wrong_epoch(answer) for answer in failed):
                return False
            if failed:
                expect(failed[0], PushReply)

    def _keep(self, replies: Sequence[PushReply]) -> None:
        heads = [reply.head for reply in replies if reply.head is not None]
        if heads:
            self._store.saw(max(heads, key=lambda head: head.position))
        for reply in replies:
            self._store.decided(reply.decisions, self._now())
            self._pushed += len(reply.decisions)

    def _batches(self) -> list[list[ActionRecord]]:
        batches: list[list[ActionRecord]] = []
        after_seq = 0
        while len(batches) < IN_FLIGHT:
            batch = self._store.to_send(after_seq)
            if not batch:
                break
            batches.append(batch)
            after_seq = batch[-1].seq
        return batches


def _is_unbroken(batch: Sequence[ActionRecord]) -> bool:
    return [record.seq - batch[0].seq for record in batch] == list(range(len(batch)))


def _is_wrong_epoch(answer: Answer) -> bool:
    return isinstance(answer, WireError) and answer.number == WireErrorNumber.WRONG_EPOCH
