"""Everything that Koekata raises on purpose.

KoekataError
├── ConfigError             a configuration file or option is wrong
├── CaptureError            a camera, file or address does not deliver
│   ├── SourceNotFoundError     there is no such camera, file or address
│   ├── SourceUnreadableError   it is there, but cannot be decoded
│   ├── SourceLostError         it delivered and then stopped
│   └── SoundMissingError       there is no microphone, or no sound track
├── ModelError              a model file is missing, damaged or refused
├── PublishError            an output cannot be opened
│   └── PortInUseError          another program holds the port
├── StreamError             a message on the wire breaks the protocol
├── MappingError            a mapping table is wrong
├── TakeError               a recording cannot be written or read
└── UnityError              a Unity project cannot be used
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from koekata.mapping.faults import Fault

__all__ = [
    "CaptureError", "ConfigError", "KoekataError", "MappingError", "ModelError", "PortInUseError", "PublishError",
    "SoundMissingError", "SourceLostError", "SourceNotFoundError", "SourceUnreadableError", "StreamError", "TakeError",
    "UnityError",
]  # fmt: skip


class KoekataError(Exception):
    """Base of every error that a user can act on.

    `message` says what is wrong and where; `remedy` says how to mend it.
    """

    def __init__(self, message: str, *, remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.message}\n{self.remedy}" if self.remedy else self.message


class ConfigError(KoekataError):
    """A configuration file or a command-line option is wrong."""


class CaptureError(KoekataError):
    """A camera, a file or an address does not deliver pictures."""


class SourceNotFoundError(CaptureError):
    """There is no such camera, file or address."""


class SourceUnreadableError(CaptureError):
    """The source exists, but its pictures cannot be decoded."""


class SourceLostError(CaptureError):
    """The source delivered pictures and then stopped."""


class SoundMissingError(CaptureError):
    """There is no such microphone, no way to hear one, or no sound track in a file."""


class ModelError(KoekataError):
    """A model file is missing, damaged or refused."""


class PublishError(KoekataError):
    """An output cannot be opened."""


class PortInUseError(PublishError):
    """Another program holds the port."""


class StreamError(KoekataError):
    """A message on the wire breaks the protocol.

    `code` is one of the error codes of `mappings/STREAM.md`.
    """

    def __init__(self, message: str, *, code: str = "malformed", remedy: str = "") -> None:
        super().__init__(message, remedy=remedy)
        self.code = code


class MappingError(KoekataError):
    """A mapping table is wrong.

    `faults` has every fault, each with the code of `mappings/SPEC.md`, place and remedy.
    """

    def __init__(self, message: str, *, faults: Sequence[Fault] = (), remedy: str = "") -> None:
        super().__init__(message, remedy=remedy)
        self.faults = tuple(faults)


class TakeError(KoekataError):
    """A recording cannot be written or read."""


class UnityError(KoekataError):
    """A Unity project cannot be used, or the package cannot be put into it."""
