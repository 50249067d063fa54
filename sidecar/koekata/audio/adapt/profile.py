"""Calibrated voices, named and dated, kept on this machine only.

A voice is the network's own file with other weights in it, and at its end what is known of it, sealed with a checksum.
"""

from __future__ import annotations

import base64
import hashlib
import json
from dataclasses import asdict, dataclass
from datetime import datetime, timezone
from pathlib import Path

import numpy as np

from koekata.audio.adapt.calibrate import Calibration
from koekata.audio.adapt.gain import Gain
from koekata.audio.adapt.loss import HEADS
from koekata.audio.adapt.shipped import Shipped, shipped_edition
from koekata.audio.network import VisemeNetwork
from koekata.audio.network_file import changed, metadata
from koekata.audio.tcn import Weights
from koekata.errors import ConfigError, ModelError
from koekata.kept_file import kept_file
from koekata.whole_file import whole_file

__all__ = [
    "VoiceProfile",
    "adapted_model",
    "check_voice_name",
    "list_voices",
    "load_voice",
    "read_voice",
    "remove_voice",
    "save_voice",
]

_SUFFIX = ".voice.onnx"
_ENTRY = "voice"


@dataclass(frozen=True, slots=True)
class VoiceProfile:
    """What is known of a stored voice. `before` and `after` were measured on speech that was kept out at first."""

    name: str
    language: str
    created: str
    """ISO 8601, UTC."""
    edition: str
    """Of the network that was calibrated."""
    seconds: float
    """Of speech that was learnt from."""
    before: Gain
    after: Gain


def adapted_model(shipped: Shipped, weights: Weights) -> bytes:
    """The network's file with other weights, output layers included."""
    layers = {name: np.concatenate([weights[name], weights[f"{name}_b"][None]]) for name in HEADS}
    texts = {
        f"layer_{name}": base64.b64encode(np.ascontiguousarray(layer, np.float32).tobytes()).decode("ascii")
        for name, layer in layers.items()
    }
    return changed(shipped.model, {name: weights[name] for name in shipped.tcn.names}, texts)


def save_voice(folder: Path, name: str, language: str, shipped: Shipped, calibration: Calibration) -> Path:
    """Store a voice as `<folder>/<name>.voice.onnx`; an older one of that name is kept beside it with its date.

    Raises ConfigError for a name that cannot be a file name.
    """
    path = _path(folder, name)
    older = path.with_name(f"{name}.{_stamp(path)}{_SUFFIX}") if path.exists() else None
    model = adapted_model(shipped, calibration.weights)
    known = {
        "language": language,
        "created": datetime.now(timezone.utc).isoformat(timespec="seconds"),
        "edition": shipped.edition,
        "seconds": round(calibration.seconds, 1),
        "before": asdict(calibration.before),
        "after": asdict(calibration.after),
        "sha256": hashlib.sha256(model).hexdigest(),
    }
    with whole_file(path, older) as file:
        file.write(changed(model, {}, {_ENTRY: json.dumps(known)}))
    return path


def read_voice(folder: Path, name: str) -> VoiceProfile:
    """What is known of a stored voice. Raises ConfigError when there is none of that name, ModelError when damaged."""
    path = _path(folder, name)
    try:
        text = metadata(content := path.read_bytes())[_ENTRY]
        known = json.loads(text)
        sealed = content[: len(content) - len(changed(b"", {}, {_ENTRY: text}))]
        if hashlib.sha256(sealed).hexdigest() != known.pop("sha256"):
            raise ValueError("its checksum is wrong")
        before, after = Gain(**known.pop("before")), Gain(**known.pop("after"))
        return VoiceProfile(name=name, before=before, after=after, **known)
    except FileNotFoundError as error:
        stored = ", ".join(list_voices(folder)) or "none yet"
        raise ConfigError(
            f"there is no voice '{name}' in {folder}; stored: {stored}",
            remedy=f"Make it with `koekata voice calibrate --name {name}`.",
        ) from error
    except (OSError, KeyError, ValueError, TypeError, ModelError) as error:
        raise ModelError(
            f"{path}: the voice cannot be read: {error}", remedy="Delete the file and calibrate again."
        ) from error


def load_voice(folder: Path, name: str, look_ahead_ms: int = 30, device: str = "cpu") -> VisemeNetwork:
    """The network for a stored voice. Raises ConfigError when it belongs to another edition, and as `read_voice`."""
    profile = read_voice(folder, name)
    if profile.edition != (edition := shipped_edition()):
        raise ConfigError(
            f"the voice '{name}' was calibrated with edition {profile.edition} of the network, and this is {edition}",
            remedy=f"Calibrate it again: `koekata voice calibrate --name {name}`.",
        )
    return VisemeNetwork(_path(folder, name), look_ahead_ms, device)


def remove_voice(folder: Path, name: str) -> Path:
    """Delete a stored voice, damaged or not. Raises ConfigError when there is none of that name."""
    path = _path(folder, name)
    if not path.exists():
        read_voice(folder, name)
    path.unlink()
    return path


def check_voice_name(name: str) -> None:
    """Raises ConfigError for a name that cannot be a file name, before a minute is read for nothing."""
    _path(Path(), name)


def list_voices(folder: Path) -> list[str]:
    """Names of the stored voices, in order; dated older versions are `name.date`."""
    found = (path.name.removesuffix(_SUFFIX) for path in folder.glob(f"*{_SUFFIX}"))
    return sorted(name for name in found if not name.startswith("."))


def _stamp(path: Path) -> str:
    """When a file was written; its own word for that may be damaged."""
    return f"{datetime.fromtimestamp(path.stat().st_mtime, timezone.utc):%Y-%m-%dT%H%M%SZ}"


def _path(folder: Path, name: str) -> Path:
    return kept_file(folder, name, _SUFFIX, "voice")
