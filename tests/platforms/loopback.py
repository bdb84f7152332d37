"""A shop in memory served on loopback, for hubs that speak to it over HTTP."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import httpx

_HOP = {"content-length", "transfer-encoding", "connection", "content-encoding"}


@contextmanager
def on_loopback(line: httpx.AsyncBaseTransport) -> Iterator[str]:
    """The address at which ``line`` answers, until the block ends; one request at a time."""
    lock = threading.Lock()

    class Answering(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _answer(self) -> None:
            length = int(self.headers.get("content-length", "0"))
            request = httpx.Request(
                self.command,
                f"{address}{self.path}",
                headers=dict(self.headers),
                content=self.rfile.read(length),
            )
            with lock:
                status, headers, body = asyncio.run(_said(line, request))
            self.send_response_only(status)
            for name, value in headers:
                self.send_header(name, value)
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_GET = do_POST = do_PUT = do_DELETE = _answer

        def log_message(self, format: str, *args: Any) -> None:
            """Nothing is said about it."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answering)
    server.daemon_threads = True
    address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield address
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


async def _said(
    line: httpx.AsyncBaseTransport, request: httpx.Request
) -> tuple[int, list[tuple[str, str]], bytes]:
    response = await line.handle_async_request(request)
    body = await response.aread()
    return response.status_code, [one for one in response.headers.multi_items() if one[0] not in _HOP], body
