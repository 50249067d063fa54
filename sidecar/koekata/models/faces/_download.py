"""Downloads that a publisher gives only to those who registered there: with the user's own name and password.

The credentials go to the publisher's server and nowhere else: over HTTPS, in one request. They are not kept, not
logged, and part of no message.
"""

from __future__ import annotations

import http.client
import ssl
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from koekata.errors import ModelError
from koekata.models.faces._catalogue import FaceEntry

__all__ = ["Credentials", "Progress", "download_archive"]

Progress = Callable[[int, int], None]
"""Called with the bytes that have arrived and the bytes expected, 0 where the server does not say."""

LARGEST_ARCHIVE = 2 << 30
_TIMEOUT_S = 60.0
_CHUNK = 1 << 16
_ZIP = b"PK"
_THIS_MACHINE = ("127.0.0.1", "::1", "localhost")


@dataclass(frozen=True, slots=True)
class Credentials:
    """A registration at the publisher's."""

    user: str
    password: str = field(repr=False)


def download_archive(
    entry: FaceEntry, credentials: Credentials, target: Path, progress: Progress | None = None
) -> None:
    """Fetch the archive of an edition into `target`.

    Raises ModelError when the connection fails, the registration is not known there, or something else than a ZIP
    archive arrives; OSError when it cannot be written.
    """
    if entry.download is None:
        raise ModelError(f"'{entry.name}' cannot be downloaded", remedy=entry.how)
    _refuse_open(entry.download.url)
    form = urllib.parse.urlencode({"username": credentials.user, "password": credentials.password}).encode("ascii")
    request = urllib.request.Request(entry.download.url, data=form, method="POST")
    try:
        with urllib.request.build_opener(_OnlySafe()).open(request, timeout=_TIMEOUT_S) as response:
            _receive(entry, response, target, progress)
    except urllib.error.HTTPError as error:
        error.close()
        raise _refused(entry, error.code, error.reason) from error
    except urllib.error.URLError as error:
        raise _broken(entry, f"no connection: {error.reason}") from error
    except (http.client.HTTPException, TimeoutError, ConnectionError, ssl.SSLError) as error:
        raise _broken(entry, f"the connection broke off: {str(error) or type(error).__name__}") from error


class _OnlySafe(urllib.request.HTTPRedirectHandler):
    """Follows a server elsewhere only over HTTPS. What is sent on has no form, and so no password."""

    def redirect_request(self, req: Any, fp: Any, code: int, msg: str, headers: Any, newurl: str) -> Any:
        _refuse_open(newurl)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _refuse_open(url: str) -> None:
    """Nothing goes over a connection that others can read; what stays on this machine is no such connection."""
    parts = urllib.parse.urlsplit(url)
    if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in _THIS_MACHINE):
        raise ModelError(f"{parts.scheme}://{parts.netloc}: not an encrypted address; nothing was fetched from there")


def _receive(entry: FaceEntry, response: Any, target: Path, progress: Progress | None) -> None:
    expected, done = int(response.length or 0), 0
    head: bytes = response.read(_CHUNK)
    _refuse_page(entry, head)
    with target.open("wb") as file:
        for chunk in _chunks(head, response):
            done += len(chunk)
            if done > LARGEST_ARCHIVE:
                raise _broken(entry, f"the file is larger than {LARGEST_ARCHIVE >> 20} MiB")
            file.write(chunk)
            if progress is not None:
                progress(done, expected)
    if done < expected:
        raise _broken(entry, f"the file ended after {done} of {expected} bytes")


def _chunks(head: bytes, response: IO[bytes]) -> Any:
    while head:
        yield head
        head = response.read(_CHUNK)


def _refuse_page(entry: FaceEntry, head: bytes) -> None:
    """A server that does not know the user sends its login page, as if that were the file."""
    if head.startswith(_ZIP):
        return
    if not head:
        raise _broken(entry, "the server sent nothing")
    page = head.lstrip()[:1] == b"<"
    what = "a web page came instead of the model" if page else "what came is no ZIP archive"
    raise ModelError(
        f"{entry.title}: {what}: the e-mail address or the password is wrong, or this account has not accepted the "
        "licence of this edition yet",
        remedy=f"Log in at {entry.about_url} in a browser and open its download page once. {_by_hand(entry)}",
    )


def _refused(entry: FaceEntry, code: int, reason: str) -> ModelError:
    if code in (401, 403):
        what = f"the server refuses this e-mail address and password ({code})"
        return ModelError(f"{entry.title}: {what}", remedy=f"Check them at {entry.about_url}. {_by_hand(entry)}")
    return _broken(entry, f"the server answers {code} {reason}")


def _broken(entry: FaceEntry, reason: str) -> ModelError:
    return ModelError(f"{entry.title}: {reason}", remedy=f"Try again. {_by_hand(entry)}")


def _by_hand(entry: FaceEntry) -> str:
    return f"Or download it in a browser and `koekata models import {entry.name} FILE`."
