"""The viseme network between PyTorch, where it is trained, and ONNX, where it runs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from koekata.audio.features import BANDS, RATE, log_mel, normalised
from koekata.audio.network import VisemeNetwork
from koekata.audio.phones import load_phones

torch = pytest.importorskip("torch", reason="PyTorch trains the network; it does not run it")
pytest.importorskip("onnx")

PRIOR = np.full(BANDS, -8.0, np.float32)


def _network(width: int, seed: int = 0, scale: float = 0.5) -> Any:
    from koekata.audio.build.model import TcnNetwork

    torch.manual_seed(seed)
    network = TcnNetwork(width, len(load_phones().names), torch.full((BANDS,), scale)).eval()
    for matrix in network.parameters():
        matrix.data = matrix.data.half().float()  # as the file holds the large ones
    return network


@pytest.fixture
def exported(tmp_path: Path) -> tuple[Any, Path]:
    """A network and its file."""
    from koekata.audio.build.export import write_onnx
    from koekata.audio.build.model import DILATIONS, STEM

    network, path = _network(64), tmp_path / "visemes.onnx"
    arrays = {name: value.detach().numpy() for name, value in network.state_dict().items()} | {"prior": PRIOR}
    write_onnx(path, arrays, DILATIONS, STEM, {"closed_threshold": json.dumps({"0": 0.5, "30": 0.5})})
    return network, path


@pytest.fixture
def samples() -> NDArray[np.float32]:
    return (0.1 * np.random.default_rng(0).normal(size=RATE)).astype(np.float32)


def _said(network: Any, samples: NDArray[np.float32]) -> Any:
    with torch.no_grad():
        return network(torch.from_numpy(normalised(log_mel(samples), PRIOR))[None])


def test_the_graph_that_steps_through_time_says_what_the_whole_says(
    exported: tuple[Any, Path], samples: NDArray[np.float32]
) -> None:
    said, network = _said(exported[0], samples), VisemeNetwork(exported[1], look_ahead_ms=0)
    hidden, logits = network.hear_all(samples)
    np.testing.assert_allclose(hidden, said.hidden[0].numpy(), atol=1e-4)
    np.testing.assert_allclose(logits, said.now[0].numpy(), atol=1e-4)
    frames = [frame for i in range(0, RATE, 160) for frame in network.step(samples[i : i + 160])]
    np.testing.assert_allclose([frame.hidden for frame in frames], hidden[: len(frames)], atol=1e-4)


def test_a_training_goes_on_from_the_file(exported: tuple[Any, Path], samples: NDArray[np.float32]) -> None:
    """With features of another scale, as another corpus has them; the output layer for phones begins afresh."""
    from koekata.audio.build.resume import take_up

    resumed = _network(64, seed=1, scale=0.7)
    phone = resumed.phone.weight.clone()
    take_up(resumed, exported[1])
    was, now = _said(exported[0], samples), _said(resumed, samples)
    torch.testing.assert_close(now.now, was.now, atol=2e-3, rtol=0.0)
    torch.testing.assert_close(now.later, was.later, atol=2e-3, rtol=0.0)
    assert torch.equal(resumed.phone.weight, phone)


def test_a_training_goes_on_from_what_it_left_itself(
    exported: tuple[Any, Path], samples: NDArray[np.float32], tmp_path: Path
) -> None:
    from koekata.audio.build.resume import take_up

    left, resumed = tmp_path / "visemes.pt", _network(64, seed=1)
    torch.save(exported[0].state_dict(), left)
    take_up(resumed, left)
    assert torch.equal(_said(resumed, samples).phone, _said(exported[0], samples).phone)


def test_a_file_of_another_size_is_refused(exported: tuple[Any, Path]) -> None:
    from koekata.audio.build.resume import take_up

    with pytest.raises(RuntimeError, match="size mismatch"):
        take_up(_network(48), exported[1])
