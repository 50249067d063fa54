"""The corpus recipe: who speaks, what they say, when each phone is, and what augmentation does to it."""

from __future__ import annotations

import importlib.util
import random
from pathlib import Path

import numpy as np
import pytest

from koekata.audio.build.augment import ANEW, session
from koekata.audio.build.corpus import planned
from koekata.audio.build.espeak import _symbols
from koekata.audio.build.kana import as_heard, kana_to_ipa
from koekata.audio.build.kokoro import kokoro_phones
from koekata.audio.build.speech import RATE, Shard, Speech, read_shard, write_shard
from koekata.audio.build.texts import english, invented, japanese, mandarin
from koekata.audio.features import HOP_S, log_mel
from koekata.audio.phones import Segment, load_phones


def seeds(count: int) -> list[int]:
    """Of changes that need no vocoder, where there is none: pyworld belongs to the training alone."""
    usable = list(range(100))
    if importlib.util.find_spec("pyworld") is None:
        usable = [seed for seed in usable if np.random.default_rng(seed).random() >= ANEW]
    return usable[:count]


def tone(seconds: float, hertz: float = 440.0) -> Speech:
    times = np.arange(int(seconds * RATE)) / RATE
    samples = (0.4 * np.sin(2 * np.pi * hertz * times)).astype(np.float32)
    half = seconds / 2
    return Speech(samples, (Segment(0.0, half, "sil"), Segment(half, seconds, "a")))


def test_no_voice_that_is_measured_takes_part_in_the_training() -> None:
    voices = list(planned())
    names = {
        part: {(v.engine, v.voice.split("+")[-1]) for v in voices if v.part == part}
        for part in ("train", "valid", "test")
    }
    assert not names["train"] & (names["valid"] | names["test"])
    assert not names["valid"] & names["test"]
    assert {engine for engine, _ in names["test"]} == {"flite", "festival", "espeak", "openjtalk", "kokoro"}


def test_every_voice_has_a_file_of_its_own() -> None:
    files = [voice.file_name for voice in planned()]
    assert len(files) == len(set(files)) > 150


def test_kana_are_spelt_as_they_sound() -> None:
    assert kana_to_ipa("かんぱい、きょう。") == "kampai, kʲoɯ."
    assert kana_to_ipa("しんぶん") == "ɕimbɯɴ"
    assert kana_to_ipa("がっこう") == "ɡaʔkoɯ"
    assert kana_to_ipa("ちゃんと") == "ʨanto"


def test_the_vowel_of_su_tsu_and_shu_is_labelled_as_a_u() -> None:
    phones = load_phones()
    for kana in ("す", "つ", "ず", "しゅ", "く"):
        timed = [(float(i), i + 1.0, symbol) for i, symbol in enumerate(as_heard(kana_to_ipa(kana)))]
        last = phones.segments("ipa", timed)[-1].phone
        assert phones.vowels[phones.vowel_of[phones.names.index(last)] - 1] == "U", kana


@pytest.mark.parametrize(
    ("event", "letters"), [("ä", ["a"]), ("ɯᵝ", ["ɯ"]), ("o̞", ["o"]), ("ũ", ["ɴ"]), ("tɕ", ["ʨ"]), ("ʲ", [""])]
)
def test_marks_do_not_hide_the_letter_of_espeaks_japanese(event: str, letters: list[str]) -> None:
    assert _symbols(event, "japanese") == letters
    assert letters == [""] or load_phones().read("ipa", letters[0])


def test_the_same_seed_says_the_same() -> None:
    for text in (english, japanese, mandarin, lambda draw: invented("italian", draw)):
        assert text(random.Random(5)) == text(random.Random(5)) != text(random.Random(6))


def test_everything_that_is_said_can_be_read() -> None:
    notation = load_phones().notations["ipa"]
    marks = set(" ,.ːʲʰ→↗↓↘")
    for seed in range(200):
        draw = random.Random(seed)
        sounds = kana_to_ipa(japanese(draw)) + mandarin(draw)[1]
        assert set(sounds) <= marks | set(notation)


def test_a_pause_in_kokoros_speech_is_found_by_ear_and_stress_belongs_to_the_vowel() -> None:
    silence = np.zeros(RATE // 2, np.float32)
    samples = np.concatenate([silence, tone(0.4).samples, silence, tone(0.4).samples, silence])
    durations = np.array([0.565, 0.1, 0.1, 0.2, 0.5, 0.1, 0.3, 0.435], np.float32)
    made = kokoro_phones(samples, ["p", "ˈ", "a", " ", "m", "i"], durations)
    assert [each.phone for each in made] == ["sil", "p", "a", "sil", "m", "i", "sil"]
    stressed, pause = made[2], made[3]
    assert stressed.start_s == pytest.approx(0.6, abs=0.01)
    assert (pause.start_s, pause.end_s) == (pytest.approx(0.9, abs=0.03), pytest.approx(1.4, abs=0.03))
    assert made[-1].end_s == pytest.approx(len(samples) / RATE)


def test_what_was_spoken_comes_back_from_its_file(tmp_path: Path) -> None:
    shard = Shard("somebody", "flite", "english", "train", (tone(1.0), tone(0.5, 200.0)))
    write_shard(tmp_path / "one.npz", shard)
    again = read_shard(tmp_path / "one.npz")
    assert (again.voice, again.engine, again.language, again.part) == ("somebody", "flite", "english", "train")
    assert again.seconds == shard.seconds
    np.testing.assert_allclose(again.utterances[1].samples, shard.utterances[1].samples, atol=1e-4)
    assert [each.phone for each in again.utterances[0].segments] == ["sil", "a"]


def test_augmentation_is_reproducible_and_never_the_same_twice() -> None:
    spoken = [tone(1.0), tone(0.7, 300.0)]
    first, again, other = (
        session(spoken, spoken, np.random.default_rng(seed)) for seed in np.array(seeds(2))[[0, 0, 1]]
    )
    np.testing.assert_array_equal(first.samples, again.samples)
    assert len(first.samples) != len(other.samples)


@pytest.mark.parametrize("seed", seeds(12))
def test_phones_stay_where_their_sound_is_when_the_voice_is_changed(seed: int) -> None:
    times = np.arange(RATE) / RATE
    voice = np.where(times % 0.5 > 0.25, np.sign(np.sin(2 * np.pi * 150 * times)), 0.0).astype(np.float32) * 0.3
    segments = tuple(Segment(0.25 * i, 0.25 * (i + 1), "sil" if i % 2 == 0 else "a") for i in range(4))
    made = session([Speech(voice, segments)] * 4, (), np.random.default_rng(seed))
    energies = log_mel(made.samples).max(axis=1)
    labels = load_phones().frames(made.segments, len(energies), HOP_S)
    sounding = labels == load_phones().names.index("a")
    assert energies[sounding].mean() > energies[~sounding].mean() + 1.0
    assert np.isfinite(made.samples).all()
    assert np.abs(made.samples).max() <= 1.0
