"""The Unity editor drafts the tables that `koekata mapping init` drafts, byte by byte, and for the same reasons."""

from __future__ import annotations

import json
import random
import runpy
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from koekata.mapping.draft import Draft, draft
from koekata.mapping.draft.character import Character, Expression, Morph, gather
from koekata.mapping.draft.coverage import cover
from koekata.mapping.draft.knowledge import names_folder
from koekata.mapping.draft.recognise import Guess

ROOT = Path(__file__).parents[2]
PROGRAM = ROOT / "build" / "csharp" / "koekata-editing.exe"
DATA = ROOT / "unity-package" / "Editor" / "Data"
CORPUS = sorted((names_folder() / "corpus").glob("*.json"))
VRM1 = "happy angry sad relaxed surprised aa ih ou ee oh blink blinkLeft blinkRight lookUp lookDown lookLeft lookRight"
MIXED = 30
Json = dict[str, Any]


def test_the_data_of_the_unity_editor_is_that_of_the_sidecar() -> None:
    script = runpy.run_path(str(ROOT / "tests" / "csharp" / "copy_editor_data.py"))
    stale = [str(target) for source, target in script["copies"]() if source.read_bytes() != target.read_bytes()]
    assert [*stale, *script["left_over"]()] == [], "run tests/csharp/copy_editor_data.py"


def test_every_corpus_of_names_gives_the_same_draft() -> None:
    differences = _differences([(_named(path.stem, _names(path)), 0.7) for path in CORPUS])
    assert differences == []


def test_models_of_mixed_names_give_the_same_draft_whatever_the_bar() -> None:
    assert _differences(list(_mixed())) == []


def test_vrm_models_give_the_same_draft() -> None:
    assert _differences([(character, 0.7) for character in _vrm()]) == []


def _names(path: Path) -> list[str]:
    return list(json.loads(path.read_text("utf-8"))["names"])


def _named(stem: str, names: Sequence[str], mesh: str = "") -> Character:
    return Character(f"models/{stem}.txt", "list of names", gather((mesh, name) for name in names))


def _mixed() -> Iterator[tuple[Character, float]]:
    """Names of several corpora on several meshes, some with a second name, some in a panel, some spoilt."""
    choose = random.Random(20)
    every = [name for path in CORPUS for name in _names(path)]
    for number in range(MIXED):
        names = [_spoilt(name, choose) for name in choose.sample(every, choose.randrange(1, 120))]
        names += choose.sample(_names(choose.choice(CORPUS)), 3) * choose.randrange(2)
        pairs = [(choose.choice(("", "Face", "Lashes", "Body")), name) for name in names]
        morphs = tuple(
            Morph(morph.name, morph.meshes, choose.choice(("", "", choose.choice(every))), _panel(choose))
            for morph in gather(pairs)
        )
        yield Character(f"mixed {number}.glb", "glTF", morphs), choose.choice((0.7, 0.0, 0.4, 0.95))


def _spoilt(name: str, choose: random.Random) -> str:
    kind = choose.randrange(12)
    if kind == 0 and len(name) > 2:
        place = choose.randrange(len(name))
        return name[:place] + choose.choice("aeiou_") + name[place + 1 :]
    extra = {1: "body_{}", 2: "{}2", 3: "{} L", 4: "Face.{}", 5: "{}\u00df\U0001f600", 6: "{}" + "\u3042" * 300}
    return extra.get(kind, "{}").format(name)


def _panel(choose: random.Random) -> str:
    return choose.choice(("", "", "brow", "eye", "mouth", "other"))


def _vrm() -> Iterator[Character]:
    vroid = _names(names_folder() / "corpus" / "vroid.json")
    perfect = _names(names_folder() / "corpus" / "perfect-sync.json")
    for form, names in (("VRM 1.0", VRM1), ("VRM 0.x", "Joy Angry Sorrow Fun A I U E O Blink Blink_L Blink_R LookUp")):
        clips = tuple(Expression(name, True, moves=tuple(vroid[place::7])) for place, name in enumerate(names.split()))
        odd = (
            Expression("Extra", False, True, (("override_mouth", "block"), ("override_blink", "blend")), ("x",)),
            Expression("JawOpen", False),
            Expression("neutral", True, empty=True),
        )
        for morphs in (vroid, [], [*vroid, *perfect]):
            yield Character("a/b.vrm", form, gather(("Face", name) for name in morphs), (*clips, *odd))
        yield Character("few.vrm", form, gather([("Face", "Fcl_MTH_A")]), clips[:6])


def _differences(cases: Sequence[tuple[Character, float]]) -> list[str]:
    if not PROGRAM.exists() or shutil.which("mono") is None:
        pytest.skip("the editing core in C# is not built, or mono is missing: `make csharp`")
    lines = "".join(json.dumps({**asdict(character), "accept": accept}) + "\n" for character, accept in cases)
    done = subprocess.run(
        ["mono", str(PROGRAM), "draft", str(DATA)], input=lines.encode(), capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
    answers = [json.loads(line) for line in done.stdout.decode().splitlines()]
    assert len(answers) == len(cases)
    found = []
    for (character, accept), answer in zip(cases, answers, strict=True):
        expected = _answer(draft(character, accept))
        found += [
            f"{character.file}: {key}: {answer[key]!r} is not {value!r}"
            for key, value in expected.items()
            if answer[key] != value
        ]
    return found


def _answer(drafted: Draft) -> Json:
    choice, coverage = drafted.choice, cover(drafted.table, {})
    return {
        "conventions": list(choice.conventions),
        "mapped": [
            {
                **_guess(entry.guess),
                "shape": entry.name,
                "preset": entry.source.id,
                "is": entry.guess.meaning or entry.target,
            }
            for entry in choice.driven
        ],
        "doubtful": [_guess(guess) for guess in choice.doubtful],
        "left_out": [list(pair) for pair in choice.left_out],
        "unmapped": [[guess.name, guess.why] for guess in choice.unmapped],
        "dead_channels": list(coverage.dead),
        "inputs": {target: list(names) for target, names in coverage.inputs.items()},
        "text": drafted.text,
    }


def _guess(guess: Guess) -> Json:
    return {"name": guess.name, "meaning": guess.meaning, "score": guess.score, "why": guess.why}
