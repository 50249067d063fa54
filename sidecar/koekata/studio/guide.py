"""The calibration of each performer: what the guided minute found, what people change by hand, and what is kept."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import asdict, replace
from typing import Any

from koekata.fit.calibrate import Neutral
from koekata.studio.book import Book, Setting
from koekata.studio.changing import changed_adjustment
from koekata.studio.course import Course
from koekata.studio.kept import keep, kept, take
from koekata.studio.performance import Performance
from koekata.studio.ranges import Ranges

__all__ = ["Guide"]

_LEAST_PACE, _MOST_PACE = 0.25, 4.0
_MOST_PERFORMERS = 16

Body = Mapping[str, Any]


class Guide:
    """Called by the server; the course is watched by the pipeline."""

    def __init__(self, performance: Performance, camera: str, tell: Callable[[], None]) -> None:
        """`tell` is called when pages should ask for the state anew."""
        self._performance, self._camera, self._tell = performance, camera, tell
        self._lock = threading.RLock()
        self._books = {number: Book(Setting(a)) for number, a in performance.session.adjustments.items()}
        self._in_use: dict[int, Neutral | None] = {}
        self._first: dict[int, Neutral | None] = {}
        self._course = Course(performance.session, self._learnt, tell)
        performance.watchers.append(self._course.watch)

    def state(self) -> dict[str, Any]:
        """Everything that the page shows."""
        with self._lock:
            books = {0: Book(Setting()), **self._books}
            return {
                **self._course.state(),
                "camera": self._camera,
                "kept": kept(),
                "performers": {str(number): _plain(book) for number, book in books.items()},
            }

    def start(self, body: Body) -> dict[str, Any]:
        """Begin; `pace` shortens or lengthens every step. Raises ConfigError while another one is on."""
        pace = float(body.get("pace", 1.0))
        self._course.start(_number(body), min(_MOST_PACE, max(_LEAST_PACE, pace)))
        return self._told()

    def stop(self, _: Body) -> dict[str, Any]:
        """Give it up; nothing changes."""
        self._course.stop()
        return self._told()

    def adjust(self, body: Body) -> dict[str, Any]:
        """Change gains and ranges of regions, the side that is mirrored, or faces that fire triggers."""
        with self._lock:
            book = self._book(_number(body))
            adjustment = changed_adjustment(book.now.adjustment, body)
            book.change(replace(book.now, adjustment=adjustment), str(body.get("key", "")))
        return self._applied(_number(body))

    def show(self, body: Body) -> dict[str, Any]:
        """A, or B: another one that is kept, or without any."""
        with self._lock:
            book = self._book(_number(body))
            if "other" in body:
                name = str(body["other"])
                book.other, book.other_name = (self._taken(name) if name else Setting()), name
            book.shown = bool(body["on"])
        return self._applied(_number(body))

    def save(self, body: Body) -> dict[str, Any]:
        """Keep it under a name, with today's date; an older one of that name stays beside it."""
        number = _number(body)
        with self._lock:
            book = self._book(number)
            named = replace(
                book.now.adjustment,
                name=str(body["name"]).strip(),
                camera=self._camera,
                character=str(body.get("character", "")),
            )
            pipeline = self._performance.session.pipeline
            neutral = book.now.neutral or pipeline.calibrated(number)
            book.now = keep(replace(book.now, adjustment=named), neutral, pipeline.model.name)
        return self._told()

    def use(self, body: Body) -> dict[str, Any]:
        """Take one that is kept; the empty name takes none."""
        name = str(body["name"])
        with self._lock:
            self._book(_number(body)).change(self._taken(name) if name else Setting())
        return self._applied(_number(body))

    def undo(self, body: Body) -> dict[str, Any]:
        """Back to what was used before."""
        with self._lock:
            self._book(_number(body)).undo()
        return self._applied(_number(body))

    def redo(self, body: Body) -> dict[str, Any]:
        """Forth again."""
        with self._lock:
            self._book(_number(body)).redo()
        return self._applied(_number(body))

    def _learnt(self, performer: int, found: Ranges, neutral: Neutral | None) -> None:
        with self._lock:
            book = self._book(performer)
            adjustment = replace(book.now.adjustment, rest=found.rest, channels=found.gains)
            book.change(Setting(adjustment, neutral or book.now.neutral))
        self._applied(performer)

    def _book(self, performer: int) -> Book:
        return self._books.setdefault(performer, Book(Setting()))

    def _taken(self, name: str) -> Setting:
        return take(name, self._performance.session.pipeline.model.name)

    def _applied(self, performer: int) -> dict[str, Any]:
        with self._lock:
            setting = self._book(performer).in_force
            session = self._performance.session
            session.adjustments = {**session.adjustments, performer: setting.adjustment}
            if setting.neutral is not self._in_use.get(performer):
                self._recalibrate(performer, setting.neutral)
        return self._told()

    def _recalibrate(self, performer: int, neutral: Neutral | None) -> None:
        pipeline = self._performance.session.pipeline
        self._first.setdefault(performer, pipeline.calibrated(performer))
        self._in_use[performer] = neutral
        wanted = neutral if neutral is not None else self._first[performer]
        self._performance.do(lambda: pipeline.recalibrate(wanted, performer))

    def _told(self) -> dict[str, Any]:
        self._tell()
        return self.state()


def _number(body: Body) -> int:
    number = int(body.get("performer", 0))
    if not 0 <= number < _MOST_PERFORMERS:
        raise ValueError(f"performer {number}")
    return number


def _plain(book: Book) -> dict[str, Any]:
    return {
        "adjustment": asdict(book.now.adjustment),
        "shown": book.shown,
        "other": book.other_name,
        "can_undo": book.can_undo,
        "can_redo": book.can_redo,
    }
