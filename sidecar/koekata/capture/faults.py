"""Turns the faults of FFmpeg and of the file system into errors that say what to do."""

from __future__ import annotations

import difflib
from pathlib import Path

import av.error

from koekata.capture.addresses import IMAGE_SUFFIXES, VIDEO_SUFFIXES, without_password
from koekata.errors import CaptureError, SourceNotFoundError, SourceUnreadableError

__all__ = ["address_fault", "check_file", "file_fault", "missing_path", "reason"]


def reason(error: BaseException) -> str:
    """The fault in a few words, without FFmpeg's numbers."""
    if isinstance(error, av.error.ExitError):
        return "nothing came in time"
    return (getattr(error, "strerror", None) or str(error) or type(error).__name__).rstrip(".")


def missing_path(path: Path) -> SourceNotFoundError:
    """For a path that does not exist, with the nearest name beside it."""
    folder = path.parent
    if not folder.is_dir():
        return SourceNotFoundError(f"{path}: there is no folder {folder}", remedy="Check the path.")
    names = [entry.name for entry in folder.iterdir() if not entry.name.startswith(".")]
    close = difflib.get_close_matches(path.name, names, n=1, cutoff=0.5)
    if close:
        return SourceNotFoundError(f"{path}: there is no such file", remedy=f"Did you mean {folder / close[0]}?")
    usable = sorted(name for name in names if Path(name).suffix.lower() in VIDEO_SUFFIXES | IMAGE_SUFFIXES)
    found = f"That folder holds {', '.join(usable[:5])}." if usable else "That folder holds no video and no images."
    return SourceNotFoundError(f"{path}: there is no such file", remedy=found)


def check_file(path: Path) -> None:
    """Find what the file system alone can tell. Raises SourceNotFoundError or SourceUnreadableError."""
    if not path.exists():
        raise missing_path(path)
    if not path.is_file():
        raise SourceUnreadableError(f"{path}: is not a file", remedy=f"Read a named pipe with `- < {path}`.")
    try:
        with path.open("rb") as file:
            empty = not file.read(1)
    except OSError as error:
        raise SourceUnreadableError(
            f"{path}: cannot be opened: {reason(error)}", remedy="Check who may read the file."
        ) from error
    if empty:
        raise SourceUnreadableError(
            f"{path}: the file is empty (0 bytes)", remedy="The recording or the copy failed; copy it again."
        )


def file_fault(name: str, error: BaseException) -> CaptureError:
    """For a file or a pipe that FFmpeg could not open."""
    if isinstance(error, av.error.InvalidDataError | av.error.EOFError):
        return SourceUnreadableError(
            f"{name}: this is no video and no sound, or its beginning or its index is missing ({reason(error)})",
            remedy="If a recording was cut off, repair it with the recorder's own tool; otherwise copy the file again.",
        )
    if isinstance(error, av.error.LookupError):
        return SourceUnreadableError(
            f"{name}: this FFmpeg cannot decode it ({reason(error)})", remedy="Convert it to H.264 in MP4."
        )
    return SourceUnreadableError(f"{name}: cannot be opened ({reason(error)})", remedy="Check the file and its folder.")


def address_fault(url: str, error: BaseException, waited_s: float) -> CaptureError:
    """For an address that FFmpeg could not open."""
    name = without_password(url)
    if isinstance(error, av.error.ExitError | TimeoutError):
        return SourceNotFoundError(
            f"{name}: no answer within {waited_s:g} s",
            remedy="Check host, port and firewall, and that both machines are in the same network.",
        )
    if isinstance(error, ConnectionRefusedError):
        return SourceNotFoundError(
            f"{name}: the connection was refused", remedy="Start the sender, and check its port number."
        )
    if isinstance(error, av.error.HTTPUnauthorizedError | av.error.HTTPForbiddenError):
        return SourceUnreadableError(
            f"{name}: access was denied ({reason(error)})",
            remedy="Write the user and password as scheme://user:password@host/.",
        )
    if isinstance(error, av.error.HTTPNotFoundError):
        return SourceNotFoundError(f"{name}: the server has no such page", remedy="Check the path of the address.")
    if isinstance(error, av.error.InvalidDataError | av.error.EOFError):
        return SourceUnreadableError(
            f"{name}: the answer is no video ({reason(error)})",
            remedy="Use the address of the stream, not of a page that shows it.",
        )
    return SourceNotFoundError(
        f"{name}: cannot be reached ({reason(error)})", remedy="Check the address, and that the sender is running."
    )
