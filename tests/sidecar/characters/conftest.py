"""The committed characters, and readers for what is in them."""

from __future__ import annotations

import json
import struct
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

Arrays = npt.NDArray[Any]
FOLDER = Path(__file__).parents[3] / "sidecar" / "koekata" / "data" / "characters"
TYPES = {5121: "u1", 5123: "<u2", 5125: "<u4", 5126: "<f4"}
WIDTHS = {"SCALAR": 1, "VEC2": 2, "VEC3": 3, "VEC4": 4, "MAT4": 16}


class Model:
    """A binary glTF file, read without the code that wrote it."""

    def __init__(self, data: bytes) -> None:
        length = struct.unpack("<I", data[12:16])[0]
        self.data = data
        self.json: dict[str, Any] = json.loads(data[20 : 20 + length])
        self.binary = data[28 + length :]

    @property
    def vrm(self) -> dict[str, Any]:
        found: dict[str, Any] = self.json["extensions"]["VRMC_vrm"]
        return found

    def view(self, index: int) -> bytes:
        view = self.json["bufferViews"][index]
        return self.binary[view["byteOffset"] : view["byteOffset"] + view["byteLength"]]

    def accessor(self, index: int) -> Arrays:
        entry = self.json["accessors"][index]
        kind, width = TYPES[entry["componentType"]], WIDTHS[entry["type"]]
        if "bufferView" in entry:
            return np.frombuffer(self.view(entry["bufferView"]), kind).reshape(-1, width)
        values = np.zeros((entry["count"], width), kind)
        sparse = entry["sparse"]
        where = np.frombuffer(self.view(sparse["indices"]["bufferView"]), TYPES[sparse["indices"]["componentType"]])
        values[where] = np.frombuffer(self.view(sparse["values"]["bufferView"]), kind).reshape(-1, width)
        return values

    def morphs(self, material: str) -> tuple[Arrays, dict[str, Arrays]]:
        """Positions, and displacements by name, of the primitives with a material of that name."""
        materials = [entry["name"] for entry in self.json["materials"]]
        for mesh in self.json["meshes"]:
            for primitive in mesh["primitives"]:
                if materials[primitive["material"]] == material:
                    names = mesh.get("extras", {}).get("targetNames", [])
                    targets = [self.accessor(target["POSITION"]) for target in primitive.get("targets", [])]
                    return self.accessor(primitive["attributes"]["POSITION"]), dict(zip(names, targets, strict=True))
        raise KeyError(material)


@pytest.fixture(scope="session")
def sorane() -> Model:
    return Model((FOLDER / "sorane.vrm").read_bytes())


@pytest.fixture(scope="session")
def pata() -> Model:
    return Model((FOLDER / "pata.vrm").read_bytes())


@pytest.fixture(params=["sorane", "pata"])
def character(request: pytest.FixtureRequest) -> Model:
    found: Model = request.getfixturevalue(request.param)
    return found
