"""`koekata keys`: what an encrypted stream needs."""

from __future__ import annotations

from pathlib import Path

from rich.console import Console

from koekata.keys import make_keys

__all__ = ["keys"]


def keys(folder: Path, console: Console) -> None:
    """Make a folder of keys, and say what goes where. Raises ConfigError."""
    made = make_keys(folder.expanduser())
    console.print(f"{folder}: keys of the sidecar and of its listeners")
    console.print(f"Here:         koekata run --zmq-keys {folder}")
    console.print(f"A listener:   koekata monitor tcp://THIS_MACHINE:39600 --keys {folder}")
    console.print("              with a copy of the folder, without sidecar.key_secret: that file stays here")
    console.print(f"Unity:        Server Key {made.server}")
    console.print("              Key File   a copy of listener.key_secret, outside the project")
    console.print(f"Unreal:       Server Key {made.server}")
    console.print(f"              Public Key {made.public}")
    console.print("              Secret Key in listener.key_secret")
