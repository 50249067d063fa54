"""The cases of mappings/conformance/apply: importing a module adds its cases."""

from mapping_cases import conditions, exclusion, extending, eyes, formulas, inputs, odd, targets, timing

__all__ = ["conditions", "exclusion", "extending", "eyes", "formulas", "inputs", "odd", "targets", "timing"]
