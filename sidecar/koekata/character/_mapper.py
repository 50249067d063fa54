"""Runs a mapping table on the faces of every picture, reloads it when it is edited, and takes triggers by name."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from koekata.character._inputs import POSE_NAMES, mapping_frame
from koekata.character._mapped import MappedFace
from koekata.character._names import Names
from koekata.character._port import TriggerPort
from koekata.character._watch import TableWatch
from koekata.errors import MappingError
from koekata.frames import SolvedFace
from koekata.mapping import Evaluator, Explanation, MappingFrame, MappingTable, TableFile, explain

__all__ = ["CharacterMapper"]

_log = logging.getLogger(__name__)

_MOST_WAITING = 1024
"""Triggers kept while no picture comes; the oldest are dropped."""


class CharacterMapper:
    """The stage, with the state of each performer. `fire` and `set_input` may be called from any thread."""

    def __init__(self, table: Path, *, watch: bool = True, port: TriggerPort | None = None) -> None:
        """`watch` takes edits of the table over while it runs; `port` delivers triggers over OSC.

        Raises MappingError: the table must be right at the start.
        """
        self._file, self._port = TableFile(table), port
        self._watch = TableWatch(self._file) if watch else None
        self.path = table
        self.table = self._file.evaluator.table
        """The table in force."""
        self._in_file = self.table
        self._told: MappingError | None = None
        self._performers: dict[int, _Performer] = {}
        self._names = Names(self.table)
        self._fired: deque[tuple[str, str]] = deque(maxlen=_MOST_WAITING)
        self._own: dict[str, float] = {}
        self._tried: Mapping[str, float] = {}
        self._put: deque[MappingTable] = deque(maxlen=1)
        self.reloads = 0
        """Edits that were taken over."""

    @property
    def triggers(self) -> str:
        """Where triggers are heard, for people; empty where they are not."""
        return self._port.address if self._port is not None else ""

    @property
    def error(self) -> MappingError | None:
        """What is wrong with the file as it is now; None while it is in force."""
        return self._file.error

    def map(self, faces: Sequence[SolvedFace]) -> tuple[MappedFace, ...]:
        """The faces of one picture. Triggers wait for the next picture that has any."""
        if self._watch is not None and self._watch.ended():
            self._look()
        if self._put:
            self._take_over(self._put.popleft())
        if not faces:
            return ()
        self._listen()
        fired = [self._fired.popleft() for _ in range(len(self._fired))]
        own, tried = self._own.copy(), self._tried
        return tuple(self._performer(face.performer).step(face, own, fired, tried) for face in faces)

    def fire(self, trigger: str, action: str = "toggle") -> None:
        """Fire a trigger of the table by its id: `on`, `off` or `toggle`. A name that it does not have is told once."""
        if self._names.takes_trigger(trigger, action):
            self._fired.append((trigger, action))

    def set_input(self, name: str, value: float | None) -> None:
        """Set one of the table's own inputs, a voice or an emotion channel, until it is set again; None: absent."""
        if not self._names.takes_input(name):
            return
        if value is None:
            self._own.pop(name, None)
        else:
            self._own[name] = value

    def put(self, table: MappingTable) -> None:
        """Take another table over with the next picture, whatever the file says; from any thread."""
        self._put.append(table)

    def try_values(self, values: Mapping[str, float]) -> None:
        """Put values in the place of what the performer does, by the names of inputs, until it is called again."""
        self._tried = dict(values)

    def explain(self, performer: int, target: str) -> Explanation | None:
        """Why a target has its value in a performer's last frame; None before the first, and for an unknown target.

        Call it where `map` is called.
        """
        known = self._performers.get(performer)
        if known is None or known.evaluator.trace is None or target not in known.targets:
            return None
        return explain(known.evaluator, target)

    def close(self) -> None:
        """End what looks for edits. The port belongs to whoever opened it."""
        if self._watch is not None:
            self._watch.close()

    def _performer(self, number: int) -> _Performer:
        if number not in self._performers:
            self._performers[number] = _Performer(self.table)
        return self._performers[number]

    def _listen(self) -> None:
        for order in self._port.orders() if self._port is not None else ():
            if order.trigger:
                self.fire(order.name, order.action)
            else:
                self.set_input(order.name, order.value)

    def _look(self) -> None:
        """What came of looking for an edit."""
        if self._file.evaluator.table is not self._in_file:
            self._in_file = self._file.evaluator.table
            self._take_over(self._in_file)
            self._tell_edit()
        elif self._file.error is not None and self._file.error is not self._told:
            self._told = self._file.error
            _log.warning("the last good mapping table stays in force: %s", self._told.message)

    def _take_over(self, table: MappingTable) -> None:
        self.reloads += 1
        self.table = table
        self._names = Names(table)
        for performer in self._performers.values():
            performer.adopt(table)

    def _tell_edit(self) -> None:
        if self._told is not None:
            self._told = None
            _log.warning("%s is right again, and in force", self.path)
        else:
            _log.info("%s was edited, and is in force", self.path)


class _Performer:
    """The evaluator of one performer, and when it last ran."""

    def __init__(self, table: MappingTable) -> None:
        self.evaluator = Evaluator(table)
        self.targets = frozenset(target.id for target in table.targets)
        self._last_s: float | None = None

    def adopt(self, table: MappingTable) -> None:
        """Go on with another table; there is no trace of it before the next frame."""
        self.evaluator.adopt(table)
        self.targets = frozenset(target.id for target in table.targets)

    def step(
        self, face: SolvedFace, own: dict[str, float], fired: list[tuple[str, str]], tried: Mapping[str, float]
    ) -> MappedFace:
        now = face.time.timeline_s
        # Takes may begin anew in the middle; that is no time that passed.
        dt = 0.0 if self._last_s is None else max(0.0, now - self._last_s)
        self._last_s = now
        frame = mapping_frame(face, own, fired)
        outputs = self.evaluator.step(_tried(frame, tried) if tried else frame, dt)
        return MappedFace(face, self.evaluator.table, outputs.values, outputs.events, self._pose())

    def _pose(self) -> dict[str, float]:
        trace = self.evaluator.trace
        assert trace is not None
        values = trace.inputs[[self.evaluator.slots[name] for name in POSE_NAMES]].tolist()
        return {name: value for name, value in zip(POSE_NAMES, values, strict=True) if value == value}


def _tried(frame: MappingFrame, tried: Mapping[str, float]) -> MappingFrame:
    """A frame with values that somebody tries: they count fully."""
    confidence = {**(frame.confidence or {}), **dict.fromkeys(tried, 1.0)}
    return replace(frame, values={**frame.values, **tried}, confidence=confidence, tracked=True)
