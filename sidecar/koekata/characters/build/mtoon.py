"""MToon materials: https://github.com/vrm-c/vrm-specification/tree/master/specification/VRMC_materials_mtoon-1.0"""

from __future__ import annotations

from typing import Any

from koekata.characters.build.glb import Glb
from koekata.characters.build.paint import linear

__all__ = ["toon"]


def toon(
    glb: Glb, name: str, texture: int, *, shade: str = "#ffffff", outline: str = "", width: float = 0.0,
    shift: float = -0.05, toony: float = 0.95, rim: str = "", double: bool = False,
    outlined: int | None = None, layer: int | None = None,
) -> int:  # fmt: skip
    """A material whose texture is lit and, times `shade`, unlit; `width` of the outline in metres of the world.

    The green of the texture `outlined` narrows the outline; `layer`, -9 to 0, makes it transparent: higher ones are
    drawn over lower ones.
    """
    glb.uses("VRMC_materials_mtoon", "KHR_materials_unlit")
    mtoon: dict[str, Any] = {
        "specVersion": "1.0", "transparentWithZWrite": False, "renderQueueOffsetNumber": 0,
        "shadeColorFactor": linear(shade), "shadeMultiplyTexture": {"index": texture},
        "shadingShiftFactor": shift, "shadingToonyFactor": toony, "giEqualizationFactor": 0.9,
    }  # fmt: skip
    if rim:
        mtoon |= {
            "parametricRimColorFactor": linear(rim), "parametricRimFresnelPowerFactor": 4.0,
            "parametricRimLiftFactor": 0.0,
            "rimLightingMixFactor": 1.0,
        }  # fmt: skip
    if width:
        mtoon |= {
            "outlineWidthMode": "worldCoordinates", "outlineWidthFactor": width,
            "outlineColorFactor": linear(outline), "outlineLightingMixFactor": 1.0,
        }  # fmt: skip
    if outlined is not None:
        mtoon["outlineWidthMultiplyTexture"] = {"index": outlined}
    if layer is not None:
        mtoon["renderQueueOffsetNumber"] = layer
    material = {
        "name": name, "doubleSided": double, "alphaMode": "OPAQUE" if layer is None else "BLEND",
        "pbrMetallicRoughness": {"baseColorTexture": {"index": texture}, "metallicFactor": 0, "roughnessFactor": 0.9},
        "extensions": {"VRMC_materials_mtoon": mtoon, "KHR_materials_unlit": {}},
    }  # fmt: skip
    return glb.add("materials", material)
