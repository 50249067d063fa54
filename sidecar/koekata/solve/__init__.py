"""From a fitted face to ARKit-52 weights, each with the confidence that it deserves."""

from koekata.solve.hybrid import Refiner, load_refiner
from koekata.solve.solver import Solver, open_solver

__all__ = ["Refiner", "Solver", "load_refiner", "open_solver"]
