"""The Live tab with real input: two performers before one camera, and speech."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from koekata.channels import ARKIT_NAMES

SHOWN = "document.querySelector('.meters')"


@pytest.fixture(scope="module")
def page(browser, acting, another_page) -> Iterator[Any]:
    with another_page(browser, acting.address, tab="Live", traced=["jawOpen", "browInnerUp"]) as opened:
        opened.wait_for_selector(".meters [data-place]")
        yield opened


def test_every_channel_has_a_meter_in_its_region_with_weight_and_confidence(page):
    found = page.evaluate(
        """() => [...document.querySelectorAll('.meter-group')].map((group) => [
            group.querySelector('h3').textContent,
            [...group.querySelectorAll('.meter-name')].map((name) => name.textContent)])"""
    )
    regions = dict(found)
    names = [name for group in regions.values() for name in group]
    assert set(ARKIT_NAMES) <= set(names)
    assert len(names) == len(set(names))
    assert "browInnerUp" in regions["brows"]
    assert "visemeA" in regions["voice"]
    page.wait_for_function(
        """() => {
            const {frame, channels} = koekata.live.performers.get(0);
            const trust = (meter) => Number(meter.style.getPropertyValue('--trust'));
            return [...document.querySelectorAll('.meter[data-place]')].some((meter) =>
                Number(meter.lastElementChild.textContent) > 0.1 && trust(meter) > 0);
        }"""
    )


def test_channel_that_cannot_be_seen_has_a_dash(page):
    page.wait_for_function(
        """() => [...document.querySelectorAll('.meter')].find((meter) =>
            meter.innerText.startsWith('tongueOut'))?.lastElementChild.textContent === '—'"""
    )


def test_what_is_said_moves_the_visemes_and_the_level(page):
    for wanted in ("viseme", "voice"):
        page.wait_for_function(
            f"""() => {{
                const {{frame, channels}} = koekata.live.performers.get(0);
                return channels.some((name, place) => name.startsWith('{wanted}') && frame.weights[place] > 0.2
                    && frame.channel_confidence[place] > 0);
            }}"""
        )


def drawn(page) -> list[int]:
    """How many columns of the second trace have something of the line before smoothing, and of the one after it."""
    found: list[int] = page.evaluate(
        """() => {
            const canvas = document.querySelectorAll('.traces canvas')[1];
            const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
            const wanted = ['--before', '--accent'].map((name) => {
                const probe = document.createElement('i');
                probe.style.color = getComputedStyle(canvas).getPropertyValue(name);
                document.body.append(probe);
                const colour = getComputedStyle(probe).color.match(/\\d+/g).map(Number);
                probe.remove();
                return colour;
            });
            return wanted.map((colour) => {
                const columns = new Set();
                for (let at = 0; at < pixels.length; at += 4) {
                    const near = [0, 1, 2].every((part) => Math.abs(pixels[at + part] - colour[part]) < 24);
                    if (pixels[at + 3] > 128 && near) columns.add((at / 4) % canvas.width);
                }
                return columns.size;
            });
        }"""
    )
    return found


def test_trace_shows_a_channel_as_it_was_seen_and_as_it_is_streamed(page, acting, until):
    """Nothing is smoothed here: a gain draws the lines apart."""
    acting.ask("calibration/adjust", {"regions": {"brows": 3.0}})
    until(lambda: min(drawn(page)) > 20)


def test_meter_is_traced_by_the_keyboard_and_no_more_than_four(page):
    for place in range(5):
        page.locator(".meter[aria-pressed=false]").nth(place * 3).focus()
        page.keyboard.press("Enter")
    page.wait_for_function("() => document.querySelectorAll('.traces figure').length === 4")


def test_every_stage_has_its_time_and_what_it_left_out(page):
    page.wait_for_function("() => koekata.live.figures.value?.frames > 20")
    page.wait_for_function("() => document.querySelectorAll('.stages tbody tr').length >= 9")
    rows = page.evaluate(
        "() => [...document.querySelectorAll('.stages tbody tr')].map((row) => row.innerText.split('\\t'))"
    )
    stages = {row[0]: row[1:] for row in rows}
    for name in ("track", "fit", "solve", "smooth", "voice", "map", "publish"):
        usual, most = (float(text.removesuffix(" ms")) for text in stages[name][:2])
        assert 0.0 <= usual <= most
    outputs, screen = (float(stages[name][0].removesuffix(" ms")) for name in
                       ("capture to outputs", "capture to this screen"))  # fmt: skip
    assert outputs > 0.0
    assert screen > 0.0
    assert page.inner_text("#lost-track").split()[0].isdigit()
    assert "at the source" in page.inner_text("#lost-source")


def test_each_of_two_performers_has_meters_and_moves_the_character(page):
    page.wait_for_function("() => koekata.live.performerIds.value.length === 2")
    page.wait_for_function(
        """() => {
            const [one, other] = [0, 1].map((id) => koekata.live.performers.get(id).frame);
            return one?.tracked && other?.tracked && one.sequence === other.sequence
                && one.weights.some((weight, place) => Math.abs(weight - other.weights[place]) > 0.1);
        }"""
    )
    for performer in (1, 0):
        page.locator(".stage-notes button").nth(performer).focus()
        page.keyboard.press("Enter")
        page.wait_for_function(f"() => koekata.live.shownPerformer.value === {performer}")
        page.wait_for_function(
            """() => {
                const {frame, channels} = koekata.live.performers.get(koekata.live.shownPerformer.value);
                const shown = [...document.querySelectorAll('.meter[data-place]')].map((meter) =>
                    [Number(meter.dataset.place), Number(meter.lastElementChild.textContent)]);
                return shown.filter(([, value]) => !Number.isNaN(value))
                    .every(([place, value]) => Math.abs(value - frame.weights[place]) < 0.011);
            }"""
        )
