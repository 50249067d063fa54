"""Bringing the Unity package into a project, with the library that encryption needs, and looking whether it is right.

Nothing here needs Unity: a project is a folder with `Assets` and `ProjectSettings/ProjectVersion.txt`, and a package in
its `Packages` folder is part of it.
"""

from koekata.engines.unity.check import Finding, check
from koekata.engines.unity.install import Change, Installation, install
from koekata.engines.unity.library import Library, find_libraries
from koekata.engines.unity.package import PACKAGE_NAME, package_folder
from koekata.engines.unity.project import UnityProject

__all__ = [
    "PACKAGE_NAME", "Change", "Finding", "Installation", "Library", "UnityProject", "check", "find_libraries",
    "install", "package_folder",
]  # fmt: skip
