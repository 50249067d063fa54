"""Keys for an encrypted stream: CURVE of ZeroMQ, in certificate files as pyzmq and other tools write them.

A folder holds the sidecar's pair and one pair for listeners. The sidecar needs its secret key; a listener needs the
sidecar's public key and a pair of its own. Whoever knows the sidecar's public key may listen.
"""

from __future__ import annotations

import contextlib
import tempfile
from dataclasses import dataclass
from pathlib import Path

import zmq
import zmq.auth

from koekata.errors import ConfigError

__all__ = ["ListenerKeys", "make_keys", "protect", "read_listener_keys", "understand"]

_SIDECAR, _LISTENER = "sidecar", "listener"
_REMEDY = "Make a folder of keys with `koekata keys FOLDER`, and give a copy of it to those who listen."


@dataclass(frozen=True, slots=True)
class ListenerKeys:
    """What a listener needs, each as 40 letters of Z85."""

    server: str
    public: str
    secret: str


def make_keys(folder: Path) -> ListenerKeys:
    """Write a new pair for the sidecar and one for listeners; those of the listeners are returned.

    Raises ConfigError where the folder holds something, or cannot be written: then nothing is left behind.
    """
    _require_curve()
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise ConfigError(f"{folder}: there is something already", remedy="Name a folder that does not exist yet.")
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=f".{folder.name}-", dir=folder.parent) as beside:
            made = Path(beside) / folder.name
            made.mkdir(0o700)
            for name in (_SIDECAR, _LISTENER):
                _, secret = zmq.auth.create_certificates(made, name)
                Path(secret).chmod(0o600)
            with contextlib.suppress(FileNotFoundError):
                folder.rmdir()
            made.rename(folder)
    except OSError as error:
        raise ConfigError(f"{folder}: cannot be written: {error.strerror}", remedy="Name another folder.") from error
    return read_listener_keys(folder)


def read_listener_keys(folder: Path) -> ListenerKeys:
    """The keys of listeners. Raises ConfigError where a file is missing or holds no key."""
    server, _ = _certificate(folder / f"{_SIDECAR}.key")
    public, secret = _certificate(folder / f"{_LISTENER}.key_secret", secret=True)
    return ListenerKeys(server, public, secret)


def protect(publisher: zmq.Socket[bytes], folder: str) -> None:
    """Let a socket that is to be bound speak to holders of the sidecar's public key alone; not where `folder` is empty.

    Raises ConfigError where a file is missing or holds no key.
    """
    if folder:
        _require_curve()
        _, secret = _certificate(Path(folder).expanduser() / f"{_SIDECAR}.key_secret", secret=True)
        publisher.curve_secretkey = secret.encode()
        publisher.curve_server = True


def understand(subscriber: zmq.Socket[bytes], folder: str) -> None:
    """Let a socket that is to be connected understand a sidecar with these keys. Empty, and errors, as in `protect`."""
    if folder:
        _require_curve()
        keys = read_listener_keys(Path(folder).expanduser())
        subscriber.curve_serverkey = keys.server.encode()
        subscriber.curve_publickey, subscriber.curve_secretkey = keys.public.encode(), keys.secret.encode()


def _certificate(file: Path, *, secret: bool = False) -> tuple[str, str]:
    """The public and the secret key of a file, the latter empty where it is not asked for."""
    try:
        keys = zmq.auth.load_certificate(file)
    except (OSError, ValueError) as error:
        problem = "is not there" if not file.exists() else "holds no key"
        raise ConfigError(f"{file}: {problem}", remedy=_REMEDY) from error
    wanted = keys if secret else keys[:1]
    if not all(key and len(key) == 40 for key in wanted):
        raise ConfigError(f"{file}: a key is missing or has not 40 characters", remedy=_REMEDY)
    public, private = (key.decode("ascii", "replace") if key else "" for key in keys)
    return public, private


def _require_curve() -> None:
    if not zmq.has("curve"):
        raise ConfigError(
            "this libzmq cannot encrypt: it was built without CURVE",
            remedy="Install pyzmq from its wheel (`pip install --force-reinstall pyzmq`), or send without keys.",
        )
