"""Who may talk to the studio: requests that name this server, come from its own page, and hold the token.

A page of another site can make a browser send requests to this machine. It cannot read the token, and its `Origin`
gives it away; a name that somebody points at this machine (DNS rebinding) shows in `Host`.
"""

from __future__ import annotations

import ipaddress
import secrets
import socket
from urllib.parse import parse_qs

from starlette.types import ASGIApp, Receive, Scope, Send

__all__ = ["HEADERS", "Guard"]

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; font-src 'self'; "
        "img-src 'self' blob: data:; connect-src 'self' blob: data:; worker-src 'self' blob:; base-uri 'none'; "
        "form-action 'none'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
_FORBIDDEN = 403
_OPEN, _ASSETS = ("/", "/favicon.svg"), "/assets/"
"""The page itself is no secret; what it asks for is."""
_NO_ENTRY = 4403
"""Code with which a WebSocket is closed."""


class Guard:
    """ASGI middleware; refuses everything that is not from the page of this server."""

    def __init__(self, app: ASGIApp, token: str, host: str, port: int) -> None:
        self._app, self._token, self._port = app, token, port
        self._names = {"127.0.0.1", "localhost", "::1"}
        if not _is_loopback(host):
            self._names |= {host.casefold(), socket.gethostname().casefold()}
        self._wide = not _is_loopback(host)
        self.refused = 0
        """Requests that were turned away."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or answer with 403."""
        if scope["type"] == "lifespan" or self._welcome(scope):
            await self._app(scope, receive, send)
            return
        self.refused += 1
        if scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": _NO_ENTRY, "reason": "not from the page of this server"})
            return
        body = b"This address is that of a Koekata studio. Open it as the terminal shows it, with its token.\n"
        headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"content-length", str(len(body)).encode())]
        await send({"type": "http.response.start", "status": _FORBIDDEN, "headers": headers})
        await send({"type": "http.response.body", "body": body})

    def _welcome(self, scope: Scope) -> bool:
        headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}
        host = headers.get("host", "")
        if not self._is_here(host):
            return False
        origin = headers.get("origin")
        if origin is not None and origin != f"http://{host}":
            return False
        path = str(scope["path"])
        is_open = scope["type"] == "http" and (path in _OPEN or path.startswith(_ASSETS))
        return is_open or self._has_token(scope, headers)

    def _is_here(self, host: str) -> bool:
        name, _, port = host.rpartition(":")
        if not port.isdigit() or int(port) != self._port:
            return False
        name = name.strip("[]").casefold()
        # A listener for the whole network is named by whatever address the machine has there, never by a foreign name.
        return name in self._names or (self._wide and _is_address(name))

    def _has_token(self, scope: Scope, headers: dict[str, str]) -> bool:
        given = (
            headers.get("x-koekata-token") or parse_qs(scope["query_string"].decode("latin-1")).get("token", [""])[0]
        )
        return secrets.compare_digest(given.encode(), self._token.encode())


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def _is_loopback(host: str) -> bool:
    return host == "localhost" or (_is_address(host) and ipaddress.ip_address(host).is_loopback)
