"""The face mesh whose networks come in the mediapipe wheel (up to 0.10.21): nothing is downloaded.

The region of each face is handed to the mesh by the tracker, so a face that the full-range detector found once is
followed at full resolution however small it is, at the price of a near one.
"""

from __future__ import annotations

import math
from typing import Any

import cv2
import numpy as np

from koekata.errors import ModelError
from koekata.frames import FloatArray, ImageArray
from koekata.track._engine import Reach
from koekata.track._graph import Graph
from koekata.track._quiet import without_chatter
from koekata.track._regions import Candidate, Mesh, Region, Window, cut

__all__ = ["FaceMeshEngine"]

_MARGIN = 1.5
"""Side of the square that the mesh network was trained on, in sides of the face's box."""
_PRESENCE = "facelandmarkcpu__face_presence_score"
_MESH_TEXT = """
    input_stream: "image" input_stream: "roi" input_side_packet: "with_attention" output_stream: "landmarks"
    node {
      calculator: "FaceLandmarkCpu"
      input_stream: "IMAGE:image" input_stream: "ROI:roi" input_side_packet: "WITH_ATTENTION:with_attention"
      output_stream: "LANDMARKS:landmarks"
    }"""
_DETECTOR_TEXT = """
    input_stream: "image" output_stream: "detections"
    node {{
      calculator: "FaceDetection{range}Cpu"
      input_stream: "IMAGE:image"
      output_stream: "DETECTIONS:detections"
    }}"""
_POINT = np.dtype(
    [("head", "u1", 2), ("x_tag", "u1"), ("x", "<f4"), ("y_tag", "u1"), ("y", "<f4"), ("z_tag", "u1"), ("z", "<f4")]
)
"""A landmark in protobuf's wire format: tag and length, then three tagged 32-bit floats."""
_POINT_TAGS = {"x_tag": 0x0D, "y_tag": 0x15, "z_tag": 0x1D}


class FaceMeshEngine:
    """MediaPipe's face mesh with attention (478 landmarks), and its short-range and full-range detectors."""

    name = "face-mesh"
    tile_shares = (0.6,)

    def __init__(self, *, min_confidence: float, far: bool) -> None:
        with without_chatter():
            self._mesh = Graph(
                _MESH_TEXT,
                outputs=("landmarks", _PRESENCE),
                side_packets={"with_attention": True},
                adjust=_threshold("ThresholdingCalculator", "threshold", min_confidence),
            )
            # Candidates are proved by the mesh; a far face scores low with the detector.
            self._detectors = {"near": _Detector("ShortRange", 128, min_confidence)}
            if far:
                self._detectors["far"] = _Detector("FullRange", 192, min(min_confidence, 0.3))
            self._warm_up()

    def mesh(self, slot: int, image: ImageArray, region: Region, time_s: float) -> Mesh | None:  # noqa: ARG002
        """See `Engine.mesh`; this backend keeps no state."""
        height, width = image.shape[:2]
        packets = self._mesh.run(image, roi=_normalized(region, width, height))
        landmarks = packets["landmarks"]
        if landmarks.is_empty():
            return None
        from mediapipe.python import packet_getter

        points = _points_of(packet_getter.get_proto(landmarks))
        points *= (width, height, width)
        return Mesh(points, packet_getter.get_float(packets[_PRESENCE]))

    def find(self, image: ImageArray, window: Window, reach: Reach) -> list[Candidate]:
        """See `Engine.find`."""
        found = self._detectors[reach].run(cut(image, window))
        return [Candidate(region.moved(window.x, window.y), score) for region, score in found]

    def forget(self, slot: int) -> None:
        """See `Engine.forget`; this backend keeps no state."""

    def close(self) -> None:
        """See `Engine.close`."""
        self._mesh.close()
        for detector in self._detectors.values():
            detector.close()

    def _warm_up(self) -> None:
        """Run each network once: the first picture pays no start-up, and the last chatter is over."""
        blank = np.zeros((192, 192, 3), np.uint8)
        self.mesh(0, blank, Region(96, 96, 96), 0.0)
        for detector in self._detectors.values():
            detector.run(blank)


class _Detector:
    def __init__(self, reach: str, side: int, min_score: float) -> None:
        adjust = _threshold("TensorsToDetectionsCalculator", "min_score_thresh", min_score)
        self._graph = Graph(_DETECTOR_TEXT.format(range=reach), outputs=("detections",), adjust=adjust)
        self._side = side

    def run(self, image: ImageArray) -> list[Candidate]:
        """Faces in a picture, which is shrunk here with a proper filter: far faces survive it, aliased ones do not."""
        from mediapipe.python import packet_getter

        canvas, scale = _letterboxed(image, self._side)
        packet = self._graph.run(canvas)["detections"]
        detections = [] if packet.is_empty() else packet_getter.get_proto_list(packet)
        return [Candidate(_detected_region(found, self._side / scale), found.score[0]) for found in detections]

    def close(self) -> None:
        self._graph.close()


def _letterboxed(image: ImageArray, side: int) -> tuple[ImageArray, float]:
    height, width = image.shape[:2]
    scale = side / max(height, width)
    while max(image.shape[:2]) >= 4 * side:
        # Halving is several times cheaper than one step to the final size, with the same result.
        image = cv2.resize(image, (image.shape[1] // 2, image.shape[0] // 2 or 1), interpolation=cv2.INTER_AREA)  # type: ignore[assignment]
    wanted = (max(1, round(width * scale)), max(1, round(height * scale)))
    small = cv2.resize(image, wanted, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR)
    canvas = np.zeros((side, side, 3), np.uint8)
    canvas[: wanted[1], : wanted[0]] = small
    return canvas, scale


def _detected_region(detection: Any, pixels: float) -> Region:
    data = detection.location_data
    box, eyes = data.relative_bounding_box, data.relative_keypoints
    angle = math.atan2(eyes[1].y - eyes[0].y, eyes[1].x - eyes[0].x)
    side = max(box.width, box.height)
    return Region((box.xmin + box.width / 2) * pixels, (box.ymin + box.height / 2) * pixels, side * pixels, angle)


def _normalized(region: Region, width: int, height: int) -> Any:
    from mediapipe.framework.formats import rect_pb2

    side = region.side * _MARGIN
    return rect_pb2.NormalizedRect(
        x_center=region.x / width,
        y_center=region.y / height,
        width=side / width,
        height=side / height,
        rotation=region.angle,
    )


def _points_of(landmarks: Any) -> FloatArray:
    """(478, 3) of a landmark list, read from its wire format: reading point by point takes six times as long."""
    wire = landmarks.SerializeToString()
    if len(wire) == len(landmarks.landmark) * _POINT.itemsize:
        points = np.frombuffer(wire, _POINT)
        if all((points[field] == tag).all() for field, tag in _POINT_TAGS.items()):
            return np.stack((points["x"], points["y"], points["z"]), axis=1, dtype=np.float64)
    return np.array([(point.x, point.y, point.z) for point in landmarks.landmark], np.float64)


def _threshold(calculator: str, field: str, value: float) -> Any:
    """An edit of a graph that sets a calculator's threshold, wherever the graph keeps its options."""

    def adjust(config: Any) -> None:
        kind = _options_type(calculator)
        nodes = [node for node in config.node if node.calculator == calculator]
        if not nodes:
            raise ModelError(f"mediapipe: the graph has no {calculator}", remedy="Install mediapipe 0.10.21.")
        for node in nodes:
            stored = [entry for entry in node.node_options if entry.Is(kind.DESCRIPTOR)]
            for entry in stored:
                options = kind.FromString(entry.value)
                setattr(options, field, value)
                entry.value = options.SerializeToString()
            if not stored:
                setattr(node.options.Extensions[kind.ext], field, value)

    return adjust


def _options_type(calculator: str) -> Any:
    from mediapipe.calculators.tensor import tensors_to_detections_calculator_pb2 as detections
    from mediapipe.calculators.util import thresholding_calculator_pb2 as thresholding

    kinds = {
        "TensorsToDetectionsCalculator": detections.TensorsToDetectionsCalculatorOptions,
        "ThresholdingCalculator": thresholding.ThresholdingCalculatorOptions,
    }
    return kinds[calculator]
