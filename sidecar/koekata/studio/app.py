"""The addresses of the studio: the page, its stream, and what it asks for."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import BaseRoute, Mount, Route, WebSocketRoute
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Receive, Scope, Send

from koekata.errors import KoekataError, MappingError
from koekata.studio.desk import StaleError
from koekata.studio.guard import HEADERS
from koekata.studio.sheet import plain_fault
from koekata.studio.stream import stream

if TYPE_CHECKING:
    from koekata.studio.studio import Studio

__all__ = ["make_app"]

Handler = Callable[[Request], Awaitable[Response]]
_GUIDE = ("start", "stop", "adjust", "show", "save", "use", "undo", "redo")
_READING = ("start", "stop", "save", "script")
_MOST_BYTES = 4 << 20
_NOT_POSSIBLE, _CONFLICT, _TOO_LARGE, _NOT_FOUND = 422, 409, 413, 404


def make_app(studio: Studio, page: Path) -> Starlette:
    """The application without its guard."""
    table = _TableRoutes(studio)
    calls: dict[str, Callable[[dict[str, Any]], Any]] = {
        "table/edit": table.edit,
        "table/text": table.write,
        "table/undo": table.simple("undo"),
        "table/redo": table.simple("redo"),
        "table/revert": table.simple("revert"),
        "table/restore": table.simple("restore"),
        "table/discard": table.simple("discard"),
        "table/save": table.save,
        "table/save-as": table.save_as,
        "table/open": table.open,
        "fit": lambda body: studio.fit(body),
        **{f"calibration/{name}": getattr(studio.guide, name) for name in _GUIDE},
        **{f"voice/{name}": getattr(studio.reading, name) for name in _READING},
    }
    routes: list[BaseRoute] = [
        Route("/api/state", _get(studio.state)),
        Route("/api/table", _get(table.view)),
        Route("/api/table/diff", _get(table.diff)),
        *(Route(f"/api/{name}", _post(call), methods=["POST"]) for name, call in calls.items()),
        Route("/api/calibration", _get(studio.guide.state)),
        Route("/api/voice", _get(studio.reading.state)),
        Route("/api/voice/microphones", _get(studio.reading.microphones)),
        Route("/model/{name}", _model(studio)),
        WebSocketRoute("/stream", lambda socket: stream(socket, studio)),
        Mount("/", StaticFiles(directory=page, html=True)),
    ]
    return Starlette(routes=routes, middleware=[Middleware(_Headers)])


class _TableRoutes:
    """The table on the desk. Every call is made by one thread at a time."""

    def __init__(self, studio: Studio) -> None:
        self._studio, self._desk = studio, studio.desk

    def view(self) -> dict[str, Any]:
        with self._studio.desk_lock:
            return self._desk.view()

    def diff(self) -> dict[str, Any]:
        with self._studio.desk_lock:
            return self._desk.difference()

    def edit(self, body: dict[str, Any]) -> dict[str, Any]:
        edits, key, right = list(body["edits"]), str(body.get("key", "")), bool(body.get("right"))
        return self._then(lambda: self._desk.edit(edits, key, right=right))

    def write(self, body: dict[str, Any]) -> dict[str, Any]:
        return self._then(lambda: self._desk.write(str(body["text"]), str(body.get("key", ""))))

    def save(self, body: dict[str, Any]) -> dict[str, Any]:
        return self._then(lambda: self._desk.save(force=bool(body.get("force"))))

    def save_as(self, body: dict[str, Any]) -> dict[str, Any]:
        path = Path(str(body["path"])).expanduser()
        return self._then(lambda: self._desk.save_as(path, force=bool(body.get("force"))))

    def open(self, body: dict[str, Any]) -> dict[str, Any]:
        return self._then(lambda: self._desk.open(str(body["table"])))

    def simple(self, name: str) -> Callable[[dict[str, Any]], dict[str, Any]]:
        return lambda _: self._then(getattr(self._desk, name))

    def _then(self, change: Callable[[], None]) -> dict[str, Any]:
        with self._studio.desk_lock:
            change()
            view = self._desk.view()
        self._studio.tell_table(view["revision"])
        return view


def _get(look: Callable[[], Any]) -> Handler:
    async def handler(_: Request) -> Response:
        return await _answer(look)

    return handler


def _post(call: Callable[[dict[str, Any]], Any]) -> Handler:
    async def handler(request: Request) -> Response:
        try:
            body = await _body(request)
        except ValueError as error:
            return _refusal(str(error), "")
        return await _answer(lambda: call(body))

    return handler


async def _body(request: Request) -> dict[str, Any]:
    """The request's JSON object. Raises ValueError where it is none."""
    data = bytearray()
    async for chunk in request.stream():
        data += chunk
        if len(data) > _MOST_BYTES:
            raise HTTPException(_TOO_LARGE)
    if not data:
        return {}
    found = json.loads(data)
    if not isinstance(found, dict):
        raise ValueError("an object is expected")
    return found


async def _answer(call: Callable[[], Any]) -> Response:
    """What a call gives, or why it could not be done."""
    try:
        return JSONResponse(await run_in_threadpool(call))
    except StaleError as error:
        return _refusal(error.message, error.remedy, _CONFLICT)
    except MappingError as error:
        return _refusal(error.message, error.remedy, faults=[plain_fault(fault) for fault in error.faults])
    except KoekataError as error:
        return _refusal(error.message, error.remedy)
    except OSError as error:
        return _refusal(
            f"{error.filename or 'a file'}: {error.strerror or error}", "Check the path and its permissions."
        )
    except (KeyError, TypeError, ValueError) as error:
        return _refusal(f"the request lacks something: {error!r}", "Load the page again.")


def _refusal(message: str, remedy: str, status: int = _NOT_POSSIBLE, **more: Any) -> Response:
    return JSONResponse({"error": message, "remedy": remedy, **more}, status_code=status)


def _model(studio: Studio) -> Handler:
    async def handler(request: Request) -> Response:
        path = studio.models.get(request.path_params["name"])
        if path is None or not await asyncio.to_thread(path.is_file):
            raise HTTPException(_NOT_FOUND)
        return FileResponse(path, media_type="model/gltf-binary")

    return handler


class _Headers:
    """Adds the headers that keep other sites out to every answer."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._added = [(name.lower().encode(), value.encode()) for name, value in HEADERS.items()]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def with_headers(message: Any) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], *self._added]
            await send(message)

        await self._app(scope, receive, with_headers if scope["type"] == "http" else send)
