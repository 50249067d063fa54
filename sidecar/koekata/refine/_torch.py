"""Where torch is asked for."""

from __future__ import annotations

import importlib
from typing import Any

from koekata.errors import ConfigError

__all__ = ["need_torch"]


def need_torch(device: str = "cpu") -> Any:
    """The torch device of that name. Raises ConfigError when torch, or the device, is not here."""
    try:
        torch = importlib.import_module("torch")
    except ImportError as error:
        raise ConfigError(
            f"refining needs PyTorch, which is not installed: {error}",
            remedy="Install it with `pip install 'koekata[refine]'`, or leave out --refine.",
        ) from error
    try:
        found = torch.device(device)
        torch.zeros(1, device=found)
    except (RuntimeError, AssertionError, NotImplementedError) as error:
        first = str(error).splitlines()[0]
        raise ConfigError(
            f"PyTorch cannot use the device '{device}': {first}", remedy="Use --device cpu, or cuda where there is one."
        ) from error
    return found
