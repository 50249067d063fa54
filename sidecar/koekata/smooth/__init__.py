"""Jitter traded for delay, by time stamps."""

from koekata.smooth.live import LiveFilter
from koekata.smooth.parameters import WEIGHTS, FilterParameters, preset_parameters
from koekata.smooth.smoother import Smoother, preset_delays
from koekata.smooth.zero_lag import smooth_take

__all__ = [
    "WEIGHTS",
    "FilterParameters",
    "LiveFilter",
    "Smoother",
    "preset_delays",
    "preset_parameters",
    "smooth_take",
]
