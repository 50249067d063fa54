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
_TAPS = 3

Arrays = Mapping[str, NDArray[np.float32]]


def write_onnx(path: Path, arrays: Arrays, dilations: Sequence[int], stem: int, about: Mapping[str, str]) -> None:
    """`features` (1, BANDS) and `state` (S, width) in, `hidden` (1, width) and the next `state` out: one frame.

    `arrays` are the parameters of `koekata.audio.build.model.TcnNetwork` by name; `about` goes to the metadata, beside
    the names of visemes and vowels, the dilations, the prior of the features, and the output layers. Whole recordings
    are heard by `koekata.audio.tcn`, from the same file.
    """
    blocks, width = len(dilations), len(arrays["last.weight"])
    rows = [_stem_rows(stem, width), *(2 * dilation for dilation in dilations)]
    stored = _parameters(arrays, blocks, stem, width)
    _keep(stored, **_constants(dilations, rows, width))
    state = [sum(rows), width]
    nodes = [*_widened(blocks), *_past(blocks), *_stem()]
    nodes += [node for index in range(blocks) for node in _block(index)]
    graph = helper.make_graph(
        [*nodes, *_ending(blocks)], "koekata-visemes", [_tensor("features", [1, BANDS]), _tensor("state", state)],
        [_tensor("hidden", [1, width]), _tensor("next_state", state)], stored,
    )  # fmt: skip
    made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=IR_VERSION)
    helper.set_model_props(made, _metadata(arrays) | {"dilations": json.dumps(list(dilations))} | dict(about))
    onnx.checker.check_model(made)
    with whole_file(path) as file:
        file.write(made.SerializeToString())


def _stem_rows(stem: int, width: int) -> int:
    """Rows of the state that hold the last features, each padded to the width where that is the larger."""
    if width < BANDS:
        raise ValueError(f"a width of {width} does not hold {BANDS} bands")
    return stem - 1


def _parameters(arrays: Arrays, blocks: int, stem: int, width: int) -> list[TensorProto]:
    """All that was learnt; large matrices in half precision, which is half the file."""
    stored: list[TensorProto] = []
    weights = arrays["stem.weight"].T.reshape(stem, BANDS, width) * arrays["scale"][None, :, None]
    _keep(stored, stem_b=arrays["stem.bias"], last_g=arrays["last.weight"], last_h=arrays["last.bias"])
    _halve(stored, "stem_w", weights.reshape(-1, width))
    for index in range(blocks):
        i, taps = f"b{index}", arrays[f"taps.{index}"]
        _keep(stored, **{
            f"{i}_g": arrays[f"norms.{index}.weight"], f"{i}_h": arrays[f"norms.{index}.bias"],
            f"{i}_v": arrays[f"gates.{index}.bias"], **{f"{i}_t{k}": taps[k] for k in range(_TAPS)},
        })  # fmt: skip
        _halve(stored, f"{i}_w", arrays[f"gates.{index}.weight"].T)
    return stored


def _constants(dilations: Sequence[int], rows: Sequence[int], width: int) -> dict[str, NDArray[np.int64]]:
    """What the graph counts with. The state holds `rows` of the stem's past, and of each block's.

    The next state is picked from the rows of the state, the new features, and what is new in each block, in this order.
    """
    stem, *ends = (int(end) for end in np.cumsum(rows))
    starts, new = [stem, *ends[:-1]], ends[-1]
    following = [*range(1, stem), new]
    for block, (start, end) in enumerate(zip(starts, ends, strict=True)):
        following += [*range(start + 1, end), new + 1 + block]
    constants = {
        "seen": [row for start, dilation in zip(starts, dilations, strict=True) for row in (start, start + dilation)],
        "by_block": [len(dilations), _TAPS - 1, width], "following": following, "zero": [0], "one": [1],
        "begin": [0, 0], "end": [stem, BANDS], "side_by_side": [1, (stem + 1) * BANDS], "pad": [0, 0, 0, width - BANDS],
    }  # fmt: skip
    return {name: np.array(values, np.int64) for name, values in constants.items()}


def _widened(blocks: int) -> list[onnx.NodeProto]:
    """Matrices in single precision, taps as rows, and those of the past together (blocks, 2, width).

    onnxruntime does it once, when it loads the file.
    """
    matrices, rows = ["stem_w", *(f"b{index}_w" for index in range(blocks))], range(blocks)
    return [
        *(helper.make_node("Cast", [name], [f"{name}_wide"], to=TensorProto.FLOAT) for name in matrices),
        *(helper.make_node("Unsqueeze", [f"b{i}_t{k}", "zero"], [f"b{i}_r{k}"]) for i in rows for k in range(_TAPS)),
        helper.make_node("Concat", [f"b{i}_r{k}" for i in rows for k in range(_TAPS - 1)], ["taps_flat"], axis=0),
        helper.make_node("Reshape", ["taps_flat", "by_block"], ["taps"]),
    ]


def _past(blocks: int) -> list[onnx.NodeProto]:
    """`p0` ... (1, width): what the past adds to the taps of each block.

    For a single frame most of the time goes into starting nodes, not into arithmetic. The past is known before the
    first block runs, so that a few nodes do for all of them.
    """
    return [
        helper.make_node("Gather", ["state", "seen"], ["past_flat"], axis=0),
        helper.make_node("Reshape", ["past_flat", "by_block"], ["past"]),
        helper.make_node("Mul", ["past", "taps"], ["weighed"]),
        helper.make_node("ReduceSum", ["weighed", "one"], ["summed"], keepdims=0),
        helper.make_node("Split", ["summed"], [f"p{index}" for index in range(blocks)], axis=0),
    ]


def _stem() -> list[onnx.NodeProto]:
    """The last frames side by side, one layer, SiLU. The state holds features in its first BANDS columns."""
    return [
        helper.make_node("Slice", ["state", "begin", "end"], ["stem_past"]),
        helper.make_node("Concat", ["stem_past", "features"], ["stem_all"], axis=0),
        helper.make_node("Reshape", ["stem_all", "side_by_side"], ["stacked"]),
        helper.make_node("Gemm", ["stacked", "stem_w_wide", "stem_b"], ["stem_sum"]),
        helper.make_node("Sigmoid", ["stem_sum"], ["stem_gate"]),
        helper.make_node("Mul", ["stem_sum", "stem_gate"], ["z0"]),
    ]


def _block(index: int) -> list[onnx.NodeProto]:
    """Norm, three taps, a gated layer, and the residual sum."""
    i = f"b{index}"
    return [
        helper.make_node("LayerNormalization", [f"z{index}", f"{i}_g", f"{i}_h"], [f"n{index}"], epsilon=1e-5),
        helper.make_node("Mul", [f"n{index}", f"{i}_r2"], [f"{i}_y"]),
        helper.make_node("Add", [f"{i}_y", f"p{index}"], [f"{i}_m"]),
        helper.make_node("Gemm", [f"{i}_m", f"{i}_w_wide", f"{i}_v"], [f"{i}_u"]),
        helper.make_node("Split", [f"{i}_u"], [f"{i}_l", f"{i}_r"], axis=1),
        helper.make_node("Sigmoid", [f"{i}_r"], [f"{i}_s"]),
        helper.make_node("Mul", [f"{i}_l", f"{i}_s"], [f"{i}_o"]),
        helper.make_node("Add", [f"z{index}", f"{i}_o"], [f"z{index + 1}"]),
    ]


def _ending(blocks: int) -> list[onnx.NodeProto]:
    return [
        helper.make_node("LayerNormalization", [f"z{blocks}", "last_g", "last_h"], ["hidden"], epsilon=1e-5),
        helper.make_node("Pad", ["features", "pad"], ["padded"]),
        helper.make_node("Concat", ["state", "padded", *(f"n{index}" for index in range(blocks))], ["rows"], axis=0),
        helper.make_node("Gather", ["rows", "following"], ["next_state"], axis=0),
    ]


def _keep(stored: list[TensorProto], **arrays: NDArray[np.generic]) -> None:
    for name, array in arrays.items():
        kind = np.float32 if array.dtype.kind == "f" else np.int64
        stored.append(numpy_helper.from_array(np.ascontiguousarray(array, kind), name))


def _halve(stored: list[TensorProto], name: str, matrix: NDArray[np.float32]) -> None:
    stored.append(numpy_helper.from_array(np.ascontiguousarray(matrix, np.float16), name))


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


def _tensor(name: str, shape: Sequence[int]) -> onnx.ValueInfoProto:
    return helper.make_tensor_value_info(name, TensorProto.FLOAT, shape)
