"""Write the viseme network as an ONNX graph that steps through time, with the output layers beside it as metadata."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from koekata.audio.features import BANDS, Floats
from koekata.audio.phones import load_phones
from koekata.whole_file import whole_file

__all__ = ["write_onnx"]

OPSET, IR_VERSION = 17, 9
"""Old enough for every onnxruntime that Koekata runs with."""

Arrays = Mapping[str, NDArray[np.float32]]


def write_onnx(path: Path, arrays: Arrays, dilations: Sequence[int], stem: int, about: Mapping[str, str]) -> None:
    """`features` (T, BANDS) and `state` (S, width) in, `hidden` (T, width) and the next `state` out.

    `arrays` are the parameters of `koekata.audio.build.model.TcnNetwork` by name; `about` goes to the metadata, beside
    the names of visemes and vowels, the prior of the features, and the output layers.
    """
    width = len(arrays["last.weight"])
    stored: list[TensorProto] = []
    rows = [stem_rows(stem, width), *(2 * dilation for dilation in dilations)]
    _keep(stored, state_rows=np.array(rows))
    parts = [f"s{i}" for i in range(len(dilations))]
    nodes = [helper.make_node("Split", ["state", "state_rows"], ["s_stem", *parts], axis=0)]
    nodes += _places(dilations, stem, stored)
    nodes += _stem(arrays, stem, width, stored)
    for index in range(len(dilations)):
        nodes += _block(arrays, index, stored)
    nodes += _ending(arrays, len(dilations), stored)
    graph = helper.make_graph(
        nodes, "koekata-visemes",
        [_tensor("features", ["frames", BANDS]), _tensor("state", [sum(rows), width])],
        [_tensor("hidden", ["frames", width]), _tensor("next_state", [sum(rows), width])], stored,
    )  # fmt: skip
    made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=IR_VERSION)
    helper.set_model_props(made, _metadata(arrays) | dict(about))
    onnx.checker.check_model(made)
    with whole_file(path) as file:
        file.write(made.SerializeToString())


def stem_rows(stem: int, width: int) -> int:
    """Rows of the state that hold the last features, each padded to the width where that is the larger."""
    if width < BANDS:
        raise ValueError(f"a width of {width} does not hold {BANDS} bands")
    return stem - 1


def _places(dilations: Sequence[int], stem: int, stored: list[TensorProto]) -> list[onnx.NodeProto]:
    """`p_stem` (T, stem) and `p0` ... (T, 3): for each frame the rows that it sees, in what is kept of the past and
    the new frames below each other. For a single frame most of the time goes into starting nodes, not into arithmetic:
    one `Gather` in the place of a slice for each row.
    """
    _keep(stored, zero=np.array([0]), one=np.array([1]), first=np.array(0), by=np.array(1), p_stem_s=np.arange(stem))
    seen = ["p_stem_s"]
    for index, dilation in enumerate(dilations):
        _keep(stored, **{f"b{index}_a": np.array([dilation]), f"b{index}_c": np.array([2 * dilation])})
        seen += ["zero", f"b{index}_a", f"b{index}_c"]
    _keep(stored, seen_rows=np.array([stem, *(3 for _ in dilations)]))
    return [
        helper.make_node("Concat", seen, ["seen"], axis=0),
        helper.make_node("Shape", ["features"], ["frames_1"], start=0, end=1),
        helper.make_node("Squeeze", ["frames_1"], ["frames"]),
        helper.make_node("Range", ["first", "frames", "by"], ["at"]),
        helper.make_node("Unsqueeze", ["at", "one"], ["at_1"]),
        helper.make_node("Add", ["at_1", "seen"], ["places"]),
        helper.make_node(
            "Split", ["places", "seen_rows"], ["p_stem", *(f"p{i}" for i in range(len(dilations)))], axis=1
        ),
    ]


def _stem(arrays: Arrays, stem: int, width: int, stored: list[TensorProto]) -> list[onnx.NodeProto]:
    """The last frames side by side, one layer, SiLU. The state holds features in its first BANDS columns."""
    weights = arrays["stem.weight"].T.reshape(stem, BANDS, width) * arrays["scale"][None, :, None]
    _keep(stored, stem_b=arrays["stem.bias"])
    _keep(stored, bands=np.array([BANDS]), keep_stem=np.array([1 - stem]), far=np.array([2**31 - 1]),
          no_pad=np.array([0, 0, 0, width - BANDS]), side_by_side=np.array([-1, stem * BANDS]))  # fmt: skip
    return [
        helper.make_node("Slice", ["s_stem", "zero", "bands", "one"], ["stem_past"]),
        helper.make_node("Concat", ["stem_past", "features"], ["stem_all"], axis=0),
        helper.make_node("Slice", ["stem_all", "keep_stem", "far", "zero"], ["stem_kept"]),
        helper.make_node("Pad", ["stem_kept", "no_pad"], ["n_stem"]),
        _halved(stored, "stem_w", weights.reshape(-1, width)),
        helper.make_node("Gather", ["stem_all", "p_stem"], ["stem_seen"], axis=0),
        helper.make_node("Reshape", ["stem_seen", "side_by_side"], ["stacked"]),
        helper.make_node("Gemm", ["stacked", "stem_w_wide", "stem_b"], ["stem_sum"]),
        helper.make_node("Sigmoid", ["stem_sum"], ["stem_gate"]),
        helper.make_node("Mul", ["stem_sum", "stem_gate"], ["z0"]),
    ]


def _block(arrays: Arrays, index: int, stored: list[TensorProto]) -> list[onnx.NodeProto]:
    """Norm, three taps, a gated layer, and the residual sum."""
    i = f"b{index}"
    weight, bias = arrays[f"norms.{index}.weight"], arrays[f"norms.{index}.bias"]
    gate, taps = arrays[f"gates.{index}.weight"].T, arrays[f"taps.{index}"]
    _keep(stored, **{
        f"{i}_g": weight, f"{i}_h": bias, f"{i}_v": arrays[f"gates.{index}.bias"],
        **{f"{i}_t{k}": taps[k] for k in range(3)},
    })  # fmt: skip
    return [
        *(helper.make_node("Unsqueeze", [f"{i}_t{k}", "zero"], [f"{i}_r{k}"]) for k in range(3)),
        helper.make_node("Concat", [f"{i}_r{k}" for k in range(3)], [f"{i}_taps"], axis=0),
        helper.make_node("Neg", [f"{i}_c"], [f"{i}_d"]),
        helper.make_node("LayerNormalization", [f"z{index}", f"{i}_g", f"{i}_h"], [f"{i}_n"], epsilon=1e-5),
        helper.make_node("Concat", [f"s{index}", f"{i}_n"], [f"{i}_all"], axis=0),
        helper.make_node("Slice", [f"{i}_all", f"{i}_d", "far", "zero"], [f"n{index}"]),
        helper.make_node("Gather", [f"{i}_all", f"p{index}"], [f"{i}_x"], axis=0),
        helper.make_node("Mul", [f"{i}_x", f"{i}_taps"], [f"{i}_y"]),
        helper.make_node("ReduceSum", [f"{i}_y", "one"], [f"{i}_m"], keepdims=0),
        _halved(stored, f"{i}_w", gate),
        helper.make_node("Gemm", [f"{i}_m", f"{i}_w_wide", f"{i}_v"], [f"{i}_u"]),
        helper.make_node("Split", [f"{i}_u"], [f"{i}_l", f"{i}_r"], axis=1),
        helper.make_node("Sigmoid", [f"{i}_r"], [f"{i}_s"]),
        helper.make_node("Mul", [f"{i}_l", f"{i}_s"], [f"{i}_o"]),
        helper.make_node("Add", [f"z{index}", f"{i}_o"], [f"z{index + 1}"]),
    ]


def _ending(arrays: Arrays, blocks: int, stored: list[TensorProto]) -> list[onnx.NodeProto]:
    _keep(stored, last_g=arrays["last.weight"], last_h=arrays["last.bias"])
    return [
        helper.make_node("LayerNormalization", [f"z{blocks}", "last_g", "last_h"], ["hidden"], epsilon=1e-5),
        helper.make_node("Concat", ["n_stem", *(f"n{i}" for i in range(blocks))], ["next_state"], axis=0),
    ]


def _keep(stored: list[TensorProto], **arrays: NDArray[np.generic]) -> None:
    for name, array in arrays.items():
        kind = np.float32 if array.dtype.kind == "f" else np.int64
        stored.append(numpy_helper.from_array(np.ascontiguousarray(array, kind), name))


def _halved(stored: list[TensorProto], name: str, matrix: NDArray[np.float32]) -> onnx.NodeProto:
    """A matrix in half precision: half the file. onnxruntime widens it once, when it loads the file."""
    stored.append(numpy_helper.from_array(np.ascontiguousarray(matrix, np.float16), name))
    return helper.make_node("Cast", [name], [f"{name}_wide"], to=TensorProto.FLOAT)


def _metadata(arrays: Arrays) -> dict[str, str]:
    phones = load_phones()
    return {
        "visemes": json.dumps(phones.visemes), "vowels": json.dumps(phones.vowels), "prior": _text(arrays["prior"]),
        "layer_now": _layer(arrays, "now"), "layer_later": _layer(arrays, "later"),
    }  # fmt: skip


def _layer(arrays: Arrays, name: str) -> str:
    return _text(np.concatenate([arrays[f"{name}.weight"].T, arrays[f"{name}.bias"][None]]))


def _text(values: Floats) -> str:
    return base64.b64encode(np.ascontiguousarray(values, np.float32).tobytes()).decode("ascii")


def _tensor(name: str, shape: list[int | str]) -> onnx.ValueInfoProto:
    return helper.make_tensor_value_info(name, TensorProto.FLOAT, shape)
