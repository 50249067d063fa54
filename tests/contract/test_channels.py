"""mappings/channels.json agrees with the package."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from koekata.channels import ARKIT_NAMES, mirrored_name, region_of


@pytest.fixture(scope="module")
def channels() -> dict[str, Any]:
    path = Path(__file__).parents[2] / "mappings" / "channels.json"
    loaded: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return loaded


def test_the_52_weights_are_named_once_each(channels: dict[str, Any]) -> None:
    assert sorted(channel["name"] for channel in channels["weights"]) == sorted(ARKIT_NAMES)


def test_partners_and_regions_are_those_of_the_package(channels: dict[str, Any]) -> None:
    for channel in channels["weights"]:
        partner = mirrored_name(channel["name"])
        assert channel["partner"] == (None if partner == channel["name"] else partner)
        assert channel["region"] == region_of(channel["name"])


def test_weights_go_from_0_to_1_and_pose_channels_have_units(channels: dict[str, Any]) -> None:
    assert all(channel["unit"] == "weight" and channel["range"] == [0, 1] for channel in channels["weights"])
    assert {channel["unit"] for channel in channels["pose"]} == {"degree", "metre"}


def test_partners_are_mutual(channels: dict[str, Any]) -> None:
    for group in ("weights", "pose"):
        partners = {channel["name"]: channel["partner"] for channel in channels[group]}
        assert all(partner is None or partners[partner] == name for name, partner in partners.items())


def test_pose_channels_cover_head_and_gaze_of_a_frame(channels: dict[str, Any]) -> None:
    sources = [channel["source"] for channel in channels["pose"]]
    wanted = [f"head_ypr[{i}]" for i in range(3)] + [f"head_translation[{i}]" for i in range(3)]
    assert sorted(sources) == sorted(wanted + [f"gaze[{i}]" for i in range(4)])


def test_every_channel_is_described_in_one_sentence(channels: dict[str, Any]) -> None:
    for channel in channels["weights"] + channels["pose"]:
        text = channel["description"]
        assert text.endswith(".")
        assert text.count(".") == 1
