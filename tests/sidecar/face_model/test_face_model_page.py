"""The table of weak channels in the documentation is that of the model."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from koekata.channels import UNOBSERVED_BY_LANDMARKS
from koekata.face_model.model import FaceModel

PAGE = Path(__file__).resolve().parents[3] / "docs" / "face-model.md"


def test_the_page_states_the_reliability_of_every_channel(face_model: FaceModel) -> None:
    stated: dict[str, float] = {}
    for names, value in re.findall(r"^\| (`[^|]+`) \| ([\d.]+) \| \w", PAGE.read_text(encoding="utf-8"), re.MULTILINE):
        stated |= dict.fromkeys(re.findall(r"`(\w+)`", names), float(value))
    assert {name: stated.pop(name) for name in UNOBSERVED_BY_LANDMARKS} == dict.fromkeys(UNOBSERVED_BY_LANDMARKS, 0.0)
    assert stated == pytest.approx(
        dict(zip(face_model.expression_names, face_model.reliability, strict=True)), abs=0.0051
    )
