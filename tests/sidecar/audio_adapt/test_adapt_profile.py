"""Stored voices: what was learnt comes back, and what does not belong is refused."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from koekata.audio.adapt.calibrate import Calibration
from koekata.audio.adapt.fit import Fit
from koekata.audio.adapt.gain import Gain
from koekata.audio.adapt.pieces import head_logits
from koekata.audio.adapt.profile import list_voices, load_voice, read_voice, remove_voice, save_voice
from koekata.audio.adapt.shipped import Shipped, open_shipped
from koekata.audio.network import load_network
from koekata.bench.audio import LabelledSpeech
from koekata.errors import ConfigError, ModelError


@pytest.fixture(scope="module")
def learnt(shipped: Shipped) -> Calibration:
    """Every weight a little off."""
    draw = np.random.default_rng(0)
    weights = {
        name: (value + 0.02 * draw.standard_normal(value.shape)).astype(np.float32)
        for name, value in shipped.weights.items()
    }
    return Calibration(weights, Fit(1.0, 0.8), Gain(0.5, 0.6, 0.4), Gain(0.6, 0.75, 0.55), 0.75, 61.26)


@pytest.fixture
def stored(tmp_path: Path, shipped: Shipped, learnt: Calibration) -> Path:
    return save_voice(tmp_path, "mika", "ja", shipped, learnt)


@pytest.mark.parametrize(("name", "look_ahead_ms"), [("now", 0), ("later", 30)])
def test_a_loaded_voice_hears_with_the_weights_that_were_learnt(
    stored: Path, shipped: Shipped, learnt: Calibration, speech: LabelledSpeech, name: str, look_ahead_ms: int
) -> None:
    network = load_voice(stored.parent, "mika", look_ahead_ms)
    got = network.output_layer(np.stack([frame.hidden for frame in network.step(speech.samples[2])]))
    expected = head_logits(shipped, learnt.weights, speech.samples[2])[name]
    assert np.abs(got - expected[: len(got)]).max() < 0.05  # the file holds the large ones in half precision
    plain, _ = load_network(look_ahead_ms).hear_all(speech.samples[2])
    assert np.abs(network.hear_all(speech.samples[2])[0] - plain).max() > 0.1
    assert network.closed_threshold == load_network(look_ahead_ms).closed_threshold


def test_what_is_known_of_a_voice_comes_back(stored: Path, shipped: Shipped, learnt: Calibration) -> None:
    profile = read_voice(stored.parent, "mika")
    assert (profile.name, profile.language, profile.edition) == ("mika", "ja", shipped.edition)
    assert (profile.before, profile.after, profile.seconds) == (learnt.before, learnt.after, 61.3)
    assert profile.created.endswith("+00:00")


def test_a_voice_of_another_edition_of_the_network_is_refused(
    tmp_path: Path, shipped: Shipped, learnt: Calibration
) -> None:
    other = tmp_path / "other.onnx"
    other.write_bytes(shipped.model + b"\x72\x06\x0a\x01a\x12\x01b")
    save_voice(tmp_path, "mika", "ja", open_shipped(other), learnt)
    with pytest.raises(ConfigError, match=f"this is {shipped.edition}") as caught:
        load_voice(tmp_path, "mika")
    assert "koekata voice calibrate --name mika" in caught.value.remedy


@pytest.mark.parametrize("damage", ["cut", "changed", "emptied", "shipped"])
def test_a_damaged_voice_is_refused(stored: Path, shipped: Shipped, damage: str) -> None:
    whole = stored.read_bytes()
    flipped = whole[:300_000] + bytes([whole[300_000] ^ 0x10]) + whole[300_001:]
    damaged = {"cut": whole[:-1000], "changed": flipped, "emptied": b"", "shipped": shipped.model}[damage]
    stored.write_bytes(damaged)
    with pytest.raises(ModelError, match="cannot be read") as caught:
        load_voice(stored.parent, "mika")
    assert "calibrate again" in caught.value.remedy


def test_an_older_voice_is_kept_beside_the_new_one(stored: Path, shipped: Shipped, learnt: Calibration) -> None:
    save_voice(stored.parent, "mika", "en", shipped, learnt)
    dated, plain = sorted(list_voices(stored.parent), key=len, reverse=True)
    assert plain == "mika"
    assert dated.startswith("mika.2")
    assert read_voice(stored.parent, plain).language == "en"
    assert read_voice(stored.parent, dated).language == "ja"


def test_a_removed_voice_is_gone_even_if_it_was_damaged(stored: Path) -> None:
    stored.write_bytes(b"nothing")
    remove_voice(stored.parent, "mika")
    assert list_voices(stored.parent) == []
    with pytest.raises(ConfigError, match="there is no voice 'mika'"):
        remove_voice(stored.parent, "mika")


@pytest.mark.parametrize("name", ["", "../mika", ".mika", "a/b", "x" * 80])
def test_a_name_that_is_no_file_name_is_refused(
    tmp_path: Path, shipped: Shipped, learnt: Calibration, name: str
) -> None:
    with pytest.raises(ConfigError, match="cannot be the name of a voice"):
        save_voice(tmp_path, name, "ja", shipped, learnt)
    assert list(tmp_path.iterdir()) == []
