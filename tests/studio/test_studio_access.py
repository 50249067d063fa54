"""Small motion, one side, faces instead of hands, keys and the keyboard alone: each with its effect on the stream."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any

import msgpack
import pytest
from websockets.sync.client import connect

from koekata.channels import ARKIT_INDEX
from koekata.receive import Listener

SLOWEST_S = 240.0
ENOUGH = 40
"""Frames in which something would have shown."""
ENOUGH_KEYS = 500
"""More than there are controls on the whole page."""


@pytest.fixture(scope="module")
def page(browser, studio, another_page) -> Iterator[Any]:
    with another_page(browser, studio.address, tab="Calibrate") as opened:
        opened.wait_for_selector("#access")
        yield opened


@pytest.fixture(scope="module")
def listener(studio) -> Iterator[Listener]:
    with Listener(studio.ask("state")["outputs"]["zmq"]) as opened:
        yield opened


@pytest.fixture(autouse=True)
def afresh(studio) -> Iterator[None]:
    yield
    studio.ask("calibration/use", {"name": ""})
    studio.ask("calibration/adjust", {"dwells": {"shout": None}})


def faces(listener: Listener) -> Iterator[Callable[[str], float]]:
    """What is streamed from now on: each frame as its weights by name."""
    listener.newest()
    while True:
        face = listener.receive(SLOWEST_S)
        assert face is not None, "nothing is streamed"
        yield lambda name, weights=face.weights: float(weights[ARKIT_INDEX[name]])


def share(listener: Listener, channel: str, of: str = "jawOpen") -> float:
    """A channel as a share of another in the next frame in which that one is about half."""
    return next(weight(channel) / weight(of) for weight in faces(listener) if 0.3 < weight(of) < 0.7)


def focus(page, selector: str) -> None:
    page.wait_for_selector(selector, state="attached")
    page.locator(selector).first.focus()


def tab(page, name: str) -> None:
    page.evaluate(f"document.getElementById('tab-{name}').click()")
    page.wait_for_selector(f"#tab-{name}[aria-selected=true]")


def open_range(page, region: str) -> None:
    focus(page, f"[data-region={region}] summary")
    page.keyboard.press("Enter")
    page.wait_for_selector(f"[data-region={region}] details[open]")


def test_gain_of_a_region_lets_small_motion_drive_a_full_expression(page, listener, until):
    assert share(listener, "browInnerUp") == pytest.approx(0.25, abs=0.01)
    focus(page, "[data-region=brows] input[type=range]")
    page.keyboard.press("End")
    until(lambda: share(listener, "browInnerUp") == pytest.approx(1.0, abs=0.01))
    assert share(listener, "mouthSmileLeft") == pytest.approx(0.8, abs=0.01)


def test_range_of_a_region_makes_its_ends_none_and_all(page, listener, until):
    tab(page, "Calibrate")
    open_range(page, "jaw")
    focus(page, "[data-region=jaw] details input[type=range]")
    for _ in range(5):
        page.keyboard.press("PageUp")
    low = float(page.locator("[data-region=jaw] details input[type=range]").first.input_value())
    assert 0.3 < low < 0.8
    until(lambda: is_ranged(listener, low))


def is_ranged(listener: Listener, low: float) -> bool:
    """Whether the jaw moves as the smile beside it says, from the low end of its range on and not before."""
    seen = list(islice(faces(listener), ENOUGH))
    pairs = [(weight("mouthSmileLeft") / 0.8, weight("jawOpen")) for weight in seen]
    wanted = [max(0.0, (wave - low) / (1.0 - low)) for wave, _ in pairs]
    assert any(wanted)
    return all(jaw == pytest.approx(want, abs=0.01) for (_, jaw), want in zip(pairs, wanted, strict=True))


HOLD_CHANGES = """() => {
    const send = globalThis.fetch;
    globalThis.held = [];
    globalThis.fetch = (...request) => {
        if (!request[0].endsWith("/adjust")) return send(...request);
        return new Promise((go) => held.push(() => go(send(...request))));
    };
    globalThis.letGo = () => { globalThis.fetch = send; for (const each of held) each(); };
}"""


def test_change_stands_while_the_studio_is_slow_and_somebody_else_changes_something(page, studio):
    """What the other has changed makes this page ask how things are before the studio knows of its own change."""
    tab(page, "Calibrate")
    page.evaluate(HOLD_CHANGES)
    gain = page.locator("[data-region=mouth] input[type=range]").first
    gain.focus()
    page.keyboard.press("End")
    page.wait_for_function("() => held.length === 1")
    studio.ask("calibration/adjust", {"mirror": "left"})
    page.wait_for_timeout(500)
    assert gain.input_value() == "4"
    page.evaluate("letGo()")
    page.wait_for_selector("#access input[type=checkbox]:checked")
    assert gain.input_value() == "4"
    adjustment = studio.ask("calibration")["performers"]["0"]["adjustment"]
    assert (adjustment["regions"]["mouth"], adjustment["mirror"]) == (4.0, "left")


def test_side_that_moves_moves_both(page, listener, until):
    tab(page, "Calibrate")
    assert share(listener, "mouthSmileRight") == 0.0
    focus(page, "#access input[type=checkbox]")
    page.keyboard.press("Space")
    until(lambda: share(listener, "mouthSmileRight") == pytest.approx(0.8, abs=0.01))
    page.keyboard.press("Space")
    until(lambda: share(listener, "mouthSmileRight") == 0.0)


class Shown:
    """What the stream says of the character, without a page."""

    def __init__(self, studio) -> None:
        self._address, self._origin = f"ws://{studio.host}/stream?token={studio.token}", f"http://{studio.host}"
        self._channels: list[str] = []
        self._targets: list[str] = []
        self._weights: list[float] = []

    def eyes(self) -> Iterator[bool]:
        """Whether the character's eye is shut in each frame in which the performer's is not."""
        with connect(self._address, origin=self._origin, open_timeout=SLOWEST_S) as stream:
            unpacker = msgpack.Unpacker()
            while True:
                unpacker.feed(stream.recv(SLOWEST_S))
                stream.send(msgpack.packb({"type": "taken", "count": 1}))
                for message in unpacker:
                    yield from self._take(message)

    def _take(self, message: dict[str, Any]) -> list[bool]:
        if message["type"] == "layout":
            self._channels = message["channels"]
        elif message["type"] == "targets":
            self._targets = [target["id"] for target in message["targets"]]
        elif message["type"] == "frame":
            self._weights = message["weights"]
        elif message["type"] == "character" and self._weights[self._channels.index("eyeBlinkLeft")] == 0:
            return [message["values"][self._targets.index("EyeBlinkLeft")] == 1]
        return []


def test_face_that_is_held_fires_a_trigger_without_hands_and_without_a_page(page, studio, until):
    tab(page, "Triggers")
    focus(page, ".trigger summary")
    page.keyboard.press("Enter")
    page.wait_for_selector(".trigger details[open] select")
    page.select_option(".dwell select", "jawOpen")
    page.wait_for_selector(".dwell input[type=range]")
    focus(page, ".dwell input[type=range] >> nth=1")
    page.keyboard.press("Home")
    until(lambda: dwell_of(studio).get("seconds") == 0.2)
    page.wait_for_function("() => (koekata.live.held.get(0)?.shout ?? 0) === 1")
    page.goto("about:blank")
    eyes = Shown(studio).eyes()
    for wanted in (True, False, True):
        assert next(shut for shut in eyes if shut is wanted) is wanted
    studio.ask("calibration/adjust", {"dwells": {"shout": None}})
    until(lambda: len(set(islice(Shown(studio).eyes(), ENOUGH))) == 1)
    page.goto(studio.address)
    page.wait_for_function("() => globalThis.koekata?.stage.value?.model && koekata.live.counts.shown > 2")


def dwell_of(studio) -> dict[str, Any]:
    found: dict[str, Any] = studio.ask("calibration")["performers"]["0"]["adjustment"]["dwells"].get("shout", {})
    return found


def fire_off(studio) -> None:
    with connect(f"ws://{studio.host}/stream?token={studio.token}", origin=f"http://{studio.host}") as stream:
        stream.send(msgpack.packb({"type": "fire", "trigger": "shout", "action": "off"}))
        stream.recv(SLOWEST_S)


def eye_is(page, shut: bool) -> None:
    """The character's eye is shut or open while the performer's is open."""
    page.wait_for_function(
        f"""() => {{
            const {{frame, channels, character}} = koekata.live.performers.get(0);
            const place = koekata.live.targets.value.targets.findIndex(({{id}}) => id === 'EyeBlinkLeft');
            return frame.weights[channels.indexOf('eyeBlinkLeft')] === 0 && character.values[place] === {int(shut)};
        }}"""
    )


def bind(page, key: str) -> None:
    focus(page, ".trigger button.key")
    page.keyboard.press("Enter")
    page.wait_for_selector(".trigger button.key.waiting")
    page.keyboard.press(key)


def test_trigger_has_a_hotkey_that_can_be_another_one(page, studio):
    fire_off(studio)
    tab(page, "Triggers")
    bind(page, "g")
    page.wait_for_function("() => document.querySelector('.trigger button.key').textContent === 'G'")
    page.keyboard.press("g")
    eye_is(page, shut=True)
    bind(page, "Space")
    page.wait_for_function("() => document.querySelector('.trigger button.key').textContent.includes('Space')")
    page.keyboard.press("Shift+H")
    page.wait_for_function("() => document.querySelector('.trigger button.key').textContent === 'Shift+H'")
    page.keyboard.press("g")
    eye_is(page, shut=True)
    page.keyboard.press("Shift+H")
    eye_is(page, shut=False)


def test_key_that_is_given_to_something_else_is_taken_from_the_trigger(page):
    tab(page, "Settings")
    focus(page, ".keys button.key")
    page.keyboard.press("Enter")
    page.keyboard.press("Shift+H")
    page.wait_for_function("() => document.querySelector('.keys button.key').textContent === 'Shift+H'")
    tab(page, "Triggers")
    page.wait_for_function("() => document.querySelector('.trigger button.key').textContent === '—'")
    tab(page, "Settings")
    page.evaluate(
        "[...document.querySelectorAll('.panel button')].find((b) => b.textContent === 'As at first').click()"
    )
    page.wait_for_function("() => document.querySelector('.keys button.key').textContent === 'Mod+Z'")


REACHABLE = """() => {
    const some = ':is(button, input, select, textarea, summary, [tabindex="0"])';
    const hidden = (e) => e.closest('details') && !e.closest('details').open && e.tagName !== 'SUMMARY';
    return [...document.querySelectorAll(`.panel ${some}`)]
        .filter((e) => !e.disabled && e.tabIndex >= 0 && e.checkVisibility() && !hidden(e));
}"""
FOCUSED = """() => {
    const e = document.activeElement, style = getComputedStyle(e);
    const visible = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1;
    return [e.dataset.reach, visible, e.outerHTML];
}"""
LEFT = f"""(reached) => ({REACHABLE})()
    .filter((e) => e.dataset.reach !== undefined && !reached.includes(e.dataset.reach))
    .map((e) => e.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize("name", ["Stage", "Live", "Map", "Triggers", "Calibrate", "Settings"])
def test_every_control_is_reached_with_tab_and_shows_that_it_has_the_focus(page, name):
    focus(page, "[role=tab][tabindex='0']")
    for _ in range(6):
        if page.evaluate("document.activeElement.id") == f"tab-{name}":
            break
        page.keyboard.press("ArrowRight")
    page.wait_for_selector(f"#tab-{name}[aria-selected=true]")
    # The panel may still be waiting for what it shows, and more may come while it is gone through.
    page.wait_for_function(f"() => ({REACHABLE})().length > 0")
    page.evaluate(f"({REACHABLE})().forEach((e, n) => (e.dataset.reach = n))")
    reached: set[str] = set()
    for _ in range(ENOUGH_KEYS):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == f"tab-{name}":
            break
        found = page.evaluate(FOCUSED)
        if found[0] is not None:
            assert found[1], f"{found[2]} does not show the focus"
            reached.add(found[0])
    assert page.evaluate(LEFT, sorted(reached)) == []
    assert reached
