"""The viseme network in the stream: the right frames at the right time, whatever the blocks, and on unheard voices."""

from __future__ import annotations

import itertools
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from koekata.audio.features import HOP, RATE, Floats
from koekata.audio.network import LOOK_AHEADS_MS, VisemeNetwork, load_network, network_size
from koekata.audio.visemes import LOGITS, VoiceFrame, read_logits
from koekata.bench.audio import held_out, score
from koekata.errors import ModelError


@pytest.fixture(scope="module", params=LOOK_AHEADS_MS)
def network(request: pytest.FixtureRequest) -> VisemeNetwork:
    return load_network(request.param)


@pytest.fixture(scope="module")
def speech() -> Floats:
    return held_out().samples[0]


def streamed(network: VisemeNetwork, samples: Floats, block: int, start_s: float = 0.0) -> list[VoiceFrame]:
    network.reset(start_s)
    blocks = (samples[i : i + block] for i in range(0, len(samples), block))
    return [*itertools.chain.from_iterable(map(network.step, blocks)), *network.finish()]


@pytest.mark.parametrize("block", [HOP, 441, 4096])
def test_blocks_of_any_size_give_what_the_whole_recording_gives(
    network: VisemeNetwork, speech: Floats, block: int
) -> None:
    frames = streamed(network, speech, block)
    hidden, logits = network.hear_all(speech)
    visemes, vowels, closed, voice = read_logits(logits)
    assert len(frames) == len(speech) // HOP + 1 == len(hidden)
    np.testing.assert_allclose([frame.visemes for frame in frames], visemes, atol=1e-4)
    np.testing.assert_allclose([frame.vowels for frame in frames], vowels, atol=1e-4)
    np.testing.assert_allclose([frame.closed for frame in frames], closed, atol=1e-4)
    np.testing.assert_allclose([frame.voice for frame in frames], voice, atol=1e-4)


def test_frames_carry_the_capture_time_of_their_centre(network: VisemeNetwork, speech: Floats) -> None:
    frames = streamed(network, speech, 500, start_s=12.5)
    np.testing.assert_allclose([frame.time_s for frame in frames], 12.5 + np.arange(len(frames)) * 0.01, atol=1e-9)


def test_a_frame_comes_as_soon_as_the_delay_says_and_knows_nothing_later(
    network: VisemeNetwork, speech: Floats
) -> None:
    network.reset()
    known = round(network.algorithmic_delay_ms / 1000 * RATE)
    frames = network.step(speech[: RATE + known - HOP])
    assert frames[-1].time_s == pytest.approx(1.0)
    deaf = speech.copy()
    deaf[RATE + known - HOP :] = 0.5
    network.reset()
    np.testing.assert_array_equal(network.step(deaf)[len(frames) - 1].visemes, frames[-1].visemes)


def test_the_delay_and_the_size_are_within_what_live_use_allows(network: VisemeNetwork) -> None:
    assert network.algorithmic_delay_ms <= {0: 25.0, 30: 55.0}[network.look_ahead_ms]
    assert network_size() <= 1_500_000


def test_probabilities_are_probabilities(network: VisemeNetwork, speech: Floats) -> None:
    for frame in streamed(network, speech, 1600):
        assert frame.visemes.sum() == pytest.approx(1.0, abs=1e-4)
        assert frame.visemes.shape == (len(network.visemes),)
        assert frame.vowels.shape == (len(network.vowels),)
        assert 0.0 <= frame.vowels.sum() <= 1.0 + 1e-4
        assert 0.0 <= frame.closed <= 1.0
        assert 0.0 <= frame.voice <= 1.0


def test_silence_is_no_voice_and_after_a_reset_nothing_is_left(network: VisemeNetwork, speech: Floats) -> None:
    first = streamed(network, speech, 1600)
    silent = streamed(network, np.zeros(RATE, np.float32), 1600)
    again = streamed(network, speech, 1600)
    assert max(frame.voice for frame in silent[10:]) < 0.5
    np.testing.assert_array_equal(first[20].visemes, again[20].visemes)


def test_an_output_layer_of_ones_own_takes_the_place_of_the_networks(network: VisemeNetwork, speech: Floats) -> None:
    usual = network.output_layer
    always_a = usual.bias.copy()
    always_a[network.visemes.index("aa")] += 100.0
    network.output_layer = replace(usual, bias=always_a)
    try:
        frames = streamed(network, speech, 1600)
    finally:
        network.output_layer = usual
    assert {int(frame.visemes.argmax()) for frame in frames} == {network.visemes.index("aa")}


def test_hidden_units_and_output_layer_give_the_probabilities(network: VisemeNetwork, speech: Floats) -> None:
    frames = streamed(network, speech, 1600)
    visemes, *_ = read_logits(network.output_layer(np.stack([frame.hidden for frame in frames])))
    np.testing.assert_allclose(visemes, [frame.visemes for frame in frames], atol=1e-5)


def test_unheard_voices_are_understood_at_any_level(network: VisemeNetwork) -> None:
    speech = held_out()
    quiet = replace(speech, samples=[each * np.float32(0.05) for each in speech.samples])
    usual, hushed = score(network, speech), score(network, quiet)
    assert usual["voice_activity"] > 0.93
    assert usual["vowel"] > 0.77
    assert usual["recall"] > 0.55
    assert usual["precision"] > 0.5
    assert abs(usual["viseme"] - hushed["viseme"]) < 0.05


def test_a_look_ahead_that_was_not_trained_is_refused() -> None:
    with pytest.raises(ModelError, match="100 ms ahead") as refusal:
        load_network(100)
    assert "30" in refusal.value.remedy


def test_a_damaged_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "visemes.onnx"
    path.write_bytes(b"not a network")
    with pytest.raises(ModelError, match=r"visemes\.onnx"):
        VisemeNetwork(path)


def test_logits_of_any_size_become_probabilities() -> None:
    logits = np.concatenate([np.full((1, LOGITS), -500.0), np.full((1, LOGITS), 500.0), np.zeros((1, LOGITS))])
    logits[2, 1] = 1000.0
    visemes, vowels, closed, voice = read_logits(logits.astype(np.float32))
    np.testing.assert_allclose(visemes.sum(axis=1), 1.0, rtol=1e-5)
    np.testing.assert_allclose(vowels.sum(axis=1), 6 / 7, rtol=1e-5)
    np.testing.assert_allclose(closed, [0.0, 1.0, 0.5], atol=1e-6)
    np.testing.assert_allclose(voice, [0.0, 1.0, 0.5], atol=1e-6)
    assert visemes[2].argmax() == 1
