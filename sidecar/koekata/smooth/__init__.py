"""Jitter traded for delay, by time stamps."""

from koekata.smooth.smoother import Smoother, preset_delays
from koekata.smooth.zero_lag import smooth_take

__all__ = ["Smoother", "preset_delays", "smooth_take"]
