"""The guided minute, what is in use for each performer, and faces that fire triggers."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from koekata.adjust import Adjustment, Dwell
from koekata.channels import ARKIT_INDEX
from koekata.dwell import DwellWatch
from koekata.errors import ConfigError
from koekata.frames import FrameTime
from koekata.studio.book import Book, Setting
from koekata.studio.changing import changed_adjustment
from koekata.studio.exercise import FEWEST, Exercise, Step

STEPS = (Step("neutral", 0.02, ()), Step("jaw", 0.02, ("jawOpen",)))


def do(exercise, face, pictures: int) -> None:
    for _ in range(pictures):
        exercise.add((face,), {}, ())


def until_over(exercise, face) -> None:
    while not exercise.over:
        exercise.add((face,), {}, ())


def test_step_goes_on_only_while_the_face_is_seen(make_face):
    exercise = Exercise((Step("neutral", 1e-9, ()), Step("jaw", 1e-9, ())), 0, 1.0)
    do(exercise, make_face(tracked=False), 100)
    assert exercise.place()[0] == 0
    assert exercise.weights == {}
    do(exercise, make_face(), FEWEST + 1)
    assert exercise.place()[0] == 1


def test_step_waits_until_enough_was_seen(make_face):
    exercise = Exercise(STEPS, 0, 0.0001)
    do(exercise, make_face(), FEWEST - 1)
    assert exercise.place()[0] == 0


def test_exercise_sees_the_performer_that_it_is_for_and_no_other(make_face):
    exercise = Exercise(STEPS, 1, 0.1)
    do(exercise, make_face(), 50)
    assert exercise.weights == {}
    until_over(exercise, make_face(performer=1))
    assert set(exercise.weights) == {"neutral", "jaw"}


def test_undo_and_redo_go_through_what_was_in_use():
    book = Book(Setting())
    first, second = Setting(Adjustment(mirror="left")), Setting(Adjustment(mirror="right"))
    book.change(first)
    book.change(second)
    book.undo()
    assert book.now is first
    book.redo()
    assert book.now is second
    assert not book.can_redo


def test_slider_that_is_drawn_is_one_step():
    book = Book(Setting())
    for gain in (1.1, 1.2, 1.3):
        book.change(Setting(Adjustment(regions={"eyes": gain})), "eyes")
    book.undo()
    assert book.now.adjustment.regions == {}


def test_faces_that_fire_triggers_work_while_b_is_shown():
    dwell = {"wave": Dwell("jawOpen", 0.5, 1.0)}
    book = Book(Setting(Adjustment(regions={"eyes": 2.0}, dwells=dwell)))
    book.shown = False
    assert book.in_force.adjustment == Adjustment(dwells=dwell)


@pytest.mark.parametrize(("wanted", "match"), [({"mirror": "top"}, "no side"), ({"regions": {"ears": 1}}, "no region")])
def test_what_there_is_none_of_is_refused(wanted, match):
    with pytest.raises(ConfigError, match=match):
        changed_adjustment(Adjustment(), wanted)


def test_numbers_are_brought_into_their_bounds():
    found = changed_adjustment(
        Adjustment(),
        {
            "regions": {"eyes": 99},
            "ranges": {"mouth": [0.9, 0.1]},
            "dwells": {"wave": {"channel": "jawOpen", "above": 7, "seconds": 0}},
        },
    )
    assert found.regions == {"eyes": 8.0}
    assert found.ranges["mouth"] == pytest.approx((0.9, 0.95))
    assert found.dwells == {"wave": Dwell("jawOpen", 1.0, 0.1)}
    assert changed_adjustment(found, {"dwells": {"wave": None}}).dwells == {}
    with pytest.raises(ValueError, match="no number"):
        changed_adjustment(found, {"regions": {"eyes": "nan"}})


class Held:
    """A performer whose jaw is watched, with time of its own."""

    def __init__(self, make_face, seconds: float = 1.0) -> None:
        self._face, self._watch, self._at = make_face(), DwellWatch(), 0.0
        self._adjustment = Adjustment(dwells={"wave": Dwell("jawOpen", 0.6, seconds)})

    def hold(self, weight: float, seconds: float, **changes) -> int:
        fired = 0
        for _ in range(round(seconds * 20)):
            self._at += 0.05
            weights = np.zeros_like(self._face.weights)
            weights[ARKIT_INDEX["jawOpen"]] = weight
            time = FrameTime(0, self._at, round(self._at * 1e9), 0)
            fired += len(list(self._watch.step(replace(self._face, weights=weights, time=time, **changes),
                                               self._adjustment)))  # fmt: skip
        return fired


def test_face_that_is_held_fires_once_until_it_was_let_go(make_face):
    held = Held(make_face)
    assert held.hold(0.7, 0.8) == 0
    assert held.hold(0.7, 5.0) == 1
    held.hold(0.0, 0.1)
    assert held.hold(0.7, 1.5) == 1


def test_face_that_trembles_at_its_limit_fires_once(make_face):
    held = Held(make_face)
    fired = sum(held.hold(weight, 0.1) for weight in (0.61, 0.55) * 50)
    assert fired == 1


def test_face_that_is_out_of_sight_fires_nothing(make_face):
    assert Held(make_face).hold(0.9, 5.0, tracked=False) == 0
