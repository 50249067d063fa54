"""One page's WebSocket: what it is sent, and what it says."""

from __future__ import annotations

import asyncio
import math
from collections.abc import Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from starlette.websockets import WebSocket, WebSocketDisconnect

from koekata.studio.hub import Client, TooSlowError
from koekata.studio.wire import read

if TYPE_CHECKING:
    from koekata.studio.studio import Studio

__all__ = ["stream"]

_TRY_AGAIN, _NO_SENSE = 1013, 1007
_MOST_VALUES = 512


async def stream(socket: WebSocket, studio: Studio) -> None:
    """Serve a page until it leaves."""
    await socket.accept()
    client = Client()
    studio.hub.clients.add(client)
    client.offer_note(studio.greeting())
    sending = asyncio.create_task(_send(socket, client))
    try:
        await _listen(socket, client, studio)
    finally:
        studio.hub.clients.discard(client)
        studio.left(client)
        sending.cancel()
        with suppress(asyncio.CancelledError):
            await sending


async def _send(socket: WebSocket, client: Client) -> None:
    with suppress(WebSocketDisconnect, RuntimeError):
        try:
            while True:
                await socket.send_bytes(await client.next())
        except TooSlowError:
            await socket.close(_TRY_AGAIN, "the page takes nothing any more")


async def _listen(socket: WebSocket, client: Client, studio: Studio) -> None:
    try:
        while True:
            _obey(read(await socket.receive_bytes()), client, studio)
    except (WebSocketDisconnect, RuntimeError):
        # A RuntimeError: it was closed from this side meanwhile.
        return
    except (ValueError, KeyError, TypeError):
        await socket.close(_NO_SENSE, "this message is none of a studio page")


def _obey(message: Mapping[str, Any], client: Client, studio: Studio) -> None:
    """Raises KeyError, TypeError or ValueError for what makes no sense."""
    kind, performance = message["type"], studio.performance
    if kind == "taken":
        client.taken(int(message["count"]))
    elif kind == "fire":
        performance.fire(str(message["trigger"]), str(message["action"]))
    elif kind == "try":
        performance.try_values(_numbers(message["values"]), alone=bool(message.get("alone")))
    elif kind == "why":
        target = message.get("target")
        performance.why = (int(message.get("performer", 0)), str(target)) if target else None
    elif kind == "picture":
        studio.show_picture(client, wanted=bool(message["on"]))


def _numbers(values: Mapping[str, Any]) -> dict[str, float]:
    """Raises ValueError for what is no number, and for too many."""
    found = {str(name): float(value) for name, value in values.items()}
    if len(found) > _MOST_VALUES or not all(map(math.isfinite, found.values())):
        raise ValueError("not values")
    return found
