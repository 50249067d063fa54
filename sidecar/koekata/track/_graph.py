"""A MediaPipe graph that is run picture by picture.

This stands in for `mediapipe.solutions`, whose wrapper unpacks landmarks point by point; the calculators and the
networks are the same.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np

from koekata.errors import ModelError
from koekata.frames import ImageArray

__all__ = ["Graph"]


class Graph:
    """Opens a graph from its text; the networks come from the mediapipe wheel."""

    def __init__(
        self,
        text: str,
        *,
        outputs: tuple[str, ...],
        side_packets: Mapping[str, bool] | None = None,
        adjust: Callable[[Any], None] | None = None,
    ) -> None:
        import mediapipe
        from mediapipe.framework import calculator_pb2

        mediapipe.resource_util.set_resource_dir(str(Path(mediapipe.__file__).parent.parent))
        checked = mediapipe.ValidatedGraphConfig()
        checked.initialize(graph_config=text)
        config = calculator_pb2.CalculatorGraphConfig()
        config.ParseFromString(checked.binary_config)
        if adjust:
            adjust(config)
        self._mediapipe = mediapipe
        self._graph = mediapipe.CalculatorGraph(graph_config=config)
        self._packets: dict[str, Any] = {}
        self._step = 0
        for name in outputs:
            self._graph.observe_output_stream(name, self._packets.__setitem__, True)
        create = mediapipe.packet_creator.create_bool
        self._graph.start_run({name: create(value) for name, value in (side_packets or {}).items()})

    def run(self, image: ImageArray, **messages: Any) -> Mapping[str, Any]:
        """Send a picture and protobuf messages through; the packets of each output stream by name."""
        creator = self._mediapipe.packet_creator
        self._step += 1
        self._packets.clear()
        try:
            self._send("image", self._image_packet(image))
            for stream, message in messages.items():
                self._send(stream, creator.create_proto(message))
            self._graph.wait_until_idle()
        except RuntimeError as error:
            raise ModelError(f"face mesh: the network failed: {error}", remedy="Restart the tracker.") from error
        return self._packets

    def close(self) -> None:
        """End the graph's threads."""
        self._graph.close()

    def _send(self, stream: str, packet: Any) -> None:
        self._graph.add_packet_to_input_stream(stream, packet.at(self._step))

    def _image_packet(self, image: ImageArray) -> Any:
        """A packet with the pixels copied.

        MediaPipe can refer to an array instead, but it then lets go of the array on a thread of its own without
        holding Python's lock: once in some hundred thousand pictures, that crashes the process.
        """
        return self._mediapipe.packet_creator.create_image_frame(
            np.ascontiguousarray(image), image_format=self._mediapipe.ImageFormat.SRGB, copy=True
        )
