"""`koekata bench audio` measures what it says, on the speech that comes with Koekata and on any other."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from typer.testing import CliRunner

from koekata.audio.network import load_network
from koekata.bench.audio import LabelledSpeech, audio_figures, held_out, hop_cost, read_labelled, score
from koekata.cli import app
from koekata.errors import SourceNotFoundError

SHARED = Path(__file__).parents[4] / "shared" / "audio"


def test_the_speech_that_comes_along_has_a_label_for_every_frame() -> None:
    speech = held_out()
    for samples, visemes in zip(speech.samples, speech.visemes, strict=True):
        assert len(visemes) == len(samples) // 160 + 1
        assert visemes.max() < 15
    assert sum(map(len, speech.samples)) / 16_000 > 20


def test_the_figures_are_printed_as_json_for_both_look_aheads() -> None:
    result = CliRunner().invoke(app, ["bench", "audio", "--json"])
    assert result.exit_code == 0, result.output
    figures = json.loads(result.stdout)
    for name, delay in (("look-ahead 0 ms", 22.5), ("look-ahead 30 ms", 52.5)):
        assert figures[name]["algorithmic_delay_ms"] == delay
        assert 0 < figures[name]["held_out"]["recall"] <= 1
    assert figures["model_mb"] < 1.5


def test_a_hop_is_timed_by_the_clock_and_by_the_processor() -> None:
    cost = hop_cost(load_network(), held_out().samples)
    assert 0 < cost["wall_ms"]["p50"] <= cost["wall_ms"]["p95"]
    assert cost["processor_ms"]["p50"] > 0
    assert cost["one_pass_wall_ms"]["p95"] > 0


def test_labels_that_are_what_the_network_says_score_full_marks() -> None:
    network, speech = load_network(), held_out()
    said = [network.hear_all(samples)[1][:, :15].argmax(axis=1) for samples in speech.samples]
    figures = score(network, LabelledSpeech("own", speech.samples, said))
    assert figures["viseme"] == 1.0
    assert figures["vowel"] > 0.9


def test_labels_shifted_by_half_a_second_score_low() -> None:
    network, speech = load_network(), held_out()
    shifted = LabelledSpeech("shifted", speech.samples, [np.roll(each, 50) for each in speech.visemes])
    assert score(network, shifted)["viseme"] < 0.6 * score(network, speech)["viseme"]


def test_labels_that_are_late_are_right_where_they_are_taken_earlier() -> None:
    network, speech = load_network(), held_out()
    late = LabelledSpeech("late", speech.samples, [np.roll(each, 2) for each in speech.visemes])
    punctual, found = score(network, speech), score(network, late)
    assert found["vowel_labels_earlier"] == pytest.approx(punctual["vowel"], abs=0.005)
    assert found["vowel"] < punctual["vowel"] - 0.02


def test_pickled_sets_of_utterances_are_read_as_they_are(tmp_path: Path) -> None:
    utterances, labels = np.empty(2, object), np.empty(2, object)
    utterances[:] = [np.full(1600, 16_384, np.int16), np.zeros(800, np.int16)]
    labels[:] = [np.ones(11, np.int8), np.zeros(6, np.int8)]
    np.savez(tmp_path / "mine.npz", x=utterances, y=labels)
    speech = read_labelled(tmp_path / "mine.npz")
    assert speech.name == "mine"
    assert [len(each) for each in speech.samples] == [1600, 800]
    assert speech.samples[0][0] == 0.5


def test_a_folder_without_speech_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceNotFoundError, match="no labelled speech"):
        audio_figures(tmp_path)


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.is_dir(), reason="the labelled speech in ../shared/audio is absent")
def test_real_voices_are_told_from_silence() -> None:
    network = load_network()
    for name in ("en_hand", "en_aligned"):
        assert score(network, read_labelled(SHARED / f"{name}.npz"))["voice_activity"] > 0.94


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.is_dir(), reason="the labelled speech in ../shared/audio is absent")
def test_closures_of_real_voices_are_found_as_often_as_the_pages_say() -> None:
    network = load_network()
    english, anime = (score(network, read_labelled(SHARED / f"{name}.npz")) for name in ("en_hand", "ja_anime_voice"))
    assert english["recall"] >= 0.8
    assert english["precision"] >= 0.6
    assert anime["f1"] >= 0.5
    assert anime["vowel"] >= 0.66
