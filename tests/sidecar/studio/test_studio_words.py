"""The page speaks every language that it offers."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

WEB = Path(__file__).resolve().parents[3] / "sidecar" / "koekata" / "studio" / "web" / "src"
_CALL = re.compile(r'\bt\(\s*"((?:[^"\\]|\\.)*)"')
_VALUE = re.compile(r"\{\w+\}")


def spoken() -> set[str]:
    texts = (file.read_text("utf-8") for file in WEB.rglob("*.ts*"))
    return {match for text in texts for match in _CALL.findall(text)}


@pytest.mark.parametrize("language", ["ja", "zh"])
def test_every_text_of_the_page_is_translated_and_keeps_its_values(language):
    words = json.loads((WEB / "i18n" / f"{language}.json").read_text("utf-8"))
    assert spoken() - words.keys() == set()
    for text, translated in words.items():
        assert sorted(_VALUE.findall(text)) == sorted(_VALUE.findall(translated)), text
        assert translated.strip()
