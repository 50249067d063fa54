"""The voice script in the studio: a minute is read aloud, and the network learns the voice beside the pictures."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from koekata import models
from koekata.audio.adapt.aloud import hear_sentence, not_heard, room_floor
from koekata.audio.adapt.calibrate import Calibration, calibrate
from koekata.audio.adapt.graph import Sentence
from koekata.audio.adapt.notation import LANGUAGES
from koekata.audio.adapt.pieces import Take
from koekata.audio.adapt.profile import check_voice_name, list_voices, save_voice
from koekata.audio.adapt.recording import SentenceEar, check_recording
from koekata.audio.adapt.script import load_script, readings
from koekata.audio.adapt.shipped import Shipped, open_shipped
from koekata.audio.microphone import Microphone
from koekata.audio.microphones import list_microphones
from koekata.audio.samples import Block
from koekata.errors import ConfigError, KoekataError

__all__ = ["Reading"]

_log = logging.getLogger(__name__)

_METER_DB, _HOT_DB = 60.0, -3.0
_ATTEMPTS = 3

Body = Mapping[str, Any]


class Reading:
    """One reading at a time; it goes on without the page."""

    def __init__(self, microphone: str, tell: Callable[[], None]) -> None:
        """`microphone` is the one that is proposed; `tell` is called when pages should ask for the state anew."""
        self._proposed, self._tell = microphone, tell
        self._lock = threading.Lock()
        self._microphone: Microphone | None = None
        self._stopped = threading.Event()
        self._now: dict[str, Any] = {"phase": "idle"}
        self._learnt: tuple[str, str, Shipped, Calibration] | None = None

    def state(self) -> dict[str, Any]:
        """Everything that the page shows."""
        return {**self._now, "languages": list(LANGUAGES), "voices": list_voices(_folder())}

    def microphones(self) -> dict[str, Any]:
        """Which there are, and the one that is proposed. Raises SoundMissingError where no sound can be had."""
        names = dict.fromkeys(each.name for each in list_microphones())
        return {"microphones": list(names), "proposed": self._proposed}

    def script(self, body: Body) -> dict[str, Any]:
        """The sentences in a language, to look at before. Raises ConfigError for an unknown one."""
        return {"sentences": [{"text": text, "reading": said} for text, said in readings(str(body["language"]))]}

    def start(self, body: Body) -> dict[str, Any]:
        """Begin to listen. Raises ConfigError for a name that cannot be one, and what `Microphone` raises."""
        name, language = str(body["name"]).strip(), str(body["language"])
        check_voice_name(name)
        sentences = load_script(language)
        with self._lock:
            if self._microphone is not None or self._now["phase"] == "learning":
                raise ConfigError("a voice is being learnt already", remedy="Wait for its end, or give it up.")
            self._microphone = Microphone(str(body.get("microphone") or self._proposed))
            self._stopped.clear()
            self._note(phase="listening", name=name, language=language, count=len(sentences), level=0.0)
        arguments = (self._microphone, name, language, sentences)
        threading.Thread(target=self._run, args=arguments, name="koekata-reading", daemon=True).start()
        return self.state()

    def stop(self, _: Body) -> dict[str, Any]:
        """Give it up; a voice that was learnt and could not be stored is forgotten, too."""
        self._stopped.set()
        microphone = self._microphone
        if microphone is not None:
            microphone.close()
        elif self._now["phase"] != "learning":
            self._learnt = None
            self._note(phase="idle")
        return self.state()

    def save(self, body: Body) -> dict[str, Any]:
        """Store again what could not be stored, maybe under another name. Raises ConfigError and OSError."""
        if self._learnt is None:
            raise ConfigError("there is no voice to be stored", remedy="Read the script first.")
        _, language, shipped, calibration = self._learnt
        self._store(str(body["name"]).strip(), language, shipped, calibration)
        return self.state()

    def _run(self, microphone: Microphone, name: str, language: str, sentences: Sequence[Sentence]) -> None:
        try:
            with microphone:
                takes = self._takes(iter(microphone), language, sentences)
            self._microphone = None
            check_recording(microphone.info.name, np.concatenate([take.samples for take in takes]))
            self._note(phase="learning", name=name, title="listening", share=0.0)
            shipped = open_shipped()
            calibration = calibrate(shipped, takes, self._progress)
            if calibration.gained:
                self._store(name, language, shipped, calibration)
            else:
                self._note(phase="useless", name=name)
        except _GivenUpError:
            self._note(phase="idle")
        except (KoekataError, OSError) as error:
            self._note(phase=self._failed, name=name, error=str(error).partition("\n")[0], remedy=_remedy(error))
        except Exception as error:
            _log.exception("the voice could not be learnt")
            self._note(phase="failed", name=name, error=f"it could not be worked out: {error!r}", remedy="")
        finally:
            self._microphone = None

    @property
    def _failed(self) -> str:
        return "failed" if self._learnt is None else "unsaved"

    def _takes(self, blocks: Iterator[Block], language: str, sentences: Sequence[Sentence]) -> list[Take]:
        floor_db, takes = room_floor(blocks), []
        said = [reading for _, reading in readings(language)]
        for number, sentence in enumerate(sentences):
            shown = {"number": number, "text": sentence.text, "reading": said[number], "again": False}
            self._note(**{**self._now, **shown, "phase": "reading"})
            take, floor_db = self._take(blocks, sentence, floor_db)
            takes.append(take)
        return takes

    def _take(self, blocks: Iterator[Block], sentence: Sentence, floor_db: float) -> tuple[Take, float]:
        for _ in range(_ATTEMPTS):
            samples, ear = hear_sentence(blocks, sentence, floor_db, self._hear)
            if self._stopped.is_set():
                raise _GivenUpError
            if ear.done:
                return Take(samples, (sentence,)), ear.floor_db
            self._note(**{**self._now, "again": True})
        raise not_heard(self._now["number"] + 1, ear)

    def _hear(self, ear: SentenceEar) -> None:
        level = min(1.0, max(0.0, 1.0 + ear.level_db / _METER_DB))
        self._now = {**self._now, "level": level, "hot": ear.level_db > _HOT_DB, "spoken": ear.spoken_s}

    def _progress(self, title: str, share: float) -> None:
        if self._stopped.is_set():
            raise _GivenUpError
        self._now = {**self._now, "title": title, "share": share}

    def _store(self, name: str, language: str, shipped: Shipped, calibration: Calibration) -> None:
        self._learnt = name, language, shipped, calibration
        save_voice(_folder(), name, language, shipped, calibration)
        self._learnt = None
        before, after = calibration.before, calibration.after
        self._note(phase="done", name=name, before=before.vowel, after=after.vowel)

    def _note(self, **now: Any) -> None:
        self._now = now
        self._tell()


class _GivenUpError(Exception):
    """Somebody gave it up."""


def _remedy(error: Exception) -> str:
    return error.remedy if isinstance(error, KoekataError) else "Check the folder, its space and its permissions."


def _folder() -> Path:
    return models.home() / "calibrations"
