"""The stage in a real browser: models, camera, light, what OBS sees, and a graphics card that is lost."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import cv2
import numpy as np
import pytest

JAW = "koekata.stage.value.weights().jawopen"
SHOWN = "koekata.live.counts.shown"
STILL = [
    {"op": "set", "section": "rows", "id": row, "path": ["gain"], "value": 0}
    for row in ("jaw", "blink-left", "blink-right")
]


def press(page: Any, selector: str) -> None:
    """Click what a selector finds; a real click waits for pictures that are slow here."""
    page.wait_for_selector(selector, state="attached")
    page.evaluate("(selector) => document.querySelector(selector).click()", selector)


def wait_for_pictures(page: Any) -> None:
    """Until what is known now is drawn."""
    before = page.evaluate(f"() => {SHOWN}")
    page.wait_for_function(f"(before) => {SHOWN} >= before + 3", arg=before)


def picture(page: Any, **options: Any) -> np.ndarray[Any, Any]:
    """(H, W, 3 or 4) what the canvas shows."""
    wait_for_pictures(page)
    data = page.locator("#stage").screenshot(animations="allow", **options)
    found = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_UNCHANGED)
    assert found is not None
    return found


def slide(page: Any, label: str, value: str) -> None:
    page.locator(f"input[type=range][aria-label='{label}']").fill(value)


@pytest.fixture
def still(page: Any, studio: Any) -> Iterator[Any]:
    """The page at the tab of the stage, with a face that does not move."""
    studio.ask("table/revert", {})
    studio.ask("table/edit", {"edits": STILL})
    page.evaluate("document.activeElement.blur()")
    press(page, "#tab-Stage")
    page.wait_for_function(f"() => {JAW} === 0")
    yield page
    studio.ask("table/revert", {})


@pytest.fixture
def output(browser: Any, studio: Any) -> Iterator[Callable[[dict[str, Any]], Any]]:
    """Opens what OBS sees, with settings of the stage."""
    opened = []

    def open_output(settings: dict[str, Any]) -> Any:
        page = browser.new_page(viewport={"width": 480, "height": 480}, locale="en-GB")
        opened.append(page)
        page.set_default_timeout(120_000)
        kept = json.dumps(json.dumps(settings))
        page.add_init_script(f"localStorage.setItem('koekata.stage', {kept})")
        page.goto(f"{studio.address}&view=output")
        page.wait_for_function(f"() => globalThis.koekata?.stage.value?.model && {SHOWN} > 2")
        return page

    yield open_output
    for page in opened:
        page.close()


@pytest.mark.parametrize(("kind", "name"), [("VRM 0.x", "old.vrm"), ("VRM 1.0", "new.vrm"), ("glTF", "plain.glb")])
def test_model_that_is_dropped_takes_the_stage_and_moves(
    page: Any, studio: Any, make_model: Any, kind: str, name: str, drop
) -> None:
    studio.ask("table/revert", {})
    drop(page, name, make_model(kind))
    page.wait_for_function("(name) => koekata.stage.value.model?.name === name", arg=name)
    assert page.evaluate("() => koekata.stage.value.model.format") == kind
    page.wait_for_function(f"() => {JAW} > 0.6")
    page.wait_for_function(f"() => {JAW} < 0.2")


def test_drag_turns_the_camera_and_a_key_brings_it_back(still: Any) -> None:
    before = picture(still).astype(int)
    assert np.abs(picture(still) - before).mean() < 1
    box = still.locator("#stage").bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    still.mouse.move(x, y)
    still.mouse.down()
    still.mouse.move(x + 60, y, steps=2)
    still.mouse.move(x + 160, y, steps=2)
    still.mouse.up()
    assert np.abs(picture(still) - before).mean() > 2
    still.evaluate("document.activeElement.blur()")
    still.keyboard.press("Shift+C")
    # The swing of a drag comes to rest first.
    still.wait_for_function(
        """() => {
            const {x, z} = koekata.stage.value.camera.position;
            return Math.abs(x) < 1e-4 && z > 0;
        }"""
    )
    assert np.abs(picture(still) - before).mean() < 1


def test_light_makes_the_face_brighter_and_darker(still: Any) -> None:
    slide(still, "Light", "0.3")
    dark = picture(still).mean()
    slide(still, "Light", "1")
    assert picture(still).mean() > dark + 2


def test_background_is_the_colour_that_was_chosen(still: Any) -> None:
    still.locator("select[aria-label=Background]").select_option("colour")
    still.locator("input[type=color]").fill("#00b140")
    corner = picture(still)[5, 5, :3]
    assert np.abs(corner.astype(int) - (0x40, 0xB1, 0x00)).max() < 4
    still.locator("select[aria-label=Background]").select_option("scene")


def test_output_is_transparent_beside_the_character_and_opaque_on_it(output: Any) -> None:
    page = output({"background": "scene"})
    assert page.query_selector("#panel") is None
    found = picture(page, omit_background=True)
    assert found.shape[2] == 4
    assert found[5, 5, 3] == 0
    assert found[240, 240, 3] == 255


def test_key_shows_the_character_alone_and_brings_the_page_back(still: Any) -> None:
    still.keyboard.press("Shift+F")
    still.wait_for_selector("#panel", state="detached")
    still.wait_for_function(f"() => koekata.stage.value?.model && {SHOWN} > 2")
    still.keyboard.press("Shift+F")
    still.wait_for_selector("#panel")
    still.wait_for_function("() => koekata.stage.value?.model")


def test_page_fills_the_screen_when_it_is_asked_to(still: Any) -> None:
    button = still.locator("#panel button", has_text="Full screen")
    button.focus()
    still.keyboard.press("Enter")
    still.wait_for_function("() => document.fullscreenElement !== null")
    still.evaluate("() => document.exitFullscreen()")
    still.wait_for_function("() => document.fullscreenElement === null")


def test_graphics_card_that_is_lost_and_comes_back_draws_on(page: Any, studio: Any) -> None:
    studio.ask("table/revert", {})
    page.evaluate(
        """() => new Promise((done) => {
            const canvas = document.getElementById("stage");
            const lose = canvas.getContext("webgl2").getExtension("WEBGL_lose_context");
            canvas.addEventListener("webglcontextlost", () => setTimeout(() => lose.restoreContext()), {once: true});
            canvas.addEventListener("webglcontextrestored", () => done(), {once: true});
            lose.loseContext();
        })"""
    )
    page.wait_for_function(f"() => {JAW} > 0.6")
    page.wait_for_function(f"() => {JAW} < 0.2")
    assert picture(page).std() > 5


def test_without_a_graphics_card_meshes_are_bent_as_their_morphs_say(page: Any, studio: Any) -> None:
    """The page that is tested is drawn by the processor, so that its morphs are in the points of the mesh."""
    studio.ask("table/revert", {})
    seen = page.evaluate(
        """async () => {
            const lowest = () => {
                const found = [];
                koekata.stage.value.model.root.traverse((node) => {
                    const points = node.morphTargetInfluences && node.geometry.attributes.position;
                    const heights = Array.from({length: points?.count ?? 0}, (_, n) => points.getY(n));
                    if (heights.length) found.push(Math.min(...heights));
                });
                return found;
            };
            const seen = [];
            while (!seen.some(([jaw]) => jaw < 0.05) || !seen.some(([jaw]) => jaw > 0.95)) {
                await new Promise((done) => requestAnimationFrame(done));
                seen.push([koekata.stage.value.weights().jawopen, lowest()]);
            }
            return seen;
        }"""
    )
    for jaw, lowest in seen:
        # The mouth ends 6 cm below the middle, and goes down by 6 more.
        assert min(abs(height - (-0.06 - 0.06 * jaw)) for height in lowest) < 1e-4, (jaw, lowest)
