"""Pictures from cameras, files, folders of images, addresses and pipes, with the time at which each was taken."""

from __future__ import annotations

from koekata.capture.addresses import Address, SourceKind, recognise
from koekata.capture.blind import BlindMedium
from koekata.capture.camera import open_camera
from koekata.capture.cameras import CameraInfo, list_cameras
from koekata.capture.images import open_images
from koekata.capture.openers import open_address, open_file, open_pipe
from koekata.capture.pictures import Medium
from koekata.capture.reader import ReadingPlan
from koekata.capture.source import Source
from koekata.capture.v4l2 import CameraFormat
from koekata.config import CaptureConfig

__all__ = ["CameraFormat", "CameraInfo", "Source", "list_cameras", "open_source"]


def open_source(config: CaptureConfig, *, live: bool) -> Source:
    """Open what `config.source` names; the rules are in `koekata.capture.addresses`.

    Live, the newest picture is handed over and older ones are counted as dropped; a file is paced by its own time
    stamps as if it were a camera, again and again with `config.loop`; a camera or address that goes away is opened
    again. Otherwise every picture is handed over in order and as fast as it is fetched. A camera is always live.

    Raises SourceNotFoundError and SourceUnreadableError.
    """
    address = recognise(config.source)
    live = live or address.kind is SourceKind.CAMERA

    def reopen() -> Medium:
        return _open(address, config, live)

    plan = ReadingPlan(live, config.loop, config.reconnect)
    return Source(reopen(), reopen, plan, mirrored=config.mirrored)


def _open(address: Address, config: CaptureConfig, live: bool) -> Medium:
    if address.kind is SourceKind.NONE:
        return BlindMedium(config.fps, paced=live)
    if address.kind is SourceKind.CAMERA:
        return open_camera(config, address.value)
    if address.kind is SourceKind.IMAGES:
        return open_images(address.value, config.fps)
    if address.kind is SourceKind.NETWORK:
        return open_address(address.value, live=live)
    if address.kind is SourceKind.PIPE:
        return open_pipe(address.value)
    return open_file(address.value)
