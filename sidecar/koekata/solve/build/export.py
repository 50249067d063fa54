"""Write the refining network as an ONNX graph of a dozen nodes, with half-precision weights."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from koekata.face_model.model import FaceModel
from koekata.frames import FloatArray
from koekata.solve.features import FEATURES

OPSET, IR_VERSION = 17, 9
"""Old enough for every onnxruntime that Koekata runs with."""


def write_onnx(
    path: Path,
    parameters: Mapping[str, NDArray[np.float32]],
    geometric: float,
    model: FaceModel,
    reliability: FloatArray,
) -> None:
    """The graph of `koekata.solve.build.train.forward`; input (N, FEATURES), output (N, K) in [0, 1].

    The result is cut to [0, 1] and mixed with the weights of the geometric solve, whose share is `geometric`.
    """
    points, channels = len(parameters["scale"]), len(model.expression_names)
    stored = [numpy_helper.from_array(value.astype(np.float16), f"{name}_16") for name, value in parameters.items()]
    sections = np.array([points, points, FEATURES - 2 * points], np.int64)
    stored += [
        numpy_helper.from_array(sections, "sections"),
        numpy_helper.from_array(np.array([channels, FEATURES - 2 * points - channels], np.int64), "rest_sections"),
        numpy_helper.from_array(np.array(2.0, np.float32), "two"),
        numpy_helper.from_array(np.array(geometric, np.float32), "geometric_share"),
        numpy_helper.from_array(np.array(1.0 - geometric, np.float32), "refined_share"),
        numpy_helper.from_array(np.array(0.0, np.float32), "least"),
        numpy_helper.from_array(np.array(1.0, np.float32), "most"),
    ]
    nodes = [helper.make_node("Cast", [f"{name}_16"], [name], to=TensorProto.FLOAT) for name in parameters]
    nodes += [
        helper.make_node("Split", ["features", "sections"], ["moved", "who", "rest"], axis=1),
        helper.make_node("Mul", ["moved", "scale"], ["moved_scaled"]),
        helper.make_node("MatMul", ["who", "identity"], ["who_short"]),
        helper.make_node("Mul", ["rest", "two"], ["rest_scaled"]),
        helper.make_node("Concat", ["moved_scaled", "who_short", "rest_scaled"], ["inputs"], axis=1),
        *_layer("inputs", "1", "first"),
        *_layer("first", "2", "change"),
        helper.make_node("Add", ["first", "change"], ["second"]),
        helper.make_node("Gemm", ["second", "w3", "b3"], ["correction"]),
        helper.make_node("MatMul", ["inputs", "skip"], ["linear"]),
        helper.make_node("Add", ["linear", "correction"], ["refined"]),
        helper.make_node("Clip", ["refined", "least", "most"], ["cut"]),
        helper.make_node("Split", ["rest", "rest_sections"], ["geometric", "turned"], axis=1),
        helper.make_node("Mul", ["cut", "refined_share"], ["refined_part"]),
        helper.make_node("Mul", ["geometric", "geometric_share"], ["geometric_part"]),
        helper.make_node("Add", ["refined_part", "geometric_part"], ["weights"]),
    ]
    features = helper.make_tensor_value_info("features", TensorProto.FLOAT, ["frames", FEATURES])
    weights = helper.make_tensor_value_info("weights", TensorProto.FLOAT, ["frames", channels])
    graph = helper.make_graph(nodes, "koekata-hybrid", [features], [weights], stored)
    made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=IR_VERSION)
    helper.set_model_props(
        made,
        {
            "expression_names": json.dumps(model.expression_names),
            "reliability": json.dumps([round(float(value), 4) for value in reliability]),
        },
    )
    onnx.checker.check_model(made)
    path.write_bytes(made.SerializeToString())


def _layer(inputs: str, number: str, output: str) -> list[onnx.NodeProto]:
    """A dense layer with SiLU."""
    return [
        helper.make_node("Gemm", [inputs, f"w{number}", f"b{number}"], [f"{output}_sum"]),
        helper.make_node("Sigmoid", [f"{output}_sum"], [f"{output}_gate"]),
        helper.make_node("Mul", [f"{output}_sum", f"{output}_gate"], [output]),
    ]
