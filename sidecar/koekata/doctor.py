"""Looks at everything that a session needs, one finding each, and says what to mend."""

from __future__ import annotations

import importlib
import importlib.metadata
import importlib.util
import platform
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import psutil

from koekata import models
from koekata.audio.microphones import list_microphones
from koekata.capture import list_cameras, open_source
from koekata.capture.addresses import SourceKind, recognise, without_password
from koekata.config import KoekataConfig, OutputsConfig
from koekata.errors import CaptureError, ModelError, PublishError, SoundMissingError
from koekata.face_model.open import open_configured
from koekata.models import faces
from koekata.publish import open_outputs

__all__ = ["Finding", "examine"]

State = Literal["ok", "warn", "fail"]

_PACKAGES = ("mediapipe", "numpy", "av", "pyzmq", "msgpack", "python-osc", "onnxruntime", "pydantic")
_OPENCV = tuple(f"opencv{contrib}-python{headless}" for contrib in ("", "-contrib") for headless in ("", "-headless"))
_BUNDLED = ("face_landmark/face_landmark_with_attention.tflite", "face_detection/face_detection_short_range.tflite")
_ACCELERATORS = {
    "CUDAExecutionProvider": "CUDA",
    "TensorrtExecutionProvider": "TensorRT",
    "CoreMLExecutionProvider": "Core ML",
    "DmlExecutionProvider": "DirectML",
    "ROCMExecutionProvider": "ROCm",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    subject: str
    state: State
    """`fail` stops a session, `warn` limits it."""
    detail: str
    remedy: str = ""


def examine(config: KoekataConfig) -> list[Finding]:
    """Look at the machine for this configuration; the last finding sums up what to do.

    Opens the source and every enabled output for a moment, as a session would. Never raises for what it finds.
    """
    checks: list[Callable[[], Iterator[Finding]]] = [
        _python,
        _packages,
        _processors,
        _accelerator,
        _cameras,
        lambda: _source(config),
        lambda: _face_tracking(config),
        lambda: _face_model(config),
        _face_models_here,
        lambda: _outputs(config.outputs),
        _microphones,
        _own_folder,
    ]
    findings = [finding for check in checks for finding in check()]
    return [*findings, _summary(findings)]


def _python() -> Iterator[Finding]:
    # pip refuses to install Koekata on a Python that is too old.
    yield Finding("Python", "ok", f"{platform.python_version()} on {platform.system()} {platform.machine()}")


def _version(package: str) -> str | None:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return None


def _packages() -> Iterator[Finding]:
    found = {name: _version(name) for name in _PACKAGES}
    missing = [name for name, version in found.items() if version is None]
    detail = ", ".join(f"{name} {version}" for name, version in found.items() if version)
    if missing:
        yield Finding(
            "packages", "fail", f"missing: {', '.join(missing)}", "Install Koekata again: `pip install koekata`."
        )
    else:
        yield Finding("packages", "ok", detail)
    yield _opencv()


def _opencv() -> Finding:
    installed = [f"{name} {version}" for name in _OPENCV if (version := _version(name))]
    if not installed:
        return Finding("OpenCV", "fail", "not installed", "`pip install opencv-contrib-python-headless`")
    if len(installed) > 1:
        remedy = "Uninstall all of them, then install one again; they overwrite one another's files."
        return Finding("OpenCV", "warn", f"several at once: {', '.join(installed)}", remedy)
    return Finding("OpenCV", "ok", installed[0])


def _processors() -> Iterator[Finding]:
    count = psutil.cpu_count() or 1
    memory = psutil.virtual_memory().total / 2**30
    detail = f"{count} processors, {memory:.0f} GB of memory"
    if count == 1:
        yield Finding("processor", "warn", detail, "Expect a low frame rate; close other programs.")
    else:
        yield Finding("processor", "ok", detail)


def _accelerator() -> Iterator[Finding]:
    try:
        providers = importlib.import_module("onnxruntime").get_available_providers()
    except (ImportError, OSError) as error:
        yield Finding(
            "GPU", "fail", f"onnxruntime cannot be loaded: {error}", "`pip install --force-reinstall onnxruntime`"
        )
        return
    names = [_ACCELERATORS[name] for name in providers if name in _ACCELERATORS]
    yield Finding(
        "GPU", "ok", f"{', '.join(names)} available" if names else "none is used; the processor does the work"
    )


def _cameras() -> Iterator[Finding]:
    cameras = list_cameras()
    if not cameras:
        yield Finding("cameras", "warn", "none is connected", "Connect one, or work from video files.")
    for camera in cameras:
        largest = max(camera.formats, key=lambda entry: entry.width * entry.height, default=None)
        size = f", up to {largest.width}x{largest.height} {largest.pixels}" if largest else ""
        yield Finding(f"camera {camera.index}", "ok", f"{camera.name}{size}")


def _source(config: KoekataConfig) -> Iterator[Finding]:
    subject = f"source `{without_password(config.capture.source)}`"
    try:
        if recognise(config.capture.source).kind is SourceKind.PIPE:
            yield Finding(subject, "ok", "standard input is read when the session starts")
            return
        with open_source(config.capture, live=False) as source:
            yield Finding(subject, "ok", source.description)
    except CaptureError as error:
        yield Finding(subject, "fail", error.message, error.remedy)


def _face_tracking(config: KoekataConfig) -> Iterator[Finding]:
    bundled, wanted = _bundled_models(), config.track.backend
    if wanted != "face-landmarker":
        if bundled:
            yield Finding("face tracking", "ok", f"the face mesh of mediapipe {_version('mediapipe')}")
            return
        if wanted == "face-mesh":
            remedy = "Use Python 3.10 to 3.12 with mediapipe 0.10.21, or set [track] backend = 'face-landmarker'."
            yield Finding("face tracking", "fail", "this mediapipe does not carry the face mesh", remedy)
            return
    yield _landmarker()


def _face_model(config: KoekataConfig) -> Iterator[Finding]:
    """Open it as a session would: what is damaged shows, and what takes long is done."""
    try:
        model = open_configured(config.face_model)
    except ModelError as error:
        yield Finding("face model", "fail", error.message, error.remedy)
    else:
        yield Finding("face model", "ok", f"{model.description} (licence: {model.licence})")


def _face_models_here() -> Iterator[Finding]:
    damaged = [name for name in faces.stored_faces() if not faces.is_here(name)]
    here = [faces.BUILTIN, *(name for name in faces.stored_faces() if name not in damaged)]
    if damaged:
        remedy = f"Import again, or remove: `koekata models remove {damaged[0]}`."
        yield Finding("face models", "warn", f"damaged: {', '.join(damaged)}; here: {', '.join(here)}", remedy)
    else:
        yield Finding("face models", "ok", f"{', '.join(here)}; `koekata models list` shows what else there is")


def _bundled_models() -> bool:
    """Whether mediapipe carries its networks, found without loading it."""
    spec = importlib.util.find_spec("mediapipe")
    folders = [Path(folder) for folder in (spec.submodule_search_locations if spec else None) or ()]
    return any(all((folder / "modules" / name).is_file() for name in _BUNDLED) for folder in folders)


def _landmarker() -> Finding:
    path = models.model_path("face-landmarker")
    if not path.exists():
        return Finding("face tracking", "fail", f"{path} is missing", "`koekata models get face-landmarker` (3.8 MB)")
    if not models.is_intact(path, models.entry("face-landmarker")):
        return Finding(
            "face tracking", "fail", f"{path} is damaged", "`koekata models get face-landmarker` fetches it anew"
        )
    return Finding("face tracking", "ok", str(path))


def _outputs(outputs: OutputsConfig) -> Iterator[Finding]:
    """Open each output alone, so that one fault does not hide the next."""
    sections: dict[str, Any] = {name: getattr(outputs, name) for name in type(outputs).model_fields}
    enabled = [name for name, section in sections.items() if section.enabled]
    if not enabled:
        yield Finding("outputs", "warn", "all are switched off", "Switch one on: `enabled = true` in [outputs.zmq].")
    for name in enabled:
        alone = {other: section.model_copy(update={"enabled": other == name}) for other, section in sections.items()}
        where = f"{sections[name].host}, port {sections[name].port or 'chosen by the system'}"
        try:
            with closing(open_outputs(OutputsConfig(**alone))):
                yield Finding(f"output {name}", "ok", where)
        except PublishError as error:
            yield Finding(f"output {name}", "fail", error.message, error.remedy)


def _microphones() -> Iterator[Finding]:
    without = "Until then, the voice comes from files only."
    try:
        names = list(dict.fromkeys(microphone.name for microphone in list_microphones()))
    except SoundMissingError as error:
        yield Finding("microphones", "warn", error.message, error.remedy)
        return
    if names:
        yield Finding("microphones", "ok", ", ".join(names))
    else:
        yield Finding("microphones", "warn", "none is connected", f"Connect one. {without}")


def _own_folder() -> Iterator[Finding]:
    folder = models.home() / "calibrations"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=folder):
            yield Finding("calibrations", "ok", f"{folder} can be written")
    except OSError as error:
        remedy = "Make room or give write permission, or set KOEKATA_HOME to another folder."
        yield Finding("calibrations", "fail", f"{folder} cannot be written: {error.strerror}", remedy)


def _summary(findings: list[Finding]) -> Finding:
    failed = [finding for finding in findings if finding.state == "fail"]
    limited = [finding for finding in findings if finding.state == "warn"]
    steps = "\n".join(f"{finding.subject}: {finding.remedy}" for finding in failed + limited if finding.remedy)
    if failed:
        return Finding("what to do", "fail", f"a session cannot start: {', '.join(f.subject for f in failed)}", steps)
    if limited:
        return Finding("what to do", "warn", f"ready, with limits: {', '.join(f.subject for f in limited)}", steps)
    return Finding("what to do", "ok", "everything is ready")
