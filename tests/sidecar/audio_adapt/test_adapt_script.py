"""The scripts: their phones are what their readings say, and they have what calibration needs."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from koekata.audio.adapt.notation import LANGUAGES, read_sentence
from koekata.audio.adapt.script import load_script, read_script, readings, usual_seconds
from koekata.audio.phones import load_phones
from koekata.errors import ConfigError

ABSENT = {"ja": {"TH"}, "en": set(), "zh": {"TH"}}


def viseme(phone: str) -> str:
    known = load_phones()
    return str(known.visemes[int(known.viseme_of[known.names.index(phone)])])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_stored_phones_are_those_of_the_reading(language: str) -> None:
    read = [read_sentence(text, reading, language) for text, reading in readings(language)]
    assert tuple(read) == load_script(language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_script_has_every_viseme_of_its_language(language: str) -> None:
    found = Counter(viseme(phone) for sentence in load_script(language) for phone in sentence.phones)
    wanted = set(load_phones().visemes) - {"sil"} - ABSENT[language]
    assert {name for name in wanted if found[name] >= 2} == wanted


@pytest.mark.parametrize("language", LANGUAGES)
def test_lips_close_before_every_vowel_and_often(language: str) -> None:
    known = load_phones()
    following = Counter(
        viseme(after)
        for sentence in load_script(language)
        for phone, after in zip(sentence.phones, sentence.phones[1:], strict=False)
        if viseme(phone) == "PP" and known.is_vowel(after)
    )
    assert set(following) == {"aa", "E", "ih", "oh", "ou"}
    assert sum(following.values()) >= 45


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_script_takes_about_a_minute_with_its_pauses(language: str) -> None:
    sentences = load_script(language)
    assert 45.0 <= sum(map(usual_seconds, sentences)) + len(sentences) <= 70.0


@pytest.mark.parametrize(
    ("language", "reading", "phones"),
    [
        ("ja", "きょーわ さんぽ", "k o o w a s a m p o"),
        ("ja", "ファイト いっぱつ", "f a i t o i p p a ts u"),
        ("ja", "ほん、だ", "h o N d a"),
        ("ja", "ディスク チェック", "d i s u k u tʃ e k k u"),
        ("zh", "ni3 hao3", "n i h a ʊ"),
        ("zh", "nǐ hǎo", "n i h a ʊ"),
        ("zh", "lü4 bo1 zhi1", "l y b o dʒ ɪ"),
        ("zh", "xiong2mao1 nü3er2", "ʃ j ʊ m m a ʊ n y a ɹ"),
        ("en", "HH AH0 L OW1 / W ER1 L D", "h ʌ l o ʊ w ɹ l d"),
        ("en", "ae n / p ey", "æ m p e ɪ"),
    ],
)
def test_readings_become_phones(language: str, reading: str, phones: str) -> None:
    assert " ".join(read_sentence("", reading, language).phones) == phones


@pytest.mark.parametrize(
    ("language", "line", "says"),
    [
        ("ja", "今日は", "cannot be read as kana"),
        ("zh", "ni3 hxo3", "cannot be read as pinyin"),
        ("en", "hello", "cannot be read as arpabet"),
        ("ja", "、。| 、。", "nothing is to be read"),
    ],
)
def test_what_cannot_be_read_is_named_with_its_line(tmp_path: Path, language: str, line: str, says: str) -> None:
    path = tmp_path / "own.txt"
    path.write_text(f"# mine\n\n{line}\n", encoding="utf-8")
    with pytest.raises(ConfigError, match=rf"own.txt, line 3: .*{says}") as caught:
        read_script(path, language)
    assert caught.value.remedy


def test_a_printed_script_can_be_given_back_as_ones_own(tmp_path: Path) -> None:
    path = tmp_path / "own.txt"
    path.write_text("".join(f"{text} | {reading}\n" for text, reading in readings("zh")), encoding="utf-8")
    assert read_script(path, "zh") == load_script("zh")


def test_an_unknown_language_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(ConfigError, match="no script in this language") as caught:
        load_script("fr")
    assert "ja, en, zh" in caught.value.remedy
