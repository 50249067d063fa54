"""The ONNX graph that steps through time says what the network in PyTorch says about the whole."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from koekata.audio.features import BANDS, RATE, log_mel, normalised
from koekata.audio.network import VisemeNetwork
from koekata.audio.phones import load_phones

torch = pytest.importorskip("torch", reason="PyTorch trains the network; it does not run it")
pytest.importorskip("onnx")


def test_the_exported_graph_is_the_trained_network(tmp_path: Path) -> None:
    from koekata.audio.build.export import write_onnx
    from koekata.audio.build.model import DILATIONS, STEM, TcnNetwork

    torch.manual_seed(0)
    network = TcnNetwork(64, len(load_phones().names), torch.full((BANDS,), 0.5)).eval()
    for matrix in network.parameters():
        matrix.data = matrix.data.half().float()  # as the file holds the large ones
    prior = np.full(BANDS, -8.0, np.float32)
    arrays = {name: value.detach().numpy() for name, value in network.state_dict().items()} | {"prior": prior}
    path = tmp_path / "visemes.onnx"
    write_onnx(path, arrays, DILATIONS, STEM, {"closed_threshold": json.dumps({"0": 0.5, "30": 0.5})})
    samples = (0.1 * np.random.default_rng(0).normal(size=RATE)).astype(np.float32)
    exported = VisemeNetwork(path, look_ahead_ms=0)
    hidden, logits = exported.hear_all(samples)
    with torch.no_grad():
        said = network(torch.from_numpy(normalised(log_mel(samples), prior))[None])
    np.testing.assert_allclose(hidden, said.hidden[0].numpy(), atol=1e-4)
    np.testing.assert_allclose(logits, said.now[0].numpy(), atol=1e-4)
    frames = [frame for i in range(0, RATE, 160) for frame in exported.step(samples[i : i + 160])]
    np.testing.assert_allclose([frame.hidden for frame in frames], hidden[: len(frames)], atol=1e-4)
