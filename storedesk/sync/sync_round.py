"""One round with the hub: hello, push what waits, pull what is new. Sans I/O: requests out, replies in."""

from collections.abc import Callable, Generator

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
from storedesk.sync.catch_up import CatchUp, ask_for_snapshot
from storedesk.sync.exchange import Answer, Ended, Exchange, NoReply, RoundOutcome, expect
from storedesk.sync.ports import DeskStore
from storedesk.sync.rebase import PageOutcome

__all__ = ["Answer", "Exchange", "NoReply", "RoundOutcome", "SyncRound"]

IN_FLIGHT = 3
MOST_EPOCHS = 3


class SyncRound:
    """A round of one desk. ``apply`` stores a page and replays own work; both ports are called between
    exchanges, on the thread that drives the generator."""

    def __init__(
        self,
        store: DeskStore,
        apply: Callable[[PullReply], PageOutcome | None],
        now: Callable[[], int],
        app: str,
    ) -> None:
        self._store, self._apply, self._now, self._app = store, apply, now, app
        self._pushed = 0

    def run(self) -> Exchange:
        """Yields requests that may travel at the same time and takes their answers in the same order."""
        try:
            hello = yield from self._hello()
            yield from self._push()
            page = yield from CatchUp(self._store, self._apply).run(hello)
        except Ended as ended:
            return ended.outcome._replace(pushed=self._pushed)
        return RoundOutcome("done", pushed=self._pushed, page=page, hello=hello)

    def _hello(self) -> Generator[list[Request], list[Answer], HelloReply]:
        link = self._store.link()
        request = HelloRequest(
            app=self._app,
            wire=WIRE_VERSION,
            epoch=link.epoch,
            cursor=link.cursor,
            last_seq=link.last_seq,
            oldest_seq=link.oldest_seq,
            oldest_unsent_at=link.oldest_unsent_at,
        )
        reply = expect((yield [request])[0], HelloReply)
        if reply.revoked:
            raise Ended(RoundOutcome("revoked", hello=reply))
        if reply.epoch != link.epoch:
            self._store.begin_epoch(reply.epoch)
        self._store.reoffer_after(reply.last_seq)
        if link.cursor is None:
            raise Ended((yield from ask_for_snapshot(reply.scopes, reply.scopes))._replace(hello=reply))
        return reply

    def _push(self) -> Generator[list[Request], list[Answer], None]:
        """From the oldest undecided action on, until none is left; what the hub knows already it answers again.

        A push that overtook another in flight is answered by a gap though a copy of it may have been decided:
        no page may come before that decision, or its effects would be done twice.
        """
        epochs = 0
        while True:
            batches = self._batches()
            if not batches:
                return
            epoch = self._store.link().epoch
            for batch in batches:
                self._store.sent(batch[0].seq, batch[-1].seq, self._now())
            requests: list[Request] = [
                PushRequest(epoch=epoch, first_seq=batch[0].seq, actions=batch, chain="") for batch in batches
            ]
            answers = yield requests
            decided = self._pushed
            failed: Answer | None = None
            for answer in answers:
                if isinstance(answer, PushReply):
                    self._store.decided(answer.decisions, self._now())
                    self._pushed += len(answer.decisions)
                else:
                    failed = failed or answer
            if failed is not None:
                self._after_failed_push(failed)
                epochs += 1
            elif self._pushed == decided:
                raise Ended(RoundOutcome("refused", "gap"))
            if epochs > MOST_EPOCHS:
                raise Ended(RoundOutcome("refused", str(WireErrorNumber.WRONG_EPOCH)))

    def _after_failed_push(self, answer: Answer) -> None:
        if isinstance(answer, WireError) and answer.number == WireErrorNumber.WRONG_EPOCH:
            self._store.begin_epoch(answer.expected)
            return
        expect(answer, PushReply)

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
