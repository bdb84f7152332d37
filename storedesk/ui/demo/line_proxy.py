"""A line between desk and hub that can be cut: a relay of bytes on loopback, in a thread of its own."""

import contextlib
import socket
import threading
from urllib.parse import urlsplit


class LineProxy:
    """``address`` is what the desk is told; ``cut`` closes what is open and refuses what comes."""

    def __init__(self, hub_address: str) -> None:
        target = urlsplit(hub_address)
        self._target = (target.hostname or "127.0.0.1", target.port or 80)
        self._whole = True
        self._open: set[socket.socket] = set()
        self._lock = threading.Lock()
        self._server = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self._server.getsockname()[1]}"
        threading.Thread(target=self._accept, name="line", daemon=True).start()

    @property
    def is_whole(self) -> bool:
        return self._whole

    def cut(self) -> None:
        self._whole = False
        with self._lock:
            for end in self._open:
                with contextlib.suppress(OSError):
                    end.shutdown(socket.SHUT_RDWR)

    def mend(self) -> None:
        self._whole = True

    def close(self) -> None:
        self.cut()
        self._server.close()

    def _accept(self) -> None:
        while True:
            try:
                desk, _ = self._server.accept()
            except OSError:
                return
            if not self._whole:
                desk.close()
                continue
            try:
                hub = socket.create_connection(self._target, 5.0)
            except OSError:
                desk.close()
                continue
            hub.settimeout(None)
            with self._lock:
                self._open.update((desk, hub))
            for source, sink in ((desk, hub), (hub, desk)):
                threading.Thread(target=self._relay, args=(source, sink), daemon=True).start()

    def _relay(self, source: socket.socket, sink: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while data := source.recv(65_536):
                sink.sendall(data)
        for end in (source, sink):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
        with self._lock:
            self._open.discard(source)
        source.close()
