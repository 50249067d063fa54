"""Map in a real browser: everything that an artist does with a table, and that nothing of it is lost."""

from __future__ import annotations

import os
import re
import signal
from typing import Any

import pytest

from koekata.mapping.contract import contract_folder

JAW = "koekata.stage.value.weights().jawopen"


class Hand:
    """Does on the page what an artist does; by the keyboard, since a click waits for pictures that are slow here."""

    def __init__(self, page: Any, studio: Any) -> None:
        self.page, self.studio = page, studio

    def table(self, **changes: Any) -> None:
        """Put the table back, with changes of the row of the jaw, and wait until the page has it."""
        self.studio.ask("table/revert", {})
        edits = [{"op": "set", "section": "rows", "id": "jaw", "path": [k], "value": v} for k, v in changes.items()]
        revision = self.studio.ask("table/edit", {"edits": edits})["revision"]
        self.page.wait_for_function(f"() => koekata.table.value?.revision >= {revision}")

    def press(self, selector: str) -> None:
        """Click what a selector finds, once it is there."""
        self.page.wait_for_selector(selector, state="attached")
        self.page.evaluate("(selector) => document.querySelector(selector).click()", selector)

    def press_text(self, text: str, within: str = "body") -> None:
        """Click the button of that text."""
        self.page.locator(f"{within} button", has_text=text).first.dispatch_event("click")

    def open(self, section: str, entry: str | None = None) -> None:
        self.press("#tab-Map")
        self.press(f"#part-{section}")
        if entry is not None:
            self.press(f"[id='{section}-{entry}'][aria-selected=false], [id='{section}-{entry}']")
            if not self.page.evaluate("() => document.querySelector('.entry')"):
                self.press(f"[id='{section}-{entry}']")
            self.page.wait_for_selector(f".entry[aria-label='{entry}']")

    def fill(self, label: str, text: str, within: str = ".entry") -> None:
        field = self.page.locator(f"{within} input[aria-label='{label}']").first
        field.fill(text)
        field.press("Enter")

    def has(self, *texts: str) -> None:
        """Wait until the text of the table has these."""
        self.page.wait_for_function(
            "(texts) => texts.every((text) => koekata.table.value.text.includes(text))", arg=list(texts)
        )


@pytest.fixture
def hand(page: Any, studio: Any) -> Any:
    hand = Hand(page, studio)
    page.evaluate("document.activeElement.blur()")
    hand.table()
    yield hand
    hand.table()


def test_curve_that_is_refused_goes_back_with_the_reason_beside_it(hand: Hand) -> None:
    hand.table(curve=[[0, 0], [1, 0.5]])
    hand.open("rows", "jaw")
    line = "document.querySelector('.curve-line').getAttribute('d')"
    hand.page.wait_for_selector(".curve-key")
    before, text = hand.page.evaluate(line), hand.page.evaluate("koekata.table.value.text")
    hand.page.locator(".curve-key").nth(1).focus()
    hand.page.locator(".curve-side input[aria-label=Out]").fill("5000000")
    hand.page.wait_for_selector(".curve [role=alert]")
    hand.page.wait_for_function(f"(before) => {line} === before", arg=before)
    assert "1000000" in hand.page.inner_text(".curve [role=alert]")
    assert hand.page.evaluate("koekata.table.value.text") == text
    hand.page.locator(".curve-side input[aria-label=Out]").fill("0.75")
    hand.has('"curve": [[0, 0], [1, 0.75]]')
    hand.page.wait_for_selector(".curve [role=alert]", state="detached")


def test_key_of_a_curve_follows_the_mouse(hand: Hand) -> None:
    hand.table(curve=[[0, 0], [0.5, 0.5], [1, 1]])
    hand.open("rows", "jaw")
    key = hand.page.locator(".curve-key").nth(1)
    key.scroll_into_view_if_needed()
    box = key.bounding_box()
    at = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    hand.page.mouse.move(*at)
    hand.page.mouse.down()
    for step in range(1, 4):
        hand.page.mouse.move(at[0], at[1] - 10 * step)
    hand.page.mouse.up()
    curve = "koekata.table.value.sheet.sections.rows[0].properties.curve"
    hand.page.wait_for_function(f"() => {curve}[1][1] > 0.6")
    assert hand.page.evaluate(f"{curve}[1][0]") == pytest.approx(0.5, abs=0.02)
    assert hand.page.evaluate(f"{curve}.map((key) => key[0] > 0 && key[0] < 1)") == [False, True, False]
    hand.press("button[title^=Undo]")
    hand.has('"curve": [[0, 0], [0.5, 0.5], [1, 1]]')


def test_entry_is_renamed_with_all_that_names_it_and_undone_at_once(hand: Hand) -> None:
    hand.studio.ask("table/edit", {"edits": [
        {"op": "add", "section": "conditions", "entry": {"id": "calm", "when": "jawOpen"}},
        {"op": "set", "section": "rows", "id": "jaw", "path": ["while"], "value": "calm"},
    ]})  # fmt: skip
    hand.has('"while": "calm"')
    hand.open("conditions", "calm")
    hand.press("#rename")
    hand.fill("New id", "quiet face")
    hand.has('"while": "quiet face"', '"id": "quiet face"')
    hand.page.wait_for_selector(".entry[aria-label='quiet face']")
    hand.press("button[title^=Undo]")
    hand.has('"while": "calm"', '"id": "calm"')


def test_name_that_is_taken_is_refused_and_escape_leaves_the_name(hand: Hand) -> None:
    hand.open("rows", "jaw")
    hand.press("#rename")
    hand.fill("New id", "blink-left")
    hand.page.wait_for_function("() => document.querySelector('.file [role=alert]')?.innerText.includes('already')")
    hand.has('"id": "jaw"')
    hand.press("#rename")
    field = hand.page.locator(".entry input[aria-label='New id']")
    field.fill("other")
    field.press("Escape")
    hand.page.wait_for_selector("#rename")
    hand.has('"id": "jaw"')


def test_condition_group_region_and_switch_are_made_with_the_pickers(hand: Hand) -> None:
    hand.open("conditions")
    hand.fill("New entry", "loud", ".list-part")
    hand.has('"id": "loud"')
    hand.open("rows", "jaw")
    hand.press_text("+ while", ".entry")
    hand.page.wait_for_function("() => koekata.table.value.sheet.sections.rows[0].properties.while !== undefined")
    assert "loud" in hand.page.evaluate(
        "[...document.querySelectorAll('#names-conditions option')].map((o) => o.value)"
    )
    hand.open("groups")
    hand.fill("New entry", "lids", ".list-part")
    hand.page.wait_for_selector(".entry[aria-label=lids]")
    hand.fill("Add a target", "EyeBlinkLeft")
    hand.page.wait_for_function(
        "() => koekata.table.value.sheet.sections.groups[0].properties.members.includes('EyeBlinkLeft')"
    )
    hand.open("regions")
    hand.fill("New entry", "mouth", ".list-part")
    hand.page.wait_for_selector(".entry[aria-label=mouth]")
    hand.page.locator(".entry input[aria-label='hold_frames']").fill("2")
    hand.has('"hold_frames": 2')
    hand.open("switches")
    hand.fill("New entry", "lips", ".list-part")
    hand.page.wait_for_selector(".entry[aria-label=lips]")
    hand.fill("Add a choice", "wide")
    hand.page.wait_for_function("() => koekata.table.value.sheet.sections.switches[0].properties.choices.length === 2")
    assert hand.page.evaluate("koekata.table.value.faults") == []
    hand.page.evaluate("document.querySelectorAll('.choice').forEach((choice) => { choice.open = true; })")
    hand.page.wait_for_selector(".choice .curve")
    sides = "() => [document.getElementById('panel').scrollWidth, document.getElementById('panel').clientWidth]"
    wide, room = hand.page.evaluate(sides)
    assert wide <= room, "nothing is cut off at the side"


PROPERTY = """([section, id, name]) =>
    koekata.table.value.sheet.sections[section].find((entry) => entry.id === id)?.properties[name]"""
OTHERS = "[...document.querySelectorAll('.entry .more button')].map((button) => button.textContent.slice(2))"
EDITOR = ".entry .property:has(> .label:text-is('{name}')), .entry .property:has(> .label:text-is('{name}↺'))"
ENTRIES: dict[str, list[dict[str, Any]]] = {
    "rows": [], "signals": [{"from": "jawOpen"}], "conditions": [{"when": "jawOpen"}, {"trigger": True}],
    "groups": [{"members": ["EyeBlinkLeft", "EyeBlinkRight"]}], "regions": [{}],
    "switches": [{"choices": [{"id": "shut", "set": {"JawOpen": 0}}, {"id": "open", "set": {"JawOpen": 1}}]}],
    "targets": [{"kind": kind} for kind in ("morph", "expression", "bone", "material", "uv", "sprite", "event")],
}  # fmt: skip
"""What to begin with, so that every field is offered."""


def enter(editor: Any) -> bool:
    """Something else than what stands there, as one does with such a field. Returns whether anything can be entered."""
    if editor.locator("input:visible, select:visible").count() == 0:
        return False
    field = editor.locator("input:visible, select:visible").first
    if field.evaluate("(field) => field.tagName") == "SELECT":
        field.select_option(field.evaluate("(field) => [...field.options].find((o) => o.value !== field.value).value"))
    elif field.get_attribute("type") == "checkbox":
        field.dispatch_event("click")
    elif field.get_attribute("type") == "number":
        field.fill("3")
    else:
        field.fill("EyeBlinkRight")
        field.press("Enter")
    return True


def gone_through(hand: Hand, section: str, name: str, known: set[str]) -> None:
    """Each field of an entry that is not known yet: what is entered goes into the table, and out of it again."""
    before = hand.page.evaluate("koekata.table.value.text")
    shown = hand.page.evaluate("[...document.querySelectorAll('.entry .property > .label')].map((l) => l.innerText)")
    for field in sorted({label.strip("↺ \n") for label in shown} - known):
        known.add(field)
        if enter(hand.page.locator(EDITOR.format(name=field))):
            hand.page.wait_for_function("(before) => koekata.table.value.text !== before", arg=before)
            hand.press("button[title^=Undo]")
            hand.page.wait_for_function("(before) => koekata.table.value.text === before", arg=before)
    for field in sorted(set(hand.page.evaluate(OTHERS)) - known):
        known.add(field)
        at = [section, name, field]
        hand.page.locator(".entry .more button", has_text=re.compile(rf"^\+ {field}$")).dispatch_event("click")
        hand.page.wait_for_function(f"(at) => ({PROPERTY})(at) !== undefined", arg=at)
        first = hand.page.evaluate(PROPERTY, at)
        assert enter(hand.page.locator(EDITOR.format(name=field)))
        hand.page.wait_for_function(
            f"([at, first]) => JSON.stringify(({PROPERTY})(at)) !== JSON.stringify(first)", arg=[at, first]
        )
        if hand.page.evaluate(PROPERTY, at) is not None:
            hand.press(f".entry button[aria-label='Take {field} away']")
        hand.page.wait_for_function("(before) => koekata.table.value.text === before", arg=before)


@pytest.mark.parametrize("section", ENTRIES)
def test_each_field_takes_what_is_entered_and_gives_it_back_without_a_trace(hand: Hand, section: str) -> None:
    known: set[str] = set()
    if section == "rows":
        hand.open("rows", "jaw")
        gone_through(hand, "rows", "jaw", known)
        assert {"to", "from", "curve", "gain", "dead_zone", "while", "priority"} <= known
        return
    for number, changes in enumerate(ENTRIES[section]):
        name = f"probe{number}"
        edit = {"op": "add", "section": section, "entry": {"id": name, **changes}}
        hand.studio.ask("table/edit", {"edits": [edit]})
        hand.has(f'"id": "{name}"')
        hand.open(section, name)
        gone_through(hand, section, name, known)
    assert known


def test_slider_stands_in_for_the_performer(hand: Hand) -> None:
    hand.open("rows", "jaw")
    hand.page.wait_for_function("() => document.querySelector('.chain')?.innerText.includes('jawOpen')")
    hand.page.evaluate("document.querySelector('.try').open = true")
    hand.press(".try .check input")
    slider = hand.page.locator(".try input[type=range]").first
    slider.fill("0.37")
    hand.page.wait_for_function(f"() => Math.abs({JAW} - 0.37) < 0.001")
    hand.press("#part-text")
    hand.page.wait_for_function(f"() => {JAW} > 0.6")


def test_differences_to_the_file_are_shown_and_saving_ends_them(hand: Hand) -> None:
    before = hand.studio.table.read_text()
    hand.table(gain=0.25)
    hand.open("rows")
    hand.press_text("Differences", ".file")
    hand.page.wait_for_selector("dialog .plus")
    assert '"gain": 0.25' in hand.page.inner_text("dialog .diff")
    hand.page.keyboard.press("Escape")
    hand.page.wait_for_selector("dialog", state="detached")
    hand.press("#save")
    hand.page.wait_for_function("() => !koekata.table.value.dirty")
    assert hand.studio.table.read_text() == before.replace('"to": "JawOpen", ', '"to": "JawOpen", "gain": 0.25, ')
    hand.press("button[title^=Undo]")
    hand.page.wait_for_function("() => koekata.table.value.dirty")
    hand.press("#save")
    hand.page.wait_for_function("() => !koekata.table.value.dirty")
    assert hand.studio.table.read_text() == before


def test_file_that_changed_on_both_sides_is_told_and_theirs_can_be_taken(hand: Hand) -> None:
    before = hand.studio.table.read_text()
    hand.table(gain=0.25)
    hand.open("rows")
    theirs = before.replace('"note": "the mouth"', '"gain": 0.75, "note": "the mouth"')
    hand.studio.table.write_text(theirs)
    try:
        hand.page.wait_for_function("() => koekata.table.value.conflict")
        hand.has('"gain": 0.25')
        hand.press_text("Take theirs", ".file")
        hand.has('"gain": 0.75')
        hand.page.wait_for_function("() => !koekata.table.value.conflict && !koekata.table.value.dirty")
    finally:
        hand.studio.table.write_text(before)
        hand.page.wait_for_function("() => !koekata.table.value.text.includes('gain')")


def test_key_that_was_redefined_undoes(hand: Hand) -> None:
    hand.table(gain=0.25)
    hand.press("#tab-Settings")
    button = hand.page.locator(".keys button").first
    button.dispatch_event("click")
    button.press("Control+Shift+U")
    hand.page.evaluate("document.activeElement.blur()")
    hand.page.keyboard.press("Control+Shift+U")
    hand.page.wait_for_function("() => !koekata.table.value.text.includes('gain')")
    hand.press_text("As at first", "#panel")


def test_table_without_rows_opens_at_what_it_has(hand: Hand) -> None:
    hand.open("rows")
    mine = str(hand.studio.table)
    hand.studio.ask("table/open", {"table": str(contract_folder() / "characters" / "pata.json")})
    try:
        hand.page.wait_for_function("() => koekata.table.value.title === 'pata'")
        shown = hand.page.wait_for_selector(".sections [aria-pressed=true]")
        assert shown.get_attribute("id") != "part-rows"
        assert hand.page.locator(".list .line").count() > 0
        hand.press("#part-rows")
        hand.page.wait_for_selector("#part-rows[aria-pressed=true]")
    finally:
        hand.studio.ask("table/open", {"table": mine})
        hand.page.wait_for_function("() => koekata.table.value.title === 'box'")


def test_edits_survive_a_server_that_is_killed(browser: Any, second_studio: Any) -> None:
    first = second_studio()
    before = first.table.read_text()
    first.ask("table/edit", {"edits": [{"op": "set", "section": "rows", "id": "jaw", "path": ["gain"], "value": 0.25}]})
    os.kill(first.process.pid, signal.SIGKILL)
    first.process.communicate()
    assert first.table.read_text() == before
    again = second_studio()
    page = browser.new_page(viewport={"width": 1280, "height": 720}, locale="en-GB")
    page.set_default_timeout(120_000)
    page.goto(again.address)
    hand = Hand(page, again)
    hand.open("rows")
    hand.press_text("Take them up", ".file")
    hand.has('"gain": 0.25')
    assert again.table.read_text() == before
    page.close()
