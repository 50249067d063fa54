"""Pictures of the characters that come along, taken in a real browser."""

from __future__ import annotations

import shutil

import numpy as np
import pytest

from koekata.studio.page import is_built

pytestmark = [
    pytest.mark.skipif(not is_built(), reason="the page of the studio is not built: `make page` builds it"),
    pytest.mark.skipif(
        shutil.which("chromium") is None and shutil.which("chromium-browser") is None,
        reason="Chromium is not installed; 'apt install chromium' brings it",
    ),
]
pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")


BEHIND = {"pata": (0xDF, 0xEE, 0xE8), "sorane": (0xDE, 0xDC, 0xF2)}
"""Red, green and blue of what is behind each."""


@pytest.mark.parametrize("name", ["pata", "sorane"])
def test_character_shuts_its_eyes_and_opens_its_mouth_in_pictures(tmp_path, monkeypatch, name):
    from koekata.characters.pictures import open_portraits

    monkeypatch.setenv("KOEKATA_HOME", str(tmp_path))
    with open_portraits(name, 256) as portraits:
        rest = portraits.take({}).astype(int)
        again = portraits.take({}).astype(int)
        shut = portraits.take({"eyeBlinkLeft": 1.0, "eyeBlinkRight": 1.0}).astype(int)
        left = portraits.take({"eyeBlinkLeft": 1.0}).astype(int)
        talk = portraits.take({"jawOpen": 1.0}).astype(int)
    behind = np.array(BEHIND[name][::-1])
    assert np.abs(rest[4, 4] - behind).max() < 4
    # The head is whole: nothing of what is behind shows through it.
    assert (np.abs(rest[80:160, 112:144] - behind).max(axis=2) > 8).mean() > 0.999
    assert (np.abs(rest - again).max(axis=2) > 20).mean() < 1e-3
    moved = {name: np.abs(found - rest).max(axis=2) > 40 for name, found in
             {"shut": shut, "left": left, "talk": talk}.items()}  # fmt: skip
    # The character's left is on the right of the picture.
    assert moved["left"][:, 128:].sum() > 20 * moved["left"][:, :128].sum()
    assert moved["shut"][:, :128].sum() == pytest.approx(moved["shut"][:, 128:].sum(), rel=0.3)
    assert moved["talk"].sum() > 50
    assert np.nonzero(moved["talk"])[0].mean() > np.nonzero(moved["shut"])[0].mean() + 10
