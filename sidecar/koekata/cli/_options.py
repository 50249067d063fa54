"""Options that several commands share, and the settings that they may override."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

__all__ = [
    "CAPTURE",
    "CHARACTER",
    "MOTION",
    "OUTPUTS",
    "PAGE",
    "VOICE",
    "Device",
    "Force",
    "Headless",
    "Json",
    "Keys",
    "Output",
    "Refine",
    "SaveFit",
    "Seconds",
]

CAPTURE = ("performers", "mirrored", "fps", "width", "height")
MOTION = ("face_model", "calibration", "preset", "predict_ms")
VOICE = ("sound", "voice", "voice_offset")
CHARACTER = ("mapping", "triggers", "triggers_host")
PAGE = ("studio_host", "studio_port", "browser", "character", "picture")
OUTPUTS = (
    "zmq", "zmq_host", "zmq_port", "zmq_keys", "osc", "osc_host", "osc_port", "vmc", "vmc_host", "vmc_port",
    "live_link_face", "llf_host", "llf_port", "ifacialmocap", "ifm_host", "ifm_port",
)  # fmt: skip

Keys = Annotated[
    str, typer.Option("--keys", metavar="FOLDER", help="Keys of a sidecar that encrypts, see `koekata keys`.")
]
Seconds = Annotated[float | None, typer.Option(min=0.1, help="End after so many seconds.", show_default=False)]
Headless = Annotated[bool, typer.Option("--headless", help="Status lines instead of meters.")]
Json = Annotated[bool, typer.Option("--json", help="Print the result as JSON.")]
Output = Annotated[Path | None, typer.Option("--out", metavar="PATH", help="What to write.", show_default=False)]
SaveFit = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE", help="Write FLAME's own parameters, too (.npz); needs a FLAME face model.", show_default=False
    ),
]
Refine = Annotated[
    bool, typer.Option("--refine", help="Solve all frames of a film together; needs PyTorch (koekata[refine]).")
]
Device = Annotated[str, typer.Option(help="What refining runs on: cpu, cuda, cuda:1.")]
Force = Annotated[bool, typer.Option("--force", help="Replace what is there.")]
