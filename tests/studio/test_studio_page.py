"""The page in a real browser: the character moves, the table is edited, faults are told."""

from __future__ import annotations

import numpy as np
import pytest

JAW = "koekata.stage.value.weights().jawopen"
LIDS = "koekata.stage.value.weights().eyeblinkleft"


def show(page, tab: str, part: str | None = None) -> None:
    """Go somewhere as the keyboard does; a click waits for pictures that are slow to come here."""
    page.evaluate(f"document.getElementById('tab-{tab}').click()")
    if part:
        page.wait_for_selector(f"#part-{part}", state="attached")
        page.evaluate(f"document.getElementById('part-{part}').click()")


def set_table(studio, **changes) -> None:
    """Put the table back, with changes of the row of the jaw."""
    studio.ask("table/revert", {})
    edits = [{"op": "set", "section": "rows", "id": "jaw", "path": [k], "value": v} for k, v in changes.items()]
    if edits:
        studio.ask("table/edit", {"edits": edits})


def hold_lids(studio) -> None:
    """Keep the lids open, which are as dark as the mouth."""
    rows = ("blink-left", "blink-right")
    studio.ask("table/edit", {"edits": [{"op": "set", "section": "rows", "id": row, "path": ["gain"], "value": 0}
                                        for row in rows]})  # fmt: skip


def wait_for_pictures(page) -> None:
    """Until what is known now is drawn."""
    page.evaluate("globalThis.shownBefore = koekata.live.counts.shown")
    page.wait_for_function("() => koekata.live.counts.shown >= shownBefore + 3")


def picture(page) -> np.ndarray:
    """(H, W, 3) what the canvas shows."""
    import cv2

    data = page.locator("#stage").screenshot(animations="allow")
    return cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_COLOR)


def dark_share(page) -> float:
    """How much of the picture is as dark as the mouth."""
    return float((picture(page).max(axis=2) < 60).mean())


def test_mouth_moves_in_weights_and_in_pixels(page, studio, until):
    set_table(studio)
    page.wait_for_function(f"() => {JAW} > 0.8")
    page.wait_for_function(f"() => {JAW} < 0.2")
    set_table(studio, gain=0)
    hold_lids(studio)
    page.wait_for_function(f"() => {JAW} === 0 && {LIDS} === 0")
    wait_for_pictures(page)
    until(lambda: dark_share(page) > 0)
    shut = dark_share(page)
    set_table(studio, gain=0, offset=1)
    hold_lids(studio)
    page.wait_for_function(f"() => {JAW} === 1 && {LIDS} === 0")
    wait_for_pictures(page)
    until(lambda: dark_share(page) > shut * 1.5)
    set_table(studio)


def test_curve_that_is_edited_on_the_page_changes_the_character(page, studio):
    set_table(studio)
    show(page, "Map", "rows")
    page.evaluate("document.getElementById('rows-jaw').click()")
    page.wait_for_selector(".entry .curve")
    page.evaluate(
        "[...document.querySelectorAll('.curve-side button')].find((b) => b.textContent === 'Add a key').click()"
    )
    page.wait_for_selector(".curve-key")
    page.locator(".curve-key").nth(1).focus()
    for _ in range(5):
        page.keyboard.press("Shift+ArrowDown")
    page.wait_for_function("() => koekata.table.value.text.includes('\"curve\": [[0, 0], [1, 0.5]]')")
    page.wait_for_function(f"() => {JAW} > 0.4")
    highest = page.evaluate(
        """async () => {
            let most = 0;
            for (let n = 0; n < 25; n += 1) {
                await new Promise((done) => setTimeout(done, 100));
                most = Math.max(most, koekata.stage.value.weights().jawopen);
            }
            return most;
        }"""
    )
    assert 0.3 < highest <= 0.501
    page.keyboard.press("Escape")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("Control+Z")
    page.wait_for_function("() => !koekata.table.value.text.includes('0.5]]')")
    set_table(studio)


def test_chain_of_a_shape_is_told_with_its_values_and_delays(page, studio):
    set_table(studio, gain=0.5)
    show(page, "Map", "rows")
    page.evaluate("document.querySelector('#rows-jaw[aria-selected=false]')?.click()")
    page.wait_for_function("() => document.querySelector('.chain')?.innerText.includes('jawOpen')")
    text = page.inner_text(".why")
    assert "row jaw" in text
    assert "on the character" in text
    assert "ms" in page.inner_text(".delays")
    set_table(studio)


def test_broken_text_shows_its_fault_with_the_line_and_the_mouth_goes_on(page, studio):
    set_table(studio)
    show(page, "Map", "text")
    revision = studio.ask("table")["revision"]
    page.wait_for_function(f"() => koekata.table.value.revision === {revision}")
    text = page.input_value("#table-text")
    page.fill("#table-text", text.replace('"jawOpen", "to"', '"jawOpen" "to"'))
    page.keyboard.press("Control+Enter")
    page.wait_for_selector(".faults")
    assert ":8:" in page.inner_text(".faults")
    assert "syntax" in page.inner_text(".faults")
    page.wait_for_function(f"() => {JAW} > 0.6")
    page.fill("#table-text", text.replace('"jawOpen"', '"jawOpne"'))
    page.keyboard.press("Control+Enter")
    page.wait_for_function("() => document.querySelector('.faults')?.innerText.includes('unknown-name')")
    assert 'Did you mean "jawOpen"' in page.inner_text(".faults")
    set_table(studio)
    page.wait_for_selector(".faults", state="detached")
    show(page, "Map", "rows")


@pytest.mark.parametrize(
    ("kind", "name", "best"), [("VRM 0.x", "old.vrm", "vrm0"), ("glTF", "plain.glb", "arkit-perfect-sync")]
)
def test_model_that_is_dropped_is_shown_with_the_table_that_fits(page, studio, make_model, kind, name, best, drop):
    set_table(studio)
    morphs = ("JawOpen", "EyeBlinkLeft", "EyeBlinkRight") if kind == "glTF" else ("m0", "m1", "m2")
    data = make_model(kind, morphs)
    drop(page, name, data)
    page.wait_for_function(f"() => koekata.stage.value.model?.name === '{name}'")
    assert page.evaluate("() => koekata.stage.value.model.format") == kind
    show(page, "Stage")
    if kind == "glTF":
        page.wait_for_function(f"() => document.getElementById('fit')?.innerText.includes('{best}')")
        page.wait_for_function(f"() => {JAW} > 0.6")


def test_file_that_is_no_model_is_told(page, drop):
    drop(page, "notes.vrm", b"no model")
    page.wait_for_selector(".stage-notes [role=alert]")


def test_page_speaks_three_languages_and_is_used_by_keyboard_alone(page):
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("Alt+6")
    page.wait_for_selector("#tab-Settings[aria-selected=true]")
    for language, word in (("ja", "設定"), ("zh", "设置"), ("en", "Settings")):
        page.evaluate(
            """(language) => {
                const select = document.querySelector("select:has(option[value=ja])");
                select.value = language;
                select.dispatchEvent(new Event('change', {bubbles: true}));
            }""",
            language,
        )
        page.wait_for_function(f"() => document.getElementById('tab-Settings').textContent === '{word}'")
    page.evaluate("document.getElementById('tab-Settings').focus()")
    page.keyboard.press("ArrowRight")
    page.wait_for_selector("#tab-Stage[aria-selected=true]")


def test_frames_do_not_pile_up(page):
    counts = page.evaluate("() => ({...koekata.live.counts, ages: undefined, delays: undefined})")
    assert counts["received"] > 10
    assert counts["shown"] <= counts["received"]
    assert page.evaluate("() => koekata.live.performers.size") == 1
