"""iFacialMocap's text datagrams, versions 1 and 2.

`name-50|…|=head#rx,ry,rz,tx,ty,tz|rightEye#x,y,z|leftEye#x,y,z|` with whole weights from 0 to 100, degrees and metres;
version 2 writes `&` for `-`. The angles are ARKit's, whose axes are those of Koekata: x positive down, y positive to
the performer's left, z positive with the performer's left side up (the vendor's sample frame looks down with positive
eye x, and its eyes converge with the left one at negative y).

One performer per receiver: the first that is seen; others are counted as skipped. Channels that the source cannot
observe are left out, and those of the voice. While no face is found, the last values are sent with `trackingStatus` 0.
"""

from __future__ import annotations

from koekata.config import IFacialMocapConfig
from koekata.frames import SolvedFace, SourceEvent
from koekata.publish.tables import channel_names
from koekata.publish.udp import OnePerformerOutput

__all__ = ["IFacialMocapOutput"]


class IFacialMocapOutput(OnePerformerOutput):
    """Sends one performer as the iFacialMocap app does, without waiting to be asked."""

    name = "ifacialmocap"

    def __init__(self, config: IFacialMocapConfig) -> None:
        """Raises PublishError when the host is unknown."""
        self._names = channel_names("ifacialmocap")
        self._separator = "-" if config.version == "v1" else "&"
        super().__init__(config.host, config.port)

    def event(self, event: SourceEvent) -> None:
        """Nothing: the protocol does not know the state of a source."""

    def _datagrams(self, face: SolvedFace) -> list[bytes]:
        return [self._text(face).encode()]

    def _text(self, face: SolvedFace) -> str:
        values = zip(face.names, face.weights.tolist(), face.channel_confidence.tolist(), strict=True)
        shapes = [
            f"{self._names[name]}{self._separator}{round(100 * weight)}"
            for name, weight, seen in values
            if seen and name in self._names
        ]
        shapes.append(f"trackingStatus{self._separator}{int(face.tracked)}")
        yaw, pitch, roll = face.yaw_pitch_roll.tolist()
        left_yaw, left_pitch, right_yaw, right_pitch = face.gaze.tolist()
        head = _numbers(-pitch, yaw, roll, *face.translation.tolist())
        right, left = _numbers(-right_pitch, right_yaw, 0.0), _numbers(-left_pitch, left_yaw, 0.0)
        return f"{'|'.join(shapes)}|=head#{head}|rightEye#{right}|leftEye#{left}|"


def _numbers(*values: float) -> str:
    return ",".join(f"{value:.6f}" for value in values)
