"""A studio for a live session: the page's server in a thread of its own."""

from __future__ import annotations

import asyncio
import secrets
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from importlib import metadata
from pathlib import Path
from typing import Any

import uvicorn

from koekata import models
from koekata.character import presets
from koekata.config import KoekataConfig
from koekata.frames import SolvedFace, SourceEvent
from koekata.live import LiveSession
from koekata.publish.address import port_in_use, resolve, shown
from koekata.studio.app import make_app
from koekata.studio.desk import Desk
from koekata.studio.drafts import Drafts
from koekata.studio.figures import smoothing_delays
from koekata.studio.fitting import Shapes, fits
from koekata.studio.guard import Guard
from koekata.studio.guide import Guide
from koekata.studio.hub import Client, Hub
from koekata.studio.models import find_models, table_of
from koekata.studio.page import page_folder
from koekata.studio.performance import Performance
from koekata.studio.reading import Reading
from koekata.studio.wire import pack

__all__ = ["Studio", "open_studio"]

_LOOK_EVERY_S = 0.4
_END_S = 3.0


class Studio:
    """What the page is made of. `watch` goes to `LiveSession.run`."""

    def __init__(self, session: LiveSession, config: KoekataConfig, face_model: str = "") -> None:
        """Raises ConfigError for a session without a mapping table, or a model that is not there."""
        assert session.mapper is not None
        self._session, self._config = session, config
        self.hub = Hub()
        self.performance = Performance(session, self.hub, face_model)
        self.desk_lock = threading.Lock()
        self.desk = Desk(session.mapper.path, Drafts(models.home() / "studio" / "drafts"), session.mapper.put)
        self.models = find_models(config.studio.character)
        self.token = secrets.token_urlsafe(18)
        self.address = ""
        self.guide = Guide(self.performance, session.source.description, self.tell_calibration)

        self.reading = Reading(_microphone(config.voice.source), self.tell_calibration)

    def watch(self, item: SolvedFace | SourceEvent) -> None:
        """Take note of a change of the source; faces come another way."""
        if isinstance(item, SourceEvent):
            self.performance.event(item)

    def state(self) -> dict[str, Any]:
        """What the page asks first."""
        return {
            "version": _version(),
            "source": self._session.source.description,
            "outputs": self._session.publisher.addresses,
            "models": list(self.models),
            "presets": list(presets()),
            "smoothing": {
                "preset": self._config.smooth.preset,
                "delays": smoothing_delays(self._config.smooth.preset),
            },
            "picture": self._config.studio.picture,
            "voice": self._session.voice.listener.description if self._session.voice is not None else "",
            "home": str(Path.cwd()),
        }

    def greeting(self) -> bytes:
        """The first message to a page."""
        return self.performance.announcement + pack("table", revision=self.desk.revision)

    def tell_table(self, revision: int) -> None:
        """Let every page know that the table is another one."""
        self.hub.post_note(pack("table", revision=revision))

    def tell_calibration(self) -> None:
        """Let every page know that a calibration is another one, or has come further."""
        self.hub.post_note(pack("calibration"))

    def fit(self, names: dict[str, Any]) -> dict[str, Any]:
        """Which tables fit a model with these morphs, expressions and bones; the one that was made for it first."""
        made = table_of(str(names.get("name", "")))
        tables = presets() if made is None else {made.stem: made, **presets()}
        found = fits(Shapes.of(names), tables)
        return {"fits": sorted(map(asdict, found), key=lambda fit: fit["path"] != str(made))}

    def show_picture(self, client: Client, *, wanted: bool) -> None:
        """Send the camera's picture while a page wants it, and the configuration allows it."""
        if wanted and self._config.studio.picture:
            self.performance.picture_for.add(client)
        else:
            self.performance.picture_for.discard(client)

    def left(self, client: Client) -> None:
        """A page is gone."""
        self.performance.picture_for.discard(client)
        if not self.hub.clients:
            self.performance.why = None
            self.performance.try_values({}, alone=False)

    async def look_at_table(self) -> None:
        """Look for edits of the file, for ever."""
        while True:
            await asyncio.sleep(_LOOK_EVERY_S)
            if await asyncio.to_thread(self._look):
                self.tell_table(self.desk.revision)

    def _look(self) -> bool:
        with self.desk_lock:
            return self.desk.look()


@contextmanager
def open_studio(session: LiveSession, config: KoekataConfig, face_model: str = "") -> Iterator[Studio]:
    """Serve the page while the block runs.

    Raises ModelError where the page was not built, PortInUseError, and what `Studio` raises.
    """
    page = page_folder()
    studio = Studio(session, config, face_model)
    listener = _listen(config.studio.host, config.studio.port)
    host, port = listener.getsockname()[:2]
    studio.address = f"{shown('http', host, port)}/?token={studio.token}"
    app = Guard(make_app(studio, page), studio.token, host, port)
    server = _Server(studio, app, listener)
    server.start()
    try:
        yield studio
    finally:
        server.end()


def _listen(host: str, port: int) -> socket.socket:
    """A socket that listens. Raises PortInUseError and PublishError."""
    family, address = resolve(host, port, socket.SOCK_STREAM)
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind(address)
        listener.listen(64)
    except OSError as error:
        listener.close()
        raise port_in_use(port, "--port, or `port` in [studio]") from error
    return listener


class _Server(threading.Thread):
    """Uvicorn in a thread with a loop of its own."""

    def __init__(self, studio: Studio, app: Any, listener: socket.socket) -> None:
        super().__init__(name="koekata-studio", daemon=True)
        self._studio, self._listener = studio, listener
        self._server = uvicorn.Server(
            uvicorn.Config(
                app,
                ws="websockets-sansio",
                log_level="warning",
                lifespan="off",
                access_log=False,
                timeout_graceful_shutdown=1,
                ws_max_size=1 << 16,
                # A machine that is busy answers late, and is still there.
                ws_ping_timeout=120.0,
                server_header=False,
            )
        )

    def run(self) -> None:
        """Serve until `end`."""
        asyncio.run(self._serve())

    async def _serve(self) -> None:
        self._studio.hub.attach(asyncio.get_running_loop())
        looking = asyncio.create_task(self._studio.look_at_table())
        try:
            await self._server.serve(sockets=[self._listener])
        finally:
            self._studio.hub.detach()
            looking.cancel()

    def end(self) -> None:
        """Close every connection, and wait for the thread."""
        self._server.should_exit = True
        self.join(_END_S)
        self._listener.close()


def _microphone(source: str) -> str:
    """The one that is listened to; the default where that is a file."""
    return "default" if not source or source == "film" or Path(source).is_file() else source


def _version() -> str:
    try:
        return metadata.version("koekata")
    except metadata.PackageNotFoundError:
        return ""
