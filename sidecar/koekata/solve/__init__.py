"""From a fitted face to ARKit-52 weights, each with the confidence that it deserves."""

from koekata.solve.direct import DirectSolver

__all__ = ["DirectSolver"]
