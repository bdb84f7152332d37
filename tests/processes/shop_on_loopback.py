"""A fake shop that is served on loopback from a thread, for a hub in a process of its own."""

import asyncio
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType

import httpx

from tests.platforms.fake_shopify.shop import ShopifyShop

HOST = "127.0.0.1"


class ShopOnLoopback:
    """One request at a time; ``shop`` is used only while ``lock`` is held."""

    def __init__(self, now: Callable[[], int]) -> None:
        self.lock = threading.RLock()
        self.shop = ShopifyShop(now, HOST)
        self.shop.allows_bulk = False
        self._server = ThreadingHTTPServer((HOST, 0), self._handler())
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,))

    @property
    def address(self) -> str:
        return f"http://{HOST}:{self._server.server_port}"

    def __enter__(self) -> "ShopOnLoopback":
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                content = self.rfile.read(int(self.headers.get("content-length") or 0))
                request = httpx.Request(
                    "POST", f"{outer.address}{self.path}", headers=dict(self.headers), content=content
                )
                with outer.lock:
                    reply = asyncio.run(outer.shop.transport().handle_async_request(request))
                body = reply.read()
                try:
                    self.send_response(reply.status_code)
                    self.send_header("content-type", "application/json")
                    self.send_header("content-length", str(len(body)))
                    self.end_headers()
                    self.wfile.write(body)
                except OSError:
                    self.close_connection = True

            def log_message(self, *_: object) -> None:
                """Nothing on standard error."""

        return Handler
