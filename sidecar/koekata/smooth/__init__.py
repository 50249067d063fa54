"""Jitter traded for delay, by time stamps."""

from koekata.smooth.smoother import Smoother, preset_delays, preset_parameters
from koekata.smooth.zero_lag import smooth_take

__all__ = ["Smoother", "preset_delays", "preset_parameters", "smooth_take"]
