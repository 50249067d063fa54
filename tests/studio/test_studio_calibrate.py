"""The guided minute before a real camera, what becomes of it, and what may go wrong on the way."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from typing import Any

import pytest

GUIDE = "koekata.guide.value"
STEPS = ["neutral", "turn", "brows", "eyes", "smile", "jaw", "pucker", "a", "i", "u", "e", "o"]


@pytest.fixture(scope="module")
def page(browser, acting, another_page) -> Iterator[Any]:
    with another_page(browser, acting.address, tab="Calibrate") as opened:
        opened.wait_for_selector("#calibrate")
        yield opened


def used(state: dict[str, Any], performer: int = 0) -> dict[str, Any]:
    found: dict[str, Any] = state["performers"][str(performer)]
    return found


def streams(page, channel: str, times: float) -> None:
    """Wait until a channel is streamed so many times as strong as it was seen in the same picture."""
    page.wait_for_function(
        f"""() => {{
            const {{frame, before, channels}} = koekata.live.performers.get(0);
            const place = channels.indexOf('{channel}');
            const [weight, seen] = [frame.weights[place], before?.[place] ?? 0];
            return seen > 0.08 && weight < 0.999 && Math.abs(weight / seen - {times}) < 0.02 * {times};
        }}"""
    )


def test_key_pressed_once_too_often_ends_nothing_and_the_next_stop_of_tab_gives_up(page, acting, until):
    page.locator("#calibrate-quickly").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".face-picture")
    page.keyboard.press("Enter")
    page.keyboard.press("Space")
    page.wait_for_timeout(300)
    assert acting.ask("calibration")["running"] is True
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Give up"
    page.keyboard.press("Enter")
    until(lambda: acting.ask("calibration")["running"] is False)
    page.wait_for_selector("#calibrate-quickly")


def test_minute_is_guided_by_pictures_through_unplugging_reload_and_a_second_page(
    page, acting, browser, another_page, until, press
):
    assert acting.ask("calibration")["performers"]["0"]["can_undo"] is False
    press(page, "#calibrate-quickly")
    page.wait_for_selector(".face-picture")
    page.wait_for_function(f"() => {GUIDE}.step >= 1")
    told = page.inner_text("#step")
    acting.camera.unplug()
    page.wait_for_selector("#waiting")
    until(lambda: "Plug it in again" in page.inner_text("#waiting"))
    held = acting.ask("calibration")
    again = acting.ask("calibration")
    assert (held["step"], held["progress"]) == (again["step"], again["progress"])
    acting.camera.plug()
    page.wait_for_selector("#waiting", state="detached")
    page.wait_for_function(f"() => {GUIDE}.step > {held['step']}")
    assert page.inner_text("#step") != told
    page.reload()
    page.wait_for_selector("#step")
    assert page.evaluate(f"{GUIDE}.step") > held["step"]
    with another_page(browser, acting.address, tab="Calibrate") as other:
        other.wait_for_selector("#step")
        press(other, "#tab-Live")
        other.wait_for_selector("#tab-Calibrate .dot")
        seen = set()
        while page.evaluate(f"{GUIDE}.running && {GUIDE}.step < {GUIDE}.steps.length"):
            seen.add(page.evaluate(f"{GUIDE}.steps[{GUIDE}.step]?.id"))
            page.wait_for_timeout(100)
        assert {"smile", "jaw", "a", "o"} <= seen
        page.wait_for_selector("#learnt")
        other.wait_for_function(f"() => !{GUIDE}.running && {GUIDE}.learnt.neutral")
    state = acting.ask("calibration")
    assert [step["id"] for step in state["steps"]] == STEPS
    assert state["learnt"]["neutral"] is True
    assert len(used(state)["adjustment"]["channels"]) >= 3
    acting.ask("calibration/undo", {})
    assert used(acting.ask("calibration"))["can_undo"] is False
    assert used(acting.ask("calibration/redo", {}))["adjustment"] == used(state)["adjustment"]


@pytest.fixture
def twice(page, acting, until) -> None:
    """The brows move twice as far, and a resting face has been found."""
    until(lambda: page.evaluate("koekata.live.figures.value?.calibrated === true"))
    acting.ask("calibration/stop", {})
    acting.ask("calibration/use", {"name": ""})
    acting.ask("calibration/adjust", {"regions": {"brows": 2.0}})
    page.wait_for_selector("#calibrate")
    page.wait_for_function(
        f"""() => {{
            const {{name, mirror, regions}} = {GUIDE}.performers[0].adjustment;
            return name === '' && mirror === '' && regions.brows === 2;
        }}"""
    )


@pytest.mark.usefixtures("twice")
def test_b_shows_what_was_seen_and_a_what_the_calibration_makes_of_it(page, press):
    streams(page, "browInnerUp", 2.0)
    press(page, "#show-b")
    page.wait_for_selector("#show-b[aria-pressed=true]")
    streams(page, "browInnerUp", 1.0)
    press(page, "#show-a")
    page.wait_for_selector("#show-a[aria-pressed=true]")
    page.wait_for_function(f"() => {GUIDE}.performers[0].shown")


@pytest.mark.usefixtures("twice")
def test_it_is_kept_by_name_date_camera_and_character_and_taken_again(page, acting, press):
    page.fill("#keep-name", "mika")
    press(page, "#keep")
    page.wait_for_selector(".kept li")
    home = acting.folder / "home"
    first = json.loads((home / "adjustments" / "mika.json").read_text("utf-8"))
    assert (first["character"], first["created"][:2]) == ("box.vrm", "20")
    assert first["camera"] == acting.ask("state")["source"]
    assert (home / "calibrations" / "mika.npz").is_file()
    assert "this camera and character" in page.inner_text(".kept")
    acting.ask("calibration/adjust", {"mirror": "left"})
    press(page, "#keep")
    page.wait_for_function("() => document.querySelectorAll('.kept li').length === 2")
    older = next(kept["name"] for kept in acting.ask("calibration")["kept"] if kept["name"] != "mika")
    assert older.startswith("mika.20")
    page.evaluate(
        "(name) => [...document.querySelectorAll('.kept button')].find((b) => b.textContent === name).click()", older
    )
    page.wait_for_function(f"() => {GUIDE}.performers[0].adjustment.mirror === ''")
    press(page, "#undo-calibration")
    page.wait_for_function(f"() => {GUIDE}.performers[0].adjustment.mirror === 'left'")


@pytest.mark.usefixtures("twice")
def test_b_can_be_another_one_that_was_kept(page, acting, press):
    page.fill("#keep-name", "double")
    press(page, "#keep")
    page.wait_for_function(f"() => {GUIDE}.kept.some(({{name}}) => name === 'double')")
    acting.ask("calibration/adjust", {"regions": {"brows": 3.0}})
    page.wait_for_function(f"() => {GUIDE}.performers[0].adjustment.regions.brows === 3")
    streams(page, "browInnerUp", 3.0)
    page.select_option("select[aria-label='B is']", "double")
    page.wait_for_function("() => document.getElementById('show-b').textContent === 'B: double'")
    streams(page, "browInnerUp", 2.0)
    press(page, "#show-a")
    page.wait_for_selector("#show-a[aria-pressed=true]")
    streams(page, "browInnerUp", 3.0)
    page.select_option("select[aria-label='B is']", "")
    press(page, "#show-a")
    page.wait_for_selector("#show-a[aria-pressed=true]")


@pytest.mark.usefixtures("twice")
def test_folder_that_cannot_be_written_is_told_and_nothing_is_lost(page, acting, press):
    home = acting.folder / "home"
    (home / "adjustments").mkdir(parents=True, exist_ok=True)
    shutil.move(home / "adjustments", home / "away")
    (home / "adjustments").write_text("a file where a folder should be")
    before = used(acting.ask("calibration"))["adjustment"]
    page.fill("#keep-name", "ren")
    press(page, "#keep")
    page.wait_for_selector(".note.wrong[role=alert]")
    assert "adjustments" in page.inner_text(".note.wrong[role=alert]")
    assert used(acting.ask("calibration"))["adjustment"] == before
    (home / "adjustments").unlink()
    shutil.move(home / "away", home / "adjustments")
    press(page, "#keep")
    page.wait_for_selector(".note.wrong[role=alert]", state="detached")
    assert json.loads((home / "adjustments" / "ren.json").read_text("utf-8"))["regions"] == {"brows": 2.0}


@pytest.mark.usefixtures("twice")
def test_name_that_is_no_file_name_is_refused_with_what_it_may_have(page, press):
    page.fill("#keep-name", "a/b")
    press(page, "#keep")
    page.wait_for_selector(".note.wrong[role=alert]")
    assert "letters, digits" in page.inner_text(".note.wrong[role=alert]")


@pytest.mark.usefixtures("twice")
def test_second_performer_has_a_calibration_of_their_own(page, acting, until):
    page.wait_for_function("() => koekata.live.performerIds.value.length === 2")
    page.evaluate("koekata.live.shownPerformer.value = 1")
    gain = page.locator("[data-region=brows] input[type=range]").first
    gain.focus()
    page.keyboard.press("End")
    until(lambda: "1" in acting.ask("calibration")["performers"])
    state = acting.ask("calibration")
    assert used(state, 1)["adjustment"]["regions"] == {"brows": 4.0}
    assert used(state, 0)["adjustment"]["regions"] == {"brows": 2.0}
    assert used(state, 1)["adjustment"]["channels"] == {}
    page.evaluate("koekata.live.shownPerformer.value = 0")


@pytest.mark.usefixtures("twice")
def test_giving_up_changes_nothing(page, acting, press):
    before = used(acting.ask("calibration"))
    press(page, "#calibrate")
    page.wait_for_selector(".face-picture")
    press(page, ".guide button")
    page.wait_for_selector("#calibrate")
    assert used(acting.ask("calibration")) == before
