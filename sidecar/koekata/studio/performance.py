"""The pipeline's side of the studio: what is sent after each picture, and what pages want of the next one."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Any

from koekata.channels import ARKIT_NAMES
from koekata.character import POSE_NAMES
from koekata.frames import SolvedFace, SourceEvent
from koekata.live import LiveSession
from koekata.mapping.reasons import reasons
from koekata.studio.figures import Figures
from koekata.studio.hub import Hub
from koekata.studio.picture import picture_message
from koekata.studio.wire import StudioMessages, pack

__all__ = ["Performance"]


_FIGURES_S, _WHY_S, _PICTURE_S, _HELD_S = 1.0, 0.2, 0.1, 0.1
_MOST_ORDERS = 256

Order = Callable[[], None]


class Performance:
    """Attached to a session. `do` may be called from any thread; all else happens where the pipeline runs."""

    def __init__(self, session: LiveSession, hub: Hub, face_model: str = "") -> None:
        self.session, self._hub = session, hub
        self._messages = StudioMessages(face_model)
        self._figures = Figures(session)
        self._orders: deque[Order] = deque(maxlen=_MOST_ORDERS)
        self._due: dict[str, float] = {}
        self.why: tuple[int, str] | None = None
        """Performer and target that a page asks about."""
        self.picture_for: set[object] = set()
        """The pages that show the camera's picture."""
        self.announcement = b""
        """What a page that comes now needs to know first."""
        self.watchers: list[Callable[[tuple[SolvedFace, ...]], None]] = []
        """Called with the faces of each picture."""
        session.after_picture = self.after_picture

    def do(self, order: Order) -> None:
        """Do something with the next picture, in the thread of the pipeline."""
        self._orders.append(order)

    def fire(self, trigger: str, action: str) -> None:
        """Fire a trigger of the table; from any thread."""
        if self.session.mapper is not None:
            self.session.mapper.fire(trigger, action)

    def try_values(self, values: Mapping[str, float], *, alone: bool) -> None:
        """Put values in the place of the performer's; `alone` lets all else rest. From any thread."""
        rest = dict.fromkeys((*ARKIT_NAMES, *POSE_NAMES), 0.0) if alone else {}
        if self.session.mapper is not None:
            self.session.mapper.try_values({**rest, **values})

    def event(self, event: SourceEvent) -> None:
        """The source changed its state."""
        self._hub.post_note(self._messages.event(event))
        self.announcement = self._messages.announcements()

    def after_picture(self, faces: tuple[SolvedFace, ...]) -> None:
        """Send what a picture gave."""
        news = self._messages.news(faces, self.session.mapped)
        if news:
            self._hub.post_note(news)
        if news or not self.announcement:
            self.announcement = self._messages.announcements()
        if self._hub.clients:
            self._send(faces)
            self._send_now_and_then()
        for watcher in tuple(self.watchers):
            watcher(faces)
        while self._orders:
            self._orders.popleft()()

    def _send(self, faces: tuple[SolvedFace, ...]) -> None:
        mapped = {character.face.performer: character for character in self.session.mapped}
        for face in faces:
            raw = self.session.pipeline.unsmoothed.get(face.performer)
            before = raw.weights if raw is not None else None
            message = self._messages.frame(face, before, mapped.get(face.performer), time.monotonic_ns())
            self._hub.post_frame(face.performer, message)

    def _send_now_and_then(self) -> None:
        if self._is_due("figures", _FIGURES_S):
            self._hub.post_note(pack("figures", **self._figures.take()))
        if self.why is not None and self._is_due("why", _WHY_S):
            self._explain(*self.why)
        if self._is_due("held", _HELD_S):
            self._tell_held()
        picture = self.session.picture
        if self.picture_for and picture is not None and self._is_due("picture", _PICTURE_S):
            # The picture may be left out like a frame: it has a place of its own among them.
            seen = [face for face, _ in self.session.pipeline.seen]
            self._hub.post_frame(-1, picture_message(picture, seen))

    def _tell_held(self) -> None:
        for performer, adjustment in self.session.adjustments.items():
            if adjustment.dwells:
                shares = self.session.dwell.shares(performer, adjustment.dwells)
                self._hub.post_frame(-3 - performer, pack("held", performer=performer, shares=shares))

    def _explain(self, performer: int, target: str) -> None:
        found = self.session.mapper.explain(performer, target) if self.session.mapper is not None else None
        if found is not None:
            explanation: Any = asdict(found)
            self._hub.post_frame(-2, pack("why", performer=performer, explanation=explanation, reasons=reasons(found)))

    def _is_due(self, what: str, every_s: float) -> bool:
        now = time.monotonic()
        if now < self._due.get(what, 0.0):
            return False
        self._due[what] = now + every_s
        return True
