"""Evaluators of every language behind one interface: a case goes in, an answer comes out.

A case is {"table": text, "files": {path: text}, "frames": [...]}; the table stands as table.json, and paths are
relative to it. The texts "NaN", "Infinity" and "-Infinity" stand for numbers. An answer is {"faults": [...]} or
{"frames": [{"values", "events", "counters"}]}, with "faults" in the frame of a `reload` that was refused. The programs
read cases and write answers as lines of JSON.
"""

from __future__ import annotations

import json
import math
import os
import posixpath
import shutil
import subprocess
import tempfile
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any, Protocol

from koekata.errors import MappingError
from koekata.mapping import Evaluator, Fault, MappingFrame, load_text

ROOT = Path(__file__).parents[2]
Json = dict[str, Any]
_NUMBERS = {"NaN": math.nan, "Infinity": math.inf, "-Infinity": -math.inf}


class Runner(Protocol):
    """An evaluator."""

    name: str

    def answer(self, case: Json) -> Json:
        """Evaluate a case."""

    def close(self) -> None:
        """Let go of it."""


def number(value: Any) -> Any:
    """The number that a text stands for."""
    return _NUMBERS[value] if isinstance(value, str) else value


class Python:
    """The sidecar's evaluator, in this process."""

    name = "python"

    def __init__(self) -> None:
        self._top = Path(tempfile.mkdtemp()).resolve()
        self._folder = self._top / "a" / "b" / "c" / "d"

    def answer(self, case: Json) -> Json:
        """Evaluate a case."""
        self._write(case.get("files", {}))
        try:
            evaluator = Evaluator(load_text(case["table"], "table.json", self._folder))
        except MappingError as error:
            return {"faults": [self._fault(fault) for fault in error.faults]}
        return {"frames": [self._frame(evaluator, frame) for frame in case["frames"]]}

    def close(self) -> None:
        """Remove its files."""
        shutil.rmtree(self._top, ignore_errors=True)

    def _write(self, files: dict[str, str]) -> None:
        shutil.rmtree(self._top / "a", ignore_errors=True)
        self._folder.mkdir(parents=True)
        for name, text in files.items():
            path = Path(os.path.normpath(self._folder / name))
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode("utf-8"))

    def _fault(self, fault: Fault) -> Json:
        file = os.path.relpath(fault.file, self._folder) if os.path.isabs(fault.file) else fault.file  # noqa: PTH117
        return {**asdict(fault), "file": posixpath.normpath(file)}

    def _frame(self, evaluator: Evaluator, frame: Json) -> Json:
        found: Json = {}
        if "reload" in frame:
            try:
                evaluator.adopt(load_text(frame["reload"], "table.json", self._folder))
            except MappingError as error:
                found["faults"] = [self._fault(fault) for fault in error.faults]
        outputs = evaluator.step(frame_of(frame), number(frame["dt"]))
        counters = {name: count for name, count in asdict(evaluator.counters).items() if count}
        return {**found, "values": outputs.values, "events": list(outputs.events), "counters": counters}


def frame_of(frame: Json) -> MappingFrame:
    """A frame of a case."""
    values, confidence = (
        {name: number(x) for name, x in frame.get(key, {}).items()} for key in ("values", "confidence")
    )
    fire = tuple((name, action) for name, action in frame.get("fire", ()))
    return MappingFrame(values, confidence or None, frame.get("tracked", True), number(frame.get("time")), fire)


class Program:
    """An evaluator of another language, as a process. One that dies answers {"ended": exit code} and starts anew."""

    def __init__(self, name: str, command: list[str]) -> None:
        self.name, self._command = name, command
        self._process = self._start()

    def _start(self) -> subprocess.Popen[str]:
        pipe = subprocess.PIPE
        return subprocess.Popen(self._command, stdin=pipe, stdout=pipe, text=True, encoding="utf-8")

    def answer(self, case: Json) -> Json:
        """Evaluate a case."""
        line = self._exchange(json.dumps(case))
        if not line:
            ended = self._process.wait()
            self.close()
            self._process = self._start()
            return {"ended": ended}
        answered: Json = json.loads(line)
        return answered

    def _exchange(self, line: str) -> str:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        with suppress(BrokenPipeError):
            self._process.stdin.write(line + "\n")
            self._process.stdin.flush()
        return self._process.stdout.readline()

    def close(self) -> None:
        """End the process."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        with suppress(BrokenPipeError):
            self._process.stdin.close()
        self._process.wait(timeout=30)
        self._process.stdout.close()


def commands() -> dict[str, list[str]]:
    """How the programs that are built are called."""
    csharp, cpp = ROOT / "build" / "csharp" / "koekata-mapping.exe", ROOT / "build" / "cpp" / "koekata-mapping"
    found = {}
    if csharp.is_file() and shutil.which("mono"):
        found["csharp"] = ["mono", str(csharp)]
    if cpp.is_file():
        found["cpp"] = [str(cpp)]
    return found
